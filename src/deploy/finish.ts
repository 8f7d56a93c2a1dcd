import { awsFailure } from '../aws/errors.ts';
import { diagnoseIfRed } from '../diagnosis/diagnose.ts';
import { consoleLink } from '../report/console.ts';
import { timelineLines } from '../report/timeline.ts';
import { describeRevision } from '../task-definition/describe.ts';
import type { Revision } from '../task-definition/revision.ts';
import { groupCauses } from './cause.ts';
import { type Ending, names, running } from './ending.ts';
import { type Outcome, type Verdict, verdict } from './outcome.ts';
import type { JoinPlan } from './plan.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest } from './request.ts';
import { TAG_PREFIX } from './run.ts';
import { servingIn } from './serving.ts';
import { stopFacts } from './stop.ts';
import type { DeployContext, Started } from './strategy.ts';
import { type Verified, type VerifyContext, verifyDeployment } from './verify.ts';

/** It runs at AWS now: from here on every end carries the handle. */
export async function finish(
  started: Started,
  {
    request,
    current,
    ports,
    outcome,
    known,
    joined,
  }: DeployContext & Ending & { readonly joined?: JoinPlan },
): Promise<Outcome> {
  const { handle, taskDefinition } = started;
  known.rest = { ...known.rest, taskDefinition, ...(started.isNew ? { handle } : {}) };
  ports.keep({ ...started.course, ...(started.isNew ? { handle } : {}) });
  ports.log.say(
    joined === undefined ? headline(started, request) : joinedLine(joined, request),
    consoleLink({ ...names(request), handle }, ports.aws.region),
  );
  if (!request.wait) {
    return outcome(verdict('started', 'not-waiting', started.isNew ? {} : { countOnly: true }), known.rest);
  }

  const watched = await started.watch((entry) => ports.log.say(...timelineLines(entry)));
  const { last, timeline } = watched;
  const decided = await rolledBackIfCancelled(watched.verdict, { request, started, ports });
  const verified = await closerLook(decided, { request, current, ports, started, last });
  const diagnosis = await diagnoseIfRed(verified.verdict, { request, current, ports, started, last });
  return outcome(verified.verdict, {
    ...known.rest,
    ...(last === undefined ? {} : running(servingIn(last, handle.id))),
    imageVerified: verified.imageVerified,
    causes: groupCauses(last?.stoppedTasks ?? []),
    ...(diagnosis === undefined ? {} : { diagnosis }),
    timeline,
  });
}

/** What is asked once AWS has decided: the images of a success, the author of what took over. */
async function closerLook(decided: Verdict, context: VerifyContext): Promise<Verified> {
  if (decided.status === 'deployed') return verifyDeployment(decided, context);
  const unverified = { verdict: decided, imageVerified: 'unknown' } as const;
  const other = decided.facts.primary?.taskDefinition;
  if (decided.status !== 'superseded' || other === undefined) return unverified;
  const revision = await revisionIfReadable(other, context.ports);
  const commit = revision?.tags.get(`${TAG_PREFIX}commit`);
  return commit === undefined
    ? unverified
    : { ...unverified, verdict: { ...decided, facts: { ...decided.facts, commit } } };
}

// The verdict stands already: not being able to name the author of what took over does not change it.
async function revisionIfReadable(arn: string, { aws, signal }: Ports): Promise<Revision | undefined> {
  try {
    return await describeRevision(await aws.ecs(), arn, signal);
  } catch (error) {
    if (awsFailure(error) === undefined) throw error;
    return undefined;
  }
}

const joinedLine = ({ deploymentId, isOfRun }: JoinPlan, { service, wait }: DeployRequest): string =>
  `${deploymentId} of ${service} is joined: ${isOfRun ? 'an earlier attempt of this run started it' : 'it deploys the same revision'}.${wait ? '' : ' Not waiting for it, as asked.'}`;

/** How long the call that ends a cancelled deployment may take: the runner kills this process after 10 seconds. */
const CANCEL_MS = 5_000;

/** A run that is cancelled asks for the rollback itself, where it is to; the post step watches it to its end. */
async function rolledBackIfCancelled(
  decided: Verdict,
  { request, started, ports }: Pick<VerifyContext, 'request' | 'ports'> & { readonly started: Started },
): Promise<Verdict> {
  const isDue = decided.status === 'cancelled' && request.control.onCancel === 'rollback' && started.isNew;
  if (!isDue || decided.facts.stopped === true) return decided;
  const within = { ...ports, signal: ports.clock.timeout(CANCEL_MS) };
  const facts = stopFacts(await started.rollBack(within));
  return { ...decided, facts: { ...decided.facts, ...facts } };
}

function headline({ handle: { kind, id }, isNew }: Started, { service, wait }: DeployRequest): string {
  const what = kind === 'ecs' ? 'Deployment' : 'CodeDeploy deployment';
  const said = isNew
    ? `${what} ${id} of ${service} is started.`
    : `ECS started no deployment of ${service}: the count is set on ${id}.`;
  return wait ? said : `${said} Not waiting for it, as asked.`;
}
