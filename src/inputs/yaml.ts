import { type Alias, type Document, parseAllDocuments, visit, type YAMLError } from 'yaml';
import type { DocumentNode } from './node.ts';
import { type Positions, positionsIn } from './position.ts';
import { type Location, type Parsed, parsed, type Problem, refused } from './problem.ts';
import { YamlTree } from './yaml-tree.ts';

/**
 * Reads one YAML 1.2 document (core schema: `yes` and `on` are texts) with anchors, aliases and merge
 * keys. What has no meaning here is a problem: custom tags, keys that are no text, several documents.
 */
export function parseYaml(text: string, file: string): Parsed<DocumentNode> {
  const positions = positionsIn(text, file);
  const documents = compose(text);
  if (documents === undefined) return refused(tooNested(positions));
  const [document, second] = documents;
  if (document === undefined) return refused(noValue(positions));
  // Errors of a broken first document often look like further documents: they come first.
  const problems = [...document.errors, ...document.warnings].map((error) =>
    syntaxProblem(error, { text, positions }),
  );
  if (problems.length > 0) return refused(...distinct(problems));
  if (second !== undefined) return refused(severalDocuments(positions(second.range?.[0] ?? 0)));
  return convert(document, positions);
}

/** The library's parser recurses: a stack that overflows is bad input, not a bug. */
function compose(text: string): readonly Document[] | undefined {
  try {
    const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
    const documents = parseAllDocuments(text, options);
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function convert(document: Document, positions: Positions): Parsed<DocumentNode> {
  if (document.contents === null) return refused(noValue(positions));
  const tree = new YamlTree(positions, resolveAliases(document));
  const node = tree.convert(document.contents);
  return tree.problems.length > 0 ? refused(...tree.problems) : parsed(node);
}

/** An alias means the latest anchor of its name before it. */
function resolveAliases(document: Document): ReadonlyMap<Alias, unknown> {
  const anchors = new Map<string, unknown>();
  const aliases = new Map<Alias, unknown>();
  visit(document, {
    Alias: (_, alias) => {
      aliases.set(alias, anchors.get(alias.source));
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return aliases;
}

/** One problem a line: what follows the first is mostly its echo. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const lines = new Set<number | undefined>();
  return problems.filter(({ location }) => {
    const isNew = !lines.has(location?.line);
    lines.add(location?.line);
    return isNew;
  });
}

interface Source {
  readonly text: string;
  readonly positions: Positions;
}

function syntaxProblem(error: YAMLError, { text, positions }: Source): Problem {
  const location = positions(error.pos[0]);
  if (error.code === 'TAB_AS_INDENT') {
    return { message: 'The line is indented with a tab.', remedy: 'Indent YAML with spaces.', location };
  }
  if (error.code === 'TAG_RESOLVE_FAILED') {
    const remedy = 'Write the value itself: tags such as those of CloudFormation are not read here.';
    return { message: 'The value has a YAML tag that has no meaning here.', remedy, location };
  }
  const line = text.split('\n')[(location.line ?? 1) - 1] ?? '';
  if (line.includes('${{')) {
    const remedy = 'Put placeholders in quotes where they stand within brackets or braces: ["${{ name }}"].';
    return { message: 'The YAML is not valid near a placeholder.', remedy, location };
  }
  return {
    message: `The YAML is not valid: ${error.message.split('\n', 1)[0] ?? error.code}.`,
    remedy: 'Correct it here or just before this place; quotes help where a text has special characters.',
    location,
  };
}

function severalDocuments(location: Location): Problem {
  return {
    message: 'The file holds more than one YAML document.',
    remedy: 'Keep one, and remove the line "---" before the next.',
    location,
  };
}

function noValue(positions: Positions): Problem {
  return {
    message: 'The file holds no value, only comments or markers.',
    remedy: 'Write the definition into it.',
    location: positions(0),
  };
}

function tooNested(positions: Positions): Problem {
  return {
    message: 'The YAML is nested too deeply to be read.',
    remedy: 'Check that this is the right file.',
    location: positions(0),
  };
}
