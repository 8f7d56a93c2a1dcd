import type {
  FilterLogEventsRequest,
  GetLogEventsRequest,
  PutLogEventsRequest,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Context } from '../../operation.ts';
import { logsErrors } from './errors.ts';
import { groupOf } from './group.ts';
import { page } from './page.ts';
import type { LogEvent } from './state.ts';

const most = 10_000;

/**
 * GetLogEvents: without a token the latest events, or with `startFromHead` the earliest; always oldest first. At the
 * end of the stream the token that was given comes back, as the API reference says.
 */
export function getLogEvents(input: GetLogEventsRequest, { world, region }: Context): object {
  const group = groupOf(world, input, region);
  const stream = group.streams.find(({ name }) => name === input.logStreamName);
  if (stream === undefined) throw logsErrors.noStream();
  const { limit = most, startFromHead = false, nextToken } = input;
  // Positions count the whole stream, so that a token stays true while lines are added.
  const inside = stream.events.flatMap((event, at) => (isWithin(event, input) ? [{ event, at }] : []));
  const length = stream.events.length;
  const from = nextToken === undefined ? undefined : positionOf(nextToken, length);
  const forward = from === undefined ? startFromHead : from.forward;
  const position = from?.position ?? (startFromHead ? 0 : length);
  const chosen = forward
    ? inside.filter(({ at }) => at >= position).slice(0, limit)
    : inside.filter(({ at }) => at < position).slice(-limit);
  const first = chosen[0]?.at ?? position;
  const last = chosen.at(-1)?.at;
  return {
    events: chosen.map(({ event }) => viewEvent(event)),
    nextForwardToken: tokenOf('f', last === undefined ? position : last + 1),
    nextBackwardToken: tokenOf('b', first),
  };
}

/** PutLogEvents: lines of one's own, wherever their times put them. The token of a sequence means nothing any more. */
export function putLogEvents(input: PutLogEventsRequest, { world, region }: Context): object {
  const group = groupOf(world, input, region);
  const stream = group.streams.find(({ name }) => name === input.logStreamName);
  if (stream === undefined) throw logsErrors.noStream();
  for (const { timestamp = world.now, message = '' } of input.logEvents ?? []) {
    const later = stream.events.findIndex((event) => event.timestamp > timestamp);
    stream.events.splice(later === -1 ? stream.events.length : later, 0, { timestamp, message });
  }
  return { nextSequenceToken: '0'.repeat(digits) };
}

/** FilterLogEvents: events of several streams by time; a pattern of plain terms, all of which must be there. */
export function filterLogEvents(input: FilterLogEventsRequest, { world, region }: Context): object {
  const group = groupOf(world, input, region);
  const terms = termsOf(input.filterPattern ?? '');
  const { logStreamNames, logStreamNamePrefix = '', limit = most, nextToken } = input;
  const found = group.streams
    .filter(
      ({ name }) =>
        (logStreamNames === undefined || logStreamNames.includes(name)) &&
        name.startsWith(logStreamNamePrefix),
    )
    .flatMap((stream) => stream.events.map((event, at) => ({ stream: stream.name, event, at })))
    .filter(({ event }) => isWithin(event, input) && terms.every((term) => event.message.includes(term)))
    .toSorted((one, other) => one.event.timestamp - other.event.timestamp);
  const { items, rest } = page(found, { limit, nextToken });
  return {
    events: items.map(({ stream, event, at }) => ({
      logStreamName: stream,
      ...viewEvent(event),
      eventId: eventIdOf(event, at),
    })),
    searchedLogStreams: [],
    ...rest,
  };
}

interface Window {
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
}

/** From `startTime` on and before `endTime`, as the API reference has it. */
const isWithin = ({ timestamp }: LogEvent, { startTime = 0, endTime = Infinity }: Window): boolean =>
  timestamp >= startTime && timestamp < endTime;

const viewEvent = ({ timestamp, message }: LogEvent): object => ({
  timestamp,
  message,
  ingestionTime: timestamp,
});

const digits = 56;

/** The form of AWS's tokens: a direction and 56 digits, such as `f/3113…505/s`. */
const tokenOf = (direction: 'f' | 'b', position: number): string =>
  `${direction}/${String(position).padStart(digits, '0')}/s`;

const eventIdOf = ({ timestamp }: LogEvent, at: number): string =>
  `${timestamp}${String(at).padStart(digits - 13, '0')}`;

function positionOf(token: string, length: number): { readonly forward: boolean; readonly position: number } {
  const [, direction, text] = /^([fb])\/(\d{56})\/s$/.exec(token) ?? [];
  const position = Number(text);
  if (direction === undefined || position > length) throw logsErrors.invalidToken();
  return { forward: direction === 'f', position };
}

/** Words and phrases in quotes; throws for what else the pattern syntax knows. */
function termsOf(pattern: string): readonly string[] {
  const terms = pattern.match(/"[^"]*"|\S+/g) ?? [];
  if (terms.some((term) => /^[?\-{[%]/.test(term))) throw logsErrors.patternNotModelled(pattern);
  return terms.map((term) => term.replace(/^"(.*)"$/, '$1'));
}
