/** Invented buyers: account names in the shapes that the platforms give them. */
import type { Platform } from '../../../lib/model/platform.ts';
import type { DemoBuyer, Rhythm } from './demo-shop.ts';
import type { Random } from './random.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS = LOWER + LOWER.toUpperCase();
const DIGITS = '0123456789';

const words = [
  'sunny',
  'maple',
  'cloud',
  'panda',
  'ocean',
  'mint',
  'river',
  'lucky',
  'snow',
  'tiger',
  'olive',
  'berry',
  'pixel',
  'momo',
];
const heads = [
  '南山',
  '云边',
  '听雨',
  '半夏',
  '长安',
  '小巷',
  '清风',
  '北岸',
  '一只',
  '星河',
  '暮色',
  '青柠',
  '山间',
  '木槿',
  '旧时',
  '春日',
  '江上',
  '不二',
  '知秋',
  '归来',
];
const tails = [
  '煮茶',
  '看雪',
  '橘猫',
  '散步',
  '小鹿',
  '阿姨',
  '先生',
  '同学',
  '捞月',
  '种花',
  '老酒',
  '旅人',
  '食客',
  '书生',
  '糖果',
  '钓鱼',
  '观海',
  '听风',
  '柚子',
  '麻团',
];
const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗');
const regions = [
  '江苏苏州市吴中区',
  '浙江杭州市余杭区',
  '广东深圳市南山区',
  '广东佛山市顺德区',
  '四川成都市武侯区',
  '北京朝阳区望京街道',
  '上海浦东新区张江镇',
  '山东青岛市崂山区',
  '湖北武汉市洪山区',
  '陕西西安市雁塔区',
  '福建厦门市思明区',
  '河南郑州市金水区',
  '湖南长沙市岳麓区',
  '安徽合肥市蜀山区',
  '辽宁大连市甘井子区',
  '重庆渝北区龙溪街道',
  '云南昆明市五华区',
  '江西赣州市章贡区',
  '河北石家庄市裕华区',
  '广西南宁市青秀区',
];

/** `count` buyers with names that differ, each with the rhythm that `rhythmOf` gives. */
export function makeBuyers(platform: Platform, count: number, rhythmOf: () => Rhythm, random: Random): DemoBuyer[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const name = fresh(taken, () => (platform === 'jd' ? jdPin(random) : taobaoNick(random)));
    return {
      name,
      uid: platform === 'jd' ? null : fresh(taken, () => `22${random.text(DIGITS, 11)}`),
      mask: `${Array.from(name)[0]}**`,
      rhythm: rhythmOf(),
      receiver: {
        name: `${random.pick(surnames)}**`,
        phone: `1******${random.text(DIGITS, 4)}`,
        region: random.pick(regions),
      },
    };
  });
}

function fresh(taken: Set<string>, make: () => string): string {
  let name = make();
  while (taken.has(name)) name = make();
  taken.add(name);
  return name;
}

function jdPin(random: Random): string {
  const make = random.weighted<() => string>([
    [() => `jd_${random.text('0123456789abcdef', 13)}`, 37],
    [() => `jd_${random.text(LETTERS, 12)}`, 23],
    [() => `wd${random.text(LOWER, random.int(8, 12))}`, 9],
    [() => `${random.pick(words)}${random.pick(['_', '-', ''])}${random.pick(words)}${random.int(1, 99)}`, 10],
    [() => `${random.pick(words)}${random.text(DIGITS, 6)}`, 6],
    // Mobile-like, as real pins are, but from a range that no carrier uses.
    [() => `10000${random.text(DIGITS, 6)}${random.pick(['_p', '_p', '_m'])}`, 4],
    [() => random.pick(heads) + random.pick(tails), 11],
  ]);
  return make();
}

function taobaoNick(random: Random): string {
  const make = random.weighted<() => string>([
    [() => `tb${random.text('123456789', 1)}${random.text(DIGITS, random.int(6, 8))}`, 45],
    [
      () => random.pick(heads) + random.pick(tails) + random.pick(['', '', String(random.int(1, 2030)), '呀', '的店']),
      35,
    ],
    [() => `${random.pick(words)}${random.pick(words)}${random.int(1, 9999)}`, 20],
  ]);
  return make();
}
