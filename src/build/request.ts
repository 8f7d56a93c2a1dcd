import { parseInputs } from '../inputs/parse.ts';
import { type Parsed, type Problem, parsed, refused, UserError } from '../inputs/problem.ts';
import type { InputValues } from '../inputs/schema.ts';
import { extraArgsProblems } from './extra-args.ts';
import { IMAGE_INPUTS } from './image-inputs.ts';
import type { Cache, BuildRequest, ImageSpec } from './image.ts';
import type { ImageEntry } from './images.ts';
import type { BUILD_INPUTS } from './inputs.ts';

export type BuildInputs = InputValues<typeof BUILD_INPUTS>;

type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked for, image by image. Throws a UserError with all problems. */
export function buildRequest(inputs: BuildInputs, environment: Environment): BuildRequest {
  const images = inputs.images === undefined ? oneImage(inputs) : severalImages(inputs.images, environment);
  const cache = readCache(inputs.cache);
  const problems = [
    ...(images.ok ? namedTwice(images.value) : images.problems),
    ...(cache.ok ? [] : cache.problems),
    ...(inputs.images !== undefined && inputs['extra-args'] !== undefined ? [EXTRA_ARGS_OF_SEVERAL] : []),
    ...extraArgsProblems(inputs['extra-args'] ?? []),
  ];
  if (!images.ok || !cache.ok || problems.length > 0) throw new UserError(problems);
  return {
    images: images.value,
    options: {
      attestations: { provenance: inputs.provenance, sbom: inputs.sbom },
      cache: cache.value,
      noCache: inputs['no-cache'],
      pull: inputs.pull,
      builder: inputs.builder,
      extraArgs: inputs['extra-args'] ?? [],
    },
    onExistingTag: inputs['on-existing-tag'],
    reuse: inputs.reuse === 'auto' && !inputs['no-cache'],
    maxAge: milliseconds(inputs['max-age']),
    dryRun: inputs['dry-run'],
    workspace: environment['GITHUB_WORKSPACE'] || '.',
  };
}

type ImageValues = InputValues<typeof IMAGE_INPUTS>;

function oneImage(inputs: ImageValues): Parsed<readonly ImageSpec[]> {
  const { repository } = inputs;
  return repository === undefined ? refused(NO_REPOSITORY) : parsed([imageOf(undefined, repository, inputs)]);
}

/** Each image is read as if its texts stood in the inputs: what it does not say is taken from those. */
function severalImages(
  entries: readonly ImageEntry[],
  environment: Environment,
): Parsed<readonly ImageSpec[]> {
  const shared = Object.fromEntries(
    Object.keys(IMAGE_INPUTS).map((name) => [variable(name), environment[variable(name)]]),
  );
  const problems: Problem[] = [];
  const images: ImageSpec[] = [];
  for (const [index, { name, texts }] of entries.entries()) {
    const own = Object.fromEntries([...texts].map(([input, text]) => [variable(input), text]));
    const read = parseInputs({ ...ONE_IMAGE, inputs: IMAGE_INPUTS }, { ...shared, ...own });
    const called = name ?? texts.get('repository') ?? String(index + 1);
    const wrong = (problem: Problem): Problem => ({
      ...problem,
      message: `Image ${called}: ${problem.message}`,
      input: 'images',
    });
    if (!read.ok) problems.push(...read.problems.map(wrong));
    else if (read.value.values.repository === undefined) problems.push(wrong(NO_REPOSITORY));
    else images.push(imageOf(name, read.value.values.repository, read.value.values));
  }
  return problems.length > 0 ? refused(...problems) : parsed(images);
}

const ONE_IMAGE = { name: 'images', title: '', description: '', outputs: {} };

const variable = (input: string): string => `INPUT_${input.toUpperCase()}`;

const imageOf = (name: string | undefined, repository: string, inputs: ImageValues): ImageSpec => ({
  name: name ?? repository.slice(repository.lastIndexOf('/') + 1),
  repository,
  context: inputs.context,
  file: inputs.file,
  target: inputs.target,
  buildArgs: inputs['build-args'] ?? new Map(),
  buildContexts: inputs['build-contexts'] ?? new Map(),
  secrets: inputs.secrets ?? [],
  platforms: inputs.platforms ?? [],
  tags: inputs.tags,
  labels: inputs.labels ?? new Map(),
  annotations: inputs.annotations ?? [],
});

const NO_REPOSITORY: Problem = {
  message: 'No repository is given.',
  remedy: 'Name the repository of Amazon ECR that the image goes to.',
  input: 'repository',
};

const EXTRA_ARGS_OF_SEVERAL: Problem = {
  message: 'extra-args are for one image, and images has several.',
  remedy: 'Build the image that needs them in a step of its own.',
  input: 'extra-args',
};

function namedTwice(images: readonly ImageSpec[]): readonly Problem[] {
  const names = images.map(({ name }) => name);
  const again = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...again].map((name) => ({
    message: `Two images are called ${name}.`,
    remedy: 'Give each a name of its own: the deploy actions take it for the name of the container.',
    input: 'images',
  }));
}

function readCache(lines: readonly string[]): Parsed<Cache> {
  const [first, ...others] = lines;
  if (others.length === 0 && (first === 'ecr' || first === 'gha' || first === 'none'))
    return parsed({ kind: first });
  const sides = lines.map((line) => /^(from|to)=(.+)$/s.exec(line));
  const wrong = sides.findIndex((side) => side === null);
  if (wrong >= 0) {
    return refused({
      message: `Line ${wrong + 1} of cache is neither ecr, gha or none nor from=… or to=….`,
      remedy: 'Write one of the three words, or lines such as from=type=registry,ref=IMAGE.',
      input: 'cache',
    });
  }
  const of = (side: string): readonly string[] =>
    sides.flatMap((found) => (found?.[1] === side && found[2] !== undefined ? [found[2]] : []));
  return parsed({ kind: 'raw', from: of('from'), to: of('to') });
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `7d`, `12h` or `90m` in milliseconds. */
const milliseconds = (span: string): number => Number(span.slice(0, -1)) * (UNITS[span.slice(-1)] ?? 0);
