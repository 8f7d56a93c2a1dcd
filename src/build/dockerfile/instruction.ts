import { readJson } from '../../inputs/foreign-json.ts';
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
  for (const [index, line] of lines.slice(start + 1).entries()) {
    if (!isOpen) return { joined, next: start + 1 + index };
    const content = trimmedStart(line);
    if (content === '' || content.startsWith('#')) continue;
    const read = continued(line, escape);
    joined += read.text;
    isOpen = read.isOpen;
  }
  return { joined, next: lines.length };
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
  const rest = trimmedStart(text);
  if (!rest.startsWith('--')) return { flags: [], rest };
  const { word, behind } = flagWord(rest, escape);
  if (word === '--') return { flags: [], rest: behind };
  const others = splitFlags(behind, escape);
  return { flags: [word, ...others.flags], rest: others.rest };
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
  const { keyword } = instruction.keyword === 'ONBUILD' ? triggerOf(instruction, escape) : instruction;
  // In a JSON list all is quoted, so that no word begins with `<<`.
  if (!HAS_DOCUMENTS.has(keyword)) return [];
  return (rawWords(joined) ?? []).flatMap((word) => {
    const [, dash, name = ''] = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word) ?? [];
    const [text, ...others] = plainWords(name) ?? [];
    return text === undefined || others.length > 0 ? [] : [{ text, isIndented: dash === '-' }];
  });
}

function behindDocument(lines: readonly string[], start: number, { text, isIndented }: DocumentEnd): number {
  const document = lines.slice(start);
  const end = document.findIndex((line) => (isIndented ? line.replace(/^\t+/, '') : line) === text);
  return end === -1 ? lines.length : start + end + 1;
}

/** The items of a JSON list of texts; undefined for anything else. */
export function listOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  const list = readJson(text);
  return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
}
