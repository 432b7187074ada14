import { GcsInput, gcs } from '../../../../../contract/scores/gcs.ts';
import type { ScoreKind } from '../../../../../contract/scores/index.ts';
import { MEOWS_TABLE, MEWC_TABLE, MeowsInput, MewcInput, meows, mewc } from '../../../../../contract/scores/maternal.ts';
import { NcisInput, ncis } from '../../../../../contract/scores/ncis.ts';
import { NihssInput, nihss } from '../../../../../contract/scores/nihss.ts';

/** What a total alone would hide: `items` are names of fields or options of the score. */
export interface Detail {
  key: 'notation' | 'untestable' | 'triggers' | 'unassessed' | 'yellow' | 'missing' | 'criteria' | 'unchecked';
  items: readonly string[];
}
const detail = (key: Detail['key'], items: readonly string[]): Detail[] => (items.length > 0 ? [{ key, items }] : []);

const readers: Partial<Record<ScoreKind, (input: unknown) => Detail[]>> = {
  gcs: (input) => [{ key: 'notation', items: [gcs(GcsInput.parse(input)).notation] }],
  nihss: (input) => detail('untestable', nihss(NihssInput.parse(input)).untestable),
  mewc: (input) => {
    const { triggers, unassessed } = mewc(MewcInput.parse(input), MEWC_TABLE, null);
    return [...detail('triggers', triggers), ...detail('unassessed', unassessed)];
  },
  meows: (input) => {
    const { red, yellow, unassessed } = meows(MeowsInput.parse(input), MEOWS_TABLE, null);
    return [...detail('triggers', red), ...detail('yellow', yellow), ...detail('unassessed', unassessed)];
  },
  ncis: (input) => {
    const { missing, criteria, unchecked } = ncis(NcisInput.parse(input));
    return [...detail('missing', missing), ...detail('criteria', criteria), ...detail('unchecked', unchecked)];
  },
};

/** Of an input that the score has taken. */
export const detailsOf = (kind: ScoreKind, input: unknown): Detail[] => readers[kind]?.(input) ?? [];
