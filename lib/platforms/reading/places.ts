/** Province and city in an address as the platforms write it: 浙江杭州市余杭区, 江苏省苏州市吴中区, 北京朝阳区望京街道. */
import type { Place } from '../../model/order.ts';

/** Provinces that are one city: nothing nearer is read of them. */
const municipalities = '北京 上海 天津 重庆 香港 澳门'.split(' ');
const others =
  '河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾'.split(
    ' ',
  );

const PROVINCE = new RegExp(
  `^(${[...municipalities, ...others].join('|')})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?`,
);
/** What follows, up to the first word for a city or its like; a county or a town before it is none of a city. */
const CITY = /^((?:(?![县旗镇乡])\p{Script=Han}){1,11}?)(市|地区|盟|自治州|林区)/u;

/** Null for a text that begins with no province. */
export function placeIn(address: string): Place | null {
  const [start, province] = PROVINCE.exec(address) ?? [];
  if (start === undefined || province === undefined) return null;
  const city = municipalities.includes(province) ? null : CITY.exec(address.slice(start.length));
  return { province, city: city ? city[1]! + (city[2] === '市' ? '' : city[2]!) : null };
}
