import { type ComponentType, Suspense, useState } from 'react';
import type { CaseProps, OpenSheet } from './caseProps.ts';
import type { Rescue } from './rescue.ts';
import { Sheets } from './Sheets.tsx';
import { useStamping } from './useStamping.ts';

interface Props {
  rescue: Rescue;
  since: number;
  View: ComponentType<CaseProps>;
}

/** Holds what is open over a case, above whichever layout shows it: a turned tablet loses nothing. */
export const CaseFrame = ({ rescue, since, View }: Props) => {
  const [sheet, open] = useState<OpenSheet | null>(null);
  const { node, resting, last, pick, record, undo } = useStamping(rescue);
  const close = () => open(null);
  const onRecord = (made: Parameters<typeof record>[0]) => {
    record(made);
    close();
  };
  const onPick = (other: Parameters<typeof pick>[0]) => {
    pick(other);
    close();
  };
  return (
    <>
      <View {...{ rescue, since, node, resting, last, onRecord, open }} onUndo={undo} />
      <Suspense fallback={null}>
        {sheet && <Sheets rescue={rescue} sheet={sheet} onPick={onPick} onRecord={onRecord} onClose={close} />}
      </Suspense>
    </>
  );
};
