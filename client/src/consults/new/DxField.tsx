import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bind, TextField } from '../../ui/form/bind.tsx';
import codes from './dxCodes.json' with { type: 'json' };
import type { Form } from './form.ts';

const known = codes.items as [code: string, zh: string, en: string][];

/** Free text; a line chosen from the list brings its code, and changing the words drops it again. */
export const DxField = ({ bind }: { bind: Bind<Pick<Form, 'dxName' | 'dxCode'>> }) => {
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
