import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exampleInputs, runAction } from '../support/action.ts';
import { exampleScenario } from '../support/sandbox.ts';

// As a workflow starts it, with every option, and with an action that talks to it.
const scenario = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'scenario.yml');
writeFileSync(scenario, `${exampleScenario()}\ndeny: ['ecs:UpdateService']\n`);
const command = spawn(
  'npm',
  ['run', '-s', 'sandbox', '--', '--scenario', scenario, '--port', '0', '--speed', '50'],
  {
    stdio: ['ignore', 'pipe', 'pipe'],
  },
);
const closed = once(command, 'close');
let stdout = '';
let endpoint = '';

beforeAll(async () => {
  command.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  while (!stdout.includes('\n')) await once(command.stdout, 'data');
  [, endpoint = ''] = /"endpoint":"([^"]+)"/.exec(stdout) ?? [];
});

afterAll(() => {
  command.kill('SIGTERM');
});

test('it serves its own scenario, and lists what an action asked', async () => {
  const ended = await runAction({
    action: 'ecs-update-service',
    endpoint,
    inputs: exampleInputs('sidekiq', 'v2'),
  });
  expect(ended.outputs.get('reason')).toContain('not authorized to perform: ecs:UpdateService');
  const requests: unknown = await (await fetch(`${endpoint}/_sandbox/requests`)).json();
  expect(requests).toContainEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    service: 'ecs',
    operation: 'UpdateService',
    mutating: true,
    status: 400,
  });
});

test('it shows its state', async () => {
  const state: unknown = await (await fetch(`${endpoint}/_sandbox/state`)).json();
  expect(state).toMatchObject({ ecs: { services: expect.arrayContaining([expect.anything()]) } });
});

test('it ends with 0 on SIGTERM, and has printed one line of JSON', async () => {
  command.kill('SIGTERM');
  await closed;
  expect(command.exitCode).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toEqual({ endpoint });
});
