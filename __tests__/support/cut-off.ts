import { expect } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { virtualClock } from '../../sandbox/clock.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type ActionName, type Ended, exampleInputs, runAction, serve } from './action.ts';
import { startOfTime } from './sandbox.ts';

/** The sandbox's time passes with each request alone, so that no step depends on how busy the machine is. */
const A_REQUEST_MS = 1_000;
/** Once the post step has asked for what it wants, its requests bring the end soon. */
const A_REQUEST_AFTERWARDS_MS = 15_000;
const AFTER_SIGINT_MS = 7_500;
const AFTER_SIGTERM_MS = 2_500;

/** A moment of a run: right before AWS gets a call for the n-th time, or right after it took effect. */
export interface Moment {
  readonly operation: string;
  readonly time: number;
  readonly when: 'before' | 'after';
  /** What must be so for a call to be counted, and its name. */
  readonly once?: { readonly name: string; readonly holds: (sandbox: Sandbox) => boolean };
}

export const momentName = ({ operation, time, when, once }: Moment): string =>
  `${when} ${operation} ${time}${once === undefined ? '' : ` once ${once.name}`}`;

/** What is run, and cut off. */
export interface Step {
  readonly action: ActionName;
  readonly service: string;
  readonly tag?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** More of the scenario, or another one made of the example. */
  readonly scenario?: Parameters<typeof serve>[2];
  /** Milliseconds of the sandbox's time that a request of the main step takes. */
  readonly requestMs?: number;
}

/** As the runner ends a step: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL, to the process alone. */
export function cancel(child: ChildProcess): void {
  child.kill('SIGINT');
  const term = setTimeout(() => {
    child.kill('SIGTERM');
    kill = setTimeout(() => child.kill('SIGKILL'), AFTER_SIGTERM_MS);
  }, AFTER_SIGINT_MS);
  let kill: NodeJS.Timeout | undefined;
  child.once('exit', () => {
    clearTimeout(term);
    clearTimeout(kill);
  });
}

export interface CutOff {
  readonly main: Ended;
  readonly post: Ended;
  readonly mutations: readonly string[];
  /** ARN of the revision that the service is set to serve. */
  readonly serves: string;
  /** The scalable targets, where the scenario has some. */
  readonly scalableTargets: readonly object[];
}

/** Runs the built action with on-cancel: rollback, ends it at a moment, then runs its post step with the state it left. */
export async function cutOff(
  step: Step,
  moment: Moment,
  end: (child: ChildProcess) => void,
): Promise<CutOff> {
  const { action, service, tag = 'v2', requestMs = A_REQUEST_MS } = step;
  let child: ChildProcess | undefined;
  let times = 0;
  let isPost = false;
  const clock = virtualClock(startOfTime);
  const change = (sandbox: Sandbox): Sandbox => ({
    ...sandbox,
    handle: (request) => {
      clock.advance(isPost && isUndone(sandbox) ? A_REQUEST_AFTERWARDS_MS : requestMs);
      const isIt =
        request.headers['x-amz-target']?.endsWith(`.${moment.operation}`) === true &&
        moment.once?.holds(sandbox) !== false;
      const isDue = isIt && (times += 1) === moment.time && child !== undefined;
      if (isDue && moment.when === 'before' && child !== undefined) end(child);
      const reply = sandbox.handle(request);
      if (isDue && moment.when === 'after' && child !== undefined) end(child);
      return reply;
    },
  });
  const place = await serve(clock, change, step.scenario);
  const inputs = { ...exampleInputs(service, tag), 'on-cancel': 'rollback', ...step.inputs };
  const main = await runAction({
    action,
    endpoint: place.endpoint,
    inputs,
    spawned: (process) => (child = process),
  });
  child = undefined;
  isPost = true;
  const post = await runAction({ action, endpoint: place.endpoint, inputs, after: main.state });
  const mutations = place.sandbox.requests
    .filter(({ mutating }) => mutating)
    .map(({ operation }) => operation);
  const { ecs, autoscaling } = place.sandbox.live();
  const state = ecs.services.find(({ name }) => name === service);
  const { deployments = [], taskSets = [] } = state ?? {};
  const serving = [...deployments, ...taskSets].find(({ status }) => status === 'PRIMARY');
  const scalableTargets = structuredClone(autoscaling.scalableTargets);
  await place.close();
  return { main, post, mutations, serves: serving?.settings.taskDefinition ?? '', scalableTargets };
}

const STARTS = ['UpdateService', 'CreateDeployment'];
const STOPS = ['StopServiceDeployment', 'StopDeployment'];

/** Whether what brings back what was there before has been asked for. */
function isUndone({ requests }: Sandbox): boolean {
  const sent = requests.filter(({ mutating }) => mutating).map(({ operation }) => operation);
  return (
    sent.some((operation) => STOPS.includes(operation)) ||
    sent.filter((operation) => STARTS.includes(operation)).length > 1
  );
}

/** What was there before serves again, by one call at most, and the post step is content; how many calls were sent. */
export function expectUndone({ post, mutations, serves }: CutOff): number {
  const started = mutations.filter((operation) => STARTS.includes(operation)).length;
  const stopped = mutations.filter((operation) => STOPS.includes(operation)).length;
  // Returning by UpdateService, where there is nothing to stop yet, is a start, too.
  expect(started + stopped).toBeLessThanOrEqual(2);
  expect(serves).toMatch(/:1$/);
  expect(post.exitCode).toBe(0);
  expect(post.log).not.toMatch(/^\s+at /m);
  return started + stopped;
}
