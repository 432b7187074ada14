import type { Referral } from '../../../contract/referrals.ts';
import type { Block } from '../../print/blocks.ts';
import { identity, who } from '../../print/person.ts';
import { clock, fill, fillOne, together } from '../../print/text.ts';
import { cell, heading, row, written, writtenIf } from './blocks.ts';
import { words } from './said.ts';

type End = Referral['from'];

export const placeOf = ({ hospital, outside, department }: End): string =>
  together(
    [hospital?.name ?? outside?.hospital, department?.name ?? outside?.department, outside && `（${words.outside}）`],
    ' ',
  );

const phonesOf = ({ outside, centerPhone, dutyPhone }: End): string =>
  outside ? outside.phone : together([fillOne(words.center, 'phone', centerPhone), fillOne(words.duty, 'phone', dutyPhone)]);

/** Who leads home where: read in the car before everything else. */
export const road = (view: Referral): Block[] => {
  const { transport = {} } = view.sheet;
  const risks = (transport.risks ?? []).map((risk) => words.risk[risk]);
  const way = [
    transport.mode && words.mode[transport.mode],
    fillOne(words.plate, 'plate', transport.plate),
    fillOne(words.carPhone, 'phone', transport.carPhone),
  ];
  const oxygen = [
    fillOne(words.flow, 'n', transport.oxygenFlow),
    fillOne(words.litres, 'n', transport.oxygenLitres),
    fillOne(words.needed, 'n', view.oxygenNeeded),
  ];
  return [
    heading('road'),
    row(cell('route', `${placeOf(view.from)} → ${placeOf(view.to)}`, { bold: true })),
    row(cell('risks', together([together(risks, '、'), transport.riskNote]), { bold: true, long: true })),
    row(cell('transport', together(way), { share: 2 }), cell('duration', fillOne(words.minutes, 'n', transport.routeMinutes))),
    row(cell('oxygen', together(oxygen), { share: 2 }), cell('escort', transport.escort, { long: true })),
    written('instructions', transport.instructions),
  ];
};

export const patient = (view: Referral, at: Date): Block[] => {
  const { sheet, patient: person } = view;
  const stay = [person.visitNo, fillOne(words.bed, 'bed', sheet.bed)];
  const { companion } = sheet;
  return [
    heading('patient'),
    row(cell('patient', who(person, at), { bold: true, share: 1.4 }), cell('idNumber', identity(person))),
    row(cell('visitNo', together(stay)), cell('phone', person.phone), cell('payer', sheet.payer && words.payer[sheet.payer])),
    row(
      cell('companion', companion && together([companion.name, companion.relation, companion.phone])),
      cell('address', sheet.address, { long: true }),
    ),
  ];
};

export const sides = (view: Referral): Block[] => [
  heading('sides'),
  row(
    cell('from', together([fillOne(words.callback, 'phone', view.sheet.callbackPhone), phonesOf(view.from)])),
    cell('to', phonesOf(view.to)),
  ),
  row(cell('referrer', together([view.referrer.name, view.referrer.title])), cell('attending', view.arrangement?.attending)),
];

const consent = ({ sheet: { consent: given } }: Referral): string | null => {
  if (!given) return null;
  if (given.state === 'deferred') return fill(words.consent.deferred, { basis: words.basis[given.basis] });
  const signed = fill(words.consent.signed, { signer: words.signer[given.signer], name: given.signerName });
  return together([signed, clock(given.signedAt)]);
};

/** The green lane and the way home go without. */
const review = ({ timeline, lane, direction }: Referral): string | null => {
  const step = timeline.findLast(({ verb }) => verb === 'approve');
  if (step) return together([step.by, step.hospital, clock(step.at), step.note]);
  return lane === 'green' || direction === 'down' ? words.noReview : null;
};

const acceptance = ({ offers }: Referral): string | null => {
  const offer = offers.find(({ status }) => status === 'accepted');
  if (!offer) return null;
  const by = offer.decidedBy ? `${offer.decidedBy.name} ${offer.decidedBy.title}` : null;
  return together([offer.hospital?.name ?? offer.outside?.hospital, offer.department, by, clock(offer.decidedAt), offer.note]);
};

const arrangement = ({ arrangement: made, hold }: Referral): string =>
  together([
    made?.place,
    fillOne(words.code, 'code', made?.code),
    hold && hold.status !== 'released' && fill(words.keptBed, { ...hold, at: clock(hold.until) ?? '' }),
    made?.message,
  ]);

const times = ({ submittedAt, timeline, expectedAt, arrival }: Referral): string =>
  together([
    fillOne(words.time.submitted, 'at', clock(submittedAt)),
    fillOne(words.time.departed, 'at', clock(timeline.findLast(({ verb }) => verb === 'depart')?.at)),
    arrival ? fillOne(words.time.arrived, 'at', clock(arrival.at)) : fillOne(words.time.expected, 'at', clock(expectedAt)),
  ]);

export const papers = (view: Referral): Block[] => [
  heading('papers'),
  row(cell('consent', consent(view)), cell('review', review(view), { long: true })),
  written('acceptance', acceptance(view)),
  ...writtenIf('arrangement', arrangement(view)),
  row(cell('times', times(view))),
];
