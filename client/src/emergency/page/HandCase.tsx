import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../../attachments/Attachments.tsx';
import { SubjectTasks } from '../../tasks/SubjectTasks.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Countdown } from './Countdown.tsx';
import type { CaseProps } from './caseProps.ts';
import { Dock } from './Dock.tsx';
import { desksOf } from './desks.ts';
import { FlagsCard } from './FlagsCard.tsx';
import { Head } from './Head.tsx';
import { History } from './History.tsx';
import { NodeList } from './NodeList.tsx';
import { Notices } from './Notices.tsx';
import { QcCard } from './QcCard.tsx';
import { ScoresCard } from './scores/ScoresCard.tsx';
import { TeamCard } from './TeamCard.tsx';
import { AnswerButton, VerbRow } from './VerbRow.tsx';
import { VitalsCard } from './VitalsCard.tsx';

const TABS = ['nodes', 'findings', 'team', 'papers'] as const;
type Tab = (typeof TABS)[number];

const Part = ({ tab, rescue, next, onCheck }: CaseProps & { tab: Tab }) => {
  const { emergency } = rescue;
  if (tab === 'findings')
    return (
      <>
        <FlagsCard rescue={rescue} onCheck={onCheck} />
        <ScoresCard rescue={rescue} />
      </>
    );
  if (tab === 'team') return <TeamCard rescue={rescue} />;
  if (tab === 'papers' && emergency)
    return (
      <>
        <Attachments subject={{ kind: 'emergency', id: rescue.id }} />
        <SubjectTasks subject={{ kind: 'emergency', id: rescue.id }} desks={desksOf(emergency)} />
        <History emergency={emergency} />
      </>
    );
  return (
    <>
      <QcCard rescue={rescue} />
      {emergency && <VitalsCard id={rescue.id} />}
      <NodeList rescue={rescue} next={next} />
      {emergency && <VerbRow rescue={rescue} emergency={emergency} />}
    </>
  );
};

/** In the hand: the countdown stays above, the one button below, and between them one part at a time. */
export const HandCase = (props: CaseProps) => {
  const { rescue, since, onCheck } = props;
  const { t } = useTranslation('emergencyCase');
  const [tab, setTab] = useState<Tab>('nodes');
  const { emergency, status, mayStamp } = rescue;
  const silent = emergency !== null && emergency.answered === 0 && status === 'active';
  return (
    <div className="ec-hand">
      <Head rescue={rescue} />
      {status === 'active' && (
        <div className="ec-pinned">
          <Countdown rescue={rescue} onCheck={emergency && onCheck} />
        </div>
      )}
      <Notices rescue={rescue} since={since} />
      {emergency && <AnswerButton emergency={emergency} />}
      <Tabs
        label={t('tab.label')}
        tabs={TABS.filter((one) => emergency || one !== 'papers').map(
          (one) => [one, t(one === 'team' && silent ? 'tab.teamSilent' : `tab.${one}`)] as const,
        )}
        chosen={tab}
        onChoose={setTab}
      />
      <Part {...props} tab={tab} />
      {status === 'active' && mayStamp && <Dock rescue={rescue} />}
    </div>
  );
};
