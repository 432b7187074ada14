import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../../contract/attachments.ts';
import { usePicture } from '../lib/files.ts';
import { dateTime, fileSize } from '../lib/format.ts';
import { Select } from '../ui/Field.tsx';
import { FullView } from '../ui/FullView.tsx';
import { useScale } from '../ui/Zoom.tsx';
import { earlierOf, inOrder } from './earlier.ts';
import './Compare.css';

const nameOf = ({ caption, name }: AttachmentView): string => caption || name;

interface PaneProps {
  file: AttachmentView;
  word: string;
  scale: number;
  own: RefObject<HTMLDivElement | null>;
  /** Moves with it. */
  other: RefObject<HTMLDivElement | null>;
}

const Pane = ({ file, word, scale, own, other }: PaneProps) => {
  const { t } = useTranslation('attachments');
  const { url, failed } = usePicture(`/api/attachments/${file.id}`, file.bytes);
  const follow = () => own.current && other.current?.scrollTo(own.current.scrollLeft, own.current.scrollTop);
  return (
    <figure className="compare-pane">
      <figcaption>
        <b>{word}</b> <span className="clip">{nameOf(file)}</span> <time className="mute num">{dateTime(file.addedAt)}</time>
      </figcaption>
      <div ref={own} className="compare-ground" onScroll={follow}>
        {url ? (
          <img src={url} alt={nameOf(file)} style={{ width: `${scale * 100}%` }} />
        ) : (
          <p role="status">{failed ? t('notFetched') : t('fetching', { size: fileSize(file.bytes) })}</p>
        )}
      </div>
    </figure>
  );
};

interface Props {
  file: AttachmentView;
  others: readonly AttachmentView[];
  onClose: () => void;
}

/** Two pictures side by side, such as an ECG and the one before it: the earlier first, enlarged and moved together. */
export const Compare = ({ file, others, onClose }: Props) => {
  const { t } = useTranslation('attachments');
  const { scale, onKeyDown, buttons } = useScale();
  const [chosen, choose] = useState(earlierOf(file, others));
  const [one, other] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const [first, second] = inOrder(file, chosen);
  const pick = others.length > 1 && (
    <Select
      aria-label={t('compare.with')}
      value={chosen.id}
      onChange={(event) => choose(others.find(({ id }) => id === event.target.value)!)}
    >
      {others.map((each) => (
        <option key={each.id} value={each.id}>
          {nameOf(each)} {dateTime(each.addedAt)}
        </option>
      ))}
    </Select>
  );
  return (
    <FullView
      title={t('compare.open')}
      at={file.addedAt}
      onClose={onClose}
      onKeyDown={onKeyDown}
      acts={
        <>
          {pick || null}
          {buttons}
        </>
      }
    >
      <div className="compare">
        <Pane file={first} word={t('compare.earlier')} scale={scale} own={one} other={other} />
        <Pane file={second} word={t('compare.later')} scale={scale} own={other} other={one} />
      </div>
    </FullView>
  );
};
