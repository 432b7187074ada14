import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { Boundary } from './Boundary.tsx';

const Quiet = lazy(async () => ({ default: (await import('../paging/QuietCount.tsx')).QuietCount }));
const Waiting = lazy(async () => ({ default: (await import('../referrals/WaitingCount.tsx')).WaitingCount }));
const Tasks = lazy(async () => ({ default: (await import('../tasks/TaskCount.tsx')).TaskCount }));
const Active = lazy(async () => ({ default: (await import('../emergency/ActiveCount.tsx')).ActiveCount }));
const counts: Readonly<Record<string, LazyExoticComponent<ComponentType>>> = {
  '/consults': Quiet,
  '/referrals': Waiting,
  '/emergencies': Active,
  '/tasks': Tasks,
};

/** What waits behind a place; the navigation stands whether or not it can be counted. */
export const NavCount = ({ to }: { to: string }) => {
  const Counted = counts[to];
  if (!Counted) return null;
  return (
    <Boundary instead={null}>
      <Suspense fallback={null}>
        <Counted />
      </Suspense>
    </Boundary>
  );
};
