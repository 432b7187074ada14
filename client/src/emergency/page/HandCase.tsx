import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../../attachments/Attachments.tsx';
import { SubjectTasks } from '../../tasks/SubjectTasks.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { LinkedCard } from '../links/LinkedCard.tsx';
import { NextTarget, OtherTargets } from './Countdown.tsx';
import type { CaseProps } from './caseProps.ts';
import { Dock } from './Dock.tsx';
import { desksOf } from './desks.ts';
import { FlagsCard } from './FlagsCard.tsx';
import { Head } from './Head.tsx';
import { History } from './History.tsx';
import { NodeList } from './NodeList.tsx';
import { Notices } from './Notices.tsx';
import { QcCard } from './QcCard.tsx';
import { RoadCard } from './road/RoadCard.tsx';
import { ScoresCard } from './scores/ScoresCard.tsx';
import { TeamCard } from './TeamCard.tsx';
import { AnswerButton, VerbRow } from './VerbRow.tsx';
import { VitalsCard } from './VitalsCard.tsx';

const TABS = ['nodes', 'findings', 'team', 'papers'] as const;
type Tab = (typeof TABS)[number];

const Papers = ({ rescue: { id, emergency } }: CaseProps) =>
  emergency && (
    <>
      <LinkedCard id={id} />
      <Attachments subject={{ kind: 'emergency', id }} />
      <SubjectTasks subject={{ kind: 'emergency', id }} desks={desksOf(emergency)} />
      <History emergency={emergency} />
    </>
  );

const PARTS: Readonly<Record<Tab, (props: CaseProps) => React.ReactNode>> = {
  nodes: (props) => (
    <>
      <QcCard rescue={props.rescue} />
      {props.rescue.emergency && <VitalsCard id={props.rescue.id} />}
      <NodeList {...props} />
      <VerbRow {...props} />
    </>
  ),
  findings: (props) => (
    <>
      <FlagsCard {...props} />
      <ScoresCard {...props} />
    </>
  ),
  team: ({ rescue }) => <TeamCard rescue={rescue} />,
  papers: Papers,
};

/** In the hand: the countdown stays above, the one button below, and between them one part at a time. */
export const HandCase = (props: CaseProps) => {
  const { rescue, since } = props;
  const { t } = useTranslation('emergencyCase');
  const [tab, setTab] = useState<Tab>('nodes');
  const { emergency, status, mayStamp } = rescue;
  const silent = emergency !== null && emergency.answered === 0 && status === 'active';
  const tabs = TABS.filter((one) => emergency || one !== 'papers');
  const Part = PARTS[tab];
  return (
    <div className="ec-hand">
      <Head rescue={rescue} />
      {status === 'active' && (
        <>
          <div className="ec-pinned">
            <NextTarget rescue={rescue} />
          </div>
          <div className="ec-unpinned">
            <OtherTargets {...props} />
          </div>
        </>
      )}
      <Notices rescue={rescue} since={since} />
      <RoadCard rescue={rescue} />
      {emergency && <AnswerButton emergency={emergency} />}
      <Tabs
        label={t('tab.label')}
        tabs={tabs.map((one) => [one, t(one === 'team' && silent ? 'tab.teamSilent' : `tab.${one}`)] as const)}
        chosen={tab}
        onChoose={setTab}
      />
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
      {status === 'active' && mayStamp && <Dock {...props} />}
    </div>
  );
};
