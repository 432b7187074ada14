import { useTranslation } from 'react-i18next';
import type { ConsultRow } from '../../../contract/consults.ts';
import type { PatientView } from '../../../contract/records.ts';
import { age } from '../lib/format.ts';

type Sketch = Pick<PatientView, 'sex' | 'birthDate' | 'approximateAge'>;

type Labelled = { patient: Sketch & Pick<PatientView, 'name' | 'visitNo'>; bed: string | null };

/** How a patient is written: `sketch` without a name (rings, walls), `full` with it. */
export const usePatientWords = () => {
  const { t } = useTranslation(['consults', 'common']);
  const years = ({ birthDate, approximateAge }: Sketch): string | null =>
    age(birthDate) ?? (approximateAge === null ? null : t('patient.about', { n: approximateAge }));
  const sketch = (patient: Sketch): string => {
    const [sex, old] = [t(`common:sex.${patient.sex}`), years(patient)];
    return old ? t('patient.sketch', { sex, age: old }) : sex;
  };
  const full = (patient: Sketch & { name: string | null }): string =>
    t('patient.full', { name: patient.name ?? t('patient.unknown'), sketch: sketch(patient) });
  /** On whatever is signed or confirmed: name, visit and bed, so that nobody signs for the wrong one (domain rule). */
  const label = ({ patient, bed }: Labelled): string =>
    [full(patient), patient.visitNo, bed && t('patient.bed', { bed })].filter(Boolean).join(' ');
  /** The end of the number and, but for an identity number, what it is of. */
  const papers = ({ idNumber, document }: Pick<PatientView, 'idNumber' | 'document'>): string | null => {
    const short = (masked: string) => masked.replace(/^\*+/, '****');
    if (!document) return idNumber && short(idNumber);
    const { kind, birthOrder: n } = document;
    const number = short(document.number);
    return kind === 'newbornOf'
      ? t('patient.newborn', { number, n })
      : t('patient.papers', { kind: t(`document.${kind}`), number });
  };
  return { sketch, full, label, papers };
};

/** `神经外科·左基底节出血`: the department asked and the diagnosis, or the question while there is none. */
export const useTitle = (): ((row: Pick<ConsultRow, 'toDepartment' | 'dx' | 'purpose'>) => string) => {
  const { t } = useTranslation('consults');
  return ({ toDepartment, dx, purpose }) => t('title', { department: toDepartment, dx: dx ?? purpose });
};

/** Who has to move now, as the owner chip says it. */
export const useOwner = () => {
  const { t } = useTranslation('consults');
  return (row: Pick<ConsultRow, 'owner' | 'mine' | 'status' | 'consultant' | 'requester'> & { to: { shortName: string } }) => {
    const names = { requester: row.requester.name, consultant: row.consultant?.name ?? null, invitee: row.to.shortName };
    return {
      name: row.owner ? names[row.owner] : null,
      mine: row.mine,
      doing: t(`${row.mine ? 'todo' : 'doing'}.${row.status}`),
    };
  };
};
