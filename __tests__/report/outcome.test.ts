import { describe, expect, test } from '@jest/globals';
import type { CauseKind } from '../../src/deploy/cause.ts';
import type { Rule, Status } from '../../src/deploy/outcome.ts';
import type { TimelineEvent } from '../../src/deploy/timeline.ts';
import { clock } from '../../src/report/clock.ts';
import { causeSentence } from '../../src/report/cause.ts';
import { outcomeSentence } from '../../src/report/outcome.ts';
import { eventLines } from '../../src/report/timeline.ts';
import { anOutcome, bareOutcome, rolledBack } from '../support/outcome.ts';
import { awsContainer, exited, stoppedTask } from '../support/stopped-task.ts';
import { revisionArn } from '../support/service.ts';

/** A status that each rule gives, and words that its sentence must have. A rule without a line is a type error. */
const rules = {
  refused: ['failed', 'web was not deployed'],
  'start-refused': ['failed', 'web was not deployed'],
  'restored-by-stop': ['deployed', 'was stopped and rolled back to it'],
  'restored-by-rollback': ['unchanged', 'a rollback to it was under way and was waited for'],
  'already-running': ['unchanged', 'already runs web:2: nothing was sent'],
  'plan-only': ['unchanged', 'Dry run: nothing was changed'],
  'not-waiting': ['started', 'Nothing is proven'],
  'count-reached': ['unchanged', 'its count is as asked'],
  'no-deployment-started': ['failed', 'ECS started no deployment'],
  'service-deployment-rolled-back': ['rolled-back', 'web:2 failed on web and was rolled back'],
  'rollback-failed': ['failed', 'and so did the rollback'],
  'service-deployment-stopped': ['failed', 'was stopped and nothing was restored'],
  'service-deployment-replaced': ['superseded', 'Another deployment took over web'],
  completed: ['deployed', 'web runs web:2'],
  'failed-in-place': ['failed', 'nothing was rolled back'],
  'previous-restored': ['rolled-back', 'was rolled back'],
  'own-rollback-failed': ['failed', 'and so did the rollback'],
  'not-stable': ['failed', 'was complete on web, but its tasks did not stay up'],
  'left-failing': ['failed', 'is left as it is, as asked'],
  replaced: ['superseded', 'Another deployment took over web'],
  'traffic-shifted': ['deployed', 'all traffic is shifted'],
  'terminated-blue': ['deployed', 'web runs web:2'],
  'codedeploy-rolled-back': ['rolled-back', 'was rolled back'],
  'codedeploy-rollback-failed': ['failed', 'and so did the rollback'],
  'codedeploy-ended': ['failed', 'nothing was rolled back'],
  'task-set-replaced': ['superseded', 'Another deployment took over web'],
  'wrong-image': ['failed', 'not the image that it names by digest'],
  'limit-passed': ['timed-out', 'was not done on web after 30 minutes'],
  signal: ['cancelled', 'was cancelled'],
  'lost-sight': ['unknown', 'is not known'],
} as const satisfies Record<Rule, readonly [Status, string]>;
const isRule = (name: string): name is Rule => Object.hasOwn(rules, name);
const names = Object.keys(rules).filter(isRule);

describe('every rule has its sentence', () => {
  test.each(names)('%s', (rule) => {
    const [status, words] = rules[rule];
    expect(outcomeSentence(anOutcome(status, rule, { facts: { minutes: 30 } }))).toContain(words);
  });

  test.each(names)('%s, with nothing known, has no hole in it', (rule) => {
    const sentence = outcomeSentence(bareOutcome(rules[rule][0], rule));
    expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}|\.\.|\(\)/);
    expect(sentence.trim()).not.toBe('');
  });
});

describe('what ECS calls complete, but whose tasks had yet to be up for so long', () => {
  const facts = { unproven: 60, minutes: 30 };

  test('is said where the run was cancelled, unless it was rolled back', () => {
    const handle = { kind: 'ecs', id: 'ecs-svc/2' } as const;
    const said = outcomeSentence(anOutcome('cancelled', 'signal', { handle, facts }));
    expect(said).toContain('complete, but its tasks had yet to be up for 60 seconds.');
    const stopped = { ...facts, stopped: true };
    expect(outcomeSentence(anOutcome('cancelled', 'signal', { handle, facts: stopped }))).toContain(
      'AWS is rolling back ecs-svc/2',
    );
  });

  test('is said where the limit passed', () => {
    expect(outcomeSentence(anOutcome('timed-out', 'limit-passed', { facts }))).toContain(
      'is complete on web, but in 30 minutes its tasks were never up for 60 seconds.',
    );
  });
});

describe('what is asked after a failure', () => {
  test('why: the reason of AWS and the cause of the tasks with the exit code', () => {
    const sentence = outcomeSentence(rolledBack());
    expect(sentence).toContain('AWS says: The circuit breaker threshold was exceeded.');
    expect(sentence).toContain('2 tasks stopped: container app ended with exit code 1.');
  });

  test('what serves now', () => {
    expect(outcomeSentence(rolledBack())).toContain('web:1 is what serves now.');
  });

  test('that nothing serves, where no task does', () => {
    const outcome = anOutcome('failed', 'failed-in-place', { servingTasks: 0 });
    expect(outcomeSentence(outcome)).toContain('No task serves: the service is set to web:2.');
  });

  test('which lifecycle event, with its message', () => {
    const facts = { lifecycleEvent: { name: 'AfterInstall', message: 'hook said no' } };
    expect(outcomeSentence(anOutcome('failed', 'codedeploy-ended', { facts }))).toContain(
      'The lifecycle event AfterInstall failed: hook said no.',
    );
  });

  test('who took over: deployment and commit', () => {
    const facts = { primary: { id: 'ecs-svc/3', taskDefinition: revisionArn(3) }, commit: 'c0ffee' };
    expect(outcomeSentence(anOutcome('superseded', 'replaced', { facts }))).toContain(
      'ecs-svc/3 of commit c0ffee',
    );
  });

  test('which revision was registered and stays', () => {
    const sentence = outcomeSentence(
      anOutcome('failed', 'start-refused', { facts: { registered: revisionArn(2) } }),
    );
    expect(sentence).toContain('web:2 was registered and stays; the next run uses it.');
  });

  test('how many problems there are beside the first', () => {
    const problem = { message: 'It is wrong.', remedy: 'Correct it.' };
    const sentence = outcomeSentence(
      anOutcome('failed', 'refused', { problems: [problem, problem, problem] }),
    );
    expect(sentence).toContain('It is wrong. Correct it. (2 more problems)');
  });

  test('what would let a watch go on that lost a permission', () => {
    const awsReason =
      'User: arn is not authorized to perform: ecs:DescribeServices on resource: arn:web because no identity-based policy allows it';
    const sentence = outcomeSentence(anOutcome('unknown', 'lost-sight', { facts: { awsReason } }));
    expect(sentence).toContain(
      '{"Effect":"Allow","Action":"ecs:DescribeServices","Resource":"arn:web"} web:2 is what serves now.',
    );
  });

  test('how to look at what is no longer seen, as a command that nothing follows', () => {
    const look =
      / Look with `aws ecs describe-services --cluster shop --services web --region eu-central-1`\.$/;
    expect(outcomeSentence(anOutcome('unknown', 'lost-sight'))).toMatch(look);
    expect(outcomeSentence(anOutcome('cancelled', 'signal'))).toMatch(look);
    expect(outcomeSentence(bareOutcome('cancelled', 'signal'))).not.toContain('Look with');
    const handle = { kind: 'codedeploy', id: 'd-OURS' } as const;
    expect(outcomeSentence(anOutcome('unknown', 'lost-sight', { handle }))).toContain(
      'aws deploy get-deployment --deployment-id d-OURS --region eu-central-1',
    );
  });
});

describe('what a success does not prove is said', () => {
  test('no task ran', () => {
    expect(outcomeSentence(anOutcome('deployed', 'completed', { facts: { nothingRan: true } }))).toContain(
      'no task ran, so nothing is proven',
    );
  });

  test('alarms can still roll back', () => {
    expect(
      outcomeSentence(anOutcome('deployed', 'traffic-shifted', { facts: { rollbackWindowMinutes: 60 } })),
    ).toContain('For at most 60 more minutes');
  });

  test('causes of tasks that stopped on the way are no part of a success', () => {
    expect(outcomeSentence({ ...rolledBack(), ...anOutcome('deployed', 'completed') })).toBe(
      'web runs web:2.',
    );
  });
});

describe('a cancelled run', () => {
  test('says that AWS goes on', () => {
    expect(outcomeSentence(anOutcome('cancelled', 'signal'))).toContain('AWS goes on with ecs-svc/2');
  });

  test('that asked for a rollback does not say that the revision failed', () => {
    const sentence = outcomeSentence(
      anOutcome('rolled-back', 'service-deployment-rolled-back', { facts: { stopped: true } }),
    );
    expect(sentence).toContain(
      'web:2 was rolled back on web. This run stopped the deployment, and asked for',
    );
    expect(sentence).not.toContain('failed');
  });

  test('says whether anything was sent', () => {
    expect(outcomeSentence(bareOutcome('cancelled', 'signal'))).toContain('before anything was started');
    expect(outcomeSentence(bareOutcome('cancelled', 'signal', { wasSent: true }))).toContain(
      'whether that happened is not known',
    );
  });
});

test('a time-out says whether AWS rolls back or goes on', () => {
  const limit = (facts: object): string => outcomeSentence(anOutcome('timed-out', 'limit-passed', { facts }));
  expect(limit({ minutes: 30 })).toContain('AWS goes on with it');
  expect(limit({ minutes: 30, rollingBack: true })).toContain('AWS is rolling it back');
});

describe('causes', () => {
  const kinds = {
    'image-missing': 'cannot be pulled',
    'wrong-architecture': 'architecture',
    'registry-unreachable': 'registry cannot be reached',
    'registry-denied': 'may not pull from the registry',
    'layers-unreachable': 'layers cannot be reached',
    'secret-missing': 'secret cannot be read',
    'secret-denied': 'may not read a secret',
    'secret-unreachable': 'keeps a secret cannot be reached',
    'log-group-missing': 'log group does not exist',
    'log-group-unreachable': 'CloudWatch Logs cannot be reached',
    'no-capacity': 'no capacity',
    'account-limit': 'limit of the account',
    'not-started': 'could not start',
    'out-of-memory': 'memory',
    exited: 'ended',
    'container-health': 'health check',
    'load-balancer-health': "load balancer's health check",
    other: 'Text of AWS.',
  } as const satisfies Record<CauseKind, string>;
  const isKind = (name: string): name is CauseKind => Object.hasOwn(kinds, name);

  test.each(Object.keys(kinds).filter(isKind))('%s is in words, with the text of AWS', (kind) => {
    const sentence = causeSentence({
      cause: { kind, awsText: 'Text of AWS.' },
      tasks: [exited({ exitCode: 1 })],
    });
    expect(sentence).toContain(kinds[kind]);
    expect(sentence).toContain('Text of AWS.');
  });

  test('exit code and container are named, and no more than three tasks', () => {
    const tasks = ['a', 'b', 'c', 'd'].map((id) => exited({ id, exitCode: 1 }));
    const cause = { kind: 'exited', awsText: 'Text.', container: 'app', exitCode: 1 } as const;
    expect(causeSentence({ cause, tasks })).toBe(
      '4 tasks stopped: container app ended with exit code 1. Text. (task a, b, c, …).',
    );
  });

  test('exit code 0 is named too', () => {
    const task = stoppedTask({
      stopCode: 'EssentialContainerExited',
      containers: [awsContainer({ exitCode: 0 })],
    });
    const cause = { kind: 'exited', awsText: 'Text.', container: 'app', exitCode: 0 } as const;
    expect(causeSentence({ cause, tasks: [task] })).toContain('with exit code 0');
  });
});

describe('events of the timeline', () => {
  const group = { cause: { kind: 'other', awsText: 'Text.' }, tasks: [exited({ exitCode: 1 })] } as const;
  const events = {
    counts: {
      kind: 'counts',
      lines: [{ id: 'x', taskDefinition: revisionArn(2), role: 'new', desired: 2, running: 1, pending: 1 }],
    },
    'service-event': { kind: 'service-event', message: 'm' },
    rollout: { kind: 'rollout', id: 'ecs-svc/2', state: 'FAILED', reason: 'r' },
    stage: { kind: 'stage', stage: 'BAKE_TIME', passed: ['POST_PRODUCTION_TRAFFIC_SHIFT'], minutes: 5 },
    hook: {
      kind: 'hook',
      hook: { id: 'ecs-pause-1', type: 'PAUSE', status: 'AWAITING_ACTION' },
      serviceDeployment: 'arn:aws:ecs:eu-central-1:123456789012:service-deployment/shop/web/abc',
    },
    draining: { kind: 'draining', count: 2, seconds: 12 },
    settling: { kind: 'settling', seconds: 30 },
    alarms: { kind: 'alarms', status: 'TRIGGERED', triggered: ['errors'] },
    'service-deployment': { kind: 'service-deployment', status: 'ROLLBACK_IN_PROGRESS', stage: 'BAKE_TIME' },
    'codedeploy-status': { kind: 'codedeploy-status', id: 'd-1', status: 'Ready' },
    'rollback-started': { kind: 'rollback-started', id: 'd-2' },
    'lifecycle-event': { kind: 'lifecycle-event', name: 'Install', status: 'Succeeded', seconds: 0 },
    traffic: { kind: 'traffic', weights: [{ role: 'new', percent: 10 }] },
    cause: { kind: 'cause', group, isNew: true },
    stopping: { kind: 'stopping', group, action: 'ecs:StopServiceDeployment', restores: true },
    'stop-failed': { kind: 'stop-failed', reason: 'r', isAskedAgain: false },
    'unknown-word': { kind: 'unknown-word', of: 'status', word: 'PAUSED' },
    throttled: { kind: 'throttled' },
    unreachable: { kind: 'unreachable', reason: 'r' },
  } as const satisfies { readonly [K in TimelineEvent['kind']]: Extract<TimelineEvent, { kind: K }> };

  test.each(Object.values(events))('$kind has its line', (event) => {
    const lines = eventLines(event);
    expect(lines.join('')).not.toBe('');
    expect(lines.join('')).not.toMatch(/undefined|\[object/);
  });

  test('a service event that came twice at once says so', () => {
    expect(eventLines({ ...events['service-event'], times: 2 })).toEqual(['m (2×)']);
  });

  test("a rollout says AWS's reason where there is one", () => {
    const { reason, ...unexplained } = events.rollout;
    expect(eventLines(events.rollout)).toEqual([`✗ ecs-svc/2 FAILED: ${reason}`]);
    expect(eventLines(unexplained)).toEqual(['✗ ecs-svc/2 FAILED']);
  });

  test('counts say running, desired and pending', () => {
    expect(eventLines(events.counts)).toEqual(['new web:2: 1 of 2 running, 1 pending']);
  });

  test('Ready says that a person is waited for', () => {
    expect(eventLines(events['codedeploy-status'])[0]).toContain('waiting for a person');
  });
});

test('the time since the start is in minutes and seconds', () => {
  expect([0, 59_999, 187_400, 3_600_000].map(clock)).toEqual(['0:00', '0:59', '3:07', '60:00']);
});
