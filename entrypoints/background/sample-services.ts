/** The guided tour's own writer: the same handlers over the sample's database, made when the tour is opened. */
import { RefusedError } from '../../lib/model/refused.ts';
import { fromUi, ofSample } from '../../lib/messaging/protocol.ts';
import { isAnyOwnPage, isTourPage, service, type Service } from '../../lib/messaging/server.ts';
import { openSample, removeSample } from '../../lib/pipeline/sample/open-sample.ts';
import { sampleShop } from '../../lib/rules/sample.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { hasSample, sampleDatabase } from '../../lib/store/sample-store.ts';
import { createServices } from './handlers.ts';

type Message = keyof typeof fromUi;

/** What reaches further than a store: settings, pages, files, the whole of what is kept. The tour offers none of it. */
const notInTour = new Set<Message>([
  'setOverlay',
  'setPreciseMode',
  'deleteShop',
  'deleteStore',
  'beginRestore',
  'restorePortion',
  'endRestore',
  'beginImport',
  'importPortion',
  'endImport',
  'undoImport',
  'readPaste',
]);
const inTour = (Object.keys(fromUi) as Message[]).filter((name) => !notInTour.has(name));

export function createSampleServices(): Service[] {
  let opened: { db: LiukeDatabase; handlers: Service['handlers'] } | null = null;
  const open = () => {
    if (opened) return opened;
    const db = sampleDatabase();
    // Nothing of the sample waits to be worked out later, rings or is counted on the toolbar's button.
    const ui = createServices(db, { wanted() {} }, { look() {}, async seeMissed() {} }).find(
      ({ borders }) => borders === fromUi,
    )!;
    opened = { db, handlers: ui.handlers };
    return opened;
  };
  const handle = (name: Message): Service['handlers'][string] => {
    return async (input, sender, command) => {
      // A page that was left open must not bring back what was removed.
      if (!(await hasSample()))
        throw new RefusedError(
          'sampleGone',
          'expected the sample that the tour opened, found none: open the tour anew',
        );
      return await open().handlers[name]!(input, sender, command);
    };
  };
  return [
    service(ofSample, isAnyOwnPage, {
      openSample: async () => await openSample(open().db, sampleShop, Date.now()),
      async removeSample() {
        const { db } = open();
        opened = null;
        await removeSample(db);
      },
    }),
    {
      borders: Object.fromEntries(inTour.map((name) => [name, fromUi[name]])),
      isAllowed: isTourPage,
      handlers: Object.fromEntries(inTour.map((name) => [name, handle(name)])),
    },
  ];
}
