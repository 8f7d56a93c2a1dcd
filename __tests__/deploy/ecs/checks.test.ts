import { expect, test } from '@jest/globals';
import { isRoomForAnother } from '../../../src/deploy/ecs/checks.ts';
import { currentState, requestFor } from '../../support/current.ts';
import { aService, awsDeployment } from '../../support/service.ts';

const problems = (count: number) => {
  const old = Array.from({ length: count - 1 }, (_, index) =>
    awsDeployment({ id: `ecs-svc/${index + 2}`, status: 'ACTIVE' }),
  );
  const service = aService({ deployments: [awsDeployment(), ...old] });
  return isRoomForAnother({
    request: requestFor(undefined),
    current: currentState({ service }),
    containers: [],
  });
};

test('five active deployments leave no room for another', () => {
  expect(problems(5)).toMatchObject([
    { message: expect.stringMatching(/^5 active deployments exist on web/) },
  ]);
});

test('four leave room', () => {
  expect(problems(4)).toEqual([]);
});
