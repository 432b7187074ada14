import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { useMe } from '../lib/session.ts';

/** The telephones of the far end, one tap away: what works when the picture does not. */
export const Phones = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('calls');
  const inviting = useMe().memberships.some(({ hospital }) => hospital.id === consult.from.hospital.id);
  const far = inviting ? consult.to : consult.from;
  const numbers = inviting
    ? ([
        ['duty', far.dutyPhone],
        ['center', far.centerPhone],
      ] as const)
    : ([
        ['callback', consult.callbackPhone],
        ['duty', far.dutyPhone],
      ] as const);
  return (
    <ul className="phones">
      {numbers.map(([what, number]) => (
        <li key={what}>
          <a href={`tel:${number}`}>
            <Phone aria-hidden size={18} />
            <span>{t(`phone.${what}`, { hospital: far.hospital.shortName })}</span>
            <b className="num">{number}</b>
          </a>
        </li>
      ))}
    </ul>
  );
};
