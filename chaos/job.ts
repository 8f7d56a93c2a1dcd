import type { Course } from '../src/deploy/course.ts';
import { coursesIn, suspensionsIn } from '../src/github/state.ts';
import { restore } from '../src/scaling/suspend.ts';
import type { Suspension } from '../src/scaling/suspension.ts';
import { requestOf, rollbackOf } from './request.ts';
import type { Attempt, Subject } from './run.ts';
import type { ChaosScenario } from './scenario.ts';
import { isFirst } from './setting.ts';
import type { Process } from './stage/process.ts';
import type { Part, Stage } from './stage/stage.ts';

/** The runner needs a moment between two steps. */
const BETWEEN_STEPS_MS = 1_000;

export interface Playing {
  readonly scenario: ChaosScenario;
  readonly stage: Stage;
  readonly subject: Subject;
}

interface Job {
  readonly job: number;
  /** All in one step, side by side. */
  readonly services: readonly string[];
  /** That of the first service. */
  readonly lane: number;
}

/** The main step, and the post step where the main step left something to do. */
export async function playJob(job: Job, playing: Playing): Promise<readonly (() => Attempt)[]> {
  const { scenario, stage } = playing;
  const process = stage.process('main', job.job);
  const parts = partsOf(job, process, playing);
  const main = await Promise.all(parts.map((part) => playMain(part, playing)));
  await stage.pause(BETWEEN_STEPS_MS);
  if (scenario.kill?.isRunnerGone === true && !process.isAlive()) return main;
  const [courses, suspensions] = [coursesIn(process.state), suspensionsIn(process.state)];
  if (courses.length === 0 && suspensions.length === 0) return main;
  const after = stage.process('post', job.job);
  const post = parts.flatMap((part): readonly Promise<() => Attempt>[] => {
    const unfinished = {
      course: courses.find(({ service }) => service === part.service),
      suspension: suspensions.find(({ resourceId }) => resourceId.endsWith(`/${part.service}`)),
    };
    if (unfinished.course === undefined && unfinished.suspension === undefined) return [];
    return [playPost({ ...part, step: 'post', process: after }, unfinished, playing)];
  });
  return [...main, ...(await Promise.all(post))];
}

function partsOf({ job, services, lane }: Job, process: Process, playing: Playing): readonly Part[] {
  const { scenario, stage } = playing;
  return services.map((service, index): Part => {
    const basis = { job, step: 'main', service, lane: lane + index, process } as const;
    if (scenario.rollback === undefined) {
      return { ...basis, tag: isFirst(service) ? scenario.tag : (scenario.second?.tag ?? '') };
    }
    const back = stage.returnOf(service);
    if (back === undefined) return { ...basis, tag: '' };
    const { tag, taskDefinition: returnsTo, isUnclear } = back;
    return { ...basis, tag, returnsTo, isUnclear };
  });
}

const playMain = (part: Part, { scenario, stage, subject }: Playing): Promise<() => Attempt> =>
  stage.step(part, (ports) =>
    scenario.rollback === undefined
      ? subject.deploy(requestOf(scenario, part), ports)
      : subject.rollBack(rollbackOf(scenario, part), ports),
  );

interface Unfinished {
  readonly course: Course | undefined;
  readonly suspension: Suspension | undefined;
}

const playPost = (
  part: Part,
  { course, suspension }: Unfinished,
  { stage, subject }: Playing,
): Promise<() => Attempt> =>
  stage.step(part, async (ports) => {
    const restoring = suspension === undefined ? undefined : restore(suspension, ports);
    const outcome = course === undefined ? undefined : await subject.settle(course, ports);
    await restoring;
    return outcome;
  });
