import { sha256 } from '../../wire/sha256.ts';
import type { World } from '../../world.ts';
import { openStream, write } from '../logs/stream.ts';

/** One call of a Lambda function, as its log tells it. */
export interface Invocation {
  /** The name or ARN of the function. */
  readonly function: string;
  /** What the call is about: the same for its beginning and its end. */
  readonly id: string;
}

/** The log of a call that begins: Lambda's own lines, then those of the function. */
export function logBeginning(world: World, invocation: Invocation, lines: readonly string[]): void {
  const request = requestOf(invocation);
  log(world, invocation, [
    `START RequestId: ${request} Version: $LATEST`,
    ...lines.map((line) => lineOf(world, request, { level: 'INFO', line })),
  ]);
}

/** The log of a call that ends, after so many milliseconds; what the function says last may be an error. */
export function logEnd(
  world: World,
  invocation: Invocation,
  end: {
    readonly level: 'INFO' | 'ERROR';
    readonly lines: readonly string[];
    readonly duration: number;
  },
): void {
  const request = requestOf(invocation);
  const milliseconds = end.duration.toFixed(2);
  log(world, invocation, [
    ...end.lines.map((line) => lineOf(world, request, { level: end.level, line })),
    `END RequestId: ${request}`,
    `REPORT RequestId: ${request}\tDuration: ${milliseconds} ms\tBilled Duration: ${end.duration} ms\t` +
      'Memory Size: 128 MB\tMax Memory Used: 71 MB',
  ]);
}

/** Writes to `/aws/lambda/NAME`, which Lambda makes itself; a stream is named by its day and its environment. */
function log(world: World, { function: reference }: Invocation, lines: readonly string[]): void {
  const group = `/aws/lambda/${nameOf(reference)}`;
  const day = new Date(world.now).toISOString().slice(0, 10).replaceAll('-', '/');
  const place = { region: world.region, group, stream: `${day}/[$LATEST]${sha256(group).slice(0, 32)}` };
  const stream = openStream(world, place, true);
  if (stream === undefined) return;
  const isCold = stream.events.length === 0;
  write(world, stream, isCold ? ['INIT_START Runtime Version: nodejs:24.v11', ...lines] : lines);
}

/** A line as the Node.js runtime writes it: time, request, level and text, with tabs between. */
const lineOf = (
  world: World,
  request: string,
  { level, line }: { readonly level: string; readonly line: string },
): string => `${new Date(world.now).toISOString()}\t${request}\t${level}\t${line}`;

/** The name of a function: that in its ARN, without version or alias. */
const nameOf = (reference: string): string => {
  const [, inArn] = /:function:([^:]+)/.exec(reference) ?? [];
  return inArn ?? reference.split(':')[0] ?? reference;
};

/** The form of a UUID, the same for a call every time. */
function requestOf({ function: reference, id }: Invocation): string {
  const digits = sha256(`${reference} ${id}`);
  return [8, 12, 16, 20, 32].map((end, index, ends) => digits.slice(ends[index - 1] ?? 0, end)).join('-');
}
