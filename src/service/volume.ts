import type { ServiceManagedEBSVolumeConfiguration } from '@aws-sdk/client-ecs';
import type { DocumentNode } from '../inputs/document.ts';
import { suggestion } from '../inputs/nearest.ts';
import { type Parsed, parsed, type Problem, refused } from '../inputs/problem.ts';
import { isManagedVolume } from '../task-definition/conform.ts';
import { volumeShape } from '../task-definition/members.ts';
import { readShape } from '../task-definition/read.ts';

/** How the tasks of a service get the Amazon EBS volume that its task definition leaves open. */
export interface ServiceVolume {
  /** As in `volumes` of the task definition. */
  readonly name: string;
  readonly configuration: ServiceManagedEBSVolumeConfiguration;
}

/** Reads a ServiceManagedEBSVolumeConfiguration; all its problems come together, each with its place. */
export function readManagedVolume(node: DocumentNode): Parsed<ServiceManagedEBSVolumeConfiguration> {
  if (node.kind !== 'object') {
    return refused({
      message: 'It is not an object with the settings of a volume.',
      remedy: 'Begin with roleArn and sizeInGiB.',
      location: node.at,
    });
  }
  const { value, problems } = readShape(node, volumeShape, 'a managed EBS volume');
  if (problems.length > 0 || !isManagedVolume(value)) return refused(...problems);
  const found = RULES.flatMap((rule) => rule(value));
  return found.length > 0 ? refused(...found) : parsed(value);
}

type Rule = (volume: ServiceManagedEBSVolumeConfiguration) => readonly Problem[];

/** Source of each: API reference, ServiceManagedEBSVolumeConfiguration. */
const RULES: readonly Rule[] = [
  roleIsARole,
  typeIsKnown,
  sizeIsGiven,
  numbersAreInRange,
  rateNeedsSnapshot,
  typeAllows,
];

function roleIsARole({ roleArn = '' }: ServiceManagedEBSVolumeConfiguration): readonly Problem[] {
  if (/^arn:[\w-]+:iam::\d{12}:role\/\S+$/.test(roleArn)) return [];
  return [
    {
      message: 'roleArn is not the ARN of an IAM role.',
      remedy:
        'Give the infrastructure role of Amazon ECS, as in arn:aws:iam::123456789012:role/infrastructure.',
    },
  ];
}

const TYPES = ['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard'];

function typeIsKnown({ volumeType }: ServiceManagedEBSVolumeConfiguration): readonly Problem[] {
  if (volumeType === undefined || TYPES.includes(volumeType)) return [];
  return [
    {
      message: `volumeType cannot be ${JSON.stringify(volumeType.slice(0, 60))}.`,
      remedy: suggestion(volumeType, TYPES, `Known values: ${TYPES.join(', ')}.`),
    },
  ];
}

function sizeIsGiven({ sizeInGiB, snapshotId }: ServiceManagedEBSVolumeConfiguration): readonly Problem[] {
  if (sizeInGiB !== undefined || snapshotId !== undefined) return [];
  return [
    {
      message: 'Neither sizeInGiB nor snapshotId is given.',
      remedy: 'Give the size, or the snapshot to begin with.',
    },
  ];
}

/** The most of any type; Amazon EBS user guide, "Amazon EBS volume types" and "volume initialization". */
const RANGES = {
  sizeInGiB: [1, 65_536],
  iops: [100, 256_000],
  throughput: [125, 2_000],
  volumeInitializationRate: [100, 300],
} as const;

function numbersAreInRange(volume: ServiceManagedEBSVolumeConfiguration): readonly Problem[] {
  const members = ['sizeInGiB', 'iops', 'throughput', 'volumeInitializationRate'] as const;
  return members.flatMap((member): readonly Problem[] => {
    const [least, most] = RANGES[member];
    const given = volume[member];
    if (given === undefined || (given >= least && given <= most)) return [];
    return [
      {
        message: `${member} is ${given}, not a number from ${least} to ${most}.`,
        remedy: 'Correct it; the type of the volume may allow less.',
      },
    ];
  });
}

function rateNeedsSnapshot(volume: ServiceManagedEBSVolumeConfiguration): readonly Problem[] {
  if (volume.volumeInitializationRate === undefined || volume.snapshotId !== undefined) return [];
  return [
    {
      message: 'volumeInitializationRate is given without snapshotId.',
      remedy: 'Give snapshotId, or remove it.',
    },
  ];
}

function typeAllows({
  volumeType,
  iops,
  throughput,
}: ServiceManagedEBSVolumeConfiguration): readonly Problem[] {
  const type = volumeType ?? 'no volumeType';
  const problems: Problem[] = [];
  if (throughput !== undefined && volumeType !== 'gp3')
    problems.push({
      message: `throughput is given with ${type}.`,
      remedy: 'Remove it, or make volumeType gp3.',
    });
  if (iops === undefined && (volumeType === 'io1' || volumeType === 'io2'))
    problems.push({ message: `iops is missing, which ${type} needs.`, remedy: 'Add iops.' });
  if (iops !== undefined && ['st1', 'sc1', 'standard'].includes(type))
    problems.push({
      message: `iops is given with ${type}.`,
      remedy: 'Remove it, or take another volumeType.',
    });
  return problems;
}

/** One thing that differs, in words for a plan. */
export interface VolumeChange {
  /** A member of the configuration; absent when the volumes as a whole differ. */
  readonly member?: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between the volume that is asked for and what the service tells; nothing it tells is guessed. */
export function volumeChanges(asked: ServiceVolume, told: readonly ServiceVolume[]): readonly VolumeChange[] {
  const [same, ...others] = told;
  if (same === undefined || others.length > 0 || same.name !== asked.name) {
    const from = told.length === 0 ? 'none told' : told.map(({ name }) => name).join(', ');
    return [{ from, to: asked.name }];
  }
  const [before, after] = [settingsOf(same), settingsOf(asked)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((member) => {
    const [from = 'not set', to = 'not set'] = [before.get(member), after.get(member)];
    return from === to ? [] : [{ member, from, to }];
  });
}

/** API reference: xfs where no file system is given; whether it is told then is not documented [?]. */
const DEFAULTS = { filesystemType: 'xfs' } as const;

/** The settings as texts that are equal when they mean the same. */
function settingsOf({ configuration }: ServiceVolume): ReadonlyMap<string, string> {
  const given = Object.entries({ ...DEFAULTS, ...configuration }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return new Map(given.map(([member, value]) => [member, canonical(value)]));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${members
    .map(([name, inner]) => `${name}: ${canonical(inner)}`)
    .sort()
    .join(', ')}}`;
}
