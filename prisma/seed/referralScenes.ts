import type { Scene } from './referrals.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const up = { direction: 'up', lane: 'elective', reasons: ['U2', 'U5'] } as const;
const green = { direction: 'up', lane: 'green', urgency: 'stat', reasons: ['U6'] } as const;
const down = { direction: 'down', lane: 'elective', urgency: 'routine', reasons: ['D1', 'D2'] } as const;

/** Days of a closed 上转, counted back from `ago`: sent, taken, gone, treated, told, home. */
const whole = (ago: number): Scene['deeds'] => [
  [ago, 'start'],
  [ago - 30, 'submit'],
  [ago - 80, 'approve'],
  [ago - 130, 'accept'],
  [ago - 170, 'arrange'],
  [ago - 240, 'depart'],
  [ago - 600, 'arrive'],
  [ago - 660, 'admit'],
  [ago - 8 * DAY, 'discharge'],
  [ago - 10 * DAY, 'returnSummary'],
  [ago - 11 * DAY, 'confirm'],
];
const until = (last: string, ago: number): Scene['deeds'] => {
  const deeds = whole(ago);
  return deeds.slice(0, deeds.findIndex(([, verb]) => verb === last) + 1);
};

/** What the first people to sign in find: every column of the board, both directions, some late, some closed. */
export const SCENES: readonly Scene[] = [
  { ...up, code: 'I21.4', urgency: 'urgent', from: 'leibo.doctor', to: 'jinjiang.cardiology', deeds: [[95, 'start']] },
  {
    ...up,
    code: 'S06',
    urgency: 'urgent',
    from: 'leibo.doctor2',
    to: 'jinjiang.neuro',
    deeds: [
      [80, 'start'],
      [70, 'submit'],
    ],
  },
  {
    ...up,
    code: 'I20.0',
    urgency: 'routine',
    from: 'xiaojin.medicine',
    to: 'jinjiang.cardiology',
    deeds: [
      [150, 'start'],
      [120, 'submit'],
      [50, 'approve'],
    ],
  },
  {
    ...up,
    code: 'M12.1',
    urgency: 'routine',
    from: 'maerkang.surgery',
    to: 'jinjiang.orthopaedics',
    deeds: [
      [240, 'start'],
      [230, 'submit'],
      [110, 'approve'],
      [60, 'receive'],
    ],
  },
  {
    ...up,
    code: 'T79.4',
    urgency: 'urgent',
    from: 'leibo.doctor',
    to: 'jinjiang.specialist',
    deeds: [
      [200, 'start'],
      [190, 'submit'],
      [170, 'approve'],
      [140, 'reject'],
      [130, 'reroute'],
      [66, 'accept'],
    ],
  },
  {
    ...up,
    code: 'I21.0',
    urgency: 'urgent',
    from: 'yanyuan.doctor',
    to: 'jinjiang.cardiology',
    deeds: [
      [400, 'start'],
      [390, 'submit'],
      [300, 'approve'],
      [250, 'accept'],
    ],
  },
  {
    ...up,
    code: 'I20.0',
    urgency: 'routine',
    from: 'leibo.medicine',
    to: 'xiangshan.specialist',
    deeds: [
      [600, 'start'],
      [580, 'submit'],
      [520, 'approve'],
      [420, 'accept'],
      [360, 'arrange'],
    ],
    expectedIn: 22,
  },
  {
    ...green,
    code: 'S06',
    from: 'xiaojin.doctor',
    to: 'jinjiang.neuro',
    deeds: [
      [130, 'start'],
      [128, 'send'],
      [121, 'accept'],
      [100, 'depart'],
    ],
    expectedIn: 0.7,
  },
  {
    ...up,
    code: 'T79.4',
    urgency: 'urgent',
    from: 'maerkang.doctor',
    to: 'jinjiang.specialist',
    deeds: until('depart', 600),
    expectedIn: 2.4,
  },
  {
    ...up,
    code: 'I21.4',
    urgency: 'urgent',
    from: 'leibo.doctor',
    to: 'jinjiang.cardiology',
    deeds: until('arrive', 1_200),
    expectedIn: -9,
  },
  {
    ...up,
    code: 'S06',
    urgency: 'routine',
    from: 'pingchang.doctor',
    to: 'jinjiang.neuro',
    deeds: until('admit', 4 * DAY),
    expectedIn: -86,
  },
  {
    ...up,
    code: 'M12.1',
    urgency: 'routine',
    from: 'jinchuan.surgery',
    to: 'huzhou.specialist',
    deeds: until('discharge', 14 * DAY),
    expectedIn: -320,
  },
  {
    ...up,
    code: 'I21.0',
    urgency: 'urgent',
    from: 'leibo.doctor',
    to: 'jinjiang.cardiology',
    deeds: until('discharge', 17 * DAY),
    expectedIn: -400,
  },
  {
    ...up,
    code: 'T79.4',
    urgency: 'urgent',
    from: 'leibo.doctor2',
    to: 'jinjiang.specialist',
    deeds: until('returnSummary', 12 * DAY),
    expectedIn: -280,
  },
  {
    ...down,
    code: 'M12.1',
    from: 'jinjiang.orthopaedics',
    to: 'leibo.surgery',
    deeds: [
      [300, 'start'],
      [240, 'send'],
    ],
  },
  {
    ...down,
    code: 'S06',
    from: 'jinjiang.neuro',
    to: 'maerkang.medicine',
    deeds: [
      [3_000, 'start'],
      [2_900, 'send'],
      [1_700, 'accept'],
      [1_500, 'arrange'],
    ],
    expectedIn: 6,
  },
  ...['leibo.doctor', 'leibo.medicine', 'maerkang.doctor', 'xiaojin.doctor', 'pingchang.doctor', 'yanyuan.doctor'].flatMap(
    (from, place): Scene[] =>
      ['jinjiang.cardiology', 'jinjiang.neuro', 'jinjiang.specialist'].map((to, turn) => ({
        ...up,
        code: ['I21.0', 'S06', 'T79.4'][turn]!,
        urgency: 'urgent',
        from,
        to,
        deeds: whole((16 + place * 23 + turn * 7) * DAY),
      })),
  ),
];
