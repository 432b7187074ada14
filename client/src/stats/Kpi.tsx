import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Missing } from '../ui/Missing.tsx';
import './Kpis.css';

interface Props {
  title: string;
  value: ReactNode;
  unit?: string | undefined;
  /** The list behind the value; none where there is nothing of ours to list. */
  to: string | null;
  spark?: ReactNode;
  /** Too few to judge. */
  few?: boolean;
  children: ReactNode;
}

/** A head figure; pressed it opens its cases. */
export const Kpi = ({ title, value, unit, to, spark, few = false, children }: Props) => {
  const { t } = useTranslation('stats');
  return (
    <section className={few ? 'card kpi kpi-few' : 'card kpi'}>
      <h2>
        {to ? (
          <Link to={to} title={t('openCases')}>
            {title}
          </Link>
        ) : (
          <span className="soft">{title}</span>
        )}
      </h2>
      <output>
        {value ?? <Missing />}
        {value !== null && unit && <small>{unit}</small>}
      </output>
      {spark}
      <p>{children}</p>
    </section>
  );
};
