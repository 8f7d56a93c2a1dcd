import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readName } from '../../../src/build/input-digest/file-name.ts';
import { holds } from '../../support/property.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

test.each(['a', '日本語', '🐟', 'line\nbreak', '\uFEFFa', '\uFFFD', 'ά', 'नमस्ते'])('%j is read as it is', (name) => {
  expect(readName(new TextEncoder().encode(name))).toBe(name);
});

test('bytes that are no UTF-8 are a character each, beside those that are', () => {
  expect(readName(bytes(0x61, 0xff, 0xe6, 0x97, 0x62))).toBe('a\uDCFF\uDCE6\uDC97b');
  expect(readName(bytes(0xff, 0xf0, 0x9f, 0x90, 0x9f))).toBe('\uDCFF🐟');
});

test('two names are never one text', () => {
  const name = fc.uint8Array({ maxLength: 6 });
  holds(
    fc.property(name, name, (one, other) => {
      expect(readName(one) === readName(other)).toBe(Buffer.compare(one, other) === 0);
    }),
    500,
  );
});
