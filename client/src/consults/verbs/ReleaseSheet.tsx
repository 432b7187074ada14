import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Verb } from '../useVerb.ts';

/** Handing back an accepted case rings the others again. */
export const ReleaseSheet = ({ verb, onSend, onClose }: { verb: Verb; onSend: () => void; onClose: () => void }) => {
  const { t } = useTranslation('consults');
  const actions = (
    <>
      <Button onClick={onClose}>{t('release.keep')}</Button>
      <Button look="primary" busy={verb.busy} onClick={onSend}>
        {t('release.confirm')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('release.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        <p>{t('release.text')}</p>
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
