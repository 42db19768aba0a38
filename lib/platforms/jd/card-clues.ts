/**
 * What a card of the JD list shows beside the mask of an account: province and city, and the last four digits of the phone
 * (`王**，陕西安康市紫阳县**********`, `1******7861`). A clue that is not certain is none. Name and address are not kept, nor are the
 * digits: the background makes a keyed hash of them.
 */
import type { SeenClues } from '../../model/order.ts';
import { placeIn } from '../reading/places.ts';
import { linesOf } from '../reading/text.ts';

const PHONE_TAIL = /^1\*{6}(\d{4})$/;
/** Blurred from the county on. */
const ADDRESS = /(?:^|[，,])([^，,*]+)\*{10}$/;

/** Null where the card shows neither. */
export function cluesIn(card: Element): SeenClues | null {
  const column = card.querySelector('[prop="consigneeInfo"]');
  const lines = column ? linesOf(column) : [];
  const phoneTail = only(lines.flatMap((line) => PHONE_TAIL.exec(line)?.[1] ?? []));
  const address = only(lines.flatMap((line) => ADDRESS.exec(line)?.[1] ?? []));
  const place = address === null ? null : placeIn(address.trim());
  return phoneTail === null && place === null ? null : { phoneTail, place };
}

/** Null also of several that differ. */
function only(texts: readonly string[]): string | null {
  return new Set(texts).size === 1 ? texts[0]! : null;
}
