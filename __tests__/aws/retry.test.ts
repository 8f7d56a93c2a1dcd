import { ECS } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { awsFailure } from '../../src/aws/errors.ts';
import { sendOnce } from '../../src/aws/retry.ts';
import { type Answer, offline } from '../support/answering.ts';

/** How often a mutating call was sent for this answer, and what came of it. */
async function sent(
  answer: () => Answer,
): Promise<{ readonly times: number; readonly kind: string | undefined }> {
  let times = 0;
  const options = offline(() => {
    times += 1;
    return answer();
  });
  const ecs = new ECS({ ...options, maxAttempts: 4, retryStrategy: sendOnce(4) });
  try {
    await ecs.updateService({ service: 'web' });
    return { times, kind: undefined };
  } catch (error) {
    return { times, kind: awsFailure(error)?.kind };
  }
}

describe('a call whose effect is unknown is sent once, and its own failure is thrown', () => {
  test('after a server fault', async () => {
    const answer = { status: 500, body: { __type: 'ServerException', message: 'x' } };
    expect(await sent(() => answer)).toEqual({ times: 1, kind: 'unknown-effect' });
  });

  test('after a reset', async () => {
    const reset = Object.assign(new Error('read ECONNRESET'), { name: 'TimeoutError', code: 'ECONNRESET' });
    expect(
      await sent(() => {
        throw reset;
      }),
    ).toEqual({ times: 1, kind: 'unknown-effect' });
  });

  test('after a refusal', async () => {
    const answer = { status: 400, body: { __type: 'InvalidParameterException', message: 'x' } };
    expect(await sent(() => answer)).toEqual({ times: 1, kind: 'refused' });
  });
});

describe('the strategy', () => {
  const throttled = { errorType: 'THROTTLING' } as const;

  test('allows another attempt after throttling, which means that nothing happened', async () => {
    const strategy = sendOnce(2);
    const token = await strategy.acquireInitialRetryToken('');
    expect((await strategy.refreshRetryTokenForRetry(token, throttled)).getRetryCount()).toBe(1);
  });

  test('ends after the attempts it was given', async () => {
    const strategy = sendOnce(1);
    const token = await strategy.acquireInitialRetryToken('');
    await expect(strategy.refreshRetryTokenForRetry(token, throttled)).rejects.toThrow();
  });

  test.each(['TRANSIENT', 'SERVER_ERROR', 'CLIENT_ERROR'] as const)(
    'never allows one after %s',
    async (errorType) => {
      const strategy = sendOnce(4);
      const token = await strategy.acquireInitialRetryToken('');
      await expect(strategy.refreshRetryTokenForRetry(token, { errorType })).rejects.toThrow(
        'not sent again',
      );
    },
  );
});
