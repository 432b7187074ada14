import { CircleCheck, CircleDashed, CircleX, Eye, type LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import type { MetricState } from '../../../../contract/emergencyMetrics.ts';
import type { CenterCaseRow } from '../../../../contract/emergencyStats.ts';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { useRowWords } from './rowWords.ts';

/** A link for those whose relation opens the case. */
export const CaseNumber = ({ row: { id, emergencyNo, opens } }: { row: CenterCaseRow }) => (
  <span className="num">{opens ? <Link to={`/emergencies/${id}`}>{emergencyNo}</Link> : emergencyNo}</span>
);

const LOOKS: Record<MetricState, { c: Meaning; icon?: LucideIcon; dash?: true }> = {
  met: { c: 'met', icon: CircleCheck },
  unmet: { c: 'unmet', icon: CircleX },
  missing: { c: 'missing', icon: CircleDashed, dash: true },
  invalid: { c: 'missing', dash: true },
  notEligible: { c: 'routine' },
  watched: { c: 'routine', icon: Eye },
};

/** What the metric says of the case, as a word and a shape; nothing where no metric was asked for. */
export const Verdict = ({ row }: { row: CenterCaseRow }) => {
  const { verdict } = useRowWords();
  if (!row.state) return null;
  const { c, icon, dash } = LOOKS[row.state];
  return (
    <Tag c={c} look={dash ? 'dash' : 'tint'} {...(icon && { icon })}>
      {verdict(row)}
    </Tag>
  );
};
