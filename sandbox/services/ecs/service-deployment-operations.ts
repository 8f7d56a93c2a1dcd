import type {
  ContinueServiceDeploymentRequest,
  DescribeServiceDeploymentsRequest,
  DescribeServiceRevisionsRequest,
  ListServiceDeploymentsRequest,
  StopServiceDeploymentRequest,
} from '@aws-sdk/client-ecs';
import type { Context } from '../../operation.ts';
import type { World } from '../../world.ts';
import { ecsErrors } from './errors.ts';
import { clusterOf, serviceOf } from './find.ts';
import { openHook } from './hook.ts';
import { page } from './page.ts';
import { requestRollback } from './rollback.ts';
import { resolvePause } from './shift.ts';
import { viewBrief, viewRecord, viewRevision } from './service-deployment-view.ts';
import type { ServiceDeploymentStatus } from './state.ts';

/** API reference, ListServiceDeployments maxResults: what one page has unless told. */
const SHOWN = 20;

/** ListServiceDeployments: newest first; a new record comes into the list some seconds late. */
export function listServiceDeployments(input: ListServiceDeploymentsRequest, { world }: Context): object {
  const service = serviceOf(world, clusterOf(world, input.cluster), input.service ?? '');
  const { status } = input;
  const records = service.records.filter(
    (record) => record.visibleAt <= world.now && (status === undefined || status.includes(record.status)),
  );
  const { items, rest } = page(records, { ...input, maxResults: input.maxResults ?? SHOWN });
  return { serviceDeployments: items.map((record) => viewBrief(service, record)), ...rest };
}

/** DescribeServiceDeployments, by ARN. */
export function describeServiceDeployments(
  input: DescribeServiceDeploymentsRequest,
  { world }: Context,
): object {
  const found = (input.serviceDeploymentArns ?? []).map((arn) => ({ arn, match: findRecord(world, arn) }));
  return {
    serviceDeployments: found.flatMap(({ match }) =>
      match === undefined ? [] : [viewRecord(world, match.service, match.record)],
    ),
    failures: missing(found),
  };
}

/** DescribeServiceRevisions, by ARN. */
export function describeServiceRevisions(input: DescribeServiceRevisionsRequest, { world }: Context): object {
  const all = world.ecs.services.flatMap((service) =>
    service.revisions.map((revision) => ({ service, revision })),
  );
  const found = (input.serviceRevisionArns ?? []).map((arn) => ({
    arn,
    match: all.find(({ revision }) => revision.arn === arn),
  }));
  return {
    serviceRevisions: found.flatMap(({ match }) =>
      match === undefined ? [] : [viewRevision(match.service, match.revision)],
    ),
    failures: missing(found),
  };
}

/** What StopServiceDeployment does in each state: developer guide, "Stopping Amazon ECS service deployments". */
const onStop: Readonly<Record<ServiceDeploymentStatus, 'roll-back' | 'go-on' | 'refuse'>> = {
  PENDING: 'roll-back',
  IN_PROGRESS: 'roll-back',
  STOP_REQUESTED: 'go-on',
  ROLLBACK_REQUESTED: 'go-on',
  ROLLBACK_IN_PROGRESS: 'go-on',
  SUCCESSFUL: 'refuse',
  STOPPED: 'refuse',
  ROLLBACK_SUCCESSFUL: 'refuse',
  ROLLBACK_FAILED: 'refuse',
};

/** StopServiceDeployment: returns to what was, whether the service is configured for rollbacks or not. */
export function stopServiceDeployment(input: StopServiceDeploymentRequest, { world }: Context): object {
  const arn = input.serviceDeploymentArn ?? '';
  // API reference: the enumeration has ABORT, "the valid values are ROLLBACK".
  if (input.stopType !== undefined && input.stopType !== 'ROLLBACK') throw ecsErrors.stopType(input.stopType);
  const match = findRecord(world, arn);
  if (match === undefined) throw ecsErrors.serviceDeploymentNotFound();
  const { service, record } = match;
  switch (onStop[record.status]) {
    case 'roll-back':
      requestRollback(world, service, record);
      break;
    case 'go-on':
      break;
    case 'refuse':
      throw ecsErrors.serviceDeploymentOver(record.status);
  }
  return { serviceDeploymentArn: arn };
}

/** ContinueServiceDeployment: CONTINUE (the default) ends a pause, ROLLBACK the deployment. */
export function continueServiceDeployment(
  input: ContinueServiceDeploymentRequest,
  { world }: Context,
): object {
  const { serviceDeploymentArn: arn = '', hookId = '', action = 'CONTINUE' } = input;
  if (!/^ecs-[a-z]+-.+$/.test(hookId)) throw ecsErrors.hookId();
  const match = findRecord(world, arn);
  if (match === undefined) throw ecsErrors.serviceDeploymentNotFound();
  const { service, record } = match;
  if (record.finishedAt !== undefined) throw ecsErrors.continueTerminal();
  const run = record.status === 'IN_PROGRESS' ? openHook(record, hookId) : undefined;
  if (run?.targetType !== 'PAUSE') throw ecsErrors.hookNotOpen();
  resolvePause(world, service, { run, action });
  return { serviceDeploymentArn: arn };
}

function findRecord(world: World, arn: string) {
  return world.ecs.services
    .flatMap((service) => service.records.map((record) => ({ service, record })))
    .find(({ record }) => record.arn === arn);
}

const missing = (found: readonly { readonly arn: string; readonly match: unknown }[]): readonly object[] =>
  found.filter(({ match }) => match === undefined).map(({ arn }) => ({ arn, reason: 'MISSING' }));
