import { Pause, Play, RefreshCw, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentSubject } from '../../../contract/attachments.ts';
import { fileSize } from '../lib/format.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Sending } from '../ui/Sending.tsx';
import { cancel, goOn, pause, resume, type Upload, useUploads } from './uploads.ts';

const useWords = () => {
  const { t } = useTranslation('attachments');
  const refusal = useRefusalText();
  return ({ state, sent, problem, file }: Upload): string => {
    if (state === 'refused') return refusal(problem);
    return t(`queue.${state}`, { percent: Math.floor(sent * 100), size: fileSize(file.size) });
  };
};

const Row = ({ subject, upload }: { subject: AttachmentSubject; upload: Upload }) => {
  const { t } = useTranslation(['attachments', 'common']);
  const words = useWords();
  const { id, name, caption, state, sent } = upload;
  return (
    <Sending name={caption || name} words={words(upload)} sent={sent} label={t('queue.label', { name })}>
      {(state === 'sending' || state === 'waiting' || state === 'broken') && (
        <Button size="small" icon={Pause} onClick={() => pause(subject, id)}>
          {t('queue.pause')}
        </Button>
      )}
      {state === 'paused' && (
        <Button size="small" icon={Play} onClick={() => goOn(subject, id)}>
          {t('queue.goOn')}
        </Button>
      )}
      {state === 'refused' && (
        <Button size="small" icon={RefreshCw} onClick={() => goOn(subject, id)}>
          {t('common:retry')}
        </Button>
      )}
      {state !== 'checking' && (
        <Button size="small" look="text" icon={Trash2} onClick={() => void cancel(subject, upload)}>
          {t('common:cancel')}
        </Button>
      )}
    </Sending>
  );
};

/** Files on their way; each goes when it has arrived. */
export const Queue = ({ subject }: { subject: AttachmentSubject }) => {
  const uploads = useUploads(subject);
  const { kind, id } = subject;
  useEffect(() => void resume({ kind, id }), [kind, id]);
  if (uploads.length === 0) return null;
  return (
    <ul className="file-queue" aria-live="polite">
      {uploads.map((upload) => (
        <Row key={upload.id} subject={subject} upload={upload} />
      ))}
    </ul>
  );
};
