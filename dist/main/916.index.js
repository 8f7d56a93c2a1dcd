export const id = 916;
export const ids = [916];
export const modules = {

/***/ 7916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/github/run-action.js + 1 modules
var run_action = __webpack_require__(9813);
// EXTERNAL MODULE: ./build/build/request/inputs.js + 4 modules
var inputs = __webpack_require__(7817);
// EXTERNAL MODULE: ./build/report/build.js
var build = __webpack_require__(4267);
;// CONCATENATED MODULE: ./build/actions/build-push/inputs.js


const action = {
    name: 'build-push',
    title: 'ECS Deploy Toolkit: build-push',
    description: 'Builds images and pushes them to Amazon ECR, by digest, and builds nothing that is already there',
    inputs: inputs/* BUILD_INPUTS */.$,
    outputs: build/* BUILD_OUTPUTS */.mD,
    hasPost: true,
    refused: {
        push: 'The image is always pushed; dry-run changes nothing.',
        load: 'The image goes to the registry: a later step can pull it by the output image.',
        outputs: 'The image goes to the registry alone; compression is an input.',
        'cache-from': 'Write from=… on a line of cache.',
        'cache-to': 'Write to=… on a line of cache.',
        'secret-envs': 'Write ID=env:VARIABLE under secrets.',
        'secret-files': 'Write ID=file:PATH under secrets.',
        attests: 'Use provenance and sbom.',
        'add-hosts': 'Write --add-host=HOST:IP on a line of extra-args.',
        allow: 'Write --allow=ENTITLEMENT on a line of extra-args.',
        call: 'Check the Dockerfile in a step of its own: docker buildx build --call=check.',
        'cgroup-parent': 'Write --cgroup-parent=NAME on a line of extra-args.',
        'github-token': 'A context is a folder: check the repository out in a step before, with the token it needs.',
        network: 'Write --network=MODE on a line of extra-args.',
        'no-cache-filters': 'Write --no-cache-filter=STAGE on a line of extra-args.',
        'shm-size': 'Write --shm-size=SIZE on a line of extra-args.',
        ulimit: 'Write --ulimit=LIMIT on a line of extra-args.',
    },
};

;// CONCATENATED MODULE: ./build/actions/build-push/main.js


/** What builds is loaded once the inputs have passed: it is most of the bundle. */
const run = () => (0,run_action/* runAction */.C)(action, async (inputs, runner) => {
    const { buildAction } = await Promise.all(/* import() */[__webpack_require__.e(370), __webpack_require__.e(621), __webpack_require__.e(542)]).then(__webpack_require__.bind(__webpack_require__, 542));
    return buildAction(inputs, runner);
});


/***/ }),

/***/ 9176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gj: () => (/* binding */ Steps),
/* harmony export */   jd: () => (/* binding */ cacheHitRatio),
/* harmony export */   pB: () => (/* binding */ slowestSteps)
/* harmony export */ });
const KEPT_LINES = 50;
const KEPT_CHARACTERS = 50_000;
/** Folds what BuildKit reports into steps: each is told once, when it has ended. */
class Steps {
    #now;
    #running = new Map();
    /** When those began that run now, by the clock of this process. */
    #since = new Map();
    #outputs = new Map();
    #ended = new Map();
    /** `now` is in milliseconds, monotonic. */
    constructor(now = () => 0) {
        this.#now = now;
    }
    /** Takes one report in; gives the steps that ended by it. */
    add({ steps, outputs }) {
        for (const { id, text } of outputs)
            this.#outputs.set(id, lastLines((this.#outputs.get(id) ?? '') + text));
        return steps.flatMap((event) => this.#addStep(event));
    }
    /** All that have ended, in the order in which they did. */
    get ended() {
        return [...this.#ended.values()];
    }
    /** Those that run now, in the order in which they began. */
    get running() {
        return [...this.#since].map(([id, since]) => ({
            name: this.#running.get(id)?.name ?? '',
            took: this.#now() - since,
            output: this.#outputOf(id),
        }));
    }
    #outputOf(id) {
        return (this.#outputs.get(id) ?? '').split(/\r?\n/).filter((line) => line !== '');
    }
    // A vertex can begin again after its end, as exporting does to push: it is told once, and took until its last end.
    #addStep(event) {
        const before = this.#running.get(event.id);
        const startedAt = before?.startedAt ?? event.startedAt;
        this.#running.set(event.id, { ...event, startedAt });
        if (event.completedAt === undefined) {
            if (startedAt !== undefined && !this.#since.has(event.id))
                this.#since.set(event.id, this.#now());
            return [];
        }
        this.#since.delete(event.id);
        const isTold = this.#ended.has(event.id);
        const step = {
            name: event.name,
            took: startedAt === undefined ? 0 : Math.max(0, event.completedAt - startedAt),
            isCached: event.isCached,
            error: event.error,
            output: this.#outputOf(event.id),
        };
        this.#ended.set(event.id, step);
        return isTold ? [] : [step];
    }
}
// A bar of progress is one line without end.
const lastLines = (text) => text.slice(-KEPT_CHARACTERS).split('\n').slice(-KEPT_LINES - 1).join('\n');
/** Whether a step is one of the Dockerfile, as against loading, exporting and pushing. */
const isOfDockerfile = ({ name }) => /^\[[^\]]*\d+\/\d+\]/.test(name);
/** Of the steps of the Dockerfile the part that the cache had, from 0 to 1; undefined where there was none. */
function cacheHitRatio(steps) {
    const counted = steps.filter((step) => isOfDockerfile(step) && !/\] FROM /.test(step.name));
    return counted.length === 0
        ? undefined
        : counted.filter(({ isCached }) => isCached).length / counted.length;
}
/** The steps that took longest, the longest first. */
const slowestSteps = (steps, most) => [...steps]
    .filter(({ isCached }) => !isCached)
    .sort((one, other) => other.took - one.took)
    .slice(0, most);


/***/ }),

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ IMAGE_INPUTS)
});

// EXTERNAL MODULE: ./build/inputs/kinds.js
var kinds = __webpack_require__(6447);
// EXTERNAL MODULE: ./build/inputs/list-kinds.js
var list_kinds = __webpack_require__(2956);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/images/reference.js
var reference = __webpack_require__(8794);
;// CONCATENATED MODULE: ./build/build/request/grammar.js


const grammar_name = ({ what, pattern, remedy }) => (given) => pattern.test(given)
    ? (0,problem/* parsed */.Yz)(given)
    : (0,problem/* refused */.J5)({ message: `${JSON.stringify(given.slice(0, 200))} is not ${what}.`, remedy });
// Amazon ECR API reference, CreateRepository: the pattern of repositoryName; 2 to 256 characters.
const REPOSITORY_PATH = '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*';
/** The name of a repository, or its URI `HOST/NAME`; neither tag nor digest. */
const readRepository = grammar_name({
    what: 'the name or the URI of a repository',
    pattern: new RegExp(`^(?=.{2,384}$)(?:[A-Za-z0-9.-]+(?:\\.[A-Za-z0-9-]+|:\\d+)/)?${REPOSITORY_PATH}$`),
    remedy: 'Write its name, such as reservation/web, or its URI, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation/web. Tags go into the input tags.',
});
/** The name of a build argument: a Dockerfile's `ARG` takes no other [?]. */
const readBuildArgName = grammar_name({
    what: 'the name of a build argument',
    pattern: /^[A-Za-z_][\w.-]*$/,
    remedy: 'Write NAME=VALUE with a name of letters, digits and underscores, as in the ARG of the Dockerfile.',
});
/** The name of a further context, as `FROM` and `COPY --from` may name it. */
const readContextName = grammar_name({
    what: 'the name of a build context',
    pattern: /^[a-z0-9][\w./:@-]*$/,
    remedy: 'Write NAME=SOURCE with the name that the Dockerfile uses in FROM or COPY --from.',
});
/**
 * `os/architecture` or `os/architecture/variant`. The builder takes any name, and makes an image for it that nothing can
 * run: here are those for which there are base images (containerd's platforms, with its other names for them).
 */
const readPlatform = grammar_name({
    what: 'a platform',
    pattern: /^(?:linux\/(?:amd64|x86_64|x86-64|arm64|aarch64|arm|armhf|armel|386|i386|ppc64le|s390x|riscv64|loong64|mips64le|mips64)|windows\/(?:amd64|arm64))(?:\/v\d+)?$/,
    remedy: 'Write it as linux/amd64 or linux/arm64; Fargate runs these two.',
});
/** The name of a stage of the Dockerfile. */
const readTarget = grammar_name({
    what: 'the name of a build stage',
    pattern: /^[A-Za-z0-9][\w.-]*$/,
    remedy: 'Write the name that stands behind AS in the Dockerfile.',
});
/** The key of a label or annotation. */
const readLabelName = grammar_name({
    what: 'the name of a label',
    pattern: /^[^\s=]+$/,
    remedy: 'Write NAME=VALUE with a name without blanks.',
});
const SECRET = /^(?<id>[\w.-]+)=(?:env:(?<variable>[A-Za-z_]\w*)|file:(?<path>.+))$/s;
/** `ID=env:VARIABLE` or `ID=file:PATH`. The text is not repeated: it may hold the secret itself. */
function readSecret(given) {
    const { id, variable, path } = SECRET.exec(given)?.groups ?? {};
    if (id !== undefined && variable !== undefined)
        return (0,problem/* parsed */.Yz)({ id, from: 'env', variable });
    if (id !== undefined && path !== undefined)
        return (0,problem/* parsed */.Yz)({ id, from: 'file', path });
    return (0,problem/* refused */.J5)({
        message: 'It is not a build secret.',
        remedy: 'Write ID=env:VARIABLE or ID=file:PATH; the value itself must not stand here.',
    });
}
const SSH = /^(?<id>[\w.-]+)(?:=(?<paths>[^,]+(?:,[^,]+)*))?$/s;
/** `ID`, or `ID=PATH` with one path or several. The text is not repeated: it may hold a key. */
function readSsh(given) {
    const { id, paths } = SSH.exec(given)?.groups ?? {};
    if (id !== undefined)
        return (0,problem/* parsed */.Yz)({ id, paths: paths?.split(',') ?? [] });
    return (0,problem/* refused */.J5)({
        message: 'It names neither an SSH agent nor keys.',
        remedy: 'Write default, or ID=PATH with the socket of an agent or a private key; several keys of one ID in double quotes, as "ID=PATH,PATH".',
    });
}
/** `REPOSITORY@sha256:…`, which names one image for ever. */
function readSourceImage(given) {
    const [named = '', digest, ...others] = given.split('@');
    if (digest === undefined)
        return (0,problem/* refused */.J5)(byDigest(given));
    const { name: repository, tag } = (0,reference/* imageReference */.r)(given);
    const read = readRepository(repository);
    if (!read.ok)
        return read;
    if (tag !== undefined || named !== repository || others.length > 0 || !DIGEST.test(digest))
        return (0,problem/* refused */.J5)(oneDigest(given));
    return (0,problem/* parsed */.Yz)({ repository, digest });
}
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const byDigest = (given) => ({
    message: `${JSON.stringify(given.slice(0, 200))} does not name an image by its digest, and tags move: what is promoted need not be what was tested.`,
    remedy: 'Write REPOSITORY@sha256:…, such as the output image of the step that built it.',
});
const oneDigest = (given) => ({
    message: `${JSON.stringify(given.slice(0, 300))} is not a repository with one digest of SHA-256 behind it, and no tag.`,
    remedy: 'Write REPOSITORY@sha256:…, such as the output image of the step that built it.',
});

// EXTERNAL MODULE: ./build/build/tag/template.js
var template = __webpack_require__(6228);
;// CONCATENATED MODULE: ./build/build/request/image-inputs.js





const asItIs = (item) => (0,problem/* parsed */.Yz)(item);
/** Inputs of one image; each is also the default of every image of `images`. */
const IMAGE_INPUTS = {
    repository: (0,kinds/* checked */.KD)(readRepository, {
        description: 'Repository of Amazon ECR that the image is pushed to: its name, or its URI without tag. Required unless each of `images` has its own.',
    }),
    'from-image': (0,kinds/* checked */.KD)(readSourceImage, {
        description: 'An image of Amazon ECR that was built before, `REPOSITORY@sha256:…`: it is taken to `repository` byte for byte, also from another account or region, and given `tags`. Nothing is built, and inputs that are for a build are errors.',
    }),
    context: (0,kinds/* text */.Qq)({
        default: '.',
        description: 'Folder whose files the Dockerfile can copy, relative to the checkout. Steps before this one may have added files to it.',
    }),
    file: (0,kinds/* text */.Qq)({
        description: 'The Dockerfile, relative to the checkout. The default is `Dockerfile` in the context.',
    }),
    target: (0,kinds/* checked */.KD)(readTarget, { description: 'Stage of the Dockerfile to build; the last unless given.' }),
    'build-args': (0,list_kinds/* quotedPairs */.aP)(readBuildArgName, {
        description: 'Build arguments, one `NAME=VALUE` a line. A value with line breaks stands in double quotes together with its name. They can be read from the image: secrets belong under `secrets`.',
    }),
    'build-contexts': (0,list_kinds/* quotedPairs */.aP)(readContextName, {
        description: 'Further contexts, one `NAME=SOURCE` a line: a folder relative to the checkout, `docker-image://IMAGE`, `oci-layout://FOLDER`, or a URL.',
    }),
    secrets: (0,list_kinds/* lines */.Mn)(readSecret, {
        description: 'Secrets for `RUN --mount=type=secret`, one a line: `ID=env:VARIABLE` or `ID=file:PATH`. They are neither in the image nor in its input digest.',
    }),
    ssh: (0,list_kinds/* listOfIds */.Gx)(readSsh, {
        description: 'Keys for `RUN --mount=type=ssh`, one a line or separated by commas: `default` for the agent of this machine (`SSH_AUTH_SOCK`), or `ID=PATH` for the socket of another agent or a private key without passphrase; several keys of one ID as `"ID=PATH,PATH"`. The builder is sent signatures, no keys, and only the IDs count for the input digest: keep key files out of the context.',
    }),
    platforms: (0,list_kinds/* commaList */.od)(readPlatform, {
        description: 'Platforms, such as `linux/arm64`; several make an index. It must be the one of the task definition (`runtimePlatform`). The default is that of the builder.',
    }),
    tags: (0,list_kinds/* commaList */.od)(template/* parseTemplate */.QC, {
        default: '{{sha}}',
        description: 'Tags of the image, without registry. `{{sha}}`, `{{short-sha}}`, `{{branch}}`, `{{pr}}`, `{{tag}}`, `{{run-id}}` and `{{input-digest}}` are filled in; a tag whose field this run does not have, such as `{{pr}}` on a push or `{{branch}}` in a pull request, is left out, and the log says so.',
    }),
    labels: (0,list_kinds/* quotedPairs */.aP)(readLabelName, {
        description: 'Labels of the image, one `NAME=VALUE` a line, beside those of the OCI image specification (source, revision, created, version, url), which they overrule.',
    }),
    annotations: (0,list_kinds/* lines */.Mn)(asItIs, {
        description: 'Annotations of the manifest, one `NAME=VALUE` a line; with `index:` before the name those of the index.',
    }),
    compression: (0,kinds/* choice */.Yq)(['gzip', 'zstd'], {
        description: 'How every layer is compressed, those of base images too. `zstd` unpacks faster; Fargate takes it, and Docker from version 23. Without it the builder decides: gzip for layers that it makes, and base images as they are.',
    }),
};


/***/ }),

/***/ 7817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ BUILD_INPUTS)
});

// EXTERNAL MODULE: ./build/deploy/credential-inputs.js
var credential_inputs = __webpack_require__(5103);
// EXTERNAL MODULE: ./build/deploy/inputs.js
var inputs = __webpack_require__(2489);
// EXTERNAL MODULE: ./build/inputs/document-kinds.js
var document_kinds = __webpack_require__(281);
// EXTERNAL MODULE: ./build/inputs/kinds.js
var kinds = __webpack_require__(6447);
// EXTERNAL MODULE: ./build/inputs/list-kinds.js
var list_kinds = __webpack_require__(2956);
// EXTERNAL MODULE: ./build/inputs/problem.js
var inputs_problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/inputs/nearest.js
var nearest = __webpack_require__(1410);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(5175);
;// CONCATENATED MODULE: ./build/build/request/fields.js

/**
 * One line of CSV, as the builder reads `type=registry,ref=…`: its fields in their order, each with the name before
 * the first `=`, or without one. Undefined where it is none: its quotes do not close, or stand inside of a field.
 */
function readFields(line) {
    try {
        const records = (0,sync/* parse */.qg)(line, { relax_column_count: true });
        const [texts, ...others] = Array.isArray(records) ? records.filter(isTexts) : [];
        return others.length > 0 ? undefined : texts?.map(fieldOf);
    }
    catch (error) {
        if (error instanceof sync/* CsvError */.J$)
            return undefined;
        throw error;
    }
}
const isTexts = (record) => Array.isArray(record);
function fieldOf(text) {
    const at = text.indexOf('=');
    return at <= 0 ? { name: undefined, value: text } : { name: text.slice(0, at).trim(), value: text.slice(at + 1) };
}

;// CONCATENATED MODULE: ./build/build/request/attestation.js



/** What BuildKit lets be said of provenance, with the values that it knows. Docker documentation, "SLSA provenance". */
const PROVENANCE = new Map([
    ['mode', /^(?:min|max)$/],
    ['version', /^v\d+(?:\.\d+)?$/],
    ['builder-id', /./],
    ['filename', /./],
    ['reproducible', /^(?:true|false)$/],
    ['inline-only', /^(?:true|false)$/],
]);
/** `false`, or parameters of the attestation; empty for `true`. */
const readProvenance = (given) => readAttestation(given, 'true, false, or parameters such as mode=max', (name, value) => {
    const pattern = PROVENANCE.get(name);
    if (pattern === undefined) {
        const remedy = (0,nearest/* suggestion */.h)(name, PROVENANCE.keys(), `It has ${[...PROVENANCE.keys()].join(', ')}.`);
        return { message: `Provenance has no ${name}.`, remedy };
    }
    return pattern.test(value)
        ? undefined
        : { message: `${name} cannot be ${JSON.stringify(value)}.`, remedy: REMEDIES.get(name) ?? 'Give it a value.' };
});
const REMEDIES = new Map([
    ['mode', 'Write min or max.'],
    ['version', 'Write v0.2 or v1.'],
    ['reproducible', 'Write true or false.'],
    ['inline-only', 'Write true or false.'],
]);
/** `false`, or parameters of the attestation; empty for `true`. What it is given beside the generator goes to that. */
const readSbom = (given) => readAttestation(given, 'true, false, or generator=IMAGE', (name, value) => name === 'generator' && value === ''
    ? { message: 'generator has no value.', remedy: 'Write generator=IMAGE, or true for that of Docker.' }
    : undefined);
function readAttestation(given, what, check) {
    const text = given.trim();
    if (/^(?:false|False|FALSE)$/.test(text))
        return (0,inputs_problem/* parsed */.Yz)(false);
    if (/^(?:true|True|TRUE)$/.test(text))
        return (0,inputs_problem/* parsed */.Yz)('');
    const fields = readFields(text);
    if (fields === undefined || !fields.every(isNamed)) {
        const said = JSON.stringify(text.slice(0, LONGEST));
        return (0,inputs_problem/* refused */.J5)({ message: `${said} is no attestation.`, remedy: `Write ${what}.` });
    }
    const problems = fields.filter(isNamed).flatMap(({ name, value }) => {
        // What it is of, and whether it is made at all, the input itself says.
        if (name !== 'type' && name !== 'disabled')
            return check(name, value) ?? [];
        return [{ message: `${name} is decided by the input itself.`, remedy: `Write ${what}.` }];
    });
    return problems.length > 0 ? (0,inputs_problem/* refused */.J5)(...problems) : (0,inputs_problem/* parsed */.Yz)(text);
}
const LONGEST = 200;
const isNamed = (field) => field.name !== undefined && /^[\w.-]+$/.test(field.name);

;// CONCATENATED MODULE: ./build/build/request/cache-line.js



/** What each kind of cache must be told, by side. Docker documentation, "Cache storage backends". */
const REQUIRED = {
    from: new Map([
        ['registry', 'ref'],
        ['local', 'src'],
        ['gha', undefined],
        ['s3', undefined],
        ['azblob', undefined],
    ]),
    to: new Map([
        ['registry', 'ref'],
        ['local', 'dest'],
        ['gha', undefined],
        ['s3', undefined],
        ['azblob', undefined],
        ['inline', undefined],
    ]),
};
/**
 * One line of the input: a word, or a side with what `--cache-from` and `--cache-to` take, where an image alone stands
 * for a registry's. Refuses what no builder could read; whether it can be reached the build shows.
 */
function readCacheLine(line) {
    const [, side, text = ''] = /^(from|to)=(.+)$/s.exec(line) ?? [];
    if (side !== 'from' && side !== 'to')
        return (0,inputs_problem/* parsed */.Yz)(line);
    const problem = cacheProblem(side, text);
    return problem === undefined ? (0,inputs_problem/* parsed */.Yz)(line) : (0,inputs_problem/* refused */.J5)(problem);
}
function cacheProblem(side, text) {
    const fields = readFields(text);
    if (fields === undefined) {
        return { message: 'Its quotes cannot be read.', remedy: 'Put a field with a comma into quotes as a whole: "NAME=A,B".' };
    }
    const [only, ...others] = fields;
    if (only !== undefined && only.name === undefined && others.length === 0)
        return referenceProblem(only.value);
    const values = new Map(fields.map(({ name, value }) => [name ?? value, name === undefined ? undefined : value]));
    const bare = [...values].find(([, value]) => value === undefined)?.[0];
    if (bare !== undefined) {
        return { message: `${JSON.stringify(bare)} is no NAME=VALUE.`, remedy: `Write such as ${side}=${EXAMPLE}.` };
    }
    const kinds = REQUIRED[side];
    const type = values.get('type');
    if (type === undefined || !kinds.has(type)) {
        return {
            message: type === undefined ? 'It says no type.' : `The type ${type} is none for ${side}=….`,
            remedy: (0,nearest/* suggestion */.h)(type ?? '', kinds.keys(), `It can be ${[...kinds.keys()].join(', ')}.`),
        };
    }
    const needed = kinds.get(type);
    if (needed !== undefined && !values.get(needed)) {
        return { message: `The type ${type} needs ${needed}.`, remedy: `Write ${side}=type=${type},${needed}=….` };
    }
    return type === 'registry' ? referenceProblem(values.get('ref') ?? '') : undefined;
}
const EXAMPLE = 'type=registry,ref=REGISTRY/REPOSITORY:TAG';
// Distribution's grammar of references: only the host may have capitals.
const REFERENCE = /^(?:[A-Za-z0-9.-]+(?::\d+)?\/)?(?:[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*\/)*[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
const referenceProblem = (reference) => REFERENCE.test(reference)
    ? undefined
    : {
        message: `${JSON.stringify(reference.slice(0, cache_line_LONGEST))} is not the name of an image.`,
        remedy: 'Write REGISTRY/REPOSITORY:TAG, in small letters but for the registry and the tag.',
    };
const cache_line_LONGEST = 200;

// EXTERNAL MODULE: ./build/build/request/image-inputs.js + 1 modules
var image_inputs = __webpack_require__(377);
;// CONCATENATED MODULE: ./build/build/request/images.js



/**
 * Reads the list of `images`. A list stands for lines, a mapping for lines of NAME=VALUE: what is in them is read
 * as the input of the same name is.
 */
function readImages(node) {
    if (node.kind !== 'list' || node.items.length === 0) {
        return (0,inputs_problem/* refused */.J5)({
            message: 'It is not a list of images.',
            remedy: 'Write one mapping an image: - repository: reservation/web.',
            location: node.at,
        });
    }
    const problems = [];
    const entries = node.items.flatMap((item) => {
        if (item.kind === 'object')
            return [readEntry(item, problems)];
        problems.push({
            message: 'An image is a mapping.',
            remedy: 'Write - repository: reservation/web and what else differs from the inputs.',
            location: item.at,
        });
        return [];
    });
    return problems.length > 0 ? (0,inputs_problem/* refused */.J5)(...problems) : (0,inputs_problem/* parsed */.Yz)(entries);
}
const MEMBERS = ['name', ...Object.keys(image_inputs/* IMAGE_INPUTS */.E)];
function readEntry(node, problems) {
    const texts = new Map();
    for (const { key, keyAt, value } of node.members) {
        const text = MEMBERS.includes(key) ? textOf(value) : undefined;
        if (text !== undefined)
            texts.set(key, text);
        else
            problems.push({ ...(MEMBERS.includes(key) ? notText(key) : unknown(key)), location: keyAt });
    }
    const name = texts.get('name');
    texts.delete('name');
    return { name, texts };
}
const notText = (key) => ({
    message: `${key} is neither a text nor a list or mapping of texts.`,
    remedy: 'Write a text, a list of texts, or NAME: text.',
});
function unknown(key) {
    const known = (0,nearest/* nearest */.p)(key, MEMBERS);
    return {
        message: `An image has no ${key}.`,
        remedy: known === undefined ? `It can have ${MEMBERS.join(', ')}.` : `Did you mean ${known}?`,
    };
}
function textOf(node) {
    switch (node.kind) {
        case 'text':
        case 'number':
        case 'boolean':
            return scalarText(node);
        case 'list':
            return joined(node.items.map(scalarText));
        case 'object':
            return joined(node.members.map(({ key, value }) => {
                const text = scalarText(value);
                return text === undefined ? undefined : `${key}=${text}`;
            }));
        case 'null':
            return undefined;
    }
}
const scalarText = (node) => node.kind === 'text'
    ? node.value
    : node.kind === 'number'
        ? node.source
        : node.kind === 'boolean'
            ? String(node.value)
            : undefined;
function joined(items) {
    const texts = items.filter((item) => item !== undefined);
    return texts.length < items.length ? undefined : texts.map(quoted).join('\n');
}
/** One item as a line of an input. */
const quoted = (item) => `"${item.replaceAll('"', '""')}"`;

;// CONCATENATED MODULE: ./build/build/request/inputs.js










const asItIs = (item) => (0,inputs_problem/* parsed */.Yz)(item);
/** Inputs of the action build-push. */
const BUILD_INPUTS = {
    ...image_inputs/* IMAGE_INPUTS */.E,
    images: (0,document_kinds/* document */.Al)('YAML or JSON list', readImages, {
        description: 'Several images, built together so that stages they share are built once: a list of mappings with `name`, `repository`, `from-image`, `context`, `file`, `target`, `build-args`, `build-contexts`, `secrets`, `ssh`, `platforms`, `tags`, `labels`, `annotations` and `compression`. What an image does not say is taken from the inputs of the same name.',
    }),
    'on-existing-tag': (0,kinds/* choice */.Yq)(['reuse', 'fail', 'overwrite'], {
        default: 'reuse',
        description: 'What becomes of a tag that another image has already. `reuse`: a tag that the repository lets nobody move means that image is the result and nothing is built, where it comes from the same source, or says nothing of it while the tag names this commit; otherwise it is an error. Any other tag is moved. `fail`: nothing is built. `overwrite`: the tag is moved; where the repository forbids that, nothing is built.',
    }),
    reuse: (0,kinds/* choice */.Yq)(['auto', 'off'], {
        default: 'auto',
        description: '`auto` takes an image that was built from the same input, wherever in the repository it stands, and builds nothing. `off` builds always, but where a tag that nobody may move is there already: see `on-existing-tag`.',
    }),
    'max-age': (0,kinds/* formed */.Gd)({ what: 'a span of time', pattern: /^[1-9]\d{0,4}[mhd]$/, example: '7d, 12h or 90m' }, {
        default: '7d',
        description: 'How old an image may be that is reused: what a build fetches from the network, such as packages, moves without any change to the input. An older one is built again without the layer cache. In days (`d`), hours (`h`) or minutes (`m`).',
    }),
    cache: (0,list_kinds/* lines */.Mn)(readCacheLine, {
        default: 'ecr',
        description: 'Where layers are kept between runs: `ecr` (in the same repository, under the tag `buildcache-NAME`), `gha` (the cache of GitHub), `none`, or lines of `from=…` and `to=…` as `--cache-from` and `--cache-to` of BuildKit take them. A cache that fails never fails the build, unless its line says `ignore-error=false`.',
    }),
    provenance: (0,kinds/* checked */.KD)(readProvenance, {
        default: 'false',
        description: 'Provenance attestation: `false`, `true`, or parameters such as `mode=max`. It turns a single image into an index, so none is made unless asked for.',
    }),
    sbom: (0,kinds/* checked */.KD)(readSbom, {
        default: 'false',
        description: 'Software bill of materials as an attestation: `false`, `true`, or `generator=IMAGE`.',
    }),
    'no-cache': (0,kinds/* flag */.Jt)({ default: 'false', description: 'Build every layer anew; also means `reuse: off`.' }),
    pull: (0,kinds/* flag */.Jt)({ default: 'false', description: 'Ask the registry for newer base images, though the builder has some.' }),
    builder: (0,kinds/* text */.Qq)({
        description: 'Name of a builder of Docker Buildx. Without it the current one is used; where that cannot do what is asked, one is made for this step.',
    }),
    'extra-args': (0,list_kinds/* lines */.Mn)(asItIs, {
        description: 'Further arguments of `docker buildx build`, one a line, such as `--add-host=db:10.0.0.5`. They count for the input digest. Not what has an input of its own, and not with several images.',
    }),
    ...credential_inputs/* CREDENTIAL_INPUTS */.m,
    'dry-run': (0,kinds/* flag */.Jt)({
        default: 'false',
        description: 'Check everything, say what would be built or reused, and change nothing.',
    }),
    'max-retries': inputs/* DEPLOY_INPUTS */.U_['max-retries'],
};


/***/ }),

/***/ 6228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ runFields),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   vY: () => (/* binding */ renderTag),
/* harmony export */   yJ: () => (/* binding */ CACHE_TAG)
/* harmony export */ });
/* unused harmony exports TAG, TAG_FIELDS */
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1410);
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);


/** The grammar of a tag, as the registry's distribution specification has it. */
const TAG = /^\w[\w.-]{0,127}$/;
/** How tags begin under which layers are kept. */
const CACHE_TAG = 'buildcache';
/** What a template of a tag can name, in the order of the documentation. */
const TAG_FIELDS = ['sha', 'short-sha', 'branch', 'pr', 'tag', 'run-id', 'input-digest'];
/**
 * The fields of a run from the variables of the runner. The input digest is known later. As in docker/metadata-action a
 * pull request has no branch: the tag of a branch must not come to an image of what is not merged.
 */
function runFields(environment) {
    const ref = environment['GITHUB_REF'] ?? '';
    const behind = (prefix) => ref.startsWith(prefix) ? ref.slice(prefix.length) || undefined : undefined;
    const sha = environment['GITHUB_SHA'] || undefined;
    const branch = behind('refs/heads/');
    const tag = behind('refs/tags/');
    return {
        sha,
        'short-sha': sha?.slice(0, 7),
        branch: branch === undefined ? undefined : inGrammar(branch),
        pr: /^refs\/pull\/(\d+)\//.exec(ref)?.[1],
        tag: tag === undefined ? undefined : inGrammar(tag),
        'run-id': environment['GITHUB_RUN_ID'] || undefined,
        'input-digest': undefined,
    };
}
/** A branch may have characters that no tag has: each row of them becomes one hyphen, as in docker/metadata-action. */
const inGrammar = (name) => name.replace(/[^A-Za-z0-9._-]+/g, '-');
/** Reads `v1-{{short-sha}}`; spaces inside the braces mean nothing. */
function parseTemplate(text) {
    const problems = [];
    const template = text.split(/(\{\{[^{}]*\}\})/).flatMap((piece) => {
        const name = /^\{\{(.*)\}\}$/s.exec(piece)?.[1]?.trim();
        if (name === undefined)
            return piece === '' ? [] : [{ kind: 'text', text: piece }];
        const field = TAG_FIELDS.find((known) => known === name);
        if (field !== undefined)
            return [{ kind: 'field', field }];
        problems.push(unknownField(name, text));
        return [];
    });
    const literal = template.map((piece) => (piece.kind === 'text' ? piece.text : 'x')).join('');
    if (problems.length === 0 && !TAG.test(literal))
        problems.push(noTag(text));
    if (text.startsWith(`${CACHE_TAG}-`))
        problems.push(ofCache(text));
    return problems.length > 0 ? (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems) : (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(template);
}
const unknownField = (name, text) => {
    const known = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, TAG_FIELDS);
    return {
        message: `The tag ${JSON.stringify(text)} names {{${name}}}, which does not exist.`,
        remedy: known === undefined ? `There are ${TAG_FIELDS.join(', ')}.` : `Did you mean {{${known}}}?`,
        input: 'tags',
    };
};
const noTag = (text) => ({
    message: `${JSON.stringify(text.slice(0, 200))} is not a tag.`,
    remedy: 'A tag has up to 128 letters, digits, dots, hyphens and underscores, and does not begin with a dot or hyphen; registry and repository are not part of it.',
    input: 'tags',
});
const ofCache = (text) => ({
    message: `The tag ${JSON.stringify(text.slice(0, 200))} is one under which layers are kept.`,
    remedy: `Choose one that does not begin with ${CACHE_TAG}-.`,
    input: 'tags',
});
/** Fills a template in. What is too long is not cut: another commit could come to the same tag. */
function renderTag(template, values) {
    const missing = fieldsOf(template).filter((field) => values[field] === undefined);
    if (missing.length > 0)
        return { kind: 'left-out', missing };
    const text = template
        .map((piece) => (piece.kind === 'text' ? piece.text : (values[piece.field] ?? '')))
        .join('');
    const tag = text.replace(/^[.-]+/, '');
    if (tag.length > LONGEST)
        return { kind: 'too-long', text: tag };
    // A branch can be called `-`, of which no tag remains.
    return tag === '' ? { kind: 'left-out', missing: fieldsOf(template) } : { kind: 'tag', tag };
}
/** Of an image. */
const tooLong = (image, text) => ({
    message: `Image ${image}: the tag ${text} has ${text.length} characters, and a tag can have ${LONGEST}.`,
    remedy: 'Put {{short-sha}} or {{pr}} where {{branch}} or {{tag}} stands.',
    input: 'tags',
});
const fieldsOf = (template) => template.flatMap((piece) => (piece.kind === 'field' ? [piece.field] : []));
const LONGEST = 128;


/***/ }),

/***/ 8794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ pinned),
/* harmony export */   r: () => (/* binding */ imageReference)
/* harmony export */ });
// A registry of ECR: ACCOUNT.dkr.ecr.REGION.amazonaws.com (in China .com.cn, in the European Sovereign
// Cloud .eu [?]), or the dual-stack ACCOUNT.dkr-ecr.REGION.on.aws; FIPS endpoints say ecr-fips.
const ECR_REGISTRY = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.(?:com\.cn|eu)))$/;
/** Reads `registry/repository:tag@digest`; a reference with neither tag nor digest means `latest`. */
function imageReference(image) {
    const [named = '', digest] = image.split('@', 2);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const name = colon < 0 ? named : named.slice(0, colon);
    const tag = colon < 0 ? (digest === undefined ? 'latest' : undefined) : named.slice(colon + 1);
    const slash = name.indexOf('/');
    const [, account, region] = ECR_REGISTRY.exec(name.slice(0, Math.max(slash, 0))) ?? [];
    return {
        name,
        ...(tag === undefined ? {} : { tag }),
        ...(digest === undefined ? {} : { digest }),
        ...(account === undefined || region === undefined
            ? {}
            : { ecr: { account, region, repository: name.slice(slash + 1) } }),
    };
}
/** The same image, named by its digest alone. */
const pinned = ({ name }, digest) => `${name}@${digest}`;


/***/ }),

/***/ 2956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gx: () => (/* binding */ listOfIds),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   aP: () => (/* binding */ quotedPairs),
/* harmony export */   od: () => (/* binding */ commaList)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5175);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5449);



/**
 * Items one a line, as docker/build-push-action takes them: a line that begins with a double quote goes on to the
 * closing one and may hold line breaks; `""` in it is a quote. Any other line is taken as it is.
 */
const lines = (read, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)('lines', options, (given) => readItems(itemsOf(given, NEVER), read));
/** Items one a line or separated by commas, with the same quotes. */
const commaList = (read, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)('lines or comma-separated list', options, (given) => readItems(itemsOf(given, ','), read));
/** The same where each item has an ID: each once. */
const listOfIds = (read, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)('lines or comma-separated list', options, (given) => {
    const items = readItems(itemsOf(given, ','), read);
    if (!items.ok)
        return items;
    const once = eachOnce(items.value.map((item) => [item.id, item]));
    return once.ok ? items : once;
});
/** NAME=VALUE, one a line with the same quotes; each name once. The value is taken as it is. */
const quotedPairs = (readName, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)('lines of NAME=VALUE', options, (given) => {
    const pairs = readItems(itemsOf(given, NEVER), (item) => readPair(item, readName));
    return pairs.ok ? eachOnce(pairs.value) : pairs;
});
// No input can hold it: the runner hands inputs over as environment variables.
const NEVER = '\0';
function itemsOf(given, delimiter) {
    const items = [];
    try {
        (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(given, {
            delimiter,
            relax_quotes: true,
            relax_column_count: true,
            skip_empty_lines: true,
            trim: true,
            on_record: (texts, { lines: line }) => {
                items.push(...texts.filter((text) => text !== '').map((text) => ({ line, text })));
                return null;
            },
        });
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(items);
    }
    catch (error) {
        if (!(error instanceof csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .CsvError */ .J$))
            throw error;
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
            message: 'A quote at the beginning of a line is not closed, or text follows where it is.',
            remedy: 'Close it at the end of the item, double each quote inside, or begin the line without one.',
        });
    }
}
function readItems(items, read) {
    if (!items.ok)
        return items;
    const values = [];
    const problems = [];
    for (const { line, text } of items.value) {
        const value = read(text);
        if (value.ok)
            values.push(value.value);
        else
            problems.push(...value.problems.map((problem) => ({ ...problem, message: `Line ${line}: ${problem.message}` })));
    }
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(values);
}
function readPair(item, readName) {
    const cut = item.indexOf('=');
    if (cut <= 0) {
        // The text is not repeated: it may hold a secret.
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({ message: 'It is not NAME=VALUE.', remedy: 'Write one NAME=VALUE a line.' });
    }
    const name = readName(item.slice(0, cut));
    return name.ok ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)([name.value, item.slice(cut + 1)]) : name;
}
function eachOnce(pairs) {
    const names = pairs.map(([name]) => name);
    const again = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
    if (again.length === 0)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(new Map(pairs));
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...again.map((name) => ({ message: `${name} is given twice.`, remedy: 'Keep one of them.' })));
}


/***/ }),

/***/ 4267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ runningLine),
/* harmony export */   F: () => (/* binding */ renderBuildSummary),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   He: () => (/* binding */ buildFailure),
/* harmony export */   JZ: () => (/* binding */ buildOutputs),
/* harmony export */   Um: () => (/* binding */ buildProblem),
/* harmony export */   Z8: () => (/* binding */ unfinishedSentence),
/* harmony export */   _D: () => (/* binding */ cutOffTitle),
/* harmony export */   b8: () => (/* binding */ buildProblems),
/* harmony export */   e0: () => (/* binding */ renderCancelled),
/* harmony export */   l6: () => (/* binding */ stepLine),
/* harmony export */   mD: () => (/* binding */ BUILD_OUTPUTS),
/* harmony export */   oh: () => (/* binding */ promotionLine),
/* harmony export */   pH: () => (/* binding */ imageSentence),
/* harmony export */   yE: () => (/* binding */ DRY_RUN)
/* harmony export */ });
/* harmony import */ var _build_progress_steps_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9176);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6241);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5149);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(897);
/* harmony import */ var _full_stop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7451);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3021);






const DRY_RUN = 'Dry run: nothing is built, copied or tagged. This is what would be done:';
/** What will be done for each image, before it is. */
const planLines = (images) => images.map(({ described: { spec, source, repository }, plan }) => {
    const context = `${source.files} ${source.files === 1 ? 'file' : 'files'}, ${megabytes(source.bytes)}`;
    switch (plan.kind) {
        case 'reuse':
            return `Image ${spec.name}: ${reuseSentence(plan.reason, plan.image.digest)}${tagsToCome(plan.newTags)}`;
        case 'build':
            return `Image ${spec.name}: is built (${WHY[plan.why]}; ${context}) and goes to ${repository.uri} with the tags ${plan.newTags.join(', ')}.`;
    }
});
const tagsToCome = (tags) => tags.length === 0 ? '' : ` It gets the tags ${tags.join(', ')}.`;
const WHY = {
    'not-there': 'nothing in the repository comes from this input',
    'too-old': 'what comes from this input is older than max-age, so without the layer cache',
    incomplete: 'of what comes from this input a part is no longer in the repository',
    'reuse-off': 'nothing is to be reused',
};
/** The same of an image that is promoted. */
const promotionLine = ({ described: { promotion, source, repository }, plan, }) => plan.image === undefined
    ? `Image ${promotion.name}: ${source.image.digest} is copied from ${source.uri} to ${repository.uri}.${tagsToCome(plan.newTags)}`
    : `Image ${promotion.name}: ${source.image.digest} is in ${repository.uri} already, and nothing is copied.${tagsToCome(plan.newTags)}`;
function reuseSentence(reason, digest) {
    switch (reason.kind) {
        case 'promoted':
            return `${digest} comes from ${reason.from}, byte for byte.`;
        case 'same-input':
            return `${digest} was built from this very input and is taken as it is.`;
        case 'fixed-tag':
            return `${digest} is taken, since nobody may move its tag ${reason.tag}; ${TAKEN[reason.input]}`;
    }
}
const TAKEN = {
    same: 'it was built from this very input.',
    'other-base': 'it was built from the same source, on base images that have moved since.',
    unknown: 'the tag names this commit, and what else it was built from is not known.',
};
const IN_DOCKERFILE = /^\[[^\]]*\d+\/\d+\]/;
/** One line for a step that has ended. */
function stepLine({ name, took, isCached, error }) {
    // The first build of a repository finds no cache; a cache never fails the build.
    if (error !== undefined && /\bcache\b/i.test(name) && !IN_DOCKERFILE.test(name))
        return `- ${name}: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(error)}`;
    const sign = error !== undefined ? '✗' : isCached ? '=' : '✓';
    return `${sign} ${name} (${isCached ? 'cached' : seconds(took)})`;
}
/** One line for a step that has not ended. */
const runningLine = ({ name, took }) => `Still running: ${name}, ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .clock */ .p)(took)}`;
/** What a step was at that was cut off, above what that wrote last. */
const cutOffTitle = ({ name, took }) => `Cancelled while it ran: ${name}, ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .clock */ .p)(took)}`;
/** A failed build as its reader can act on it. */
function buildProblem({ kind, message, image, location, step }) {
    const hasOutput = kind === 'dockerfile' && step !== undefined && step.output.length > 0;
    return {
        message: `${image === undefined ? '' : `Image ${image}: `}${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)}`,
        remedy: `${(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .denialRemedy */ .S$)(message) ?? blobRemedy(message) ?? REMEDIES[kind]}${hasOutput ? ' The last output of the step is in the log.' : ''}`,
        ...(location === undefined ? {} : { location }),
    };
}
/** BuildKit tells of a layer that may not be looked up or pulled without the registry's words: the request says which. */
function blobRemedy(message) {
    const [, method] = /(HEAD|GET) request to \S+\/v2\/\S+\/blobs\/\S+ 403 Forbidden/.exec(message) ?? [];
    switch (method) {
        case 'HEAD':
            return 'Allow ecr:BatchCheckLayerAvailability on this repository in the policy of the role that the job assumes.';
        case 'GET':
            return 'Where this is a repository of ECR, allow ecr:GetDownloadUrlForLayer on it in the policy of the role that the job assumes.';
        default:
            return undefined;
    }
}
const REMEDIES = {
    dockerfile: 'Mend what it names in the Dockerfile or its files.',
    'registry-busy': 'The registry stayed busy over several tries: run the job again later.',
    'upload-refused': 'So ends an upload to ECR where the repository is missing, or one of ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:BatchCheckLayerAvailability and ecr:PutImage is not allowed: see the policy of this action.',
    'login-refused': 'The token of this step opens the registries of ECR that its role may use: check the policies of role and repository; for other registries log in before this step.',
    'tag-taken': 'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}.',
    'registry-full': 'Remove images that nothing needs, let a lifecycle policy do so, or have the quota raised.',
    'not-as-sent': 'Run the job again; if that does not help, look for a proxy or a mirror between builder and registry that changes what passes.',
    unreachable: 'Check the name of the registry, and that this machine and the builder can resolve it.',
    'push-refused': 'It was built; what the registry says is why it is not there.',
    arguments: 'Correct it in the inputs of this step that the builder is given: extra-args, cache, ssh, secrets, provenance, sbom, annotations, platforms.',
    cache: 'Correct the lines of the input cache, or leave them out.',
    entitlement: 'Leave it out of extra-args and Dockerfile, or name a builder that allows it: docker buildx create --buildkitd-flags "--allow-insecure-entitlement NAME", with --allow=NAME in extra-args.',
    'disk-full': 'Free space before this step: docker system df shows what images and caches take, docker system prune removes what is unused.',
    builder: 'Check that the Docker engine runs and can start containers, and that docker buildx inspect shows the builder as running.',
};
/** The job summary of a build, in Markdown. */
function renderBuildSummary(outcome) {
    const { images, unfinished, steps, milliseconds } = outcome;
    const ratio = (0,_build_progress_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheHitRatio */ .jd)(steps);
    return [
        ...(outcome.isDryRun ? dryRunSection(outcome.plan) : []),
        ...images.flatMap(imageSection),
        ...unfinished.flatMap((image) => [
            `### ❌ ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(image.name)}: not finished`,
            '',
            (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(unfinishedSentence(image)),
            '',
        ]),
        ...problemSection(buildProblems(outcome)),
        ...(ratio === undefined ? [] : [`${Math.round(ratio * 100)} % of the steps came from the cache.`, '']),
        ...slowestSection(steps),
        `Took ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .clock */ .p)(milliseconds)}.`,
        '',
    ].join('\n');
}
const dryRunSection = (plan) => [
    '### build-push: dry run',
    '',
    DRY_RUN,
    '',
    ...plan.map((line) => `- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(line)}`),
    '',
];
const problemSection = (problems) => problems.length === 0
    ? []
    : ['#### Problems', '', ...problems.map((problem) => `- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .problemLine */ .Y)(problem))}`), ''];
/** The job summary of a build that was cut off. */
const renderCancelled = ({ message, remedy }) => `### ❌ build-push: cancelled\n\n${message} ${remedy}\n`;
function imageSection(image) {
    const rows = [
        ['Image', image.image],
        ['Tags', image.tags.join(', ')],
        ['Size', sizeText(image)],
        ...[...image.platformDigests].map(([platform, digest]) => [platform, digest]),
    ];
    const sign = image.problems.length === 0 ? '✅' : '❌';
    return [
        `### ${sign} ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(image.name)}: ${cameBy(image)}`,
        '',
        ...(image.reused === undefined ? [] : [(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(reuseSentence(image.reused, image.digest)), '']),
        '| | |',
        '|---|---|',
        ...rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(value)} |`),
        '',
    ];
}
const cameBy = ({ reused }) => reused === undefined ? 'built' : reused.kind === 'promoted' ? 'promoted' : 'reused';
function sizeText({ size, sizeBefore }) {
    if (size === undefined)
        return '';
    if (sizeBefore === undefined || sizeBefore === 0)
        return megabytes(size);
    const change = ((size - sizeBefore) / sizeBefore) * 100;
    return `${megabytes(size)} (${change < 0 ? '' : '+'}${change.toFixed(1)} % against the image before)`;
}
const MOST_SLOW = 5;
function slowestSection(steps) {
    const slow = (0,_build_progress_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .slowestSteps */ .pB)(steps, MOST_SLOW);
    if (slow.length === 0)
        return [];
    return [
        '| Slowest steps | |',
        '|---|---|',
        ...slow.map(({ name, took }) => `| ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(name)} | ${seconds(took)} |`),
        '',
    ];
}
const seconds = (milliseconds) => `${(milliseconds / 1_000).toFixed(1)} s`;
const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`;
/** One sentence for each image. */
const imageSentence = (outcome) => {
    const { name, image, tags } = outcome;
    return `${name} is ${image} (${cameBy(outcome)}), ${tags.length === 0 ? 'without a tag' : `with the tags ${tags.join(', ')}`}.`;
};
/** The same of one that is not finished. */
const unfinishedSentence = ({ name, image }) => image === undefined
    ? `${name} is not in its repository, or not known to be there; it was given none of its tags.`
    : `${name} is in its repository as ${image}, but was not given all of its tags.`;
/** All that is wrong at the end of a step. */
const buildProblems = ({ images, problems }) => [
    ...problems,
    ...images.flatMap((image) => image.problems),
];
/** How a step ended that is not green; undefined for one that is. */
function buildFailure(outcome) {
    const { images, unfinished } = outcome;
    const problems = buildProblems(outcome);
    if (problems.length === 0)
        return undefined;
    const isNothing = images.length === 0 && unfinished.every(({ image }) => image === undefined);
    const standing = [
        ...images.map((image) => `${image.name} is ${image.image}.`),
        ...unfinished.map(unfinishedSentence),
    ];
    return [
        isNothing ? 'Nothing was tagged.' : 'Not all tags are as asked for.',
        ...(isNothing || unfinished.length === 0 ? [] : standing),
        ...problems.map(_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .problemLine */ .Y),
    ].join(' ');
}
/** The outputs of the action and what each means: the one source for action.yml and README. */
const BUILD_OUTPUTS = {
    image: '`repository@digest`, for the input `image` of the deploy actions. Empty with several images.',
    images: 'JSON object of name to `repository@digest`, for the input `images` of the deploy actions: each takes those that are for its containers.',
    digest: 'Digest of the image, or of the index. Empty with several images.',
    'platform-digests': 'JSON object of platform to digest; with several images one such object for each name. Of an image that is no index it is empty where nothing was built, or the builder does not say for which platform.',
    tags: 'The tags that the image has now, one a line. Empty with several images.',
    'input-digest': 'SHA-256 of all that can change the image, in hex. Empty with several images, and with `from-image`.',
    reused: '`true` when nothing was built.',
    'cache-hit-ratio': 'Of the steps of the Dockerfile the part that came from the cache, from 0 to 1. Empty where nothing was built.',
    metadata: 'What the builder says of each image, as JSON: name to its metadata file.',
};
/** The value of each output, of the images that are finished; none where none of several is. */
function buildOutputs({ images, unfinished, steps, }) {
    if (images.length === 0 && unfinished.length > 0)
        return {};
    const [only, ...others] = images;
    const one = others.length + unfinished.length === 0 ? only : undefined;
    const ratio = (0,_build_progress_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheHitRatio */ .jd)(steps);
    const platforms = images.map(({ name, platformDigests }) => [name, Object.fromEntries(platformDigests)]);
    return {
        image: one?.image ?? '',
        images: JSON.stringify(Object.fromEntries(images.map(({ name, image }) => [name, image]))),
        digest: one?.digest ?? '',
        'platform-digests': JSON.stringify(one === undefined ? Object.fromEntries(platforms) : Object.fromEntries(one.platformDigests)),
        tags: one?.tags.join('\n') ?? '',
        'input-digest': one?.inputDigest ?? '',
        reused: String(images.length > 0 && unfinished.length === 0 && images.every(({ reused }) => reused !== undefined)),
        'cache-hit-ratio': ratio === undefined ? '' : ratio.toFixed(2),
        metadata: JSON.stringify(Object.fromEntries(images.map(({ name, metadata }) => [name, metadata]))),
    };
}


/***/ })

};
