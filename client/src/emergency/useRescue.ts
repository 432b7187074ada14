import type { Emergency } from '../../../contract/emergency.ts';
import { useMe } from '../lib/session.ts';
import { useUnsent, useUnsentCase } from './outbox.ts';
import { type Rescue, rescueOf } from './page/rescue.ts';
import { useEmergency } from './page/useEmergency.ts';
import { useRules } from './page/useRules.ts';

/** A case as this device knows it; null while nothing is known yet, and what is awaited then. */
export const useRescue = (id: string) => {
  const me = useMe();
  const unsent = useUnsentCase(id);
  const kept = useUnsent(id);
  const read = useEmergency(id, unsent === null);
  const rules = useRules();
  const known = rules.data ? { unsent, kept, rules: rules.data, me: me.name } : null;
  const of = (emergency: Emergency | null): Rescue | null => known && rescueOf({ emergency, ...known });
  return { rescue: of(read.data ?? null), since: read.dataUpdatedAt, awaited: read.data || unsent ? rules : read };
};
