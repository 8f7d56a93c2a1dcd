import { blueGroup, greenGroup, productionRule } from '../__tests__/support/shift.ts';
import { findRule, sendAll, servingGroups } from '../sandbox/services/elasticloadbalancing/traffic.ts';
import { remember } from '../sandbox/faults/past.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { serviceIn, definitionOf, isRollingHere, serviceName } from './setting.ts';
import type { Act, ChaosScenario } from './scenario.ts';
import { appSpec } from '../__tests__/support/blue-green.ts';

/**
 * Does what somebody else does, at this very moment, untouched by the faults and denials of ours; what AWS
 * refuses them is not done. Gives back whether it was done.
 */
export function doAct(
  sandbox: Sandbox,
  scenario: ChaosScenario,
  { does, name = serviceName(scenario) }: Pick<Act, 'does'> & { readonly name?: string },
): boolean {
  const where = { cluster: 'shop', service: name };
  const isRolling = isRollingHere(scenario, name);
  const send = (operation: string, input: object) => sendUndisturbed(sandbox, operation, input);
  switch (does.kind) {
    case 'register':
      return send('RegisterTaskDefinition', definitionOf(name, does.tag));
    case 'deploy': {
      send('RegisterTaskDefinition', definitionOf(name, does.tag));
      const newest = sandbox.world.ecs.taskDefinitions.at(-1)?.arn ?? '';
      return isRolling
        ? send('UpdateService', { ...where, taskDefinition: newest })
        : send('CreateDeployment', createInput(newest));
    }
    case 'force':
      return send('UpdateService', { ...where, forceNewDeployment: true });
    case 'scale':
      return send('UpdateService', { ...where, desiredCount: does.desiredCount });
    case 'stop':
      return isRolling
        ? send('StopServiceDeployment', {
            serviceDeploymentArn: serviceIn(sandbox, name).records[0]?.arn ?? '',
            stopType: does.rollback ? 'ROLLBACK' : 'ABORT',
          })
        : send('StopDeployment', {
            deploymentId: sandbox.world.codedeploy.deployments.at(-1)?.id ?? '',
            autoRollbackEnabled: does.rollback,
          });
    case 'stop-task': {
      const task = sandbox
        .live()
        .ecs.tasks.findLast(
          ({ group, desiredStatus }) => group === `service:${name}` && desiredStatus === 'RUNNING',
        );
      return send('StopTask', { cluster: 'shop', task: task?.arn ?? '' });
    }
    case 'continue': {
      const [record] = serviceIn(sandbox, name).records;
      const pause = record?.shift?.hooks.find(({ status }) => status === 'AWAITING_ACTION');
      if (record === undefined || pause === undefined) return false;
      return send('ContinueServiceDeployment', {
        serviceDeploymentArn: record.arn,
        hookId: pause.id,
        action: does.action,
      });
    }
    case 'reset-rule':
      return resetRule(sandbox);
    case 'delete-service':
      return send('DeleteService', { ...where, force: true });
    case 'deny': {
      const { permissions } = sandbox.world;
      Object.assign(permissions, { deny: [...permissions.deny, does.action] });
      return true;
    }
  }
}

function resetRule(sandbox: Sandbox): boolean {
  const rule = findRule(sandbox.live().loadBalancing, productionRule);
  const serving = rule === undefined ? [] : servingGroups(rule);
  if (rule === undefined) return false;
  sendAll(rule, serving.includes(blueGroup) ? greenGroup : blueGroup);
  return true;
}

const createInput = (taskDefinition: string): object => ({
  applicationName: 'Shop',
  deploymentGroupName: 'Web',
  revision: { revisionType: 'AppSpecContent', appSpecContent: { content: appSpec(taskDefinition) } },
});

const ofCodeDeploy: ReadonlySet<string> = new Set(['CreateDeployment', 'StopDeployment']);

function sendUndisturbed(sandbox: Sandbox, operation: string, input: object): boolean {
  const { world } = sandbox;
  const { faults, permissions, past } = world;
  const [ourFaults, ourDenials] = [faults.splice(0), permissions.deny];
  Object.assign(permissions, { deny: [] });
  const reply = sandbox.handle({
    method: 'POST',
    path: '/',
    headers: {
      'x-amz-target': `${ofCodeDeploy.has(operation) ? 'CodeDeploy_20141006' : 'AmazonEC2ContainerServiceV20141113'}.${operation}`,
      'content-type': 'application/x-amz-json-1.1',
      authorization: 'somebody else',
    },
    body: JSON.stringify(input),
  });
  faults.push(...ourFaults);
  Object.assign(permissions, { deny: ourDenials });
  world.past = past;
  remember(world);
  return reply.kind === 'answer' && reply.status === 200;
}
