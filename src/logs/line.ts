import { LINE_END } from '../report/untrusted.ts';

/** A variable of a task definition. */
export interface Variable {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

const MOST = 50;
const LONGEST = 1_000;
// A shorter value is a word of many texts, and no secret.
const SHORTEST_VALUE = 6;

/**
 * The last 50 lines of the events of a log as they may be shown: cut to 1,000 characters, without the values of
 * variables. An event can hold several lines, such as a stack trace.
 */
export function shownLines(events: readonly string[], variables: readonly Variable[]): readonly string[] {
  const hidden = variables
    .flatMap(({ name = '', value = '' }) =>
      value.length < SHORTEST_VALUE ? [] : formsOf(value).map((form) => ({ name, value: form })),
    )
    .sort((one, other) => other.value.length - one.value.length);
  return events
    .map((event) =>
      hidden.reduce((text, { name, value }) => text.replaceAll(value, `[value of ${name}]`), textOf(event)),
    )
    .flatMap((text) => text.trimEnd().split(LINE_END))
    .map((line) => line.slice(0, LONGEST))
    .slice(-MOST);
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
function textOf(event: string): string {
  if (!event.startsWith('{')) return event;
  try {
    const record: unknown = JSON.parse(event);
    const isRecord =
      typeof record === 'object' && record !== null && 'log' in record && 'container_name' in record;
    return isRecord && typeof record.log === 'string' ? record.log : event;
  } catch {
    return event;
  }
}
