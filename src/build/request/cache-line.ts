import { suggestion } from '../../inputs/nearest.ts';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';
import { readFields } from './fields.ts';

/** What each kind of cache must be told, by side. Docker documentation, "Cache storage backends". */
const REQUIRED: Readonly<Record<'from' | 'to', ReadonlyMap<string, string | undefined>>> = {
  from: new Map([
    ['registry', 'ref'],
    ['local', 'src'],
    ['gha', undefined],
    ['s3', undefined],
    ['azblob', undefined],
  ]),
  to: new Map([
    ['registry', 'ref'],
    ['local', 'dest'],
    ['gha', undefined],
    ['s3', undefined],
    ['azblob', undefined],
    ['inline', undefined],
  ]),
};

/**
 * One line of the input: a word, or a side with what `--cache-from` and `--cache-to` take, where an image alone stands
 * for a registry's. Refuses what no builder could read; whether it can be reached the build shows.
 */
export function readCacheLine(line: string): Parsed<string> {
  const [, side, text = ''] = /^(from|to)=(.+)$/s.exec(line) ?? [];
  if (side !== 'from' && side !== 'to') return parsed(line);
  const problem = cacheProblem(side, text);
  return problem === undefined ? parsed(line) : refused(problem);
}

function cacheProblem(side: 'from' | 'to', text: string): Problem | undefined {
  const fields = readFields(text);
  if (fields === undefined) {
    return { message: 'Its quotes cannot be read.', remedy: 'Put a field with a comma into quotes as a whole: "NAME=A,B".' };
  }
  const [only, ...others] = fields;
  if (only !== undefined && only.name === undefined && others.length === 0) return referenceProblem(only.value);
  const values = new Map(fields.map(({ name, value }) => [name ?? value, name === undefined ? undefined : value]));
  const bare = [...values].find(([, value]) => value === undefined)?.[0];
  if (bare !== undefined) {
    return { message: `${JSON.stringify(bare)} is no NAME=VALUE.`, remedy: `Write such as ${side}=${EXAMPLE}.` };
  }
  const kinds = REQUIRED[side];
  const type = values.get('type');
  if (type === undefined || !kinds.has(type)) {
    return {
      message: type === undefined ? 'It says no type.' : `The type ${type} is none for ${side}=….`,
      remedy: suggestion(type ?? '', kinds.keys(), `It can be ${[...kinds.keys()].join(', ')}.`),
    };
  }
  const needed = kinds.get(type);
  if (needed !== undefined && !values.get(needed)) {
    return { message: `The type ${type} needs ${needed}.`, remedy: `Write ${side}=type=${type},${needed}=….` };
  }
  return type === 'registry' ? referenceProblem(values.get('ref') ?? '') : undefined;
}

const EXAMPLE = 'type=registry,ref=REGISTRY/REPOSITORY:TAG';

// Distribution's grammar of references: only the host may have capitals.
const REFERENCE =
  /^(?:[A-Za-z0-9.-]+(?::\d+)?\/)?(?:[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*\/)*[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

const referenceProblem = (reference: string): Problem | undefined =>
  REFERENCE.test(reference)
    ? undefined
    : {
        message: `${JSON.stringify(reference.slice(0, LONGEST))} is not the name of an image.`,
        remedy: 'Write REGISTRY/REPOSITORY:TAG, in small letters but for the registry and the tag.',
      };

const LONGEST = 200;
