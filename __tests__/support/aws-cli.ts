import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test } from '@jest/globals';
import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { ECSClient } from '@aws-sdk/client-ecs';
import { parseXML } from '@aws-sdk/xml-builder';
import { virtualClock, type VirtualClock } from '../../sandbox/clock.ts';
import { requestHandler } from '../../sandbox/request-handler.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { exampleScenario, startOfTime } from './sandbox.ts';

const run = promisify(execFile);

const cliIsThere = await run('aws', ['--version']).then(
  () => true,
  () => false,
);

/** A test that needs the AWS CLI: without it, skipped; with REQUIRE_ALL, failed. */
export function cliTest(name: string, body: () => Promise<void>): void {
  const isNeeded = cliIsThere || process.env['REQUIRE_ALL'] === '1';
  (isNeeded ? test : test.skip)(cliIsThere ? name : `${name} (skipped: the command aws is missing)`, body);
}

/**
 * The example over HTTP, where time passes only when a test says so; the AWS CLI to ask it, and clients of the
 * SDK, which are quick, to bring it where the question is.
 */
export interface CliStage {
  readonly ecs: ECSClient;
  readonly codedeploy: CodeDeployClient;
  /** Lets so many seconds pass. */
  pass(seconds: number): void;
  /**
   * What the CLI prints, parsed; undefined where it prints nothing. Rejects with its words when it fails, and
   * where one whole answer of the sandbox has a member that the CLI did not show: AWS does not have it then.
   */
  aws(...args: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

export async function openCliStage(more = ''): Promise<CliStage> {
  const clock: VirtualClock = virtualClock(startOfTime);
  const sandbox = createSandbox(parseScenario(exampleScenario() + more, 'sandbox.yml'), clock);
  let answers: readonly string[] = [];
  const listening: Sandbox = {
    ...sandbox,
    handle: (request) => {
      const reply = sandbox.handle(request);
      if (reply.kind === 'answer') answers = [...answers, reply.body];
      return reply;
    },
  };
  const server = await startServer({ sandbox: listening, port: 0 });
  const options = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: requestHandler(sandbox),
    maxAttempts: 1,
  };
  return {
    ecs: new ECSClient(options),
    codedeploy: new CodeDeployClient(options),
    pass: (seconds) => clock.advance(seconds * 1_000),
    close: () => server.close(),
    aws: async (...args) => {
      answers = [];
      const stdout = await runCli(server.endpoint, [...args, '--output', 'json']);
      const shown = parsed(stdout);
      const [sent] = answers;
      const isWhole = shown !== undefined && answers.length === 1 && !args.includes('--query');
      const unknown = isWhole ? missingFrom(shown, membersOf(sent)) : [];
      if (unknown.length > 0) throw new Error(`Not in AWS’s model: ${unknown.join(', ')}`);
      return shown;
    },
  };
}

/** What the CLI prints against this endpoint. Rejects with its words when it fails. */
export async function runCli(endpoint: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('aws', [...args], { env: environment(endpoint) });
  return stdout.trim();
}

function parsed(text = ''): unknown {
  if (text === '') return undefined;
  const value: unknown = JSON.parse(text);
  return value;
}

/** The members of an answer, whichever protocol it was given in. */
function membersOf(body = ''): unknown {
  if (!body.startsWith('<')) return parsed(body);
  const [response] = Object.values(asObject(parseXML(body)));
  const [, result] = Object.entries(asObject(response)).find(([name]) => name.endsWith('Result')) ?? [];
  return withLists(result);
}

/** awsQuery puts the items of a list into elements called `member`; one item comes alone. */
function withLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLists);
  if (typeof value !== 'object' || value === null) return value;
  const { member, ...others } = asObject(value);
  if (member !== undefined && Object.keys(others).length === 0) {
    return Array.isArray(member) ? member.map(withLists) : [withLists(member)];
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withLists(item)]));
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The paths of the members of `sent` that `shown` does not have. Null is the same as not there. */
function missingFrom(shown: unknown, sent: unknown, path = ''): readonly string[] {
  if (Array.isArray(sent)) {
    const items: readonly unknown[] = sent;
    const counterparts: readonly unknown[] = Array.isArray(shown) ? shown : [];
    return items.flatMap((item, at) => missingFrom(counterparts[at], item, `${path}[${at}]`));
  }
  if (typeof sent !== 'object' || sent === null) return [];
  const members = new Map<string, unknown>(
    Object.entries(typeof shown === 'object' && shown !== null ? shown : {}),
  );
  return Object.entries(sent).flatMap(([name, value]) => {
    const here = `${path}.${name}`;
    if (value === null) return [];
    return members.has(name) ? missingFrom(members.get(name), value, here) : [here];
  });
}

const environment = (endpoint: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_PAGER: '',
});
