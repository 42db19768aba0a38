import { contactSchema, type Contact } from '../../lib/model/event.ts';

/** A reply copied for the customer `c1`, without an offer. */
export function makeContact(changes: Partial<Contact> = {}): Contact {
  return contactSchema.parse({
    customerId: 'c1',
    channel: 'chat',
    how: 'copied',
    templateId: null,
    playbookId: null,
    isOffer: false,
    overrides: null,
    ...changes,
  });
}
