import { useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { formatPlainYuan } from '../../../lib/model/money.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import type { ServiceSettings as Settings } from '../../../lib/model/service-settings.ts';
import { kpiRules } from '../../../lib/rules/clocks.ts';
import { disputeRules } from '../../../lib/rules/service.ts';
import { isShare } from '../../../lib/service/kpi.ts';
import type { Kpi } from '../../../lib/service/kpi-schema.ts';
import { readServiceSettings } from '../../../lib/views/service/service-settings.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import styles from '../../service/service.module.css';
import { fenTyped, freightTyped, targetTyped } from './typed-settings.ts';

interface Props {
  shopId: string;
  platform: Platform;
}

/** What the shop decides about its service: who may agree to how much, what a parcel costs, what it wants of the platform's measures. */
export function ServiceSettings({ shopId, platform }: Props) {
  const undoable = useUndoable();
  const settings = useKeyedQuery(`service ${shopId}`, 0, () => readServiceSettings(database, shopId));
  if (!settings) return null;
  const own = { shopId, platform, settings, undoable };
  return <SettingsForm key={JSON.stringify(settings)} {...own} />;
}

function SettingsForm({ shopId, platform, settings, undoable }: Props & { settings: Settings; undoable: Undoable }) {
  const { staff, manager } = settings.authorityFen ?? disputeRules.authorityFen;
  const { out, back } = settings.freightFen;
  const kpis = kpiRules.kpis.filter((kpi) => kpi.platform === platform && kpi.count.what !== 'notRead');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({
    staff: formatPlainYuan(staff),
    manager: formatPlainYuan(manager),
    out: out === null ? '' : formatPlainYuan(out),
    back: back === null ? '' : formatPlainYuan(back),
    ...Object.fromEntries(kpis.map((kpi) => [kpi.id, targetText(kpi, settings.kpiTargets[kpi.id] ?? kpi.target)])),
  });
  const limits = { staff: fenTyped(typed['staff']!), manager: fenTyped(typed['manager']!) };
  const freight = { out: freightTyped(typed['out']!), back: freightTyped(typed['back']!) };
  const targets = kpis.map((kpi) => ({ kpi, value: targetTyped(kpi, typed[kpi.id]!) }));
  const isWhole =
    limits.staff !== undefined &&
    limits.manager !== undefined &&
    limits.staff <= limits.manager &&
    freight.out !== undefined &&
    freight.back !== undefined &&
    targets.every(({ value }) => value !== undefined);
  const save = () => {
    if (!isWhole) return;
    const changed: Settings = {
      authorityFen: { staff: limits.staff!, manager: limits.manager! },
      freightFen: { out: freight.out!, back: freight.back! },
      kpiTargets: Object.fromEntries(
        targets.flatMap(({ kpi, value }) => (value === null || value === kpi.target ? [] : [[kpi.id, value!]])),
      ),
    };
    undoable.run(() => toBackground.setServiceSettings({ shopId, settings: changed }));
  };
  const field = (id: string, label: string, isWrong: boolean) => (
    <TextField
      key={id}
      label={label}
      inputMode="decimal"
      value={typed[id]!}
      aria-invalid={isWrong}
      onChange={(value) => setTyped({ ...typed, [id]: value })}
    />
  );
  return (
    <form
      className={`${styles.tools} ${styles.narrow}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {field('staff', t('serviceSet_staff'), limits.staff === undefined)}
      {field(
        'manager',
        t('serviceSet_manager'),
        limits.manager === undefined || (limits.staff ?? 0) > (limits.manager ?? 0),
      )}
      {field('out', t('serviceSet_freightOut'), freight.out === undefined)}
      {field('back', t('serviceSet_freightBack'), freight.back === undefined)}
      {targets.map(({ kpi, value }) =>
        field(
          kpi.id,
          t(isShare(kpi) ? 'serviceSet_share' : 'serviceSet_minutes', labelText(kpi.label)),
          value === undefined,
        ),
      )}
      <div className={styles.line}>
        <Button look="primary" type="submit" disabled={!isWhole}>
          {t('dashSave')}
        </Button>
        <UndoNote undoable={undoable} />
        {!isWhole && <span className={styles.late}>{t('serviceSet_wrong')}</span>}
      </div>
    </form>
  );
}

function targetText(kpi: Kpi, target: number | null): string {
  if (target === null) return '';
  return String(isShare(kpi) ? Math.round(target * 1000) / 10 : Math.round(target / 6000) / 10);
}
