import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one process cost. */
export interface Cost {
  readonly milliseconds: number;
  /** Of processor time, on all cores: what other work on the machine hardly changes. */
  readonly processor: number;
  /** The most memory that was resident at any time. */
  readonly mebibytes: number;
}

const ROUNDS = 31;

/**
 * What each command of Node costs: of several runs the shortest time, which other work on the machine can only
 * lengthen, and the medians of processor time and memory. They are run in turns, so that a busy moment falls on all
 * alike. The environment is empty: an action then fails at its first check.
 */
export function costsOf(commands: readonly (readonly string[])[]): readonly Cost[] {
  const probe = writeProbe();
  const rounds = Array.from({ length: ROUNDS }, () =>
    commands.map((args) => ({ milliseconds: timeOf(args), ...usageOf(args, probe) })),
  );
  return commands.map((_, index) => ({
    milliseconds: Math.min(...rounds.map((costs) => costs[index]?.milliseconds ?? NaN)),
    processor: median(rounds.map((costs) => costs[index]?.processor ?? NaN)),
    mebibytes: median(rounds.map((costs) => costs[index]?.mebibytes ?? NaN)),
  }));
}

/** A module that is loaded before all else and tells what the process used when it ends. On Linux maxRSS begins with what its parent had. */
export function writeProbe(): string {
  const probe = join(mkdtempSync(join(tmpdir(), 'bench-')), 'probe.cjs');
  writeFileSync(
    probe,
    `process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      const fs = require('node:fs');
      const status = process.platform === 'linux' ? fs.readFileSync('/proc/self/status', 'utf8') : '';
      fs.writeSync(2, '\\nused ' + (/^VmHWM:\\s*(\\d+)/m.exec(status)?.[1] ?? maxRSS) + ' KiB, ' + (userCPUTime + systemCPUTime) + ' us\\n');
    });`,
  );
  return probe;
}

function timeOf(args: readonly string[]): number {
  const startedAt = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, args, { env: {}, encoding: 'utf8' });
  const milliseconds = performance.now() - startedAt;
  // An action that cannot even be loaded is quick.
  const isAction = args[0] !== '-e';
  if (isAction && !stdout.includes('::error')) throw new Error(`${args.join(' ')} said no error: ${stderr}`);
  return milliseconds;
}

function usageOf(args: readonly string[], probe: string): Pick<Cost, 'processor' | 'mebibytes'> {
  const { stderr } = spawnSync(process.execPath, ['--require', probe, ...args], {
    env: {},
    encoding: 'utf8',
  });
  const [, kibibytes = NaN, microseconds = NaN] = /^used (\d+) KiB, (\d+) us$/m.exec(stderr) ?? [];
  return { mebibytes: Number(kibibytes) / 1_024, processor: Number(microseconds) / 1_000 };
}

/** The middle one of an odd number of values. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
