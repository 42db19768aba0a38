import { t } from '../../../lib/browser/i18n.ts';
import type { Attribution } from '../../../lib/service/attribution.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { carrierName } from './carrier-text.ts';
import { reasonsText } from './trouble-text.ts';
import { TroubleTable } from './TroubleTable.tsx';
import styles from './Attribution.module.css';

interface Props {
  troubles: Pick<Attribution, 'carriers' | 'carrierUnknown'>;
  month: string;
}

/** Less is told to nobody as a complaint. */
const MIN_OF_BRIEF = 2;

/** Which company carried what was late, lost or broken, and a brief for each of which it happened again. */
export function Carriers({ troubles: { carriers, carrierUnknown }, month }: Props) {
  const title = t('troublesByCarrier');
  const ground = carrierUnknown > 0 ? t('carrierGround', countText(carrierUnknown)) : undefined;
  const again = carriers.filter(({ count }) => count >= MIN_OF_BRIEF);
  return (
    <DashSection title={title} definition={t('troublesByCarrierMeans')} ground={ground} hasTable={carriers.length > 0}>
      {carriers.length === 0 ? (
        <EmptyLine>{t('carriersNone')}</EmptyLine>
      ) : (
        <TroubleTable
          title={title}
          head={t('field_carrier')}
          rows={carriers.map((share) => ({
            ...share,
            name: carrierName(share.id),
            detail: reasonsText(share.reasons),
          }))}
        />
      )}
      {again.length > 0 && (
        <div className={styles.tools}>
          {again.map(({ id, count, reasons }) => (
            <CopyButton key={id} text={t('carrierBrief', month, countText(count), reasonsText(reasons))}>
              {t('carrierCopyBrief', carrierName(id))}
            </CopyButton>
          ))}
        </div>
      )}
    </DashSection>
  );
}
