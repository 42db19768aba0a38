import { cleanup, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { SuggestionSection } from '../../components/coupon/SuggestionSection.tsx';
import { bestTime } from '../../lib/actions/best-time.ts';
import type { HeldBack } from '../../lib/actions/guards.ts';
import { suggest } from '../../lib/actions/suggest.ts';
import { Deal } from '../../lib/actions/trials/assignment.ts';
import { resolveTiers } from '../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../lib/insight/tiers/tier.ts';
import { dayOf, DAY_MS } from '../../lib/model/shanghai-time.ts';
import { contactLimits, playbooks } from '../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../lib/rules/tiers.ts';
import { makeContact } from '../support/make-contact.ts';
import { makeGround } from '../support/make-ground.ts';
import { makeCustomerId, makeHistory, measureOne } from '../support/make-history.ts';
import { makeTrial } from '../support/make-trial.ts';
import { speakChinese } from './support/messages.ts';

beforeEach(speakChinese);

const now = Date.parse('2026-08-06T10:00:00+08:00');
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const silentWake = playbooks.filter(({ id }) => id === 'silent-wake');
const holdOut = makeTrial({ startDay: dayOf(now) - 3 });
/** Whom that trial leaves alone. */
const customerId = Array.from({ length: 200 }, (_, number) => makeCustomerId(number)).find(
  (id) => new Deal(holdOut).of(id) === 1,
)!;
const open = makeGround({ customerId });
const led = (hoursAgo: number, changes: Partial<Parameters<typeof makeContact>[0]> = {}) => ({
  ...makeContact({ customerId, isOffer: true, ...changes }),
  at: now - hoursAgo * 3_600_000,
});

type Situation = Partial<Parameters<typeof suggest>[0]>;

/** A silent regular of 100 yuan a basket, who would be given 20 off 50: what is different, and what is said then. The type names every guard. */
const situations: Record<HeldBack['guard'], Situation & { known?: object; says: RegExp }> = {
  openComplaintFirst: { known: { openAfterSales: 1 }, says: /有 1 单售后还没处理/ },
  openWorkOrderFirst: { openWorkOrders: 2, says: /有 2 件工单还没办结/ },
  seatsTaken: { playbooks: silentWake.map((one) => ({ ...one, seatsLeft: 0 })), says: /试用名额已满/ },
  doNotDisturb: { known: { doNotDisturb: 1 }, says: /客户设了勿扰/ },
  putOff: {
    putOffs: [{ playbookId: 'silent-wake', untilDay: dayOf(now) + 9, reason: 'notWorthIt', at: now - DAY_MS }],
    says: /您说过不合适（不划算），2026-08-15 之后再提/,
  },
  notAgainYet: { contacts: [led(24 * 8, { playbookId: 'silent-wake' })], says: /8天前做过，30 天内不重复/ },
  quietHours: { now: now + 12 * 3_600_000, says: /静默时段（21 点到 9 点）/ },
  contactedRecently: { contacts: [led(3)], says: /3 小时前刚联系过，至少间隔 24 小时/ },
  tooSmall: { known: { averageFen: 200_000 }, says: /省 ¥20.00 只占 ¥2,000.00 一单的 1.0%.*给权益更合适/ },
  holdOut: { ground: { ...open, trials: [holdOut] }, says: /实验对照组（2026-08-03 起，10.0% 的人）/ },
  marginFloor: { ground: { ...open, margin: { share: 0.1, coverage: 1 } }, says: /毛利不够/ },
  unfairToOld: {
    ground: { ...open, toNew: [{ kind: 'coupon', thresholdFen: 8_000, faceValueFen: 3_000, validDays: null }] },
    says: /老客优惠低于新客.*新客能省 ¥30.00，这里只省 ¥20.00/,
  },
  coverageTooLow: { lowCoverage: { share: 0.2, needed: 0.4 }, says: /只看到了 20.0% 的日子（要 40.0%）/ },
  platformLimit: {
    ground: { ...open, refusedBy: () => ({ zh: '面额上限 5 元', en: 'at most 5 yuan' }) },
    says: /平台建不了这张券：面额上限 5 元/,
  },
};

function suggestFor({ known, ...changes }: Situation & { known?: object }) {
  const metrics = { ...measureOne(makeHistory([45, 75])), ...known };
  return suggest({
    metrics,
    tiers: tiersOf(metrics, tiers),
    playbooks: silentWake,
    contacts: [],
    putOffs: [],
    coupons: [],
    limits: contactLimits,
    now,
    ground: open,
    ...changes,
  });
}

function showSection(found: ReturnType<typeof suggestFor>) {
  render(
    <SuggestionSection
      {...found}
      customerId="c"
      coupons={[]}
      bestTime={bestTime([], contactLimits)}
      platform="jd"
      ownLimits={{}}
      standingOf={() => null}
      onWrite={() => {}}
    />,
  );
  onTestFinished(cleanup);
}

describe('“why no suggestion”', () => {
  test('is not asked where nothing stands in the way', () => {
    const found = suggestFor({});
    expect(found.suggestions).toHaveLength(1);
    showSection(found);
    expect(screen.queryByText('为什么没有建议')).toBeNull();
  });

  test.each(Object.entries(situations))('names %s, with its facts', (guard, { says, ...situation }) => {
    const found = suggestFor(situation);
    expect(found.heldBack.map(({ because }) => because.guard)).toEqual([guard]);
    showSection(found);
    const why = screen.getByText('为什么没有建议').closest('details')!;
    expect(why.open).toBe(true);
    expect(within(why).getByRole('listitem').textContent).toMatch(says);
  });
});
