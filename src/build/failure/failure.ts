import type { Location } from '../../inputs/problem.ts';
import { type DockerfileText, failingLine } from './line.ts';
import type { Step } from '../progress/steps.ts';
import { withoutCredentials } from '../url.ts';

/**
 * Why the builder did not come to an end:
 * - `dockerfile`: a line of the Dockerfile failed, or the builder refused the file
 * - `registry-busy`: 429, 5xx or a broken connection while pushing or asking for a token: again may help
 * - `upload-refused`: the registry ended an upload without a word, as ECR does for want of repository or permission
 * - `login-refused`: the token was refused, or has ended
 * - `tag-taken`: the registry lets nobody move the tag
 * - `registry-full`: the repository has all that it may have
 * - `not-as-sent`: what arrived has another digest
 * - `unreachable`: nothing has the name of a registry
 * - `push-refused`: the registry does not take it, in words of its own
 * - `disk-full`: of the builder, or of a command that it ran
 * - `cache`: it cannot keep layers where it is told to
 * - `entitlement`: it does not allow what is asked for, such as the network of the machine
 * - `arguments`: what the step was given, the builder cannot read: nothing was begun
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
  | 'unreachable'
  | 'push-refused'
  | 'disk-full'
  | 'cache'
  | 'entitlement'
  | 'arguments'
  | 'builder';

export interface BuildFailure {
  readonly kind: FailureKind;
  /** What the builder said, in one line. */
  readonly message: string;
  /** The one that failed of several images; undefined where the builder does not say, or there is one. */
  readonly image: string | undefined;
  /** The line of the Dockerfile, which is named relative to the checkout. */
  readonly location: Location | undefined;
  /** The step that failed and what it wrote last; undefined where none was at work. */
  readonly step: Pick<Step, 'name' | 'output'> | undefined;
}

/**
 * Reads a failed build from what the builder wrote beside its progress, and the steps that ended. `files` are the
 * Dockerfiles of the images, in which the line is looked for.
 */
export function readFailure(
  text: string,
  steps: readonly Step[],
  files: readonly DockerfileText[] = [],
): BuildFailure {
  const step = steps.findLast(({ error }) => error !== undefined && !/context canceled/.test(error));
  const said = errorLine(text) ?? step?.error ?? otherWords(text) ?? 'The builder ended without a word.';
  const words = said.replace(LAYERS, '');
  const message = withoutCredentials(words);
  const its = filesOf(/^(?:failed to build: )?target (\S+): /.exec(said)?.[1], step, files);
  const location = failingLine({ text, message, step }, its);
  const full = RAN.test(message) ? step?.output.findLast((line) => DISK_FULL.test(line)) : undefined;
  return {
    kind: full === undefined ? kindOf(words, { step, steps, location }) : 'disk-full',
    message: full === undefined ? message : `${message} (${full.trim()})`,
    image: files.length > 1 && its.length === 1 ? its[0]?.image : undefined,
    location,
    step,
  };
}

/** What an error says of the layers of the builder that it came through. */
const LAYERS =
  /^(?:failed to build: |target \S+: |failed to solve: |rpc error: code = \w+ desc = |failed to solve with frontend dockerfile\.v0: |failed to create LLB definition: )+/;

/** The last line that says ERROR. */
const errorLine = (text: string): string | undefined =>
  text
    .split(/\r?\n/)
    .findLast((line) => /^(?:ERROR|error)\b/.test(line))
    ?.replace(/^(?:ERROR|error): */, '');

/**
 * Without such a line: the last one that is no progress, in JSON or of `#6 0.2 text`; before any progress the first one,
 * such as `unknown flag: --x`, above how the command is used.
 */
function otherWords(text: string): string | undefined {
  const lines = text.split(/\r?\n/).filter((line) => /^(?!#\d+ |-{3,}$)[^{\s]/.test(line));
  return /^#\d+ /m.test(text) ? lines.at(-1) : lines[0];
}

/** Of several images those that may have failed: the one that the builder names, or whose name the step begins with. */
function filesOf(
  target: string | undefined,
  step: BuildFailure['step'],
  files: readonly DockerfileText[],
): readonly DockerfileText[] {
  const name = target ?? /^\[(\S+) /.exec(step?.name ?? '')?.[1];
  const named = files.filter((file) => file.target === name);
  return named.length > 0 ? named : files;
}

interface Sign {
  readonly kind: FailureKind;
  readonly pattern: RegExp;
}

const PUSHING = /failed to push|failed to fetch (?:oauth|anonymous) token|failed to authorize|\/v2\/|pushing|registry/i;

const DISK_FULL = /no space left on device|disk quota exceeded/i;

/** The command of a step failed: its words stand in the message, whatever they are. */
const RAN = /did not complete successfully|^executor failed running /;

/** What follows the command where the engine could not even begin it. */
const NOT_BEGUN = /\]: (?:failed to create endpoint|network \S+ not found)/;

// In this order: a full disk also breaks pushes, and a push can be refused in words that name a status.
const SIGNS: readonly Sign[] = [
  { kind: 'disk-full', pattern: DISK_FULL },
  {
    kind: 'builder',
    pattern:
      /cannot connect to the docker daemon|is the docker daemon running|connect to the docker api|waiting for connection|no builder .* found|failed to find driver|error during connect|failed to initialize builder|failed to receive status|code = unavailable|error reading from server|context deadline exceeded$/i,
  },
  {
    kind: 'cache',
    pattern: /\bcache (?:exporter|importer)\b|--cache-(?:from|to)\b|^failed to export cache/i,
  },
  { kind: 'entitlement', pattern: /\b(?:entitlement \S+|network\.host|security\.insecure) is not allowed/i },
  {
    kind: 'arguments',
    pattern:
      /^(?:unknown (?:shorthand )?flag|flag needs an argument|invalid argument ".*" for|parse annotations: |invalid annotation "|invalid mode "|invalid platform|failed to parse platform|failed to convert agent config|could not parse ssh: )/i,
  },
  { kind: 'unreachable', pattern: /dial tcp: lookup |no such host/i },
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

interface Circumstances {
  readonly step: BuildFailure['step'];
  /** All that ended. */
  readonly steps: readonly Step[];
  readonly location: Location | undefined;
}

function kindOf(message: string, { step, steps, location }: Circumstances): FailureKind {
  // Whatever words a command has, it is never tried again.
  if (RAN.test(message)) return NOT_BEGUN.test(message) ? 'builder' : 'dockerfile';
  if (step !== undefined && /^exporting .*\bcache\b/i.test(step.name)) return 'cache';
  const sign = SIGNS.find(({ pattern }) => pattern.test(message));
  if (sign !== undefined) return sign.kind;
  if (UPLOAD_BEGINS.test(message)) return 'upload-refused';
  if (PUSHING.test(message) && NO_REPOSITORY.test(message)) return 'upload-refused';
  if (PUSHING.test(message) && BUSY.test(wordsOf(message, step))) return 'registry-busy';
  if (/^failed to push /.test(message)) return 'push-refused';
  return location !== undefined || steps.some(isOfBuilder) ? 'dockerfile' : 'arguments';
}

/** Whether the builder was at work, and not Buildx alone, which reads the definition of several images. */
const isOfBuilder = ({ name }: Step): boolean => name !== '[internal] load local bake definitions';

/** Whether the same command may end better a moment later; never for an error of the build itself. */
export const isWorthAnotherTry = ({ kind }: BuildFailure): boolean => kind === 'registry-busy';
