import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherSeat } from './engine/types.ts';
import { useCall } from './useCall.ts';

const missing = (from: readonly OtherSeat[], to: readonly OtherSeat[]) =>
  from.filter(({ seat }) => !to.some((other) => other.seat === seat)).map(({ person }) => person.name);

/** Tells a screen reader who has come and who has gone. */
export const Announcer = () => {
  const { t } = useTranslation('calls');
  const { others } = useCall().state;
  const before = useRef(others);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const came = missing(others, before.current).map((name) => t('said.came', { name }));
    const gone = missing(before.current, others).map((name) => t('said.gone', { name }));
    before.current = others;
    if (came.length + gone.length > 0) setSaid([...came, ...gone].join(' '));
  }, [others, t]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
};
