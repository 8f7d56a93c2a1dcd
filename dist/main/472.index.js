export const id = 472;
export const ids = [472];
export const modules = {

/***/ 7422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x5: () => (/* reexport */ node/* locate */.x5),
  YF: () => (/* binding */ longestDocument),
  Tp: () => (/* binding */ parseDocument),
  cZ: () => (/* binding */ parseTree),
  LF: () => (/* reexport */ node/* pathText */.LF),
  RP: () => (/* reexport */ node/* valueOf */.RP)
});

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./build/inputs/members.js
/** How many objects and lists may stand in one another. A task definition needs nine. */
const deepest = 64;
/** The members in which no key comes twice; each repetition is added to the problems. */
function checkedMembers(members, problems) {
    const firsts = new Map();
    for (const member of members) {
        const first = firsts.get(member.key);
        if (first === undefined)
            firsts.set(member.key, member);
        else
            problems.push(repeated(member, first));
    }
    return [...firsts.values()];
}
function repeated({ key, keyAt }, first) {
    return {
        message: `${key} comes twice in the same object: first in line ${first.keyAt.line ?? '?'}.`,
        remedy: 'Keep one of the two.',
        location: keyAt,
    };
}
function tooDeep(location) {
    return {
        message: `Objects and lists stand in one another more than ${deepest} deep.`,
        remedy: 'Check that this is the right file.',
        location,
    };
}

;// CONCATENATED MODULE: ./build/inputs/position.js
/** Finds lines by bisection over the line starts, which are found once. */
function positionsIn(text, file) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/inputs/json.js




/** Reads JSON with or without comments and trailing commas. Bounded in depth; never throws. */
function parseJson(text, file) {
    const positions = positionsIn(text, file);
    const deepAt = findTooDeep(text);
    if (deepAt !== undefined)
        return (0,problem/* refused */.J5)(tooDeep(positions(deepAt)));
    const errors = [];
    const root = (0,main.parseTree)(text, errors, { allowTrailingComma: true });
    const first = errors[0];
    // After the first error the rest is guesswork, and its errors are mostly echoes.
    if (first !== undefined)
        return (0,problem/* refused */.J5)(syntaxProblem(first, { text, positions }));
    const problems = [];
    const reading = { text, positions, problems };
    const node = root === undefined ? undefined : convert(root, reading);
    if (problems.length > 0)
        return (0,problem/* refused */.J5)(...problems);
    return node === undefined ? (0,problem/* refused */.J5)(noValue(positions)) : (0,problem/* parsed */.Yz)(node);
}
/** Brackets are counted before the parser, which recurses, sees them. */
function findTooDeep(text) {
    const scanner = (0,main.createScanner)(text, true);
    let depth = 0;
    for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
        // Only a bracket that is a token of its own begins with one: texts begin with a quote.
        const character = text.charAt(scanner.getTokenOffset());
        if (character === '{' || character === '[')
            depth += 1;
        if (character === '}' || character === ']')
            depth -= 1;
        if (depth > deepest)
            return scanner.getTokenOffset();
    }
    return undefined;
}
function convert(node, reading) {
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
function convertMembers(node, reading) {
    return (node.children ?? []).flatMap(({ children }) => {
        const [key, value] = children ?? [];
        if (key === undefined || value === undefined)
            return [];
        const converted = convert(value, reading);
        if (converted === undefined)
            return [];
        return [{ key: String(key.value), keyAt: reading.positions(key.offset), value: converted }];
    });
}
function syntaxProblem(error, { text, positions }) {
    const location = positions(Math.min(error.offset, Math.max(0, text.length - 1)));
    if (/^\$?\{\{/.test(text.slice(error.offset, error.offset + 3))) {
        return {
            message: 'A placeholder stands outside quotes, which is not JSON.',
            remedy: 'Put it in quotes, "${{ name }}": where a number or a boolean is wanted it still becomes one.',
            location,
        };
    }
    const code = (0,main.printParseErrorCode)(error.error);
    return {
        message: `The JSON is not valid: ${sentences.get(code) ?? code}.`,
        remedy: 'Correct it here or just before this place.',
        location,
    };
}
const sentences = new Map([
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
function noValue(positions) {
    return {
        message: 'The file holds nothing but comments.',
        remedy: 'Write the definition into it.',
        location: positions(0),
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/inputs/yaml-tree.js


/** How many values a file may come to with its aliases written out: a small text can mean billions. */
const mostNodes = 50_000;
/** Converts the library's tree, with aliases and merge keys written out. Lives for one document. */
class YamlTree {
    problems = [];
    #positions;
    #aliases;
    #count = 0;
    #ended = false;
    constructor(positions, aliases) {
        this.#positions = positions;
        this.#aliases = aliases;
    }
    /** Where a value cannot be converted null stands for it, and `problems` says why. */
    convert(node, depth = 0) {
        const at = this.#at(node);
        const nothing = { kind: 'null', at };
        if (this.#ended || this.#refuses(node, { at, depth }))
            return nothing;
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#alias(node, depth);
        if ((0,dist/* isMap */.jh)(node))
            return { kind: 'object', at, members: this.#members(node, depth) };
        if ((0,dist/* isSeq */.oP)(node))
            return { kind: 'list', at, items: node.items.map((item) => this.convert(item, depth + 1)) };
        if ((0,dist/* isScalar */.jn)(node))
            return this.#scalar(node, at);
        return nothing;
    }
    #refuses(node, { at, depth }) {
        this.#count += 1;
        if (this.#count > mostNodes)
            return this.#end(tooMany(at));
        if (depth > deepest)
            return this.#end(tooDeep(at));
        const tag = (0,dist/* isNode */.Ll)(node) ? node.tag : undefined;
        if (tag === undefined || knownTags.has(tag))
            return false;
        this.problems.push({
            message: `The YAML tag ${tag} has no meaning here.`,
            remedy: 'Write the value without a tag.',
            location: at,
        });
        return true;
    }
    /** Some problems would repeat for ever: nothing is converted after them. */
    #end(problem) {
        this.problems.push(problem);
        this.#ended = true;
        return true;
    }
    #alias(alias, depth) {
        const at = this.#at(alias);
        const target = this.#aliases.get(alias);
        if (target !== undefined)
            return this.convert(target, depth + 1);
        this.problems.push({
            message: `No anchor &${alias.source} stands before the alias *${alias.source}.`,
            remedy: 'Correct the name, or put a text that begins with * in quotes.',
            location: at,
        });
        return { kind: 'null', at };
    }
    #members(map, depth) {
        const own = map.items.filter((pair) => !isMerge(pair)).flatMap((pair) => this.#member(pair, depth));
        const members = checkedMembers(own, this.problems);
        const keys = new Set(members.map(({ key }) => key));
        for (const pair of map.items.filter(isMerge)) {
            for (const member of this.#merged(pair, depth)) {
                if (!keys.has(member.key))
                    members.push(member);
                keys.add(member.key);
            }
        }
        return members;
    }
    #member(pair, depth) {
        if (this.#ended)
            return [];
        const keyAt = this.#at(pair.key);
        const key = (0,dist/* isAlias */.Vj)(pair.key) ? this.#aliases.get(pair.key) : pair.key;
        if ((0,dist/* isScalar */.jn)(key) && typeof key.value === 'string') {
            const value = pair.value === null ? { kind: 'null', at: keyAt } : this.convert(pair.value, depth + 1);
            return [{ key: key.value, keyAt, value }];
        }
        this.problems.push({
            message: 'A key is not a text.',
            remedy: 'Put numbers, true, false and null in quotes where they are keys; lists and objects cannot be keys.',
            location: keyAt,
        });
        return [];
    }
    /** The members that a merge key brings in: of one object, or of several where the first wins. */
    #merged(pair, depth) {
        const source = this.convert(pair.value, depth + 1);
        const objects = source.kind === 'list' ? source.items : [source];
        return objects.flatMap((object) => {
            if (object.kind === 'object')
                return object.members;
            this.problems.push({
                message: 'The merge key << wants an object or a list of objects.',
                remedy: 'Give it an alias of an object, such as <<: *defaults.',
                location: this.#at(pair.key),
            });
            return [];
        });
    }
    #scalar({ value, source = '' }, at) {
        if (typeof value === 'string')
            return { kind: 'text', at, value };
        if (typeof value === 'boolean')
            return { kind: 'boolean', at, value };
        if (value === null)
            return { kind: 'null', at };
        if (typeof value === 'number' && Number.isFinite(value))
            return { kind: 'number', at, value, source };
        this.problems.push({
            message: 'The value is neither a text nor a number that JSON knows.',
            remedy: 'Put it in quotes where a text is meant.',
            location: at,
        });
        return { kind: 'null', at };
    }
    #at(node) {
        return this.#positions((0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? 0) : 0);
    }
}
const knownTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
function isMerge({ key }) {
    return (0,dist/* isScalar */.jn)(key) && key.value === '<<' && (key.type ?? 'PLAIN') === 'PLAIN';
}
function tooMany(location) {
    return {
        message: `With its aliases written out the file has more than ${mostNodes} values.`,
        remedy: 'Remove aliases of objects that hold aliases themselves.',
        location,
    };
}

;// CONCATENATED MODULE: ./build/inputs/yaml.js




/**
 * Reads one YAML 1.2 document (core schema: `yes` and `on` are texts) with anchors, aliases and merge
 * keys. What has no meaning here is a problem: custom tags, keys that are no text, several documents.
 */
function parseYaml(text, file) {
    const positions = positionsIn(text, file);
    const documents = compose(text);
    if (documents === undefined)
        return (0,problem/* refused */.J5)(tooNested(positions));
    const [document, second] = documents;
    if (document === undefined)
        return (0,problem/* refused */.J5)(yaml_noValue(positions));
    // Errors of a broken first document often look like further documents: they come first.
    const problems = [...document.errors, ...document.warnings].map((error) => yaml_syntaxProblem(error, { text, positions }));
    if (problems.length > 0)
        return (0,problem/* refused */.J5)(...distinct(problems));
    if (second !== undefined)
        return (0,problem/* refused */.J5)(severalDocuments(positions(second.range?.[0] ?? 0)));
    return yaml_convert(document, positions);
}
/** The library's parser recurses: a stack that overflows is bad input, not a bug. */
function compose(text) {
    try {
        const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' };
        const documents = (0,dist/* parseAllDocuments */.hR)(text, options);
        return Array.isArray(documents) ? documents : [];
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function yaml_convert(document, positions) {
    if (document.contents === null)
        return (0,problem/* refused */.J5)(yaml_noValue(positions));
    const tree = new YamlTree(positions, resolveAliases(document));
    const node = tree.convert(document.contents);
    return tree.problems.length > 0 ? (0,problem/* refused */.J5)(...tree.problems) : (0,problem/* parsed */.Yz)(node);
}
/** An alias means the latest anchor of its name before it. */
function resolveAliases(document) {
    const anchors = new Map();
    const aliases = new Map();
    (0,dist/* visit */.YR)(document, {
        Alias: (_, alias) => {
            aliases.set(alias, anchors.get(alias.source));
        },
        Value: (_, node) => {
            if (node.anchor !== undefined)
                anchors.set(node.anchor, node);
        },
    });
    return aliases;
}
/** One problem a line: what follows the first is mostly its echo. */
function distinct(problems) {
    const lines = new Set();
    return problems.filter(({ location }) => {
        const isNew = !lines.has(location?.line);
        lines.add(location?.line);
        return isNew;
    });
}
function yaml_syntaxProblem(error, { text, positions }) {
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
function severalDocuments(location) {
    return {
        message: 'The file holds more than one YAML document.',
        remedy: 'Keep one, and remove the line "---" before the next.',
        location,
    };
}
function yaml_noValue(positions) {
    return {
        message: 'The file holds no value, only comments or markers.',
        remedy: 'Write the definition into it.',
        location: positions(0),
    };
}
function tooNested(positions) {
    return {
        message: 'The YAML is nested too deeply to be read.',
        remedy: 'Check that this is the right file.',
        location: positions(0),
    };
}

// EXTERNAL MODULE: ./build/inputs/node.js
var node = __webpack_require__(8454);
;// CONCATENATED MODULE: ./build/inputs/document.js





/** Longer files are refused unread: a task definition may have 65,536 bytes. */
const longestDocument = 1_000_000;
/**
 * Reads JSON, JSONC or YAML into one tree in which every key and value knows its line and column.
 * The file's name decides for `.json` and `.jsonc`; any other text that begins with a brace or a
 * bracket is tried as JSON first. All problems of the notation are reported together; never throws.
 */
function parseDocument(text, file) {
    const tree = parseTree(text, file);
    if (!tree.ok)
        return tree;
    if (tree.value.kind === 'object')
        return (0,problem/* parsed */.Yz)(tree.value);
    return (0,problem/* refused */.J5)({
        message: `The file must hold an object with named members, not ${nouns[tree.value.kind]}.`,
        remedy: 'Begin with names and values: "name": "value" in JSON, name: value in YAML.',
        location: tree.value.at,
    });
}
/** The same for a text that may hold any value. */
function parseTree(text, file) {
    const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const unreadable = checkText(content, file);
    return unreadable === undefined ? parseNotation(content, file) : (0,problem/* refused */.J5)(unreadable);
}
const nouns = {
    list: 'a list',
    text: 'a text',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
};
function parseNotation(text, file) {
    const mustBeJson = /\.jsonc?$/i.test(file);
    if (!mustBeJson && !/^\s*(?:[[{]|\/[/*])/.test(text))
        return parseYaml(text, file);
    const json = parseJson(text, file);
    if (json.ok || mustBeJson)
        return json;
    // Braces also begin YAML in flow style: what is valid there is accepted, else JSON's problems are shown.
    const yaml = parseYaml(text, file);
    return yaml.ok ? yaml : json;
}
function checkText(text, file) {
    if (text.trim() === '') {
        return { message: 'The file is empty.', remedy: 'Write the definition into it.', location: start(file) };
    }
    const strange = /[\0\uFFFD]/.exec(text);
    if (strange !== null) {
        return {
            message: 'The file is not UTF-8 text.',
            remedy: 'Save it as UTF-8 (UTF-16 and binary files are not read).',
            location: positionsIn(text, file)(strange.index),
        };
    }
    if (text.length <= longestDocument)
        return undefined;
    return {
        message: `The file has ${text.length} characters; at most ${longestDocument} are read.`,
        remedy: 'Check that this is the right file.',
        location: start(file),
    };
}
function start(file) {
    return { file, line: 1, column: 1 };
}


/***/ }),

/***/ 8454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   x5: () => (/* binding */ locate)
/* harmony export */ });
/** The value of a key, or undefined. Only what the file says: nothing is inherited. */
function valueOf(node, key) {
    return node.members.find((member) => member.key === key)?.value;
}
/** Where a path leads; where it ends before its last step, the place of the nearest parent that exists. */
function locate(node, path) {
    const [step, ...rest] = path;
    if (step === undefined)
        return node.at;
    const next = child(node, step);
    return next === undefined ? node.at : locate(next, rest);
}
function child(node, step) {
    if (node.kind === 'object' && typeof step === 'string')
        return valueOf(node, step);
    if (node.kind === 'list' && typeof step === 'number')
        return node.items[step];
    return undefined;
}
/** A path as a reader writes it: `containerDefinitions[0].image`. */
function pathText(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}


/***/ }),

/***/ 3472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ volumeChanges),
/* harmony export */   y: () => (/* binding */ readManagedVolume)
/* harmony export */ });
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1410);
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);
/* harmony import */ var _task_definition_conform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6568);
/* harmony import */ var _task_definition_members_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1177);
/* harmony import */ var _task_definition_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6148);





/** Reads a ServiceManagedEBSVolumeConfiguration; all its problems come together, each with its place. */
function readManagedVolume(node) {
    if (node.kind !== 'object') {
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
            message: 'It is not an object with the settings of a volume.',
            remedy: 'Begin with roleArn and sizeInGiB.',
            location: node.at,
        });
    }
    const { value, problems } = (0,_task_definition_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readShape */ ._)(node, _task_definition_members_js__WEBPACK_IMPORTED_MODULE_2__/* .volumeShape */ .oV, 'a managed EBS volume');
    if (problems.length > 0 || !(0,_task_definition_conform_js__WEBPACK_IMPORTED_MODULE_1__/* .isManagedVolume */ .S)(value))
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems);
    const found = RULES.flatMap((rule) => rule(value));
    return found.length > 0 ? (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...found) : (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
}
/** Source of each: API reference, ServiceManagedEBSVolumeConfiguration. */
const RULES = [
    roleIsARole,
    typeIsKnown,
    sizeIsGiven,
    numbersAreInRange,
    rateNeedsSnapshot,
    typeAllows,
];
function roleIsARole({ roleArn = '' }) {
    if (/^arn:[\w-]+:iam::\d{12}:role\/\S+$/.test(roleArn))
        return [];
    return [
        {
            message: 'roleArn is not the ARN of an IAM role.',
            remedy: 'Give the infrastructure role of Amazon ECS, as in arn:aws:iam::123456789012:role/infrastructure.',
        },
    ];
}
const TYPES = ['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard'];
function typeIsKnown({ volumeType }) {
    if (volumeType === undefined || TYPES.includes(volumeType))
        return [];
    return [
        {
            message: `volumeType cannot be ${JSON.stringify(volumeType.slice(0, 60))}.`,
            remedy: (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestion */ .h)(volumeType, TYPES, `Known values: ${TYPES.join(', ')}.`),
        },
    ];
}
function sizeIsGiven({ sizeInGiB, snapshotId }) {
    if (sizeInGiB !== undefined || snapshotId !== undefined)
        return [];
    return [
        {
            message: 'Neither sizeInGiB nor snapshotId is given.',
            remedy: 'Give the size, or the snapshot to begin with.',
        },
    ];
}
/** The most of any type; Amazon EBS user guide, "Amazon EBS volume types" and "volume initialization". */
const RANGES = {
    sizeInGiB: [1, 65_536],
    iops: [100, 256_000],
    throughput: [125, 2_000],
    volumeInitializationRate: [100, 300],
};
function numbersAreInRange(volume) {
    const members = ['sizeInGiB', 'iops', 'throughput', 'volumeInitializationRate'];
    return members.flatMap((member) => {
        const [least, most] = RANGES[member];
        const given = volume[member];
        if (given === undefined || (given >= least && given <= most))
            return [];
        return [
            {
                message: `${member} is ${given}, not a number from ${least} to ${most}.`,
                remedy: 'Correct it; the type of the volume may allow less.',
            },
        ];
    });
}
function rateNeedsSnapshot(volume) {
    if (volume.volumeInitializationRate === undefined || volume.snapshotId !== undefined)
        return [];
    return [
        {
            message: 'volumeInitializationRate is given without snapshotId.',
            remedy: 'Give snapshotId, or remove it.',
        },
    ];
}
function typeAllows({ volumeType, iops, throughput, }) {
    const type = volumeType ?? 'no volumeType';
    const problems = [];
    if (throughput !== undefined && volumeType !== 'gp3')
        problems.push({
            message: `throughput is given with ${type}.`,
            remedy: 'Remove it, or make volumeType gp3.',
        });
    if (iops === undefined && (volumeType === 'io1' || volumeType === 'io2'))
        problems.push({ message: `iops is missing, which ${type} needs.`, remedy: 'Add iops.' });
    if (iops !== undefined && ['st1', 'sc1', 'standard'].includes(type))
        problems.push({
            message: `iops is given with ${type}.`,
            remedy: 'Remove it, or take another volumeType.',
        });
    return problems;
}
/** What differs between the volume that is asked for and what the service tells; nothing it tells is guessed. */
function volumeChanges(asked, told) {
    const [same, ...others] = told;
    if (same === undefined || others.length > 0 || same.name !== asked.name) {
        const from = told.length === 0 ? 'none told' : told.map(({ name }) => name).join(', ');
        return [{ from, to: asked.name }];
    }
    const [before, after] = [settingsOf(same), settingsOf(asked)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((member) => {
        const [from = 'not set', to = 'not set'] = [before.get(member), after.get(member)];
        return from === to ? [] : [{ member, from, to }];
    });
}
/** API reference: xfs where no file system is given; whether it is told then is not documented [?]. */
const DEFAULTS = { filesystemType: 'xfs' };
/** The settings as texts that are equal when they mean the same. */
function settingsOf({ configuration }) {
    const given = Object.entries({ ...DEFAULTS, ...configuration }).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
    return new Map(given.map(([member, value]) => [member, canonical(value)]));
}
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(', ')}]`;
    if (typeof value !== 'object' || value === null)
        return String(value);
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${members
        .map(([name, inner]) => `${name}: ${canonical(inner)}`)
        .sort()
        .join(', ')}}`;
}


/***/ }),

/***/ 6568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isManagedVolume),
/* harmony export */   X: () => (/* binding */ isTaskDefinition)
/* harmony export */ });
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1177);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7251);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(338);



/**
 * Whether a value is what RegisterTaskDefinition takes, as far as types go: only known members, each of
 * its kind, each enumeration with one of its values. What is required is not asked.
 */
function isTaskDefinition(value) {
    return conforms({ kind: 'structure', shape: _members_js__WEBPACK_IMPORTED_MODULE_0__/* .rootShape */ .Gd }, value, _members_js__WEBPACK_IMPORTED_MODULE_0__/* .rootShape */ .Gd);
}
/** The same for what a service says about a volume that is configured at launch. */
function isManagedVolume(value) {
    return conforms({ kind: 'structure', shape: _members_js__WEBPACK_IMPORTED_MODULE_0__/* .volumeShape */ .oV }, value, _members_js__WEBPACK_IMPORTED_MODULE_0__/* .volumeShape */ .oV);
}
function conforms(type, value, place) {
    switch (type.kind) {
        case 'string':
            return typeof value === 'string' && (_values_js__WEBPACK_IMPORTED_MODULE_2__/* .enumerations */ .Dx.get(place)?.includes(value) ?? true);
        case 'integer':
            return Number.isInteger(value);
        case 'boolean':
            return typeof value === 'boolean';
        case 'timestamp':
            return value instanceof Date;
        case 'list':
            return Array.isArray(value) && value.every((item) => conforms(type.of, item, place));
        case 'map':
            return isObject(value) && Object.values(value).every((item) => conforms(type.of, item, place));
        case 'structure':
            return (isObject(value) && Object.entries(value).every(([key, item]) => hasMember(type.shape, key, item)));
    }
}
function hasMember(shape, key, value) {
    const type = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .l)(shape).get(key);
    return type !== undefined && conforms(type, value, `${shape}.${key}`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 1177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ rootShape),
/* harmony export */   SD: () => (/* binding */ describedOnly),
/* harmony export */   XL: () => (/* binding */ sdkVersion),
/* harmony export */   nq: () => (/* binding */ shapes),
/* harmony export */   oV: () => (/* binding */ volumeShape)
/* harmony export */ });
// Generated by scripts/generate-members.ts from @aws-sdk/client-ecs 3.1164.0. Do not edit.
// Members and required members are the SDK's own. Its schemas do not tell integers from other numbers;
// every number of these shapes is an Integer in the API reference.
/** The SDK whose members these are: a member that AWS added later is unknown to it. */
const sdkVersion = '3.1164.0';
const rootShape = 'RegisterTaskDefinitionRequest';
/** What a service says about a volume that the task definition leaves to it. */
const volumeShape = 'ServiceManagedEBSVolumeConfiguration';
const shapes = {
    ContainerDefinition: {
        members: {
            name: { kind: 'string' },
            image: { kind: 'string' },
            repositoryCredentials: { kind: 'structure', shape: 'RepositoryCredentials' },
            cpu: { kind: 'integer' },
            memory: { kind: 'integer' },
            memoryReservation: { kind: 'integer' },
            links: { kind: 'list', of: { kind: 'string' } },
            portMappings: { kind: 'list', of: { kind: 'structure', shape: 'PortMapping' } },
            essential: { kind: 'boolean' },
            restartPolicy: { kind: 'structure', shape: 'ContainerRestartPolicy' },
            entryPoint: { kind: 'list', of: { kind: 'string' } },
            command: { kind: 'list', of: { kind: 'string' } },
            environment: { kind: 'list', of: { kind: 'structure', shape: 'KeyValuePair' } },
            environmentFiles: { kind: 'list', of: { kind: 'structure', shape: 'EnvironmentFile' } },
            mountPoints: { kind: 'list', of: { kind: 'structure', shape: 'MountPoint' } },
            volumesFrom: { kind: 'list', of: { kind: 'structure', shape: 'VolumeFrom' } },
            linuxParameters: { kind: 'structure', shape: 'LinuxParameters' },
            secrets: { kind: 'list', of: { kind: 'structure', shape: 'Secret' } },
            dependsOn: { kind: 'list', of: { kind: 'structure', shape: 'ContainerDependency' } },
            startTimeout: { kind: 'integer' },
            stopTimeout: { kind: 'integer' },
            versionConsistency: { kind: 'string' },
            hostname: { kind: 'string' },
            user: { kind: 'string' },
            workingDirectory: { kind: 'string' },
            disableNetworking: { kind: 'boolean' },
            privileged: { kind: 'boolean' },
            readonlyRootFilesystem: { kind: 'boolean' },
            dnsServers: { kind: 'list', of: { kind: 'string' } },
            dnsSearchDomains: { kind: 'list', of: { kind: 'string' } },
            extraHosts: { kind: 'list', of: { kind: 'structure', shape: 'HostEntry' } },
            dockerSecurityOptions: { kind: 'list', of: { kind: 'string' } },
            interactive: { kind: 'boolean' },
            pseudoTerminal: { kind: 'boolean' },
            dockerLabels: { kind: 'map', of: { kind: 'string' } },
            ulimits: { kind: 'list', of: { kind: 'structure', shape: 'Ulimit' } },
            logConfiguration: { kind: 'structure', shape: 'LogConfiguration' },
            healthCheck: { kind: 'structure', shape: 'HealthCheck' },
            systemControls: { kind: 'list', of: { kind: 'structure', shape: 'SystemControl' } },
            resourceRequirements: { kind: 'list', of: { kind: 'structure', shape: 'ResourceRequirement' } },
            firelensConfiguration: { kind: 'structure', shape: 'FirelensConfiguration' },
            credentialSpecs: { kind: 'list', of: { kind: 'string' } },
        },
    },
    ContainerDependency: {
        members: { containerName: { kind: 'string' }, condition: { kind: 'string' } },
        required: ['containerName', 'condition'],
    },
    ContainerRestartPolicy: {
        members: {
            enabled: { kind: 'boolean' },
            ignoredExitCodes: { kind: 'list', of: { kind: 'integer' } },
            restartAttemptPeriod: { kind: 'integer' },
        },
        required: ['enabled'],
    },
    Device: {
        members: {
            hostPath: { kind: 'string' },
            containerPath: { kind: 'string' },
            permissions: { kind: 'list', of: { kind: 'string' } },
        },
        required: ['hostPath'],
    },
    DockerVolumeConfiguration: {
        members: {
            scope: { kind: 'string' },
            autoprovision: { kind: 'boolean' },
            driver: { kind: 'string' },
            driverOpts: { kind: 'map', of: { kind: 'string' } },
            labels: { kind: 'map', of: { kind: 'string' } },
        },
    },
    EBSTagSpecification: {
        members: {
            resourceType: { kind: 'string' },
            tags: { kind: 'list', of: { kind: 'structure', shape: 'Tag' } },
            propagateTags: { kind: 'string' },
        },
        required: ['resourceType'],
    },
    EFSAuthorizationConfig: { members: { accessPointId: { kind: 'string' }, iam: { kind: 'string' } } },
    EFSVolumeConfiguration: {
        members: {
            fileSystemId: { kind: 'string' },
            rootDirectory: { kind: 'string' },
            transitEncryption: { kind: 'string' },
            transitEncryptionPort: { kind: 'integer' },
            authorizationConfig: { kind: 'structure', shape: 'EFSAuthorizationConfig' },
        },
        required: ['fileSystemId'],
    },
    EnvironmentFile: {
        members: { value: { kind: 'string' }, type: { kind: 'string' } },
        required: ['value', 'type'],
    },
    EphemeralStorage: { members: { sizeInGiB: { kind: 'integer' } }, required: ['sizeInGiB'] },
    FirelensConfiguration: {
        members: { type: { kind: 'string' }, options: { kind: 'map', of: { kind: 'string' } } },
        required: ['type'],
    },
    FSxWindowsFileServerAuthorizationConfig: {
        members: { credentialsParameter: { kind: 'string' }, domain: { kind: 'string' } },
        required: ['credentialsParameter', 'domain'],
    },
    FSxWindowsFileServerVolumeConfiguration: {
        members: {
            fileSystemId: { kind: 'string' },
            rootDirectory: { kind: 'string' },
            authorizationConfig: { kind: 'structure', shape: 'FSxWindowsFileServerAuthorizationConfig' },
        },
        required: ['fileSystemId', 'rootDirectory', 'authorizationConfig'],
    },
    HealthCheck: {
        members: {
            command: { kind: 'list', of: { kind: 'string' } },
            interval: { kind: 'integer' },
            timeout: { kind: 'integer' },
            retries: { kind: 'integer' },
            startPeriod: { kind: 'integer' },
        },
        required: ['command'],
    },
    HostEntry: {
        members: { hostname: { kind: 'string' }, ipAddress: { kind: 'string' } },
        required: ['hostname', 'ipAddress'],
    },
    HostVolumeProperties: { members: { sourcePath: { kind: 'string' } } },
    InferenceAccelerator: {
        members: { deviceName: { kind: 'string' }, deviceType: { kind: 'string' } },
        required: ['deviceName', 'deviceType'],
    },
    KernelCapabilities: {
        members: {
            add: { kind: 'list', of: { kind: 'string' } },
            drop: { kind: 'list', of: { kind: 'string' } },
        },
    },
    KeyValuePair: { members: { name: { kind: 'string' }, value: { kind: 'string' } } },
    LinuxParameters: {
        members: {
            capabilities: { kind: 'structure', shape: 'KernelCapabilities' },
            devices: { kind: 'list', of: { kind: 'structure', shape: 'Device' } },
            initProcessEnabled: { kind: 'boolean' },
            sharedMemorySize: { kind: 'integer' },
            tmpfs: { kind: 'list', of: { kind: 'structure', shape: 'Tmpfs' } },
            maxSwap: { kind: 'integer' },
            swappiness: { kind: 'integer' },
        },
    },
    LogConfiguration: {
        members: {
            logDriver: { kind: 'string' },
            options: { kind: 'map', of: { kind: 'string' } },
            secretOptions: { kind: 'list', of: { kind: 'structure', shape: 'Secret' } },
        },
        required: ['logDriver'],
    },
    MountPoint: {
        members: {
            sourceVolume: { kind: 'string' },
            containerPath: { kind: 'string' },
            readOnly: { kind: 'boolean' },
        },
    },
    NvidiaMpsAllocation: {
        members: { memory: { kind: 'integer' }, maxComputePercent: { kind: 'integer' } },
        required: ['memory'],
    },
    PortMapping: {
        members: {
            containerPort: { kind: 'integer' },
            hostPort: { kind: 'integer' },
            protocol: { kind: 'string' },
            name: { kind: 'string' },
            appProtocol: { kind: 'string' },
            containerPortRange: { kind: 'string' },
        },
    },
    ProxyConfiguration: {
        members: {
            containerName: { kind: 'string' },
            type: { kind: 'string' },
            properties: { kind: 'list', of: { kind: 'structure', shape: 'KeyValuePair' } },
        },
        required: ['containerName'],
    },
    RegisterTaskDefinitionRequest: {
        members: {
            family: { kind: 'string' },
            containerDefinitions: { kind: 'list', of: { kind: 'structure', shape: 'ContainerDefinition' } },
            taskRoleArn: { kind: 'string' },
            executionRoleArn: { kind: 'string' },
            networkMode: { kind: 'string' },
            volumes: { kind: 'list', of: { kind: 'structure', shape: 'Volume' } },
            placementConstraints: {
                kind: 'list',
                of: { kind: 'structure', shape: 'TaskDefinitionPlacementConstraint' },
            },
            requiresCompatibilities: { kind: 'list', of: { kind: 'string' } },
            cpu: { kind: 'string' },
            memory: { kind: 'string' },
            tags: { kind: 'list', of: { kind: 'structure', shape: 'Tag' } },
            pidMode: { kind: 'string' },
            ipcMode: { kind: 'string' },
            proxyConfiguration: { kind: 'structure', shape: 'ProxyConfiguration' },
            inferenceAccelerators: { kind: 'list', of: { kind: 'structure', shape: 'InferenceAccelerator' } },
            ephemeralStorage: { kind: 'structure', shape: 'EphemeralStorage' },
            runtimePlatform: { kind: 'structure', shape: 'RuntimePlatform' },
            enableFaultInjection: { kind: 'boolean' },
        },
        required: ['family', 'containerDefinitions'],
    },
    RepositoryCredentials: {
        members: { credentialsParameter: { kind: 'string' } },
        required: ['credentialsParameter'],
    },
    ResourceRequirement: {
        members: {
            type: { kind: 'string' },
            value: { kind: 'string' },
            sharingStrategy: { kind: 'structure', shape: 'SharingStrategy' },
        },
        required: ['type'],
    },
    RuntimePlatform: {
        members: { cpuArchitecture: { kind: 'string' }, operatingSystemFamily: { kind: 'string' } },
    },
    S3FilesVolumeConfiguration: {
        members: {
            fileSystemArn: { kind: 'string' },
            rootDirectory: { kind: 'string' },
            transitEncryptionPort: { kind: 'integer' },
            accessPointArn: { kind: 'string' },
        },
        required: ['fileSystemArn'],
    },
    Secret: {
        members: { name: { kind: 'string' }, valueFrom: { kind: 'string' } },
        required: ['name', 'valueFrom'],
    },
    ServiceManagedEBSVolumeConfiguration: {
        members: {
            roleArn: { kind: 'string' },
            encrypted: { kind: 'boolean' },
            kmsKeyId: { kind: 'string' },
            volumeType: { kind: 'string' },
            sizeInGiB: { kind: 'integer' },
            snapshotId: { kind: 'string' },
            volumeInitializationRate: { kind: 'integer' },
            iops: { kind: 'integer' },
            throughput: { kind: 'integer' },
            tagSpecifications: { kind: 'list', of: { kind: 'structure', shape: 'EBSTagSpecification' } },
            filesystemType: { kind: 'string' },
        },
        required: ['roleArn'],
    },
    SharingStrategy: { members: { nvidiaMps: { kind: 'structure', shape: 'NvidiaMpsAllocation' } } },
    SystemControl: { members: { namespace: { kind: 'string' }, value: { kind: 'string' } } },
    Tag: { members: { key: { kind: 'string' }, value: { kind: 'string' } } },
    TaskDefinitionPlacementConstraint: {
        members: { type: { kind: 'string' }, expression: { kind: 'string' } },
    },
    Tmpfs: {
        members: {
            containerPath: { kind: 'string' },
            size: { kind: 'integer' },
            mountOptions: { kind: 'list', of: { kind: 'string' } },
        },
        required: ['containerPath', 'size'],
    },
    Ulimit: {
        members: { name: { kind: 'string' }, softLimit: { kind: 'integer' }, hardLimit: { kind: 'integer' } },
        required: ['name', 'softLimit', 'hardLimit'],
    },
    Volume: {
        members: {
            name: { kind: 'string' },
            host: { kind: 'structure', shape: 'HostVolumeProperties' },
            dockerVolumeConfiguration: { kind: 'structure', shape: 'DockerVolumeConfiguration' },
            efsVolumeConfiguration: { kind: 'structure', shape: 'EFSVolumeConfiguration' },
            s3filesVolumeConfiguration: { kind: 'structure', shape: 'S3FilesVolumeConfiguration' },
            fsxWindowsFileServerVolumeConfiguration: {
                kind: 'structure',
                shape: 'FSxWindowsFileServerVolumeConfiguration',
            },
            configuredAtLaunch: { kind: 'boolean' },
        },
    },
    VolumeFrom: { members: { sourceContainer: { kind: 'string' }, readOnly: { kind: 'boolean' } } },
};
/** What DescribeTaskDefinition answers and RegisterTaskDefinition does not take. */
const describedOnly = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'deregisteredAt',
    'deleteRequestedAt',
    'registeredBy',
];


/***/ }),

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readShape)
/* harmony export */ });
/* harmony import */ var _inputs_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7422);
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1410);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1177);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9924);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7251);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(338);






/**
 * Reads a document as a shape of AWS's: unknown and missing members, wrong types and values are problems.
 * `whole` is what the user knows the shape as.
 */
function readShape(node, shape, whole = 'a task definition') {
    const found = { problems: [], reported: [], nulls: [] };
    const value = readStructure(node, { shape, path: [], reading: { whole, ...found } });
    return { value, ...found };
}
function readStructure(node, place) {
    const known = (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .membersOf */ .l)(place.shape);
    const entries = node.members.flatMap((member) => {
        const type = known.get(member.key);
        if (type === undefined) {
            reportUnknown(member, place);
            return [];
        }
        const value = readMember(member, type, place);
        return value === undefined ? [] : [[member.key, value]];
    });
    reportMissing(node, place);
    return Object.fromEntries(entries);
}
function readMember({ key, value }, type, place) {
    const path = [...place.path, key];
    const member = `${place.shape}.${key}`;
    if (value.kind !== 'null')
        return readValue(value, type, { member, path, reading: place.reading });
    // An empty variable is a mistake more often than an absent one, and which of them null means is unclear.
    if (member === 'KeyValuePair.value')
        return refuseNull(value, { member, path, reading: place.reading });
    place.reading.nulls.push({ path, at: value.at });
    return undefined;
}
function readValue(node, type, place) {
    const { path, reading } = place;
    if (node.kind === 'null')
        return refuseNull(node, place);
    switch (type.kind) {
        case 'structure':
            if (node.kind === 'object')
                return readStructure(node, { shape: type.shape, path, reading });
            return refuseKind(node, 'an object', place);
        case 'list':
            if (node.kind === 'list')
                return readItems(node.items, type.of, place);
            return refuseKind(node, 'a list', place);
        case 'map':
            if (node.kind === 'object')
                return readEntries(node, type.of, place);
            return refuseKind(node, 'an object of names and texts', place);
        case 'string':
        case 'integer':
        case 'boolean':
        case 'timestamp': {
            const result = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .readScalar */ .$)(node, type.kind, place);
            if (result.ok)
                return result.value;
            reading.problems.push(...result.problems);
            reading.reported.push(path);
            return undefined;
        }
    }
}
function readItems(items, type, place) {
    // A bad structure keeps its position, so that the paths of the others stay true; such a value is never sent.
    return items
        .map((item, index) => readValue(item, type, { ...place, path: [...place.path, index] }) ?? blank(type))
        .filter((item) => item !== undefined);
}
function blank(type) {
    switch (type.kind) {
        case 'structure':
        case 'map':
            return {};
        case 'list':
            return [];
        case 'string':
        case 'integer':
        case 'boolean':
        case 'timestamp':
            return undefined;
    }
}
function readEntries({ members }, type, place) {
    return Object.fromEntries(members.flatMap(({ key, value }) => {
        const entry = readValue(value, type, { ...place, path: [...place.path, key] });
        return entry === undefined ? [] : [[key, entry]];
    }));
}
function reportUnknown({ key, keyAt }, { shape, path, reading }) {
    const names = [...(0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .membersOf */ .l)(shape).keys()];
    const meant = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(key, names);
    reading.reported.push([...path, meant ?? key]);
    reading.problems.push({
        message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)([...path, key])} is no member of ${reading.whole} that SDK ${_members_js__WEBPACK_IMPORTED_MODULE_1__/* .sdkVersion */ .XL} knows.`,
        remedy: meant === undefined ? `Remove it; known here: ${names.join(', ')}.` : `Did you mean ${meant}?`,
        location: keyAt,
    });
}
function reportMissing(node, { shape, path, reading }) {
    const required = new Set([...(0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .requiredIn */ .r)(shape), ...(_values_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredByService */ .cB.get(shape) ?? [])]);
    const reported = new Set(reading.reported.map(_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF));
    for (const name of required) {
        const missing = [...path, name];
        const given = node.members.some(({ key, value }) => key === name && value.kind !== 'null');
        if (given || reported.has((0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(missing)))
            continue;
        reading.reported.push(missing);
        reading.problems.push({
            message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(missing)} is missing.`,
            remedy: `Add ${name}: it is required here.`,
            location: node.at,
        });
    }
}
function refuseNull(node, place) {
    return refuse(place, {
        message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} is null.`,
        remedy: 'Give it a value ("" for an empty text), or remove it.',
        location: node.at,
    });
}
function refuseKind(node, wanted, place) {
    return refuse(place, {
        message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} must be ${wanted}, not ${nouns[node.kind]}.`,
        remedy: node.kind === 'list' ? 'Write it without the list.' : `Write ${wanted} here.`,
        location: node.at,
    });
}
function refuse({ path, reading }, problem) {
    reading.problems.push(problem);
    reading.reported.push(path);
    return undefined;
}
const nouns = {
    object: 'an object',
    list: 'a list',
    text: 'a text',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
};


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readScalar)
/* harmony export */ });
/* harmony import */ var _inputs_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7422);
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1410);
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(338);




/**
 * Reads a text, a whole number of 32 bits, or a boolean, strictly: nothing is converted, but for a text
 * that was one placeholder. No message repeats a value, unless it is one of an enumeration: it may be secret.
 */
function readScalar(node, kind, place) {
    switch (kind) {
        case 'string':
        case 'timestamp':
            return node.kind === 'text'
                ? checkEnumeration(node.value, node, place)
                : wrongKind(node, 'a text', place);
        case 'integer':
            return readInteger(node, place);
        case 'boolean':
            return readBoolean(node, place);
    }
}
const largest = 2 ** 31 - 1;
function readInteger(node, place) {
    const number = numberIn(node);
    if (number === undefined)
        return wrongKind(node, 'a whole number', place);
    if (Number.isInteger(number) && Math.abs(number) <= largest)
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(number);
    return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
        message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} must be a whole number of at most ${largest}.`,
        remedy: 'Write a whole number that is not so large.',
        location: node.at,
    });
}
function numberIn(node) {
    if (node.kind === 'number')
        return node.value;
    if (node.kind === 'text' && node.placeholder === true && isWhole(node.value))
        return Number(node.value);
    return undefined;
}
function readBoolean(node, place) {
    if (node.kind === 'boolean')
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(node.value);
    if (node.kind === 'text' && node.placeholder === true && isTruth(node.value))
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(node.value === 'true');
    return wrongKind(node, 'true or false', place);
}
function checkEnumeration(value, node, place) {
    const values = _values_js__WEBPACK_IMPORTED_MODULE_2__/* .enumerations */ .Dx.get(place.member);
    if (values?.includes(value) ?? true)
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(value);
    const known = values ?? [];
    const meant = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(value, known);
    return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
        message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} cannot be ${JSON.stringify(value.slice(0, 60))}.`,
        remedy: `${meant === undefined ? '' : `Did you mean ${meant}? `}Known values: ${known.join(', ')}.`,
        location: node.at,
    });
}
function wrongKind(node, wanted, { path }) {
    return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
        message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(path)} must be ${wanted}, not ${found(node)}.`,
        remedy: remedy(node, wanted),
        location: node.at,
    });
}
function found(node) {
    switch (node.kind) {
        case 'object':
            return 'an object';
        case 'list':
            return 'a list';
        case 'text':
            return node.placeholder === true ? 'what its placeholder gives' : 'a text';
        case 'number':
            return 'a number';
        case 'boolean':
            return 'a boolean';
        case 'null':
            return 'null';
    }
}
function remedy(node, wanted) {
    if (wanted === 'a text' && (node.kind === 'number' || node.kind === 'boolean'))
        return 'Put it in quotes.';
    if (node.kind === 'text' && node.placeholder === true)
        return `Give the placeholder ${wanted}.`;
    const needsNoQuotes = node.kind === 'text' && (wanted === 'a whole number' ? isWhole(node.value) : isTruth(node.value));
    return needsNoQuotes ? 'Write it without quotes.' : `Write ${wanted} here.`;
}
function isWhole(text) {
    return /^-?(?:0|[1-9]\d{0,15})$/.test(text);
}
function isTruth(text) {
    return text === 'true' || text === 'false';
}


/***/ }),

/***/ 7251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ membersOf),
/* harmony export */   r: () => (/* binding */ requiredIn)
/* harmony export */ });
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1177);

/** The members of a shape by name. Maps, so that nothing inherited (`constructor`) is taken for a member. */
const membersByShape = new Map(Object.entries(_members_js__WEBPACK_IMPORTED_MODULE_0__/* .shapes */ .nq).map(([name, { members }]) => [name, new Map(Object.entries(members))]));
const requiredByShape = new Map(Object.entries(_members_js__WEBPACK_IMPORTED_MODULE_0__/* .shapes */ .nq).map(([name, { required = [] }]) => [name, required]));
const none = new Map();
/** The members that AWS's shape has, in the order of the API reference; none for a shape nobody knows. */
function membersOf(shape) {
    return membersByShape.get(shape) ?? none;
}
/** The members that AWS requires in a shape. */
function requiredIn(shape) {
    return requiredByShape.get(shape) ?? [];
}


/***/ }),

/***/ 338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ tagLimits),
/* harmony export */   Dx: () => (/* binding */ enumerations),
/* harmony export */   IJ: () => (/* binding */ fargateLogDrivers),
/* harmony export */   In: () => (/* binding */ logDrivers),
/* harmony export */   cB: () => (/* binding */ requiredByService),
/* harmony export */   j$: () => (/* binding */ mostBytes),
/* harmony export */   jJ: () => (/* binding */ fargateSizes)
/* harmony export */ });
/** Source: API reference, LogConfiguration. Which of them an instance has depends on the instance. */
const logDrivers = [
    'json-file',
    'syslog',
    'journald',
    'gelf',
    'fluentd',
    'awslogs',
    'splunk',
    'awsfirelens',
];
/**
 * The values that AWS takes where a member is an enumeration: `Shape.member` → values.
 * Source: the API reference of Amazon ECS, "Valid Values" of each member. The SDK's schemas do not hold
 * them; a test compares this table with the constants that the SDK exports.
 */
const enumerations = new Map([
    ['RegisterTaskDefinitionRequest.networkMode', ['bridge', 'host', 'awsvpc', 'none']],
    [
        'RegisterTaskDefinitionRequest.requiresCompatibilities',
        ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'],
    ],
    ['RegisterTaskDefinitionRequest.pidMode', ['host', 'task']],
    ['RegisterTaskDefinitionRequest.ipcMode', ['host', 'task', 'none']],
    ['ContainerDefinition.versionConsistency', ['enabled', 'disabled']],
    ['PortMapping.protocol', ['tcp', 'udp']],
    ['PortMapping.appProtocol', ['http', 'http2', 'grpc']],
    ['EnvironmentFile.type', ['s3']],
    ['Device.permissions', ['read', 'write', 'mknod']],
    ['ContainerDependency.condition', ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY']],
    [
        'Ulimit.name',
        [
            'core',
            'cpu',
            'data',
            'fsize',
            'locks',
            'memlock',
            'msgqueue',
            'nice',
            'nofile',
            'nproc',
            'rss',
            'rtprio',
            'rttime',
            'sigpending',
            'stack',
        ],
    ],
    ['LogConfiguration.logDriver', logDrivers],
    ['ResourceRequirement.type', ['GPU', 'InferenceAccelerator', 'NeuronDevice']],
    ['FirelensConfiguration.type', ['fluentd', 'fluentbit']],
    ['DockerVolumeConfiguration.scope', ['task', 'shared']],
    ['EFSVolumeConfiguration.transitEncryption', ['ENABLED', 'DISABLED']],
    ['EFSAuthorizationConfig.iam', ['ENABLED', 'DISABLED']],
    ['TaskDefinitionPlacementConstraint.type', ['memberOf']],
    ['ProxyConfiguration.type', ['APPMESH']],
    ['RuntimePlatform.cpuArchitecture', ['X86_64', 'ARM64']],
    [
        'RuntimePlatform.operatingSystemFamily',
        [
            'LINUX',
            'WINDOWS_SERVER_2016_FULL',
            'WINDOWS_SERVER_2004_CORE',
            'WINDOWS_SERVER_2019_CORE',
            'WINDOWS_SERVER_2019_FULL',
            'WINDOWS_SERVER_20H2_CORE',
            'WINDOWS_SERVER_2022_CORE',
            'WINDOWS_SERVER_2022_FULL',
            'WINDOWS_SERVER_2025_CORE',
            'WINDOWS_SERVER_2025_FULL',
        ],
    ],
    ['ServiceManagedEBSVolumeConfiguration.filesystemType', ['ext3', 'ext4', 'xfs', 'ntfs']],
    ['EBSTagSpecification.resourceType', ['volume']],
    ['EBSTagSpecification.propagateTags', ['TASK_DEFINITION', 'SERVICE', 'NONE']],
]);
/**
 * Members that AWS requires though its model does not say so.
 * Source: `Container.name should not be null or blank.` (RegisterTaskDefinition); an image is required by
 * the developer guide's "Standard container definition parameters"; the rest by their use.
 */
const requiredByService = new Map([
    ['ContainerDefinition', ['name', 'image']],
    ['KeyValuePair', ['name']],
    ['MountPoint', ['sourceVolume', 'containerPath']],
    ['VolumeFrom', ['sourceContainer']],
    ['Volume', ['name']],
    ['Tag', ['key']],
    ['TaskDefinitionPlacementConstraint', ['type']],
]);
/** The log drivers of Fargate. Source: API reference, LogConfiguration. */
const fargateLogDrivers = ['awslogs', 'splunk', 'awsfirelens'];
/** Source: developer guide, "Task size"; AWS refuses others with `No Fargate configuration exists for given values.` */
const fargateSizes = [
    { cpu: 256, least: 1024, most: 2048, step: 1024, also: [512] },
    { cpu: 512, least: 1024, most: 4096, step: 1024 },
    { cpu: 1024, least: 2048, most: 8192, step: 1024 },
    { cpu: 2048, least: 4096, most: 16_384, step: 1024 },
    { cpu: 4096, least: 8192, most: 30_720, step: 1024 },
    { cpu: 8192, least: 16_384, most: 61_440, step: 4096 },
    { cpu: 16_384, least: 32_768, most: 122_880, step: 8192 },
];
/** `Actual length: '514430'. Max allowed length is '65536' bytes.` */
const mostBytes = 65_536;
/** Source: API reference, Tag: 50 tags a resource, keys of 1–128 characters, values of up to 256. */
const tagLimits = { count: 50, key: 128, value: 256 };


/***/ })

};
