import { Merge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Duplicate } from '../../../contract/patients.ts';
import { usePatientWords } from '../consults/words.ts';
import { Facts } from '../ui/Facts.tsx';
import { useMerge } from './useMerging.ts';
import { WhySheet } from './WhySheet.tsx';

interface Props {
  duplicate: Duplicate;
  /** Who is kept, as the page calls them. */
  name: string;
  onClose: () => void;
}

/** Names both once more, and asks how one knows that they are one person. */
export const MergeSheet = ({ duplicate, name, onClose }: Props) => {
  const { t } = useTranslation('patients');
  const words = usePatientWords();
  const { merge, busy, problem } = useMerge(onClose);
  const { patient, of } = duplicate;
  const facts = [
    [t('merge.keep'), <b key="keep">{name}</b>],
    [t('merge.drop'), <b key="drop">{words.full(patient)}</b>],
    [t('statement.papers'), words.papers(patient)],
    [t('statement.visitNo'), patient.visitNo],
    [t('statement.phone'), patient.phone],
  ] as const;
  return (
    <WhySheet
      title={t('merge.title')}
      note={t('merge.note')}
      confirm={t('merge.confirm')}
      icon={Merge}
      busy={busy}
      problem={problem}
      onSend={(reason) => merge({ keepId: of, dropId: patient.id, reason })}
      onClose={onClose}
    >
      <Facts items={facts} />
    </WhySheet>
  );
};
