import { expect, test } from '@jest/globals';
import { builderOnce } from '../../../src/build/builder/once.ts';
import type { Builder } from '../../../src/build/ports.ts';

/** Docker that counts how often it is opened and closed. */
function counted() {
  const counts = { opened: 0, closed: 0 };
  const never = () => Promise.reject(new Error('Not asked for here.'));
  const builder: Builder = {
    machinery: { frontend: 'buildx', driver: 'remote' },
    digestOf: never,
    extend: never,
    build: never,
    copy: never,
    push: never,
    close: () => {
      counts.closed += 1;
      return Promise.resolve();
    },
  };
  const docker = builderOnce(() => {
    counts.opened += 1;
    return Promise.resolve(builder);
  });
  return { docker, counts };
}

test('Docker that nobody asks for is neither opened nor closed', async () => {
  const { docker, counts } = counted();
  await docker.close();
  expect(counts).toEqual({ opened: 0, closed: 0 });
});

test('Docker is opened once, however many ask for it, and closed', async () => {
  const { docker, counts } = counted();
  await Promise.all([docker.opened(), docker.opened()]);
  await docker.close();
  expect(counts).toEqual({ opened: 1, closed: 1 });
});

test('Docker that cannot be opened is no failure of the closing', async () => {
  const docker = builderOnce(() => Promise.reject(new Error('No Docker.')));
  await expect(docker.opened()).rejects.toThrow('No Docker.');
  await expect(docker.close()).resolves.toBeUndefined();
});
