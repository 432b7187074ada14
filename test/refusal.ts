/** Why the work was refused, as `code reason`; `ok` when it was done. */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { code: string; reason: string }) => `${error.code} ${error.reason}`,
  );
