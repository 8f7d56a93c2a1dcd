import { expect, test } from '@jest/globals';
import { rehearse, workerScenario } from '../../support/sandbox.ts';

const stale = (seconds: number, more = ''): string =>
  workerScenario({
    more: `faults: [{ operation: DescribeServices, kind: stale, after: 1, seconds: ${seconds}${more} }]`,
  });

test('a stale read answers as it was before the change, the next one as it is', async () => {
  const shop = rehearse(stale(3));
  const before = await shop.service();
  shop.pass(60);
  const id = await shop.deploy('v2');
  shop.pass(2);
  expect((await shop.service()).deployments).toMatchObject([{ id: before.deployments?.[0]?.id }]);
  expect((await shop.service()).deployments?.[0]?.id).toBe(id);
});

test('a stale read lags by its seconds and no more, whatever was asked in between', async () => {
  const shop = rehearse(stale(3));
  await shop.service();
  const id = await shop.deploy('v2');
  shop.pass(4);
  expect((await shop.service()).deployments?.[0]).toMatchObject({ id, pendingCount: 0 });
});

test('what happens by itself shows in a stale read as late as everything else', async () => {
  const shop = rehearse(stale(10, ', times: 2'));
  await shop.service();
  await shop.deploy('v2');
  shop.pass(20);
  expect((await shop.service()).deployments?.[0]?.pendingCount).toBe(0);
  shop.pass(5);
  expect((await shop.service()).deployments?.[0]?.pendingCount).toBe(2);
});

test('the past is kept only while a stale answer is still to come', async () => {
  const shop = rehearse(stale(3));
  await shop.service();
  expect(shop.sandbox.world.past).toHaveLength(1);
  await shop.service();
  await shop.service();
  expect(shop.sandbox.world.past).toEqual([]);
});

test('a change is never made to the past', async () => {
  const shop = rehearse(
    workerScenario({ more: "faults: [{ operation: '*', kind: stale, seconds: 60, times: 99 }]" }),
  );
  await shop.service();
  shop.pass(5);
  const id = await shop.deploy('v2');
  expect(shop.sandbox.live().ecs.services[0]?.deployments[0]?.id).toBe(id);
});
