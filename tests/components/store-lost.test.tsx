/** A page that stays open while the browser takes the store away says so, and shows no figure of what is gone. */
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { forceCloseDatabase } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { StoreGate } from '../../components/health/StoreGate.tsx';
import { database } from '../../components/hooks/database.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { noteStoreLoss } from '../../entrypoints/background/store-loss.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen } from './support/seller-screen.tsx';

/** Every record is gone, and nobody is told; then the browser ends the page's connection. */
async function loseStore(): Promise<void> {
  const opening = indexedDB.open(database.name);
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const raw = opening.result;
  const clearing = raw.transaction([...raw.objectStoreNames], 'readwrite');
  for (const name of raw.objectStoreNames) clearing.objectStore(name).clear();
  await new Promise((resolve) => clearing.addEventListener('complete', resolve));
  raw.close();
  forceCloseDatabase(database.backendDB() as never);
}

test('a page that is open reads what is there by now, and has the background find out', async () => {
  // React tells of what is rendered after its test has ended.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const seller = await startScreen();
  await seller.visit(makeReport([orderOf(stable('one'), 2), orderOf(stable('two'), 400)]));
  const now = Date.now();
  await noteStoreLoss(seller.db, now - DAY_MS);
  await noteStoreLoss(seller.db, now - DAY_MS);
  render(
    <StoreGate>
      <Popup />
    </StoreGate>,
  );
  expect(await screen.findByText('共 2 位客户')).toBeTruthy();
  seller.meanwhile('rebuildColumns', async () => await noteStoreLoss(seller.db, now));
  await loseStore();
  expect(await screen.findByText(/^请先恢复备份，再打开店铺后台/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('共 2 位客户')).toBeNull());
  cleanup();
});
