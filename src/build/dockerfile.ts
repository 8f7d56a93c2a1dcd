import { type Dockerfile, DockerfileParser, type Instruction, ModifiableInstruction } from 'dockerfile-ast';

/** What a Dockerfile says of where its image comes from. */
export interface DockerfileFacts {
  /** In the order of the file; a stage without a name is its number. */
  readonly stages: readonly string[];
  /** Images that it takes from a registry, build arguments filled in; each once, in the order of the file. */
  readonly images: readonly string[];
  /** What it takes from elsewhere, or names in a way that only the builder can follow. */
  readonly unseen: readonly UnseenSource[];
}

export interface UnseenSource {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly kind: 'remote' | 'unknown';
}

/** Reads a Dockerfile with the build arguments of this build. Never throws: what is wrong in it the builder says. */
export function readDockerfile(
  text: string,
  buildArgs: ReadonlyMap<string, string>,
  contexts: ReadonlySet<string>,
): DockerfileFacts {
  const file = DockerfileParser.parse(text);
  const stages: string[] = [];
  const images: string[] = [];
  const unseen: UnseenSource[] = [];
  const values = globalValues(file, buildArgs);
  const take = (word: string, instruction: Instruction): void => {
    const name = unquoted(word);
    if (isOwn(name, stages, contexts)) return;
    const image = filledIn(name, values);
    if (image === undefined) unseen.push(seenAt(instruction, name, 'unknown'));
    else if (!isOwn(image, stages, contexts) && !images.includes(image)) images.push(image);
  };
  const syntax = file.getDirectives().find((directive) => directive.getName().toLowerCase() === 'syntax');
  if (syntax !== undefined) images.push(syntax.getValue());
  for (const instruction of file.getInstructions()) {
    const keyword = instruction.getKeyword().toUpperCase();
    if (keyword === 'FROM') {
      const [image = '', as, name] = wordsOf(instruction);
      take(image, instruction);
      stages.push(as?.toUpperCase() === 'AS' && name !== undefined ? name : String(stages.length));
    }
    for (const source of imagesOf(instruction)) take(source, instruction);
    if (keyword === 'ADD') {
      for (const source of remotesOf(instruction)) {
        unseen.push(seenAt(instruction, source, source.startsWith('$') ? 'unknown' : 'remote'));
      }
    }
  }
  return { stages, images, unseen };
}

/** Whether a stage of that name or number is in the file; names are compared without case. */
export function hasStage({ stages }: DockerfileFacts, target: string): boolean {
  return stages.some((name, index) => name.toLowerCase() === target.toLowerCase() || String(index) === target);
}

/** `COPY --from=IMAGE` and `RUN --mount=…,from=IMAGE`. */
function imagesOf(instruction: Instruction): readonly string[] {
  if (!(instruction instanceof ModifiableInstruction)) return [];
  return instruction.getFlags().flatMap((flag) => {
    const from = flag.getName() === 'from' ? flag.getValue() : flag.getOption('from')?.getValue();
    return from ?? [];
  });
}

const wordsOf = (instruction: Instruction): readonly string[] =>
  (instruction.getArgumentsContent() ?? '').replace(/\\\r?\n\s*/g, ' ').trim().split(/\s+/);

const unquoted = (word: string): string => /^(["'])(.*)\1$/.exec(word)?.[2] ?? word;

/** Sources of an ADD that are URLs, or variables of which one may be made: the last word is where they go. */
function remotesOf(instruction: Instruction): readonly string[] {
  const words = wordsOf(instruction).map((word) => unquoted(word.replace(/^\[|[,\]]+$/g, '')));
  return words.slice(0, -1).filter((word) => /^(?:(?:https?|git|ssh):\/\/|git@|\$)/.test(word));
}

/** Nothing at all, a stage before, a number of one, or a further context. */
const isOwn = (name: string, stages: readonly string[], contexts: ReadonlySet<string>): boolean =>
  name === '' ||
  name === 'scratch' ||
  contexts.has(name) ||
  (/^\d+$/.test(name) && Number(name) < stages.length) ||
  stages.some((stage) => stage.toLowerCase() === name.toLowerCase());

const seenAt = (instruction: Instruction, text: string, kind: UnseenSource['kind']): UnseenSource => ({
  line: instruction.getRange().start.line + 1,
  text,
  kind,
});

/** The arguments before the first FROM: they alone count in one. A value of the build overrules the default. */
function globalValues(file: Dockerfile, buildArgs: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const arg of file.getInitialARGs()) {
    for (const property of arg.getProperties()) {
      const name = property.getName();
      const value = buildArgs.get(name) ?? filledIn(property.getValue() ?? '', values);
      if (value !== undefined) values.set(name, value);
    }
  }
  return values;
}

const VARIABLE = /\$(?:(\w+)|\{(\w+)(?::?([-+])([^}]*))?\})/g;

/** `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`; undefined where a name has no value. */
function filledIn(text: string, values: ReadonlyMap<string, string>): string | undefined {
  const missing: string[] = [];
  const result = text.replace(VARIABLE, (whole: string, ...groups: (string | undefined)[]) => {
    const [plain, braced, sign, other = ''] = groups;
    const value = values.get(plain ?? braced ?? '') || undefined;
    if (sign === '-') return value ?? other;
    if (sign === '+') return value === undefined ? '' : other;
    if (value === undefined) missing.push(whole);
    return value ?? '';
  });
  return missing.length > 0 || result.includes('$') ? undefined : result;
}
