import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../contract/attachments.ts';
import { serverNow } from '../lib/clock.ts';
import { usePicture } from '../lib/files.ts';
import { dateTime, fileSize } from '../lib/format.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { attachments } from './api.ts';
import { KINDS } from './kinds.ts';

/** A larger picture is fetched when it is asked for: a thumbnail of it would cost a county line as much as itself. */
const THUMB_BYTES = 600_000;

const Thumb = ({ file }: { file: AttachmentView }) => {
  const { url } = usePicture(`/api/attachments/${file.id}`, file.bytes);
  const Icon = KINDS[file.mime].icon;
  return url ? <img className="file-thumb" src={url} alt="" /> : <Icon aria-hidden size={24} />;
};

const Face = ({ file }: { file: AttachmentView }) => {
  const { icon: Icon, shown } = KINDS[file.mime];
  if (shown === 'picture' && file.bytes <= THUMB_BYTES) return <Thumb file={file} />;
  return <Icon aria-hidden size={24} />;
};

const Withdraw = ({ file }: { file: AttachmentView }) => {
  const { t } = useTranslation('attachments');
  const refusal = useRefusalText();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    await attachments.withdraw({ id: file.id }).then(
      () => sayDone(t('withdrawn')),
      (error: unknown) => sayFailed(refusal(error)),
    );
    setBusy(false);
  };
  return (
    <Button size="small" look="text" icon={Undo2} busy={busy} onClick={() => void withdraw()}>
      {t('withdraw')}
    </Button>
  );
};

/** One file: what, how large, from whom and when; a press opens it. */
export const FileLine = ({ file, onOpen }: { file: AttachmentView; onOpen: () => void }) => {
  const { t } = useTranslation('attachments');
  const { name, kind, caption, mime, bytes, addedBy, addedAt, withdrawableUntil } = file;
  const about = [
    kind === 'ecg' && t('ecg'),
    caption && name,
    t(`kind.${KINDS[mime].shown}`, { size: fileSize(bytes) }),
    addedBy.name,
    dateTime(addedAt),
  ];
  return (
    <li className="file">
      <button type="button" className="file-open" onClick={onOpen}>
        <span className="file-face">
          <Face file={file} />
        </span>
        <span className="file-words">
          <b className="clip">{caption || name}</b>
          <small className="soft">{about.filter(Boolean).join('·')}</small>
        </span>
      </button>
      {withdrawableUntil && Date.parse(withdrawableUntil) > serverNow() && <Withdraw file={file} />}
    </li>
  );
};
