import { describe, expect, onTestFinished, test } from 'vitest';
import { keepPort, keptPort, offerPort, takePort } from '../../../lib/observer/hand-over.ts';
import { observedView } from '../../support/observed-view.ts';

const page = () =>
  observedView(() => {
    throw new Error('no network');
  });

const nextMessage = async (port: MessagePort) =>
  await new Promise((resolve) => {
    port.addEventListener('message', ({ data }) => resolve(data), { once: true });
    port.start();
  });

describe('the port', () => {
  test.each(['offered first', 'asked for first'])('reaches our world when it is %s', async (order) => {
    const view = page();
    const taken: MessagePort[] = [];
    const steps = [() => ours.push(offerPort(view)), () => takePort(view, (port) => taken.push(port))];
    const ours: MessagePort[] = [];
    for (const step of order === 'offered first' ? steps : steps.toReversed()) step();
    onTestFinished(() => ours[0]?.close());
    expect(taken).toHaveLength(1);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, no window
    ours[0]!.postMessage('before anybody listens');
    expect(await nextMessage(taken[0]!)).toBe('before anybody listens');
  });

  test('is not offered again once it is taken', () => {
    const view = page();
    takePort(view, () => {});
    const ours = offerPort(view);
    onTestFinished(() => ours.close());
    const heard: Event[] = [];
    view.addEventListener('liuke:offer', (event) => heard.push(event));
    view.dispatchEvent(new Event('liuke:ready'));
    expect(heard).toEqual([]);
  });

  test('is not taken from a page that has scripts already, nor twice', () => {
    const view = page();
    const taken: MessagePort[] = [];
    takePort(view, (port) => taken.push(port));
    const forge = () => {
      const { port1, port2 } = new MessageChannel();
      onTestFinished(() => port1.close());
      view.dispatchEvent(new MessageEvent('liuke:offer', { ports: [port2], cancelable: true }));
    };
    Object.assign(view.document, { scripts: [{}] });
    forge();
    expect(taken).toEqual([]);
    Object.assign(view.document, { scripts: [] });
    forge();
    forge();
    expect(taken).toHaveLength(1);
  });

  test('is kept in our own world until it is wanted', () => {
    const world = {};
    expect(keptPort(world)).toBeNull();
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port1.close());
    keepPort(world, port2);
    expect(keptPort(world)).toBe(port2);
  });
});
