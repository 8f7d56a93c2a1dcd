/** A stopped task of this deployment, as DescribeTasks tells it. */
export interface StoppedTask {
  readonly id: string;
  /** The deployment or task set that started it. */
  readonly startedBy: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly containers: readonly StoppedContainer[];
}

export interface StoppedContainer {
  readonly name: string;
  readonly exitCode?: number;
  readonly reason?: string;
  readonly unhealthy: boolean;
}

/** Why a task stopped. `awsText` is AWS's, word for word. */
export interface Cause {
  readonly kind: CauseKind;
  readonly awsText: string;
  /** The container to blame, where one can be named. */
  readonly container?: string;
  readonly exitCode?: number;
}

export type CauseKind =
  | 'image-missing'
  | 'wrong-architecture'
  | 'secret'
  | 'log-group'
  | 'not-started'
  | 'out-of-memory'
  | 'exited'
  | 'container-health'
  | 'load-balancer-health'
  | 'other';

/** Causes that no retry heals: the second task that stops for one of them is proof enough. */
const CANNOT_HEAL: ReadonlySet<CauseKind> = new Set([
  'image-missing',
  'wrong-architecture',
  'secret',
  'log-group',
]);

export const canHeal = (cause: Cause): boolean => !CANNOT_HEAL.has(cause.kind);

/** Tasks that stopped for the same cause. */
export interface CauseGroup {
  readonly cause: Cause;
  readonly tasks: readonly StoppedTask[];
}

/** Groups by cause, the most frequent first; noise (scale-in, replacement, a person) is left out. */
export function groupCauses(tasks: readonly StoppedTask[]): readonly CauseGroup[] {
  const groups = new Map<string, { cause: Cause; tasks: StoppedTask[] }>();
  for (const task of tasks) {
    const cause = causeOf(task);
    if (cause === undefined) continue;
    const key = JSON.stringify([cause.kind, cause.container, cause.exitCode, withoutIds(cause.awsText)]);
    const group = groups.get(key) ?? { cause, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}

/** The cause of one stopped task; undefined when its stop is no failure. */
export function causeOf(task: StoppedTask): Cause | undefined {
  const text = task.stoppedReason ?? '';
  switch (task.stopCode) {
    case 'UserInitiated':
    case 'SpotInterruption':
    case 'TerminationNotice':
      return undefined;
    case 'ServiceSchedulerInitiated':
      return schedulerCause(task, text);
    case 'EssentialContainerExited':
      return exitCause(task, text);
    case 'TaskFailedToStart':
      return startCause(task, text);
    default:
      // A code of tomorrow, or none: the text is shown as it is, never dropped.
      return text === '' || /^Scaling activity initiated by/.test(text)
        ? undefined
        : { kind: 'other', awsText: text };
  }
}

// The scheduler also stops tasks to scale in or to replace them: only failed checks are failures.
function schedulerCause(task: StoppedTask, text: string): Cause | undefined {
  if (/failed container health checks/i.test(text)) {
    const container = task.containers.find(({ unhealthy }) => unhealthy);
    return {
      kind: 'container-health',
      awsText: text,
      ...(container === undefined ? {} : { container: container.name }),
    };
  }
  if (/failed ELB health checks/i.test(text)) return { kind: 'load-balancer-health', awsText: text };
  return undefined;
}

function exitCause(task: StoppedTask, text: string): Cause {
  const killed = task.containers.find(({ reason }) => /^OutOfMemoryError/i.test(reason ?? ''));
  if (killed !== undefined) {
    return { kind: 'out-of-memory', awsText: killed.reason ?? text, ...blame(killed) };
  }
  const codes = task.containers.filter(({ exitCode }) => exitCode !== undefined);
  const failing = codes.filter(({ exitCode }) => exitCode !== 0);
  // The others are ended by SIGTERM or SIGKILL when the essential one is gone.
  const ended =
    failing.find(({ exitCode }) => exitCode !== 137 && exitCode !== 143) ?? failing[0] ?? codes[0];
  return { kind: 'exited', awsText: ended?.reason ?? text, ...(ended === undefined ? {} : blame(ended)) };
}

const blame = ({ name, exitCode }: StoppedContainer): Pick<Cause, 'container' | 'exitCode'> => ({
  container: name,
  ...(exitCode === undefined ? {} : { exitCode }),
});

/** First match wins; the texts are in docs of AWS and in recorded answers. */
const START_TEXTS: readonly (readonly [RegExp, CauseKind])[] = [
  // "cannot find the log group … connection issue … signal: killed" is a missing route, not a missing group.
  [
    /failed to validate logger args: (?!.*connection issue).*(ResourceNotFoundException|does not exist)/i,
    'log-group',
  ],
  [/does not contain descriptor matching platform/i, 'wrong-architecture'],
  [/CannotPullContainerError.*(not found|repository does not exist|pull access denied)/i, 'image-missing'],
  [/unable to retrieve secrets? from (?!.*connection issue)/i, 'secret'],
];

function startCause(task: StoppedTask, text: string): Cause {
  // Fargate platform 1.3 says "Task failed to start" and keeps the text on the container.
  const blamed = task.containers.find(({ reason }) => reason !== undefined);
  const awsText = /^Task failed to start/.test(text) ? (blamed?.reason ?? text) : text;
  const kind = START_TEXTS.find(([pattern]) => pattern.test(awsText))?.[1] ?? 'not-started';
  return { kind, awsText };
}

/** Request ids, task ids and addresses differ from task to task though the cause is one. */
function withoutIds(text: string): string {
  return text.replaceAll(
    /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|\d+\.\d+\.\d+\.\d+(:\d+)?|retried \d+ time/g,
    '#',
  );
}
