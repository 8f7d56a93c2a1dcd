import { expect, test } from '@jest/globals';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTraces } from '../../src/docker/open.ts';

test.each([
  ['a process that may not be ended', { groups: [1.5] }],
  ['a builder that no docker is there to remove', { builder: 'made' }],
])('the login is removed in spite of %s', async (_, traces) => {
  const configDirectory = mkdtempSync(join(tmpdir(), 'docker-config-'));
  await expect(removeTraces({ configDirectory, ...traces }, { PATH: '/nowhere' })).rejects.toThrow();
  expect(existsSync(configDirectory)).toBe(false);
});
