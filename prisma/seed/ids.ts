import { hash } from 'node:crypto';

/** A UUID (version 8) made from names, so that seeding twice finds what the first run left. */
export const idOf = (...parts: readonly (string | number)[]): string => {
  const hex = hash('sha256', `shanhai-demo\0${parts.join('\0')}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
