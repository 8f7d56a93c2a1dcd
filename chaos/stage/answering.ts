import { isMutating } from '../../sandbox/operation.ts';
import { requestHandler, type SandboxHandler } from '../../sandbox/request-handler.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Call } from '../run.ts';
import { truthOf } from '../truth.ts';
import type { Process } from './process.ts';
import type { VirtualTime } from './time.ts';

/** As the SDK's own handler gives up on what never answers. */
const REQUEST_TIMEOUT_MS = 20_000;

/** Whose call it is, and who is told of it. */
export interface Caller {
  readonly process: Process;
  readonly service: string;
  readonly made: (call: Call) => void;
}

interface Answering {
  readonly sandbox: Sandbox;
  readonly time: VirtualTime;
  /** Told before a call reaches AWS, and again right after AWS has operated it. */
  readonly reach: (side: 'before' | 'after') => void;
}

/** The sandbox behind the SDK of one caller after another, with notes of every call. */
export function answering({
  sandbox,
  time,
  reach,
}: Answering): (caller: Caller, ...request: Parameters<SandboxHandler['handle']>) => Promise<Answered> {
  const handler = requestHandler(sandbox);
  return ({ process, service, made }, request, options) => {
    if (process.isAlive()) reach('before');
    if (!process.isAlive()) return new Promise(() => undefined);
    // The SDK's own handler sends nothing then.
    if (options?.abortSignal?.aborted === true) {
      return Promise.reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
    }
    const before = truthOf(sandbox, service);
    const state = mayChange(request) ? stateOf(sandbox) : '';
    const answer = handler.handle(request, options);
    const recorded = sandbox.requests.at(-1);
    if (recorded === undefined) throw new Error('The sandbox has recorded no request.');
    const { at, service: of, operation, mutating, status, input } = recorded;
    const started = truthOf(sandbox, service).deployments.filter((id) => !before.deployments.includes(id));
    const hadEffect = mutating && stateOf(sandbox) !== state;
    made({ at, name: `${of}:${operation}`, mutating, status, input, before, started, hadEffect });
    reach('after');
    return process.unlessDead(status === 0 ? Promise.race([answer, timedOut(time)]) : answer);
  };
}

type Answered = Awaited<ReturnType<SandboxHandler['handle']>>;

const timedOut = (time: VirtualTime): Promise<never> =>
  time.sleep(REQUEST_TIMEOUT_MS).then((): never => {
    throw Object.assign(new Error('The request timed out.'), { name: 'TimeoutError' });
  });

const mayChange = ({ headers }: Parameters<SandboxHandler['handle']>[0]): boolean =>
  isMutating(headers['x-amz-target']?.split('.')[1] ?? '');

/** What an effective change changes: the past that is kept for stale reads is no part of it. */
const stateOf = ({ world: { ecs, codedeploy, autoscaling, eventCount } }: Sandbox): string =>
  JSON.stringify([eventCount, ecs.taskDefinitions.length, codedeploy.deployments, autoscaling, ecs.services]);
