import { describe, expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { canInsert, render } from '../../../lib/replies/render.ts';
import { replyTopicsSchema } from '../../../lib/replies/reply-topic-schema.ts';
import { placeholdersOf } from '../../../lib/replies/placeholders.ts';
import { voicesOf } from '../../../lib/replies/scene-weights.ts';
import { toneSchema } from '../../../lib/model/own-template.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';
import { benefits, playbooks } from '../../../lib/rules/playbooks.ts';
import { replyTemplates, replyVariables, sceneRules } from '../../../lib/rules/replies.ts';
import { tiers } from '../../../lib/rules/tiers.ts';

const { scenes, spellings } = sceneRules;
const examples = Object.fromEntries(replyVariables.map((variable) => [variable.name, variable.example]));

describe.each(replyTemplates)('template $id', (template) => {
  test('is clean on each of its platforms, bare and filled', () => {
    for (const platform of template.platforms) {
      for (const text of [template.text, render(template, examples).text])
        expect(lint(text, complianceRules, { platform })).toEqual([]);
    }
  });

  test('declares what it asks for, asks only for known variables, and can be inserted only when all are there', () => {
    const names = placeholdersOf(template.text);
    expect(template.variables.toSorted()).toEqual(names.toSorted());
    expect(names.filter((name) => !Object.hasOwn(examples, name))).toEqual([]);
    expect(canInsert(render(template, examples))).toBe(true);
    for (const name of names) {
      const { [name]: _, ...others } = examples;
      expect(render(template, others).missing).toEqual([name]);
      expect(canInsert(render(template, others))).toBe(false);
    }
  });

  test('is meant for known tiers only, in a known scene', () => {
    const known = new Set(tiers.map((tier) => tier.id));
    expect(template.tierIds.filter((id) => !known.has(id))).toEqual([]);
    expect(scenes.map((scene) => scene.id)).toContain(template.scene);
  });

  test('that speaks of sending back and of money names the kind of refund (TPL-35)', () => {
    if (!/退货/.test(template.text) || !/退款/.test(template.text)) return;
    expect(template.text).toMatch(/退货退款|仅退款/);
  });

  test('guesses no gender or age', () => expect(template.text).not.toMatch(/先生|女士|小姐|宝子|宝宝|哥|姐/));

  test('is short enough to be read in a chat', () => expect(template.text.length).toBeLessThanOrEqual(110));
});

const apologises = new Set(scenes.filter(({ isStructured }) => isStructured).map(({ id }) => id));
test.each(replyTemplates.filter(({ scene, topic }) => apologises.has(scene) && topic !== 'progress-done'))(
  '$id apologises before it explains (TPL-12)',
  ({ text }) => expect(text.split(/[，。！~]/)[0]).toMatch(/抱歉|道歉|歉意/),
);

describe('the library', () => {
  test('has at least 120 templates, each with its own id, and some for every scene', () => {
    console.log(
      `templates: ${replyTemplates.length} of ${new Set(replyTemplates.map(({ topic }) => topic)).size} topics`,
    );
    expect(replyTemplates.length).toBeGreaterThanOrEqual(120);
    expect(new Set(replyTemplates.map(({ id }) => id)).size).toBe(replyTemplates.length);
    expect(new Set(replyTemplates.map(({ scene }) => scene))).toEqual(new Set(scenes.map(({ id }) => id)));
  });

  test('says nothing twice', () => {
    expect(new Set(replyTemplates.map(({ text }) => text)).size).toBe(replyTemplates.length);
  });

  test.each(scenes.map(({ id }) => id))(
    'has something for %s on both platforms, for a customer of any tier or for some',
    (id) => {
      for (const platform of ['jd', 'taobao'] as const)
        expect(replyTemplates.some(({ scene, platforms }) => scene === id && platforms.includes(platform))).toBe(true);
    },
  );

  /** What a shop speaks of, and where it is said: all replies of a scene, or these topics of it. */
  const occasions: Readonly<Record<string, { scene: string; topics?: string[] }>> = {
    'a question before buying': { scene: 'presale' },
    'an order': { scene: 'order' },
    'the notice that it was sent': { scene: 'shipping', topics: ['shipping-notice'] },
    'the visit after it was signed for': { scene: 'afterSign', topics: ['after-sign-visit'] },
    'something damaged': { scene: 'damaged' },
    'something missing': { scene: 'missing' },
    'a question of quality': { scene: 'quality' },
    'a late parcel': { scene: 'late' },
    'the size': { scene: 'size' },
    'an invoice': { scene: 'invoice' },
    'a choice between refunds': { scene: 'refund', topics: ['refund-which-kind'] },
    'a choice between exchange and refund': { scene: 'size', topics: ['size-two-options'] },
    'an exchange': { scene: 'exchange' },
    'price protection': { scene: 'priceProtection' },
    'the first reply to a complaint': { scene: 'complaint', topics: ['complaint-first-reply'] },
    'the progress of a complaint': { scene: 'progress' },
    'the first step of a negotiation': { scene: 'negotiation', topics: ['negotiation-one'] },
    'the second step': { scene: 'negotiation', topics: ['negotiation-two'] },
    'the third step': { scene: 'negotiation', topics: ['negotiation-three'] },
    'waking somebody up': { scene: 'wakeUp' },
    'buying again': { scene: 'repurchase' },
    'early access': { scene: 'earlyAccess' },
    'a birthday': { scene: 'birthday', topics: ['birthday-wish', 'birthday-plain'] },
    'an anniversary': { scene: 'birthday', topics: ['anniversary-thanks'] },
    'a festival': { scene: 'festival' },
    'thanks after a live show': { scene: 'liveThanks' },
    'points that expire': { scene: 'pointsExpiry' },
    'a survey': { scene: 'survey' },
    'the word that somebody is left in peace': { scene: 'optOut', topics: ['opt-out-confirm'] },
  };

  test.each(Object.entries(occasions))('has words for %s, in three tones on both platforms', (_, { scene, topics }) => {
    for (const platform of ['jd', 'taobao'] as const) {
      const fitting = replyTemplates.filter(
        (template) =>
          template.scene === scene &&
          template.platforms.includes(platform) &&
          (topics?.includes(template.topic) ?? true),
      );
      expect(new Set(fitting.map(({ tone }) => tone))).toEqual(new Set(toneSchema.options));
    }
  });

  test.each([
    'TPL-02',
    'TPL-03',
    'TPL-04',
    'TPL-07',
    'TPL-08',
    'TPL-14',
    'TPL-17',
    'TPL-23',
    'TPL-27',
    'CMP-16',
    'CMP-17',
    'CMP-18',
    'CAL-20',
    'CPL-13',
  ])('follows %s among others', (source) =>
    expect(replyTemplates.map((template) => template.source)).toContain(source),
  );

  test('asks at most three questions in a survey (CAL-20)', () => {
    for (const { text } of replyTemplates.filter(({ scene }) => scene === 'survey'))
      expect(text.match(/[？?]|；/g)?.length ?? 0).toBeLessThanOrEqual(3);
  });

  test('lets one refuse what is sent unasked', () => {
    const unasked = new Set([
      'early-access-launch',
      'early-access-price',
      'wake-up-offer',
      'wake-up-why',
      'festival-event',
      'points-expiry-remind',
      'thanks-right',
    ]);
    for (const { text } of replyTemplates.filter(({ topic }) => unasked.has(topic)))
      expect(text).toMatch(/不想(?:收到|被打扰)|不希望收到/);
  });

  test('has every scene that a playbook or a right writes for', () => {
    const known = new Set(scenes.map(({ id }) => id));
    expect(
      [...playbooks, ...benefits].flatMap(({ sceneId }) => (sceneId !== null && !known.has(sceneId) ? [sceneId] : [])),
    ).toEqual([]);
  });
});

test('the first reply to a complaint needs the problem and the solution (TPL-07)', () => {
  for (const complaint of replyTemplates.filter(({ source }) => source === 'TPL-07'))
    expect(placeholdersOf(complaint.text)).toEqual(['problem', 'solution']);
});

describe('a topic', () => {
  const [good] = [
    {
      id: 'one',
      scene: 'size',
      label: { zh: '试', en: 'trial' },
      platforms: ['jd'],
      tierIds: [],
      stages: [],
      variables: ['eta'],
      source: 'TPL-01',
      owner: 'liuke',
      expiresDay: null,
      texts: { standard: '{eta}到', lively: '{eta}到~', business: '预计{eta}到' },
    },
  ];
  test('becomes a template for each tone', () => {
    expect(replyTopicsSchema.parse([good]).map(({ id, topic, tone }) => [id, topic, tone])).toEqual([
      ['one-lively', 'one', 'lively'],
      ['one-standard', 'one', 'standard'],
      ['one-business', 'one', 'business'],
    ]);
  });

  test.each([
    [{ id: 'Not Kebab' }, 'kebab-case'],
    [{ texts: { ...good.texts, standard: '{坏}{eta}' } }, 'braces'],
    [{ texts: { ...good.texts, standard: '' } }, 'texts'],
    [{ texts: { ...good.texts, rude: '{eta}到' } }, 'texts'],
    [{ texts: { standard: '{eta}到', lively: '{eta}到~' } }, 'business'],
    [{ variables: [] }, 'declared variables'],
    [{ platforms: [] }, 'platforms'],
    [{ source: 'somewhere' }, 'TPL-07'],
  ])('with %j is refused', (changes, reason) => {
    expect(() => replyTopicsSchema.parse([{ ...good, ...changes }])).toThrow(reason);
  });
});

test('every variable is named once; a fallback is for what a sentence can do without', () => {
  expect(new Set(replyVariables.map(({ name }) => name)).size).toBe(replyVariables.length);
  const used = new Set(replyTemplates.flatMap(({ variables }) => variables));
  // The rest is there for the shops' own templates.
  expect(replyVariables.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([
    'daysSincePlaced',
    'amount',
    'orderStatus',
    'shopName',
    'phoneTail',
  ]);
});

describe('the words of scenes', () => {
  test('were learned for every scene, and for nothing else', () => {
    expect(Object.keys(sceneRules.weights.speaksFor)).toEqual(voicesOf(sceneRules));
    expect(Object.keys(sceneRules.weights.takes)).toEqual(scenes.map(({ id }) => id));
    expect(Object.keys(sceneRules.weights.bias)).toEqual(scenes.map(({ id }) => id));
  });

  test.each(Object.entries(sceneRules.weights.speaksFor))('speak for %s with one weight each', (_, bySize) => {
    const grams = Object.values(bySize).flatMap((list) => list.split(' '));
    expect(grams.length).toBeGreaterThan(10);
    expect(new Set(grams).size).toBe(grams.length);
  });

  test('a stage is urged for one scene, and asked about for one', () => {
    const urged = scenes.flatMap(({ urgedAt }) => urgedAt);
    const asked = scenes.flatMap(({ askedAt }) => askedAt);
    expect(new Set(urged).size).toBe(urged.length);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('every way of writing leads to one word, and none to itself', () => {
    const forms = spellings.flatMap(({ written }) => written);
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
    expect(spellings.filter(({ as, written }) => written.includes(as))).toEqual([]);
  });
});
