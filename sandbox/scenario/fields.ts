import { isJsonObject, type Json } from '../wire/json.ts';

/** A place in a scenario file: the keys and indexes that lead to it. */
export type Path = readonly (string | number)[];

/** Takes note of a problem at a place. */
export type Report = (path: Path, message: string) => void;

/** Reads the members of one object by name; whatever nobody asked for is a problem. */
export interface Fields {
  readonly path: Path;
  text(name: string, fallback?: string): string;
  integer(name: string, fallback?: number): number;
  flag(name: string, fallback: boolean): boolean;
  choice<const T extends string>(name: string, choices: readonly T[], fallback: T): T;
  list<T>(name: string, read: (value: Json, path: Path) => T): T[];
  /** The members of an object of free names. */
  entries(name: string): readonly (readonly [string, Json])[];
  raw(name: string): Json | undefined;
}

/** Reads an object; reports what is no object, what is missing, of the wrong kind, or unknown. */
export function readObject<T>(
  { value, path, report }: { readonly value: Json | undefined; readonly path: Path; readonly report: Report },
  read: (fields: Fields) => T,
): T {
  const members = isJsonObject(value) ? value : {};
  if (!isJsonObject(value) && value !== undefined) report(path, 'This must be a mapping of keys to values.');
  const asked = new Set<string>();
  const result = read(fieldsOf({ members, path, report, asked }));
  for (const name of Object.keys(members)) {
    if (!asked.has(name)) {
      report([...path, name], `Unknown key '${name}'. Known here: ${[...asked].join(', ')}.`);
    }
  }
  return result;
}

function fieldsOf(from: {
  readonly members: Readonly<Record<string, Json | undefined>>;
  readonly path: Path;
  readonly report: Report;
  readonly asked: Set<string>;
}): Fields {
  const { members, path, report, asked } = from;
  const raw = (name: string) => {
    asked.add(name);
    return members[name] ?? undefined;
  };
  const wrong = (name: string, message: string) => report(name in members ? [...path, name] : path, message);
  return {
    path,
    raw,
    text: (name, fallback) => {
      const value = raw(name) ?? fallback;
      if (typeof value === 'string') return value;
      wrong(name, value === undefined ? `'${name}' is missing.` : `'${name}' must be text.`);
      return '';
    },
    integer: (name, fallback) => {
      const value = raw(name) ?? fallback;
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
      wrong(
        name,
        value === undefined ? `'${name}' is missing.` : `'${name}' must be a whole number, 0 or more.`,
      );
      return 0;
    },
    flag: (name, fallback) => {
      const value = raw(name) ?? fallback;
      if (typeof value === 'boolean') return value;
      wrong(name, `'${name}' must be true or false.`);
      return fallback;
    },
    choice: (name, choices, fallback) => {
      const value = raw(name) ?? fallback;
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined) wrong(name, `'${name}' must be one of ${choices.join(', ')}.`);
      return chosen ?? fallback;
    },
    list: (name, read) => {
      const value = raw(name) ?? [];
      if (!Array.isArray(value)) {
        wrong(name, `'${name}' must be a list.`);
        return [];
      }
      const items: readonly Json[] = value;
      return items.map((item, index) => read(item, [...path, name, index]));
    },
    entries: (name) => {
      const value = raw(name) ?? {};
      if (isJsonObject(value))
        return Object.entries(value).map(([key, item]) => [key, item ?? null] as const);
      wrong(name, `'${name}' must be a mapping of keys to values.`);
      return [];
    },
  };
}

/** A text that YAML may have read as something else, such as a tag 2024. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
