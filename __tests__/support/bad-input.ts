import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { realClock } from '../../sandbox/clock.ts';
import { createSandbox, parseScenario, type Sandbox } from '../../sandbox/sandbox.ts';
import { startServer } from '../../sandbox/server.ts';
import { type ActionName, checkout, type Ended, exampleInputs, runAction, tokenVariables } from './action.ts';
import { exampleScenario } from './sandbox.ts';

/** One step of a workflow, with what it finds. */
export interface Step {
  readonly name: string;
  /** `ecs-update-service` unless given. */
  readonly action?: ActionName;
  /** The checkout; its first file is the task definition unless the inputs name another. Else the example's. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Added to those that deploy `sidekiq`, or with bluegreen-deploy `api`, of the example, or roll `sidekiq` back. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the job may ask GitHub for tokens. */
  readonly isTrusted?: boolean;
  /** The example's unless given. */
  readonly scenario?: string;
  /** What happened at AWS before; `pass` lets so many seconds go by. */
  readonly before?: (sandbox: Sandbox, pass: (seconds: number) => void) => void;
  /** How many seconds of the sandbox pass in one; 1 unless given. */
  readonly speed?: number;
  /** What stands where AWS should: an address, or a server of its own. */
  readonly endpoint?: string | RequestListener;
}

/** A step that must be refused, and what it must say. */
export interface BadInput extends Step {
  /** `FILE:LINE` of an annotation, or the input or variable that the error names. */
  readonly where: string;
  /** What is wrong. */
  readonly what: string | RegExp;
  /** What to do about it. */
  readonly remedy: string | RegExp;
  /** The mutating calls that were made, where AWS refuses one or the connection breaks: none after it. */
  readonly sent?: readonly string[];
  /** The status that the step ends with; `failed` unless given. */
  readonly status?: string;
}

/** A step without a permission that it can do without: it ends well, and says what it misses. */
export interface Warned extends Step {
  /** What is not allowed, as `service:Action`. */
  readonly denied: string;
  /** What becomes of the deployment without it. */
  readonly what: string;
  readonly status: string;
}

export interface StepRun {
  readonly ended: Ended;
  /** Operations that change something, in order. */
  readonly sent: readonly string[];
}

/** Runs a step through the built action, each against a sandbox of its own. */
export async function runStep(step: Step): Promise<StepRun> {
  const scenario = parseScenario(step.scenario ?? exampleScenario(), 'sandbox.yml');
  const clock = realClock(step.speed ?? 1);
  let passed = 0;
  const sandbox = createSandbox(scenario, { ...clock, now: () => clock.now() + passed });
  step.before?.(sandbox, (seconds) => {
    passed += seconds * 1_000;
    sandbox.live();
  });
  const earlier = sandbox.requests.length;
  const server = await startServer({ sandbox, port: 0 });
  const other = typeof step.endpoint === 'function' ? await listen(step.endpoint) : undefined;
  const { action = 'ecs-update-service', files, env = {} } = step;
  try {
    const ended = await runAction({
      action,
      endpoint: addressOf(other) ?? (typeof step.endpoint === 'string' ? step.endpoint : server.endpoint),
      inputs: { ...inputsOf(action, files), ...step.inputs },
      env: step.isTrusted === true ? { ...tokenVariables(server.endpoint), ...env } : env,
      ...(files === undefined ? {} : { workspace: checkout(files) }),
    });
    const sent = sandbox.requests.slice(earlier).filter(({ mutating }) => mutating);
    return { ended, sent: sent.map(({ operation }) => operation) };
  } finally {
    other?.closeAllConnections();
    other?.close();
    await server.close();
  }
}

function inputsOf(action: ActionName, files: Step['files']): Readonly<Record<string, string>> {
  if (action === 'rollback') return { cluster: 'reservation', service: 'sidekiq' };
  const example = exampleInputs(action === 'bluegreen-deploy' ? 'api' : 'sidekiq', 'v2');
  const [first] = Object.keys(files ?? {});
  return first === undefined ? example : { ...example, image: '', 'task-definition': first };
}

async function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function addressOf(server: Server | undefined): string | undefined {
  const address = server?.address();
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : undefined;
}

/**
 * Runs all steps, so many at a time, in their order; gives back what became of each, by name.
 * Whatever is thrown comes out where the step is asked for.
 */
export function runAll(steps: readonly Step[], atOnce: number): (name: string) => Promise<StepRun> {
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async (step: Step): Promise<StepRun> => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await runStep(step);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
  const runs = new Map(steps.map((step) => [step.name, inTurn(step)]));
  for (const run of runs.values()) run.catch(() => undefined);
  return (name) => runs.get(name) ?? Promise.reject(new Error(`There is no step ${name}.`));
}

/** A task definition of one container, in YAML of five lines; what is given begins in line 6, within the container. */
export const definitionWith = (lines = ''): string => `family: reservation-sidekiq
containerDefinitions:
  - name: sidekiq
    image: public.ecr.aws/docker/library/ruby:3
    memory: 64
${lines}
`;
