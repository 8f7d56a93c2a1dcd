import { awsFailure } from '../aws/errors.ts';
import { answered } from '../deploy/grace.ts';
import type { Ports } from '../deploy/ports.ts';
import { scalingWords } from '../report/scaling.ts';
import { describeLeft, describeTarget } from './describe.ts';
import {
  isSameState,
  type ScalableTarget,
  stateText,
  suspendedBy,
  SUSPENDED_FROM,
  type SuspendedState,
  type Suspension,
} from './suspension.ts';

type ScalingPorts = Pick<Ports, 'aws' | 'clock' | 'signal' | 'log' | 'keepSuspension'>;

/** What is to be restored at the end of a run, told to the post step: as an earlier run has left it. */
export function takeUp(
  target: ScalableTarget,
  before: SuspendedState,
  { aws, keepSuspension }: Pick<Ports, 'aws' | 'keepSuspension'>,
): Suspension {
  const { arn, resourceId } = target;
  const suspension = { region: aws.region, arn, resourceId, before, isRestored: false };
  keepSuspension(suspension);
  return suspension;
}

export interface Suspend {
  readonly asked: 'in' | 'all';
  /** As it was before this call. */
  readonly target: ScalableTarget;
  /** What is to be restored. */
  readonly suspension: Suspension;
}

/**
 * Suspends scaling: what was is noted in a tag on the target first (TagResource), then the state is set
 * (RegisterScalableTarget, with nothing but the state). Throws what AWS answers.
 */
export async function suspend({ asked, target, suspension }: Suspend, ports: ScalingPorts): Promise<void> {
  const { arn, before } = suspension;
  const { aws, signal } = ports;
  const [client, once] = await Promise.all([aws.autoScaling(), aws.autoScalingOnce()]);
  if (target.left === undefined) {
    await unlessDone(
      () =>
        answered(
          once.tagResource({ ResourceARN: arn, Tags: { [SUSPENDED_FROM]: stateText(before) } }),
          ports,
        ),
      async () => (await describeLeft(client, arn, signal)) !== undefined,
    );
  }
  const state = suspendedBy(asked, before);
  await setState(suspension, state, ports);
  ports.log.say(scalingWords.suspended(target.resourceId, state));
}

/** How long restoring may take: the runner kills a cancelled step after 10 seconds. */
const RESTORED_WITHIN_MS = 5_000;

/**
 * Restores the exact state of before, and takes the tag away. Never throws for what AWS does: what cannot be
 * restored is said, with the call that does it, and stays with the post step and the next run.
 */
export async function restore(suspension: Suspension, ports: ScalingPorts): Promise<boolean> {
  const within = { ...ports, signal: ports.clock.timeout(RESTORED_WITHIN_MS) };
  try {
    const gone = await restoreState(suspension, within);
    ports.keepSuspension({ ...suspension, isRestored: true });
    ports.log.say(gone ? scalingWords.gone(suspension) : scalingWords.restored(suspension));
    return true;
  } catch (error) {
    const failure = awsFailure(error);
    if (failure === undefined) throw error;
    ports.log.warn(scalingWords.notRestored(suspension, failure.message));
    return false;
  }
}

async function restoreState(suspension: Suspension, ports: ScalingPorts): Promise<boolean> {
  const { resourceId, before } = suspension;
  const { aws, signal } = ports;
  const target = await describeTarget(await aws.autoScaling(), resourceId, signal);
  if (target === undefined) return true;
  if (!isSameState(target.suspended, before)) await setState(suspension, before, ports);
  try {
    await untag(suspension, ports);
  } catch (error) {
    const failure = awsFailure(error);
    if (failure === undefined) throw error;
    ports.log.warn(scalingWords.stillTagged(suspension, failure.message));
  }
  return false;
}

async function untag({ arn }: Suspension, ports: ScalingPorts): Promise<void> {
  const { aws, signal } = ports;
  const [client, once] = await Promise.all([aws.autoScaling(), aws.autoScalingOnce()]);
  const isTagged = async (): Promise<boolean> => (await describeLeft(client, arn, signal)) !== undefined;
  // Where it may not be read, it is taken away unread.
  const isThere = await isTagged().catch((error: unknown) => {
    if (awsFailure(error)?.kind !== 'denied') throw error;
    return true;
  });
  if (!isThere) return;
  await unlessDone(
    () => answered(once.untagResource({ ResourceARN: arn, TagKeys: [SUSPENDED_FROM] }), ports),
    async () => !(await isTagged()),
  );
}

async function setState(
  { resourceId }: Suspension,
  state: SuspendedState,
  ports: ScalingPorts,
): Promise<void> {
  const { aws, signal } = ports;
  const [client, once] = await Promise.all([aws.autoScaling(), aws.autoScalingOnce()]);
  const set = {
    ServiceNamespace: 'ecs',
    ResourceId: resourceId,
    ScalableDimension: 'ecs:service:DesiredCount',
    SuspendedState: {
      DynamicScalingInSuspended: state.in,
      DynamicScalingOutSuspended: state.out,
      ScheduledScalingSuspended: state.scheduled,
    },
  } as const;
  await unlessDone(
    () => answered(once.registerScalableTarget(set), ports),
    async () => {
      const now = await describeTarget(client, resourceId, signal);
      return now !== undefined && isSameState(now.suspended, state);
    },
  );
}

/** Sends a call that does nothing twice; when its answer is lost, once more unless it has had its effect. */
async function unlessDone(send: () => Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
  for (const isLast of [false, true]) {
    try {
      await send();
      return;
    } catch (error) {
      if (awsFailure(error)?.kind !== 'unknown-effect') throw error;
      if (await isDone()) return;
      if (isLast) throw error;
    }
  }
}
