import { describe, expect, test } from 'vitest';
import { addWord, emptyNode, wordProblem, type WordNode } from '../../../lib/compliance/word-graph.ts';

/** Every form that leads to an end, and how many nodes there are. */
function read(written: string): { forms: string[]; nodes: number } {
  const root = emptyNode<null>('no');
  addWord(root, written, 'no', null);
  const nodes = new Set<WordNode<null>>();
  const forms: string[] = [];
  const visit = (node: WordNode<null>, form: string): void => {
    nodes.add(node);
    if (node.ends.length > 0) forms.push(form);
    for (const [letter, all] of node.next) for (const next of all) visit(next, form + letter);
  };
  visit(root, '');
  return { forms: forms.toSorted(), nodes: nodes.size };
}

describe('a written word stands for', () => {
  test.each<[string, string[]]>([
    ['微信', ['微信']],
    ['退(货|款|)', ['退', '退款', '退货']],
    ['(不|没)(给|让)退', ['不给退', '不让退', '没给退', '没让退']],
    ['关(了|(门|店)(了|))', ['关了', '关店', '关店了', '关门', '关门了']],
    ['(加|)微', ['加微', '微']],
  ])('%s: %j', (written, forms) => {
    expect(read(written).forms).toEqual(forms.toSorted());
  });

  test('any digit at #', () => {
    expect(read('返#元').forms).toHaveLength(10);
  });
});

test('ways join behind a bracket, so many forms make few nodes', () => {
  const { forms, nodes } = read('(一|二|三|四|五)(一|二|三|四|五)(一|二|三|四|五)');
  expect(forms).toHaveLength(125);
  expect(nodes).toBe(16);
});

test.each([
  ['退(货', /bracket/],
  ['退货)', /bracket/],
  ['(退|)', /at least one letter/],
  ['加 微', /without spaces/],
  ['VX', /folded/],
])('%s is refused with its reason', (written, reason) => {
  expect(wordProblem(written)?.message).toMatch(reason);
});

test('a good word is not refused', () => {
  expect(wordProblem('不(给|让)(退|换)#')).toBeNull();
});
