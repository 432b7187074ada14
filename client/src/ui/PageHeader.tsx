import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './PageHeader.css';

/** The page's one h1, what it counts, and its actions. `back` is the address one level up. */
export const PageHeader = ({
  title,
  note,
  back,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  back?: string;
  children?: ReactNode;
}) => {
  const { t } = useTranslation('common');
  return (
    <header className="page-head">
      {back && (
        <Link to={back} className="page-back" aria-label={t('back')}>
          <ArrowLeft aria-hidden size={20} />
        </Link>
      )}
      <h1 tabIndex={-1}>{title}</h1>
      {note && <span className="mute">{note}</span>}
      {children && <div className="page-acts">{children}</div>}
    </header>
  );
};
