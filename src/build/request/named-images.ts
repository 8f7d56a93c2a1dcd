import { parseInputs } from '../../inputs/parse.ts';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';
import type { InputValues } from '../../inputs/schema.ts';
import { IMAGE_INPUTS } from './image-inputs.ts';
import type { ImageEntry } from './images.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type ImageValues = InputValues<typeof IMAGE_INPUTS>;

/** One image of a step, with what its entry or the inputs say of it. */
export interface NamedImage {
  readonly name: string;
  readonly repository: string;
  readonly values: ImageValues;
  /** What its own entry of `images` says; empty without such an entry. */
  readonly said: readonly string[];
}

/** The image of the inputs, or those of `images`; all problems at once. */
export function readNamedImages(
  inputs: ImageValues & { readonly images: readonly ImageEntry[] | undefined },
  environment: Environment,
): Parsed<readonly NamedImage[]> {
  const images = inputs.images === undefined ? oneImage(inputs) : severalImages(inputs.images, environment);
  const problems = images.ok ? namedTwice(images.value) : images.problems;
  return problems.length > 0 ? refused(...problems) : images;
}

function oneImage(values: ImageValues): Parsed<readonly NamedImage[]> {
  const { repository } = values;
  return repository === undefined
    ? refused(NO_REPOSITORY)
    : parsed([{ name: nameOf(repository), repository, values, said: [] }]);
}

/** Each image is read as if its texts stood in the inputs: what it does not say is taken from those. */
function severalImages(
  entries: readonly ImageEntry[],
  environment: Environment,
): Parsed<readonly NamedImage[]> {
  const shared = Object.fromEntries(
    Object.keys(IMAGE_INPUTS).map((name) => [variable(name), environment[variable(name)]]),
  );
  const problems: Problem[] = [];
  const images: NamedImage[] = [];
  for (const [index, { name, texts }] of entries.entries()) {
    const own = Object.fromEntries([...texts].map(([input, text]) => [variable(input), text]));
    const read = parseInputs({ ...ONE_IMAGE, inputs: IMAGE_INPUTS }, { ...shared, ...own });
    const called = name ?? texts.get('repository') ?? String(index + 1);
    if (!read.ok) {
      problems.push(...read.problems.map((problem) => ofImage(called, problem)));
      continue;
    }
    const { values } = read.value;
    const { repository } = values;
    if (repository === undefined) problems.push(ofImage(called, NO_REPOSITORY));
    else images.push({ name: name ?? nameOf(repository), repository, values, said: [...texts.keys()] });
  }
  return problems.length > 0 ? refused(...problems) : parsed(images);
}

/** A problem of one entry of `images`. */
export const ofImage = (name: string, problem: Problem): Problem => ({
  ...problem,
  message: `Image ${name}: ${problem.message}`,
  input: 'images',
});

const ONE_IMAGE = { name: 'images', title: '', description: '', outputs: {} };

const variable = (input: string): string => `INPUT_${input.toUpperCase()}`;

const nameOf = (repository: string): string => repository.slice(repository.lastIndexOf('/') + 1);

const NO_REPOSITORY: Problem = {
  message: 'No repository is given.',
  remedy: 'Name the repository of Amazon ECR that the image goes to.',
  input: 'repository',
};

function namedTwice(images: readonly NamedImage[]): readonly Problem[] {
  const names = images.map(({ name }) => name);
  const again = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...again].map((name) => ({
    message: `Two images are called ${name}.`,
    remedy: 'Give each a name of its own: the deploy actions take it for the name of the container.',
    input: 'images',
  }));
}
