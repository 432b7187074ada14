import type { Referral } from '../../../contract/referrals.ts';
import type { Block } from '../../print/blocks.ts';
import type { Page } from '../../print/page.ts';
import { clock, fill, fillOne, frame, together } from '../../print/text.ts';
import { cell, heading, row, written } from './blocks.ts';
import { homePlan, maternal, story } from './medical.ts';
import { papers, patient, road, sides } from './people.ts';
import { words } from './said.ts';

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
  return {
    title: words.title,
    no: view.referralNo,
    corner: [view.from.hospital?.name ?? '', fillOne(words.time.submitted, 'at', clock(view.submittedAt)) ?? ''],
    kind: [words.direction[view.direction], words.lane[view.lane], words.urgency[view.urgency]].join('·'),
    state: fill(frame.state, { state: words.status[view.status] }),
    blocks,
    signs: Object.values(words.sign),
    advice: words.advice,
  };
};
