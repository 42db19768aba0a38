/** Every chart of the insight page is saved as a picture and as a table. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import * as picture from '../../components/dashboard/charts/picture.ts';
import { charts, type Chart } from '../../components/dashboard/decisions.ts';
import type { SectionId } from '../../components/dashboard/sections.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { recordContacts } from '../../lib/pipeline/record-event.ts';
import { openWorkOrder } from '../../lib/pipeline/record-work-order.ts';
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { makeContact } from '../support/make-contact.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { makeNewWorkOrder } from '../support/make-work-order.ts';
import { openDashboard, sawDays } from './support/dashboard-screen.tsx';
import { fittedModel, storeModel } from './support/fitted-model.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

const CUSTOMERS = 60;
const coupon = { thresholdFen: 5_000, faceValueFen: 2_000, validDays: 7 };

/** Where each stands; the line of one customer is on their card. */
const places: Record<Exclude<Chart, 'timeline'>, SectionId> = {
  rfm: 'rfm',
  cohorts: 'retention',
  chances: 'rfm',
  reliability: 'backtest',
  gaps: 'cycles',
  funnel: 'trials',
  sla: 'workOrders',
  troubles: 'attribution',
  migration: 'migration',
  fatigue: 'trials',
};

let seller: SellerScreen;
let saved: Blob[];

/** Customers who come again, a fitted model, offers a month ago, and trouble today: something for every chart. */
beforeEach(async () => {
  seller = await startScreen();
  const orders = Array.from({ length: CUSTOMERS }, (_, at) => {
    const buyer = stable(`buyer_${at}`);
    return [orderOf(buyer, at), orderOf(buyer, at + 30)];
  });
  const { shopId, buyers } = await seller.visit(makeReport(orders.flat()));
  await sawDays(seller.db, 500);
  await maintain(seller.db, Date.now());
  await storeModel(seller.db, fittedModel());
  const ids = [...new Set(buyers.flatMap(({ customerId }) => customerId ?? []))];
  const offered = (customerId: string) =>
    makeContact({ customerId, playbookId: 'silent-wake', how: 'noted', channel: 'coupon', isOffer: true, coupon });
  await recordContacts(seller.db, ids.map(offered), Date.now() - 40 * DAY_MS);
  const trouble = makeNewWorkOrder({ shopId: shopId!, customerId: ids[0]!, labelId: 'damaged' });
  await openWorkOrder(seller.db, trouble, Date.now());
  saved = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:saved';
  });
  // There is no canvas here; what is painted is looked at in a real browser.
  vi.spyOn(picture, 'pictureOf').mockImplementation(async (part, { title }) => {
    return new Blob([`${part.querySelector('svg, table') ? 'PNG' : 'nothing'} of ${title}`]);
  });
});

test('all charts but the line of a customer stand somewhere on the insight page', () => {
  expect(Object.keys(places).toSorted()).toEqual(charts.filter((chart) => chart !== 'timeline').toSorted());
});

test.each(Object.entries(places) as [keyof typeof places, SectionId][])(
  'the chart %s is saved as a picture and as a table, and both are noted',
  async (chart, section) => {
    openDashboard(section);
    const decides = await screen.findByText(zh[`decides_${chart}`].message);
    const part = within(decides.closest('section')!);
    fireEvent.click(await part.findByRole('button', { name: '存为表格' }));
    fireEvent.click(part.getByRole('button', { name: '存为图片' }));
    await waitFor(() => expect(saved).toHaveLength(2));
    const rows = (await saved[0]!.text()).split('\r\n').filter(Boolean);
    expect(rows.length).toBeGreaterThan(1);
    expect(await saved[1]!.text()).toBe(`PNG of ${part.getByRole('heading', { level: 2 }).textContent}`);
    await waitFor(async () => {
      const noted = (await seller.db.audit.toArray()).map(({ what }) => what);
      expect(noted.toSorted()).toEqual(['shownPicture', 'shownTable']);
    });
  },
);
