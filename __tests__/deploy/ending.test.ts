import { ECS } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { LostAnswer } from '../../src/aws/lost-answer.ts';
import { type Ending, endingOf, type Known, names, previous, running } from '../../src/deploy/ending.ts';
import { CutOff } from '../../src/deploy/grace.ts';
import type { Outcome } from '../../src/deploy/outcome.ts';
import { scalingFor } from '../../src/deploy/scaling.ts';
import { UserError } from '../../src/inputs/problem.ts';
import { type Answer, offline } from '../support/answering.ts';
import { type Stage, stage } from '../support/deployment.ts';
import { bareOutcome } from '../support/outcome.ts';
import { aService, revisionArn } from '../support/service.ts';

/** How a run ends of which this is known when something is thrown. */
function ended(error: unknown, known: Partial<Known> = {}, shop: Stage = stage()): Outcome {
  const ports = shop.later();
  const ending: Ending = {
    outcome: ({ status, rule, facts }, rest) => ({ ...bareOutcome(status, rule, facts), ...rest }),
    known: { scaling: scalingFor(ports), ...known },
  };
  return endingOf(error, ports, ending);
}

/** What an ECS client throws for this answer. */
async function thrown(answer: Answer): Promise<unknown> {
  try {
    await new ECS(offline(() => answer)).updateService({ service: 'web' });
  } catch (error) {
    return error;
  }
  throw new Error('The call did not fail.');
}

const registered = revisionArn(2);
const handle = { kind: 'ecs', id: 'ecs-svc/2' } as const;
const problem = { message: 'There is no service web.', remedy: 'Check the input service.' };

describe('what the user can mend', () => {
  test('is a refusal with its problems, and nothing was started', () => {
    expect(ended(new UserError([problem]))).toMatchObject({
      verdict: { status: 'failed', rule: 'refused', facts: {} },
      problems: [problem],
    });
  });

  test('names the revision that was registered before, and what was known', () => {
    const rest = { previousTaskDefinition: revisionArn(1) };
    expect(ended(new UserError([problem]), { registered, rest })).toMatchObject({
      verdict: { status: 'failed', rule: 'start-refused', facts: { registered } },
      previousTaskDefinition: revisionArn(1),
    });
  });
});

describe('a call that AWS refuses', () => {
  const refused = () =>
    thrown({
      status: 400,
      body: { __type: 'InvalidParameterException', message: 'TaskDefinition is inactive' },
    });

  test('is told in its words', async () => {
    expect(ended(await refused())).toMatchObject({
      verdict: {
        status: 'failed',
        rule: 'refused',
        facts: { awsCode: 'InvalidParameterException', awsReason: 'TaskDefinition is inactive' },
      },
      problems: [{ message: 'AWS refused: InvalidParameterException: TaskDefinition is inactive.' }],
    });
  });

  test('is said to have been sent where it was the one that starts, and only there', async () => {
    const starting = ended(await refused(), { registered, isStarting: true }).verdict;
    expect(starting).toMatchObject({ rule: 'start-refused', facts: { registered, wasSent: true } });
    const before = ended(await refused(), { registered, isStarting: false }).verdict;
    expect(before.facts).not.toHaveProperty('wasSent');
  });
});

describe('a signal', () => {
  test('is a cancellation, and the call whose answer it cut off is named', () => {
    expect(ended(new CutOff('ecs:UpdateService'), { registered, isStarting: true }).verdict).toEqual({
      status: 'cancelled',
      rule: 'signal',
      facts: { registered, wasSent: true, unanswered: 'ecs:UpdateService' },
    });
    expect(ended(new CutOff()).verdict).toStrictEqual({ status: 'cancelled', rule: 'signal', facts: {} });
  });

  test('is what ended the run, whatever a call failed with after it', async () => {
    const shop = stage({ cancelAt: 'DescribeServices' });
    const outcome = await shop.deploy();
    expect(outcome.verdict).toMatchObject({ status: 'cancelled', rule: 'signal' });
  });

  test('that came before a call was refused makes it a cancellation', async () => {
    const shop = stage();
    const ports = { ...shop.later(), signal: AbortSignal.abort() };
    const known: Known = { scaling: scalingFor(ports) };
    const outcome = endingOf(await thrown({ status: 500, body: {} }), ports, {
      outcome: ({ status, rule, facts }) => bareOutcome(status, rule, facts),
      known,
    });
    expect(outcome.verdict).toEqual({ status: 'cancelled', rule: 'signal', facts: {} });
  });
});

describe('an answer that was lost', () => {
  const failure = { kind: 'unknown-effect', code: 'ECONNRESET', message: 'socket hang up' } as const;

  test('of the call that starts leaves unknown whether anything was started', () => {
    expect(ended(new LostAnswer('UpdateService', failure), { isStarting: true }).verdict).toMatchObject({
      status: 'unknown',
      rule: 'lost-sight',
      facts: { wasSent: true, awsCode: 'ECONNRESET', awsReason: expect.stringContaining('UpdateService') },
    });
  });

  test('of an earlier call has started nothing', () => {
    const outcome = ended(new LostAnswer('RegisterTaskDefinition', failure));
    expect(outcome.verdict).toMatchObject({ status: 'failed', rule: 'start-refused' });
    expect(outcome.problems).toMatchObject([{ remedy: expect.stringContaining('Run the job again') }]);
  });
});

describe('a bug of ours', () => {
  const bug = new TypeError('x is not a function');

  test('is thrown on where no deployment runs', () => {
    expect(() => ended(bug)).toThrow(bug);
    expect(() => ended(bug, { rest: { taskDefinition: registered } })).toThrow(bug);
  });

  test('hides no deployment that runs: its id is told, and the log has the stack', () => {
    const shop = stage();
    expect(ended(bug, { rest: { handle } }, shop)).toMatchObject({
      verdict: {
        status: 'unknown',
        rule: 'lost-sight',
        facts: { awsReason: expect.stringContaining(bug.message) },
      },
      handle,
    });
    expect(shop.told.lines.join('\n')).toContain('TypeError: x is not a function\n    at ');
  });

  test('that is no error at all is thrown on', () => {
    expect(() => ended('oops', { rest: { handle } })).toThrow('oops');
  });
});

test('cluster and service are told by name, be they given by ARN', () => {
  const { arn, clusterArn } = aService();
  expect(names({ cluster: clusterArn, service: arn })).toEqual({ cluster: 'shop', service: 'web' });
  expect(names({ cluster: 'shop', service: 'web' })).toEqual({ cluster: 'shop', service: 'web' });
});

test('what served and what serves are told where they are known', () => {
  const [deployment] = aService().deployments;
  expect(previous(deployment)).toEqual({ previousTaskDefinition: revisionArn(1) });
  expect(running(deployment)).toEqual({ runningTaskDefinition: revisionArn(1), servingTasks: 2 });
  expect([previous(undefined), running(undefined)]).toEqual([{}, {}]);
});
