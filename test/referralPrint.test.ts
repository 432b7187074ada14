import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Referral } from '../contract/referrals.ts';
import { nameAt } from '../prisma/seed/names.ts';
import { randomFrom } from '../prisma/seed/random.ts';
import type { Block, Cell } from '../server/print/blocks.ts';
import { ROOM, WIDTH } from '../server/print/draw.ts';
import { measureBy, NO_GLYPH, printableBy, takeFonts } from '../server/print/fonts.ts';
import { type Laid, layOut } from '../server/print/layout.ts';
import { hashOf } from '../server/print/page.ts';
import { pdfOf } from '../server/print/pdf.ts';
import { ageOn, frame } from '../server/print/text.ts';
import type { Measure } from '../server/print/wrap.ts';
import { words } from '../server/referrals/print/said.ts';
import { pageOf } from '../server/referrals/print/sheet.ts';
import { LONGEST, referralView } from './sheets.ts';

const AT = new Date('2026-11-24T04:10:00Z');
const print = async (views: readonly Referral[]): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of pdfOf(
    views.map((view) => pageOf(view, AT)),
    { printedBy: '曲比阿乌 雷波县人民医院', at: AT },
  ))
    parts.push(part);
  return Buffer.concat(parts).toString('latin1');
};
const pagesIn = (pdf: string): number => [...pdf.matchAll(/\/Type \/Page\b/g)].length;

const cells = (blocks: readonly Block[]): Cell[] => blocks.flatMap((block) => ('cells' in block ? [...block.cells] : []));
const said = (view: Referral, label: string): string =>
  cells(pageOf(view, AT).blocks).find((cell) => cell.label === label)?.text ?? '';

let measure: Measure;
let safe: (text: string) => string;
beforeAll(async () => {
  const pdf = new PDFDocument({ autoFirstPage: false });
  await takeFonts(pdf);
  [measure, safe] = [measureBy(pdf), printableBy(pdf)];
});

describe('the paper', () => {
  it.each([
    ['as a county fills it', {}],
    ['with every text as long as it may be', { sheet: LONGEST }],
    ['of a draft with nothing in it', { sheet: {}, status: 'draft' as const, offers: [], timeline: [], arrangement: null }],
  ])('is one page %s, with its own characters in the file', async (_, more) => {
    const pdf = await print([referralView(more)]);
    expect(pagesIn(pdf)).toBe(1);
    expect(pdf).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifSC/);
    expect(pdf.length).toBeLessThan(400_000);
    expect(pdf).not.toContain('吉克');
  });

  it('is fifty pages for fifty, in less than ten seconds of work', async () => {
    const before = process.cpuUsage();
    const views = Array.from({ length: 50 }, (_, n) => referralView({ ...(n % 2 && { sheet: LONGEST }) }));
    expect(pagesIn(await print(views))).toBe(50);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
  }, 60_000);
});

const lines = ({ strips }: Laid): string[] =>
  strips.flatMap((strip) => ('cells' in strip ? strip.cells.map((each) => each.lines.join('')) : []));
const laid = (view: Referral): Laid => layOut(pageOf(view, AT).blocks, { width: WIDTH, height: ROOM, measure });

describe('one page', () => {
  it('takes the largest type that fits', () => {
    const [short, middle, long] = [referralView({ sheet: {} }), referralView(), referralView({ sheet: LONGEST })].map(laid);
    expect(short!.size).toBe(10);
    expect(middle!.size).toBeLessThanOrEqual(short!.size);
    expect(long!.size).toBe(7);
    for (const each of [short!, middle!, long!]) {
      expect(each.strips.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(ROOM);
    }
  });

  it('cuts what was written at length and says so, and never who, where and what telephone', () => {
    const view = referralView({ sheet: LONGEST });
    const printed = lines(laid(view));
    expect(printed.filter((text) => text.endsWith(frame.cut)).length).toBeGreaterThan(5);
    const whole = cells(pageOf(view, AT).blocks).filter(({ long }) => !long);
    const bare = (text: string) => text.replace(/\s/g, '');
    expect(whole.map(({ text }) => bare(text)).filter((text) => !printed.map(bare).includes(text))).toEqual([]);
  });

  it('shortens nothing that fits', () => {
    expect(lines(laid(referralView())).filter((text) => text.includes(frame.cut))).toEqual([]);
  });

  it('breaks no line beyond its cell', () => {
    const { strips, size } = laid(referralView({ sheet: LONGEST }));
    const wide = strips.flatMap((strip) =>
      'cells' in strip
        ? strip.cells.flatMap(({ lines: own, cell, label, width }) =>
            own.filter((line) => [...line].reduce((sum, c) => sum + measure(c, cell.bold ?? false), 0) * size > width - label),
          )
        : [],
    );
    expect(wide).toEqual([]);
  });
});

describe('what it says', () => {
  it('begins with the road and its risks', () => {
    const { blocks } = pageOf(referralView(), AT);
    expect(blocks[0]).toEqual({ heading: words.heading.road });
    expect(cells(blocks)[0]!.text).toBe('雷波县人民医院 产科 → 锦江综合医院(演示) 重症医学科');
    expect(cells(blocks)[1]!.text).toContain('出血、休克、高海拔');
  });

  it('hides the identity number, names both telephones, and who accepted when', () => {
    const view = referralView();
    expect(said(view, words.label.idNumber)).toBe('**************0021');
    const document = { kind: 'newbornOf' as const, number: '**************0021', birthOrder: 2 };
    const newborn = referralView({ patient: { ...view.patient, idNumber: null, document } });
    expect(said(newborn, words.label.idNumber)).toBe('母亲证件 **************0021，第 2 孩');
    expect(said(view, words.label.from)).toContain('0834-00001203');
    expect(said(view, words.label.to)).toContain('028-00020120');
    expect(said(view, words.label.acceptance)).toContain('罗静 转诊中心协调员  2026-11-24 11:49');
    expect(said(view, words.label.review)).toBe(words.noReview);
    const reviewed = { at: '2026-11-24T03:00:00Z', verb: 'approve', by: '杨晓岚', hospital: '雷波县人民医院', note: null };
    expect(said(referralView({ timeline: [reviewed] }), words.label.review)).toContain(
      '杨晓岚  雷波县人民医院  2026-11-24 11:00',
    );
  });

  it('says of saturation how the patient breathes, or that nobody said', () => {
    expect(said(referralView(), words.label.vitals)).toContain('SpO2 95%（面罩）');
    const silent = referralView({ sheet: { vitals: { spo2: 84 } } });
    expect(said(silent, words.label.vitals)).toBe(`SpO2 84%（${words.oxygenMissing}）`);
  });

  it('has a block for a mother only, and a plan for home only when there is one', () => {
    const headings = (view: Referral) => pageOf(view, AT).blocks.flatMap((block) => ('heading' in block ? [block.heading] : []));
    expect(headings(referralView())).toContain(words.heading.maternal);
    expect(headings(referralView())).not.toContain(words.heading.home);
    expect(headings(referralView({ sheet: { homePlan: { followUp: '每周' } } }))).toContain(words.heading.home);
  });

  it('says what has become of it, and hashes what it says', () => {
    expect(pageOf(referralView({ status: 'cancelled' }), AT).state).toContain(words.status.cancelled);
    const hash = (more: Partial<Referral>) => hashOf(pageOf(referralView(more), AT));
    expect(hash({})).toBe(hash({}));
    expect(hash({ sheet: { ...LONGEST, results: `${LONGEST.results}。` } })).not.toBe(hash({ sheet: LONGEST }));
  });

  it.each([
    ['2026-11-20', '4 天'],
    ['2026-10-25', '30 天'],
    ['2026-10-24', '1 月'],
    ['2023-11-25', '35 月'],
    ['2023-11-24', '3 岁'],
    ['1954-11-25', '71 岁'],
  ])('one born on %s is %s old', (born, age) => {
    expect(ageOn(born, AT)).toBe(age);
  });
});

describe('characters', () => {
  it('are there for all words of the sheet and all names of the demo', () => {
    const random = randomFrom(1);
    const texts =
      JSON.stringify([words, frame]) +
      Array.from({ length: 400 }, () => nameAt(random.pick(['liangshan', 'aba']), random)).join(' ');
    expect(safe(texts)).toBe(texts);
  });

  it('that the font lacks are written plainer, or as a box: none vanishes, and no power becomes a number', () => {
    expect(safe('92×10⁹/L，5×10⁻¹⁰')).toBe('92×10^9/L，5×10^−10');
    expect(safe('🚑\u{2FFFF}')).toBe(NO_GLYPH.repeat(2));
    expect(safe('一\u0007二\t三\n四')).toBe('一二 三\n四');
  });
});
