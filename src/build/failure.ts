import type { Location } from '../inputs/problem.ts';
import type { Step } from './progress/steps.ts';

/**
 * Why the builder did not come to an end:
 * - `dockerfile`: a line of the Dockerfile failed, or the builder refused the file
 * - `registry-busy`: 429, 5xx or a broken connection while pushing or asking for a token: again may help
 * - `upload-refused`: the registry ended an upload without a word, as ECR does for want of repository or permission
 * - `login-refused`: the token was refused, or has ended
 * - `tag-taken`: the registry lets nobody move the tag
 * - `registry-full`: the repository has all that it may have
 * - `not-as-sent`: what arrived has another digest
 * - `disk-full`
 * - `arguments`: what the step was given, the builder cannot read
 * - `builder`: the builder or engine cannot be reached
 */
export type FailureKind =
  | 'dockerfile'
  | 'registry-busy'
  | 'upload-refused'
  | 'login-refused'
  | 'tag-taken'
  | 'registry-full'
  | 'not-as-sent'
  | 'disk-full'
  | 'arguments'
  | 'builder';

export interface BuildFailure {
  readonly kind: FailureKind;
  /** What the builder said, in one line. */
  readonly message: string;
  /** The line of the Dockerfile. */
  readonly location: Location | undefined;
  /** The step that failed and what it wrote last; undefined where none was at work. */
  readonly step: Pick<Step, 'name' | 'output'> | undefined;
}

/** Reads a failed build from what the builder wrote beside its progress, and the steps that ended with an error. */
export function readFailure(text: string, steps: readonly Step[]): BuildFailure {
  const step = steps.findLast(({ error }) => error !== undefined && !/context canceled/.test(error));
  const message = errorLine(text) ?? step?.error ?? firstLine(text) ?? 'The builder ended without a word.';
  return { kind: kindOf(message, step), message, location: placeOf(text), step };
}

/** The last line that says ERROR, without the prefixes of the layers it came through. */
function errorLine(text: string): string | undefined {
  const line = text
    .split(/\r?\n/)
    .findLast((candidate) => /^(?:ERROR|error)\b/.test(candidate));
  return line?.replace(/^(?:ERROR|error):?\s*/, '').replace(/^(?:failed to build: |failed to solve: )+/, '');
}

/** Such as `unknown flag: --x`, above how the command is used; progress is written as JSON. */
const firstLine = (text: string): string | undefined =>
  text.split(/\r?\n/).find((line) => /^[^{\s]/.test(line));

/** BuildKit shows the line as `Dockerfile:3`, above a frame with the lines around it. */
function placeOf(text: string): Location | undefined {
  const [, file, line] = /^(\S.*):(\d+)\r?\n-{10,}\r?$/m.exec(text) ?? [];
  return file === undefined || line === undefined ? undefined : { file, line: Number(line) };
}

interface Sign {
  readonly kind: FailureKind;
  readonly pattern: RegExp;
}

const PUSHING = /failed to push|failed to fetch (?:oauth|anonymous) token|failed to authorize|\/v2\/|pushing|registry/i;

// In this order: a full disk also breaks pushes, and a push can be refused in words that name a status.
const SIGNS: readonly Sign[] = [
  { kind: 'disk-full', pattern: /no space left on device|disk quota exceeded/i },
  {
    kind: 'builder',
    pattern:
      /cannot connect to the docker daemon|is the docker daemon running|connect to the docker api|waiting for connection|no builder .* found|failed to find driver|error during connect|context deadline exceeded$/i,
  },
  {
    kind: 'arguments',
    pattern:
      /^(?:unknown (?:shorthand )?flag|flag needs an argument|invalid argument ".*" for|parse annotations: |invalid annotation "|invalid mode "|invalid platform|failed to parse platform)/i,
  },
  { kind: 'registry-full', pattern: /exceed(?:s|ed)? (?:a|the) .*\blimit\b|limit ?exceeded/i },
  { kind: 'not-as-sent', pattern: /\bdigest\b.*(?:and not the given|invalid|mismatch|does(?: not|n't) match)|unexpected commit digest/i },
  { kind: 'tag-taken', pattern: /tag .*(?:already exists|is immutable|cannot be overwritten)/i },
  {
    kind: 'login-refused',
    pattern:
      /no basic auth credentials|authorization token has expired|401 unauthorized|403 forbidden|denied: (?:user|your)|not authorized/i,
  },
];

/** What a registry says of a repository that it does not have: ECR in words, others by the code of the protocol. */
const NO_REPOSITORY = /repository .*does not exist|name unknown/i;

/**
 * EOF where an upload begins is how ECR says that repository or permission is missing: asking again is no use. It begins
 * with a question for a layer of another repository where the builder knows one.
 */
const UPLOAD_BEGINS = /\/blobs\/uploads\/?(?:\?mount=[^"\s]*)?"?: .*\bEOF\b/i;

const BUSY =
  /\b429\b|too many requests|toomanyrequests|\b5\d\d\b (?:internal|bad gateway|service|gateway|server)|status(?: code)?:? 5\d\d|unexpected status.*\b5\d\d\b|\bEOF\b|connection reset|broken pipe|i\/o timeout|tls handshake timeout|connection refused|connection timed out|use of closed network connection|http2: /i;

/** The builder tells of a failed push in the registry's words alone; what it got stands in what the step wrote. */
const wordsOf = (message: string, step: BuildFailure['step']): string =>
  PUSHING.test(message) ? `${message}\n${step?.output.join('\n') ?? ''}` : message;

function kindOf(message: string, step: BuildFailure['step']): FailureKind {
  // The command that failed stands in the message, whatever words it has: it is never tried again.
  if (/did not complete successfully/.test(message)) return 'dockerfile';
  const sign = SIGNS.find(({ pattern }) => pattern.test(message));
  if (sign !== undefined) return sign.kind;
  if (UPLOAD_BEGINS.test(message)) return 'upload-refused';
  if (PUSHING.test(message) && NO_REPOSITORY.test(message)) return 'upload-refused';
  return PUSHING.test(message) && BUSY.test(wordsOf(message, step)) ? 'registry-busy' : 'dockerfile';
}

/** Whether the same command may end better a moment later; never for an error of the build itself. */
export const isWorthAnotherTry = ({ kind }: BuildFailure): boolean => kind === 'registry-busy';
