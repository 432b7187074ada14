import type { ReactNode } from 'react';
import { Missing } from './Missing.tsx';
import './Facts.css';

/** Name and value in two columns; an unknown value is 缺, never 0 and never blank. */
export const Facts = ({ items }: { items: readonly (readonly [name: ReactNode, value: ReactNode])[] }) => (
  <dl className="facts">
    {items.map(([name, value], at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity of a fixed list
      <div key={at}>
        <dt>{name}</dt>
        <dd>{value ?? <Missing />}</dd>
      </div>
    ))}
  </dl>
);
