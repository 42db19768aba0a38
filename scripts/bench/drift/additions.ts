/** Mutations that add what is no order: decoys beside and in the orders, and rows that are still loading. */
import type { Random } from '../../demo/shop/random.ts';
import type { Mutation } from './mutation.ts';
import { rowsOf } from './rows.ts';
import { wordsOfPromotion, wordsOfRemark, wordsOutside } from './words.ts';

const ARTICLE = 'a[href*="item.jd.com"], a[href*="tradeSnap"], .sku-name';

export const additionMutations: readonly Mutation[] = [
  {
    name: 'decoys outside',
    apply(document, random, truth) {
      const [first] = rowsOf(document, truth);
      for (let count = random.int(2, 5); count > 0; count -= 1) {
        const decoy = boxOf(document, 'notice', random.pick(wordsOutside)(random));
        const where = random.int(0, 2);
        if (where === 0) document.body.prepend(decoy);
        else if (where === 1 || !first || first.tagName === 'TR') document.body.append(decoy);
        else first.before(decoy);
      }
    },
  },
  {
    name: 'remarks in orders',
    apply(document, random, truth) {
      for (const row of rowsOf(document, truth)) {
        if (random.chance(0.6))
          remarkPlace(row, truth).append(boxOf(document, 'remark-cell__text', wordsFor(random, truth)));
      }
    },
  },
  {
    name: 'promotions in lines',
    apply(document, random, truth) {
      for (const row of rowsOf(document, truth)) {
        const title = random.pick([...row.querySelectorAll(ARTICLE), row]);
        if (title === row) continue;
        const cell = title.closest('td') ?? title.parentElement!;
        cell.append(boxOf(document, 'promo-tag', random.pick(wordsOfPromotion)(random)));
      }
    },
  },
  {
    name: 'skeleton rows',
    apply(document, random, truth) {
      for (const row of rowsOf(document, truth)) {
        if (row.tagName === 'TR' || !random.chance(0.6)) continue;
        const skeleton = row.cloneNode(true) as Element;
        emptied(skeleton);
        if (random.chance(0.5)) row.before(skeleton);
        else row.after(skeleton);
      }
    },
  },
];

function wordsFor(random: Random, { platform }: { platform: string | null }): string {
  const words = random.pick(wordsOfRemark)(random);
  return platform === 'taobao' ? words.replace('¥', '￥') : words;
}

function boxOf(document: Document, name: string, html: string): Element {
  const box = document.createElement('div');
  box.setAttribute('class', name);
  box.innerHTML = html;
  return box;
}

/** JD: the column of remarks, the last of a card. Taobao: the line above the table. */
function remarkPlace(row: Element, { platform }: { platform: string | null }): Element {
  if (platform === 'jd') return row.querySelector('.card-body') ?? row;
  const cell = row.querySelector('td');
  return cell ?? row.firstElementChild ?? row;
}

/** Nothing is left of an order that loads but its boxes. */
function emptied(row: Element): void {
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      if (!['class', 'prop', 'style', 'rowspan', 'colspan', 'type'].includes(name)) element.removeAttribute(name);
    }
    for (const node of [...element.childNodes].filter(({ nodeType }) => nodeType !== 1)) node.remove();
  }
}
