import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type AwsClients, awsClients } from '../../src/aws/clients.ts';
import { deploy } from '../../src/deploy/deploy.ts';
import type { Handle, Outcome } from '../../src/deploy/outcome.ts';
import type { Clock, Ports } from '../../src/deploy/ports.ts';
import type { DeployRequest, FileRevision } from '../../src/deploy/request.ts';
import { requestHandler, type SandboxHandler } from '../../sandbox/request-handler.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { registry, rehearse, type Rehearsal, workerScenario } from './sandbox.ts';

/** A service in a sandbox, and `deploy` over it, all of it under one virtual clock. */
export interface Stage extends Omit<Rehearsal, 'deploy'> {
  readonly told: Told;
  /** Somebody else registers this tag and updates the service; gives back the id of that deployment. */
  deployByHand(tag: string): Promise<string>;
  /** Runs `deploy`; what is not given is as `deployRequest` has it. */
  deploy(given?: Partial<DeployRequest>): Promise<Outcome>;
  /** The calls so far that may have changed something, in order, as `service:Operation`. */
  mutations(): readonly string[];
}

/** Everything a run said. */
export interface Told {
  readonly lines: string[];
  readonly warnings: string[];
  readonly handles: Handle[];
}

export interface StageOptions {
  readonly scenario?: string;
  /** The runner asks the step to end so many seconds after it began. */
  readonly cancelAfterSeconds?: number;
  /** The runner asks the step to end when this operation is called. */
  readonly cancelAt?: string;
  /** Something that happens when an operation is called, right before AWS gets it. */
  readonly before?: (operation: string, sandbox: Sandbox) => void;
  /** Attempts after the first; these wait in real time, so tests have few. */
  readonly maxRetries?: number;
}

/** Sets the stage: one service `worker` in cluster `shop` unless the scenario says otherwise. */
export function stage(options: StageOptions = {}): Stage {
  const rehearsal = rehearse(options.scenario ?? workerScenario());
  const { sandbox } = rehearsal;
  const runner = new AbortController();
  const told: Told = { lines: [], warnings: [], handles: [] };
  const ports: Ports = {
    aws: clients(rehearsal, options, runner),
    clock: clockOf(rehearsal, options, runner),
    chance: () => 0.5,
    signal: runner.signal,
    log: {
      say: (...lines) => told.lines.push(...lines),
      group: (title, lines) => told.lines.push(title, ...lines),
      warn: (text) => told.warnings.push(text),
    },
    started: (handle) => told.handles.push(handle),
  };
  return {
    ...rehearsal,
    told,
    deployByHand: (tag) => rehearsal.deploy(tag),
    deploy: (given = {}) => deploy(deployRequest(given), ports),
    mutations: () =>
      sandbox.requests
        .filter(({ mutating }) => mutating)
        .map(({ service, operation }) => `${service}:${operation}`),
  };
}

/** A request to deploy the file of version 2 of `worker` by ecs-update-service. */
export function deployRequest(given: Partial<DeployRequest> = {}): DeployRequest {
  return {
    action: 'ecs-update-service',
    cluster: 'shop',
    service: 'worker',
    revision: file('v2'),
    settings: {
      forceNewDeployment: undefined,
      desiredCount: undefined,
      propagateTags: undefined,
      managedTags: undefined,
    },
    codeDeploy: { endPreviousWait: false, waitForTermination: false },
    run: { repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '1' },
    pinImages: false,
    dryRun: false,
    wait: true,
    ...given,
  };
}

/** The file that describes `worker` with this image tag (or `@sha256:…`). */
export function file(tag: string, more: Partial<RegisterTaskDefinitionCommandInput> = {}): FileRevision {
  const reference = tag.startsWith('@') ? tag : `:${tag}`;
  return {
    kind: 'file',
    locate: () => ({ file: 'worker.yml', line: 4, column: 5 }),
    definition: {
      family: 'worker',
      networkMode: 'awsvpc',
      containerDefinitions: [
        {
          name: 'worker',
          image: `${registry}/worker${reference}`,
          memory: 256,
          portMappings: [{ containerPort: 80 }],
        },
      ],
      ...more,
    },
  };
}

export const noSettings = deployRequest().settings;

/** Time passes only while the run sleeps; whatever that wakes is settled before it goes on. */
function clockOf({ clock }: Rehearsal, { cancelAfterSeconds }: StageOptions, runner: AbortController): Clock {
  const cancelAt = cancelAfterSeconds === undefined ? Infinity : clock.now() + cancelAfterSeconds * 1_000;
  return {
    now: () => clock.now(),
    sleep: async (milliseconds, signal) => {
      if (signal.aborted) return;
      const isCut = !runner.signal.aborted && clock.now() + milliseconds >= cancelAt;
      clock.advance(isCut ? cancelAt - clock.now() : milliseconds);
      if (isCut) runner.abort();
      await settled();
    },
  };
}

/** Lets everything that can go on without time go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function clients(rehearsal: Rehearsal, options: StageOptions, runner: AbortController): AwsClients {
  return awsClients({
    region: 'us-east-1',
    maxRetries: options.maxRetries ?? 0,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: impatient(rehearsal, (operation) => {
      options.before?.(operation, rehearsal.sandbox);
      if (operation === options.cancelAt) runner.abort();
    }),
  });
}

/** Sends one request of somebody else, at this very moment. */
export function sendNow(sandbox: Sandbox, operation: string, input: object): void {
  const reply = sandbox.handle({
    method: 'POST',
    path: '/',
    headers: {
      'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
      'content-type': 'application/x-amz-json-1.1',
      authorization: 'somebody else',
    },
    body: JSON.stringify(input),
  });
  if (reply.kind === 'answer' && reply.status !== 200) throw new Error(reply.body);
}

const REQUEST_TIMEOUT_MS = 20_000;

/** The sandbox behind an SDK client that gives up on what never answers, as the SDK's own handler does. */
function impatient({ sandbox, clock }: Rehearsal, before: (operation: string) => void): SandboxHandler {
  const handler = requestHandler(sandbox);
  return {
    ...handler,
    handle: async (request, options) => {
      before(request.headers['x-amz-target']?.split('.')[1] ?? '');
      const answer = handler.handle(request, options);
      if (sandbox.requests.at(-1)?.status !== 0) return answer;
      const timeout = settled().then((): never => {
        clock.advance(REQUEST_TIMEOUT_MS);
        throw Object.assign(new Error('The request timed out.'), { name: 'TimeoutError' });
      });
      return Promise.race([answer, timeout]);
    },
  };
}
