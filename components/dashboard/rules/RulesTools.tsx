import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { MAX_SHOP_RULES_CHARS } from '../../../lib/model/limits.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { saveFile } from '../save-file.ts';
import { textOfFile } from './rules-file.ts';
import { rulesProblemText } from './rules-problem-text.ts';
import styles from './ShopRules.module.css';

interface Props {
  shop: ShopChoice;
  content: string | null;
  onKeep: (content: string | null) => void;
}

const KB = 1000;

/** The rules as a whole: in from a file, out to one, or away. */
export function RulesTools({ shop, content, onKeep }: Props) {
  const id = useId();
  const [problem, setProblem] = useState<ReturnType<typeof rulesProblemText> | null>(null);
  const take = async (file: File) => {
    const text = await textOfFile(file);
    const found = await problemOf(text);
    setProblem(found);
    if (found === null) onKeep(text);
  };
  return (
    <>
      <div className={styles.tools}>
        <label htmlFor={id} className={styles.file}>
          {t('rulesImport')}
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              // The same file, mended, may be chosen again.
              if (file) void take(file).finally(() => (target.value = ''));
            }}
          />
        </label>
        <Button
          disabled={content === null}
          onClick={() => saveFile(`liuke-shop-rules-${shop.name ?? shop.platform}.json`, content!)}
        >
          {t('rulesExport')}
        </Button>
        <Button disabled={content === null} onClick={() => onKeep(null)}>
          {t('rulesRemove')}
        </Button>
      </div>
      {problem && (
        <Note tone="risk" isLive>
          {problem.text}
          <ul>
            {problem.places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}

async function problemOf(text: string): Promise<ReturnType<typeof rulesProblemText> | null> {
  if (text.length > MAX_SHOP_RULES_CHARS) {
    const kilobytes = [MAX_SHOP_RULES_CHARS, text.length].map((chars) => Math.ceil(chars / KB));
    return { text: t('rulesProblem_tooLarge', ...kilobytes), places: [] };
  }
  const found = await toBackground.checkShopRules({ content: text });
  return found && rulesProblemText(found);
}
