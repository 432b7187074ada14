/** The password of every synthetic account; printed at start and shown on the sign-in page of a demo network only. */
export const DEMO_PASSWORD = 'Shanhai-demo-2026';

/** The accounts to begin with; the first of each role is the one to try. */
export const DEMO_ACCOUNTS: readonly string[] = [
  'leibo.doctor',
  'xiangshan.specialist',
  'xiangshan.specialist2',
  'xiangshan.center',
  'leibo.center',
  'leibo.admin',
  'zhou.admin',
  'leibo.auditor',
  'jinchuan.doctor',
  'huzhou.specialist',
  'pingchang.doctor',
  'jinjiang.specialist',
  'jinjiang.center',
];
