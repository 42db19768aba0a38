import { expect, test } from 'vitest';
import { fillFields } from '../../../lib/replies/fill-fields.ts';
import type { ReplyTemplate } from '../../../lib/replies/reply-template.ts';
import { placeholdersOf } from '../../../lib/replies/placeholders.ts';
import { suggestReplies, type SuggestRepliesInput } from '../../../lib/replies/suggest-replies.ts';

const template = (id: string, changes: Partial<ReplyTemplate> = {}): ReplyTemplate => ({
  id,
  topic: id,
  scene: 'size',
  label: { zh: '试', en: 'trial' },
  tone: 'standard',
  platforms: ['jd', 'taobao'],
  tierIds: [],
  stages: [],
  text: '好的',
  variables: placeholdersOf(changes.text ?? ''),
  source: 'TPL-01',
  group: null,
  owner: 'liuke',
  expiresDay: null,
  ...changes,
});
const suggest = (templates: ReplyTemplate[], changes: Partial<SuggestRepliesInput> = {}) =>
  suggestReplies({
    templates,
    sceneIds: ['size'],
    tierIds: ['silent'],
    stage: null,
    tone: 'standard',
    platform: 'jd',
    outcomes: new Map(),
    today: 20_000,
    fill: ({ variables }) => fillFields(variables, [], {}, {}, 0),
    ...changes,
  });
const asking = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([topic, said]) => [topic, { words: said, isSaidLast: true }]));
const idsOf = (suggestions: ReturnType<typeof suggest>) => suggestions.map((suggestion) => suggestion.template.id);

test('only what fits the platform, a scene and the tier, and has not ended, is suggested', () => {
  const templates = [
    template('fits'),
    template('last-day', { expiresDay: 20_000 }),
    template('other-scene', { scene: 'late' }),
    template('other-platform', { platforms: ['taobao'] }),
    template('other-tier', { tierIds: ['lost'] }),
    template('ended', { expiresDay: 19_999 }),
  ];
  expect(idsOf(suggest(templates))).toEqual(['fits', 'last-day']);
});

test('what the words were asked for comes before everything else', () => {
  const templates = [template('stage', { stages: ['shipped'] }), template('right', { text: '给您{rights}' })];
  expect(idsOf(suggest(templates, { stage: 'shipped' }))).toEqual(['stage', 'right']);
  expect(idsOf(suggest(templates, { stage: 'shipped', about: 'rights' }))).toEqual(['right', 'stage']);
});

test('what the buyer asks for comes before what fits the stage, but not where the order stands against it, and says so', () => {
  const templates = [
    template('stage', { stages: ['unpaid'] }),
    template('address', { topic: 'address' }),
    template('signed', { topic: 'signed', stages: ['signed'] }),
  ];
  const asked = asking({ address: '改地址', signed: '签收' });
  const suggested = suggest(templates, { stage: 'unpaid', asked });
  expect(idsOf(suggested)).toEqual(['address', 'stage', 'signed']);
  expect(suggested[0]!.why).toContainEqual({ kind: 'asked', words: '改地址' });
  expect(suggested[2]!.why.map(({ kind }) => kind)).not.toContain('asked');
});

test('a question before the next purchase is answered though the last order has come', () => {
  const templates = [template('signed', { stages: ['signed'] }), template('before', { stages: ['unpaid'] })];
  expect(idsOf(suggest(templates, { stage: 'signed', asked: asking({ before: '大号' }) }))).toEqual([
    'before',
    'signed',
  ]);
});

test('what fits many questions comes before what answers one that nobody asked', () => {
  const templates = [
    template('rare', { isSpecific: true }),
    template('needs', { text: '{eta}到', variables: ['eta'] }),
  ];
  expect(idsOf(suggest(templates))).toEqual(['needs', 'rare']);
  expect(idsOf(suggest(templates, { asked: asking({ rare: '12315' }) }))).toEqual(['rare', 'needs']);
});

test('the shop’s own, which names no words of buyers, is not put behind what answers them', () => {
  const templates = [template('address'), template('own', { source: null })];
  expect(idsOf(suggest(templates, { asked: asking({ address: '改地址' }) }))).toEqual(['own', 'address']);
});

test('of two scenes the one that has what was asked for last goes first', () => {
  const templates = [template('one'), template('two', { scene: 'coupon' }), template('three', { scene: 'coupon' })];
  const sceneIds = ['size', 'coupon'];
  expect(idsOf(suggest(templates, { sceneIds }))).toEqual(['one', 'two', 'three']);
  expect(idsOf(suggest(templates, { sceneIds, asked: asking({ three: '便宜' }) }))).toEqual(['three', 'one', 'two']);
  const before = { three: { words: '便宜', isSaidLast: false } };
  expect(idsOf(suggest(templates, { sceneIds, asked: before }))).toEqual(['one', 'three', 'two']);
});

test('the shop’s own and what fits the order’s stage come first, then the tier, then what needs the least', () => {
  const templates = [
    template('other-stage', { stages: ['unpaid'] }),
    template('needs', { text: '{eta}到' }),
    template('ready'),
    template('own', { source: null }),
    template('for-tier', { tierIds: ['silent'] }),
    template('stage', { stages: ['shipped'] }),
  ];
  expect(idsOf(suggest(templates, { stage: 'shipped' }))).toEqual([
    'own',
    'stage',
    'for-tier',
    'ready',
    'needs',
    'other-stage',
  ]);
});

test('the shop’s own that is meant for a stage comes first there, after others elsewhere', () => {
  const templates = [template('any'), template('own-signed', { source: null, stages: ['signed'] })];
  expect(idsOf(suggest(templates, { stage: 'signed' }))).toEqual(['own-signed', 'any']);
  expect(idsOf(suggest(templates, { stage: 'paid' }))).toEqual(['any', 'own-signed']);
});

test('scenes take turns, the surer one first', () => {
  const templates = [template('a'), template('b'), template('c', { scene: 'late' })];
  expect(idsOf(suggest(templates, { sceneIds: ['late', 'size'] }))).toEqual(['c', 'a', 'b']);
});

test('a topic is suggested once, in the wished tone or else the standard one', () => {
  const templates = [
    template('one-lively', { topic: 'one', tone: 'lively' }),
    template('one-standard', { topic: 'one' }),
    template('two-standard', { topic: 'two' }),
    template('three-business', { topic: 'three', tone: 'business' }),
  ];
  expect(idsOf(suggest(templates, { tone: 'lively' }))).toEqual(['one-lively', 'two-standard', 'three-business']);
  expect(idsOf(suggest(templates, { tone: 'business' }))).toEqual(['one-standard', 'two-standard', 'three-business']);
});

test('what was followed by purchases comes before what was not; a few uses say nothing', () => {
  const templates = [template('plain'), template('poor'), template('proven'), template('new')];
  const outcomes = new Map([
    ['poor', { uses: 40, judged: 40, boughtAgain: 1 }],
    ['proven', { uses: 40, judged: 40, boughtAgain: 20 }],
    ['new', { uses: 2, judged: 2, boughtAgain: 2 }],
  ]);
  const found = suggest(templates, { outcomes });
  expect(idsOf(found)).toEqual(['proven', 'plain', 'new', 'poor']);
  expect(found[0]!.why).toContainEqual({ kind: 'outcome', judged: 40, boughtAgain: 20 });
});

test('each suggestion says why', () => {
  const [forTier, general] = suggest(
    [
      template('general', { source: null }),
      template('for-tier', { tierIds: ['silent'], stages: ['paid'], text: '{eta}到' }),
    ],
    { stage: 'paid' },
  );
  expect(forTier!.why).toEqual([
    { kind: 'scene', sceneId: 'size' },
    { kind: 'stage', stage: 'paid' },
    { kind: 'tier', tierId: 'silent' },
    { kind: 'needs', names: ['eta'] },
  ]);
  expect(general!.why).toEqual([{ kind: 'scene', sceneId: 'size' }, { kind: 'own' }, { kind: 'ready' }]);
});

test('without a scene nothing is suggested', () => expect(suggest([template('one')], { sceneIds: [] })).toEqual([]));
