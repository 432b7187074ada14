import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AuditRow } from '../../../contract/audit.ts';

export type Row = z.infer<typeof AuditRow>;

/** The first characters of a hash are enough to compare by eye. */
export const short = (hash: string | null): string | null => hash?.slice(0, 8) ?? null;

export const useAuditWords = () => {
  const { t } = useTranslation(['audit', 'errors']);
  return {
    action: (name: string): string => t(`action.${name}`, { defaultValue: name }),
    actor: ({ actor }: Row): string => actor.name || t(actor.id ? 'actor.gone' : 'actor.house'),
    /** `forbidden:role` as people say it; a reason without a text is shown as it is. */
    reason: ({ reason }: Row): string | null => reason && t(`errors:${reason.replace(':', '.')}`, { defaultValue: reason }),
    subject: ({ subjectKind, subjectIds }: Row): string | null =>
      subjectKind &&
      t('subject.count', { kind: t(`subject.${subjectKind}`, { defaultValue: subjectKind }), n: subjectIds.length }),
  };
};
