import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWide } from '../consults/useWide.ts';
import { useMe } from '../lib/session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useUnsent, useUnsentCase } from './outbox.ts';
import type { OpenSheet } from './page/caseProps.ts';
import { DeskCase } from './page/DeskCase.tsx';
import { HandCase } from './page/HandCase.tsx';
import { type Rescue, rescueOf } from './page/rescue.ts';
import { Sheets } from './page/Sheets.tsx';
import { useEmergency } from './page/useEmergency.ts';
import { useRules } from './page/useRules.ts';
import { useStamping } from './page/useStamping.ts';
import '../consults/ConsultPage.css';
import './CasePage.css';

/** In the hand one thing at a time, at the desk all of it. */
const Case = ({ rescue, since }: { rescue: Rescue; since: number }) => {
  const View = useWide() ? DeskCase : HandCase;
  const [sheet, open] = useState<OpenSheet | null>(null);
  const { node, resting, last, pick, record, undo } = useStamping(rescue);
  const close = () => open(null);
  const onRecord = (made: Parameters<typeof record>[0]) => {
    record(made);
    close();
  };
  const onPick = (other: Parameters<typeof pick>[0]) => {
    pick(other);
    close();
  };
  return (
    <>
      <View {...{ rescue, since, node, resting, last, onRecord, open }} onUndo={undo} />
      <Suspense fallback={null}>
        {sheet && <Sheets rescue={rescue} sheet={sheet} onPick={onPick} onRecord={onRecord} onClose={close} />}
      </Suspense>
    </>
  );
};

/** All that the parts of the page say, fetched at once: a part that is opened without a link finds its words here. */
const WORDS = ['emergencyCase', 'emergency', 'consults', 'attachments', 'tasks', 'patients'] as const;

/** One case of a center: what is due, what was done when, and one button for what happens now; with a link or without. */
export const Page = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation(WORDS);
  const me = useMe();
  const unsent = useUnsentCase(id);
  const kept = useUnsent(id);
  const read = useEmergency(id, unsent === null);
  const rules = useRules();
  const rescue = rules.data && rescueOf({ emergency: read.data ?? null, unsent, kept, rules: rules.data, me: me.name });
  if (rescue) return <Case key={id} rescue={rescue} since={read.dataUpdatedAt} />;
  const awaited = read.data || unsent ? rules : read;
  if (!awaited.isError) return <Loading rows={8} />;
  return <Failed page error={awaited.error} title={t('failed')} retry={() => void awaited.refetch()} />;
};
