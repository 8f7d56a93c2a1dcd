import type { ECS, Task } from '@aws-sdk/client-ecs';

export type TaskReader = Pick<ECS, 'listTasks' | 'describeTasks'>;

export interface ServiceTasks {
  readonly cluster: string;
  readonly service: string;
}

/** ARNs of a service's tasks, of every page (ListTasks). */
export async function listTasks(
  ecs: TaskReader,
  { cluster, service }: ServiceTasks,
  desiredStatus: 'RUNNING' | 'STOPPED',
  signal: AbortSignal,
): Promise<readonly string[]> {
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ecs.listTasks(
      { cluster, serviceName: service, desiredStatus, nextToken },
      { abortSignal: signal },
    );
    arns.push(...(page.taskArns ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return arns;
}

const DESCRIBE_LIMIT = 100;

/** The tasks with these ARNs, 100 a call (DescribeTasks); those AWS has forgotten are left out. */
export async function describeTasks(
  ecs: TaskReader,
  cluster: string,
  arns: readonly string[],
  signal: AbortSignal,
): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (let from = 0; from < arns.length; from += DESCRIBE_LIMIT) {
    const page = arns.slice(from, from + DESCRIBE_LIMIT);
    const answer = await ecs.describeTasks({ cluster, tasks: page }, { abortSignal: signal });
    tasks.push(...(answer.tasks ?? []));
  }
  return tasks;
}
