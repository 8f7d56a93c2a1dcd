import { type Parsed, type Problem, parsed, refused, UserError } from '../../inputs/problem.ts';
import type { InputValues } from '../../inputs/schema.ts';
import { extraArgsProblems } from './extra-args.ts';
import type { Cache, BuildRequest, ImageSpec } from '../image.ts';
import { type NamedImage, readNamedImages } from './named-images.ts';
import type { BUILD_INPUTS } from './inputs.ts';

export type BuildInputs = InputValues<typeof BUILD_INPUTS>;

type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked for, image by image. Throws a UserError with all problems. */
export function buildRequest(inputs: BuildInputs, environment: Environment): BuildRequest {
  const images = readNamedImages(inputs, environment);
  const cache = readCache(inputs.cache);
  const problems = [
    ...(images.ok ? [] : images.problems),
    ...(cache.ok ? [] : cache.problems),
    ...(inputs.images !== undefined && inputs['extra-args'] !== undefined ? [EXTRA_ARGS_OF_SEVERAL] : []),
    ...extraArgsProblems(inputs['extra-args'] ?? []),
  ];
  if (!images.ok || !cache.ok || problems.length > 0) throw new UserError(problems);
  return {
    images: images.value.map(imageOf),
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

const imageOf = ({ name, repository, values }: NamedImage): ImageSpec => ({
  name,
  repository,
  context: values.context,
  file: values.file,
  target: values.target,
  buildArgs: values['build-args'] ?? new Map(),
  buildContexts: values['build-contexts'] ?? new Map(),
  secrets: values.secrets ?? [],
  ssh: values.ssh ?? [],
  platforms: values.platforms ?? [],
  tags: values.tags,
  labels: values.labels ?? new Map(),
  annotations: values.annotations ?? [],
  compression: values.compression,
});

const EXTRA_ARGS_OF_SEVERAL: Problem = {
  message: 'extra-args are for one image, and images has several.',
  remedy: 'Build the image that needs them in a step of its own.',
  input: 'extra-args',
};

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
