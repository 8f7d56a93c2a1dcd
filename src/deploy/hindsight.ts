import type { ServiceState } from '../service/service.ts';
import { describeRevision } from '../task-definition/describe.ts';
import { type Course, NO_INTERVENTION } from './course.ts';
import type { Ports } from './ports.ts';
import type { DeployRequest } from './request.ts';
import type { Started } from './strategy.ts';
import type { VerifyContext } from './verify.ts';
import type { Look } from './watch.ts';

/** What the post step saw of a deployment. */
export interface Seen {
  readonly started: Started;
  readonly last: Look;
  readonly ports: Ports;
}

/**
 * What a run knew of its deployment, as far as its course and AWS tell afterwards: enough to say why it failed.
 * Files are not read again, so that nothing is shown at their lines.
 */
export async function hindsight(course: Course, { started, last, ports }: Seen): Promise<VerifyContext> {
  const asked = await describeRevision(await ports.aws.ecs(), course.taskDefinition, ports.signal);
  return {
    request: requestOf(course),
    current: {
      service: asItWas(last.service, course),
      images: new Map(),
      ...(asked === undefined ? {} : { asked }),
    },
    started,
    last,
    ports,
  };
}

/** The service with the events that it had before the start. */
function asItWas(service: ServiceState, { lastEvent }: Course): ServiceState {
  const { events } = service;
  const newest = events.findIndex(({ id }) => id === lastEvent);
  return { ...service, events: newest === -1 ? [] : events.slice(newest) };
}

function requestOf({ action, cluster, service, taskDefinition, onCancel }: Course): DeployRequest {
  return {
    action,
    cluster,
    service,
    revision: { kind: 'registered', reference: taskDefinition },
    settings: {
      forceNewDeployment: undefined,
      desiredCount: undefined,
      propagateTags: undefined,
      managedTags: undefined,
    },
    codeDeploy: { endPreviousWait: false, waitForTermination: false },
    control: { ...NO_INTERVENTION, onCancel },
    run: {},
    pinImages: false,
    dryRun: false,
    wait: true,
  };
}
