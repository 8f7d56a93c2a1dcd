import { checkService } from '../deploy/checks.ts';
import { deployChosen } from '../deploy/deploy.ts';
import { serviceOf } from '../deploy/describe.ts';
import type { Outcome } from '../deploy/outcome.ts';
import type { Ports } from '../deploy/ports.ts';
import type { RegisteredRevision, ServiceRequest } from '../deploy/request.ts';
import { TAG_PREFIX } from '../deploy/run.ts';
import { UserError } from '../inputs/problem.ts';
import { furtherBackWarning, returnLines } from '../report/rollback.ts';
import { regionOf, revisionName, type ServiceState } from '../service/service.ts';
import { describeRevision } from '../task-definition/describe.ts';
import { describeHistory } from './describe.ts';
import { type History, type Past, previousRevision } from './history.ts';

/** One service that is to be rolled back. */
export interface RollbackRequest extends ServiceRequest {
  /** The revision to return to, as `family:revision` or ARN; absent means the last successful one before. */
  readonly to?: string;
}

/**
 * Returns a service to the revision that was deployed successfully before, by an ordinary deployment of its
 * controller. Never throws for what a user or AWS did: that is an outcome.
 */
export function rollBack({ to, ...request }: RollbackRequest, ports: Ports): Promise<Outcome> {
  return deployChosen(request, ports, () =>
    to === undefined ? chosen(request, ports) : Promise.resolve({ kind: 'registered', reference: to }),
  );
}

async function chosen(request: ServiceRequest, ports: Ports): Promise<RegisteredRevision> {
  const service = await serviceOf(request, ports);
  const problems = checkService(request, service);
  if (problems.length > 0) throw new UserError(problems);
  const history = await describeHistory(request, service, ports);
  const to = previousRevision(history);
  if (to === undefined) throw nothingBefore(history, service);
  const commitOf = await commits([history.leaving, to.taskDefinition], ports);
  ports.log.group('Rollback', returnLines({ history, to, commitOf }));
  const warning = furtherBackWarning({ history, to });
  if (warning !== undefined) ports.log.warn(warning);
  const { taskDefinition: reference, images } = to;
  return { kind: 'registered', reference, ...(images === undefined ? {} : { images }) };
}

async function commits(
  taskDefinitions: readonly (string | undefined)[],
  { aws, signal }: Ports,
): Promise<(taskDefinition: string) => string | undefined> {
  const ecs = await aws.ecs();
  const read = taskDefinitions.map(async (name = '') => {
    const revision = name === '' ? undefined : await describeRevision(ecs, name, signal);
    return [name, revision?.tags.get(`${TAG_PREFIX}commit`)] as const;
  });
  const found = new Map(await Promise.all(read));
  return (taskDefinition) => found.get(taskDefinition);
}

function nothingBefore({ leaving, past }: History, { name, clusterArn }: ServiceState): UserError {
  const family = familyOf(leaving ?? past[0]);
  const list = `aws ecs list-task-definitions${family === undefined ? '' : ` --family-prefix ${family}`} --sort DESC --region ${regionOf(clusterArn)}`;
  return new UserError({
    message: `AWS knows no revision that was deployed successfully to ${name} before${leaving === undefined ? '' : ` ${revisionName(leaving)}`}: there is nothing to return to.`,
    remedy: `Name the revision with to. Those that are registered are listed by \`${list}\`.`,
    input: 'to',
  });
}

function familyOf(known: Past | string | undefined): string | undefined {
  if (known === undefined) return undefined;
  const name = revisionName(typeof known === 'string' ? known : known.taskDefinition);
  return name.slice(0, name.lastIndexOf(':'));
}
