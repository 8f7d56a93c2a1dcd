export const id = 460;
export const ids = [460];
export const modules = {

/***/ 3201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readFailure),
/* harmony export */   r: () => (/* binding */ isWorthAnotherTry)
/* harmony export */ });
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(406);

/** Reads a failed build from what the builder wrote beside its progress, and the steps that ended with an error. */
function readFailure(text, steps) {
    const step = steps.findLast(({ error }) => error !== undefined && !/context canceled/.test(error));
    const told = errorLine(text) ?? step?.error ?? firstLine(text) ?? 'The builder ended without a word.';
    const message = (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCredentials */ .r)(told);
    return { kind: kindOf(message, step), message, location: placeOf(text), step };
}
/** The last line that says ERROR, without the prefixes of the layers it came through. */
function errorLine(text) {
    const line = text
        .split(/\r?\n/)
        .findLast((candidate) => /^(?:ERROR|error)\b/.test(candidate));
    return line?.replace(/^(?:ERROR|error):?\s*/, '').replace(/^(?:failed to build: |failed to solve: )+/, '');
}
/** Such as `unknown flag: --x`, above how the command is used; progress is written as JSON. */
const firstLine = (text) => text.split(/\r?\n/).find((line) => /^[^{\s]/.test(line));
/** BuildKit shows the line as `Dockerfile:3`, above a frame with the lines around it. */
function placeOf(text) {
    const [, file, line] = /^(\S.*):(\d+)\r?\n-{10,}\r?$/m.exec(text) ?? [];
    return file === undefined || line === undefined ? undefined : { file, line: Number(line) };
}
const PUSHING = /failed to push|failed to fetch (?:oauth|anonymous) token|failed to authorize|\/v2\/|pushing|registry/i;
// In this order: a full disk also breaks pushes, and a push can be refused in words that name a status.
const SIGNS = [
    { kind: 'disk-full', pattern: /no space left on device|disk quota exceeded/i },
    {
        kind: 'builder',
        pattern: /cannot connect to the docker daemon|is the docker daemon running|connect to the docker api|waiting for connection|no builder .* found|failed to find driver|error during connect|context deadline exceeded$/i,
    },
    {
        kind: 'arguments',
        pattern: /^(?:unknown (?:shorthand )?flag|flag needs an argument|invalid argument ".*" for|parse annotations: |invalid annotation "|invalid mode "|invalid platform|failed to parse platform|failed to convert agent config|could not parse ssh: )/i,
    },
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
/** EOF where an upload begins is how ECR says that repository or permission is missing: asking again is no use. */
const UPLOAD_BEGINS = /\/blobs\/uploads\/?"?: .*\bEOF\b/i;
const BUSY = /\b429\b|too many requests|toomanyrequests|\b5\d\d\b (?:internal|bad gateway|service|gateway|server)|status(?: code)?:? 5\d\d|unexpected status.*\b5\d\d\b|\bEOF\b|connection reset|broken pipe|i\/o timeout|tls handshake timeout|connection refused|connection timed out|use of closed network connection|http2: /i;
/** The builder tells of a failed push in the registry's words alone; what it got stands in what the step wrote. */
const wordsOf = (message, step) => PUSHING.test(message) ? `${message}\n${step?.output.join('\n') ?? ''}` : message;
function kindOf(message, step) {
    // The command that failed stands in the message, whatever words it has: it is never tried again.
    if (/did not complete successfully/.test(message))
        return 'dockerfile';
    const sign = SIGNS.find(({ pattern }) => pattern.test(message));
    if (sign !== undefined)
        return sign.kind;
    if (UPLOAD_BEGINS.test(message))
        return 'upload-refused';
    if (PUSHING.test(message) && NO_REPOSITORY.test(message))
        return 'upload-refused';
    return PUSHING.test(message) && BUSY.test(wordsOf(message, step)) ? 'registry-busy' : 'dockerfile';
}
/** Whether the same command may end better a moment later; never for an error of the build itself. */
const isWorthAnotherTry = ({ kind }) => kind === 'registry-busy';


/***/ }),

/***/ 2647:
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

/***/ 406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/** A text of the builder without what may open a door: user names and passwords of its URLs, and what they ask. */
const withoutCredentials = (text) => text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@').replace(/\b(https?:\/\/[^\s?#"']+)\?[^\s#"']+/gi, '$1?***');


/***/ }),

/***/ 460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ openBuilder),
  removeTraces: () => (/* binding */ removeTraces)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/build/builder-text.js
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

;// CONCATENATED MODULE: ./build/build/bake.js

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

;// CONCATENATED MODULE: ./build/build/command.js


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

// EXTERNAL MODULE: ./build/build/failure.js
var build_failure = __webpack_require__(3201);
// EXTERNAL MODULE: ./build/inputs/foreign-json.js
var foreign_json = __webpack_require__(9283);
;// CONCATENATED MODULE: ./build/build/metadata.js


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

// EXTERNAL MODULE: ./build/build/progress/steps.js
var progress_steps = __webpack_require__(9176);
// EXTERNAL MODULE: ./build/build/frontend.js
var frontend = __webpack_require__(2647);
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
async function runBuild(docker, { frontend, ...solve }, { signal, onStep, onLine }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'build-'));
    const metadataFile = (0,external_node_path_.join)(folder, 'metadata.json');
    const { args, stdin } = buildCommand({ ...solve, metadataFile }, frontend);
    const steps = new progress_steps/* Steps */.gj();
    const onErrorLine = (line) => {
        const event = readProgress(line);
        if (event !== undefined)
            for (const step of steps.add(event))
                onStep(step);
        else if (frontend === 'plain')
            onLine(line);
    };
    try {
        const { exitCode, stderr } = await docker.run(args, { stdin, onErrorLine });
        if (exitCode === 0) {
            const metadata = frontend === 'plain' ? undefined : await (0,promises_.readFile)(metadataFile, 'utf8');
            return { kind: 'built', images: readMetadata(solve.targets, metadata), steps: steps.ended };
        }
        if (signal.aborted)
            return { kind: 'cancelled' };
        const failure = (0,build_failure/* readFailure */.f)(stderr, steps.ended);
        return { kind: 'failed', failure: await withUse(failure, docker, solve.builder), steps: steps.ended };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
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
    return { ...failure, step: { name, output: [...output, ...engine.stdout.trim().split('\n'), ...totals] } };
}

;// CONCATENATED MODULE: ./build/docker/builder.js

/**
 * Makes a builder of the docker-container driver for this step, which can do what the engine's own cannot: caches
 * in a registry, several platforms, attestations. Resolves to why it could not be made, or undefined.
 */
async function makeBuilder(docker, name) {
    const made = await docker.run([
        'buildx',
        'create',
        '--name',
        name,
        '--driver',
        'docker-container',
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
    return exitCode === 0 ? undefined : (0,build_failure/* readFailure */.f)(stderr, []);
}

// EXTERNAL MODULE: ./build/docker/process.js
var process = __webpack_require__(2528);
;// CONCATENATED MODULE: ./build/docker/docker.js


/** A command throws a UserError where there is no Docker. */
function dockerIn({ environment, cwd, signal, onGroup = () => undefined, }) {
    return {
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
    const failure = (0,build_failure/* readFailure */.f)(`ERROR: failed to push ${name}: ${stderr.trim().split('\n').at(-1) ?? ''}`, []);
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
            build: (solve, watch) => runBuild(docker, { ...solve, frontend: machinery.frontend }, { ...watch, signal }),
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
