import type { z } from 'zod';
import type { emergency } from '../../contract/emergency.ts';

export type Input<K extends keyof typeof emergency> = z.output<(typeof emergency)[K]['input']>;
