import { hash } from 'node:crypto';
import type { Referral } from '../../../contract/referrals.ts';
import { type Block, cell, heading, row, written } from './blocks.ts';
import { homePlan, maternal, story } from './medical.ts';
import { papers, patient, road, sides } from './people.ts';
import { clock, fill, fillOne, together, words } from './said.ts';

/** One page, before it is laid out. */
export interface Page {
  no: string;
  /** Which hospital's paper it is, and since when. */
  corner: readonly string[];
  /** 上转·急诊绿道·特急. */
  kind: string;
  /** What has become of it: the paper of a cancelled referral says so. */
  state: string;
  blocks: readonly Block[];
  /** SHA-256 over all that is said above and below the title, cut or not. */
  hash: string;
}

const dx = ({ sheet }: Referral): Block[] => {
  const reasons = (sheet.reasons ?? []).map((code) => `${code} ${words.reason[code]}`);
  return [
    heading('dx'),
    row(cell('dx', together([sheet.dx?.name, sheet.dx?.code && `（${sheet.dx.code}）`], ''), { bold: true })),
    written('reasons', together([together(reasons, '；'), sheet.reasonNote])),
  ];
};

/** What the sheet of a referral says, the road and its risks first. `at`: when it is printed. */
export const pageOf = (view: Referral, at: Date): Page => {
  const blocks = [
    ...road(view),
    ...patient(view, at),
    ...sides(view),
    ...dx(view),
    ...story(view),
    ...maternal(view),
    ...homePlan(view),
    ...papers(view),
  ];
  const page = {
    no: view.referralNo,
    corner: [view.from.hospital?.name ?? '', fillOne(words.time.submitted, 'at', clock(view.submittedAt)) ?? ''],
    kind: [words.direction[view.direction], words.lane[view.lane], words.urgency[view.urgency]].join('·'),
    state: fill(words.state, { state: words.status[view.status] }),
    blocks,
  };
  return { ...page, hash: hash('sha256', JSON.stringify(page)) };
};
