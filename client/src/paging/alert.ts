import { useEffect } from 'react';
import type { Urgency } from '../../../contract/consults.ts';
import { useRing } from './sound.ts';

/** STAT every 2 s, URGENT once a minute; ROUTINE is a badge without a sound. */
const periods: Readonly<Record<Urgency, number | null>> = { stat: 2, urgent: 60, routine: null };

const PATTERN_MS = [400, 200, 400];
const BLINK_MS = 1_000;

/** Like sound, allowed only after a press; asking earlier fills the console. */
const vibrate = (): void => {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(PATTERN_MS);
};

const useVibration = (periodS: number | null): void => {
  useEffect(() => {
    if (periodS === null) return;
    vibrate();
    const timer = setInterval(vibrate, periodS * 1000);
    return () => clearInterval(timer);
  }, [periodS]);
};

/** Sound and vibration for the hottest ring; null for silence. */
export const useAlarm = (urgency: Urgency | null): void => {
  const period = urgency ? periods[urgency] : null;
  useRing(period);
  useVibration(period);
};

/** In a call another sound would cover a voice: a STAT vibrates once, the rest is silent. */
export const useNudge = (pageId: string | null): void => {
  useEffect(() => {
    if (pageId) vibrate();
  }, [pageId]);
};

const ALERT_ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='16' cy='16' r='15' fill='%23C4162A'/%3E%3Cpath d='M17 5 8 18h6l-1 9 10-14h-7z' fill='%23fff'/%3E%3C/svg%3E";

/** Title and icon of the tab blink with `text`, for a reader who looks at another window. */
export const useBlink = (text: string | null): void => {
  useEffect(() => {
    if (!text) return;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    const before = { title: document.title, href: icon?.href };
    let lit = false;
    const show = (on: boolean) => {
      document.title = on ? text : before.title;
      if (icon && before.href) icon.href = on ? ALERT_ICON : before.href;
    };
    const timer = setInterval(() => {
      lit = !lit;
      show(lit);
    }, BLINK_MS);
    return () => {
      clearInterval(timer);
      show(false);
    };
  }, [text]);
};
