import { useEffect, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { readColumnMappings } from '../../../lib/views/data/column-mappings.ts';
import { readImports } from '../../../lib/views/data/imports.ts';
import { readShops } from '../../../lib/views/shops/insight-view.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { DashSection } from '../DashSection.tsx';
import { ChooseFiles } from './ChooseFiles.tsx';
import { FileFindings } from './FileFindings.tsx';
import { ImportJobs } from './ImportJobs.tsx';
import { ImportRun } from './ImportRun.tsx';
import { isChosen, ShopForImport, startingShop } from './ShopForImport.tsx';
import { useImporting } from './import-context.ts';
import { isReadOtherwise, mappingsInOrder } from './mappings-in-order.ts';
import { readableTables, type WantedShop } from './useImport.ts';
import styles from './import.module.css';

/** Export files into the store: looked through first, imported on a click, taken back on another. */
export function ImportSection() {
  const mappings = useKeyedQuery('mappings', 0, () => readColumnMappings(database));
  const shops = useKeyedQuery('shops', 0, () => readShops(database));
  const jobs = useKeyedQuery('imports', 0, () => readImports(database));
  const { files, run, ...does } = useImporting();
  const [wanted, setWanted] = useState<Partial<Record<Platform, WantedShop>>>({});
  const tables = readableTables(files);
  const platforms = [...new Set(tables.map(({ table }) => table.platform))];
  const shopFor: typeof wanted = Object.fromEntries(
    platforms.map((platform) => [
      platform,
      wanted[platform] ?? startingShop(platform, { tables, shops: shops ?? [], mappings: mappings ?? [] }),
    ]),
  );
  const said = mappingsInOrder(mappings ?? [], Object.values({ ...wanted, ...shopFor }));
  const isReading = files.some(({ state }) => state.kind === 'reading');
  const isIdle = run.kind === 'none' || run.kind === 'done';
  const outdated = isIdle && mappings && shops ? files.filter((chosen) => isReadOtherwise(chosen, said)) : [];
  useEffect(() => {
    if (outdated.length === 0) return;
    // The shop stays the one for which they are read, whatever comes of it.
    setWanted((all) => ({ ...shopFor, ...all }));
    for (const chosen of outdated) does.readAgain(chosen, said);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each set of files that was read otherwise
  }, [outdated.map(({ key }) => key).join(' ')]);
  if (!mappings || !shops || !jobs) return null;
  return (
    <DashSection title={t('import')} definition={t('importMeans')}>
      <div className={styles.import}>
        {isIdle && <ChooseFiles onChoose={(list) => does.choose(list, said)} />}
        {isIdle &&
          files.map((chosen) => (
            <FileFindings
              key={chosen.key}
              chosen={chosen}
              shopFor={shopFor}
              shops={shops}
              onRemove={() => does.remove(chosen.key)}
              onMap={(mapping) => does.readAgain(chosen, said, [mapping])}
            />
          ))}
        {isIdle &&
          platforms.map((platform) => (
            <ShopForImport
              key={platform}
              platform={platform}
              shops={shops}
              value={shopFor[platform]!}
              onChange={(shop) => setWanted((all) => ({ ...all, [platform]: shop }))}
            />
          ))}
        {isIdle && tables.length > 0 && (
          <Button
            look="primary"
            disabled={isReading || platforms.some((platform) => !isChosen(shopFor[platform]))}
            onClick={() => void does.start(shopFor)}
          >
            {t('importStart')}
          </Button>
        )}
        <ImportRun
          run={run}
          onPause={does.pause}
          onGoOn={does.goOn}
          onStop={does.stop}
          onRestart={() => void does.start(shopFor)}
        />
        <ImportJobs
          jobs={jobs}
          activeId={run.kind === 'running' || run.kind === 'paused' ? (run.progress?.importId ?? null) : null}
          onSettled={does.clear}
        />
      </div>
    </DashSection>
  );
}
