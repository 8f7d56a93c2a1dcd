import { type AwsError, CommonError } from '../aws-error.ts';
import type { Reply } from '../wire/http.ts';

export const faultKinds = [
  'throttle',
  'server-error',
  'reset-before',
  'reset-after',
  'delay',
  'hang',
  'expired-token',
  'stale',
] as const;

/** What is met at ECR, its registry above all. */
export const registryFaultKinds = ['eof', 'limit-exceeded', 'corrupt'] as const;

export type FaultKind = (typeof faultKinds | typeof registryFaultKinds)[number];

/** A disturbance of one operation, as a scenario asks for it, with how often it was met so far. */
export interface Fault {
  /** `ecs:UpdateService`, or the operation's name alone; `*` is every call. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** How many calls it strikes. */
  readonly times: number;
  /** How many calls pass before the first one is struck. */
  readonly after: number;
  /** Seconds of sandbox time, for `delay` and `stale`. */
  readonly seconds: number;
  met: number;
}

/** The first fault that strikes this call, if any. Every fault for the operation counts the call. */
export function strike(
  faults: readonly Fault[],
  call: { service: string; operation: string },
): Fault | undefined {
  let struck: Fault | undefined;
  for (const fault of faults) {
    const names: readonly string[] = ['*', call.operation, `${call.service}:${call.operation}`];
    if (!names.includes(fault.operation)) continue;
    fault.met += 1;
    if (fault.met > fault.after && fault.met <= fault.after + fault.times) struck ??= fault;
  }
  return struck;
}

/** What becomes of a connection that breaks before anything has happened, or undefined where it does not. */
export function interruption(kind: FaultKind): Reply | undefined {
  switch (kind) {
    case 'reset-before':
      return { kind: 'reset' };
    case 'hang':
      return { kind: 'hang' };
    case 'eof':
      return { kind: 'close' };
    case 'throttle':
    case 'server-error':
    case 'expired-token':
    case 'limit-exceeded':
    case 'reset-after':
    case 'delay':
    case 'stale':
    case 'corrupt':
      return undefined;
  }
}

/** The error that AWS answers with for a fault, or undefined when the fault concerns the connection only. */
export function faultError(kind: FaultKind): AwsError | undefined {
  switch (kind) {
    case 'throttle':
      return new CommonError('ThrottlingException', 'Rate exceeded');
    case 'server-error':
      // [?] ECS's own text of a server fault.
      return new CommonError('ServerException', 'Service Unavailable. Please try again later.', 500);
    case 'expired-token':
      return new CommonError(
        'ExpiredTokenException',
        'The security token included in the request is expired',
      );
    case 'limit-exceeded':
      // [?] These words; the code is ECR's, for a repository that has all the images it may have.
      return new CommonError('LimitExceededException', 'The operation would exceed a limit of the service.');
    case 'reset-before':
    case 'reset-after':
    case 'delay':
    case 'hang':
    case 'stale':
    case 'eof':
    case 'corrupt':
      return undefined;
  }
}
