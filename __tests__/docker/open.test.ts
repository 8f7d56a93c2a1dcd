import { expect, test } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBuilder, removeTraces, type Traces } from '../../src/docker/open.ts';

test.each([
  ['a process that may not be ended', { groups: [1.5] }],
  ['a builder that no docker is there to remove', { builder: 'made' }],
])('the login is removed in spite of %s', async (_, traces) => {
  const configDirectory = mkdtempSync(join(tmpdir(), 'docker-config-'));
  await expect(removeTraces({ configDirectory, ...traces }, { PATH: '/nowhere' })).rejects.toThrow();
  expect(existsSync(configDirectory)).toBe(false);
});

interface Machine {
  readonly environment: { readonly PATH: string; readonly HOME: string; readonly RUNNER_TEMP: string };
  readonly temporary: string;
  /** What the private configuration held whenever a builder was to be removed. */
  readonly seen: () => string;
}

/** A machine whose docker answers to all but the removal of a builder, as this script has it. */
function machineWith(removal: string): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  const [temporary, home, seen] = ['temporary', 'home', 'seen'].map((name) => join(folder, name));
  if (temporary === undefined || home === undefined || seen === undefined) throw new Error('No folders.');
  for (const path of [temporary, join(home, '.docker')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(home, '.docker/config.json'), '{"auths":{"own.example":{"auth":"b3du"}}}');
  writeFileSync(seen, '');
  const script = `#!/bin/sh
case "$1 $2" in
  'buildx inspect') echo 'Driver: docker' ;;
  'buildx rm') cat "$DOCKER_CONFIG/config.json" >> ${seen}; ${removal} ;;
esac
`;
  writeFileSync(join(folder, 'docker'), script);
  chmodSync(join(folder, 'docker'), 0o755);
  const environment = {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    HOME: home,
    RUNNER_TEMP: temporary,
  };
  return { environment, temporary, seen: () => readFileSync(seen, 'utf8') };
}

const NEVER_ENDS = `trap '' INT; while :; do sleep 600; done`;
const OWN = '{"auths":{"own.example":{"auth":"b3du"}}}';

/** A configuration with a login, as a step leaves it that is killed. */
function leftIn({ temporary }: Machine): string {
  const path = mkdtempSync(join(temporary, 'docker-config-'));
  writeFileSync(join(path, 'config.json'), '{"auths":{"ecr.example":{"auth":"QVdTOg=="}}}');
  return path;
}

test('an engine that hangs does not hold the post step, and what may be left is told', async () => {
  const machine = machineWith(NEVER_ENDS);
  const traces = { configDirectory: leftIn(machine), builder: 'made' };
  expect(await removeTraces(traces, machine.environment, { limit: 300 })).toBe(
    'The builder made may be left on this machine: docker buildx rm --force made did not end within 0.3 s. Once the engine answers, docker rm --force buildx_buildkit_made0 removes its container, and docker volume rm buildx_buildkit_made0_state its layers.',
  );
  expect(readdirSync(machine.temporary)).toEqual([]);
});

test('whatever holds the output of docker open does not hold the post step', async () => {
  const machine = machineWith('setsid sh -c "echo \\$\\$ > $RUNNER_TEMP/holder; exec sleep 600" & wait');
  const traces = { configDirectory: leftIn(machine), builder: 'made' };
  const left = await removeTraces(traces, machine.environment, { limit: 300 });
  process.kill(Number(readFileSync(join(machine.temporary, 'holder'), 'utf8')), 'SIGKILL');
  expect(left).toContain('did not end within 0.3 s');
});

test('the login is gone before the builder is removed, and the configuration of the user is back', async () => {
  const machine = machineWith('exit 0');
  const traces = { configDirectory: leftIn(machine), builder: 'made' };
  expect(await removeTraces(traces, machine.environment)).toBeUndefined();
  expect(machine.seen()).toBe(OWN);
});

test('a builder that was never made is not told to be left', async () => {
  const machine = machineWith(`echo 'ERROR: no builder "made" found' >&2; exit 1`);
  const traces = { configDirectory: leftIn(machine), builder: 'made' };
  expect(await removeTraces(traces, machine.environment)).toBeUndefined();
});

test('a builder that the step could not remove is left to the post step, without the login', async () => {
  const machine = machineWith('exit 1');
  const kept: Traces[] = [];
  const place = {
    environment: machine.environment,
    cwd: machine.temporary,
    signal: new AbortController().signal,
    commitTime: undefined,
    keep: (traces: Traces) => kept.push(traces),
  };
  const builder = await openBuilder(place, new Map([['ecr.example', 'QVdTOg==']]), { builder: undefined });
  const made = await builder.extend();
  await builder.close();
  const { configDirectory = '', ...last } = kept.at(-1) ?? {};
  expect(last).toEqual({ builder: 'name' in made ? made.name : '' });
  expect(readFileSync(join(configDirectory, 'config.json'), 'utf8')).toBe(OWN);
});
