import type { Course } from '../deploy/course.ts';
import type { Traces } from '../docker/open.ts';
import type { Suspension } from '../scaling/suspension.ts';

/** What the main step kept for the post step, service by service; nothing where nothing is left to do. */
export function coursesIn(environment: Readonly<Record<string, string | undefined>>): readonly Course[] {
  const text = environment['STATE_courses'];
  if (text === undefined || text === '') return [];
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value) || !value.every(isCourse)) {
    throw new Error('The state that the main step kept is no list of courses.');
  }
  return value.filter(({ isTold }) => !isTold);
}

/** Keeps the course of each service of a step as it is now. */
export function courseKeeper(saveState: (name: string, value: unknown) => void): (course: Course) => void {
  const courses = new Map<string, Course>();
  return (course) => {
    courses.set(`${course.cluster}/${course.service}`, course);
    if (course.handle !== undefined) saveState('deployment', course.handle);
    saveState('courses', [...courses.values()]);
  };
}

/** What the main step suspended and did not restore. */
export function suspensionsIn(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Suspension[] {
  const text = environment['STATE_suspensions'];
  if (text === undefined || text === '') return [];
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value) || !value.every(isSuspension)) {
    throw new Error('The state that the main step kept is no list of suspensions.');
  }
  return value.filter(({ isRestored }) => !isRestored);
}

/** Keeps what each service of a step is to be restored to. */
export function suspensionKeeper(
  saveState: (name: string, value: unknown) => void,
): (suspension: Suspension) => void {
  const suspensions = new Map<string, Suspension>();
  return (suspension) => {
    suspensions.set(suspension.resourceId, suspension);
    saveState('suspensions', [...suspensions.values()]);
  };
}

/** What a build had made when its step was killed; undefined when it removed everything itself. */
export function tracesIn(environment: Readonly<Record<string, string | undefined>>): Traces | undefined {
  const text = environment[`STATE_${BUILD_TRACES}`];
  if (text === undefined || text === '') return undefined;
  const value: unknown = JSON.parse(text);
  const [directory, builder, groups] = [
    memberOf(value, 'configDirectory'),
    memberOf(value, 'builder'),
    memberOf(value, 'groups'),
  ];
  if (typeof directory !== 'string') return undefined;
  return {
    configDirectory: directory,
    ...(typeof builder === 'string' ? { builder } : {}),
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'number') : [],
  };
}

/** The name of the state that a build keeps. */
export const BUILD_TRACES = 'build';

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;

const isSuspension = (value: unknown): value is Suspension =>
  hasAll(value, ['region', 'arn', 'resourceId', 'before', 'isRestored']);

const hasAll = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => Object.hasOwn(value, name));

// Only our own main step writes it: a member that is missing is a bug of ours.
function isCourse(value: unknown): value is Course {
  return hasAll(value, [
    'action',
    'region',
    'cluster',
    'service',
    'onCancel',
    'taskDefinition',
    'before',
    'isTold',
  ]);
}
