import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import type { Waiting } from '../uploads.ts';
import type { Faults, Form } from './form.ts';

interface Props {
  form: Form;
  faults: Faults;
  photos: readonly Waiting[];
  onGo: (name: keyof Form) => void;
}

const wanted = ['purpose', 'dxName', 'reason', 'summary', 'auxResults', 'consent'] as const;

/** What the specialist will miss, and why each of it matters. */
export const Gaps = ({ form, faults, photos, onGo }: Props) => {
  const { t } = useTranslation('consults');
  const has = (name: (typeof wanted)[number]) => form[name] !== '' && !faults[name];
  const missing = wanted.filter((name) => !has(name));
  const there = wanted.length - missing.length + (photos.length > 0 ? 1 : 0);
  const all = wanted.length + 1;
  return (
    <Card title={t('gaps.title')} aside={<b className="num">{`${there} / ${all}`}</b>}>
      <progress className="gaps-meter" max={all} value={there} aria-label={t('gaps.title')} />
      <ul className="gaps">
        {missing.map((name) => (
          <li key={name} data-c="urgent">
            <CircleDashed aria-hidden size={18} />
            <span>
              <b>{t(`field.${name}`)}</b>
              <small className="soft">{t(`gaps.${name}`)}</small>
            </span>
            <button type="button" className="link" onClick={() => onGo(name)}>
              {t('gaps.fill')}
            </button>
          </li>
        ))}
        {photos.length === 0 && (
          <li data-c="urgent">
            <CircleDashed aria-hidden size={18} />
            <span>
              <b>{t('section.photos')}</b>
              <small className="soft">{t('gaps.photos')}</small>
            </span>
          </li>
        )}
        {there === all && (
          <li data-c="met">
            <CircleCheck aria-hidden size={18} />
            <span>{t('gaps.none')}</span>
          </li>
        )}
      </ul>
    </Card>
  );
};
