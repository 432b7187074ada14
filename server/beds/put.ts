import type { z } from 'zod';
import type { beds } from '../../contract/beds.ts';
import { coordinated } from '../directory/own.ts';
import type { Ctx, Handlers } from '../edge/ctx.ts';
import { tellBeds, wardsOf } from './rows.ts';

type Said = z.output<typeof beds.put.input>['beds'][number];

/** What is written of a bed beside its label; when it will be free is said of an occupied one only. */
const stateOf = ({ state, freeAt }: Said) => ({
  state,
  freeAt: state === 'occupied' && freeAt !== undefined ? new Date(freeAt) : null,
});

/** The same label said twice: the later one counts. */
const byLabel = (said: readonly Said[]): Said[] => [...new Map(said.map((bed) => [bed.label, bed])).values()];

interface Book {
  hospitalId: string;
  departmentId: string;
  said: readonly Said[];
}

/** New labels are added, known ones brought to what is said, all of one state in one statement. */
const write = async ({ db, actor, now }: Ctx, { hospitalId, departmentId, said }: Book): Promise<void> => {
  const by = { updatedAt: now, updatedById: actor.id };
  const groups = Map.groupBy(said, ({ state, freeAt }) => `${state} ${freeAt}`);
  for (const group of groups.values()) {
    const data = { ...stateOf(group[0]!), ...by };
    const labels = group.map(({ label }) => label);
    await db.bed.updateMany({ where: { departmentId, label: { in: labels } }, data });
    await db.bed.createMany({
      data: labels.map((label) => ({ hospitalId, departmentId, label, ...data })),
      skipDuplicates: true,
    });
  }
};

export const put: Handlers<typeof beds>['put'] = async (ctx, { departmentId, beds: said }) => {
  const department = await coordinated(ctx, departmentId);
  // One after the other: two at once would wait for each other's beds.
  await ctx.db.$queryRaw`SELECT id FROM department WHERE id = ${departmentId}::uuid FOR NO KEY UPDATE`;
  await write(ctx, { hospitalId: department.hospitalId, departmentId, said: byLabel(said) });
  const [ward] = await wardsOf(ctx, [department]);
  ctx.saw(
    'bed',
    ward!.beds.filter(({ label }) => said.some((bed) => bed.label === label)).map(({ id }) => id),
    [department.hospitalId],
  );
  tellBeds(ctx, { hospitalId: department.hospitalId, departmentId });
  return ward!;
};
