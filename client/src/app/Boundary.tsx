import { RefreshCw, TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../lib/refused.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { State } from '../ui/State.tsx';

/** A page of an older build asks for a file that the newer build no longer has. */
const isStale = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);

const Broken = ({ error, again }: { error: unknown; again: () => void }) => {
  const { t } = useTranslation('common');
  if (error instanceof Refused) return <Failed page error={error} retry={again} />;
  const words = isStale(error) ? 'stale' : 'broken';
  const reload = (
    <Button look="primary" icon={RefreshCw} onClick={() => window.location.reload()}>
      {t('reload')}
    </Button>
  );
  return (
    <State
      page
      c="unmet"
      icon={TriangleAlert}
      title={t(`${words}.title`)}
      actions={reload}
      small={error instanceof Error ? error.name : null}
    >
      {t(`${words}.text`)}
    </State>
  );
};

interface Props {
  /** The address: going elsewhere clears the failure. */
  at?: string;
  /** Shown when the part has failed; otherwise the page says so itself. */
  instead?: ReactNode;
  children: ReactNode;
}

/** Keeps the rest of the app when one part throws. */
export class Boundary extends Component<Props, { error: unknown; at: string | undefined }> {
  override state = { error: null as unknown, at: this.props.at };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(props: { at?: string }, state: { at: string | undefined }) {
    return props.at === state.at ? null : { error: null, at: props.at };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (this.props.instead !== undefined) return this.props.instead;
    return <Broken error={error} again={() => this.setState({ error: null })} />;
  }
}
