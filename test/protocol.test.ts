import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { protocol } from '../scripts/protocol.ts';

it('docs/protocol.md says what the contract says (npm run protocol)', () => {
  expect(readFileSync('docs/protocol.md', 'utf8')).toBe(protocol());
});
