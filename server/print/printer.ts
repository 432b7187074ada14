import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

/** Name and hospital of who prints, as they stand on the paper. */
export const printerOf = async ({ db, actor }: Ctx): Promise<string> => {
  const { name } = await db.person.findUniqueOrThrow({ where: { id: actor.id } });
  const [own] = holding(actor, 'doctor', 'specialist', 'coordinator');
  const hospital = await db.hospital.findUniqueOrThrow({ where: { id: own!.hospitalId } });
  return `${name} ${hospital.name}`;
};
