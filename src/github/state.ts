import type { Course } from '../deploy/course.ts';

/** What the main step kept for the post step; undefined when it kept nothing, or nothing is left to do. */
export function courseIn(environment: Readonly<Record<string, string | undefined>>): Course | undefined {
  const text = environment['STATE_course'];
  if (text === undefined || text === '') return undefined;
  const value: unknown = JSON.parse(text);
  if (!isCourse(value)) throw new Error('The state that the main step kept is not a course.');
  return value.isTold ? undefined : value;
}

// Only our own main step writes it: a member that is missing is a bug of ours.
function isCourse(value: unknown): value is Course {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['action', 'region', 'cluster', 'service', 'onCancel', 'taskDefinition', 'before', 'isTold'].every(
      (name) => Object.hasOwn(value, name),
    )
  );
}
