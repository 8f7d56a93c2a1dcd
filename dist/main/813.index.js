export const id = 813;
export const ids = [813];
export const modules = {

/***/ 679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ deploymentInProgress),
/* harmony export */   t: () => (/* binding */ isEndless)
/* harmony export */ });
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3791);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9427);


/** The deployment that is under way on the service, if any. */
function deploymentInProgress(current) {
    const { service, codeDeploy, running, succeeded } = current;
    if (service.controller === 'CODE_DEPLOY') {
        const active = codeDeploy?.active;
        if (active === undefined)
            return undefined;
        return {
            id: active.id,
            isRollback: active.isRollback === true,
            ...(active.taskDefinition === undefined ? {} : { taskDefinition: active.taskDefinition }),
            isOfRun: ({ run }) => (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescriptionOfRun */ .Z8)(active.description, run),
            remedy: active.onlyTerminates
                ? 'Wait, or set end-previous-wait to true, which ends that wait first.'
                : 'Wait for it, or stop it, then run this job again; when-in-progress can do either.',
            ...(active.onlyTerminates
                ? { endable: active.minutesLeft === undefined ? {} : { minutesLeft: active.minutesLeft } }
                : {}),
        };
    }
    const moving = service.deployments.find(({ id, status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS' && id !== succeeded);
    if (moving === undefined)
        return undefined;
    return {
        id: moving.id,
        isRollback: moving.rolloutStateReason?.includes('rolling back') === true,
        taskDefinition: moving.taskDefinition,
        // ECS does not say who started a deployment; it is known only where that run registered the revision.
        isOfRun: ({ run }) => running?.arn === moving.taskDefinition && (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfRun */ .NG)(running.tags, run),
        remedy: isEndless(service)
            ? endlessRemedy(service)
            : 'Wait for it to end, or stop it, then run this job again; when-in-progress can do either.',
    };
}
/** Whether ECS starts failing tasks of this service again for ever: then waiting may have no end. */
const isEndless = ({ controller, breaker, alarms }) => controller === 'ECS' && !breaker.enabled && !alarms.enabled;
function endlessRemedy({ name, clusterName, clusterArn }) {
    const region = (0,_service_service_js__WEBPACK_IMPORTED_MODULE_1__/* .regionOf */ .AP)(clusterArn);
    const list = `aws ecs list-service-deployments --cluster ${clusterName} --service ${name} --status IN_PROGRESS --region ${region}`;
    const stop = `aws ecs stop-service-deployment --service-deployment-arn ARN --stop-type ROLLBACK --region ${region}`;
    return `The service has neither a deployment circuit breaker nor alarms: if its tasks fail, AWS will retry for ever and this never ends by itself. Wait while its tasks start well; else stop it, then run this job again. The ARN to stop is in the answer of \`${list}\`. Stop it with \`${stop}\`.`;
}


/***/ }),

/***/ 5970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   gf: () => (/* binding */ isGreen)
/* harmony export */ });
/* unused harmony export STATUSES */
/** How a deployment ended. Green: deployed, unchanged and, only when asked for, started and paused. */
const STATUSES = (/* unused pure expression or super */ null && ([
    'deployed',
    'unchanged',
    'started',
    'paused',
    'rolled-back',
    'failed',
    'superseded',
    'timed-out',
    'cancelled',
    'unknown',
]));
/** Whether the job may be green. */
function isGreen(status) {
    switch (status) {
        case 'deployed':
        case 'unchanged':
        case 'started':
        case 'paused':
            return true;
        case 'rolled-back':
        case 'failed':
        case 'superseded':
        case 'timed-out':
        case 'cancelled':
        case 'unknown':
            return false;
    }
}
const verdict = (status, rule, facts = {}) => ({ status, rule, facts });


/***/ }),

/***/ 9427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ TAG_PREFIX),
/* harmony export */   NG: () => (/* binding */ isOfRun),
/* harmony export */   Xk: () => (/* binding */ withRunTags),
/* harmony export */   Xx: () => (/* binding */ wordsLimit),
/* harmony export */   Z8: () => (/* binding */ isDescriptionOfRun),
/* harmony export */   wn: () => (/* binding */ runDescription)
/* harmony export */ });
/* unused harmony export runTags */
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3791);

const TAG_PREFIX = 'ecs-deploy-toolkit:';
/** Tags that say which run registered a revision (not who deployed it last). */
function runTags(run) {
    const tags = new Map();
    const add = (name, value) => {
        if (value !== undefined && value !== '')
            tags.set(TAG_PREFIX + name, value);
    };
    add('repository', run.repository);
    add('commit', run.commit);
    add('run-id', run.runId);
    add('run-attempt', run.runAttempt);
    return tags;
}
const TAG_LIMIT = 50;
/** The user's tags and ours beside them; ours give way to the limit of 50, and never overrule. */
function withRunTags(tags, run) {
    const given = new Set(tags.map(({ key }) => key));
    const ours = [...runTags(run)].filter(([key]) => !given.has(key)).map(([key, value]) => ({ key, value }));
    if (tags.length + ours.length > TAG_LIMIT)
        return { tags, leftOut: true };
    return { tags: [...tags, ...ours], leftOut: false };
}
/** Whether a revision with these tags was registered by this run, in any attempt. */
function isOfRun(tags, run) {
    if (run.repository === undefined || run.runId === undefined)
        return false;
    return (tags.get(`${TAG_PREFIX}repository`) === run.repository && tags.get(`${TAG_PREFIX}run-id`) === run.runId);
}
const DESCRIPTION = /^ecs-deploy-toolkit (\S+) run (\S+) attempt (\S+) commit (\S+)(?: revision (\S+))?(?:: |$)/;
const DESCRIPTION_LIMIT = 512;
/** A family may have 255 characters: the end of a long name, with its number, tells revisions apart. */
const REVISION_LIMIT = 100;
/**
 * The description of a CodeDeploy deployment: who deploys what, then the user's own words. It is how
 * a deployment is known as ours: jobs of one run differ by the revision, an ARN or `family:revision`.
 * The user's words are checked for length before (see its limit).
 */
function runDescription(run, taskDefinition, words) {
    const of = (value) => (value === undefined || value === '' ? '-' : value);
    const who = `ecs-deploy-toolkit ${of(run.repository)} run ${of(run.runId)} attempt ${of(run.runAttempt)} commit ${of(run.commit)} revision ${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(taskDefinition).slice(-REVISION_LIMIT)}`;
    return words === undefined ? who : `${who}: ${words}`;
}
/** How many characters the user's own words may have beside ours. */
function wordsLimit(run) {
    return DESCRIPTION_LIMIT - runDescription(run, 'r'.repeat(REVISION_LIMIT), '').length;
}
/** Whether a deployment with this description was started by this run, in any attempt. */
function isDescriptionOfRun(description, run) {
    const [, repository, runId] = DESCRIPTION.exec(description) ?? [];
    return run.runId !== undefined && repository === run.repository && runId === run.runId;
}


/***/ }),

/***/ 6381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ requestIdToken),
/* harmony export */   z: () => (/* binding */ checkIdTokenRight)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);


const VARIABLES = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
/** Throws a UserError where the runner gave the job no right to ask for OIDC tokens. */
function checkIdTokenRight(environment) {
    const missing = VARIABLES.find((name) => (environment[name] ?? '') === '');
    if (missing === undefined)
        return;
    throw new _inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
        message: `The job has no right to ask GitHub for an OIDC token: ${missing} is not set.`,
        remedy: 'Give the job "permissions:" with "id-token: write" (and "contents: read" for the checkout). A pull request from a fork never has it.',
        input: 'role-to-assume',
    });
}
const TIMEOUT_MS = 30_000;
/**
 * A new OIDC token of the job. The library hides it from the log. Throws an error that is named as the SDK's own
 * are: TokenProviderError where GitHub refuses, TimeoutError where it could not be asked.
 */
async function requestIdToken(core, audience) {
    const late = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(TIMEOUT_MS, undefined, { ref: false }).then(() => {
        throw new Error(`no answer within ${TIMEOUT_MS / 1_000} seconds`);
    });
    try {
        return await Promise.race([core.getIDToken(audience), late]);
    }
    catch (error) {
        const text = (error instanceof Error ? error.message : String(error)).replace(/^Error message: /, '');
        // The library writes code and text on lines of their own.
        const [, status = '', message = text] = /Error Code : (\S+)\s+Error Message: (.*)/.exec(text) ?? [];
        const isRefused = /^4\d\d$/.test(status);
        const shown = /^\d+$/.test(status) ? `status ${status}, ${message}` : message.replaceAll(/\s+/g, ' ');
        throw Object.assign(new Error(shown), { name: isRefused ? 'TokenProviderError' : 'TimeoutError' });
    }
}


/***/ }),

/***/ 9813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction),
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ./build/inputs/parse.js
var parse = __webpack_require__(9515);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/report/annotations.js
var annotations = __webpack_require__(6241);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/report/untrusted.js
var untrusted = __webpack_require__(3021);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/github/id-token.js
var id_token = __webpack_require__(6381);
;// CONCATENATED MODULE: ./build/github/runner.js



/** The runner of this process. \@actions/core is loaded here and not before: it takes as long as all else. */
async function runnerOf(signal) {
    const core = await __webpack_require__.e(/* import() */ 421).then(__webpack_require__.bind(__webpack_require__, 6421));
    return {
        signal,
        say: (...lines) => print(lines),
        group: (title, lines) => {
            core.startGroup((0,untrusted/* harmlessText */.fT)(title));
            print(lines);
            core.endGroup();
        },
        warn: (text) => core.warning((0,untrusted/* harmlessText */.fT)(text)),
        notice: (problem) => core.notice((0,untrusted/* harmlessText */.fT)((0,annotations/* problemLine */.Y)(problem)), placeOf(problem)),
        hide: (secret) => core.setSecret(secret),
        idToken: (audience) => (0,id_token/* requestIdToken */.g)(core, audience),
        saveState: (name, value) => attempt(core, 'state', () => core.saveState(name, value)),
        finish: (report) => finish(core, report),
        crash: (error) => {
            const [text, stack] = error instanceof Error ? [error.message, error.stack ?? ''] : [String(error), ''];
            print([stack]);
            core.setFailed((0,untrusted/* harmlessText */.fT)(`This is a bug of the action, please report it: ${text}`));
        },
    };
}
function print(texts) {
    for (const line of texts.flatMap(untrusted/* harmless */.Is))
        process.stdout.write(`${line}\n`);
}
/** Outputs and summary first, then annotations, then exactly one final error. */
async function finish(core, { outputs, summary, problems, failure }) {
    for (const [name, value] of Object.entries(outputs)) {
        attempt(core, `output ${name}`, () => core.setOutput(name, value));
    }
    await writeSummary(core, summary);
    const marked = (0,annotations/* annotated */.d)(problems);
    for (const problem of marked) {
        core.error((0,untrusted/* harmlessText */.fT)((0,annotations/* problemLine */.Y)(problem)), placeOf(problem));
    }
    if (problems.length > 1) {
        print(problems.filter((problem) => !marked.includes(problem)).map((problem) => `✗ ${(0,annotations/* problemLine */.Y)(problem)}`));
    }
    if (failure !== undefined)
        core.setFailed((0,untrusted/* harmlessText */.fT)(failure));
}
async function writeSummary(core, summary) {
    if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '')
        return;
    try {
        await core.summary.addRaw(summary).write();
    }
    catch (error) {
        core.warning((0,untrusted/* harmlessText */.fT)(`The job summary could not be written: ${textOf(error)}`));
    }
}
/** What became of a deployment is said, though a file of the runner cannot be written. */
function attempt(core, what, write) {
    try {
        write();
    }
    catch (error) {
        core.warning((0,untrusted/* harmlessText */.fT)(`The ${what} could not be written: ${textOf(error)}`));
    }
}
const textOf = (error) => (error instanceof Error ? error.message : String(error));
function placeOf({ location }) {
    return location === undefined
        ? {}
        : {
            file: location.file,
            ...(location.line === undefined ? {} : { startLine: location.line }),
            ...(location.column === undefined ? {} : { startColumn: location.column }),
        };
}

;// CONCATENATED MODULE: ./build/github/run-action.js







/**
 * Runs one action as the runner expects it: inputs from INPUT_*, outputs and summary written before
 * the one final error, signals heard, exit code 0 or 1, and the process gone though sockets are open.
 */
async function runAction(action, main) {
    const ending = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => ending.abort());
    const inputs = (0,parse/* parseInputs */.T)(action, process.env);
    const runner = await runnerOf(ending.signal);
    try {
        if (!inputs.ok)
            throw new problem/* UserError */.yo(inputs.problems);
        for (const notice of inputs.value.notices)
            runner.notice(notice);
        return await end(runner, await main(inputs.value.values, runner));
    }
    catch (error) {
        if (error instanceof problem/* UserError */.yo)
            return end(runner, refusal(action, error.problems));
        runner.crash(error);
        return exit(1);
    }
}
/** Runs the post step: nothing at all, unless the main step was cut off with something left to do. */
async function runPost() {
    const ending = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => ending.abort());
    const courses = (0,state/* coursesIn */.Gz)(process.env);
    const suspensions = (0,state/* suspensionsIn */.U_)(process.env);
    const traces = (0,state/* tracesIn */.G_)(process.env);
    if (courses.length === 0 && suspensions.length === 0 && traces === undefined)
        return exit(0);
    const runner = await runnerOf(ending.signal);
    try {
        if (traces !== undefined)
            return await end(runner, await removeBuild(traces, runner));
        const { postAction } = await Promise.all(/* import() */[__webpack_require__.e(973), __webpack_require__.e(472), __webpack_require__.e(370), __webpack_require__.e(652), __webpack_require__.e(75)]).then(__webpack_require__.bind(__webpack_require__, 5075));
        return await end(runner, await postAction({ courses, suspensions }, runner));
    }
    catch (error) {
        if (error instanceof problem/* UserError */.yo)
            return end(runner, postRefusal(error.problems));
        runner.crash(error);
        return exit(1);
    }
}
/** What a build left that was killed: its login above all. */
async function removeBuild(traces, runner) {
    const { removeTraces } = await Promise.all(/* import() */[__webpack_require__.e(554), __webpack_require__.e(176)]).then(__webpack_require__.bind(__webpack_require__, 9554));
    await removeTraces(traces, process.env);
    runner.say('The login of the step that was cut off is removed, and what it had started is ended.');
    return { outputs: {}, summary: '', problems: [] };
}
const postRefusal = (problems) => ({
    outputs: {},
    summary: (0,summary/* renderProblems */.x)('post step', problems),
    problems,
    failure: problems.map(annotations/* problemLine */.Y).join(' '),
});
async function end(runner, report) {
    await runner.finish(report);
    return exit(report.failure === undefined ? 0 : 1);
}
/** The report of a step that did nothing, since what it was given is wrong. */
function refusal(action, problems) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (${problems.length} problems)` : '';
    const reason = `Nothing was changed. ${first === undefined ? '' : (0,annotations/* problemLine */.Y)(first)}${more}`;
    return {
        outputs: {
            ...action.refusedOutputs,
            ...(action.refusedOutputs === undefined ? {} : { reason: (0,untrusted/* harmlessText */.fT)(reason) }),
        },
        summary: (0,summary/* renderProblems */.x)(action.name, problems),
        problems,
        failure: reason,
    };
}
/** Exits at once, though keep-alive sockets are open, when all that was printed is out. */
async function exit(code) {
    await new Promise((resolve) => process.stdout.write('', () => resolve()));
    process.exit(code);
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ tracesIn),
/* harmony export */   Gz: () => (/* binding */ coursesIn),
/* harmony export */   Ig: () => (/* binding */ courseKeeper),
/* harmony export */   U_: () => (/* binding */ suspensionsIn),
/* harmony export */   Ym: () => (/* binding */ suspensionKeeper),
/* harmony export */   w: () => (/* binding */ BUILD_TRACES)
/* harmony export */ });
/** What the main step kept for the post step, service by service; nothing where nothing is left to do. */
function coursesIn(environment) {
    const text = environment['STATE_courses'];
    if (text === undefined || text === '')
        return [];
    const value = JSON.parse(text);
    if (!Array.isArray(value) || !value.every(isCourse)) {
        throw new Error('The state that the main step kept is no list of courses.');
    }
    return value.filter(({ isTold }) => !isTold);
}
/** Keeps the course of each service of a step as it is now. */
function courseKeeper(saveState) {
    const courses = new Map();
    return (course) => {
        courses.set(`${course.cluster}/${course.service}`, course);
        if (course.handle !== undefined)
            saveState('deployment', course.handle);
        saveState('courses', [...courses.values()]);
    };
}
/** What the main step suspended and did not restore. */
function suspensionsIn(environment) {
    const text = environment['STATE_suspensions'];
    if (text === undefined || text === '')
        return [];
    const value = JSON.parse(text);
    if (!Array.isArray(value) || !value.every(isSuspension)) {
        throw new Error('The state that the main step kept is no list of suspensions.');
    }
    return value.filter(({ isRestored }) => !isRestored);
}
/** Keeps what each service of a step is to be restored to. */
function suspensionKeeper(saveState) {
    const suspensions = new Map();
    return (suspension) => {
        suspensions.set(suspension.resourceId, suspension);
        saveState('suspensions', [...suspensions.values()]);
    };
}
/** What a build had made when its step was killed; undefined when it removed everything itself. */
function tracesIn(environment) {
    const text = environment[`STATE_${BUILD_TRACES}`];
    if (text === undefined || text === '')
        return undefined;
    const value = JSON.parse(text);
    const [directory, builder, group] = [
        memberOf(value, 'configDirectory'),
        memberOf(value, 'builder'),
        memberOf(value, 'group'),
    ];
    if (typeof directory !== 'string')
        return undefined;
    return {
        configDirectory: directory,
        ...(typeof builder === 'string' ? { builder } : {}),
        ...(typeof group === 'number' ? { group } : {}),
    };
}
/** The name of the state that a build keeps. */
const BUILD_TRACES = 'build';
const memberOf = (value, name) => typeof value === 'object' && value !== null
    ? new Map(Object.entries(value)).get(name)
    : undefined;
const isSuspension = (value) => hasAll(value, ['region', 'arn', 'resourceId', 'before', 'isRestored']);
const hasAll = (value, names) => typeof value === 'object' && value !== null && names.every((name) => Object.hasOwn(value, name));
// Only our own main step writes it: a member that is missing is a bug of ours.
function isCourse(value) {
    return hasAll(value, [
        'action',
        'region',
        'cluster',
        'service',
        'onCancel',
        'taskDefinition',
        'before',
        'isTold',
    ]);
}


/***/ }),

/***/ 1410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7785);

/**
 * The known name that a misspelt one most likely meant, or undefined when none is near.
 * A name that differs only in case, hyphens, underscores or spaces always wins.
 */
function nearest(name, candidates) {
    const wanted = plain(name);
    const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
    let best;
    let bestDistance = limit + 1;
    for (const candidate of candidates) {
        const distance = (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(wanted, plain(candidate), { maxDistance: bestDistance });
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** "Did you mean …?" as an instruction, or what else to do when no name is near. */
function suggestion(name, candidates, otherwise) {
    const known = nearest(name, candidates);
    return known === undefined ? otherwise : `Did you mean ${known}?`;
}
// Longer names are nobody's typing mistake, and distances over them cost time.
const longest = 200;
function plain(name) {
    return name
        .slice(0, longest)
        .toLowerCase()
        .replace(/[-_\s]/g, '');
}


/***/ }),

/***/ 9515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1410);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);


/**
 * Reads the inputs of an action from the environment that the runner gives it: one INPUT_NAME
 * for each, upper case, spaces as underscores. An empty text counts as not given (an input left
 * out arrives as one). All problems are returned at once.
 */
function parseInputs(action, environment) {
    const given = givenInputs(environment);
    const problems = [];
    const notices = [];
    for (const name of given.keys()) {
        if (Object.hasOwn(action.inputs, name))
            continue;
        const { problem, notice } = unknownInput(action, name);
        if (problem !== undefined)
            problems.push(problem);
        if (notice !== undefined)
            notices.push(notice);
    }
    const values = readAll(action.inputs, given, problems);
    return problems.length > 0 || !isComplete(action.inputs, values)
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems)
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ values, notices });
}
function givenInputs(environment) {
    const given = new Map();
    for (const [variable, text] of Object.entries(environment)) {
        if (!variable.startsWith('INPUT_') || text === undefined || text.trim() === '')
            continue;
        given.set(variable.slice('INPUT_'.length).toLowerCase(), text);
    }
    return given;
}
function unknownInput(action, name) {
    const instead = ownMember(action.refused, name);
    if (instead !== undefined) {
        return { problem: { message: `The input ${name} is not supported here.`, remedy: instead, input: name } };
    }
    const why = ownMember(action.pointless, name);
    if (why !== undefined) {
        return { notice: { message: `The input ${name} has no effect.`, remedy: why, input: name } };
    }
    const known = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, Object.keys(action.inputs));
    return {
        problem: {
            message: `There is no input ${name}.`,
            remedy: known === undefined
                ? 'Remove it: see the list in the README of this action.'
                : `Did you mean ${known}?`,
            input: name,
        },
    };
}
function ownMember(table, name) {
    return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
function readAll(schema, given, problems) {
    const values = {};
    for (const [name, spec] of Object.entries(schema)) {
        const text = given.get(name) ?? spec.default;
        const value = text === undefined ? absent(name, spec) : spec.read(text);
        if (value.ok)
            values[name] = value.value;
        else
            problems.push(...value.problems.map((problem) => ({ ...problem, message: named(name, problem), input: name })));
    }
    return values;
}
const named = (name, problem) => problem.message.includes(name) ? problem.message : `Input ${name}: ${problem.message}`;
function absent(name, spec) {
    return spec.required
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({ message: `The input ${name} is required.`, remedy: `Give it under "with:" of the step.` })
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(undefined);
}
/** Every name was read by the reader its schema declares, so the record has the schema's types. */
function isComplete(schema, values) {
    return Object.keys(schema).every((name) => Object.hasOwn(values, name));
}


/***/ }),

/***/ 787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
const parsed = (value) => ({ ok: true, value });
const refused = (...problems) => ({ ok: false, problems });
/** An error its reader can act on: shown without a stack. Anything else that is thrown is a bug. */
class UserError extends Error {
    name = 'UserError';
    problems;
    constructor(problems) {
        const all = 'message' in problems ? [problems] : problems;
        super(all.map(({ message, remedy }) => `${message} ${remedy}`).join('\n'));
        this.problems = all;
    }
}


/***/ }),

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ problemLine),
/* harmony export */   d: () => (/* binding */ annotated)
/* harmony export */ });
// The runner keeps ten errors a step; the last is the one that says how the step ended.
const MOST = 9;
/** The problems that become annotations on lines of files; the rest are named in the log. */
function annotated(problems) {
    return problems.filter(({ location }) => location !== undefined).slice(0, MOST);
}
/** A problem on one line: its place in a file, its input unless the message names that, what is wrong, what to do. */
function problemLine({ message, remedy, location, input }) {
    const place = location === undefined
        ? ''
        : `${[location.file, location.line, location.column].filter((part) => part !== undefined).join(':')}: `;
    const source = input === undefined || message.includes(input) ? '' : `${input}: `;
    return `${place}${source}${message} ${remedy}`;
}


/***/ }),

/***/ 5149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ clock)
/* harmony export */ });
/** Minutes and seconds, as 3:07. */
function clock(milliseconds) {
    const seconds = Math.floor(milliseconds / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}


/***/ }),

/***/ 4458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ diagnosisOutput),
/* harmony export */   Pg: () => (/* binding */ findings),
/* harmony export */   dc: () => (/* binding */ diagnosisLines),
/* harmony export */   oC: () => (/* binding */ diagnosisProblems)
/* harmony export */ });
/* unused harmony export REMEDIES */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(897);
/* harmony import */ var _full_stop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7451);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2732);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8944);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3021);





/** A diagnosis as lines of the log. */
function diagnosisLines(diagnosis) {
    return [
        ...findings(diagnosis),
        ...diagnosis.causes.flatMap(({ logs }) => logs.flatMap(logLines)),
        ...hookLines(diagnosis.stage),
    ];
}
/** The same without the logs: for the job summary. */
function findings(diagnosis) {
    const { causes, remarks, stage, scaling, gaps } = diagnosis;
    return [
        ...causes.flatMap((cause, index) => causeLines(cause, index > 0)),
        ...stageLines(stage),
        ...remarks.map(remarkLine),
        ...scaling.map(({ description, reason }) => `Meanwhile the service was scaled: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(description)}${reason === undefined ? '' : ` ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(reason)}`}`),
        ...servingLines(diagnosis),
        ...changeLines(diagnosis),
        ...gaps.map(gapLine),
        `What to do next: ${nextStep(diagnosis)}`,
    ];
}
/** Each cause that a line of the file is to blame for, as an annotation of it. */
function diagnosisProblems({ causes }) {
    return causes.flatMap(({ cause, count, place }) => place === undefined
        ? []
        : [
            {
                message: (0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(`${stopped(count)}${(0,_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .causeWords */ .pQ)(cause)}`),
                remedy: REMEDIES[cause.kind],
                location: place,
            },
        ]);
}
// GitHub takes outputs of up to 1 MiB a job.
const LONGEST_OUTPUT = 200_000;
const FEW_LINES = 5;
/** A diagnosis as the output of an action, on one line; its texts are made harmless, whoever prints them. */
function diagnosisOutput(diagnosis) {
    if (diagnosis === undefined)
        return '';
    const whole = outputText(diagnosis);
    return whole.length <= LONGEST_OUTPUT ? whole : outputText(withFewLines(diagnosis));
}
const outputText = (diagnosis) => JSON.stringify({ ...diagnosis, next: nextStep(diagnosis) }, (_, value) => typeof value === 'string' ? (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessText */ .fT)(value) : value);
const withFewLines = (diagnosis) => ({
    ...diagnosis,
    causes: diagnosis.causes.map((cause) => ({
        ...cause,
        logs: cause.logs.map((log) => ({ ...log, lines: log.lines.slice(-FEW_LINES) })),
    })),
});
const stopped = (count) => {
    if (count === 0)
        return 'No task was started: ';
    return count === 1 ? '1 task stopped: ' : `${count} tasks stopped: `;
};
// What to do about the first is what to do next.
function causeLines({ cause, count, tasks, image, targets }, withRemedy) {
    return [
        `✗ ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(`${stopped(count)}${(0,_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .causeWords */ .pQ)(cause)}`)}${withRemedy ? ` ${REMEDIES[cause.kind]}` : ''}`,
        ...tasks.map(({ id, containers }) => `  task ${id}: ${containers
            .map(({ name, exitCode }) => `${name} ${exitCode === undefined ? 'without an exit code' : `exit code ${exitCode}`}`)
            .join(', ')}`),
        ...(image === undefined || image.nearestTags.length === 0
            ? []
            : [`  ${image.reference} is not there; its repository has ${image.nearestTags.join(', ')}.`]),
        ...targets.map(({ target, code, description }) => `  ${target === undefined ? 'a target' : `target ${target}`} is unhealthy: ${code === undefined ? '' : `${code}: `}${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(description)}`),
    ];
}
function stageLines(stage) {
    if (stage === undefined)
        return [];
    const { name, reason, hook, alarms } = stage;
    const by = hook === undefined ? '' : ` (its hook is the function ${hook.functionName})`;
    return [
        ...(name === undefined
            ? []
            : [`✗ It ended in ${name}${by}${reason === undefined ? '.' : `: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(reason)}`}`]),
        ...alarms.map(alarmLine),
    ];
}
function alarmLine({ name, metric, statistic, comparison, threshold, reason }) {
    const rule = metric === undefined
        ? ''
        : `: ${[statistic, 'of', metric, comparison, threshold].filter((part) => part !== undefined).join(' ')}`;
    return `✗ The alarm ${name} went off${rule}.${reason === undefined ? '' : ` ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(reason)}`}`;
}
function hookLines(stage) {
    const { functionName, lines } = stage?.hook ?? { functionName: '', lines: [] };
    return lines.length === 0
        ? []
        : [`The last lines of the function ${functionName}:`, ...lines.map((line) => `  | ${line}`)];
}
function servingLines({ serving }) {
    if (serving === undefined)
        return [];
    const { revision, commit, digests, since } = serving;
    const details = [
        ...(commit === undefined ? [] : [`commit ${commit}`]),
        ...(since === undefined ? [] : [`since ${since}`]),
        ...digests.map(({ container, digest }) => `${container} ${digest}`),
    ];
    return [`Serves now: ${revision}${details.length === 0 ? '' : ` (${details.join(', ')})`}.`];
}
const MOST_CHANGES = 20;
function changeLines({ changes }) {
    if (changes.length === 0)
        return [];
    const left = changes.length - MOST_CHANGES;
    return [
        'The revision that failed differs from the one that ran before:',
        ...changes.slice(0, MOST_CHANGES).map((change) => `  ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changeLine */ .vK)(change)}`),
        ...(left > 0 ? [`  and ${left} more`] : []),
    ];
}
function remarkLine({ kind, tasks, container }) {
    const count = tasks === 1 ? '1 task' : `${tasks} tasks`;
    switch (kind) {
        case 'spot':
            return `${count} lost its Spot capacity: that is no failure of this revision.`;
        case 'stop-timeout':
            return `${count} ${tasks === 1 ? 'was' : 'were'} killed (exit code 137) because ${container ?? 'a container'} did not end when asked to: let it end on SIGTERM, or raise its stopTimeout.`;
    }
}
const UNREAD = {
    logs: 'The last lines of the log are not shown',
    targets: 'The health of the targets is not shown',
    'hook-log': 'The log of the hook is not shown',
    alarms: 'Metric and threshold of the alarm are not shown',
    tags: 'The tags of the repository are not shown',
    serving: 'What serves now is not shown in full',
    scaling: 'What scaled the service meanwhile is not shown',
};
const gapLine = ({ what, reason }) => `${UNREAD[what]}: ${/is not authorized/.test(reason) ? (0,_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .denialLine */ .iq)(reason) : (0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(reason)}`;
function logLines({ task, container, source, lines }) {
    if ('kind' in source) {
        const where = source.destination === undefined ? '' : ` (${source.destination})`;
        return [
            `The log of container ${container} of task ${task} is not in a known stream of CloudWatch Logs: look where ${source.plugin}${where} sends it.`,
        ];
    }
    const title = `container ${container} of task ${task} (${source.group}, ${source.stream})`;
    if (lines.length === 0)
        return [`No lines of ${title}.`];
    return [
        `The last ${lines.length === 1 ? 'line' : `${lines.length} lines`} of ${title}:`,
        ...lines.map((line) => `  | ${line}`),
    ];
}
/** What to do about each cause. */
const REMEDIES = {
    'image-missing': 'Push this tag or digest, or name one that is there; an image of another account must be shared with this one.',
    'wrong-architecture': 'Build the image for the architecture of the task (docker buildx build --platform), or change runtimePlatform.',
    'registry-unreachable': 'Give the subnets a route to the registry: a NAT gateway, a public address, or VPC endpoints for ECR (api and dkr) and S3.',
    'registry-denied': 'Allow the execution role ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer (the policy AmazonECSTaskExecutionRolePolicy does).',
    'layers-unreachable': 'Give the subnets a route to Amazon S3, where ECR keeps the layers: a gateway endpoint or a NAT gateway.',
    'secret-missing': 'Create the secret or parameter, or correct its name, in the region of the task.',
    'secret-denied': 'Allow the execution role to read it, and to decrypt it with its key.',
    'secret-unreachable': 'Give the subnets a route to AWS Secrets Manager or Systems Manager: a NAT gateway or a VPC endpoint.',
    'log-group-missing': 'Create the log group, or set awslogs-create-group to "true" and allow the execution role logs:CreateLogGroup.',
    'log-group-unreachable': 'Give the subnets a route to CloudWatch Logs: a NAT gateway or a VPC endpoint. The log group may be there.',
    'not-started': 'Correct what the text of AWS names.',
    'out-of-memory': 'Raise memory, or let the program use less.',
    exited: 'Read the last lines of its log: an essential container must not end.',
    'container-health': 'Check the command of the health check, and give a slow start more time (startPeriod, retries).',
    'load-balancer-health': 'Check path, port and expected codes of the target group, the security groups, and healthCheckGracePeriodSeconds for a slow start.',
    'no-capacity': 'Add capacity, ask for less cpu and memory, or let the service run in more subnets; then deploy again.',
    other: 'Correct what the text of AWS names.',
};
function nextStep({ causes: [first], stage }) {
    if (first !== undefined)
        return REMEDIES[first.cause.kind];
    if (stage?.hook !== undefined)
        return `Correct what the function ${stage.hook.functionName} complains of.`;
    const [alarm] = stage?.alarms ?? [];
    if (alarm !== undefined)
        return `See why ${alarm.name} went off before deploying this revision again.`;
    return 'Read the events of the deployment in the log and in the AWS console.';
}


/***/ }),

/***/ 897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ failureProblem),
/* harmony export */   S$: () => (/* binding */ denialRemedy),
/* harmony export */   iq: () => (/* binding */ denialLine)
/* harmony export */ });
/* harmony import */ var _full_stop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7451);

/** What an AWS call that failed means to the user. */
function failureProblem({ kind, code, message }, region) {
    switch (kind) {
        case 'denied':
            return {
                message: (0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message),
                remedy: deniedRemedy(message),
            };
        case 'credentials':
            return {
                message: `There are no valid AWS credentials (${code}: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)})`,
                remedy: 'Let the job assume a role before this step, or give role-to-assume: then the action assumes it and renews it.',
            };
        case 'throttled':
            return {
                message: `AWS kept asking to slow down: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)}`,
                remedy: 'Run the job again later, or raise max-retries.',
            };
        case 'unknown-effect':
            return {
                message: `AWS did not answer in ${region} (${code}: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)})`,
                remedy: 'Check the region, the endpoint and the network of the runner, then run the job again.',
            };
        case 'refused':
            return {
                message: `AWS refused: ${code}: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)}`,
                remedy: 'Correct what it names, then run the job again.',
            };
        case 'aborted':
            return { message: 'The call was cut off.', remedy: 'Run the job again.' };
    }
}
// AWS's sentence: "… is not authorized to perform: ACTION on resource: RESOURCE because …".
const DENIED = /is not authorized to perform: (\S+) on resource: (\S+)/;
/** The remedy for a text of AWS that denies something; undefined for any other text. */
const denialRemedy = (message) => DENIED.test(message) ? deniedRemedy(message) : undefined;
/** A denial in AWS's words, and the line of a policy that would allow it: for what is only warned of. */
const denialLine = (message) => `${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)} ${deniedRemedy(message)}`;
/** The line of a policy that would allow what was denied; not where something else denies it. */
function deniedRemedy(message) {
    const [, action, resource] = DENIED.exec(message) ?? [];
    if (action === undefined || resource === undefined) {
        return 'Allow this action in the policy of the role that the job assumes.';
    }
    if (/explicit deny|permissions boundary|service control policy|session policy/.test(message)) {
        return `A policy of its own kind stands in the way, as AWS says: ${action} on ${resource} must be let through there.`;
    }
    const line = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
    return `Add this statement to the policy of the role that the job assumes: ${line}`;
}


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ withFullStop)
/* harmony export */ });
/** Ends a text with exactly one full stop. */
const withFullStop = (text) => `${text.trim().replace(/\.+$/, '')}.`;


/***/ }),

/***/ 2732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vK: () => (/* binding */ changeLine),
  JD: () => (/* binding */ definitionLines),
  t3: () => (/* binding */ imageWarnings),
  HN: () => (/* binding */ planLines)
});

// EXTERNAL MODULE: ./build/deploy/in-progress.js
var in_progress = __webpack_require__(679);
;// CONCATENATED MODULE: ./build/deploy/worker.js
/** API reference, ContainerDefinition stopTimeout: what Fargate waits unless told, and what the ECS agent does. */
const STOP_TIMEOUT_SECONDS = 30;
/** How long Sidekiq lets its jobs finish unless `-t` says otherwise. */
const SIDEKIQ_SECONDS = 25;
/** What Sidekiq needs beside that to push its jobs back and end. */
const MARGIN_SECONDS = 5;
/** What to know before a worker is replaced: containers that are killed before their jobs may have ended. */
function workerNotices({ containers }) {
    return containers.flatMap((container) => {
        const own = sidekiqTimeout(container);
        const { name = '', stopTimeout = STOP_TIMEOUT_SECONDS } = container;
        if (own === undefined || stopTimeout >= own + MARGIN_SECONDS)
            return [];
        return [
            {
                message: `Container ${name} is killed ${stopTimeout} s after it is told to stop, while its Sidekiq lets jobs run on for ${own} s: jobs may be cut off, and lost.`,
                remedy: `Set its stopTimeout to ${own + MARGIN_SECONDS} or more (Fargate: at most 120), or lower Sidekiq's -t.`,
            },
        ];
    });
}
/** Seconds that a Sidekiq in this container lets jobs run on once it is told to stop; undefined where there is none. */
function sidekiqTimeout({ entryPoint = [], command = [] }) {
    const words = [...entryPoint, ...command].flatMap((text) => text.split(/\s+/));
    if (!words.some((word) => /(?:^|\/)sidekiq(?:swarm)?$/.test(word)))
        return undefined;
    const [, given] = / (?:-t|--timeout)[ =]?(\d+)(?= |$)/.exec(` ${words.join(' ')}`) ?? [];
    return given === undefined ? SIDEKIQ_SECONDS : Number(given);
}

// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/report/annotations.js
var annotations = __webpack_require__(6241);
;// CONCATENATED MODULE: ./build/report/plan.js




/** What is asked for: where it comes from and which images it names. */
function definitionLines({ revision }, { asked }) {
    const definition = revision.kind === 'file' ? revision.definition : asked?.definition;
    const source = revision.kind === 'file' ? revision.locate([]).file : revision.reference;
    return [
        `${source}: family ${definition?.family ?? ''}`,
        ...(definition?.containerDefinitions ?? []).map(({ name, image }) => `container ${name ?? ''}: ${image ?? ''}`),
    ];
}
/** What is to be known of the images of a rollback, whose age is its risk. */
function imageWarnings({ action, revision }, { images }) {
    if (action !== 'rollback' || revision.kind === 'file')
        return [];
    return [...images].flatMap(([image, found]) => {
        // What is denied is told with the line of the policy, where it is read.
        if (found.state === 'missing' || (found.state === 'unknown' && found.denied !== undefined))
            return [];
        if (found.state === 'unknown')
            return [`Whether the image ${image} still exists is not known: ${found.why}.`];
        const then = revision.images?.get(image);
        const isSame = then === undefined || then === found.digest || found.children.includes(then);
        return isSame
            ? []
            : [
                `The tag of ${image} has moved since: it named ${then} when the revision was deployed, and names ${found.digest} now, which is what will run.`,
            ];
    });
}
/** What will be done and why, for the log. Values that may be secret are in none of the lines. */
function planLines({ request, current, plan }) {
    const { service } = current;
    const served = (0,service_service/* serving */.fO)(service)?.taskDefinition;
    const strategy = service.controller === 'ECS' ? `, strategy ${service.strategy}` : '';
    return [
        `${service.clusterName}/${service.name}: controller ${service.controller}${strategy}, ${service.runningCount} of ${service.desiredCount} tasks running`,
        ...(served === undefined ? [] : [`serves ${(0,service_service/* revisionName */.pd)(served)}`]),
        ...(current.codeDeploy === undefined
            ? []
            : [`CodeDeploy application ${current.codeDeploy.application}, group ${current.codeDeploy.group}`]),
        ...decision(plan),
        ...(plan.kind === 'deploy' && !plan.countOnly ? endWarning(request, current) : []),
        ...(plan.kind === 'deploy' ? noticeLines(request, current) : []),
    ];
}
function noticeLines(request, current) {
    const containers = containersOf(request, current);
    return workerNotices({ request, current, containers }).map((notice) => `warning: ${(0,annotations/* problemLine */.Y)(notice)}`);
}
function containersOf({ revision }, { asked }) {
    const definition = revision.kind === 'file' ? revision.definition : asked?.definition;
    return definition?.containerDefinitions ?? [];
}
function decision(plan) {
    switch (plan.kind) {
        case 'refuse':
            return ['refused: see the problems below'];
        case 'unchanged':
            return ['nothing to do: it runs what is asked for'];
        case 'join':
            return [
                `join ${plan.deploymentId}: ${plan.isOfRun ? 'an earlier attempt of this run started it' : 'it deploys the same revision'}`,
            ];
        case 'clear':
            return [
                plan.stops
                    ? `stop ${plan.inTheWay.id} with a rollback, wait for its end, then plan anew`
                    : `wait for the end of ${plan.inTheWay.id}, then plan anew`,
            ];
        case 'deploy':
            return [
                ...(plan.endWaitOf === undefined ? [] : [`end the termination wait of ${plan.endWaitOf}`]),
                plan.revision.kind === 'register'
                    ? `register a new revision of ${plan.revision.definition.family ?? ''}`
                    : `use ${(0,service_service/* revisionName */.pd)(plan.revision.arn)}, which is registered already`,
                plan.countOnly ? 'set the count; ECS starts no deployment for that' : 'start a deployment, because:',
                ...plan.reasons.flatMap(reasonLines).map((line) => `  ${line}`),
            ];
    }
}
function reasonLines(reason) {
    switch (reason.kind) {
        case 'changed':
            return reason.changes.map(changeLine);
        case 'first':
            return ['nothing runs that could be compared'];
        case 'not-settled':
            return [`the revision is the same, but it does not run as it should (${reason.state})`];
        case 'forced':
            return ['force-new-deployment is set'];
        case 'count':
            return [`desired-count: ${reason.from} → ${reason.to}`];
        case 'setting':
            return [`${reason.name}: ${reason.from} → ${reason.to}`];
        case 'tag-moved':
            return [
                `container ${reason.container}: the tag of ${reason.image} names another image than the one that runs`,
            ];
        case 'tag-unproven':
            return [
                `container ${reason.container}: whether ${reason.image} still is what runs is not known, since ${reason.why}`,
            ];
    }
}
/** One difference on one line; values only where the difference has them. */
function changeLine({ path, kind, before, after }) {
    switch (kind) {
        case 'added':
            return `+ ${path}${after === undefined ? '' : `: ${after}`}`;
        case 'removed':
            return `- ${path}${before === undefined ? '' : `: ${before}`}`;
        case 'changed':
            return `~ ${path}${before === undefined || after === undefined ? '' : `: ${before} → ${after}`}`;
    }
}
// Without breaker and alarms ECS starts failing tasks again for ever: only our limit ends the watch.
function endWarning({ wait }, { service }) {
    if (!(0,in_progress/* isEndless */.t)(service))
        return [];
    return [
        `the service has neither a deployment circuit breaker nor alarms: if tasks fail, AWS will retry for ever${wait ? ', and this run ends as timed-out' : ''}`,
    ];
}


/***/ }),

/***/ 8944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jg: () => (/* binding */ causeSentence),
  pQ: () => (/* binding */ causeWords),
  Cl: () => (/* binding */ eventLines),
  yz: () => (/* binding */ outcomeSentence),
  tg: () => (/* binding */ timelineLines)
});

// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/report/annotations.js
var annotations = __webpack_require__(6241);
// EXTERNAL MODULE: ./build/report/failure.js
var failure = __webpack_require__(897);
// EXTERNAL MODULE: ./build/report/clock.js
var clock = __webpack_require__(5149);
// EXTERNAL MODULE: ./build/report/full-stop.js
var full_stop = __webpack_require__(7451);
;// CONCATENATED MODULE: ./build/report/shift.js


/** A stage of a service deployment that began. */
function stageLine({ stage, passed, minutes }, after) {
    const since = passed.length === 0 ? '' : ` (${passed.join(', ')} passed)`;
    const until = minutes === undefined ? '' : `: ${minutes} minutes, until about ${(0,clock/* clock */.p)(after + minutes * 60_000)}`;
    return `stage ${stage}${until}${since}`;
}
/** A pause says how to end it: nobody else does. */
function hookLines({ hook: { id, target, status, expiresAt, timeoutAction }, serviceDeployment, stage, }) {
    const at = stage === undefined ? '' : ` at ${stage}`;
    const name = target === undefined ? `pause ${id}` : `hook ${target.slice(target.lastIndexOf(':') + 1)}`;
    if (status !== 'AWAITING_ACTION') {
        return [`${status === 'FAILED' || status === 'TIMED_OUT' ? '✗ ' : ''}${name}${at}: ${status}`];
    }
    const otherwise = expiresAt === undefined
        ? ''
        : `; at ${expiresAt} AWS goes on with ${timeoutAction ?? 'ROLLBACK'} by itself`;
    const call = `aws ecs continue-service-deployment --service-deployment-arn ${serviceDeployment} --hook-id ${id} --region ${(0,service_service/* regionOf */.AP)(serviceDeployment)} --action`;
    return [
        `${name}${at}: AWAITING_ACTION, so a person must decide${otherwise}`,
        `  go on:     ${call} CONTINUE`,
        `  roll back: ${call} ROLLBACK`,
    ];
}

;// CONCATENATED MODULE: ./build/report/sentences.js






/** The one sentence that says how a deployment ended, for log, annotation, summary and output. */
function outcomeSentence(outcome) {
    const { verdict, service, taskDefinition } = outcome;
    const revision = taskDefinition === undefined ? 'the task definition' : (0,service_service/* revisionName */.pd)(taskDefinition);
    const sentence = ruleSentence(verdict, { service, revision, outcome });
    const causes = verdict.status === 'deployed' ? [] : causeSentences(outcome).slice(0, 2);
    return [
        sentence,
        ...stabilitySentence(verdict),
        ...causes,
        ...stopSentence(outcome),
        ...servingSentence(outcome),
        ...registeredSentence(verdict.facts),
        ...lookSentence(outcome),
    ].join(' ');
}
function ruleSentence({ rule, facts }, { service, revision, outcome }) {
    const id = outcome.handle?.id ?? 'the deployment';
    switch (rule) {
        case 'refused':
        case 'start-refused':
            return `${service} was not deployed. ${problemsSentence(outcome.problems)}`;
        case 'already-running':
            return `${service} already runs ${revision}: nothing was sent.${nothingRan(facts)}`;
        case 'restored-by-stop':
            return `${service} runs ${revision}: the deployment that was under way was stopped and rolled back to it.${nothingRan(facts)}`;
        case 'plan-only':
            return `Dry run: nothing was changed on ${service}. The log says what would be.`;
        case 'not-waiting':
            return `${facts.countOnly === true ? `The count of ${service} is set` : `${revision} was started on ${service} as ${id}`}. Nothing is proven: this run was asked not to wait.`;
        case 'count-reached':
            return `${service} already ran ${revision}; its count is as asked.${nothingRan(facts)}`;
        case 'no-deployment-started':
            return `ECS started no deployment on ${service}: it still serves ${servedName(facts)}.`;
        case 'completed':
        case 'terminated-blue':
            return `${service} runs ${revision}.${nothingRan(facts)}`;
        case 'traffic-shifted':
            return `${service} runs ${revision}: all traffic is shifted.${nothingRan(facts)}${rollbackWindow(facts)}`;
        case 'service-deployment-rolled-back':
        case 'previous-restored':
        case 'codedeploy-rolled-back':
            return `${revision} ${isWithdrawn(outcome) ? `was rolled back on ${service}` : `failed on ${service} and was rolled back`}.${awsReason(facts)}${failedEvent(facts)}`;
        case 'rollback-failed':
        case 'own-rollback-failed':
        case 'codedeploy-rollback-failed':
            return `${revision} failed on ${service}, and so did the rollback.${awsReason(facts)}${failedEvent(facts)}`;
        case 'service-deployment-stopped':
            return `The deployment ${id} of ${revision} on ${service} was stopped and nothing was restored.${awsReason(facts)}`;
        case 'failed-in-place':
        case 'codedeploy-ended':
            return `${revision} failed on ${service} and nothing was rolled back.${awsReason(facts)}${failedEvent(facts)}`;
        case 'left-failing':
            return `${revision} fails on ${service} and is left as it is, as asked: ECS goes on with ${id}.`;
        case 'not-stable':
            return `${revision} was complete on ${service}, but its tasks did not stay up.`;
        case 'service-deployment-replaced':
        case 'replaced':
        case 'task-set-replaced':
            return `Another deployment took over ${service} before ${revision} was done: ${facts.primary?.id ?? 'its id is not known'}${facts.commit === undefined ? '' : ` of commit ${facts.commit}`}.`;
        case 'wrong-image':
            return `${service} runs ${revision}, but not the image that it names by digest${facts.awsReason === undefined ? '' : ` (${facts.awsReason})`}.`;
        case 'limit-passed':
            return `${revision} was not done on ${service} after ${facts.minutes ?? 0} minutes.${facts.rollingBack === true || facts.stopped === true ? ' AWS is rolling it back.' : ' AWS goes on with it.'}`;
        case 'signal':
            return cancelledSentence(facts, { service, revision, outcome });
        case 'lost-sight':
            return `What became of ${revision} on ${service} is not known: ${(0,full_stop/* withFullStop */.u)(facts.awsReason ?? 'AWS can no longer be asked')}${allowance(facts)}`;
    }
}
function cancelledSentence(facts, { service, revision, outcome }) {
    const { handle } = outcome;
    if (handle !== undefined) {
        const goesOn = facts.stopped === true ? `AWS is rolling back ${handle.id}` : `AWS goes on with ${handle.id}`;
        return `This run was cancelled; ${goesOn} of ${revision} on ${service}.`;
    }
    return facts.wasSent === true
        ? `This run was cancelled while it started ${revision} on ${service}: whether that happened is not known.`
        : `This run was cancelled before anything was started on ${service}.`;
}
/** Whether this run ended the deployment though none of its tasks had failed: it was cancelled. */
const isWithdrawn = ({ verdict, causes }) => verdict.facts.stopped === true && causes.length === 0;
/** What would let a watch go on that ended for want of a permission. */
function allowance({ awsReason: reason = '' }) {
    const remedy = (0,failure/* denialRemedy */.S$)(reason);
    return remedy === undefined ? '' : ` ${remedy}`;
}
/** How to look by hand at what goes on unseen; the last sentence, so that the command ends where it ends. */
function lookSentence({ verdict: { rule }, region, cluster, service, handle }) {
    const isUnseen = rule === 'lost-sight' || (rule === 'signal' && handle !== undefined);
    if (!isUnseen)
        return [];
    const command = handle?.kind === 'codedeploy'
        ? `aws deploy get-deployment --deployment-id ${handle.id}`
        : `aws ecs describe-services --cluster ${cluster} --services ${service}`;
    return [`Look with \`${command} --region ${region}\`.`];
}
function servingSentence({ verdict, runningTaskDefinition, servingTasks }) {
    switch (verdict.status) {
        case 'rolled-back':
        case 'failed':
        case 'superseded':
        case 'timed-out':
        case 'cancelled':
        case 'unknown':
            return runningTaskDefinition === undefined || verdict.rule === 'no-deployment-started'
                ? []
                : [
                    servingTasks === 0
                        ? `No task serves: the service is set to ${(0,service_service/* revisionName */.pd)(runningTaskDefinition)}.`
                        : `${(0,service_service/* revisionName */.pd)(runningTaskDefinition)} is what serves now.`,
                ];
        case 'deployed':
        case 'unchanged':
        case 'started':
        case 'paused':
            return [];
    }
}
const stabilitySentence = ({ rule, facts: { stableFor: seconds } }) => seconds === undefined || rule === 'not-stable'
    ? []
    : [`ECS called it complete, but its tasks crashed before they were up for ${seconds} seconds.`];
const registeredSentence = ({ registered }) => registered === undefined
    ? []
    : [`${(0,service_service/* revisionName */.pd)(registered)} was registered and stays; the next run uses it.`];
/** What this run did to end the deployment. */
function stopSentence(outcome) {
    const { status, facts } = outcome.verdict;
    const { stopped, notStopped, stopAction, unanswered, leftAsItIs } = facts;
    if (status === 'deployed')
        return [];
    if (unanswered !== undefined)
        return [`${unanswered} was sent; whether it had an effect is not known.`];
    if (notStopped !== undefined) {
        return [
            `This run could not stop the deployment${stopAction === undefined ? '' : ` (${stopAction})`}: ${(0,full_stop/* withFullStop */.u)(notStopped)}${allowance({ awsReason: notStopped })}`,
        ];
    }
    if (stopped !== true)
        return [];
    const why = status === 'cancelled' || isWithdrawn(outcome) ? '' : ' because of that';
    return [
        leftAsItIs === true
            ? `This run stopped the deployment${why}, without a rollback, as asked.`
            : `This run stopped the deployment${why}, and asked for a rollback.`,
    ];
}
const problemsSentence = (problems) => {
    const [first, ...others] = problems;
    if (first === undefined)
        return '';
    const more = others.length === 0 ? '' : ` (${others.length} more problem${others.length === 1 ? '' : 's'})`;
    return `${(0,annotations/* problemLine */.Y)(first)}${more}`;
};
// Where this run stopped it, AWS's words name a user.
const awsReason = ({ awsReason: reason, awsCode, stopped }) => reason === undefined || (stopped === true && awsCode === 'MANUAL_STOP')
    ? ''
    : ` AWS says: ${awsCode === undefined ? '' : `${awsCode}: `}${(0,full_stop/* withFullStop */.u)(reason)}`;
const failedEvent = ({ lifecycleEvent: event }) => event === undefined
    ? ''
    : ` The lifecycle event ${event.name} failed${event.message === undefined ? '' : `: ${event.message}`}.`;
const nothingRan = ({ nothingRan: nothing }) => nothing === true ? ' Its desiredCount is 0: no task ran, so nothing is proven about the image.' : '';
const rollbackWindow = ({ rollbackWindowMinutes: minutes }) => minutes === undefined || minutes === 0
    ? ''
    : ` For at most ${minutes} more minutes, until the old task set is terminated, an alarm can still roll it back.`;
const servedName = ({ primary }) => primary === undefined ? 'what it served before' : (0,service_service/* revisionName */.pd)(primary.taskDefinition);
// A diagnosis has read the logs and the events: it knows better.
const causeSentences = ({ causes, diagnosis }) => diagnosis === undefined
    ? causes.map(causeSentence)
    : diagnosis.causes.map(({ cause, count, tasks }) => stopSentenceOf(cause, count, tasks));
/** Why tasks of a deployment stopped, with every exit code. */
const causeSentence = ({ cause, tasks }) => stopSentenceOf(cause, tasks.length, tasks);
function stopSentenceOf(cause, count, tasks) {
    const words = causeWords(cause);
    if (count === 0)
        return (0,full_stop/* withFullStop */.u)(`No task was started: ${words}`);
    const ids = tasks.slice(0, 3).map(({ id }) => id);
    const more = count > ids.length ? ', …' : '';
    return `${count === 1 ? '1 task' : `${count} tasks`} stopped: ${words} (task ${ids.join(', ')}${more}).`;
}
/** A cause in words, with the text of AWS. */
function causeWords(cause) {
    const { container, exitCode, awsText } = cause;
    const who = container === undefined ? 'a container' : `container ${container}`;
    const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`;
    switch (cause.kind) {
        case 'exited':
            return `${who} ended${code}. ${awsText}`;
        case 'out-of-memory':
            return `${who} was killed for want of memory${code}. ${awsText}`;
        case 'container-health':
            return `the health check of ${who} failed. ${awsText}`;
        case 'load-balancer-health':
            return `the load balancer's health check failed. ${awsText}`;
        case 'image-missing':
            return `the image cannot be pulled: it is not there, or this task may not read it. ${awsText}`;
        case 'wrong-architecture':
            return `the image is not for this architecture. ${awsText}`;
        case 'registry-unreachable':
            return `the registry cannot be reached from the task's network. ${awsText}`;
        case 'registry-denied':
            return `the execution role may not pull from the registry. ${awsText}`;
        case 'layers-unreachable':
            return `the registry answers, but the image's layers cannot be reached from the task's network. ${awsText}`;
        case 'secret-missing':
            return `a secret cannot be read. ${awsText}`;
        case 'secret-denied':
            return `the execution role may not read a secret. ${awsText}`;
        case 'secret-unreachable':
            return `the service that keeps a secret cannot be reached from the task's network. ${awsText}`;
        case 'log-group-missing':
            return `the log group does not exist. ${awsText}`;
        case 'log-group-unreachable':
            return `CloudWatch Logs cannot be reached from the task's network; whether the log group exists is not known. ${awsText}`;
        case 'no-capacity':
            return `there is no capacity for the task. ${awsText}`;
        case 'not-started':
            return `the task could not start. ${awsText}`;
        case 'other':
            return awsText;
    }
}
/** Lines of the log for one entry of the timeline, each with the time since the start. */
function timelineLines({ after, event }) {
    return eventLines(event, after).map((line) => `${(0,clock/* clock */.p)(after)}  ${line}`);
}
/** What happened so many milliseconds after the start, in words; a failure begins with a cross. */
function eventLines(event, after = 0) {
    switch (event.kind) {
        case 'counts':
            return [event.lines.map(countWords).join('  ·  ')];
        case 'service-event':
            return [`${event.message}${event.times === undefined ? '' : ` (${event.times}×)`}`];
        case 'rollout':
            return [`${event.state === 'FAILED' ? '✗ ' : ''}${event.id} ${event.state}: ${event.reason}`];
        case 'service-deployment':
            return [serviceDeploymentLine(event)];
        case 'codedeploy-status':
            return [
                `${isEnd(event.status) ? '✗ ' : ''}${event.id} ${event.status}${event.status === 'Ready' ? ': waiting for a person to reroute the traffic' : ''}${event.reason === undefined ? '' : `: ${event.reason}`}`,
            ];
        case 'rollback-started':
            return [`✗ CodeDeploy rolls back with deployment ${event.id}: watching it to its end.`];
        case 'lifecycle-event':
            return [lifecycleLine(event)];
        case 'traffic':
            return [
                `${event.of === undefined ? '' : `${event.of} `}traffic: ${event.weights.map(({ role, percent }) => `${role} ${percent}%`).join(', ')}`,
            ];
        case 'stage':
            return [stageLine(event, after)];
        case 'hook':
            return hookLines(event);
        case 'alarms':
            return [
                event.triggered.length > 0
                    ? `✗ alarm ${event.triggered.join(', ')} went off`
                    : `alarms: ${event.status}`,
            ];
        case 'cause':
            return [`✗ ${causeSentence(event.group)}`];
        case 'stopping':
            return [
                `✗ ${event.restores ? 'Stopping the deployment with a rollback' : 'Stopping the deployment without a rollback, as asked'} (${event.action}): it cannot succeed. ${causeSentence(event.group)}`,
            ];
        case 'stop-failed':
            return [
                event.isAskedAgain
                    ? `${event.action ?? 'The call'} was not answered (${event.reason}): asking again.`
                    : `✗ The deployment could not be stopped${event.action === undefined ? '' : ` (${event.action})`}: ${event.reason}`,
            ];
        case 'unknown-word':
            return [`This version does not know the ${event.of} ${event.word}: watching on.`];
        case 'draining':
            return [
                `${event.count} old task${event.count === 1 ? ' is' : 's are'} stopping${event.seconds === 0 ? '' : `, for ${event.seconds} s so far`}`,
            ];
        case 'settling':
            return [`ECS calls it complete: its tasks must be up for ${event.seconds} s without a crash`];
        case 'throttled':
            return ['AWS asks to slow down (throttling): looking less often.'];
        case 'unreachable':
            return [`AWS did not answer (${event.reason}): trying again.`];
    }
}
const isEnd = (status) => status === 'Failed' || status === 'Stopped';
const countWords = ({ role, taskDefinition, running, desired, pending }) => `${role} ${(0,service_service/* revisionName */.pd)(taskDefinition)}: ${running} of ${desired} running${pending > 0 ? `, ${pending} pending` : ''}`;
function serviceDeploymentLine({ status, reason, stage, }) {
    const isBad = status.startsWith('ROLLBACK') || status === 'STOPPED';
    const where = stage === undefined ? '' : ` (${stage})`;
    return `${isBad ? '✗ ' : ''}service deployment ${status}${where}${reason === undefined ? '' : `: ${reason}`}`;
}
function lifecycleLine({ name, status, seconds, message, }) {
    const took = seconds === undefined ? '' : ` in ${seconds} s`;
    return `${status === 'Failed' ? '✗ ' : ''}${name}: ${status}${took}${message === undefined ? '' : `: ${message}`}`;
}


/***/ }),

/***/ 4611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary),
/* harmony export */   x: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _deploy_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5970);
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3791);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6241);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5149);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8944);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3021);







// GitHub drops a summary of over 1 MiB; a timeline is cut long before.
const LONGEST_TIMELINE = 500;
/** The job summary of one deployment, in Markdown. */
function renderSummary(outcome) {
    const { verdict, service, cluster } = outcome;
    const sign = (0,_deploy_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isGreen */ .gf)(verdict.status) ? '✅' : '❌';
    return [
        `### ${sign} ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(service)}: ${verdict.status}`,
        '',
        (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)((0,_sentences_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeSentence */ .yz)(outcome)),
        '',
        table([
            ['Service', `${cluster}/${service}`],
            ['Asked for', nameOf(outcome.taskDefinition)],
            ['Served before', nameOf(outcome.previousTaskDefinition)],
            ['Serves now', nameOf(outcome.runningTaskDefinition)],
            ['Deployment', outcome.handle?.id ?? ''],
            ['Image verified', outcome.imageVerified],
            ['Took', (0,_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .clock */ .p)(outcome.milliseconds)],
        ]),
        ...problemSection(outcome.problems),
        ...causeSection(outcome),
        ...diagnosisSection(outcome),
        ...timelineSection(outcome),
        '',
    ].join('\n');
}
/** The job summary of a step that did nothing, since what it was given is wrong. */
function renderProblems(title, problems) {
    return [`### ❌ ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(title)}: nothing was changed`, ...problemSection(problems), ''].join('\n');
}
const nameOf = (arn) => (arn === undefined ? '' : (0,_service_service_js__WEBPACK_IMPORTED_MODULE_5__/* .revisionName */ .pd)(arn));
const table = (rows) => [
    '| | |',
    '|---|---|',
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(value)} |`),
].join('\n');
// As for the timeline: a summary of over 1 MiB is dropped.
const MOST_PROBLEMS = 200;
function problemSection(problems) {
    if (problems.length === 0)
        return [];
    const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)((0,_annotations_js__WEBPACK_IMPORTED_MODULE_6__/* .problemLine */ .Y)(problem))}`);
    const left = problems.length - lines.length;
    if (left > 0)
        lines.push(`- and ${left} more, in the log`);
    return ['', '#### Problems', '', ...lines];
}
// A diagnosis says the same, and more.
function causeSection({ causes, diagnosis }) {
    if (causes.length === 0 || diagnosis !== undefined)
        return [];
    return ['', '#### Why tasks stopped', '', ...causes.map((group) => `- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)((0,_sentences_js__WEBPACK_IMPORTED_MODULE_3__/* .causeSentence */ .Jg)(group))}`)];
}
/** Lines that are indented belong to the one before them. */
const item = (line) => `${/^ */.exec(line)?.[0] ?? ''}- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(line.trim())}`;
function diagnosisSection({ diagnosis }) {
    if (diagnosis === undefined)
        return [];
    return ['', '#### Diagnosis', '', ...(0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .findings */ .Pg)(diagnosis).map(item)];
}
function timelineSection({ timeline }) {
    if (timeline.length === 0)
        return [];
    const rows = timeline
        .slice(-LONGEST_TIMELINE)
        .flatMap(({ after, event }) => (0,_sentences_js__WEBPACK_IMPORTED_MODULE_3__/* .eventLines */ .Cl)(event, after).map((line) => `| ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .clock */ .p)(after)} | ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(line)} |`));
    const cut = timeline.length > LONGEST_TIMELINE
        ? [`Only the last ${LONGEST_TIMELINE} of ${timeline.length} entries.`, '']
        : [];
    return [
        '',
        '<details><summary>Timeline</summary>',
        '',
        ...cut,
        '| | |',
        '|---|---|',
        ...rows,
        '',
        '</details>',
    ];
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   fT: () => (/* binding */ harmlessText)
/* harmony export */ });
// What the runner takes for a line end; the Unicode ones and lone CR included.
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
// eslint's own rule against control characters is not on: they are what this is about.
const ANSI = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])?/g;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
/**
 * Lines that the runner prints and never obeys. It scans every line of both streams for commands:
 * `::name …` at its start (white space before it counts as nothing) and `##[name …]` anywhere in it.
 */
function harmless(text) {
    return text.split(LINE_END).map(harmlessLine);
}
/** The same on one line: for tables, annotations and outputs. */
const harmlessText = (text) => harmless(text).join(' ');
function harmlessLine(line) {
    return line
        .replaceAll(ANSI, '')
        .replaceAll(CONTROL, '')
        .replaceAll('##[', '##\\[')
        .replace(/^(\s*):(?=:)/, '$1\\:');
}
/** Text for a cell of a Markdown table: it can neither leave its cell, nor form a link, nor mention anyone. */
function cell(text) {
    return (harmlessText(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_[\]|~]/g, (character) => `&#${character.charCodeAt(0)};`)
        .replaceAll('@', '&#64;')
        // GitHub makes links of bare addresses too.
        .replaceAll('://', '&#58;//')
        .replaceAll(/www\./gi, (start) => start.replace('.', '&#46;')));
}


/***/ }),

/***/ 3791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ regionOf),
/* harmony export */   Jo: () => (/* binding */ servingBeside),
/* harmony export */   fO: () => (/* binding */ serving),
/* harmony export */   pd: () => (/* binding */ revisionName),
/* harmony export */   zB: () => (/* binding */ primary)
/* harmony export */ });
/** The deployment or task set that AWS calls PRIMARY: what the service is set to, not always what serves. */
function primary(service) {
    return [...service.deployments, ...service.taskSets].find(({ status }) => status === 'PRIMARY');
}
/**
 * The deployment or task set whose tasks serve. A failed PRIMARY that nothing rolled back runs few tasks
 * or none, while those of the newest COMPLETED deployment go on. The PRIMARY where nothing else serves.
 */
function serving(service) {
    const first = primary(service);
    // Between task sets the traffic is shifted at once: the PRIMARY has it.
    if (first === undefined || 'stability' in first || first.rolloutState === 'COMPLETED')
        return first;
    const others = service.deployments.filter(({ id, runningCount }) => id !== first.id && runningCount > 0);
    const isOutnumbered = others.some(({ runningCount }) => runningCount > first.runningCount);
    if (!isOutnumbered)
        return first;
    return others.find(({ rolloutState }) => rolloutState === 'COMPLETED') ?? first;
}
/** What serves beside one deployment (of ECS or of CodeDeploy): what served before it, while that is there. */
function servingBeside(service, deploymentId) {
    const others = {
        ...service,
        deployments: service.deployments.filter(({ id }) => id !== deploymentId),
        taskSets: service.taskSets.filter(({ externalId }) => externalId !== deploymentId),
    };
    return serving(others) ?? [...others.deployments, ...others.taskSets].find(isUp);
}
const isUp = ({ runningCount }) => runningCount > 0;
/** The region in an ARN. */
const regionOf = (arn) => arn.split(':')[3] ?? '';
/** `family:revision` of a task definition ARN; the text itself when it is none. */
function revisionName(arn) {
    return arn.slice(arn.indexOf('task-definition/') + (arn.includes('task-definition/') ? 16 : 1));
}


/***/ })

};
