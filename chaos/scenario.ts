import type { DeploymentSettings } from '../src/deploy/ecs/settings.ts';
import type { SuspendedState } from '../src/scaling/suspension.ts';
import type { ControlRequest } from '../src/deploy/request.ts';
import type { FaultKind } from '../sandbox/faults/fault.ts';

/**
 * Everything that one seed asks for, as plain data: it is printed when an invariant breaks, and can be
 * made smaller by hand until the break is gone.
 */
export interface ChaosScenario {
  readonly seed: number;
  readonly service: RollingService | BlueGreenService;
  /** The tag to deploy; what it does is in sandbox/README.md. */
  readonly tag: string;
  readonly request: ChaosRequest;
  /** What our run does when a deployment is in the way, fails or is cut off. */
  readonly control: ControlRequest;
  /** A second service in the same step, a small rolling one, and the tag to deploy to it. */
  readonly second?: { readonly tag: string };
  /** Absent where the job deploys. */
  readonly rollback?: ChaosRollback;
  /** What is asked of the deployment configuration of the service. */
  readonly configuration?: DeploymentSettings;
  readonly scaling: ChaosScaling;
  /** How many times as long as asked every pause of ours lasts: a runner that starves. */
  readonly pace: number;
  readonly faults: readonly ChaosFault[];
  /** Actions of IAM that are denied from the beginning. */
  readonly deny: readonly string[];
  /** What somebody else does, in the order of time. */
  readonly others: readonly Act[];
  /** When the runner asks the step to end; it is killed ten seconds later. */
  readonly cancel?: Moment;
  /** When the process of the step is gone without a word; no post step follows where its runner is gone, too. */
  readonly kill?: Moment & { readonly isRunnerGone?: boolean };
  /** A second attempt of the same run, so many seconds after the first ended. */
  readonly again?: { readonly afterSeconds: number };
}

export interface RollingService {
  readonly strategy: 'rolling';
  readonly desiredCount: number;
  readonly breaker: 'off' | 'rollback' | 'no-rollback';
  readonly loadBalancer: boolean;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly alarm?: Alarm & { readonly rollback: boolean };
  /** Whether its load balancer has a second target group and rules between which ECS can shift the traffic. */
  readonly isRouted?: boolean;
  /** Absent where ECS rolls. */
  readonly native?: {
    readonly strategy: 'BLUE_GREEN' | 'LINEAR' | 'CANARY';
    readonly bakeTimeInMinutes: number;
  };
  /** The lifecycle hooks of a strategy that shifts traffic. */
  readonly hooks?: readonly ChaosHook[];
}

/** A hook at one stage: a function that answers in some way, or a pause. */
export type ChaosHook = { readonly stage: string } & (
  | {
      readonly kind: 'function';
      readonly result: 'succeed' | 'fail' | 'none' | 'never';
      readonly seconds: number;
    }
  | { readonly kind: 'pause'; readonly minutes: number; readonly action: 'CONTINUE' | 'ROLLBACK' }
);

export interface BlueGreenService {
  readonly strategy: 'codedeploy';
  readonly desiredCount: number;
  readonly config: string;
  readonly terminationWaitMinutes: number;
  readonly autoRollback: readonly string[];
  readonly alarm?: Alarm;
}

/** Goes off so many seconds after the start of a deployment, in so many deployments. */
export interface Alarm {
  readonly at: number;
  readonly times: number;
}

export interface ChaosRequest {
  readonly wait: boolean;
  readonly waitMinutes: number;
  readonly dryRun: boolean;
  readonly pinImages: boolean;
  readonly force: boolean;
  readonly desiredCount?: number;
  readonly waitForTermination: boolean;
}

/** The job is `actions/rollback`, on a service that was deployed several times before. */
export interface ChaosRollback {
  /** What is deployed already when it is pressed, and for how long. */
  readonly inProgress?: { readonly tag: string; readonly seconds: number };
  /** Somebody presses it once more, so many seconds later. */
  readonly twiceAfterSeconds?: number;
}

export interface ChaosScaling {
  /** What suspend-scaling asks for. */
  readonly asked?: 'in' | 'all';
  /** What is suspended before anything happens; absent where the service has no scalable target. */
  readonly before?: SuspendedState;
}

export interface ChaosFault {
  readonly operation: string;
  readonly kind: FaultKind;
  readonly after: number;
  readonly times: number;
  readonly seconds: number;
}

/** Seconds since the first attempt began, or right before our call of this number reaches AWS, or right after. */
export type Moment = { readonly seconds: number } | { readonly call: number; readonly isAnswered?: boolean };

export type Act = Moment & {
  readonly does:
    | { readonly kind: 'deploy'; readonly tag: string }
    | { readonly kind: 'force' }
    | { readonly kind: 'register'; readonly tag: string }
    | { readonly kind: 'scale'; readonly desiredCount: number }
    | { readonly kind: 'stop'; readonly rollback: boolean }
    | { readonly kind: 'stop-task' }
    /** Ends the pause that is open. */
    | { readonly kind: 'continue'; readonly action: 'CONTINUE' | 'ROLLBACK' }
    /** Sends all the production traffic to the target group of what does not serve. */
    | { readonly kind: 'reset-rule' }
    | { readonly kind: 'delete-service' }
    | { readonly kind: 'deny'; readonly action: string };
};
