import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { CaseProps } from './caseProps.ts';
import { nodesOf } from './nodes.ts';
import { PointLine } from './PointLine.tsx';
import type { Rescue, ShownPoint } from './rescue.ts';
import { Trail } from './Trail.tsx';
import { trailOf } from './trail.ts';
import { VerdictTag } from './VerdictTag.tsx';
import { judges, verdictAt } from './verdicts.ts';
import { useMetricWords, useMoment, useNodeWord } from './words.ts';
import './NodeTable.css';

const Time = ({ point }: { point: ShownPoint | undefined }) => {
  const moment = useMoment();
  return point ? <b className="num">{moment(point.at)}</b> : <span className="num mute">--:--</span>;
};

const Took = ({ rescue, node }: { rescue: Rescue; node: NodeCode }) => {
  const { t } = useTranslation('emergency');
  const { actual, limit } = useMetricWords();
  const verdict = verdictAt(rescue, node);
  const took = verdict && actual(verdict.value);
  if (!verdict || !took) return null;
  return (
    <>
      <span className="num">{took}</span>{' '}
      <small className="mute">
        {t(`metric.${verdict.rule.code}`)} {limit(verdict.rule)}
      </small>
    </>
  );
};

interface RowProps {
  rescue: Rescue;
  node: NodeCode;
  next: boolean;
  onOpen: () => void;
}

const Verdict = ({ rescue, node }: { rescue: Rescue; node: NodeCode }) => {
  const { t } = useTranslation('emergencyCase');
  if (!judges(rescue)) return null;
  const verdict = verdictAt(rescue, node);
  if (verdict && rescue.shown.has(node))
    return verdict.value.state === 'watched' ? null : <VerdictTag state={verdict.value.state} />;
  return rescue.gaps.includes(node) ? (
    <Tag c="missing" look="dash">
      {t('node.missing')}
    </Tag>
  ) : null;
};

const Row = ({ rescue, node, next, onOpen }: RowProps) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord();
  const point = rescue.shown.get(node);
  const trail = trailOf(rescue, node);
  const may = point !== undefined || (rescue.mayStamp && rescue.status !== 'stoodDown');
  return (
    <tr data-next={next}>
      <th scope="row">{word(node)}</th>
      <td>
        <Time point={point} />
      </td>
      <td className="soft">
        {trail.length > 1 ? <Trail rescue={rescue} node={node} /> : point ? <PointLine point={point} /> : next && t('node.owed')}
      </td>
      <td>
        <Took rescue={rescue} node={node} />
      </td>
      <td className="ec-table-end">
        <Verdict rescue={rescue} node={node} />
        {may && (
          <button
            type="button"
            className="link"
            aria-label={t(point ? 'correct.title' : 'late.openOne', { node: word(node) })}
            onClick={onOpen}
          >
            {t(point ? 'correct.open' : 'late.open')}
          </button>
        )}
      </td>
    </tr>
  );
};

const HEADS = ['node', 'at', 'source', 'took'] as const;

/** 节点 at the desk: time, source, how long it took, and all that was corrected. */
export const NodeTable = ({ rescue, node: next, open }: Pick<CaseProps, 'rescue' | 'node' | 'open'>) => {
  const { t } = useTranslation('emergencyCase');
  const [all, setAll] = useState(false);
  const { main, rest } = nodesOf(rescue);
  const { recorded, required } = rescue.completeness;
  const shown = all ? rescue.rules.nodes.map(({ code }) => code) : main;
  return (
    <Card title={t('node.title')} note={<span className="num">{t('qc.complete', { recorded, required })}</span>} flush>
      <div className="ec-table-wrap">
        <table className="ec-table">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {t(`table.${head}`)}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{t('table.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((node) => (
              <Row key={node} rescue={rescue} node={node} next={node === next} onOpen={() => open({ name: 'node', node })} />
            ))}
          </tbody>
        </table>
      </div>
      {rest.length > 0 && (
        <p className="ec-table-more">
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? t('node.fewer') : t('node.rest', { n: rest.length })}
          </button>
        </p>
      )}
    </Card>
  );
};
