/** A stopped task of this deployment, as DescribeTasks tells it. */
export interface StoppedTask {
  readonly id: string;
  /** The deployment or task set that started it. */
  readonly startedBy: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly containers: readonly StoppedContainer[];
  /** When it stopped, in milliseconds since 1970, by AWS's clock. */
  readonly stoppedAt?: number;
  /** Its private address: how a load balancer knows it. */
  readonly address?: string;
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

/** A member of the task definition file that a cause is shown at. */
export type BlamedMember =
  'image' | 'secrets' | 'healthCheck' | 'memory' | 'logConfiguration' | 'command' | 'executionRoleArn';

interface CauseRule {
  /** Whether the next task may do better; of what cannot heal the second task is proof enough. */
  readonly heals: boolean;
  readonly blames?: BlamedMember;
  /** Of a task that could not start: the texts are in docs of AWS and in recorded answers. */
  readonly texts?: readonly RegExp[];
}

export type CauseKind =
  | 'image-missing'
  | 'wrong-architecture'
  | 'layers-unreachable'
  | 'registry-unreachable'
  | 'registry-denied'
  | 'secret-unreachable'
  | 'secret-denied'
  | 'secret-missing'
  | 'log-group-unreachable'
  | 'log-group-missing'
  | 'not-started'
  | 'out-of-memory'
  | 'exited'
  | 'container-health'
  | 'load-balancer-health'
  | 'no-capacity'
  | 'account-limit'
  | 'other';

/** Every cause, in the order in which the texts are tried: the first match wins. */
export const CAUSES: Readonly<Record<CauseKind, CauseRule>> = {
  'wrong-architecture': {
    heals: false,
    blames: 'image',
    texts: [/does not contain descriptor matching platform/i],
  },
  'image-missing': {
    heals: false,
    blames: 'image',
    texts: [/CannotPullContainerError.*(not found|repository does not exist|pull access denied)/i],
  },
  'layers-unreachable': {
    heals: true,
    texts: [/CannotPullContainerError: The task cannot pull .* connection issue/i],
  },
  'registry-unreachable': {
    heals: true,
    texts: [/cannot pull registry auth.*connection issue/i, /CannotPullContainerError.*dial tcp.*timeout/i],
  },
  'registry-denied': {
    heals: false,
    blames: 'executionRoleArn',
    texts: [/unable to retrieve ecr registry auth.*(AccessDenied|not authorized)/i],
  },
  'secret-unreachable': {
    heals: true,
    blames: 'secrets',
    texts: [/unable to retrieve secrets? from .*(connection issue|dial tcp|context deadline exceeded)/i],
  },
  'secret-denied': {
    heals: false,
    blames: 'secrets',
    texts: [/unable to retrieve secrets? from .*(AccessDenied|not authorized)/i],
  },
  'secret-missing': {
    heals: false,
    blames: 'secrets',
    // Any other reason may be a passing one, such as throttling.
    texts: [
      /unable to retrieve secrets? from .*(ResourceNotFound|ParameterNotFound|can.t find|does not exist|invalid (ssm )?parameters?)/i,
    ],
  },
  // "cannot find the log group … connection issue … signal: killed" is a missing route, not a missing group.
  'log-group-unreachable': {
    heals: true,
    blames: 'logConfiguration',
    texts: [/failed to validate logger args: .*connection issue/i],
  },
  'log-group-missing': {
    heals: false,
    blames: 'logConfiguration',
    texts: [/failed to validate logger args: .*(ResourceNotFoundException|does not exist)/i],
  },
  'not-started': { heals: true },
  'out-of-memory': { heals: true, blames: 'memory' },
  exited: { heals: true, blames: 'command' },
  'container-health': { heals: true, blames: 'healthCheck' },
  'load-balancer-health': { heals: true },
  'no-capacity': { heals: true },
  'account-limit': { heals: true },
  other: { heals: true },
};

export const CAUSE_KINDS: readonly CauseKind[] = Object.keys(CAUSES).filter((name): name is CauseKind =>
  Object.hasOwn(CAUSES, name),
);

export const canHeal = (cause: Cause): boolean => CAUSES[cause.kind].heals;

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
  for (const { tasks: stopped } of groups.values()) stopped.sort(byEnd);
  return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}

// AWS lists tasks in no order; one without a time stays where it was found.
const byEnd = (one: StoppedTask, other: StoppedTask): number =>
  one.stoppedAt === undefined || other.stoppedAt === undefined ? 0 : one.stoppedAt - other.stoppedAt;

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

function startCause(task: StoppedTask, text: string): Cause {
  // Fargate platform 1.3 says "Task failed to start" and keeps the text on the container.
  const blamed = task.containers.find(({ reason }) => reason !== undefined);
  const awsText = /^Task failed to start/.test(text) ? (blamed?.reason ?? text) : text;
  const kind =
    CAUSE_KINDS.find((name) => CAUSES[name].texts?.some((text) => text.test(awsText))) ?? 'not-started';
  return { kind, awsText };
}

/** Request ids, task ids and addresses differ from task to task though the cause is one. */
function withoutIds(text: string): string {
  return text.replaceAll(
    /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|\d+\.\d+\.\d+\.\d+(:\d+)?|retried \d+ time/g,
    '#',
  );
}

/**
 * A crash whose log ends with `exec format error` is an image for another architecture: neither the task
 * nor the exit code tells (a single image, no index).
 */
export function causeWithLog(cause: Cause, lines: readonly string[]): Cause {
  const line = cause.kind === 'exited' ? lines.findLast((text) => text.trim() !== '') : undefined;
  return line !== undefined && /exec format error/i.test(line)
    ? { ...cause, kind: 'wrong-architecture', awsText: line }
    : cause;
}

/** Events of services that find no place for a task: developer guide, "service event messages". */
const NO_CAPACITY = [
  /was unable to place a task because/i,
  /Capacity is unavailable at this time|No Container Instances were found|RESOURCE:/i,
];

/** The same guide: events of services that may not start another task, whatever place there is. */
const ACCOUNT_LIMIT =
  /Reason: You['’]ve reached the limit on|Reason: The requested (?:CPU|MEMORY) configuration is above your limit/i;

/** The cause that the events of the service tell where no task was started, and none stopped. */
export function causeOfEvents(messages: readonly string[]): Cause | undefined {
  const isLimit = (message: string): boolean => ACCOUNT_LIMIT.test(message);
  const isUnplaced = (message: string): boolean => NO_CAPACITY.some((pattern) => pattern.test(message));
  const text = messages.find((message) => isLimit(message) || isUnplaced(message));
  if (text === undefined) return undefined;
  return { kind: isLimit(text) ? 'account-limit' : 'no-capacity', awsText: text };
}

/** What is worth a word and no cause: Spot capacity taken back, containers that did not end when asked. */
export interface Remark {
  readonly kind: 'spot' | 'stop-timeout';
  readonly tasks: number;
  readonly container?: string;
}

export function remarksOf(tasks: readonly StoppedTask[]): readonly Remark[] {
  const spot = tasks.filter(({ stopCode }) => stopCode === 'SpotInterruption').length;
  const killed = tasks.flatMap((task) => killedAfterStop(task) ?? []);
  const [first] = killed;
  return [
    ...(spot === 0 ? [] : [{ kind: 'spot' as const, tasks: spot }]),
    ...(first === undefined
      ? []
      : [{ kind: 'stop-timeout' as const, tasks: killed.length, container: first.name }]),
  ];
}

// SIGKILL comes when stopTimeout has passed after SIGTERM; whoever is killed for memory says so.
function killedAfterStop({ stopCode, containers }: StoppedTask): StoppedContainer | undefined {
  if (stopCode !== 'ServiceSchedulerInitiated' && stopCode !== 'UserInitiated') return undefined;
  return containers.find(
    ({ exitCode, reason }) => exitCode === 137 && !/^OutOfMemoryError/i.test(reason ?? ''),
  );
}
