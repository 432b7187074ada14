import { Camera, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { compressed } from '../photo.ts';
import type { Waiting } from '../uploads.ts';

interface Props {
  photos: readonly Waiting[];
  onChange: (photos: readonly Waiting[]) => void;
}

const Row = ({ photo, onCaption, onRemove }: { photo: Waiting; onCaption: (caption: string) => void; onRemove: () => void }) => {
  const { t } = useTranslation('consults');
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.blob]);
  return (
    <li className="photo-row">
      {url && <img src={url} alt={photo.caption || t('photos.one')} />}
      <span>
        <TextInput
          value={photo.caption}
          maxLength={60}
          aria-label={t('photos.caption')}
          placeholder={t('photos.captionHint')}
          onChange={(event) => onCaption(event.target.value)}
        />
        <small className="mute num">{t('photos.size', { kb: Math.ceil(photo.blob.size / 1000) })}</small>
      </span>
      <IconButton icon={Trash2} label={t('photos.remove')} onClick={onRemove} />
    </li>
  );
};

/** Pictures of the ECG, the film, the wound: made small here, sent after the request itself. */
export const PhotoFields = ({ photos, onChange }: Props) => {
  const { t } = useTranslation('consults');
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const add = async (files: readonly File[]) => {
    setBusy(true);
    const made = await Promise.allSettled(files.map(compressed));
    const good = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    setFailed(good.length < made.length);
    onChange([...photos, ...good.map((blob) => ({ id: crypto.randomUUID(), blob, caption: '' }))]);
    setBusy(false);
  };
  const replace = (id: string, caption: string) => onChange(photos.map((one) => (one.id === id ? { ...one, caption } : one)));
  return (
    <div className="stack photo-fields">
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        data-testid="photos"
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <div className="row">
        <Button icon={Camera} busy={busy} onClick={() => input.current?.click()}>
          {t('photos.add')}
        </Button>
        <small className="mute">{t('photos.note')}</small>
      </div>
      {failed && (
        <Note c="unmet" live>
          {t('photos.unreadable')}
        </Note>
      )}
      {photos.length > 0 && (
        <ul>
          {photos.map((photo) => (
            <Row
              key={photo.id}
              photo={photo}
              onCaption={(caption) => replace(photo.id, caption)}
              onRemove={() => onChange(photos.filter(({ id }) => id !== photo.id))}
            />
          ))}
        </ul>
      )}
    </div>
  );
};
