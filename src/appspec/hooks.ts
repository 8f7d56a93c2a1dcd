import { type DocumentNode, type ObjectMember, parseDocument, pathText } from '../inputs/document.ts';
import { nearest } from '../inputs/nearest.ts';
import { type Hook, hookEvents } from './appspec.ts';
import type { Place } from './members.ts';
import { memberOf } from './revision.ts';
import { text } from './scalar.ts';

/** Reads the hooks: a list of items such as `BeforeInstall: function`, each event at most once. */
export function readHooks(place: Place): readonly Hook[] {
  const { node, path, problems } = place;
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    const remedy = 'Write a list of items such as - AfterInstall: my-function.';
    problems.push({ message: `${pathText(path)} must be a list.`, remedy, location: node.at });
    return [];
  }
  const seen = new Map<string, ObjectMember>();
  return node.items.flatMap((item, index) => readItem(item, { ...place, path: [...path, index] }, seen));
}

/** The hooks in the text of an AppSpec that CodeDeploy took, in JSON or YAML. */
export function hooksIn(appSpec: string): readonly Hook[] {
  const document = parseDocument(appSpec, 'AppSpec');
  if (!document.ok) return [];
  return readHooks({ node: memberOf(document.value, 'Hooks'), path: ['Hooks'], problems: [] });
}

function readItem(item: DocumentNode, place: Place, seen: Map<string, ObjectMember>): readonly Hook[] {
  if (item.kind !== 'object') {
    const remedy = 'Write the event and its function, such as AfterInstall: my-function.';
    place.problems.push({
      message: `${pathText(place.path)} must be an event with its function.`,
      remedy,
      location: item.at,
    });
    return [];
  }
  return item.members.flatMap((member) => readHook(member, place, seen));
}

function readHook(
  member: ObjectMember,
  { path, problems }: Place,
  seen: Map<string, ObjectMember>,
): readonly Hook[] {
  const { key, keyAt, value } = member;
  const event = hookEvents.find((known) => known.toLowerCase() === key.toLowerCase());
  if (event === undefined) {
    const meant = nearest(key, hookEvents);
    const remedy =
      meant === undefined ? `Events with hooks: ${hookEvents.join(', ')}.` : `Did you mean ${meant}?`;
    problems.push({ message: `${key} is no event that can have a hook.`, remedy, location: keyAt });
    return [];
  }
  const first = seen.get(event);
  if (first !== undefined) {
    const message = `${event} has two hooks: the first in line ${first.keyAt.line ?? '?'}.`;
    problems.push({ message, remedy: 'Keep one function for each event.', location: keyAt });
    return [];
  }
  seen.set(event, member);
  const node = value.kind === 'null' ? undefined : value;
  const lambda = text({ node, path: [...path, event], problems }, keyAt);
  return lambda === undefined ? [] : [{ event, lambda }];
}
