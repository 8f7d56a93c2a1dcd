import type {
  RegisterTaskDefinitionCommandInput,
  ServiceManagedEBSVolumeConfiguration,
} from '@aws-sdk/client-ecs';
import { rootShape, volumeShape } from './members.ts';
import type { MemberType } from './member-type.ts';
import { membersOf } from './shape.ts';
import { enumerations } from './values.ts';

/**
 * Whether a value is what RegisterTaskDefinition takes, as far as types go: only known members, each of
 * its kind, each enumeration with one of its values. What is required is not asked.
 */
export function isTaskDefinition(value: unknown): value is RegisterTaskDefinitionCommandInput {
  return conforms({ kind: 'structure', shape: rootShape }, value, rootShape);
}

/** The same for what a service says about a volume that is configured at launch. */
export function isManagedVolume(value: unknown): value is ServiceManagedEBSVolumeConfiguration {
  return conforms({ kind: 'structure', shape: volumeShape }, value, volumeShape);
}

function conforms(type: MemberType, value: unknown, place: string): boolean {
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' && (enumerations.get(place)?.includes(value) ?? true);
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'timestamp':
      return value instanceof Date;
    case 'list':
      return Array.isArray(value) && value.every((item) => conforms(type.of, item, place));
    case 'map':
      return isObject(value) && Object.values(value).every((item) => conforms(type.of, item, place));
    case 'structure':
      return (
        isObject(value) && Object.entries(value).every(([key, item]) => hasMember(type.shape, key, item))
      );
  }
}

function hasMember(shape: string, key: string, value: unknown): boolean {
  const type = membersOf(shape).get(key);
  return type !== undefined && conforms(type, value, `${shape}.${key}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
