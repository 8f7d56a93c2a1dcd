import type { Seen } from './seen.ts';

/** What a rollback starts is the revision that was deployed successfully before what it found; nothing older. */
export function goesBackOneRevision({ run, attempt, basis, isBlurred }: Seen): string | undefined {
  const { scenario } = run;
  if (scenario.rollback === undefined || attempt.step === 'post' || isBlurred) return undefined;
  const served = basis.primary?.taskDefinition;
  const [start] = attempt.calls.filter(({ started }) => started.length > 0);
  if (start === undefined) return undefined;
  const started = revisionIn(start.input);
  if (started === undefined || started === attempt.returnsTo || started === served) return undefined;
  return `it deployed ${started}, to be returned to was ${attempt.returnsTo ?? 'nothing'}`;
}

/** The ARN of the revision that a call starts a deployment of. */
function revisionIn(input: object): string | undefined {
  return /arn:aws:ecs:[^"\\]*:task-definition\/[^"\\]*/.exec(JSON.stringify(input))?.[0];
}
