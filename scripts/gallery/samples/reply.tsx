/** What stands around a reply: its name and its reasons, its blanks, its parts, and what was promised in it. */
import type { ReactNode } from 'react';
import { CheckMark } from '../../../components/reply/CheckMark.tsx';
import { TemplateEditor } from '../../../components/dashboard/replies/TemplateEditor.tsx';
import { emptyDraft } from '../../../components/dashboard/replies/template-draft.ts';
import { LibraryContext } from '../../../components/reply/library-context.ts';
import { ReplyChecks } from '../../../components/reply/ReplyChecks.tsx';
import { ReplyFields } from '../../../components/reply/ReplyFields.tsx';
import { ReplyOption } from '../../../components/reply/ReplyOption.tsx';
import { SameWordsNote } from '../../../components/reply/SameWordsNote.tsx';
import { ToneChoice } from '../../../components/reply/ToneChoice.tsx';
import { PromiseList } from '../../../components/service/PromiseList.tsx';
import { SegmentNotice } from '../../../components/popup/SegmentNotice.tsx';
import type { Finding } from '../../../lib/compliance/lint.ts';
import { render } from '../../../lib/replies/render.ts';
import type { ReplyLibrary } from '../../../lib/replies/reply-library.ts';
import {
  promiseRules,
  replyTemplates,
  replyVariables,
  sceneRules,
  structureParts,
} from '../../../lib/rules/replies.ts';
import type { PromiseView } from '../../../lib/views/service/service-desk.ts';
import { LONG_NAME } from '../people.ts';
import type { Sample } from './sample.ts';

const nothing = () => {};
const HOUR_MS = 3_600_000;

const library: ReplyLibrary = {
  templates: replyTemplates,
  variables: replyVariables,
  scenes: sceneRules.scenes,
  promiseRules,
  structureParts,
};
const inLibrary = (children: ReactNode) => <LibraryContext value={library}>{children}</LibraryContext>;

const template = replyTemplates.find(({ variables }) => variables.length > 1)!;
const names = [...template.variables];
const objection = (severity: Finding['severity']): Finding => ({
  ruleId: 'ABS-01',
  label: 'absolute-claim',
  severity,
  start: 0,
  end: 2,
  source: { title: '广告法', article: '第九条', effectiveFrom: null, certainty: 'S' },
  rewrite: '',
  name: { zh: '绝对化用语', en: 'superlative' },
});
const option = (isChosen: boolean, findings: readonly Finding[] = []) =>
  inLibrary(
    <ul>
      <ReplyOption
        reply={{
          template,
          filled: { values: {}, fields: [], seen: {} },
          rendered: render(template, {}),
          why: [
            { kind: 'scene', sceneId: template.scene },
            { kind: 'needs', names },
          ],
        }}
        shortcut="1"
        tone="standard"
        sceneIds={[template.scene, 'refund']}
        isChosen={isChosen}
        findings={findings}
        onChoose={nothing}
      >
        <p>{template.text}</p>
      </ReplyOption>
    </ul>,
  );

const promise = (changes: Partial<PromiseView>): PromiseView => ({
  what: 'refund',
  dueAt: Date.now() + HOUR_MS,
  promiseId: 'one',
  madeAt: Date.now() - HOUR_MS,
  customerId: null,
  workOrderId: null,
  isHeard: false,
  outcome: 'open',
  evidence: null,
  ...changes,
});

export const replySamples: readonly Sample[] = [
  {
    file: 'components/reply/ReplyOption.tsx',
    states: { closed: option(false), chosen: option(true), objected: option(false, [objection('warn')]) },
  },
  {
    file: 'components/reply/CheckMark.tsx',
    states: {
      clean: <CheckMark findings={[]} />,
      warn: <CheckMark findings={[objection('warn')]} />,
      block: <CheckMark findings={[objection('block')]} />,
      'no answer': <CheckMark findings={null} />,
    },
  },
  { file: 'components/reply/ToneChoice.tsx', states: { one: <ToneChoice tone="standard" onChange={nothing} /> } },
  {
    file: 'components/reply/ReplyFields.tsx',
    states: {
      'empty, proposed, too old': inLibrary(
        <ReplyFields
          fields={names.slice(0, 3).map((name, at) => ({
            name,
            proposed: at === 1 ? '8831' : '',
            stale: at === 0 ? { text: '明天', hours: 30 } : null,
          }))}
          values={{}}
          onChange={nothing}
          onEnter={nothing}
        />,
      ),
    },
  },
  {
    file: 'components/reply/ReplyChecks.tsx',
    states: {
      'all parts': inLibrary(
        <ReplyChecks
          isStructured
          text="非常抱歉给您添麻烦了，我们给您补发一件，今天18点前发出，我是小美，全程跟进。"
        />,
      ),
      'parts missing': inLibrary(<ReplyChecks isStructured text="收到，稍等。" />),
    },
  },
  {
    file: 'components/reply/SameWordsNote.tsx',
    states: {
      'to this buyer': <SameWordsNote same={{ kind: 'toBuyer' }} />,
      'to many': <SameWordsNote same={{ kind: 'toMany', buyers: 23 }} />,
    },
  },
  {
    file: 'components/service/PromiseList.tsx',
    states: {
      'due, late, heard': (
        <PromiseList
          promises={[
            promise({}),
            promise({ promiseId: 'two', what: 'dispatch', dueAt: Date.now() - 30 * HOUR_MS }),
            promise({ promiseId: 'three', what: 'answer', isHeard: true }),
          ]}
          customers={null}
        />
      ),
    },
  },
  {
    file: 'components/popup/SegmentNotice.tsx',
    states: {
      saved: <SegmentNotice change={{ did: 'save', label: LONG_NAME, eventId: 'one' }} onUndo={nothing} />,
      failed: <SegmentNotice change={{ did: 'fail' }} onUndo={nothing} />,
    },
  },
  {
    file: 'components/dashboard/replies/TemplateEditor.tsx',
    states: {
      empty: inLibrary(
        <TemplateEditor
          draft={emptyDraft('')}
          groups={[LONG_NAME]}
          shopId={null}
          onSaved={() => {}}
          onCancel={() => {}}
        />,
      ),
    },
  },
];
