import type { Center, Flag, NodeCode } from '../../contract/emergencyNodes.ts';
import type { PatientKind } from './stories.ts';

/** One node after the door (or after another), the median in minutes of a county that has just begun. */
type Link = readonly [node: NodeCode, after: NodeCode, minutes: number];

/** A kind of rescue as counties see it: who comes, what is found, and how the clock usually runs. */
export interface Rescue {
  center: Center;
  kind: PatientKind;
  flags: readonly Flag[];
  /** Minutes from the first node to the door, where the patient has one. */
  first: readonly [node: NodeCode, minutes: number] | null;
  door: NodeCode;
  links: readonly Link[];
  weight: number;
}

export const RESCUES: readonly Rescue[] = [
  {
    center: 'chestPain',
    kind: 'elder',
    flags: ['stemi', 'lysis', 'transferOut'],
    first: ['ONSET', 95],
    door: 'DOOR',
    links: [
      ['FMC', 'DOOR', 1],
      ['ECG1', 'FMC', 7],
      ['ECG_TX', 'ECG1', 2],
      ['ECG_DX', 'ECG1', 8],
      ['DAPT', 'ECG_DX', 4],
      ['LYSIS_CONSENT', 'ECG_DX', 7],
      ['LYSIS_START', 'LYSIS_CONSENT', 9],
      ['LYSIS_END', 'LYSIS_START', 32],
      ['DOOR_OUT', 'LYSIS_END', 40],
      ['DEPART', 'DOOR_OUT', 4],
      ['RECANAL_EVAL', 'LYSIS_START', 75],
    ],
    weight: 5,
  },
  {
    center: 'chestPain',
    kind: 'adult',
    flags: ['nste'],
    first: ['ONSET', 180],
    door: 'DOOR',
    links: [
      ['FMC', 'DOOR', 1],
      ['ECG1', 'FMC', 8],
      ['TNI_DRAW', 'FMC', 10],
      ['TNI_RPT', 'TNI_DRAW', 21],
    ],
    weight: 6,
  },
  {
    center: 'stroke',
    kind: 'elder',
    flags: ['ischaemic', 'ivt'],
    first: ['LKW', 120],
    door: 'DOOR',
    links: [
      ['NEURO', 'DOOR', 9],
      ['NIHSS0', 'NEURO', 3],
      ['CT_START', 'DOOR', 21],
      ['CT_RPT', 'CT_START', 18],
      ['LAB_RPT', 'DOOR', 38],
      ['CONSENT', 'CT_RPT', 6],
      ['BOLUS', 'CONSENT', 9],
    ],
    weight: 4,
  },
  {
    center: 'stroke',
    kind: 'elder',
    flags: ['haemorrhage'],
    first: ['LKW', 200],
    door: 'DOOR',
    links: [
      ['NEURO', 'DOOR', 12],
      ['NIHSS0', 'NEURO', 4],
      ['CT_START', 'DOOR', 24],
      ['CT_RPT', 'CT_START', 17],
      ['LAB_RPT', 'DOOR', 41],
    ],
    weight: 2,
  },
  {
    center: 'trauma',
    kind: 'worker',
    flags: ['severe', 'shock'],
    first: ['INJURY', 70],
    door: 'DOOR',
    links: [
      ['TEAM', 'DOOR', 6],
      ['PRIMARY', 'DOOR', 14],
      ['HB_RPT', 'DOOR', 26],
      ['TXA', 'DOOR', 22],
      ['TX_START', 'DOOR', 31],
      ['CT_START', 'DOOR', 29],
      ['INCISION', 'DOOR', 88],
    ],
    weight: 3,
  },
  {
    center: 'maternal',
    kind: 'mother',
    flags: ['csCat1', 'pph'],
    first: null,
    door: 'ARRIVE',
    links: [
      ['ALERT', 'ARRIVE', 4],
      ['OB_SENIOR', 'ALERT', 7],
      ['MDT', 'ALERT', 16],
      ['DECIDE_CS', 'ARRIVE', 16],
      ['BIRTH', 'DECIDE_CS', 27],
      ['PPH_RECOG', 'BIRTH', 14],
      ['UTEROTONIC', 'PPH_RECOG', 2],
      ['TXA', 'PPH_RECOG', 8],
      ['BLOOD_REQ', 'PPH_RECOG', 5],
      ['TX_START', 'BLOOD_REQ', 29],
    ],
    weight: 2,
  },
  {
    center: 'newborn',
    kind: 'newborn',
    flags: ['infectionRisk'],
    first: null,
    door: 'BIRTH',
    links: [
      ['APGAR1', 'BIRTH', 1],
      ['APGAR5', 'BIRTH', 5],
      ['NICU_IN', 'BIRTH', 18],
      ['TEMP0', 'NICU_IN', 2],
      ['GLU', 'NICU_IN', 9],
      ['ACCESS', 'NICU_IN', 14],
      ['ABX', 'ACCESS', 22],
    ],
    weight: 2,
  },
];
