/** What the chat showed after a contact: that a message of ours went out, and whether the buyer wrote after it. Times alone. */
export interface AnswerRecord {
  /** Id of the contact's event. */
  contactId: string;
  customerId: string;
  sentAt: number;
  /** Null for none within the time that counts. */
  answeredAt: number | null;
  /** Without an answer, it is certain that none came in time. */
  isJudged: boolean;
  seenAt: number;
}
