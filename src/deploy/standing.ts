import { diagnoseIfRed } from '../diagnosis/diagnose.ts';
import { timelineLines } from '../report/timeline.ts';
import { type Deployment, primary, type TaskSet } from '../service/service.ts';
import { groupCauses } from './cause.ts';
import type { CurrentState } from './current.ts';
import { isStabilityAsked } from './ecs/stable.ts';
import { type Rest, running } from './ending.ts';
import { incumbentSubject } from './incumbent.ts';
import { type Facts, type Handle, type Verdict, verdict } from './outcome.ts';
import { servingIn } from './serving.ts';
import { strategyFor } from './strategies.ts';
import type { DeployContext, Identity } from './strategy.ts';
import { verifyRunning } from './verify.ts';
import { watch } from './watch.ts';

/** How what serves came back while a run cleared its way. */
export type Restored = 'by-stop' | 'by-rollback';

export interface Standing {
  readonly decided: Verdict;
  readonly rest: Partial<Rest>;
}

/**
 * The verdict over what a run finds in place, as it was before or as it was restored while the way was
 * cleared. Its tasks must have been up for longer than those that crashed lived, and as long as stable-for
 * says; they are watched for what is missing, and nothing is sent whatever becomes of them.
 */
export async function standing(context: DeployContext, restored: Restored | undefined): Promise<Standing> {
  const { request, current, ports } = context;
  const found = foundVerdict(current, restored);
  const rest = { imageVerified: verifyRunning(request, current) };
  const { service } = current;
  const serves = primary(service);
  const isWatched = request.wait && !request.dryRun && isStabilityAsked(request.control.stableFor);
  if (!isWatched || serves === undefined || serves.desiredCount === 0) return { decided: found, rest };

  const seconds = strategyFor(service).stableFor(context);
  const watched = await watch(await incumbentSubject({ serves, seconds }, current, ports), ports, {
    minutes: request.waitMinutes ?? DEFAULT_MINUTES + Math.floor(seconds / 60),
    tell: (entry) => ports.log.say(...timelineLines(entry)),
  });
  const { last, timeline } = watched;
  if (watched.verdict.status === 'deployed') return { decided: found, rest: { ...rest, timeline } };
  const decided = watched.verdict;
  const started = identityOf(serves);
  const diagnosis = await diagnoseIfRed(decided, { ...context, started, last });
  return {
    decided,
    rest: {
      ...rest,
      ...(last === undefined ? {} : running(servingIn(last, started.handle.id))),
      causes: groupCauses(last?.stoppedTasks ?? []),
      ...(diagnosis === undefined ? {} : { diagnosis }),
      timeline,
    },
  };
}

const DEFAULT_MINUTES = 30;

/** The tasks that crashed are of a deployment that this run asks for, though it did not start it. */
function identityOf(serves: Deployment | TaskSet): Identity {
  const { id, taskDefinition } = serves;
  const handle: Handle =
    'stability' in serves ? { kind: 'codedeploy', id: serves.externalId ?? id } : { kind: 'ecs', id };
  return { handle, isNew: true, taskDefinition, startedBy: () => id };
}

/** What a run finds in place: as it was before, or as it was restored while the way was cleared. */
function foundVerdict(current: CurrentState, restored: Restored | undefined): Verdict {
  const facts = idleFacts(current);
  switch (restored) {
    case 'by-stop':
      return verdict('deployed', 'restored-by-stop', facts);
    case 'by-rollback':
      return verdict('unchanged', 'restored-by-rollback', facts);
    case undefined:
      return verdict('unchanged', 'already-running', facts);
  }
}

const idleFacts = ({ service }: CurrentState): Facts =>
  service.desiredCount === 0 && service.scheduling === 'REPLICA' ? { nothingRan: true } : {};
