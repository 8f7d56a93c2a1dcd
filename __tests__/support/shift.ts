import {
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  type ServiceDeployment,
} from '@aws-sdk/client-ecs';
import { faults, rehearse, registry, type Rehearsal } from './sandbox.ts';

const elb = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';
export const blueGroup = `${elb}:targetgroup/blue/0123456789abcde1`;
export const greenGroup = `${elb}:targetgroup/green/0123456789abcde2`;
export const productionRule = `${elb}:listener-rule/app/shop/01/02/production`;
export const testRule = `${elb}:listener-rule/app/shop/01/02/test`;
export const hookArn = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

export const balanced = `loadBalancers:
      - targetGroupArn: '${blueGroup}'
        containerName: worker
        containerPort: 80
        advancedConfiguration:
          alternateTargetGroupArn: '${greenGroup}'
          productionListenerRule: '${productionRule}'
          testListenerRule: '${testRule}'
          roleArn: arn:aws:iam::123456789012:role/infrastructure`;

/** A Lambda hook at a stage, in the form of a scenario. */
export const lambdaHook = (name: string, stage: string): string =>
  `{ hookTargetArn: '${hookArn(name)}', roleArn: 'arn:aws:iam::123456789012:role/hooks', lifecycleStages: [${stage}] }`;

export interface ShiftScenario {
  /** Members of the deploymentConfiguration. */
  readonly configuration: string;
  readonly loadBalancer?: boolean;
  /** More keys of the scenario. */
  readonly more?: string;
}

/** A scenario of one service `worker` whose deployments go through lifecycle stages. */
export const shiftScenario = ({ configuration, loadBalancer = true, more = '' }: ShiftScenario): string => `
clusters: [shop]
repositories:
  - { name: worker, tags: [v1, v2, v3, ${faults.join(', ')}] }
taskDefinitions:
  - family: worker
    networkMode: awsvpc
    containerDefinitions: [{ name: worker, image: ${registry}/worker:v1, memory: 256, portMappings: [{ containerPort: 80 }] }]
loadBalancers:
  targetGroups:
    - { arn: '${blueGroup}', deregistrationDelaySeconds: 10 }
    - { arn: '${greenGroup}', deregistrationDelaySeconds: 10 }
  listeners:
    - arn: '${elb}:listener/app/shop/01/02'
      port: 443
      rules:
        - { arn: '${testRule}', priority: 1, forward: [{ targetGroupArn: '${greenGroup}', weight: 100 }] }
        - { arn: '${productionRule}', forward: [{ targetGroupArn: '${blueGroup}', weight: 100 }] }
services:
  - cluster: shop
    serviceName: worker
    taskDefinition: worker:1
    desiredCount: 2
    launchType: FARGATE
    deploymentConfiguration: { ${configuration} }
    ${loadBalancer ? balanced : ''}
${more}`;

/** What a test sees at one moment. */
export interface Sight {
  readonly status: string | undefined;
  readonly stage: string | undefined;
  readonly weight: number | undefined;
}

export interface ShiftRehearsal extends Rehearsal {
  /** The newest service deployment, whether AWS lists it by now or not. */
  record(): Promise<ServiceDeployment>;
  /** Everything different that is seen of it, looked at every second until it is over. */
  watch(): Promise<readonly Sight[]>;
  until(holds: (record: ServiceDeployment) => boolean): Promise<ServiceDeployment>;
  /** The weights of the production rule by target group. */
  weights(): Readonly<Record<string, number>>;
}

export function rehearseShift(scenario: ShiftScenario): ShiftRehearsal {
  const stage = rehearse(shiftScenario(scenario));
  const record = async () => {
    const arn = stage.sandbox.live().ecs.services.at(-1)?.records[0]?.arn ?? '';
    const { serviceDeployments: [found] = [] } = await stage.ecs.send(
      new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
    );
    if (found === undefined) throw new Error('There is no service deployment.');
    return found;
  };
  const until = async (holds: (record: ServiceDeployment) => boolean) => {
    for (let elapsed = 0; elapsed < 7200; elapsed += 1) {
      const seen = await record();
      if (holds(seen)) return seen;
      stage.pass(1);
    }
    throw new Error('It never came to that.');
  };
  return {
    ...stage,
    record,
    until,
    watch: async () => {
      const sights: Sight[] = [];
      await until(({ status, lifecycleStage, targetServiceRevision, finishedAt }) => {
        const weight = targetServiceRevision?.requestedProductionTrafficWeight;
        const sight = { status, stage: lifecycleStage, weight };
        if (JSON.stringify(sights.at(-1)) !== JSON.stringify(sight)) sights.push(sight);
        return finishedAt !== undefined;
      });
      return sights;
    },
    weights: () => {
      const rules = stage.sandbox.live().loadBalancing.listeners.flatMap((listener) => listener.rules);
      const rule = rules.find(({ arn }) => arn === productionRule);
      return Object.fromEntries(
        (rule?.forward ?? []).map(({ targetGroupArn, weight }) => [targetGroupArn, weight]),
      );
    },
  };
}

/** The service of this name. */
export async function serviceNamed(stage: Rehearsal, name: string) {
  const { services: [service] = [] } = await stage.ecs.send(
    new DescribeServicesCommand({ cluster: 'shop', services: [name] }),
  );
  return service;
}
