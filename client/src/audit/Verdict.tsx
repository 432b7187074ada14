import { useMutation } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dateTime, number } from '../lib/format.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { audit } from './api.ts';
import { short } from './words.ts';

type Checked = Awaited<ReturnType<typeof audit.verify>>;

const Sound = ({ checked, head, at }: Checked) => {
  const { t } = useTranslation('audit');
  return (
    <Note c="met" icon={ShieldCheck} live>
      <b>{t('verify.sound')}</b>
      <p>{t('verify.checked', { n: number(checked), head: short(head) ?? '–', at: dateTime(at) })}</p>
    </Note>
  );
};

const Broken = ({ breaks, checked, at }: Checked) => {
  const { t } = useTranslation('audit');
  return (
    <Note c="stat" icon={ShieldAlert} live>
      <b>{t('verify.broken', { n: breaks.length })}</b>
      <ul>
        {breaks.map(({ seq, kind }) => (
          <li key={`${seq}${kind}`}>
            {t(`verify.${kind}`, { seq })} <span className="soft">{t(`verify.means.${kind}`)}</span>
          </li>
        ))}
      </ul>
      <p>{t('verify.next', { n: number(checked), at: dateTime(at) })}</p>
    </Note>
  );
};

/** Walks the whole chain on the server and says whether it is as it was sealed. */
export const useVerify = () => {
  const { t } = useTranslation('audit');
  const text = useRefusalText();
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => audit.verify() });
  return {
    button: (
      <Button look="primary" icon={ShieldCheck} busy={isPending} onClick={() => mutate()}>
        {t(isPending ? 'verify.running' : 'verify.run')}
      </Button>
    ),
    result: error ? (
      <Note c="unmet" live>
        {text(error)}
      </Note>
    ) : (
      data && (data.sound ? <Sound {...data} /> : <Broken {...data} />)
    ),
  };
};
