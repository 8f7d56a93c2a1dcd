import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from '@jest/globals';
import { differenceOf } from '../../support/conformance.ts';
import { balanced, secondsUntil, stageOf } from '../../support/conformance-story.ts';
import { replacedUnderLoad, unhealthy } from '../../support/recordings/service-events.ts';
import { healthy, registering, timedOut, underLoad, unused } from '../../support/recordings/target-health.ts';
import { targetGroup } from '../../support/sandbox.ts';
import { greenGroup, rehearseShift } from '../../support/shift.ts';
import { formOf, momentsAfter } from '../../support/timeline.ts';

const openStage = () => {
  const stage = stageOf(1, balanced);
  const targets = async (TargetGroupArn = targetGroup) => {
    const describe = new DescribeTargetHealthCommand({ TargetGroupArn });
    return (await stage.loadBalancing.send(describe)).TargetHealthDescriptions ?? [];
  };
  const states = async () => (await targets()).map(({ TargetHealth }) => TargetHealth);
  /** The seconds from now until a target is in this state, for this reason. */
  const until = (State: string, Reason?: string) =>
    secondsUntil(stage, async () =>
      (await states()).some((state) => state?.State === State && state.Reason === Reason),
    );
  return { stage, targets, states, until };
};
// The zone of a target is told where it is an address, as tasks are; the examples have instances.
const extra = ['Target.AvailabilityZone'];

test('targets are healthy, and new ones are being registered, as the examples of the AWS CLI have it', async () => {
  const { stage, targets, states, until } = openStage();
  expect(await states()).toEqual([healthy.TargetHealth]);
  expect(differenceOf((await targets())[0], healthy)).toEqual({ missing: [], extra });
  await stage.deploy('v2');
  await until('initial', registering.TargetHealth?.Reason);
  expect(await states()).toContainEqual(registering.TargetHealth);
});

test('an unhealthy target has the members of the example: state, reason and description', async () => {
  const { stage, targets, until } = openStage();
  await stage.deploy('fault-unhealthy');
  // Of the reasons that there are, the sandbox's target answers with the wrong code.
  await until('unhealthy', 'Target.ResponseCodeMismatch');
  const target = (await targets()).find(({ TargetHealth }) => TargetHealth?.State === 'unhealthy');
  expect(differenceOf(target, timedOut)).toEqual({ missing: [], extra });
});

test('a target of a group that gets no traffic is unused, as the example of the AWS CLI has it', async () => {
  const stage = rehearseShift({ configuration: 'strategy: BLUE_GREEN' });
  const rules = stage.sandbox.live().loadBalancing.listeners.flatMap((listener) => listener.rules);
  await stage.deploy('v2');
  await stage.until(({ lifecycleStage }) => lifecycleStage === 'TEST_TRAFFIC_SHIFT');
  for (const rule of rules) {
    Object.assign(rule, {
      forward: rule.forward.filter(({ targetGroupArn }) => targetGroupArn !== greenGroup),
    });
  }
  const describe = new DescribeTargetHealthCommand({ TargetGroupArn: greenGroup });
  const { TargetHealthDescriptions: [target] = [] } = await stage.loadBalancing.send(describe);
  expect(target?.TargetHealth).toEqual(unused.TargetHealth);
});

test('an unhealthy target is told in the form of the recorded events, but for its reason', async () => {
  const { stage } = openStage();
  await stage.deploy('fault-unhealthy');
  stage.pass(600);
  const form = (message: string): string => formOf(message).replace(/\(reason .*\)\.?$/, '(reason)');
  const told = (await stage.messages()).filter((message) => message.includes('is unhealthy')).map(form);
  expect(new Set(told)).toEqual(new Set([form(unhealthy.fargate.event)]));
});

test('it is told, then leaves its target group and drains, in the recorded order', async () => {
  const { stage } = openStage();
  await stage.deploy('fault-unhealthy');
  stage.pass(600);
  const kind = (text: string) =>
    /registered|is unhealthy|deregistered|begun draining/.exec(text)?.[0] ?? 'other';
  const moments = momentsAfter(new Date(0), (await stage.service()).events);
  const first = moments.findIndex(({ text }) => kind(text) === 'registered');
  const happened = moments.slice(first).filter(({ text }) => kind(text) !== 'other');
  const recorded = replacedUnderLoad.map(([, text]) => kind(text));
  expect(happened.slice(0, recorded.length).map(({ text }) => kind(text))).toEqual(recorded);
});

test('the states of a target follow each other as fast as they did in an experiment', async () => {
  const { stage, until, states } = openStage();
  await stage.deploy('v2');
  const {
    registered,
    deregistered,
    gone,
    states: [initial, , draining],
  } = underLoad;
  const moments = async (text: string) =>
    momentsAfter(new Date(0), (await stage.service()).events).filter((moment) => moment.text.includes(text));
  await secondsUntil(stage, async () => (await moments(' registered 1 targets')).length > 0);
  const begun = await until('initial', initial?.Reason);
  expect(begun).toBeLessThanOrEqual((initial?.seconds ?? NaN) - registered);
  await until('draining', draining?.Reason);
  const isGone = async () => !(await states()).some((state) => state?.State === 'draining');
  const drained = await secondsUntil(stage, isGone);
  // The deregistration delay is 30 s there, and here.
  expect(Math.abs(drained - (gone - deregistered))).toBeLessThan(2);
});
