import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { Problem } from '../inputs/problem.ts';
import type { Situation } from './situation.ts';

/** API reference, ContainerDefinition stopTimeout: what Fargate waits unless told, and what the ECS agent does. */
const STOP_TIMEOUT_SECONDS = 30;
/** How long Sidekiq lets its jobs finish unless `-t` says otherwise. */
const SIDEKIQ_SECONDS = 25;
/** What Sidekiq needs beside that to push its jobs back and end. */
const MARGIN_SECONDS = 5;

/** What to know before a worker is replaced: containers that are killed before their jobs may have ended. */
export function workerNotices({ request: { revision }, containers }: Situation): readonly Problem[] {
  return containers.flatMap((container, index): readonly Problem[] => {
    const own = sidekiqTimeout(container);
    const { name = '', stopTimeout = STOP_TIMEOUT_SECONDS } = container;
    if (own === undefined || stopTimeout >= own + MARGIN_SECONDS) return [];
    return [
      {
        message: `Container ${name} is killed ${stopTimeout} s after it is told to stop, while its Sidekiq lets jobs run on for ${own} s: jobs may be cut off, and lost.`,
        remedy: `Set its stopTimeout to ${own + MARGIN_SECONDS} or more (Fargate: at most 120), or lower Sidekiq's -t.`,
        ...(revision.kind === 'file'
          ? { location: revision.locate(['containerDefinitions', index, memberOf(container)]) }
          : {}),
      },
    ];
  });
}

/** The member to look at: the command where no stopTimeout is set. */
const memberOf = ({ stopTimeout, command }: ContainerDefinition): string =>
  stopTimeout !== undefined ? 'stopTimeout' : command !== undefined ? 'command' : 'entryPoint';

/** Seconds that a Sidekiq in this container lets jobs run on once it is told to stop; undefined where there is none. */
function sidekiqTimeout({ entryPoint = [], command = [] }: ContainerDefinition): number | undefined {
  const words = [...entryPoint, ...command].flatMap((text) => text.split(/\s+/));
  if (!words.some((word) => /(?:^|\/)sidekiq(?:swarm)?$/.test(word))) return undefined;
  const [, given] = / (?:-t|--timeout)[ =]?(\d+)(?= |$)/.exec(` ${words.join(' ')}`) ?? [];
  return given === undefined ? SIDEKIQ_SECONDS : Number(given);
}
