import { AwsError, CommonError } from './aws-error.ts';
import { uuid } from './chance.ts';
import { faultError, interruption, strike } from './faults/fault.ts';
import { pastWorld, remember } from './faults/past.ts';
import { authenticate } from './iam/authenticate.ts';
import { authorize } from './iam/authorize.ts';
import {
  isMutating,
  type AwsService,
  type Context,
  type JsonService,
  type Operation,
  type QueryService,
} from './operation.ts';
import type { HttpRequest, Reply } from './wire/http.ts';
import { cborTarget, cborWire } from './wire/cbor.ts';
import { json11 } from './wire/json11.ts';
import type { JsonObject } from './wire/json.ts';
import { formOf, queryWire } from './wire/query.ts';
import type { Wire } from './wire/wire.ts';
import type { World } from './world.ts';

/** A request as the sandbox remembers it, for tests and for `GET /_sandbox/requests`. */
export interface RecordedRequest {
  /** Sandbox time, milliseconds since 1970. */
  readonly at: number;
  readonly service: string;
  readonly operation: string;
  readonly mutating: boolean;
  /** The HTTP status of the answer; 0 where the connection broke or nothing was answered. */
  readonly status: number;
  readonly input: JsonObject;
}

export interface Handled {
  readonly reply: Reply;
  readonly recorded: RecordedRequest;
}

/** Where a request is answered. */
type Place = Pick<Context, 'world' | 'blobs' | 'host'>;

/**
 * Answers one AWS request in the world's present:
 * identify → decode → authenticate → authorize → fault → validate → operate → encode.
 */
export function handle(place: Place, services: readonly AwsService[], request: HttpRequest): Handled {
  const { world } = place;
  world.requestCount += 1;
  const requestId = uuid({ state: world.requestCount });
  const target = identify(services, request);
  const body = attempt(() => target.wire.decode(request));
  const reply = answer({ ...place, request, requestId, body, target });
  remember(world);
  return {
    reply,
    recorded: {
      at: world.now,
      service: target.service,
      operation: target.operation,
      mutating: isMutating(target.operation),
      status: reply.kind === 'answer' ? reply.status : 0,
      input: body instanceof AwsError ? {} : body,
    },
  };
}

interface Target {
  readonly wire: Wire;
  readonly service: string;
  readonly operation: string;
  /** Absent where the sandbox does not model it. */
  readonly model: Operation | undefined;
}

interface Exchange extends Place {
  readonly request: HttpRequest;
  readonly requestId: string;
  readonly body: JsonObject | AwsError;
  readonly target: Target;
}

function answer({ world, blobs, host, request, requestId, body, target }: Exchange): Reply {
  const operated = attempt((): Reply => {
    if (body instanceof AwsError) throw body;
    const { model, operation, service, wire } = target;
    if (model === undefined) throw notModelled(target);
    const caller = model.needs === 'nothing' ? 'anonymous' : authenticate(world, request);
    if (model.needs === 'permission') {
      const resource = model.resource(body, world);
      authorize(world.permissions, caller, { action: `${service}:${operation}`, resource });
    }
    const fault = strike(world.faults, target);
    const broken = fault && interruption(fault.kind);
    if (broken !== undefined) return broken;
    const refusal = fault && faultError(fault.kind);
    if (refusal !== undefined) throw refusal;
    const call = model.validate(body);
    const isStale = fault?.kind === 'stale' && !isMutating(operation);
    const seen = isStale ? pastWorld(world, fault.seconds * 1000) : world;
    const output = call({ world: seen, blobs, host, caller, region: regionOf(world, request) });
    if (fault?.kind === 'reset-after') return { kind: 'reset' };
    const delay = fault?.kind === 'delay' ? fault.seconds * 1000 : 0;
    return { ...wire.encode(output, requestId), delay };
  });
  return operated instanceof AwsError ? target.wire.encodeError(operated, requestId) : operated;
}

/** awsJson names its operation in a header, CBOR in the path, awsQuery in `Action` and `Version` of a form. */
function identify(services: readonly AwsService[], request: HttpRequest): Target {
  const inPath = cborTarget(request.path);
  if (inPath !== undefined) {
    const target = identifyJson(services, `${inPath.target}.${inPath.operation}`);
    return { ...target, wire: cborWire(target.model?.output) };
  }
  const form = request.headers['x-amz-target'] === undefined ? formOf(request) : undefined;
  const action = form?.get('Action');
  if (action === undefined) return identifyJson(services, request.headers['x-amz-target'] ?? '');
  const version = form?.get('Version') ?? '';
  const service = services.find(
    (candidate): candidate is QueryService =>
      candidate.protocol === 'awsQuery' && candidate.version === version,
  );
  const model = service && ownMember(service.operations, action);
  const wire = queryWire({ action, namespace: service?.namespace ?? '', shapes: model?.shapes });
  return { wire, service: service?.name ?? version, operation: action, model };
}

function identifyJson(services: readonly AwsService[], target: string): Target {
  const [prefix = '', operation = ''] = target.split('.');
  const service = services.find(
    (candidate): candidate is JsonService => 'target' in candidate && candidate.target === prefix,
  );
  const model = service && ownMember(service.operations, operation);
  return { wire: json11, service: service?.name ?? prefix, operation, model };
}

/** The region in the scope of the signature; the world's own where there is none. */
function regionOf(world: World, request: HttpRequest): string {
  const scope = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers['authorization'] ?? '');
  return scope?.[1] ?? world.region;
}
const ownMember = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

function notModelled({ service, operation }: Target): AwsError {
  const name = operation === '' ? 'a request without x-amz-target or Action' : `${service}:${operation}`;
  return new CommonError('UnknownOperationException', `The sandbox does not model ${name}.`);
}

/** The value, or the AWS error that stood in its way; any other error is a bug and passes through. */
function attempt<T>(produce: () => T): T | AwsError {
  try {
    return produce();
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}
