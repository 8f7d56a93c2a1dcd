import { readFile, readlink, realpath, stat } from 'node:fs/promises';
import { arch } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';
import { hasStage, readDockerfile, type UnseenSource } from '../dockerfile/facts.ts';
import type { BuildOptions, ImageSpec } from '../image.ts';
import { sshProblems } from '../ssh/describe.ts';
import { canonicalText, type ContextContent } from './canonical.ts';
import { hexOf } from './hex.ts';
import { type IgnoreRule, parseIgnore } from './ignore.ts';
import { type LoadedTree, loadTree } from './load.ts';
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
    ...(await sshProblems(image.ssh, workspace, environment)),
    ...(noContext.length > 0 && image.file === undefined ? [] : await fileProblems(place)),
  ];
  if (problems.length > 0) return refused(...problems);
  const bytes = await readFile(dockerfile);
  const facts = readDockerfile(bytes.toString('utf8'), image.buildArgs, new Set(image.buildContexts.keys()));
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
    context: treeContent(tree),
    dockerfile: await hexOf(bytes),
    builderPlatform: environment['DOCKER_DEFAULT_PLATFORM'] || arch(),
    sourceDateEpoch: environment['SOURCE_DATE_EPOCH'],
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
      ...facts.unseen.map((source) => sentenceOf(source, nameOf(place, dockerfile))),
    ],
    dockerfile,
    context,
  });
}

function sentenceOf({ line, text, kind }: UnseenSource, file: string): string {
  switch (kind) {
    case 'remote':
      return `${file}:${line} takes ${text}, which is fetched when it is built: its changes are not seen.`;
    case 'unknown':
      return `${file}:${line} takes ${text}, which only the builder can name: its changes are not seen.`;
    case 'frontend':
      return `${file}:${line} has it read by ${text}, which is none of Docker's frontends: of what that takes, only the context is sure to be seen.`;
  }
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
  if (found?.isFile() === true) return (await leaves(dirname(dockerfile), dockerfile)) ? [leads(place, dockerfile)] : [];
  return [
    {
      message: `The Dockerfile ${name} ${found === undefined ? 'does not exist' : 'is no file'}.`,
      remedy: 'Name it with the input file, relative to the checkout.',
      input: 'file',
    },
  ];
}

/** Whether a link leads out of the folder that the builder is given, or is absolute: it does not follow such a one. */
async function leaves(folder: string, path: string): Promise<boolean> {
  const target = await readlink(path).catch(() => '');
  return isAbsolute(target) || !isInside(await realpath(folder), await realpath(path));
}

const leads = (place: Place, path: string): Problem => ({
  message: `${nameOf(place, path)} is a link that leads out of its folder, or is absolute, which the builder does not follow.`,
  remedy: 'Put a copy of the file in its place; a Dockerfile can also be named by the input file where it really is.',
  location: { file: nameOf(place, path) },
});

async function secretProblems(
  { image, workspace }: Place,
  environment: SourceContext['environment'],
): Promise<readonly Problem[]> {
  const problems = await Promise.all(
    image.secrets.map(async (secret): Promise<readonly Problem[]> => {
      if (secret.from === 'env') {
        const value = environment[secret.variable];
        if (value === undefined) return [missingSecret(secret.id, `the variable ${secret.variable} is not set`)];
        // What GitHub puts where a secret does not exist, or the run may not have it.
        return value === '' ? [missingSecret(secret.id, `the variable ${secret.variable} is empty`)] : [];
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
    if (await leaves(dirname(path), path)) return refused(leads(place, path));
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
  if (/^(?:target|input):/.test(source)) return refused(notOurs(name));
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

const notOurs = (name: string): Problem => ({
  message: `The build context ${name} is another target of a bake file, which there is none of here.`,
  remedy: 'Make it a stage of the same Dockerfile, or build that image in a step before and name it by docker-image://.',
  input: 'build-contexts',
});

const IS_ELSEWHERE = /^(?:[a-z][a-z+-]*:\/\/|git@)/;

async function contentOf(context: FurtherContext, signal: AbortSignal): Promise<ContextContent> {
  switch (context.kind) {
    case 'named':
      return context;
    case 'layout': {
      const { id } = await loadTree(context.path, [], signal);
      return { kind: 'layout', id, text: context.text };
    }
    case 'folder': {
      return treeContent(await loadTree(context.path, context.rules, signal));
    }
  }
}

const treeContent = ({ id, emptyFolders, permissions }: LoadedTree): ContextContent => ({
  kind: 'tree',
  id,
  emptyFolders,
  permissions,
});

const imageIn = (source: string): readonly string[] => {
  const [, image] = /^docker-image:\/\/(.+)$/.exec(source) ?? [];
  return image === undefined ? [] : [image];
};
