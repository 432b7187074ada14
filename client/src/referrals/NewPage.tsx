import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../ui/PageHeader.tsx';
import { StartForm } from './form/StartForm.tsx';
import { StartFrom } from './form/StartFrom.tsx';

/** Where a referral begins: of a patient, or at once from a consult, from the 上转 it leads home, or from one filed again. */
export const Page = () => {
  const { t } = useTranslation('referrals');
  const [search] = useSearchParams();
  const from = (['consult', 'origin', 'refile'] as const).flatMap((kind) => {
    const id = search.get(kind);
    return id ? [{ kind, id }] : [];
  })[0];
  return (
    <>
      <PageHeader back={from?.kind === 'consult' ? `/consults/${from.id}` : '/referrals'} title={t('new.title')} />
      {from ? <StartFrom key={from.id} kind={from.kind} id={from.id} /> : <StartForm />}
    </>
  );
};
