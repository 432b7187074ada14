import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../contract/attachments.ts';
import { usePicture } from '../lib/files.ts';
import { fileSize } from '../lib/format.ts';
import { FullView } from '../ui/FullView.tsx';
import { Zoom } from '../ui/Zoom.tsx';
import { KINDS } from './kinds.ts';

interface Saved {
  url: string;
  name: string;
}

const Save = ({ url, name }: Saved) => {
  const { t } = useTranslation('attachments');
  return (
    <a className="btn btn-plain" href={url} download={name}>
      <Download aria-hidden className="btn-icon" />
      <span className="btn-word">{t('save')}</span>
    </a>
  );
};

/** Beside the other buttons over a picture, which have no words either. */
const SaveIcon = ({ url, name }: Saved) => {
  const { t } = useTranslation('attachments');
  return (
    <a className="btn btn-plain btn-square" href={url} download={name} aria-label={t('save')} title={t('save')}>
      <Download aria-hidden className="btn-icon" />
    </a>
  );
};

/** What the browser can show is shown here; everything can be saved. Phones, and some desks, have no viewer for PDF. */
const Inside = ({ url, file }: { url: string; file: AttachmentView }) => {
  const { t } = useTranslation('attachments');
  const { shown } = KINDS[file.mime];
  if (shown === 'pdf' && navigator.pdfViewerEnabled) return <iframe className="opened" src={url} title={file.name} />;
  // biome-ignore lint/a11y/useMediaCaption: a recording of an examination has no captions
  if (shown === 'video') return <video className="opened" src={url} controls />;
  return (
    <p className="opened-note">
      {t(shown === 'pdf' ? 'noViewer' : 'notShown')} <Save url={url} name={file.name} />
    </p>
  );
};

/** One file over the page, fetched with the reader's own right. */
export const Opened = ({ file, onClose }: { file: AttachmentView; onClose: () => void }) => {
  const { t } = useTranslation('attachments');
  const { url, failed } = usePicture(`/api/attachments/${file.id}`, file.bytes);
  const frame = {
    title: file.caption || file.name,
    at: file.addedAt,
    onClose,
    acts: url && <SaveIcon url={url} name={file.name} />,
  };
  const waiting = failed ? t('notFetched') : t('fetching', { size: fileSize(file.bytes) });
  if (KINDS[file.mime].shown === 'picture' && url) return <Zoom url={url} {...frame} />;
  return (
    <FullView {...frame}>
      {url ? (
        <Inside url={url} file={file} />
      ) : (
        <p className="opened-note" role="status">
          {waiting}
        </p>
      )}
    </FullView>
  );
};
