import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../../../contract/consults.ts';
import { type Department, isBusy, type Partner, usePartners } from '../../directory/usePartners.ts';
import { Card } from '../../ui/Card.tsx';
import { PhoneLink } from '../Phones.tsx';

const names = (people: Department['onDuty']) => people.map(({ name }) => name).join(' ');

/** Who rings at once: the free first line, or the second when the first is operating or in a call. ROUTINE skips nobody. */
const firstRung = ({ onDuty }: Department, urgency: Urgency): Department['onDuty'] => {
  const line = (n: number) => onDuty.filter((person) => person.line === n && (urgency === 'routine' || !isBusy(person)));
  const first = line(1);
  return first.length > 0 ? first : line(2);
};

const Steps = ({ department, urgency }: { department: Department; urgency: Urgency }) => {
  const { t } = useTranslation('consults');
  const now = firstRung(department, urgency);
  const second = department.onDuty.filter((person) => person.line === 2 && !now.includes(person));
  const skipped = department.onDuty.filter((person) => person.line === 1 && !now.includes(person));
  const ring = (people: Department['onDuty'], otherwise: string) =>
    people.length > 0 ? t('after.ring', { names: names(people) }) : otherwise;
  const [third, limit] = [t(`after.third.${urgency}`), t(`after.limit.${urgency}`)];
  return (
    <dl className="after">
      <dt>{t('after.now')}</dt>
      <dd>
        {ring(now, t('after.desk'))}
        {skipped.length > 0 && <small className="mute">{t('after.skipped', { names: names(skipped) })}</small>}
      </dd>
      {second.length > 0 && (
        <>
          <dt>{t(`after.second.${urgency}`)}</dt>
          <dd>{t('after.then', { names: names(second) })}</dd>
        </>
      )}
      {now.length > 0 && (
        <>
          <dt>{third}</dt>
          <dd>{t('after.desk')}</dd>
        </>
      )}
      {(now.length === 0 || third !== limit) && <dt>{limit}</dt>}
      <dd>{t('after.over')}</dd>
    </dl>
  );
};

const find = (partners: readonly Partner[], departmentId: string) =>
  partners
    .flatMap(({ hospital, departments }) => departments.map((department) => ({ hospital, department })))
    .find(({ department }) => department.id === departmentId);

/** What happens after sending, before it is sent. */
export const Escalation = ({ departmentId, urgency }: { departmentId: string; urgency: Urgency | '' }) => {
  const { t } = useTranslation('consults');
  const { data } = usePartners();
  const target = find(data?.items ?? [], departmentId);
  return (
    <Card title={t('after.title')}>
      {target && urgency ? (
        <div className="stack">
          <Steps department={target.department} urgency={urgency} />
          <PhoneLink number={target.department.dutyPhone} label={t('call.duty', { department: target.department.name })} />
          <PhoneLink number={target.hospital.centerPhone} label={t('call.center')} />
        </div>
      ) : (
        <p className="mute">{t('after.choose')}</p>
      )}
    </Card>
  );
};
