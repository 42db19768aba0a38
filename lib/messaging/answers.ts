/** What each message is answered. */
import type { Severity } from '../compliance/compliance-rule.ts';
import type { Finding } from '../compliance/lint.ts';
import type { ShopPackProblem } from '../compliance/shop-pack-problem.ts';
import type { AuditEntry } from '../model/audit.ts';
import type { Health, Reject } from '../model/capture.ts';
import type { ImportProgress } from '../model/imported.ts';
import type { Label } from '../model/label.ts';
import type { Unlocked } from '../model/lock.ts';
import type { PasteAnswer } from '../model/pasted.ts';
import type { PossibleLink } from '../model/possible-link.ts';
import type { RetentionKind } from '../model/retention.ts';
import type { RefusedTemplate, WarnedTemplate } from '../replies/own-templates.ts';
import type { ReplyLibrary } from '../replies/reply-library.ts';
import type { Heard } from '../replies/heard.ts';

/** What the overlay draws beside a buyer: the tier, in the interface's language. */
export interface BuyerMark {
  tierId: string;
  label: string;
  tone: 'good' | 'calm' | 'watch' | 'risk';
  /** Why, in one sentence. */
  reason: string;
}

/** The background's answer to a report. */
export interface PageMarks {
  byOrderId: Record<string, BuyerMark>;
  byChatKey: Record<string, BuyerMark>;
  rejects: Reject[];
  health: Health;
}

/** Why a text was not put into the chat box. */
export type FillResult =
  | { filled: true }
  | { filled: false; because: 'noEditor' | 'otherCustomer' | 'notSettled' | 'notAccepted' };

/** A trial is not started while another of the same playbook runs, nor with words that must not be said. */
export type StartedTrial = { eventId: string } | { refused: 'runsAlready' } | { refused: 'wording'; rules: Label[] };

/** A trial whose seats are all taken takes nobody in. */
export type NotedRight = { eventId: string } | { refused: 'seatsTaken'; seats: number };

/** What ships, for whoever changes it for a shop. */
export interface ShippedRules {
  version: string;
  rules: { id: string; name: Label; severity: Severity }[];
  policies: { id: string; name: Label }[];
}

export interface Outputs {
  reportPage: PageMarks;
  bringTypedCheck: void;
  lintTyped: Finding[];
  recordContact: { eventId: string };
  /** An event for each, in the same order. */
  recordContacts: { eventIds: string[] };
  putOffSuggestions: { eventIds: string[] };
  undoEvent: { eventId: string };
  undoEvents: void;
  lint: Finding[];
  setOverlay: void;
  setPreciseMode: void;
  setDoNotDisturb: { eventId: string };
  findPossibleLinks: PossibleLink[];
  confirmLink: { eventId: string };
  refuseLink: { eventId: string };
  setShopSettings: { eventId: string };
  setShopPractice: { eventId: string };
  /** @throws RangeError of numbers that a rule does not allow; then none is saved */
  setOwnNumbers: { eventIds: string[] };
  setMoment: { eventId: string };
  removeMoment: { eventId: string };
  setCustomerDate: { eventId: string };
  removeCustomerDate: { eventId: string };
  tagCustomer: { eventId: string };
  noteCustomer: { eventId: string };
  noteRight: NotedRight;
  settleRight: { eventId: string };
  /** @throws Error of rules that cannot be used */
  setShopRules: { eventId: string };
  checkShopRules: ShopPackProblem | null;
  readShippedRules: ShippedRules;
  saveSegment: { eventId: string };
  removeSegment: { eventId: string };
  readReplies: ReplyLibrary;
  hearBuyer: Heard;
  readPaste: PasteAnswer;
  /** Ids of the best few, and how many there are. */
  searchReplies: { ids: string[]; total: number };
  /** An event for each that was saved; none for a trial. */
  saveTemplates: { eventIds: string[]; refused: RefusedTemplate[]; warned: WarnedTemplate[] };
  removeTemplate: { eventId: string };
  rebuildColumns: void;
  /** False when the store is another installation's. */
  beginRestore: { isPossible: boolean };
  restorePortion: { taken: number };
  /** Records of forgotten customers that were left out, by table. An answer, so that whoever asked knows a stopped worker from one that is done. */
  endRestore: { left: Record<string, number> };
  beginImport: ImportProgress;
  importPortion: ImportProgress;
  endImport: ImportProgress;
  /** How many portions are still to be taken back: ask again until there is none. */
  undoImport: { left: number };
  dismissImport: void;
  saveColumnMapping: { eventId: string };
  openWorkOrder: { eventId: string };
  /** @throws Error of what cannot be done, such as closing before the customer was told */
  noteWorkOrder: { eventId: string };
  settlePromise: { eventId: string };
  noteMend: { eventId: string };
  noteMendTold: { eventIds: string[] };
  setShopHours: { eventId: string };
  setServiceSettings: { eventId: string };
  setLabelOwners: { eventId: string };
  seeMissed: void;
  /** The receipt, as it stands in the audit list. */
  forgetCustomer: AuditEntry;
  /** It is gone for every screen; its records go one after the other, and the receipt comes at the end. */
  deleteShop: void;
  deleteStore: AuditEntry;
  setRetention: { eventId: string };
  /** How many records would go with these terms, by kind. */
  countExpired: Record<RetentionKind, number>;
  noteExport: void;
  setLock: Unlocked;
  unlock: Unlocked;
  lockNow: void;
  changePassphrase: Unlocked;
  removeLock: Unlocked;
  giveUpSealed: void;
  setAutoLock: void;
  takeCosts: { eventId: string };
  setActionSettings: { eventId: string };
  startTrial: StartedTrial;
  stopTrial: { eventId: string };
  fillReply: FillResult;
  areYouThere: boolean;
  openSample: void;
  removeSample: void;
}
