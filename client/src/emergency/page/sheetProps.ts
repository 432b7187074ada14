import type { Emergency } from '../../../../contract/emergency.ts';
import type { Rescue } from './rescue.ts';

/** What every form of a verb is given. */
export interface SheetProps {
  rescue: Rescue;
  emergency: Emergency;
  name: string;
  onClose: () => void;
}
