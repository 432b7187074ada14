import { Baby, Bandage, Brain, HeartPulse, type LucideIcon } from 'lucide-react';
import type { Center } from '../../../../contract/emergencyNodes.ts';

const icons: Partial<Record<Center, LucideIcon>> = { chestPain: HeartPulse, stroke: Brain, trauma: Bandage, newborn: Baby };

const Maternal = () => (
  <svg
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    aria-hidden
  >
    <circle cx="10.5" cy="4" r="2" />
    <path d="M9 9.5c0-1 .8-1.5 1.5-1.5s1.800.6 2 1.500c2.300.7 3.500 2.200 3.500 4.200 0 1.800-1.200 3.300-3 3.300H9z M9 17v5M13 17v5" />
  </svg>
);

/** Which center, in its own colour: identity only, never a status. Its word stands beside it. */
export const CenterMark = ({ center }: { center: Center }) => {
  const Icon = icons[center];
  return (
    <span className="ec-mark" data-center={center} aria-hidden>
      {Icon ? <Icon size={24} /> : <Maternal />}
    </span>
  );
};
