import type { Location } from './problem.ts';

/** A value of a file that knows where it stands: what JSON, JSONC and YAML have in common. */
export type DocumentNode = ObjectNode | ListNode | TextNode | NumberNode | BooleanNode | NullNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly at: Location;
  /** In the order of the file; no key comes twice. */
  readonly members: readonly ObjectMember[];
}

export interface ObjectMember {
  readonly key: string;
  readonly keyAt: Location;
  readonly value: DocumentNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly at: Location;
  readonly items: readonly DocumentNode[];
}

export interface TextNode {
  readonly kind: 'text';
  readonly at: Location;
  readonly value: string;
  /** The file had nothing here but one placeholder: its value may stand for a number or a boolean. */
  readonly placeholder?: true;
}

export interface NumberNode {
  readonly kind: 'number';
  readonly at: Location;
  readonly value: number;
  /** As the file spells it: `0.0`, or digits that a double cannot hold. */
  readonly source: string;
}

export interface BooleanNode {
  readonly kind: 'boolean';
  readonly at: Location;
  readonly value: boolean;
}

export interface NullNode {
  readonly kind: 'null';
  readonly at: Location;
}

/** The steps from the top of a document to a place in it: keys and positions in lists, from 0. */
export type Path = readonly (string | number)[];

/** The value of a key, or undefined. Only what the file says: nothing is inherited. */
export function valueOf(node: ObjectNode, key: string): DocumentNode | undefined {
  return node.members.find((member) => member.key === key)?.value;
}

/** Where a path leads; where it ends before its last step, the place of the nearest parent that exists. */
export function locate(node: DocumentNode, path: Path): Location {
  const [step, ...rest] = path;
  if (step === undefined) return node.at;
  const next = child(node, step);
  return next === undefined ? node.at : locate(next, rest);
}

function child(node: DocumentNode, step: string | number): DocumentNode | undefined {
  if (node.kind === 'object' && typeof step === 'string') return valueOf(node, step);
  if (node.kind === 'list' && typeof step === 'number') return node.items[step];
  return undefined;
}

/** A path as a reader writes it: `containerDefinitions[0].image`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
