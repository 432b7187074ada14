import { type ReactNode, Suspense, useEffect } from 'react';
import { Loading } from '../ui/Loading.tsx';
import { Boundary } from './Boundary.tsx';
import { Rings } from './Rings.tsx';

/** The frame of a live call: always dark, no navigation; a ring still gets through. */
export const Room = ({ children }: { children: ReactNode }) => {
  useEffect(() => {
    const before = document.documentElement.dataset['theme'] ?? 'light';
    document.documentElement.dataset['theme'] = 'dark';
    return () => {
      document.documentElement.dataset['theme'] = before;
    };
  }, []);
  return (
    <>
      <Rings />
      <Boundary>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </Boundary>
    </>
  );
};
