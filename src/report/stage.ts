import type { AlarmFacts } from '../alarms/describe.ts';
import type { FailedStage } from '../diagnosis/diagnosis.ts';
import { withFullStop } from './full-stop.ts';
import { continueCommands } from './shift.ts';

/** What failed beside tasks, as lines of the log. */
export function stageLines(stage: FailedStage | undefined): readonly string[] {
  if (stage === undefined) return [];
  const { name, reason, hook, pause, alarms } = stage;
  const by =
    hook !== undefined
      ? ` (its hook is the function ${hook.functionName})`
      : pause !== undefined
        ? ` (its hook is the pause ${pause.id})`
        : '';
  return [
    ...(name === undefined
      ? []
      : [`✗ It got as far as ${name}${by}${reason === undefined ? '.' : `: ${withFullStop(reason)}`}`]),
    ...alarms.map(alarmLine),
  ];
}

function alarmLine({ name, metric, statistic, comparison, threshold, reason }: AlarmFacts): string {
  const rule =
    metric === undefined
      ? ''
      : `: ${[statistic, 'of', metric, comparison, threshold].filter((part) => part !== undefined).join(' ')}`;
  return `✗ The alarm ${name} went off${rule}.${reason === undefined ? '' : ` ${withFullStop(reason)}`}`;
}

/** What to do about what failed beside tasks; undefined where it tells nothing. */
export function stageStep({ hook, alarms: [alarm] }: FailedStage): string | undefined {
  if (hook !== undefined) return `Correct what the function ${hook.functionName} complains of.`;
  return alarm === undefined
    ? undefined
    : `See why ${alarm.name} went off before deploying this revision again.`;
}

/** What to do about a pause at which nobody decided. */
export function pauseStep({ id, status, serviceDeployment }: NonNullable<FailedStage['pause']>): string {
  switch (status) {
    case 'AWAITING_ACTION': {
      const { goOn, rollBack } = continueCommands(serviceDeployment, id);
      return `Decide about the pause: \`${goOn}\` goes on, \`${rollBack}\` returns to what ran before.`;
    }
    case 'TIMED_OUT':
      return 'Deploy again, and decide about the pause before its time is over: the log has both commands then.';
    default:
      return 'See who ended the pause, and why, before deploying this revision again.';
  }
}
