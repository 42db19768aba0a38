/** The list of what was done with the data as a whole: what, when, how many. It names nobody. */
export const auditKinds = [
  'exported',
  'unmasked',
  'backupSaved',
  'restored',
  'retentionSet',
  'expired',
  'customerForgotten',
  'shopDeleted',
  'storeDeleted',
  'lockSet',
  'lockChanged',
  'lockRemoved',
  'sealedDropped',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Why whole names are wanted in a file: one of these, so that no reason can name a person. */
export const unmaskReasons = ['platform', 'accounting', 'customerAsked', 'otherSystem', 'authority'] as const;
export type UnmaskReason = (typeof unmaskReasons)[number];

/** What can be saved as a table. */
export const exportSets = ['customers', 'segment', 'orders', 'contacts', 'workOrders', 'audit'] as const;
export type ExportSet = (typeof exportSets)[number];

/** What can be saved at all: also a table or a picture of figures just as it stands on the screen. */
export const exportedThings = [...exportSets, 'shownTable', 'shownPicture'] as const;
export type ExportedThing = (typeof exportedThings)[number];

export interface AuditEntry {
  /** Sorts by time. */
  id: string;
  /** Epoch ms. */
  at: number;
  kind: AuditKind;
  /** Of an export: which table. */
  what: ExportedThing | null;
  reason: UnmaskReason | null;
  /** How many records, by table or by kind. */
  counts: Record<string, number>;
}
