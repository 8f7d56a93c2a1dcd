import { schedule, type World } from '../../world.ts';
import type { HookAnswer, Service, TaskStatus } from './state.ts';

/** What can happen in ECS without anybody asking for it at that moment. */
export type EcsEvent = { readonly service: 'ecs' } & (
  | TaskEvent
  | { readonly kind: 'pass'; readonly serviceArn: string }
  | {
      readonly kind: 'deregister';
      readonly serviceArn: string;
      readonly ownerId: string;
      readonly tasks: string[];
    }
  | {
      readonly kind: 'count-failure';
      readonly serviceArn: string;
      readonly ownerId: string;
      readonly failure: FailureKind;
    }
  | { readonly kind: 'breaker'; readonly serviceArn: string; readonly ownerId: string }
  | {
      readonly kind: 'record-started' | 'record-stopped' | 'requested-rollback' | 'alarm-noticed';
      readonly serviceArn: string;
      readonly recordArn: string;
    }
  | {
      readonly kind: 'alarm';
      readonly serviceArn: string;
      readonly recordArn: string;
      readonly name: string;
    }
  | {
      readonly kind: 'stage-worked';
      readonly serviceArn: string;
      readonly recordArn: string;
      readonly step: number;
    }
  | {
      readonly kind: 'hook-answer';
      readonly serviceArn: string;
      readonly recordArn: string;
      readonly hook: string;
      readonly result: HookAnswer['result'];
    }
  | {
      readonly kind: 'hook-timeout';
      readonly serviceArn: string;
      readonly recordArn: string;
      readonly hook: string;
    }
  /** Somebody changes a listener rule behind the back of ECS. */
  | { readonly kind: 'rule-reset'; readonly rule: string; readonly targetGroupArn: string }
  | { readonly kind: 'steady-again'; readonly serviceArn: string; readonly since: number }
  | { readonly kind: 'forget-task'; readonly task: string }
  | { readonly kind: 'competing-update'; readonly serviceArn: string; readonly taskDefinition: string }
);

/** A step of one task's life; void when the task has changed its course since. */
export type TaskEvent = { readonly task: string; readonly course: number } & (
  | { readonly kind: 'task-step'; readonly to: TaskStatus }
  | { readonly kind: 'task-exit' }
  | { readonly kind: 'task-settle' }
  | { readonly kind: 'task-unhealthy' }
  | { readonly kind: 'task-interrupt' }
);

/** How a task failed: it never started, its container ended, or its health checks failed. */
export type FailureKind = 'launch' | 'exit' | 'health';

/** Has the service's scheduler look at it in so many milliseconds, or earlier if that is already arranged. */
export function wake(world: World, service: Service, delay: number): void {
  const at = world.now + delay;
  if (service.nextPassAt !== undefined && service.nextPassAt <= at) return;
  service.nextPassAt = at;
  schedule(world, delay, { service: 'ecs', kind: 'pass', serviceArn: service.arn });
}
