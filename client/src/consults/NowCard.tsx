import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { dateTime } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Note } from '../ui/Note.tsx';
import { Owner } from '../ui/Owner.tsx';
import { PhoneLink } from './Phones.tsx';
import { RingProgress } from './RingProgress.tsx';
import { useSides } from './side.ts';
import { VerbButtons } from './VerbButtons.tsx';
import { useOwner } from './words.ts';

/** The numbers that always work: theirs for whoever asked, the callback for whoever was asked. */
const Numbers = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const { requester } = useSides(consult);
  if (!requester) return <PhoneLink number={consult.callbackPhone} label={t('call.back', { name: consult.requester.name })} />;
  return (
    <>
      <PhoneLink number={consult.to.dutyPhone} label={t('call.duty', { department: consult.to.department.name })} />
      <PhoneLink number={consult.to.centerPhone} label={t('call.center')} />
    </>
  );
};

/** What happens now: whose turn it is, what they may do, who is rung, and whom to phone instead. */
export const NowCard = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const owner = useOwner();
  const over = consult.owner === null;
  return (
    <Card title={t('now.title')}>
      <div className="stack now">
        {over ? (
          <b>{t(`status.${consult.status}`)}</b>
        ) : (
          <Owner {...owner({ ...consult, to: consult.to.hospital })} size="large" />
        )}
        {consult.declineReason && <Note c="unmet">{t('now.declined', { reason: t(`reason.${consult.declineReason}`) })}</Note>}
        {consult.note && <Note c="unmet">{t('now.note', { note: consult.note })}</Note>}
        {consult.answeredByPhone && consult.firstResponseAt && (
          <Note c="hai">{t('now.byPhone', { name: consult.consultant?.name ?? '', at: dateTime(consult.firstResponseAt) })}</Note>
        )}
        <VerbButtons consult={consult} />
        {consult.status === 'requested' && <RingProgress consult={consult} />}
        {!over && (
          <div className="row">
            <Numbers consult={consult} />
          </div>
        )}
      </div>
    </Card>
  );
};
