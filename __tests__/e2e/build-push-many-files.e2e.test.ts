import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { finalErrorsOf } from '../support/action.ts';
import { processesWith } from '../support/bad-build.ts';
import { openCheckout } from '../support/checkout.ts';
import { dockerTest } from '../support/docker.ts';

const PARTS = [
  'a Docker engine',
  'Docker Buildx',
  'a builder on buildkitd',
  'a static /bin/busybox',
] as const;

const FOLDERS = 100;
const FILES_EACH = 1_000;

dockerTest(
  'of 100,000 files each is read, and a line of the Dockerfile that fails is told',
  PARTS,
  async () => {
    await using checkout = await openCheckout();
    for (let folder = 0; folder < FOLDERS; folder += 1) {
      const path = join(checkout.workspace, `many/${folder}`);
      mkdirSync(path, { recursive: true });
      for (let file = 0; file < FILES_EACH; file += 1) writeFileSync(join(path, String(file)), '');
    }
    checkout.write({ Dockerfile: 'FROM scratch\nCOPY many/99/999 /\nCOPY nope /\n' });
    const ended = await checkout.build();
    expect(ended.exitCode).toBe(1);
    expect(ended.log).toContain('100004 files');
    expect(finalErrorsOf(ended).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Nothing was tagged\. Dockerfile:3: .*"\/nope": not found/),
    ]);
    const images = checkout.sandbox.world.ecr.repositories.flatMap((repository) => repository.images);
    expect([...images, ...checkout.leftovers(), ...processesWith(checkout.temporary)]).toEqual([]);
  },
);
