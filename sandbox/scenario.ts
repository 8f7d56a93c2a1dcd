import { type Policy, readPolicy } from './iam/policy.ts';
import type { CreateServiceRequest, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { AwsError } from './aws-error.ts';
import { faultKinds, registryFaultKinds, type Fault } from './faults/fault.ts';
import { readAlarm, type ScenarioAlarm } from './scenario/alarm.ts';
import { readCodeDeploy, type ScenarioCodeDeploy } from './scenario/codedeploy.ts';
import { readObject, textOf, type Fields, type Path, type Report } from './scenario/fields.ts';
import type { Scaling } from './services/application-autoscaling/state.ts';
import { hookEnds, type CodeDeployState } from './services/codedeploy/state.ts';
import { accept, unknownMembersOf } from './services/ecs/load.ts';
import type { Job } from './github/id-token.ts';
import { readJob, readRole } from './scenario/identity.ts';
import { readCreationTemplate, readRepository, type ScenarioRepository } from './scenario/repository.ts';
import type { CreationTemplate } from './services/ecr/state.ts';
import type { Role } from './services/sts/state.ts';
import { hookStages } from './services/ecs/deployment-configuration-rules.ts';
import { hookResults, type HookAnswer } from './services/ecs/state.ts';
import type { LoadBalancing } from './services/elasticloadbalancing/state.ts';
import { findRule } from './services/elasticloadbalancing/traffic.ts';
import { isJsonObject, parseJson, type Json } from './wire/json.ts';
import type { Accept } from './wire/schema.ts';
import type { Competing } from './world.ts';

/** What a sandbox holds when it starts, and what will go wrong in it. The README is its reference. */
export interface Scenario {
  readonly region: string;
  readonly account: string;
  /** Makes every id: the same scenario gives the same ids. */
  readonly seed: number;
  readonly clusters: readonly string[];
  readonly repositories: readonly ScenarioRepository[];
  readonly creationTemplates: readonly Omit<CreationTemplate, 'createdAt'>[];
  readonly taskDefinitions: readonly RegisterTaskDefinitionRequest[];
  readonly services: readonly CreateServiceRequest[];
  readonly loadBalancers: LoadBalancing;
  readonly codedeploy: ScenarioCodeDeploy;
  readonly alarms: readonly ScenarioAlarm[];
  readonly hooks: CodeDeployState['hooks'];
  readonly lifecycleHooks: readonly HookAnswer[];
  readonly ruleResets: readonly RuleReset[];
  readonly scalableTargets: readonly {
    readonly resourceId: string;
    readonly min: number;
    readonly max: number;
  }[];
  readonly scalings: readonly Omit<Scaling, 'started'>[];
  /** The log groups there are; undefined where every group is made when it is needed. */
  readonly logGroups: readonly string[] | undefined;
  readonly roles: readonly Role[];
  readonly github: Job;
  readonly deny: readonly string[];
  readonly policy: Policy | undefined;
  readonly faults: readonly Omit<Fault, 'met'>[];
  readonly competing: readonly Omit<Competing, 'started'>[];
}

/** Somebody sends all traffic of a listener rule to one target group, `at` seconds after the sandbox has opened. */
export interface RuleReset {
  readonly rule: string;
  readonly targetGroupArn: string;
  readonly at: number;
}

/** Everything that is wrong with a scenario file, each with its line. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly problems: readonly ScenarioProblem[];

  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

export interface ScenarioProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Reads a scenario in YAML or JSON. Throws ScenarioError with every problem found, by line. */
export function parseScenario(text: string, file: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: ScenarioProblem[] = document.errors.map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    message: message.split('\n')[0] ?? message,
  }));
  if (problems.length > 0) throw new ScenarioError(problems);
  const report: Report = (path, message) => {
    problems.push({ file, line: lineOf(document, lines, path), message });
  };
  const value = parseJson(JSON.stringify(document.toJS() ?? {}));
  const scenario = readObject({ value, path: [], report }, (fields) => readScenario(fields, report));
  if (problems.length > 0) throw new ScenarioError(problems.toSorted((one, other) => one.line - other.line));
  return scenario;
}

function readScenario(fields: Fields, report: Report): Scenario {
  const object =
    <T>(read: (fields: Fields) => T) =>
    (value: Json, path: Path) =>
      readObject({ value, path, report }, read);
  const basics = {
    region: fields.text('region', 'us-east-1'),
    account: fields.text('account', '123456789012'),
    seed: fields.integer('seed', 1),
    clusters: fields.list('clusters', textItem(report)),
    repositories: fields.list('repositories', object(readRepository)),
    creationTemplates: fields.list('creationTemplates', object(readCreationTemplate)),
    taskDefinitions: fields.list(
      'taskDefinitions',
      awsInput({ name: 'RegisterTaskDefinition', accept: accept.RegisterTaskDefinition, report }),
    ),
  };
  const services = fields.list(
    'services',
    awsInput({ name: 'CreateService', accept: accept.CreateService, report }),
  );
  const loadBalancers = readObject(
    { value: fields.raw('loadBalancers'), path: ['loadBalancers'], report },
    (inner) => readLoadBalancers(inner, object),
  );
  return {
    ...basics,
    services,
    loadBalancers,
    codedeploy: readCodeDeploy(fields.raw('codedeploy'), { services, loadBalancers }, report),
    alarms: fields.list('alarms', object(readAlarm)),
    hooks: hooksOf(fields, report),
    lifecycleHooks: fields.list('lifecycleHooks', object(readHookAnswer)),
    ruleResets: fields.list(
      'ruleResets',
      object((inner) => readReset(inner, loadBalancers, report)),
    ),
    scalableTargets: fields.list(
      'scalableTargets',
      object((inner) => ({
        resourceId: inner.text('resourceId'),
        min: inner.integer('min'),
        max: inner.integer('max'),
      })),
    ),
    scalings: fields.list('scalings', object(readScaling)),
    logGroups: fields.raw('logGroups') === undefined ? undefined : fields.list('logGroups', textItem(report)),
    roles: fields.list('roles', object(readRole(report))),
    github: readObject({ value: fields.raw('github'), path: ['github'], report }, readJob),
    deny: fields.list('deny', textItem(report)),
    policy: policyOf(fields, report),
    faults: fields.list('faults', object(readFault)),
    competing: fields.list(
      'competing',
      object((inner) => ({
        service: inner.text('service'),
        afterSeconds: inner.integer('afterSeconds'),
        taskDefinition: inner.text('taskDefinition'),
      })),
    ),
  };
}

function readScaling(fields: Fields): Omit<Scaling, 'started'> {
  const resourceId = fields.text('resourceId');
  return {
    resourceId,
    afterSeconds: fields.integer('afterSeconds'),
    desiredCount: fields.integer('desiredCount'),
    policy: fields.text('policy', `${resourceId.split('/').at(-1) ?? ''}-cpu-target-tracking`),
  };
}

function readFault(fields: Fields): Omit<Fault, 'met'> {
  return {
    operation: fields.text('operation'),
    kind: fields.choice('kind', [...faultKinds, ...registryFaultKinds], 'throttle'),
    times: fields.integer('times', 1),
    after: fields.integer('after', 0),
    seconds: fields.integer('seconds', 1),
  };
}

type ObjectReader = <T>(read: (fields: Fields) => T) => (value: Json, path: Path) => T;

function readLoadBalancers(fields: Fields, object: ObjectReader): LoadBalancing {
  return {
    targetGroups: fields.list(
      'targetGroups',
      object((inner) => {
        const arn = inner.text('arn');
        const deregistrationDelaySeconds = inner.integer('deregistrationDelaySeconds', 300);
        return { arn, name: arn.split('/')[1] ?? arn, deregistrationDelaySeconds };
      }),
    ),
    listeners: fields.list(
      'listeners',
      object((inner) => ({
        arn: inner.text('arn'),
        port: inner.integer('port'),
        rules: inner.list(
          'rules',
          object((rule) => ({
            arn: rule.text('arn'),
            priority: textOf(rule.raw('priority') ?? 'default'),
            forward: rule.list(
              'forward',
              object((share) => ({
                targetGroupArn: share.text('targetGroupArn'),
                weight: share.integer('weight', 1),
              })),
            ),
          })),
        ),
      })),
    ),
  };
}

function readHookAnswer(fields: Fields): HookAnswer {
  return {
    function: fields.text('function'),
    stage: fields.choice('stage', ['', ...hookStages], ''),
    result: fields.choice('result', hookResults, 'succeed'),
    seconds: fields.integer('seconds', 2),
  };
}

function readReset(fields: Fields, loadBalancers: LoadBalancing, report: Report): RuleReset {
  const reset = {
    rule: fields.text('rule'),
    targetGroupArn: fields.text('targetGroupArn'),
    at: fields.integer('at', 0),
  };
  if (findRule(loadBalancers, reset.rule) === undefined) {
    report([...fields.path, 'rule'], `There is no rule '${reset.rule}' in loadBalancers.`);
  }
  return reset;
}

function policyOf(fields: Fields, report: Report): Policy | undefined {
  const document = fields.raw('policy');
  if (document === undefined) return undefined;
  return readPolicy(document, (message) => report(['policy'], message));
}

const hooksOf = (fields: Fields, report: Report): CodeDeployState['hooks'] =>
  Object.fromEntries(
    fields.entries('hooks').map(([name, value]) => {
      const end = hookEnds.find((candidate) => candidate === value);
      if (end === undefined)
        report(['hooks', name], `A function ends in one of these ways: ${hookEnds.join(', ')}.`);
      return [name, end ?? 'succeed'];
    }),
  );

const textItem = (report: Report) => (value: Json, path: Path) => {
  if (typeof value !== 'string') report(path, 'This must be text.');
  return textOf(value);
};

interface AwsInput<Input> {
  readonly name: 'RegisterTaskDefinition' | 'CreateService';
  readonly accept: Accept<Input>;
  readonly report: Report;
}

/** Reads the input of an ECS operation, as the AWS CLI's JSON has it. */
function awsInput<Input>({ name, accept, report }: AwsInput<Input>) {
  return (value: Json, path: Path) => {
    const body = isJsonObject(value) ? value : {};
    if (body !== value) report(path, 'This must be a mapping of keys to values.');
    for (const member of unknownMembersOf(name, body)) {
      report([...path, ...member], `Unknown member '${String(member.at(-1))}' of ${name}.`);
    }
    try {
      return accept(body);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      report(path, error.message);
      return accept({});
    }
  };
}

/** The line of the place, or of the nearest one around it that the file has. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key: name }) => isScalar(name) && name.value === key)
      : undefined;
    const node = isScalar(pair?.key) ? pair.key : document.getIn(path.slice(0, length), true);
    const range = rangeOf(node);
    if (range !== undefined) return lines.linePos(range).line;
  }
  return 1;
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const range: unknown = node.range;
  const [start] = listOf(range);
  return typeof start === 'number' ? start : undefined;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
