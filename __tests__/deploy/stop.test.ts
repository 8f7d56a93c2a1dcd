import { describe, expect, test } from '@jest/globals';
import { LostAnswer } from '../../src/aws/lost-answer.ts';
import type { StoppedTask } from '../../src/deploy/cause.ts';
import { CutOff } from '../../src/deploy/grace.ts';
import type { Facts } from '../../src/deploy/outcome.ts';
import {
  createStopping,
  isRestoring,
  isStopSent,
  type Means,
  type SentStop,
  type Stop,
  stopAsSeen,
  stopFacts,
  type Stopping,
} from '../../src/deploy/stop.ts';
import { UserError } from '../../src/inputs/problem.ts';
import { control, stage } from '../support/deployment.ts';
import { exited } from '../support/stopped-task.ts';

const crash = (count: number): readonly StoppedTask[] =>
  Array.from({ length: count }, (_, index) => exited({ id: `task${index}`, exitCode: 1 }));

const stopping = (): Stopping => createStopping(control, stage().later());

const action = 'ecs:StopServiceDeployment';

/** A call that AWS answers like this; what is thrown is its answer, too. */
const calling = (answer?: Error, more: Partial<Extract<Means, { kind: 'call' }>> = {}): Means => ({
  kind: 'call',
  action,
  restores: true,
  send: () => (answer === undefined ? Promise.resolve() : Promise.reject(answer)),
  over: new Set(['ServiceDeploymentNotFoundException']),
  ...more,
});

/** AWS's refusal, as the SDK throws it. */
const refusal = (name: string, status = 400): Error =>
  Object.assign(new Error('AWS’s words'), { name, $metadata: { httpStatusCode: status } });

const unasked = (): Means => {
  throw new Error('Nothing is to be ended.');
};

/** What became of the one call, and of the same asked after the next look. */
async function asked(answer: Error) {
  const one = stopping();
  const events = await one.intervene(crash(3), () => calling(answer));
  const state = one.state();
  const again = await one.intervene(crash(4), () => calling());
  return { events, state, again, last: one.state() };
}

describe('a deployment is ended', () => {
  test('by one call, once its tasks have proven that it cannot succeed', async () => {
    const one = stopping();
    expect(await one.intervene(crash(2), unasked)).toEqual([]);
    expect(one.state()).toEqual({ kind: 'not-needed' });
    expect(await one.intervene(crash(3), () => calling())).toMatchObject([
      { kind: 'stopping', action, restores: true, group: { tasks: { length: 3 } } },
    ]);
    expect(one.state()).toEqual({ kind: 'asked', action, restores: true });
    expect(await one.intervene(crash(4), unasked)).toEqual([]);
  });

  test('at a later look, where what is needed for it is not there yet', async () => {
    const one = stopping();
    expect(await one.intervene(crash(3), () => ({ kind: 'not-yet' }))).toEqual([]);
    expect(one.state()).toEqual({ kind: 'not-needed' });
    await one.intervene(crash(3), () => calling());
    expect(one.state().kind).toBe('asked');
  });

  test('by nobody where it is to be left', async () => {
    const one = stopping();
    expect(await one.intervene(crash(3), () => ({ kind: 'leave' }))).toEqual([]);
    expect(one.state()).toEqual({ kind: 'left' });
    expect(await one.intervene(crash(4), unasked)).toEqual([]);
  });

  test('by nobody where nothing can, which is said once', async () => {
    const one = stopping();
    const impossible: Means = { kind: 'impossible', why: 'There was none before.' };
    expect(await one.intervene(crash(3), () => impossible)).toEqual([
      { kind: 'stop-failed', reason: 'There was none before.', isAskedAgain: false },
    ]);
    expect(one.state()).toEqual({ kind: 'refused', reason: 'There was none before.' });
    expect(await one.intervene(crash(4), unasked)).toEqual([]);
  });
});

describe('the call that ends it', () => {
  test.each([
    ['throttled', refusal('ThrottlingException')],
    ['answer-lost', refusal('ServerException', 500)],
    ['answer-lost', new LostAnswer('x', { kind: 'unknown-effect', code: 'ECONNRESET', message: 'm' })],
  ] as const)('is sent again after the next look where it was %s', async (kind, answer) => {
    const { events, state, again, last } = await asked(answer);
    expect(events).toMatchObject([{ kind: 'stop-failed', action, isAskedAgain: true }]);
    expect(state).toEqual({ kind, action, restores: true });
    expect(again).toMatchObject([{ kind: 'stopping' }]);
    expect(last.kind).toBe('asked');
  });

  test('is not sent again where it is denied, but another is', async () => {
    const one = stopping();
    const denied = refusal('AccessDeniedException');
    expect(await one.intervene(crash(3), () => calling(denied))).toMatchObject([
      { kind: 'stop-failed', action, isAskedAgain: false, reason: 'AWS’s words' },
    ]);
    expect(one.state()).toEqual({ kind: 'denied', action, reason: 'AWS’s words' });
    expect(await one.intervene(crash(3), () => calling())).toEqual([]);
    expect(await one.intervene(crash(3), () => ({ kind: 'leave' }))).toEqual([]);
    expect(one.state().kind).toBe('denied');
    await one.intervene(crash(3), () => calling(undefined, { action: 'ecs:UpdateService' }));
    expect(one.state()).toEqual({ kind: 'asked', action: 'ecs:UpdateService', restores: true });
  });

  test.each([
    ['AWS refuses it', refusal('InvalidParameterException'), 'AWS’s words'],
    [
      'it cannot be made',
      new UserError({ message: 'No such revision.', remedy: 'Name it.' }),
      'No such revision. Name it.',
    ],
  ])('is the last where %s', async (_, answer, reason) => {
    const { events, state, again } = await asked(answer);
    expect(events).toMatchObject([{ kind: 'stop-failed', reason, isAskedAgain: false }]);
    expect(state).toEqual({ kind: 'refused', action, reason });
    expect(again).toEqual([]);
  });

  test('has nothing to say for itself where there is nothing to end any more', async () => {
    const { state } = await asked(refusal('ServiceDeploymentNotFoundException'));
    expect(state).toEqual({ kind: 'refused', action });
  });

  test('that a signal cut off is told as unanswered, and nothing is said of a failure', async () => {
    const { events, state } = await asked(new CutOff(action));
    expect([events, state]).toEqual([[], { kind: 'cut-off', action, restores: true }]);
  });

  test('brings bugs to light', async () => {
    await expect(asked(new TypeError('x is not a function'))).rejects.toThrow('x is not a function');
  });
});

describe('the post step', () => {
  const sent: SentStop = { kind: 'cut-off', action, restores: true };
  const taken: SentStop = { kind: 'asked', action, restores: true };

  /** What it is told of one call, in order. */
  async function kept(answer?: Error): Promise<readonly (SentStop | undefined)[]> {
    const told: (SentStop | undefined)[] = [];
    const one = createStopping(control, stage().later(), { keep: (stop) => told.push(stop) });
    await one.intervene(crash(3), () => calling(answer));
    return told;
  }

  test('is told of the call before it is sent, and that AWS took it', async () => {
    expect(await kept()).toEqual([sent, taken]);
  });

  test.each([
    ['refused', refusal('InvalidParameterException')],
    ['denied', refusal('AccessDeniedException')],
    ['throttled', refusal('ThrottlingException')],
  ])('is told that it had no effect where it was %s', async (_, answer) => {
    expect(await kept(answer)).toStrictEqual([sent, undefined]);
  });

  test.each([
    ['the answer was lost', refusal('ServerException', 500)],
    ['a signal cut it off', new CutOff(action)],
  ])('still takes it for sent where %s: it may have had its effect', async (_, answer) => {
    expect(await kept(answer)).toStrictEqual([sent]);
  });
});

describe('a call that a signal cut off', () => {
  const cutOff: Stop = { kind: 'cut-off', action, restores: false };

  test('had its effect, once the deployment is seen to end so', () => {
    expect(stopAsSeen(cutOff, true)).toEqual({ kind: 'asked', action, restores: false });
  });

  test('is still unanswered while the deployment goes on', () => {
    expect(stopAsSeen(cutOff, false)).toEqual(cutOff);
  });

  test('is the only one of which that is concluded: AWS may end a deployment by itself', () => {
    const others: readonly Stop[] = [{ kind: 'not-needed' }, { kind: 'throttled', action, restores: true }];
    expect(others.map((stop) => stopAsSeen(stop, true))).toEqual(others);
  });
});

describe('what has come of it', () => {
  const of = (kind: 'asked' | 'answer-lost' | 'cut-off' | 'throttled', restores: boolean): Stop => ({
    kind,
    action,
    restores,
  });

  test.each<readonly [Stop, Facts, isSent: boolean, isRestoring: boolean]>([
    [of('asked', true), { stopped: true }, true, true],
    [of('asked', false), { stopped: true, leftAsItIs: true }, true, false],
    [of('answer-lost', true), { stopped: true }, true, true],
    [of('cut-off', true), { unanswered: action }, true, true],
    [of('throttled', true), {}, false, false],
    [{ kind: 'denied', action, reason: 'r' }, { notStopped: 'r', stopAction: action }, false, false],
    [{ kind: 'refused', action, reason: 'r' }, { notStopped: 'r', stopAction: action }, false, false],
    [{ kind: 'refused', reason: 'r' }, { notStopped: 'r' }, false, false],
    [{ kind: 'refused', action }, {}, false, false],
    [{ kind: 'left' }, { leftAsItIs: true }, false, false],
    [{ kind: 'not-needed' }, {}, false, false],
  ])('%j is told as %j', (stop, facts, isSent, restores) => {
    expect(stopFacts(stop)).toStrictEqual(facts);
    expect([isStopSent(stop), isRestoring(stop)]).toEqual([isSent, restores]);
  });
});
