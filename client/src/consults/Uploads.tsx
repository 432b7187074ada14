import { RefreshCw, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Sending } from '../ui/Sending.tsx';
import { abandon, resume, tryAgain, type Upload, useUploads } from './uploads.ts';

const Row = ({ consultId, upload }: { consultId: string; upload: Upload }) => {
  const { t } = useTranslation('consults');
  const { id, caption, state, sent } = upload;
  const words = state === 'sending' ? t('upload.sending', { percent: Math.round(sent * 100) }) : t(`upload.${state}`);
  return (
    <Sending name={caption || t('photos.one')} words={words} sent={sent} label={t('upload.title')}>
      {state === 'refused' && (
        <>
          <Button size="small" icon={RefreshCw} onClick={() => tryAgain(consultId, id)}>
            {t('common:retry')}
          </Button>
          <Button size="small" look="text" icon={Trash2} onClick={() => void abandon(consultId, id)}>
            {t('photos.remove')}
          </Button>
        </>
      )}
    </Sending>
  );
};

/** Pictures on their way; gone when all have arrived. */
export const Uploads = ({ consultId }: { consultId: string }) => {
  const { t } = useTranslation('consults');
  const uploads = useUploads(consultId);
  useEffect(() => void resume(consultId), [consultId]);
  if (uploads.length === 0) return null;
  return (
    <Card title={t('upload.title')} note={t('upload.note')}>
      <ul>
        {uploads.map((upload) => (
          <Row key={upload.id} consultId={consultId} upload={upload} />
        ))}
      </ul>
    </Card>
  );
};
