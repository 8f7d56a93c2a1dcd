import type { Problem } from '../../inputs/problem.ts';

/**
 * Arguments of `docker buildx build` that this action gives itself, under the inputs that decide them: a second one would
 * change the image past the input digest.
 */
const BY_INPUT: Readonly<Record<string, readonly string[]>> = {
  file: ['--file', '-f'],
  target: ['--target'],
  'build-args': ['--build-arg'],
  'build-contexts': ['--build-context'],
  secrets: ['--secret'],
  ssh: ['--ssh'],
  platforms: ['--platform'],
  tags: ['--tag', '-t'],
  labels: ['--label'],
  annotations: ['--annotation'],
  cache: ['--cache-from', '--cache-to'],
  'no-cache': ['--no-cache'],
  pull: ['--pull'],
  builder: ['--builder'],
  provenance: ['--provenance'],
  sbom: ['--sbom'],
  'provenance or sbom': ['--attest'],
};

/** Those that decide where the image goes, whether one is built at all, and what the builder reports. */
const WITHOUT_INPUT = [
  ...['--output', '-o', '--push', '--load'],
  ...['--call', '--check', '--print', '--help', '-h'],
  ...['--metadata-file', '--iidfile', '--progress', '--quiet', '-q'],
];

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(BY_INPUT).flatMap(([input, flags]) =>
    flags.map((flag) => [flag, `Write it under ${input}.`] as const),
  ),
  ...WITHOUT_INPUT.map(
    (flag) =>
      [
        flag,
        'Leave it out: the image goes to its repository alone, and the action reads what the builder reports.',
      ] as const,
  ),
]);

/** What further arguments of the builder may not say; values are not repeated. */
export const extraArgsProblems = (lines: readonly string[]): readonly Problem[] =>
  lines.flatMap((line) => {
    const flag = flagOf(line);
    const remedy = REMEDIES.get(flag);
    return remedy === undefined
      ? []
      : [{ message: `The argument ${flag} in extra-args is set by this action.`, remedy, input: 'extra-args' }];
  });

/** `--name` of `--name=value`; `-n` of `-nvalue`, and of `-Dnvalue`, since a letter that takes no value may stand before. */
function flagOf(line: string): string {
  const [, long, short] = /^(?:(--[^=]+)|-D*([^D]))/.exec(line.trim()) ?? [];
  return long ?? `-${short ?? ''}`;
}
