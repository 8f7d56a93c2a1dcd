import { trimmedStart } from '../blank.ts';

/** A parser directive: `# name=value` before everything else in a Dockerfile. */
export interface Directive {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** Counted from 1, of the lines that were given. */
  readonly line: number;
}

const NAMES: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);

/** The directives of a Dockerfile (BuildKit's parser/directives.go, `ParseAll`): the first line that is none ends them. */
export function directivesOf(lines: readonly string[], comment: '#' | '//' = '#'): readonly Directive[] {
  const found: Directive[] = [];
  for (const [index, line] of lines.entries()) {
    const [, name = '', value = ''] = line.startsWith(comment) ? (FORM.exec(trimmedStart(line.slice(comment.length))) ?? []) : [];
    const directive = { name: name.toLowerCase(), value, line: index + 1 };
    if (!NAMES.has(directive.name) || found.some((other) => other.name === directive.name)) return found;
    found.push(directive);
  }
  return found;
}

const FORM = /^([A-Za-z][A-Za-z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+?)[\t\n\f\r ]*$/;
