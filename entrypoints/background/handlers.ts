/** Message -> pipeline. What a page reports is ingested, its tab's state is published, its buyers' marks go back. */
import { setPreciseMode } from '../../lib/browser/precise-mode.ts';
import { overlaySetting } from '../../lib/browser/settings.ts';
import { ReportTurns } from '../../lib/browser/report-turns.ts';
import { getPageState, setLayoutBadge, setPageState } from '../../lib/browser/page-states.ts';
import { putTypedCheck } from '../../lib/browser/typed-check.ts';
import { shopPackProblem } from '../../lib/compliance/shop-pack.ts';
import { fromPage, fromUi } from '../../lib/messaging/protocol.ts';
import { RefusedError } from '../../lib/model/refused.ts';
import { isOwnPage, isPageScript, service } from '../../lib/messaging/server.ts';
import { openCustomerIds, type CustomerIds } from '../../lib/pipeline/customer-id.ts';
import { orderRebuild } from '../../lib/pipeline/columns.ts';
import { beginImport, dismissImport, endImport } from '../../lib/pipeline/import/import-job.ts';
import { preparePortion, putPrepared } from '../../lib/pipeline/import/import-portion.ts';
import { undoForAWhile } from '../../lib/pipeline/import/undo-import.ts';
import { confirmLink, refuseLink } from '../../lib/pipeline/decide-links.ts';
import { recordCustomerNote, recordCustomerTag } from '../../lib/pipeline/record-customer-note.ts';
import {
  recordColumnMapping,
  recordContact,
  recordContacts,
  recordDoNotDisturb,
  recordPutOffs,
  recordSegment,
  recordSegmentRemoval,
  recordShopRules,
  recordShopSettings,
  recordTemplateRemoval,
  undoEvent,
  undoEvents,
} from '../../lib/pipeline/record-event.ts';
import { recordOwnNumbers } from '../../lib/pipeline/record-numbers.ts';
import {
  recordCustomerDate,
  recordCustomerDateRemoval,
  recordMoment,
  recordMomentRemoval,
  recordRight,
  recordRightSettled,
  recordShopPractice,
} from '../../lib/pipeline/record-practice.ts';
import { beginRestore, endRestore, OtherStoreError, restorePortion } from '../../lib/pipeline/restore.ts';
import { WrittenCustomers } from '../../lib/pipeline/import/written-customers.ts';
import { saveTemplates } from '../../lib/pipeline/save-templates.ts';
import { openShopLinter } from '../../lib/pipeline/shop-linter.ts';
import { inPause } from '../../lib/pipeline/in-pause.ts';
import { takeInPage } from '../../lib/pipeline/take-in-page.ts';
import { observedPages } from '../../lib/platforms/seller-pages.ts';
import { labelText } from '../../lib/browser/i18n.ts';
import { hearBuyer } from '../../lib/replies/heard.ts';
import { complianceRules } from '../../lib/rules/compliance.ts';
import {
  promiseRules,
  replyTemplates,
  replyVariables,
  sceneRules,
  structureParts,
  topicWords,
} from '../../lib/rules/replies.ts';
import { shopPolicies } from '../../lib/rules/shop-policies.ts';
import { openReplySearch } from '../../lib/views/replies/reply-search.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { StorageFullError } from '../../lib/store/store-trouble.ts';
import { readCustomerPossibleLinks, readPageLinks } from '../../lib/views/links/possible-links.ts';
import type { Maintenance } from './maintenance.ts';
import { leaveSight, type Clocks } from './clock-watch.ts';
import { marksBy } from './marks.ts';
import { serviceHandlers } from './service-handlers.ts';
import { openStages } from '../../lib/views/customers/stage-in-question.ts';
import { readPaste } from './read-paste.ts';
import { privacyHandlers } from './privacy-handlers.ts';
import { lockHandlers } from './lock-handlers.ts';
import { offerHandlers } from './offer-handlers.ts';

/** So long a screen reads and draws who is on the page, or who writes: what else the page tells is worked out after it. */
const DRAW_MS = 100;

/** Until then a screen is made of what a page said: nothing else is to take its time. */
const SCREEN_MS = 500;

/** Who leafs on within this time finds the store free. */
const LEAF_MS = 3000;

/** Well within the half minute after which a browser stops a worker. */
const MOST_PUT_OFF_MS = 20_000;

/**
 * @param db the one writer's database
 * @param maintenance is told when there may be work that need not be waited for
 * @param clocks are looked at when what they rest on may have changed
 */
export function createServices(db: LiukeDatabase, maintenance: Maintenance, clocks: Clocks) {
  let ids = openedOnce(db);
  const linter = openShopLinter(db);
  const stages = openStages(db);
  const turns = new ReportTurns();
  const maintainInPause = inPause(LEAF_MS, MOST_PUT_OFF_MS, () => maintenance.wanted());
  const lookInPause = inPause(SCREEN_MS, MOST_PUT_OFF_MS, () => clocks.look());
  const page = service(fromPage, isPageScript, {
    async reportPage(report, { tab, frameId = 0 }) {
      const turn = turns.begin();
      const seen = await takeInPage(db, ids(), report, Date.now(), async (shown) => {
        if (tab?.id === undefined || !turns.mayShow({ tabId: tab.id, frameId }, turn)) return;
        const state = { tabId: tab.id, ...shown };
        const left = await setPageState(state, frameId);
        const leftAt = Date.now();
        await setLayoutBadge(state);
        await pause(DRAW_MS);
        await leaveSight(db, left, leftAt, state.chat?.customerId);
      });
      maintainInPause();
      if (seen.state.chat) lookInPause();
      // Nothing of it is stored: the page says it again a little later.
      if (seen.state.problem === 'storageFull') throw new StorageFullError(null);
      return {
        byOrderId: marksBy(seen.byOrderId),
        byChatKey: marksBy(seen.byChatKey),
        rejects: seen.state.rejects,
        health: seen.state.health,
      };
    },
    async bringTypedCheck(_, { tab, frameId }) {
      if (tab?.id !== undefined) await putTypedCheck(tab.id, frameId ?? 0);
    },
    // Here, since the rules are larger than a page's script may be; the text is looked at and forgotten.
    async lintTyped({ text, platform }, { tab }) {
      const state = tab?.id === undefined ? null : await getPageState(tab.id);
      const stage = state?.chat?.settled ? await stages.of(state.chat.customerId) : null;
      return await linter.lint({ text, platform, channel: 'chat', shopId: state?.shopId ?? null, stage });
    },
  });
  const allNoted = (eventIds: string[]) => {
    maintenance.wanted();
    clocks.look();
    return { eventIds };
  };
  const noted = (eventId: string) => {
    allNoted([eventId]);
    return { eventId };
  };
  const written = new WrittenCustomers();
  let portionTurn: Promise<void> = Promise.resolve();
  const nothing = () => {};
  const replySearch = openReplySearch(db, labelText);
  /** What was done may have changed the library. */
  const afterwards = <Answer>(answer: Answer): Answer => {
    replySearch.forget();
    return answer;
  };
  /** Or whatever else is kept of the log. */
  const afterAnything = <Answer>(answer: Answer): Answer => {
    linter.forget();
    return afterwards(answer);
  };
  const changed = () => {
    afterAnything(undefined);
    written.clear();
    ids = openedOnce(db);
  };
  // So it is whenever the store was opened, too: opened again it may be a new one, the browser having lost the former, and that is to be said.
  db.seal.whenTaken(() => {
    changed();
    if (db.openings > 1) maintenance.wanted();
  });
  const ui = service(fromUi, isOwnPage, {
    ...privacyHandlers({ db, maintenance, ids: async () => await ids(), changed }),
    recordContact: async (contact, _, command) => noted(await recordContact(db, contact, command)),
    recordContacts: async (contacts, _, command) => ({ eventIds: await recordContacts(db, contacts, command) }),
    putOffSuggestions: async (putOffs, _, command) => ({ eventIds: await recordPutOffs(db, putOffs, command) }),
    undoEvent: async ({ eventId }, _, command) => afterAnything(noted(await undoEvent(db, eventId, command))),
    async undoEvents({ eventIds }, _, command) {
      afterAnything(await undoEvents(db, eventIds, command));
      maintenance.wanted();
      clocks.look();
    },
    lint: async (asked) => await linter.lint(asked),
    setOverlay: async ({ isOn }) => await overlaySetting.setValue(isOn),
    setPreciseMode: async ({ platform, isOn }) =>
      await setPreciseMode({ platform, matches: observedPages[platform] }, isOn),
    setDoNotDisturb: async (wish, _, command) => noted(await recordDoNotDisturb(db, wish, command)),
    // Here, since the panel is small and needs nothing of how it is worked out.
    findPossibleLinks: async (asked) =>
      'customerId' in asked
        ? await readCustomerPossibleLinks(db, asked.customerId)
        : await readPageLinks(db, asked.shopId, asked.orderRecordIds),
    confirmLink: async (link, _, command) => noted(await confirmLink(db, await ids(), link, command)),
    refuseLink: async (link, _, command) => noted(await refuseLink(db, link, command)),
    setShopSettings: async (choice, _, command) => noted(await recordShopSettings(db, choice, command)),
    setShopPractice: async (choice, _, command) => noted(await recordShopPractice(db, choice, command)),
    setOwnNumbers: async (all, _, command) => allNoted(await recordOwnNumbers(db, all, command)),
    setMoment: async (setting, _, command) => noted(await recordMoment(db, setting, command)),
    removeMoment: async (removal, _, command) => noted(await recordMomentRemoval(db, removal, command)),
    setCustomerDate: async (setting, _, command) => noted(await recordCustomerDate(db, setting, command)),
    removeCustomerDate: async (removal, _, command) => noted(await recordCustomerDateRemoval(db, removal, command)),
    tagCustomer: async (tag, _, command) => noted(await recordCustomerTag(db, tag, command)),
    noteCustomer: async (note, _, command) => noted(await recordCustomerNote(db, note, command)),
    async noteRight(note, _, command) {
      const answer = await recordRight(db, note, command);
      return 'refused' in answer ? answer : noted(answer.eventId);
    },
    settleRight: async (settlement, _, command) => noted(await recordRightSettled(db, settlement, command)),
    async setShopRules(rules, _, command) {
      const problem = rules.content === null ? null : shopPackProblem(rules.content, complianceRules, shopPolicies);
      if (problem)
        throw new RefusedError('rulesUnfit', `expected rules that can be used, found ${JSON.stringify(problem)}`);
      return afterAnything({ eventId: await recordShopRules(db, rules, command) });
    },
    checkShopRules: async ({ content }) => shopPackProblem(content, complianceRules, shopPolicies),
    readShippedRules: async () => ({
      version: complianceRules.version,
      rules: complianceRules.rules.map(({ id, name, severity }) => ({ id, name, severity })),
      policies: shopPolicies.policies.map(({ id, name }) => ({ id, name })),
    }),
    saveSegment: async (segment, _, command) => noted(await recordSegment(db, segment, command)),
    removeSegment: async ({ segmentId }, _, command) => noted(await recordSegmentRemoval(db, segmentId, command)),
    async beginRestore({ identitySecret }) {
      try {
        await beginRestore(db, identitySecret);
      } catch (error) {
        if (error instanceof OtherStoreError) return { isPossible: false };
        throw error;
      }
      // From here on customers are known by the backup's key.
      ids = openedOnce(db);
      return { isPossible: true };
    },
    restorePortion: async (portion) => ({ taken: await restorePortion(db, portion) }),
    async endRestore() {
      const left = afterAnything(await endRestore(db, Date.now()));
      maintenance.wanted();
      clocks.look();
      return { left };
    },
    beginImport: async (start) => await beginImport(db, start, Date.now()),
    // The next portion is looked through while this one is written; written they are in their order.
    async importPortion(portion) {
      const prepared = ids().then(async (known) => await preparePortion(db, known, portion));
      if (portion.number === 0) written.clear();
      const put = portionTurn.then(async () => await putPrepared(db, await prepared, written));
      portionTurn = put.then(nothing, nothing);
      return await put;
    },
    async endImport({ importId }) {
      const job = await endImport(db, importId);
      maintenance.wanted();
      return job;
    },
    async undoImport({ importId }) {
      written.clear();
      const left = await undoForAWhile(db, importId);
      if (left === 0) maintenance.wanted();
      return { left };
    },
    saveColumnMapping: async (said, _, command) => noted(await recordColumnMapping(db, said, command)),
    dismissImport: async ({ importId }) => await dismissImport(db, importId),
    ...lockHandlers(db, maintenance),
    ...offerHandlers(db, linter),
    // From here, since they are larger than the panel may grow.
    readReplies: async () => ({
      templates: replyTemplates,
      variables: replyVariables,
      scenes: sceneRules.scenes.map(({ id, label, problem, isStructured }) => ({ id, label, problem, isStructured })),
      promiseRules,
      structureParts,
    }),
    hearBuyer: async ({ messages }) => hearBuyer(messages, sceneRules, topicWords),
    readPaste: async (asked) => await readPaste(db, await ids(), asked, Date.now()),
    searchReplies: async (asked) => await replySearch.search(asked, Date.now()),
    saveTemplates: async (asked, _, command) => afterwards(await saveTemplates(db, linter, asked, command)),
    removeTemplate: async ({ templateId }, _, command) =>
      afterwards({ eventId: await recordTemplateRemoval(db, templateId, command) }),
    ...serviceHandlers(db, clocks, noted),
    async rebuildColumns() {
      await orderRebuild(db);
      maintenance.wanted();
    },
  });
  return [page, ui];
}

/** The key of the customers' ids: opened when it is first needed, and again after the store could not be written or opened. */
function openedOnce(db: LiukeDatabase): () => Promise<CustomerIds> {
  let opening: Promise<CustomerIds> | null = null;
  return () => {
    opening ??= openCustomerIds(db).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
