import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type AwsClients, awsClients, type ClientOptions } from '../../src/aws/clients.ts';
import { deploy } from '../../src/deploy/deploy.ts';
import type { Course } from '../../src/deploy/course.ts';
import type { Suspension } from '../../src/scaling/suspension.ts';
import type { Handle, Outcome } from '../../src/deploy/outcome.ts';
import type { Clock } from '../../src/clock.ts';
import type { Ports } from '../../src/deploy/ports.ts';
import type { ControlRequest, DeployRequest, FileRevision } from '../../src/deploy/request.ts';
import { type RollbackRequest, rollBack } from '../../src/rollback/rollback.ts';
import { requestHandler, type SandboxHandler } from '../../sandbox/request-handler.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type BlueGreenRehearsal, rehearseBlueGreen, webScenario } from './blue-green.ts';
import { registry, rehearse, type Rehearsal, workerScenario } from './sandbox.ts';

/** A service in a sandbox, and `deploy` over it, all of it under one virtual clock. */
export interface Stage extends Omit<Rehearsal, 'deploy'>, Run {
  /** Somebody else registers this tag and updates the service; gives back the id of that deployment. */
  deployByHand(tag: string): Promise<string>;
}

/** The same for a service `web` that CodeDeploy deploys. */
export interface BlueGreenStage extends Omit<BlueGreenRehearsal, 'deploy'>, Run {
  /** Somebody else registers this tag and creates a deployment of it; gives back its id. */
  deployByHand(tag: string): Promise<string>;
}

export interface Run {
  readonly told: Told;
  /** The runner asks the step to end, now. */
  cancel(): void;
  /** The ports of the post step that follows: no signal any more. */
  later(): Ports;
  /** Runs `deploy`; what is not given is as the request of the stage has it. */
  deploy(given?: Partial<DeployRequest>): Promise<Outcome>;
  /** Runs `rollBack` of the same service; a deployment under way is replaced unless given otherwise. */
  rollBack(given?: Partial<RollbackRequest>): Promise<Outcome>;
  /** The calls so far that may have changed something, in order, as `service:Operation`. */
  mutations(): readonly string[];
  /** What the last call of an operation was given. */
  sent(operation: string): object | undefined;
}

/** Everything a run said. */
export interface Told {
  readonly lines: string[];
  readonly warnings: string[];
  readonly handles: Handle[];
  readonly courses: Course[];
  readonly suspensions: Suspension[];
}

export interface StageOptions {
  readonly scenario?: string;
  /** Something that happens so many seconds after the run began. */
  readonly meanwhile?: { readonly afterSeconds: number; readonly happens: (sandbox: Sandbox) => void };
  /** The runner asks the step to end so many seconds after it began. */
  readonly cancelAfterSeconds?: number;
  /** The runner asks the step to end when this operation is called. */
  readonly cancelAt?: string;
  /** Something that happens when an operation is called, right before AWS gets it. */
  readonly before?: (operation: string, sandbox: Sandbox) => void;
  /** The jitter of the run's pauses; always half of it unless given. */
  readonly chance?: () => number;
  /** What the run signs with; keys that never end unless given. */
  readonly credentials?: (sandbox: Sandbox) => ClientOptions['credentials'];
  /** Told of each limit in milliseconds that a call is given; then it passes while a request hangs. */
  readonly limited?: (milliseconds: number) => void;
  /** Attempts after the first; these wait in real time, so tests have few. */
  readonly maxRetries?: number;
}

/** Sets the stage: one service `worker` in cluster `shop` unless the scenario says otherwise. */
export function stage(options: StageOptions = {}): Stage {
  const rehearsal = rehearse(options.scenario ?? workerScenario());
  return {
    ...rehearsal,
    ...runOver(rehearsal, options, deployRequest()),
    deployByHand: (tag) => rehearsal.deploy(tag),
  };
}

/** Sets the stage with one service `web` under CodeDeploy. */
export function blueGreenStage(options: StageOptions = {}): BlueGreenStage {
  const rehearsal = rehearseBlueGreen(options.scenario ?? webScenario());
  const request = deployRequest({ action: 'bluegreen-deploy', service: 'web', revision: webFile('v2') });
  return {
    ...rehearsal,
    ...runOver(rehearsal, options, request),
    deployByHand: (tag) => rehearsal.deploy(tag),
  };
}

/** A sandbox whose time is in our hands. */
interface Place {
  readonly sandbox: Sandbox;
  readonly pass: (seconds: number) => void;
}

function runOver(place: Place, options: StageOptions, request: DeployRequest): Run {
  const { sandbox } = place;
  const runner = new AbortController();
  const told: Told = { lines: [], warnings: [], handles: [], courses: [], suspensions: [] };
  const ports: Ports = {
    aws: clients(place, options, runner),
    clock: clockOf(place, options, runner),
    chance: options.chance ?? (() => 0.5),
    signal: runner.signal,
    log: {
      say: (...lines) => told.lines.push(...lines),
      group: (title, lines) => told.lines.push(title, ...lines),
      warn: (text) => told.warnings.push(text),
    },
    keepSuspension: (suspension) => told.suspensions.push(suspension),
    keep: (course) => {
      told.courses.push(course);
      const { handle } = course;
      if (handle !== undefined && told.handles.at(-1)?.id !== handle.id) told.handles.push(handle);
    },
  };
  return {
    told,
    cancel: () => runner.abort(),
    later: () => ({ ...ports, signal: new AbortController().signal }),
    deploy: (given = {}) => deploy({ ...request, ...given }, ports),
    rollBack: (given = {}) => {
      const replacing = { ...control, whenInProgress: 'replace' } as const;
      return rollBack({ ...request, action: 'rollback', control: replacing, ...given }, ports);
    },
    mutations: () =>
      sandbox.requests
        .filter(({ mutating }) => mutating)
        .map(({ service, operation }) => `${service}:${operation}`),
    sent: (name) => sandbox.requests.findLast(({ operation }) => operation === name)?.input,
  };
}

/** What the inputs give when none is given. */
export const control: ControlRequest = {
  whenInProgress: 'fail',
  stopAfterFailedTasks: 3,
  onFailure: 'rollback',
  onCancel: 'leave',
};

/** Leaves the end of a failing deployment to AWS: no cause that may heal is proven by so few tasks. */
export const patient: ControlRequest = { ...control, stopAfterFailedTasks: 1_000 };

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
    control,
    run: { repository: 'example/shop', commit: 'c0ffee', runId: '77', runAttempt: '1' },
    pinImages: false,
    dryRun: false,
    wait: true,
    ...given,
  };
}

/** The file that describes `worker` with this image tag (or `@sha256:…`). */
export function file(tag: string, more: Partial<RegisterTaskDefinitionCommandInput> = {}): FileRevision {
  return fileOf('worker', tag, more);
}

/** The same for `web`. */
export function webFile(tag: string, more: Partial<RegisterTaskDefinitionCommandInput> = {}): FileRevision {
  return fileOf('web', tag, more);
}

function fileOf(
  family: string,
  tag: string,
  more: Partial<RegisterTaskDefinitionCommandInput>,
): FileRevision {
  const reference = tag.startsWith('@') ? tag : `:${tag}`;
  return {
    kind: 'file',
    locate: () => ({ file: `${family}.yml`, line: 4, column: 5 }),
    definition: {
      family,
      networkMode: 'awsvpc',
      containerDefinitions: [
        {
          name: family,
          image: `${registry}/${family}${reference}`,
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
function clockOf({ sandbox, pass }: Place, options: StageOptions, runner: AbortController): Clock {
  const now = (): number => sandbox.clock.now();
  const { cancelAfterSeconds, meanwhile } = options;
  const plans = [
    ...(meanwhile === undefined
      ? []
      : [{ at: now() + meanwhile.afterSeconds * 1_000, act: () => meanwhile.happens(sandbox) }]),
    ...(cancelAfterSeconds === undefined
      ? []
      : [{ at: now() + cancelAfterSeconds * 1_000, act: () => runner.abort() }]),
  ].sort((one, other) => one.at - other.at);
  return {
    now,
    // Time stands still while a request is under way that is answered, so that none can outlast the limit.
    timeout: (milliseconds) => {
      const limit = new AbortController();
      if (options.limited !== undefined) {
        options.limited(milliseconds);
        void sandbox.clock.wait(milliseconds).then(() => limit.abort());
      }
      return limit.signal;
    },
    sleep: async (milliseconds, signal) => {
      const end = now() + milliseconds;
      while (!signal.aborted && now() < end) {
        const [plan] = plans;
        const isDue = plan !== undefined && plan.at <= end;
        pass(((isDue ? plan.at : end) - now()) / 1_000);
        if (isDue) plans.shift()?.act();
        await settled();
      }
    },
  };
}

/** Lets everything that can go on without time go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function clients(place: Place, options: StageOptions, runner: AbortController): AwsClients {
  const credentials = options.credentials?.(place.sandbox);
  return awsClients({
    region: 'us-east-1',
    maxRetries: options.maxRetries ?? 0,
    credentials: credentials ?? { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    requestHandler: impatient(place, (operation) => {
      options.before?.(operation, place.sandbox);
      if (operation === options.cancelAt) runner.abort();
    }),
  });
}

/** Takes a permission away, from this moment on. */
export function denyNow({ world }: Sandbox, action: string): void {
  Object.assign(world.permissions, { deny: [...world.permissions.deny, action] });
}

/** Sends one request of somebody else, at this very moment. */
export function sendNow(sandbox: Sandbox, operation: string, input: object): void {
  const isOfCodeDeploy = /Deployment/.test(operation) && !/Service/.test(operation);
  const prefix = isOfCodeDeploy ? 'CodeDeploy_20141006' : 'AmazonEC2ContainerServiceV20141113';
  const reply = sandbox.handle({
    method: 'POST',
    path: '/',
    headers: {
      'x-amz-target': `${prefix}.${operation}`,
      'content-type': 'application/x-amz-json-1.1',
      authorization: 'somebody else',
    },
    body: JSON.stringify(input),
  });
  if (reply.kind === 'answer' && reply.status !== 200) throw new Error(reply.body);
}

const REQUEST_TIMEOUT_SECONDS = 20;

type SandboxAnswer = Awaited<ReturnType<SandboxHandler['handle']>>;

/** The sandbox behind an SDK client that gives up on what never answers, as the SDK's own handler does. */
function impatient({ sandbox, pass }: Place, before: (operation: string) => void): SandboxHandler {
  const handler = requestHandler(sandbox);
  return {
    ...handler,
    handle: async (request, options) => {
      before(request.headers['x-amz-target']?.split('.')[1] ?? '');
      const answer = handler.handle(request, options);
      if (sandbox.requests.at(-1)?.status !== 0) return answer;
      const timeout = settled().then(async (): Promise<SandboxAnswer> => {
        pass(REQUEST_TIMEOUT_SECONDS);
        await settled();
        const { abortSignal } = options ?? {};
        if (abortSignal?.aborted === true) return answer;
        throw Object.assign(new Error('The request timed out.'), { name: 'TimeoutError' });
      });
      return Promise.race([answer, timeout]);
    },
  };
}
