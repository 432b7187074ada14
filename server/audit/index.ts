import { audit } from '../../contract/audit.ts';
import { type Feature, keep } from '../edge/ctx.ts';
import { list } from './list.ts';
import { people } from './people.ts';
import type { Sealer } from './sealer.ts';

export const auditFeature = (sealer: Sealer): Feature =>
  keep(audit, {
    list,
    people,
    verify: async ({ now }) => {
      const { checked, head, breaks } = await sealer.verify();
      return { sound: breaks.length === 0, checked, head: checked > 0 ? head.hash : null, breaks, at: now.toISOString() };
    },
  });
