import type { Center } from '../../../contract/emergencyNodes.ts';
import { centerIcons } from './centers.ts';
import './CenterMark.css';

/** The center's sign in its own colour; its name always stands beside it. */
export const CenterMark = ({ center }: { center: Center }) => {
  const Icon = centerIcons[center];
  return (
    <span className="center-mark" data-c={center}>
      <Icon aria-hidden size={22} />
    </span>
  );
};
