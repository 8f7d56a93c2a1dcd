import type { InitializeHandler, MiddlewareStack } from '@smithy/types';
import type { RoleCredentials } from './credentials.ts';

/**
 * Repeats a call once, with a new session, when AWS says that the session ended: earlier than it was asked for, or
 * by a clock that went on while the process slept. Such an answer means that nothing happened, so it is safe for
 * calls that change something, too. The SDK chooses the credentials of a call within it, so that the second has new ones.
 */
export function repeatWithNewSession<I extends object, O extends object>(
  stack: Pick<MiddlewareStack<I, O>, 'add'>,
  credentials: Pick<RoleCredentials, 'inUse' | 'ended'>,
): void {
  stack.add(
    (next: InitializeHandler<I, O>): InitializeHandler<I, O> =>
      async (call) => {
        const used = credentials.inUse();
        try {
          return await next(call);
        } catch (error) {
          if (!(error instanceof Error) || !EXPIRED.has(error.name)) throw error;
          credentials.ended(used);
          return next(call);
        }
      },
    { step: 'initialize', name: 'repeatWithNewSession' },
  );
}

const EXPIRED: ReadonlySet<string> = new Set(['ExpiredTokenException', 'ExpiredToken']);
