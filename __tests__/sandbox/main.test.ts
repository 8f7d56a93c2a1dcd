import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, ['sandbox/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return { child, output };
}

test('prints one line with its endpoint, answers there, and ends with 0 on SIGTERM', async () => {
  const { child, output } = start('--speed', '10');
  await once(child.stdout, 'data');
  const line: unknown = JSON.parse(output.stdout);
  expect(line).toEqual({ endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  const [, endpoint = ''] = /"endpoint":"([^"]+)"/.exec(output.stdout) ?? [];
  expect(await (await fetch(`${endpoint}/_sandbox/requests`)).json()).toEqual([]);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect(output.stdout.split('\n')).toHaveLength(2);
});

test.each([
  { args: ['--speed', 'fast'], text: "--speed takes a number above 0, not 'fast'." },
  { args: ['--port', '99999'], text: "--port takes 0 to 65535, not '99999'." },
  { args: ['--sped', '2'], text: "Unknown option '--sped'" },
  { args: ['--scenario', 'nowhere.yml'], text: 'The scenario nowhere.yml cannot be read' },
])('refuses $args in one sentence, without a stack', async ({ args, text }) => {
  const { child, output } = start(...args);
  await once(child, 'close');
  expect(child.exitCode).toBe(2);
  expect(output.stderr).toContain(text);
  expect(output.stderr).not.toMatch(/^\s+at /m);
});
