import { readFile, readlink, realpath, stat } from 'node:fs/promises';
import { arch } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';
import { hasStage, readDockerfile } from '../dockerfile.ts';
import type { BuildOptions, ImageSpec } from '../image.ts';
import { canonicalText, type ContextContent } from './canonical.ts';
import { hexOf } from './hex.ts';
import { type IgnoreRule, parseIgnore } from './ignore.ts';
import { loadTree } from './load.ts';
import type { Source } from './source.ts';

export interface SourceContext {
  readonly options: BuildOptions;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The checkout, absolute. */
  readonly workspace: string;
  readonly signal: AbortSignal;
}

/** Reads all that the checkout decides of an image; every problem of its files at once. Changes nothing. */
export async function describeSource(
  image: ImageSpec,
  { options, environment, workspace, signal }: SourceContext,
): Promise<Parsed<Source>> {
  const context = resolve(workspace, image.context);
  const dockerfile =
    image.file === undefined ? join(context, 'Dockerfile') : resolve(workspace, image.file);
  const place: Place = { image, context, dockerfile, workspace };
  const noContext = await contextProblems(place);
  const problems = [
    ...noContext,
    ...(await secretProblems(place, environment)),
    ...(noContext.length > 0 && image.file === undefined ? [] : await fileProblems(place)),
  ];
  if (problems.length > 0) return refused(...problems);
  const text = await readFile(dockerfile, 'utf8');
  const facts = readDockerfile(text, image.buildArgs, new Set(image.buildContexts.keys()));
  // The rules for a Dockerfile of its own, if there are such, come before those of the context.
  const ignore = await loadIgnore([`${dockerfile}.dockerignore`, join(context, '.dockerignore')], place);
  const contexts = await Promise.all(
    [...image.buildContexts].map(async ([name, source]) => [name, await furtherContext(name, source, place)] as const),
  );
  const wrong = [
    ...(image.target === undefined || hasStage(facts, image.target) ? [] : [noStage(place, facts.stages)]),
    ...(ignore.ok ? [] : ignore.problems),
    ...contexts.flatMap(([, further]) => (further.ok ? [] : further.problems)),
  ];
  if (wrong.length > 0 || !ignore.ok) return refused(...wrong);
  const tree = await loadTree(context, ignore.value, signal);
  const contents = await Promise.all(
    contexts.flatMap(([name, further]) =>
      further.ok ? [contentOf(further.value, signal).then((content) => [name, content] as const)] : [],
    ),
  );
  const content = canonicalText(image, options, {
    context: { kind: 'tree', id: tree.id, emptyFolders: tree.emptyFolders },
    dockerfile: await hexOf(text),
    builderPlatform: environment['DOCKER_DEFAULT_PLATFORM'] || arch(),
    buildContexts: new Map(contents),
  });
  const named = facts.images.concat([...image.buildContexts.values()].flatMap(imageIn));
  return parsed({
    digest: await hexOf(content),
    bases: [...new Set(named)].filter((name) => !name.includes('@sha256:')).sort(),
    files: tree.files,
    bytes: tree.bytes,
    unseen: [
      ...(tree.hasGitFolder ? [GIT_IS_SENT] : []),
      ...[...image.buildContexts].flatMap(([name, source]) => (IS_FETCHED.test(source) ? [fetchedContext(name)] : [])),
      ...facts.unseen.map(
        ({ line, text: what, kind }) =>
          `${nameOf(place, dockerfile)}:${line} takes ${what}, ${kind === 'remote' ? 'which is fetched when it is built' : 'which only the builder can name'}: its changes are not seen.`,
      ),
    ],
    dockerfile,
    context,
  });
}

const GIT_IS_SENT =
  'The folder .git is sent to the builder, and is no part of the input digest: name it in .dockerignore.';

const IS_FETCHED = /^(?:(?:https?|git|ssh):\/\/|git@)/;

// Its URL may hold a token.
const fetchedContext = (name: string): string =>
  `The build context ${name} is fetched when it is built: its changes are not seen.`;

interface Place {
  readonly image: ImageSpec;
  readonly context: string;
  readonly dockerfile: string;
  readonly workspace: string;
}

/** A path as annotations want it: relative to the checkout. */
const nameOf = ({ workspace }: Place, path: string): string => relative(workspace, path) || '.';

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
};

async function contextProblems({ image, context }: Place): Promise<readonly Problem[]> {
  const found = await stat(context).catch(() => undefined);
  if (found?.isDirectory() === true) return [];
  const isUrl = /^(?:[a-z+]+:\/\/|git@)/.test(image.context);
  return [
    {
      message: `The context ${image.context} ${isUrl ? 'is a URL' : found === undefined ? 'does not exist' : 'is no folder'}.`,
      remedy: isUrl
        ? 'Check the repository out in a step before, and name its folder.'
        : 'Name a folder of the checkout, and check that a step checked the repository out.',
      input: 'context',
    },
  ];
}

async function fileProblems(place: Place): Promise<readonly Problem[]> {
  const { context, dockerfile, workspace } = place;
  const name = nameOf(place, dockerfile);
  if (!isInside(workspace, dockerfile) && !isInside(context, dockerfile)) {
    return [
      {
        message: `The Dockerfile ${name} lies outside of context and checkout.`,
        remedy: 'Name a file of the checkout.',
        input: 'file',
      },
    ];
  }
  const found = await stat(dockerfile).catch(() => undefined);
  if (found?.isFile() === true) return (await isFollowed(dockerfile)) ? [] : [notFollowed(name)];
  return [
    {
      message: `The Dockerfile ${name} ${found === undefined ? 'does not exist' : 'is no file'}.`,
      remedy: 'Name it with the input file, relative to the checkout.',
      input: 'file',
    },
  ];
}

/** The builder is sent the folder of the Dockerfile, and follows links in there alone, from link to link. */
async function isFollowed(path: string): Promise<boolean> {
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined) return true;
  const folder = await realpath(dirname(path));
  return !isAbsolute(target) && isInside(folder, await realpath(path));
}

const notFollowed = (name: string): Problem => ({
  message: `The Dockerfile ${name} is a link that the builder cannot follow: it leads out of its folder, or is absolute.`,
  remedy: 'Name the file that it leads to with the input file.',
  input: 'file',
});

async function secretProblems(
  { image, workspace }: Place,
  environment: SourceContext['environment'],
): Promise<readonly Problem[]> {
  const problems = await Promise.all(
    image.secrets.map(async (secret): Promise<readonly Problem[]> => {
      if (secret.from === 'env') {
        if (environment[secret.variable] !== undefined) return [];
        return [missingSecret(secret.id, `the variable ${secret.variable} is not set`)];
      }
      const found = await stat(resolve(workspace, secret.path)).catch(() => undefined);
      return found?.isFile() === true ? [] : [missingSecret(secret.id, `there is no file ${secret.path}`)];
    }),
  );
  return problems.flat();
}

const missingSecret = (id: string, why: string): Problem => ({
  message: `The build secret ${id} cannot be read: ${why}.`,
  remedy: 'Set it under env of this step, or name a file that an earlier step wrote.',
  input: 'secrets',
});

const noStage = (place: Place, stages: readonly string[]): Problem => ({
  message: `${nameOf(place, place.dockerfile)} has no stage ${place.image.target ?? ''}.`,
  remedy: `Its stages are ${stages.join(', ') || 'none'}.`,
  input: 'target',
  location: { file: nameOf(place, place.dockerfile) },
});

/** The rules of the first of these files that is there. */
async function loadIgnore(paths: readonly string[], place: Place): Promise<Parsed<readonly IgnoreRule[]>> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const { rules, problems } = parseIgnore(text);
    if (problems.length === 0) return parsed(rules);
    return refused(
      ...problems.map(({ line, text: pattern }) => ({
        message: `${JSON.stringify(pattern)} is no pattern.`,
        remedy: 'Close its bracket, and write neither an exclamation mark alone nor a backslash at the end.',
        location: { file: nameOf(place, path), line },
      })),
    );
  }
  return parsed([]);
}

/** A further context: a folder with the rules of its own .dockerignore, or what is no folder of this machine. */
type FurtherContext =
  | { readonly kind: 'folder'; readonly path: string; readonly rules: readonly IgnoreRule[] }
  | { readonly kind: 'layout'; readonly path: string; readonly text: string }
  | { readonly kind: 'named'; readonly text: string };

async function furtherContext(name: string, source: string, place: Place): Promise<Parsed<FurtherContext>> {
  const layout = /^oci-layout:\/\/([^:@]*)/.exec(source)?.[1];
  if (layout === undefined && IS_ELSEWHERE.test(source)) return parsed({ kind: 'named', text: source });
  const path = resolve(place.workspace, layout ?? source);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    return refused({
      message: `The build context ${name} ${found === undefined ? 'does not exist' : 'is no folder'}: ${source}.`,
      remedy: 'Name a folder of the checkout, docker-image://IMAGE, oci-layout://FOLDER, or a URL.',
      input: 'build-contexts',
    });
  }
  if (layout !== undefined) return parsed({ kind: 'layout', path, text: source });
  const rules = await loadIgnore([join(path, '.dockerignore')], place);
  return rules.ok ? parsed({ kind: 'folder', path, rules: rules.value }) : rules;
}

const IS_ELSEWHERE = /^(?:[a-z][a-z+-]*:\/\/|git@|target:|input:)/;

async function contentOf(context: FurtherContext, signal: AbortSignal): Promise<ContextContent> {
  switch (context.kind) {
    case 'named':
      return context;
    case 'layout': {
      const { id } = await loadTree(context.path, [], signal);
      return { kind: 'layout', id, text: context.text };
    }
    case 'folder': {
      const { id, emptyFolders } = await loadTree(context.path, context.rules, signal);
      return { kind: 'tree', id, emptyFolders };
    }
  }
}

const imageIn = (source: string): readonly string[] => {
  const [, image] = /^docker-image:\/\/(.+)$/.exec(source) ?? [];
  return image === undefined ? [] : [image];
};
