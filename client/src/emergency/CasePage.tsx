import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useWide } from '../consults/useWide.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { CaseFrame } from './page/CaseFrame.tsx';
import { DeskCase } from './page/DeskCase.tsx';
import { HandCase } from './page/HandCase.tsx';
import { useRescue } from './useRescue.ts';
import '../consults/ConsultPage.css';
import './CasePage.css';

/** What the parts say that are not shown at once: opened without a link, they find their words here. */
const LATER = ['attachments', 'tasks', 'patients', 'links', 'consults', 'referrals'];

/** One case of a center: what is due, what was done when, and one button for what happens now; with a link or without. */
export const Page = () => {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('emergencyCase');
  const { rescue, since, awaited } = useRescue(id);
  const View = useWide() ? DeskCase : HandCase;
  useEffect(() => void i18n.loadNamespaces(LATER).catch(() => undefined), [i18n]);
  if (rescue) return <CaseFrame key={id} rescue={rescue} since={since} View={View} />;
  if (!awaited.isError) return <Loading rows={8} />;
  return <Failed page error={awaited.error} title={t('failed')} retry={() => void awaited.refetch()} />;
};
