import type { DocumentNode, ObjectMember, ObjectNode, TextNode } from '../inputs/document.ts';
import { nearest } from '../inputs/nearest.ts';
import { type Location, type Parsed, parsed, type Problem, refused } from '../inputs/problem.ts';
import { type Piece, piecesOf } from './placeholder.ts';

/**
 * Puts values where a file's texts have placeholders: `${{ name }}` by the name, `<IMAGE1_NAME>` by
 * `IMAGE1_NAME` or else `image`, `<TASK_DEFINITION>` by `TASK_DEFINITION` (without a value it stays).
 * What is put in is never read again for placeholders, so a value can also bring in a literal `${{`.
 * Names without a value, malformed placeholders, and placeholders in keys are problems, all at once.
 */
export function interpolate(document: ObjectNode, values: ReadonlyMap<string, string>): Parsed<ObjectNode> {
  const problems: Problem[] = [];
  const node = interpolateObject(document, { values, problems });
  return problems.length > 0 ? refused(...problems) : parsed(node);
}

/**
 * Interpolates and parses. Where a placeholder has no value the rest of the document is parsed all the
 * same, so that all its problems come at once; of texts with placeholders only their own are said.
 */
export function parseInterpolated<T>(
  document: ObjectNode,
  values: ReadonlyMap<string, string>,
  parse: (resolved: ObjectNode) => Parsed<T>,
): Parsed<T> {
  const resolved = interpolate(document, values);
  if (resolved.ok) return parse(resolved.value);
  const unknown = new Set(placesIn(document).map(placeKey));
  const rest = parse(document);
  const others = rest.ok
    ? []
    : rest.problems.filter(({ location }) => location !== undefined && !unknown.has(placeKey(location)));
  return refused(...resolved.problems, ...others);
}

const placeKey = ({ line = 0, column = 0 }: Location): string => `${line}:${column}`;

/** Where texts with placeholders stand. */
function placesIn(document: DocumentNode): readonly Location[] {
  switch (document.kind) {
    case 'object':
      return document.members.flatMap(({ value }) => placesIn(value));
    case 'list':
      return document.items.flatMap(placesIn);
    case 'text':
      return piecesOf(document.value).some(({ kind }) => kind !== 'text') ? [document.at] : [];
    case 'number':
    case 'boolean':
    case 'null':
      return [];
  }
}

/** The names of all placeholders that a document has. */
export function placeholdersIn(document: DocumentNode): ReadonlySet<string> {
  switch (document.kind) {
    case 'object':
      return new Set(document.members.flatMap(({ value }) => [...placeholdersIn(value)]));
    case 'list':
      return new Set(document.items.flatMap((item) => [...placeholdersIn(item)]));
    case 'text':
      return new Set(
        piecesOf(document.value).flatMap((piece) => (piece.kind === 'placeholder' ? [piece.name] : [])),
      );
    case 'number':
    case 'boolean':
    case 'null':
      return new Set();
  }
}

interface Work {
  readonly values: ReadonlyMap<string, string>;
  readonly problems: Problem[];
}

function interpolateObject(node: ObjectNode, work: Work): ObjectNode {
  return {
    ...node,
    members: node.members.map((member) => {
      checkKey(member, work);
      return { ...member, value: interpolateNode(member.value, work) };
    }),
  };
}

function interpolateNode(node: DocumentNode, work: Work): DocumentNode {
  switch (node.kind) {
    case 'object':
      return interpolateObject(node, work);
    case 'list':
      return { ...node, items: node.items.map((item) => interpolateNode(item, work)) };
    case 'text':
      return interpolateText(node, work);
    case 'number':
    case 'boolean':
    case 'null':
      return node;
  }
}

function interpolateText(node: TextNode, work: Work): TextNode {
  const pieces = piecesOf(node.value);
  const [only, ...others] = pieces;
  if (only === undefined || (only.kind === 'text' && others.length === 0)) return node;
  const value = pieces.map((piece) => fill(piece, node.at, work)).join('');
  const isOnePlaceholder = only.kind === 'placeholder' && others.length === 0;
  return { kind: 'text', at: node.at, value, ...(isOnePlaceholder && { placeholder: true }) };
}

function fill(piece: Piece, location: Location, { values, problems }: Work): string {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'malformed') {
    problems.push(malformed(piece.why, location));
    return '';
  }
  const value = values.get(piece.name) ?? (piece.name === 'IMAGE1_NAME' ? values.get('image') : undefined);
  if (value !== undefined) return value;
  if (piece.name !== 'TASK_DEFINITION')
    problems.push(unresolved(piece.name, { location, known: [...values.keys()] }));
  return piece.text;
}

function checkKey({ key, keyAt }: ObjectMember, { problems }: Work): void {
  if (piecesOf(key).every(({ kind }) => kind === 'text')) return;
  problems.push({
    message: 'A placeholder stands in the name of a member.',
    remedy: 'Write the name itself: only values can have placeholders.',
    location: keyAt,
  });
}

function malformed(why: string, location: Location): Problem {
  return {
    message: `A placeholder is malformed: ${why}.`,
    remedy: 'Write it as ${{ name }}.',
    location,
  };
}

interface Unresolved {
  readonly location: Location;
  readonly known: readonly string[];
}

function unresolved(name: string, { location, known }: Unresolved): Problem {
  const meant = nearest(name, known);
  const names = known.length === 0 ? 'none' : known.slice(0, 30).join(', ');
  return {
    message: `No value is given for the placeholder ${name}.`,
    remedy: `${advice(name)}${meant === undefined ? `Known names: ${names}.` : `Did you mean ${meant}?`}`,
    location,
  };
}

/** What people expect from workflows, and is not read from files on purpose: it would end in the revision. */
function advice(name: string): string {
  if (/^secrets\./i.test(name))
    return 'Secrets are not put into files: refer to them with the member secrets. ';
  if (/^(?:env|inputs)\./i.test(name))
    return 'Only the input vars gives values: pass it there and write vars.NAME. ';
  if (/^IMAGE\d_NAME$|^images?\b/.test(name)) return 'Give it with the input image or images. ';
  return '';
}
