import { useTranslation } from 'react-i18next';
import type { VitalName, VitalRanges } from '../../../../contract/referralSheet.ts';
import { serverNow } from '../../lib/clock.ts';
import { inputTime } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { ChoiceField, type FormBind, MomentText, NumberField } from './controls.tsx';
import type { Form } from './form.ts';
import { guessVital } from './guess.ts';

const MEASURED: readonly VitalName[] = ['temperature', 'pulse', 'respiration', 'systolic', 'diastolic', 'spo2'];

interface Props {
  bind: FormBind;
  ranges: VitalRanges;
  unusual: readonly VitalName[];
}

/** What is wrong with a sign, with a guess: `收缩压 1180 不可能，是不是 118？`. */
export const useVitalWords = (form: Form, ranges: VitalRanges) => {
  const { t } = useTranslation('referrals');
  return (vital: VitalName, finding: 'impossible' | 'unusual'): string => {
    const value = form[vital];
    const meant = guessVital(vital, Number(value.normalize('NFKC')), ranges[vital]);
    const said = { name: t(`new.vital.${vital}`), value, guess: meant };
    return meant === null ? t(`new.vitals.${finding}`, said) : t(`new.vitals.${finding}Guess`, said);
  };
};

/** All of them in one compact grid; the first one written brings the time of now. */
export const VitalFields = ({ bind, ranges, unusual }: Props) => {
  const { t } = useTranslation('referrals');
  const words = useVitalWords(bind.form, ranges);
  const now = () => inputTime(serverNow());
  const write = (vital: VitalName, value: string) =>
    bind.set({ [vital]: value, ...(value && !bind.form.takenAt && { takenAt: now() }) } as Partial<Form>);
  return (
    <div className="stack">
      <div className="vitals">
        {MEASURED.map((vital) => (
          <NumberField key={vital} bind={bind} name={vital} onChange={(event) => write(vital, event.target.value)} />
        ))}
        <ChoiceField bind={bind} name="oxygen" />
        <ChoiceField bind={bind} name="consciousness" />
        <div className="vitals-at">
          <MomentText bind={bind} name="takenAt" />
          <Button size="small" disabled={bind.locked?.('takenAt') ?? false} onClick={() => bind.set({ takenAt: now() })}>
            {t('new.vitals.now')}
          </Button>
        </div>
      </div>
      {unusual.length > 0 && (
        <Note c="urgent" live>
          {unusual.map((vital) => (
            <p key={vital}>{words(vital, 'unusual')}</p>
          ))}
        </Note>
      )}
      <small className="mute">{t('new.qc')}</small>
    </div>
  );
};
