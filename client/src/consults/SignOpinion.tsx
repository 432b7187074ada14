import { useTranslation } from 'react-i18next';
import type { Consult, OpinionBody } from '../../../contract/consults.ts';
import { SignSheet } from '../ui/SignSheet.tsx';
import type { Verb } from './useVerb.ts';
import { usePatientWords } from './words.ts';

interface Props {
  consult: Consult;
  body: OpinionBody;
  amend: boolean;
  verb: Verb;
  onSign: () => void;
  onClose: () => void;
}

/** An opinion before its signature; what is signed can only be amended. */
export const SignOpinion = ({ consult, body, amend, ...rest }: Props) => {
  const { t } = useTranslation('consults');
  const words = usePatientWords();
  return (
    <SignSheet
      {...rest}
      title={t(amend ? 'sign.amendTitle' : 'sign.title')}
      word={t('sign.confirm', { patient: consult.patient.name ?? t('patient.unknown') })}
      note={t('sign.note')}
      items={[
        [t('sign.patient'), <b key="patient">{words.label(consult)}</b>],
        [t('sign.hospital'), <b key="hospital">{`${consult.from.hospital.name} ${consult.from.department.name}`}</b>],
        ...(amend ? [[t('opinion.amendment'), body.amendment] as const] : []),
        [t('opinion.diagnosis'), body.diagnosis],
        [t('opinion.treatment'), body.treatment],
        [t('opinion.transfer'), t(`transfer.${body.transfer}`)],
      ]}
    />
  );
};
