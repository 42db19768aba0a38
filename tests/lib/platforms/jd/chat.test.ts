import { expect, test } from 'vitest';
import { readPage } from '../../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../../support/load-fixture.ts';

const { html, url } = loadFixture('jd/chat--normal');
const readingOf = (page: string) => readPage(documentOf(page), new URL(url));

test('the open list names its customers, with the places of their names, and the shop', () => {
  const { batch, conversations, editor } = readingOf(html);
  expect(batch.shopHints).toEqual([{ kind: 'vender', value: '10008001' }]);
  expect(batch.chat!.conversations).toEqual(['jd_6a1b2c3d4e5f0', '青山旧友']);
  expect(conversations.map(({ key, element }) => [key, element.textContent])).toEqual([
    ['jd_6a1b2c3d4e5f0', 'jd_6a1b2c3d4e5f0'],
    ['青山旧友', '青山旧友'],
  ]);
  expect(editor?.className.trim()).toBe('EditorContent');
});

test('rows of two shops name none', () => {
  expect(
    readingOf(html.replace('u_青山旧友imcustomer10008001', 'u_青山旧友imcustomer10008002')).batch.shopHints,
  ).toEqual([]);
});

test('an account may hold the word that ends it in a row id', () => {
  const { chat } = readingOf(html.replaceAll('青山旧友', 'x_imcustomer_y')).batch;
  expect(chat!.conversations).toContain('x_imcustomer_y');
});

test('colleagues are no customers', () => {
  const { batch, conversations } = readPage(documentOf(loadFixture('jd/chat--colleague').html), new URL(url));
  expect(batch.chat!.conversations).toEqual(['jd_6a1b2c3d4e5f0']);
  expect(conversations).toHaveLength(1);
});

test('only the newest messages are kept, long ones cut', () => {
  const message = /<div class="message"><div class="message_left".*/.exec(html)![0];
  const many = html.replace(
    message,
    Array.from({ length: 80 }, (_, index) => message.replace('这个是今年的新货吗', `${index} `.repeat(2000))).join(
      '\n',
    ),
  );
  const { messages } = readingOf(many).batch.chat!;
  expect(messages).toHaveLength(30);
  for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(2000);
});
