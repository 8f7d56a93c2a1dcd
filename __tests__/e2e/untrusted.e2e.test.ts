import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { denyNow } from '../support/deployment.ts';
import { checkout, type Ended, exampleInputs, runAction, serve, type Served } from '../support/action.ts';

const ATTACK = [
  'x',
  '::error file=a::pwned',
  '  ::set-output name=a::pwned',
  'y ##[error]pwned',
  '::stop-commands::pwned',
  '\u001b[31m::warning::pwned',
  '\u2028::notice::pwned',
  '##[group]pwned',
].join('\r\n');

/** A sandbox whose texts are hostile: reasons of stopped tasks, service events, error messages. */
const hostile = (sandbox: Sandbox): Sandbox => ({
  ...sandbox,
  handle: (request) => {
    const reply = sandbox.handle(request);
    if (reply.kind !== 'answer') return reply;
    const escaped = JSON.stringify(ATTACK).slice(1, -1);
    return {
      ...reply,
      body: reply.body
        .replaceAll('Essential container in task exited', escaped)
        .replaceAll('has started', `${escaped} has started`)
        .replaceAll('not authorized', `${escaped} not authorized`)
        .replaceAll('circuit breaker threshold', `${escaped} threshold`),
    };
  },
});

let server: Served;
let denied: Served;
let runs: readonly Ended[];

beforeAll(async () => {
  server = await serve(100, hostile);
  denied = await serve(100, hostile);
  denyNow(denied.sandbox, 'ecs:DescribeServices');
  const workspace = checkout({
    'name.yml': `family: "::error::pwned"\ncontainerDefinitions:\n  - name: "##[error]pwned"\n    image: a\n    "::warning::pwned": 1\n`,
    '::error::pwned.yml': 'family: [',
  });
  const action = 'ecs-update-service';
  const sidekiq = exampleInputs('sidekiq', 'fault-crash');
  const { endpoint } = server;
  runs = await Promise.all([
    runAction({ action, endpoint, inputs: sidekiq }),
    runAction({ action, endpoint: denied.endpoint, inputs: sidekiq }),
    runAction({ action, endpoint, workspace, inputs: { ...sidekiq, 'task-definition': 'name.yml' } }),
    runAction({
      action,
      endpoint,
      workspace,
      inputs: { ...sidekiq, 'task-definition': '::error::pwned.yml' },
    }),
    runAction({
      action,
      endpoint,
      workspace,
      inputs: { ...sidekiq, 'task-definition': '\n::error::pwned ##[error]pwned\n.json' },
    }),
    runAction({ action, endpoint, inputs: { ...sidekiq, service: '::error::pwned\n::error::pwned' } }),
    runAction({ action, endpoint, inputs: { ...sidekiq, '::error::pwned': '::error::pwned' } }),
  ]);
});

afterAll(() => Promise.all([server.close(), denied.close()]));

test('no text of AWS, of a file or of an input becomes a command', () => {
  for (const { commands } of runs) {
    const known = commands.filter(
      ({ name }) => !['group', 'endgroup', 'error', 'warning', 'notice'].includes(name),
    );
    expect(known).toEqual([]);
    expect(commands.filter(({ message }) => message.startsWith('pwned'))).toEqual([]);
    expect(
      commands.filter(({ properties }) => properties.includes('file=a') || properties.includes('pwned::')),
    ).toEqual([]);
  }
});

test('a group is never opened but by the action', () => {
  const [first] = runs;
  const groups = first?.commands.filter(({ name }) => name === 'group').map(({ message }) => message);
  const ends = first?.commands.filter(({ name }) => name === 'endgroup');
  expect(groups?.length).toBe(ends?.length);
  expect(groups?.join(' ')).not.toContain('pwned');
});

test('the text is shown all the same', () => {
  expect(runs[0]?.log).toContain('pwned');
  expect(runs[0]?.exitCode).toBe(1);
  expect(runs[0]?.outputs.get('status')).toBe('rolled-back');
  expect(runs[1]?.log).toContain('assumed-role/deployer/sandbox is x');
});

test('neither an output nor the log holds an escape sequence or a lone carriage return', () => {
  for (const { log, outputs, summary } of runs) {
    expect(log).not.toMatch(/[\u001b\r\u2028]/);
    expect([...outputs.values()].join('')).not.toMatch(/[\u001b\r\n\u2028]/);
    expect(summary).not.toMatch(/[\u001b\r\u2028]/);
  }
});

test('every run ends with one error that names how it ended', () => {
  for (const { commands, exitCode } of runs) {
    expect(exitCode).toBe(1);
    expect(commands.filter(({ name, properties }) => name === 'error' && properties === '')).toHaveLength(1);
  }
});
