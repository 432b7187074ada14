import { z } from 'zod';

/** The hard bounds of the data dictionary (domain §5): what lies outside cannot have been measured, and no score is made of it. */
const between = (low: number, high: number) => z.number().min(low).max(high);

/** Completed years. */
export const Age = z.number().int().min(0).max(130);
/** Per minute. */
export const Pulse = between(0, 300);
/** Per minute. */
export const Respiration = between(0, 150);
/** mmHg. */
export const Systolic = between(0, 320);
/** mmHg. */
export const Diastolic = between(0, 220);
/** ℃. */
export const Temperature = between(20, 45);
/** %. */
export const Spo2 = between(0, 100);
/** µmol/L. */
export const Creatinine = between(1, 3000);
/** mmol/L; bounds are ours, the dictionary has none. */
export const Bun = between(0, 150);
/** mmol/L. */
export const Glucose = between(0, 80);
export const Ph = between(6.5, 8);
/** mmHg. */
export const Pao2 = between(0, 700);
/** mmol/L. */
export const Sodium = between(80, 200);
/** mmol/L. */
export const Potassium = between(1, 12);
/** As a fraction, not in %. */
export const Haematocrit = between(0, 0.8);
/** g. */
export const BirthWeight = between(200, 7000);
/** mL/h; bounds are ours, the dictionary has none. */
export const UrineRate = between(0, 2000);
/** Glasgow coma scale, total. */
export const GcsTotal = z.number().int().min(3).max(15);
