import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Clock } from '../../sandbox/clock.ts';
import type { RecordedRequest } from '../../sandbox/pipeline.ts';
import { createSandbox, parseScenario } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import {
  checkout,
  commandsIn,
  runAction,
  type ActionName,
  type Command,
  type Ended,
  type Served,
} from './action.ts';
import { exampleScenario } from './sandbox.ts';

/** A deployment that the official action and ours are both asked for, with the same inputs and files. */
export interface Comparison {
  readonly name: string;
  readonly service: 'sidekiq' | 'api';
  readonly tag: string;
  readonly isGreen: boolean;
  /** The AppSpec's hook before the traffic fails. */
  readonly failingHook?: true;
  /** What a log that names the cause has in it. */
  readonly cause?: string;
  /** Where the image is, without its tag; the example's repository unless given. */
  readonly repository?: string;
  /** Added to the task definition's container, in YAML. */
  readonly container?: string;
  /** Added to the example's scenario. */
  readonly scenario?: string;
}

const crash = 'exit code 1';

export const comparisons: readonly Comparison[] = [
  { name: 'rolling, success', service: 'sidekiq', tag: 'v2', isGreen: true },
  {
    name: 'rolling, breaker rolls back',
    service: 'sidekiq',
    tag: 'fault-crash',
    isGreen: false,
    cause: crash,
  },
  { name: 'CodeDeploy, success', service: 'api', tag: 'v2', isGreen: true },
  {
    name: 'CodeDeploy, hook fails',
    service: 'api',
    tag: 'v2',
    isGreen: false,
    failingHook: true,
    cause: 'hook answered Failed',
  },
  { name: 'CodeDeploy, tasks crash', service: 'api', tag: 'fault-crash', isGreen: false, cause: crash },
];

/** Where the bundle of aws-actions/amazon-ecs-deploy-task-definition is, or why it is not there. */
export const officialBundle = findBundle();

function findBundle(): { readonly path: string } | { readonly missing: string } {
  const peers = process.env['PEERS'];
  if (peers === undefined || peers === '') return { missing: 'PEERS is not set' };
  const path = resolve(peers, 'amazon-ecs-deploy-task-definition/dist/index.js');
  return existsSync(path) ? { path } : { missing: `${path} does not exist` };
}

const hook = 'reservation-check';

/** The example over HTTP; for a comparison whose hook fails, with the function that fails. */
export async function serveFor(comparison: Comparison, clock: Clock): Promise<Served> {
  const hooks = comparison.failingHook === true ? `\nhooks: { ${hook}: fail }\n` : '';
  const more = comparison.scenario === undefined ? '' : `\n${comparison.scenario}\n`;
  const scenario = parseScenario(`${exampleScenario()}${hooks}${more}`, 'sandbox.yml');
  const sandbox = createSandbox(scenario, clock);
  return { sandbox, ...(await startServer({ sandbox, port: 0 })) };
}

/** The official action knows no placeholders, so both get a file that is already filled in. */
function checkoutFor({ service, tag, failingHook, repository, container = '' }: Comparison): string {
  const own = `123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation-${service}`;
  const definition = readFileSync(`examples/reservation/ecs/${service}.yml`, 'utf8')
    .replace('${{ image }}', `${repository ?? own}:${tag}`)
    .replace('${{ github.sha }}', 'c0ffee')
    .replace('    logConfiguration:', `${container}    logConfiguration:`);
  const properties = {
    TaskDefinition: '<TASK_DEFINITION>',
    LoadBalancerInfo: { ContainerName: 'api', ContainerPort: 3000 },
  };
  const appSpec = {
    version: 0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
    ...(failingHook === true ? { Hooks: [{ BeforeAllowTraffic: hook }] } : {}),
  };
  return checkout({ 'task-definition.yml': definition, 'appspec.json': JSON.stringify(appSpec) });
}

const inputsOf = ({ service }: Comparison): Readonly<Record<string, string>> => ({
  'task-definition': 'task-definition.yml',
  service,
  cluster: 'reservation',
  'wait-for-service-stability': 'true',
  ...(service === 'api' ? { 'codedeploy-appspec': 'appspec.json' } : {}),
});

/** What a run of either is given beside its inputs. */
export interface Around {
  /** Called with all output so far whenever there is more. */
  readonly seen?: (log: string) => void;
  readonly env?: Readonly<Record<string, string>>;
}

/** Our action for the service of a comparison, to its end. */
export function runOurs(comparison: Comparison, endpoint: string, around: Around = {}): Promise<Ended> {
  const action: ActionName = comparison.service === 'api' ? 'bluegreen-deploy' : 'ecs-update-service';
  const workspace = checkoutFor(comparison);
  // How long new tasks must be up is asked of ours alone: both are compared without it.
  const own = comparison.service === 'sidekiq' ? { 'stable-for': '0' } : {};
  const inputs = { ...inputsOf(comparison), ...own };
  return runAction({ action, endpoint, inputs, workspace, ...around });
}

export interface OfficialEnded {
  readonly exitCode: number | null;
  readonly log: string;
  readonly commands: readonly Command[];
}

/** The official action's bundle as the runner runs it, to its end. None of its inputs has a default. */
export async function runOfficial(
  comparison: Comparison,
  endpoint: string,
  { seen, env }: Around = {},
): Promise<OfficialEnded> {
  if ('missing' in officialBundle) throw new Error(officialBundle.missing);
  const workspace = checkoutFor(comparison);
  const output = join(mkdtempSync(join(tmpdir(), 'official-')), 'output');
  writeFileSync(output, '');
  const child = spawn(process.execPath, [officialBundle.path], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      ...Object.fromEntries(
        Object.entries(inputsOf(comparison)).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]),
      ),
      ...env,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      seen?.(log);
    });
  }
  await once(child, 'close');
  return { exitCode: child.exitCode, log, commands: commandsIn(log) };
}

/** A request without what differs from run to run. */
export interface Call {
  readonly operation: string;
  readonly input: unknown;
}

/** The calls in order, deployment ids neutralised, each poll that says the same as the call before it once. */
export function callsOf(requests: readonly RecordedRequest[]): readonly Call[] {
  const calls = requests.map(({ service, operation, input }) => ({
    operation: `${service}:${operation}`,
    input: neutral(input),
  }));
  const texts = calls.map((call) => JSON.stringify(call));
  return calls.filter((_, at) => texts[at] !== texts[at - 1]);
}

function neutral(input: unknown): unknown {
  const value: unknown = JSON.parse(
    JSON.stringify(input).replaceAll(/"d-[A-Z0-9]{9}"/g, `"${deploymentMark}"`),
  );
  return value;
}

/** Stands for the id that CreateDeployment answered. */
export const deploymentMark = '<deployment id>';
