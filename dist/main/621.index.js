export const id = 621;
export const ids = [621];
export const modules = {

/***/ 6461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ trimmedStart),
/* harmony export */   Z4: () => (/* binding */ BLANK),
/* harmony export */   dE: () => (/* binding */ trimmed)
/* harmony export */ });
/** What Go counts as blank (unicode.IsSpace), as the content of a set. */
const BLANK = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const AROUND = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, 'g');
const BEFORE = new RegExp(`^[${BLANK}]+`);
/** Without the blanks around it (strings.TrimSpace). */
const trimmed = (text) => text.replace(AROUND, '');
const trimmedStart = (text) => text.replace(BEFORE, '');


/***/ }),

/***/ 3935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pushesItself),
/* harmony export */   g: () => (/* binding */ driverIn)
/* harmony export */ });
/** Reads the driver from what `docker buildx inspect` prints; undefined where its engine does not answer. */
const driverIn = (inspected) => /^Driver:[^\S\n]*(\S+)/m.exec(inspected)?.[1];
/** Whether the builder pushes by digest itself: the engine's own does not. */
const pushesItself = ({ frontend, driver }) => frontend === 'buildx' && driver !== undefined && driver !== 'docker';


/***/ }),

/***/ 983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ directivesOf)
/* harmony export */ });
/* harmony import */ var _blank_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6461);

const NAMES = new Set(['syntax', 'escape', 'check']);
/** The directives of a Dockerfile (BuildKit's parser/directives.go, `ParseAll`): the first line that is none ends them. */
function directivesOf(lines, comment = '#') {
    const found = [];
    for (const [index, line] of lines.entries()) {
        const [, name = '', value = ''] = line.startsWith(comment) ? (FORM.exec((0,_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmedStart */ .$G)(line.slice(comment.length))) ?? []) : [];
        const directive = { name: name.toLowerCase(), value, line: index + 1 };
        if (!NAMES.has(directive.name) || found.some((other) => other.name === directive.name))
            return found;
        found.push(directive);
    }
    return found;
}
const FORM = /^([A-Za-z][A-Za-z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+?)[\t\n\f\r ]*$/;


/***/ }),

/***/ 2834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KK: () => (/* binding */ readInstructions),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   ix: () => (/* binding */ triggerOf)
/* harmony export */ });
/* harmony import */ var _inputs_foreign_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9283);
/* harmony import */ var _blank_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6461);
/* harmony import */ var _directive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(983);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7858);




/**
 * Parts a Dockerfile into its instructions, as BuildKit does (parser/parser.go, `Parse`). Never throws: what is wrong in
 * it the builder says.
 */
function readInstructions(text) {
    const lines = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line) => line.replace(/\r+$/, ''));
    const named = (0,_directive_js__WEBPACK_IMPORTED_MODULE_1__/* .directivesOf */ .m)(lines.map(_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmedStart */ .$G)).find(({ name }) => name === 'escape')?.value;
    const escape = named === '`' ? named : '\\';
    const instructions = [];
    for (let at = 0; at < lines.length;) {
        const start = at;
        const { joined, next } = joinLines(lines, start, escape);
        at = next;
        if (joined === undefined)
            continue;
        const instruction = readInstruction(joined, { line: start + 1, escape });
        instructions.push(instruction);
        for (const end of endsOf(instruction, joined, escape))
            at = behindDocument(lines, at, end);
    }
    return { instructions, escape };
}
/** Reads what stands behind ONBUILD. */
const triggerOf = ({ rest, line }, escape) => readInstruction(rest, { line, escape });
/** A line with those that continue it, without comments and empty lines between them; undefined for one without any. */
function joinLines(lines, start, escape) {
    const first = (0,_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmedStart */ .$G)(lines[start] ?? '');
    if (first === '' || first.startsWith('#'))
        return { joined: undefined, next: start + 1 };
    let { text: joined, isOpen } = continued(first, escape);
    for (const [index, line] of lines.slice(start + 1).entries()) {
        if (!isOpen)
            return { joined, next: start + 1 + index };
        const content = (0,_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmedStart */ .$G)(line);
        if (content === '' || content.startsWith('#'))
            continue;
        const read = continued(line, escape);
        joined += read.text;
        isOpen = read.isOpen;
    }
    return { joined, next: lines.length };
}
/** An escape at the end continues a line, unless another one stands before it. */
function continued(line, escape) {
    const end = line.replace(/[ \t]*$/, '');
    const isOpen = end.endsWith(escape) && end.at(-2) !== escape;
    return { text: isOpen ? end.slice(0, -1) : line, isOpen };
}
function readInstruction(joined, { line, escape }) {
    const [, keyword = '', behind = ''] = /^([^\t\v\f\r ]*)[\t\v\f\r ]*(.*)$/s.exec((0,_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmed */ .dE)(joined)) ?? [];
    const { flags, rest } = splitFlags(behind, escape);
    return { keyword: keyword.toUpperCase(), flags, rest: (0,_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmed */ .dE)(rest), line };
}
/** The words that begin with `--`, as far as only such come; `--` alone ends them (parser/split_command.go). */
function splitFlags(text, escape) {
    const rest = (0,_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmedStart */ .$G)(text);
    if (!rest.startsWith('--'))
        return { flags: [], rest };
    const { word, behind } = flagWord(rest, escape);
    if (word === '--')
        return { flags: [], rest: behind };
    const others = splitFlags(behind, escape);
    return { flags: [word, ...others.flags], rest: others.rest };
}
function flagWord(text, escape) {
    let word = '';
    let quote;
    const characters = Array.from(text);
    for (let at = 0; at < characters.length; at += 1) {
        const character = characters[at] ?? '';
        if (quote === undefined && (0,_blank_js__WEBPACK_IMPORTED_MODULE_0__/* .trimmed */ .dE)(character) === '')
            return { word, behind: characters.slice(at).join('') };
        if (character === quote)
            quote = undefined;
        else if (quote === undefined && (character === '"' || character === "'"))
            quote = character;
        else if (character === escape) {
            at += 1;
            word += characters[at] ?? '';
        }
        else
            word += character;
    }
    return { word, behind: '' };
}
const HAS_DOCUMENTS = new Set(['ADD', 'COPY', 'RUN']);
function endsOf(instruction, joined, escape) {
    const { keyword } = instruction.keyword === 'ONBUILD' ? triggerOf(instruction, escape) : instruction;
    // In a JSON list all is quoted, so that no word begins with `<<`.
    if (!HAS_DOCUMENTS.has(keyword))
        return [];
    return ((0,_word_js__WEBPACK_IMPORTED_MODULE_2__/* .rawWords */ .Yy)(joined) ?? []).flatMap((word) => {
        const [, dash, name = ''] = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(word) ?? [];
        const [text, ...others] = (0,_word_js__WEBPACK_IMPORTED_MODULE_2__/* .plainWords */ .c5)(name) ?? [];
        return text === undefined || others.length > 0 ? [] : [{ text, isIndented: dash === '-' }];
    });
}
function behindDocument(lines, start, { text, isIndented }) {
    const document = lines.slice(start);
    const end = document.findIndex((line) => (isIndented ? line.replace(/^\t+/, '') : line) === text);
    return end === -1 ? lines.length : start + end + 1;
}
/** The items of a JSON list of texts; undefined for anything else. */
function listOf(text) {
    if (!text.startsWith('['))
        return undefined;
    const list = (0,_inputs_foreign_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readJson */ .Vh)(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
}


/***/ }),

/***/ 7858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sz: () => (/* binding */ expanded),
  c5: () => (/* binding */ plainWords),
  Yy: () => (/* binding */ rawWords)
});

// EXTERNAL MODULE: ./build/build/blank.js
var blank = __webpack_require__(6461);
;// CONCATENATED MODULE: ./build/build/dockerfile/shell-pattern.js
/** `${NAME#PATTERN}`, and with `##` as much as the pattern can take; undefined for a pattern that BuildKit refuses. */
function withoutStart(value, written) {
    const { pattern, isGreedy } = readGreed(written, '#');
    const source = sourceOf(pattern, isGreedy);
    return source === undefined ? undefined : value.replace(new RegExp(`^${source}`, 'u'), '');
}
/** `${NAME%PATTERN}`, and with `%%` as much as the pattern can take. */
function withoutEnd(value, written) {
    const { pattern, isGreedy } = readGreed(written, '%');
    const source = sourceOf(turned(pattern.match(TOKENS) ?? []), isGreedy);
    // Turned round, the shortest end is the shortest start.
    return source === undefined
        ? undefined
        : turned(Array.from(turned(Array.from(value)).replace(new RegExp(`^${source}`, 'u'), '')));
}
/** `${NAME/PATTERN/OTHER}`, and with `//` each of them. */
function replaced(value, pattern, { by, isEach }) {
    const source = sourceOf(pattern, true);
    return source === undefined ? undefined : value.replace(new RegExp(source, isEach ? 'gu' : 'u'), () => by);
}
const TOKENS = /\\.|./gsu;
const turned = (parts) => parts.toReversed().join('');
const readGreed = (written, sign) => written.startsWith(sign) ? { pattern: written.slice(1), isGreedy: true } : { pattern: written, isGreedy: false };
/** A pattern of a shell, without sets, as the source of a regular expression (shell/lex.go, `convertShellPatternToRegex`). */
function sourceOf(pattern, isGreedy) {
    const parts = (pattern.match(TOKENS) ?? []).map((token) => {
        if (token === '*')
            return isGreedy ? '[^\\n]*' : '[^\\n]*?';
        if (token === '?')
            return '[^\\n]';
        if (token === '\\}' || token === '\\/')
            return literal(token.slice(1));
        if (token.startsWith('\\'))
            return /^\\[*?\\]$/.test(token) ? token : undefined;
        return literal(token);
    });
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}
const literal = (character) => character.replace(/[-\\^$.*+?()[\]{}|/]/u, '\\$&');

;// CONCATENATED MODULE: ./build/build/dockerfile/word.js


/**
 * A word of a Dockerfile with its variables filled in and without its quotes, as BuildKit does it (shell/lex.go,
 * `ProcessWord`). Undefined where only the builder can tell, or where the word is wrong, so that the builder refuses it.
 */
function expanded(word, rules) {
    const reader = new WordReader(word, { ...rules, isRaw: false });
    const text = reader.read()?.text;
    return reader.isUnknown ? undefined : text;
}
/** The words of a line, with quotes and variables as they are written; undefined where quotes or braces are not closed. */
const rawWords = (line) => new WordReader(line, { escape: '\\', variable: () => 'unset', isRaw: true, keepsUnset: true }).read()?.words;
/** The words without their quotes, with variables as they are written. */
const plainWords = (line) => new WordReader(line, { escape: '\\', variable: () => 'unset', isRaw: false, keepsUnset: true }).read()?.words;
/** Thrown for what BuildKit refuses, and caught by `read`. */
class WrongWord extends Error {
}
const IS_BLANK = new RegExp(`^[${blank/* BLANK */.Z4}]$`);
/** One word in its reading, from left to right. */
class WordReader {
    isUnknown = false;
    #characters;
    #rules;
    #at = 0;
    constructor(word, rules) {
        this.#characters = Array.from(word);
        this.#rules = rules;
    }
    read() {
        try {
            return this.#until(undefined, this.#rules.isRaw);
        }
        catch (error) {
            if (error instanceof WrongWord)
                return undefined;
            throw error;
        }
    }
    #peek() {
        return this.#characters[this.#at];
    }
    #next() {
        const character = this.#characters[this.#at];
        this.#at += 1;
        return character;
    }
    #until(stop, keepsEscapes) {
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
        if (stop !== undefined)
            throw new WrongWord();
        return { text, words: words.all() };
    }
    /** What one character begins, and whether blanks in it part words. */
    #part(character, keepsEscapes) {
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
        if (character !== this.#rules.escape)
            return { text: character, splits: true };
        const escaped = this.#next() ?? '';
        const kept = keepsEscapes ? character : '';
        return { text: kept + escaped, splits: false };
    }
    /** Nothing can be escaped in it. */
    #singleQuoted() {
        const end = this.#characters.indexOf("'", this.#at + 1);
        if (end === -1)
            throw new WrongWord();
        const text = this.#characters.slice(this.#at + 1, end).join('');
        this.#at = end + 1;
        return this.#quoted("'", text);
    }
    #doubleQuoted(keepsEscapes) {
        this.#at += 1;
        let text = '';
        for (let character = this.#peek(); character !== '"'; character = this.#peek()) {
            if (character === undefined)
                throw new WrongWord();
            text += character === '$' ? this.#variable() : this.#inQuotes(keepsEscapes);
        }
        this.#at += 1;
        return this.#quoted('"', text);
    }
    /** A backslash stays before what needs none. */
    #inQuotes(keepsEscapes) {
        const character = this.#next() ?? '';
        if (character !== this.#rules.escape)
            return character;
        const escaped = this.#peek();
        const kept = keepsEscapes ? character : '';
        if (escaped === undefined)
            return kept;
        if (escaped !== '"' && escaped !== '$' && escaped !== this.#rules.escape)
            return kept + character;
        this.#at += 1;
        return kept + escaped;
    }
    #quoted(mark, text) {
        return this.#rules.isRaw ? mark + text + mark : text;
    }
    /** Blanks between `<<` and the word behind it belong to it: a here-document. */
    #angle() {
        this.#at += 1;
        if (this.#peek() !== '<')
            return '<';
        let text = '<<';
        this.#at += 1;
        for (let blank = this.#peek(); blank === ' ' || blank === '\t' || blank === '\r'; blank = this.#peek()) {
            text += blank;
            this.#at += 1;
        }
        return text;
    }
    #variable() {
        this.#at += 1;
        if (this.#peek() === '{') {
            this.#at += 1;
            return this.#braced();
        }
        const name = this.#name();
        return name === '' ? '$' : this.#value(name, `$${name}`);
    }
    #braced() {
        const first = this.#peek();
        if (first === undefined || '{}:'.includes(first))
            throw new WrongWord();
        const name = this.#name();
        const sign = this.#next();
        if (sign === '}')
            return this.#value(name, `\${${name}}`);
        if (sign === '/')
            return this.#replacing(name);
        const isEmptyUnset = sign === ':';
        const operator = isEmptyUnset ? this.#next() : sign;
        if (operator === undefined || !'+-?#%'.includes(operator))
            throw new WrongWord();
        const cuts = operator === '#' || operator === '%';
        if (cuts && isEmptyUnset)
            throw new WrongWord();
        const { text } = this.#until('}', cuts);
        const known = this.#lookUp(name);
        if (known === undefined && this.#rules.keepsUnset === true)
            return `\${${name}${isEmptyUnset ? ':' : ''}${operator}${text}}`;
        const isThere = known !== undefined && !(isEmptyUnset && known === '');
        if (operator === '-')
            return isThere ? known : text;
        if (operator === '+')
            return isThere ? text : '';
        if (operator === '?') {
            if (!isThere)
                throw new WrongWord();
            return known;
        }
        return orWrong((operator === '#' ? withoutStart : withoutEnd)(known ?? '', text));
    }
    #replacing(name) {
        const isEach = this.#peek() === '/';
        if (isEach)
            this.#at += 1;
        const { text: pattern } = this.#until('/', true);
        const { text: by } = this.#until('}', true);
        const known = this.#lookUp(name);
        if (known === undefined && this.#rules.keepsUnset === true)
            return `\${${name}/${pattern}/${by}}`;
        return orWrong(replaced(known ?? '', pattern, { by, isEach }));
    }
    #value(name, written) {
        return this.#lookUp(name) ?? (this.#rules.keepsUnset === true ? written : '');
    }
    #lookUp(name) {
        const found = this.#rules.variable(name);
        if (found === 'unset')
            return undefined;
        if (found !== 'unknown')
            return found.value;
        this.isUnknown = true;
        return '';
    }
    /** Letters, digits and `_`; digits alone where it begins with one; or one sign that a shell has a meaning for. */
    #name() {
        const rest = this.#characters.slice(this.#at).join('');
        const [name = ''] = /^(?:\p{Nd}+|[@*#?$!-]|[\p{L}\p{Nd}_]+)/u.exec(rest) ?? [];
        this.#at += Array.from(name).length;
        return name;
    }
}
function orWrong(text) {
    if (text === undefined)
        throw new WrongWord();
    return text;
}
/** Parts a text into words as it comes. */
class Words {
    #done = [];
    #word = '';
    add(text, splits) {
        for (const character of text) {
            if (!splits || !IS_BLANK.test(character))
                this.#word += character;
            else
                this.#end();
        }
    }
    all() {
        this.#end();
        return this.#done;
    }
    #end() {
        if (this.#word !== '')
            this.#done.push(this.#word);
        this.#word = '';
    }
}


/***/ }),

/***/ 6899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ isWorthAnotherTry),
  f: () => (/* binding */ readFailure)
});

// EXTERNAL MODULE: ./build/build/dockerfile/instruction.js
var instruction = __webpack_require__(2834);
;// CONCATENATED MODULE: ./build/build/failure/line.js

/** The line that failed, where there is no doubt: as the builder tells it, or else by the text of its instruction. */
function failingLine({ text, message, step }, files) {
    const told = toldLine(text, message);
    const fitting = told?.name === undefined ? files : files.filter(({ path }) => path.split('/').at(-1) === told.name);
    const [file, ...others] = fitting;
    if (file === undefined || others.some(({ path }) => path !== file.path))
        return undefined;
    const line = told?.line ?? (step === undefined ? undefined : lineOf(step.name, file.text));
    return line === undefined ? undefined : { file: file.path, line };
}
/**
 * BuildKit shows the line as `Dockerfile:3`, above a frame with the lines around it, and without the path of the file.
 * The one in engines before 23 only names lines that it cannot read.
 */
function toldLine(text, message) {
    const [, name, framed = ''] = /^(\S.*):(\d+)\r?\n-{10,}\r?$/m.exec(text) ?? [];
    if (name !== undefined)
        return { name, line: Number(framed) };
    const [, unread] = /^dockerfile parse error (?:on )?line (\d+):/.exec(message) ?? [];
    return unread === undefined ? undefined : { line: Number(unread) };
}
/** The line of the only instruction that the name of a step tells of. */
function lineOf(name, text) {
    const instructions = instructionsOf(text);
    const base = /^\[(?:\S+ )?internal\] load metadata for (\S+)$/.exec(name)?.[1];
    if (base !== undefined)
        return onlyLine(instructions.filter((one) => isFrom(one.text, base)));
    const run = oneBlank(name.replace(/^\[[^\]]*\] /, ''));
    const same = instructions.filter((one) => one.text === run);
    if (same.length > 0)
        return onlyLine(same);
    return onlyLine(instructions.filter((one) => patternOf(one.text).test(run)));
}
const onlyLine = ([one, ...others]) => others.length === 0 ? one?.line : undefined;
/** The builder writes the whole name: `docker.io/library/ruby:3` for `ruby:3`. */
function isFrom(text, base) {
    const [, image] = /^FROM (?:--\S+ )*(\S+)/.exec(text) ?? [];
    return image !== undefined && [image, `${image}:latest`].some((one) => base === one || base.endsWith(`/${one}`));
}
/** The builder fills variables in. */
const patternOf = (instruction) => new RegExp(`^${instruction
    .split(/\$(?:\w+|\{[^}]*\})/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')}$`);
const instructionsOf = (text) => (0,instruction/* readInstructions */.KK)(text).instructions.map(({ keyword, flags, rest, line }) => ({
    line,
    text: oneBlank([keyword, ...flags, rest].join(' ')),
}));
const oneBlank = (text) => text.trim().replace(/\s+/g, ' ');

// EXTERNAL MODULE: ./build/build/url.js
var url = __webpack_require__(406);
;// CONCATENATED MODULE: ./build/build/failure/failure.js


/**
 * Reads a failed build from what the builder wrote beside its progress, and the steps that ended. `files` are the
 * Dockerfiles of the images, in which the line is looked for.
 */
function readFailure(text, steps, files = []) {
    const step = steps.findLast(({ error }) => error !== undefined && !/context canceled/.test(error));
    const said = errorLine(text) ?? step?.error ?? otherWords(text) ?? 'The builder ended without a word.';
    const words = said.replace(LAYERS, '');
    const message = (0,url/* withoutCredentials */.r)(words);
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
const LAYERS = /^(?:failed to build: |target \S+: |failed to solve: |rpc error: code = \w+ desc = |failed to solve with frontend dockerfile\.v0: |failed to create LLB definition: )+/;
/** The last line that says ERROR. */
const errorLine = (text) => text
    .split(/\r?\n/)
    .findLast((line) => /^(?:ERROR|error)\b/.test(line))
    ?.replace(/^(?:ERROR|error): */, '');
/**
 * Without such a line: the last one that is no progress, in JSON or of `#6 0.2 text`; before any progress the first one,
 * such as `unknown flag: --x`, above how the command is used.
 */
function otherWords(text) {
    const lines = text.split(/\r?\n/).filter((line) => /^(?!#\d+ |-{3,}$)[^{\s]/.test(line));
    return /^#\d+ /m.test(text) ? lines.at(-1) : lines[0];
}
/** Of several images those that may have failed: the one that the builder names, or whose name the step begins with. */
function filesOf(target, step, files) {
    const name = target ?? /^\[(\S+) /.exec(step?.name ?? '')?.[1];
    const named = files.filter((file) => file.target === name);
    return named.length > 0 ? named : files;
}
const PUSHING = /failed to push|failed to fetch (?:oauth|anonymous) token|failed to authorize|\/v2\/|pushing|registry/i;
const DISK_FULL = /no space left on device|disk quota exceeded/i;
/** The command of a step failed: its words stand in the message, whatever they are. */
const RAN = /did not complete successfully|^executor failed running /;
/** What follows the command where the engine could not even begin it. */
const NOT_BEGUN = /\]: (?:failed to create endpoint|network \S+ not found)/;
// In this order: a full disk also breaks pushes, and a push can be refused in words that name a status.
const SIGNS = [
    { kind: 'disk-full', pattern: DISK_FULL },
    {
        kind: 'builder',
        pattern: /cannot connect to the docker daemon|is the docker daemon running|connect to the docker api|waiting for connection|no builder .* found|failed to find driver|error during connect|failed to initialize builder|failed to receive status|code = unavailable|error reading from server|context deadline exceeded$/i,
    },
    {
        kind: 'cache',
        pattern: /\bcache (?:exporter|importer)\b|--cache-(?:from|to)\b|^failed to export cache/i,
    },
    { kind: 'entitlement', pattern: /\b(?:entitlement \S+|network\.host|security\.insecure) is not allowed/i },
    {
        kind: 'arguments',
        pattern: /^(?:unknown (?:shorthand )?flag|flag needs an argument|invalid argument ".*" for|parse annotations: |invalid annotation "|invalid mode "|invalid platform|failed to parse platform|failed to convert agent config|could not parse ssh: )/i,
    },
    { kind: 'unreachable', pattern: /dial tcp: lookup |no such host/i },
    { kind: 'registry-full', pattern: /exceed(?:s|ed)? (?:a|the) .*\blimit\b|limit ?exceeded/i },
    { kind: 'not-as-sent', pattern: /\bdigest\b.*(?:and not the given|invalid|mismatch|does(?: not|n't) match)|unexpected commit digest/i },
    { kind: 'tag-taken', pattern: /tag .*(?:already exists|is immutable|cannot be overwritten)/i },
    {
        kind: 'login-refused',
        pattern: /no basic auth credentials|authorization token has expired|401 unauthorized|403 forbidden|denied: (?:user|your)|not authorized/i,
    },
];
/** What a registry says of a repository that it does not have: ECR in words, others by the code of the protocol. */
const NO_REPOSITORY = /repository .*does not exist|name unknown/i;
/**
 * EOF where an upload begins is how ECR says that repository or permission is missing: asking again is no use. It begins
 * with a question for a layer of another repository where the builder knows one.
 */
const UPLOAD_BEGINS = /\/blobs\/uploads\/?(?:\?mount=[^"\s]*)?"?: .*\bEOF\b/i;
const BUSY = /\b429\b|too many requests|toomanyrequests|\b5\d\d\b (?:internal|bad gateway|service|gateway|server)|status(?: code)?:? 5\d\d|unexpected status.*\b5\d\d\b|\bEOF\b|connection reset|broken pipe|i\/o timeout|tls handshake timeout|connection refused|connection timed out|use of closed network connection|http2: /i;
/** The builder tells of a failed push in the registry's words alone; what it got stands in what the step wrote. */
const wordsOf = (message, step) => PUSHING.test(message) ? `${message}\n${step?.output.join('\n') ?? ''}` : message;
function kindOf(message, { step, steps, location }) {
    // Whatever words a command has, it is never tried again.
    if (RAN.test(message))
        return NOT_BEGUN.test(message) ? 'builder' : 'dockerfile';
    if (step !== undefined && /^exporting .*\bcache\b/i.test(step.name))
        return 'cache';
    const sign = SIGNS.find(({ pattern }) => pattern.test(message));
    if (sign !== undefined)
        return sign.kind;
    if (UPLOAD_BEGINS.test(message))
        return 'upload-refused';
    if (PUSHING.test(message) && NO_REPOSITORY.test(message))
        return 'upload-refused';
    if (PUSHING.test(message) && BUSY.test(wordsOf(message, step)))
        return 'registry-busy';
    if (/^failed to push /.test(message))
        return 'push-refused';
    return location !== undefined || steps.some(isOfBuilder) ? 'dockerfile' : 'arguments';
}
/** Whether the builder was at work, and not Buildx alone, which reads the definition of several images. */
const isOfBuilder = ({ name }) => name !== '[internal] load local bake definitions';
/** Whether the same command may end better a moment later; never for an error of the build itself. */
const isWorthAnotherTry = ({ kind }) => kind === 'registry-busy';


/***/ }),

/***/ 406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/** A text of the builder without what may open a door: user names and passwords of its URLs, and what they ask. */
const withoutCredentials = (text) => text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@').replace(/\b(https?:\/\/[^\s?#"']+)\?[^\s#"']+/gi, '$1?***');


/***/ }),

/***/ 8621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ openBuilder),
  removeTraces: () => (/* binding */ removeTraces)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/build/builder/builder-text.js
/** The texts that BuildKit's clients read as one line of CSV: `type=image,name=…`. */
const csv = (fields) => fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
const secretText = (secret) => secret.from === 'env'
    ? csv([`id=${secret.id}`, `env=${secret.variable}`])
    : csv([`id=${secret.id}`, `src=${secret.path}`]);
/** No CSV: BuildKit cuts it at the first equals sign, and paths at every comma. */
const sshText = ({ id, paths }) => paths.length === 0 ? id : `${id}=${paths.join(',')}`;
/** None unless asked for: BuildKit's own default would turn a single image into an index. */
function attestationArgs({ provenance, sbom }) {
    return [
        provenance === false ? 'type=provenance,disabled=true' : withParameters('type=provenance', provenance),
        ...(sbom === false ? [] : [withParameters('type=sbom', sbom)]),
    ];
}
const withParameters = (type, parameters) => parameters === '' ? type : `${type},${parameters}`;
/**
 * Where the image goes. By digest there is no tag that two runs could take from each other: tags are put
 * afterwards, when it is known whether somebody was faster.
 */
function outputOf(target, leaving) {
    switch (leaving.kind) {
        case 'pushed':
            return csv([
                'type=image',
                `name=${target.uri}`,
                'push=true',
                'push-by-digest=true',
                'name-canonical=true',
                'oci-mediatypes=true',
                ...compressionFields(target),
            ]);
        case 'engine':
            // The engine pushes what it has as gzip.
            return csv(['type=docker', `name=${leaving.name(target)}`]);
    }
}
/** Layers that are there already, such as those of a base image, stay as they are unless that is forced. */
const compressionFields = ({ compression }) => compression === undefined ? [] : [`compression=${compression}`, 'force-compression=true'];

;// CONCATENATED MODULE: ./build/build/builder/bake.js

/**
 * The definition by which `docker buildx bake` builds all images in one run, so that stages they share are built
 * once. Docker documentation, "Bake file reference".
 */
function bakeDefinition(solve) {
    const names = targetNames(solve.targets);
    return {
        group: { default: { targets: [...names.values()] } },
        target: Object.fromEntries(solve.targets.map((target) => [names.get(target) ?? '', bakeTarget(target, solve)])),
    };
}
/** The name by which bake knows each image, in its progress and in the metadata: letters, digits, `_` and `-`. */
function targetNames(targets) {
    const taken = new Set();
    return new Map(targets.map((target, index) => {
        const plain = target.name.replace(/[^A-Za-z0-9_-]/g, '-');
        const name = taken.has(plain) || plain === 'default' ? `${plain}-${index + 1}` : plain;
        taken.add(name);
        return [target, name];
    }));
}
function bakeTarget(target, solve) {
    return literal({
        context: target.context,
        dockerfile: target.dockerfile,
        ...(target.target === undefined ? {} : { target: target.target }),
        args: Object.fromEntries(target.buildArgs),
        contexts: Object.fromEntries(target.buildContexts),
        secret: target.secrets.map(secretText),
        ssh: target.ssh.map(sshText),
        platforms: target.platforms,
        labels: Object.fromEntries(target.labels),
        annotations: target.annotations,
        'cache-from': target.cacheFrom,
        'cache-to': target.cacheTo,
        attest: attestationArgs(solve.attestations),
        'no-cache': solve.noCache,
        pull: solve.pull,
        output: [outputOf(target, solve.leaving)],
    });
}
/**
 * A text of a definition, even the name of a label, is a template of HCL: `${` and `%{` begin an expression. Here nothing
 * does; since the escape `$${` means something else behind another dollar sign, every one is written as an expression
 * that gives it.
 */
function literal(value) {
    if (typeof value === 'string')
        return escaped(value);
    if (typeof value === 'boolean')
        return value;
    if (isList(value))
        return value.map(literal);
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [escaped(name), literal(member)]));
}
const escaped = (text) => text.replace(/\$|%(?=\{)/g, (character) => `\${"${character}"}`);
const isList = (value) => Array.isArray(value);

;// CONCATENATED MODULE: ./build/build/builder/command.js


/** The command of one run: `buildx build` for one image, `buildx bake` with a definition for several. */
function buildCommand(solve, frontend) {
    const [target, ...others] = solve.targets;
    if (frontend === 'plain')
        return { args: ['build', ...plainArgs(solve, target)] };
    const common = [
        ...given('--builder', solve.builder),
        '--progress=rawjson',
        '--metadata-file',
        solve.metadataFile,
    ];
    if (others.length > 0) {
        return { args: ['buildx', 'bake', ...common, '--file', '-'], stdin: JSON.stringify(bakeDefinition(solve)) };
    }
    return {
        args: [
            'buildx',
            'build',
            ...common,
            ...targetArgs(target),
            ...each('--build-context', pairs(target.buildContexts)),
            ...each('--annotation', target.annotations),
            ...each('--platform', target.platforms.length === 0 ? [] : [target.platforms.join(',')]),
            ...each('--cache-from', target.cacheFrom),
            ...each('--cache-to', target.cacheTo),
            ...each('--attest', attestationArgs(solve.attestations)),
            '--output',
            outputOf(target, solve.leaving),
            ...shared(solve),
            target.context,
        ],
    };
}
/** What `docker build` of an engine without Buildx understands; the checks have refused the rest. */
const plainArgs = (solve, target) => [
    '--progress=plain',
    ...targetArgs(target),
    ...each('--platform', target.platforms),
    ...(solve.leaving.kind === 'engine' ? ['--tag', solve.leaving.name(target)] : []),
    ...shared(solve),
    target.context,
];
const targetArgs = (target) => [
    '--file',
    target.dockerfile,
    ...given('--target', target.target),
    ...each('--build-arg', pairs(target.buildArgs)),
    ...each('--secret', target.secrets.map(secretText)),
    ...each('--ssh', target.ssh.map(sshText)),
    ...each('--label', pairs(target.labels)),
];
const shared = ({ noCache, pull, extraArgs }) => [
    ...(noCache ? ['--no-cache'] : []),
    ...(pull ? ['--pull'] : []),
    ...extraArgs,
];
const given = (flag, value) => value === undefined ? [] : [flag, value];
const each = (flag, values) => values.flatMap((value) => [flag, value]);
const pairs = (values) => [...values].map(([name, value]) => `${name}=${value}`);

// EXTERNAL MODULE: ./build/build/failure/failure.js + 1 modules
var failure_failure = __webpack_require__(6899);
// EXTERNAL MODULE: ./build/inputs/foreign-json.js
var foreign_json = __webpack_require__(9283);
;// CONCATENATED MODULE: ./build/build/builder/metadata.js


/** Reads the builder's metadata file: of one image its members, of several one object a bake target. */
function readMetadata(targets, text) {
    const value = (0,foreign_json/* membersOf */.lS)(text === undefined ? {} : JSON.parse(text));
    const names = targetNames(targets);
    return targets.map((target) => {
        const metadata = targets.length === 1 ? value : (0,foreign_json/* membersOf */.lS)(value[names.get(target) ?? '']);
        const digest = metadata['containerimage.digest'];
        return { target, digest: typeof digest === 'string' ? digest : undefined, metadata };
    });
}

// EXTERNAL MODULE: ./build/build/url.js
var url = __webpack_require__(406);
;// CONCATENATED MODULE: ./build/build/progress/event.js


/**
 * Reads a line of BuildKit's `SolveStatus` (api/types, as JSON); undefined for any other text. A step is called by the
 * URL that it fetches, and what it writes may name it.
 */
function readProgress(line) {
    if (!line.startsWith('{'))
        return undefined;
    const value = (0,foreign_json/* readJson */.Vh)(line);
    if (!(0,foreign_json/* isMembers */.gV)(value))
        return undefined;
    const known = ['vertexes', 'statuses', 'logs', 'warnings'];
    if (!Object.keys(value).every((key) => known.includes(key)))
        return undefined;
    return {
        steps: listOf(value['vertexes']).map(stepOf),
        outputs: listOf(value['logs']).flatMap(event_outputOf),
    };
}
const stepOf = (vertex) => ({
    id: textOf(vertex['digest']) ?? '',
    name: (0,url/* withoutCredentials */.r)(textOf(vertex['name']) ?? ''),
    startedAt: timeOf(vertex['started']),
    completedAt: timeOf(vertex['completed']),
    isCached: vertex['cached'] === true,
    error: (0,url/* withoutCredentials */.r)(textOf(vertex['error']) ?? '') || undefined,
});
function event_outputOf({ vertex, data }) {
    const id = textOf(vertex);
    const bytes = textOf(data);
    return id === undefined || bytes === undefined ? [] : [{ id, text: (0,url/* withoutCredentials */.r)(decoded(bytes)) }];
}
function decoded(base64) {
    try {
        return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    }
    catch {
        return '';
    }
}
function timeOf(value) {
    const time = Date.parse(textOf(value) ?? '');
    return Number.isNaN(time) ? undefined : time;
}
const textOf = (value) => (typeof value === 'string' ? value : undefined);
function listOf(value) {
    const items = Array.isArray(value) ? value : [];
    return items.filter(foreign_json/* isMembers */.gV);
}

;// CONCATENATED MODULE: ./build/build/progress/plain.js

/** Reads `--progress=plain`, as the `docker build` of an engine writes it: by number, each step named once. */
class PlainProgress {
    #names = new Map();
    /** When it wrote last, in milliseconds since it began. */
    #wrote = new Map();
    /** Such as `#6 [2/3] RUN make`, `#6 0.2 what it writes`, `#6 DONE 0.3s`; undefined for any other text. */
    read(line) {
        const [, id, text = ''] = /^#(\d+) (.*?)\r?$/.exec((0,url/* withoutCredentials */.r)(line)) ?? [];
        if (id === undefined)
            return undefined;
        const name = this.#names.get(id);
        if (name === undefined) {
            this.#names.set(id, text);
            return { steps: [{ ...BEGUN, id, name: text }], outputs: [] };
        }
        const [, wroteAt, output] = /^(\d+\.\d+) (.*)$/.exec(text) ?? [];
        if (wroteAt !== undefined) {
            this.#wrote.set(id, milliseconds(wroteAt));
            return { steps: [], outputs: [{ id, text: `${output ?? ''}\n` }] };
        }
        const end = endOf(text, this.#wrote.get(id) ?? 0);
        return { steps: end === undefined ? [] : [{ ...BEGUN, id, name, ...end }], outputs: [] };
    }
}
const BEGUN = { startedAt: 0, completedAt: undefined, isCached: false, error: undefined };
/** What a step ended with; undefined for its digest, and for what it transfers. */
function endOf(text, wrote) {
    const [, done] = /^DONE (\d+\.\d+)s$/.exec(text) ?? [];
    if (done !== undefined)
        return { completedAt: milliseconds(done), isCached: false, error: undefined };
    if (text === 'CACHED')
        return { completedAt: 0, isCached: true, error: undefined };
    const [, error] = /^ERROR: (.*)$/.exec(text) ?? [];
    if (error !== undefined)
        return { completedAt: wrote, isCached: false, error };
    return text === 'CANCELED' ? { completedAt: wrote, isCached: false, error: 'context canceled' } : undefined;
}
const milliseconds = (seconds) => Math.round(Number(seconds) * 1_000);

// EXTERNAL MODULE: ./build/build/builder/frontend.js
var frontend = __webpack_require__(3935);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/report/full-stop.js
var full_stop = __webpack_require__(7451);
;// CONCATENATED MODULE: ./build/docker/describe.js



/** How long what only asks may take, in milliseconds: an engine that hangs holds no job. */
const ANSWER_LIMIT_MS = 60_000;
const BOUNDED = { limit: ANSWER_LIMIT_MS };
/** What this machine builds with. Throws a UserError without Docker, or where the named builder is not there. */
async function describeMachinery(docker, builder) {
    // Side by side: each takes the start of two processes.
    const [version, inspected] = await Promise.all([
        docker.run(['buildx', 'version'], BOUNDED),
        docker.run(['buildx', 'inspect', ...(builder === undefined ? [] : [builder])], BOUNDED),
    ]);
    if (version.exitCode !== 0) {
        await checkEngine(docker);
        if (builder === undefined)
            return plainMachinery(docker);
        throw new problem/* UserError */.yo({
            message: `The builder ${builder} cannot be used: this Docker has no Buildx.`,
            remedy: 'Install Docker Buildx, or leave builder out: then the engine builds by itself.',
            input: 'builder',
        });
    }
    const driver = (0,frontend/* driverIn */.g)(inspected.stdout);
    if (inspected.exitCode !== 0 || driver === undefined) {
        // One of the docker driver has none while the engine does not answer.
        if (builder === undefined || inspected.exitCode === 0)
            await checkEngine(docker);
        throw new problem/* UserError */.yo({
            message: `The builder ${builder ?? 'that is current'} cannot be used: ${(0,full_stop/* withFullStop */.u)(lastLine(inspected.stderr))}`,
            remedy: 'See docker buildx ls for those that are there, and make it in a step before.',
            input: 'builder',
        });
    }
    if (driver === 'docker')
        await checkEngine(docker);
    return { frontend: 'buildx', driver };
}
/** Docker's own build with BuildKit: clients of version 23 and later have it in Buildx alone. */
async function plainMachinery(docker) {
    const { stdout } = await docker.run(['version', '--format', '{{.Client.Version}}'], BOUNDED);
    const version = stdout.trim();
    if (Number.parseInt(version, 10) < FIRST_WITHOUT_BUILDKIT)
        return { frontend: 'plain', driver: undefined };
    throw new problem/* UserError */.yo({
        message: `This Docker has no Buildx, without which version ${version} of its command cannot build with BuildKit.`,
        remedy: 'Install Docker Buildx in a step before, such as by docker/setup-buildx-action, or put its plugin into cli-plugins of the Docker configuration.',
    });
}
const FIRST_WITHOUT_BUILDKIT = 23;
async function checkEngine(docker) {
    const { exitCode, stderr } = await docker.run(['version', '--format', '{{.Server.Version}}'], BOUNDED);
    if (exitCode === 0)
        return;
    throw new problem/* UserError */.yo({
        message: `The Docker engine does not answer: ${(0,full_stop/* withFullStop */.u)(lastLine(stderr))}`,
        remedy: 'Start it, or give builder the name of a Buildx builder that is reached otherwise.',
    });
}
/** The last line with something in it, without the word ERROR before it. */
const lastLine = (text) => text
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^ERROR:\s*/, '')
    .trim() ?? '';
/** The digest that a registry has under a reference now; undefined where it does not say. */
async function describeDigest(docker, reference) {
    const { exitCode, stdout } = await docker.run(['buildx', 'imagetools', 'inspect', reference, '--format', '{{.Manifest.Digest}}'], BOUNDED);
    const digest = stdout.trim();
    return exitCode === 0 && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}

;// CONCATENATED MODULE: ./build/docker/build.js









/** Runs the builder once, to its end. */
async function runBuild(docker, { frontend, ...solve }, { signal, steps, onStep, onLine }) {
    const { args, stdin } = buildCommand(solve, frontend);
    const plain = new PlainProgress();
    const onErrorLine = (line) => {
        const event = frontend === 'plain' ? plain.read(line) : readProgress(line);
        if (event !== undefined)
            for (const step of steps.add(event))
                onStep(step);
        else if (frontend === 'plain' && line.trim() !== '')
            onLine(line);
    };
    const { exitCode, stderr } = await docker.run(args, { stdin, onErrorLine });
    if (exitCode === 0) {
        const metadata = frontend === 'plain' ? undefined : await (0,promises_.readFile)(solve.metadataFile, 'utf8');
        return { kind: 'built', images: readMetadata(solve.targets, metadata), steps: steps.ended };
    }
    if (signal.aborted)
        return { kind: 'cancelled' };
    const failure = (0,failure_failure/* readFailure */.f)(stderr, steps.ended, await dockerfilesOf(solve, docker.cwd));
    return { kind: 'failed', failure: await withUse(failure, docker, solve.builder), steps: steps.ended };
}
/** The Dockerfiles of all images, named relative to the checkout. */
async function dockerfilesOf({ targets }, checkout) {
    return Promise.all([...targetNames(targets)].map(async ([{ name, dockerfile }, target]) => ({
        target,
        image: name,
        path: (0,external_node_path_.relative)(checkout, dockerfile),
        text: await (0,promises_.readFile)(dockerfile, 'utf8').catch(() => ''),
    })));
}
/** Beside what the step wrote, what fills the disks of engine and builder where one is full. */
async function withUse(failure, docker, builder) {
    if (failure.kind !== 'disk-full')
        return failure;
    const named = builder === undefined ? [] : ['--builder', builder];
    const [engine, cache] = await Promise.all([
        docker.run(['system', 'df'], { limit: ANSWER_LIMIT_MS }),
        docker.run(['buildx', 'du', ...named], { limit: ANSWER_LIMIT_MS }),
    ]);
    const { name = 'the build', output = [] } = failure.step ?? {};
    const totals = cache.stdout
        .trim()
        .split('\n')
        .filter((line) => /^\w+:/.test(line));
    const use = [
        '',
        'Not of the step, but what fills the engine, as docker system df says:',
        ...engine.stdout.trim().split('\n'),
        'and the builder, as docker buildx du says:',
        ...totals,
    ];
    return { ...failure, step: { name, output: [...output, ...use] } };
}

;// CONCATENATED MODULE: ./build/docker/builder.js

/**
 * Makes a builder of the docker-container driver for this step, which can do what the engine's own cannot: caches
 * in a registry, several platforms, attestations. It has the network of the machine, as the engine has: a registry or
 * proxy that only this machine reaches is reached. Resolves to why it could not be made, or undefined.
 */
async function makeBuilder(docker, name) {
    const made = await docker.run([
        'buildx',
        'create',
        '--name',
        name,
        '--driver',
        'docker-container',
        '--driver-opt',
        'network=host',
        '--bootstrap',
    ]);
    if (made.exitCode === 0)
        return undefined;
    await removeBuilder(docker, name, ANSWER_LIMIT_MS);
    return lastLine(made.stderr);
}
/** Resolves to why it may be left, or undefined; `limit` is in milliseconds. */
async function removeBuilder(docker, name, limit) {
    const { exitCode, stderr } = await docker.run(['buildx', 'rm', '--force', name], { limit });
    if (exitCode === 0 || /no builder .* found/.test(stderr))
        return undefined;
    return lastLine(stderr);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/build/login/config.js

/**
 * The text of a Docker configuration that is the user's, with logins of this step for its own registries. A
 * credential store of the user stays in use for all others: an empty helper for a host means the file itself
 * (docker/cli, `getConfiguredCredentialStore`). Undefined where the user's text is no JSON object.
 */
function configWith(users, logins) {
    const config = (0,foreign_json/* readJson */.Vh)(users?.trim() || '{}');
    if (!(0,foreign_json/* isMembers */.gV)(config))
        return undefined;
    const auths = { ...(0,foreign_json/* membersOf */.lS)(config['auths']) };
    const helpers = { ...(0,foreign_json/* membersOf */.lS)(config['credHelpers']) };
    const hasStores = Object.keys(helpers).length > 0 || Boolean(config['credsStore']);
    for (const [host, auth] of logins) {
        auths[host] = { auth };
        if (hasStores)
            helpers[host] = '';
    }
    return JSON.stringify({ ...config, auths, ...(hasStores ? { credHelpers: helpers } : {}) }, undefined, 2);
}

;// CONCATENATED MODULE: ./build/docker/config-directory.js





const CONFIG = 'config.json';
/**
 * Makes a private Docker configuration (0600, in the runner's temporary folder): the user's, with these logins.
 * Whatever else is in the user's folder (plugins, contexts, builders) is linked, so that it goes on working.
 * Resolves to its path. Throws a UserError where the user's own cannot be read.
 */
async function makeConfigDirectory(logins, environment, onMade) {
    const users = usersDirectory(environment);
    const config = configWith(await config_directory_textOf((0,external_node_path_.join)(users, CONFIG)), logins);
    if (config === undefined) {
        throw new problem/* UserError */.yo({
            message: `${(0,external_node_path_.join)(users, CONFIG)} is not the configuration of Docker: it is no JSON object.`,
            remedy: 'Mend the file, or remove it.',
        });
    }
    // mkdtemp makes folders that nobody else may enter.
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(environment['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'docker-config-'));
    onMade(path);
    try {
        await (0,promises_.writeFile)((0,external_node_path_.join)(path, CONFIG), config, { mode: 0o600 });
        const others = (await entriesOf(users)).filter((name) => name !== CONFIG);
        await Promise.all(others.map((name) => (0,promises_.symlink)((0,external_node_path_.join)(users, name), (0,external_node_path_.join)(path, name))));
        return path;
    }
    catch (error) {
        await removeConfigDirectory(path);
        throw error;
    }
}
/** Ends the logins in it at once: from now on it has the user's own configuration. What it was made for goes on working. */
async function endLogins(path, environment) {
    await (0,promises_.rm)((0,external_node_path_.join)(path, CONFIG), { force: true });
    try {
        await (0,promises_.symlink)((0,external_node_path_.join)(usersDirectory(environment), CONFIG), (0,external_node_path_.join)(path, CONFIG));
    }
    catch (error) {
        // Nothing is left to end where the folder is gone.
        if (!isMissing(error))
            throw error;
    }
}
const usersDirectory = (environment) => (0,external_node_path_.resolve)(environment['DOCKER_CONFIG'] || (0,external_node_path_.join)(environment['HOME'] || (0,external_node_os_.homedir)(), '.docker'));
/** Removes it; the user's own files, which it links, stay. */
const removeConfigDirectory = (path) => (0,promises_.rm)(path, { recursive: true, force: true });
async function config_directory_textOf(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
async function entriesOf(path) {
    try {
        return await (0,promises_.readdir)(path);
    }
    catch (error) {
        if (isMissing(error))
            return [];
        throw error;
    }
}
const isMissing = (error) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

;// CONCATENATED MODULE: ./build/docker/copy.js

/**
 * Copies an image from one registry to another (`docker buildx imagetools create`): an index with its images, and what
 * refers to them, such as signatures. A name with a digest is pushed without a tag. Resolves to why not, or undefined.
 */
async function copyImage(docker, source, target) {
    const { exitCode, stderr } = await docker.run([
        'buildx',
        'imagetools',
        'create',
        '--progress=plain',
        // A single image stays one: without it an index would be made around it.
        '--prefer-index=false',
        '--tag',
        target,
        source,
    ]);
    return exitCode === 0 ? undefined : (0,failure_failure/* readFailure */.f)(stderr, []);
}

// EXTERNAL MODULE: ./build/docker/process.js
var process = __webpack_require__(2528);
;// CONCATENATED MODULE: ./build/docker/docker.js


/** A command throws a UserError where there is no Docker. */
function dockerIn({ environment, cwd, signal, onGroup = () => undefined, }) {
    return {
        cwd,
        run: async (args, options = {}) => {
            let running;
            const onStart = (group) => {
                running = group;
                onGroup(group, true);
            };
            try {
                return await (0,process/* runProcess */.R3)({
                    command: 'docker',
                    args,
                    env: environment,
                    cwd,
                    signal,
                    onStart,
                    ...options,
                });
            }
            catch (error) {
                if (error instanceof process/* NoSuchCommand */.ix)
                    throw new problem/* UserError */.yo(NO_DOCKER);
                throw error;
            }
            finally {
                if (running !== undefined)
                    onGroup(running, false);
            }
        },
    };
}
const NO_DOCKER = {
    message: 'There is no docker command on this machine.',
    remedy: 'Run the job on a runner with Docker, such as ubuntu-latest, or install it in a step before.',
};

;// CONCATENATED MODULE: ./build/docker/push.js

/** Pushes an image of the engine; resolves to the digest of its manifest, or why there is none. */
async function pushImage(docker, name) {
    const { exitCode, stdout, stderr } = await docker.run(['push', name]);
    const digest = /digest: (sha256:[0-9a-f]{64})/.exec(stdout)?.[1];
    if (exitCode === 0 && digest !== undefined)
        return { digest };
    const failure = (0,failure_failure/* readFailure */.f)(`ERROR: failed to push ${name}: ${stderr.trim().split('\n').at(-1) ?? ''}`, []);
    return { failure };
}

;// CONCATENATED MODULE: ./build/docker/open.js











/** Logs in, for this step alone, and finds out what this machine builds with. Throws a UserError. */
async function openBuilder({ environment, cwd, signal, commitTime, keep }, ...[logins, { builder }]) {
    let traces = {};
    const trace = (more) => {
        traces = { ...traces, ...more };
        keep(traces);
    };
    const configDirectory = await makeConfigDirectory(logins, environment, (path) => trace({ configDirectory: path }));
    const groups = new Set();
    const docker = dockerIn({
        environment: { ...environment, ...settings(configDirectory, commitTime, environment) },
        cwd,
        signal,
        onGroup: (group, isRunning) => {
            if (isRunning)
                groups.add(group);
            else
                groups.delete(group);
            trace({ groups: [...groups] });
        },
    });
    const close = async () => {
        let left;
        try {
            left = await removeMade({ ...traces, configDirectory }, { environment, cwd, ...open_timeOf(signal) });
        }
        finally {
            // The post step tries again.
            traces = left === undefined ? {} : { configDirectory, builder: left.builder };
            if (left === undefined)
                await removeConfigDirectory(configDirectory);
            keep(traces);
        }
    };
    try {
        const machinery = await describeMachinery(docker, builder);
        return {
            machinery,
            digestOf: (reference) => describeDigest(docker, reference),
            extend: async () => {
                const name = `ecs-deploy-toolkit-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
                trace({ builder: name });
                const why = await makeBuilder(docker, name);
                return why === undefined ? { name } : { why };
            },
            build: (solve, watch) => runBuild(docker, 
            // In the private folder: it goes with it, also after a kill.
            { ...solve, metadataFile: (0,external_node_path_.join)(configDirectory, 'metadata.json'), frontend: machinery.frontend }, { ...watch, signal }),
            copy: (source, target) => copyImage(docker, source, target),
            push: (name) => pushImage(docker, name),
            close,
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
const NEVER = new AbortController().signal;
/** How long the removal of a builder may take, in milliseconds. */
const REMOVAL_LIMIT_MS = 30_000;
/** The same in a step that the runner ends: it kills the step 10 seconds after its first signal. */
const LAST_LIMIT_MS = 2_500;
/** The signal may have come: what is removed is removed all the same. One that comes now ends the removal. */
const open_timeOf = (signal) => signal.aborted ? { signal: NEVER, limit: LAST_LIMIT_MS } : { signal, limit: REMOVAL_LIMIT_MS };
/** Ends the logins before anything that an engine may hold up, then removes the builder. */
async function removeMade({ configDirectory, builder }, { environment, cwd, signal, limit }) {
    await endLogins(configDirectory, environment);
    if (builder === undefined)
        return undefined;
    const docker = dockerIn({
        environment: { ...environment, DOCKER_CONFIG: configDirectory },
        cwd,
        signal,
    });
    const why = await removeBuilder(docker, builder, limit);
    return why === undefined ? undefined : { builder, why };
}
/** Variables of Docker's tools for this step; what the user has set of SOURCE_DATE_EPOCH stays. */
const settings = (configDirectory, commitTime, { SOURCE_DATE_EPOCH }) => ({
    DOCKER_CONFIG: configDirectory,
    DOCKER_BUILDKIT: '1',
    DOCKER_CLI_HINTS: 'false',
    BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    // It repeats the build arguments.
    BUILDX_METADATA_PROVENANCE: 'disabled',
    // The definition is our own: bake need not ask whether it may read the contexts.
    BUILDX_BAKE_ENTITLEMENTS_FS: '0',
    SOURCE_DATE_EPOCH: SOURCE_DATE_EPOCH ?? (commitTime === undefined ? undefined : String(Math.floor(commitTime / 1_000))),
});
/**
 * In the post step: removes what a step left that was killed, the login before anything else. Resolves to what may be
 * left, or undefined.
 */
async function removeTraces({ configDirectory, builder, groups = [] }, environment, { signal = NEVER, limit = REMOVAL_LIMIT_MS } = {}) {
    try {
        for (const group of groups)
            (0,process/* signalGroup */.i8)(group, 'SIGKILL');
        if (configDirectory === undefined)
            return undefined;
        const traces = { configDirectory, ...(builder === undefined ? {} : { builder }) };
        const left = await removeMade(traces, { environment, cwd: '.', signal, limit });
        return left === undefined ? undefined : leftSentence(left);
    }
    finally {
        if (configDirectory !== undefined)
            await removeConfigDirectory(configDirectory);
    }
}
const leftSentence = ({ builder, why }) => `The builder ${builder} may be left on this machine: ${(0,full_stop/* withFullStop */.u)(why)} Once the engine answers, docker rm --force buildx_buildkit_${builder}0 removes its container, and docker volume rm buildx_buildkit_${builder}0_state its layers.`;


/***/ }),

/***/ 2528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R3: () => (/* binding */ runProcess),
/* harmony export */   i8: () => (/* binding */ signalGroup),
/* harmony export */   ix: () => (/* binding */ NoSuchCommand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);


/** The command could not be started: it is not there, or may not be run. */
class NoSuchCommand extends Error {
    name = 'NoSuchCommand';
}
const KEPT = 1_000_000;
const PATIENCE_MS = 5_000;
const FAREWELL_MS = 1_000;
/**
 * Runs a process of its own group to its end; on abort SIGINT, as a terminal sends it, and SIGKILL when it does not
 * heed that within 5 seconds; SIGKILL at once when its time is over. What the system cannot end, or what holds its
 * output open, is waited for one second more. Throws NoSuchCommand; an exit code other than 0 is an answer.
 */
async function runProcess(request) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(request.command, request.args, {
        env: request.env,
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
        ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
    });
    const streams = collect(child, request.onErrorLine);
    const closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close');
    try {
        await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'spawn'), closed]);
    }
    catch (error) {
        throw startFailure(request.command, error);
    }
    if (child.pid !== undefined)
        request.onStart?.(child.pid);
    const ending = endingOf(child, request);
    // A child that ends before it has read everything is no failure of ours.
    child.stdin.on('error', () => undefined).end(request.stdin ?? '');
    await Promise.race([closed, ending.givenUp]);
    ending.release();
    const { stdout, stderr } = streams();
    if (!ending.isOverdue())
        return { exitCode: child.exitCode ?? undefined, stdout, stderr };
    return { exitCode: undefined, stdout, stderr: `${stderr}\n${overdueLine(request)}` };
}
const overdueLine = ({ command, args, limit = 0 }) => `${[command, ...args].join(' ')} did not end within ${limit / 1_000} s.`;
function collect(child, onErrorLine) {
    let stdout = '';
    let stderr = '';
    let line = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
        stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
        stderr = (stderr + text).slice(-KEPT);
        if (onErrorLine === undefined)
            return;
        const lines = (line + text).split('\n');
        line = lines.pop() ?? '';
        for (const whole of lines)
            onErrorLine(whole);
    });
    child.stderr?.on('end', () => {
        if (line !== '')
            onErrorLine?.(line);
    });
    return () => ({ stdout, stderr });
}
function endingOf(child, { signal, limit }) {
    const timers = [];
    let isOverdue = false;
    let giveUp = () => undefined;
    const givenUp = new Promise((resolve) => (giveUp = resolve));
    const send = (name) => {
        if (child.pid !== undefined)
            signalGroup(child.pid, name);
    };
    const kill = () => {
        send('SIGKILL');
        timers.push(setTimeout(() => {
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream?.destroy();
            child.unref();
            giveUp();
        }, FAREWELL_MS));
    };
    const end = () => {
        send('SIGINT');
        timers.push(setTimeout(kill, PATIENCE_MS));
    };
    if (limit !== undefined) {
        const expire = () => {
            isOverdue = true;
            kill();
        };
        timers.push(setTimeout(expire, limit));
    }
    if (signal.aborted)
        end();
    else
        signal.addEventListener('abort', end, { once: true });
    return {
        givenUp,
        isOverdue: () => isOverdue,
        release: () => {
            for (const timer of timers)
                clearTimeout(timer);
            signal.removeEventListener('abort', end);
        },
    };
}
/** Sends a signal to a process group; nothing when it is gone, or its number is by now that of another user's. */
function signalGroup(group, name) {
    try {
        process.kill(-group, name);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code !== 'ESRCH' && code !== 'EPERM')
            throw error;
    }
}
function startFailure(command, error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'EACCES' ? new NoSuchCommand(command) : error;
}


/***/ })

};
