import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file with one place broken, and the tests that must notice. */
export interface Suspect {
  readonly file: string;
  readonly source: string;
  readonly tests: readonly string[];
}

/** Copies of the sources, one for each suspect of a batch: a single jest process tries them all. */
export interface Trial {
  readonly size: number;
  /** For each suspect whether a test went red. At most `size` of them. */
  noticed(suspects: readonly Suspect[]): Promise<readonly boolean[]>;
  /** Removes the copies. */
  end(): void;
}

/** Milliseconds after which a batch, or a single suspect, is taken for one that never ends. */
const PATIENCE = { batch: 180_000, single: 60_000 } as const;

const shared = ['sandbox', 'scripts', 'examples', 'package.json'] as const;
const copied = ['src', '__tests__'] as const;

const config = `export default {
  testMatch: ['<rootDir>/copy*/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\\\.ts$': '<rootDir>/scripts/jest-strip-types.js' },
  testTimeout: 60_000,
};
`;

/** Lays out a trial of so many copies outside the checkout. */
export function createTrial(root: string, size: number): Trial {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-deploy-toolkit-mutants-'));
  const names = Array.from({ length: size }, (_, index) => `copy${index}`);
  for (const part of shared) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'jest.config.js'), config);
  for (const name of names) {
    mkdirSync(join(folder, name));
    for (const part of copied) cpSync(join(root, part), join(folder, name, part), { recursive: true });
    for (const part of ['sandbox', 'scripts', 'examples']) {
      symlinkSync(join('..', part), join(folder, name, part));
    }
  }
  return {
    size,
    noticed: async (suspects) => {
      const seats = suspects.map((suspect, index) => ({ ...suspect, copy: names[index] ?? '' }));
      for (const { copy, file, source } of seats) writeFileSync(join(folder, copy, file), source);
      try {
        return await verdicts(folder, seats);
      } finally {
        for (const { copy, file } of seats) cpSync(join(root, file), join(folder, copy, file));
      }
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Seat extends Suspect {
  readonly copy: string;
}

/** All in one process; one by one where that came to no end. */
async function verdicts(folder: string, seats: readonly Seat[]): Promise<readonly boolean[]> {
  const together = await failedCopies(folder, seats, PATIENCE.batch);
  if (together !== undefined) return seats.map(({ copy }) => together.has(copy));
  const answers: boolean[] = [];
  for (const seat of seats) {
    const alone = await failedCopies(folder, [seat], PATIENCE.single);
    answers.push(alone === undefined || alone.has(seat.copy));
  }
  return answers;
}

/** The copies of which a test failed; undefined where jest did not get to its report. */
async function failedCopies(
  folder: string,
  seats: readonly Seat[],
  patience: number,
): Promise<ReadonlySet<string> | undefined> {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const tests = seats.flatMap(({ copy, tests: own }) => own.map((path) => join(folder, copy, path)));
  const args = ['--runInBand', '--json', `--outputFile=${report}`, '--runTestsByPath', ...tests];
  await jest(folder, args, patience);
  if (!existsSync(report)) return undefined;
  const failed = filesOf(JSON.parse(readFileSync(report, 'utf8')))
    .filter(({ status }) => status !== 'passed')
    .map(({ name }) => name);
  return new Set(
    seats.map(({ copy }) => copy).filter((copy) => failed.some((name) => name.includes(`/${copy}/`))),
  );
}

interface FileResult {
  readonly name: string;
  readonly status: string;
}

/** The test files of jest's report. Throws where it has another form: then nothing would be noticed. */
function filesOf(report: unknown): readonly FileResult[] {
  if (typeof report === 'object' && report !== null && 'testResults' in report) {
    const { testResults } = report;
    if (Array.isArray(testResults) && testResults.every(isFileResult)) return testResults;
  }
  throw new Error('The report of jest has another form.');
}

const isFileResult = (value: unknown): value is FileResult =>
  typeof value === 'object' && value !== null && 'name' in value && 'status' in value;

function jest(cwd: string, args: readonly string[], timeout: number): Promise<void> {
  const all = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...args];
  return new Promise((done) => {
    spawn(process.execPath, all, { cwd, stdio: 'ignore', timeout, killSignal: 'SIGKILL' }).once('exit', () =>
      done(),
    );
  });
}
