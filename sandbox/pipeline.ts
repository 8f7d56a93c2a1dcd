import { AwsError } from './aws-error.ts';
import { uuid } from './chance.ts';
import { faultError, strike } from './faults/fault.ts';
import { pastWorld, remember } from './faults/past.ts';
import { authorize } from './iam/authorize.ts';
import { isMutating, type AwsService, type Operation } from './operation.ts';
import type { HttpRequest, Reply } from './wire/http.ts';
import { decodeJson11, encodeJson11, encodeJson11Error } from './wire/json11.ts';
import type { JsonObject } from './wire/json.ts';
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

/**
 * Answers one AWS request in the world's present:
 * decode → identify → authorize → fault → validate → operate → encode.
 */
export function handle(world: World, services: readonly AwsService[], request: HttpRequest): Handled {
  world.requestCount += 1;
  const requestId = uuid({ state: world.requestCount });
  const body = attempt(() => decodeJson11(request));
  const target = identify(services, request);
  const reply = answer({ world, request, requestId, body, target });
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
  readonly service: string;
  readonly operation: string;
  /** Absent where the sandbox does not model it. */
  readonly model: Operation | undefined;
}

interface Exchange {
  readonly world: World;
  readonly request: HttpRequest;
  readonly requestId: string;
  readonly body: JsonObject | AwsError;
  readonly target: Target;
}

function answer({ world, request, requestId, body, target }: Exchange): Reply {
  const operated = attempt((): Reply => {
    if (body instanceof AwsError) throw body;
    const { model, operation, service } = target;
    if (model === undefined) throw notModelled(target);
    const caller = callerOf(world, request);
    authorize(world.permissions, caller, {
      action: `${service}:${operation}`,
      resource: model.resource(body, world),
    });
    const fault = strike(world.faults, target);
    if (fault?.kind === 'reset-before') return { kind: 'reset' };
    if (fault?.kind === 'hang') return { kind: 'hang' };
    const refusal = fault && faultError(fault.kind);
    if (refusal !== undefined) throw refusal;
    const call = model.validate(body);
    const isStale = fault?.kind === 'stale' && !isMutating(operation);
    const output = call({ world: isStale ? pastWorld(world, fault.seconds * 1000) : world, caller });
    if (fault?.kind === 'reset-after') return { kind: 'reset' };
    const delay = fault?.kind === 'delay' ? fault.seconds * 1000 : 0;
    return { ...encodeJson11(output, requestId), delay };
  });
  return operated instanceof AwsError ? encodeJson11Error(operated, requestId) : operated;
}

function identify(services: readonly AwsService[], request: HttpRequest): Target {
  const [prefix = '', operation = ''] = (request.headers['x-amz-target'] ?? '').split('.');
  const service = services.find(({ target }) => target === prefix);
  const model =
    service !== undefined && Object.hasOwn(service.operations, operation)
      ? service.operations[operation]
      : undefined;
  return { service: service?.name ?? prefix, operation, model };
}

/** Who signed the request. Signatures are not checked; a request without one is refused as AWS does. */
function callerOf(world: World, request: HttpRequest): string {
  if (request.headers['authorization'] === undefined) {
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  return `arn:aws:sts::${world.account}:assumed-role/deployer/sandbox`;
}

function notModelled({ service, operation }: Target): AwsError {
  const name = operation === '' ? 'a request without x-amz-target' : `${service}:${operation}`;
  return new AwsError('UnknownOperationException', `The sandbox does not model ${name}.`);
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
