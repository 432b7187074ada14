import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Referral } from '../../../contract/referrals.ts';
import { Attachments } from '../attachments/Attachments.tsx';
import { OriginLine } from '../emergency/links/OriginLine.tsx';
import { dateTime } from '../lib/format.ts';
import { useLink } from '../lib/link.ts';
import { isClosed } from '../lib/refused.ts';
import { SubjectTasks } from '../tasks/SubjectTasks.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Note } from '../ui/Note.tsx';
import { BedCard } from './page/BedCard.tsx';
import { useDesks } from './page/desks.ts';
import { ClosedCase, GlassBand } from './page/Glass.tsx';
import { Head } from './page/Head.tsx';
import { InfosCard } from './page/InfosCard.tsx';
import { NowCard } from './page/NowCard.tsx';
import { OffersCard } from './page/OffersCard.tsx';
import { RoadCard } from './page/RoadCard.tsx';
import { SheetCard } from './page/SheetCard.tsx';
import { StepCard } from './page/StepRail.tsx';
import { SummaryCard } from './page/SummaryCard.tsx';
import { Timeline } from './page/Timeline.tsx';
import { Times } from './page/Times.tsx';
import { useReferral } from './page/useReferral.ts';
import '../consults/ConsultPage.css';
import './ReferralPage.css';

/** The other referrals that belong to this one. */
const Related = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { originId, homeId, refiledFromId, alsoOpen } = referral;
  const links = [
    [originId, t('page.related.origin')],
    [homeId, t('page.related.home')],
    [refiledFromId, t('page.related.refiledFrom')],
    ...alsoOpen.map(
      ({ id, referralNo, status }) => [id, t('page.related.also', { no: referralNo, status: t(`status.${status}`) })] as const,
    ),
  ] as const;
  if (links.every(([id]) => id === null)) return null;
  return (
    <p className="row ref-related">
      {links.map(
        ([id, word]) =>
          id && (
            <Link key={id} to={`/referrals/${id}`}>
              {word}
            </Link>
          ),
      )}
    </p>
  );
};

/** While nothing answers: how old is what stands here. */
const Aged = ({ since }: { since: number }) => {
  const { t } = useTranslation('referrals');
  const { online } = useLink();
  return online ? null : <Note c="urgent">{t('page.offline.since', { at: dateTime(since) })}</Note>;
};

const subjectOf = ({ id }: Referral) => ({ kind: 'referral', id }) as const;

const Tasks = ({ referral }: { referral: Referral }) => <SubjectTasks subject={subjectOf(referral)} desks={useDesks(referral)} />;

/** Papers and tasks are for the two sides; whoever broke the glass reads the sheet. */
const Case = ({ referral, since }: { referral: Referral; since: number }) => {
  const party = referral.sight === 'party';
  return (
    <>
      <GlassBand referral={referral} />
      <Aged since={since} />
      <Head referral={referral} />
      <OriginLine origin={referral.emergency} />
      <Related referral={referral} />
      <div className="ref">
        <div className="stack ref-doc">
          <SummaryCard referral={referral} />
          <SheetCard referral={referral} />
          {party && <Attachments subject={subjectOf(referral)} />}
        </div>
        <div className="stack ref-do">
          <NowCard referral={referral} />
          <RoadCard referral={referral} />
          <StepCard referral={referral} />
          <BedCard referral={referral} />
          <InfosCard referral={referral} />
          {party && <Tasks referral={referral} />}
        </div>
        <div className="stack ref-log">
          <Timeline referral={referral} />
          <OffersCard referral={referral} />
          <Times referral={referral} />
        </div>
      </div>
    </>
  );
};

/** One referral: whose turn, how far, what is known, what may be done, and what both sides did. */
export const Page = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('referrals');
  const query = useReferral(id);
  if (query.isError && isClosed(query.error)) return <ClosedCase key={id} id={id} />;
  return (
    <Loaded query={query} failed={t('page.failed')} rows={8} page>
      {(referral) => <Case key={referral.id} referral={referral} since={query.dataUpdatedAt} />}
    </Loaded>
  );
};
