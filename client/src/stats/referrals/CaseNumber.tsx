import { Link } from 'react-router';
import type { ReferralCaseRow } from '../../../../contract/referralStats.ts';

/** A link for those whose relation opens the case. */
export const CaseNumber = ({ row: { subject, caseId, no, opens } }: { row: ReferralCaseRow }) => (
  <span className="num">
    {opens ? <Link to={`/${subject === 'consult' ? 'consults' : 'referrals'}/${caseId}`}>{no}</Link> : no}
  </span>
);
