export const id = 267;
export const ids = [267];
export const modules = {

/***/ 2489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U_: () => (/* binding */ DEPLOY_INPUTS),
/* harmony export */   W_: () => (/* binding */ POINTLESS_INPUTS),
/* harmony export */   j$: () => (/* binding */ REFUSED_INPUTS)
/* harmony export */ });
/* harmony import */ var _inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(281);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6447);
/* harmony import */ var _service_volume_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3472);
/* harmony import */ var _render_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4512);




/** Inputs that both deploy actions have; the names are those of aws-actions where the concept is the same. */
const DEPLOY_INPUTS = {
    'task-definition': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        required: true,
        description: 'What to deploy: the path of a task definition file (JSON, JSONC or YAML), which is registered exactly as it is; or a registered revision as `family:revision` or ARN, which is deployed without registering anything.',
    }),
    service: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ required: true, description: 'Name or ARN of the ECS service.' }),
    cluster: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ default: 'default', description: 'Name or ARN of the cluster.' }),
    ..._render_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .RENDER_INPUTS */ .n,
    vars: (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)({
        description: 'Values of the placeholders `vars.NAME` in files, as a YAML or JSON mapping.',
    }),
    'pin-images': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        default: 'false',
        description: 'Replace each tag of an image in Amazon ECR by its digest before registering, so that the revision always means the same image and can be returned to.',
    }),
    'wait-for-service-stability': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        default: 'true',
        description: 'Watch the deployment to its end. With `false` the step ends as `started` when the deployment is, and proves nothing.',
    }),
    'wait-for-minutes': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 1,
        max: 360,
        description: 'How long to watch, a rollback included, in whole minutes. The default is 30; with CodeDeploy 30 plus the wait times of the deployment group that apply.',
    }),
    'force-new-deployment': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: 'Start new tasks though nothing has changed. Not with the controller CODE_DEPLOY.',
    }),
    'desired-count': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 10_000,
        description: 'Number of tasks. Leave it out where Application Auto Scaling sets the count. Not with the controller CODE_DEPLOY.',
    }),
    'propagate-tags': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['SERVICE', 'TASK_DEFINITION', 'NONE'], {
        description: 'Where the tags of tasks come from. Left as it is unless given. Not with the controller CODE_DEPLOY.',
    }),
    'enable-ecs-managed-tags': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: 'Whether ECS tags tasks with cluster and service. Left as it is unless given. Not with the controller CODE_DEPLOY.',
    }),
    'service-managed-ebs-volume-name': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Name of the volume that `service-managed-ebs-volume` is for: one of the task definition with `configuredAtLaunch: true`. Not with the controller CODE_DEPLOY.',
    }),
    'service-managed-ebs-volume': (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .document */ .Al)('YAML or JSON object', _service_volume_js__WEBPACK_IMPORTED_MODULE_2__/* .readManagedVolume */ .y, {
        description: 'Settings of the Amazon EBS volume that each task gets, as a ServiceManagedEBSVolumeConfiguration of the API: `roleArn`, and `sizeInGiB` or `snapshotId`, are required. Replaces the settings of the service. Not with the controller CODE_DEPLOY.',
    }),
    'dry-run': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({ default: 'false', description: 'Check everything and print the plan; change nothing.' }),
    'max-retries': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 20,
        default: '3',
        description: 'How often a read is tried again when AWS throttles, fails or does not answer. Calls that change something are only tried again when AWS throttled them.',
    }),
};
const RUN_TASK_INPUTS = [
    'run-task',
    'run-task-container-overrides',
    'run-task-security-groups',
    'run-task-subnets',
    'run-task-assign-public-ip',
    'run-task-launch-type',
    'run-task-capacity-provider-strategy',
    'run-task-managed-ebs-volume',
    'run-task-managed-ebs-volume-name',
    'run-task-started-by',
    'run-task-tags',
    'wait-for-task-stopped',
];
/** Inputs of the official deploy and render actions that are refused here, with what to use instead. */
const REFUSED_INPUTS = {
    ...Object.fromEntries(RUN_TASK_INPUTS.map((name) => [name, 'Run one-off tasks in a step of their own, before this one.'])),
    'task-definition-arn': 'Give the ARN as task-definition: that revision is deployed as it is.',
    'task-definition-family': 'Give a file as task-definition, or family:revision: the newest revision of a family is never a base.',
    'task-definition-revision': 'Give family:revision as task-definition.',
};
/** Inputs of the official deploy action that do nothing here, and why. */
const POINTLESS_INPUTS = {
    'wait-max-delay-seconds': 'Deployments are looked at every 1 to 5 seconds.',
    'keep-null-value-keys': 'The file is registered as it is; members that are null mean the same as absent ones.',
};


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

/***/ 4512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderInputs),
/* harmony export */   n: () => (/* binding */ RENDER_INPUTS)
/* harmony export */ });
/* harmony import */ var _inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(281);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6447);
/* harmony import */ var _task_definition_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(338);



const role = {
    what: 'the ARN of an IAM role',
    pattern: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    example: 'arn:aws:iam::123456789012:role/web',
};
const object = {
    what: 'the ARN of an object in Amazon S3',
    pattern: /^arn:[\w-]+:s3:::[^/\s]+\/\S.*$/,
    example: 'arn:aws:s3:::settings/web.env',
};
/** Inputs that change a task definition file before it is registered; the names are those of aws-actions. */
const RENDER_INPUTS = {
    image: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Image for one container, best by digest (`repository@sha256:…`). With several containers `container-name` says for which. Also the value of the placeholder `image` in the file.',
    }),
    'container-name': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'The container that `image` and the inputs from `environment-variables` to `env-files` are for; several are separated by commas. Not needed when there is only one.',
    }),
    images: (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)({
        description: 'Images for several containers, as a YAML or JSON mapping of container name to image. Also the values of the placeholders `images.NAME` in the file.',
    }),
    'environment-variables': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS)({
        description: 'Environment variables of the container, one `NAME=VALUE` a line, added to those of the file. Secrets belong under `secrets`: these values are stored as plain text in the task definition.',
    }),
    secrets: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .references */ .Ft)({
        description: 'Variables of the container that ECS reads from Systems Manager or Secrets Manager, one `NAME=VALUEFROM` a line, where VALUEFROM is the ARN of a parameter or secret, or the name of a parameter. Added to those of the file.',
    }),
    command: (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)({
        description: 'The command of the container. A YAML or JSON list is taken item by item, which is exact; a plain text is cut at its blanks and may have no quotes. Replaces the one of the file.',
    }),
    'docker-labels': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS)({
        description: 'Docker labels of the container, one `KEY=VALUE` a line, added to those of the file.',
    }),
    'log-configuration-log-driver': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(_task_definition_values_js__WEBPACK_IMPORTED_MODULE_2__/* .logDrivers */ .In, {
        description: 'Log driver of the container. Replaces the one of the file; the options of the file stay.',
    }),
    'log-configuration-options': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS)({
        description: 'Options of the log driver, one `KEY=VALUE` a line, added to those of the file. A value may contain equals signs.',
    }),
    'env-files': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .formedLines */ .T3)(object, {
        description: 'Files of environment variables in Amazon S3, one ARN a line, for the container. Replace those of the file.',
    }),
    'task-role-arn': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .formed */ .Gd)(role, {
        description: 'ARN of the role that the containers have. Replaces the one of the file.',
    }),
    'execution-role-arn': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .formed */ .Gd)(role, {
        description: 'ARN of the role with which ECS pulls images, reads secrets and writes logs. Replaces the one of the file.',
    }),
};
/** The inputs as the task definition knows them. */
function renderInputs(inputs) {
    return {
        image: inputs.image,
        containerName: inputs['container-name'],
        images: inputs.images,
        environment: inputs['environment-variables'],
        secrets: inputs.secrets,
        command: inputs.command,
        dockerLabels: inputs['docker-labels'],
        logDriver: inputs['log-configuration-log-driver'],
        logOptions: inputs['log-configuration-options'],
        environmentFiles: inputs['env-files'],
        taskRoleArn: inputs['task-role-arn'],
        executionRoleArn: inputs['execution-role-arn'],
    };
}


/***/ }),

/***/ 7931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./build/inputs/nearest.js
var nearest = __webpack_require__(1410);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/inputs/parse.js


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
        ? (0,problem/* refused */.J5)(...problems)
        : (0,problem/* parsed */.Yz)({ values, notices });
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
    const known = (0,nearest/* nearest */.p)(name, Object.keys(action.inputs));
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
        ? (0,problem/* refused */.J5)({ message: `The input ${name} is required.`, remedy: `Give it under "with:" of the step.` })
        : (0,problem/* parsed */.Yz)(undefined);
}
/** Every name was read by the reader its schema declares, so the record has the schema's types. */
function isComplete(schema, values) {
    return Object.keys(schema).every((name) => Object.hasOwn(values, name));
}

// EXTERNAL MODULE: ./build/report/annotations.js
var annotations = __webpack_require__(6241);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/report/untrusted.js
var untrusted = __webpack_require__(3021);
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
    const inputs = parseInputs(action, process.env);
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

/***/ 281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ document),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   pq: () => (/* binding */ mapping)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5349);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5449);



/**
 * The words of a command: a YAML or JSON list is taken item by item; a plain text is cut at its blanks. A plain
 * text with quotes is refused: a shell would keep together what they hold, and cutting there is never meant.
 */
const words = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)('text, or YAML or JSON list', options, (given) => {
    const isList = /^\s*(?:\[|-\s)/.test(given);
    if (isList)
        return readTree(given, readWords);
    if (!/["'`]/.test(given))
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(given.trim().split(/\s+/));
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
        message: 'It has quotes, which mean nothing in a plain text: it is cut at every blank.',
        remedy: 'Write it as a list, such as ["sh", "-c", "exec web --port 80"].',
    });
});
function readWords(node) {
    if (node.kind !== 'list') {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
            message: 'It is not a list of texts.',
            remedy: 'Write a list, such as ["web", "--port", "80"].',
        });
    }
    const texts = node.items.map(writtenText);
    const problems = texts.flatMap((text, index) => text === undefined
        ? [
            {
                message: `Item ${index + 1} of the list is not a text.`,
                remedy: 'Put it in quotes, or remove it.',
            },
        ]
        : []);
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(texts.filter((text) => text !== undefined));
}
/** A YAML or JSON value that `read` makes something of. Its problems may have places: they get the input's lines. */
const document = (type, read, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)(type, options, (given) => readTree(given, read));
/** A YAML or JSON mapping of names to texts; numbers and booleans are taken as they are written. */
const mapping = (options) => document('YAML or JSON mapping', readMapping, options);
function readTree(given, read) {
    const tree = (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTree */ .cZ)(given, 'input');
    const result = tree.ok ? read(tree.value) : tree;
    return result.ok ? result : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...result.problems.map(withoutFile));
}
function readMapping(node) {
    if (node.kind !== 'object') {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
            message: 'It is not a mapping of names to texts.',
            remedy: 'Write one "NAME: text" a line.',
        });
    }
    const values = new Map();
    const problems = [];
    for (const { key, value } of node.members) {
        const text = writtenText(value);
        if (text !== undefined)
            values.set(key, text);
        else {
            problems.push({
                message: `The value of ${key} is not a text.`,
                remedy: `Write "${key}: text" on one line.`,
            });
        }
    }
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(values);
}
/** A text, a number or a boolean as it is written; nothing else is a text. */
function writtenText(node) {
    switch (node.kind) {
        case 'text':
            return node.value;
        case 'number':
            return node.source;
        case 'boolean':
            return String(node.value);
        case 'object':
        case 'list':
        case 'null':
            return undefined;
    }
}
/** A problem inside an input's text has a line of that text, but no file. */
function withoutFile({ location, ...problem }) {
    if (location?.line === undefined)
        return problem;
    return { ...problem, message: `Line ${location.line}: ${problem.message}` };
}


/***/ }),

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x5: () => (/* reexport */ locate),
  YF: () => (/* binding */ longestDocument),
  Tp: () => (/* binding */ parseDocument),
  cZ: () => (/* binding */ parseTree),
  LF: () => (/* reexport */ pathText),
  RP: () => (/* reexport */ node_valueOf)
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

;// CONCATENATED MODULE: ./build/inputs/node.js
/** The value of a key, or undefined. Only what the file says: nothing is inherited. */
function node_valueOf(node, key) {
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
        return node_valueOf(node, step);
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
        remedy: 'Begin with names and values, such as "family": "web" in JSON or family: web in YAML.',
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

/***/ 6447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   Gd: () => (/* binding */ formed),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   T3: () => (/* binding */ formedLines),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5449);


/** Any text. */
const text = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('text', options, (given) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(given.trim()));
/** A whole number in decimal digits, within bounds. */
const integer = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)(`whole number, ${options.min} to ${options.max}`, options, (given) => {
    const digits = given.trim();
    const value = /^(?:\d+|-[1-9]\d*)$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= options.min && value <= options.max
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value)
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
            message: `"${given.trim()}" is not a whole number from ${options.min} to ${options.max}.`,
            remedy: 'Write it in digits, without unit or decimal point.',
        });
});
const BOOLEANS = new Map([
    ...['true', 'True', 'TRUE'].map((word) => [word, true]),
    ...['false', 'False', 'FALSE'].map((word) => [word, false]),
]);
/** true or false, in the spellings of the YAML 1.2 core schema that \@actions/core accepts too. */
const flag = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('true or false', options, (given) => {
    const value = BOOLEANS.get(given.trim());
    return value === undefined
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({ message: `"${given.trim()}" is neither true nor false.`, remedy: 'Write true or false.' })
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
});
/** One of a few words. */
const choice = (words, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)(words.map((word) => `\`${word}\``).join(', '), options, (given) => {
    const value = words.find((word) => word === given.trim());
    return value === undefined
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
            message: `"${given.trim()}" is not one of the possible values.`,
            remedy: `Use ${words.join(' or ')}.`,
        })
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
});
/** A text of one form. */
const formed = (form, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('text', options, (given) => {
    const value = given.trim();
    if (form.pattern.test(value))
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
        message: `${JSON.stringify(value.slice(0, longestShown))} is not ${form.what}.`,
        remedy: `Write it as in ${form.example}.`,
    });
});
/** Texts of one form, one a line. */
const formedLines = (form, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('lines', options, (given) => {
    const lines = given.split(/\r?\n/).map((line) => line.trim());
    const problems = lines.flatMap((line, index) => line === '' || form.pattern.test(line)
        ? []
        : [
            {
                message: `Line ${index + 1} is not ${form.what}.`,
                remedy: `Write one a line, as in ${form.example}.`,
            },
        ]);
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(lines.filter((line) => line !== ''));
});
const longestShown = 200;
/** NAME=VALUE, one a line. Values are taken as they are: no quotes, no expansion. */
const pairs = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('lines of NAME=VALUE', options, readPairs);
/** The same where a value names something: it has no blanks around it and is not empty. */
const references = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('lines of NAME=VALUE', options, (given) => {
    const read = readPairs(given);
    if (!read.ok)
        return read;
    const values = new Map([...read.value].map(([name, value]) => [name, value.trim()]));
    const empty = [...values].filter(([, value]) => value === '');
    if (empty.length === 0)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(values);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...empty.map(([name]) => ({
        message: `${name} has nothing behind the equals sign.`,
        remedy: 'Write what it refers to, or remove the line.',
    })));
});
function readPairs(given) {
    const values = new Map();
    const problems = [];
    for (const [index, line] of given.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const cut = line.indexOf('=');
        const name = line.slice(0, cut).trim();
        if (cut < 0 || name === '') {
            // The text is not repeated: it may hold a secret.
            problems.push({
                message: `Line ${index + 1} is not NAME=VALUE.`,
                remedy: 'Write one NAME=VALUE a line.',
            });
        }
        else if (values.has(name)) {
            problems.push({
                message: `${name} is given twice (line ${index + 1}).`,
                remedy: 'Keep one of them.',
            });
        }
        else {
            values.set(name, line.slice(cut + 1));
        }
    }
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(values);
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

/***/ 5449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
function spec(type, options, read) {
    const byDefault = options.default;
    const required = options.required ?? false;
    return {
        type,
        description: options.description,
        required,
        ...(byDefault === undefined ? {} : { default: byDefault }),
        given: required || byDefault !== undefined,
        read,
    };
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

/***/ 897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ failureProblem),
/* harmony export */   S: () => (/* binding */ denialRemedy)
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
                remedy: 'Let the job assume a role before this step, for example with aws-actions/configure-aws-credentials.',
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

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kz: () => (/* binding */ REFUSED_OUTPUTS),
/* harmony export */   bE: () => (/* binding */ DEPLOY_OUTPUTS),
/* harmony export */   gf: () => (/* binding */ deployOutputs)
/* harmony export */ });
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9385);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3021);


/** The outputs of a deploy action and what each means: the one source for action.yml and README. */
const DEPLOY_OUTPUTS = {
    status: 'How it ended: `deployed`, `unchanged`, `started`, `paused`, `rolled-back`, `failed`, `superseded`, `timed-out`, `cancelled` or `unknown`. The step is green for the first four alone.',
    reason: 'One sentence that says why.',
    'task-definition-arn': 'ARN of the revision that was asked for.',
    'deployment-id': 'Id of the deployment: `ecs-svc/…` of ECS, or `d-…` of CodeDeploy. Empty when none was started.',
    'codedeploy-deployment-id': 'Id of the CodeDeploy deployment. Empty with the controller ECS.',
    'previous-task-definition-arn': 'ARN of the revision that served before.',
    'running-task-definition-arn': 'ARN of the revision that serves now, as far as this run saw it.',
    'image-verified': 'Whether the running tasks run the image that was asked for: `true`, `false` or `unknown`.',
    'duration-seconds': 'How long the step took, in whole seconds.',
};
/** The outputs of a step that was refused for its inputs or files. */
const REFUSED_OUTPUTS = {
    status: 'failed',
    'image-verified': 'unknown',
    'duration-seconds': '0',
};
/** The value of each output, for every end. */
function deployOutputs(outcome) {
    const { handle } = outcome;
    return {
        status: outcome.verdict.status,
        reason: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessText */ .fT)((0,_sentences_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeSentence */ .yz)(outcome)),
        'task-definition-arn': outcome.taskDefinition ?? '',
        'deployment-id': handle?.id ?? '',
        'codedeploy-deployment-id': handle?.kind === 'codedeploy' ? handle.id : '',
        'previous-task-definition-arn': outcome.previousTaskDefinition ?? '',
        'running-task-definition-arn': outcome.runningTaskDefinition ?? '',
        'image-verified': outcome.imageVerified,
        'duration-seconds': String(Math.round(outcome.milliseconds / 1_000)),
    };
}


/***/ }),

/***/ 9385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ eventLines),
/* harmony export */   Jg: () => (/* binding */ causeSentence),
/* harmony export */   pm: () => (/* binding */ clock),
/* harmony export */   tg: () => (/* binding */ timelineLines),
/* harmony export */   yz: () => (/* binding */ outcomeSentence)
/* harmony export */ });
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3791);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6241);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(897);
/* harmony import */ var _full_stop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7451);




/** The one sentence that says how a deployment ended, for log, annotation, summary and output. */
function outcomeSentence(outcome) {
    const { verdict, service, taskDefinition } = outcome;
    const revision = taskDefinition === undefined ? 'the task definition' : (0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(taskDefinition);
    const sentence = ruleSentence(verdict, { service, revision, outcome });
    const causes = verdict.status === 'deployed' ? [] : outcome.causes.slice(0, 2).map(causeSentence);
    return [
        sentence,
        ...causes,
        ...stopSentence(verdict),
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
            return `${revision} failed on ${service} and was rolled back.${awsReason(facts)}${failedEvent(facts)}`;
        case 'rollback-failed':
        case 'codedeploy-rollback-failed':
            return `${revision} failed on ${service}, and so did the rollback.${awsReason(facts)}${failedEvent(facts)}`;
        case 'service-deployment-stopped':
            return `The deployment ${id} of ${revision} on ${service} was stopped and nothing was restored.${awsReason(facts)}`;
        case 'failed-in-place':
        case 'codedeploy-ended':
            return `${revision} failed on ${service} and nothing was rolled back.${awsReason(facts)}${failedEvent(facts)}`;
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
            return `What became of ${revision} on ${service} is not known: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullStop */ .u)(facts.awsReason ?? 'AWS can no longer be asked')}${allowance(facts)}`;
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
/** What would let a watch go on that ended for want of a permission. */
function allowance({ awsReason: reason = '' }) {
    const remedy = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .denialRemedy */ .S)(reason);
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
                        ? `No task serves: the service is set to ${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(runningTaskDefinition)}.`
                        : `${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(runningTaskDefinition)} is what serves now.`,
                ];
        case 'deployed':
        case 'unchanged':
        case 'started':
        case 'paused':
            return [];
    }
}
const registeredSentence = ({ registered }) => registered === undefined
    ? []
    : [`${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(registered)} was registered and stays; the next run uses it.`];
/** What this run did about a deployment whose tasks stopped again and again. */
function stopSentence({ status, facts }) {
    const { stopped, notStopped, unanswered } = facts;
    if (status === 'deployed')
        return [];
    if (unanswered !== undefined)
        return [`${unanswered} was sent; whether it had an effect is not known.`];
    if (notStopped !== undefined) {
        return [
            `This run could not stop the deployment (codedeploy:StopDeployment): ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullStop */ .u)(notStopped)}${allowance({ awsReason: notStopped })}`,
        ];
    }
    return stopped === true
        ? ['This run stopped the deployment because of that, and asked for a rollback.']
        : [];
}
const problemsSentence = (problems) => {
    const [first, ...others] = problems;
    if (first === undefined)
        return '';
    const more = others.length === 0 ? '' : ` (${others.length} more problem${others.length === 1 ? '' : 's'})`;
    return `${(0,_annotations_js__WEBPACK_IMPORTED_MODULE_3__/* .problemLine */ .Y)(first)}${more}`;
};
// Where this run stopped it, AWS's words name a user.
const awsReason = ({ awsReason: reason, awsCode, stopped }) => reason === undefined || (stopped === true && awsCode === 'MANUAL_STOP')
    ? ''
    : ` AWS says: ${awsCode === undefined ? '' : `${awsCode}: `}${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullStop */ .u)(reason)}`;
const failedEvent = ({ lifecycleEvent: event }) => event === undefined
    ? ''
    : ` The lifecycle event ${event.name} failed${event.message === undefined ? '' : `: ${event.message}`}.`;
const nothingRan = ({ nothingRan: nothing }) => nothing === true ? ' Its desiredCount is 0: no task ran, so nothing is proven about the image.' : '';
const rollbackWindow = ({ rollbackWindowMinutes: minutes }) => minutes === undefined || minutes === 0
    ? ''
    : ` For at most ${minutes} more minutes, until the old task set is terminated, an alarm can still roll it back.`;
const servedName = ({ primary }) => primary === undefined ? 'what it served before' : (0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(primary.taskDefinition);
/** Why tasks of a deployment stopped, with every exit code. */
function causeSentence({ cause, tasks }) {
    const count = tasks.length === 1 ? '1 task stopped' : `${tasks.length} tasks stopped`;
    return `${count}: ${causeWords(cause)} (task ${tasks
        .slice(0, 3)
        .map(({ id }) => id)
        .join(', ')}${tasks.length > 3 ? ', …' : ''}).`;
}
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
        case 'secret':
            return `a secret cannot be read. ${awsText}`;
        case 'log-group':
            return `the log group does not exist. ${awsText}`;
        case 'not-started':
            return `the task could not start. ${awsText}`;
        case 'other':
            return awsText;
    }
}
/** Lines of the log for one entry of the timeline, each with the time since the start. */
function timelineLines({ after, event }) {
    return eventLines(event).map((line) => `${clock(after)}  ${line}`);
}
/** Minutes and seconds, as 3:07. */
function clock(milliseconds) {
    const seconds = Math.floor(milliseconds / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
/** What happened, in words; a failure begins with a cross. */
function eventLines(event) {
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
            return [`traffic: ${event.weights.map(({ role, percent }) => `${role} ${percent}%`).join(', ')}`];
        case 'cause':
            return [`✗ ${causeSentence(event.group)}`];
        case 'stopping':
            return [
                `✗ Stopping the deployment with a rollback: CodeDeploy would not notice this for an hour. ${causeSentence(event.group)}`,
            ];
        case 'stop-failed':
            return [
                event.isAskedAgain
                    ? `codedeploy:StopDeployment was not answered (${event.reason}): asking again.`
                    : `✗ The deployment could not be stopped (codedeploy:StopDeployment): ${event.reason}`,
            ];
        case 'unknown-word':
            return [`This version does not know the ${event.of} ${event.word}: watching on.`];
        case 'throttled':
            return ['AWS asks to slow down (throttling): looking less often.'];
        case 'unreachable':
            return [`AWS did not answer (${event.reason}): trying again.`];
    }
}
const isEnd = (status) => status === 'Failed' || status === 'Stopped';
const countWords = ({ role, taskDefinition, running, desired, pending }) => `${role} ${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(taskDefinition)}: ${running} of ${desired} running${pending > 0 ? `, ${pending} pending` : ''}`;
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
/* harmony import */ var _deploy_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5970);
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3791);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6241);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9385);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3021);





// GitHub drops a summary of over 1 MiB; a timeline is cut long before.
const LONGEST_TIMELINE = 500;
/** The job summary of one deployment, in Markdown. */
function renderSummary(outcome) {
    const { verdict, service, cluster } = outcome;
    const sign = (0,_deploy_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isGreen */ .gf)(verdict.status) ? '✅' : '❌';
    return [
        `### ${sign} ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(service)}: ${verdict.status}`,
        '',
        (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeSentence */ .yz)(outcome)),
        '',
        table([
            ['Service', `${cluster}/${service}`],
            ['Asked for', nameOf(outcome.taskDefinition)],
            ['Served before', nameOf(outcome.previousTaskDefinition)],
            ['Serves now', nameOf(outcome.runningTaskDefinition)],
            ['Deployment', outcome.handle?.id ?? ''],
            ['Image verified', outcome.imageVerified],
            ['Took', (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .clock */ .pm)(outcome.milliseconds)],
        ]),
        ...problemSection(outcome.problems),
        ...causeSection(outcome),
        ...timelineSection(outcome),
        '',
    ].join('\n');
}
/** The job summary of a step that did nothing, since what it was given is wrong. */
function renderProblems(title, problems) {
    return [`### ❌ ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(title)}: nothing was changed`, ...problemSection(problems), ''].join('\n');
}
const nameOf = (arn) => (arn === undefined ? '' : (0,_service_service_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionName */ .pd)(arn));
const table = (rows) => [
    '| | |',
    '|---|---|',
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(value)} |`),
].join('\n');
// As for the timeline: a summary of over 1 MiB is dropped.
const MOST_PROBLEMS = 200;
function problemSection(problems) {
    if (problems.length === 0)
        return [];
    const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_annotations_js__WEBPACK_IMPORTED_MODULE_4__/* .problemLine */ .Y)(problem))}`);
    const left = problems.length - lines.length;
    if (left > 0)
        lines.push(`- and ${left} more, in the log`);
    return ['', '#### Problems', '', ...lines];
}
function causeSection({ causes }) {
    if (causes.length === 0)
        return [];
    return ['', '#### Why tasks stopped', '', ...causes.map((group) => `- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .causeSentence */ .Jg)(group))}`)];
}
function timelineSection({ timeline }) {
    if (timeline.length === 0)
        return [];
    const rows = timeline
        .slice(-LONGEST_TIMELINE)
        .flatMap(({ after, event }) => (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .eventLines */ .Cl)(event).map((line) => `| ${(0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .clock */ .pm)(after)} | ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(line)} |`));
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
const RULES = [roleIsARole, typeIsKnown, sizeIsGiven, rateNeedsSnapshot, typeAllows];
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
/* harmony import */ var _inputs_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5349);
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
/* harmony import */ var _inputs_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5349);
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
