import type { deploy } from '../src/deploy/deploy.ts';
import type { Outcome } from '../src/deploy/outcome.ts';
import type { rollBack } from '../src/rollback/rollback.ts';
import type { settle } from '../src/deploy/settle.ts';
import type { Mount } from './mount.ts';
import { playJob } from './job.ts';
import { RIVAL } from './request.ts';
import type { Act, ChaosScenario } from './scenario.ts';
import { serviceNames } from './setting.ts';
import { setStage } from './stage/stage.ts';
import type { FailedTask, Scalable, Truth } from './truth.ts';

/** What is put to the proof: the logic of the actions, or something that breaks a rule on purpose. */
export interface Subject {
  readonly deploy: typeof deploy;
  readonly rollBack: typeof rollBack;
  readonly settle: typeof settle;
}

/** Everything that happened in one scenario. */
export interface Run {
  readonly scenario: ChaosScenario;
  readonly attempts: readonly Attempt[];
  readonly othersDid: readonly Done[];
  readonly failedTasks: readonly FailedTask[];
  /** About each service, half an hour after the end, without a call of ours in between. */
  readonly later: Readonly<Record<string, Truth>>;
  /** The scalable targets before and after. */
  readonly scaling: { readonly before: Scalable; readonly after: Scalable };
  readonly log: readonly string[];
}

/** What somebody else did. */
export interface Done {
  readonly at: number;
  readonly does: Act['does'];
}

/** One service in one step of a job, and what was true around it. */
export interface Attempt {
  /** The number of the job: a second one is another attempt of the same run. */
  readonly job: number;
  /** The action itself, or what its post step does about one that was cut off. */
  readonly step: 'main' | 'post';
  readonly service: string;
  /** The tag that is asked for; for a rollback, of what it has to return to. */
  readonly tag: string;
  /** The ARN of what a rollback has to return to; absent where there is nothing, and for a deployment. */
  readonly returnsTo?: string;
  /** True where AWS is about to roll back, and shows it nowhere yet. */
  readonly isUnclear?: boolean;
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
  /** A post step that had only scaling to restore. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'thrown'; readonly error: string }
  | { readonly kind: 'killed' }
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
export async function play(scenario: ChaosScenario, mount: Mount, subject: Subject): Promise<Run> {
  const stage = setStage(scenario, mount);
  const before = stage.scaling();
  const attempts: (() => Attempt)[] = [];
  const services = serviceNames(scenario);
  const playing = { scenario, stage, subject };
  const jobs = async (): Promise<void> => {
    const twice = scenario.rollback?.twiceAfterSeconds;
    const rival = async (): Promise<readonly (() => Attempt)[]> => {
      if (twice === undefined) return [];
      await stage.pause(twice * 1_000);
      return playJob({ job: RIVAL, services, lane: 1 }, playing);
    };
    const [own, others] = await Promise.all([playJob({ job: 1, services, lane: 0 }, playing), rival()]);
    attempts.push(...own, ...others);
    if (scenario.again !== undefined) {
      await stage.pause(scenario.again.afterSeconds * 1_000);
      attempts.push(...(await playJob({ job: 2, services, lane: 0 }, playing)));
    }
    await stage.pause(QUIET_MS);
  };
  await stage.drive(jobs());
  return {
    scenario,
    attempts: attempts.map((attempt) => attempt()),
    othersDid: stage.othersDid,
    failedTasks: stage.failedTasks(),
    later: Object.fromEntries(services.map((service) => [service, stage.truth(service)])),
    scaling: { before, after: stage.scaling() },
    log: stage.log,
  };
}
