import { expect, test } from '@jest/globals';
import { ownPermissions } from '../../../src/build/input-digest/permissions.ts';

test.each([
  ['file', 0o100644, undefined],
  ['file', 0o100600, '0600'],
  ['file', 0o100000, '0000'],
  ['file', 0o100664, '0664'],
  ['executable', 0o100755, undefined],
  ['executable', 0o100750, '0750'],
  ['executable', 0o104755, '4755'],
  ['folder', 0o040755, undefined],
  ['folder', 0o041777, '1777'],
  ['folder', 0o042755, '2755'],
  ['pipe', 0o010644, undefined],
  ['pipe', 0o010600, '0600'],
  ['device', 0o020644, undefined],
  ['device', 0o060660, '0660'],
  ['symlink', 0o120777, undefined],
] as const)('of a %s with the mode %o: %s', (kind, mode, expected) => {
  expect(ownPermissions(kind, mode)).toBe(expected);
});
