import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentSubject, AttachmentView } from '../../../contract/attachments.ts';
import { Card } from '../ui/Card.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Add } from './Add.tsx';
import { FileLine } from './FileLine.tsx';
import { KINDS } from './kinds.ts';
import { Opened } from './Opened.tsx';
import { Queue } from './Queue.tsx';
import { useUploads } from './uploads.ts';
import { useAttachments } from './useAttachments.ts';
import './Attachments.css';

const picturesBut = (items: readonly AttachmentView[], file: AttachmentView): AttachmentView[] =>
  items.filter(({ id, mime }) => id !== file.id && KINDS[mime].shown === 'picture');

/** Documents and large files of a case; the server says who may add. Absent where there are none and none can come. */
export const Attachments = ({ subject }: { subject: AttachmentSubject }) => {
  const { t } = useTranslation('attachments');
  const { data, error, isError, refetch } = useAttachments(subject);
  const uploads = useUploads(subject);
  const [open, setOpen] = useState<AttachmentView | null>(null);
  const { items, mayAdd } = data ?? { items: [], mayAdd: false };
  if (!isError && !mayAdd && items.length === 0 && uploads.length === 0) return null;
  return (
    <Card title={t('title')} note={items.length > 0 && t('count', { count: items.length })}>
      {isError && !data && <Failed error={error} title={t('failed')} retry={() => void refetch()} />}
      <ul className="files">
        {items.map((file) => (
          <FileLine key={file.id} file={file} onOpen={() => setOpen(file)} />
        ))}
      </ul>
      <Queue subject={subject} />
      {mayAdd && <Add subject={subject} />}
      {open && <Opened file={open} others={picturesBut(items, open)} onClose={() => setOpen(null)} />}
    </Card>
  );
};
