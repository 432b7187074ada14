import { z } from 'zod';
import { actions, ById } from './kit.ts';

/** What leaves the house of a rescue as a file, over the streams door. */
export const emergencyFiles = actions({
  /** 院前急救交接单, PDF, one A4 page. */
  handover: {
    stream: 'GET /emergencies/:id/handover.pdf',
    who: ['doctor', 'specialist', 'coordinator'],
    input: ById,
    output: z.object({ mime: z.string(), name: z.string(), content: z.custom<AsyncIterable<Uint8Array>>() }),
  },
});
