/**
 * What pinyin search needs beside the browser's own collation, which orders Chinese characters by their reading: where each
 * syllable begins in that order, and the characters with another reading than the order goes by.
 */

/** Syllable and the first of its characters in the order of pinyin collation. */
export const syllableStarts =
  'a吖 ai哎 an安 ang肮 ao凹 ba丷 bai挀 ban扳 bang邦 bao勹 bei卑 ben奔 beng伻 bi屄 bian边 biao灬 bie憋 bin汃 bing冫 bo癶 bu峬 ' +
  'ca嚓 cai偲 can参 cang仓 cao撡 ce冊 cen嵾 ceng曽 cha叉 chai拆 chan辿 chang伥 chao抄 che车 chen抻 cheng阷 chi吃 chong充 ' +
  'chou抽 chu出 chua歘 chuai揣 chuan巛 chuang刅 chui吹 chun旾 chuo逴 ci呲 cong匆 cou凑 cu粗 cuan汆 cui崔 cun邨 cuo搓 da咑 ' +
  'dai呆 dan丹 dang当 dao刀 de嘚 den扥 deng灯 di氐 dia嗲 dian敁 diao刁 die爹 ding丁 diu丟 dong东 dou吺 du厾 duan耑 dui垖 ' +
  'dun吨 duo多 e妸 ei诶 en奀 eng鞥 er儿 fa发 fan帆 fang匚 fei飞 fen分 feng丰 fo仏 fou紑 fu夫 ga旮 gai侅 gan甘 gang冈 gao皋 ' +
  'ge戈 gei给 gen根 geng刯 gong工 gou勾 gu估 gua瓜 guai乖 guan关 guang光 gui归 gun丨 guo呙 ha哈 hai咍 han佄 hang夯 hao茠 ' +
  'he诃 hei黒 hen拫 heng亨 hong叿 hou齁 hu乎 hua花 huai怀 huan欢 huang巟 hui灰 hun昏 huo吙 ji丌 jia加 jian戋 jiang江 ' +
  'jiao艽 jie阶 jin巾 jing坕 jiong冂 jiu丩 ju凥 juan姢 jue噘 jun军 ka咔 kai开 kan刊 kang忼 kao尻 ke匼 ken肎 keng劥 kong空 ' +
  'kou抠 ku扝 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 lai来 lan兰 lang啷 lao捞 le仂 lei雷 leng崚 li哩 lia俩 ' +
  'lian奁 liang良 liao撩 lie毟 lin拎 ling伶 liu溜 long龙 lou瞜 lu噜 luan娈 lun抡 luo啰 m呣 ma妈 mai埋 man嫚 mang牤 mao猫 ' +
  'me嚒 mei坆 men椚 meng擝 mi咪 mian宀 miao喵 mie乜 min民 ming名 miu谬 mo摸 mou哞 mu毪 na拏 nai腉 nan囡 nang囔 nao孬 ne疒 ' +
  'nei娞 nen恁 neng能 ng嗯 ni妮 nian拈 niang娘 niao鸟 nie捏 nin囜 ning宁 niu妞 nong农 nou羺 nu奴 nuan奻 nuo挪 o喔 ou讴 pa妑 ' +
  'pai拍 pan眅 pang乓 pao抛 pei呸 pen喷 peng匉 pi丕 pian囨 piao剽 pie氕 pin姘 ping乒 po钋 pou剖 pu仆 qi七 qia掐 qian千 ' +
  'qiang呛 qiao悄 qie苆 qin亲 qing靑 qiong卭 qiu丘 qu区 quan奍 que炔 qun夋 ran呥 rang穣 rao娆 re惹 ren人 reng扔 ri日 ' +
  'rong戎 rou厹 ru邚 rua挼 ruan堧 rui桵 run瞤 ruo捼 sa仨 sai毢 san三 sang桒 sao掻 se閪 sen森 seng僧 sha杀 shai筛 shan山 ' +
  'shang伤 shao弰 she奢 shei谁 shen申 sheng升 shi尸 shou収 shu书 shua刷 shuai衰 shuan闩 shuang双 shui脽 shun吮 shuo说 ' +
  'si厶 song忪 sou凁 su苏 suan狻 sui夊 sun孙 suo唆 ta他 tai囼 tan坍 tang汤 tao夲 te忑 teng熥 ti剔 tian天 tiao旫 tie帖 ' +
  'ting厅 tong囲 tou偷 tu凸 tuan湍 tui推 tun吞 tuo乇 wa屲 wai歪 wan弯 wang尢 wei危 wen昷 weng翁 wo挝 wu乌 xi夕 xia呷 xian仙 ' +
  'xiang乡 xiao灱 xie些 xin心 xing星 xiong凶 xiu休 xu吁 xuan吅 xue削 xun坃 ya丫 yan恹 yang央 yao幺 ye倻 yi一 yin囙 ying应 ' +
  'yo哟 yong佣 you优 yu込 yuan囦 yue曰 yun晕 za帀 zai災 zan兂 zang匨 zao傮 ze则 zei贼 zen怎 zeng囎 zha扎 zhai夈 zhan枬 ' +
  'zhang张 zhao佋 zhe蜇 zhen贞 zheng凧 zhi之 zhong中 zhou州 zhu朱 zhua抓 zhuai跩 zhuan专 zhuang妆 zhui隹 zhun宒 zhuo拙 ' +
  'zi孜 zong宗 zou邹 zu租 zuan钻 zui厜 zun尊 zuo嘬';

/** Syllable and characters that are read so too: several readings, and those that the order puts elsewhere (ü). */
export const otherReadings =
  'pa耙 bao剥薄曝 bo泊薄 bu卜 chang长 chi匙 zhuang幢 tan弹 dan弹 zhai翟择 di地的 tiao调 diao调 tun囤 fo佛 hao镐 jiao嚼角教 ' +
  'jue角觉 ju桔车 jie藉 zui咀 liao了 le了乐 yue乐 lv驴吕铝侣旅履屡缕虑氯律率滤绿 lve掠略 mu牟 nv女 nve虐疟 qie茄 cha刹差 chai差 shui谁 si伺 ' +
  'tuo拓 xian铣 xiao削校 ao嚣 shan栅 nian粘 zhan粘 zhua爪 zhuo琢着 zhe着折 zhao着 she折 zai仔 zi仔 chong重 zhong重种 xing行 ' +
  'hang行 zhang长 huan还 hai还 shan单 dan单 hui会 kuai会 shuai率 de得地的 dei得 du都度 dou都 cang藏 zang藏 chao朝 zhao朝 ' +
  'bian便 pian便 shu数 shuo数 zai载 liang量凉 chuan传 zhuan传 shen参什 can参 shi什 ceng曾 zeng曾 xie血 xue血 lu露 lou露 ' +
  'la落 luo落 gei给 ji给系期 xi系 sheng盛省 cheng盛 xing省 dan石 shi石 se色 shai色 su宿 xiu宿 qia卡 ka卡 da大 dai大 ge个 na那哪 ' +
  'nei那哪 suo缩 ke壳 qiao壳 mo模没 mu模 mei没 xia吓 he吓和 huo和 tie帖 zhong中 wei为 qiang强 jiang强降 xiang降 kong空 gan干 ' +
  'fen分 jin尽 guan冠 dang当 quan券 juan卷圈 quan圈 xuan券 ba吧 me么 ma吗';
