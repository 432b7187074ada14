import type { z } from 'zod';
import type { referrals } from '../../contract/referrals.ts';

/** What an action of referrals is asked with, as its contract has read it. */
export type Input<V extends keyof typeof referrals> = z.output<(typeof referrals)[V]['input']>;
