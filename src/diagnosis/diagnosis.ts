import type { Cause, Remark } from '../deploy/cause.ts';
import type { Location } from '../inputs/problem.ts';
import type { ElsewherePlace } from '../logs/place.ts';
import type { TargetTrouble } from '../targets/describe.ts';
import type { Change } from '../task-definition/diff.ts';
import type { AlarmFacts } from '../alarms/describe.ts';

/** Why a deployment of ours did not end well: plain data, made once after the verdict, without any words of ours. */
export interface Diagnosis {
  /** The most frequent first. */
  readonly causes: readonly DiagnosedCause[];
  readonly remarks: readonly Remark[];
  /** What failed beside tasks: a lifecycle event or stage, a hook, an alarm. */
  readonly stage?: FailedStage;
  /** What took over from a deployment that was superseded. */
  readonly successor?: Successor;
  /** What changed the count meanwhile, newest first. */
  readonly scaling: readonly ScalingActivity[];
  readonly serving?: Serving;
  /** What the failed revision changes in the one that serves; values only where they can hold no secret. */
  readonly changes: readonly Change[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

export interface DiagnosedCause {
  readonly cause: Cause;
  readonly count: number;
  /** The first and the last of at most `count` tasks. */
  readonly tasks: readonly DiagnosedTask[];
  /** Where the file has what is to blame. */
  readonly place?: Location;
  /** The member that is to blame, as a path, where the revision came from no file. */
  readonly member?: string;
  readonly logs: readonly TaskLog[];
  /** An image that is missing, and the tags of its repository that are nearest. */
  readonly image?: { readonly reference: string; readonly nearestTags: readonly string[] };
  readonly targets: readonly TargetTrouble[];
}

export interface DiagnosedTask {
  readonly id: string;
  readonly containers: readonly { readonly name: string; readonly exitCode?: number }[];
}

/** The end of the log of one container of one task. */
export interface TaskLog {
  readonly task: string;
  readonly container: string;
  /** Where the lines are, or where to look for them. */
  readonly source: { readonly group: string; readonly stream: string } | ElsewherePlace;
  /** Oldest first; none where they could not be read. */
  readonly lines: readonly string[];
}

export interface FailedStage {
  /** The lifecycle event of CodeDeploy, or the stage of ECS that the deployment came to. */
  readonly name?: string;
  readonly reason?: string;
  /** The function that held it up, and the end of its log, oldest first; none where it could not be read. */
  readonly hook?: { readonly functionName: string; readonly lines?: readonly string[] };
  /** The pause at which nobody decided: by then, or so far. */
  readonly pause?: { readonly id: string; readonly status: string; readonly serviceDeployment: string };
  readonly alarms: readonly AlarmFacts[];
}

/** A deployment or task set that took over, and whose it is. */
export interface Successor {
  readonly id: string;
  /** `family:revision`. */
  readonly revision: string;
  readonly commit?: string;
  /** The workflow run that registered the revision. */
  readonly run?: { readonly repository: string; readonly id: string };
  /** ARN of who registered it. */
  readonly registeredBy?: string;
  /** Its CodeDeploy deployment, and what that says of itself. */
  readonly description?: string;
}

/** Both in AWS's words. */
export interface ScalingActivity {
  readonly description: string;
  readonly reason?: string;
}

export interface Serving {
  /** `family:revision`. */
  readonly revision: string;
  readonly commit?: string;
  /** Digests of the images of its running tasks, by container. */
  readonly digests: readonly { readonly container: string; readonly digest: string }[];
  /** When the oldest of its running tasks started, as AWS tells it. */
  readonly since?: string;
}

/** One thing that could not be read: it costs its own line and nothing else. */
export interface Gap {
  readonly what:
    'successor' | 'logs' | 'targets' | 'hook' | 'hook-log' | 'alarms' | 'tags' | 'serving' | 'scaling';
  /** In AWS's words. */
  readonly reason: string;
}
