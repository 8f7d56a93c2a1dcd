import { deployRequest, file, webFile } from '../__tests__/support/deployment.ts';
import { startOfTime } from '../__tests__/support/sandbox.ts';
import { fraction } from '../sandbox/chance.ts';
import { isMutating } from '../sandbox/operation.ts';
import { requestHandler, type SandboxHandler } from '../sandbox/request-handler.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { Course } from '../src/deploy/course.ts';
import type { Outcome } from '../src/deploy/outcome.ts';
import type { Ports } from '../src/deploy/ports.ts';
import type { DeployRequest } from '../src/deploy/request.ts';
import type { Mount } from './mount.ts';
import { doAct } from './others.ts';
import type { Attempt, Call, Done, End } from './run.ts';
import type { ChaosScenario, Moment } from './scenario.ts';
import { serviceName, settingOf } from './setting.ts';
import { type VirtualTime, virtualTime } from './time.ts';
import { failedTasks, type FailedTask, type Truth, truthOf } from './truth.ts';

/** A sandbox as a scenario has it, in virtual time, and everything that is noted of what happens there. */
export interface Stage {
  /** Runs one step to its end; the answer tells of it, late calls included, whenever it is asked. */
  readonly step: (step: Attempt['step'], work: (ports: Ports) => Promise<Outcome>) => Promise<() => Attempt>;
  /** What the last step left for a post step, if anything. */
  readonly left: () => Course | undefined;
  /** Lets so many milliseconds pass, with whatever is arranged in them. */
  readonly passTime: (milliseconds: number) => Promise<void>;
  readonly truth: () => Truth;
  readonly failedTasks: () => readonly FailedTask[];
  /** The scalable targets, as text. */
  readonly scaling: () => string;
  readonly othersDid: readonly Done[];
  readonly log: readonly string[];
}

/** What is noted of one attempt. */
interface Notes {
  readonly calls: Call[];
  readonly trail: Truth[];
  readonly pauses: number[];
  readonly runner: AbortController;
  /** What was kept for the post step, newest last. */
  readonly kept: Course[];
}

const emptyNotes = (): Notes => ({
  calls: [],
  trail: [],
  pauses: [],
  runner: new AbortController(),
  kept: [],
});

/** Opens the sandbox and leads the clients of the mount to it. */
export function setStage(scenario: ChaosScenario, mount: Mount): Stage {
  const time = virtualTime(startOfTime);
  const sandbox = createSandbox(settingOf(scenario), { now: time.now, wait: time.sleep });
  const othersDid: Done[] = [];
  const log: string[] = [];
  const failed = new Map<string, FailedTask>();
  let notes = emptyNotes();

  const noteFailures = (): void => {
    for (const task of failedTasks(sandbox)) failed.set(task.id, task);
  };
  const reach = planned(scenario, time, (happening) => {
    if (happening === 'cancel') {
      notes.runner.abort();
      return;
    }
    notes.trail.push(truthOf(sandbox));
    if (doAct(sandbox, scenario, happening)) othersDid.push({ at: time.now(), does: happening.does });
  });
  const answer = answering(sandbox, time, {
    before: reach,
    after: (call) => {
      notes.calls.push(call);
      notes.trail.push(truthOf(sandbox));
    },
  });
  mount.lead(answer);

  return {
    step: async (step, work) => {
      const own = (notes = emptyNotes());
      const startedAt = time.now();
      const before = truthOf(sandbox);
      const ports = portsOf(scenario, { mount, time, notes: own, log });
      const end = await toItsEnd(work(ports), { time, mount });
      noteFailures();
      own.trail.push(truthOf(sandbox));
      const facts = { step, startedAt, endedAt: time.now(), end, before };
      const [inTime, trail, pauses] = [own.calls.length, [...own.trail], [...own.pauses]];
      return () => {
        const [calls, lateCalls] = [own.calls.slice(0, inTime), own.calls.slice(inTime)];
        return { ...facts, trail, pauses, calls, lateCalls };
      };
    },
    passTime: async (milliseconds) => {
      const end = time.now() + milliseconds;
      time.later(milliseconds, () => undefined);
      do await turn(mount);
      while (time.next(end));
      noteFailures();
    },
    left: () => {
      const course = notes.kept.at(-1);
      return course?.isTold === false ? course : undefined;
    },
    truth: () => truthOf(sandbox),
    failedTasks: () => [...failed.values()],
    scaling: () => JSON.stringify(sandbox.live().autoscaling),
    othersDid,
    log,
  };
}

/** Lets everything go on that needs no time: an SDK call needs none until it waits for the sandbox. */
async function turn({ busy }: Mount): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve));
  while (busy() > 0);
}

/** Lets time pass until the work has ended, or nothing is left that could wake it. */
async function toItsEnd(
  work: Promise<Outcome>,
  { time, mount }: { readonly time: VirtualTime; readonly mount: Mount },
): Promise<End> {
  const ended: { end?: End } = {};
  work.then(
    (outcome) => (ended.end = { kind: 'outcome', outcome }),
    (error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      ended.end = { kind: 'thrown', error: text };
    },
  );
  do await turn(mount);
  while (ended.end === undefined && time.next());
  return ended.end ?? { kind: 'stuck' };
}

type Happening = ChaosScenario['others'][number] | 'cancel';

/** Arranges what is to happen at its second; gives back what makes happen what is due at the next call. */
function planned(
  { others, cancel }: ChaosScenario,
  time: VirtualTime,
  happen: (happening: Happening) => void,
): () => void {
  const plans: readonly (readonly [Moment, Happening])[] = [
    ...others.map((act) => [act, act] as const),
    ...(cancel === undefined ? [] : [[cancel, 'cancel'] as const]),
  ];
  for (const [moment, happening] of plans) {
    if ('seconds' in moment) time.later(moment.seconds * 1_000, () => happen(happening));
  }
  let calls = 0;
  return () => {
    calls += 1;
    for (const [moment, happening] of plans) {
      if ('call' in moment && moment.call === calls) happen(happening);
    }
  };
}

/** As the SDK's own handler gives up on what never answers. */
const REQUEST_TIMEOUT_MS = 20_000;

/** The sandbox behind the SDK, with notes of every call. */
function answering(
  sandbox: Sandbox,
  time: VirtualTime,
  notes: { readonly before: () => void; readonly after: (call: Call) => void },
): SandboxHandler['handle'] {
  const handler = requestHandler(sandbox);
  return (request, options) => {
    notes.before();
    // The SDK's own handler sends nothing then.
    if (options?.abortSignal?.aborted === true) {
      return Promise.reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
    }
    const before = truthOf(sandbox);
    const state = mayChange(request) ? stateOf(sandbox) : '';
    const answer = handler.handle(request, options);
    const recorded = sandbox.requests.at(-1);
    if (recorded === undefined) throw new Error('The sandbox has recorded no request.');
    const { at, service, operation, mutating, status, input } = recorded;
    const started = truthOf(sandbox).deployments.filter((id) => !before.deployments.includes(id));
    const hadEffect = mutating && stateOf(sandbox) !== state;
    notes.after({ at, name: `${service}:${operation}`, mutating, status, input, before, started, hadEffect });
    if (status !== 0) return answer;
    const timeout = time.sleep(REQUEST_TIMEOUT_MS).then((): never => {
      throw Object.assign(new Error('The request timed out.'), { name: 'TimeoutError' });
    });
    return Promise.race([answer, timeout]);
  };
}

const mayChange = ({ headers }: Parameters<SandboxHandler['handle']>[0]): boolean =>
  isMutating(headers['x-amz-target']?.split('.')[1] ?? '');

/** What an effective change changes: the past that is kept for stale reads is no part of it. */
const stateOf = ({ world: { ecs, codedeploy, autoscaling, eventCount } }: Sandbox): string =>
  JSON.stringify([eventCount, ecs.taskDefinitions.length, codedeploy.deployments, autoscaling, ecs.services]);

function portsOf(
  scenario: ChaosScenario,
  {
    mount,
    time,
    notes,
    log,
  }: {
    readonly mount: Mount;
    readonly time: VirtualTime;
    readonly notes: Notes;
    readonly log: string[];
  },
): Ports {
  const chance = { state: scenario.seed };
  return {
    aws: mount.aws,
    clock: {
      now: time.now,
      sleep: async (milliseconds, signal) => {
        await time.sleep(milliseconds * scenario.pace, signal);
        notes.pauses.push(time.now());
      },
      timeout: (milliseconds) => {
        const controller = new AbortController();
        time.later(milliseconds, () => controller.abort());
        return controller.signal;
      },
    },
    chance: () => fraction(chance),
    log: {
      say: (...lines) => log.push(...lines),
      group: (title, lines) => log.push(title, ...lines),
      warn: (text) => log.push(`warning: ${text}`),
    },
    signal: notes.runner.signal,
    keepSuspension: () => undefined,
    keep: (course) => {
      notes.kept.push(course);
      log.push(`kept: ${course.handle?.id ?? 'no deployment yet'}${course.isTold ? ', told' : ''}`);
    },
  };
}

/** What an attempt asks for. */
export function requestOf(scenario: ChaosScenario, attempt: number): DeployRequest {
  const { wait, waitMinutes, dryRun, pinImages, force, desiredCount, waitForTermination } = scenario.request;
  const basis = deployRequest();
  const isRolling = scenario.service.strategy === 'rolling';
  return {
    ...basis,
    action: isRolling ? 'ecs-update-service' : 'bluegreen-deploy',
    service: serviceName(scenario),
    revision: isRolling ? file(scenario.tag) : webFile(scenario.tag),
    settings: { ...basis.settings, forceNewDeployment: force ? true : undefined, desiredCount },
    codeDeploy: { ...basis.codeDeploy, waitForTermination },
    control: scenario.control,
    run: { ...basis.run, runAttempt: String(attempt) },
    wait,
    waitMinutes,
    dryRun,
    pinImages,
  };
}
