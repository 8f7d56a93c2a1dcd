import type {
  AutoRollbackEvent,
  CreateDeploymentGroupInput,
  TrafficRoutingConfig,
} from '@aws-sdk/client-codedeploy';
import type { CreateServiceRequest } from '@aws-sdk/client-ecs';
import { allAtOnce, predefinedNames } from '../services/codedeploy/config.ts';
import type { LoadBalancing } from '../services/elasticloadbalancing/state.ts';
import type { Json } from '../wire/json.ts';
import { readObject, type Fields, type Path, type Report } from './fields.ts';

/** Applications with their deployment groups, and configurations of one's own. */
export interface ScenarioCodeDeploy {
  readonly applications: readonly ScenarioApplication[];
  readonly deploymentConfigs: readonly { readonly name: string; readonly routing: TrafficRoutingConfig }[];
}

export interface ScenarioApplication {
  readonly name: string;
  readonly deploymentGroups: readonly CreateDeploymentGroupInput[];
}

/** What the names in a deployment group refer to. */
export interface Surroundings {
  readonly services: readonly CreateServiceRequest[];
  readonly loadBalancers: LoadBalancing;
}

/** Reads `codedeploy`; reports names of services, target groups and listeners that the scenario does not have. */
export function readCodeDeploy(
  value: Json | undefined,
  surroundings: Surroundings,
  report: Report,
): ScenarioCodeDeploy {
  const object =
    <T>(read: (fields: Fields) => T) =>
    (item: Json, path: Path) =>
      readObject({ value: item, path, report }, read);
  return readObject({ value, path: ['codedeploy'], report }, (fields) => {
    const deploymentConfigs = fields.list('deploymentConfigs', object(readConfig));
    const configs = [...predefinedNames, ...deploymentConfigs.map(({ name }) => name)];
    const applications = fields.list(
      'applications',
      object((application) => {
        const applicationName = application.text('name');
        const inside = { applicationName, surroundings, configs, report };
        const deploymentGroups = application.list(
          'deploymentGroups',
          object((group) => readGroup(group, inside)),
        );
        return { name: applicationName, deploymentGroups };
      }),
    );
    return { applications, deploymentConfigs };
  });
}

interface Inside {
  readonly applicationName: string;
  readonly surroundings: Surroundings;
  /** The names of the deployment configurations there are. */
  readonly configs: readonly string[];
  readonly report: Report;
}

function readGroup(fields: Fields, inside: Inside): CreateDeploymentGroupInput {
  const events = fields.list('autoRollback', rollbackEvent(inside.report));
  const alarms = fields.list('alarms', textOf(inside.report));
  const deploymentConfigName = fields.text('deploymentConfig', allAtOnce);
  if (!inside.configs.includes(deploymentConfigName)) {
    const known = inside.configs.join(', ');
    inside.report([...fields.path, 'deploymentConfig'], `'deploymentConfig' must be one of ${known}.`);
  }
  const readyWait = fields.integer('readyWaitMinutes', 0);
  return {
    applicationName: inside.applicationName,
    deploymentGroupName: fields.text('name'),
    deploymentConfigName,
    serviceRoleArn: undefined,
    ecsServices: [readService(fields, inside)],
    loadBalancerInfo: { targetGroupPairInfoList: [readPair(fields, inside)] },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: {
        actionOnTimeout: readyWait === 0 ? 'CONTINUE_DEPLOYMENT' : 'STOP_DEPLOYMENT',
        waitTimeInMinutes: readyWait,
      },
      terminateBlueInstancesOnDeploymentSuccess: {
        action: 'TERMINATE',
        terminationWaitTimeInMinutes: fields.integer('terminationWaitMinutes', 0),
      },
    },
    autoRollbackConfiguration: { enabled: events.length > 0, events },
    alarmConfiguration: {
      enabled: alarms.length > 0,
      ignorePollAlarmFailure: false,
      alarms: alarms.map((name) => ({ name })),
    },
  };
}

const rollbackEvents: readonly AutoRollbackEvent[] = [
  'DEPLOYMENT_FAILURE',
  'DEPLOYMENT_STOP_ON_ALARM',
  'DEPLOYMENT_STOP_ON_REQUEST',
];

function readService(fields: Fields, { surroundings, report }: Inside) {
  const clusterName = fields.text('cluster');
  const serviceName = fields.text('service');
  const service = surroundings.services.find(
    (candidate) => candidate.cluster === clusterName && candidate.serviceName === serviceName,
  );
  if (service?.deploymentController?.type !== 'CODE_DEPLOY') {
    report(
      [...fields.path, 'service'],
      `There is no service '${serviceName}' with controller CODE_DEPLOY in cluster '${clusterName}'.`,
    );
  }
  return { clusterName, serviceName };
}

function readPair(fields: Fields, { surroundings, report }: Inside) {
  const { targetGroups, listeners } = surroundings.loadBalancers;
  const names = fields.list('targetGroups', textOf(report));
  const unknown = names.find((name) => !targetGroups.some((group) => group.name === name));
  const place = [...fields.path, 'targetGroups'];
  if (names.length !== 2) report(place, `'targetGroups' must name two target groups.`);
  else if (unknown !== undefined) report(place, `There is no target group '${unknown}' in loadBalancers.`);
  const listener = (key: string, arn: string) => {
    if (!listeners.some((candidate) => candidate.arn === arn)) {
      report([...fields.path, key], `There is no listener '${arn}' in loadBalancers.`);
    }
    return { listenerArns: [arn] };
  };
  const production = fields.text('productionListener');
  const test = fields.text('testListener', '');
  return {
    targetGroups: names.map((name) => ({ name })),
    prodTrafficRoute: listener('productionListener', production),
    ...(test === '' ? {} : { testTrafficRoute: listener('testListener', test) }),
  };
}

function readConfig(fields: Fields) {
  const name = fields.text('name');
  const type = fields.choice('type', ['AllAtOnce', 'TimeBasedCanary', 'TimeBasedLinear'], 'AllAtOnce');
  const percentage = fields.integer('percentage', 10);
  const interval = fields.integer('intervalMinutes', 1);
  switch (type) {
    case 'AllAtOnce':
      return { name, routing: { type } };
    case 'TimeBasedCanary':
      return {
        name,
        routing: { type, timeBasedCanary: { canaryPercentage: percentage, canaryInterval: interval } },
      };
    case 'TimeBasedLinear':
      return {
        name,
        routing: { type, timeBasedLinear: { linearPercentage: percentage, linearInterval: interval } },
      };
  }
}

const textOf = (report: Report) => (value: Json, path: Path) => {
  if (typeof value === 'string') return value;
  report(path, 'This must be text.');
  return '';
};

const rollbackEvent = (report: Report) => (value: Json, path: Path) => {
  const event = rollbackEvents.find((candidate) => candidate === value);
  if (event === undefined) report(path, `This must be one of ${rollbackEvents.join(', ')}.`);
  return event ?? 'DEPLOYMENT_FAILURE';
};
