import { List, SlidersHorizontal, SquareKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { referrals } from '../../../contract/referrals.ts';
import { Button } from '../ui/Button.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { openIn } from './columns.ts';
import { type Box, boxes, type Filtering } from './filter.ts';
import { Narrow } from './Narrow.tsx';
import { SearchBox } from './SearchBox.tsx';
import './FilterBar.css';

export type Counts = z.infer<typeof referrals.counts.output>;

/** What is over is not counted. */
const countOf = (box: Box, counts: Counts): number | undefined => {
  if (box === 'done') return undefined;
  return box === 'open' ? openIn(counts.statuses) : counts[box];
};

const views = { board: SquareKanban, list: List } as const;

const ViewSwitch = ({ address, change }: Filtering) => {
  const { t } = useTranslation('referrals');
  if (address.box === 'done') return null;
  return (
    <fieldset className="rviews" aria-label={t('list.view')}>
      {(['board', 'list'] as const).map((view) => (
        <Button
          key={view}
          icon={views[view]}
          aria-pressed={view === address.view}
          onClick={() => change('view', view === 'list' ? view : '')}
        >
          {t(`list.views.${view}`)}
        </Button>
      ))}
    </fieldset>
  );
};

/** In the hand the finer filters fold away; the fold says how many are set. */
const Folded = (filtering: Filtering) => {
  const { t } = useTranslation('referrals');
  const { direction, lane, hospitalId } = filtering.address;
  const set = [direction, lane, hospitalId, filtering.search].filter(Boolean).length;
  return (
    <details className="rfold" open={set > 0}>
      <summary className="btn btn-plain">
        <SlidersHorizontal aria-hidden className="btn-icon" />
        {set > 0 ? t('list.filtersSet', { n: set }) : t('list.filters')}
      </summary>
      <div className="rnarrow">
        <Narrow {...filtering} />
        <SearchBox {...filtering} />
      </div>
    </details>
  );
};

/** Boxes with their counts, board or list, and what narrows them. */
export const FilterBar = ({ filtering, counts }: { filtering: Filtering; counts: Counts | undefined }) => {
  const { t } = useTranslation('referrals');
  const phone = usePhone();
  const { address, change } = filtering;
  const tabs = boxes.map((one) => [one, t(`box.${one}`), counts && countOf(one, counts)] as const);
  return (
    <search className="rfilter" aria-label={t('list.filters')}>
      <Tabs label={t('list.boxes')} tabs={tabs} chosen={address.box} onChoose={(box) => change('box', box)} />
      <ViewSwitch {...filtering} />
      {phone ? <Folded {...filtering} /> : <Narrow {...filtering} />}
    </search>
  );
};
