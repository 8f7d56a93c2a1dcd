import { expect, test } from '@jest/globals';
import { describeHistory } from '../../src/rollback/describe.ts';
import { clientsOver, wireOf } from '../support/answering.ts';
import { requestFor } from '../support/current.ts';
import { listed, listedFirst } from '../support/recordings/service-deployments.ts';
import { revision } from '../support/recordings/service-revisions.ts';
import { aService } from '../support/service.ts';
import { portsOf } from '../support/ports.ts';

test('the recorded deployments and their revision make a history, with the digests that the images had', async () => {
  const asked: unknown[] = [];
  const aws = clientsOver((operation, input) => {
    if (operation === 'ListServiceDeployments')
      return { body: { serviceDeployments: wireOf([listedFirst, ...listed]) } };
    asked.push(input);
    return { body: { serviceRevisions: wireOf([revision]) } };
  });
  const { past } = await describeHistory(requestFor(), aService(), portsOf(aws));
  expect(asked).toEqual([
    { serviceRevisionArns: [listed[0]?.targetServiceRevisionArn, listedFirst.targetServiceRevisionArn] },
  ]);
  // AWS described one of the two.
  const [collector, web] = revision.containerImages ?? [];
  expect(past).toEqual([
    {
      taskDefinition: revision.taskDefinition,
      at: listedFirst.finishedAt?.toISOString(),
      images: new Map([
        [collector?.image, collector?.imageDigest],
        [web?.image, web?.imageDigest],
      ]),
    },
  ]);
});
