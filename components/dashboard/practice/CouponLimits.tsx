import { useState } from 'react';
import type { CouponLimit, LimitInForce } from '../../../lib/actions/coupon-limit-schema.ts';
import { couponLimitProblems } from '../../../lib/actions/coupon-limit-problems.ts';
import type { Numbers } from '../../../lib/actions/playbook-numbers.ts';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { Label } from '../../../lib/model/label.ts';
import { couponLimitFacts } from '../../../lib/rules/coupon-limit-facts.ts';
import { couponLimits } from '../../../lib/rules/offers.ts';
import { couponLimitsOf } from '../../../lib/views/actions/platform-limit.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { useUndoable, type Undoable } from '../../hooks/useUndoable.ts';
import { Badge } from '../../ui/Badge.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import {
  couponLimitChoices,
  couponLimitProblemText,
  couponLimitShipped,
  couponLimitText,
  couponLimitTyped,
  couponLimitUnit,
  couponLimitValue,
} from '../../words/coupon-limits.ts';
import { DashSection } from '../DashSection.tsx';
import { OwnNumberField } from '../own-numbers/OwnNumberField.tsx';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { OwnLimitsForm } from './OwnLimitsForm.tsx';
import styles from './Practice.module.css';

interface Props {
  shop: ShopChoice;
  own: Numbers;
}

/** What the platforms' coupon tools take, how sure that is and who says so; of its own platform a shop may know better. */
export function CouponLimits({ shop, own }: Props) {
  const saved = useUndoable();
  const inForce = couponLimitsOf(own, shop.platform);
  return (
    <DashSection
      title={t('couponLimits_title')}
      definition={t('couponLimits_mean')}
      aside={<UndoNote undoable={saved} />}
    >
      <WideTable label={t('couponLimits_title')}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('couponLimits_platform')}</th>
              <th scope="col">{t('couponLimits_what')}</th>
              <th scope="col">{t('couponLimits_value')}</th>
              <th scope="col">{t('couponLimits_certainty')}</th>
              <th scope="col">{t('clock_source')}</th>
            </tr>
          </thead>
          <tbody>
            {couponLimits.map((shipped, at) => (
              <LimitRow
                key={`${shipped.platform} ${shipped.limit}`}
                shipped={shipped}
                source={couponLimitFacts[at]!.source}
                inForce={inForce.find(
                  ({ platform, limit }) => platform === shipped.platform && limit === shipped.limit,
                )}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
      <LimitsForm key={JSON.stringify(own)} shop={shop} own={own} saved={saved} />
    </DashSection>
  );
}

interface RowProps {
  shipped: CouponLimit;
  source: Label;
  /** Undefined for what the shop says is not so any more. */
  inForce: LimitInForce | undefined;
}

function LimitRow({ shipped, source, inForce }: RowProps) {
  const isOwn = inForce?.certainty !== shipped.certainty;
  const shippedText = couponLimitText(shipped, shipped.value);
  return (
    <tr>
      <td className={table.whole}>{t(`platform_${shipped.platform}`)}</td>
      <th scope="row" className={table.words}>
        {labelText(shipped.label)}
      </th>
      <td className={table.whole}>
        {couponLimitText(shipped, inForce ? inForce.value : 0)}
        {isOwn && <span className={table.detail}>{t('own_shipped', shippedText)}</span>}
      </td>
      <td className={table.whole}>
        {isOwn ? (
          <Badge tone="watch">{t('couponLimits_certainty_own')}</Badge>
        ) : (
          t(`couponLimits_certainty_${shipped.certainty}`)
        )}
      </td>
      <td className={table.sentence}>{isOwn ? t('couponLimits_ownSource') : labelText(source)}</td>
    </tr>
  );
}

function LimitsForm({ shop: { shopId, platform }, own, saved }: Props & { saved: Undoable }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const fields = couponLimits
    .filter((limit) => limit.platform === platform)
    .map((limit) => {
      const shipped = couponLimitShipped(limit);
      const stored = own[limit.limit];
      const text = typed[limit.limit] ?? (stored === undefined ? shipped : couponLimitTyped(limit, stored));
      // As it ships, it is no number of the shop's own: nothing where nobody knows.
      const value = text.trim() === shipped ? undefined : couponLimitValue(limit, text);
      const numbers = value === undefined ? {} : { [limit.limit]: value };
      const [problem] = couponLimitProblems(numbers, platform, couponLimitFacts);
      return { limit, shipped, text, value, numbers, problem };
    });
  const numbers: Numbers = Object.assign({}, ...fields.map((field) => field.numbers));
  const isWhole = fields.every(({ problem }) => problem === undefined);
  const isChanged = fields.some(({ limit, value }) => value !== own[limit.limit]);
  const keep = (next: Numbers) =>
    saved.run(() => toBackground.setOwnNumbers([{ shopId, rule: { what: 'couponLimits' }, numbers: next }]));
  return (
    <OwnLimitsForm {...{ own, numbers, isWhole, isChanged, saved }} onKeep={keep} onForget={() => setTyped({})}>
      <p className={styles.note}>{t('couponLimits_ownMean', t(`platform_${platform}`))}</p>
      <div className={styles.fields}>
        {fields.map(({ limit, text, shipped, problem }) => (
          <OwnNumberField
            key={limit.limit}
            label={labelText(limit.label)}
            unit={couponLimitUnit(limit)}
            text={text}
            shipped={shipped}
            shippedText={couponLimitText(limit, limit.value)}
            choices={couponLimitChoices(limit)}
            problem={problem ? couponLimitProblemText(problem, limit) : null}
            onChange={(next) => setTyped({ ...typed, [limit.limit]: next })}
          />
        ))}
      </div>
    </OwnLimitsForm>
  );
}
