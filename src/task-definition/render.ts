import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { type Parsed, parsed, type Problem, refused } from '../inputs/problem.ts';
import { suggestion } from '../inputs/nearest.ts';
import { changeContainer, type ContainerChanges } from './container.ts';
import { readImageNames } from './image-names.ts';
import type { TaskDefinitionFile } from './parse.ts';
import { validate } from './validate.ts';

/** The action inputs that change a task definition file. */
export interface RenderInputs extends ContainerChanges {
  /** Input `image`. */
  readonly image?: string | undefined;
  /** Input `container-name`: whose image and changes are meant; several are separated by commas. */
  readonly containerName?: string | undefined;
  /** Input `images`: container name → image. */
  readonly images?: ReadonlyMap<string, string> | undefined;
  /** Input `task-role-arn`. */
  readonly taskRoleArn?: string | undefined;
  /** Input `execution-role-arn`. */
  readonly executionRoleArn?: string | undefined;
  /** The placeholders that the file had: an image that one of them took has reached its place. */
  readonly placeholders?: ReadonlySet<string> | undefined;
}

/**
 * Puts what the inputs give into the task definition and into the containers that are meant. Nothing is
 * guessed: a container that is not there is a problem, and so is a value that could be for several. AWS's
 * rules are asked again, over what is to be registered.
 */
export function renderTaskDefinition(
  file: TaskDefinitionFile,
  inputs: RenderInputs,
): Parsed<TaskDefinitionFile> {
  const containers = file.definition.containerDefinitions ?? [];
  const targets = resolveTargets(containers, inputs);
  const { images = new Map<string, string>(), placeholders = new Set<string>() } = inputs;
  const names = readImageNames(containers, images, placeholders);
  const isEmpty = inputs.images?.size === 0 && inputs.image === undefined;
  const problems = [...targets.problems, ...names.problems, ...(isEmpty ? [NO_IMAGES] : [])].map(
    (problem) => ({
      ...problem,
      location: file.locate(['containerDefinitions']),
    }),
  );
  if (problems.length > 0) return refused(...problems);
  const { taskRoleArn, executionRoleArn } = inputs;
  const definition = {
    ...file.definition,
    ...(taskRoleArn !== undefined && { taskRoleArn }),
    ...(executionRoleArn !== undefined && { executionRoleArn }),
    containerDefinitions: file.definition.containerDefinitions?.map((container) =>
      render(container, { ...targets, changes: inputs }),
    ),
  };
  const rendered = { ...file, definition, notices: [...file.notices, ...names.notices] };
  const broken = [...emptyImages(rendered), ...validate(rendered.definition)].map(
    ({ path, message, remedy }) => {
      return { message, remedy, location: file.locate(path) };
    },
  );
  return broken.length > 0 ? refused(...broken) : parsed(rendered);
}

interface Targets {
  /** Container name → image. */
  readonly images: ReadonlyMap<string, string>;
  /** The containers that the changes are for. */
  readonly changed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

function resolveTargets(containers: readonly ContainerDefinition[], inputs: RenderInputs): Targets {
  const { image, placeholders } = inputs;
  const names = containers.map(({ name }) => name ?? '');
  const images = new Map<string, string>(inputs.images);
  const problems = unknownContainers(names, inputs);
  const meant = meantContainers(names, inputs);
  const isPlaced = placeholders?.has('image') === true || placeholders?.has('IMAGE1_NAME') === true;
  if (image !== undefined && !(isPlaced && inputs.containerName === undefined)) {
    if (meant === undefined) problems.push(ambiguous('image', names));
    for (const target of meant ?? []) {
      if (images.has(target)) problems.push(givenTwice(target));
      else images.set(target, image);
    }
  }
  for (const container of containers) {
    const other = inputs.images?.get(container.name ?? '');
    const hasPlaced = isPlaced && image !== undefined && container.image === image;
    if (hasPlaced && other !== undefined && other !== image) problems.push(givenTwice(container.name ?? ''));
  }
  if (meant === undefined) problems.push(...changesGiven(inputs).map((input) => ambiguous(input, names)));
  const changed = new Set(meant);
  problems.push(...optionsWithoutDriver(containers, changed, inputs));
  return { images, changed, problems };
}

/** The containers that `container-name` names, or the only one; undefined where it could be any of several. */
function meantContainers(
  names: readonly string[],
  { containerName }: RenderInputs,
): readonly string[] | undefined {
  if (containerName !== undefined) return namesIn(containerName);
  return names.length === 1 ? names : undefined;
}

const namesIn = (containerName: string): readonly string[] => [
  ...new Set(containerName.split(',').map((name) => name.trim())),
];

const CHANGES = {
  environment: 'environment-variables',
  secrets: 'secrets',
  dockerLabels: 'docker-labels',
  command: 'command',
  logDriver: 'log-configuration-log-driver',
  logOptions: 'log-configuration-options',
  environmentFiles: 'env-files',
} as const satisfies Readonly<Record<keyof ContainerChanges, string>>;

/** The inputs that change a container and were given. */
function changesGiven(inputs: RenderInputs): readonly string[] {
  const given = new Map(Object.entries(inputs));
  return Object.entries(CHANGES).flatMap(([member, input]) =>
    given.get(member) === undefined ? [] : [input],
  );
}

function optionsWithoutDriver(
  containers: readonly ContainerDefinition[],
  changed: ReadonlySet<string>,
  { logOptions, logDriver }: RenderInputs,
): readonly Problem[] {
  if (logOptions === undefined || logDriver !== undefined) return [];
  return containers
    .filter(({ name = '', logConfiguration }) => changed.has(name) && logConfiguration === undefined)
    .map(({ name = '' }) => ({
      message: `Container ${name} has no log driver that log-configuration-options could be for.`,
      remedy: 'Give log-configuration-log-driver, or the logConfiguration in the file.',
      input: CHANGES.logOptions,
    }));
}

function unknownContainers(names: readonly string[], { containerName }: RenderInputs): Problem[] {
  if (containerName === undefined) return [];
  return namesIn(containerName)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      message: `The task definition has no container ${name}.`,
      remedy: suggestion(name, names, `Its containers: ${names.join(', ')}.`),
      input: 'container-name',
    }));
}

function ambiguous(input: string, names: readonly string[]): Problem {
  return {
    message: `The input ${input} does not say for which of the containers it is: ${names.join(', ')}.`,
    remedy: input === 'image' ? 'Give container-name, or use images.' : 'Give container-name.',
    input,
  };
}

/** The image of the file would be deployed, and the step be green. */
const NO_IMAGES: Problem = {
  message: 'It names no image.',
  remedy: 'A build with dry-run makes none. Leave images out to deploy the image of the file.',
  input: 'images',
};

function givenTwice(name: string): Problem {
  return {
    message: `The image of container ${name} is given by image and by images.`,
    remedy: 'Give it once.',
    input: 'images',
  };
}

function render(
  container: ContainerDefinition,
  { images, changed, changes }: Targets & { readonly changes: ContainerChanges },
): ContainerDefinition {
  const name = container.name ?? '';
  const image = images.get(name);
  const rendered = changed.has(name) ? changeContainer(container, changes) : container;
  return image === undefined ? rendered : { ...rendered, image };
}

/** A file may leave the image to the inputs; what is registered may not. */
function emptyImages({ definition }: TaskDefinitionFile): readonly {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}[] {
  return (definition.containerDefinitions ?? []).flatMap(({ image, name }, index) => {
    if (image !== undefined && image.trim() !== '') return [];
    return [
      {
        path: ['containerDefinitions', index, 'image'],
        message: `Container ${name ?? ''} has no image.`,
        remedy: 'Give it in the file, or with the inputs image and container-name, or images.',
      },
    ];
  });
}
