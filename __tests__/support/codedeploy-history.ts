import type { TaskSet } from '@aws-sdk/client-ecs';
import type {
  CodeDeployDeployment,
  CodeDeployHistory,
  CodeDeployRun,
  CodeDeploySnapshot,
  LifecycleEvent,
} from '../../src/deploy/codedeploy/rules.ts';
import { aCodeDeployService, awsTaskSet, revisionArn } from './service.ts';

/** This run asked for revision 2 by `d-OURS`. */
export const run: CodeDeployRun = {
  deploymentId: 'd-OURS',
  taskDefinition: revisionArn(2),
  waitForTermination: false,
  terminationWaitMinutes: 60,
};

export const blue = (changes: Partial<TaskSet> = {}): TaskSet => awsTaskSet(changes);

/** The task set that our deployment made. */
export const green = (changes: Partial<TaskSet> = {}): TaskSet =>
  awsTaskSet({
    id: 'ecs-svc/2',
    status: 'ACTIVE',
    taskDefinition: revisionArn(2),
    startedBy: 'CODE_DEPLOY',
    externalId: 'd-OURS',
    ...changes,
  });

/** Traffic and rank have changed hands. */
export const shiftedSets: readonly TaskSet[] = [green({ status: 'PRIMARY' }), blue({ status: 'ACTIVE' })];

export const deployment = (
  status: string,
  changes: Partial<CodeDeployDeployment> = {},
): CodeDeployDeployment => ({ id: 'd-OURS', status, autoRollback: [], ...changes });

/** The events without a test listener, as a documented run of 2018 has them. */
const EVENTS = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic',
];

/** Events with a status each; the last status holds for all that follow. */
export const events = (...statuses: readonly string[]): readonly LifecycleEvent[] =>
  EVENTS.map((name, index) => ({ name, status: statuses[index] ?? statuses.at(-1) ?? 'Pending' }));

interface Seen {
  readonly at?: number;
  readonly taskSets?: readonly TaskSet[];
  readonly deployment?: CodeDeployDeployment;
  readonly lifecycleEvents?: readonly LifecycleEvent[];
  readonly rollback?: CodeDeployDeployment;
}

const seen = ({ at = 0, taskSets = [blue(), green()], rollback, ...rest }: Seen): CodeDeploySnapshot => ({
  at,
  service: aCodeDeployService(taskSets),
  deployment: rest.deployment ?? deployment('InProgress'),
  lifecycleEvents: rest.lifecycleEvents ?? events('Pending'),
  taskSets: [],
  ...(rollback === undefined ? {} : { rollback }),
});

/** What was seen of this run, oldest first. */
export const historyOf = (...moments: readonly Seen[]): CodeDeployHistory => ({
  run,
  snapshots: moments.map(seen),
  stopped: 'no',
});
