import type { Location } from '../../inputs/problem.ts';
import { readInstructions } from '../dockerfile/instruction.ts';
import type { Step } from '../progress/steps.ts';

/** The Dockerfile of an image, as the one who reads an error knows it. */
export interface DockerfileText {
  /** The name by which the builder knows the image. */
  readonly target: string;
  /** The name by which the user knows it. */
  readonly image: string;
  /** Relative to the checkout. */
  readonly path: string;
  readonly text: string;
}

export interface FailureWords {
  /** All that the builder wrote. */
  readonly text: string;
  /** Its last word. */
  readonly message: string;
  /** The step that failed. */
  readonly step: Pick<Step, 'name'> | undefined;
}

/** The line that failed, where there is no doubt: as the builder tells it, or else by the text of its instruction. */
export function failingLine(
  { text, message, step }: FailureWords,
  files: readonly DockerfileText[],
): Location | undefined {
  const told = toldLine(text, message);
  const fitting =
    told?.name === undefined ? files : files.filter(({ path }) => path.split('/').at(-1) === told.name);
  const [file, ...others] = fitting;
  if (file === undefined || others.some(({ path }) => path !== file.path)) return undefined;
  const line = told?.line ?? (step === undefined ? undefined : lineOf(step.name, file.text));
  return line === undefined ? undefined : { file: file.path, line };
}

/**
 * BuildKit shows the line as `Dockerfile:3`, above a frame with the lines around it, and without the path of the file.
 * The one in engines before 23 only names lines that it cannot read.
 */
function toldLine(text: string, message: string): { readonly name?: string; readonly line: number } | undefined {
  const [, name, framed = ''] = /^(\S.*):(\d+)\r?\n-{10,}\r?$/m.exec(text) ?? [];
  if (name !== undefined) return { name, line: Number(framed) };
  const [, unread] = /^dockerfile parse error (?:on )?line (\d+):/.exec(message) ?? [];
  return unread === undefined ? undefined : { line: Number(unread) };
}

/** The line of the only instruction that the name of a step tells of. */
function lineOf(name: string, text: string): number | undefined {
  const instructions = instructionsOf(text);
  const base = /^\[(?:\S+ )?internal\] load metadata for (\S+)$/.exec(name)?.[1];
  if (base !== undefined) return onlyLine(instructions.filter((one) => isFrom(one.text, base)));
  const run = oneBlank(name.replace(/^\[[^\]]*\] /, ''));
  const same = instructions.filter((one) => one.text === run);
  if (same.length > 0) return onlyLine(same);
  return onlyLine(instructions.filter((one) => patternOf(one.text).test(run)));
}

interface OneLine {
  /** Counted from 1. */
  readonly line: number;
  /** With single blanks. */
  readonly text: string;
}

const onlyLine = ([one, ...others]: readonly OneLine[]): number | undefined =>
  others.length === 0 ? one?.line : undefined;

/** The builder writes the whole name: `docker.io/library/ruby:3` for `ruby:3`. */
function isFrom(text: string, base: string): boolean {
  const [, image] = /^FROM (?:--\S+ )*(\S+)/.exec(text) ?? [];
  return image !== undefined && [image, `${image}:latest`].some((one) => base === one || base.endsWith(`/${one}`));
}

/** The builder fills variables in. */
const patternOf = (instruction: string): RegExp =>
  new RegExp(
    `^${instruction
      .split(/\$(?:\w+|\{[^}]*\})/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );

const instructionsOf = (text: string): readonly OneLine[] =>
  readInstructions(text).instructions.map(({ keyword, flags, rest, line }) => ({
    line,
    text: oneBlank([keyword, ...flags, rest].join(' ')),
  }));

const oneBlank = (text: string): string => text.trim().replace(/\s+/g, ' ');
