import { z } from 'zod';

/** Chapters of ICD-10 (WHO, 2019) with their first and last category; the gaps between them belong to none. */
export const DX_CHAPTERS = {
  I: ['A00', 'B99'],
  II: ['C00', 'D48'],
  III: ['D50', 'D89'],
  IV: ['E00', 'E90'],
  V: ['F00', 'F99'],
  VI: ['G00', 'G99'],
  VII: ['H00', 'H59'],
  VIII: ['H60', 'H95'],
  IX: ['I00', 'I99'],
  X: ['J00', 'J99'],
  XI: ['K00', 'K93'],
  XII: ['L00', 'L99'],
  XIII: ['M00', 'M99'],
  XIV: ['N00', 'N99'],
  XV: ['O00', 'O99'],
  XVI: ['P00', 'P96'],
  XVII: ['Q00', 'Q99'],
  XVIII: ['R00', 'R99'],
  XIX: ['S00', 'T98'],
  XX: ['V01', 'Y98'],
  XXI: ['Z00', 'Z99'],
  XXII: ['U00', 'U99'],
} as const satisfies Record<string, readonly [string, string]>;

export type NamedChapter = keyof typeof DX_CHAPTERS;
const NAMED = Object.keys(DX_CHAPTERS) as [NamedChapter, ...NamedChapter[]];

/** `unknown`: no code, or one that no chapter holds. */
export const DxChapter = z.enum([...NAMED, 'unknown']);
export type DxChapter = z.infer<typeof DxChapter>;

/** The three characters that name a disease in ICD-10. */
export const DxCategory = z.string().regex(/^[A-Z]\d\d$/);

/** The chapter of a category; codes are compared as ASCII. */
export const chapterOf = (category: string | null): DxChapter =>
  NAMED.find((name) => category !== null && category >= DX_CHAPTERS[name][0] && category <= DX_CHAPTERS[name][1]) ?? 'unknown';
