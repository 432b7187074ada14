import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bind, LongField, TextField } from './bind.tsx';
import codes from './dxCodes.json' with { type: 'json' };

const known = codes.items as [code: string, zh: string, en: string][];

/** Free text; a line chosen from the list brings its code, and changing the words drops it again. */
const DxField = ({ bind }: { bind: Bind }) => {
  const { t, i18n } = useTranslation('consults');
  const list = useId();
  const name = ([, zh, en]: (typeof known)[number]) => (i18n.language === 'en' ? en : zh);
  const write = (text: string) => {
    const found = known.find((one) => text === `${one[0]} ${name(one)}`);
    bind.set(found ? { dxName: name(found), dxCode: found[0] } : { dxName: text, dxCode: '' });
  };
  return (
    <>
      <TextField
        bind={bind}
        name="dxName"
        list={list}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => write(event.target.value)}
        hint={bind.form.dxCode ? t('dx.coded', { code: bind.form.dxCode }) : t('dx.hint')}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one[0]} value={`${one[0]} ${name(one)}`} />
        ))}
      </datalist>
    </>
  );
};

/** Diagnosis, why help is wanted, the story so far, results. */
export const StoryFields = ({ bind }: { bind: Bind }) => {
  const { t } = useTranslation('consults');
  return (
    <div className="grid">
      <DxField bind={bind} />
      <TextField bind={bind} name="reason" maxLength={500} hint={t('hint.reason')} />
      <div className="wide">
        <LongField bind={bind} name="summary" rows={5} maxLength={4000} hint={t('hint.summary')} />
      </div>
      <div className="wide">
        <LongField bind={bind} name="auxResults" rows={3} maxLength={4000} hint={t('hint.auxResults')} />
      </div>
    </div>
  );
};
