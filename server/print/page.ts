import { hash } from 'node:crypto';
import type { Block } from './blocks.ts';

/** One page, before it is laid out. */
export interface Page {
  title: string;
  no: string;
  /** Which hospital's paper it is, and since when. */
  corner: readonly string[];
  /** 上转·急诊绿道·特急. */
  kind: string;
  /** What has become of the case: the paper of a cancelled one says so. */
  state: string;
  blocks: readonly Block[];
  /** Who signs by hand. */
  signs: readonly string[];
  /** What the paper is for, and what it is not. */
  advice: string;
}

/** SHA-256 over all that is said above and below the title, cut or not. */
export const hashOf = (page: Page): string => hash('sha256', JSON.stringify(page));
