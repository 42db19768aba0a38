import { t } from '../../../lib/browser/i18n.ts';
import { GATE_MEAN_AUC, GATE_MIN_AUC, GATE_MIN_CASES } from '../../../lib/insight/churn/gate.ts';
import { allowedBy, type ShopModel } from '../../../lib/insight/churn/shop-model.ts';
import { Note } from '../../ui/Note.tsx';
import { decimals } from './decimals.ts';

/** Whether single customers may be called at risk, with the figures that decided it. */
export function GateVerdict({ model }: { model: ShopModel }) {
  if (model.data.level === 0)
    return (
      <Note tone="plain">
        <div>
          <strong>{t('dashNotEnough')}</strong>
          <p>{t('dashNotEnoughMeans')}</p>
        </div>
      </Note>
    );
  const { isOpen, refusal, meanAuc, minAuc, windows } = model.gate;
  const allowed = allowedBy(model);
  const verdict = isOpen ? 'dashGateOpen' : allowed.health ? 'dashGateBands' : 'dashGateShut';
  const figures =
    meanAuc === null || minAuc === null
      ? null
      : t('dashGateFigures', decimals(meanAuc, 3), decimals(minAuc, 3), windows.length, GATE_MEAN_AUC, GATE_MIN_AUC);
  return (
    <Note tone={isOpen ? 'good' : refusal === 'noSignal' ? 'watch' : 'plain'}>
      <div>
        <strong>{t(verdict)}</strong>
        <p>
          {isOpen
            ? t(allowed.percentages ? 'dashGateOpenMeans' : 'dashGateOpenBands')
            : t(`dashGate_${refusal!}`, GATE_MIN_CASES)}
        </p>
        {figures !== null && <p>{figures}</p>}
      </div>
    </Note>
  );
}
