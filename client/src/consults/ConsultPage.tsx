import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Consult } from '../../../contract/consults.ts';
import { Attachments } from '../attachments/Attachments.tsx';
import { OriginLine } from '../emergency/links/OriginLine.tsx';
import { useMe } from '../lib/session.ts';
import { SubjectTasks } from '../tasks/SubjectTasks.tsx';
import { Card } from '../ui/Card.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Acknowledge } from './Acknowledge.tsx';
import { AdvicePanel } from './AdvicePanel.tsx';
import { CaseSummary } from './CaseSummary.tsx';
import { ConsultHead } from './ConsultHead.tsx';
import { NowCard } from './NowCard.tsx';
import { OpinionForm } from './OpinionForm.tsx';
import { Timeline } from './Timeline.tsx';
import { Uploads } from './Uploads.tsx';
import { useConsult } from './useConsult.ts';
import './ConsultPage.css';

const spoken: ReadonlySet<Consult['status']> = new Set(['accepted', 'inSession', 'signed', 'acknowledged', 'closed']);
const signed: ReadonlySet<Consult['status']> = new Set(['signed', 'acknowledged', 'closed']);

/** Who can be asked for something about this case, the other side first. */
const useDesks = ({ from, to, status }: Consult) => {
  const here = useMe().memberships.some(({ hospital }) => hospital.id === from.hospital.id);
  if (!spoken.has(status)) return [];
  const asking = [
    { ...from, role: 'doctor' as const },
    { ...from, department: null, role: 'coordinator' as const },
  ];
  const asked = [
    { ...to, role: 'specialist' as const },
    { ...to, department: null, role: 'coordinator' as const },
  ];
  return here ? [...asked, ...asking] : [...asking, ...asked];
};

const Case = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const desks = useDesks(consult);
  const sides = t('sides', {
    from: `${consult.from.hospital.name} ${consult.from.department.name}`,
    to: `${consult.to.hospital.name} ${consult.to.department.name}`,
  });
  return (
    <>
      <ConsultHead consult={consult} />
      <OriginLine origin={consult.emergency} />
      <div className="case">
        <div className="stack">
          <Uploads consultId={consult.id} />
          {signed.has(consult.status) && (
            <>
              <Card title={t('opinion.title')}>
                <OpinionForm consult={consult} />
              </Card>
              <Card title={t('adopt.title')}>
                <Acknowledge consult={consult} />
              </Card>
            </>
          )}
          <Card title={t('request.title')} note={sides}>
            <CaseSummary consult={consult} named={false} />
          </Card>
          <Attachments subject={{ kind: 'consult', id: consult.id }} />
          {consult.status === 'inSession' && (
            <Card title={t('opinion.title')}>
              <OpinionForm consult={consult} />
            </Card>
          )}
        </div>
        <div className="stack case-aside">
          <NowCard consult={consult} />
          {spoken.has(consult.status) && (
            <Card title={t('advice.title')} note={t('advice.note')}>
              <AdvicePanel consult={consult} />
            </Card>
          )}
          <SubjectTasks subject={{ kind: 'consult', id: consult.id }} desks={desks} />
          <Card title={t('timeline')}>
            <Timeline consult={consult} />
          </Card>
        </div>
      </div>
    </>
  );
};

/** One case: what happens now, what was asked, what was said, what was signed, what became of it. */
export const Page = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('consults');
  const query = useConsult(id);
  return (
    <Loaded query={query} failed={t('failed.one')} rows={6}>
      {(consult) => <Case key={consult.id} consult={consult} />}
    </Loaded>
  );
};
