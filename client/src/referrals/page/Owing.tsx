import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { dateTime } from '../../lib/format.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Missing } from '../../ui/Missing.tsx';
import { Note } from '../../ui/Note.tsx';

/** 待补: what the sheet still lacks, until when, and the way to write it. */
export const Owing = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { lacking, backfill, editable, id, submittedAt, createdAt } = referral;
  if (lacking.length === 0) {
    return backfill?.doneAt ? <Note c="met">{t('page.owing.done', { at: dateTime(backfill.doneAt) })}</Note> : null;
  }
  const names = lacking.map((field) => t(`page.field.${field}`)).join(t('page.comma'));
  return (
    <div className="owing" data-c="missing">
      <div>
        <Missing /> <b>{t('page.owing.title')}</b>
        <p>{names}</p>
      </div>
      {backfill?.status === 'owed' && <Clock startedAt={submittedAt ?? createdAt} dueAt={backfill.dueAt} />}
      {editable && <ButtonLink to={`/referrals/${id}/edit`}>{t('page.owing.fill')}</ButtonLink>}
    </div>
  );
};
