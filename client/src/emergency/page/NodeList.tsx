import { CircleCheck, CircleDashed, CircleDot, CloudUpload, PencilLine, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { CaseProps } from './caseProps.ts';
import { nodesOf } from './nodes.ts';
import { PointLine } from './PointLine.tsx';
import type { Point, Rescue } from './rescue.ts';
import { VerdictTag } from './VerdictTag.tsx';
import { judges, verdictAt } from './verdicts.ts';
import { useMetricWords, useMoment, useNodeWord } from './words.ts';
import './NodeList.css';

const icons = { sent: CircleCheck, waiting: CloudUpload, refused: TriangleAlert } as const;

interface RowProps {
  rescue: Rescue;
  node: NodeCode;
  next: boolean;
  onOpen: () => void;
}

const Recorded = ({ rescue, node, point, onOpen }: Omit<RowProps, 'next'> & { point: Point & { at: Date } }) => {
  const word = useNodeWord();
  const moment = useMoment();
  const { actual } = useMetricWords();
  const verdict = judges(rescue) ? verdictAt(rescue, node) : null;
  const Icon = icons[point.state];
  return (
    <button type="button" className="ec-node" data-state={point.state} onClick={onOpen}>
      <Icon aria-hidden size={22} className="ec-node-icon" />
      <time className="num">{moment(point.at)}</time>
      <span className="ec-node-what">
        <b>{word(node)}</b>
        <PointLine point={point} />
      </span>
      {verdict && (
        <span className="ec-node-verdict">
          {verdict.value.state !== 'watched' && <VerdictTag state={verdict.value.state} />}
          <small className="num mute">{actual(verdict.value)}</small>
        </span>
      )}
    </button>
  );
};

const Unrecorded = ({ rescue, node, next, onOpen }: RowProps) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord();
  const Icon = next ? CircleDot : CircleDashed;
  return (
    <div className="ec-node" data-state={next ? 'next' : 'open'}>
      <Icon aria-hidden size={22} className="ec-node-icon" />
      <span className="num mute">{next ? t('node.now') : '--:--'}</span>
      <span className="ec-node-what">
        <b>{word(node)}</b>
        {next && <small className="soft">{t('node.press')}</small>}
      </span>
      <span className="row ec-node-end">
        {judges(rescue) && rescue.gaps.includes(node) && (
          <Tag c="missing" look="dash">
            {t('node.missing')}
          </Tag>
        )}
        {rescue.mayStamp && rescue.status !== 'stoodDown' && (
          <Button size="small" icon={PencilLine} aria-label={t('late.openOne', { node: word(node) })} onClick={onOpen}>
            {t('late.open')}
          </Button>
        )}
      </span>
    </div>
  );
};

/** In the center's order: what was recorded with its time, source and hand; what is owed, with the way to write it down. */
export const NodeList = ({ rescue, node: next, open }: Pick<CaseProps, 'rescue' | 'node' | 'open'>) => {
  const { t } = useTranslation('emergencyCase');
  const { main, rest } = nodesOf(rescue);
  const row = (node: NodeCode) => {
    const point = rescue.shown.get(node);
    const shared = { rescue, node, onOpen: () => open({ name: 'node', node }) };
    return <li key={node}>{point ? <Recorded {...shared} point={point} /> : <Unrecorded {...shared} next={node === next} />}</li>;
  };
  return (
    <section className="card ec-nodes" aria-label={t('node.title')}>
      <ol>{main.map(row)}</ol>
      {rest.length > 0 && (
        <details>
          <summary>{t('node.rest', { n: rest.length })}</summary>
          <ol>{rest.map(row)}</ol>
        </details>
      )}
    </section>
  );
};
