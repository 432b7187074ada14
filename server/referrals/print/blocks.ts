import { blocksOf } from '../../print/blocks.ts';
import { words } from './said.ts';

export { row } from '../../print/blocks.ts';
export const { cell, written, writtenIf, heading } = blocksOf(words);
