import { UserError } from '../inputs/problem.ts';
import { NoSuchCommand, type ProcessEnd, type ProcessRequest, runProcess } from './process.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The Docker command of this machine with one configuration. */
export interface Docker {
  readonly run: (
    args: readonly string[],
    options?: Pick<ProcessRequest, 'stdin' | 'onErrorLine' | 'onStart'> & { readonly signal?: AbortSignal },
  ) => Promise<ProcessEnd>;
}

/** Throws a UserError where there is no Docker. */
export function dockerIn({
  environment,
  cwd,
  signal,
}: {
  readonly environment: Environment;
  readonly cwd: string;
  readonly signal: AbortSignal;
}): Docker {
  return {
    run: async (args, options = {}) => {
      try {
        return await runProcess({ command: 'docker', args, env: environment, cwd, signal, ...options });
      } catch (error) {
        if (error instanceof NoSuchCommand) throw new UserError(NO_DOCKER);
        throw error;
      }
    },
  };
}

const NO_DOCKER = {
  message: 'There is no docker command on this machine.',
  remedy: 'Run the job on a runner with Docker, such as ubuntu-latest, or install it in a step before.',
};
