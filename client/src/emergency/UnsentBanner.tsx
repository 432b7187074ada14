import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { CenterView } from '../../../contract/emergency.ts';
import { DutyPhone } from './DutyPhones.tsx';
import type { KeptActivation } from './order.ts';
import { useUnsentCases } from './outbox.ts';
import { useRules } from './page/useRules.ts';
import { phonesOf, useCenters } from './useCenters.ts';
import { useUnsentWords } from './useUnsentWords.ts';
import './UnsentBanner.css';

interface LineProps {
  activation: KeptActivation;
  centers: readonly CenterView[];
}

const Line = ({ activation, centers }: LineProps) => {
  const { t } = useTranslation('emergency');
  const words = useUnsentWords()(activation);
  const { pathname } = useLocation();
  const { id, center, hospitalId } = activation;
  const called = centers.filter((view) => view.center === center && view.hospital.id === hospitalId);
  const path = `/emergencies/${id}`;
  // Its own page says the rest.
  const here = pathname === path;
  return (
    <li>
      <Siren aria-hidden size={18} />
      <span>
        <b>{here ? t('unsent.phone') : words.title}</b> {!here && words.state}
      </span>
      {phonesOf(called)
        .slice(0, 2)
        .map((line) => (
          <DutyPhone key={line.phone} line={line} />
        ))}
      {!here && <Link to={path}>{t('unsent.open')}</Link>}
    </li>
  );
};

/** Over every page while a call is on this device only: nobody has been rung for it. */
export const UnsentBanner = () => {
  const { t } = useTranslation('emergency');
  const cases = useUnsentCases();
  // Read while there is a link, so that numbers and clocks are there when there is none.
  const centers = useCenters();
  useRules();
  return (
    <div role="status">
      {cases.length > 0 && (
        <ul className="unsent" data-c="stat" aria-label={t('unsent.banner')}>
          {cases.map((activation) => (
            <Line key={activation.id} activation={activation} centers={centers} />
          ))}
        </ul>
      )}
    </div>
  );
};
