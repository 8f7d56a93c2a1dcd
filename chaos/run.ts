import type { deploy } from '../src/deploy/deploy.ts';
import type { Outcome } from '../src/deploy/outcome.ts';
import { settle } from '../src/deploy/settle.ts';
import type { Mount } from './mount.ts';
import type { Act, ChaosScenario } from './scenario.ts';
import { requestOf, setStage } from './stage.ts';
import type { FailedTask, Truth } from './truth.ts';

/** What is put to the proof: the logic of the actions, or something that breaks a rule on purpose. */
export type Deploy = typeof deploy;

/** Everything that happened in one scenario. */
export interface Run {
  readonly scenario: ChaosScenario;
  readonly attempts: readonly Attempt[];
  readonly othersDid: readonly Done[];
  readonly failedTasks: readonly FailedTask[];
  /** Half an hour after the end, without a call of ours in between. */
  readonly later: Truth;
  /** The scalable targets before and after, as text. */
  readonly scaling: { readonly before: string; readonly after: string };
  readonly log: readonly string[];
}

/** What somebody else did. */
export interface Done {
  readonly at: number;
  readonly does: Act['does'];
}

/** One step of a job and what was true around it. */
export interface Attempt {
  /** `deploy()`, or what the post step does about one that was cut off. */
  readonly step: 'main' | 'post';
  readonly startedAt: number;
  readonly endedAt: number;
  readonly end: End;
  /** Before it began. */
  readonly before: Truth;
  /** At each of its calls, right after AWS operated it, before each act of others, and at its end. */
  readonly trail: readonly Truth[];
  /** The moments at which a pause of ours ended. */
  readonly pauses: readonly number[];
  readonly calls: readonly Call[];
  /** Calls that came after its end. */
  readonly lateCalls: readonly Call[];
}

export type End =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'thrown'; readonly error: string }
  /** Nothing is left that could wake it. */
  | { readonly kind: 'stuck' };

/** A call of ours. */
export interface Call {
  readonly at: number;
  /** `ecs:UpdateService`. */
  readonly name: string;
  readonly mutating: boolean;
  /** Of HTTP; 0 where no answer came. */
  readonly status: number;
  readonly input: object;
  /** Right before it. */
  readonly before: Truth;
  /** The deployments that AWS started for it, answered or not. */
  readonly started: readonly string[];
  /** True where AWS did what it was asked, answered or not. */
  readonly hadEffect: boolean;
}

const QUIET_MS = 30 * 60_000;

/** Plays a scenario to its end, and half an hour beyond, in virtual time. */
export async function play(scenario: ChaosScenario, mount: Mount, deploy: Deploy): Promise<Run> {
  const stage = setStage(scenario, mount);
  const before = stage.scaling();
  const attempts: (() => Attempt)[] = [];
  const job = async (number: number): Promise<void> => {
    attempts.push(await stage.step('main', (ports) => deploy(requestOf(scenario, number), ports)));
    const course = stage.left();
    if (course !== undefined) attempts.push(await stage.step('post', (ports) => settle(course, ports)));
  };
  await job(1);
  if (scenario.again !== undefined) {
    await stage.passTime(scenario.again.afterSeconds * 1_000);
    await job(2);
  }
  await stage.passTime(QUIET_MS);
  return {
    scenario,
    attempts: attempts.map((attempt) => attempt()),
    othersDid: stage.othersDid,
    failedTasks: stage.failedTasks(),
    later: stage.truth(),
    scaling: { before, after: stage.scaling() },
    log: stage.log,
  };
}
