/** Look-alikes that NFKC leaves alone, with what they fold to. */
import { traditionalRows } from './traditional.ts';

/** The nth character of `from` folds to the nth of `to`. */
const pairs: readonly { from: string; to: string }[] = [
  // Digits in black or double circles.
  { from: '❶❷❸❹❺❻❼❽❾', to: '123456789' },
  { from: '➀➁➂➃➄➅➆➇➈', to: '123456789' },
  { from: '➊➋➌➍➎➏➐➑➒', to: '123456789' },
  { from: '⓵⓶⓷⓸⓹⓺⓻⓼⓽', to: '123456789' },
  { from: '⓿🄋🄌', to: '000' },
  // Small capitals, Greek and Cyrillic letters that read as Latin ones. Cyrillic В sounds and serves as V.
  { from: 'ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘǫʀᴛᴜᴠᴡʏᴢ', to: 'abcdeghijklmnopqrtuvwyz' },
  { from: 'ανχυωικορτεΑΝΧΥΙΚΟΡΤΕ', to: 'avxuwikopteavxuikopte' },
  { from: 'асеорухіѕԛԝвАСЕОРУХІЅԚԜВ', to: 'aceopyxisqwvaceopyxisqwv' },
  // Signs.
  { from: '➕♥💗💕💖💛💚💙🧡💜♡', to: '+❤❤❤❤❤❤❤❤❤❤' },
  { from: '🌟★☆🌠✯', to: '⭐⭐⭐⭐⭐' },
  // Pictures that stand for a word, or for one that sounds like it.
  { from: '🐎🐴🈶🉐🈵🈚🈲🈳🉑💵💴🪙', to: '马马有得满无禁空可💰💰💰' },
  // A circled letter that is set between others as a picture.
  { from: '㊙㊗', to: '··' },
  { from: '苐徾伽珈', to: '第微加加' },
  // Letters of another time or country that are drawn almost alike, and those that the young write to be seen as others.
  { from: '孒孓囯囻伱沵妳莪卟収亇哋彵朂恠咑冭', to: '子子国国你你你我不收个地他最怪打太' },
  { from: '価売応様発図気実対帰検験転薬広銭円専処両単覧', to: '价卖应样发图气实对归检验转药广钱元专处两单览' },
  ...traditionalRows,
];

export const foldTable: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(({ from, to }) => {
    const targets = Array.from(to);
    return Array.from(from).map((letter, index): [string, string] => [letter, targets[index]!]);
  }),
);

/** Letters in black circles, in black squares, and as regional indicators: 26 in a row each. */
const letterRows: readonly number[] = [0x1f150, 0x1f170, 0x1f1e6];

/** "🅥", "🆅", "🇻" -> "v"; null for anything else. */
export function foldLetterSign(codePoint: number): string | null {
  const first = letterRows.find((row) => codePoint >= row && codePoint < row + 26);
  return first === undefined ? null : String.fromCharCode(0x61 + codePoint - first);
}
