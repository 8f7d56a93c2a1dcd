import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Clock, realClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { type RunningServer, startServer } from '../../sandbox/server.ts';
import type { ActionName as DeployAction } from '../../src/deploy/request.ts';
import { exampleScenario } from './sandbox.ts';

/** An action by the name of its folder. */
export type ActionName = DeployAction | 'build-push';

export interface ActionRun {
  readonly action: ActionName;
  /** What the main step left in its state: then it is the post step that runs. */
  readonly after?: ReadonlyMap<string, string>;
  /** What stands under `with:` of the step. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly endpoint: string;
  /** The checkout; the example's unless given. */
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly spawned?: (child: ChildProcess) => void;
  /** Called with all output so far whenever there is more. */
  readonly seen?: (output: string, child: ChildProcess) => void;
}

/** A command that the runner would obey. */
export interface Command {
  readonly name: string;
  /** Such as `file=a.yml,line=2`. */
  readonly properties: string;
  readonly message: string;
}

/** What a step left behind. */
export interface Ended {
  readonly exitCode: number | null;
  /** Both streams, as a user sees them. */
  readonly log: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly state: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly commands: readonly Command[];
}

/** Runs a built action as the runner does: every declared input in the environment, files to write to. */
export async function runAction(run: ActionRun): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  const file = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '');
    return path;
  };
  const [output, state, summary] = [file('output'), file('state'), file('summary')];
  const workspace = run.workspace ?? resolve('examples/reservation');
  const stub = run.after === undefined ? run.action : 'post';
  const child = spawn(process.execPath, [resolve('dist', `${stub}.js`)], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL: run.endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'example/reservation',
      GITHUB_SHA: 'c0ffee',
      GITHUB_RUN_ID: '77',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_OUTPUT: output,
      GITHUB_STATE: state,
      GITHUB_STEP_SUMMARY: summary,
      ...inputVariables(run.action, run.inputs),
      ...Object.fromEntries([...(run.after ?? [])].map(([name, value]) => [`STATE_${name}`, value])),
      ...run.env,
    },
  });
  run.spawned?.(child);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      run.seen?.(log, child);
    });
  }
  await once(child, 'close');
  return {
    exitCode: child.exitCode,
    log,
    outputs: readPairs(output),
    state: readPairs(state),
    summary: readFileSync(summary, 'utf8'),
    commands: commandsIn(log),
  };
}

/** What the runner gives a job that may ask for OIDC tokens; the sandbox at this endpoint gives them out. */
export const tokenVariables = (endpoint: string): Readonly<Record<string, string>> => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: `${endpoint}/_sandbox/oidc?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
});

/** The messages of all errors, in order. */
export const errorsOf = ({ commands }: Ended): readonly Command[] =>
  commands.filter(({ name }) => name === 'error');

/** Those that stand at no line of a file: how the step ended. */
export const finalErrorsOf = (ended: Ended): readonly Command[] =>
  errorsOf(ended).filter(({ properties }) => properties === '');

/** GitHub gives each declared input, with its default or an empty text, and each that is not declared. */
function inputVariables(action: ActionName, given: Readonly<Record<string, string>>): Record<string, string> {
  const declared: unknown = parse(readFileSync(`actions/${action}/action.yml`, 'utf8'));
  const inputs = memberOf(declared, 'inputs');
  const defaults = Object.entries(typeof inputs === 'object' && inputs !== null ? inputs : {}).map(
    ([name, input]) => [name, textOf(memberOf(input, 'default'))] as const,
  );
  return Object.fromEntries(
    [...defaults, ...Object.entries(given)].map(([name, text]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      text,
    ]),
  );
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the file of outputs or state: `NAME<<MARK`, the lines of the value, `MARK`. */
function readPairs(path: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const lines = readFileSync(path, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, mark] = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || mark === undefined) continue;
    const end = lines.indexOf(mark, at + 1);
    pairs.set(name, lines.slice(at + 1, end).join('\n'));
    at = end;
  }
  return pairs;
}

/** Every command in a log, as the runner finds them: `::` where a line begins, `##[` anywhere in it. */
export function commandsIn(log: string): readonly Command[] {
  return log.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, name = '', properties = '', message = ''] =
      /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (name !== '') return [{ name, properties, message }];
    const [, legacy = '', more = '', rest = ''] = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line) ?? [];
    return legacy === '' ? [] : [{ name: legacy, properties: more, message: rest }];
  });
}

/** A checkout with these files. */
export function checkout(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Served extends RunningServer {
  readonly sandbox: Sandbox;
}

/** The example over HTTP, so many times as fast as real time, or by a clock; `more` is added to its scenario, or changes it. */
export async function serve(
  time: number | Clock,
  change: (sandbox: Sandbox) => Sandbox = (same) => same,
  more: string | ((example: string) => string) = '',
): Promise<Served> {
  const text = typeof more === 'string' ? `${exampleScenario()}\n${more}` : more(exampleScenario());
  const scenario = parseScenario(text, 'sandbox.yml');
  const sandbox = createSandbox(scenario, typeof time === 'number' ? realClock(time) : time);
  return { sandbox, ...(await startServer({ sandbox: change(sandbox), port: 0 })) };
}

/** Inputs that deploy the example's file of one service with this image tag. */
export const exampleInputs = (service: string, tag: string): Readonly<Record<string, string>> => ({
  'task-definition': `ecs/${service}.yml`,
  service,
  cluster: 'reservation',
  image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-${service}:${tag}`,
  // The step would wait in real time, however fast the sandbox's passes.
  ...(service === 'sidekiq' ? { 'stable-for': '0' } : {}),
});
