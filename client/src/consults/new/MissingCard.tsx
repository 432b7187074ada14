import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { type Gap, Gaps, gapCount } from '../../ui/form/Gaps.tsx';
import type { Waiting } from '../uploads.ts';
import type { Faults, Form, Name } from './form.ts';

interface Props {
  form: Form;
  faults: Faults;
  photos: readonly Waiting[];
  onGo: (name: Name) => void;
}

const wanted = ['purpose', 'dxName', 'reason', 'summary', 'auxResults', 'consent'] as const;

/** What the specialist will miss, and why each of it matters. */
export const MissingCard = ({ form, faults, photos, onGo }: Props) => {
  const { t } = useTranslation('consults');
  const has = (name: (typeof wanted)[number]) => form[name] !== '' && !faults[name];
  const gaps: Gap[] = wanted
    .filter((name) => !has(name))
    .map((name) => ({ name, title: t(`field.${name}`), why: t(`gaps.${name}`), field: name }));
  if (photos.length === 0) gaps.push({ name: 'photos', title: t('section.photos'), why: t('gaps.photos') });
  const all = wanted.length + 1;
  return (
    <Card title={t('gaps.title')} aside={gapCount(gaps, all)}>
      <Gaps label={t('gaps.title')} gaps={gaps} all={all} onGo={(field) => onGo(field as Name)} />
    </Card>
  );
};
