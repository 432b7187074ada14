import { Phone } from 'lucide-react';
import { useRoomCase } from './roomCase.ts';

/** The telephones of the far end, one tap away: what works when the picture does not. */
export const Phones = () => (
  <ul className="phones">
    {useRoomCase().phones.map(([label, number]) => (
      <li key={`${label} ${number}`}>
        <a href={`tel:${number}`}>
          <Phone aria-hidden size={18} />
          <span>{label}</span>
          <b className="num">{number}</b>
        </a>
      </li>
    ))}
  </ul>
);
