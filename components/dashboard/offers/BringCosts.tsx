import { useId, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import type { CostFile } from '../../../lib/files/cost-file.ts';
import type { ArticleCost } from '../../../lib/model/article-cost.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { yuanText } from '../../words/amounts.ts';
import { errorText } from '../../words/files.ts';
import { openReader } from '../import/reader.ts';
import { RefusalList } from '../import/RefusalList.tsx';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './Offers.module.css';

type State =
  | { kind: 'none' | 'reading' }
  | { kind: 'failed'; why: string }
  | { kind: 'read'; name: string; file: CostFile };

const SHOWN = 5;
const MAX_NAME = 200;

/** A list of costs: what is in it is shown first, and kept on a click. */
export function BringCosts({ onTake }: { onTake: (fileName: string, costs: ArticleCost[]) => void }) {
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'none' });
  const read = async (file: File) => {
    setState({ kind: 'reading' });
    const reader = openReader();
    try {
      setState({ kind: 'read', name: file.name, file: await reader.costs(file) });
    } catch (error) {
      setState({ kind: 'failed', why: errorText(error) });
    } finally {
      reader.close();
    }
  };
  return (
    <div className={styles.bring}>
      <label htmlFor={id}>{t('costsChoose')}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,.xlsx,.zip"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void read(file);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      {state.kind === 'reading' && <output>{t('costsReading')}</output>}
      {state.kind === 'failed' && (
        <Note tone="risk" isLive>
          {state.why}
        </Note>
      )}
      {state.kind === 'read' && (
        <Preview
          name={state.name}
          file={state.file}
          onTake={() => {
            onTake(state.name.slice(0, MAX_NAME), state.file.costs);
            setState({ kind: 'none' });
          }}
        />
      )}
    </div>
  );
}

function Preview({ name, file, onTake }: { name: string; file: CostFile; onTake: () => void }) {
  const { costs, refusals, columns } = file;
  const refused = Object.values(refusals).reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <output>{t('costsPreview', name, countText(costs.length), countText(refused))}</output>
      <p className={styles.hint}>{t('costsColumns', Object.values(columns).join(t('listSeparator')))}</p>
      {costs.length > 0 && (
        <WideTable label={t('costsTitle')}>
          <table className={table.table}>
            <caption className={table.hidden}>{t('costsTitle')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('costsHead_article')}</th>
                <th scope="col" className={table.number}>
                  {t('costsHead_cost')}
                </th>
              </tr>
            </thead>
            <tbody>
              {costs.slice(0, SHOWN).map(({ skuId, title, costFen }) => (
                <tr key={`${skuId} ${title}`}>
                  <th scope="row" className={table.wrapped}>
                    {[skuId, title].filter(Boolean).join(' ')}
                  </th>
                  <td className={table.number}>{yuanText(costFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      <RefusalList refusals={refusals} />
      {costs.length > 0 && (
        <Button look="primary" onClick={onTake}>
          {t('costsTake', countText(costs.length))}
        </Button>
      )}
    </>
  );
}
