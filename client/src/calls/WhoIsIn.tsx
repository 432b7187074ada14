import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/session.ts';
import { initial } from '../ui/Owner.tsx';
import { calls } from './api.ts';
import { useRoomCase } from './roomCase.ts';

const EVERY_MS = 4_000;

/** Who is in the room already, seen from its door. */
export const WhoIsIn = () => {
  const { t } = useTranslation('calls');
  const { call } = useRoomCase();
  const me = useMe();
  const seats = useQuery({ ...calls.seats.query(call), refetchInterval: EVERY_MS });
  const others = (seats.data?.items ?? []).filter(({ person }) => person.id !== me.id);
  return (
    <div className="who-is-in" role="status">
      <h2>{others.length > 0 ? t('waiting.inside', { n: others.length }) : t('waiting.nobody')}</h2>
      <ul>
        {others.map(({ seat, person, hospital }) => (
          <li key={seat}>
            <i aria-hidden className="disc">
              {initial(person.name)}
            </i>
            <span>
              {person.name} <span className="soft">{hospital.shortName}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
