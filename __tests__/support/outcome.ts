import { groupCauses } from '../../src/deploy/cause.ts';
import { type Facts, type Outcome, type Rule, type Status, verdict } from '../../src/deploy/outcome.ts';
import { revisionArn } from './service.ts';
import { exited } from './stopped-task.ts';

/** How one deployment of revision 2 to the service `web` ended. */
export const anOutcome = (
  status: Status,
  rule: Rule,
  { facts = {}, ...changes }: Partial<Omit<Outcome, 'verdict'>> & { readonly facts?: Facts } = {},
): Outcome => ({
  region: 'eu-central-1',
  cluster: 'shop',
  service: 'web',
  verdict: verdict(status, rule, facts),
  problems: [],
  taskDefinition: revisionArn(2),
  previousTaskDefinition: revisionArn(1),
  runningTaskDefinition: revisionArn(2),
  handle: { kind: 'ecs', id: 'ecs-svc/2' },
  imageVerified: 'unknown',
  causes: [],
  timeline: [],
  milliseconds: 187_400,
  ...changes,
});

/** The same with nothing known beside the verdict: nothing was started, nothing was seen. */
export const bareOutcome = (status: Status, rule: Rule, facts: Facts = {}): Outcome => ({
  region: 'eu-central-1',
  cluster: 'shop',
  service: 'web',
  verdict: verdict(status, rule, facts),
  problems: [],
  imageVerified: 'unknown',
  causes: [],
  timeline: [],
  milliseconds: 0,
});

/** A rollback after the container of two tasks ended with exit code 1. */
export const rolledBack = (): Outcome =>
  anOutcome('rolled-back', 'service-deployment-rolled-back', {
    facts: { awsReason: 'The circuit breaker threshold was exceeded.' },
    runningTaskDefinition: revisionArn(1),
    causes: groupCauses([exited({ id: 'a1', exitCode: 1 }), exited({ id: 'b2', exitCode: 1 })]),
    timeline: [
      {
        after: 1_000,
        event: { kind: 'service-event', message: '(service web) has started 1 tasks: (task a1).' },
      },
    ],
  });
