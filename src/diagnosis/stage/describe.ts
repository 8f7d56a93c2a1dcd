import { alarmNames, type AlarmFacts, describeAlarms } from '../../alarms/describe.ts';
import { lastLines, newestStream } from '../../logs/describe.ts';
import { shownLines } from '../../logs/line.ts';
import type { DiagnosisContext } from '../context.ts';
import type { FailedStage } from '../diagnosis.ts';

const HOOK_LINES = 20;

/** What failed beside tasks: the lifecycle event with its hook, the stage of ECS, the alarm; undefined for nothing. */
export async function failedStage(context: DiagnosisContext): Promise<FailedStage | undefined> {
  const { facts, last } = context;
  const { lifecycleEvent: event } = facts;
  const name = event?.name ?? last.record?.lifecycleStage;
  const reason = event === undefined ? last.record?.statusReason : event.message;
  const [hook, alarms] = await Promise.all([failedHook(context), activeAlarms(context)]);
  if (name === undefined && alarms.length === 0) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(reason === undefined ? {} : { reason }),
    ...(hook === undefined ? {} : { hook }),
    alarms,
  };
}

// GetDeployment leaves the content of an AppSpec out (API reference): only a file of the user names hooks.
async function failedHook(context: DiagnosisContext): Promise<FailedStage['hook']> {
  const { facts, request, ports, attempts, containers } = context;
  const hook = request.codeDeploy.appSpec?.hooks.find(({ event }) => event === facts.lifecycleEvent?.name);
  if (hook === undefined) return undefined;
  const functionName = nameOfFunction(hook.lambda);
  const group = `/aws/lambda/${functionName}`;
  const lines = await attempts.read('hook-log', async () => {
    const logs = await ports.aws.logs(ports.aws.region);
    const stream = await newestStream(logs, group, ports.signal);
    return stream === undefined ? [] : lastLines(logs, { group, stream }, HOOK_LINES, ports.signal);
  });
  const variables = containers.flatMap(({ environment = [] }) => environment);
  return { functionName, lines: shownLines(lines ?? [], variables) };
}

/** The name in the ARN of a function, without version or alias; the text itself when it is a name. */
const nameOfFunction = (reference: string): string =>
  /^arn:[^:]+:lambda:[^:]+:\d+:function:([^:]+)/.exec(reference)?.[1] ?? reference;

async function activeAlarms({
  facts: { awsReason = '' },
  last,
  ports,
  attempts,
}: DiagnosisContext): Promise<readonly AlarmFacts[]> {
  const named = alarmNames(awsReason);
  // ECS says that an alarm was triggered, but not which.
  const watched = /\balarm\b/i.test(awsReason) ? (last.service.alarms.names ?? []) : [];
  const names = named.length > 0 ? named : watched;
  if (names.length === 0) return [];
  const alarms = await attempts.read('alarms', async () =>
    describeAlarms(await ports.aws.cloudWatch(), names, ports.signal),
  );
  const isCertain = named.length > 0 || names.length === 1;
  if (isCertain) return alarms ?? names.map((name) => ({ name }));
  return alarms?.filter(({ state }) => state === 'ALARM') ?? [];
}
