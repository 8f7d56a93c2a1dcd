import { alarmNames, type AlarmFacts, describeAlarms } from '../../alarms/describe.ts';
import type { DiagnosisContext } from '../context.ts';
import type { FailedStage } from '../diagnosis.ts';
import { heldUpBy } from '../hook/describe.ts';

/** What failed beside tasks: the lifecycle event with its hook, the stage of ECS, the alarm; undefined for nothing. */
export async function failedStage(context: DiagnosisContext): Promise<FailedStage | undefined> {
  const { facts, last } = context;
  const { lifecycleEvent: event } = facts;
  const name = event?.name ?? last.reached?.stage;
  const reason =
    event === undefined ? (last.record?.statusReason ?? last.record?.rollbackReason) : event.message;
  const pause = pauseOf(context);
  const [hook, alarms] = await Promise.all([heldUpBy(context), activeAlarms(context)]);
  if (name === undefined && alarms.length === 0 && hook === undefined && pause === undefined)
    return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(reason === undefined ? {} : { reason }),
    ...(hook === undefined ? {} : { hook }),
    ...(pause === undefined ? {} : { pause }),
    alarms,
  };
}

/** The pause at which the deployment stands, or stood when nobody decided. */
function pauseOf({ last: { record, reached } }: DiagnosisContext): FailedStage['pause'] {
  const hook = reached?.hook;
  if (hook?.type !== 'PAUSE' || record === undefined) return undefined;
  return { id: hook.id, status: hook.status, serviceDeployment: record.arn };
}

async function activeAlarms({
  facts: { awsReason = '' },
  last,
  ports,
  attempts,
}: DiagnosisContext): Promise<readonly AlarmFacts[]> {
  const told = alarmNames(awsReason);
  const named = told.length > 0 ? told : (last.reached?.alarms ?? []);
  // The reason of ECS says that an alarm was triggered, but not which.
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
