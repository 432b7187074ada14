import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Referral } from '../../../contract/referrals.ts';
import { readDraft } from '../lib/storage.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Loading } from '../ui/Loading.tsx';
import { State } from '../ui/State.tsx';
import { referrals } from './api.ts';
import { Editor } from './form/Editor.tsx';
import { Unsent } from './form/Unsent.tsx';
import { draftName, type Kept } from './form/useDraft.ts';
import { useReferral } from './page/useReferral.ts';

/** Looked up once: from then on what stands on the page is the newest. */
const useKept = (id: string) =>
  useQuery({
    queryKey: ['referrals', 'kept', id],
    queryFn: async () => ({ draft: await readDraft<Kept>(draftName(id)) }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The rules do not change while a form is written. */
const useRules = () => useQuery({ ...referrals.rules.query(), staleTime: Number.POSITIVE_INFINITY });

const Closed = ({ referral, draft }: { referral: Referral; draft: { savedAt: number; value: Kept } | null }) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="stack">
      <State
        page
        c="hai"
        icon={Lock}
        title={t('new.closed.title')}
        actions={
          <ButtonLink look="primary" to={`/referrals/${referral.id}`}>
            {t('new.closed.open')}
          </ButtonLink>
        }
      >
        {t('new.closed.text', { status: t(`status.${referral.status}`) })}
      </State>
      {draft && <Unsent referral={referral} form={draft.value.form} />}
    </div>
  );
};

const Opened = ({ id }: { id: string }) => {
  const { t } = useTranslation('referrals');
  const query = useReferral(id);
  const [kept, rules] = [useKept(id), useRules()];
  return (
    <Loaded query={query} failed={t('new.failed.one')} rows={6} page>
      {(referral) => (
        <Loaded query={rules} failed={t('new.failed.rules')} rows={6} page>
          {({ vitals }) =>
            kept.data ? (
              referral.editable ? (
                <Editor referral={referral} kept={kept.data.draft} ranges={vitals} />
              ) : (
                <Closed referral={referral} draft={kept.data.draft} />
              )
            ) : (
              <Loading rows={6} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
};

/** 转诊单 of one referral, while it may still be written. */
export const Page = () => {
  const { id = '' } = useParams();
  return <Opened key={id} id={id} />;
};
