/**
 * The provinces, and what stands below them in addresses: cities and their like, of a province that is one city its districts. As of
 * 2025; a name that is not here is read as none.
 */
import { namesIn } from '../export-kind.ts';

export interface ProvinceNames {
  /** As everyone says it: 广西. */
  name: string;
  /** What the formal name has after it: 壮族自治区. */
  title: string;
  /** Nothing nearer is read of it. */
  isOneCity?: true;
  /** Formal names; up to a plus sign it is the short one, which then ends with the last character: 恩施州 for 恩施土家族苗族自治州. */
  within: readonly string[];
}

export const provinceNames: readonly ProvinceNames[] = [
  {
    name: '北京',
    title: '市',
    isOneCity: true,
    within: namesIn(
      '东城区 西城区 朝阳区 丰台区 石景山区 海淀区 门头沟区 房山区 通州区 顺义区 昌平区 大兴区 怀柔区 ' +
        '平谷区 密云区 延庆区',
    ),
  },
  {
    name: '天津',
    title: '市',
    isOneCity: true,
    within: namesIn(
      '和平区 河东区 河西区 南开区 河北区 红桥区 东丽区 西青区 津南区 北辰区 武清区 宝坻区 滨海新区 宁河区 ' +
        '静海区 蓟州区',
    ),
  },
  {
    name: '上海',
    title: '市',
    isOneCity: true,
    within: namesIn(
      '黄浦区 徐汇区 长宁区 静安区 普陀区 虹口区 杨浦区 闵行区 宝山区 嘉定区 浦东新区 金山区 松江区 青浦区 ' +
        '奉贤区 崇明区',
    ),
  },
  {
    name: '重庆',
    title: '市',
    isOneCity: true,
    within: namesIn(
      '万州区 涪陵区 渝中区 大渡口区 江北区 沙坪坝区 九龙坡区 南岸区 北碚区 綦江区 大足区 渝北区 巴南区 ' +
        '黔江区 长寿区 江津区 合川区 永川区 南川区 璧山区 铜梁区 潼南区 荣昌区 开州区 梁平区 武隆区 城口县 ' +
        '丰都县 垫江县 忠县 云阳县 奉节县 巫山县 巫溪县 石柱+土家族自治县 秀山+土家族苗族自治县 ' +
        '酉阳+土家族苗族自治县 彭水+苗族土家族自治县',
    ),
  },
  {
    name: '香港',
    title: '特别行政区',
    isOneCity: true,
    within: namesIn('香港岛 九龙 新界'),
  },
  {
    name: '澳门',
    title: '特别行政区',
    isOneCity: true,
    within: namesIn('澳门半岛 离岛'),
  },
  {
    name: '河北',
    title: '省',
    within: namesIn('石家庄市 唐山市 秦皇岛市 邯郸市 邢台市 保定市 张家口市 承德市 沧州市 廊坊市 衡水市'),
  },
  {
    name: '山西',
    title: '省',
    within: namesIn('太原市 大同市 阳泉市 长治市 晋城市 朔州市 晋中市 运城市 忻州市 临汾市 吕梁市'),
  },
  {
    name: '内蒙古',
    title: '自治区',
    within: namesIn(
      '呼和浩特市 包头市 乌海市 赤峰市 通辽市 鄂尔多斯市 呼伦贝尔市 巴彦淖尔市 乌兰察布市 兴安盟 锡林郭勒盟 ' +
        '阿拉善盟',
    ),
  },
  {
    name: '辽宁',
    title: '省',
    within: namesIn(
      '沈阳市 大连市 鞍山市 抚顺市 本溪市 丹东市 锦州市 营口市 阜新市 辽阳市 盘锦市 铁岭市 朝阳市 葫芦岛市',
    ),
  },
  {
    name: '吉林',
    title: '省',
    within: namesIn('长春市 吉林市 四平市 辽源市 通化市 白山市 松原市 白城市 延边+朝鲜族自治州'),
  },
  {
    name: '黑龙江',
    title: '省',
    within: namesIn(
      '哈尔滨市 齐齐哈尔市 鸡西市 鹤岗市 双鸭山市 大庆市 伊春市 佳木斯市 七台河市 牡丹江市 黑河市 绥化市 ' +
        '大兴安岭地区',
    ),
  },
  {
    name: '江苏',
    title: '省',
    within: namesIn('南京市 无锡市 徐州市 常州市 苏州市 南通市 连云港市 淮安市 盐城市 扬州市 镇江市 泰州市 宿迁市'),
  },
  {
    name: '浙江',
    title: '省',
    within: namesIn('杭州市 宁波市 温州市 嘉兴市 湖州市 绍兴市 金华市 衢州市 舟山市 台州市 丽水市'),
  },
  {
    name: '安徽',
    title: '省',
    within: namesIn(
      '合肥市 芜湖市 蚌埠市 淮南市 马鞍山市 淮北市 铜陵市 安庆市 黄山市 滁州市 阜阳市 宿州市 六安市 亳州市 ' +
        '池州市 宣城市',
    ),
  },
  {
    name: '福建',
    title: '省',
    within: namesIn('福州市 厦门市 莆田市 三明市 泉州市 漳州市 南平市 龙岩市 宁德市'),
  },
  {
    name: '江西',
    title: '省',
    within: namesIn('南昌市 景德镇市 萍乡市 九江市 新余市 鹰潭市 赣州市 吉安市 宜春市 抚州市 上饶市'),
  },
  {
    name: '山东',
    title: '省',
    within: namesIn(
      '济南市 青岛市 淄博市 枣庄市 东营市 烟台市 潍坊市 济宁市 泰安市 威海市 日照市 临沂市 德州市 聊城市 ' +
        '滨州市 菏泽市',
    ),
  },
  {
    name: '河南',
    title: '省',
    within: namesIn(
      '郑州市 开封市 洛阳市 平顶山市 安阳市 鹤壁市 新乡市 焦作市 濮阳市 许昌市 漯河市 三门峡市 南阳市 ' +
        '商丘市 信阳市 周口市 驻马店市 济源市',
    ),
  },
  {
    name: '湖北',
    title: '省',
    within: namesIn(
      '武汉市 黄石市 十堰市 宜昌市 襄阳市 鄂州市 荆门市 孝感市 荆州市 黄冈市 咸宁市 随州市 ' +
        '恩施+土家族苗族自治州 仙桃市 潜江市 天门市 神农架林区',
    ),
  },
  {
    name: '湖南',
    title: '省',
    within: namesIn(
      '长沙市 株洲市 湘潭市 衡阳市 邵阳市 岳阳市 常德市 张家界市 益阳市 郴州市 永州市 怀化市 娄底市 ' +
        '湘西+土家族苗族自治州',
    ),
  },
  {
    name: '广东',
    title: '省',
    within: namesIn(
      '广州市 韶关市 深圳市 珠海市 汕头市 佛山市 江门市 湛江市 茂名市 肇庆市 惠州市 梅州市 汕尾市 河源市 ' +
        '阳江市 清远市 东莞市 中山市 潮州市 揭阳市 云浮市',
    ),
  },
  {
    name: '广西',
    title: '壮族自治区',
    within: namesIn(
      '南宁市 柳州市 桂林市 梧州市 北海市 防城港市 钦州市 贵港市 玉林市 百色市 贺州市 河池市 来宾市 崇左市',
    ),
  },
  {
    name: '海南',
    title: '省',
    within: namesIn(
      '海口市 三亚市 三沙市 儋州市 五指山市 琼海市 文昌市 万宁市 东方市 定安县 屯昌县 澄迈县 临高县 ' +
        '白沙+黎族自治县 昌江+黎族自治县 乐东+黎族自治县 陵水+黎族自治县 保亭+黎族苗族自治县 ' +
        '琼中+黎族苗族自治县',
    ),
  },
  {
    name: '四川',
    title: '省',
    within: namesIn(
      '成都市 自贡市 攀枝花市 泸州市 德阳市 绵阳市 广元市 遂宁市 内江市 乐山市 南充市 眉山市 宜宾市 广安市 ' +
        '达州市 雅安市 巴中市 资阳市 阿坝+藏族羌族自治州 甘孜+藏族自治州 凉山+彝族自治州',
    ),
  },
  {
    name: '贵州',
    title: '省',
    within: namesIn(
      '贵阳市 六盘水市 遵义市 安顺市 毕节市 铜仁市 黔西南+布依族苗族自治州 黔东南+苗族侗族自治州 ' +
        '黔南+布依族苗族自治州',
    ),
  },
  {
    name: '云南',
    title: '省',
    within: namesIn(
      '昆明市 曲靖市 玉溪市 保山市 昭通市 丽江市 普洱市 临沧市 楚雄+彝族自治州 红河+哈尼族彝族自治州 ' +
        '文山+壮族苗族自治州 西双版纳+傣族自治州 大理+白族自治州 德宏+傣族景颇族自治州 怒江+傈僳族自治州 ' +
        '迪庆+藏族自治州',
    ),
  },
  {
    name: '西藏',
    title: '自治区',
    within: namesIn('拉萨市 日喀则市 昌都市 林芝市 山南市 那曲市 阿里地区'),
  },
  {
    name: '陕西',
    title: '省',
    within: namesIn('西安市 铜川市 宝鸡市 咸阳市 渭南市 延安市 汉中市 榆林市 安康市 商洛市'),
  },
  {
    name: '甘肃',
    title: '省',
    within: namesIn(
      '兰州市 嘉峪关市 金昌市 白银市 天水市 武威市 张掖市 平凉市 酒泉市 庆阳市 定西市 陇南市 ' +
        '临夏+回族自治州 甘南+藏族自治州',
    ),
  },
  {
    name: '青海',
    title: '省',
    within: namesIn(
      '西宁市 海东市 海北+藏族自治州 黄南+藏族自治州 海南+藏族自治州 果洛+藏族自治州 玉树+藏族自治州 ' +
        '海西+蒙古族藏族自治州',
    ),
  },
  {
    name: '宁夏',
    title: '回族自治区',
    within: namesIn('银川市 石嘴山市 吴忠市 固原市 中卫市'),
  },
  {
    name: '新疆',
    title: '维吾尔自治区',
    within: namesIn(
      '乌鲁木齐市 克拉玛依市 吐鲁番市 哈密市 昌吉+回族自治州 博尔塔拉+蒙古自治州 巴音郭楞+蒙古自治州 ' +
        '阿克苏地区 克孜勒苏+柯尔克孜自治州 喀什地区 和田地区 伊犁+哈萨克自治州 塔城地区 阿勒泰地区 石河子市 ' +
        '阿拉尔市 图木舒克市 五家渠市 北屯市 铁门关市 双河市 可克达拉市 昆玉市 胡杨河市 新星市 白杨市',
    ),
  },
  {
    name: '台湾',
    title: '省',
    within: namesIn(
      '台北市 新北市 桃园市 台中市 台南市 高雄市 基隆市 新竹市 嘉义市 新竹县 苗栗县 彰化县 南投县 云林县 ' +
        '嘉义县 屏东县 宜兰县 花莲县 台东县 澎湖县',
    ),
  },
];
