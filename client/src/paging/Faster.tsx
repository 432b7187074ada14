import { Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/session.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { type Overtaken, PATHS } from './overtaken.ts';

interface Props {
  by: Overtaken;
  onClose: () => void;
}

/** The reader has answered with another device: the talk, or the case, is open to this one too. */
const Elsewhere = ({ by: { kind, id }, onClose }: Props) => {
  const { t } = useTranslation('paging');
  const { name } = useMe();
  const action =
    kind === 'consult' ? (
      <ButtonLink look="primary" icon={Video} to={`/room/consult/${id}`} onClick={onClose}>
        {t('enter')}
      </ButtonLink>
    ) : (
      <ButtonLink look="primary" to={`${PATHS[kind]}/${id}`} onClick={onClose}>
        {t('lookOn')}
      </ButtonLink>
    );
  return (
    <Sheet title={t(`overTitleMine.${kind}`)} onClose={onClose}>
      <Conflict name={name} title={t(`ended.elsewhere.${kind}`)} action={action} onLeave={onClose} />
    </Sheet>
  );
};

/** Pressed too late: who was faster, and by how much. */
export const Faster = ({ by, onClose }: Props) => {
  const { t } = useTranslation('paging');
  if (by.mine) return <Elsewhere by={by} onClose={onClose} />;
  const title = by.name ? t(`faster.${by.kind}`, { name: by.name }) : t('fasterNobody');
  const action = (
    <ButtonLink to={`${PATHS[by.kind]}/${by.id}`} onClick={onClose}>
      {t('lookOn')}
    </ButtonLink>
  );
  return (
    <Sheet title={t(`overTitle.${by.kind}`)} onClose={onClose}>
      <Conflict name={by.name ?? '?'} title={title} action={action} onLeave={onClose}>
        {by.seconds !== null && by.seconds < 60 ? t('fasterBy', { seconds: by.seconds }) : t('fasterText')}
      </Conflict>
    </Sheet>
  );
};
