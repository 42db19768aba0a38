/**
 * Every message, grouped by who may call. A page's script may report what it sees and nothing else; only our own panel and
 * popup may give commands; a page's script obeys only them.
 */
import { contactSchema } from '../model/event.ts';
import { pageReportSchema, type Health, type Reject } from '../model/capture.ts';
import { z } from '../model/zod.ts';

/** From the script in a seller's page to the background. */
export const fromPage = {
  reportPage: pageReportSchema,
} as const;

/** From our panel and popup to the background. */
export const fromUi = {
  recordContact: contactSchema,
  undoEvent: z.object({ eventId: z.string().min(1) }),
  setOverlay: z.object({ isOn: z.boolean() }),
} as const;

/** From our panel to the script in one tab's page. */
export const toPage = {
  fillReply: z.object({ customerKey: z.string().min(1), text: z.string().min(1).max(2000) }),
} as const;

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

export interface Outputs {
  reportPage: PageMarks;
  recordContact: { eventId: string };
  undoEvent: { eventId: string };
  setOverlay: void;
  fillReply: FillResult;
}

export type FromPage = typeof fromPage;
export type FromUi = typeof fromUi;
export type ToPage = typeof toPage;
export type Input<Group, Name extends keyof Group> = Group[Name] extends z.ZodType ? z.infer<Group[Name]> : never;
export type Handlers<Group> = {
  [Name in keyof Group & keyof Outputs]: (input: Input<Group, Name>, sender: Sender) => Promise<Outputs[Name]>;
};

/** Who sent a message, as the browser vouches for it. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}
