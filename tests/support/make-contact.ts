import { contactSchema, type Contact } from '../../lib/model/event.ts';
import { makeCustomerId } from './make-history.ts';

/** A reply copied for one customer, without an offer. */
export function makeContact(changes: Partial<Contact> = {}): Contact {
  return contactSchema.parse({
    customerId: makeCustomerId(1),
    channel: 'chat',
    how: 'copied',
    templateId: null,
    playbookId: null,
    isOffer: false,
    overrides: null,
    ...changes,
  });
}
