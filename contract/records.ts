import { z } from 'zod';
import { actions, ById, Id, Instant } from './kit.ts';

export const Sex = z.enum(['male', 'female', 'unknown']);
export type Sex = z.infer<typeof Sex>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return day.getUTCFullYear() >= 1850 && day.toISOString().startsWith(text) && day.getTime() <= Date.now();
};

/** GB 11643: a real past birth date in digits 7–14 and the right check character in place 18. */
export const isIdNumber = (text: string): boolean => {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return CHECK[sum % 11] === text[17] && isDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`);
};

export const IdNumber = z.string().trim().toUpperCase().refine(isIdNumber, 'idNumber.checkDigit');
/** Mobile or landline with area code, digits and dashes. */
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?\d[\d-]{5,18}$/, 'phone.shape');
const BirthDate = z.iso.date().refine(isDay, 'birthDate.past');

/** Birth date in digits 7–14; digit 17 odd is male. */
export const readIdNumber = (text: string): { birthDate: string; sex: 'male' | 'female' } => ({
  birthDate: `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`,
  sex: Number(text[16]) % 2 === 1 ? 'male' : 'female',
});
/** Sequence 000 was never given out: a made-up number of a demonstration, which says nothing of the sex. */
const saysSex = (idNumber: string): boolean => idNumber.slice(14, 17) !== '000';
const isWoman = (idNumber: string): boolean => !saysSex(idNumber) || readIdNumber(idNumber).sex === 'female';

const papers = (shape: RegExp) => z.string().trim().toUpperCase().regex(shape, 'document.shape');
/** What identifies whoever has no identity number. */
export const Document = z.discriminatedUnion('kind', [
  /** ICAO 9303: at most nine letters and digits. */
  z.object({ kind: z.literal('passport'), number: papers(/^(?=.*\d)[A-Z0-9]{5,9}$/) }),
  /** 港澳居民来往内地通行证: eight digits, in the older form two more. */
  z.object({ kind: z.literal('hkMacao'), number: papers(/^[HM]\d{8}(\d{2})?$/) }),
  /** 台湾居民来往大陆通行证: eight digits, in the older form two more. */
  z.object({ kind: z.literal('taiwan'), number: papers(/^\d{8}(\d{2})?$/) }),
  /** A newborn without papers: the mother's identity number and which of her children it is (胎次). */
  z.object({
    kind: z.literal('newbornOf'),
    number: IdNumber.refine((text) => !isIdNumber(text) || isWoman(text), 'document.mother'),
    birthOrder: z.number().int().min(1).max(9),
  }),
]);
export type Document = z.output<typeof Document>;
export const DocumentKind = z.enum(['passport', 'hkMacao', 'taiwan', 'newbornOf']);

const Known = z
  .object({
    known: z.literal(true),
    name: z.string().trim().min(1).max(60),
    sex: Sex,
    birthDate: BirthDate,
    idNumber: IdNumber.optional(),
    /** Instead of `idNumber`. */
    document: Document.optional(),
    phone: Phone.optional(),
    /** 住院号 / 门诊号. */
    visitNo: z.string().trim().max(40).optional(),
  })
  .superRefine(({ idNumber, document, sex, birthDate }, { addIssue }) => {
    if (idNumber === undefined) return;
    const says = readIdNumber(idNumber);
    const fault = (message: string, path = 'idNumber') => addIssue({ code: 'custom', path: [path], message });
    if (document) fault('document.one', 'document');
    if (says.birthDate !== birthDate) fault('idNumber.birthDate');
    if (sex !== 'unknown' && saysSex(idNumber) && says.sex !== sex) fault('idNumber.sex');
  });
/** 无名氏: sex and age as they look; the identity follows through `consults.supplement`. */
const Unknown = z.object({ known: z.literal(false), sex: Sex, approximateAge: z.number().int().min(0).max(120).optional() });
export const PatientInput = z.discriminatedUnion('known', [Known, Unknown]);
export const KnownPatient = Known;

/**
 * `name` is null for 无名氏; `idNumber` and `document.number` are masked but for their end; `ageText` like 63岁, 14月, 3天 is
 * made by the client from `birthDate`.
 */
export const PatientView = z.object({
  id: Id,
  known: z.boolean(),
  name: z.string().nullable(),
  sex: Sex,
  birthDate: z.string().nullable(),
  approximateAge: z.number().nullable(),
  idNumber: z.string().nullable(),
  document: z.object({ kind: DocumentKind, number: z.string(), birthOrder: z.number().int().nullable() }).nullable(),
  phone: z.string().nullable(),
  visitNo: z.string().nullable(),
});
export type PatientView = z.infer<typeof PatientView>;
/** The same person without identity, for rings, lists and statistics. */
export const PatientSketch = PatientView.pick({ known: true, sex: true, birthDate: true, approximateAge: true });

export const PHOTO_MAX_BYTES = 2_000_000;
export const PhotoView = z.object({ id: z.uuid(), caption: z.string(), bytes: z.number().int(), addedAt: Instant });

/** Pictures that go with a consult, over the streams door. */
export const photos = actions({
  /** The body is one JPEG or PNG of at most `PHOTO_MAX_BYTES`. */
  add: {
    stream: 'PUT /consults/:id/photos',
    maxBytes: PHOTO_MAX_BYTES,
    who: ['doctor'],
    input: ById.extend({ caption: z.string().trim().max(100).default('') }),
    output: PhotoView,
  },
  /** Answers with the picture itself. */
  read: {
    stream: 'GET /photos/:id',
    who: ['doctor', 'specialist', 'coordinator'],
    input: ById,
    output: z.object({ mime: z.string(), content: z.instanceof(Uint8Array) }),
  },
});

/** SHA-256 of the canonical JSON of what was signed, hex. */
export const Signature = z.object({
  signer: z.string(),
  signerTitle: z.string(),
  hospital: z.string(),
  signedAt: Instant,
  hash: z.string().length(64),
});
