import { describeTasks, listTasks } from '../tasks/describe.ts';
import { awsFailure } from '../aws/errors.ts';
import { type Verification, verifyImages } from '../images/verify.ts';
import type { CurrentState } from './current.ts';
import { containersOf } from './describe.ts';
import { type Outcome, type Verdict, verdict } from './outcome.ts';
import type { DeployRequest } from './request.ts';
import type { DeployContext, Identity } from './strategy.ts';
import type { Look } from './watch.ts';

export interface Verified {
  readonly verdict: Verdict;
  readonly imageVerified: Outcome['imageVerified'];
}

export interface VerifyContext extends DeployContext {
  readonly started: Identity;
  readonly last: Look | undefined;
}

/** Compares the images of the running tasks with what was asked for, once the deployment ended well. */
export async function verifyDeployment(deployed: Verdict, context: VerifyContext): Promise<Verified> {
  const { request, current, ports, started } = context;
  const running = await runningDigests(context);
  if (running === undefined) return { verdict: deployed, imageVerified: 'unknown' };
  const answer = compare(request, current, running);
  if (answer.verified !== 'false') return { verdict: deployed, imageVerified: answer.verified };
  if (answer.byDigest) {
    const facts = { ...deployed.facts, awsReason: `container ${answer.container}` };
    return { verdict: verdict('failed', 'wrong-image', facts), imageVerified: 'false' };
  }
  ports.log.warn(
    `Container ${answer.container} of ${started.handle.id} does not run in every task the image that was asked for. If a tag names it, the tag moved: name images by digest (pin-images) to rule this out.`,
  );
  return { verdict: deployed, imageVerified: 'false' };
}

/** The same for a service that already runs what was asked for, over what was read before the plan. */
export function verifyRunning(request: DeployRequest, current: CurrentState): Outcome['imageVerified'] {
  return compare(request, current, current.runningDigests ?? new Map()).verified;
}

function compare(
  request: DeployRequest,
  current: CurrentState,
  running: ReadonlyMap<string, readonly (string | undefined)[]>,
): Verification {
  return verifyImages(
    containersOf(request, current.asked).map(({ name = '', image = '' }) => ({
      container: name,
      image,
      registry: current.images.get(image),
      running: running.get(name) ?? [],
    })),
  );
}

async function runningDigests({
  ports: { aws, signal },
  started,
  last,
}: VerifyContext): Promise<ReadonlyMap<string, readonly (string | undefined)[]> | undefined> {
  if (last === undefined) return undefined;
  const { service } = last;
  try {
    const ecs = await aws.ecs();
    const arns = await listTasks(
      ecs,
      { cluster: service.clusterArn, service: service.name },
      'RUNNING',
      signal,
    );
    const tasks = await describeTasks(ecs, service.clusterArn, arns, signal);
    const startedBy = started.startedBy(service);
    const digests = new Map<string, (string | undefined)[]>();
    for (const task of tasks.filter((candidate) => candidate.startedBy === startedBy)) {
      for (const { name = '', imageDigest } of task.containers ?? []) {
        digests.set(name, [...(digests.get(name) ?? []), imageDigest]);
      }
    }
    return digests;
  } catch (error) {
    // The deployment has ended well; not being able to look closer changes no verdict.
    if (awsFailure(error) === undefined) throw error;
    return undefined;
  }
}
