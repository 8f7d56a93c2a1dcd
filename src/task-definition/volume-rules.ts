import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { pathText } from '../inputs/document.ts';
import { suggestion } from '../inputs/nearest.ts';
import { containersOf, type Finding, repetitions, type Rule } from './finding.ts';

/** The rules about volumes and their mount points. */
export const volumeRules: readonly Rule[] = [volumesAreDeclared, volumesAreUnique];

function volumesAreDeclared(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const volumes = definition.volumes ?? [];
  const names = volumes.map(({ name }) => name ?? '').filter((name) => name !== '');
  const needs = [['volumes'], ...volumes.map((_, index) => ['volumes', index, 'name'])];
  return containersOf(definition).flatMap(({ container, path, name }) =>
    (container.mountPoints ?? []).flatMap(({ sourceVolume }, index): Finding[] => {
      if (sourceVolume === undefined || names.includes(sourceVolume)) return [];
      const place = [...path, 'mountPoints', index, 'sourceVolume'];
      return [
        {
          message: `Container ${name} mounts the volume ${sourceVolume}, which volumes does not declare.`,
          remedy: suggestion(sourceVolume, names, `Add {"name": "${sourceVolume}"} to volumes.`),
          path: place,
          needs,
        },
      ];
    }),
  );
}

function volumesAreUnique({ volumes = [] }: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const placed = volumes.map((volume, index) => ({ name: volume.name, path: ['volumes', index] }));
  return repetitions(placed, ({ name }) => name).map(([{ name, path }, first]) => ({
    message: `Two volumes are named ${name ?? ''}: ${pathText(first.path)} and ${pathText(path)}.`,
    remedy: 'Rename one of them.',
    path: [...path, 'name'],
  }));
}
