import { useCallback, useEffect, useState } from 'react';
import { language } from '../../lib/i18n.ts';

/** A voice of this device in the page's language; those that ask a server outside are left alone. */
const ownVoice = (): SpeechSynthesisVoice | null => {
  const tongue = language() === 'en' ? 'en' : 'zh';
  return speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith(tongue)) ?? null;
};

/** Says a sentence aloud; null where this device has no voice of its own. A new sentence cuts the old one short. */
export const useVoice = (): ((text: string) => void) | null => {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setVoice(ownVoice());
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  const say = useCallback(
    (text: string) => {
      if (!voice) return;
      const sentence = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
      speechSynthesis.cancel();
      speechSynthesis.speak(sentence);
    },
    [voice],
  );
  return voice ? say : null;
};
