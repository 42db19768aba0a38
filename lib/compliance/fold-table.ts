/**
 * Look-alikes that NFKC leaves alone, as pairs of strings: the nth character of `from`
 * folds to the nth of `to`.
 */
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
  // Traditional characters of the words that the rules look for; a full table would add odd single-character hits.
  {
    from: '維薇繫聯號電話機碼掃關註購買賣優惠價錢現紅禮獎勵領發圖評滿頂級極無敵終獨選軍領牌絕對國際業強優質貴專門舒適豐劃線員進門賬戶業務訂單員點鏈網頁備寫給個幫願賞償補雙單貨來這還讓說請們鉤動態銀幣轉帳親過後時實體驗飛',
    to: '维薇系联号电话机码扫关注购买卖优惠价钱现红礼奖励领发图评满顶级极无敌终独选军领牌绝对国际业强优质贵专门舒适丰划线员进门账户业务订单员点链网页备写给个帮愿赏偿补双单货来这还让说请们钩动态银币转账亲过后时实体验飞',
  },
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
