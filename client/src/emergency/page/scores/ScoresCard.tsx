import { useTranslation } from 'react-i18next';
import type { ScoreKind } from '../../../../../contract/scores/index.ts';
import { dateTime } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { CaseProps } from '../caseProps.ts';
import type { Rescue } from '../rescue.ts';
import { KINDS } from './fields.ts';
import { bandColour, useScoreWords } from './words.ts';
import './scores.css';

interface LineProps {
  rescue: Rescue;
  kind: ScoreKind;
  onOpen: (() => void) | null;
}

/** The last of a kind counts; how many there were is said. */
const Line = ({ rescue, kind, onOpen }: LineProps) => {
  const { t } = useTranslation('emergencyCase');
  const words = useScoreWords(kind);
  const all = rescue.emergency?.scores.filter((score) => score.kind === kind) ?? [];
  const last = all.at(-1);
  const times = all.length > 1 && t('score.times', { n: all.length });
  return (
    <li>
      <span>
        <b>{words.name}</b>
        {last && <small className="mute num">{[last.by.name, dateTime(last.at), times].filter(Boolean).join(t('dot'))}</small>}
      </span>
      {last ? (
        <Tag c={bandColour(kind, last.band)}>
          <span className="num">{words.result(last)}</span>
        </Tag>
      ) : (
        <span className="mute">{t('score.notYet')}</span>
      )}
      {onOpen && (
        <Button size="small" aria-label={t('score.openOne', { name: words.name })} onClick={onOpen}>
          {t('score.open')}
        </Button>
      )}
    </li>
  );
};

/** 评分: those of the center, each with its last result. */
export const ScoresCard = ({ rescue, open }: Pick<CaseProps, 'rescue' | 'open'>) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const may = rescue.emergency !== null && rescue.status !== 'stoodDown';
  return (
    <Card title={t('score.title')}>
      <ul className="ec-scores">
        {KINDS[rescue.center].map((kind) => (
          <Line key={kind} rescue={rescue} kind={kind} onOpen={may ? () => open({ name: 'score', kind }) : null} />
        ))}
      </ul>
      <p className="mute small">{t('emergency:qc')}</p>
    </Card>
  );
};
