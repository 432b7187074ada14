/** What the person at the keyboard can mend: one sentence that says how, shown without a stack. */
export class Failure extends Error {}

/** Runs an entry script; a {@link Failure} is told in one sentence, anything else with its stack. */
export const main = async (work) => {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Failure ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
};
