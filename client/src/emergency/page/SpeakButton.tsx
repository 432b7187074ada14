import { Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/Button.tsx';
import { callBetween, spokenOf } from './spoken.ts';
import type { Target } from './targets.ts';
import { useVoice } from './useVoice.ts';
import { useNodeWord } from './words.ts';

const KEPT = 'shanhai.spoken';

interface Seen {
  code: string;
  leftMs: number;
}

/** 语音报时: what is next is called out at ten, five, two, one minute and when it runs out; without names, and only if wanted. */
export const SpeakButton = ({ target: next, now }: { target: Target; now: number }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const node = useNodeWord();
  const say = useVoice();
  const [wanted, want] = useState(() => localStorage.getItem(KEPT) === 'on');
  const seen = useRef<Seen | null>(null);
  const target = spokenOf(next);
  const leftMs = target ? target.dueAt.getTime() - now : 0;
  const words = target && { metric: t(`emergency:metric.${target.code}`), node: node(target.awaits) };
  useEffect(() => {
    const before = seen.current;
    seen.current = target && { code: target.code, leftMs };
    if (!wanted || !say || !words || before?.code !== target.code) return;
    const minutes = callBetween(before.leftMs, leftMs);
    if (minutes !== null) say(t(minutes === 0 ? 'spoken.over' : 'spoken.left', { ...words, minutes }));
  });
  if (!say) return null;
  const press = () => {
    localStorage.setItem(KEPT, wanted ? 'off' : 'on');
    want(!wanted);
    if (!wanted) say(t('spoken.on'));
  };
  return (
    <span className="ec-speak">
      <IconButton icon={wanted ? Volume2 : VolumeX} label={t('spoken.label')} aria-pressed={wanted} onClick={press} />
    </span>
  );
};
