import type { Cause, CauseGroup } from '../deploy/cause.ts';
import { withFullStop } from './full-stop.ts';

/** Why tasks of a deployment stopped, with every exit code. */
export const causeSentence = ({ cause, tasks }: CauseGroup): string =>
  stoppedSentence(cause, tasks.length, tasks);

/** Why so many tasks stopped, as far as they are named. */
export function stoppedSentence(
  cause: Cause,
  count: number,
  tasks: readonly { readonly id: string }[],
): string {
  const words = causeWords(cause);
  if (count === 0) return withFullStop(`No task was started: ${words}`);
  const ids = tasks.slice(0, 3).map(({ id }) => id);
  const more = count > ids.length ? ', …' : '';
  return `${count === 1 ? '1 task' : `${count} tasks`} stopped: ${words} (task ${ids.join(', ')}${more}).`;
}

/** A cause in words, with the text of AWS. */
export function causeWords(cause: Cause): string {
  const { container, exitCode, awsText } = cause;
  const who = container === undefined ? 'a container' : `container ${container}`;
  const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
  switch (cause.kind) {
    case 'exited':
      return `${who} ended${code}. ${awsText}`;
    case 'out-of-memory':
      return `${who} was killed for want of memory${code}. ${awsText}`;
    case 'container-health':
      return `the health check of ${who} failed. ${awsText}`;
    case 'load-balancer-health':
      return `the load balancer's health check failed. ${awsText}`;
    case 'image-missing':
      return `the image cannot be pulled: it is not there, or this task may not read it. ${awsText}`;
    case 'wrong-architecture':
      return `the image is not for this architecture. ${awsText}`;
    case 'registry-unreachable':
      return `the registry cannot be reached from the task's network. ${awsText}`;
    case 'registry-denied':
      return `the execution role may not pull from the registry. ${awsText}`;
    case 'layers-unreachable':
      return `the registry answers, but the image's layers cannot be reached from the task's network. ${awsText}`;
    case 'secret-missing':
      return `a secret cannot be read. ${awsText}`;
    case 'secret-denied':
      return `the execution role may not read a secret. ${awsText}`;
    case 'secret-unreachable':
      return `the service that keeps a secret cannot be reached from the task's network. ${awsText}`;
    case 'log-group-missing':
      return `the log group does not exist. ${awsText}`;
    case 'log-group-unreachable':
      return `CloudWatch Logs cannot be reached from the task's network; whether the log group exists is not known. ${awsText}`;
    case 'no-capacity':
      return `there is no capacity for the task. ${awsText}`;
    case 'account-limit':
      return `a limit of the account is reached. ${awsText}`;
    case 'not-started':
      return `the task could not start. ${awsText}`;
    case 'other':
      return awsText;
  }
}
