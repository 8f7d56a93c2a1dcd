import { awsFailure } from '../aws/errors.ts';
import { buildImages } from '../build/build.ts';
import { describeSource } from '../build/input-digest/describe.ts';
import type { BuildOutcome } from '../build/outcome.ts';
import type { BuildPorts } from '../build/ports.ts';
import { promoteImages } from '../build/promote/promote.ts';
import { isPromotion, promotionRequest } from '../build/promote/request.ts';
import { type BuildInputs, buildRequest } from '../build/request/request.ts';
import { CANCELLED } from '../build/solve.ts';
import { commitTime } from '../docker/git.ts';
import { openBuilder } from '../docker/open.ts';
import { systemProblem } from '../docker/system-problem.ts';
import { UserError } from '../inputs/problem.ts';
import { problemLine } from '../report/annotations.ts';
import {
  buildFailure,
  buildOutputs,
  buildProblems,
  imageSentence,
  renderBuildSummary,
  renderCancelled,
  unfinishedSentence,
} from '../report/build.ts';
import { failureProblem } from '../report/failure.ts';
import { connect } from './connect.ts';
import type { Report, Runner } from './runner.ts';
import { BUILD_TRACES } from './state.ts';
import { accessOf } from './session.ts';
import { systemClock } from './system-clock.ts';

/** Takes the checkout to images in their repositories, and says which. */
export async function buildAction(inputs: BuildInputs, runner: Runner): Promise<Report> {
  const environment = process.env;
  const access = accessOf(inputs, environment);
  const { workspace, run } = taskOf(inputs, environment);
  const aws = await connect(access, runner);
  const { signal, hide } = runner;
  const committed = commitTime(workspace, environment, signal);
  try {
    const outcome = await run({
      aws,
      environment,
      signal,
      clock: systemClock,
      today: () => Date.now(),
      chance: Math.random,
      log: runner,
      checkout: {
        source: (image, options) => describeSource(image, { options, environment, workspace, signal }),
        commitTime: () => committed,
      },
      openBuilder: async (logins, needs) => {
        for (const auth of logins.values()) for (const secret of [auth, passwordIn(auth)]) hide(secret);
        const place = {
          environment,
          cwd: workspace,
          signal,
          commitTime: await committed,
          keep: (traces: object) => runner.saveState(BUILD_TRACES, traces),
        };
        return openBuilder(place, logins, needs);
      },
    });
    if (signal.aborted && outcome.images.length === 0) return cancelled;
    runner.say(...outcome.images.map(imageSentence), ...outcome.unfinished.map(unfinishedSentence));
    const failure = buildFailure(outcome);
    return {
      outputs: buildOutputs(outcome),
      summary: renderBuildSummary(outcome),
      problems: buildProblems(outcome),
      ...(failure === undefined ? {} : { failure }),
    };
  } catch (error) {
    // Whatever was cut off says so in words of its own.
    if (signal.aborted) return cancelled;
    const problem = await systemProblem(error, environment);
    if (problem !== undefined) throw new UserError(problem);
    const failure = awsFailure(error);
    if (failure === undefined) throw error;
    throw new UserError(failureProblem(failure, access.region));
  }
}

interface Task {
  /** The checkout. */
  readonly workspace: string;
  readonly run: (ports: BuildPorts) => Promise<BuildOutcome>;
}

/** A build, or the promotion of what was built before. */
function taskOf(inputs: BuildInputs, environment: BuildPorts['environment']): Task {
  if (isPromotion(inputs)) {
    const request = promotionRequest(inputs, environment);
    return { workspace: request.workspace, run: (ports) => promoteImages(request, ports) };
  }
  const request = buildRequest(inputs, environment);
  return { workspace: request.workspace, run: (ports) => buildImages(request, ports) };
}

/** What was pushed and tagged by then stays: nobody can say that nothing was changed. */
const cancelled: Report = {
  outputs: {},
  summary: renderCancelled(CANCELLED),
  problems: [CANCELLED],
  failure: problemLine(CANCELLED),
};

const passwordIn = (auth: string): string =>
  Buffer.from(auth, 'base64').toString('utf8').replace(/^AWS:/, '');
