import { isMembers, type Members, readJson } from '../../inputs/foreign-json.ts';
import { withoutCredentials } from '../url.ts';

/** What BuildKit says of one step: a vertex of its graph. Times in milliseconds since 1970. */
export interface StepEvent {
  readonly id: string;
  /** Such as `[build 2/5] RUN make`, as in a Dockerfile. */
  readonly name: string;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
  readonly isCached: boolean;
  readonly error: string | undefined;
}

/** What a step wrote. */
export interface OutputEvent {
  readonly id: string;
  readonly text: string;
}

/** One line of `--progress=rawjson`. */
export interface ProgressEvent {
  readonly steps: readonly StepEvent[];
  readonly outputs: readonly OutputEvent[];
}

/**
 * Reads a line of BuildKit's `SolveStatus` (api/types, as JSON); undefined for any other text. A step is called by the
 * URL that it fetches, and what it writes may name it.
 */
export function readProgress(line: string): ProgressEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  const value = readJson(line);
  if (!isMembers(value)) return undefined;
  const known = ['vertexes', 'statuses', 'logs', 'warnings'];
  if (!Object.keys(value).every((key) => known.includes(key))) return undefined;
  return {
    steps: listOf(value['vertexes']).map(stepOf),
    outputs: listOf(value['logs']).flatMap(outputOf),
  };
}

const stepOf = (vertex: Members): StepEvent => ({
  id: textOf(vertex['digest']) ?? '',
  name: withoutCredentials(textOf(vertex['name']) ?? ''),
  startedAt: timeOf(vertex['started']),
  completedAt: timeOf(vertex['completed']),
  isCached: vertex['cached'] === true,
  error: withoutCredentials(textOf(vertex['error']) ?? '') || undefined,
});

function outputOf({ vertex, data }: Members): readonly OutputEvent[] {
  const id = textOf(vertex);
  const bytes = textOf(data);
  return id === undefined || bytes === undefined ? [] : [{ id, text: withoutCredentials(decoded(bytes)) }];
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}

function timeOf(value: unknown): number | undefined {
  const time = Date.parse(textOf(value) ?? '');
  return Number.isNaN(time) ? undefined : time;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function listOf(value: unknown): readonly Members[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter(isMembers);
}
