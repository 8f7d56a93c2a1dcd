import type {
  ContainerImage,
  ECS,
  ServiceDeploymentBrief,
  ServiceDeploymentStatus,
  ServiceRevision,
} from '@aws-sdk/client-ecs';
import { isRecordOf } from '../../deploy/ecs/describe.ts';
import { isReturnedTo, isRollingBack } from '../../deploy/ecs/rolling-back.ts';
import type { Ports } from '../../deploy/ports.ts';
import type { Deployment, ServiceState } from '../../service/service.ts';
import { type History, historyUnderWay, type Past, past, returnedFrom, withBeside } from '../history.ts';

/** How many successful deployments are looked at, the newest: the limit of one DescribeServiceRevisions. */
const LOOKED_AT = 20;

// One that was stopped or superseded is left out; one that was rolled back tells where the service returned from.
const TOLD: ServiceDeploymentStatus[] = [
  'SUCCESSFUL',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_SUCCESSFUL',
];

/** The history of a service with the controller ECS (ListServiceDeployments, DescribeServiceRevisions). */
export async function ecsHistory(service: ServiceState, { aws, signal }: Ports): Promise<History> {
  const ecs = await aws.ecs();
  const { serviceDeployments = [] } = await ecs.listServiceDeployments(
    { cluster: service.clusterArn, service: service.name, status: TOLD },
    { abortSignal: signal },
  );
  // The API reference promises no order.
  const told = serviceDeployments
    .toSorted((one, other) => timeOf(other.createdAt) - timeOf(one.createdAt))
    .slice(0, LOOKED_AT);
  const revisions = await revisionsOf(ecs, told, signal);
  const revisionOf = ({ targetServiceRevisionArn = '' }: ServiceDeploymentBrief): ServiceRevision =>
    revisions.get(targetServiceRevisionArn) ?? {};
  const returning = isRollingBack(service, told);
  const moving = service.deployments.find(
    ({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS' && !returning,
  );
  const recorded = told.flatMap((brief): Past[] => {
    const { taskDefinition, containerImages } = revisionOf(brief);
    if (taskDefinition === undefined || brief.status !== 'SUCCESSFUL') return [];
    // Called SUCCESSFUL for some seconds before it is COMPLETED: for whoever waits for it, it is under way.
    if (moving !== undefined && isRecordOf(brief, moving.id)) return [];
    return [{ ...past(taskDefinition, brief.finishedAt), images: digestsOf(containerImages) }];
  });
  const rolledBack = told.find(({ status }) => status !== 'SUCCESSFUL');
  return historyOf(service, {
    moving,
    recorded,
    rolledBackFrom: rolledBack && revisionOf(rolledBack).taskDefinition,
    isRollingBack: returning,
    isRolledBackLast: rolledBack !== undefined && rolledBack === told[0],
  });
}

interface Seen {
  /** The PRIMARY deployment while ECS is not done with it, unless it is one that is returned to. */
  readonly moving: Deployment | undefined;
  readonly recorded: readonly Past[];
  /** The revision of the newest deployment that was rolled back, or is. */
  readonly rolledBackFrom: string | undefined;
  readonly isRollingBack: boolean;
  /** Whether nothing succeeded after it. */
  readonly isRolledBackLast: boolean;
}

function historyOf(service: ServiceState, seen: Seen): History {
  const { recorded, rolledBackFrom, moving } = seen;
  const set = service.deployments.find(({ status }) => status === 'PRIMARY');
  // A service may be older than its records: what stands beside was completed before.
  const beside = service.deployments.find(
    ({ id, rolloutState }) => id !== set?.id && rolloutState === 'COMPLETED',
  );
  const served = withBeside(beside?.taskDefinition, recorded);
  if (seen.isRollingBack) {
    const failed = service.deployments.find(({ rolloutState }) => rolloutState === 'FAILED');
    const leaving = failed?.taskDefinition ?? rolledBackFrom;
    // Where the rollback is only asked for, or ECS shows it in the record alone, it leads to what has served.
    const returning = set !== undefined && isReturnedTo(set) ? set.taskDefinition : served[0]?.taskDefinition;
    return {
      ...(leaving === undefined ? {} : { leaving }),
      ...(returning === undefined ? {} : { returning }),
      past: served,
    };
  }
  if (set === undefined || moving !== undefined) {
    return historyUnderWay({ deploying: moving?.taskDefinition, past: served });
  }
  const leaving = set.taskDefinition;
  const from = seen.isRolledBackLast ? rolledBackFrom : returnedFrom(leaving, recorded);
  return { leaving, ...(from === undefined || from === leaving ? {} : { returnedFrom: from }), past: served };
}

async function revisionsOf(
  ecs: Pick<ECS, 'describeServiceRevisions'>,
  deployments: readonly ServiceDeploymentBrief[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ServiceRevision>> {
  const arns = deployments.flatMap(({ targetServiceRevisionArn: arn }) => (arn === undefined ? [] : [arn]));
  if (arns.length === 0) return new Map();
  const { serviceRevisions = [] } = await ecs.describeServiceRevisions(
    { serviceRevisionArns: [...new Set(arns)] },
    { abortSignal: signal },
  );
  return new Map(serviceRevisions.map((revision) => [revision.serviceRevisionArn ?? '', revision]));
}

const digestsOf = (images: readonly ContainerImage[] = []): ReadonlyMap<string, string> =>
  new Map(
    images.flatMap(({ image, imageDigest }) =>
      image === undefined || imageDigest === undefined ? [] : [[image, imageDigest] as const],
    ),
  );

const timeOf = (moment: Date | undefined): number => moment?.getTime() ?? 0;
