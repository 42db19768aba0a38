/** The columns of a file of templates, and reading the cells of one row. Each says by itself what it expects. */
import type { OwnTemplate, Tone } from '../model/own-template.ts';
import type { Platform } from '../model/platform.ts';
import { DAY_MS, formatDay } from '../model/shanghai-time.ts';
import type { Label } from '../model/label.ts';
import type { OrderStage } from '../model/order-stage.ts';

/** A scene or a tier by its names. */
interface Named {
  id: string;
  label: Label;
}

/** What columns may name. */
export interface KnownNames {
  scenes: readonly Named[];
  tiers: readonly Named[];
}

/** A template before it has an id. */
export type TemplateDraft = Omit<OwnTemplate, 'templateId'>;

export type RowProblem =
  | { kind: 'missing'; column: string }
  | { kind: 'tooLong'; column: string; most: number }
  | { kind: 'notKnown'; column: string; found: string; expected: string };

/** One row of a file: a template, or what is wrong with it. */
export interface FileRow {
  /** Line of a csv, number of an entry of a json. */
  line: number;
  draft: TemplateDraft | null;
  problems: RowProblem[];
}

/** Names of the columns and of the words in them; scenes and tiers go by their Chinese name. */
export const columns = [
  '名称',
  '分组',
  '场景',
  '语气',
  '平台',
  '内容',
  '负责人',
  '到期日',
  '客群',
  '订单阶段',
] as const;
export const toneWords: Readonly<Record<Tone, string>> = { lively: '活泼', standard: '标准', business: '商务' };
export const stageWords: Readonly<Record<OrderStage, string>> = {
  unpaid: '待付款',
  paid: '待发货',
  shipped: '运输中',
  signed: '已签收',
  afterSale: '售后中',
  cancelled: '已取消',
};
export const platformWords: Readonly<Record<Platform, string>> = { jd: '京东', taobao: '淘宝' };

export type ColumnText = (typeof columns)[number];
const platformIds = Object.keys(platformWords) as Platform[];
export const stageIds = Object.keys(stageWords) as OrderStage[];

const MOST: Readonly<Partial<Record<ColumnText, number>>> = { 名称: 40, 分组: 20, 内容: 500, 负责人: 20 };

/** @param cell the trimmed text of a column, empty when there is none */
export function readColumns(
  cell: (column: ColumnText) => string,
  { scenes, tiers }: KnownNames,
): Omit<FileRow, 'line'> {
  const problems: RowProblem[] = [];
  const text = (column: ColumnText): string => {
    const most = MOST[column]!;
    if (cell(column).length > most) problems.push({ kind: 'tooLong', column, most });
    return cell(column);
  };
  const needed = (column: ColumnText): string => {
    if (cell(column) === '') problems.push({ kind: 'missing', column });
    return text(column);
  };
  const known = <Value>(column: ColumnText, value: Value | undefined, expected: string): Value | undefined => {
    if (value === undefined) problems.push({ kind: 'notKnown', column, found: cell(column), expected });
    return value;
  };
  const name = needed('名称');
  const words = needed('内容');
  const scene = known('场景', idNamed(cell('场景'), scenes), scenes.map(({ label }) => label.zh).join('、'));
  const tone = known('语气', toneOf(cell('语气')), Object.values(toneWords).join('、'));
  const platforms = known('平台', platformsOf(cell('平台')), `${Object.values(platformWords).join('、')}、全部`);
  const expiresDay = known('到期日', dayOrNull(cell('到期日')), '2026-12-31');
  const tierIds = known(
    '客群',
    allKnown(cell('客群'), (word) => idNamed(word, tiers)),
    tiers.map(({ label }) => label.zh).join('、'),
  );
  const stages = known('订单阶段', allKnown(cell('订单阶段'), stageOf), Object.values(stageWords).join('、'));
  const group = text('分组') || null;
  const owner = text('负责人') || null;
  if (problems.length > 0 || !scene || !tone || !platforms || expiresDay === undefined || !tierIds || !stages)
    return { draft: null, problems };
  const conditions = { ...(tierIds.length > 0 && { tierIds }), ...(stages.length > 0 && { stages }) };
  return { draft: { name, group, scene, tone, platforms, text: words, owner, expiresDay, ...conditions }, problems };
}

function idNamed(word: string, named: readonly Named[]): string | undefined {
  return named.find(({ id, label }) => [id, label.zh, label.en].includes(word))?.id;
}

function stageOf(word: string): OrderStage | undefined {
  return stageIds.find((stage) => stage === word || stageWords[stage] === word);
}

/** "新客/老客" -> each once; undefined where one of them is none. */
function allKnown<Value>(text: string, of: (word: string) => Value | undefined): Value[] | undefined {
  const words = text.split(/[/、,，]/).map((word) => word.trim());
  const found = words.filter((word) => word !== '').map(of);
  return found.every((one) => one !== undefined) ? [...new Set(found)] : undefined;
}

function toneOf(text: string): Tone | undefined {
  if (text === '') return 'standard';
  return (Object.keys(toneWords) as Tone[]).find((tone) => tone === text || toneWords[tone] === text);
}

function platformsOf(text: string): Platform[] | undefined {
  if (text === '' || text === '全部') return platformIds;
  const named = text
    .split(/[/、,，\s]+/)
    .map((word) => platformIds.find((id) => id === word || platformWords[id] === word));
  return named.every((platform) => platform !== undefined) ? [...new Set(named)] : undefined;
}

/** A day of the calendar; undefined for what is none. */
function dayOrNull(text: string): number | null | undefined {
  if (text === '') return null;
  const [year, month, day] = text.split(/[-/.年月日]/).map((part) => part.padStart(2, '0'));
  const iso = `${year}-${month}-${day}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || formatDay(at / DAY_MS) !== iso ? undefined : at / DAY_MS;
}
