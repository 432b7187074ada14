import { Phone } from 'lucide-react';
import './Phones.css';

/** A number to press: dials on a phone, and on a desk whatever rings there. */
export const PhoneLink = ({ number, label }: { number: string; label: string }) => (
  <a className="phone" href={`tel:${number}`}>
    <Phone aria-hidden size={18} />
    <span>
      {label} <b className="num">{number}</b>
    </span>
  </a>
);
