import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { OWN_FOLDER } from '../../scripts/own-folder.ts';

test('what tests leave is in the folder of their run', () => {
  expect(basename(tmpdir())).toMatch(new RegExp(`^${OWN_FOLDER}`));
});

test('the folder is gone when the process ends, with all that was made in it', () => {
  const script = `
    import { mkdtempSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import useOwnFolder from ${JSON.stringify(resolve('scripts/own-folder.ts'))};
    useOwnFolder();
    console.log(mkdtempSync(tmpdir() + '/left-'));
    process.exit(0);`;
  const left = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  }).trim();
  expect(basename(dirname(left))).toMatch(new RegExp(`^${OWN_FOLDER}`));
  expect(existsSync(dirname(left))).toBe(false);
});
