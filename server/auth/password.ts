import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP password storage sheet, and the package's default. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'));

/** A hash that no password opens; checking it costs what checking a real one costs. */
const NOBODYS = hashPassword(crypto.randomUUID());

/** Takes as long for an account that does not exist (`undefined`) as for one that does. */
export const verifyPassword = async (stored: string | undefined, password: string): Promise<boolean> => {
  const matches = await verify(stored ?? (await NOBODYS), password.normalize('NFKC'));
  return matches && stored !== undefined;
};
