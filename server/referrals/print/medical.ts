import type { z } from 'zod';
import type { Maternal, Sheet, Vitals } from '../../../contract/referralSheet.ts';
import type { Referral } from '../../../contract/referrals.ts';
import type { Block } from '../../print/blocks.ts';
import { clock, fill, fillOne, together } from '../../print/text.ts';
import { cell, heading, row, written, writtenIf } from './blocks.ts';
import { words } from './said.ts';

/** SpO₂ stands with how the patient breathes, or with the warning that nobody has said. */
const saturation = ({ spo2, oxygen }: Vitals): string | null => {
  if (spo2 === undefined) return oxygen ? words.oxygen[oxygen] : null;
  const mode = oxygen ? words.oxygen[oxygen] : words.oxygenMissing;
  return fill(words.vital.spo2, { n: spo2 }) + fill(words.vital.oxygen, { mode });
};

const pressure = ({ systolic, diastolic }: Vitals): string | null =>
  systolic === undefined && diastolic === undefined
    ? null
    : fill(words.vital.pressure, { systolic: systolic ?? words.none, diastolic: diastolic ?? words.none });

const shockIndex = ({ pulse, systolic }: Vitals): string | null =>
  pulse && systolic ? fill(words.vital.shockIndex, { n: (pulse / systolic).toFixed(2) }) : null;

const vitals = (signs: Vitals, isMaternal: boolean): string =>
  together([
    fillOne(words.vital.temperature, 'n', signs.temperature),
    fillOne(words.vital.pulse, 'n', signs.pulse),
    fillOne(words.vital.respiration, 'n', signs.respiration),
    pressure(signs),
    saturation(signs),
    signs.consciousness && fill(words.vital.consciousness, { state: words.consciousness[signs.consciousness] }),
    isMaternal && shockIndex(signs),
    fillOne(words.vital.takenAt, 'at', clock(signs.takenAt)),
  ]);

const infection = ({ infection: known }: Sheet): string | null =>
  known ? together([words.infection[known.state], known.kind, known.isolation && words.isolation[known.isolation]]) : null;

export const story = ({ sheet }: Referral): Block[] => [
  heading('story'),
  row(cell('vitals', sheet.vitals && vitals(sheet.vitals, sheet.maternal !== undefined), { bold: true })),
  written('complaint', sheet.complaint),
  written('presentIllness', sheet.presentIllness),
  written('pastHistory', sheet.pastHistory),
  row(cell('allergies', sheet.allergies, { long: true }), cell('infection', infection(sheet))),
  written('results', sheet.results),
  written('treatments', sheet.treatments),
  ...writtenIf('cautions', sheet.cautions),
];

type Mother = z.output<typeof Maternal>;
const said = words.maternal;
/** Figures of one kind, each with its unit. */
const figures = <K extends keyof Mother & keyof typeof said>(mother: Mother, names: readonly K[]): string =>
  together(names.map((name) => fillOne(said[name], 'n', mother[name] as number | undefined)));

const delivery = (mother: Mother): string =>
  together([
    mother.deliveryMode && words.deliveryMode[mother.deliveryMode],
    fillOne(said.deliveredAt, 'at', clock(mother.deliveredAt)),
    fillOne(said.apgar, 'text', mother.apgar),
    mother.placenta && fill(said.placenta, { state: words.placenta[mother.placenta] }),
  ]);

/** 孕产妇转会诊单's own lines; nothing for everybody else. */
export const maternal = ({ sheet: { maternal: mother } }: Referral): Block[] => {
  if (!mother) return [];
  const gestation = [fillOne(said.gestation, 'weeks', mother.weeks), fillOne(said.gestationDays, 'days', mother.days)];
  const rescue = [
    fillOne(said.rescueFrom, 'at', clock(mother.rescueFrom)),
    fillOne(said.rescueMinutes, 'n', mother.rescueMinutes),
  ];
  const intake = [figures(mother, ['crystalloid', 'colloid']), fillOne(said.bloodProducts, 'text', mother.bloodProducts)];
  const drugs = (mother.drugs ?? []).map((drug) => words.drug[drug]);
  return [
    heading('maternal'),
    row(cell('gestation', together(gestation)), cell('rescue', together(rescue), { share: 2 })),
    row(cell('intake', together(intake), { long: true }), cell('output', figures(mother, ['bloodLoss', 'vaginalLoss', 'urine']))),
    row(cell('bloodGas', figures(mother, ['ph', 'po2', 'pco2', 'bicarbonate', 'lactate', 'baseExcess']))),
    row(cell('drugs', together([...drugs, mother.intubated && said.intubated])), cell('delivery', delivery(mother))),
    ...writtenIf('procedures', together((mother.procedures ?? []).map((done) => words.procedure[done]))),
  ];
};

/** 下转: what is to be done at home. */
export const homePlan = ({ sheet: { homePlan: plan } }: Referral): Block[] =>
  plan
    ? [
        heading('home'),
        ...writtenIf('medication', plan.medication),
        ...writtenIf('rehabilitation', plan.rehabilitation),
        ...writtenIf('followUp', together([fillOne(words.followUpAt, 'day', plan.followUpAt), plan.followUp])),
      ]
    : [];
