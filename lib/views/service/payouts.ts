/** Rewards of referrals that are still to be paid, of all shops: who referred whom, how much, until when. */
import { payoutState, registerOf, type PayoutState, type Referral } from '../../actions/rights.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { dayListRules } from '../../rules/playbooks.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readAllRights } from '../actions/shop-practice.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';

export interface PayoutView {
  referral: Referral;
  state: PayoutState;
  /** Who referred, as links make them now. */
  customerId: string;
  /** Who came; null for one of whom at most a name was noted. */
  friendId: string | null;
}

/** @returns those due first at the head */
export async function readPayouts(db: LiukeDatabase, now: number): Promise<PayoutView[]> {
  const { referrals } = registerOf(await readAllRights(db), dayListRules.trialSeats);
  const ids = referrals.flatMap(({ right: { customerId, friendId } }) => [customerId, friendId ?? []].flat());
  const idsNow = await readCustomerIdsNow(db, [...new Set(ids)]);
  const idNow = (id: string) => idsNow.get(id) ?? id;
  return referrals.map((referral) => {
    const { customerId, friendId } = referral.right;
    return {
      referral,
      state: payoutState(referral, dayOf(now)),
      customerId: idNow(customerId),
      friendId: friendId ? idNow(friendId) : null,
    };
  });
}
