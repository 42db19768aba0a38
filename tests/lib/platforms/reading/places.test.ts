import { expect, test } from 'vitest';
import { placeIn } from '../../../../lib/platforms/reading/places.ts';

test.each([
  ['浙江杭州市余杭区', '浙江', '杭州'],
  ['陕西安康市紫阳县', '陕西', '安康'],
  ['江苏省苏州市吴中区', '江苏', '苏州'],
  ['内蒙古呼和浩特市新城区', '内蒙古', '呼和浩特'],
  ['广西壮族自治区南宁市青秀区', '广西', '南宁'],
  ['新疆阿克苏地区库车市', '新疆', '阿克苏地区'],
  ['湖北恩施土家族苗族自治州利川市', '湖北', '恩施土家族苗族自治州'],
  ['北京朝阳区望京街道', '北京', null],
  ['北京市朝阳区', '北京', null],
  ['海南陵水黎族自治县', '海南', null],
  ['广东', '广东', null],
])('%s is in %s, %s', (address, province, city) => {
  expect(placeIn(address)).toEqual({ province, city });
});

test.each(['', '余杭区仓前街道', '海外 Singapore', 'x浙江杭州市'])('%j names no province', (address) => {
  expect(placeIn(address)).toBeNull();
});
