import { UserError } from '../inputs/problem.ts';
import { NoSuchCommand, type ProcessEnd, type ProcessRequest, runProcess } from './process.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The Docker command of this machine with one configuration. */
export interface Docker {
  /** Where its commands run: the checkout. */
  readonly cwd: string;
  readonly run: (
    args: readonly string[],
    options?: Pick<ProcessRequest, 'stdin' | 'onErrorLine' | 'limit'>,
  ) => Promise<ProcessEnd>;
}

/** A command throws a UserError where there is no Docker. */
export function dockerIn({
  environment,
  cwd,
  signal,
  onGroup = () => undefined,
}: {
  readonly environment: Environment;
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Called with the process group of each command when it runs, and when it has ended. */
  readonly onGroup?: (group: number, isRunning: boolean) => void;
}): Docker {
  return {
    cwd,
    run: async (args, options = {}) => {
      let running: number | undefined;
      const onStart = (group: number): void => {
        running = group;
        onGroup(group, true);
      };
      try {
        return await runProcess({
          command: 'docker',
          args,
          env: environment,
          cwd,
          signal,
          onStart,
          ...options,
        });
      } catch (error) {
        if (error instanceof NoSuchCommand) throw new UserError(NO_DOCKER);
        throw error;
      } finally {
        if (running !== undefined) onGroup(running, false);
      }
    },
  };
}

const NO_DOCKER = {
  message: 'There is no docker command on this machine.',
  remedy: 'Run the job on a runner with Docker, such as ubuntu-latest, or install it in a step before.',
};
