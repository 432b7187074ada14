import { Columns2, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../contract/attachments.ts';
import { usePicture } from '../lib/files.ts';
import { fileSize } from '../lib/format.ts';
import { IconButton } from '../ui/Button.tsx';
import { FullView } from '../ui/FullView.tsx';
import { Zoom } from '../ui/Zoom.tsx';
import { Compare } from './Compare.tsx';
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

interface Props {
  file: AttachmentView;
  /** Pictures of the same case, which it can be held against. */
  others: readonly AttachmentView[];
  onClose: () => void;
}

/** One file over the page, fetched with the reader's own right. */
export const Opened = ({ file, others, onClose }: Props) => {
  const { t } = useTranslation('attachments');
  const [comparing, setComparing] = useState(false);
  const { url, failed } = usePicture(`/api/attachments/${file.id}`, file.bytes);
  const frame = {
    title: file.caption || file.name,
    at: file.addedAt,
    onClose,
    acts: url && <SaveIcon url={url} name={file.name} />,
  };
  const waiting = failed ? t('notFetched') : t('fetching', { size: fileSize(file.bytes) });
  if (comparing) return <Compare file={file} others={others} onClose={() => setComparing(false)} />;
  if (KINDS[file.mime].shown === 'picture' && url) {
    const compare = <IconButton icon={Columns2} label={t('compare.open')} onClick={() => setComparing(true)} />;
    return (
      <Zoom
        url={url}
        {...frame}
        acts={
          <>
            {others.length > 0 && compare}
            {frame.acts}
          </>
        }
      />
    );
  }
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
