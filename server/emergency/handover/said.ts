import { wordsOf } from '../../edge/words.ts';
import { blocksOf } from '../../print/blocks.ts';
import { clock } from '../../print/text.ts';
import words from './words.json' with { type: 'json' };

export { words };
export const { cell, written, heading } = blocksOf(words);
/** The page's own words: the paper says what the screen says. */
export const say = wordsOf('zh-CN');

/** `11-24 09:32`, Beijing time; the year stands at the head. */
export const moment = (instant: string | null): string | null => clock(instant)?.slice(5) ?? null;
