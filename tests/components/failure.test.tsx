import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../components/health/Failure.tsx';
import { Panel } from '../../components/panel/Panel.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen } from './support/seller-screen.tsx';

describe('where the stored columns are damaged', () => {
  test.each([
    ['popup', Popup, '共 2 位客户'],
    ['panel', Panel, '客户分析'],
  ])('the %s has them built anew, says so, and goes on', async (_, Page, whole) => {
    const seller = await startScreen();
    await seller.visit(makeReport([orderOf(stable('one'), 2), orderOf(stable('two'), 400)]));
    await maintain(seller.db, Date.now());
    await seller.db.columns.toCollection().modify({ bytes: new ArrayBuffer(40) });
    await seller.db.meta.put({ name: 'columnsBase', value: 99 });
    // React tells of what it hands to the boundary.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    render(
      <Failure>
        <Page />
      </Failure>,
    );
    expect(await screen.findByText('正在重建')).toBeTruthy();
    await waitFor(async () => expect(await seller.db.jobs.get('rebuildColumns')).toBeTruthy());
    await maintain(seller.db, Date.now());
    await waitFor(() => expect(screen.queryByText('正在重建')).toBeNull());
    expect(await screen.findByText(whole)).toBeTruthy();
  });
});
