import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricOf } from '../contract/emergencyMetrics.ts';
import { type Center, Flag, type NodeCode } from '../contract/emergencyNodes.ts';
import { EmergencyRules } from '../contract/emergencyRules.ts';
import { EmergencyOutcome } from '../contract/emergencySteps.ts';

const set = JSON.parse(readFileSync(new URL('../server/reference/sets/emergencyRules.json', import.meta.url), 'utf8'));
const rules = EmergencyRules.parse(set.data);
const START = Date.parse('2026-11-24T00:00:00Z');

interface Told {
  flags?: Flag[];
  /** Minutes after midnight. */
  nodes?: Partial<Record<NodeCode, number>>;
  outcome?: EmergencyOutcome | null;
}
const stateOf = (center: Center, code: string, { flags = [], nodes = {}, outcome = null }: Told) => {
  const times = Object.entries(nodes).map(([node, minutes]) => {
    return [node as NodeCode, { at: new Date(START + minutes * 60_000), value: null }] as const;
  });
  const rule = rules[center].metrics.find((each) => each.code === code)!;
  return metricOf(rule, { flags: new Set(flags), nodes: new Map(times), outcome }).state;
};

describe('reperfusion of STEMI within twelve hours (K20)', () => {
  it.each<[string, Told]>([
    ['met', { flags: ['stemi'], nodes: { ONSET: 0, DOOR: 720, WIRE: 800 } }],
    ['met', { flags: ['stemi'], nodes: { ONSET: 0, DOOR: 60, LYSIS_START: 90 } }],
    ['unmet', { flags: ['stemi'], nodes: { ONSET: 0, DOOR: 60, CATH_IN: 90 } }],
    ['notEligible', { flags: ['stemi'], nodes: { ONSET: 0, DOOR: 721, WIRE: 800 } }],
    ['notEligible', { flags: ['nste'], nodes: { ONSET: 0, DOOR: 60, WIRE: 800 } }],
    ['notEligible', { flags: ['stemi', 'lysisDeferred'], nodes: { ONSET: 0, DOOR: 60 } }],
    ['missing', { flags: ['stemi'], nodes: { DOOR: 60, WIRE: 90 } }],
  ])('%s: %o', (state, told) => {
    expect(stateOf('chestPain', 'REPERF', told)).toBe(state);
  });
});

describe('an ECG sent before the door', () => {
  it.each<[string, Told]>([
    ['met', { nodes: { ECG_TX: 10, DOOR: 10 } }],
    ['unmet', { nodes: { ECG_TX: 11, DOOR: 10 } }],
    ['met', { nodes: { ECG_TX: 11 } }],
    ['unmet', {}],
  ])('%s: %o', (state, told) => {
    expect(stateOf('chestPain', 'ECG_TX_RATE', { flags: ['stemi', 'ambulance'], ...told })).toBe(state);
  });
});

it('infarction within six hours counts by the time last known well, with lysis or thrombectomy', () => {
  const flags: Flag[] = ['ischaemic'];
  expect(stateOf('stroke', 'REPERF6', { flags, nodes: { LKW: 0, DOOR: 360, PUNCT: 400 } })).toBe('met');
  expect(stateOf('stroke', 'REPERF6', { flags, nodes: { LKW: 0, DOOR: 360 } })).toBe('unmet');
  expect(stateOf('stroke', 'REPERF6', { flags, nodes: { LKW: 0, DOOR: 361, BOLUS: 370 } })).toBe('notEligible');
});

it('a rescue that is over was survived unless somebody died (K21); one that goes on says nothing yet', () => {
  for (const center of ['chestPain', 'stroke', 'trauma', 'maternal', 'newborn'] as const) {
    expect(stateOf(center, 'SURVIVED', {})).toBe('missing');
    for (const outcome of EmergencyOutcome.options)
      expect(stateOf(center, 'SURVIVED', { outcome })).toBe(outcome === 'died' ? 'unmet' : 'met');
  }
});

it('whatever is known, a share is one of four, and no later flag of others changes a node that was reached', () => {
  const minutes = fc.option(fc.integer({ min: 0, max: 1_500 }), { nil: undefined });
  fc.assert(
    fc.property(fc.subarray(Flag.options), minutes, minutes, minutes, (flags, onset, door, wire) => {
      const known = { ONSET: onset, DOOR: door, WIRE: wire };
      const nodes = Object.fromEntries(Object.entries(known).filter(([, at]) => at !== undefined)) as NonNullable<Told['nodes']>;
      const state = stateOf('chestPain', 'REPERF', { flags, nodes });
      const counts = flags.includes('stemi') && !flags.includes('lysisDeferred');
      const open = onset === undefined || door === undefined ? null : door - onset <= 720;
      const expected = open === null ? 'missing' : open ? (wire === undefined ? 'unmet' : 'met') : 'notEligible';
      expect(state).toBe(counts ? expected : 'notEligible');
    }),
  );
});
