import { expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { orderStageSchema, type OrderStage } from '../../../lib/model/order-stage.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';

const doubts = (text: string, stage: OrderStage | null | undefined) =>
  lint(text, complianceRules, { platform: 'jd', channel: 'chat', stage }).some(({ ruleId }) => ruleId === 'PRO-05');

/** What is said to be done, and the stages of an order that say otherwise. */
test.each<[text: string, doubtedAt: OrderStage[]]>([
  ['已经帮您退款了', ['unpaid', 'paid', 'shipped', 'signed', 'afterSale']],
  ['钱早就退给您了', ['unpaid', 'paid', 'shipped', 'signed', 'afterSale']],
  ['已给您打款', ['unpaid', 'paid', 'shipped', 'signed', 'afterSale']],
  ['刚给您拦截了快递', ['unpaid', 'paid', 'signed']],
  ['快递已经拦下来了', ['unpaid', 'paid', 'signed']],
  ['亲，已帮你改好地址了哦', ['shipped', 'signed', 'afterSale', 'cancelled']],
  ['已经给您加急发出了', ['unpaid', 'paid', 'cancelled']],
])('%s is doubted at %j, and where the stage is not known', (text, doubtedAt) => {
  expect(orderStageSchema.options.filter((stage) => doubts(text, stage))).toEqual(doubtedAt);
  expect([doubts(text, null), doubts(text, undefined)]).toEqual([true, true]);
});

test('a rule that knows no stages speaks at each of them', () => {
  for (const stage of orderStageSchema.options)
    expect(
      lint('加微信 liuke_8866 聊', complianceRules, { platform: 'jd', stage }).map(({ ruleId }) => ruleId),
    ).toEqual(['DIV-01']);
});
