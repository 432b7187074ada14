import { z } from 'zod';
import {
  Consciousness,
  Maternal,
  OxygenMode,
  ReferralConsent,
  Sheet,
  Transport,
  TransportMode,
} from '../../../../contract/referralSheet.ts';

const [Signed, Deferred] = ReferralConsent.options;
const Infection = Sheet.shape.infection.unwrap();

/**
 * Each field of the form: where it stands in the sheet, and how it is written. Texts as typed; `number` and `moment`
 * (`2026-11-23T09:32`, Beijing) become values; a schema is a choice of one, or of several.
 */
export const FIELDS = {
  dxName: ['dx.name', 'text'],
  dxCode: ['dx.code', 'text'],
  reasons: ['reasons', Sheet.shape.reasons.unwrap()],
  reasonNote: ['reasonNote', 'text'],
  complaint: ['complaint', 'text'],
  presentIllness: ['presentIllness', 'text'],
  pastHistory: ['pastHistory', 'text'],
  allergies: ['allergies', 'text'],
  temperature: ['vitals.temperature', 'number'],
  pulse: ['vitals.pulse', 'number'],
  respiration: ['vitals.respiration', 'number'],
  systolic: ['vitals.systolic', 'number'],
  diastolic: ['vitals.diastolic', 'number'],
  spo2: ['vitals.spo2', 'number'],
  oxygen: ['vitals.oxygen', OxygenMode],
  consciousness: ['vitals.consciousness', Consciousness],
  takenAt: ['vitals.takenAt', 'moment'],
  results: ['results', 'text'],
  treatments: ['treatments', 'text'],
  cautions: ['cautions', 'text'],
  infection: ['infection.state', Infection.shape.state],
  infectionKind: ['infection.kind', 'text'],
  isolation: ['infection.isolation', Infection.shape.isolation.unwrap()],
  weeks: ['maternal.weeks', 'number'],
  days: ['maternal.days', 'number'],
  rescueFrom: ['maternal.rescueFrom', 'moment'],
  rescueMinutes: ['maternal.rescueMinutes', 'number'],
  crystalloid: ['maternal.crystalloid', 'number'],
  colloid: ['maternal.colloid', 'number'],
  bloodProducts: ['maternal.bloodProducts', 'text'],
  bloodLoss: ['maternal.bloodLoss', 'number'],
  vaginalLoss: ['maternal.vaginalLoss', 'number'],
  urine: ['maternal.urine', 'number'],
  ph: ['maternal.ph', 'number'],
  po2: ['maternal.po2', 'number'],
  pco2: ['maternal.pco2', 'number'],
  bicarbonate: ['maternal.bicarbonate', 'number'],
  lactate: ['maternal.lactate', 'number'],
  baseExcess: ['maternal.baseExcess', 'number'],
  intubated: ['maternal.intubated', 'yesNo'],
  drugs: ['maternal.drugs', Maternal.shape.drugs.unwrap()],
  deliveredAt: ['maternal.deliveredAt', 'moment'],
  deliveryMode: ['maternal.deliveryMode', Maternal.shape.deliveryMode.unwrap()],
  apgar: ['maternal.apgar', 'text'],
  placenta: ['maternal.placenta', Maternal.shape.placenta.unwrap()],
  procedures: ['maternal.procedures', Maternal.shape.procedures.unwrap()],
  mode: ['transport.mode', TransportMode],
  plate: ['transport.plate', 'text'],
  carPhone: ['transport.carPhone', 'text'],
  escort: ['transport.escort', 'text'],
  routeMinutes: ['transport.routeMinutes', 'number'],
  oxygenFlow: ['transport.oxygenFlow', 'number'],
  oxygenLitres: ['transport.oxygenLitres', 'number'],
  risks: ['transport.risks', Transport.shape.risks.unwrap()],
  riskNote: ['transport.riskNote', 'text'],
  instructions: ['transport.instructions', 'text'],
  companionName: ['companion.name', 'text'],
  companionRelation: ['companion.relation', 'text'],
  companionPhone: ['companion.phone', 'text'],
  callbackPhone: ['callbackPhone', 'text'],
  consent: ['consent.state', z.enum(['signed', 'deferred'])],
  signer: ['consent.signer', Signed.shape.signer],
  signerName: ['consent.signerName', 'text'],
  signedAt: ['consent.signedAt', 'moment'],
  basis: ['consent.basis', Deferred.shape.basis],
  payer: ['payer', Sheet.shape.payer.unwrap()],
  address: ['address', 'text'],
  bed: ['bed', 'text'],
  rehabilitation: ['homePlan.rehabilitation', 'text'],
  medication: ['homePlan.medication', 'text'],
  followUp: ['homePlan.followUp', 'text'],
  followUpAt: ['homePlan.followUpAt', 'text'],
} as const satisfies Record<string, readonly [path: string, kind: 'text' | 'number' | 'moment' | 'yesNo' | z.ZodType<unknown>]>;

export type SheetName = keyof typeof FIELDS;
export const SHEET_NAMES = Object.keys(FIELDS) as SheetName[];

type Written<K> = K extends 'yesNo'
  ? 'yes' | 'no' | ''
  : K extends z.ZodType<infer O>
    ? O extends readonly unknown[]
      ? O
      : O | ''
    : string;
/** The sheet as it is on the form; an empty text is "not given". */
export type SheetForm = { [N in SheetName]: Written<(typeof FIELDS)[N][1]> };

/** What may be chosen in a field. */
export const optionsOf = <N extends SheetName>(
  name: N,
): readonly Exclude<SheetForm[N] extends (infer O)[] ? O : SheetForm[N], ''>[] => {
  const kind: unknown = FIELDS[name][1];
  if (kind === 'yesNo') return ['yes', 'no'] as never;
  const schema = kind instanceof z.ZodArray ? kind.element : kind;
  return schema instanceof z.ZodEnum ? (schema.options as never) : [];
};
