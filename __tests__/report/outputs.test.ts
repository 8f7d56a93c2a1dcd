import { expect, test } from '@jest/globals';
import { STATUSES } from '../../src/deploy/outcome.ts';
import { DEPLOY_OUTPUTS, deployOutputs } from '../../src/report/outputs.ts';
import { anOutcome, bareOutcome } from '../support/outcome.ts';
import { revisionArn } from '../support/service.ts';

test('every documented output has a value, and no other', () => {
  expect(Object.keys(deployOutputs(anOutcome('deployed', 'completed'))).sort()).toEqual(
    Object.keys(DEPLOY_OUTPUTS).sort(),
  );
});

test('the documentation of status names every status', () => {
  for (const status of STATUSES) expect(DEPLOY_OUTPUTS.status).toContain(`\`${status}\``);
});

test('a deployment of ECS has an id, but none of CodeDeploy', () => {
  expect(deployOutputs(anOutcome('deployed', 'completed', { imageVerified: 'true' }))).toEqual({
    status: 'deployed',
    reason: 'web runs web:2.',
    'task-definition-arn': revisionArn(2),
    'deployment-id': 'ecs-svc/2',
    'codedeploy-deployment-id': '',
    'previous-task-definition-arn': revisionArn(1),
    'running-task-definition-arn': revisionArn(2),
    'image-verified': 'true',
    diagnosis: '',
    'duration-seconds': '187',
  });
});

test('a deployment of CodeDeploy has its id in both', () => {
  const handle = { kind: 'codedeploy', id: 'd-OURS' } as const;
  expect(deployOutputs(anOutcome('deployed', 'traffic-shifted', { handle }))).toMatchObject({
    'deployment-id': 'd-OURS',
    'codedeploy-deployment-id': 'd-OURS',
  });
});

test('where nothing was started ids are empty, never the word undefined', () => {
  const outputs = deployOutputs(bareOutcome('failed', 'refused'));
  expect(outputs['deployment-id']).toBe('');
  expect(Object.values(outputs).join()).not.toContain('undefined');
});

test('a reason is one line that no later step can be tricked with', () => {
  const facts = { awsReason: 'no\n::set-env name=X::y\u001b[31m' };
  const { reason } = deployOutputs(anOutcome('failed', 'failed-in-place', { facts }));
  expect(reason).not.toMatch(/[\n\r\u001b]/);
});
