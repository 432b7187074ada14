import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../ui/PageHeader.tsx';
import { StartForm } from './form/StartForm.tsx';
import { StartFrom } from './form/StartFrom.tsx';

const backOf = (from: { kind: string; id: string } | undefined): string => {
  if (from?.kind === 'consult') return `/consults/${from.id}`;
  return from?.kind === 'emergency' ? `/emergencies/${from.id}` : '/referrals';
};

/** Where a referral begins: of a patient, or at once from a consult or a case of a center, from the 上转 it leads home, or from one filed again. */
export const Page = () => {
  const { t } = useTranslation('referrals');
  const [search] = useSearchParams();
  const from = (['consult', 'emergency', 'origin', 'refile'] as const).flatMap((kind) => {
    const id = search.get(kind);
    return id ? [{ kind, id }] : [];
  })[0];
  return (
    <>
      <PageHeader back={backOf(from)} title={t('new.title')} />
      {from ? <StartFrom key={from.id} kind={from.kind} id={from.id} /> : <StartForm />}
    </>
  );
};
