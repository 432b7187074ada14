import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWide } from '../consults/useWide.ts';
import { useNow } from '../lib/clock.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { CheckSheet } from './page/CheckSheet.tsx';
import { DeskCase } from './page/DeskCase.tsx';
import { HandCase } from './page/HandCase.tsx';
import { nextNode } from './page/nodes.ts';
import type { Rescue } from './page/rescue.ts';
import { putForward, targetsOf } from './page/targets.ts';
import { useRescue } from './useRescue.ts';
import '../consults/ConsultPage.css';
import './CasePage.css';

/** In the hand one thing at a time, at the desk all of it. */
const Case = ({ rescue, since }: { rescue: Rescue; since: number }) => {
  const wide = useWide();
  const now = useNow(rescue.status === 'active');
  const [checking, setChecking] = useState(false);
  const [list] = rescue.rules.checklists;
  const next = rescue.status === 'active' ? nextNode(rescue, putForward(targetsOf(rescue, now))) : null;
  const onCheck = () => setChecking(true);
  const View = wide ? DeskCase : HandCase;
  return (
    <>
      <View rescue={rescue} since={since} next={next} onCheck={onCheck} />
      {checking && list && <CheckSheet rescue={rescue} list={list} onClose={() => setChecking(false)} />}
    </>
  );
};

/** One case of a center: what is due, what was done when, and one button for what happens now; with a link or without. */
export const Page = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('emergencyCase');
  const { rescue, since, awaited } = useRescue(id);
  if (rescue) return <Case key={id} rescue={rescue} since={since} />;
  return awaited.isError ? (
    <Failed page error={awaited.error} title={t('failed')} retry={() => void awaited.refetch()} />
  ) : (
    <Loading rows={8} />
  );
};
