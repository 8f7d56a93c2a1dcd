import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ProcessRequest {
  readonly command: string;
  /** As a list: no shell reads them. */
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string | undefined;
  /** Ends the process and all that it started. */
  readonly signal: AbortSignal;
  /** After how many milliseconds it is ended; never unless given. The last line of `stderr` says that it was. */
  readonly limit?: number;
  /** Each line of standard error, as it comes. */
  readonly onErrorLine?: (line: string) => void;
  /** Called once it runs, with the number of its process group. */
  readonly onStart?: (group: number) => void;
}

export interface ProcessEnd {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  /** The end of standard error: `onErrorLine` saw all of it. */
  readonly stderr: string;
}

/** The command could not be started: it is not there, or may not be run. */
export class NoSuchCommand extends Error {
  override readonly name = 'NoSuchCommand';
}

const KEPT = 1_000_000;
const PATIENCE_MS = 5_000;
const FAREWELL_MS = 1_000;

/**
 * Runs a process of its own group to its end; on abort SIGINT, as a terminal sends it, and SIGKILL when it does not
 * heed that within 5 seconds; SIGKILL at once when its time is over. What the system cannot end, or what holds its
 * output open, is waited for one second more. Throws NoSuchCommand; an exit code other than 0 is an answer.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const child = spawn(request.command, request.args, {
    env: request.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
  });
  const streams = collect(child, request.onErrorLine);
  const closed = once(child, 'close');
  try {
    await Promise.race([once(child, 'spawn'), closed]);
  } catch (error) {
    throw startFailure(request.command, error);
  }
  if (child.pid !== undefined) request.onStart?.(child.pid);
  const ending = endingOf(child, request);
  // A child that ends before it has read everything is no failure of ours.
  child.stdin.on('error', () => undefined).end(request.stdin ?? '');
  await Promise.race([closed, ending.givenUp]);
  ending.release();
  const { stdout, stderr } = streams();
  if (!ending.isOverdue()) return { exitCode: child.exitCode ?? undefined, stdout, stderr };
  return { exitCode: undefined, stdout, stderr: `${stderr}\n${overdueLine(request)}` };
}

const overdueLine = ({ command, args, limit = 0 }: ProcessRequest): string =>
  `${[command, ...args].join(' ')} did not end within ${limit / 1_000} s.`;

function collect(
  child: ReturnType<typeof spawn>,
  onErrorLine: ((line: string) => void) | undefined,
): () => Pick<ProcessEnd, 'stdout' | 'stderr'> {
  let stdout = '';
  let stderr = '';
  let line = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-KEPT);
    if (onErrorLine === undefined) return;
    const lines = (line + text).split('\n');
    line = lines.pop() ?? '';
    for (const whole of lines) onErrorLine(whole);
  });
  child.stderr?.on('end', () => {
    if (line !== '') onErrorLine?.(line);
  });
  return () => ({ stdout, stderr });
}

interface Ending {
  /** Resolves when it was killed and is not gone all the same. */
  readonly givenUp: Promise<void>;
  /** Whether its time was over. */
  readonly isOverdue: () => boolean;
  readonly release: () => void;
}

function endingOf(child: ChildProcess, { signal, limit }: ProcessRequest): Ending {
  const timers: NodeJS.Timeout[] = [];
  let isOverdue = false;
  let giveUp: () => void = () => undefined;
  const givenUp = new Promise<void>((resolve) => (giveUp = resolve));
  const send = (name: NodeJS.Signals): void => {
    if (child.pid !== undefined) signalGroup(child.pid, name);
  };
  const kill = (): void => {
    send('SIGKILL');
    timers.push(
      setTimeout(() => {
        for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
        child.unref();
        giveUp();
      }, FAREWELL_MS),
    );
  };
  const end = (): void => {
    send('SIGINT');
    timers.push(setTimeout(kill, PATIENCE_MS));
  };
  if (limit !== undefined) {
    const expire = (): void => {
      isOverdue = true;
      kill();
    };
    timers.push(setTimeout(expire, limit));
  }
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return {
    givenUp,
    isOverdue: () => isOverdue,
    release: () => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener('abort', end);
    },
  };
}

/** Sends a signal to a process group; nothing when it is gone, or its number is by now that of another user's. */
export function signalGroup(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

function startFailure(command: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EACCES' ? new NoSuchCommand(command) : error;
}
