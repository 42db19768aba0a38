import { describe, expect, test } from 'vitest';
import { provinceNames } from '../../../../lib/platforms/reading/place-names.ts';
import { placeIn } from '../../../../lib/platforms/reading/places.ts';

test.each([
  ['浙江杭州市余杭区', '浙江', '杭州'],
  ['陕西安康市紫阳县', '陕西', '安康'],
  ['江苏省苏州市吴中区', '江苏', '苏州'],
  ['广东省 广州市 越秀区 某某街道示例路1号院1栋101(510180)', '广东', '广州'],
  ['浙江 杭州 余杭区', '浙江', '杭州'],
  ['浙江省，杭州市，余杭区', '浙江', '杭州'],
  ['吉林省吉林市昌邑区', '吉林', '吉林'],
  ['内蒙古呼和浩特市新城区', '内蒙古', '呼和浩特'],
  ['内蒙古自治区 锡林郭勒盟 锡林浩特市', '内蒙古', '锡林郭勒盟'],
  ['广西壮族自治区南宁市青秀区', '广西', '南宁'],
  ['新疆阿克苏地区库车市', '新疆', '阿克苏地区'],
  ['新疆石河子市', '新疆', '石河子'],
  ['湖北恩施土家族苗族自治州利川市', '湖北', '恩施土家族苗族自治州'],
  ['湖北恩施州利川市', '湖北', '恩施土家族苗族自治州'],
  ['青海海南藏族自治州共和县', '青海', '海南藏族自治州'],
  ['湖北仙桃市沙嘴街道', '湖北', '仙桃'],
  ['北京朝阳区望京街道', '北京', null],
  ['北京市朝阳区', '北京', null],
  ['上海 上海市 浦东新区 某某镇', '上海', null],
  ['重庆市 县 垫江县', '重庆', null],
  ['重庆石柱县', '重庆', null],
  ['海南陵水黎族自治县', '海南', null],
  ['海南省 省直辖县级行政区划 琼海市', '海南', null],
  ['香港特别行政区 九龙', '香港', null],
  ['广东', '广东', null],
  ['广西壮族自治区', '广西', null],
  ['江苏省**********', '江苏', null],
])('%s is in %s, %s', (address, province, city) => {
  expect(placeIn(address)).toEqual({ province, city });
});

describe('no province is certain where', () => {
  test.each([
    ['there is none', ['', '余杭区仓前街道', '海外 Singapore', '否', 'null']],
    ['the text does not begin with it', ['x浙江杭州市', '1号浙江省杭州市']],
    [
      'a street is named after it',
      ['山东路 5号', '北京东路12号', '上海市场路3号', '河北大街', '浙江省道旁 1号', '江苏南京路'],
    ],
    ['another place is', ['海南藏族自治州共和县', '河北区王串场', '吉林市昌邑区', '河南县']],
    ['what stands below it is of another', ['浙江省 南京市 玄武区', '广东杭州市', '河北省 朝阳区']],
    ['what stands below it is none', ['示例省示例市', '北京示例区示例街道', '广西示例市示例县', '浙江某某路城市花园']],
  ])('%s', (_, addresses) => {
    for (const address of addresses) expect([address, placeIn(address)]).toEqual([address, null]);
  });
});

describe('the names', () => {
  const formal = provinceNames.flatMap(({ within }) => within.map((name) => name.replace('+', '')));

  test('are those of 34 provinces, each with its cities or districts', () => {
    expect(provinceNames).toHaveLength(34);
    for (const { name, within } of provinceNames) expect([name, within.length > 1]).toEqual([name, true]);
  });

  test('of cities are of one province each', () => {
    const cities = formal.filter((name) => !name.endsWith('区'));
    expect(new Set(cities).size).toBe(cities.length);
  });

  test('are found behind their own province, in each of its forms', () => {
    for (const { name, title, isOneCity, within } of provinceNames)
      for (const below of within.map((each) => each.replace('+', ''))) {
        const city = isOneCity || below.endsWith('县') ? null : below.replace(/市$/, '');
        for (const start of [name, `${name}${title}`, `${name}${title} `])
          expect([start, below, placeIn(`${start}${below}某某路1号`)]).toEqual([
            start,
            below,
            { province: name, city },
          ]);
      }
  });
});
