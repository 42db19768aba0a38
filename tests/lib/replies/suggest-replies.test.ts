import { expect, test } from 'vitest';
import { replyTemplateSchema, type ReplyTemplate } from '../../../lib/replies/reply-template.ts';
import { suggestReplies } from '../../../lib/replies/suggest-replies.ts';

const template = (id: string, changes: Partial<ReplyTemplate> = {}): ReplyTemplate =>
  replyTemplateSchema.parse({
    id,
    scene: 'size',
    label: { zh: '试', en: 'trial' },
    tone: 'standard',
    platforms: ['jd', 'taobao'],
    tierIds: [],
    text: '好的',
    source: 'TPL-01',
    ...changes,
  });
const suggest = (templates: ReplyTemplate[], changes: Partial<Parameters<typeof suggestReplies>[0]> = {}) =>
  suggestReplies({ templates, sceneIds: ['size'], tierIds: ['silent'], platform: 'jd', values: {}, ...changes });
const idsOf = (suggestions: ReturnType<typeof suggest>) => suggestions.map((suggestion) => suggestion.template.id);

test('only what fits the platform, a scene and the tier is suggested', () => {
  const templates = [
    template('fits'),
    template('other-scene', { scene: 'late' }),
    template('other-platform', { platforms: ['taobao'] }),
    template('other-tier', { tierIds: ['lost'] }),
  ];
  expect(idsOf(suggest(templates))).toEqual(['fits']);
});

test('the surer scene comes first, then the tier, then what is ready to send', () => {
  const templates = [
    template('needs', { text: '{eta}到' }),
    template('ready'),
    template('for-tier', { tierIds: ['silent'], text: '{eta}到' }),
    template('surer', { scene: 'late' }),
  ];
  expect(idsOf(suggest(templates, { sceneIds: ['late', 'size'] }))).toEqual(['surer', 'for-tier', 'ready', 'needs']);
});

test('each suggestion says why', () => {
  const [forTier, general] = suggest([
    template('general'),
    template('for-tier', { tierIds: ['silent'], text: '{eta}到' }),
  ]);
  expect(forTier!.why).toEqual([
    { kind: 'scene', sceneId: 'size' },
    { kind: 'tier', tierId: 'silent' },
    { kind: 'needs', names: ['eta'] },
  ]);
  expect(general!.why).toEqual([{ kind: 'scene', sceneId: 'size' }, { kind: 'ready' }]);
});

test('without a scene nothing is suggested', () => expect(suggest([template('one')], { sceneIds: [] })).toEqual([]));

test.each([
  [{ id: 'Not Kebab' }, 'kebab-case'],
  [{ text: '{坏}' }, 'braces'],
  [{ text: '' }, 'text'],
  [{ tone: 'rude' }, 'tone'],
  [{ platforms: [] }, 'platforms'],
  [{ source: 'somewhere' }, 'TPL-07'],
])('a template with %j is refused', (changes, reason) => {
  expect(() => template('one', changes as Partial<ReplyTemplate>)).toThrow(reason);
});
