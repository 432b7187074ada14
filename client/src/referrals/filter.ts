import { useState } from 'react';
import { Id } from '../../../contract/kit.ts';
import { ReferralFilter } from '../../../contract/referralFilter.ts';
import { useAddress } from '../lib/address.ts';
import { type ColumnName, columnNames } from './columns.ts';

export const boxes = ['mine', 'open', 'late', 'lost', 'done'] as const;
export type Box = (typeof boxes)[number];
export type View = 'board' | 'list';

/** What the address says; patient text (the search) is never part of it. */
export interface Address {
  box: Box;
  /** What is over hangs on no board. */
  view: View;
  direction: ReferralFilter['direction'];
  lane: ReferralFilter['lane'];
  hospitalId: ReferralFilter['hospitalId'];
  /** The column that a phone shows; null for the first that holds something. */
  column: ColumnName | null;
}

/** An address that says something impossible is read without that part. */
export const readAddress = (search: URLSearchParams): Address => {
  const { direction, lane } = ReferralFilter.shape;
  const box = boxes.find((one) => one === search.get('box')) ?? 'open';
  return {
    box,
    view: search.get('view') === 'list' || box === 'done' ? 'list' : 'board',
    direction: direction.safeParse(search.get('direction')).data,
    lane: lane.safeParse(search.get('lane')).data,
    hospitalId: Id.safeParse(search.get('hospital')).data,
    column: columnNames.find((one) => one === search.get('column')) ?? null,
  };
};

export type AddressKey = 'box' | 'view' | 'direction' | 'lane' | 'hospital' | 'column';

/** Filters live in the address, so that a view can be sent to somebody; the search only in this page's memory. */
export const useReferralFilter = () => {
  const { search: params, change } = useAddress<AddressKey>();
  const [search, setSearch] = useState('');
  const address = readAddress(params);
  const { box, direction, lane, hospitalId } = address;
  const filter: ReferralFilter = {
    box,
    ...(direction && { direction }),
    ...(lane && { lane }),
    ...(hospitalId && { hospitalId }),
    ...(search && { search }),
  };
  /** Narrowed beyond its box: the server's counts are no longer those of the columns. */
  const narrowed = Boolean(direction || lane || hospitalId || search);
  return { address, filter, change, search, setSearch, narrowed };
};
export type Filtering = ReturnType<typeof useReferralFilter>;
