import { type ComponentType, lazy, Suspense } from 'react';
import { Boundary } from './Boundary.tsx';

const found = import.meta.glob<Record<string, ComponentType>>('../paging/RingOverlay.tsx');
const RingOverlay = lazy(async () => ({
  default: (await found['../paging/RingOverlay.tsx']?.())?.['RingOverlay'] ?? (() => null),
}));

/** What rings lies over everything, on every page. */
export const Rings = () => (
  <Boundary>
    <Suspense fallback={null}>
      <RingOverlay />
    </Suspense>
  </Boundary>
);
