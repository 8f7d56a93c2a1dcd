import { BLANK } from '../blank.ts';
import { replaced, withoutEnd, withoutStart } from './shell-pattern.ts';

/** What a variable holds; `unset` where it has no value, `unknown` where the builder alone can tell. */
export type Variable = { readonly value: string } | 'unset' | 'unknown';

export interface WordRules {
  /** The character that takes the meaning from the next one: `\` unless a directive says otherwise. */
  readonly escape: string;
  readonly variable: (name: string) => Variable;
}

/**
 * A word of a Dockerfile with its variables filled in and without its quotes, as BuildKit does it (shell/lex.go,
 * `ProcessWord`). Undefined where only the builder can tell, or where the word is wrong, so that the builder refuses it.
 */
export function expanded(word: string, rules: WordRules): string | undefined {
  const reader = new WordReader(word, { ...rules, isRaw: false });
  const text = reader.read()?.text;
  return reader.isUnknown ? undefined : text;
}

/** The words of a line, with quotes and variables as they are written; undefined where quotes or braces are not closed. */
export const rawWords = (line: string): readonly string[] | undefined =>
  new WordReader(line, { escape: '\\', variable: () => 'unset', isRaw: true, keepsUnset: true }).read()?.words;

/** The words without their quotes, with variables as they are written. */
export const plainWords = (line: string): readonly string[] | undefined =>
  new WordReader(line, { escape: '\\', variable: () => 'unset', isRaw: false, keepsUnset: true }).read()?.words;

interface ReaderRules extends WordRules {
  /** Quotes and escapes stay. */
  readonly isRaw: boolean;
  /** A variable without a value stays as it is written. */
  readonly keepsUnset?: boolean;
}

interface Reading {
  readonly text: string;
  readonly words: readonly string[];
}

/** Thrown for what BuildKit refuses, and caught by `read`. */
class WrongWord extends Error {}

const IS_BLANK = new RegExp(`^[${BLANK}]$`);

/** One word in its reading, from left to right. */
class WordReader {
  isUnknown = false;
  readonly #characters: readonly string[];
  readonly #rules: ReaderRules;
  #at = 0;

  constructor(word: string, rules: ReaderRules) {
    this.#characters = Array.from(word);
    this.#rules = rules;
  }

  read(): Reading | undefined {
    try {
      return this.#until(undefined, this.#rules.isRaw);
    } catch (error) {
      if (error instanceof WrongWord) return undefined;
      throw error;
    }
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #next(): string | undefined {
    const character = this.#characters[this.#at];
    this.#at += 1;
    return character;
  }

  #until(stop: string | undefined, keepsEscapes: boolean): Reading {
    const words = new Words();
    let text = '';
    for (let character = this.#peek(); character !== undefined; character = this.#peek()) {
      if (character === stop) {
        this.#at += 1;
        return { text, words: words.all() };
      }
      const part = this.#part(character, keepsEscapes);
      text += part.text;
      words.add(part.text, part.splits);
    }
    if (stop !== undefined) throw new WrongWord();
    return { text, words: words.all() };
  }

  /** What one character begins, and whether blanks in it part words. */
  #part(character: string, keepsEscapes: boolean): { readonly text: string; readonly splits: boolean } {
    switch (character) {
      case "'":
        return { text: this.#singleQuoted(), splits: false };
      case '"':
        return { text: this.#doubleQuoted(keepsEscapes), splits: false };
      case '$':
        return { text: this.#variable(), splits: true };
      case '<':
        return { text: this.#angle(), splits: false };
      default:
    }
    this.#at += 1;
    if (character !== this.#rules.escape) return { text: character, splits: true };
    const escaped = this.#next() ?? '';
    const kept = keepsEscapes ? character : '';
    return { text: kept + escaped, splits: false };
  }

  /** Nothing can be escaped in it. */
  #singleQuoted(): string {
    const end = this.#characters.indexOf("'", this.#at + 1);
    if (end === -1) throw new WrongWord();
    const text = this.#characters.slice(this.#at + 1, end).join('');
    this.#at = end + 1;
    return this.#quoted("'", text);
  }

  #doubleQuoted(keepsEscapes: boolean): string {
    this.#at += 1;
    let text = '';
    for (let character = this.#peek(); character !== '"'; character = this.#peek()) {
      if (character === undefined) throw new WrongWord();
      text += character === '$' ? this.#variable() : this.#inQuotes(keepsEscapes);
    }
    this.#at += 1;
    return this.#quoted('"', text);
  }

  /** A backslash stays before what needs none. */
  #inQuotes(keepsEscapes: boolean): string {
    const character = this.#next() ?? '';
    if (character !== this.#rules.escape) return character;
    const escaped = this.#peek();
    const kept = keepsEscapes ? character : '';
    if (escaped === undefined) return kept;
    if (escaped !== '"' && escaped !== '$' && escaped !== this.#rules.escape) return kept + character;
    this.#at += 1;
    return kept + escaped;
  }

  #quoted(mark: string, text: string): string {
    return this.#rules.isRaw ? mark + text + mark : text;
  }

  /** Blanks between `<<` and the word behind it belong to it: a here-document. */
  #angle(): string {
    this.#at += 1;
    if (this.#peek() !== '<') return '<';
    let text = '<<';
    this.#at += 1;
    for (let blank = this.#peek(); blank === ' ' || blank === '\t' || blank === '\r'; blank = this.#peek()) {
      text += blank;
      this.#at += 1;
    }
    return text;
  }

  #variable(): string {
    this.#at += 1;
    if (this.#peek() === '{') {
      this.#at += 1;
      return this.#braced();
    }
    const name = this.#name();
    return name === '' ? '$' : this.#value(name, `$${name}`);
  }

  #braced(): string {
    const first = this.#peek();
    if (first === undefined || '{}:'.includes(first)) throw new WrongWord();
    const name = this.#name();
    const sign = this.#next();
    if (sign === '}') return this.#value(name, `\${${name}}`);
    if (sign === '/') return this.#replacing(name);
    const isEmptyUnset = sign === ':';
    const operator = isEmptyUnset ? this.#next() : sign;
    if (operator === undefined || !'+-?#%'.includes(operator)) throw new WrongWord();
    const cuts = operator === '#' || operator === '%';
    if (cuts && isEmptyUnset) throw new WrongWord();
    const { text } = this.#until('}', cuts);
    const known = this.#lookUp(name);
    if (known === undefined && this.#rules.keepsUnset === true) return `\${${name}${isEmptyUnset ? ':' : ''}${operator}${text}}`;
    const isThere = known !== undefined && !(isEmptyUnset && known === '');
    if (operator === '-') return isThere ? known : text;
    if (operator === '+') return isThere ? text : '';
    if (operator === '?') {
      if (!isThere) throw new WrongWord();
      return known;
    }
    return orWrong((operator === '#' ? withoutStart : withoutEnd)(known ?? '', text));
  }

  #replacing(name: string): string {
    const isEach = this.#peek() === '/';
    if (isEach) this.#at += 1;
    const { text: pattern } = this.#until('/', true);
    const { text: by } = this.#until('}', true);
    const known = this.#lookUp(name);
    if (known === undefined && this.#rules.keepsUnset === true) return `\${${name}/${pattern}/${by}}`;
    return orWrong(replaced(known ?? '', pattern, { by, isEach }));
  }

  #value(name: string, written: string): string {
    return this.#lookUp(name) ?? (this.#rules.keepsUnset === true ? written : '');
  }

  #lookUp(name: string): string | undefined {
    const found = this.#rules.variable(name);
    if (found === 'unset') return undefined;
    if (found !== 'unknown') return found.value;
    this.isUnknown = true;
    return '';
  }

  /** Letters, digits and `_`; digits alone where it begins with one; or one sign that a shell has a meaning for. */
  #name(): string {
    const rest = this.#characters.slice(this.#at).join('');
    const [name = ''] = /^(?:\p{Nd}+|[@*#?$!-]|[\p{L}\p{Nd}_]+)/u.exec(rest) ?? [];
    this.#at += Array.from(name).length;
    return name;
  }
}

function orWrong(text: string | undefined): string {
  if (text === undefined) throw new WrongWord();
  return text;
}

/** Parts a text into words as it comes. */
class Words {
  readonly #done: string[] = [];
  #word = '';

  add(text: string, splits: boolean): void {
    for (const character of text) {
      if (!splits || !IS_BLANK.test(character)) this.#word += character;
      else this.#end();
    }
  }

  all(): readonly string[] {
    this.#end();
    return this.#done;
  }

  #end(): void {
    if (this.#word !== '') this.#done.push(this.#word);
    this.#word = '';
  }
}
