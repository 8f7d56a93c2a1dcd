import type { ContainerDefinition, KeyValuePair } from '@aws-sdk/client-ecs';
import { type Parsed, parsed, type Problem, refused } from '../inputs/problem.ts';
import { suggestion } from '../inputs/nearest.ts';
import type { TaskDefinitionFile } from './parse.ts';
import { validate } from './validate.ts';

/** The action inputs that change a task definition file. */
export interface RenderInputs {
  /** Input `image`. */
  readonly image?: string | undefined;
  /** Input `container-name`: whose image and variables are meant. */
  readonly containerName?: string | undefined;
  /** Input `images`: container name → image. */
  readonly images?: ReadonlyMap<string, string> | undefined;
  /** Input `environment-variables`. */
  readonly environment?: ReadonlyMap<string, string> | undefined;
  /** The placeholders that the file had: an image that one of them took has reached its place. */
  readonly placeholders?: ReadonlySet<string> | undefined;
}

/**
 * Puts images and variables from the inputs into the containers they are for. Nothing is guessed: a
 * container that is not there is a problem, and so is an image that could be for several. AWS's rules are
 * asked again, over what is to be registered.
 */
export function renderTaskDefinition(
  file: TaskDefinitionFile,
  inputs: RenderInputs,
): Parsed<TaskDefinitionFile> {
  const names = (file.definition.containerDefinitions ?? []).map(({ name }) => name ?? '');
  const targets = resolveTargets(names, inputs);
  const problems = targets.problems.map((problem) => ({
    ...problem,
    location: file.locate(['containerDefinitions']),
  }));
  if (problems.length > 0) return refused(...problems);
  const containerDefinitions = file.definition.containerDefinitions?.map((container) =>
    render(container, targets),
  );
  const rendered = { ...file, definition: { ...file.definition, containerDefinitions } };
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
  /** Container name → its new variables. */
  readonly variables: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly problems: readonly Problem[];
}

function resolveTargets(names: readonly string[], inputs: RenderInputs): Targets {
  const { image, environment, placeholders } = inputs;
  const images = new Map<string, string>();
  const variables = new Map<string, ReadonlyMap<string, string>>();
  const problems = unknownContainers(names, inputs);
  const target = inputs.containerName ?? (names.length === 1 ? names[0] : undefined);
  for (const [name, value] of inputs.images ?? []) images.set(name, value);
  const isPlaced = placeholders?.has('image') === true || placeholders?.has('IMAGE1_NAME') === true;
  if (image !== undefined && !(isPlaced && inputs.containerName === undefined)) {
    if (target === undefined) problems.push(ambiguous('image', names));
    else if (images.has(target)) problems.push(givenTwice(target));
    else images.set(target, image);
  }
  if (environment !== undefined && environment.size > 0) {
    if (target === undefined) problems.push(ambiguous('environment-variables', names));
    else variables.set(target, environment);
  }
  return { images, variables, problems };
}

function unknownContainers(
  names: readonly string[],
  { containerName, images, placeholders }: RenderInputs,
): Problem[] {
  const given = [
    ...(containerName === undefined ? [] : [{ name: containerName, input: 'container-name' }]),
    ...[...(images?.keys() ?? [])]
      .filter((name) => placeholders?.has(`images.${name}`) !== true)
      .map((name) => ({ name, input: 'images' })),
  ];
  return given
    .filter(({ name }) => !names.includes(name))
    .map(({ name, input }) => ({
      message: `The task definition has no container ${name}.`,
      remedy: suggestion(name, names, `Its containers: ${names.join(', ')}.`),
      input,
    }));
}

function ambiguous(input: string, names: readonly string[]): Problem {
  return {
    message: `The input ${input} does not say for which of the containers it is: ${names.join(', ')}.`,
    remedy: input === 'image' ? 'Give container-name, or use images.' : 'Give container-name.',
    input,
  };
}

function givenTwice(name: string): Problem {
  return {
    message: `The image of container ${name} is given by image and by images.`,
    remedy: 'Give it once.',
    input: 'images',
  };
}

function render(container: ContainerDefinition, { images, variables }: Targets): ContainerDefinition {
  const name = container.name ?? '';
  const image = images.get(name);
  const added = variables.get(name);
  return {
    ...container,
    ...(image !== undefined && { image }),
    ...(added !== undefined && { environment: withVariables(container.environment ?? [], added) }),
  };
}

/** Variables that are there keep their place and get the new value; others follow. */
function withVariables(
  environment: readonly KeyValuePair[],
  added: ReadonlyMap<string, string>,
): KeyValuePair[] {
  const present = new Set(environment.map(({ name }) => name));
  const changed = environment.map((variable) => {
    const value = added.get(variable.name ?? '');
    return value === undefined ? variable : { ...variable, value };
  });
  const others = [...added].filter(([name]) => !present.has(name)).map(([name, value]) => ({ name, value }));
  return [...changed, ...others];
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
