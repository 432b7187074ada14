import type { Camera } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import type { Unsent } from './kept.ts';
import { ACCEPTED } from './kinds.ts';

/** A chosen file, before anything of it is sent. */
export const unsent = (file: File): Unsent => ({
  id: crypto.randomUUID(),
  file,
  name: file.name.slice(-200),
  kind: 'other',
  caption: '',
  uploadId: null,
  arrived: false,
});

interface PickProps {
  icon: typeof Camera;
  words: string;
  onFiles: (files: readonly File[]) => void;
  /** The camera itself, by this name in tests; absent, the file dialog. */
  camera?: string;
}

/** A button that takes files, from the camera or from the device. */
export const Pick = ({ icon, words, onFiles, camera }: PickProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        {...(camera ? { accept: 'image/*', capture: 'environment' as const } : { accept: ACCEPTED, multiple: true })}
        data-testid={camera ?? 'attachments'}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button icon={icon} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  );
};
