import type { Problem } from '../inputs/problem.ts';

/**
 * Arguments of `docker buildx build` that this action gives itself, with the inputs that decide them: a second one
 * would change the image, or where it goes, past the input digest and the outputs.
 */
const OWN: ReadonlyMap<string, string | undefined> = new Map([
  ['--file', 'file'],
  ['-f', 'file'],
  ['--target', 'target'],
  ['--build-arg', 'build-args'],
  ['--build-context', 'build-contexts'],
  ['--secret', 'secrets'],
  ['--ssh', 'ssh'],
  ['--platform', 'platforms'],
  ['--tag', 'tags'],
  ['-t', 'tags'],
  ['--label', 'labels'],
  ['--annotation', 'annotations'],
  ['--cache-from', 'cache'],
  ['--cache-to', 'cache'],
  ['--no-cache', 'no-cache'],
  ['--pull', 'pull'],
  ['--builder', 'builder'],
  ['--attest', 'provenance or sbom'],
  ['--provenance', 'provenance'],
  ['--sbom', 'sbom'],
  ['--output', undefined],
  ['-o', undefined],
  ['--push', undefined],
  ['--load', undefined],
  ['--call', undefined],
  ['--check', undefined],
  ['--metadata-file', undefined],
  ['--iidfile', undefined],
  ['--progress', undefined],
  ['--quiet', undefined],
  ['-q', undefined],
]);

/** What further arguments of the builder may not say; values are not repeated. */
export const extraArgsProblems = (lines: readonly string[]): readonly Problem[] =>
  lines.flatMap((line) => {
    const flag = flagOf(line);
    if (!OWN.has(flag)) return [];
    const input = OWN.get(flag);
    return [
      {
        message: `The argument ${flag} in extra-args is set by this action.`,
        remedy:
          input === undefined ? 'Leave it out: the image goes to its repository alone, and the action reads what the builder reports.' : `Write it under ${input}.`,
        input: 'extra-args',
      },
    ];
  });

/** `--name` of `--name=value`, and `-n` of `-nvalue`. */
const flagOf = (line: string): string => /^(?:--[^=\s]+|-[^-])/.exec(line.trim())?.[0] ?? '';
