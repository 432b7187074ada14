import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from './Button.tsx';
import { initial } from './Owner.tsx';
import { State } from './State.tsx';
import './Owner.css';

/** Somebody else got here first: who, how much earlier, and that there is nothing left to do. */
export const Conflict = ({
  name,
  title,
  children,
  action,
  onLeave,
}: {
  name: string;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Closes the sheet that it stands in. */
  onLeave?: () => void;
}) => {
  const { t } = useTranslation('common');
  const face = (
    <span className="owner-large">
      <i aria-hidden className="disc">
        {initial(name)}
      </i>
    </span>
  );
  return (
    <State
      c="hai"
      picture={face}
      title={title}
      actions={
        <>
          {action}
          <ButtonLink look="text" to="/" onClick={onLeave}>
            {t('goHome')}
          </ButtonLink>
        </>
      }
    >
      {children}
    </State>
  );
};
