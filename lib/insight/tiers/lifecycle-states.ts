/** The states of a customer's life with the shop (SEG-15), apart from their schema: pages carry no schemas. */

/** In the order of a life: bought for the first time, buys, pauses, sleeps, is gone, came back. */
export const lifecycleStates = ['new', 'active', 'silent', 'dormant', 'lost', 'back'] as const;
export type LifecycleState = (typeof lifecycleStates)[number];
