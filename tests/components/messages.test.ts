import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { filesBelow, textsIn } from '../support/source-files.ts';

type Messages = Readonly<Record<string, { message: string }>>;

const placeholders = (text: string) => [...new Set(text.match(/\$[1-9]/g))].toSorted();

describe('the texts of the interface', () => {
  test('are there in both languages under the same keys', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  test.each(Object.keys(zh))('%s says something, with the same placeholders in both', (key) => {
    const [chinese, english] = [(zh as Messages)[key]!.message, (en as Messages)[key]!.message];
    expect(chinese.trim()).not.toBe('');
    expect(english.trim()).not.toBe('');
    expect(placeholders(english)).toEqual(placeholders(chinese));
  });

  test('in English have no space before a per cent sign, round apostrophes, and no Chinese marks', () => {
    const texts = [
      ...Object.values(en as Messages).map(({ message }) => message),
      ...filesBelow('lib/rules', ['.json']).flatMap((file) =>
        Array.from(readFileSync(file, 'utf8').matchAll(/"en": "([^"]*)"/g), ([, text]) => text!),
      ),
    ];
    expect(texts.filter((text) => /[\d)] %|[a-z]'|[，。；：（）％＜＞]/.test(text))).toEqual([]);
  });

  test('never say 你', () => {
    const texts = Object.entries(zh as Messages).filter(([, { message }]) => message.includes('你'));
    expect(texts.map(([key]) => key)).toEqual([]);
  });

  test('are all of them messages: code holds no words to be read', () => {
    /** Keys of the keyboard as Chinese input methods give them. */
    const keyTable = 'components/keys/shortcuts.ts';
    const files = ['components', 'entrypoints'].flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']));
    const isChinese = (text: string) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text);
    const wordsIn = (path: string) =>
      textsIn(path).filter(({ text, isBetweenTags }) => isChinese(text) || (isBetweenTags && /\p{L}{2}/u.test(text)));
    const found = files
      .filter((path) => path !== keyTable)
      .flatMap((path) => wordsIn(path).map(({ text }) => `${path}: ${text.trim()}`));
    expect(found).toEqual([]);
  });

  test('fit the limits of the extension stores', () => {
    for (const messages of [zh, en]) {
      expect(messages.appName.message.length).toBeLessThanOrEqual(75);
      expect(messages.appDescription.message.length).toBeLessThanOrEqual(132);
    }
  });
});
