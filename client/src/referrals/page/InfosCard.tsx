import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { dateTime } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { referrals } from '../api.ts';
import { type Info, InfoSheet } from '../verbs/InfoSheet.tsx';
import { mayOf, useSides } from './side.ts';
import { useVerb } from './useVerb.ts';

interface LineProps {
  referral: Referral;
  info: Info;
  onAnswer: (info: Info) => void;
}

const Line = ({ referral, info, onAnswer }: LineProps) => {
  const { t } = useTranslation('referrals');
  const may = mayOf(referral, useSides(referral));
  const verb = useVerb(referral.id);
  const open = info.status === 'open';
  const withdraw = () => referrals.withdrawInfo({ id: referral.id, infoId: info.id });
  return (
    <li className="info" data-open={open}>
      <p className="info-question">{info.question}</p>
      <small className="mute num">{t('page.info.asked', { name: info.askedBy.name, at: dateTime(info.askedAt) })}</small>
      {info.answer && (
        <>
          <p className="info-answer">{info.answer}</p>
          <small className="mute num">
            {t('page.info.answered', { name: info.answeredBy?.name ?? '', at: info.answeredAt ? dateTime(info.answeredAt) : '' })}
          </small>
        </>
      )}
      {info.status === 'withdrawn' && <small className="mute">{t('page.info.withdrawn')}</small>}
      {open && (
        <div className="row">
          <Clock startedAt={info.askedAt} dueAt={info.dueAt} c="urgent" />
          {may.answerInfo && <Button onClick={() => onAnswer(info)}>{t('verb.answerInfo')}</Button>}
          {may.askInfo && (
            <Button look="text" busy={verb.busy} onClick={() => verb.run({ work: withdraw, done: t('past.withdrawInfo') })}>
              {t('verb.withdrawInfo')}
            </Button>
          )}
        </div>
      )}
      <Problem>{verb.problem}</Problem>
    </li>
  );
};

/** 补资料: questions beside the way of the referral, which goes on meanwhile. */
export const InfosCard = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const [open, setOpen] = useState<{ info: Info | null } | null>(null);
  const may = mayOf(referral, useSides(referral));
  const { infos } = referral;
  if (infos.length === 0 && !may.askInfo) return null;
  const ask = may.askInfo && (
    <Button size="small" onClick={() => setOpen({ info: null })}>
      {t('verb.askInfo')}
    </Button>
  );
  return (
    <Card title={t('page.info.title')} aside={ask}>
      {infos.length === 0 && <p className="mute">{t('page.info.none')}</p>}
      <ol className="infos">
        {infos.map((info) => (
          <Line key={info.id} referral={referral} info={info} onAnswer={(one) => setOpen({ info: one })} />
        ))}
      </ol>
      {open && <InfoSheet referral={referral} info={open.info} onClose={() => setOpen(null)} />}
    </Card>
  );
};
