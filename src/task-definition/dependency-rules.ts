import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { type Path, pathText } from '../inputs/document.ts';
import { suggestion } from '../inputs/nearest.ts';
import { containersOf, type Finding, type PlacedContainer, type Rule } from './finding.ts';

/** The rules about containers that wait for, link to or mount from one another. */
export const dependencyRules: readonly Rule[] = [containersExist, noCycles, conditionsCanBeMet];

interface Reference {
  readonly from: PlacedContainer;
  readonly to: string;
  readonly path: Path;
}

function containersExist(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const containers = containersOf(definition);
  const names = containers.map(({ name }) => name).filter((name) => name !== '');
  // Without a name a container could be the one that is meant.
  const needs = containers.map(({ path }) => [...path, 'name']);
  return [...references(definition), ...proxy(definition)]
    .filter(({ to }) => to !== '' && !names.includes(to))
    .map(({ to, path }) => ({
      message: `${pathText(path)} names the container ${to}, which this task does not have.`,
      remedy: suggestion(to, names, `Containers here: ${names.join(', ')}.`),
      path,
      needs,
    }));
}

function references(definition: RegisterTaskDefinitionCommandInput): readonly Reference[] {
  return containersOf(definition).flatMap((from) => [
    ...dependencies(from),
    ...(from.container.volumesFrom ?? []).map(({ sourceContainer = '' }, index) => {
      return { from, to: sourceContainer, path: [...from.path, 'volumesFrom', index, 'sourceContainer'] };
    }),
    ...(from.container.links ?? []).map((link, index) => {
      return { from, to: link.split(':', 1)[0] ?? '', path: [...from.path, 'links', index] };
    }),
  ]);
}

function dependencies(from: PlacedContainer): readonly Reference[] {
  return (from.container.dependsOn ?? []).map(({ containerName = '' }, index) => {
    return { from, to: containerName, path: [...from.path, 'dependsOn', index, 'containerName'] };
  });
}

function proxy({
  proxyConfiguration,
}: RegisterTaskDefinitionCommandInput): readonly Omit<Reference, 'from'>[] {
  if (proxyConfiguration === undefined) return [];
  return [{ to: proxyConfiguration.containerName ?? '', path: ['proxyConfiguration', 'containerName'] }];
}

/** Each cycle is found once, from its first container. */
function noCycles(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const byName = new Map(containersOf(definition).map((container) => [container.name, container]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const follow = (container: PlacedContainer, trail: readonly string[]): void => {
    if (done.has(container.name)) return;
    for (const { to, path } of dependencies(container)) {
      const next = byName.get(to);
      const seen = [...trail, container.name];
      const start = seen.indexOf(to);
      if (start !== -1) findings.push(cycle([...seen.slice(start), to], path));
      else if (next !== undefined) follow(next, seen);
    }
    done.add(container.name);
  };
  for (const container of byName.values()) follow(container, []);
  return findings;
}

function cycle(names: readonly string[], path: Path): Finding {
  const [self, ...others] = names;
  return {
    message:
      others.length === 1
        ? `Container ${self ?? ''} depends on itself.`
        : `Containers wait for each other in a circle: ${names.join(' → ')}.`,
    remedy: 'Remove one of these dependencies.',
    path,
  };
}

/** API reference, ContainerDependency: HEALTHY needs a health check; COMPLETE and SUCCESS no essential container. */
function conditionsCanBeMet(definition: RegisterTaskDefinitionCommandInput): readonly Finding[] {
  const byName = new Map(containersOf(definition).map((container) => [container.name, container]));
  return containersOf(definition).flatMap(({ container, path }) =>
    (container.dependsOn ?? []).flatMap(({ containerName = '', condition }, index): Finding[] => {
      const target = byName.get(containerName);
      if (target === undefined || condition === undefined) return [];
      const place = [...path, 'dependsOn', index, 'condition'];
      if (condition === 'HEALTHY' && target.container.healthCheck === undefined) {
        return [
          {
            message: `${pathText(place)} waits for ${containerName} to be HEALTHY, but that container has no healthCheck.`,
            remedy: `Give ${containerName} a healthCheck, or wait for START.`,
            path: place,
            needs: [[...target.path, 'healthCheck']],
          },
        ];
      }
      const waitsForEnd = condition === 'COMPLETE' || condition === 'SUCCESS';
      if (!waitsForEnd || target.container.essential === false) return [];
      return [
        {
          message: `${pathText(place)} waits for ${containerName} to end, but that container is essential: its end ends the task.`,
          remedy: `Set essential: false on ${containerName}.`,
          path: place,
          needs: [[...target.path, 'essential']],
        },
      ];
    }),
  );
}
