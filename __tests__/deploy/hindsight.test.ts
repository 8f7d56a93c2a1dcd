import { expect, test } from '@jest/globals';
import type { Course } from '../../src/deploy/course.ts';
import { hindsight } from '../../src/deploy/hindsight.ts';
import type { Started } from '../../src/deploy/strategy.ts';
import { stage } from '../support/deployment.ts';
import { aService } from '../support/service.ts';

const event = (id: string) => ({ id, createdAt: new Date(0), message: `event ${id}` });
const service = aService({ events: ['e4', 'e3', 'e2', 'e1'].map(event) });
const course: Course = {
  action: 'ecs-update-service',
  region: 'us-east-1',
  cluster: 'shop',
  service: 'worker',
  onCancel: 'leave',
  taskDefinition: 'worker:1',
  before: [],
  isTold: false,
};
const started: Started = {
  handle: { kind: 'ecs', id: 'ecs-svc/2' },
  isNew: true,
  taskDefinition: 'worker:1',
  course,
  startedBy: () => 'ecs-svc/2',
  watch: () => Promise.reject(new Error('Nothing is watched.')),
  rollBack: () => Promise.reject(new Error('Nothing is rolled back.')),
};

/** Ids of the events that the run saw before its start, by what it kept. */
async function eventsBefore(kept: Partial<Course>): Promise<readonly string[]> {
  const last = { service, stoppedTasks: [] };
  const known = await hindsight({ ...course, ...kept }, { started, last, ports: stage().later() });
  return known.current.service.events.map(({ id }) => id);
}

test.each([
  ['from the one that it kept on', { lastEvent: 'e2' }, ['e2', 'e1']],
  ['none where there was none', {}, []],
  ['none where the one that it kept is out of the list', { lastEvent: 'e0' }, []],
] as const)('the events before the start are %s', async (_, kept, events) => {
  expect(await eventsBefore(kept)).toEqual(events);
});

test('the revision asked for is read again, so that its containers are known', async () => {
  const last = { service, stoppedTasks: [] };
  const known = await hindsight(course, { started, last, ports: stage().later() });
  expect(known.current.asked?.definition.containerDefinitions).toMatchObject([{ name: 'worker' }]);
  expect(known.request.revision).toEqual({ kind: 'registered', reference: 'worker:1' });
});
