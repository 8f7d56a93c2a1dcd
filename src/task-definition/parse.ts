import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import {
  type DocumentNode,
  locate,
  type ObjectMember,
  type ObjectNode,
  type Path,
  pathText,
  valueOf,
} from '../inputs/document.ts';
import { type Location, type Parsed, parsed, type Problem, refused } from '../inputs/problem.ts';
import { isTaskDefinition } from './conform.ts';
import { describedOnly, rootShape } from './members.ts';
import { readShape, type ReadResult } from './read.ts';
import { validate } from './validate.ts';

/** A task definition as a file gives it: what is sent to RegisterTaskDefinition, and where each part stands. */
export interface TaskDefinitionFile {
  readonly definition: RegisterTaskDefinitionCommandInput;
  /** What was left out on purpose: to be shown, not to fail. */
  readonly notices: readonly Problem[];
  /** Where a part of the definition stands in the file; the nearest parent's place for a part that is not there. */
  readonly locate: (path: Path) => Location;
}

/**
 * Turns a document into the input of RegisterTaskDefinition, with every member it has. All problems come
 * together, each with its place: unknown members, wrong types and values, missing members, and what AWS
 * would refuse. An answer of DescribeTaskDefinition is accepted; what only AWS can say is left out of it.
 * Members that are still to be given from elsewhere (`later`) are not missed.
 */
export function parseTaskDefinition(
  document: DocumentNode,
  later: readonly Path[] = [],
): Parsed<TaskDefinitionFile> {
  if (document.kind !== 'object') return refused(notAnObject(document));
  const { node, problems, notices } = unwrap(document);
  const read = readShape(node, rootShape);
  const all = [...problems, ...read.problems, ...findings(node, read, later)].sort(byPlace);
  if (all.length > 0 || !isTaskDefinition(read.value)) return refused(...all);
  return parsed({
    definition: read.value,
    notices: [...notices, ...nullNotice(read)],
    locate: (path) => locate(node, path),
  });
}

interface Unwrapped {
  readonly node: ObjectNode;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** Takes the definition out of an AWS answer, and out of it what registering does not take. */
function unwrap(document: ObjectNode): Unwrapped {
  const inner = valueOf(document, 'taskDefinition');
  if (inner?.kind !== 'object') {
    const bare = withoutDescribed(document);
    return bare.notices.length === 0 ? bare : withoutEmptyTags(bare);
  }
  const others = document.members.filter(({ key }) => key !== 'taskDefinition');
  const tags = others.filter(({ key }) => key === 'tags');
  const problems = others.filter(({ key }) => key !== 'tags').map(besideTaskDefinition);
  const stripped = withoutDescribed({
    ...inner,
    members: [...inner.members.filter(isNoTags(tags)), ...tags],
  });
  return { ...withoutEmptyTags(stripped), problems };
}

function isNoTags(outer: readonly ObjectMember[]): (member: ObjectMember) => boolean {
  return ({ key }) => outer.length === 0 || key !== 'tags';
}

function besideTaskDefinition({ key, keyAt }: ObjectMember): Problem {
  return {
    message: `${key} stands beside taskDefinition, where only tags can stand.`,
    remedy: 'Move it into taskDefinition, or remove it.',
    location: keyAt,
  };
}

function withoutDescribed(node: ObjectNode): Unwrapped {
  const described = node.members.filter(({ key }) => describedOnly.includes(key));
  const [first] = described;
  if (first === undefined) return { node, problems: [], notices: [] };
  const names = described.map(({ key }) => key).join(', ');
  return {
    node: { ...node, members: node.members.filter(({ key }) => !describedOnly.includes(key)) },
    problems: [],
    notices: [
      {
        message: `Left out what only AWS says about a revision: ${names}.`,
        remedy: 'Remove these members from the file.',
        location: first.keyAt,
      },
    ],
  };
}

/** `Tags can not be empty.`, though DescribeTaskDefinition answers an empty list: in a file that somebody wrote it is a mistake. */
function withoutEmptyTags({ node, problems, notices }: Unwrapped): Unwrapped {
  const empty = node.members.find(
    ({ key, value }) => key === 'tags' && value.kind === 'list' && value.items.length === 0,
  );
  if (empty === undefined) return { node, problems, notices };
  const notice = {
    message: 'Left out tags, which is an empty list: AWS refuses one.',
    remedy: 'Remove tags from the file.',
    location: empty.keyAt,
  };
  return {
    node: { ...node, members: node.members.filter((member) => member !== empty) },
    problems,
    notices: [...notices, notice],
  };
}

/** What AWS's rules find, but for what is missing only because it could not be read. */
function findings(
  node: ObjectNode,
  { value, reported }: ReadResult,
  later: readonly Path[],
): readonly Problem[] {
  if (!isTaskDefinition(value)) return [];
  const unread = [...reported, ...later].map(pathText);
  const isUnread = (path: Path): boolean => unread.some((one) => startsWith(pathText(path), one));
  return validate(value)
    .filter(({ path, needs = [] }) => !isUnread(path) && !needs.some(isUnread))
    .map(({ message, remedy, path }) => ({ message, remedy, location: locate(node, path) }));
}

function startsWith(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}

function nullNotice({ nulls }: ReadResult): readonly Problem[] {
  const [first] = nulls;
  if (first === undefined) return [];
  return [
    {
      message: `Left out what is null: ${nulls.map(({ path }) => pathText(path)).join(', ')}.`,
      remedy: 'Remove these members from the file.',
      location: first.at,
    },
  ];
}

function notAnObject({ at }: DocumentNode): Problem {
  return {
    message: 'A task definition is an object.',
    remedy: 'Begin with family and containerDefinitions.',
    location: at,
  };
}

function byPlace(a: Problem, b: Problem): number {
  return (
    (a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.location?.column ?? 0) - (b.location?.column ?? 0)
  );
}
