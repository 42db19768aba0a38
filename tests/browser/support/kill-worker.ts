/** Ends the extension's service worker as the browser does, whatever it is doing. */
import type { Seller } from './seller.ts';

/** @returns whether there was one */
export async function killWorker({ browser: { context, extensionId } }: Seller): Promise<boolean> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
  return worker !== undefined;
}
