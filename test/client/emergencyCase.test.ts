import { describe, expect, it } from 'vitest';
import { toggled } from '../../client/src/emergency/page/flags.ts';
import { folded } from '../../client/src/emergency/page/folded.ts';
import { takeBack, trueTime } from '../../client/src/emergency/page/made.ts';
import { nextNode, nodesOf, valueAt } from '../../client/src/emergency/page/nodes.ts';
import { rescueOf, unsentOf } from '../../client/src/emergency/page/rescue.ts';
import { spanOf } from '../../client/src/emergency/page/spans.ts';
import { pressing, putForward, targetsOf } from '../../client/src/emergency/page/targets.ts';
import { faultsOf, madeOf } from '../../client/src/emergency/page/timeForm.ts';
import { trailOf } from '../../client/src/emergency/page/trail.ts';
import { judges, verdictAt, verdictsOf } from '../../client/src/emergency/page/verdicts.ts';
import { bedWords } from '../../client/src/emergency/page/words.ts';
import { fromInputSeconds, inputSeconds } from '../../client/src/lib/seconds.ts';
import { Stamp } from '../../contract/emergency.ts';
import type { Flag, NodeCode } from '../../contract/emergencyNodes.ts';
import { at, CHECKED, DOCTOR, emergency, point, RULES, rescue, START } from './rescue.ts';

const MINUTE = 60_000;
const nodesAt = (times: Partial<Record<NodeCode, number>>) =>
  Object.entries(times).map(([node, minutes], n) => point(n + 1, node as NodeCode, minutes));
const stemi: Flag[] = ['stemi'];

describe('what comes next', () => {
  const next = (times: Partial<Record<NodeCode, number>>, of: Parameters<typeof rescue>[0] = {}, now = 30) => {
    const held = rescue({ timepoints: nodesAt(times), ...of });
    return nextNode(held, putForward(targetsOf(held, START + now * MINUTE)));
  };
  it('begins with the first that happens here: an onset is told, not pressed', () => {
    expect(next({})).toBe('FMC');
  });
  it('goes on after the last that was recorded, whatever was left out before', () => {
    expect(next({ FMC: 0, ECG1: 6 }, { flags: stemi })).toBe('ECG_DX');
    expect(next({ FMC: 0, DOOR: 0, ECG1: 6, ECG_DX: 9, DAPT: 12 }, { flags: stemi })).toBeNull();
    const cleared = { flags: ['stemi', 'lysis'] as Flag[], steps: [CHECKED] };
    expect(next({ DOOR: 0, DAPT: 12 }, cleared)).toBe('LYSIS_CONSENT');
    expect(next({ DOOR: 0, LYSIS_START: 25 }, cleared)).toBe('LYSIS_END');
  });
  it('never puts forward a lysis that nobody has cleared', () => {
    expect(next({ FMC: 0, DOOR: 0, DAPT: 12 }, { flags: stemi })).not.toBe('LYSIS_START');
  });
  it('comes back to what a target still waits for', () => {
    const trauma = { center: 'trauma' as const, flags: ['airway'] as Flag[] };
    expect(next({ DOOR: 0, TEAM: 1, PRIMARY: 4, HB_RPT: 5 }, trauma, 6)).toBe('AIRWAY');
  });
  it('shows what has a time or is owed, and keeps the rest apart', () => {
    const { main, rest } = nodesOf(rescue({ flags: stemi, timepoints: nodesAt({ CALL: 0 }) }));
    expect(main).toEqual(['ONSET', 'CALL', 'FMC', 'DOOR', 'ECG1', 'ECG_DX', 'DAPT']);
    expect(rest).toContain('LYSIS_START');
    expect(main).not.toContain('TNI_RPT');
  });
  it('knows where something is measured', () => {
    expect(valueAt(rescue({ center: 'newborn' }), 'TEMP0')).toEqual({ least: 36.5, most: 37.5 });
    expect(valueAt(rescue({ center: 'newborn' }), 'BIRTH')).toBeNull();
  });
});

describe('the countdown', () => {
  const first = (of: Parameters<typeof rescue>[0], minutes: number) => {
    const [target] = targetsOf(rescue(of), START + minutes * MINUTE);
    return target && { code: target.code, ...pressing(target, START + minutes * MINUTE) };
  };
  const door = nodesAt({ FMC: 0, DOOR: 2, ECG1: 6, ECG_DX: 9 });
  const cleared = { flags: ['stemi', 'lysis'] as Flag[], steps: [CHECKED], timepoints: door };

  it('of lysis is amber with its word until the checklist, however late, and red only after it', () => {
    for (const of of [
      { flags: stemi, timepoints: door },
      { ...cleared, steps: [] },
    ]) {
      expect(first(of, 29)).toMatchObject({ code: 'FMC2N', pressure: 'check' });
      expect(first(of, 45)).toMatchObject({ pressure: 'check' });
    }
    expect(first(cleared, 29)).toMatchObject({ code: 'FMC2N', pressure: 'short' });
    expect(first(cleared, 31)).toMatchObject({ pressure: 'over', leftMs: -MINUTE });
  });
  it('is calm, then amber, then red in its last fifth', () => {
    expect([3, 16, 25].map((minutes) => first(cleared, minutes)?.pressure)).toEqual(['calm', 'soon', 'short']);
  });
  it('stops when lysis is deferred, and is not for whoever goes to the cath lab', () => {
    expect(first({ flags: ['stemi', 'lysisDeferred'], steps: [CHECKED], timepoints: door }, 10)).toBeUndefined();
    expect(first({ flags: ['stemi', 'ppci'], timepoints: door }, 10)?.code).toBe('FMC2W');
  });
  it('lets what was missed give way to what can still be reached, but no treatment that is owed', () => {
    const stroke = { center: 'stroke' as const, flags: ['ischaemic'] as Flag[], timepoints: nodesAt({ DOOR: 0 }) };
    const codes = targetsOf(rescue(stroke), START + 16 * MINUTE).map(({ code }) => code);
    expect(codes[0]).toBe('D2CT');
    expect(codes.slice(-2)).toEqual(['D2MD', 'D2NEURO']);
    expect(first({ ...stroke, flags: ['ischaemic', 'ivt'], steps: [CHECKED] }, 65)).toMatchObject({
      code: 'DNT',
      pressure: 'over',
    });
  });
  it('says when a window opens', () => {
    const given = { ...cleared, timepoints: [...door, point(9, 'LYSIS_START', 25)] };
    const target = targetsOf(rescue(given), START + 30 * MINUTE).find(({ code }) => code === 'RECANAL');
    expect(target?.opensAt).toEqual(at(85));
  });
  it('is over with the rescue', () => {
    expect(targetsOf(rescue({ ...cleared, status: 'closed' }), START)).toEqual([]);
  });
});

describe('what this device still owes', () => {
  const kept = (n: number, node: NodeCode, minutes: number | null, more: object = {}) => ({
    id: point(n, node, 0).id,
    node,
    at: minutes === null ? null : at(minutes).toISOString(),
    refused: null,
    ...more,
  });
  it('is shown at its true time beside what was sent, once', () => {
    const sent = [point(1, 'DOOR', 2)];
    const held = rescue({ timepoints: sent }, { kept: [kept(1, 'DOOR', 2), kept(2, 'ECG1', 9, { offsetMs: 3 * MINUTE })] });
    expect(held.points).toHaveLength(2);
    expect(held.shown.get('ECG1')).toMatchObject({ at: at(6), state: 'waiting', by: '马海木呷' });
    expect(unsentOf(held).map(({ node }) => node)).toEqual(['ECG1']);
  });
  it('runs the clocks, and takes back what it takes back', () => {
    const made = kept(2, 'FMC', 1);
    expect(targetsOf(rescue({}, { kept: [made] }), START + 2 * MINUTE)[0]?.code).toBe('FMC2ECG');
    const undone = rescue({}, { kept: [made, { ...takeBack(made, '误按'), refused: null }] });
    expect(undone.shown.size).toBe(0);
    expect(trailOf(undone, 'FMC').map(({ struck }) => struck)).toEqual([true, false]);
    expect(Stamp.safeParse(takeBack(made, '误按')).success).toBe(true);
  });
  it('refused it counts for nothing, and stands there with its reason', () => {
    const refused = { code: 'invalid', reason: 'timepoint.impossible' } as const;
    const held = rescue({}, { kept: [kept(2, 'FMC', 1, { refused })] });
    expect(held.shown.size).toBe(0);
    expect(unsentOf(held)[0]).toMatchObject({ state: 'refused', refused });
  });
  it('a call that has not gone out is a case with its nodes and clocks', () => {
    const unsent = {
      id: emergency().id,
      center: 'stroke' as const,
      hospitalId: emergency().from.id,
      at: at(3).toISOString(),
      offsetMs: 3 * MINUTE,
      patient: { known: false as const, sex: 'female' as const, approximateAge: 70 },
      refused: null,
    };
    const held = rescueOf({ emergency: null, unsent, kept: [kept(2, 'DOOR', 1)], rules: RULES, me: '马海木呷' })!;
    expect(held).toMatchObject({ status: 'active', startedAt: at(0), mayStamp: true, emergency: null });
    expect(held.patient).toMatchObject({ known: false, name: null, approximateAge: 70 });
    expect(targetsOf(held, START + 2 * MINUTE)[0]?.code).toBe('D2MD');
    expect(rescueOf({ emergency: null, unsent: null, kept: [], rules: RULES, me: '' })).toBeNull();
  });
  it('is judged by the server where the device holds other rules than those of the case', () => {
    const metrics = [{ code: 'D2N', state: 'met', seconds: 60, value: null, aims: 0, dueAt: null, long: false } as const];
    expect(rescue({ rulesVersion: 'older', metrics: [...metrics] }).metrics).toEqual(metrics);
  });
});

describe('after the rescue', () => {
  it('and not before it says what was reached', () => {
    expect(['active', 'stoodDown', 'closed', 'reviewed'].filter((status) => judges({ status: status as 'active' }))).toEqual([
      'closed',
      'reviewed',
    ]);
  });
  it('judges each node by the metric that ends with it, and troponin never in STEMI', () => {
    const timepoints = nodesAt({ FMC: 0, DOOR: 0, ECG1: 10, ECG_DX: 21, TNI_DRAW: 5, TNI_RPT: 60 });
    const held = rescue({ status: 'closed', flags: stemi, timepoints });
    expect(verdictAt(held, 'ECG1')?.value.state).toBe('met');
    expect(verdictAt(held, 'ECG_DX')?.value.state).toBe('unmet');
    expect(verdictAt(held, 'TNI_RPT')).toBeNull();
    expect(verdictAt(held, 'FMC')).toBeNull();
    expect(verdictsOf(held).map(({ value }) => value.state)).not.toContain('notEligible');
    expect(held.gaps).toEqual(['ONSET', 'DAPT']);
  });
});

describe('times as they are typed and written', () => {
  const form = { at: '2026-11-23T09:05:30', precision: 'exact', source: 'manual', instrument: null, value: '' } as const;
  it('to the second, in Beijing time', () => {
    expect(inputSeconds(START)).toBe('2026-11-23T09:00:00');
    expect(fromInputSeconds('2026-11-23T09:00')).toEqual(at(0));
    expect(fromInputSeconds('')).toBeNull();
    expect(madeOf(form, 'DOOR', false)).toMatchObject({ at: at(5.5).toISOString(), offsetMs: 0 });
    expect(trueTime({ at: at(5).toISOString(), offsetMs: MINUTE })).toEqual(at(4));
  });
  it('read off a registered device, corrected by how far that one is ahead', () => {
    const last = { offsetMs: 2 * MINUTE, at: at(0).toISOString(), by: { id: '1', name: '杨', title: '' } };
    const made = madeOf({ ...form, source: 'device', instrument: { id: 'ecg', last } }, 'ECG1', false)!;
    expect(made).toMatchObject({ source: 'device', instrumentId: 'ecg', at: at(5.5).toISOString() });
    expect(trueTime(made)).toEqual(at(3.5));
  });
  it('neither in the future nor without what was measured', () => {
    expect(faultsOf(form, false, START)).toEqual({ at: 'future' });
    expect(faultsOf({ ...form, at: '' }, true, START)).toEqual({ at: 'needed', value: 'needed' });
    expect(faultsOf({ ...form, value: '36.4' }, true, START + 6 * MINUTE)).toEqual({});
  });
  it.each([
    [45, 'seconds'],
    [600, 'minutes'],
    [608, 'minutesSeconds'],
    [5_400, 'minutes'],
    [10_800, 'wholeHours'],
    [12_840, 'hours'],
    [86_400, 'wholeHours'],
    [180_000, 'days'],
  ])('%i s is written in %s', (seconds, said) => expect(spanOf(seconds).form).toBe(said));
  it('writes 90 and not an hour and a half', () => expect(spanOf(5_400)).toMatchObject({ m: 90 }));
  it('writes 10:08 with its seconds, for it is not within ten minutes', () =>
    expect(spanOf(608)).toMatchObject({ m: 10, s: '08' }));
  it('a bed by its number, or as the ward calls it', () => {
    expect(['2', '抢救2床'].map((bed) => bedWords(bed, (n) => `${n}床`))).toEqual(['2床', '抢救2床']);
  });
});

it('of two findings that exclude one another the later stays', () => {
  expect(toggled(['stemi', 'ambulance'], 'nste')).toEqual(['ambulance', 'nste']);
  expect(toggled(['stemi'], 'stemi')).toEqual([]);
});

it('tells the same step of the same person once, with how often', () => {
  const step = (verb: string, minutes: number) => ({ verb, person: DOCTOR, at: at(minutes).toISOString(), note: null });
  const lines = folded([step('activate', 0), step('stamp', 1), step('stamp', 4), step('check', 5), step('stamp', 6)]);
  expect(lines.map(({ verb, times }) => `${verb} ${times}`)).toEqual(['activate 1', 'stamp 2', 'check 1', 'stamp 1']);
  expect(lines[1]?.at).toBe(at(4).toISOString());
});
