import { expect, test } from '@jest/globals';
import { startCodeDeploy } from '../../../src/deploy/codedeploy/start.ts';
import { anotherDeployment } from '../../support/recordings/refusals.ts';

const start = { application: 'Shop', group: 'Web', appSpec: '{}', description: 'ours' };

/** Starts where the first answer is lost and the second is the recorded refusal; the one that is active says so. */
function startAfterLoss(description: string) {
  let sent = 0;
  const createDeployment = () => {
    sent += 1;
    return Promise.reject(
      sent === 1
        ? Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
        : Object.assign(new Error(anotherDeployment.text), {
            name: anotherDeployment.name,
            $metadata: { httpStatusCode: 400 },
          }),
    );
  };
  const reads = {
    listDeployments: () => Promise.resolve({ $metadata: {}, deployments: [] }),
    getDeployment: () => Promise.resolve({ $metadata: {}, deploymentInfo: { description } }),
  };
  const { signal } = new AbortController();
  return startCodeDeploy({ reads, once: { createDeployment }, signal }, start);
}

test('after a lost answer the deployment that the recorded refusal names is ours if it says so', async () => {
  expect(await startAfterLoss('ours')).toBe('d-4WXUV98WJ');
});

test('if it does not, the refusal stands', async () => {
  await expect(startAfterLoss('theirs')).rejects.toThrow(anotherDeployment.text);
});
