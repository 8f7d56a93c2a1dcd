import { describeAppSpec } from '../../appspec/describe.ts';
import { hookEvents, type Hook } from '../../appspec/appspec.ts';
import { hooksIn } from '../../appspec/hooks.ts';
import { describeDeploymentInfo } from '../../deploy/codedeploy/describe.ts';
import { hasFailed } from '../../deploy/ecs/reached.ts';
import { lastLines, newestStream } from '../../logs/describe.ts';
import { shownLines } from '../../logs/line.ts';
import { regionOf } from '../../service/service.ts';
import type { DiagnosisContext } from '../context.ts';
import type { FailedStage } from '../diagnosis.ts';

const HOOK_LINES = 20;

/** The function of the hook that held the deployment up, with the end of its log; undefined where none did. */
export async function heldUpBy(context: DiagnosisContext): Promise<FailedStage['hook']> {
  const { ports, attempts, containers } = context;
  const reference = functionOfStage(context) ?? (await functionOfEvent(context));
  if (reference === undefined) return undefined;
  const functionName = nameOfFunction(reference);
  const group = `/aws/lambda/${functionName}`;
  const lines = await attempts.read('hook-log', async () => {
    const logs = await ports.aws.logs(regionOf(reference) || ports.aws.region);
    const stream = await newestStream(logs, group, ports.signal);
    return stream === undefined ? [] : lastLines(logs, { group, stream }, HOOK_LINES, ports.signal);
  });
  const variables = containers.flatMap(({ environment = [] }) => environment);
  return {
    functionName,
    ...(lines === undefined ? {} : { lines: shownLines(lines, variables) }),
  };
}

/** Of a strategy of ECS. One that is under way holds a deployment up only when its time has run out. */
function functionOfStage({ last, status }: DiagnosisContext): string | undefined {
  const hook = last.reached?.hook;
  return hook !== undefined && (hasFailed(hook) || status === 'timed-out') ? hook.target : undefined;
}

/** Of CodeDeploy: by the AppSpec that it deployed, else by that of this run. */
async function functionOfEvent({
  status,
  facts: { lifecycleEvent },
  last,
  request,
  started: { handle },
  ports: { aws, signal },
  attempts,
}: DiagnosisContext): Promise<string | undefined> {
  const underWay = status === 'timed-out' ? last.reached?.stage : undefined;
  const name = lifecycleEvent?.name ?? underWay;
  if (handle.kind !== 'codedeploy' || name === undefined || !hookEvents.includes(name)) return undefined;
  const deployed = await attempts.read('hook', async () => {
    const client = await aws.codeDeploy();
    const info = await describeDeploymentInfo(client, handle.id, signal);
    return describeAppSpec(client, info, signal);
  });
  const hooks = deployed === undefined ? (request.codeDeploy.appSpec?.hooks ?? []) : hooksIn(deployed);
  return hooks.find(({ event }: Hook) => event === name)?.lambda;
}

/** The name in the ARN of a function, without version or alias; the text itself when it is a name. */
const nameOfFunction = (reference: string): string =>
  /^arn:[^:]+:lambda:[^:]+:\d+:function:([^:]+)/.exec(reference)?.[1] ?? reference;
