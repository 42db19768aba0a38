/**
 * Who is one customer: parties joined by links that hold. What a person said holds; what pages prove holds unless a person refused
 * it or the proofs contradict each other; nothing else does. The outcome depends on the links alone, not on the order in which
 * they came.
 */
import type { KeyKind } from '../../model/identity.ts';
import { inOrder, isOrderParty, linkIdOf } from '../../model/link.ts';

/** A link as it stands now. */
export interface Tie {
  parties: readonly [string, string];
  /** By what each party is known; null for a masked order. */
  kinds: readonly [KeyKind | 'nick' | null, KeyKind | 'nick' | null];
  isProven: boolean;
  decision: 'confirmed' | 'refused' | null;
  /** The id of the customer that two masked orders make. */
  newCustomerId: string | null;
}

/** @returns those of the links that hold */
export function holding<T extends Tie>(ties: readonly T[]): T[] {
  const doubtful = new Set(contradicting(ties));
  return ties.filter(
    (tie) => tie.decision === 'confirmed' || (tie.decision === null && tie.isProven && !doubtful.has(tie)),
  );
}

/**
 * Proofs that cannot all be true: they would make one person of two keys of one kind. A person has one uid, so of a key that was
 * seen with two, nobody knows whose it is.
 */
export function contradicting<T extends Tie>(ties: readonly T[]): T[] {
  const proofs = ties.filter(({ isProven, decision }) => isProven && decision === null);
  const isOfKeys = ({ kinds }: Tie) => kinds[0] !== null && kinds[1] !== null;
  const betweenKeys = componentsOf(proofs.filter(isOfKeys));
  // A masked order takes no part in joining keys; it is in doubt when it was seen with two keys of one kind itself.
  const ofOrders = [...Map.groupBy(proofs.filter(isOfOrder), orderOf).values()];
  return [...betweenKeys, ...ofOrders].filter(hasTwoOfAKind).flat();
}

/** @returns party -> the id of the customer it is part of; parties on their own are left out */
export function partition(ties: readonly Tie[]): Map<string, string> {
  const groups = new Map<string, string>();
  for (const component of componentsOf(holding(ties))) {
    const parties = component.flatMap((tie) => tie.parties);
    const customers = parties.filter((party) => !isOrderParty(party)).toSorted();
    const made = component.flatMap(({ newCustomerId }) => newCustomerId ?? []).toSorted();
    const id = customers[0] ?? made[0];
    for (const party of parties) if (id !== undefined) groups.set(party, id);
  }
  return groups;
}

function isOfOrder({ parties }: Tie): boolean {
  return parties.some(isOrderParty);
}

function orderOf({ parties }: Tie): string {
  return parties.find(isOrderParty)!;
}

function hasTwoOfAKind(ties: readonly Tie[]): boolean {
  const keyOfKind = new Map<KeyKind, string>();
  return ties.some(({ parties, kinds }) =>
    parties.some((party, side) => {
      const kind = kinds[side];
      // Nicks may be changed, so a person may have had several.
      if (!kind || kind === 'nick') return false;
      const known = keyOfKind.get(kind);
      keyOfKind.set(kind, party);
      return known !== undefined && known !== party;
    }),
  );
}

/** Links that hang together by their parties. */
function componentsOf<T extends Tie>(ties: readonly T[]): T[][] {
  const heads = new Map<string, string>();
  const headOf = (party: string): string => {
    let head = party;
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next;
    if (head !== party) heads.set(party, head);
    return head;
  };
  for (const { parties } of ties) {
    const [low, high] = inOrder([headOf(parties[0]), headOf(parties[1])]);
    if (low !== high) heads.set(high, low);
  }
  return [...Map.groupBy(ties, ({ parties }) => headOf(parties[0])).values()].map((component) =>
    component.toSorted((a, b) => (linkIdOf(a.parties) < linkIdOf(b.parties) ? -1 : 1)),
  );
}
