import { Ambulance, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Linked, Opening } from '../../../../contract/emergencyLinks.ts';
import { dateTime } from '../../lib/format.ts';
import { StatusTag } from '../../referrals/Tags.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useLinks } from './useLinks.ts';
import './LinkedCard.css';

const icons = { consult: Video, referral: Ambulance } as const;
const folders = { consult: 'consults', referral: 'referrals' } as const;

const Line = ({ linked }: { linked: Linked }) => {
  const { t } = useTranslation(['links', 'consults']);
  const { kind, id, number, hospital, at } = linked;
  const Icon = icons[kind];
  const name = (
    <>
      {t(`kind.${kind}`)} <span className="num">{number}</span>
    </>
  );
  return (
    <li className="linked">
      <Icon aria-hidden size={18} />
      <span className="linked-what">
        {id ? <Link to={`/${folders[kind]}/${id}`}>{name}</Link> : <b>{name}</b>}
        <small className="soft">
          {hospital ?? t('nowhere')} <span className="num mute">{dateTime(at)}</span>
        </small>
      </span>
      {linked.kind === 'referral' ? (
        <StatusTag status={linked.status} />
      ) : (
        <Tag c="routine">{t(`consults:status.${linked.status}`)}</Tag>
      )}
    </li>
  );
};

const Openings = ({ id, can }: { id: string; can: readonly Opening[] }) => {
  const { t } = useTranslation('links');
  if (can.length === 0) return null;
  return (
    <div className="row">
      {can.map((kind) => (
        <ButtonLink key={kind} icon={icons[kind]} to={`/${folders[kind]}/new?emergency=${id}`}>
          {t(`open.${kind}`)}
        </ButtonLink>
      ))}
    </div>
  );
};

/** 相关会诊与转诊: what began from this case, and what can. */
export const LinkedCard = ({ id }: { id: string }) => {
  const { t } = useTranslation('links');
  const query = useLinks(id);
  return (
    <Card title={t('title')}>
      <Loaded query={query} failed={t('failed')} rows={2}>
        {({ items, can }) => (
          <div className="stack">
            {items.length === 0 && <p className="mute">{t(can.length > 0 ? 'invite' : 'none')}</p>}
            {items.length > 0 && (
              <ul>
                {items.map((linked) => (
                  <Line key={linked.number} linked={linked} />
                ))}
              </ul>
            )}
            <Openings id={id} can={can} />
          </div>
        )}
      </Loaded>
    </Card>
  );
};
