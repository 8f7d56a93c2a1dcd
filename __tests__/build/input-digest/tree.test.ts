import { expect, test } from '@jest/globals';
import { treeContent, type TreeEntry } from '../../../src/build/input-digest/tree.ts';

/** inode(7): the type of a file in its mode, in octal; git has those of files, links and folders. */
test.each([
  ['file', '100644'],
  ['executable', '100755'],
  ['symlink', '120000'],
  ['folder', '40000'],
  ['pipe', '10000'],
  ['device', '20000'],
] as const)('a %s has the mode %s', (kind, mode) => {
  const entry: TreeEntry = { kind, name: Buffer.from('a'), id: Buffer.alloc(20) };
  expect(Buffer.from(treeContent([entry])).toString('latin1')).toBe(`${mode} a\0${'\0'.repeat(20)}`);
});
