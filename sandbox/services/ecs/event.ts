import { uuid } from '../../chance.ts';
import type { World } from '../../world.ts';
import type { Service, Task, TaskOwner } from './state.ts';

/** How many events DescribeServices gives. */
const kept = 100;

/** Adds a service event, newest first. `later` is milliseconds after the world's present. */
export function say(world: World, service: Service, message: string, later = 0): void {
  service.events.unshift({ id: uuid(world.chance), createdAt: world.now + later, message });
  service.events.splice(kept);
}

/** How events name a service; those of a task set name it too. */
export const named = (service: Service, owner: TaskOwner): string =>
  service.taskSets.some(({ id }) => id === owner.id)
    ? `(service ${service.name}, taskSet ${owner.id})`
    : `(service ${service.name})`;

/** `(task 1) (task 2)`. */
export const taskList = (tasks: readonly Task[]): string => tasks.map(({ id }) => `(task ${id})`).join(' ');
