import { nearest } from '../../inputs/nearest.ts';
import { type Parsed, type Problem, parsed, refused } from '../../inputs/problem.ts';

/** The grammar of a tag, as the registry's distribution specification has it. */
export const TAG = /^\w[\w.-]{0,127}$/;

/** How tags begin under which layers are kept. */
export const CACHE_TAG = 'buildcache';

/** What a template of a tag can name, in the order of the documentation. */
export const TAG_FIELDS = ['sha', 'short-sha', 'branch', 'pr', 'tag', 'run-id', 'input-digest'] as const;
export type TagField = (typeof TAG_FIELDS)[number];

/** The values of one run; a field that it does not have is undefined. */
export type TagValues = Readonly<Record<TagField, string | undefined>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The fields of a run from the variables of the runner. The input digest is known later. As in docker/metadata-action a
 * pull request has no branch: the tag of a branch must not come to an image of what is not merged.
 */
export function runFields(environment: Environment): TagValues {
  const ref = environment['GITHUB_REF'] ?? '';
  const behind = (prefix: string): string | undefined =>
    ref.startsWith(prefix) ? ref.slice(prefix.length) || undefined : undefined;
  const sha = environment['GITHUB_SHA'] || undefined;
  const branch = behind('refs/heads/');
  const tag = behind('refs/tags/');
  return {
    sha,
    'short-sha': sha?.slice(0, 7),
    branch: branch === undefined ? undefined : inGrammar(branch),
    pr: /^refs\/pull\/(\d+)\//.exec(ref)?.[1],
    tag: tag === undefined ? undefined : inGrammar(tag),
    'run-id': environment['GITHUB_RUN_ID'] || undefined,
    'input-digest': undefined,
  };
}

/** A branch may have characters that no tag has: each row of them becomes one hyphen, as in docker/metadata-action. */
const inGrammar = (name: string): string => name.replace(/[^A-Za-z0-9._-]+/g, '-');

/** A template cut into texts and fields. */
export type TagTemplate = readonly (
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'field'; readonly field: TagField }
)[];

/** Reads `v1-{{short-sha}}`; spaces inside the braces mean nothing. */
export function parseTemplate(text: string): Parsed<TagTemplate> {
  const problems: Problem[] = [];
  const template = text.split(/(\{\{[^{}]*\}\})/).flatMap((piece): TagTemplate => {
    const name = /^\{\{(.*)\}\}$/s.exec(piece)?.[1]?.trim();
    if (name === undefined) return piece === '' ? [] : [{ kind: 'text', text: piece }];
    const field = TAG_FIELDS.find((known) => known === name);
    if (field !== undefined) return [{ kind: 'field', field }];
    problems.push(unknownField(name, text));
    return [];
  });
  const literal = template.map((piece) => (piece.kind === 'text' ? piece.text : 'x')).join('');
  if (problems.length === 0 && !TAG.test(literal)) problems.push(noTag(text));
  if (text.startsWith(`${CACHE_TAG}-`)) problems.push(ofCache(text));
  return problems.length > 0 ? refused(...problems) : parsed(template);
}

const unknownField = (name: string, text: string): Problem => {
  const known = nearest(name, TAG_FIELDS);
  return {
    message: `The tag ${JSON.stringify(text)} names {{${name}}}, which does not exist.`,
    remedy: known === undefined ? `There are ${TAG_FIELDS.join(', ')}.` : `Did you mean {{${known}}}?`,
    input: 'tags',
  };
};

const noTag = (text: string): Problem => ({
  message: `${JSON.stringify(text.slice(0, 200))} is not a tag.`,
  remedy:
    'A tag has up to 128 letters, digits, dots, hyphens and underscores, and does not begin with a dot or hyphen; registry and repository are not part of it.',
  input: 'tags',
});

const ofCache = (text: string): Problem => ({
  message: `The tag ${JSON.stringify(text.slice(0, 200))} is one under which layers are kept.`,
  remedy: `Choose one that does not begin with ${CACHE_TAG}-.`,
  input: 'tags',
});

/** A tag, or the fields this run lacks for it, or what is longer than a tag can be. */
export type Rendered =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'too-long'; readonly text: string }
  | { readonly kind: 'left-out'; readonly missing: readonly TagField[] };

/** Fills a template in. What is too long is not cut: another commit could come to the same tag. */
export function renderTag(template: TagTemplate, values: TagValues): Rendered {
  const missing = fieldsOf(template).filter((field) => values[field] === undefined);
  if (missing.length > 0) return { kind: 'left-out', missing };
  const text = template
    .map((piece) => (piece.kind === 'text' ? piece.text : (values[piece.field] ?? '')))
    .join('');
  const tag = text.replace(/^[.-]+/, '');
  if (tag.length > LONGEST) return { kind: 'too-long', text: tag };
  // A branch can be called `-`, of which no tag remains.
  return tag === '' ? { kind: 'left-out', missing: fieldsOf(template) } : { kind: 'tag', tag };
}

/** Of an image. */
export const tooLong = (image: string, text: string): Problem => ({
  message: `Image ${image}: the tag ${text} has ${text.length} characters, and a tag can have ${LONGEST}.`,
  remedy: 'Put {{short-sha}} or {{pr}} where {{branch}} or {{tag}} stands.',
  input: 'tags',
});

const fieldsOf = (template: TagTemplate): readonly TagField[] =>
  template.flatMap((piece) => (piece.kind === 'field' ? [piece.field] : []));

const LONGEST = 128;
