import { Camera, FilePlus2, Trash2, Upload as UploadIcon } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentSubject } from '../../../contract/attachments.ts';
import { fileSize } from '../lib/format.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import { Toggle } from '../ui/form/Toggle.tsx';
import { usePhone } from '../ui/usePhone.ts';
import type { Unsent } from './kept.ts';
import { Pick, unsent } from './Pick.tsx';
import { upload } from './uploads.ts';

interface ChosenProps {
  chosen: Unsent;
  /** Of a rescue: an ECG is told apart, since its arrival is one of the times. */
  ofRescue: boolean;
  onEcg: (ecg: boolean) => void;
  onCaption: (caption: string) => void;
  onRemove: () => void;
}

const Chosen = ({ chosen: { name, kind, caption, file }, ofRescue, onEcg, onCaption, onRemove }: ChosenProps) => {
  const { t } = useTranslation('attachments');
  return (
    <li className="file-chosen">
      <span className="clip">
        {name} <span className="mute num">{fileSize(file.size)}</span>
      </span>
      <TextInput
        value={caption}
        maxLength={100}
        aria-label={t('add.caption', { name })}
        placeholder={t('add.captionHint')}
        onChange={({ target }) => onCaption(target.value)}
      />
      <span className="row">
        {ofRescue && (
          <Toggle type="checkbox" checked={kind === 'ecg'} onChange={({ target }) => onEcg(target.checked)}>
            {t('ecg')}
          </Toggle>
        )}
        <IconButton icon={Trash2} label={t('add.remove', { name })} onClick={onRemove} />
      </span>
    </li>
  );
};

/** Choose, say what it is, send: in that order, since whoever reads it sees the caption first. */
export const Add = ({ subject }: { subject: AttachmentSubject }) => {
  const { t } = useTranslation('attachments');
  const phone = usePhone();
  const [chosen, setChosen] = useState<readonly Unsent[]>([]);
  const [over, setOver] = useState(false);
  const take = (files: readonly File[]) => setChosen((before) => [...before, ...files.map(unsent)]);
  const write = (id: string, part: Partial<Unsent>) =>
    setChosen((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const send = () => {
    void upload(subject, chosen);
    setChosen([]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first
    <div className="file-add" data-over={over} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      {chosen.length > 0 && (
        <ul>
          {chosen.map((one) => (
            <Chosen
              key={one.id}
              chosen={one}
              ofRescue={subject.kind === 'emergency'}
              onEcg={(ecg) => write(one.id, { kind: ecg ? 'ecg' : 'other' })}
              onCaption={(caption) => write(one.id, { caption })}
              onRemove={() => setChosen(chosen.filter(({ id }) => id !== one.id))}
            />
          ))}
        </ul>
      )}
      <div className="row">
        <Pick icon={FilePlus2} words={t('add.choose')} onFiles={take} />
        {phone && <Pick icon={Camera} words={t('add.camera')} onFiles={take} camera="attachments-camera" />}
        {chosen.length > 0 && (
          <Button icon={UploadIcon} onClick={send}>
            {t('add.send', { count: chosen.length })}
          </Button>
        )}
        <small className="mute">{t(phone ? 'add.note' : 'add.noteDesk')}</small>
      </div>
    </div>
  );
};
