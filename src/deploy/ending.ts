import { type AwsFailure, awsFailure } from '../aws/errors.ts';
import { LostAnswer } from '../aws/lost-answer.ts';
import { UserError } from '../inputs/problem.ts';
import { failureProblem } from '../report/failure.ts';
import type { Deployment, TaskSet } from '../service/service.ts';
import type { Course } from './course.ts';
import { CutOff } from './grace.ts';
import { type Facts, type Outcome, type Verdict, verdict } from './outcome.ts';
import type { Ports } from './ports.ts';
import type { ServiceRequest } from './request.ts';
import type { Scaling } from './scaling.ts';

/** All of an outcome but what every end has. */
export type Rest = Omit<Outcome, 'region' | 'cluster' | 'service' | 'milliseconds' | 'verdict'>;

export const NOTHING: Rest = { problems: [], imageVerified: 'unknown', causes: [], timeline: [] };

/** What is known so far, for an end that comes from outside. */
export interface Known {
  rest?: Partial<Rest>;
  registered?: string;
  /** True while a call that starts a deployment is under way. */
  isStarting?: boolean;
  /** Restored whatever becomes of the run. */
  readonly scaling: Scaling;
  /** What the post step was told of the deployment. */
  course?: Course;
}

export interface Ending {
  readonly outcome: (decided: Verdict, rest?: Partial<Rest>) => Outcome;
  readonly known: Known;
}

/** How a run ends that something threw out of its course; throws a bug that hides no deployment. */
export function endingOf(error: unknown, ports: Ports, { outcome, known }: Ending): Outcome {
  if (error instanceof UserError) {
    return outcome(refusal(known), { ...known.rest, problems: error.problems });
  }
  if (error instanceof LostAnswer) return outcomeOfLostAnswer(error, { outcome, known });
  const failure = awsFailure(error);
  if (failure === undefined) return outcomeOfBug(error, { ports, outcome, known });
  if (failure.kind === 'aborted' || ports.signal.aborted) {
    const unanswered = error instanceof CutOff && error.sent !== undefined ? { unanswered: error.sent } : {};
    return outcome(verdict('cancelled', 'signal', { ...registeredFacts(known), ...unanswered }), known.rest);
  }
  return outcome(
    { ...refusal(known), facts: { ...refusal(known).facts, ...failureFacts(failure) } },
    { ...known.rest, problems: [failureProblem(failure, ports.aws.region)] },
  );
}

/** A bug of ours hides no deployment: once one runs, its id is still told. Before, the bug is all there is. */
function outcomeOfBug(
  error: unknown,
  { ports, outcome, known }: Ending & { readonly ports: Ports },
): Outcome {
  if (known.rest?.handle === undefined || !(error instanceof Error)) throw error;
  ports.log.say(error.stack ?? error.message);
  const awsReason = `this action has a bug (please report it): ${error.message}`;
  return outcome(verdict('unknown', 'lost-sight', { awsReason }), known.rest);
}

const refusal = (known: Known): Verdict =>
  verdict('failed', known.registered === undefined ? 'refused' : 'start-refused', registeredFacts(known));

const registeredFacts = ({ registered, isStarting }: Known): Facts => ({
  ...(registered === undefined ? {} : { registered }),
  ...(isStarting === true ? { wasSent: true } : {}),
});

const failureFacts = ({ code, message }: AwsFailure): { awsCode: string; awsReason: string } => ({
  awsCode: code,
  awsReason: message,
});

/** Whether a deployment was started is not known then; what was only being registered has started none. */
function outcomeOfLostAnswer({ message, failure }: LostAnswer, { outcome, known }: Ending): Outcome {
  if (known.isStarting === true) {
    const facts = { wasSent: true, awsCode: failure.code, awsReason: message };
    return outcome(verdict('unknown', 'lost-sight', facts), known.rest);
  }
  const remedy = 'Run the job again: it uses the revision, if there is one.';
  return outcome(verdict('failed', 'start-refused', failureFacts(failure)), {
    ...known.rest,
    problems: [{ message, remedy }],
  });
}

export const names = ({
  cluster,
  service,
}: Pick<ServiceRequest, 'cluster' | 'service'>): Pick<Outcome, 'cluster' | 'service'> => ({
  cluster: nameOf(cluster),
  service: nameOf(service),
});

/** The name at the end of an ARN; a name as it is. */
const nameOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

export const previous = (served: Deployment | TaskSet | undefined): Partial<Rest> =>
  served === undefined ? {} : { previousTaskDefinition: served.taskDefinition };

export const running = (serves: Deployment | TaskSet | undefined): Partial<Rest> =>
  serves === undefined
    ? {}
    : { runningTaskDefinition: serves.taskDefinition, servingTasks: serves.runningCount };
