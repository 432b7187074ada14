import { describe, expect, it } from 'vitest';
import { axisOf, lanesOf } from '../../client/src/emergency/page/axis/axis.ts';
import { detailsOf } from '../../client/src/emergency/page/scores/details.ts';
import { fieldsOf, KINDS } from '../../client/src/emergency/page/scores/fields.ts';
import { inputOf, known, lacking, outOfBounds, type ScoreForm } from '../../client/src/emergency/page/scores/form.ts';
import en from '../../client/src/locales/en/emergencyCase.json' with { type: 'json' };
import zh from '../../client/src/locales/zh-CN/emergencyCase.json' with { type: 'json' };
import { ScoreKind, scoreOf } from '../../contract/scores/index.ts';
import { at, CHECKED, DOCTOR, point, rescue, START } from './rescue.ts';

const MINUTE = 60_000;

/** Whether any of these keys has a text. */
const has = (texts: object, keys: readonly string[]): boolean =>
  keys.some(
    (key) => typeof key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], texts) === 'string',
  );

describe.each(ScoreKind.options)('%s', (kind) => {
  it('belongs to a center', () => expect(Object.values(KINDS).flat()).toContain(kind));
  it.each([
    ['zh-CN', zh],
    ['en', en],
  ])('has words for all that it asks: %s', (_, { score }) => {
    const lacks = fieldsOf(kind).flatMap((field) => {
      const options = field.kind === 'number' ? [] : field.options;
      const names = [`${kind}.field.${field.name}`, `field.${field.name}`];
      const without = options.filter(
        (option) =>
          !has(score, [
            `${kind}.option.${field.name}.${option}`,
            `${kind}.option.${option}`,
            `option.${field.name}.${option}`,
            `option.${option}`,
          ]),
      );
      return [...(has(score, names) ? [] : [field.name]), ...without.map((option) => `${field.name}: ${option}`)];
    });
    expect(lacks).toEqual([]);
  });
  it('takes the mildest answers to everything, and nothing that cannot have been measured', () => {
    const form = Object.fromEntries(
      fieldsOf(kind).map((field) => {
        if (field.kind === 'many') return [field.name, ['none']];
        if (field.kind === 'one') return [field.name, field.options[0]!];
        return [field.name, field.kind === 'number' && field.name !== 'diastolic' ? String(field.max) : '0'];
      }),
    );
    if (kind === 'iss') form['chest'] = '3';
    expect(scoreOf(kind, inputOf(kind, form, 'trauma')), JSON.stringify(inputOf(kind, form, 'trauma'))).not.toBeNull();
    expect(lacking(kind, form)).toEqual([]);
    for (const field of fieldsOf(kind)) if (field.kind === 'number') expect(outOfBounds(field, String(field.max + 1))).toBe(true);
  });
});

describe('what is asked otherwise than it is taken', () => {
  const scored = (kind: ScoreKind, form: ScoreForm, center: 'trauma' | 'maternal' | 'newborn' = 'trauma') =>
    scoreOf(kind, inputOf(kind, form, center));
  it('GRACE of the worked case', () => {
    const form = { syndrome: 'stemi', age: '63', pulse: '96', systolic: '118', creatinine: '97', killip: '2' };
    expect(scored('grace', form)).toBeNull();
    expect(lacking('grace', form)).toEqual(['arrest', 'stDeviation', 'enzymes']);
    expect(scored('grace', { ...form, arrest: 'no', stDeviation: 'yes', enzymes: 'yes' })).toMatchObject({
      total: 185,
      band: 'high',
    });
  });
  it('the worst of each region, once all six were looked at', () => {
    const body = { headNeck: '4', face: '0', chest: '3', abdomen: '2', extremities: '0' };
    expect(scored('iss', body)).toBeNull();
    expect(scored('iss', { ...body, external: '1' })).toMatchObject({ total: 29, band: 'verySevere' });
  });
  it('survival from the signs as they are found', () => {
    const form = { gcs: '13', systolic: '110', respiration: '20', iss: '16', age: '40', mechanism: 'blunt' };
    expect(scored('triss', form)?.total).toBeGreaterThan(0.9);
    expect(scored('triss', { ...form, iss: '15' })).toBeNull();
  });
  it('the limit of the shock index is the mother’s own', () => {
    const form = { pulse: '108', systolic: '118' };
    expect(scored('shockIndex', form)?.band).toBe('quiet');
    expect(scored('shockIndex', form, 'maternal')?.band).toBe('alert');
  });
  it('that nothing was found has to be said', () => {
    expect(inputOf('ncis', { pulse: '130' }, 'newborn')).not.toHaveProperty('signs');
    expect(inputOf('ncis', { signs: ['none'], gut: 'both' }, 'newborn')).toEqual({
      signs: [],
      gut: { distension: true, bleeding: true },
    });
    expect(inputOf('mewc', { findings: ['none'] }, 'maternal')).toEqual({ findings: [] });
  });
  it('says what a total would hide', () => {
    expect(detailsOf('gcs', { eye: 3, verbal: 'T', motor: 5 })).toEqual([{ key: 'notation', items: ['E3 VT M5'] }]);
    const [triggers, unassessed] = detailsOf('mewc', { systolic: 170, findings: [] });
    expect(triggers).toEqual({ key: 'triggers', items: ['systolic'] });
    expect(unassessed?.items).toContain('pulse');
  });
  it('begins with what the case knows', () => {
    const score = { id: '', kind: 'gcs', version: '', total: 9, band: 'moderate', by: DOCTOR, at: at(0).toISOString() } as const;
    expect(known('grace', rescue({ flags: ['stemi'] }), START)).toEqual({ age: '63', syndrome: 'stemi' });
    expect(known('triss', rescue({ scores: [score] }), START)).toEqual({ age: '63', gcs: '9' });
  });
});

describe('the time axis', () => {
  const timepoints = [point(1, 'ONSET', -52), point(2, 'FMC', 2), point(3, 'DOOR', 2), point(4, 'ECG1', 8)];
  const held = rescue({ flags: ['stemi', 'lysis'], steps: [CHECKED], timepoints });
  const axis = axisOf(held, START + 20 * MINUTE);

  it('begins with the call, what lies before it stands at its left end', () => {
    expect(axis.marks.map(({ nodes, early }) => [nodes, early])).toEqual([
      [['ONSET'], true],
      [['FMC', 'DOOR'], false],
      [['ECG1'], false],
    ]);
    expect(axis.marks[0]?.x).toBe(0);
  });
  it('has a bar for each target that has begun, with its limit, and everything within the width', () => {
    expect(axis.bars.map(({ rule }) => rule.code)).toEqual(['S2FMC', 'FMC2ECG', 'ECG2DX', 'D2N', 'FMC2N']);
    const running = axis.bars.find(({ rule }) => rule.code === 'D2N')!;
    expect(running.target?.dueAt).toEqual(at(32));
    expect(running.limit).toBeGreaterThan(running.to);
    const places = axis.bars.flatMap(({ from, to, limit }) => [from, to, limit ?? 0]);
    expect([...places, axis.now!].every((x) => x >= 0 && x <= 1)).toBe(true);
  });
  it('shows lysis that nobody has decided on', () => {
    const open = axisOf(rescue({ flags: ['stemi'], timepoints }), START + 20 * MINUTE);
    expect(open.bars.find(({ rule }) => rule.code === 'D2N')).toMatchObject({ value: null, target: { unchecked: true } });
  });
  it('stops with the rescue, and a target that never ended has no bar', () => {
    const over = axisOf(rescue({ status: 'closed', flags: ['stemi', 'lysis'], timepoints }), START + 600 * MINUTE);
    expect(over.now).toBeNull();
    expect(over.bars.map(({ rule }) => rule.code)).toEqual(['S2FMC', 'FMC2ECG']);
  });
  it('has few round times below it', () => {
    expect(axis.ticks.length).toBeLessThan(11);
    expect(axis.ticks.every(({ at: moment }) => moment.getTime() % (5 * MINUTE) === 0)).toBe(true);
  });
  it('puts labels that would meet above one another', () => {
    expect(
      lanesOf([
        { x: 0.1, width: 0.2 },
        { x: 0.15, width: 0.2 },
        { x: 0.4, width: 0.2 },
      ]),
    ).toEqual([0, 1, 0]);
  });
});
