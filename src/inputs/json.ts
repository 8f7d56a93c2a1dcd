import { createScanner, type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { checkedMembers, deepest, tooDeep } from './members.ts';
import type { DocumentNode, ObjectMember } from './node.ts';
import { type Positions, positionsIn } from './position.ts';
import { type Parsed, parsed, type Problem, refused } from './problem.ts';

/** Reads JSON with or without comments and trailing commas. Bounded in depth; never throws. */
export function parseJson(text: string, file: string): Parsed<DocumentNode> {
  const positions = positionsIn(text, file);
  const deepAt = findTooDeep(text);
  if (deepAt !== undefined) return refused(tooDeep(positions(deepAt)));
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  // After the first error the rest is guesswork, and its errors are mostly echoes.
  if (first !== undefined) return refused(syntaxProblem(first, { text, positions }));
  const problems: Problem[] = [];
  const reading = { text, positions, problems };
  const node = root === undefined ? undefined : convert(root, reading);
  if (problems.length > 0) return refused(...problems);
  return node === undefined ? refused(noValue(positions)) : parsed(node);
}

interface Source {
  readonly text: string;
  readonly positions: Positions;
}

interface Reading extends Source {
  readonly problems: Problem[];
}

/** Brackets are counted before the parser, which recurses, sees them. */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    // Only a bracket that is a token of its own begins with one: texts begin with a quote.
    const character = text.charAt(scanner.getTokenOffset());
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}

function convert(node: Node, reading: Reading): DocumentNode | undefined {
  const at = reading.positions(node.offset);
  switch (node.type) {
    case 'object':
      return { kind: 'object', at, members: checkedMembers(convertMembers(node, reading), reading.problems) };
    case 'array': {
      const items = (node.children ?? []).map((item) => convert(item, reading));
      return { kind: 'list', at, items: items.filter((item) => item !== undefined) };
    }
    case 'string':
      return { kind: 'text', at, value: String(node.value) };
    case 'number': {
      const source = reading.text.slice(node.offset, node.offset + node.length);
      return { kind: 'number', at, value: Number(node.value), source };
    }
    case 'boolean':
      return { kind: 'boolean', at, value: node.value === true };
    case 'null':
      return { kind: 'null', at };
    case 'property':
      return undefined;
  }
}

function convertMembers(node: Node, reading: Reading): ObjectMember[] {
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    if (key === undefined || value === undefined) return [];
    const converted = convert(value, reading);
    if (converted === undefined) return [];
    return [{ key: String(key.value), keyAt: reading.positions(key.offset), value: converted }];
  });
}

function syntaxProblem(error: ParseError, { text, positions }: Source): Problem {
  const location = positions(Math.min(error.offset, Math.max(0, text.length - 1)));
  if (/^\$?\{\{/.test(text.slice(error.offset, error.offset + 3))) {
    return {
      message: 'A placeholder stands outside quotes, which is not JSON.',
      remedy: 'Put it in quotes, "${{ name }}": where a number or a boolean is wanted it still becomes one.',
      location,
    };
  }
  const code = printParseErrorCode(error.error);
  return {
    message: `The JSON is not valid: ${sentences.get(code) ?? code}.`,
    remedy: 'Correct it here or just before this place.',
    location,
  };
}

const sentences: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'this word is no value (texts need double quotes)'],
  ['InvalidNumberFormat', 'this number is malformed'],
  ['PropertyNameExpected', 'a name in double quotes is expected'],
  ['ValueExpected', 'a value is expected'],
  ['ColonExpected', 'a colon is expected'],
  ['CommaExpected', 'a comma is expected'],
  ['CloseBraceExpected', 'a closing brace is missing'],
  ['CloseBracketExpected', 'a closing bracket is missing'],
  ['EndOfFileExpected', 'something follows its end'],
  ['InvalidCommentToken', 'this comment is malformed'],
  ['UnexpectedEndOfComment', 'a comment is not closed'],
  ['UnexpectedEndOfString', 'a closing double quote is missing'],
  ['UnexpectedEndOfNumber', 'this number is not complete'],
  ['InvalidUnicode', 'this Unicode escape is malformed'],
  ['InvalidEscapeCharacter', 'this escape is unknown'],
  ['InvalidCharacter', 'this character must be escaped'],
]);

function noValue(positions: Positions): Problem {
  return {
    message: 'The file holds nothing but comments.',
    remedy: 'Write the definition into it.',
    location: positions(0),
  };
}
