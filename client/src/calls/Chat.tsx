import { Send } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { time } from '../lib/format.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { useMe } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import { Problem } from '../ui/Problem.tsx';
import { useCall } from './useCall.ts';
import './Chat.css';

const Lines = () => {
  const { t } = useTranslation('calls');
  const me = useMe();
  const { chat } = useCall().state;
  const end = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest line is shown as it comes
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a clean-up.
    end.current?.scrollIntoView({ block: 'end' });
  }, [chat.length]);
  if (chat.length === 0) return <p className="mute">{t('chat.none')}</p>;
  return (
    <ol className="chat-lines" aria-live="polite">
      {chat.map(({ id, person, text, at }) => (
        <li key={id} className="chat-line" data-mine={person.id === me.id}>
          <small className="mute num">
            {person.name} {time(at)}
          </small>
          <p>{text}</p>
        </li>
      ))}
      <li ref={end} aria-hidden />
    </ol>
  );
};

const Write = () => {
  const { t } = useTranslation('calls');
  const { call } = useCall();
  const words = useRefusalText();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setBusy(true);
    await call.say(text.trim()).then(
      () => {
        setText('');
        setProblem(null);
      },
      (error) => setProblem(words(error)),
    );
    setBusy(false);
  };
  return (
    <form className="chat-write" onSubmit={(event) => void send(event)}>
      <Problem>{problem}</Problem>
      <TextInput
        value={text}
        maxLength={1000}
        aria-label={t('chat.write')}
        placeholder={t('chat.placeholder')}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" icon={Send} busy={busy} disabled={text.trim() === ''}>
        {t('chat.send')}
      </Button>
    </form>
  );
};

/** What was written in this room; kept with the case. */
export const Chat = () => (
  <div className="chat">
    <Lines />
    <Write />
  </div>
);
