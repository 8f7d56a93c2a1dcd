import type { CauseKind, Remark } from '../deploy/cause.ts';
import type { DiagnosedCause, Diagnosis, FailedStage, Gap, TaskLog } from '../diagnosis/diagnosis.ts';
import type { Problem } from '../inputs/problem.ts';
import { denialLine } from './failure.ts';
import { withFullStop } from './full-stop.ts';
import { changeLine } from './plan.ts';
import { causeWords } from './cause.ts';
import { pauseStep, stageLines, stageStep } from './stage.ts';
import { successorLines, successorStep } from './successor.ts';
import { harmlessText } from './untrusted.ts';

/** A diagnosis as lines of the log. */
export function diagnosisLines(diagnosis: Diagnosis): readonly string[] {
  return [
    ...findings(diagnosis),
    ...diagnosis.causes.flatMap(({ logs }) => logs.flatMap(logLines)),
    ...hookLines(diagnosis.stage),
  ];
}

/** The same without the logs: for the job summary. */
export function findings(diagnosis: Diagnosis): readonly string[] {
  const { causes, remarks, stage, successor, scaling, gaps } = diagnosis;
  const next = nextStep(diagnosis);
  return [
    ...successorLines(successor),
    ...causes.flatMap((cause) => causeLines(cause, next)),
    ...stageLines(stage),
    ...remarks.map(remarkLine),
    ...scaling.map(
      ({ description, reason }) =>
        `Meanwhile the service was scaled: ${withFullStop(description)}${reason === undefined ? '' : ` ${withFullStop(reason)}`}`,
    ),
    ...servingLines(diagnosis),
    ...changeLines(diagnosis),
    ...gaps.map(gapLine),
    `What to do next: ${next}`,
  ];
}

/** Each cause that a line of the file is to blame for, as an annotation of it. */
export function diagnosisProblems({ causes }: Diagnosis): readonly Problem[] {
  return causes.flatMap(({ cause, count, place }) =>
    place === undefined
      ? []
      : [
          {
            message: withFullStop(`${stopped(count)}${causeWords(cause)}`),
            remedy: REMEDIES[cause.kind],
            location: place,
          },
        ],
  );
}

// GitHub takes outputs of up to 1 MiB a job.
const LONGEST_OUTPUT = 200_000;
const FEW_LINES = 5;

/** A diagnosis as the output of an action, on one line; its texts are made harmless, whoever prints them. */
export function diagnosisOutput(diagnosis: Diagnosis | undefined): string {
  if (diagnosis === undefined) return '';
  const whole = outputText(diagnosis);
  return whole.length <= LONGEST_OUTPUT ? whole : outputText(withFewLines(diagnosis));
}

const outputText = (diagnosis: Diagnosis): string =>
  JSON.stringify({ ...diagnosis, next: nextStep(diagnosis) }, (_, value: unknown) =>
    typeof value === 'string' ? harmlessText(value) : value,
  );

const withFewLines = (diagnosis: Diagnosis): Diagnosis => ({
  ...diagnosis,
  causes: diagnosis.causes.map((cause) => ({
    ...cause,
    logs: cause.logs.map((log) => ({ ...log, lines: log.lines.slice(-FEW_LINES) })),
  })),
});

const stopped = (count: number): string => {
  if (count === 0) return 'No task was started: ';
  return count === 1 ? '1 task stopped: ' : `${count} tasks stopped: `;
};

// What is to be done next is said in the end.
function causeLines(
  { cause, count, tasks, member, image, targets }: DiagnosedCause,
  next: string,
): readonly string[] {
  const remedy = REMEDIES[cause.kind];
  return [
    `✗ ${withFullStop(`${stopped(count)}${causeWords(cause)}`)}${remedy === next ? '' : ` ${remedy}`}`,
    ...tasks.map(
      ({ id, containers }) =>
        `  task ${id}: ${containers
          .map(
            ({ name, exitCode }) =>
              `${name} ${exitCode === undefined ? 'without an exit code' : `exit code ${exitCode}`}`,
          )
          .join(', ')}`,
    ),
    ...(member === undefined
      ? []
      : [
          `  to blame: ${member}; no line is marked, since the revision was given by its name, not as a file.`,
        ]),
    ...(image === undefined || image.nearestTags.length === 0
      ? []
      : [`  ${image.reference} is not there; its repository has ${image.nearestTags.join(', ')}.`]),
    ...targets.map(
      ({ target, code, description }) =>
        `  ${target === undefined ? 'a target' : `target ${target}`} is unhealthy: ${code === undefined ? '' : `${code}: `}${withFullStop(description)}`,
    ),
  ];
}

function hookLines(stage: FailedStage | undefined): readonly string[] {
  const { functionName, lines } = stage?.hook ?? {};
  if (functionName === undefined || lines === undefined) return [];
  return lines.length === 0
    ? [`No lines of the function ${functionName} in /aws/lambda/${functionName}: look where it logs to.`]
    : [`The last lines of the function ${functionName}:`, ...lines.map((line) => `  | ${line}`)];
}

function servingLines({ serving }: Diagnosis): readonly string[] {
  if (serving === undefined) return [];
  const { revision, commit, digests, since } = serving;
  const details = [
    ...(commit === undefined ? [] : [`commit ${commit}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...digests.map(({ container, digest }) => `${container} ${digest}`),
  ];
  return [`Serves now: ${revision}${details.length === 0 ? '' : ` (${details.join(', ')})`}.`];
}

const MOST_CHANGES = 20;

function changeLines({ changes, successor }: Diagnosis): readonly string[] {
  if (changes.length === 0) return [];
  const left = changes.length - MOST_CHANGES;
  return [
    successor === undefined
      ? 'The revision that failed differs from the one that ran before:'
      : 'The revision of this run differs from the one that serves:',
    ...changes.slice(0, MOST_CHANGES).map((change) => `  ${changeLine(change)}`),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}

function remarkLine({ kind, tasks, container }: Remark): string {
  const isOne = tasks === 1;
  const count = isOne ? '1 task' : `${tasks} tasks`;
  switch (kind) {
    case 'spot':
      return `${count} lost ${isOne ? 'its' : 'their'} Spot capacity: that is no failure of this revision.`;
    case 'stop-timeout':
      return `${count} ${isOne ? 'was' : 'were'} killed (exit code 137) because ${container ?? 'a container'} did not end when asked to: let it end on SIGTERM, or raise its stopTimeout.`;
  }
}

/** What to do about what is no cause, where nothing else tells what went wrong. */
const REMARK_STEPS: Readonly<Record<Remark['kind'], string>> = {
  spot: 'Deploy again; where that repeats itself, run a base of the tasks on FARGATE (capacityProviderStrategy).',
  'stop-timeout': 'Let the container end on SIGTERM, or raise its stopTimeout.',
};

const UNREAD: Readonly<Record<Gap['what'], string>> = {
  logs: 'The last lines of the log are not shown',
  targets: 'The health of the targets is not shown',
  hook: 'Which function the hook is, is not shown',
  'hook-log': 'The log of the hook is not shown',
  alarms: 'Metric and threshold of the alarm are not shown',
  tags: 'The tags of the repository are not shown',
  successor: 'Whose the deployment is that took over is not shown in full',
  serving: 'What serves now is not shown in full',
  scaling: 'What scaled the service meanwhile is not shown',
};

const gapLine = ({ what, reason }: Gap): string =>
  `${UNREAD[what]}: ${/is not authorized/.test(reason) ? denialLine(reason) : withFullStop(reason)}`;

function logLines({ task, container, source, lines }: TaskLog): readonly string[] {
  if ('kind' in source) {
    const where = source.destination === undefined ? '' : ` (${source.destination})`;
    return [
      `The log of container ${container} of task ${task} is not in a known stream of CloudWatch Logs: look where ${source.plugin}${where} sends it.`,
    ];
  }
  const title = `container ${container} of task ${task} (${source.group}, ${source.stream})`;
  if (lines.length === 0) return [`No lines of ${title}.`];
  return [
    `The last ${lines.length === 1 ? 'line' : `${lines.length} lines`} of ${title}:`,
    ...lines.map((line) => `  | ${line}`),
  ];
}

/** What to do about each cause. */
export const REMEDIES: Readonly<Record<CauseKind, string>> = {
  'image-missing':
    'Push this tag or digest, or name one that is there; an image of another account must be shared with this one.',
  'wrong-architecture':
    'Build the image for the architecture of the task (docker buildx build --platform), or change runtimePlatform.',
  'registry-unreachable':
    'Give the subnets a route to the registry: a NAT gateway, a public address, or VPC endpoints for ECR (api and dkr) and S3.',
  'registry-denied':
    'Allow the execution role ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer (the policy AmazonECSTaskExecutionRolePolicy does).',
  'layers-unreachable':
    'Give the subnets a route to Amazon S3, where ECR keeps the layers: a gateway endpoint or a NAT gateway.',
  'secret-missing':
    'Create the secret or parameter, or correct its name or JSON key, in the region of the task.',
  'secret-denied': 'Allow the execution role to read it, and to decrypt it with its key.',
  'secret-unreachable':
    'Give the subnets a route to AWS Secrets Manager or Systems Manager: a NAT gateway or a VPC endpoint.',
  'log-group-missing':
    'Create the log group, or set awslogs-create-group to "true" and allow the execution role logs:CreateLogGroup.',
  'log-group-unreachable':
    'Give the subnets a route to CloudWatch Logs: a NAT gateway or a VPC endpoint. The log group may be there.',
  'not-started': 'Correct what the text of AWS names.',
  'out-of-memory': 'Raise memory, or let the program use less.',
  exited: 'Read the last lines of its log: an essential container must not end.',
  'container-health':
    'Check the command of the health check, and give a slow start more time (startPeriod, retries).',
  'load-balancer-health':
    'Check path, port and expected codes of the target group, the security groups, and healthCheckGracePeriodSeconds for a slow start.',
  'no-capacity':
    'Add capacity, ask for less cpu and memory, or let the service run in more subnets; then deploy again.',
  'account-limit':
    'Request more in Service Quotas, in this region, under AWS Fargate: "Fargate On-Demand vCPU resource count", or "Fargate Spot vCPU resource count" for FARGATE_SPOT. Or run fewer tasks, or smaller ones.',
  other: 'Correct what the text of AWS names.',
};

function nextStep({ causes: [first], remarks: [remark], stage, successor }: Diagnosis): string {
  if (successor !== undefined) return successorStep(successor);
  if (stage?.pause !== undefined) return pauseStep(stage.pause);
  if (first !== undefined) return REMEDIES[first.cause.kind];
  return (
    (stage && stageStep(stage)) ??
    (remark && REMARK_STEPS[remark.kind]) ??
    'Read the events of the deployment in the log and in the AWS console.'
  );
}
