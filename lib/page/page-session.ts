/**
 * Life inside a seller's page: watch, report, draw what comes back, fill the chat box on command. Everything from outside
 * (background, clock, drawing) is handed in.
 */
import type { CaptureBatch, PageReport } from '../model/capture.ts';
import type { BuyerMark, FillResult, PageMarks } from '../messaging/answers.ts';
import { emptyReading, type PageReading } from '../platforms/page-reader.ts';
import { platformOf } from '../platforms/platform-of.ts';
import type { ReadPage } from '../platforms/read-page.ts';
import { chatBoxOf, type ChatBox } from './chat-box.ts';
import type { Chip, ChipLayer } from './chips.ts';
import { fillEditor } from './fill-editor.ts';
import { watchMoments } from './moments.ts';
import { ObservedRows } from './observed-rows.ts';
import { Reporter } from './report.ts';
import { watchPage } from './watch-page.ts';

interface Outside {
  view: Window & typeof globalThis;
  /** To the background; rejects when it cannot be reached. */
  report: (report: PageReport) => Promise<PageMarks>;
  layer: ChipLayer;
  /** With the readers of the page's platform. */
  readPage: ReadPage;
  /** Told which chat box is open, after every reading; null for none, and while nothing is to be drawn. */
  showBox: (box: ChatBox | null) => void;
  now: () => number;
  /** No longer once the extension was updated or switched off: nothing reaches the background any more. */
  isAlive: () => boolean;
}

export interface PageSession {
  /** Rows of an answer that the page got to a call of its own, in precise mode. */
  takeObserved(batch: CaptureBatch): void;
  setOverlay(isOn: boolean): void;
  fill(customerKey: string, text: string): FillResult;
  /** By a fresh reading of the page. */
  openBox: () => ChatBox | null;
  stop(): void;
}

/** The background may be stopped while it works; it starts again with the next message. After an update it never answers. */
const RETRY_MS = [200, 1000, 5000, 30_000];
/** So many reports wait at most: whoever leafs on for minutes without a background opens the first pages again. */
const MAX_UNSENT = 20;

export function startPageSession({ view, report, layer, readPage, showBox, now, isAlive }: Outside): PageSession {
  const reporter = new Reporter();
  const isFrame = view.top !== view;
  let hasSpoken = false;
  let marks: PageMarks | null = null;
  let isOverlayOn = false;
  let isStopped = false;
  let failures = 0;
  let retryTimer = 0;
  /** What did not arrive, the oldest first: by the time of the retry the page may show something else. */
  const unsent: PageReport[] = [];
  let newest: PageReport | null = null;

  const draw = () => {
    const reading = watch.current();
    layer.show(isOverlayOn && reading && marks ? chipsOf(reading, marks) : []);
    showBox(isOverlayOn && reading ? chatBoxOf(reading) : null);
  };
  const drawNothing = () => {
    layer.remove();
    showBox(null);
  };
  const readNow = () => readPage(view.document, new URL(view.location.href));
  const observed = new ObservedRows();
  const tell = (reading: PageReading) => {
    if (!isAlive()) return stop();
    const batch = observed.over(reading.batch, view.location.pathname, now());
    // A frame that is no page of ours has nothing to say about its tab.
    if (isFrame && !hasSpoken && batch.page === 'unknown') return;
    const next = reporter.report({ ...reading, batch }, now());
    if (next) {
      hasSpoken = true;
      newest = next;
      report(next).then(
        (answer) => {
          if (isStopped) return;
          failures = 0;
          marks = answer;
          draw();
        },
        () => {
          unsent.push(next);
          retryLater();
        },
      );
    }
    draw();
  };
  const retryLater = () => {
    if (isStopped) return;
    unsent.splice(0, unsent.length - MAX_UNSENT);
    const waitMs = RETRY_MS[failures];
    failures += 1;
    view.clearTimeout(retryTimer);
    if (waitMs === undefined) reporter.forget();
    else retryTimer = view.setTimeout(() => void sayAgain(), waitMs);
  };
  const sayAgain = async () => {
    let said: PageReport | null = null;
    for (let [first] = unsent; first !== undefined; [first] = unsent) {
      const answer = await report(first).catch(() => null);
      if (isStopped) return;
      if (answer === null) return retryLater();
      said = unsent.shift()!;
      marks = answer;
    }
    failures = 0;
    if (said === newest) return draw();
    // Something newer was said in between: it has to be the last word on this tab.
    reporter.forget();
    watch.readAgain();
  };
  const watch = watchPage(view, readPage, (reading) => {
    observed.pageWasRead();
    tell(reading);
  });

  const stop = () => {
    isStopped = true;
    view.clearTimeout(retryTimer);
    watch.stop();
    drawNothing();
    stopMoments();
  };
  const stopMoments = watchMoments(view, {
    // Another page of the tab was shown in between, so everything is said again.
    comesBack: () => reporter.forget(),
    // The tab stays when a frame goes, and shows nothing of ours any more.
    leaves() {
      reporter.forget();
      const gone = isFrame && hasSpoken && isAlive() ? reporter.report(emptyReading(null, 'unknown'), now()) : null;
      if (gone) report(gone).catch(() => {});
      reporter.forget();
    },
    isLookedAt() {
      if (!isAlive()) stop();
    },
  });

  return {
    takeObserved(batch) {
      if (isStopped) return;
      observed.add(batch, view.location.pathname, now());
      tell(watch.current() ?? emptyReading(platformOf(new URL(view.location.href)), 'unknown'));
    },
    setOverlay(isOn) {
      if (isStopped) return;
      isOverlayOn = isOn;
      if (isOn) draw();
      else drawNothing();
    },
    fill: (customerKey, text) => fillEditor(readNow(), customerKey, text),
    openBox: () => chatBoxOf(readNow()),
    stop,
  };
}

function chipsOf({ buyers, conversations }: PageReading, marks: PageMarks): Chip[] {
  const onRows = buyers.flatMap(({ orderId, element }) => {
    const mark = ownMark(marks.byOrderId, orderId);
    return mark ? [{ ...mark, anchor: element }] : [];
  });
  const onConversations = conversations.flatMap(({ key, element }) => {
    const mark = ownMark(marks.byChatKey, key);
    return mark ? [{ ...mark, anchor: element }] : [];
  });
  return [...onRows, ...onConversations];
}

/** A buyer may be called `constructor`. */
function ownMark(marks: Record<string, BuyerMark>, key: string): BuyerMark | undefined {
  return Object.hasOwn(marks, key) ? marks[key] : undefined;
}
