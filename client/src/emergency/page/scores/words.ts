import { useTranslation } from 'react-i18next';
import type { ScoreKind } from '../../../../../contract/scores/index.ts';
import { number } from '../../../lib/format.ts';
import type { Meaning } from '../../../ui/Tag.tsx';

type Result = { total: number | null; band: string | null };

/** How a score and its parts are written. */
export const useScoreWords = (kind: ScoreKind) => {
  const { t } = useTranslation('emergencyCase');
  const total = (value: number): string => {
    if (kind === 'triss') return number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return number(value, kind === 'shockIndex' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {});
  };
  const band = (name: string): string => t([`score.${kind}.band.${name}`, `score.band.${name}`]);
  const field = (name: string): string => t([`score.${kind}.field.${name}`, `score.field.${name}`]);
  return {
    name: t(`score.${kind}.name`),
    field,
    option: (name: string, option: string): string =>
      t([
        `score.${kind}.option.${name}.${option}`,
        `score.${kind}.option.${option}`,
        `score.option.${name}.${option}`,
        `score.option.${option}`,
      ]),
    unit: (name: string): string => t([`score.${kind}.unit.${name}`, `score.unit.${name}`], { defaultValue: '' }),
    /** A field of the score, or one of the findings that it counts. */
    item: (name: string): string =>
      t([`score.${kind}.field.${name}`, `score.field.${name}`, `score.${kind}.option.${name}`], { defaultValue: name }),
    result: ({ total: value, band: name }: Result): string =>
      [value === null ? null : total(value), name && band(name)].filter(Boolean).join(' ') || t('score.none'),
  };
};

const GRAVE = new Set(['high', 'severe', 'verySevere', 'triggered', 'alert', 'critical', 'extremelyCritical']);
const BETWEEN = new Set(['intermediate', 'moderate', 'moderatelyAbnormal']);
/** Of Apgar a low score is the grave one, of GRACE a low risk is not. */
export const bandColour = (kind: ScoreKind, band: string | null): Meaning => {
  if (band === null) return 'routine';
  if (GRAVE.has(band) || (kind === 'apgar' && band === 'low')) return 'unmet';
  return BETWEEN.has(band) ? 'urgent' : 'routine';
};
