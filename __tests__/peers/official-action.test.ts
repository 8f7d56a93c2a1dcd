import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { realClock } from '../../sandbox/clock.ts';
import type { Served } from '../support/action.ts';
import {
  callsOf,
  comparisons,
  officialBundle,
  runOfficial,
  runOurs,
  serveFor,
} from '../support/official-action.ts';
import { officialCallsFile, recordedRuns } from '../support/official-calls.ts';

const missing = 'missing' in officialBundle ? officialBundle.missing : undefined;
const peerTest = missing === undefined ? test : test.skip;
const named = (name: string): string =>
  missing === undefined ? name : `${name} (skipped, the official action’s bundle is not here: ${missing})`;

// Its waiters sleep for 15 s of real time after a first look. At this speed an hour and more of the sandbox
// passes before that look, so that it finds the end: CodeDeploy gives up on tasks that crash after an hour.
const OFFICIAL_SPEED = 3_000_000;
const OUR_SPEED = 100;

let server: Served | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe.each(comparisons)('$name', (comparison) => {
  peerTest(named('the official action’s verdict is that of the sandbox’s deployment'), async () => {
    server = await serveFor(comparison, realClock(OFFICIAL_SPEED));
    const { exitCode, commands } = await runOfficial(comparison, server.endpoint);
    const errors = commands.filter(({ name }) => name === 'error');
    expect({ isGreen: exitCode === 0, hasError: errors.length > 0 }).toEqual({
      isGreen: comparison.isGreen,
      hasError: !comparison.isGreen,
    });
    expect(server.sandbox.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });

  peerTest(named('the official action still makes the calls that were recorded'), async () => {
    server = await serveFor(comparison, realClock(OFFICIAL_SPEED));
    await runOfficial(comparison, server.endpoint);
    const recorded = recordedRuns().find(({ name }) => name === comparison.name);
    expect(callsOf(server.sandbox.requests)).toEqual(recorded?.calls);
  });

  test('our action comes to the same verdict, under the same inputs and files', async () => {
    server = await serveFor(comparison, realClock(OUR_SPEED));
    const { exitCode, outputs } = await runOurs(comparison, server.endpoint);
    expect({ exitCode, status: outputs.get('status') }).toEqual(
      comparison.isGreen ? { exitCode: 0, status: 'deployed' } : { exitCode: 1, status: 'rolled-back' },
    );
  });
});

test('the recorded calls cover every comparison, and say where they come from', () => {
  expect(recordedRuns().map(({ name }) => name)).toEqual(comparisons.map(({ name }) => name));
  const text = readFileSync(officialCallsFile, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    source: 'aws-actions/amazon-ecs-deploy-task-definition v2.6.3, c465972',
    recorded: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});
