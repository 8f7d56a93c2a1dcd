import { AwsError } from '../../../aws-error.ts';
import { faultError, interruption, strike, type Fault } from '../../../faults/fault.ts';
import { authorize } from '../../../iam/authorize.ts';
import type { Context } from '../../../operation.ts';
import type { Handled } from '../../../pipeline.ts';
import type { Answer, HttpRequest, Reply } from '../../../wire/http.ts';
import { aRepository } from '../operations.ts';
import { jsonAnswer, answer, encodeRefusal, refusal } from './answer.ts';
import { authenticate, expired } from './authenticate.ts';
import { getBlob, showBlob } from './blob.ts';
import { corruptAnswer, corruptRequest } from './corrupt.ts';
import { getManifest, listReferrers, listTags, putManifest } from './manifest.ts';
import { actionOf, inputOf, routeOf, type Route } from './route.ts';
import { appendUpload, endUpload, showUpload, startUpload } from './upload.ts';

type Place = Pick<Context, 'world' | 'blobs' | 'host'>;

interface Asked {
  readonly request: HttpRequest;
  readonly route: Route;
  /** Empty where IAM is not asked. */
  readonly action: string;
}

/**
 * ECR's registry, which speaks the OCI distribution protocol: route → authenticate → authorize → fault → operate →
 * encode. To IAM, to faults and in the record each request is the operation of the API that it stands for.
 */
export function handleRegistry(place: Place, request: HttpRequest): Handled {
  const { world } = place;
  world.requestCount += 1;
  const route = routeOf(request.path.split('?')[0] ?? '');
  const action = route && actionOf(route, request.method);
  const reply =
    route === undefined || action === undefined
      ? // [?] How what the registry does not know is refused.
        refusal(404, 'UNSUPPORTED', `The registry does not know ${request.method} ${request.path}.`)
      : replyTo(place, { request, route, action });
  return {
    reply,
    recorded: {
      at: world.now,
      service: 'ecr',
      operation: action || `${request.method} /v2/`,
      mutating: !isRead(request),
      status: reply.kind === 'answer' ? reply.status : 0,
      input: inputOf(route),
    },
  };
}

function replyTo(place: Place, asked: Asked): Reply {
  const login = authenticate(place, asked.request);
  if ('kind' in login) return login;
  try {
    return permitted(place, asked, login.caller);
  } catch (error) {
    if (error instanceof AwsError) return encodeRefusal(error);
    throw error;
  }
}

/** The answer to somebody who is known: what IAM or a fault says, or what the operation gives. */
function permitted(place: Place, asked: Asked, caller: string): Reply {
  const { world } = place;
  const { action, route } = asked;
  if (action === '') return jsonAnswer(200, {});
  const resource = aRepository(inputOf(route), world);
  authorize(world.permissions, caller, { action: `ecr:${action}`, resource });
  const fault = strike(world.faults, { service: 'ecr', operation: action });
  if (fault === undefined) return operate(place, asked);
  return interruption(fault.kind) ?? disturbed(place, asked, fault);
}

function disturbed(place: Place, asked: Asked, fault: Fault): Reply {
  const refused = fault.kind === 'expired-token' ? expired() : faultError(fault.kind);
  if (refused !== undefined) throw refused;
  const isCorrupt = fault.kind === 'corrupt';
  const { request } = asked;
  const given = operate(place, isCorrupt ? { ...asked, request: corruptRequest(request) } : asked);
  if (fault.kind === 'reset-after') return { kind: 'reset' };
  if (isCorrupt && isRead(request)) return corruptAnswer(place.blobs, asked.route, given);
  return fault.kind === 'delay' ? { ...given, delay: fault.seconds * 1000 } : given;
}

function operate(place: Place, { route, request }: Asked): Answer {
  const { world } = place;
  switch (route.kind) {
    case 'base':
      return answer(200);
    case 'catalog':
      return jsonAnswer(200, { repositories: world.ecr.repositories.map(({ name }) => name).toSorted() });
    case 'tags':
      return listTags(world, route.repository);
    case 'referrers':
      return listReferrers(world, route.repository, route.digest);
    case 'manifest': {
      const { repository: name, reference } = route;
      return isRead(request)
        ? getManifest(world, name, reference)
        : putManifest(world, { name, reference }, request);
    }
    case 'blob':
      return request.method === 'HEAD'
        ? showBlob(place, route.repository, route.digest)
        : getBlob(place, route.repository, route.digest);
    case 'uploads':
      return startUpload(place, route.repository);
    case 'upload':
      return uploadAnswer(place, { name: route.repository, upload: route.upload }, request);
  }
}

function uploadAnswer(
  place: Place,
  target: { readonly name: string; readonly upload: string },
  request: HttpRequest,
): Answer {
  if (isRead(request)) return showUpload(place, target);
  return request.method === 'PATCH'
    ? appendUpload(place, target, request)
    : endUpload(place, target, request);
}

const isRead = ({ method }: HttpRequest): boolean => method === 'GET' || method === 'HEAD';
