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
  // The same for the words about illness, papers, money and payment.
  {
    from: '證報療頸壓減臉腫濕膚醫藥預損處間盤風寶繳費銷稅剛餘託匯輕熱腦頭臟腎癢營養燒瘡塊鐘週歲懷產嬰兒媽檢測臨術複復癒調節順壯隱聽屬資訊險貸額據歷傳導腳壞數盜騙賺漲穩賠總歸應辦綁遠',
    to: '证报疗颈压减脸肿湿肤医药预损处间盘风宝缴费销税刚余托汇轻热脑头脏肾痒营养烧疮块钟周岁怀产婴儿妈检测临术复复愈调节顺壮隐听属资讯险贷额据历传导脚坏数盗骗赚涨稳赔总归应办绑远',
  },
  // Those of promises, prices and consent.
  {
    from: '檻條顏紙樓層師會變櫃搶開贈萬倉虧閉鏽縮裏該標顯須庫場慶廠傷髮黃區當視廣簡權擇換內論誰斷約沒閒彈載樣幾兩擔遞達準',
    to: '槛条颜纸楼层师会变柜抢开赠万仓亏闭锈缩里该标显须库场庆厂伤发黄区当视广简权择换内论谁断约没闲弹载样几两担递达准',
  },
  // The same for the words of rights, blame, dispatch and refund reasons.
  {
    from: '釋責題罵愛窮煩滾訴運試確認簽從與負郵規頻錄驛舊丟棄舉協瘋賤貪記虛種麼嗎為問東廢爛審釘難纏騷擾擊喬殘錯裡搖氣學謝議廳歡僅',
    to: '释责题骂爱穷烦滚诉运试确认签从与负邮规频录驿旧丢弃举协疯贱贪记虚种么吗为问东废烂审钉难缠骚扰击乔残错里摇气学谢议厅欢仅',
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
