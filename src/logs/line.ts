/** A variable of a task definition. */
export interface Variable {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

const LONGEST = 1_000;
// A shorter value is a word of many texts, and no secret.
const SHORTEST_VALUE = 6;

/** Lines of a log as they may be shown: cut to 1,000 characters, without the values of variables. */
export function shownLines(lines: readonly string[], variables: readonly Variable[]): readonly string[] {
  const hidden = variables
    .flatMap(({ name = '', value = '' }) =>
      value.length < SHORTEST_VALUE ? [] : formsOf(value).map((form) => ({ name, value: form })),
    )
    .sort((one, other) => other.value.length - one.value.length);
  return lines.map((line) =>
    hidden
      .reduce((text, { name, value }) => text.replaceAll(value, `[value of ${name}]`), textOf(line))
      .slice(0, LONGEST),
  );
}

// What cannot be written in UTF-8 is no part of a URL.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A value as it is, and as programs print it: in a URL, in JSON. */
const formsOf = (value: string): readonly string[] => [
  ...new Set([
    value,
    encodeURIComponent(value.replaceAll(LONE_SURROGATE, '\uFFFD')),
    JSON.stringify(value).slice(1, -1),
  ]),
];

/** What the container wrote: Fluent Bit makes a record of each line, with the line as its `log`. */
function textOf(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const record: unknown = JSON.parse(line);
    const isRecord =
      typeof record === 'object' && record !== null && 'log' in record && 'container_name' in record;
    return isRecord && typeof record.log === 'string' ? record.log : line;
  } catch {
    return line;
  }
}
