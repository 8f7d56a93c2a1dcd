import type { Container, Task } from '@aws-sdk/client-ecs';
import type { StoppedTask } from '../../src/deploy/cause.ts';
import { readStoppedTask } from '../../src/tasks/watch.ts';

/** A stopped task as ECS describes it, with one container `app`. */
export const awsStoppedTask = ({ id = 'abc', ...changes }: Partial<Task> & { id?: string } = {}): Task => ({
  taskArn: `arn:aws:ecs:eu-central-1:123456789012:task/shop/${id}`,
  startedBy: 'ecs-svc/2',
  desiredStatus: 'STOPPED',
  lastStatus: 'STOPPED',
  containers: [awsContainer()],
  ...changes,
});

export const awsContainer = (changes: Partial<Container> = {}): Container => ({
  name: 'app',
  lastStatus: 'STOPPED',
  ...changes,
});

/** The same as the toolkit reads it. */
export const stoppedTask = (changes: Partial<Task> & { id?: string } = {}): StoppedTask =>
  readStoppedTask(awsStoppedTask(changes));

/** A task that could not start, with AWS's text. */
export const failedToStart = ({ id, text }: { readonly id?: string; readonly text: string }): StoppedTask =>
  stoppedTask({ ...(id === undefined ? {} : { id }), stopCode: 'TaskFailedToStart', stoppedReason: text });

/** A task whose container ended by itself. */
export const exited = ({ id, exitCode }: { readonly id?: string; readonly exitCode: number }): StoppedTask =>
  stoppedTask({
    ...(id === undefined ? {} : { id }),
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [awsContainer({ exitCode })],
  });
