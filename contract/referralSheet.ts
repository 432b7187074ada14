import { z } from 'zod';
import { Instant } from './kit.ts';
import { Phone } from './records.ts';

/** 上转, 下转, 平转. */
export const Direction = z.enum(['up', 'down', 'lateral']);
export type Direction = z.infer<typeof Direction>;
/** 急诊绿道: accepted in parallel with the paperwork, which follows within a day; elective: paperwork first. */
export const Lane = z.enum(['green', 'elective']);
export type Lane = z.infer<typeof Lane>;

/** U: 上转/平转, D: 下转; the words are in the catalogues. */
export const ReferralReason = z.enum([
  ...(['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'] as const),
  ...(['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const),
]);
export type ReferralReason = z.infer<typeof ReferralReason>;
export const reasonsOf = (direction: Direction): ReferralReason[] =>
  ReferralReason.options.filter((code) => code.startsWith(direction === 'down' ? 'D' : 'U'));

/** R1 无床 R2 非适应 R3 资料不足 R4 转运风险大于获益 R5 推荐他院. */
export const RejectReason = z.enum(['R1', 'R2', 'R3', 'R4', 'R5']);
export type RejectReason = z.infer<typeof RejectReason>;

const text = (most: number) => z.string().trim().max(most);
const count = (most: number) => z.number().int().min(0).max(most);
const amount = (most: number) => z.number().min(0).max(most);

export const Consciousness = z.enum(['alert', 'voice', 'pain', 'unresponsive']);
export const OxygenMode = z.enum(['air', 'cannula', 'mask', 'reservoir', 'niv', 'ventilator']);
/** As measured: °C, per minute, mmHg, %. What is impossible is told by the dictionary (`vitalRanges`), not by this shape. */
export const Vitals = z
  .object({
    temperature: z.number(),
    pulse: z.number(),
    respiration: z.number(),
    systolic: z.number(),
    diastolic: z.number(),
    spo2: z.number(),
    /** SpO₂ says nothing without it. */
    oxygen: OxygenMode,
    consciousness: Consciousness,
    takenAt: Instant,
  })
  .partial();
export type Vitals = z.infer<typeof Vitals>;

/** 孕产妇转会诊单: mL, mmHg, kPa-free blood gas (mmHg, mmol/L), weeks and days of gestation. */
export const Maternal = z
  .object({
    weeks: count(45),
    days: count(6),
    rescueFrom: Instant,
    rescueMinutes: count(10_000),
    crystalloid: count(50_000),
    colloid: count(50_000),
    bloodProducts: text(300),
    bloodLoss: count(50_000),
    vaginalLoss: count(50_000),
    urine: count(50_000),
    ph: z.number().min(6).max(8),
    po2: amount(700),
    pco2: amount(250),
    bicarbonate: amount(80),
    lactate: amount(40),
    baseExcess: z.number().min(-50).max(50),
    intubated: z.boolean(),
    drugs: z.array(z.enum(['magnesium', 'antihypertensive', 'dexamethasone', 'antibiotic', 'oxytocic', 'tocolytic'])),
    deliveredAt: Instant,
    deliveryMode: z.enum(['undelivered', 'vaginal', 'assisted', 'caesarean']),
    apgar: text(20),
    placenta: z.enum(['undelivered', 'complete', 'retained', 'unknown']),
    procedures: z.array(z.enum(['balloon', 'bLynch', 'ligation', 'embolisation', 'hysterectomy'])),
  })
  .partial();

const Infection = z.object({
  state: z.enum(['none', 'suspected', 'confirmed']),
  kind: text(100).optional(),
  isolation: z.enum(['standard', 'contact', 'droplet', 'airborne']).optional(),
});

export const ReferralConsent = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('signed'),
    signer: z.enum(['patient', 'guardian', 'relative']),
    signerName: text(60).min(1),
    signedAt: Instant.optional(),
  }),
  /** Green lane only: the signature follows within the day. */
  z.object({ state: z.literal('deferred'), basis: z.enum(['lifeThreatening', 'noRelativeReachable']) }),
]);

export const TransportMode = z.enum(['hospitalAmbulance', 'ambulance120', 'receiverTeam', 'helicopter', 'ownCar', 'public']);
export const TransportRisk = z.enum([
  'airway',
  'shock',
  'bleeding',
  'seizure',
  'arrhythmia',
  'delivery',
  'altitude',
  'hypothermia',
]);
/** How the patient travels: whole minutes on the road, litres and litres per minute of oxygen. */
export const Transport = z
  .object({
    mode: TransportMode,
    plate: text(20),
    /** The telephone in the car: what is left where there is no data. */
    carPhone: Phone,
    escort: text(200),
    routeMinutes: count(3_000),
    oxygenFlow: amount(100),
    oxygenLitres: amount(100_000),
    risks: z.array(TransportRisk),
    riskNote: text(500),
    instructions: text(1000),
  })
  .partial();
export type Transport = z.infer<typeof Transport>;

/** 下转: what is to be done at home; each becomes a task of the receiving doctor. */
export const HomePlan = z
  .object({ rehabilitation: text(2000), medication: text(2000), followUp: text(2000), followUpAt: z.iso.date() })
  .partial();

/** 转诊单. A draft may stop anywhere; `owed` says what sending wants. */
export const Sheet = z
  .object({
    dx: z.object({ name: text(200).min(1), code: text(20).optional() }),
    reasons: z.array(ReferralReason).max(5),
    reasonNote: text(500),
    complaint: text(500),
    presentIllness: text(4000),
    pastHistory: text(2000),
    allergies: text(500),
    vitals: Vitals,
    results: text(4000),
    treatments: text(4000),
    cautions: text(1000),
    infection: Infection,
    maternal: Maternal,
    consent: ReferralConsent,
    /** 医保/费别. */
    payer: z.enum(['employee', 'resident', 'selfPaid', 'commercial', 'other']),
    address: text(200),
    companion: z.object({ name: text(60).min(1), relation: text(20), phone: Phone }),
    callbackPhone: Phone,
    bed: text(20),
    transport: Transport,
    homePlan: HomePlan,
  })
  .partial();
export type Sheet = z.infer<typeof Sheet>;

/** A hospital that is not on the platform: the sending side telephones and records for it. */
export const Outside = z.object({
  hospital: text(80).min(1),
  department: text(60).optional(),
  phone: Phone,
  city: text(40).optional(),
});
export type Outside = z.infer<typeof Outside>;
export const Destination = z.union([z.object({ departmentId: z.uuid() }), z.object({ outside: Outside })]);
export type Destination = z.infer<typeof Destination>;

export const SheetField = z.enum([
  'dx',
  'reasons',
  'callbackPhone',
  'complaint',
  'presentIllness',
  'allergies',
  'vitals',
  'treatments',
  'infection',
  'consent',
  'companion',
  'transport',
  'homePlan',
]);
export type SheetField = z.infer<typeof SheetField>;

const filled = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
};

const DEMANDED: Record<Direction, readonly SheetField[]> = {
  up: SheetField.options.filter((field) => field !== 'homePlan'),
  lateral: SheetField.options.filter((field) => field !== 'homePlan'),
  down: ['dx', 'reasons', 'callbackPhone', 'presentIllness', 'treatments', 'consent', 'homePlan'],
};
/** A green lane leaves with three things; the rest is backfilled. */
const AT_ONCE: readonly SheetField[] = ['dx', 'callbackPhone', 'reasons'];

interface Filed {
  direction: Direction;
  lane: Lane;
  sheet: Sheet;
}
/** What the sheet still lacks; a deferred consent is owed too. */
export const lacking = ({ direction, sheet }: Filed): SheetField[] =>
  DEMANDED[direction].filter((field) => (field === 'consent' ? sheet.consent?.state !== 'signed' : !filled(sheet[field])));
/** What stands between the sheet and sending it now. */
export const owed = (filed: Filed): SheetField[] =>
  filed.lane === 'green' ? lacking(filed).filter((field) => AT_ONCE.includes(field)) : lacking(filed);

/** One line of the data dictionary: outside `hard` it cannot have been measured, outside `soft` it is worth a second look. */
export const VitalRange = z.object({
  unit: z.string(),
  hard: z.tuple([z.number(), z.number()]),
  soft: z.tuple([z.number(), z.number()]),
});
export const VitalName = z.enum(['temperature', 'pulse', 'respiration', 'systolic', 'diastolic', 'spo2']);
export type VitalName = z.infer<typeof VitalName>;
export const VitalRanges = z.record(VitalName, VitalRange);
export type VitalRanges = z.infer<typeof VitalRanges>;

export interface VitalFinding {
  vital: VitalName;
  finding: 'impossible' | 'unusual';
}
const outside = (value: number, [low, high]: readonly [number, number]): boolean => value < low || value > high;

/** What the dictionary says of the signs given: `impossible` refuses, `unusual` warns. A diastolic above its systolic is impossible. */
export const checkVitals = (vitals: Vitals, ranges: VitalRanges): VitalFinding[] =>
  VitalName.options.flatMap((vital): VitalFinding[] => {
    const value = vitals[vital];
    if (value === undefined) return [];
    const swapped = vital === 'diastolic' && vitals.systolic !== undefined && value >= vitals.systolic;
    if (swapped || outside(value, ranges[vital].hard)) return [{ vital, finding: 'impossible' }];
    return outside(value, ranges[vital].soft) ? [{ vital, finding: 'unusual' }] : [];
  });

/** Oxygen for the road with a twofold reserve (domain rule 13), litres; null while flow or road are unknown. */
export const oxygenNeeded = ({ oxygenFlow, routeMinutes }: Transport): number | null =>
  oxygenFlow === undefined || routeMinutes === undefined ? null : oxygenFlow * routeMinutes * 2;
