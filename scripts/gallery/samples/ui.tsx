import { Suspense } from 'react';
import { Badge } from '../../../components/ui/Badge.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Choices } from '../../../components/ui/Choices.tsx';
import { CopyButton } from '../../../components/ui/CopyButton.tsx';
import { Deliberate } from '../../../components/ui/Deliberate.tsx';
import { AwaitedLine } from '../../../components/ui/AwaitedLine.tsx';
import { Disclosure } from '../../../components/ui/Disclosure.tsx';
import { InPortions } from '../../../components/ui/InPortions.tsx';
import { EmptyLine } from '../../../components/ui/EmptyLine.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { Failure } from '../../../components/health/Failure.tsx';
import { Gauge } from '../../../components/ui/Gauge.tsx';
import { Listbox, Option, OptionGroup } from '../../../components/ui/Listbox.tsx';
import { Note } from '../../../components/ui/Note.tsx';
import { Section } from '../../../components/ui/Section.tsx';
import { SelectField } from '../../../components/ui/SelectField.tsx';
import { Spoken } from '../../../components/ui/Spoken.tsx';
import { Switch } from '../../../components/ui/Switch.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { Awaited, Together } from '../../../components/ui/Together.tsx';
import { UndoNote } from '../../../components/ui/UndoNote.tsx';
import { later } from '../../../components/ui/later.ts';
import { LONG_NAME, LONG_TITLE } from '../people.ts';
import type { Undoable } from '../../../components/hooks/useUndoable.ts';
import type { Sample } from './sample.ts';

const tones = ['good', 'calm', 'watch', 'risk', 'plain'] as const;
const nothing = () => {};
const options = [
  { value: 'lively', label: '活泼' },
  { value: 'standard', label: '标准' },
  { value: 'business', label: '商务' },
] as const;

const LaterPart = later(
  async () =>
    function Part() {
      return <p>后来才载入的部分</p>;
    },
);

/** What goes wrong below it is caught; the message comes from the part. */
class Broken extends Failure {
  override state = { error: new Error('expected an order id of 16 digits, found 12') };
}

const undoable = (state: Undoable['state'], refusal: Undoable['refusal'] = null): Undoable => ({
  state,
  refusal,
  run: nothing,
  undo: nothing,
});

export const uiSamples: readonly Sample[] = [
  {
    file: 'components/ui/Together.tsx',
    states: {
      'all there': <Together>{LONG_TITLE}</Together>,
      'one awaited, until patience is over': (
        <Together>
          {LONG_NAME}
          <Awaited />
        </Together>
      ),
    },
  },
  {
    file: 'components/ui/Badge.tsx',
    states: {
      ...Object.fromEntries(
        tones.map((tone) => [
          tone,
          <Badge key={tone} tone={tone}>
            高价值
          </Badge>,
        ]),
      ),
      outline: (
        <Badge tone="good" isOutline>
          囤货型
        </Badge>
      ),
    },
  },
  {
    file: 'components/ui/Button.tsx',
    states: {
      primary: <Button look="primary">填入</Button>,
      quiet: <Button>复制</Button>,
      plain: <Button look="plain">撤销</Button>,
      'primary, off': (
        <Button look="primary" disabled>
          填入
        </Button>
      ),
      'quiet, off': <Button disabled>复制</Button>,
      'plain, off': (
        <Button look="plain" disabled>
          撤销
        </Button>
      ),
    },
  },
  {
    file: 'components/ui/Choices.tsx',
    states: { three: <Choices label="语气" value="standard" options={options} onChange={nothing} /> },
  },
  {
    file: 'components/ui/CopyButton.tsx',
    states: {
      quiet: <CopyButton text="">复制给供应商</CopyButton>,
      plain: (
        <CopyButton look="plain" text="">
          复制
        </CopyButton>
      ),
    },
  },
  {
    file: 'components/ui/Deliberate.tsx',
    states: {
      asked: (
        <Deliberate start="忘记这位客户" says={LONG_TITLE} agree="我知道不能撤销" confirm="忘记" onConfirm={nothing} />
      ),
      busy: (
        <Deliberate
          isBusy
          look="plain"
          start={LONG_NAME}
          says={LONG_TITLE}
          agree="我知道不能撤销"
          confirm="删除"
          onConfirm={nothing}
        />
      ),
    },
  },
  { file: 'components/ui/AwaitedLine.tsx', states: { awaited: <AwaitedLine /> } },
  {
    file: 'components/ui/Disclosure.tsx',
    states: {
      closed: <Disclosure summary="更早的 12 单">{LONG_TITLE}</Disclosure>,
      open: (
        <Disclosure isOpen summary={LONG_NAME}>
          {LONG_TITLE}
        </Disclosure>
      ),
    },
  },
  {
    file: 'components/ui/InPortions.tsx',
    states: {
      'of 120': <InPortions rows={Array.from({ length: 120 }, (_, at) => at)}>{(shown) => shown.length}</InPortions>,
    },
  },
  { file: 'components/ui/EmptyLine.tsx', states: { one: <EmptyLine>今天没有要做的，不打扰也是照顾</EmptyLine> } },
  {
    file: 'components/ui/EmptyState.tsx',
    states: {
      title: <EmptyState title="还没有选中会话" />,
      more: (
        <EmptyState title="此页不读取">
          <p>登录、验证或风控页面，留客保持安静。</p>
        </EmptyState>
      ),
    },
  },
  {
    file: 'components/health/Failure.tsx',
    states: { whole: <Failure>一切正常</Failure>, failed: <Broken>{null}</Broken> },
  },
  {
    file: 'components/ui/Gauge.tsx',
    states: Object.fromEntries(
      tones.map((tone, index) => [tone, <Gauge key={tone} share={index / 4} tone={tone} marks={[0.4, 0.6, 0.8]} />]),
    ),
  },
  {
    file: 'components/ui/Listbox.tsx',
    states: {
      'two, one active': (
        <Listbox id="gallery-list" label="可选项">
          <OptionGroup label="客户">
            <Option id="gallery-1" isActive>
              {LONG_NAME}
            </Option>
            <Option id="gallery-2" isActive={false}>
              w***e
            </Option>
          </OptionGroup>
        </Listbox>
      ),
    },
  },
  {
    file: 'components/ui/Note.tsx',
    states: {
      ...Object.fromEntries(
        tones.map((tone) => [
          tone,
          <Note key={tone} tone={tone}>
            {LONG_TITLE}
          </Note>,
        ]),
      ),
      'with a way back': (
        <Note tone="good" isLive>
          已填入，已记一次联系
          <Button look="plain">撤销</Button>
        </Note>
      ),
    },
  },
  {
    file: 'components/ui/Section.tsx',
    states: {
      plain: <Section title="建议">内容</Section>,
      'with an aside': (
        <Section title={LONG_NAME} aside={<Button look="plain">全部</Button>}>
          内容
        </Section>
      ),
    },
  },
  {
    file: 'components/ui/SelectField.tsx',
    states: {
      short: <SelectField label="场景" value="standard" options={options} onChange={nothing} />,
      long: <SelectField label="订单" value="1" options={[{ value: '1', label: LONG_TITLE }]} onChange={nothing} />,
    },
  },
  { file: 'components/ui/Spoken.tsx', states: { 'only read out': <Spoken text="现在是 w***e 的资料" /> } },
  {
    file: 'components/ui/Switch.tsx',
    states: {
      on: <Switch label="页面标签" isOn onChange={nothing} />,
      off: <Switch label="只看要照顾的（12）" isOn={false} onChange={nothing} />,
    },
  },
  {
    file: 'components/ui/TextField.tsx',
    states: {
      empty: <TextField label="解决方案" value="" placeholder="如 今天18点前补发一套" onChange={nothing} />,
      filled: <TextField label="预计送达时间" value={LONG_TITLE} onChange={nothing} />,
    },
  },
  {
    file: 'components/ui/UndoNote.tsx',
    states: {
      ...Object.fromEntries(
        (['none', 'saved', 'undone', 'failed'] as const).map((state) => [
          state,
          <UndoNote key={state} undoable={undoable(state)} />,
        ]),
      ),
      refused: <UndoNote undoable={undoable('failed', 'workOrderInto')} />,
    },
  },
  {
    file: 'components/ui/later.ts',
    states: {
      part: (
        <Suspense fallback={<p>…</p>}>
          <LaterPart />
        </Suspense>
      ),
    },
  },
];
