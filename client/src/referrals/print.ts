import type { ReferralFilter } from '../../../contract/referralFilter.ts';
import { openFile, saveFile } from '../lib/files.ts';
import { language } from '../lib/i18n.ts';

/** 双向转诊单 as a PDF in a tab of its own; throws `Refused`. */
export const openSheet = (id: string): Promise<void> => openFile(`/api/referrals/${id}/sheet`, 'referral.pdf');

/** Up to `SHEETS_MOST` of them in one file, a page each. */
export const openSheets = (ids: readonly string[]): Promise<void> =>
  openFile(`/api/referral-sheets?ids=${ids.join(',')}`, 'referrals.pdf');

/** Saves the whole list under this filter, as the page's language says it. */
export const saveTable = (filter: Partial<ReferralFilter>, format: 'csv' | 'xlsx'): Promise<void> =>
  saveFile('/api/referral-table', `referrals.${format}`, { ...filter, format, language: language() });
