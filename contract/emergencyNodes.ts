import { z } from 'zod';

/** 五大中心; `newborn` is 「儿童/新生儿」. */
export const Center = z.enum(['chestPain', 'stroke', 'trauma', 'maternal', 'newborn']);
export type Center = z.infer<typeof Center>;

/** Time nodes of all centers; the same code means the same event in each. */
export const NodeCode = z.enum([
  ...([
    'ONSET',
    'CALL',
    'FMC',
    'DOOR',
    'ALERT',
    'TEAM',
    'DOOR_OUT',
    'DEPART',
    'ARRIVE2',
    'XFER_REQ',
    'XFER_ACC',
    'ICU_IN',
  ] as const),
  ...(['ECG1', 'ECG_TX', 'ECG_DX', 'TNI_DRAW', 'TNI_RPT', 'DAPT', 'ANTICOAG', 'LYSIS_CONSENT', 'LYSIS_START'] as const),
  ...(['LYSIS_END', 'RECANAL_EVAL', 'CATH_CALL', 'CATH_READY', 'CATH_IN', 'PUNCT', 'WIRE'] as const),
  ...(['LKW', 'ONSET_FOUND', 'TRIAGE', 'NEURO', 'NIHSS0', 'BLOOD', 'LAB_RPT', 'CT_START', 'CT_RPT', 'CONSENT', 'BOLUS'] as const),
  ...(['CTA', 'EVT_DECIDE', 'PASS1', 'RECAN'] as const),
  ...(['INJURY', 'SCENE', 'PREALERT', 'PRIMARY', 'AIRWAY', 'FAST', 'HB_RPT', 'BLOOD_REQ', 'TX_START', 'TXA'] as const),
  ...(['CHESTTUBE', 'OR_DECIDE', 'OR_IN', 'INCISION', 'TAE', 'ABX', 'DEATH'] as const),
  ...(['ARRIVE', 'OB_SENIOR', 'MDT', 'DECIDE_CS', 'ANAES', 'BIRTH', 'PLACENTA', 'PPH_RECOG', 'UTEROTONIC'] as const),
  ...(['BALLOON', 'HYST', 'HTN_SEVERE', 'HTN_RX', 'MGSO4', 'REMOTE_CALL', 'ARREST'] as const),
  ...(['PPV', 'INTUB', 'APGAR1', 'APGAR5', 'APGAR10', 'NICU_IN', 'TEMP0', 'GLU', 'ACCESS', 'SURF', 'VENT', 'COOL'] as const),
  ...(['TEAM_DEPART', 'TEAM_ARRIVE', 'STAB_DONE', 'HANDOVER'] as const),
]);
export type NodeCode = z.infer<typeof NodeCode>;

/** What is known of a case beside its times; it says which metrics the case is eligible for. */
export const Flag = z.enum([
  ...(['ambulance', 'transferIn', 'transferOut', 'inHospital'] as const),
  ...(['stemi', 'nste', 'lysis', 'lysisDeferred', 'ppci'] as const),
  ...(['ischaemic', 'haemorrhage', 'ivt', 'ivtDeferred', 'urokinase', 'evt'] as const),
  ...(['severe', 'shock', 'airway', 'chestTube', 'openFracture'] as const),
  ...(['csCat1', 'csCat2', 'pph', 'crossmatched', 'severeHypertension', 'arrest'] as const),
  ...(['apnoea', 'infectionRisk', 'surfactant', 'cooling'] as const),
]);
export type Flag = z.infer<typeof Flag>;

/** How a time became known, the most trusted first: of several stamps for one node the first of these is shown. */
export const StampSource = z.enum(['device', 'platform', 'his', 'ems', 'manual']);
export type StampSource = z.infer<typeof StampSource>;
/** `lkw`: last known well stands in for an onset that nobody saw. */
export const Precision = z.enum(['exact', 'estimated', 'lkw']);

/** Therapies: with two or more open cases the page asks for the patient once more (domain §0.7). */
export const THERAPY: readonly NodeCode[] = [
  ...(['LYSIS_START', 'BOLUS', 'DAPT', 'ANTICOAG', 'TXA', 'TX_START', 'MGSO4', 'HTN_RX', 'UTEROTONIC', 'SURF'] as const),
];

/** Two ways that exclude one another. */
export const APART: readonly (readonly Flag[])[] = [
  ['stemi', 'nste'],
  ['ischaemic', 'haemorrhage'],
  ['csCat1', 'csCat2'],
];
