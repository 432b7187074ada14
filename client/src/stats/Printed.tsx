import { useTranslation } from 'react-i18next';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { language } from '../lib/i18n.ts';
import { useFilterWords } from './filterWords.ts';

/** Paper is read on other days: the date in full. */
export const moment = (at: string): string =>
  new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));

/** On paper only, where nobody can see a control: which months and cases the figures are of, and when they were counted. */
export const Printed = ({ filter, stats: { asOf, total } }: { filter: CaseFilter; stats: ConsultStats }) => {
  const { t } = useTranslation(['stats', 'common']);
  const { months, words } = useFilterWords(filter);
  const { fromHospitalId, toHospitalId, urgency } = words;
  const chosen = [
    fromHospitalId ?? t('filter.anyInviter'),
    toHospitalId ?? t('filter.anyInvitee'),
    urgency ?? t('filter.anyUrgency'),
  ];
  return (
    <div className="stats-printed">
      <p>
        <b>{t('printed.months', { months })}</b>
      </p>
      <p>{chosen.join('·')}</p>
      <p className="mute">{t('printed.asOf', { at: moment(asOf), n: number(total) })}</p>
    </div>
  );
};
