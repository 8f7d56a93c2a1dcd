import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import type { CurrentState } from '../../src/deploy/current.ts';
import { planDeployment } from '../../src/deploy/plan.ts';
import { notSettled } from '../../src/deploy/difference.ts';
import type { ControlRequest } from '../../src/deploy/request.ts';
import { TAG_PREFIX } from '../../src/deploy/run.ts';
import { isTaskDefinition } from '../../src/task-definition/conform.ts';
import type { Revision } from '../../src/task-definition/revision.ts';
import {
  codeDeployState,
  currentState,
  deploying,
  fileWith,
  known,
  digest,
  pinnedImage,
  reasonsOf,
  refusals,
  registered,
  requestFor,
  taggedImage,
} from '../support/current.ts';
import { control } from '../support/deployment.ts';
import { everyMember, leaves, withLeaf } from '../support/every-member.ts';
import { aCodeDeployService, aService, awsDeployment, awsTaskSet, revisionArn } from '../support/service.ts';
import { container } from '../support/task-definition.ts';

const changed = fileWith(pinnedImage, { cpu: '512', memory: '1024' });
const ofThisRun = new Map([
  [`${TAG_PREFIX}repository`, 'example/shop'],
  [`${TAG_PREFIX}run-id`, '77'],
]);
const withPort = fileWith(pinnedImage, {
  containerDefinitions: [container({ image: pinnedImage, portMappings: [{ containerPort: 8080 }] })],
});
const blueGreen = (definition: typeof withPort, endPreviousWait = false) =>
  requestFor(definition, {
    action: 'bluegreen-deploy',
    codeDeploy: { endPreviousWait, waitForTermination: false },
  });
const moving = () => aService({ deployments: [awsDeployment({ rolloutState: 'IN_PROGRESS' })] });

describe('unchanged', () => {
  test('needs an equal file, a settled deployment, equal settings and proven images', () => {
    expect(planDeployment(requestFor(), currentState())).toEqual({
      kind: 'unchanged',
      taskDefinition: revisionArn(1),
    });
  });

  test('1. not when the file differs from the running revision', () => {
    expect(reasonsOf(planDeployment(requestFor(changed), currentState()))).toEqual(['changed']);
  });

  test('1. not when the file equals the newest revision while another one runs', () => {
    const current = currentState({ newest: registered(2, changed) });
    const plan = deploying(planDeployment(requestFor(changed), current));
    expect(plan).toMatchObject({ revision: { kind: 'use', arn: revisionArn(2) }, force: false });
  });

  test.each(['FAILED', undefined])('2. not when the deployment ended as %s', (rolloutState) => {
    const service = aService({
      deployments: [awsDeployment({ rolloutState: undefined }), awsDeployment({ status: 'ACTIVE' })],
    });
    const deployments = service.deployments.map((deployment) =>
      rolloutState === undefined || deployment.status !== 'PRIMARY'
        ? deployment
        : { ...deployment, rolloutState },
    );
    const plan = deploying(
      planDeployment(requestFor(), currentState({ service: { ...service, deployments } })),
    );
    expect(plan).toMatchObject({ reasons: [{ kind: 'not-settled' }], force: true });
  });

  test('2. not while fewer tasks run than the service wants, though AWS said COMPLETED', () => {
    const service = aService({ runningCount: 0, deployments: [awsDeployment({ runningCount: 0 })] });
    expect(deploying(planDeployment(requestFor(), currentState({ service })))).toMatchObject({
      reasons: [{ kind: 'not-settled', state: '0 of 2 tasks running' }],
      revision: { kind: 'use', arn: revisionArn(1) },
      force: true,
    });
  });

  test('2. a count of 0 needs no task', () => {
    const deployments = [awsDeployment({ desiredCount: 0, runningCount: 0 })];
    const service = aService({ desiredCount: 0, runningCount: 0, deployments });
    expect(planDeployment(requestFor(), currentState({ service })).kind).toBe('unchanged');
  });

  test('2. not while another deployment is under way beside it', () => {
    const other = awsDeployment({ id: 'ecs-svc/0', status: 'ACTIVE', rolloutState: 'IN_PROGRESS' });
    const service = aService({ deployments: [awsDeployment(), other] });
    expect(reasonsOf(planDeployment(requestFor(), currentState({ service })))).toEqual(['not-settled']);
  });

  test('2. old deployments that drain do not count', () => {
    const service = aService({
      deployments: [
        awsDeployment(),
        awsDeployment({ id: 'ecs-svc/0', status: 'DRAINING', rolloutState: 'FAILED' }),
      ],
    });
    expect(planDeployment(requestFor(), currentState({ service })).kind).toBe('unchanged');
  });

  test.each([
    ['unsteady', [awsTaskSet({ stabilityStatus: 'STABILIZING' })], 'STABILIZING'],
    [
      'beside another one',
      [awsTaskSet(), awsTaskSet({ id: 'ecs-svc/9', status: 'ACTIVE' })],
      'beside another task set',
    ],
  ])('2. not while the task set is %s', (_, taskSets, state) => {
    const current = currentState({
      service: aCodeDeployService(taskSets),
      running: registered(1, withPort),
      codeDeploy: codeDeployState(),
    });
    expect(planDeployment(blueGreen(withPort), current)).toMatchObject({
      kind: 'deploy',
      reasons: [{ kind: 'not-settled', state }],
      force: false,
    });
  });

  test('2. a steady task set that is alone is settled', () => {
    const current = currentState({
      service: aCodeDeployService(),
      running: registered(1, withPort),
      codeDeploy: codeDeployState(),
    });
    expect(planDeployment(blueGreen(withPort), current).kind).toBe('unchanged');
  });

  test.each([
    ['forced', { forceNewDeployment: true }],
    ['setting', { propagateTags: 'SERVICE' }],
    ['setting', { managedTags: true }],
    ['count', { desiredCount: 3 }],
  ])('3. not when a service-level input differs (%s)', (reason, settings) => {
    expect(reasonsOf(planDeployment(requestFor(undefined, { settings }), currentState()))).toEqual([reason]);
  });

  test('3. inputs that say what the service has do not differ', () => {
    const settings = {
      propagateTags: 'NONE',
      managedTags: false,
      desiredCount: 2,
      forceNewDeployment: false,
    };
    expect(planDeployment(requestFor(undefined, { settings }), currentState()).kind).toBe('unchanged');
  });
});

test('a file that differs from the running revision in a single value is never the same', () => {
  const valid = (value: unknown): RegisterTaskDefinitionCommandInput => {
    if (isTaskDefinition(value)) return value;
    throw new Error('The sample is no task definition.');
  };
  const image = ['containerDefinitions', '0', 'image'];
  const file = valid(withLeaf(everyMember(), image, () => pinnedImage));
  const { tags = [], ...definition } = file;
  const running: Revision = {
    ...registered(1),
    definition,
    tags: new Map(tags.map(({ key = '', value = '' }) => [key, value])),
  };
  const planFor = (asked: RegisterTaskDefinitionCommandInput) =>
    planDeployment(requestFor(asked), currentState({ running, newest: running })).kind;
  expect(planFor(file)).toBe('unchanged');
  const removable = leaves(file).filter((path) => !/^\d+$/.test(path.at(-1) ?? ''));
  expect(removable.length).toBeGreaterThan(100);
  const unnoticed = removable.filter(
    (path) => planFor(valid(withLeaf(file, path, () => undefined))) === 'unchanged',
  );
  expect(unnoticed).toEqual([]);
});

describe('4. a tag must name what every running task runs', () => {
  const tagged = fileWith(taggedImage);
  const planWith = (changes: Partial<CurrentState>, definition = tagged) =>
    planDeployment(
      requestFor(definition),
      currentState({
        running: registered(1, definition),
        newest: registered(1, definition),
        images: new Map([[taggedImage, known('b')]]),
        runningDigests: new Map([['app', [digest('b'), digest('b')]]]),
        ...changes,
      }),
    );

  test('then nothing is deployed', () => {
    expect(planWith({}).kind).toBe('unchanged');
  });

  test('an image of the index that the tag names proves it too', () => {
    const images = new Map([[taggedImage, known('c', ['b'])]]);
    expect(planWith({ images }).kind).toBe('unchanged');
  });

  test('a tag that moved deploys the same revision again, with new tasks', () => {
    expect(planWith({ images: new Map([[taggedImage, known('c')]]) })).toMatchObject({
      kind: 'deploy',
      revision: { kind: 'use', arn: revisionArn(1) },
      reasons: [{ kind: 'tag-moved', container: 'app', image: taggedImage }],
      force: true,
      countOnly: false,
    });
  });

  test('one task with another image is enough', () => {
    const runningDigests = new Map([['app', [digest('b'), digest('c')]]]);
    expect(reasonsOf(planWith({ runningDigests }))).toEqual(['tag-moved']);
  });

  test.each<readonly [string, Partial<CurrentState>, string]>([
    [
      'another registry',
      { images: new Map([[taggedImage, { state: 'unknown', why: 'elsewhere' }]]) },
      'elsewhere',
    ],
    ['nothing known of the image', { images: new Map() }, 'the registry does not have it'],
    ['no running task', { runningDigests: new Map() }, 'no running task tells its digest'],
    [
      'a task without a digest',
      { runningDigests: new Map([['app', [digest('b'), undefined]]]) },
      'a running task does not tell its digest',
    ],
  ])('%s: what cannot be known is deployed again, and the reason says why', (_, changes, why) => {
    expect(deploying(planWith(changes)).reasons).toEqual([
      { kind: 'tag-unproven', container: 'app', image: taggedImage, why },
    ]);
  });

  test('no permission to list tasks is not knowing', () => {
    const current = {
      service: aService(),
      running: registered(1, tagged),
      images: new Map([[taggedImage, known('b')]]),
    };
    expect(reasonsOf(planDeployment(requestFor(tagged), current))).toEqual(['tag-unproven']);
  });

  test('a count of 0 runs no other image: a tag is then proven', () => {
    const plan = planWith({ service: aService({ desiredCount: 0 }), runningDigests: new Map() });
    expect(plan.kind).toBe('unchanged');
  });

  test('a count of 0 proves nothing while tasks may not be listed', () => {
    const service = aService({ desiredCount: 0 });
    const current = { service, running: registered(1, tagged), images: new Map([[taggedImage, known('b')]]) };
    expect(reasonsOf(planDeployment(requestFor(tagged), current))).toEqual(['tag-unproven']);
  });

  test('versionConsistency disabled is not knowing, whatever the registry says', () => {
    const definition = fileWith(taggedImage, {
      containerDefinitions: [container({ image: taggedImage, versionConsistency: 'disabled' })],
    });
    expect(reasonsOf(planWith({}, definition))).toEqual(['tag-unproven']);
  });

  test('of several containers only the one that moved is named', () => {
    const other = `${taggedImage}-sidecar`;
    const definition = fileWith(taggedImage, {
      containerDefinitions: [container({ image: taggedImage }), container({ name: 'log', image: other })],
    });
    const plan = planWith(
      {
        images: new Map([
          [taggedImage, known('b')],
          [other, known('c')],
        ]),
        runningDigests: new Map([
          ['app', [digest('b')]],
          ['log', [digest('d')]],
        ]),
      },
      definition,
    );
    expect(deploying(plan).reasons).toEqual([{ kind: 'tag-moved', container: 'log', image: other }]);
  });
});

describe('which revision is deployed', () => {
  test('a changed file is registered, as it is', () => {
    expect(deploying(planDeployment(requestFor(changed), currentState())).revision).toEqual({
      kind: 'register',
      definition: changed,
    });
  });

  test('tags of this toolkit on a revision do not make a file differ', () => {
    const current = currentState({ running: registered(1, undefined, { tags: ofThisRun }) });
    expect(planDeployment(requestFor(), current).kind).toBe('unchanged');
  });

  test("the user's own tags do, in any order", () => {
    const tags = [
      { key: 'b', value: '2' },
      { key: 'a', value: '1' },
    ];
    const file = fileWith(pinnedImage, { tags });
    const with1 = (map: ReadonlyMap<string, string>) =>
      currentState({ running: registered(1, undefined, { tags: map }) });
    expect(
      planDeployment(
        requestFor(file),
        with1(
          new Map([
            ['a', '1'],
            ['b', '2'],
          ]),
        ),
      ).kind,
    ).toBe('unchanged');
    expect(reasonsOf(planDeployment(requestFor(file), with1(new Map([['a', '1']]))))).toEqual(['changed']);
  });

  test('where nothing runs that could be compared, the newest equal revision is used', () => {
    const current = { service: aService(), newest: registered(1), images: new Map() };
    expect(planDeployment(requestFor(), current)).toMatchObject({
      kind: 'deploy',
      reasons: [{ kind: 'first' }],
      revision: { kind: 'use', arn: revisionArn(1) },
    });
  });

  test('a revision that is named is deployed as it is, though its content equals the running one', () => {
    const request = requestFor(undefined, { revision: { kind: 'registered', reference: 'web:7' } });
    expect(planDeployment(request, currentState({ asked: registered(7) }))).toMatchObject({
      kind: 'deploy',
      revision: { kind: 'use', arn: revisionArn(7) },
      reasons: [{ kind: 'changed', changes: [{ path: 'revision', before: 'web:1', after: 'web:7' }] }],
    });
  });

  test('the running revision by its name is unchanged', () => {
    const request = requestFor(undefined, { revision: { kind: 'registered', reference: 'web:1' } });
    expect(planDeployment(request, currentState({ asked: registered(1) })).kind).toBe('unchanged');
  });
});

describe('force and count', () => {
  const withSettings = (settings: object) =>
    deploying(planDeployment(requestFor(undefined, { settings }), currentState()));

  test('a count alone starts no deployment, and the running revision stays', () => {
    expect(withSettings({ desiredCount: 5 })).toEqual({
      kind: 'deploy',
      revision: { kind: 'use', arn: revisionArn(1) },
      reasons: [{ kind: 'count', from: 2, to: 5 }],
      force: false,
      countOnly: true,
    });
  });

  test('the running revision is deployed again as it is, whatever the newest one holds', () => {
    const request = requestFor(undefined, { settings: { forceNewDeployment: true } });
    const current = currentState({ newest: registered(2, changed) });
    expect(deploying(planDeployment(request, current)).revision).toEqual({
      kind: 'use',
      arn: revisionArn(1),
    });
  });

  test('force on the same revision tells ECS to start anew', () => {
    expect(withSettings({ forceNewDeployment: true })).toMatchObject({ force: true, countOnly: false });
  });

  test('a setting on the same revision needs new tasks too', () => {
    expect(withSettings({ propagateTags: 'SERVICE', desiredCount: 5 })).toMatchObject({
      force: true,
      countOnly: false,
      reasons: [{ kind: 'setting', name: 'propagate-tags', from: 'NONE', to: 'SERVICE' }, { kind: 'count' }],
    });
  });

  test('a changed file needs no force: ECS starts a deployment for it', () => {
    const request = requestFor(changed, { settings: { forceNewDeployment: true } });
    expect(deploying(planDeployment(request, currentState())).force).toBe(false);
  });
});

describe('a deployment in progress (ECS)', () => {
  test('is refused by name before anything is registered, with what to do', () => {
    const service = { ...moving(), breaker: { enabled: true, rollback: true } };
    const [problem] = refusals(planDeployment(requestFor(changed), currentState({ service })));
    expect(problem?.message).toBe('The deployment ecs-svc/1 of web:1 is in progress on the service web.');
    expect(problem?.remedy).toMatch(/^Wait for it to end, or stop it, .* when-in-progress can do either\.$/);
  });

  test('that may never end by itself is not only waited for: the commands that stop it are given', () => {
    const [problem] = refusals(planDeployment(requestFor(changed), currentState({ service: moving() })));
    expect(problem?.remedy).toContain('AWS will retry for ever');
    expect(problem?.remedy).toContain(
      '`aws ecs list-service-deployments --cluster shop --service web --status IN_PROGRESS --region eu-central-1`',
    );
    expect(problem?.remedy).toMatch(
      /`aws ecs stop-service-deployment --service-deployment-arn ARN --stop-type ROLLBACK --region eu-central-1`\.$/,
    );
  });

  test('is refused even when it brings what is asked for, where another run registered that', () => {
    const tags = new Map([...ofThisRun, [`${TAG_PREFIX}run-id`, '76']]);
    const current = currentState({ service: moving(), running: registered(1, undefined, { tags }) });
    expect(planDeployment(requestFor(), current).kind).toBe('refuse');
  });

  test('is joined when an earlier attempt of this run registered that revision', () => {
    const tags = new Map([...ofThisRun, [`${TAG_PREFIX}run-attempt`, '9']]);
    const current = currentState({ service: moving(), running: registered(1, undefined, { tags }) });
    expect(planDeployment(requestFor(), current)).toEqual({
      kind: 'join',
      deploymentId: 'ecs-svc/1',
      taskDefinition: revisionArn(1),
      isOfRun: true,
    });
  });

  test.each([
    ['desired-count', { desiredCount: 5 }],
    ['propagate-tags', { propagateTags: 'SERVICE' }],
    ['enable-ecs-managed-tags', { managedTags: true }],
  ])('is not joined when %s asks for what it does not bring: that would be dropped', (input, settings) => {
    const current = currentState({
      service: moving(),
      running: registered(1, undefined, { tags: ofThisRun }),
    });
    const [problem] = refusals(planDeployment(requestFor(undefined, { settings }), current));
    expect(problem?.message).toContain('ecs-svc/1');
    expect(problem?.message).toContain(`cannot be applied to it: ${input}.`);
  });

  test('is joined with settings that the service has already, and for new tasks, which it brings', () => {
    const current = currentState({
      service: moving(),
      running: registered(1, undefined, { tags: ofThisRun }),
    });
    const settings = { desiredCount: 2, propagateTags: 'NONE', forceNewDeployment: true };
    expect(planDeployment(requestFor(undefined, { settings }), current).kind).toBe('join');
  });

  test('is joined for a revision that is named, and only for that one', () => {
    const named = (number: number) => {
      const current = currentState({
        service: moving(),
        running: registered(1, undefined, { tags: ofThisRun }),
        asked: registered(number),
      });
      const revision = { kind: 'registered', reference: `web:${number}` } as const;
      return planDeployment(requestFor(undefined, { revision }), current).kind;
    };
    expect(named(1)).toBe('join');
    expect(named(7)).toBe('refuse');
  });

  test('is not joined for another file, though this run started it', () => {
    const current = currentState({
      service: moving(),
      running: registered(1, undefined, { tags: ofThisRun }),
    });
    expect(planDeployment(requestFor(changed), current).kind).toBe('refuse');
  });

  test('is not joined without a run id to know it by', () => {
    const current = currentState({
      service: moving(),
      running: registered(1, undefined, { tags: new Map() }),
    });
    expect(planDeployment(requestFor(undefined, { run: {} }), current).kind).toBe('refuse');
  });
});

describe('when-in-progress', () => {
  const asking = (whenInProgress: ControlRequest['whenInProgress'], definition?: typeof changed) =>
    requestFor(definition, { control: { ...control, whenInProgress } });
  const busy = (tags?: Revision['tags']) =>
    currentState({
      service: moving(),
      ...(tags === undefined ? {} : { running: registered(1, undefined, { tags }) }),
    });

  test('wait: the deployment must end first, and is not stopped', () => {
    expect(planDeployment(asking('wait', changed), busy())).toMatchObject({
      kind: 'clear',
      inTheWay: { id: 'ecs-svc/1' },
      stops: false,
    });
  });

  test('replace: it is stopped first', () => {
    expect(planDeployment(asking('replace', changed), busy())).toMatchObject({
      kind: 'clear',
      inTheWay: { id: 'ecs-svc/1' },
      stops: true,
    });
  });

  test('join: one of the same revision is joined, whoever started it', () => {
    expect(planDeployment(asking('join'), busy())).toMatchObject({
      kind: 'join',
      deploymentId: 'ecs-svc/1',
      isOfRun: false,
    });
  });

  test('join: one of another revision is refused, and that is said', () => {
    const [problem] = refusals(planDeployment(asking('join', changed), busy()));
    expect(problem?.remedy).toMatch(
      /^It deploys another revision than this run, so that it cannot be joined\./,
    );
  });

  test('join: what it does not bring is named, and who started it', () => {
    const request = { ...asking('join'), settings: { ...requestFor().settings, desiredCount: 5 } };
    const [foreign] = refusals(planDeployment(request, busy()));
    expect(foreign?.message).toMatch(/^The deployment ecs-svc\/1 of the same revision is in progress/);
    const [own] = refusals(planDeployment(request, busy(ofThisRun)));
    expect(own?.message).toMatch(/^This run started the deployment ecs-svc\/1/);
  });

  test('any: what stands in the way of this run is told before anything is stopped', () => {
    const current = { ...busy(), service: { ...moving(), status: 'DRAINING' } };
    expect(planDeployment(asking('replace', changed), current).kind).toBe('refuse');
  });
});

describe('a rollback to a revision', () => {
  const returning = (whenInProgress: ControlRequest['whenInProgress'], number = 1) =>
    requestFor(undefined, {
      action: 'rollback',
      revision: { kind: 'registered', reference: `web:${number}` },
      control: { ...control, whenInProgress },
    });
  const asked = (number: number, more: Partial<CurrentState> = {}) =>
    currentState({ service: moving(), asked: registered(number), ...more });

  test('joins a deployment of the same that is under way, instead of replacing it', () => {
    expect(planDeployment(returning('replace'), asked(1))).toMatchObject({
      kind: 'join',
      deploymentId: 'ecs-svc/1',
      isOfRun: false,
    });
  });

  test('replaces a deployment of another', () => {
    expect(planDeployment(returning('replace', 7), asked(7))).toMatchObject({ kind: 'clear', stops: true });
  });

  test.each([
    ['wait', 'clear'],
    ['fail', 'refuse'],
  ] as const)('does as it is asked by %s', (whenInProgress, kind) => {
    expect(planDeployment(returning(whenInProgress), asked(1)).kind).toBe(kind);
  });

  test('that runs already needs no proof of its tags', () => {
    const file = fileWith(taggedImage);
    const current = currentState({ running: registered(1, file), asked: registered(1, file) });
    expect(planDeployment(returning('replace'), current).kind).toBe('unchanged');
    const request = { ...returning('replace'), action: 'ecs-update-service' } as const;
    expect(reasonsOf(planDeployment(request, current))).toEqual(['tag-unproven']);
  });

  test('joins no deployment of CodeDeploy that is done but for its end', () => {
    const plan = planDeployment(
      returning('replace'),
      currentState({
        service: aCodeDeployService([awsTaskSet()]),
        running: registered(1, withPort),
        asked: registered(1, withPort),
        codeDeploy: codeDeployState({
          active: { id: 'd-OTHER', description: '', onlyTerminates: true, taskDefinition: revisionArn(1) },
        }),
      }),
    );
    expect(plan.kind).toBe('unchanged');
  });
});

describe('a rollback of ECS that is under way', () => {
  const rolledBackTo = (reason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.') =>
    aService({
      deployments: [awsDeployment({ rolloutState: 'IN_PROGRESS', rolloutStateReason: reason })],
    });

  test.each(['replace', 'wait', 'join'] as const)('is waited for, never stopped, by %s', (whenInProgress) => {
    const request = requestFor(undefined, { control: { ...control, whenInProgress } });
    const plan = planDeployment(request, currentState({ service: rolledBackTo() }));
    expect(plan).toMatchObject({ kind: 'clear', inTheWay: { isRollback: true }, stops: false });
  });

  test('is waited for by another attempt of the run that registered what it returns to', () => {
    const running = registered(1, undefined, { tags: ofThisRun });
    const plan = planDeployment(requestFor(), currentState({ service: rolledBackTo(), running }));
    expect(plan).toMatchObject({ kind: 'clear', stops: false });
  });

  test('is told by its reason alone', () => {
    const request = requestFor(undefined, { control: { ...control, whenInProgress: 'join' } });
    const service = rolledBackTo('ECS deployment ecs-svc/1 in progress.');
    expect(planDeployment(request, currentState({ service })).kind).toBe('join');
  });
});

test('a deployment in the way is told with everything else that has to be mended', () => {
  const request = requestFor(changed, {
    action: 'bluegreen-deploy',
    settings: { desiredCount: 5 },
  });
  const current = currentState({
    service: aCodeDeployService([awsTaskSet()]),
    codeDeploy: codeDeployState({ active: { id: 'd-OTHER', description: '', onlyTerminates: false } }),
  });
  const told = refusals(planDeployment(request, current)).map(({ message }) => message);
  expect(told).toContain('desired-count cannot be used with the controller CODE_DEPLOY.');
  expect(told.at(-1)).toBe('The deployment d-OTHER is in progress on the service web.');
});

test("what is under way on a service that is no longer ACTIVE is in nobody's way", () => {
  const service = { ...moving(), status: 'DRAINING' };
  expect(refusals(planDeployment(requestFor(changed), currentState({ service })))).toHaveLength(1);
});

describe('a deployment in progress (CodeDeploy)', () => {
  const file = withPort;
  const bigger = { ...file, cpu: '512', memory: '1024' };
  const description = (runId: string): string =>
    `ecs-deploy-toolkit example/shop run ${runId} attempt 1 commit c0ffee`;
  const planWith = (active: object, given: { definition?: typeof file; endPreviousWait?: boolean } = {}) =>
    planDeployment(
      blueGreen(given.definition ?? file, given.endPreviousWait),
      currentState({
        service: aCodeDeployService([awsTaskSet()]),
        running: registered(1, file),
        newest: registered(2, file),
        codeDeploy: codeDeployState({
          active: { id: 'd-OTHER', description: 'by hand', onlyTerminates: false, ...active },
        }),
      }),
    );

  test('is refused by name', () => {
    expect(refusals(planWith({}))[0]?.message).toBe(
      'The deployment d-OTHER is in progress on the service web.',
    );
  });

  test('is joined when its description says that this run started it for this revision', () => {
    expect(planWith({ description: description('77'), taskDefinition: revisionArn(2) })).toEqual({
      kind: 'join',
      deploymentId: 'd-OTHER',
      taskDefinition: revisionArn(2),
      isOfRun: true,
    });
  });

  test.each([
    ['codedeploy-deployment-config', { config: 'CodeDeployDefault.ECSAllAtOnce' }],
    ['codedeploy-appspec', { appSpec: { containerName: 'app', containerPort: 8080, hooks: [] } }],
  ])('is joined by another attempt that gives the same %s as the first', (_input, codeDeploy) => {
    const active = { id: 'd-OTHER', description: description('77'), taskDefinition: revisionArn(2) };
    const request = blueGreen(file);
    const plan = planDeployment(
      { ...request, codeDeploy: { ...request.codeDeploy, ...codeDeploy } },
      currentState({
        service: aCodeDeployService([awsTaskSet()]),
        running: registered(1, file),
        newest: registered(2, file),
        codeDeploy: codeDeployState({ active: { ...active, onlyTerminates: false } }),
      }),
    );
    expect(plan.kind).toBe('join');
  });

  test.each([
    ['another run', { description: description('76'), taskDefinition: revisionArn(2) }],
    ['no task set yet', { description: description('77') }],
    ['another revision', { description: description('77'), taskDefinition: revisionArn(5) }],
  ])('is not joined: %s', (_, active) => {
    expect(planWith(active).kind).toBe('refuse');
  });

  test('that only waits to terminate says the minutes left and how to end the wait', () => {
    const [problem] = refusals(planWith({ onlyTerminates: true, minutesLeft: 12.2 }));
    expect(problem?.message).toBe(
      'The deployment d-OTHER has shifted all traffic and waits at most 13 more minutes to terminate the old task set on the service web.',
    );
    expect(problem?.remedy).toContain('end-previous-wait');
  });

  test('with end-previous-wait that wait is ended first', () => {
    const plan = planWith({ onlyTerminates: true }, { definition: bigger, endPreviousWait: true });
    expect(plan).toMatchObject({ kind: 'deploy', endWaitOf: 'd-OTHER', revision: { kind: 'register' } });
  });

  test.each([
    ['a rollback is waited for', { isRollback: true as const }, false],
    ['any other one is stopped', {}, true],
  ])('replace: %s', (_, active, stops) => {
    const request = blueGreen(bigger);
    const plan = planDeployment(
      { ...request, control: { ...control, whenInProgress: 'replace' } },
      currentState({
        service: aCodeDeployService([awsTaskSet()]),
        running: registered(1, file),
        newest: registered(2, file),
        codeDeploy: codeDeployState({
          active: { id: 'd-OTHER', description: 'by hand', onlyTerminates: false, ...active },
        }),
      }),
    );
    expect(plan).toMatchObject({ kind: 'clear', stops });
  });

  test('replace ends the wait of one that has shifted all traffic, instead of shifting it back', () => {
    const request = blueGreen(bigger);
    const active = { id: 'd-OTHER', description: 'by hand', onlyTerminates: true };
    const plan = planDeployment(
      { ...request, control: { ...control, whenInProgress: 'replace' } },
      currentState({
        service: aCodeDeployService([awsTaskSet()]),
        running: registered(1, file),
        newest: registered(2, file),
        codeDeploy: codeDeployState({ active }),
      }),
    );
    expect(plan).toMatchObject({ kind: 'deploy', endWaitOf: 'd-OTHER' });
  });

  describe('replace returns to a revision that still runs in the old task set', () => {
    const registeredRevision = { kind: 'registered', reference: 'web:1' } as const;
    const planOver = (
      oldSet: Parameters<typeof awsTaskSet>[0],
      revision: Partial<Pick<ReturnType<typeof requestFor>, 'revision'>> = { revision: registeredRevision },
    ) =>
      planDeployment(
        {
          ...blueGreen(file),
          ...revision,
          control: { ...control, whenInProgress: 'replace' },
        },
        currentState({
          service: aCodeDeployService([
            awsTaskSet({ id: 'ecs-svc/2', taskDefinition: revisionArn(2) }),
            awsTaskSet({ status: 'ACTIVE', taskDefinition: revisionArn(1), ...oldSet }),
          ]),
          running: registered(2, file),
          newest: registered(2, file),
          asked: registered(1, file),
          codeDeploy: codeDeployState({
            active: { id: 'd-OTHER', description: 'by hand', onlyTerminates: true },
          }),
        }),
      );

    test('by a rollback of the deployment that waits', () => {
      expect(planOver({})).toMatchObject({ kind: 'clear', inTheWay: { id: 'd-OTHER' }, stops: true });
    });

    test.each<readonly [string, Parameters<typeof awsTaskSet>[0]]>([
      ['runs another revision', { taskDefinition: revisionArn(3) }],
      ['runs no task any more', { runningCount: 0 }],
      ['is being drained', { status: 'DRAINING' }],
    ])('but not when that %s', (_, oldSet) => {
      expect(planOver(oldSet)).toMatchObject({ kind: 'deploy', endWaitOf: 'd-OTHER' });
    });

    test('nor when a file is deployed', () => {
      expect(planOver({}, {}).kind).not.toBe('clear');
    });
  });

  test('end-previous-wait ends nothing that still shifts traffic', () => {
    expect(planWith({}, { definition: bigger, endPreviousWait: true }).kind).toBe('refuse');
  });
});

describe('five active deployments', () => {
  const full = aService({
    deployments: [
      awsDeployment(),
      ...[2, 3, 4, 5].map((number) => awsDeployment({ id: `ecs-svc/${number}`, status: 'ACTIVE' })),
    ],
  });

  test('leave no room for another', () => {
    const [problem] = refusals(planDeployment(requestFor(changed), currentState({ service: full })));
    expect(problem?.message).toContain('5 active deployments exist');
  });

  test('do not keep a change of the count alone, which starts none', () => {
    const request = requestFor(undefined, { settings: { desiredCount: 5 } });
    const plan = planDeployment(request, currentState({ service: full }));
    expect(plan).toMatchObject({ kind: 'deploy', countOnly: true });
  });
});

describe('a deployment that succeeded, though it is IN_PROGRESS as long as old tasks stop', () => {
  test('is settled', () => {
    expect(notSettled(currentState({ service: moving(), succeeded: 'ecs-svc/1' }))).toEqual([]);
  });

  test('is not settled when it is another that succeeded', () => {
    expect(notSettled(currentState({ service: moving(), succeeded: 'ecs-svc/9' }))).toEqual([
      { kind: 'not-settled', state: 'IN_PROGRESS' },
    ]);
  });
});
