import type { DemoHospital } from './hospitals.ts';
import type { Random } from './random.ts';

const HAN_SURNAMES = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文',
];
const HAN_GIVEN =
  '思远 晓岚 建国 雨晴 志强 文静 海波 秋实 明哲 若溪 俊峰 丽华 伟东 春燕 博文 佳宁 永康 静怡 立新 雪梅 子墨 婉清 振华 素芬 景行 一鸣 书瑶 长河 凤英 嘉木 知夏 远航 玉兰 卫平 晨曦 云舒 国栋 桂芳 亦凡 敏 磊 岩 涛 颖 蕾 骏 琳 旭 芸 峻'.split(
    ' ',
  );
const YI_CLANS = '马海 吉克 阿苦 沙马 曲比 勒伍 海来 吉木 木乃 罗洪 阿侯 俄尼 的日 贾巴 金古 立立'.split(' ');
const YI_GIVEN = '木呷 阿依 拉哈 阿乌 日哈 石布 子石 古哈 阿木 尔布 阿支 伍果 史哈 木果 阿呷 约布 有洛 里古'.split(' ');
const TIBETAN =
  '泽仁多吉 卓玛措 扎西旺堆 仁青拉姆 索朗泽旺 泽郎王姆 罗尔伍 达尔基 阿尔基 班玛扎西 措姆吉 格桑卓玛 仁真甲 尼玛次仁 能周 三郎彭措 拥忠初 东周措 贡波扎西 白玛央金 旦真王修 泽让卓 罗让尼玛 华尔旦 夺吉措 斯郎拉姆 更登甲 尕让措'.split(
    ' ',
  );

const han = (random: Random): string => random.pick(HAN_SURNAMES) + random.pick(HAN_GIVEN);
const yi = (random: Random): string => random.pick(YI_CLANS) + random.pick(YI_GIVEN);
const tibetan = (random: Random): string => random.pick(TIBETAN);

/** A synthetic name as people of that place bear them: 彝 and 汉 in 凉山, 藏 and 汉 in 阿坝, 汉 elsewhere. */
export const nameAt = (place: DemoHospital['place'], random: Random): string => {
  if (place === 'liangshan' && random.chance(0.6)) return yi(random);
  if (place === 'aba' && random.chance(0.55)) return tibetan(random);
  return han(random);
};
