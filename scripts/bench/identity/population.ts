/**
 * An invented shop's buyers as its pages would show them: most orders under a mask, some customers known by their uid. Names and
 * masks are spread as far as public sources tell: many nicks that the platform gave (`tb` and digits), surnames by their frequency,
 * a long tail of other characters.
 */
import { tailOfUid, type BuyerClues } from '../../../lib/insight/identity/buyer-clues.ts';
import { nameShares, type NameShares } from '../../../lib/insight/identity/compare.ts';
import type { Place } from '../../../lib/model/order.ts';
import { linkModel } from '../../../lib/rules/identity.ts';
import { randomOf, type Random } from '../../demo/shop/random.ts';

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Per 1,000 people, Ministry of Public Security's report on names, 2021; the rest is the long tail below. */
const surnames: readonly (readonly [string, number])[] = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹',
  (surname, rank) => [surname, 72 / (1 + rank * 0.32)] as const,
);
const OTHER_CHARACTERS = 3_000;
const FIRST_CHARACTER = 0x4e00;

/** How pages are in this shop. */
export interface PageTraits {
  /** The mask shows the last character, too (`f***h`). */
  showsLast: boolean;
  /** Share of masked orders of which a page shows the city. */
  withPlace: number;
  /** Share of orders whose number ends in the tail of the buyer's uid. */
  constantTail: number;
  /** Share of customers whose uid some page shows. */
  known: number;
}

export interface Population {
  /** Masked orders and known customers. */
  parties: BuyerClues[];
  /** Who stands behind each party. */
  personOf: Map<string, number>;
  names: NameShares;
  buyers: number;
}

export function populationOf(customers: number, seed: number, traits: PageTraits): Population {
  const random = randomOf(seed);
  const parties: BuyerClues[] = [];
  const personOf = new Map<string, number>();
  const counts = new Map<string, number>();
  const add = (person: number, party: BuyerClues) => {
    parties.push(party);
    personOf.set(party.party, person);
    for (const first of [Array.from(party.name!)[0]!, '']) counts.set(first, (counts.get(first) ?? 0) + 1);
  };
  let masked = 0;
  let known = 0;
  for (let person = 0; person < customers; person += 1) {
    const uid = `22${random.text(DIGITS, 11)}`;
    const nick = nickOf(random);
    const home = placeOf(random);
    const tailOfOrder = () => (random.chance(traits.constantTail) ? tailOfUid(uid)! : random.text(DIGITS, 6));
    let orders = orderCount(random);
    if (random.chance(traits.known)) {
      known += 1;
      const tails = [...new Set([tailOfUid(uid)!, tailOfOrder()])];
      add(person, { party: `customer ${person}`, tails, name: nick, keys: [{ kind: 'uid', id: uid }], ...nothing });
      orders -= 1;
    }
    for (let order = 0; order < orders; order += 1) {
      masked += 1;
      // Some change their nick, some orders are gifts to another place.
      const name = random.chance(0.03) ? nickOf(random) : nick;
      const place = random.chance(0.15) ? placeOf(random) : home;
      add(person, {
        party: `taobao:${person}.${order}`,
        tails: [tailOfOrder()],
        name: maskOf(name, traits.showsLast),
        keys: [],
        phoneHash: null,
        place: random.chance(traits.withPlace) ? place : null,
      });
    }
  }
  const buyers = known + masked / linkModel.ordersPerMaskedBuyer;
  return { parties, personOf, names: nameShares(linkModel, counts), buyers };
}

const nothing = { phoneHash: null, place: null } as const;

/** Six in ten buy once; the others come back again and again. */
function orderCount(random: Random): number {
  let count = 1;
  for (let share = 0.4; random.chance(share); share = 0.6) count += 1;
  return count;
}

function nickOf(random: Random): string {
  return random.weighted<() => string>([
    [() => `tb${random.text('123456789', 1)}${random.text(DIGITS, random.int(6, 9))}`, 45],
    [() => character(random) + character(random) + random.pick(['', '', DIGITS[random.int(0, 9)]!]), 25],
    [() => random.weighted(surnames) + character(random), 12],
    [() => random.text(LETTERS, random.int(4, 9)) + random.pick(['', random.text(DIGITS, 3)]), 15],
    [() => random.text(DIGITS, random.int(6, 10)), 3],
  ])();
}

/** Few characters are common and most are rare: the rank is spread evenly in its logarithm (Zipf's law). */
function character(random: Random): string {
  const rank = Math.floor(Math.exp(random.next() * Math.log(OTHER_CHARACTERS)));
  return String.fromCodePoint(FIRST_CHARACTER + rank);
}

function maskOf(nick: string, showsLast: boolean): string {
  const letters = Array.from(nick);
  return showsLast ? `${letters[0]}***${letters.at(-1)}` : `${letters[0]}**`;
}

/** A province by its population, and one of its cities, the largest as large as the model takes it for. */
function placeOf(random: Random): Place {
  const { shares } = linkModel.provinces;
  const province = random.weighted(Object.entries(shares));
  const isLargest = random.chance(linkModel.largestCity);
  return { province, city: isLargest ? '一' : `${random.int(2, 14)}` };
}
