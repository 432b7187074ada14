import type { Cipher } from '../db/cipher.ts';
import type { Ctx } from '../edge/ctx.ts';
import { openTask } from '../tasks/index.ts';
import { after, limitsOf } from './limits.ts';
import { subjectOf } from './move.ts';
import type { Case } from './relations.ts';
import { sheetOf } from './sheet.ts';

const TITLE = 120;
/** 08:00 in Asia/Shanghai of the day that was written down. */
const morningOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** What is to be done at home becomes tasks of the doctors who have the patient now. */
export const openHomePlan = async (ctx: Ctx, cipher: Cipher, row: Case): Promise<void> => {
  const { homePlan } = sheetOf(cipher, row);
  if (row.direction !== 'down' || !homePlan || !row.toHospitalId || !row.toDepartmentId) return;
  const dueAt = homePlan.followUpAt ? morningOf(homePlan.followUpAt) : after(ctx.now, limitsOf(row).followUp);
  for (const kind of ['rehabilitation', 'medication', 'followUp'] as const) {
    const plan = homePlan[kind];
    if (!plan) continue;
    await openTask(ctx, {
      kind,
      subject: { ...subjectOf(row), kind: 'referral' },
      patientId: row.patientId,
      title: plan.slice(0, TITLE),
      ...(plan.length > TITLE && { detail: plan }),
      owner: { hospitalId: row.toHospitalId, departmentId: row.toDepartmentId, role: 'doctor' },
      openedBy: { hospitalId: row.fromHospitalId, departmentId: row.fromDepartmentId },
      dueAt: dueAt > ctx.now ? dueAt : after(ctx.now, limitsOf(row).confirm),
    });
  }
};
