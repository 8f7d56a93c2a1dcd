import { type Instruction, listOf, readInstructions, triggerOf } from './instruction.ts';
import { readsDockerfiles, syntaxOf } from './syntax.ts';
import { expanded, type Variable } from './word.ts';

/** What a Dockerfile says of where its image comes from. */
export interface DockerfileFacts {
  /** In the order of the file; a stage without a name is its number. */
  readonly stages: readonly string[];
  /** Images that it takes from a registry, build arguments filled in; each once, in the order of the file. */
  readonly images: readonly string[];
  /** What it takes from elsewhere, or names in a way that only the builder can follow. */
  readonly unseen: readonly UnseenSource[];
  /** Whether it is read by a frontend that need not know Dockerfiles: then all of this is a guess. */
  readonly isForeign: boolean;
}

export interface UnseenSource {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly kind: 'remote' | 'unknown' | 'frontend';
}

/** Reads a Dockerfile with the build arguments of this build. Never throws: what is wrong in it the builder says. */
export function readDockerfile(
  text: string,
  buildArgs: ReadonlyMap<string, string>,
  contexts: ReadonlySet<string>,
): DockerfileFacts {
  const syntax = syntaxOf(text, buildArgs);
  const isForeign = syntax !== undefined && !readsDockerfiles(syntax.image);
  const { instructions, escape } = readInstructions(text);
  const variable = globalVariables(instructions, buildArgs, escape);
  const stages = stagesOf(instructions, (word) => expanded(word, { escape, variable }));
  const names: Names = { stages, contexts: new Set([...contexts].map(familiar)) };
  const sources = stages.flatMap((stage, index) => [
    ...baseSource(stage, index, names),
    ...[...triggersFor(stage, index, { stages, escape }), ...stage.instructions].flatMap((instruction) => [
      ...imageSources(instruction, names),
      ...remoteSources(instruction, escape),
    ]),
  ]);
  return {
    stages: stages.map(({ name }, index) => name ?? String(index)),
    images: [
      ...new Set([
        ...(syntax === undefined ? [] : [syntax.image]),
        ...sources.flatMap((source) => ('image' in source ? [source.image] : [])),
      ]),
    ],
    unseen: [
      ...(isForeign ? [{ line: syntax.line ?? 1, text: syntax.image, kind: 'frontend' as const }] : []),
      ...sources.flatMap((source) => ('image' in source ? [] : [source])),
    ],
    isForeign,
  };
}

/** Whether a stage of that name or number is in the file; names are compared without case. */
export function hasStage({ stages, isForeign }: DockerfileFacts, target: string): boolean {
  return isForeign || stages.some((name, index) => name.toLowerCase() === target.toLowerCase() || String(index) === target);
}

/** An image of a registry, or something that no hash sees. */
type Source = { readonly image: string } | UnseenSource;

interface Stage {
  readonly name: string | undefined;
  /** As the file has it. */
  readonly written: string;
  /** With its variables filled in; undefined where the builder alone can do that. */
  readonly base: string | undefined;
  readonly line: number;
  readonly instructions: readonly Instruction[];
}

interface Names {
  readonly stages: readonly Stage[];
  readonly contexts: ReadonlySet<string>;
}

function stagesOf(
  instructions: readonly Instruction[],
  fillIn: (word: string) => string | undefined,
): readonly Stage[] {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
  return starts.flatMap((start, index) => {
    const from = instructions[start];
    if (from === undefined) return [];
    const [written = '', as, name] = wordsOf(from.rest);
    return [
      {
        name: as?.toUpperCase() === 'AS' ? name : undefined,
        written,
        base: fillIn(written),
        line: from.line,
        instructions: instructions.slice(start + 1, starts[index + 1]),
      },
    ];
  });
}

/** The last of the stages with a name; a stage is found by it without case. */
const stageNamed = (stages: readonly Stage[], name: string): Stage | undefined =>
  stages.findLast((stage) => stage.name?.toLowerCase() === name);

/** A base is a stage before, a further context or an image. */
function baseSource(
  { name, written, base, line }: Stage,
  index: number,
  { stages, contexts }: Names,
): readonly Source[] {
  if (name !== undefined && contexts.has(familiar(name.toLowerCase()))) return [];
  if (base === undefined) return [{ line, text: written, kind: 'unknown' }];
  if (stageNamed(stages.slice(0, index), base) !== undefined) return [];
  return fromRegistry(base, contexts);
}

/** What a base that is a stage of the same file has behind ONBUILD. */
function triggersFor(
  { base }: Stage,
  index: number,
  { stages, escape }: { readonly stages: readonly Stage[]; readonly escape: string },
): readonly Instruction[] {
  const before = base === undefined ? undefined : stageNamed(stages.slice(0, index), base);
  return (before?.instructions ?? [])
    .filter(({ keyword }) => keyword === 'ONBUILD')
    .map((instruction) => triggerOf(instruction, escape));
}

/** `COPY --from=IMAGE` and `RUN --mount=…,from=IMAGE`; neither has variables. Only COPY knows stages by number. */
function imageSources({ keyword, flags, line }: Instruction, { stages, contexts }: Names): readonly Source[] {
  const froms =
    keyword === 'COPY'
      ? valuesOf(flags, 'from').filter((from) => !/^[+-]?\d+$/.test(from))
      : keyword === 'RUN'
        ? valuesOf(flags, 'mount').flatMap(mountedFrom)
        : [];
  return froms.flatMap((from): readonly Source[] => {
    if (from.includes('$')) return [{ line, text: from, kind: 'unknown' }];
    return stageNamed(stages, from.toLowerCase()) === undefined ? fromRegistry(from, contexts) : [];
  });
}

const valuesOf = (flags: readonly string[], name: string): readonly string[] =>
  flags.flatMap((flag) => (flag.startsWith(`--${name}=`) ? [flag.slice(name.length + 3)] : []));

const mountedFrom = (mount: string): readonly string[] =>
  mount.split(',').flatMap((field) => /^"?from=([^"]*)"?$/is.exec(field)?.[1] ?? []);

const fromRegistry = (name: string, contexts: ReadonlySet<string>): readonly Source[] =>
  name === '' || name === 'scratch' || contexts.has(familiar(name)) ? [] : [{ image: name }];

/** A name without what Docker would add to it: that of a further context stands for all of these. */
const familiar = (name: string): string => name.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '').replace(/:latest$/, '');

/** Sources of an ADD that are URLs, or variables of which one may be made; a checksum says what the content is. */
function remoteSources({ keyword, flags, rest, line }: Instruction, escape: string): readonly UnseenSource[] {
  if (keyword !== 'ADD' || valuesOf(flags, 'checksum').some((checksum) => checksum !== '')) return [];
  const sources = (listOf(rest) ?? wordsOf(rest)).slice(0, -1);
  return sources
    .map((source) => expanded(source, { escape, variable: () => 'unknown' }) ?? source.replace(/^["']|["']$/g, ''))
    .filter((text) => IS_REMOTE.test(text))
    .map((text) => ({ line, text, kind: text.startsWith('$') ? 'unknown' : 'remote' }));
}

/** A variable, or a URL (BuildKit's util/gitutil and util/sshutil). */
const IS_REMOTE = /^(?:\$|(?:https?|git|ssh):\/\/|[\w-]+@[\w.-]+:)/i;

const wordsOf = (rest: string): readonly string[] => rest.split(/[\t\v\f\r ]+/);

/**
 * The arguments before the first FROM: they alone count in one. A value of the build overrules the default, but counts
 * for nothing without an ARG, unless it is for one of those that the builder has itself.
 */
function globalVariables(
  instructions: readonly Instruction[],
  buildArgs: ReadonlyMap<string, string>,
  escape: string,
): (name: string) => Variable {
  const values = new Map<string, string | undefined>(
    BUILDER_ARGUMENTS.map((name) => [name, buildArgs.get(name)]),
  );
  const variable = (name: string): Variable => {
    const value = values.get(name);
    return value !== undefined ? { value } : values.has(name) ? 'unknown' : 'unset';
  };
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  for (const { keyword, rest } of instructions.slice(0, Math.max(first, 0))) {
    if (keyword !== 'ARG') continue;
    for (const word of argumentWords(rest, escape)) {
      const [, name = '', written] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      const given = buildArgs.get(name);
      if (given !== undefined) values.set(name, given);
      else if (written !== undefined) values.set(name, expanded(written, { escape, variable }));
    }
  }
  return variable;
}

const BUILDER_ARGUMENTS = [
  ...['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].flatMap((name) => [`BUILD${name}`, `TARGET${name}`]),
  'TARGETSTAGE',
];

/** Words with their quotes (parser/line_parsers.go, `parseWords`). */
function argumentWords(text: string, escape: string): readonly string[] {
  const escaped = escape === '`' ? '`[^]' : '\\\\[^]';
  const word = new RegExp(`(?:${escaped}|'[^']*'?|"(?:${escaped}|[^"])*"?|[^\\s'"])+`, 'g');
  return text.match(word) ?? [];
}
