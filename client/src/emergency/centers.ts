import { Baby, Bandage, Brain, createLucideIcon, HeartPulse, type LucideIcon } from 'lucide-react';
import type { Center } from '../../../contract/emergencyNodes.ts';

/** The set has none: a figure from the side. */
const Maternal = createLucideIcon('Maternal', [
  ['circle', { cx: '10.5', cy: '4', r: '2', key: 'head' }],
  [
    'path',
    {
      d: 'M9 9.5c0-1 .8-1.5 1.5-1.5s1.8.6 2 1.5c2.3.7 3.5 2.2 3.5 4.2 0 1.8-1.2 3.3-3 3.3H9z',
      key: 'body',
    },
  ],
  ['path', { d: 'M9 17v5M13 17v5', key: 'legs' }],
]);

export const centerIcons: Readonly<Record<Center, LucideIcon>> = {
  chestPain: HeartPulse,
  stroke: Brain,
  trauma: Bandage,
  maternal: Maternal,
  newborn: Baby,
};
