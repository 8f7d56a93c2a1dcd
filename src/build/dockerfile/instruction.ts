import { trimmed, trimmedStart } from '../blank.ts';
import { directivesOf } from './directive.ts';
import { plainWords, rawWords } from './word.ts';

/** One instruction of a Dockerfile. */
export interface Instruction {
  /** In upper case. */
  readonly keyword: string;
  /** Such as `--from=build`, without quotes. */
  readonly flags: readonly string[];
  /** What stands behind them, on one line, without here-documents. */
  readonly rest: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
}

export interface Instructions {
  readonly instructions: readonly Instruction[];
  /** What takes the meaning from the next character, and the end from a line. */
  readonly escape: string;
}

/**
 * Parts a Dockerfile into its instructions, as BuildKit does (parser/parser.go, `Parse`). Never throws: what is wrong in
 * it the builder says.
 */
export function readInstructions(text: string): Instructions {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\r+$/, ''));
  const named = directivesOf(lines.map(trimmedStart)).find(({ name }) => name === 'escape')?.value;
  const escape = named === '`' ? named : '\\';
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const start = at;
    const { joined, next } = joinLines(lines, start, escape);
    at = next;
    if (joined === undefined) continue;
    const instruction = readInstruction(joined, { line: start + 1, escape });
    instructions.push(instruction);
    for (const end of endsOf(instruction, joined, escape)) at = behindDocument(lines, at, end);
  }
  return { instructions, escape };
}

/** Reads what stands behind ONBUILD. */
export const triggerOf = ({ rest, line }: Instruction, escape: string): Instruction =>
  readInstruction(rest, { line, escape });

/** A line with those that continue it, without comments and empty lines between them; undefined for one without any. */
function joinLines(
  lines: readonly string[],
  start: number,
  escape: string,
): { readonly joined: string | undefined; readonly next: number } {
  const first = trimmedStart(lines[start] ?? '');
  if (first === '' || first.startsWith('#')) return { joined: undefined, next: start + 1 };
  let { text: joined, isOpen } = continued(first, escape);
  let next = start + 1;
  for (; isOpen && next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const content = trimmedStart(line);
    if (content === '' || content.startsWith('#')) continue;
    const read = continued(line, escape);
    joined += read.text;
    isOpen = read.isOpen;
  }
  return { joined, next };
}

/** An escape at the end continues a line, unless another one stands before it. */
function continued(line: string, escape: string): { readonly text: string; readonly isOpen: boolean } {
  const end = line.replace(/[ \t]*$/, '');
  const isOpen = end.endsWith(escape) && end.at(-2) !== escape;
  return { text: isOpen ? end.slice(0, -1) : line, isOpen };
}

function readInstruction(
  joined: string,
  { line, escape }: { readonly line: number; readonly escape: string },
): Instruction {
  const [, keyword = '', behind = ''] = /^([^\t\v\f\r ]*)[\t\v\f\r ]*(.*)$/s.exec(trimmed(joined)) ?? [];
  const { flags, rest } = splitFlags(behind, escape);
  return { keyword: keyword.toUpperCase(), flags, rest: trimmed(rest), line };
}

/** The words that begin with `--`, as far as only such come; `--` alone ends them (parser/split_command.go). */
function splitFlags(text: string, escape: string): { readonly flags: readonly string[]; readonly rest: string } {
  const flags: string[] = [];
  let rest = trimmedStart(text);
  while (rest.startsWith('--')) {
    const { word, behind } = flagWord(rest, escape);
    if (word === '--') return { flags, rest: behind };
    flags.push(word);
    rest = trimmedStart(behind);
  }
  return { flags, rest };
}

function flagWord(text: string, escape: string): { readonly word: string; readonly behind: string } {
  let word = '';
  let quote: string | undefined;
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (quote === undefined && trimmed(character) === '') return { word, behind: characters.slice(at).join('') };
    if (character === quote) quote = undefined;
    else if (quote === undefined && (character === '"' || character === "'")) quote = character;
    else if (character === escape) {
      at += 1;
      word += characters[at] ?? '';
    } else word += character;
  }
  return { word, behind: '' };
}

const HAS_DOCUMENTS: ReadonlySet<string> = new Set(['ADD', 'COPY', 'RUN']);

/** A line that ends a here-document: `isIndented` where tabs may stand before it. */
interface DocumentEnd {
  readonly text: string;
  readonly isIndented: boolean;
}

function endsOf(instruction: Instruction, joined: string, escape: string): readonly DocumentEnd[] {
  const { keyword, rest } = instruction.keyword === 'ONBUILD' ? triggerOf(instruction, escape) : instruction;
  if (!HAS_DOCUMENTS.has(keyword) || !joined.includes('<<') || listOf(rest) !== undefined) return [];
  return (rawWords(joined) ?? []).flatMap((word) => {
    const [, dash, name = ''] = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word) ?? [];
    const [text, ...others] = plainWords(name) ?? [];
    return text === undefined || others.length > 0 ? [] : [{ text, isIndented: dash === '-' }];
  });
}

function behindDocument(lines: readonly string[], start: number, { text, isIndented }: DocumentEnd): number {
  const end = lines.findIndex(
    (line, index) => index >= start && (isIndented ? line.replace(/^\t+/, '') : line) === text,
  );
  return end < 0 ? lines.length : end + 1;
}

/** The items of a JSON list of texts; undefined for anything else. */
export function listOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
