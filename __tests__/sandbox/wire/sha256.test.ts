import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sha256 } from '../../../sandbox/wire/sha256.ts';

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])('is SHA-256 for a text of %i characters', (length) => {
  const text = 'ü'.repeat(length);
  expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
});
