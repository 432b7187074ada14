import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/Field.tsx';
import { consults } from './api.ts';
import type { Verb } from './useVerb.ts';
import './AdvicePanel.css';

/** As high as its text; the stylesheet says where it begins to scroll instead. */
const useGrowth = (text: string) => {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew after each change of the text
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, [text]);
  return area;
};

/** Enter that chooses a Chinese word does not send. */
const sends = ({ key, shiftKey, nativeEvent }: KeyboardEvent) => key === 'Enter' && !shiftKey && !nativeEvent.isComposing;

/** The county doctor writes down what was said, for the specialist to confirm. */
export const AdviceForm = ({ consult, verb }: { consult: Consult; verb: Verb }) => {
  const { t } = useTranslation('consults');
  const [text, setText] = useState('');
  const area = useGrowth(text);
  const send = () =>
    text.trim() && verb.run({ work: () => consults.advise({ id: consult.id, text: text.trim() }), after: () => setText('') });
  return (
    <form
      className="advice-write"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        ref={area}
        rows={2}
        value={text}
        maxLength={300}
        enterKeyHint="send"
        aria-label={t('advice.write')}
        placeholder={t('advice.placeholder')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (!sends(event)) return;
          event.preventDefault();
          if (!verb.busy) send();
        }}
      />
      <Button type="submit" busy={verb.busy} disabled={text.trim() === ''}>
        {t('advice.send')}
      </Button>
    </form>
  );
};
