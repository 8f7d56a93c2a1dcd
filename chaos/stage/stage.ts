import { startOfTime } from '../../__tests__/support/sandbox.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import type { Outcome } from '../../src/deploy/outcome.ts';
import type { Ports } from '../../src/deploy/ports.ts';
import type { Mount } from '../mount.ts';
import { doAct } from '../others.ts';
import type { Attempt, Call, Done, End } from '../run.ts';
import type { ChaosScenario } from '../scenario.ts';
import { type Return, returnOf } from '../history.ts';
import { RIVAL } from '../request.ts';
import { settingOf } from '../setting.ts';
import { failedTasks, type FailedTask, type Scalable, scalableIn, type Truth, truthOf } from '../truth.ts';
import { answering, type Caller } from './answering.ts';
import { type Happening, planned } from './happening.ts';
import { prepare } from './prepare.ts';
import { portsOf } from './ports.ts';
import { createProcess, type Process } from './process.ts';
import { virtualTime } from './time.ts';

/** A sandbox as a scenario has it, in virtual time, and everything that is noted of what happens there. */
export interface Stage {
  /** A process of the runner; what the scenario does to the job happens to the main step that began last. */
  readonly process: (step: Attempt['step'], job: number) => Process;
  /** Runs one service of a step to its end; the answer tells of it, late calls included, whenever it is asked. */
  readonly step: (part: Part, work: (ports: Ports) => Promise<Outcome | undefined>) => Promise<() => Attempt>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Lets time pass until the work is done. */
  readonly drive: <T>(work: Promise<T>) => Promise<T>;
  readonly truth: (service: string) => Truth;
  /** What a rollback that is pressed now has to return to. */
  readonly returnOf: (service: string) => Return | undefined;
  readonly failedTasks: () => readonly FailedTask[];
  readonly scaling: () => Scalable;
  readonly othersDid: readonly Done[];
  readonly log: readonly string[];
}

/** One service in one step of one job. */
export type Part = Pick<Attempt, 'job' | 'step' | 'service' | 'tag' | 'returnsTo' | 'isUnclear'> & {
  /** By which set of clients it calls. */
  readonly lane: number;
  readonly process: Process;
};

/** What is noted of one attempt. */
interface Notes extends Caller {
  readonly calls: Call[];
  readonly trail: Truth[];
  readonly pauses: number[];
}

/** The runner sends SIGINT, after 7.5 seconds SIGTERM and after 2.5 more SIGKILL. */
const KILLED_AFTER_MS = 10_000;

/** Opens the sandbox and leads the clients of the mount to it. */
export function setStage(scenario: ChaosScenario, mount: Mount): Stage {
  const time = virtualTime(startOfTime);
  const sandbox = createSandbox(settingOf(scenario), { now: time.now, wait: time.sleep });
  prepare(sandbox, scenario, time);
  const othersDid: Done[] = [];
  const log: string[] = [];
  const failed = new Map<string, FailedTask>();
  const onLane = new Map<number, Notes>();
  /** The processes of the steps that have not ended, by lane. */
  const open = new Map<number, Process>();
  const stuck = new Set<() => void>();
  let target: Process | undefined;

  const isOpen = (process: Process): boolean => [...open.values()].includes(process);
  const noteFailures = (): void => {
    for (const task of failedTasks(sandbox)) failed.set(task.id, task);
  };
  const noteTruth = (): void => {
    for (const { trail, service } of onLane.values()) trail.push(truthOf(sandbox, service));
  };
  const happen = (happening: Happening): void => {
    switch (happening.kind) {
      case 'act':
        noteTruth();
        if (doAct(sandbox, scenario, happening.act)) {
          othersDid.push({ at: time.now(), does: happening.act.does });
        }
        return;
      case 'cancel': {
        const cancelled = target;
        cancelled?.interrupt();
        time.later(KILLED_AFTER_MS, () => {
          if (cancelled !== undefined && isOpen(cancelled)) cancelled.kill();
        });
        return;
      }
      case 'kill':
        target?.kill();
    }
  };
  const answer = answering({ sandbox, time, reach: planned(scenario, time, happen) });
  mount.lead((lane, ...request) => {
    const caller = onLane.get(lane);
    if (caller === undefined) throw new Error('Nobody calls by this lane.');
    return answer(caller, ...request);
  });
  const passes = time.next;

  return {
    process: (step, job) => {
      const process = createProcess();
      if (step === 'main' && job !== RIVAL) target = process;
      return process;
    },
    step: async ({ lane, process, ...names }, work) => {
      const notes: Notes = {
        process,
        service: names.service,
        calls: [],
        trail: [],
        pauses: [],
        made: (call) => {
          notes.calls.push(call);
          notes.trail.push(truthOf(sandbox, names.service));
        },
      };
      onLane.set(lane, notes);
      open.set(lane, process);
      const startedAt = time.now();
      const before = truthOf(sandbox, names.service);
      const paused = (at: number): void => void notes.pauses.push(at);
      const aws = mount.lanes[lane];
      if (aws === undefined) throw new RangeError(`There is no lane ${lane}.`);
      const ports = portsOf(scenario, { aws, time, process, paused, log });
      const end = await Promise.race([endOf(work(ports)), deathOf(process), hang(stuck)]);
      open.delete(lane);
      if (target === process && !isOpen(process)) target = undefined;
      noteFailures();
      notes.trail.push(truthOf(sandbox, names.service));
      const facts = { ...names, startedAt, endedAt: time.now(), end, before };
      const [inTime, trail, pauses] = [notes.calls.length, [...notes.trail], [...notes.pauses]];
      return () => {
        const [calls, lateCalls] = [notes.calls.slice(0, inTime), notes.calls.slice(inTime)];
        return { ...facts, trail, pauses, calls, lateCalls };
      };
    },
    pause: (milliseconds) => time.sleep(milliseconds),
    drive: async (work) => {
      const ended = { isOver: false };
      const over = (): void => void (ended.isOver = true);
      work.then(over, over);
      do await turn(mount);
      while (!ended.isOver && (passes() || endStuck(stuck)));
      noteFailures();
      return work;
    },
    truth: (service) => truthOf(sandbox, service),
    returnOf: (service) => returnOf(sandbox, service),
    failedTasks: () => [...failed.values()],
    scaling: () => scalableIn(sandbox),
    othersDid,
    log,
  };
}

/** Lets everything go on that needs no time: an SDK call needs none until it waits for the sandbox. */
async function turn({ busy }: Mount): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve));
  while (busy() > 0);
}

const endOf = (work: Promise<Outcome | undefined>): Promise<End> =>
  work.then(
    (outcome) => (outcome === undefined ? { kind: 'silent' } : { kind: 'outcome', outcome }),
    (error: unknown) => ({
      kind: 'thrown',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );

const deathOf = ({ killed }: Process): Promise<End> => killed.then(() => ({ kind: 'killed' }));

/** Comes to its end when nothing is left that could wake anything. */
const hang = (stuck: Set<() => void>): Promise<End> =>
  new Promise((resolve) => stuck.add(() => resolve({ kind: 'stuck' })));

/** Ends every step that nothing can wake any more; false where there is none. */
function endStuck(stuck: Set<() => void>): boolean {
  const open = [...stuck];
  stuck.clear();
  for (const end of open) end();
  return open.length > 0;
}
