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
  if (error instanceof Refused) return <Failed error={error} retry={again} />;
  const words = isStale(error) ? 'stale' : 'broken';
  const reload = (
    <Button look="primary" icon={RefreshCw} onClick={() => window.location.reload()}>
      {t('reload')}
    </Button>
  );
  return (
    <State
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

/** Keeps the rest of the app when one part throws; `at` (the address) clears it when the reader goes elsewhere. */
export class Boundary extends Component<{ at?: string; children: ReactNode }, { error: unknown; at: string | undefined }> {
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
    return <Broken error={error} again={() => this.setState({ error: null })} />;
  }
}
