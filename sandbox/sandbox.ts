import { createBlobs, type Blobs } from './blobs.ts';
import type { Clock } from './clock.ts';
import { answerIdToken } from './github/oidc.ts';
import { handle, type RecordedRequest } from './pipeline.ts';
import type { Scenario } from './scenario.ts';
import { createWorld } from './seed.ts';
import { download } from './services/ecr/registry/blob.ts';
import { handleRegistry } from './services/ecr/registry/registry.ts';
import { play, services } from './services/services.ts';
import type { HttpRequest, Reply } from './wire/http.ts';
import { advance, type World } from './world.ts';

export { parseScenario } from './scenario.ts';

/** A fake AWS that lives by a clock. */
export interface Sandbox {
  readonly clock: Clock;
  /** Its whole state. Tests may read it; call `handle` or `live` first to bring it to the present. */
  readonly world: World;
  /** Every AWS request so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Plays what is due by the clock's present. */
  live(): World;
  /** Answers one HTTP request. */
  handle(request: HttpRequest): Reply;
}

/** Opens a sandbox with what the scenario holds, at the clock's present. */
export function createSandbox(scenario: Scenario, clock: Clock): Sandbox {
  const world = createWorld(scenario, clock.now());
  const blobs = createBlobs();
  const requests: RecordedRequest[] = [];
  const live = () => {
    advance(world, clock.now(), play);
    return world;
  };
  return {
    clock,
    world,
    requests,
    live,
    handle: (request) => {
      live();
      if (request.path.startsWith('/_sandbox/')) return introspect(request, { world, requests, blobs });
      const place = { world, blobs, host: request.headers['host'] ?? '' };
      const { reply, recorded } = request.path.startsWith('/v2/')
        ? handleRegistry(place, request)
        : handle(place, services, request);
      requests.push(recorded);
      return reply;
    },
  };
}

/**
 * What is not AWS, below `/_sandbox/`: the sandbox's own `requests` and `state`, GitHub's tokens at `oidc`, and at
 * `layers` what the bucket has that ECR's registry sends to.
 */
function introspect(
  request: HttpRequest,
  { world, requests, blobs }: Pick<Sandbox, 'world' | 'requests'> & { readonly blobs: Blobs },
): Reply {
  const [, digest] = /^\/_sandbox\/layers\/(.+)$/.exec(request.path) ?? [];
  if (request.method === 'GET' && digest !== undefined) return download(blobs, digest);
  if (request.method === 'GET' && request.path === '/_sandbox/state') return json(200, world);
  if (request.method === 'GET' && request.path === '/_sandbox/requests') {
    return json(
      200,
      requests.map(({ at, service, operation, mutating, status }) => ({
        at: new Date(at).toISOString(),
        service,
        operation,
        mutating,
        status,
      })),
    );
  }
  if (request.path.split('?')[0] === '/_sandbox/oidc') {
    const { status, body } = answerIdToken(request, world.github, world.now);
    return json(status, body);
  }
  return json(404, { message: `There is no ${request.method} ${request.path}.` });
}

const json = (status: number, body: object): Reply => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  delay: 0,
});
