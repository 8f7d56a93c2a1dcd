import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { Verdict } from '../deploy/outcome.ts';
import type { VerifyContext } from '../deploy/verify.ts';
import type { Look } from '../deploy/watch.ts';
import type { Attempts } from './gaps.ts';

/** What every read of a diagnosis may need. */
export interface DiagnosisContext extends VerifyContext {
  readonly last: Look;
  readonly status: Verdict['status'];
  readonly facts: Verdict['facts'];
  /** The containers of the revision that failed. */
  readonly containers: readonly ContainerDefinition[];
  readonly attempts: Attempts;
}

/** The events that the service did not have before the deployment, newest first. */
export function eventsSince({ last, current }: DiagnosisContext): readonly string[] {
  const known = new Set(current.service.events.map(({ id }) => id));
  return last.service.events.filter(({ id }) => !known.has(id)).map(({ message }) => message);
}
