import { attachmentEvents, attachments } from './attachments.ts';
import { audit } from './audit.ts';
import { auth } from './auth.ts';
import { bedEvents, beds } from './beds.ts';
import { callEvents, calls } from './calls.ts';
import { consultEvents, consults } from './consults.ts';
import { directory } from './directory.ts';
import { emergency, emergencyEvents } from './emergency.ts';
import { emergencyFiles } from './emergencyFiles.ts';
import { emergencyLinks } from './emergencyLinks.ts';
import { emergencyStats } from './emergencyStats.ts';
import { instrumentEvents, instruments } from './instruments.ts';
import type { ClientToServer, Names, ServerToClient } from './kit.ts';
import { paging, pagingEvents } from './paging.ts';
import { patients } from './patients.ts';
import { push } from './push.ts';
import { photos } from './records.ts';
import { referralFiles } from './referralFiles.ts';
import { referralStats } from './referralStats.ts';
import { referralEvents, referrals } from './referrals.ts';
import { stats } from './stats.ts';
import { taskEvents, tasks } from './tasks.ts';
import { vitalEvents, vitals } from './vitals.ts';

/** Every feature's table; the server keeps all of them, pages import their own feature singly. */
export const contract = {
  auth,
  directory,
  paging,
  push,
  tasks,
  calls,
  consults,
  photos,
  attachments,
  patients,
  beds,
  referrals,
  referralFiles,
  emergency,
  emergencyLinks,
  emergencyFiles,
  vitals,
  stats,
  referralStats,
  emergencyStats,
  instruments,
  audit,
};
export const events = {
  ...pagingEvents,
  ...taskEvents,
  ...consultEvents,
  ...bedEvents,
  ...referralEvents,
  ...emergencyEvents,
  ...vitalEvents,
  ...instrumentEvents,
  ...callEvents,
  ...attachmentEvents,
};

export type ActionName = Names<typeof contract>;
export type EventName = keyof typeof events;
export type FromClient = ClientToServer<typeof contract>;
export type FromServer = ServerToClient<typeof events>;
