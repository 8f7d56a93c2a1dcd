import type { DeploymentConfiguration, DeploymentStrategy } from '@aws-sdk/client-ecs';
import { type Parsed, parsed, type Problem, refused } from '../../inputs/problem.ts';
import type { ServiceState } from '../../service/service.ts';
import type { Reason } from '../reason.ts';
import { isNativeStrategy } from './configuration.ts';

/** What inputs ask of the deployment configuration of a service; what is absent stays as it is. */
export interface DeploymentSettings {
  readonly strategy?: DeploymentStrategy | undefined;
  /** Percent of the production traffic. */
  readonly canaryPercent?: number | undefined;
  readonly canaryBakeMinutes?: number | undefined;
  readonly stepPercent?: number | undefined;
  readonly stepBakeMinutes?: number | undefined;
  readonly bakeMinutes?: number | undefined;
  /** Names of CloudWatch alarms, which roll a deployment back. */
  readonly alarms?: readonly string[] | undefined;
}

/** Which input gives which setting. */
const INPUTS = {
  strategy: 'strategy',
  canaryPercent: 'canary-percent',
  canaryBakeMinutes: 'canary-bake-minutes',
  stepPercent: 'linear-step-percent',
  stepBakeMinutes: 'linear-step-bake-minutes',
  bakeMinutes: 'bake-minutes',
  alarms: 'alarms',
} as const satisfies Readonly<Record<keyof DeploymentSettings, string>>;

export interface DeploymentInputs {
  readonly strategy?: DeploymentStrategy | undefined;
  readonly 'canary-percent'?: number | undefined;
  readonly 'canary-bake-minutes'?: number | undefined;
  readonly 'linear-step-percent'?: number | undefined;
  readonly 'linear-step-bake-minutes'?: number | undefined;
  readonly 'bake-minutes'?: number | undefined;
  readonly alarms?: readonly string[] | undefined;
}

/** The settings that inputs give; undefined where none is given. Refused where they do not fit each other. */
export function deploymentSettingsOf(inputs: DeploymentInputs): Parsed<DeploymentSettings | undefined> {
  const settings: DeploymentSettings = {
    strategy: inputs.strategy,
    canaryPercent: inputs['canary-percent'],
    canaryBakeMinutes: inputs['canary-bake-minutes'],
    stepPercent: inputs['linear-step-percent'],
    stepBakeMinutes: inputs['linear-step-bake-minutes'],
    bakeMinutes: inputs['bake-minutes'],
    alarms: inputs.alarms,
  };
  if (Object.values(settings).every((value) => value === undefined)) return parsed(undefined);
  const { strategy } = settings;
  const problems = strategy === undefined ? [] : ofOtherStrategies(settings, strategy);
  return problems.length > 0 ? refused(...problems) : parsed(settings);
}

const SHIFTING = ['BLUE_GREEN', 'LINEAR', 'CANARY'];

/** The strategies that a setting is for; absent: all. */
const STRATEGIES: { readonly [K in keyof DeploymentSettings]?: readonly string[] } = {
  canaryPercent: ['CANARY'],
  canaryBakeMinutes: ['CANARY'],
  stepPercent: ['LINEAR'],
  stepBakeMinutes: ['LINEAR'],
  bakeMinutes: SHIFTING,
};

// AWS drops a canaryConfiguration under BLUE_GREEN without a word.
function ofOtherStrategies(settings: DeploymentSettings, strategy: string): readonly Problem[] {
  return namesOf(settings).flatMap((name) => {
    const strategies = STRATEGIES[name];
    if (strategies === undefined || strategies.includes(strategy)) return [];
    return [
      {
        message: `${INPUTS[name]} is for the strategy ${strategies.join(', ')}, not for ${strategy}.`,
        remedy: 'Leave it out, or choose another strategy.',
        input: INPUTS[name],
      },
    ];
  });
}

const isName = (key: string): key is keyof DeploymentSettings => Object.hasOwn(INPUTS, key);

const namesOf = (settings: DeploymentSettings): readonly (keyof DeploymentSettings)[] =>
  Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key)
    .filter(isName);

/** Names of the inputs that were given. */
export const deploymentInputsGiven = (settings: DeploymentSettings = {}): readonly string[] =>
  namesOf(settings).map((name) => INPUTS[name]);

/** The strategy by which the next deployment runs. */
export const strategyAfter = (service: ServiceState, settings: DeploymentSettings = {}): string =>
  settings.strategy ?? service.strategy;

/**
 * The whole deployment configuration that gives a service these settings. The API reference does not say
 * whether UpdateService keeps members that are absent [?]: so all that the service has is sent along, but for
 * what belongs to another strategy.
 */
export function configurationAfter(
  { configuration }: ServiceState,
  settings: DeploymentSettings = {},
): DeploymentConfiguration {
  const { strategy = configuration.strategy, bakeMinutes, alarms } = settings;
  const { linearConfiguration, canaryConfiguration, bakeTimeInMinutes, ...kept } = configuration;
  // Under ROLLING it is about alarms, and AWS's default for it there is three hours.
  const isSameKind =
    isNativeStrategy(strategy ?? 'ROLLING') === isNativeStrategy(configuration.strategy ?? 'ROLLING');
  const bake = bakeMinutes ?? (isSameKind ? bakeTimeInMinutes : undefined);
  return {
    ...kept,
    ...(strategy === undefined ? {} : { strategy }),
    ...(bake === undefined ? {} : { bakeTimeInMinutes: bake }),
    ...(strategy === 'LINEAR'
      ? {
          linearConfiguration: {
            ...linearConfiguration,
            ...(settings.stepPercent === undefined ? {} : { stepPercent: settings.stepPercent }),
            ...(settings.stepBakeMinutes === undefined
              ? {}
              : { stepBakeTimeInMinutes: settings.stepBakeMinutes }),
          },
        }
      : {}),
    ...(strategy === 'CANARY'
      ? {
          canaryConfiguration: {
            ...canaryConfiguration,
            ...(settings.canaryPercent === undefined ? {} : { canaryPercent: settings.canaryPercent }),
            ...(settings.canaryBakeMinutes === undefined
              ? {}
              : { canaryBakeTimeInMinutes: settings.canaryBakeMinutes }),
          },
        }
      : {}),
    ...(alarms === undefined ? {} : { alarms: { alarmNames: [...alarms], enable: true, rollback: true } }),
  };
}

/** The settings by which a service differs from what is asked for. */
export function deploymentReasons(
  settings: DeploymentSettings | undefined,
  { configuration, strategy }: ServiceState,
): readonly Reason[] {
  if (settings === undefined) return [];
  const { linearConfiguration: linear, canaryConfiguration: canary, alarms } = configuration;
  const isOn = alarms?.enable === true && alarms.rollback === true;
  const present: Readonly<Record<keyof DeploymentSettings, string>> = {
    strategy,
    canaryPercent: words(canary?.canaryPercent),
    canaryBakeMinutes: words(canary?.canaryBakeTimeInMinutes),
    stepPercent: words(linear?.stepPercent),
    stepBakeMinutes: words(linear?.stepBakeTimeInMinutes),
    bakeMinutes: words(isNativeStrategy(strategy) ? configuration.bakeTimeInMinutes : undefined),
    alarms: words(isOn ? alarms.alarmNames : undefined),
  };
  return namesOf(settings).flatMap((name): readonly Reason[] => {
    const [from, to] = [present[name], words(settings[name])];
    return from === to ? [] : [{ kind: 'setting', name: INPUTS[name], from, to }];
  });
}

const words = (value: string | number | readonly string[] | undefined): string => {
  if (value === undefined) return 'none';
  return typeof value === 'object' ? value.toSorted().join(', ') : String(value);
};

/** The settings asked for, and the service that is to have them. */
interface Asked {
  readonly request: { readonly settings: { readonly deployment?: DeploymentSettings | undefined } };
  readonly current: { readonly service: ServiceState };
}

/** What of the settings this service cannot take. */
export function deploymentSettingsFit({
  request: { settings: asked },
  current: { service },
}: Asked): readonly Problem[] {
  const settings = asked.deployment;
  if (settings === undefined || service.controller !== 'ECS') return [];
  const strategy = strategyAfter(service, settings);
  const isChanged = strategy !== service.strategy;
  return [
    ...(settings.strategy === undefined ? ofOtherStrategies(settings, strategy) : []),
    ...(isChanged && isNativeStrategy(strategy) ? shiftIsPossible(service, settings) : []),
  ];
}

// API reference, DeploymentConfiguration: "You must provide this parameter when you use the BLUE_GREEN strategy."
function shiftIsPossible(service: ServiceState, { bakeMinutes }: DeploymentSettings): readonly Problem[] {
  const input = 'strategy';
  const where = 'where the service is defined';
  const isBare = service.loadBalancers.some(({ shifting }) => shifting === undefined);
  return [
    ...(bakeMinutes === undefined && !isNativeStrategy(service.strategy)
      ? [
          {
            message: `A service that is to be deployed otherwise than ${service.strategy} needs a bake time.`,
            remedy: 'Give bake-minutes; 0 for none.',
            input: INPUTS.bakeMinutes,
          },
        ]
      : []),
    ...(service.scheduling === 'DAEMON'
      ? [
          {
            message: `The service ${service.name} runs one task on each instance (DAEMON): it can only be deployed ROLLING.`,
            remedy: 'Leave strategy out.',
            input,
          },
        ]
      : []),
    ...(isBare
      ? [
          {
            message: `A load balancer of ${service.name} has no second target group and rule (advancedConfiguration), between which ECS could shift the traffic.`,
            remedy: `Add it ${where}, or leave strategy out.`,
            input,
          },
        ]
      : []),
  ];
}
