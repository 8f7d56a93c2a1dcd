import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type Path, pathText } from '../inputs/document.ts';
import { containersOf, type Finding, type PlacedContainer, type Rule } from './finding.ts';
import { cpuUnits, memoryMib } from './size.ts';
import { fargateLogDrivers, type FargateSize, fargateSizes } from './values.ts';

/** The rules about Fargate, about the size of a task, and about what needs an execution role. */
export const fargateRules: readonly Rule[] = [
  sizesAreReadable,
  sizeIsOffered,
  networkModeIsAwsvpc,
  logDriversAreOffered,
  executionRoleIsGiven,
  stopTimeoutIsOffered,
];

function onFargate(definition: RegisterTaskDefinitionCommandInput): boolean {
  return definition.requiresCompatibilities?.includes('FARGATE') === true;
}

/** `Invalid 'cpu' setting for task.` */
function sizesAreReadable({ cpu, memory }: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const findings: Finding[] = [];
  if (cpu !== undefined && cpuUnits(cpu) === undefined) {
    findings.push({
      message: `cpu cannot be ${JSON.stringify(cpu)}.`,
      remedy: 'Write CPU units, "1024", or vCPUs, "1 vCPU".',
      path: ['cpu'],
    });
  }
  if (memory !== undefined && memoryMib(memory) === undefined) {
    findings.push({
      message: `memory cannot be ${JSON.stringify(memory)}.`,
      remedy: 'Write MiB, "2048", or gigabytes, "2 GB".',
      path: ['memory'],
    });
  }
  return findings;
}

/** `No Fargate configuration exists for given values.` */
function sizeIsOffered(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (!onFargate(definition)) return [];
  const missing = (['cpu', 'memory'] as const).filter((name) => definition[name] === undefined);
  if (missing.length > 0) return missing.map(fargateNeeds);
  const cpu = cpuUnits(definition.cpu ?? '');
  const memory = memoryMib(definition.memory ?? '');
  if (cpu === undefined || memory === undefined) return [];
  const size = fargateSizes.find((offered) => offered.cpu === cpu);
  if (size === undefined) {
    const remedy = `Write one of ${fargateSizes.map((offered) => offered.cpu).join(', ')}.`;
    return [{ message: `Fargate has no tasks with cpu ${cpu}.`, remedy, path: ['cpu'] }];
  }
  if (offers(size, memory)) return [];
  const message = `Fargate has no tasks with cpu ${cpu} and memory ${memory}.`;
  return [{ message, remedy: `With cpu ${cpu}, memory can be ${memoriesOf(size)} MiB.`, path: ['memory'] }];
}

const LONGEST_STOP_TIMEOUT_SECONDS = 120;

/** API reference, ContainerDefinition stopTimeout: "The max stop timeout value is 120 seconds" on Fargate. */
function stopTimeoutIsOffered(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (!onFargate(definition)) return [];
  return containersOf(definition).flatMap(({ container: { stopTimeout }, name, path }) =>
    stopTimeout === undefined || stopTimeout <= LONGEST_STOP_TIMEOUT_SECONDS
      ? []
      : [
          {
            message: `Fargate waits at most ${LONGEST_STOP_TIMEOUT_SECONDS} seconds for a container to stop; the stopTimeout of ${name} is ${stopTimeout}.`,
            remedy: `Write ${LONGEST_STOP_TIMEOUT_SECONDS} or less.`,
            path: [...path, 'stopTimeout'],
          },
        ],
  );
}

function fargateNeeds(name: 'cpu' | 'memory'): Finding {
  return {
    message: `${name} is missing: Fargate needs the size of the task.`,
    remedy: name === 'cpu' ? 'Add it, for example "256".' : 'Add it, for example "512".',
    path: [],
    needs: [[name]],
  };
}

function offers({ least, most, step, also = [] }: FargateSize, memory: number): boolean {
  return also.includes(memory) || (memory >= least && memory <= most && (memory - least) % step === 0);
}

function memoriesOf({ least, most, step, also = [] }: FargateSize): string {
  return [...also, `${least} to ${most} in steps of ${step}`].join(', or ');
}

/** `Fargate only supports network mode ‘awsvpc’.` */
function networkModeIsAwsvpc(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (!onFargate(definition) || definition.networkMode === 'awsvpc') return [];
  return [
    {
      message: 'Fargate takes network mode awsvpc only.',
      remedy: 'Write "networkMode": "awsvpc".',
      path: ['networkMode'],
      needs: [['networkMode']],
    },
  ];
}

function logDriversAreOffered(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (!onFargate(definition)) return [];
  return containersOf(definition).flatMap(({ container, path, name }) => {
    const driver = container.logConfiguration?.logDriver;
    if (driver === undefined || fargateLogDrivers.includes(driver)) return [];
    return [
      {
        message: `Container ${name} uses the log driver ${driver}, which Fargate does not have.`,
        remedy: `Use one of ${fargateLogDrivers.join(', ')}.`,
        path: [...path, 'logConfiguration', 'logDriver'],
      },
    ];
  });
}

/** `Fargate requires task definition to have execution role ARN to support ECR images.` */
function executionRoleIsGiven(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  if (definition.executionRoleArn !== undefined && definition.executionRoleArn !== '') return [];
  const reasons = containersOf(definition).flatMap((placed) => reasonsFor(placed, onFargate(definition)));
  return reasons.map(({ what, path }) => ({
    message: `${pathText(path)} needs an execution role, for ${what}, and executionRoleArn is not given.`,
    remedy: 'Add executionRoleArn: the role with which ECS prepares the task.',
    path,
    needs: [['executionRoleArn']],
  }));
}

interface Reason {
  readonly what: string;
  readonly path: Path;
}

function reasonsFor({ container, path }: PlacedContainer, fargate: boolean): readonly Reason[] {
  const { image = '', logConfiguration: log, secrets = [], repositoryCredentials } = container;
  const reasons: Reason[] = [];
  if (secrets.length > 0) reasons.push({ what: 'reading secrets', path: [...path, 'secrets'] });
  if ((log?.secretOptions ?? []).length > 0) {
    reasons.push({ what: 'reading secrets', path: [...path, 'logConfiguration', 'secretOptions'] });
  }
  if (repositoryCredentials !== undefined) {
    reasons.push({ what: 'reading the credentials', path: [...path, 'repositoryCredentials'] });
  }
  if (fargate && /^\d{12}\.dkr[.-]ecr[.-]/.test(image)) {
    reasons.push({ what: 'pulling from Amazon ECR on Fargate', path: [...path, 'image'] });
  }
  if (fargate && log?.logDriver === 'awslogs') {
    reasons.push({ what: 'awslogs on Fargate', path: [...path, 'logConfiguration'] });
  }
  return reasons;
}
