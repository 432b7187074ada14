import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConsultRow } from '../../../contract/consults.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { consults } from './api.ts';

type Next = 'accept' | 'supplement' | 'enter' | 'write' | 'acknowledge' | 'close' | 'nudge' | 'look';

/** The one verb of a row: what the reader would do next. */
export const nextOf = ({ can, status, mine }: Pick<ConsultRow, 'can' | 'status' | 'mine'>): Next => {
  if (can.includes('accept')) return 'accept';
  if (can.includes('resend')) return 'supplement';
  if (can.includes('sign')) return 'write';
  if (can.includes('acknowledge')) return 'acknowledge';
  if (can.includes('close')) return 'close';
  if (status === 'accepted' && mine) return 'enter';
  return status === 'requested' && can.includes('cancel') ? 'nudge' : 'look';
};

const Nudge = ({ id }: { id: string }) => {
  const { t } = useTranslation('consults');
  const text = useRefusalText();
  const { mutate, isPending } = useMutation({
    mutationFn: () => consults.nudge({ id }),
    onSuccess: () => sayDone(t('nudge.done')),
    onError: (error) => sayFailed(text(error)),
  });
  return (
    <Button size="small" busy={isPending} onClick={() => mutate()}>
      {t('next.nudge')}
    </Button>
  );
};

export const RowVerb = ({ row, hot = false }: { row: ConsultRow; hot?: boolean }) => {
  const { t } = useTranslation('consults');
  const next = nextOf(row);
  if (next === 'nudge') return <Nudge id={row.id} />;
  const to = next === 'enter' ? `/room/consult/${row.id}` : `/consults/${row.id}`;
  return (
    <ButtonLink size="small" look={hot && row.mine ? 'danger' : 'plain'} to={to}>
      {t(`next.${next}`)}
    </ButtonLink>
  );
};
