import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { checkedMembers, deepest, tooDeep } from './members.ts';
import type { DocumentNode, ObjectMember } from './node.ts';
import type { Positions } from './position.ts';
import type { Location, Problem } from './problem.ts';

/** How many values a file may come to with its aliases written out: a small text can mean billions. */
export const mostNodes = 50_000;

/** Converts the library's tree, with aliases and merge keys written out. Lives for one document. */
export class YamlTree {
  readonly problems: Problem[] = [];
  readonly #positions: Positions;
  readonly #aliases: ReadonlyMap<Alias, unknown>;
  #count = 0;
  #ended = false;

  constructor(positions: Positions, aliases: ReadonlyMap<Alias, unknown>) {
    this.#positions = positions;
    this.#aliases = aliases;
  }

  /** Where a value cannot be converted null stands for it, and `problems` says why. */
  convert(node: unknown, depth = 0): DocumentNode {
    const at = this.#at(node);
    const nothing = { kind: 'null', at } as const;
    if (this.#ended || this.#refuses(node, { at, depth })) return nothing;
    if (isAlias(node)) return this.#alias(node, depth);
    if (isMap(node)) return { kind: 'object', at, members: this.#members(node, depth) };
    if (isSeq(node))
      return { kind: 'list', at, items: node.items.map((item) => this.convert(item, depth + 1)) };
    if (isScalar(node)) return this.#scalar(node, at);
    return nothing;
  }

  #refuses(node: unknown, { at, depth }: { readonly at: Location; readonly depth: number }): boolean {
    this.#count += 1;
    if (this.#count > mostNodes) return this.#end(tooMany(at));
    if (depth > deepest) return this.#end(tooDeep(at));
    const tag = isNode(node) ? node.tag : undefined;
    if (tag === undefined || knownTags.has(tag)) return false;
    this.problems.push({
      message: `The YAML tag ${tag} has no meaning here.`,
      remedy: 'Write the value without a tag.',
      location: at,
    });
    return true;
  }

  /** Some problems would repeat for ever: nothing is converted after them. */
  #end(problem: Problem): true {
    this.problems.push(problem);
    this.#ended = true;
    return true;
  }

  #alias(alias: Alias, depth: number): DocumentNode {
    const at = this.#at(alias);
    const target = this.#aliases.get(alias);
    if (target !== undefined) return this.convert(target, depth + 1);
    this.problems.push({
      message: `No anchor &${alias.source} stands before the alias *${alias.source}.`,
      remedy: 'Correct the name, or put a text that begins with * in quotes.',
      location: at,
    });
    return { kind: 'null', at };
  }

  #members(map: YAMLMap, depth: number): readonly ObjectMember[] {
    const own = map.items.filter((pair) => !isMerge(pair)).flatMap((pair) => this.#member(pair, depth));
    const members = checkedMembers(own, this.problems);
    const keys = new Set(members.map(({ key }) => key));
    for (const pair of map.items.filter(isMerge)) {
      for (const member of this.#merged(pair, depth)) {
        if (!keys.has(member.key)) members.push(member);
        keys.add(member.key);
      }
    }
    return members;
  }

  #member(pair: Pair, depth: number): ObjectMember[] {
    if (this.#ended) return [];
    const keyAt = this.#at(pair.key);
    const key = isAlias(pair.key) ? this.#aliases.get(pair.key) : pair.key;
    if (isScalar(key) && typeof key.value === 'string') {
      const value =
        pair.value === null ? { kind: 'null' as const, at: keyAt } : this.convert(pair.value, depth + 1);
      return [{ key: key.value, keyAt, value }];
    }
    this.problems.push({
      message: 'A key is not a text.',
      remedy:
        'Put numbers, true, false and null in quotes where they are keys; lists and objects cannot be keys.',
      location: keyAt,
    });
    return [];
  }

  /** The members that a merge key brings in: of one object, or of several where the first wins. */
  #merged(pair: Pair, depth: number): readonly ObjectMember[] {
    const source = this.convert(pair.value, depth + 1);
    const objects = source.kind === 'list' ? source.items : [source];
    return objects.flatMap((object) => {
      if (object.kind === 'object') return object.members;
      this.problems.push({
        message: 'The merge key << wants an object or a list of objects.',
        remedy: 'Give it an alias of an object, such as <<: *defaults.',
        location: this.#at(pair.key),
      });
      return [];
    });
  }

  #scalar({ value, source = '' }: Scalar, at: Location): DocumentNode {
    if (typeof value === 'string') return { kind: 'text', at, value };
    if (typeof value === 'boolean') return { kind: 'boolean', at, value };
    if (value === null) return { kind: 'null', at };
    if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', at, value, source };
    this.problems.push({
      message: 'The value is neither a text nor a number that JSON knows.',
      remedy: 'Put it in quotes where a text is meant.',
      location: at,
    });
    return { kind: 'null', at };
  }

  #at(node: unknown): Location {
    return this.#positions(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  }
}

const knownTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && (key.type ?? 'PLAIN') === 'PLAIN';
}

function tooMany(location: Location): Problem {
  return {
    message: `With its aliases written out the file has more than ${mostNodes} values.`,
    remedy: 'Remove aliases of objects that hold aliases themselves.',
    location,
  };
}
