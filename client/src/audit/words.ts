import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AuditRow } from '../../../contract/audit.ts';

export type Row = z.infer<typeof AuditRow>;

/** The first characters of a hash are enough to compare by eye. */
export const short = (hash: string | null): string | null => hash?.slice(0, 8) ?? null;

export const useAuditWords = () => {
  const { t } = useTranslation(['audit', 'errors']);
  return {
    /** A name that no action has was asked for by a program. */
    action: (name: string): string => (name === 'unknown' ? t('unknownAction') : t(`action.${name}`, { defaultValue: name })),
    actor: ({ actor: { kind, id, name } }: Row): string => {
      if (kind === 'clock') return t('actor.house');
      const person = name || (id && t('actor.gone'));
      if (kind === 'person') return person || t('actor.gone');
      return person ? t('actor.nobodyAs', { name: person }) : t('actor.nobody');
    },
    /** `forbidden:role` as people say it; a reason without a text is shown as it is. */
    reason: ({ reason }: Row): string | null => reason && t(`errors:${reason.replace(':', '.')}`, { defaultValue: reason }),
    /** One consult by its number, everything else by kind and count. */
    subject: ({ subjectKind, subjectIds, consults: [consult] }: Row): string | null => {
      if (consult && subjectIds.length === 1) return consult.consultNo;
      return (
        subjectKind &&
        t('subject.count', { kind: t(`subject.${subjectKind}`, { defaultValue: subjectKind }), n: subjectIds.length })
      );
    },
  };
};
