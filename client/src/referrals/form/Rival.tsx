import { FilePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { sayNews } from '../../ui/Toast.tsx';
import type { Draft } from './useDraft.ts';

/** 另一处改过: nothing is written until the reader has said whose text stands; theirs can be undone. */
export const Rival = ({ draft }: { draft: Draft }) => {
  const { t } = useTranslation('referrals');
  if (!draft.rival) return null;
  const take = () => {
    const mine = draft.takeTheirs();
    sayNews(t('new.rival.taken'), { word: t('new.rival.back'), run: () => draft.set(mine) });
  };
  return (
    <Note c="unmet" icon={FilePen} live>
      <p>{t('new.rival.text')}</p>
      <div className="row">
        <Button size="small" onClick={take}>
          {t('new.rival.theirs')}
        </Button>
        <Button size="small" onClick={draft.keepMine}>
          {t('new.rival.mine')}
        </Button>
      </div>
    </Note>
  );
};
