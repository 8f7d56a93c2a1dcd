import type { Volume } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { checkSituation } from '../../src/deploy/checks.ts';
import { planDeployment } from '../../src/deploy/plan.ts';
import { volumeOf } from '../../src/deploy/volume.ts';
import { planLines } from '../../src/report/plan.ts';
import {
  currentState,
  deploying,
  fileWith,
  pinnedImage,
  registered,
  requestFor,
} from '../support/current.ts';
import { aService, awsDeployment } from '../support/service.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';
import { dataVolume, leftOpen } from '../support/volume.ts';

const { name, configuration } = dataVolume();
const definition = fileWith(pinnedImage, leftOpen);
const running = registered(1, definition);
const settings = { volume: dataVolume() };
const serviceWith = (volume = dataVolume()) =>
  aService({
    deployments: [
      awsDeployment({
        volumeConfigurations: [{ name: volume.name, managedEBSVolume: volume.configuration }],
      }),
    ],
  });

describe('the two inputs', () => {
  test('name a volume together, or none', () => {
    expect(
      valueOrFail(
        volumeOf({
          'service-managed-ebs-volume-name': name,
          'service-managed-ebs-volume': configuration,
        }),
      ),
    ).toEqual(dataVolume());
    expect(
      valueOrFail(
        volumeOf({ 'service-managed-ebs-volume-name': undefined, 'service-managed-ebs-volume': undefined }),
      ),
    ).toBeUndefined();
  });

  test.each([
    [name, undefined, 'service-managed-ebs-volume'],
    [undefined, configuration, 'service-managed-ebs-volume-name'],
  ])('are a problem one without the other', (given, settings, missing) => {
    const [problem] = problemsOf(
      volumeOf({ 'service-managed-ebs-volume-name': given, 'service-managed-ebs-volume': settings }),
    );
    expect(problem?.input).toBe(missing);
    expect(problem?.message).toContain(`is given without ${missing}.`);
  });
});

describe('the volume', () => {
  const problemsWith = (volumes: Volume[]) => {
    const asked = fileWith(pinnedImage, { volumes });
    return checkSituation({
      request: requestFor(asked, { settings }),
      current: currentState(),
      containers: asked.containerDefinitions ?? [],
    });
  };

  test('is one that the file leaves open', () => {
    expect(problemsWith(leftOpen.volumes)).toEqual([]);
  });

  test.each<readonly [string, Volume[], string, string]>([
    ['none', [], 'The task definition has no volume data.', 'Add {"name": "data"'],
    ['another', [{ name: 'dat' }], 'has no volume data.', 'Did you mean dat?'],
    ['it', [{ name: 'data' }], 'is not configured at launch', '"configuredAtLaunch": true'],
  ])('is a problem where the file has %s', (_, volumes, message, remedy) => {
    const [problem, ...others] = problemsWith(volumes);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      message: expect.stringContaining(message),
      remedy: expect.stringContaining(remedy),
      input: 'service-managed-ebs-volume-name',
    });
  });

  test('is looked for in the registered revision that is named', () => {
    const request = requestFor(undefined, {
      settings,
      revision: { kind: 'registered', reference: 'web:1' },
    });
    const check = (asked: typeof running) =>
      checkSituation({ request, current: currentState({ asked }), containers: [] });
    expect(check(running)).toEqual([]);
    expect(check(registered(1))).toHaveLength(1);
  });
});

describe('a plan', () => {
  const planWith = (service = serviceWith()) => {
    const request = requestFor(definition, { settings });
    const current = currentState({ service, running, newest: running });
    return { request, current, plan: planDeployment(request, current) };
  };

  test('has nothing to do when the service has the same volume', () => {
    expect(planWith().plan.kind).toBe('unchanged');
  });

  test('starts a deployment of the same revision when a setting differs, and says which', () => {
    const planned = planWith(serviceWith(dataVolume({ sizeInGiB: 10 })));
    expect(deploying(planned.plan)).toMatchObject({
      force: true,
      countOnly: false,
      reasons: [{ kind: 'setting', name: 'service-managed-ebs-volume sizeInGiB', from: '10', to: '20' }],
    });
    expect(planLines(planned).join('\n')).toContain('service-managed-ebs-volume sizeInGiB: 10 → 20');
  });

  test('starts a deployment when the service tells of no volume', () => {
    expect(deploying(planWith(aService()).plan).reasons).toEqual([
      { kind: 'setting', name: 'service-managed-ebs-volume', from: 'none told', to: 'data' },
    ]);
  });
});
