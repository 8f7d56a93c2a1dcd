import { diagnoseIfRed } from '../diagnosis/diagnose.ts';
import { timelineLines } from '../report/sentences.ts';
import { groupCauses } from './cause.ts';
import type { CurrentState } from './current.ts';
import { type Rest, running } from './ending.ts';
import { type Facts, type Verdict, verdict } from './outcome.ts';
import { servingIn } from './serving.ts';
import { strategyFor } from './strategies.ts';
import type { DeployContext } from './strategy.ts';
import { verifyRunning } from './verify.ts';

/** How what serves came back while a run cleared its way. */
export type Restored = 'by-stop' | 'by-rollback';

export interface Standing {
  readonly decided: Verdict;
  readonly rest: Partial<Rest>;
}

/**
 * The verdict over what a run finds in place, as it was before or as it was restored while the way was
 * cleared. Where stable-for applies, its tasks must have been up for that long without a crash; they are
 * watched for what is missing, and nothing is sent whatever becomes of them.
 */
export async function standing(context: DeployContext, restored: Restored | undefined): Promise<Standing> {
  const { request, current, ports } = context;
  const found = foundVerdict(current, restored);
  const rest = { imageVerified: verifyRunning(request, current) };
  const isWatched = request.wait && !request.dryRun;
  const started = isWatched ? strategyFor(current.service).stand(context) : undefined;
  if (started === undefined) return { decided: found, rest };

  const watched = await started.watch((entry) => ports.log.say(...timelineLines(entry)));
  const { last, timeline } = watched;
  if (watched.verdict.status === 'deployed') return { decided: found, rest: { ...rest, timeline } };
  const decided = watched.verdict;
  // The tasks that crashed are of a deployment that this run asks for, though it did not start it.
  const diagnosis = await diagnoseIfRed(decided, { ...context, started: { ...started, isNew: true }, last });
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
