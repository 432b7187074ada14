import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './Field.css';

interface Props {
  label: ReactNode;
  /** Why it is asked for, or its unit and form; always visible. */
  hint?: ReactNode;
  /** What is wrong and what to write instead. */
  error?: ReactNode;
  required?: boolean;
  /** At the end of the label row: a link. */
  aside?: ReactNode;
  /** Gets the ids that tie label, hint and error to the control. */
  children: (tied: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode;
}

/** What is wrong and what to do instead, where it stands; also for a group that is no `Field`. */
export const FieldError = ({ id, children }: { id?: string; children: ReactNode }) => (
  <small id={id} className="field-error" role="alert">
    <CircleAlert aria-hidden size={14} /> {children}
  </small>
);

/** A labelled control with its hint and its error. */
export const Field = ({ label, hint, error, required = false, aside, children }: Props) => {
  const { t } = useTranslation('common');
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <div className="field-top">
        <label htmlFor={id}>
          {label}
          {required && <em title={t('field.required')}>*</em>}
        </label>
        {aside && <span className="end">{aside}</span>}
      </div>
      {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': Boolean(error) })}
      {hint && (
        <small id={`${id}-hint`} className="mute">
          {hint}
        </small>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
};

export const TextInput = (props: ComponentProps<'input'>) => <input {...props} className={`in ${props.className ?? ''}`} />;
export const TextArea = (props: ComponentProps<'textarea'>) => (
  <textarea rows={3} {...props} className={`in ${props.className ?? ''}`} />
);
export const Select = (props: ComponentProps<'select'>) => (
  <select {...props} className={`in in-select ${props.className ?? ''}`} />
);

/** Box or dot with its words beside it; the whole row is the target. */
export const Choice = ({ children, ...rest }: ComponentProps<'input'> & { type: 'checkbox' | 'radio' }) => (
  <label className="choice">
    <input {...rest} />
    <span>{children}</span>
  </label>
);
