import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CenterView } from '../../../contract/emergency.ts';
import { PhoneLink } from '../consults/Phones.tsx';
import { phonesOf } from './useCenters.ts';

/** `象山 心血管内科`, or the 24 h desk of a hospital. */
const usePhoneWords = () => {
  const { t } = useTranslation('emergency');
  return ({ hospital, department }: CenterView['phones'][number]): string =>
    t('phone.line', { hospital: hospital.shortName, department: department ?? t('phone.desk') });
};

/** One number to press. */
export const DutyPhone = ({ line }: { line: CenterView['phones'][number] }) => (
  <PhoneLink number={line.phone} label={usePhoneWords()(line)} />
);

/** The numbers of the centers, as this device keeps them: they need no link. */
export const DutyPhones = ({ centers, open }: { centers: readonly CenterView[]; open: boolean }) => {
  const { t } = useTranslation('emergency');
  const phones = phonesOf(centers);
  if (phones.length === 0) return null;
  return (
    <details className="call-fold" open={open}>
      <summary>
        {t('phone.title')} <ChevronDown aria-hidden size={18} className="end" />
      </summary>
      <ul className="call-phones">
        {phones.map((line) => (
          <li key={line.phone}>
            <DutyPhone line={line} />
          </li>
        ))}
      </ul>
    </details>
  );
};
