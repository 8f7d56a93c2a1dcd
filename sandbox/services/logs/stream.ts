import type { World } from '../../world.ts';
import { findGroup, type LogGroup, type LogPlace, type LogStream } from './state.ts';

/** Between two lines that are written together, in milliseconds. */
const lineGap = 3;

/**
 * Makes sure that the stream is there, as a log driver does before its container starts. Gives back nothing where
 * its group is missing and may not be made.
 */
export function openStream(world: World, place: LogPlace, mayCreate: boolean): LogStream | undefined {
  const group = groupFor(world, place, mayCreate || !world.logs.listed);
  if (group === undefined) return undefined;
  const existing = group.streams.find(({ name }) => name === place.stream);
  if (existing !== undefined) return existing;
  const stream: LogStream = { name: place.stream, createdAt: world.now, events: [] };
  group.streams.push(stream);
  return stream;
}

function groupFor(world: World, { region, group }: LogPlace, mayCreate: boolean): LogGroup | undefined {
  const existing = findGroup(world.logs, { region, group });
  if (existing !== undefined || !mayCreate) return existing;
  const created: LogGroup = { name: group, region, createdAt: world.now, streams: [] };
  world.logs.groups.push(created);
  return created;
}

/** Writes lines, of which the last is of the world's present and the others are of the moments before it. */
export function write(world: World, stream: LogStream, lines: readonly string[]): void {
  const latest = stream.events.at(-1)?.timestamp ?? 0;
  lines.forEach((message, index) => {
    const timestamp = Math.max(latest, world.now - (lines.length - 1 - index) * lineGap);
    stream.events.push({ timestamp, message });
  });
}
