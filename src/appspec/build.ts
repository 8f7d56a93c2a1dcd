import { type Parsed, parsed, refused } from '../inputs/problem.ts';
import type { AppSpec, AwsvpcNetwork, CapacityProvider } from './appspec.ts';

/** What the PRIMARY task set of a service says about itself, in AWS's own members. */
export interface TaskSetFacts {
  readonly loadBalancers?: readonly LoadBalancerFacts[] | undefined;
  readonly platformVersion?: string | undefined;
  readonly networkConfiguration?: { readonly awsvpcConfiguration?: AwsvpcFacts | undefined } | undefined;
  readonly capacityProviderStrategy?: readonly CapacityProviderFacts[] | undefined;
}

interface LoadBalancerFacts {
  readonly containerName?: string | undefined;
  readonly containerPort?: number | undefined;
}

interface AwsvpcFacts {
  readonly subnets?: readonly string[] | undefined;
  readonly securityGroups?: readonly string[] | undefined;
  readonly assignPublicIp?: string | undefined;
}

interface CapacityProviderFacts {
  readonly capacityProvider?: string | undefined;
  readonly base?: number | undefined;
  readonly weight?: number | undefined;
}

/**
 * The AppSpec of a service that gave none: the next task set is like the PRIMARY one, but for the task
 * definition. A service with no load balancer, or with several containers behind one, has to give its own.
 */
export function buildAppSpec(facts: TaskSetFacts): Parsed<AppSpec> {
  const targets = new Map(
    (facts.loadBalancers ?? []).flatMap(({ containerName, containerPort }) => {
      if (containerName === undefined || containerPort === undefined) return [];
      return [[`${containerName}:${containerPort}`, { containerName, containerPort }] as const];
    }),
  );
  const [target, ...others] = targets.values();
  if (target === undefined)
    return refused(cannotBuild('no container of the service is behind a load balancer'));
  if (others.length > 0) {
    return refused(cannotBuild(`several are behind load balancers: ${[...targets.keys()].join(', ')}`));
  }
  const network = networkOf(facts.networkConfiguration?.awsvpcConfiguration);
  const capacityProviders = (facts.capacityProviderStrategy ?? []).flatMap(providerOf);
  return parsed({
    ...target,
    // Task sets on instances have an empty platform version.
    ...(isGiven(facts.platformVersion) && { platformVersion: facts.platformVersion }),
    ...(network !== undefined && { network }),
    ...(capacityProviders.length > 0 && { capacityProviders }),
    hooks: [],
  });
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function networkOf(facts: AwsvpcFacts | undefined): AwsvpcNetwork | undefined {
  if (facts?.subnets === undefined || facts.subnets.length === 0) return undefined;
  return {
    subnets: facts.subnets,
    securityGroups: facts.securityGroups ?? [],
    ...(isGiven(facts.assignPublicIp) && { assignPublicIp: facts.assignPublicIp }),
  };
}

function providerOf({ capacityProvider, base, weight }: CapacityProviderFacts): readonly CapacityProvider[] {
  if (!isGiven(capacityProvider)) return [];
  return [
    { name: capacityProvider, ...(base !== undefined && { base }), ...(weight !== undefined && { weight }) },
  ];
}

function cannotBuild(why: string): { message: string; remedy: string; input: string } {
  return {
    message: `No AppSpec can be built from the service: ${why}.`,
    remedy: 'Give an AppSpec file that names the container and its port.',
    input: 'codedeploy-appspec',
  };
}
