import { Suspense } from 'react';
import { Attachments } from '../../attachments/Attachments.tsx';
import { SubjectTasks } from '../../tasks/SubjectTasks.tsx';
import { LinkedCard } from '../links/LinkedCard.tsx';
import { AxisCard } from './axis/AxisCard.tsx';
import { Countdown } from './Countdown.tsx';
import type { CaseProps } from './caseProps.ts';
import { Dock } from './Dock.tsx';
import { desksOf } from './desks.ts';
import { FlagsCard } from './FlagsCard.tsx';
import { Head } from './Head.tsx';
import { History } from './History.tsx';
import { NodeTable } from './NodeTable.tsx';
import { Notices } from './Notices.tsx';
import { QcCard } from './QcCard.tsx';
import { RoadCard } from './road/RoadCard.tsx';
import { ScoresCard } from './scores/ScoresCard.tsx';
import { TeamCard } from './TeamCard.tsx';
import { AnswerButton, VerbRow } from './VerbRow.tsx';
import { VitalsCard } from './VitalsCard.tsx';

/** At the desk: whose and what is due in one row, the axis below it, then nodes, people and findings side by side. */
export const DeskCase = (props: CaseProps) => {
  const { rescue, since } = props;
  const { emergency, status, mayStamp, id } = rescue;
  const subject = { kind: 'emergency', id } as const;
  return (
    <>
      <div className="card ec-top">
        <div className="ec-top-who">
          <Head rescue={rescue} />
          {emergency && <AnswerButton emergency={emergency} />}
        </div>
        {status === 'active' && <Countdown {...props} />}
        {status === 'active' && mayStamp && <Dock {...props} />}
      </div>
      <Notices rescue={rescue} since={since} />
      <RoadCard rescue={rescue} />
      <AxisCard rescue={rescue} />
      <div className="ec-desk">
        <div className="stack">
          <NodeTable {...props} />
          <QcCard rescue={rescue} />
          <Suspense fallback={null}>{emergency && <Attachments subject={subject} />}</Suspense>
        </div>
        <div className="stack">
          <VerbRow {...props} />
          {emergency && <VitalsCard id={id} />}
          <TeamCard rescue={rescue} />
          <Suspense fallback={null}>{emergency && <LinkedCard id={id} />}</Suspense>
          <Suspense fallback={null}>{emergency && <SubjectTasks subject={subject} desks={desksOf(emergency)} />}</Suspense>
        </div>
        <div className="stack">
          <FlagsCard {...props} />
          <ScoresCard {...props} />
          {emergency && <History emergency={emergency} />}
        </div>
      </div>
    </>
  );
};
