import { expect, test } from '@jest/globals';
import { rehearse } from '../../../support/sandbox.ts';

test('DescribeScalableTargets gives the bounds of a service, asked for by its resource id', () => {
  const { sandbox } = rehearse('scalableTargets: [{ resourceId: service/shop/web, min: 2, max: 6 }]');
  const ask = (resourceId: string) =>
    sandbox.handle({
      method: 'POST',
      path: '/',
      headers: {
        'x-amz-target': 'AnyScaleFrontendService.DescribeScalableTargets',
        authorization: 'AWS4-HMAC-SHA256',
      },
      body: JSON.stringify({ ServiceNamespace: 'ecs', ResourceIds: [resourceId] }),
    });
  expect(ask('service/shop/web')).toMatchObject({
    status: 200,
    body: expect.stringContaining('"MinCapacity":2,"MaxCapacity":6'),
  });
  expect(ask('service/shop/other')).toMatchObject({ body: '{"ScalableTargets":[]}' });
});
