import { Timer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentView } from '../../../contract/instruments.ts';
import { pressedNow, useNow } from '../lib/clock.ts';
import { timeWithSeconds } from '../lib/format.ts';
import { fromInputSeconds, inputSeconds } from '../lib/seconds.ts';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { Register } from './useInstruments.ts';
import { useOffsetWord } from './words.ts';

interface Props {
  of: InstrumentView;
  register: Register;
  onClose: () => void;
}
type Pressed = ReturnType<typeof pressedNow>;

const trueMoment = ({ at, offsetMs }: Pressed): Date => new Date(Date.parse(at) - offsetMs);

/** First: one press while looking at the instrument, so that nobody compares two running clocks in the head. */
const Press = ({ onPress }: { onPress: () => void }) => {
  const { t } = useTranslation('instruments');
  const now = useNow();
  return (
    <>
      <p className="instrument-now num" role="timer" aria-label={t('check.serverTime')}>
        {timeWithSeconds(now)}
      </p>
      <p className="soft">{t('check.press')}</p>
      <Button look="primary" size="large" block icon={Timer} onClick={onPress}>
        {t('check.pressWord')}
      </Button>
    </>
  );
};

/** 校时: press, then write down what the instrument showed at that moment. */
export const CheckSheet = ({ of, register, onClose }: Props) => {
  const { t } = useTranslation(['instruments', 'common']);
  const offsetWord = useOffsetWord();
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const [shown, setShown] = useState('');
  const press = () => {
    const now = pressedNow();
    setPressed(now);
    setShown(inputSeconds(trueMoment(now)));
  };
  const moment = fromInputSeconds(shown);
  const send = () => {
    if (pressed && moment) void register.check(of, { ...pressed, shown: moment.toISOString() }).then(onClose, () => undefined);
  };
  const actions = pressed && (
    <>
      <Button onClick={press}>{t('check.again')}</Button>
      <Button look="primary" busy={register.busy} disabled={!moment} onClick={send}>
        {t('check.send')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('check.title', { name: of.name })} onClose={onClose} actions={actions}>
      <div className="stack">
        {pressed ? (
          <>
            <p className="soft num">{t('check.pressed', { at: timeWithSeconds(trueMoment(pressed)) })}</p>
            <Field label={t('check.shown')} hint={t('check.shownHint')} required error={!moment && t('check.needed')}>
              {(tied) => (
                <TextInput
                  {...tied}
                  type="datetime-local"
                  step={1}
                  value={shown}
                  onChange={(event) => setShown(event.target.value)}
                />
              )}
            </Field>
            {moment && (
              <Note c="hai" live>
                {t('check.means', { offset: offsetWord(moment.getTime() - trueMoment(pressed).getTime()) })}
              </Note>
            )}
          </>
        ) : (
          <Press onPress={press} />
        )}
      </div>
    </Sheet>
  );
};
