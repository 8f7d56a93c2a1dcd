/** What happened in AWS and when, in seconds after the first moment; the text by pattern. */
export type Timeline = readonly (readonly [seconds: number, text: RegExp])[];

/**
 * Events of a rolling deployment of two tasks behind a load balancer, after UpdateService; recorded 2026-04-30
 * (public workshop notes). Deployments took 14.4 s and 17.1 s to start their tasks.
 */
export const rolling: Timeline = [
  [14.4, /^\(service \w+\) has started 2 tasks: \(task [0-9a-f]{32}\) \(task [0-9a-f]{32}\)\.$/],
  [44.4, /^\(service \w+\) registered 2 targets in \(target-group arn:\S+\)$/],
  [85.4, /^\(service \w+\) has stopped 2 running tasks: \(task [0-9a-f]{32}\) \(task [0-9a-f]{32}\)\.$/],
  [87.0, /^\(service \w+\) deregistered 2 targets in \(target-group arn:\S+\)$/],
  [87.0, /^\(service \w+, taskSet ecs-svc\/\d{19}\) has begun draining connections on 2 tasks\.$/],
  [149.0, /^\(service \w+\) \(deployment ecs-svc\/\d{19}\) deployment completed\.$/],
  [149.0, /^\(service \w+\) has reached a steady state\.$/],
];

/**
 * Events of a service with the controller CODE_DEPLOY, one task behind a load balancer, after CreateService;
 * recorded 2024-03-12 (test data of cloud-custodian).
 */
export const firstTaskSet: Timeline = [
  [7.6, /^\(service \w+, taskSet ecs-svc\/\d{19}\) has started 1 tasks: \(task [0-9a-f]{32}\)\.$/],
  [35.7, /^\(service \w+, taskSet ecs-svc\/\d{19}\) registered 1 targets in \(target-group arn:\S+\)$/],
  [55.1, /^\(service \w+, taskSet ecs-svc\/\d{19}\) updated state to STEADY_STATE\.$/],
  [55.1, /^\(service \w+\) has reached a steady state\.$/],
];

/**
 * A container that exits at once, one task wanted, breaker with rollback; told by a user, 2026-09-24: four
 * starts, the breaker, the rollback completed.
 */
export const crashing = {
  starts: [17, 69, 120, 170],
  rollingBack: 175,
  completed: 254,
} as const;

/**
 * A container that runs but never listens behind a load balancer, one task wanted; told by a user, 2026-09-18, to
 * the minute at the start: three failures, the breaker 37 s after the third.
 */
export const unhealthy = { failures: [230, 568, 897], rollingBack: 934 } as const;

/**
 * An image tag that does not exist, one task wanted, breaker with rollback; polled by a user every 20 s,
 * 2026-07-03: failedTasks growing, the breaker, the failed deployment seen DRAINING.
 */
export const unpullable = { failedTasks: [154, 286, 660], rollingBack: 704, draining: 810 } as const;

/** The same deployment a day before: starts, and events that no task could be placed. */
export const unpullableEvents = { starts: [48, 172, 289], refusals: [140, 258, 374] } as const;

/** A circuit breaker that acted on 2021-04-23: milliseconds from one event to the next. */
export const breakerEvents = [
  [0, /^\(service \w+\) \(deployment ecs-svc\/\d{19}\) deployment failed: tasks failed to start\.$/],
  [182, /^\(service \w+\) rolling back to deployment ecs-svc\/\d{19}\.$/],
] as const;

/**
 * StopTask on a task behind a load balancer with a container health check, told by a user 2026-09-04: seconds to
 * the states of the replacement.
 */
export const stoppedTask = { provisioning: 17, running: 66, healthy: 83 } as const;

/** Records of service deployments: seen in the list 6 s after createdAt (kayac/ecspresso issue 929, 2026-02-16). */
export const listedAfterSeconds = 6;

/** Lifecycle events as the ECS developer guide printed them (2018-11-28), in seconds after the first began. */
export const lifecycle: readonly (readonly [name: string, start: number, end: number])[] = [
  ['BeforeInstall', 0, 0.411],
  ['Install', 0.656, 124.253],
  ['AfterInstall', 124.498, 125.011],
  ['BeforeAllowTraffic', 125.816, 126.461],
  ['AllowTraffic', 126.726, 127.466],
  ['AfterAllowTraffic', 128.13, 128.863],
];

/** From an alarm to the traffic being back on the original task set (public record). */
export const alarmToRollbackSeconds = 23;
