import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from '@jest/globals';
import { balanced, stageOf } from '../../support/conformance-story.ts';
import { unhealthy } from '../../support/recordings/service-events.ts';
import { healthy, registering } from '../../support/recordings/target-health.ts';
import { targetGroup } from '../../support/sandbox.ts';

const openStage = () => {
  const stage = stageOf(1, balanced);
  const states = async () => {
    const describe = new DescribeTargetHealthCommand({ TargetGroupArn: targetGroup });
    const { TargetHealthDescriptions = [] } = await stage.loadBalancing.send(describe);
    return TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth);
  };
  return { stage, states };
};

test('targets are healthy, and new ones are being registered, as the examples of the AWS CLI have it', async () => {
  const { stage, states } = openStage();
  expect(await states()).toEqual([healthy.TargetHealth]);
  await stage.deploy('v2');
  stage.pass(41);
  expect(await states()).toContainEqual(registering.TargetHealth);
});

test('an unhealthy target is told in the form of the recorded events, but for its names and reason', async () => {
  const { stage } = openStage();
  await stage.deploy('fault-unhealthy');
  stage.pass(600);
  const form = (message: string): string =>
    message
      .replaceAll(/\((service|task|port|target-group) [^)]+\)/g, '($1)')
      .replace(/\(reason .*\)\.?$/, '(reason)');
  const told = (await stage.messages()).filter((message) => message.includes('is unhealthy')).map(form);
  const [, [onFargate] = ['']] = unhealthy;
  expect(new Set(told)).toEqual(new Set([form(onFargate)]));
});
