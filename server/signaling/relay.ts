import { refuse } from '../../contract/refusal.ts';
import { MediaRefusal } from '../media/refusal.ts';

/** Asks the media; its refusal becomes the house's own. */
export const relay = async <T>(asked: () => Promise<T>): Promise<T> => {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof MediaRefusal) return refuse(error.code, error.reason, error.message);
    throw error;
  }
};
