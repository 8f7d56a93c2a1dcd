export const id = 280;
export const ids = [280];
export const modules = {

/***/ 2835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ hookEvents)
/* harmony export */ });
/** The events that can have a hook. Source: CodeDeploy user guide, AppSpec 'hooks' section for ECS. */
const hookEvents = [
    'BeforeInstall',
    'AfterInstall',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AfterAllowTraffic',
];


/***/ }),

/***/ 8026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ describeDeployed),
/* harmony export */   m: () => (/* binding */ describeAppSpec)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7254);


/**
 * The task definition that a deployment deploys, as its AppSpec names it: by ARN or as `family:revision`. Undefined
 * where it cannot be read any more.
 */
async function describeDeployed(...[client, deployment, signal]) {
    const appSpec = await describeAppSpec(client, deployment, signal);
    return appSpec === undefined ? undefined : (0,_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionIn */ .j)(appSpec);
}
/**
 * The text of the AppSpec of a deployment, as GetDeployment told of it without its content: GetApplicationRevision
 * alone gives that back, by its digest (API reference of GetDeployment). Undefined where CodeDeploy does not keep it.
 */
async function describeAppSpec(client, { applicationName, revision }, signal) {
    const sha256 = revision?.appSpecContent?.sha256;
    if (sha256 === undefined)
        return undefined;
    try {
        const answer = await client.getApplicationRevision({ applicationName, revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256 } } }, { abortSignal: signal });
        return answer.revision?.appSpecContent?.content;
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error)?.code === 'RevisionDoesNotExistException')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 5075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ hooksIn),
/* harmony export */   b: () => (/* binding */ readHooks)
/* harmony export */ });
/* harmony import */ var _inputs_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7422);
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1410);
/* harmony import */ var _appspec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2835);
/* harmony import */ var _revision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7254);
/* harmony import */ var _scalar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4491);





/** Reads the hooks: a list of items such as `BeforeInstall: function`, each event at most once. */
function readHooks(place) {
    const { node, path, problems } = place;
    if (node === undefined)
        return [];
    if (node.kind !== 'list') {
        const remedy = 'Write a list of items such as - AfterInstall: my-function.';
        problems.push({ message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(path)} must be a list.`, remedy, location: node.at });
        return [];
    }
    const seen = new Map();
    return node.items.flatMap((item, index) => readItem(item, { ...place, path: [...path, index] }, seen));
}
/** The hooks in the text of an AppSpec that CodeDeploy took, in JSON or YAML. */
function hooksIn(appSpec) {
    const document = (0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(appSpec, 'AppSpec');
    if (!document.ok)
        return [];
    return readHooks({ node: (0,_revision_js__WEBPACK_IMPORTED_MODULE_1__/* .memberOf */ .C)(document.value, 'Hooks'), path: ['Hooks'], problems: [] });
}
function readItem(item, place, seen) {
    if (item.kind !== 'object') {
        const remedy = 'Write the event and its function, such as AfterInstall: my-function.';
        place.problems.push({
            message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} must be an event with its function.`,
            remedy,
            location: item.at,
        });
        return [];
    }
    return item.members.flatMap((member) => readHook(member, place, seen));
}
function readHook(member, { path, problems }, seen) {
    const { key, keyAt, value } = member;
    const event = _appspec_js__WEBPACK_IMPORTED_MODULE_3__/* .hookEvents */ .B.find((known) => known.toLowerCase() === key.toLowerCase());
    if (event === undefined) {
        const meant = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(key, _appspec_js__WEBPACK_IMPORTED_MODULE_3__/* .hookEvents */ .B);
        const remedy = meant === undefined ? `Events with hooks: ${_appspec_js__WEBPACK_IMPORTED_MODULE_3__/* .hookEvents */ .B.join(', ')}.` : `Did you mean ${meant}?`;
        problems.push({ message: `${key} is no event that can have a hook.`, remedy, location: keyAt });
        return [];
    }
    const first = seen.get(event);
    if (first !== undefined) {
        const message = `${event} has two hooks: the first in line ${first.keyAt.line ?? '?'}.`;
        problems.push({ message, remedy: 'Keep one function for each event.', location: keyAt });
        return [];
    }
    seen.set(event, member);
    const node = value.kind === 'null' ? undefined : value;
    const lambda = (0,_scalar_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ node, path: [...path, event], problems }, keyAt);
    return lambda === undefined ? [] : [{ event, lambda }];
}


/***/ }),

/***/ 7254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ memberOf),
/* harmony export */   j: () => (/* binding */ revisionIn)
/* harmony export */ });
/* harmony import */ var _inputs_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7422);

/** The task definition that the text of an AppSpec names, in JSON or YAML, in any case of the members' names. */
function revisionIn(appSpec) {
    const document = (0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(appSpec, 'AppSpec');
    if (!document.ok)
        return undefined;
    const resources = memberOf(document.value, 'Resources');
    const [resource] = resources?.kind === 'list' ? resources.items : [];
    // The name of the resource is the user's own.
    const [service] = resource?.kind === 'object' ? resource.members : [];
    const named = memberOf(memberOf(service?.value, 'Properties'), 'TaskDefinition');
    return named?.kind === 'text' && named.value !== '' ? named.value : undefined;
}
/** A member of an object by its name, in any case of the letters. */
function memberOf(node, name) {
    if (node?.kind !== 'object')
        return undefined;
    return node.members.find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value;
}


/***/ }),

/***/ 4491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ portNumber),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _inputs_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7422);
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1410);
/* harmony import */ var _task_definition_scalar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);



/** A text that is there and not empty; else a problem. */
function text(place, parent) {
    const value = scalar(place, 'string', parent);
    if (typeof value !== 'string')
        return undefined;
    if (value.trim() !== '')
        return value;
    const message = `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} is empty.`;
    place.problems.push({ message, remedy: 'Give it a value.', location: place.node?.at ?? parent });
    return undefined;
}
/** A whole number; else a problem. */
function wholeNumber(place, parent) {
    const value = scalar(place, 'integer', parent);
    return typeof value === 'number' ? value : undefined;
}
/** A port, from 1 to 65535; else a problem. */
function portNumber(place, parent) {
    const port = wholeNumber(place, parent);
    if (port === undefined || (port >= 1 && port <= 65_535))
        return port;
    const message = `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} is no port.`;
    place.problems.push({
        message,
        remedy: 'Write a number from 1 to 65535.',
        location: place.node?.at ?? parent,
    });
    return undefined;
}
/** One of some words; else a problem. */
function oneOf(place, words, parent) {
    const value = text(place, parent);
    if (value === undefined || words.includes(value))
        return value;
    const meant = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(value, words);
    place.problems.push({
        message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(place.path)} cannot be ${JSON.stringify(value)}.`,
        remedy: meant === undefined ? `Known values: ${words.join(', ')}.` : `Did you mean ${meant}?`,
        location: place.node?.at ?? parent,
    });
    return undefined;
}
function scalar({ node, path, problems }, kind, parent) {
    if (node === undefined) {
        problems.push({ message: `${(0,_inputs_document_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(path)} is missing.`, remedy: 'Add it.', location: parent });
        return undefined;
    }
    const read = (0,_task_definition_scalar_js__WEBPACK_IMPORTED_MODULE_1__/* .readScalar */ .$)(node, kind, { path, member: '' });
    if (read.ok)
        return read.value;
    problems.push(...read.problems);
    return undefined;
}


/***/ }),

/***/ 3945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ LostAnswer)
/* harmony export */ });
/** The answer of a call that changes something was lost, and what it did cannot be read. */
class LostAnswer extends Error {
    name = 'LostAnswer';
    failure;
    constructor(operation, failure) {
        super(`The answer of ${operation} was lost, and what it did cannot be read. ${failure.message}`);
        this.failure = failure;
    }
}


/***/ }),

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ appSpecOf)
});

// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/appspec/build.js

/**
 * The AppSpec of a service that gave none: the next task set is like the PRIMARY one, but for the task
 * definition. A service with no load balancer, or with several containers behind one, has to give its own.
 */
function buildAppSpec(facts) {
    const targets = new Map((facts.loadBalancers ?? []).flatMap(({ containerName, containerPort }) => {
        if (containerName === undefined || containerPort === undefined)
            return [];
        return [[`${containerName}:${containerPort}`, { containerName, containerPort }]];
    }));
    const [target, ...others] = targets.values();
    if (target === undefined)
        return (0,problem/* refused */.J5)(cannotBuild('no container of the service is behind a load balancer'));
    if (others.length > 0) {
        return (0,problem/* refused */.J5)(cannotBuild(`several are behind load balancers: ${[...targets.keys()].join(', ')}`));
    }
    const network = networkOf(facts.networkConfiguration?.awsvpcConfiguration);
    const capacityProviders = (facts.capacityProviderStrategy ?? []).flatMap(providerOf);
    return (0,problem/* parsed */.Yz)({
        ...target,
        // Task sets on instances have an empty platform version.
        ...(isGiven(facts.platformVersion) && { platformVersion: facts.platformVersion }),
        ...(network !== undefined && { network }),
        ...(capacityProviders.length > 0 && { capacityProviders }),
        hooks: [],
    });
}
function isGiven(text) {
    return text !== undefined && text !== '';
}
function networkOf(facts) {
    if (facts?.subnets === undefined || facts.subnets.length === 0)
        return undefined;
    return {
        subnets: facts.subnets,
        securityGroups: facts.securityGroups ?? [],
        ...(isGiven(facts.assignPublicIp) && { assignPublicIp: facts.assignPublicIp }),
    };
}
function providerOf({ capacityProvider, base, weight }) {
    if (!isGiven(capacityProvider))
        return [];
    return [
        { name: capacityProvider, ...(base !== undefined && { base }), ...(weight !== undefined && { weight }) },
    ];
}
function cannotBuild(why) {
    return {
        message: `No AppSpec can be built from the service: ${why}.`,
        remedy: 'Give an AppSpec file that names the container and its port.',
        input: 'codedeploy-appspec',
    };
}

;// CONCATENATED MODULE: ./build/deploy/appspec.js


/** The AppSpec of the file, or one built from the task set that serves. */
function appSpecOf({ codeDeploy }, service) {
    if (codeDeploy.appSpec !== undefined)
        return (0,problem/* parsed */.Yz)(codeDeploy.appSpec);
    const serving = service.taskSets.find(({ status }) => status === 'PRIMARY');
    return buildAppSpec({
        loadBalancers: serving?.loadBalancers ?? service.loadBalancers,
        platformVersion: serving?.platformVersion,
        networkConfiguration: { awsvpcConfiguration: serving?.network },
        capacityProviderStrategy: serving?.capacityProviders,
    });
}


/***/ }),

/***/ 8189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QB: () => (/* binding */ groupCauses),
/* harmony export */   Zn: () => (/* binding */ canHeal),
/* harmony export */   eo: () => (/* binding */ causeOfEvents),
/* harmony export */   hE: () => (/* binding */ CAUSES),
/* harmony export */   rl: () => (/* binding */ causeOf),
/* harmony export */   ro: () => (/* binding */ remarksOf),
/* harmony export */   yX: () => (/* binding */ causeWithLog)
/* harmony export */ });
/* unused harmony export CAUSE_KINDS */
/** Every cause, in the order in which the texts are tried: the first match wins. */
const CAUSES = {
    'wrong-architecture': {
        heals: false,
        blames: 'image',
        texts: [/does not contain descriptor matching platform/i],
    },
    'image-missing': {
        heals: false,
        blames: 'image',
        texts: [/CannotPullContainerError.*(not found|repository does not exist|pull access denied)/i],
    },
    'layers-unreachable': {
        heals: true,
        texts: [/CannotPullContainerError: The task cannot pull .* connection issue/i],
    },
    'registry-unreachable': {
        heals: true,
        texts: [/cannot pull registry auth.*connection issue/i, /CannotPullContainerError.*dial tcp.*timeout/i],
    },
    'registry-denied': {
        heals: false,
        blames: 'executionRoleArn',
        texts: [/unable to retrieve ecr registry auth.*(AccessDenied|not authorized)/i],
    },
    'secret-unreachable': {
        heals: true,
        blames: 'secrets',
        texts: [/unable to retrieve secrets? from .*(connection issue|dial tcp|context deadline exceeded)/i],
    },
    'secret-denied': {
        heals: false,
        blames: 'secrets',
        texts: [/unable to retrieve secrets? from .*(AccessDenied|not authorized)/i],
    },
    'secret-missing': {
        heals: false,
        blames: 'secrets',
        // Any other reason may be a passing one, such as throttling.
        texts: [
            /unable to retrieve secrets? from .*(did not contain json key|looking for beginning of value)/i,
            /unable to retrieve secrets? from .*(ResourceNotFound|ParameterNotFound|can.t find|does not exist|invalid (ssm )?parameters?)/i,
        ],
    },
    // "cannot find the log group … connection issue … signal: killed" is a missing route, not a missing group.
    'log-group-unreachable': {
        heals: true,
        blames: 'logConfiguration',
        texts: [/failed to validate logger args: .*connection issue/i],
    },
    'log-group-missing': {
        heals: false,
        blames: 'logConfiguration',
        texts: [/failed to validate logger args: .*(ResourceNotFoundException|does not exist)/i],
    },
    'not-started': { heals: true },
    'out-of-memory': { heals: true, blames: 'memory' },
    exited: { heals: true, blames: 'command' },
    'container-health': { heals: true, blames: 'healthCheck' },
    'load-balancer-health': { heals: true },
    'no-capacity': { heals: true },
    'account-limit': { heals: true },
    other: { heals: true },
};
const CAUSE_KINDS = Object.keys(CAUSES).filter((name) => Object.hasOwn(CAUSES, name));
const canHeal = (cause) => CAUSES[cause.kind].heals;
/** Groups by cause, the most frequent first; noise (scale-in, replacement, a person) is left out. */
function groupCauses(tasks) {
    const groups = new Map();
    for (const task of tasks) {
        const cause = causeOf(task);
        if (cause === undefined)
            continue;
        const key = JSON.stringify([cause.kind, cause.container, cause.exitCode, withoutIds(cause.awsText)]);
        const group = groups.get(key) ?? { cause, tasks: [] };
        group.tasks.push(task);
        groups.set(key, group);
    }
    for (const { tasks: stopped } of groups.values())
        stopped.sort(byEnd);
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
// AWS lists tasks in no order; one without a time stays where it was found.
const byEnd = (one, other) => one.stoppedAt === undefined || other.stoppedAt === undefined ? 0 : one.stoppedAt - other.stoppedAt;
/** The cause of one stopped task; undefined when its stop is no failure. */
function causeOf(task) {
    const text = task.stoppedReason ?? '';
    switch (task.stopCode) {
        case 'UserInitiated':
        case 'SpotInterruption':
        case 'TerminationNotice':
            return undefined;
        case 'ServiceSchedulerInitiated':
            return schedulerCause(task, text);
        case 'EssentialContainerExited':
            return exitCause(task, text);
        case 'TaskFailedToStart':
            return startCause(task, text);
        default:
            // A code of tomorrow, or none: the text is shown as it is, never dropped.
            return text === '' || /^Scaling activity initiated by/.test(text)
                ? undefined
                : { kind: 'other', awsText: text };
    }
}
// The scheduler also stops tasks to scale in or to replace them: only failed checks are failures.
function schedulerCause(task, text) {
    if (/failed container health checks/i.test(text)) {
        const container = task.containers.find(({ unhealthy }) => unhealthy);
        return {
            kind: 'container-health',
            awsText: text,
            ...(container === undefined ? {} : { container: container.name }),
        };
    }
    if (/failed ELB health checks/i.test(text))
        return { kind: 'load-balancer-health', awsText: text };
    return undefined;
}
function exitCause(task, text) {
    const killed = task.containers.find(({ reason }) => /^OutOfMemoryError/i.test(reason ?? ''));
    if (killed !== undefined) {
        return { kind: 'out-of-memory', awsText: killed.reason ?? text, ...blame(killed) };
    }
    const codes = task.containers.filter(({ exitCode }) => exitCode !== undefined);
    const failing = codes.filter(({ exitCode }) => exitCode !== 0);
    // The others are ended by SIGTERM or SIGKILL when the essential one is gone.
    const ended = failing.find(({ exitCode }) => exitCode !== 137 && exitCode !== 143) ?? failing[0] ?? codes[0];
    return { kind: 'exited', awsText: ended?.reason ?? text, ...(ended === undefined ? {} : blame(ended)) };
}
const blame = ({ name, exitCode }) => ({
    container: name,
    ...(exitCode === undefined ? {} : { exitCode }),
});
function startCause(task, text) {
    // Fargate platform 1.3 says "Task failed to start" and keeps the text on the container.
    const blamed = task.containers.find(({ reason }) => reason !== undefined);
    const awsText = /^Task failed to start/.test(text) ? (blamed?.reason ?? text) : text;
    const kind = CAUSE_KINDS.find((name) => CAUSES[name].texts?.some((text) => text.test(awsText))) ?? 'not-started';
    return { kind, awsText };
}
/** Request ids, task ids and addresses differ from task to task though the cause is one. */
function withoutIds(text) {
    return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|\d+\.\d+\.\d+\.\d+(:\d+)?|retried \d+ time/g, '#');
}
/**
 * A crash whose log ends with `exec format error` is an image for another architecture: neither the task
 * nor the exit code tells (a single image, no index).
 */
function causeWithLog(cause, lines) {
    const line = cause.kind === 'exited' ? lines.findLast((text) => text.trim() !== '') : undefined;
    return line !== undefined && /exec format error/i.test(line)
        ? { ...cause, kind: 'wrong-architecture', awsText: line }
        : cause;
}
/** Events of services that find no place for a task: developer guide, "service event messages". */
const NO_CAPACITY = [
    /was unable to place a task because/i,
    /Capacity is unavailable at this time|No Container Instances were found/i,
    // Such as RESOURCE:GPU. Denials have "on resource: ARN".
    /\bRESOURCE:[A-Z]/,
];
/** The same guide: events of services that may not start another task, whatever place there is. */
const ACCOUNT_LIMIT = /Reason: You['’]ve reached the limit on|Reason: The requested (?:CPU|MEMORY) configuration is above your limit/i;
/** The cause that the events of the service tell where no task was started, and none stopped. */
function causeOfEvents(messages) {
    const isLimit = (message) => ACCOUNT_LIMIT.test(message);
    const isUnplaced = (message) => NO_CAPACITY.some((pattern) => pattern.test(message));
    const text = messages.find((message) => isLimit(message) || isUnplaced(message));
    if (text === undefined)
        return undefined;
    return { kind: isLimit(text) ? 'account-limit' : 'no-capacity', awsText: text };
}
function remarksOf(tasks) {
    const spot = tasks.filter(({ stopCode }) => stopCode === 'SpotInterruption').length;
    const killed = tasks.flatMap((task) => killedAfterStop(task) ?? []);
    const [first] = killed;
    return [
        ...(spot === 0 ? [] : [{ kind: 'spot', tasks: spot }]),
        ...(first === undefined
            ? []
            : [{ kind: 'stop-timeout', tasks: killed.length, container: first.name }]),
    ];
}
// SIGKILL comes when stopTimeout has passed after SIGTERM; whoever is killed for memory says so.
function killedAfterStop({ stopCode, containers }) {
    if (stopCode !== 'ServiceSchedulerInitiated' && stopCode !== 'UserInitiated')
        return undefined;
    return containers.find(({ exitCode, reason }) => exitCode === 137 && !/^OutOfMemoryError/i.test(reason ?? ''));
}


/***/ }),

/***/ 9155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ changesToRunning),
/* harmony export */   z: () => (/* binding */ changesTo)
/* harmony export */ });
/* harmony import */ var _task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8993);
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3791);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9427);



/** What the revision asked for changes in the running one; undefined when nothing runs that could be compared. */
function changesToRunning({ revision }, { running, asked }) {
    if (running === undefined)
        return undefined;
    if (revision.kind === 'file')
        return changesTo(running, revision.definition);
    // Another revision with the same content is still another revision: the one that was named is deployed.
    return asked?.arn === running.arn
        ? []
        : [
            {
                path: 'revision',
                kind: 'changed',
                before: (0,_service_service_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(running.arn),
                after: asked === undefined ? '' : (0,_service_service_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionName */ .pd)(asked.arn),
            },
        ];
}
/** What differs between a registered revision and a file; tags of ours say who registered it and do not count. */
function changesTo(revision, definition) {
    const { tags: wanted, ...asked } = definition;
    const registered = [...revision.tags]
        .filter(([key]) => !key.startsWith(_run_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG_PREFIX */ .C_))
        .map(([key, value]) => ({ key, value }));
    const own = (wanted ?? []).filter(({ key }) => key?.startsWith(_run_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG_PREFIX */ .C_) !== true);
    return (0,_task_definition_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffTaskDefinitions */ .n)({ ...revision.definition, tags: sortedTags(registered) }, { ...asked, tags: sortedTags(own) });
}
const sortedTags = (tags) => tags
    .map(({ key, value }) => ({ key: key ?? '', value: value ?? '' }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));


/***/ }),

/***/ 4909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _x: () => (/* binding */ checkService),
/* harmony export */   r$: () => (/* binding */ checkSituation),
/* harmony export */   wD: () => (/* binding */ revisionInput)
/* harmony export */ });
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1410);
/* harmony import */ var _appspec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3894);
/* harmony import */ var _ecs_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6819);
/* harmony import */ var _ecs_configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9794);
/* harmony import */ var _ecs_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6327);
/* harmony import */ var _volume_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6270);






/** Every check before the first mutating call; all of them run, so that all problems come at once. */
const CHECKS = [
    actionFitsController,
    revisionIsActive,
    imagesExist,
    loadBalancersFindTheirContainers,
    appSpecFits,
    portNamesExist,
    canProgress,
    countIsAllowed,
    _volume_js__WEBPACK_IMPORTED_MODULE_4__/* .volumeIsDeclared */ .L5,
    settingsFitController,
    rolloutIsReported,
    _ecs_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .recordsAreReadable */ .zP,
    _ecs_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .trafficIsLive */ .i0,
    _ecs_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentSettingsFit */ .we,
];
/** Why this deployment must not be started; empty when nothing is in its way. */
function checkSituation(situation) {
    const problems = serviceIsActive(situation);
    return problems.length > 0 ? problems : CHECKS.flatMap((check) => check(situation));
}
/** What speaks against deploying a service at all, whatever the revision. */
function checkService({ action }, service) {
    const of = { request: { action }, current: { service } };
    const problems = serviceIsActive(of);
    return problems.length > 0 ? problems : actionFitsController(of);
}
/** The input that names a registered revision. */
const revisionInput = (action) => action === 'rollback' ? 'to' : 'task-definition';
function serviceIsActive({ current: { service } }) {
    if (service.status === 'ACTIVE')
        return [];
    return [
        {
            message: `The service ${service.name} in cluster ${service.clusterName} is ${service.status}, not ACTIVE.`,
            remedy: 'A service that is deleted cannot be deployed to: create it again where its resources are defined.',
            input: 'service',
        },
    ];
}
function actionFitsController({ request, current: { service } }) {
    const right = rightAction(service);
    // A rollback goes by the controller of the service, whichever that is.
    const takesBoth = request.action === 'rollback' || (0,_ecs_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .isNative */ .ib)(service);
    if (right === request.action || (right !== undefined && takesBoth))
        return [];
    return [
        {
            message: `The service ${service.name} is deployed by the controller ${service.controller}${service.controller === 'ECS' ? ` with the strategy ${service.strategy}` : ''}.`,
            remedy: right === undefined
                ? 'This controller deploys by means of its own: no action can deploy it.'
                : `Use the action ${right} for this service.`,
            input: 'service',
        },
    ];
}
function rightAction(service) {
    if (service.controller === 'CODE_DEPLOY')
        return 'bluegreen-deploy';
    return service.controller === 'ECS' ? 'ecs-update-service' : undefined;
}
function revisionIsActive({ request, current: { asked } }) {
    if (request.revision.kind === 'file' || asked === undefined || asked.status === 'ACTIVE')
        return [];
    return [
        {
            message: `The task definition ${request.revision.reference} is ${asked.status}, not ACTIVE.`,
            remedy: request.action === 'rollback'
                ? 'Somebody deregistered it: it cannot be deployed any more. Name another revision, which is ACTIVE, with to.'
                : 'Name a revision that is ACTIVE, or give the file.',
            input: revisionInput(request.action),
        },
    ];
}
// Known to be missing is an error now, instead of a failed pull minutes later. Not known is no error.
function imagesExist({ request, current, containers }) {
    return containers.flatMap(({ name, image }, index) => {
        if (image === undefined || current.images.get(image)?.state !== 'missing')
            return [];
        return [
            {
                message: `The image ${image} of container ${name ?? '?'} is not in its repository.`,
                remedy: request.action === 'rollback'
                    ? 'A lifecycle policy of the repository may have deleted it. Push it again, or name another revision with to.'
                    : 'Push it first, or correct the tag.',
                ...locationOf(request, ['containerDefinitions', index, 'image']),
            },
        ];
    });
}
function loadBalancersFindTheirContainers({ request, current, containers }) {
    return current.service.loadBalancers.flatMap((target) => {
        const problem = missingTarget(target, containers);
        return problem === undefined ? [] : [{ ...problem, ...locationOf(request, ['containerDefinitions']) }];
    });
}
function appSpecFits({ request, current: { service }, containers }) {
    if (service.controller !== 'CODE_DEPLOY')
        return [];
    const appSpec = (0,_appspec_js__WEBPACK_IMPORTED_MODULE_0__/* .appSpecOf */ .U)(request, service);
    if (!appSpec.ok)
        return appSpec.problems;
    if (request.codeDeploy.appSpec === undefined)
        return [];
    const problem = missingTarget(appSpec.value, containers, 'The AppSpec');
    return problem === undefined ? [] : [{ ...problem, input: 'codedeploy-appspec' }];
}
function missingTarget({ containerName, containerPort }, containers, who = "The service's load balancer") {
    const container = containers.find(({ name }) => name === containerName);
    if (container === undefined) {
        const names = containers.map(({ name }) => name ?? '');
        const known = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(containerName, names);
        return {
            message: `${who} sends traffic to a container ${containerName}, which the task definition does not have.`,
            remedy: `Name the container ${containerName}${known === undefined ? '' : ` (it has ${known})`}, or change the service first.`,
        };
    }
    const ports = (container.portMappings ?? []).map((mapping) => mapping.containerPort);
    if (ports.includes(containerPort))
        return undefined;
    return {
        message: `${who} sends traffic to port ${containerPort} of container ${containerName}, which does not map it.`,
        remedy: `Add "containerPort": ${containerPort} to its portMappings${ports.length === 0 ? '' : ` (they have ${ports.join(', ')})`}, or change the service first.`,
    };
}
function portNamesExist({ request, current, containers }) {
    const names = containers.flatMap(({ portMappings }) => (portMappings ?? []).map(({ name }) => name));
    return current.service.portNames
        .filter((name) => !names.includes(name))
        .map((name) => ({
        message: `The service looks up the port name ${name} (Service Connect or VPC Lattice), which no port mapping of the task definition has.`,
        remedy: `Add "name": "${name}" to the port mapping that is meant.`,
        ...locationOf(request, ['containerDefinitions']),
    }));
}
function canProgress({ request, current: { service } }) {
    const count = request.settings.desiredCount ?? service.desiredCount;
    const isStuck = service.controller === 'ECS' &&
        (0,_ecs_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .strategyAfter */ .Iu)(service, request.settings.deployment) === 'ROLLING' &&
        service.scheduling === 'REPLICA' &&
        service.minimumHealthyPercent >= 100 &&
        service.maximumPercent <= 100 &&
        count > 0;
    if (!isStuck)
        return [];
    return [
        {
            message: `The service ${service.name} has minimumHealthyPercent ${service.minimumHealthyPercent} and maximumPercent ${service.maximumPercent}: no task may stop and none may start, so a deployment cannot progress.`,
            remedy: 'Raise maximumPercent or lower minimumHealthyPercent where the service is defined.',
            input: 'service',
        },
    ];
}
function countIsAllowed({ request, current: { service, scalable } }) {
    const count = request.settings.desiredCount;
    if (count === undefined || service.controller === 'CODE_DEPLOY')
        return [];
    if (service.scheduling === 'DAEMON') {
        return [
            {
                message: `The service ${service.name} runs one task on each instance (DAEMON): it has no count to set.`,
                remedy: 'Remove desired-count.',
                input: 'desired-count',
            },
        ];
    }
    if (scalable === undefined || (count >= scalable.min && count <= scalable.max))
        return [];
    return [
        {
            message: `desired-count ${count} is outside the bounds of Application Auto Scaling, ${scalable.min} to ${scalable.max}: it would be undone at once.`,
            remedy: 'Remove desired-count, or change the bounds first.',
            input: 'desired-count',
        },
    ];
}
const ELSEWHERE = {
    'desired-count': 'Change the count on the service itself: CodeDeploy starts as many tasks as the service wants.',
    'propagate-tags': 'Set it on the service, where that is defined.',
    'force-new-deployment': 'Remove it: CodeDeploy starts a new task set whenever there is something to deploy.',
    'enable-ecs-managed-tags': 'Set it on the service, where that is defined.',
    // A task set, which is what CodeDeploy creates, has no volumeConfigurations in the API.
    'service-managed-ebs-volume': 'Remove it: tasks that CodeDeploy starts take no volume from their service.',
};
function settingsFitController({ request: { settings, control }, current: { service }, }) {
    if (service.controller !== 'CODE_DEPLOY')
        return [];
    const given = {
        'desired-count': settings.desiredCount !== undefined,
        'propagate-tags': settings.propagateTags !== undefined,
        'force-new-deployment': settings.forceNewDeployment === true,
        'enable-ecs-managed-tags': settings.managedTags !== undefined,
        'service-managed-ebs-volume': settings.volume !== undefined,
    };
    const notTaken = (input, remedy) => ({
        message: `${input} cannot be used with the controller CODE_DEPLOY.`,
        remedy,
        input,
    });
    return [
        ...Object.entries(ELSEWHERE).flatMap(([input, remedy]) => isKey(given, input) && given[input] ? [notTaken(input, remedy)] : []),
        ...(typeof control.stableFor === 'number' && control.stableFor > 0
            ? [notTaken('stable-for', 'Remove it: use a hook or the wait times of the deployment group.')]
            : []),
        ...(0,_ecs_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentInputsGiven */ .WM)(settings.deployment).map((input) => notTaken(input, 'Remove it: CodeDeploy shifts the traffic by the deployment configuration (codedeploy-deployment-config), and alarms belong to the deployment group.')),
    ];
}
const isKey = (object, key) => Object.hasOwn(object, key);
// Behind a Classic Load Balancer ECS reports no rolloutState, so no verdict could be true.
function rolloutIsReported({ current: { service } }) {
    const isSilent = service.controller === 'ECS' &&
        service.deployments.length > 0 &&
        service.deployments.every(({ rolloutState }) => rolloutState === undefined);
    if (!isSilent)
        return [];
    return [
        {
            message: `ECS reports no rollout state for the service ${service.name} (as behind a Classic Load Balancer): the outcome of a deployment could not be told.`,
            remedy: 'Move the service to an Application or Network Load Balancer.',
            input: 'service',
        },
    ];
}
function locationOf({ action, revision }, path) {
    return revision.kind === 'file' ? { location: revision.locate(path) } : { input: revisionInput(action) };
}


/***/ }),

/***/ 4268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UM: () => (/* binding */ describeCodeDeploy),
  Ti: () => (/* binding */ describeDeployment),
  L6: () => (/* binding */ describeDeploymentInfo),
  ff: () => (/* binding */ describeTarget)
});

// UNUSED EXPORTS: activeDeploymentId

// EXTERNAL MODULE: ./build/appspec/describe.js
var describe = __webpack_require__(8026);
// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/service/describe.js
var service_describe = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/deploy/run.js
var run = __webpack_require__(9427);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/config.js


const ABSENT = new Set([
    'DeploymentConfigDoesNotExistException',
    'InvalidDeploymentConfigNameException',
]);
/**
 * Makes sure that the deployment configuration an input names exists and is for ECS, by
 * GetDeploymentConfig: CreateDeployment would refuse it only after a revision is registered. Throws a
 * UserError. Without the permission nothing is said: CreateDeployment will tell.
 */
async function checkDeploymentConfig(client, name, signal) {
    if (name === undefined)
        return;
    const platform = await platformOf(client, name, signal);
    if (platform === undefined || platform === 'ECS')
        return;
    throw new problem/* UserError */.yo({
        message: `The deployment configuration ${name} is for the compute platform ${platform}, not ECS.`,
        remedy: 'Name one for ECS, such as CodeDeployDefault.ECSAllAtOnce.',
        input: 'codedeploy-deployment-config',
    });
}
async function platformOf(client, name, signal) {
    try {
        const answer = await client.getDeploymentConfig({ deploymentConfigName: name }, { abortSignal: signal });
        return answer.deploymentConfigInfo?.computePlatform;
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.kind === 'denied')
            return undefined;
        if (!ABSENT.has(failure?.code ?? ''))
            throw error;
        throw new problem/* UserError */.yo({
            message: `There is no deployment configuration ${name} in CodeDeploy.`,
            remedy: 'Name one of this account and region, or one of AWS such as CodeDeployDefault.ECSAllAtOnce; without the input the configuration of the group is used.',
            input: 'codedeploy-deployment-config',
        });
    }
}

;// CONCATENATED MODULE: ./build/deploy/codedeploy/group.js


/**
 * The deployment group of a service: as the inputs name it, else by the deployment that made the
 * serving task set, else under the names that the console gives, else by a scan of all groups.
 */
async function findDeploymentGroup(client, search, signal) {
    if (search.application !== undefined || search.group !== undefined) {
        return { group: await namedGroup(client, search, signal) };
    }
    const ofTaskSet = await groupOfTaskSet(client, search.service, signal);
    if (ofTaskSet !== undefined)
        return ofTaskSet;
    const group = (await guessedGroup(client, consoleNames(search), signal)) ??
        (await scan(client, search.service, signal)) ??
        noGroup(search.service);
    return { group };
}
const consoleNames = ({ application, group, service }) => ({
    application: application ?? `AppECS-${service.clusterName}-${service.name}`,
    group: group ?? `DgpECS-${service.clusterName}-${service.name}`,
});
async function namedGroup(client, search, signal) {
    const name = consoleNames(search);
    const found = await getGroup(client, name, signal);
    if (found !== undefined)
        return found;
    const isDefault = search.group === undefined ? ' (the default name; none was given)' : '';
    throw new problem/* UserError */.yo({
        message: `There is no deployment group ${name.group}${isDefault} in the CodeDeploy application ${name.application}.`,
        remedy: 'Check codedeploy-application and codedeploy-deployment-group and the region, or leave both out to find them by the service.',
        input: search.group === undefined ? 'codedeploy-application' : 'codedeploy-deployment-group',
    });
}
const group_ABSENT = new Set(['ApplicationDoesNotExistException', 'DeploymentGroupDoesNotExistException']);
async function getGroup(client, { application, group }, signal) {
    try {
        const answer = await client.getDeploymentGroup({ applicationName: application, deploymentGroupName: group }, { abortSignal: signal });
        return answer.deploymentGroupInfo;
    }
    catch (error) {
        if (group_ABSENT.has((0,errors/* awsFailure */.M)(error)?.code ?? ''))
            return undefined;
        throw error;
    }
}
/** A group under names that are only guessed: a policy that names the real group denies asking for others. */
async function guessedGroup(client, name, signal) {
    try {
        return await getGroup(client, name, signal);
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.kind === 'denied')
            return undefined;
        throw error;
    }
}
/** The id on the task set leads to application and group; the one CreateService made has none. */
async function groupOfTaskSet(client, service, signal) {
    const made = service.taskSets.find(({ status, externalId }) => status === 'PRIMARY' && externalId !== undefined);
    if (made?.externalId === undefined)
        return undefined;
    try {
        const { deploymentInfo: info } = await client.getDeployment({ deploymentId: made.externalId }, { abortSignal: signal });
        if (info?.applicationName === undefined || info.deploymentGroupName === undefined)
            return undefined;
        const group = await getGroup(client, { application: info.applicationName, group: info.deploymentGroupName }, signal);
        return group && { group, madeBy: info };
    }
    catch (error) {
        // The deployment may have been made by an application that is gone since.
        const kind = (0,errors/* awsFailure */.M)(error)?.kind;
        if (kind === 'refused' || kind === 'denied')
            return undefined;
        throw error;
    }
}
const GROUPS_A_CALL = 100;
async function scan(client, service, signal) {
    for (const application of await applications(client, signal)) {
        const names = await groupNames(client, application, signal);
        for (let from = 0; from < names.length; from += GROUPS_A_CALL) {
            const { deploymentGroupsInfo: groups = [] } = await client.batchGetDeploymentGroups({ applicationName: application, deploymentGroupNames: names.slice(from, from + GROUPS_A_CALL) }, { abortSignal: signal });
            const found = groups.find(({ ecsServices }) => ecsServices?.some(({ serviceName, clusterName }) => serviceName === service.name && clusterName === service.clusterName));
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
async function applications(client, signal) {
    const names = [];
    let nextToken;
    do {
        const page = await client.listApplications({ nextToken }, { abortSignal: signal });
        names.push(...(page.applications ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return names;
}
async function groupNames(client, applicationName, signal) {
    const names = [];
    let nextToken;
    do {
        const page = await client.listDeploymentGroups({ applicationName, nextToken }, { abortSignal: signal });
        names.push(...(page.deploymentGroups ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return names;
}
function noGroup(service) {
    throw new problem/* UserError */.yo({
        message: `No CodeDeploy deployment group deploys ${service.clusterName}/${service.name}.`,
        remedy: 'Name it with codedeploy-application and codedeploy-deployment-group; groups are created where the resources are defined.',
        input: 'codedeploy-deployment-group',
    });
}

// EXTERNAL MODULE: ./build/deploy/codedeploy/rules.js
var rules = __webpack_require__(1630);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/describe.js









/**
 * Finds the application and group of a service, and the deployment that is in the way, if any; throws
 * a UserError where the inputs name what is not there.
 */
async function describeCodeDeploy(request, service, ports) {
    const { aws, signal } = ports;
    const client = await aws.codeDeploy();
    const found = await findDeploymentGroup(client, { ...request.codeDeploy, service }, signal);
    const { group } = found;
    checkGroupDeploys(group, service);
    const [active] = await Promise.all([
        activeDeployment({ ...found, service, request }, ports),
        checkDeploymentConfig(client, request.codeDeploy.config, signal),
    ]);
    const blueGreen = group.blueGreenDeploymentConfiguration;
    const termination = blueGreen?.terminateBlueInstancesOnDeploymentSuccess;
    const ready = blueGreen?.deploymentReadyOption;
    return {
        application: group.applicationName ?? '',
        group: group.deploymentGroupName ?? '',
        readyWaitMinutes: ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) : 0,
        terminationWaitMinutes: termination?.action === 'TERMINATE' ? (termination.terminationWaitTimeInMinutes ?? 0) : 0,
        ...(active === undefined ? {} : { active }),
    };
}
function checkGroupDeploys(group, service) {
    const services = group.ecsServices ?? [];
    const isOfService = services.some(({ serviceName, clusterName }) => serviceName === service.name && clusterName === service.clusterName);
    if (isOfService)
        return;
    if (services.length === 0)
        throw noEcsGroup(group);
    const others = services.map((other) => `${other.clusterName ?? ''}/${other.serviceName ?? ''}`).join(', ');
    throw new problem/* UserError */.yo({
        message: `The deployment group ${group.deploymentGroupName ?? ''} deploys ${others}, not ${service.clusterName}/${service.name}.`,
        remedy: 'Name the group of this service, or leave codedeploy-application and codedeploy-deployment-group out.',
        input: 'codedeploy-deployment-group',
    });
}
const noEcsGroup = ({ deploymentGroupName = '', computePlatform = 'ECS' }) => new problem/* UserError */.yo({
    message: `The deployment group ${deploymentGroupName} deploys no service of ECS (its compute platform is ${computePlatform}).`,
    remedy: 'Name the group of this service, or leave codedeploy-application and codedeploy-deployment-group out.',
    input: 'codedeploy-deployment-group',
});
/**
 * The deployment of a group that has not ended: the newest, since a group works on one at a time and a rollback is a
 * deployment of its own (user guide, "Redeploy and roll back a deployment"). [?] The group names a deployment as soon
 * as there is one; CreateDeployment would refuse a second one.
 */
function activeDeploymentId({ lastAttemptedDeployment: newest }) {
    const phase = newest?.status === undefined ? 'ended' : (0,rules/* deploymentPhase */.$x)(newest.status);
    switch (phase) {
        case 'succeeded':
        case 'ended':
            return undefined;
        case 'moving':
        case 'waiting':
        case 'unknown':
            return newest?.deploymentId;
    }
}
async function activeDeployment(place, ports) {
    const { group, madeBy, service } = place;
    const { signal } = ports;
    const id = activeDeploymentId(group);
    if (id === undefined)
        return undefined;
    const client = await ports.aws.codeDeploy();
    const [info, target] = await Promise.all([
        madeBy?.deploymentId === id ? madeBy : describeDeploymentInfo(client, id, signal),
        describeTarget(client, id, service, signal),
    ]);
    const rollbackOf = info.rollbackInfo?.rollbackTriggeringDeploymentId;
    const isRollback = info.creator === 'codeDeployRollback';
    const taskDefinition = isRollback
        ? broughtBack(service, rollbackOf)
        : await deployedRevision(info, { ...place, id }, ports);
    const isShifted = target.lifecycleEvents.length > 0 && target.lifecycleEvents.every(hasPassed);
    const left = minutesLeft(group, target.lifecycleEvents, service);
    return {
        id,
        description: info.description ?? '',
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
        onlyTerminates: isShifted,
        ...(isRollback ? { isRollback: true } : {}),
        ...(rollbackOf === undefined ? {} : { rollbackOf }),
        ...(isShifted && left !== undefined ? { minutesLeft: left } : {}),
    };
}
/** A rollback makes no task set: it gives the traffic back to the one that was there. */
const broughtBack = ({ taskSets }, rollbackOf = '') => taskSets.find(({ externalId, status }) => externalId !== rollbackOf && status !== 'DRAINING')
    ?.taskDefinition;
/** What a deployment deploys: at once where its task set is there; else only where somebody has to know. */
async function deployedRevision(info, { id, request, service }, ports) {
    const made = (0,rules/* taskSetOf */.Dd)(service, id)?.taskDefinition;
    if (made !== undefined)
        return made;
    if ((0,run/* isDescriptionOfRun */.Z8)(info.description ?? '', request.run))
        return awaitTaskDefinition(id, service, ports);
    if (request.action !== 'rollback')
        return undefined;
    const named = await (0,describe/* describeDeployed */.e)(await ports.aws.codeDeploy(), info, ports.signal);
    return named === undefined ? undefined : (0,service_service/* revisionArn */.bk)(named, service.clusterArn);
}
const LOOKS_FOR_A_TASK_SET = 15;
const BETWEEN_LOOKS_MS = 2_000;
// An earlier attempt of this run may have started it a moment ago. Which revision it deploys shows
// when its task set does: GetDeployment always leaves the content of the AppSpec out (API reference).
async function awaitTaskDefinition(deploymentId, service, { aws, clock, signal }) {
    const ecs = await aws.ecs();
    const where = { cluster: service.clusterArn, service: service.name };
    let seen = service;
    for (let look = 0; look < LOOKS_FOR_A_TASK_SET; look += 1) {
        const taskSet = (0,rules/* taskSetOf */.Dd)(seen, deploymentId);
        if (taskSet !== undefined)
            return taskSet.taskDefinition;
        await clock.sleep(BETWEEN_LOOKS_MS, signal);
        const described = await (0,service_describe/* describeService */.J)(ecs, where, signal);
        if (described.found)
            seen = described.service;
    }
    return undefined;
}
const hasPassed = ({ status }) => new Map(Object.entries(rules/* EVENT_PASSED */.kH)).get(status) ?? false;
// Both moments are AWS's: our own clock is never compared with them. So this is "at most".
function minutesLeft(group, events, service) {
    const wait = group.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess
        ?.terminationWaitTimeInMinutes;
    const shiftedAt = events.at(-1)?.endedAt;
    if (wait === undefined || shiftedAt === undefined)
        return wait;
    const lastSeen = Math.max(shiftedAt, ...service.events.map(({ at }) => at));
    return Math.max(0, wait - (lastSeen - shiftedAt) / 60_000);
}
/** One deployment with all that AWS says of it (GetDeployment). */
async function describeDeploymentInfo(client, deploymentId, signal) {
    const answer = await client.getDeployment({ deploymentId }, { abortSignal: signal });
    return answer.deploymentInfo ?? {};
}
/** One deployment, reduced to what the verdict needs (GetDeployment). */
async function describeDeployment(client, deploymentId, signal) {
    const info = await describeDeploymentInfo(client, deploymentId, signal);
    const { errorInformation: error, rollbackInfo, autoRollbackConfiguration: auto } = info;
    return {
        id: deploymentId,
        status: info.status ?? '',
        ...(error?.code === undefined ? {} : { errorCode: error.code }),
        ...(error?.message === undefined ? {} : { errorMessage: error.message }),
        ...(rollbackInfo?.rollbackDeploymentId === undefined
            ? {}
            : { rollbackDeploymentId: rollbackInfo.rollbackDeploymentId }),
        autoRollback: auto?.enabled === true ? (auto.events ?? []) : [],
    };
}
const NO_TARGET = { lifecycleEvents: [], taskSets: [] };
/** Lifecycle events and task sets of a deployment (BatchGetDeploymentTargets); none until there is a target. */
async function describeTarget(client, deploymentId, service, signal) {
    try {
        const answer = await client.batchGetDeploymentTargets({ deploymentId, targetIds: [`${service.clusterName}:${service.name}`] }, { abortSignal: signal });
        const target = answer.deploymentTargets?.[0]?.ecsTarget;
        return target === undefined ? NO_TARGET : readTarget(target);
    }
    catch (error) {
        // A deployment that was just created has no target yet.
        if (NO_TARGET_YET.has((0,errors/* awsFailure */.M)(error)?.code ?? ''))
            return NO_TARGET;
        throw error;
    }
}
const NO_TARGET_YET = new Set([
    'DeploymentTargetDoesNotExistException',
    'DeploymentNotStartedException',
    'InvalidDeploymentTargetIdException',
]);
function readTarget(target) {
    return {
        lifecycleEvents: (target.lifecycleEvents ?? []).map((event) => {
            const message = [event.diagnostics?.message, event.diagnostics?.logTail].filter(Boolean).join(' ');
            return {
                name: event.lifecycleEventName ?? '',
                status: event.status ?? '',
                ...(message === '' ? {} : { message }),
                ...(event.startTime === undefined ? {} : { startedAt: event.startTime.getTime() }),
                ...(event.endTime === undefined ? {} : { endedAt: event.endTime.getTime() }),
            };
        }),
        taskSets: (target.taskSetsInfo ?? []).map((taskSet) => ({
            // The member is spelt this way in the API.
            id: taskSet.identifer ?? '',
            label: taskSet.taskSetLabel ?? '',
            trafficWeight: taskSet.trafficWeight ?? 0,
            desiredCount: taskSet.desiredCount ?? 0,
            runningCount: taskSet.runningCount ?? 0,
            pendingCount: taskSet.pendingCount ?? 0,
        })),
    };
}


/***/ }),

/***/ 3586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ endTerminationWait),
/* harmony export */   a: () => (/* binding */ waitForSteadyService)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _service_describe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1067);
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);
/* harmony import */ var _grace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6650);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4268);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1630);






const BETWEEN_LOOKS_MS = 2_000;
const STEADY_WITHIN_MS = 10 * 60_000;
const ENDED_WITHIN_MS = 5 * 60_000;
/**
 * Waits until the service is steady: CodeDeploy itself waits up to an hour for a service that is
 * scaling when the deployment starts. Throws a UserError after 10 minutes; nothing was changed then.
 */
async function waitForSteadyService(request, current, ports) {
    const { aws, clock, log, signal } = ports;
    const ecs = await aws.ecs();
    const where = { cluster: request.cluster, service: request.service };
    const startedAt = clock.now();
    let { service } = current;
    let isSaid = false;
    while (!isSteady(service)) {
        if (!isSaid)
            log.say(`Waiting until the service is steady: ${unsteadiness(service)}.`);
        isSaid = true;
        if (signal.aborted)
            break;
        if (clock.now() - startedAt > STEADY_WITHIN_MS)
            throw notSteady(service);
        await clock.sleep(BETWEEN_LOOKS_MS, signal);
        const described = await (0,_service_describe_js__WEBPACK_IMPORTED_MODULE_5__/* .describeService */ .J)(ecs, where, signal);
        if (described.found)
            service = described.service;
    }
    return { ...current, service };
}
const serving = ({ taskSets }) => taskSets.find(({ status }) => status === 'PRIMARY');
function isSteady(service) {
    const primary = serving(service);
    return (primary === undefined ||
        (primary.stability === 'STEADY_STATE' &&
            primary.pendingCount === 0 &&
            primary.runningCount === primary.desiredCount &&
            // A new count shows on the service first, and on its task set some seconds later.
            primary.desiredCount === service.desiredCount));
}
const unsteadiness = (service) => {
    const primary = serving(service);
    return primary === undefined
        ? 'no task set serves'
        : `its task set is ${primary.stability} with ${primary.runningCount} of ${service.desiredCount} tasks running, ${primary.pendingCount} pending`;
};
const notSteady = (service) => new _inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
    message: `The service ${service.name} was not steady within 10 minutes: ${unsteadiness(service)}.`,
    remedy: 'See its events for the reason. Nothing was started: CodeDeploy would wait for it up to an hour.',
    input: 'service',
});
// It is over, or its termination wait is: the status tells.
const NO_LONGER_WAITING = new Set([
    'DeploymentAlreadyCompletedException',
    'DeploymentIsNotInReadyStateException',
    'InvalidDeploymentStatusException',
]);
async function askToContinue(call, ports) {
    try {
        await (0,_grace_js__WEBPACK_IMPORTED_MODULE_2__/* .answered */ .o)(call, ports, 'codedeploy:ContinueDeployment');
        return 'answered';
    }
    catch (error) {
        const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
        if (failure?.kind === 'unknown-effect')
            return 'answer-lost';
        if (NO_LONGER_WAITING.has(failure?.code ?? ''))
            return 'answered';
        throw error;
    }
}
const unansweredContinue = (deploymentId) => new _inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
    message: `ContinueDeployment for ${deploymentId} was sent twice and its answers were lost.`,
    remedy: 'Run the job again: nothing was registered or started.',
});
/** Ends the wait before the old task set is terminated (ContinueDeployment) and waits until it ended. */
async function endTerminationWait(deploymentId, { current, ports }) {
    const { aws, clock, log, signal } = ports;
    const [client, once] = await Promise.all([aws.codeDeploy(), aws.codeDeployOnce()]);
    log.say(`Ending the termination wait of ${deploymentId}, as asked.`);
    const ask = () => askToContinue(once.continueDeployment({ deploymentId, deploymentWaitType: 'TERMINATION_WAIT' }), ports);
    let asked = await ask();
    const startedAt = clock.now();
    for (;;) {
        const { status } = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDeployment */ .Ti)(client, deploymentId, signal);
        const phase = (0,_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentPhase */ .$x)(status);
        if (phase === 'succeeded' || phase === 'ended')
            break;
        // Asking a second time ends nothing twice: where the first had its effect it is refused.
        if (asked === 'answer-lost') {
            if ((await ask()) === 'answer-lost')
                throw unansweredContinue(deploymentId);
            asked = 'answered';
        }
        if (clock.now() - startedAt > ENDED_WITHIN_MS) {
            throw new _inputs_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo({
                message: `The deployment ${deploymentId} has not ended 5 minutes after its termination wait was (${status}).`,
                remedy: 'Look at it in the CodeDeploy console, then run this job again.',
            });
        }
        await clock.sleep(BETWEEN_LOOKS_MS, signal);
    }
    const { codeDeploy } = current;
    if (codeDeploy === undefined)
        return current;
    const { application, group, readyWaitMinutes, terminationWaitMinutes } = codeDeploy;
    return { ...current, codeDeploy: { application, group, readyWaitMinutes, terminationWaitMinutes } };
}


/***/ }),

/***/ 1630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ deploymentPhase),
/* harmony export */   Dd: () => (/* binding */ taskSetOf),
/* harmony export */   U4: () => (/* binding */ judgeCodeDeploy),
/* harmony export */   kH: () => (/* binding */ EVENT_PASSED)
/* harmony export */ });
/* unused harmony exports CODEDEPLOY_RULES, DEPLOYMENT_PHASES */
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5970);

/** The verdict rules of controller CODE_DEPLOY in order: the first answer wins. */
const CODEDEPLOY_RULES = [
    rollbackEnded,
    endedWithoutRollback,
    deployed,
    replaced,
];
/** The verdict over what was seen so far, or undefined while the deployment is under way. */
function judgeCodeDeploy(history) {
    const now = momentOf(history);
    if (now === undefined)
        return undefined;
    for (const rule of CODEDEPLOY_RULES) {
        const answer = rule(now);
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}
/** What a status of a deployment means; a status that the SDK adds is a type error here. */
const DEPLOYMENT_PHASES = {
    Created: 'moving',
    Queued: 'moving',
    InProgress: 'moving',
    Baking: 'moving',
    Ready: 'waiting',
    Succeeded: 'succeeded',
    Failed: 'ended',
    Stopped: 'ended',
};
function deploymentPhase(status) {
    const known = new Map(Object.entries(DEPLOYMENT_PHASES));
    return known.get(status) ?? 'unknown';
}
/** Whether a lifecycle event with this status is over and did no harm. */
const EVENT_PASSED = {
    Pending: false,
    InProgress: false,
    Succeeded: true,
    Failed: false,
    Skipped: true,
    Unknown: false,
};
const eventPassed = (event) => new Map(Object.entries(EVENT_PASSED)).get(event.status) ?? false;
/** The task set that a deployment made, while the service has it. */
function taskSetOf(service, deploymentId) {
    return service.taskSets.find(({ externalId }) => externalId === deploymentId);
}
// Failed and Stopped are both ends: an alarm ends as Stopped. The rollback is a deployment of its own.
function rollbackEnded({ run, deployment, rollback, primary, lifecycleEvents }) {
    if (deploymentPhase(deployment.status) !== 'ended' || rollback === undefined)
        return undefined;
    const facts = {
        ...endFacts(deployment, lifecycleEvents),
        ...primaryFacts(primary),
        rollbackDeploymentId: rollback.id,
    };
    switch (deploymentPhase(rollback.status)) {
        case 'succeeded':
            return primary !== undefined && primary.externalId !== run.deploymentId
                ? (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)('rolled-back', 'codedeploy-rolled-back', facts)
                : undefined;
        case 'ended':
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)('failed', 'codedeploy-rollback-failed', facts);
        case 'moving':
        case 'waiting':
        case 'unknown':
            return undefined;
    }
}
// The id of the rollback appears some seconds after the end; a person can also ask for one by hand.
const ROLLBACK_EXPECTED_WITHIN_MS = 60_000;
const ROLLBACK_POSSIBLE_WITHIN_MS = 10_000;
function endedWithoutRollback(now) {
    const { deployment, primary, lifecycleEvents, endedFor } = now;
    if (deploymentPhase(deployment.status) !== 'ended' || deployment.rollbackDeploymentId !== undefined) {
        return undefined;
    }
    const patience = isRollbackExpected(now) ? ROLLBACK_EXPECTED_WITHIN_MS : ROLLBACK_POSSIBLE_WITHIN_MS;
    if (endedFor < patience)
        return undefined;
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)('failed', 'codedeploy-ended', {
        ...endFacts(deployment, lifecycleEvents),
        ...primaryFacts(primary),
    });
}
function isRollbackExpected({ deployment, stopped }) {
    if (stopped !== 'no')
        return stopped === 'with-rollback';
    const event = deployment.status === 'Failed'
        ? 'DEPLOYMENT_FAILURE'
        : deployment.errorCode === 'ALARM_ACTIVE'
            ? 'DEPLOYMENT_STOP_ON_ALARM'
            : 'DEPLOYMENT_STOP_ON_REQUEST';
    return deployment.autoRollback.includes(event);
}
function deployed({ run, deployment, lifecycleEvents, primary, stopped }) {
    const phase = deploymentPhase(deployment.status);
    // What this run stopped will end as Stopped, though its last events may still come to pass.
    if (phase === 'ended' || (stopped !== 'no' && phase !== 'succeeded'))
        return undefined;
    if (primary?.externalId !== run.deploymentId)
        return undefined;
    const isShifted = lifecycleEvents.some(({ name }) => name === 'AfterAllowTraffic') && lifecycleEvents.every(eventPassed);
    if (!isShifted)
        return undefined;
    // A deployment taken for ours that deploys another revision is somebody else's.
    if (primary.taskDefinition !== run.taskDefinition)
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)('superseded', 'task-set-replaced', primaryFacts(primary));
    // CodeDeploy looks at health no more once the traffic is shifted: tasks that crash late are seen here alone.
    if (primary.runningCount < primary.desiredCount)
        return undefined;
    const facts = {
        ...primaryFacts(primary),
        ...(primary.desiredCount === 0 ? { nothingRan: true } : {}),
    };
    if (phase === 'succeeded')
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)('deployed', 'terminated-blue', facts);
    if (run.waitForTermination)
        return undefined;
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)('deployed', 'traffic-shifted', {
        ...facts,
        rollbackWindowMinutes: run.terminationWaitMinutes,
    });
}
// Succeeded, yet another task set serves, twice in a row: someone deployed after us.
function replaced({ run, deployment, service, primary, previous }) {
    const isOther = (seen) => {
        const serving = seen?.taskSets.find(({ status }) => status === 'PRIMARY');
        return serving !== undefined && serving.externalId !== run.deploymentId;
    };
    if (deploymentPhase(deployment.status) !== 'succeeded')
        return undefined;
    return isOther(service) && isOther(previous?.service)
        ? (0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)('superseded', 'task-set-replaced', primaryFacts(primary))
        : undefined;
}
function endFacts(deployment, events) {
    const failing = events.find(({ status }) => status === 'Failed');
    return {
        ...(deployment.errorCode === undefined ? {} : { awsCode: deployment.errorCode }),
        ...(deployment.errorMessage === undefined ? {} : { awsReason: deployment.errorMessage }),
        ...(failing === undefined
            ? {}
            : {
                lifecycleEvent: {
                    name: failing.name,
                    ...(failing.message === undefined ? {} : { message: failing.message }),
                },
            }),
    };
}
const primaryFacts = (primary) => primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } };
function momentOf({ run, snapshots, stopped }) {
    const last = snapshots.at(-1);
    if (last === undefined)
        return undefined;
    const firstEnd = snapshots.find(({ deployment }) => deploymentPhase(deployment.status) === 'ended');
    return {
        ...last,
        run,
        stopped,
        primary: last.service.taskSets.find(({ status }) => status === 'PRIMARY'),
        endedFor: firstEnd === undefined ? 0 : last.at - firstEnd.at,
        previous: snapshots.at(-2),
    };
}


/***/ }),

/***/ 6665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ NO_INTERVENTION),
/* harmony export */   b: () => (/* binding */ courseOf)
/* harmony export */ });
/** The course of a run that is about to start its deployment. */
function courseOf({ action, cluster, service, control }, { aws }, { service: { events }, lastSuccessful, stableFor = 0, ...way }) {
    const [newest] = events;
    return {
        action,
        region: aws.region,
        cluster,
        service,
        onCancel: control.onCancel,
        ...way,
        ...(lastSuccessful === undefined ? {} : { lastSuccessful }),
        ...(stableFor === 0 ? {} : { stableFor }),
        ...(newest === undefined ? {} : { lastEvent: newest.id }),
        isTold: false,
    };
}
/** For a deployment that is only watched: this run ends nothing that fails. */
const NO_INTERVENTION = {
    whenInProgress: 'fail',
    stopAfterFailedTasks: Infinity,
    onFailure: 'leave',
    onCancel: 'leave',
};


/***/ }),

/***/ 6544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mz: () => (/* binding */ containersOf),
  bz: () => (/* binding */ describeCurrent),
  An: () => (/* binding */ describeInProgress),
  n: () => (/* binding */ readAgain),
  z5: () => (/* binding */ serviceOf)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/images/describe.js
var describe = __webpack_require__(174);
// EXTERNAL MODULE: ./build/images/pin.js
var pin = __webpack_require__(7688);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/listener/describe.js
/**
 * The two target groups of a load balancer whose traffic ECS shifts, with what its production rule sends to each
 * (DescribeRules) and how many of its targets are healthy (DescribeTargetHealth). None where the traffic is that
 * of a listener without rules, as of a Network Load Balancer.
 */
async function describeLiveGroups(client, { targetGroupArn, shifting }, signal) {
    const rule = shifting?.productionListenerRule;
    if (rule?.includes(':listener-rule/') !== true)
        return [];
    const { Rules: [found] = [] } = await client.describeRules({ RuleArns: [rule] }, { abortSignal: signal });
    const actions = found?.Actions ?? [];
    const forwards = actions.flatMap(({ ForwardConfig, TargetGroupArn }) => ForwardConfig?.TargetGroups !== undefined
        ? ForwardConfig.TargetGroups
        : TargetGroupArn === undefined
            ? []
            : [{ TargetGroupArn, Weight: 1 }]);
    const groups = [targetGroupArn, shifting?.alternateTargetGroupArn].filter((arn) => arn !== undefined);
    return Promise.all(groups.map(async (arn) => {
        const health = await client.describeTargetHealth({ TargetGroupArn: arn }, { abortSignal: signal });
        const healthy = (health.TargetHealthDescriptions ?? []).filter(isHealthy);
        const forward = forwards.find(({ TargetGroupArn }) => TargetGroupArn === arn);
        return { rule, targetGroupArn: arn, weight: forward?.Weight ?? 0, healthy: healthy.length };
    }));
}
// API reference, TargetHealth: where no rule leads to a group its targets are not checked, and "unused".
const isHealthy = ({ TargetHealth: { State, Reason } = {} }) => State === 'healthy' || (State === 'unused' && Reason === 'Target.NotInUse');

// EXTERNAL MODULE: ./build/scaling/describe.js
var scaling_describe = __webpack_require__(9701);
// EXTERNAL MODULE: ./build/report/failure.js
var report_failure = __webpack_require__(897);
// EXTERNAL MODULE: ./build/service/describe.js
var service_describe = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/task-definition/describe.js
var task_definition_describe = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/tasks/describe.js
var tasks_describe = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/deploy/checks.js
var checks = __webpack_require__(4909);
// EXTERNAL MODULE: ./build/deploy/changes.js
var changes = __webpack_require__(9155);
// EXTERNAL MODULE: ./build/deploy/ecs/describe.js
var ecs_describe = __webpack_require__(935);
// EXTERNAL MODULE: ./build/deploy/codedeploy/describe.js + 2 modules
var codedeploy_describe = __webpack_require__(4268);
// EXTERNAL MODULE: ./build/deploy/ecs/configuration.js
var configuration = __webpack_require__(9794);
// EXTERNAL MODULE: ./build/deploy/ecs/settings.js
var ecs_settings = __webpack_require__(6327);
// EXTERNAL MODULE: ./build/deploy/in-progress.js
var in_progress = __webpack_require__(679);
// EXTERNAL MODULE: ./build/deploy/overtaken.js
var overtaken = __webpack_require__(2707);
// EXTERNAL MODULE: ./build/deploy/plan.js + 1 modules
var deploy_plan = __webpack_require__(762);
;// CONCATENATED MODULE: ./build/deploy/describe.js




















/**
 * Reads everything a plan needs; changes nothing. Throws a UserError when service, cluster or the
 * named revision does not exist.
 */
async function describeCurrent(request, ports) {
    const service = await serviceOf(request, ports);
    const newestRead = newestRevision(request, ports);
    const askedRead = askedRevision(request, ports);
    const [succeeded, running, newest, asked, images, scalable, codeDeploy, newestRecord, live] = await Promise.all([
        succeededDeployment(service, ports),
        runningRevision(service, newestRead, ports),
        newestRead,
        askedRead,
        askedRead.then((found) => registryImages(imagesOf(request, found), ports)),
        scalableTarget(request, service, ports),
        service.controller === 'CODE_DEPLOY' && service.status === 'ACTIVE'
            ? (0,codedeploy_describe/* describeCodeDeploy */.UM)(request, service, ports)
            : undefined,
        shiftingRecord(request, service, ports),
        liveGroups(request, service, ports),
    ]);
    const read = {
        service,
        images,
        ...(succeeded === undefined ? {} : { succeeded }),
        ...(running === undefined ? {} : { running }),
        ...(newest === undefined ? {} : { newest }),
        ...(asked === undefined ? {} : { asked }),
        ...(scalable === undefined ? {} : { scalable }),
        ...(codeDeploy === undefined ? {} : { codeDeploy }),
        ...recordFacts(newestRecord),
        ...(live === undefined ? {} : { live }),
    };
    if (!mayRunAlready(request, read))
        return read;
    return { ...read, ...(await describeRunning(service, ports)) };
}
async function succeededDeployment(service, { aws, signal }) {
    return service.controller === 'ECS' ? (0,ecs_describe/* describeSucceeded */.Fq)(await aws.ecs(), service, signal) : undefined;
}
async function registryImages(images, { aws, log, signal }) {
    const described = await (0,describe/* describeImages */.S)(aws.ecr, images, signal);
    const denials = [...described.values()].flatMap((image) => image.state === 'unknown' && image.denied !== undefined ? [image.denied] : []);
    for (const message of new Set(denials)) {
        log.warn(`Whether the image is in its repository, and whether its tag has moved, cannot be read. ${(0,report_failure/* denialLine */.iq)(message)}`);
    }
    return described;
}
const imagesOf = (request, asked) => containersOf(request, asked).flatMap(({ image }) => (image === undefined ? [] : [image]));
/** Whether the running revision is the one asked for: only then it matters which images its tasks run. */
function mayRunAlready(request, read) {
    const { revision, pinImages: isPinned } = request;
    const asked = isPinned && revision.kind === 'file'
        ? { ...revision, definition: (0,pin/* pinImages */.M)(revision.definition, read.images).definition }
        : revision;
    return (0,changes/* changesToRunning */.W)({ ...request, revision: asked }, read)?.length === 0;
}
/** The containers of the revision asked for. */
function containersOf({ revision }, asked) {
    const definition = revision.kind === 'file' ? revision.definition : asked?.definition;
    return definition?.containerDefinitions ?? [];
}
/**
 * The state with the service read once more, last before the start. When something came in the way meanwhile it
 * throws a UserError, or Overtaken where the run may go on by another plan.
 */
async function readAgain(request, current, ports) {
    const fresh = { ...current, service: await serviceOf(request, ports) };
    const plan = (0,deploy_plan/* planDeployment */.H)(request, fresh);
    switch (plan.kind) {
        case 'refuse':
            throw new problem/* UserError */.yo(plan.problems);
        case 'join':
        case 'clear':
        case 'unchanged':
            throw new overtaken/* Overtaken */.c(cameInTheWay(fresh));
        case 'deploy':
            return fresh;
    }
}
const cameInTheWay = ({ service }) => new problem/* UserError */.yo({
    message: `Other deployments came in the way on the service ${service.name} again and again.`,
    remedy: 'Nothing was started. See who deploys to it, then run this job again.',
    input: 'service',
});
/** The deployment that is in the way now, with as few calls as tell it. */
async function describeInProgress({ request, current, ports, }) {
    const service = await serviceOf(request, ports);
    if (service.controller !== 'CODE_DEPLOY') {
        const succeeded = await succeededDeployment(service, ports);
        return (0,in_progress/* deploymentInProgress */.i)({ ...current, service, ...(succeeded === undefined ? {} : { succeeded }) });
    }
    const codeDeploy = await (0,codedeploy_describe/* describeCodeDeploy */.UM)(request, service, ports);
    return (0,in_progress/* deploymentInProgress */.i)({ ...current, service, codeDeploy });
}
/** The service of a request. Throws a UserError where there is none. */
async function serviceOf(request, { aws, signal }) {
    const { cluster, service: name } = request;
    const described = await (0,service_describe/* describeService */.J)(await aws.ecs(), { cluster, service: name }, signal).catch((error) => {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.kind === 'refused' && CLUSTER_INACTIVE.test(failure.message))
            throw inactive(request, aws.region);
        if (failure?.code !== 'ClusterNotFoundException')
            throw error;
        throw new problem/* UserError */.yo({
            message: `There is no cluster ${cluster} in ${aws.region}.`,
            remedy: 'Check the input cluster and the region: a cluster is created where the resources are defined.',
            input: 'cluster',
        });
    });
    if (described.found)
        return described.service;
    throw new problem/* UserError */.yo({
        message: `There is no service ${name} in cluster ${cluster} in ${aws.region} (${described.reason}).`,
        remedy: 'Check the inputs service and cluster and the region: services are created where the resources are defined, never here.',
        input: 'service',
    });
}
// Published as a ClientException ("The referenced cluster was inactive.") and as an InvalidParameterException
// ("The specified cluster is inactive. …"): the words tell.
const CLUSTER_INACTIVE = /\bcluster (?:was|is) inactive\b/i;
const inactive = ({ cluster }, region) => new problem/* UserError */.yo({
    message: `The cluster ${cluster} in ${region} is INACTIVE: it was deleted.`,
    remedy: 'Check the input cluster and the region, or create it again where its resources are defined.',
    input: 'cluster',
});
/** The newest revision is usually the one that runs: then one call tells both. */
async function runningRevision(service, newestRead, { aws, signal }) {
    const arn = (0,service_service/* primary */.zB)(service)?.taskDefinition ?? service.taskDefinition;
    if (arn === '')
        return undefined;
    const newest = await newestRead;
    return newest?.arn === arn ? newest : (0,task_definition_describe/* describeRevision */.h)(await aws.ecs(), arn, signal);
}
async function newestRevision({ revision }, { aws, signal }) {
    if (revision.kind === 'registered' || revision.definition.family === undefined)
        return undefined;
    return (0,task_definition_describe/* describeRevision */.h)(await aws.ecs(), revision.definition.family, signal);
}
async function askedRevision({ action, revision }, { aws, signal }) {
    if (revision.kind === 'file')
        return undefined;
    const found = await (0,task_definition_describe/* describeRevision */.h)(await aws.ecs(), revision.reference, signal);
    const isOther = revision.reference.startsWith('arn:') && found?.arn !== revision.reference;
    if (found !== undefined && !isOther)
        return found;
    throw new problem/* UserError */.yo({
        message: `There is no task definition ${revision.reference} in ${aws.region}.`,
        remedy: `Name a registered revision as family:revision or ARN${action === 'rollback' ? '' : ', or give the path of a file'}.`,
        input: (0,checks/* revisionInput */.wD)(action),
    });
}
// Asked only where a count or suspend-scaling is: nobody else needs the permission, nor the call.
async function scalableTarget({ settings, suspendScaling }, service, { aws, log, signal }) {
    if (settings.desiredCount === undefined && suspendScaling === undefined)
        return undefined;
    try {
        return await (0,scaling_describe/* describeScalable */.nK)(await aws.autoScaling(), service, signal);
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.kind !== 'denied' || suspendScaling !== undefined)
            throw error;
        log.warn(`Whether desired-count is within the bounds of Application Auto Scaling was not checked. ${(0,report_failure/* denialLine */.iq)(failure.message)}`);
        return undefined;
    }
}
// Asked only where the service deployment alone tells the end: nobody else needs the permission.
async function shiftingRecord({ settings }, service, { aws, signal }) {
    const strategy = (0,ecs_settings/* strategyAfter */.Iu)(service, settings.deployment);
    if (!(0,configuration/* isNative */.ib)({ ...service, strategy }) || service.status !== 'ACTIVE')
        return undefined;
    const where = { cluster: service.clusterArn, service: service.name };
    return (0,ecs_describe/* describeNewestRecord */.L6)(await aws.ecs(), where, signal);
}
function recordFacts(newest) {
    if (newest === undefined)
        return {};
    return 'denied' in newest ? { recordsDenied: newest.denied } : { shifting: newest };
}
// ECS takes the group that the production rule sends traffic to for the one that is live.
async function liveGroups({ settings }, service, { aws, log, signal }) {
    const strategy = (0,ecs_settings/* strategyAfter */.Iu)(service, settings.deployment);
    const balancers = service.loadBalancers.filter(({ shifting }) => shifting !== undefined);
    if (!(0,configuration/* isNative */.ib)({ ...service, strategy }) || service.status !== 'ACTIVE' || balancers.length === 0) {
        return undefined;
    }
    try {
        const client = await aws.loadBalancing();
        const groups = await Promise.all(balancers.map((one) => describeLiveGroups(client, one, signal)));
        return groups.flat();
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.kind !== 'denied')
            throw error;
        log.warn(`Whether the production rule sends its traffic to healthy targets was not checked. ${(0,report_failure/* denialLine */.iq)(failure.message)}`);
        return undefined;
    }
}
/** The image digests of the containers in the running tasks of what is PRIMARY, by container name, and their age. */
async function describeRunning(service, { aws, log, signal }) {
    const ecs = await aws.ecs();
    const where = { cluster: service.clusterArn, service: service.name };
    try {
        const arns = await (0,tasks_describe/* listTasks */.V)(ecs, where, 'RUNNING', signal);
        const tasks = await (0,tasks_describe/* describeTasks */.y)(ecs, service.clusterArn, arns, signal);
        // Tasks that an earlier deployment leaves behind until they are terminated say nothing of this one.
        const startedBy = (0,service_service/* primary */.zB)(service)?.id;
        const own = tasks.filter((task) => startedBy === undefined || task.startedBy === startedBy);
        const digests = new Map();
        for (const { name = '', imageDigest } of own.flatMap(({ containers }) => containers ?? [])) {
            digests.set(name, [...(digests.get(name) ?? []), imageDigest]);
        }
        const starts = own.flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt.getTime()]));
        const isAllUp = starts.length === own.length && starts.length >= Math.max(1, service.runningCount);
        return { runningDigests: digests, ...(isAllUp ? { newestStart: Math.max(...starts) } : {}) };
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.kind !== 'denied')
            throw error;
        log.warn(`Which images its tasks run cannot be read, so image-verified is unknown, and whether a tag has moved is, too. ${(0,report_failure/* denialLine */.iq)(failure.message)}`);
        return {};
    }
}


/***/ }),

/***/ 6819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YL: () => (/* binding */ isRoomForAnother),
/* harmony export */   i0: () => (/* binding */ trafficIsLive),
/* harmony export */   zP: () => (/* binding */ recordsAreReadable)
/* harmony export */ });
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(897);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6327);


/** ECS: "5 active deployments exist, unable to create new deployment." */
const MOST_ACTIVE_DEPLOYMENTS = 5;
function isRoomForAnother({ current: { service } }) {
    const active = service.deployments.filter(({ status }) => status === 'PRIMARY' || status === 'ACTIVE');
    if (service.controller !== 'ECS' || active.length < MOST_ACTIVE_DEPLOYMENTS)
        return [];
    return [
        {
            message: `${active.length} active deployments exist on ${service.name}, so ECS takes no other: each stays until all of its tasks have stopped.`,
            remedy: 'Wait until old tasks have stopped (protection from scale-in, a long stopTimeout or deregistration delay keep them), then run this job again.',
            input: 'service',
        },
    ];
}
// Under a strategy that shifts traffic the tasks are all up long before the deployment is over.
function recordsAreReadable({ request, current: { service, recordsDenied }, }) {
    if (recordsDenied === undefined)
        return [];
    return [
        {
            message: `The strategy ${(0,_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .strategyAfter */ .Iu)(service, request.settings.deployment)} of ${service.name} is judged by its service deployment, which may not be read: ${recordsDenied}`,
            remedy: (0,_report_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .denialRemedy */ .S$)(recordsDenied) ??
                'Allow ecs:ListServiceDeployments and ecs:DescribeServiceDeployments in the policy of the role that the job assumes.',
            input: 'service',
        },
    ];
}
/**
 * Somebody may have reset the production rule since ECS set it: then ECS takes an empty group for the live one.
 * Where no group has a healthy target there is nothing to be saved, and this deployment may be the cure.
 */
function trafficIsLive({ current: { service, live = [] } }) {
    if (service.desiredCount === 0)
        return [];
    return live.flatMap(({ rule, targetGroupArn, weight, healthy }) => {
        const other = live.find((group) => group.rule === rule && group.targetGroupArn !== targetGroupArn);
        if (weight === 0 || healthy > 0 || other === undefined || other.healthy === 0)
            return [];
        return [
            {
                message: `The production rule ${rule} sends traffic to ${targetGroupArn}, which has no healthy target; those of ${service.name} are in ${other.targetGroupArn}. ECS would take the empty group for the live one.`,
                remedy: `Let the rule forward to ${other.targetGroupArn} with all its weight, then run this job again.`,
                input: 'service',
            },
        ];
    });
}


/***/ }),

/***/ 935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ describeSucceeded),
/* harmony export */   L6: () => (/* binding */ describeNewestRecord),
/* harmony export */   RE: () => (/* binding */ followRecord),
/* harmony export */   _r: () => (/* binding */ RECORD_EXPECTED_WITHIN_MS),
/* harmony export */   vJ: () => (/* binding */ isRecordOf)
/* harmony export */ });
/* unused harmony export readRecord */
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9794);
/* harmony import */ var _rolling_back_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1717);



/** The record of a new deployment comes some seconds late. */
const RECORD_EXPECTED_WITHIN_MS = 30_000;
/**
 * Follows the service deployment whose target revision ends with the number of our deployment id
 * (ListServiceDeployments, DescribeServiceDeployments). `currentServiceDeployment` is never used: for
 * some seconds it can name the previous one. The first denied call ends the following, said once.
 */
function followRecord(ecs, where, run, denied) {
    let arn;
    let isDenied = false;
    return {
        isDenied: () => isDenied,
        read: async (signal) => {
            if (isDenied)
                return undefined;
            try {
                arn ??= (await find(ecs, where, run, signal))?.serviceDeploymentArn;
                return arn === undefined ? undefined : await describe(ecs, arn, signal);
            }
            catch (error) {
                const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
                if (failure?.kind !== 'denied')
                    throw error;
                isDenied = true;
                denied(failure.message);
                return undefined;
            }
        },
    };
}
/**
 * The newest service deployment with the deployment that it is about (ListServiceDeployments,
 * DescribeServiceDeployments); undefined where there is none yet. A denied call is an answer, too.
 */
async function describeNewestRecord(ecs, where, signal) {
    try {
        const { serviceDeployments: [newest] = [] } = await ecs.listServiceDeployments({ ...where, maxResults: 1 }, { abortSignal: signal });
        const { serviceDeploymentArn: arn, targetServiceRevisionArn: target = '' } = newest ?? {};
        const record = arn === undefined ? undefined : await describe(ecs, arn, signal);
        const deploymentId = `ecs-svc/${target.slice(target.lastIndexOf('/') + 1)}`;
        return record && { deploymentId, record };
    }
    catch (error) {
        const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
        if (failure?.kind !== 'denied')
            throw error;
        return { denied: failure.message };
    }
}
/**
 * The PRIMARY deployment that ECS counts as successful though it is still IN_PROGRESS: old tasks are being
 * stopped, which can take for minutes (38 s were recorded). Asked only where that may be; undefined without
 * the permission.
 */
async function describeSucceeded(ecs, service, signal) {
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    const mayHave = primary?.rolloutState === 'IN_PROGRESS' &&
        // What is returned to succeeded on another day: its record tells nothing of today.
        !(0,_rolling_back_js__WEBPACK_IMPORTED_MODULE_2__/* .isReturnedTo */ .h)(primary) &&
        primary.desiredCount > 0 &&
        primary.runningCount >= primary.desiredCount;
    if (!mayHave)
        return undefined;
    try {
        const { clusterArn: cluster, name } = service;
        const record = await find(ecs, { cluster, service: name }, { deploymentId: primary.id }, signal);
        return record?.status === 'SUCCESSFUL' ? primary.id : undefined;
    }
    catch (error) {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error)?.kind !== 'denied')
            throw error;
        return undefined;
    }
}
const RECORDS_A_PAGE = 100;
// The API reference promises no order: the newest may be in any page.
async function find(ecs, where, run, signal) {
    let nextToken;
    do {
        const page = await ecs.listServiceDeployments({ ...where, maxResults: RECORDS_A_PAGE, nextToken }, { abortSignal: signal });
        const found = page.serviceDeployments?.find((deployment) => isRecordOf(deployment, run.deploymentId));
        if (found !== undefined)
            return found;
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return undefined;
}
/** Whether a service deployment is that of a deployment of the service: its target revision ends with the same number. */
function isRecordOf({ targetServiceRevisionArn }, deploymentId) {
    const number = deploymentId.slice(deploymentId.lastIndexOf('/') + 1);
    return targetServiceRevisionArn?.endsWith(`/${number}`) === true;
}
async function describe(ecs, arn, signal) {
    const answer = await ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] }, { abortSignal: signal });
    const record = answer.serviceDeployments?.[0];
    return record === undefined ? undefined : readRecord(arn, record);
}
/** A service deployment as AWS describes it. */
function readRecord(arn, record) {
    const { status = '', statusReason, rollback, deploymentCircuitBreaker: breaker } = record;
    return {
        ...readShift(arn, record),
        status,
        ...(statusReason === undefined ? {} : { statusReason }),
        ...(rollback?.reason === undefined ? {} : { rollbackReason: rollback.reason }),
        ...(breaker?.failureCount === undefined ? {} : { failureCount: breaker.failureCount }),
        ...(breaker?.threshold === undefined ? {} : { threshold: breaker.threshold }),
        ...(record.finishedAt === undefined ? {} : { finishedAt: record.finishedAt.getTime() }),
    };
}
function readShift(arn, { lifecycleStage, lifecycleHookDetails, alarms, deploymentConfiguration: configuration = {}, ...record }) {
    const { strategy = 'ROLLING', bakeTimeInMinutes: bakeMinutes } = configuration;
    const production = readWeights(record, (revision) => revision.requestedProductionTrafficWeight);
    const test = readWeights(record, (revision) => revision.requestedTestTrafficWeight);
    return {
        arn,
        ...(lifecycleStage === undefined ? {} : { lifecycleStage }),
        ...(production === undefined ? {} : { production }),
        ...(test === undefined ? {} : { test }),
        ...(lifecycleHookDetails === undefined
            ? {}
            : {
                hooks: lifecycleHookDetails.map((hook) => readHook(hook, configuration.lifecycleHooks ?? [])),
            }),
        ...(alarms?.status === undefined
            ? {}
            : { alarms: { status: alarms.status, triggered: alarms.triggeredAlarmNames ?? [] } }),
        ...(bakeMinutes === undefined || !(0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .isNativeStrategy */ .VF)(strategy) ? {} : { bakeMinutes }),
    };
}
function readWeights({ targetServiceRevision: target, sourceServiceRevisions: sources = [] }, weightOf) {
    const percent = target && weightOf(target);
    if (percent === undefined)
        return undefined;
    const old = sources.reduce((sum, source) => sum + (weightOf(source) ?? 0), 0);
    return [
        { role: 'new', percent },
        ...(sources.length === 0 ? [] : [{ role: 'old', percent: old }]),
    ];
}
function readHook(hook, configured) {
    const stage = onlyStageOf(hook, configured);
    return {
        id: hook.hookId ?? '',
        type: hook.targetType ?? 'AWS_LAMBDA',
        ...(hook.targetArn === undefined ? {} : { target: hook.targetArn }),
        status: hook.status ?? '',
        ...(stage === undefined ? {} : { stage }),
        ...(hook.expiresAt === undefined ? {} : { expiresAt: hook.expiresAt.toISOString() }),
        ...(hook.timeoutAction === undefined ? {} : { timeoutAction: hook.timeoutAction }),
    };
}
/** AWS tells no stage of a hook; its configuration does, unless several stages have this target. */
function onlyStageOf({ targetType = 'AWS_LAMBDA', targetArn }, configured) {
    const stages = configured.flatMap(({ targetType: type = 'AWS_LAMBDA', hookTargetArn, lifecycleStages }) => type === targetType && hookTargetArn === targetArn ? (lifecycleStages ?? []) : []);
    return new Set(stages).size === 1 ? stages[0] : undefined;
}


/***/ }),

/***/ 9685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ HOOK_STATUSES),
/* harmony export */   g: () => (/* binding */ isUnderWay)
/* harmony export */ });
/** What a hook's status means; one that the SDK adds is a type error here. */
const HOOK_STATUSES = {
    IN_PROGRESS: 'open',
    AWAITING_ACTION: 'awaits',
    SUCCEEDED: 'over',
    FAILED: 'over',
    TIMED_OUT: 'over',
};
/** Whether a hook is not over. */
const isUnderWay = ({ status }) => new Map(Object.entries(HOOK_STATUSES)).get(status) !== 'over';


/***/ }),

/***/ 8298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  he: () => (/* binding */ newCauses),
  bt: () => (/* binding */ newServiceEvents),
  Rk: () => (/* binding */ rollingProgress)
});

// EXTERNAL MODULE: ./build/deploy/cause.js
var cause = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/deploy/ecs/hook.js
var ecs_hook = __webpack_require__(9685);
;// CONCATENATED MODULE: ./build/deploy/ecs/shift.js

/** Positions of the stages, as the developer guide orders them ("Lifecycle stages"); a new one is a type error here. */
const STAGES = {
    RECONCILE_SERVICE: 0,
    PRE_SCALE_UP: 1,
    SCALE_UP: 2,
    POST_SCALE_UP: 3,
    TEST_TRAFFIC_SHIFT: 4,
    POST_TEST_TRAFFIC_SHIFT: 5,
    PRODUCTION_TRAFFIC_SHIFT: 6,
    POST_PRODUCTION_TRAFFIC_SHIFT: 7,
    BAKE_TIME: 8,
    CLEAN_UP: 9,
};
const POSITIONS = new Map(Object.entries(STAGES));
/** What moved between two looks at a service deployment, but for its status. */
function shiftProgress(previous, next) {
    return [
        ...stageReached(previous, next),
        ...weightsMoved('production', previous?.production, next.production),
        ...weightsMoved('test', previous?.test, next.test),
        ...hooksMoved(previous, next),
        ...alarmsMoved(previous, next),
    ];
}
function stageReached(previous, next) {
    const { lifecycleStage: stage, bakeMinutes } = next;
    const before = previous?.lifecycleStage;
    if (stage === undefined || stage === before)
        return [];
    if (!POSITIONS.has(stage))
        return [{ kind: 'unknown-word', of: 'lifecycle stage', word: stage }];
    return [
        {
            kind: 'stage',
            stage,
            passed: passedBetween(before, stage),
            ...(stage === 'BAKE_TIME' && bakeMinutes !== undefined ? { minutes: bakeMinutes } : {}),
        },
    ];
}
/** Stages that every deployment goes through and that began and ended between two looks. */
function passedBetween(before, stage) {
    // The first one takes place only where another deployment is under way.
    const from = (before === undefined ? undefined : POSITIONS.get(before)) ?? STAGES.RECONCILE_SERVICE;
    const to = POSITIONS.get(stage) ?? from;
    return [...POSITIONS].filter(([, position]) => position > from && position < to).map(([name]) => name);
}
function weightsMoved(of, before, after) {
    if (after === undefined || JSON.stringify(before) === JSON.stringify(after))
        return [];
    // Nobody gets test traffic until it is shifted, and nobody after that.
    const isNothing = before === undefined && after.every(({ role, percent }) => role === 'old' || percent === 0);
    return isNothing ? [] : [{ kind: 'traffic', of, weights: after }];
}
function hooksMoved(previous, { arn, hooks = [], lifecycleStage }) {
    return hooks.flatMap((hook) => {
        const before = previous?.hooks?.find(({ id }) => id === hook.id);
        if (before?.status === hook.status)
            return [];
        if (!Object.hasOwn(ecs_hook/* HOOK_STATUSES */.B, hook.status))
            return [{ kind: 'unknown-word', of: 'status of a lifecycle hook', word: hook.status }];
        // A stage lasts until its hooks are over: the present one may be a later one by then.
        const seenIn = (0,ecs_hook/* isUnderWay */.g)(hook)
            ? lifecycleStage
            : before !== undefined && (0,ecs_hook/* isUnderWay */.g)(before)
                ? previous?.lifecycleStage
                : undefined;
        const stage = hook.stage ?? seenIn;
        return [{ kind: 'hook', hook, serviceDeployment: arn, ...(stage === undefined ? {} : { stage }) }];
    });
}
function alarmsMoved(previous, { alarms }) {
    if (alarms === undefined || JSON.stringify(previous?.alarms) === JSON.stringify(alarms))
        return [];
    const isSilent = previous?.alarms === undefined && alarms.status === 'DISABLED';
    return isSilent ? [] : [{ kind: 'alarms', ...alarms }];
}

// EXTERNAL MODULE: ./build/deploy/ecs/rules.js
var rules = __webpack_require__(8599);
;// CONCATENATED MODULE: ./build/deploy/ecs/progress.js



const ROLLOUT_STATES = new Set(['COMPLETED', 'IN_PROGRESS', 'FAILED']);
/** What happened to a rolling deployment between two looks, nothing twice. */
function rollingProgress(run, previous, next) {
    return [
        ...newServiceEvents(previous?.service.events, next.service.events),
        ...newCauses(previous?.stoppedTasks ?? [], next.stoppedTasks),
        ...rolloutChanges(run, previous, next),
        ...recordChanges(previous, next),
        ...countChanges(run, previous, next),
        ...drainChanges(previous, next),
    ];
}
/** Service events that were not there before, oldest first, equal ones as one. On the first look nothing is new. */
function newServiceEvents(before, after) {
    if (before === undefined)
        return [];
    const known = new Set(before.map(({ id }) => id));
    const last = before[0];
    const times = new Map();
    for (const event of after.filter(({ id }) => !known.has(id)).reverse()) {
        if (times.size === 0 && last !== undefined && isRepeated(event, last))
            continue;
        times.set(event.message, (times.get(event.message) ?? 0) + 1);
    }
    return [...times].map(([message, count]) => ({
        kind: 'service-event',
        message,
        ...(count === 1 ? {} : { times: count }),
    }));
}
const SAME_MOMENT_MS = 60_000;
// AWS says one thing twice, under two ids, such as targets that are deregistered in two groups.
const isRepeated = (event, last) => event.message === last.message && event.at - last.at < SAME_MOMENT_MS;
/** Causes that came up or grew. */
function newCauses(before, after) {
    const known = new Map((0,cause/* groupCauses */.QB)(before).map((group) => [causeKey(group), group.tasks.length]));
    return (0,cause/* groupCauses */.QB)(after).flatMap((group) => {
        const count = known.get(causeKey(group));
        return count === group.tasks.length ? [] : [{ kind: 'cause', group, isNew: count === undefined }];
    });
}
const causeKey = ({ cause, tasks }) => JSON.stringify([cause.kind, cause.container, tasks[0]?.id]);
function rolloutChanges(run, previous, next) {
    return next.service.deployments.flatMap((deployment) => {
        const { id, status, rolloutState: state, rolloutStateReason: reason } = deployment;
        const before = previous?.service.deployments.find((other) => other.id === id);
        const isOurs = id === run.deploymentId;
        if (state === undefined || (!isOurs && status !== 'PRIMARY'))
            return [];
        if (previous === undefined || (before?.rolloutState === state && before.rolloutStateReason === reason))
            return [];
        if (!ROLLOUT_STATES.has(state))
            return [{ kind: 'unknown-word', of: 'rolloutState', word: state }];
        return [{ kind: 'rollout', id, state, ...(reason === undefined ? {} : { reason }) }];
    });
}
function recordChanges(previous, next) {
    const { record } = next;
    if (record === undefined)
        return [];
    const before = previous?.record;
    const moved = shiftProgress(before, record);
    if (before?.status === record.status)
        return moved;
    if ((0,rules/* recordPhase */.TQ)(record) === 'unknown') {
        return [{ kind: 'unknown-word', of: 'service deployment status', word: record.status }, ...moved];
    }
    const reason = record.statusReason ?? record.rollbackReason;
    return [
        {
            kind: 'service-deployment',
            status: record.status,
            ...(reason === undefined ? {} : { reason }),
            ...(before?.lifecycleStage === undefined ? {} : { stage: before.lifecycleStage }),
        },
        ...moved,
    ];
}
function drainChanges(previous, next) {
    const { draining } = next;
    const isNew = draining !== undefined && draining.count !== previous?.draining?.count;
    return isNew ? [{ kind: 'draining', ...draining }] : [];
}
function countChanges(run, previous, next) {
    const lines = counts(run, next);
    const before = previous === undefined ? undefined : counts(run, previous);
    return JSON.stringify(lines) === JSON.stringify(before) ? [] : [{ kind: 'counts', lines }];
}
const counts = (run, { service }) => service.deployments.map((deployment) => count(run, deployment));
const count = (run, deployment) => ({
    id: deployment.id,
    taskDefinition: deployment.taskDefinition,
    role: deployment.id === run.deploymentId ? 'new' : 'old',
    desired: deployment.desiredCount,
    running: deployment.runningCount,
    pending: deployment.pendingCount,
});


/***/ }),

/***/ 5898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ reachedAfter),
/* harmony export */   W: () => (/* binding */ hasFailed)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8599);
/* harmony import */ var _hook_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9685);


/** What was reached after one more look; a rollback goes through stages of its own, which count for nothing. */
function reachedAfter(known, record) {
    const { hooks = [], lifecycleStage, alarms, statusReason, rollbackReason } = record;
    const isMoving = (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPhase */ .TQ)(record) === 'moving';
    const reason = statusReason ?? rollbackReason ?? '';
    const failed = hooks.findLast(hasFailed);
    const hook = failed ?? (isMoving ? hooks.find(_hook_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnderWay */ .g) : heldUp(known?.hook, reason));
    const stage = stageIn(reason) ?? failed?.stage ?? (isMoving ? lifecycleStage : undefined) ?? known?.stage;
    const triggered = alarms?.triggered ?? [];
    return {
        ...(stage === undefined ? {} : { stage }),
        ...(hook === undefined ? {} : { hook }),
        alarms: triggered.length > 0 ? triggered : (known?.alarms ?? []),
    };
}
/** Whether a hook ended the deployment that it belongs to. */
const hasFailed = ({ status, timeoutAction }) => status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE');
// What was under way when an alarm or the breaker ended the deployment is not to blame.
const heldUp = (hook, reason) => hook !== undefined && (hasFailed(hook) || /\bhook\b/.test(reason)) ? hook : undefined;
/** "Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed.", "… because STAGE pause hook …". */
const stageIn = (reason) => /because ([A-Z_]+) (?:lifecycle|pause) hook/.exec(reason)?.[1];


/***/ }),

/***/ 6327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ strategyAfter),
/* harmony export */   RQ: () => (/* binding */ configurationAfter),
/* harmony export */   T_: () => (/* binding */ deploymentReasons),
/* harmony export */   WM: () => (/* binding */ deploymentInputsGiven),
/* harmony export */   _r: () => (/* binding */ deploymentSettingsOf),
/* harmony export */   we: () => (/* binding */ deploymentSettingsFit)
/* harmony export */ });
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9794);


/** Which input gives which setting. */
const INPUTS = {
    strategy: 'strategy',
    canaryPercent: 'canary-percent',
    canaryBakeMinutes: 'canary-bake-minutes',
    stepPercent: 'linear-step-percent',
    stepBakeMinutes: 'linear-step-bake-minutes',
    bakeMinutes: 'bake-minutes',
    alarms: 'alarms',
};
/** The settings that inputs give; undefined where none is given. Refused where they do not fit each other. */
function deploymentSettingsOf(inputs) {
    const settings = {
        strategy: inputs.strategy,
        canaryPercent: inputs['canary-percent'],
        canaryBakeMinutes: inputs['canary-bake-minutes'],
        stepPercent: inputs['linear-step-percent'],
        stepBakeMinutes: inputs['linear-step-bake-minutes'],
        bakeMinutes: inputs['bake-minutes'],
        alarms: inputs.alarms,
    };
    if (Object.values(settings).every((value) => value === undefined))
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(undefined);
    const { strategy } = settings;
    const problems = strategy === undefined ? [] : ofOtherStrategies(settings, strategy);
    return problems.length > 0 ? (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems) : (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(settings);
}
const SHIFTING = ['BLUE_GREEN', 'LINEAR', 'CANARY'];
/** The strategies that a setting is for; absent: all. */
const STRATEGIES = {
    canaryPercent: ['CANARY'],
    canaryBakeMinutes: ['CANARY'],
    stepPercent: ['LINEAR'],
    stepBakeMinutes: ['LINEAR'],
    bakeMinutes: SHIFTING,
};
// AWS drops a canaryConfiguration under BLUE_GREEN without a word.
function ofOtherStrategies(settings, strategy) {
    return namesOf(settings).flatMap((name) => {
        const strategies = STRATEGIES[name];
        if (strategies === undefined || strategies.includes(strategy))
            return [];
        return [
            {
                message: `${INPUTS[name]} is for the strategy ${strategies.join(', ')}, not for ${strategy}.`,
                remedy: 'Leave it out, or choose another strategy.',
                input: INPUTS[name],
            },
        ];
    });
}
const isName = (key) => Object.hasOwn(INPUTS, key);
const namesOf = (settings) => Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key)
    .filter(isName);
/** Names of the inputs that were given. */
const deploymentInputsGiven = (settings = {}) => namesOf(settings).map((name) => INPUTS[name]);
/** The strategy by which the next deployment runs. */
const strategyAfter = (service, settings = {}) => settings.strategy ?? service.strategy;
/**
 * The whole deployment configuration that gives a service these settings. The API reference does not say
 * whether UpdateService keeps members that are absent [?]: so all that the service has is sent along, but for
 * what belongs to another strategy.
 */
function configurationAfter({ configuration }, settings = {}) {
    const { strategy = configuration.strategy, bakeMinutes, alarms } = settings;
    const { linearConfiguration, canaryConfiguration, bakeTimeInMinutes, ...kept } = configuration;
    // Under ROLLING it is about alarms, and AWS's default for it there is three hours.
    const isSameKind = (0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .isNativeStrategy */ .VF)(strategy ?? 'ROLLING') === (0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .isNativeStrategy */ .VF)(configuration.strategy ?? 'ROLLING');
    const bake = bakeMinutes ?? (isSameKind ? bakeTimeInMinutes : undefined);
    return {
        ...kept,
        ...(strategy === undefined ? {} : { strategy }),
        ...(bake === undefined ? {} : { bakeTimeInMinutes: bake }),
        ...(strategy === 'LINEAR'
            ? {
                linearConfiguration: {
                    ...linearConfiguration,
                    ...(settings.stepPercent === undefined ? {} : { stepPercent: settings.stepPercent }),
                    ...(settings.stepBakeMinutes === undefined
                        ? {}
                        : { stepBakeTimeInMinutes: settings.stepBakeMinutes }),
                },
            }
            : {}),
        ...(strategy === 'CANARY'
            ? {
                canaryConfiguration: {
                    ...canaryConfiguration,
                    ...(settings.canaryPercent === undefined ? {} : { canaryPercent: settings.canaryPercent }),
                    ...(settings.canaryBakeMinutes === undefined
                        ? {}
                        : { canaryBakeTimeInMinutes: settings.canaryBakeMinutes }),
                },
            }
            : {}),
        ...(alarms === undefined ? {} : { alarms: { alarmNames: [...alarms], enable: true, rollback: true } }),
    };
}
/** The settings by which a service differs from what is asked for. */
function deploymentReasons(settings, { configuration, strategy }) {
    if (settings === undefined)
        return [];
    const { linearConfiguration: linear, canaryConfiguration: canary, alarms } = configuration;
    const isOn = alarms?.enable === true && alarms.rollback === true;
    const present = {
        strategy,
        canaryPercent: words(canary?.canaryPercent),
        canaryBakeMinutes: words(canary?.canaryBakeTimeInMinutes),
        stepPercent: words(linear?.stepPercent),
        stepBakeMinutes: words(linear?.stepBakeTimeInMinutes),
        bakeMinutes: words((0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .isNativeStrategy */ .VF)(strategy) ? configuration.bakeTimeInMinutes : undefined),
        alarms: words(isOn ? alarms.alarmNames : undefined),
    };
    return namesOf(settings).flatMap((name) => {
        const [from, to] = [present[name], words(settings[name])];
        return from === to ? [] : [{ kind: 'setting', name: INPUTS[name], from, to }];
    });
}
const words = (value) => {
    if (value === undefined)
        return 'none';
    return typeof value === 'object' ? value.toSorted().join(', ') : String(value);
};
/** What of the settings this service cannot take. */
function deploymentSettingsFit({ request: { settings: asked }, current: { service }, }) {
    const settings = asked.deployment;
    if (settings === undefined || service.controller !== 'ECS')
        return [];
    const strategy = strategyAfter(service, settings);
    const isChanged = strategy !== service.strategy;
    return [
        ...(settings.strategy === undefined ? ofOtherStrategies(settings, strategy) : []),
        ...(isChanged && (0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .isNativeStrategy */ .VF)(strategy) ? shiftIsPossible(service, settings) : []),
    ];
}
// API reference, DeploymentConfiguration: "You must provide this parameter when you use the BLUE_GREEN strategy."
function shiftIsPossible(service, { bakeMinutes }) {
    const input = 'strategy';
    const where = 'where the service is defined';
    const isBare = service.loadBalancers.some(({ shifting }) => shifting === undefined);
    return [
        ...(bakeMinutes === undefined && !(0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .isNativeStrategy */ .VF)(service.strategy)
            ? [
                {
                    message: `A service that is to be deployed otherwise than ${service.strategy} needs a bake time.`,
                    remedy: 'Give bake-minutes; 0 for none.',
                    input: INPUTS.bakeMinutes,
                },
            ]
            : []),
        ...(service.scheduling === 'DAEMON'
            ? [
                {
                    message: `The service ${service.name} runs one task on each instance (DAEMON): it can only be deployed ROLLING.`,
                    remedy: 'Leave strategy out.',
                    input,
                },
            ]
            : []),
        ...(isBare
            ? [
                {
                    message: `A load balancer of ${service.name} has no second target group and rule (advancedConfiguration), between which ECS could shift the traffic.`,
                    remedy: `Add it ${where}, or leave strategy out.`,
                    input,
                },
            ]
            : []),
    ];
}


/***/ }),

/***/ 7535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ followStability)
/* harmony export */ });
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3791);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5970);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2261);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8599);
/* harmony import */ var _stable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2753);





/**
 * Follows one deployment. A crash counts from the moment at which ECS called the deployment complete, by
 * AWS's own times, so that of before the first look and between two looks does, too; where ECS does not tell
 * the moment, from the look that saw it complete first.
 */
function followStability(run, { seconds: asked, control, standing, memory }, ports) {
    const stopping = (0,_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .createStopping */ .x6)({ ...control, stopAfterFailedTasks: 1 }, ports, memory && { keep: memory.keep });
    const isLeft = control.onFailure === 'leave';
    let earlier;
    let since;
    let seconds = asked;
    let upBefore = standing?.upFor ?? 0;
    let hasCrashed = false;
    let isHeld = false;
    let isSaid = false;
    const note = (last) => {
        if (earlier === undefined && !(0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .isComplete */ .As)(run, last))
            return;
        if (earlier === undefined) {
            const crashed = (0,_stable_js__WEBPACK_IMPORTED_MODULE_2__/* .crashes */ .sB)(last.stoppedTasks);
            earlier = new Set(crashed.map(({ id }) => id));
            if (standing !== undefined) {
                seconds = Math.max(seconds, (0,_stable_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsToOutlive */ .FN)(crashed));
                // What was read before lagged behind: a task that takes the place of one that crashed is newer than its end.
                const { newestStart = 0 } = standing;
                if (crashed.some((task) => ((0,_stable_js__WEBPACK_IMPORTED_MODULE_2__/* .endedAt */ .u5)(task) ?? 0) > newestStart))
                    upBefore = 0;
            }
        }
        if (standing === undefined)
            since ??= (0,_stable_js__WEBPACK_IMPORTED_MODULE_2__/* .completedAt */ .lV)(run, last);
        hasCrashed ||= newCrashes(last).length > 0;
    };
    const newCrashes = (last) => (0,_stable_js__WEBPACK_IMPORTED_MODULE_2__/* .crashes */ .sB)(last.stoppedTasks).filter((task) => {
        const end = (0,_stable_js__WEBPACK_IMPORTED_MODULE_2__/* .endedAt */ .u5)(task);
        return since === undefined || end === undefined ? earlier?.has(task.id) === false : end > since;
    });
    const facts = () => hasCrashed ? { stableFor: seconds, ...(0,_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .stopFacts */ .MX)(isLeft ? { kind: 'left' } : stopping.state()) } : {};
    return {
        facts,
        openFacts: () => (isHeld && !hasCrashed ? { unproven: seconds } : facts()),
        judge: (decided, looks) => {
            const last = looks.at(-1);
            if (last === undefined || (asked === 0 && standing === undefined))
                return decided;
            if (decided !== undefined && !(0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .isGreen */ .gf)(decided.status))
                return decided;
            if (decided?.facts.nothingRan === true)
                return decided;
            note(last);
            if (!hasCrashed) {
                isHeld = decided !== undefined;
                return (0,_stable_js__WEBPACK_IMPORTED_MODULE_2__/* .upFor */ .RJ)(run, looks, upBefore) >= seconds * 1_000 ? decided : undefined;
            }
            const { kind } = stopping.state();
            // Where nothing can be returned to, or it is not wanted, this is the end.
            const isOver = isLeft || kind === 'refused' || kind === 'denied';
            return isOver ? (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .verdict */ .WJ)('failed', 'not-stable', { ...servedFacts(last), ...facts() }) : undefined;
        },
        intervene: async (last, means) => {
            if (hasCrashed)
                return isLeft ? [] : stopping.intervene(newCrashes(last), means);
            if (isSaid || !isHeld)
                return [];
            isSaid = true;
            return [{ kind: 'settling', seconds }];
        },
    };
}
function servedFacts({ service }) {
    const serves = (0,_service_service_js__WEBPACK_IMPORTED_MODULE_4__/* .primary */ .zB)(service);
    return serves === undefined ? {} : { primary: { id: serves.id, taskDefinition: serves.taskDefinition } };
}


/***/ }),

/***/ 2753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ secondsToOutlive),
/* harmony export */   Is: () => (/* binding */ upSince),
/* harmony export */   MF: () => (/* binding */ isStabilityAsked),
/* harmony export */   Nd: () => (/* binding */ stableSeconds),
/* harmony export */   RJ: () => (/* binding */ upFor),
/* harmony export */   lV: () => (/* binding */ completedAt),
/* harmony export */   sB: () => (/* binding */ crashes),
/* harmony export */   u5: () => (/* binding */ endedAt)
/* harmony export */ });
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8189);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9794);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8599);



const BY_DEFAULT_SECONDS = 30;
/**
 * How many seconds the new tasks must be up before a deployment counts as deployed. By default 30 where a
 * completed one proves least: nothing checks the tasks, and no bake time follows.
 */
function stableSeconds(asked, { service, containers, }) {
    if (asked !== 'default')
        return asked ?? 0;
    const isChecked = service.loadBalancers.length > 0 || containers.some(({ healthCheck }) => healthCheck !== undefined);
    return isChecked || (0,_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .waitMinutes */ .Ji)(service.configuration) > 0 ? 0 : BY_DEFAULT_SECONDS;
}
/** Whether tasks are asked to stay up at all: unless that is turned off, those in place must outlive what crashed. */
const isStabilityAsked = (asked) => asked !== undefined && asked !== 0;
/** Tasks of a deployment that stopped for a cause: no scale-in, no Spot interruption, no person. */
const crashes = (tasks) => tasks.filter((task) => (0,_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOf */ .rl)(task) !== undefined);
/**
 * When ECS called the deployment complete, in milliseconds since 1970 by AWS's clock; undefined where it does
 * not say when. The record can be there before the event (38 s in a recording): from then on no breaker counts.
 */
function completedAt(run, { service, record }) {
    const mark = `(deployment ${run.deploymentId}) deployment completed.`;
    const times = [
        ...service.events.filter(({ message }) => message.includes(mark)).map(({ at }) => at),
        ...(record?.finishedAt === undefined || (0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPhase */ .TQ)(record) !== 'successful' ? [] : [record.finishedAt]),
    ];
    return times.length === 0 ? undefined : Math.min(...times);
}
/** When the end of a task began, by AWS's clock. */
const endedAt = ({ stoppingAt, stoppedAt }) => stoppingAt ?? stoppedAt;
const LONGEST_TO_OUTLIVE_SECONDS = 600;
/** How many seconds tasks must be up to have lived longer than these, which crashed; of long lives none is asked. */
function secondsToOutlive(crashed) {
    const lives = crashed.map((task) => ((endedAt(task) ?? 0) - (task.startedAt ?? Infinity)) / 1_000);
    return Math.max(0, ...lives.filter((life) => life <= LONGEST_TO_OUTLIVE_SECONDS).map(Math.ceil));
}
/**
 * For how many milliseconds the tasks were up at least when the service was read, by AWS's clock alone: from
 * the start of the newest of them to the last moment of which the service tells.
 */
function upSince(newestStart, { events, deployments }) {
    if (newestStart === undefined)
        return 0;
    const moments = [
        ...events.map(({ at }) => at),
        ...deployments.flatMap(({ createdAt, updatedAt }) => [createdAt ?? 0, updatedAt ?? 0]),
    ];
    return Math.max(0, Math.max(0, ...moments) - newestStart);
}
/**
 * For how many milliseconds, until the last look, all tasks of the deployment were up without a crash among
 * them; `before` are those of before the first look.
 */
function upFor(run, looks, before = 0) {
    const last = looks.at(-1);
    if (last === undefined)
        return 0;
    const crashed = crashes(last.stoppedTasks).length;
    const broken = looks.findLastIndex((look) => !areUp(run, look) || crashes(look.stoppedTasks).length !== crashed);
    const first = looks[broken + 1];
    return first === undefined ? 0 : last.at - first.at + (broken === -1 ? before : 0);
}
function areUp(run, { service }) {
    const own = (0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .ownDeployment */ .KE)(run, service);
    return own !== undefined && own.desiredCount > 0 && own.runningCount >= own.desiredCount;
}


/***/ }),

/***/ 6783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   kn: () => (/* binding */ previous),
/* harmony export */   yk: () => (/* binding */ running),
/* harmony export */   z6: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _aws_lost_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3945);
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(787);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(897);
/* harmony import */ var _grace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6650);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5970);






const NOTHING = { problems: [], imageVerified: 'unknown', causes: [], timeline: [] };
/** How a run ends that something threw out of its course; throws a bug that hides no deployment. */
function endingOf(error, ports, { outcome, known }) {
    if (error instanceof _inputs_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) {
        return outcome(refusal(known), { ...known.rest, problems: error.problems });
    }
    if (error instanceof _aws_lost_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .LostAnswer */ .b)
        return outcomeOfLostAnswer(error, { outcome, known });
    const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
    if (failure === undefined)
        return outcomeOfBug(error, { ports, outcome, known });
    if (failure.kind === 'aborted' || ports.signal.aborted) {
        const unanswered = error instanceof _grace_js__WEBPACK_IMPORTED_MODULE_3__/* .CutOff */ .e && error.sent !== undefined ? { unanswered: error.sent } : {};
        return outcome((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .WJ)('cancelled', 'signal', { ...registeredFacts(known), ...unanswered }), known.rest);
    }
    return outcome({ ...refusal(known), facts: { ...refusal(known).facts, ...failureFacts(failure) } }, { ...known.rest, problems: [(0,_report_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failureProblem */ .Gq)(failure, ports.aws.region)] });
}
/** A bug of ours hides no deployment: once one runs, its id is still told. Before, the bug is all there is. */
function outcomeOfBug(error, { ports, outcome, known }) {
    if (known.rest?.handle === undefined || !(error instanceof Error))
        throw error;
    ports.log.say(error.stack ?? error.message);
    const awsReason = `this action has a bug (please report it): ${error.message}`;
    return outcome((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .WJ)('unknown', 'lost-sight', { awsReason }), known.rest);
}
const refusal = (known) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .WJ)('failed', known.registered === undefined ? 'refused' : 'start-refused', registeredFacts(known));
const registeredFacts = ({ registered, isStarting }) => ({
    ...(registered === undefined ? {} : { registered }),
    ...(isStarting === true ? { wasSent: true } : {}),
});
const failureFacts = ({ code, message }) => ({
    awsCode: code,
    awsReason: message,
});
/** Whether a deployment was started is not known then; what was only being registered has started none. */
function outcomeOfLostAnswer({ message, failure }, { outcome, known }) {
    if (known.isStarting === true) {
        const facts = { wasSent: true, awsCode: failure.code, awsReason: message };
        return outcome((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .WJ)('unknown', 'lost-sight', facts), known.rest);
    }
    const remedy = 'Run the job again: it uses the revision, if there is one.';
    return outcome((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .WJ)('failed', 'start-refused', failureFacts(failure)), {
        ...known.rest,
        problems: [{ message, remedy }],
    });
}
const names = ({ cluster, service, }) => ({
    cluster: nameOf(cluster),
    service: nameOf(service),
});
/** The name at the end of an ARN; a name as it is. */
const nameOf = (nameOrArn) => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
const previous = (served) => served === undefined ? {} : { previousTaskDefinition: served.taskDefinition };
const running = (serves) => serves === undefined
    ? {}
    : { runningTaskDefinition: serves.taskDefinition, servingTasks: serves.runningCount };


/***/ }),

/***/ 6650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ CutOff),
/* harmony export */   o: () => (/* binding */ answered)
/* harmony export */ });
const GRACE_MS = 1_500;
/** The runner asked this step to end, and a call that changes something had not been answered by then. */
class CutOff extends Error {
    name = 'AbortError';
    /** The call that was sent, as service:Action, where its effect must be told. */
    sent;
    constructor(sent) {
        super('The runner asked this step to end.');
        this.sent = sent;
    }
}
/**
 * The answer of a call that changes something: a signal does not cut it off at once, but after 1.5
 * seconds. Throws a CutOff then, which names the call that is given as service:Action.
 */
async function answered(call, { clock, signal }, sent) {
    const settled = new AbortController();
    const gaveUp = async () => {
        await aborted(signal, settled.signal);
        await clock.sleep(GRACE_MS, settled.signal);
        throw new CutOff(sent);
    };
    try {
        return await Promise.race([call, gaveUp()]);
    }
    finally {
        settled.abort();
    }
}
function aborted(signal, end) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        signal.addEventListener('abort', () => resolve(), { once: true, signal: end });
    });
}


/***/ }),

/***/ 8390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ serviceInSight),
/* harmony export */   g: () => (/* binding */ LostSight)
/* harmony export */ });
/** What was watched is gone, or cannot be read any more: its end will not be known. */
class LostSight extends Error {
    name = 'LostSight';
}
/**
 * The service while there is one. Throws a LostSight when it is gone or being deleted: then its count is 0,
 * and its deployment looks as if it had ended well.
 */
function serviceInSight(described) {
    if (!described.found)
        throw new LostSight(`ECS does not list the service any more (${described.reason}).`);
    const { service } = described;
    if (service.status === 'DRAINING' || service.status === 'INACTIVE')
        throw new LostSight(`The service is ${service.status}: it was deleted during the deployment.`);
    return service;
}


/***/ }),

/***/ 2707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ Overtaken)
/* harmony export */ });
/** A deployment of somebody else came in the way after this run had planned: nothing was started, and it plans anew. */
class Overtaken extends Error {
    name = 'Overtaken';
    /** What the run ends with when that happens again and again. */
    refusal;
    constructor(refusal) {
        super('Another deployment came in the way.');
        this.refusal = refusal;
    }
}


/***/ }),

/***/ 762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ planDeployment)
});

// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/deploy/changes.js
var deploy_changes = __webpack_require__(9155);
// EXTERNAL MODULE: ./build/deploy/checks.js
var checks = __webpack_require__(4909);
// EXTERNAL MODULE: ./build/deploy/ecs/checks.js
var ecs_checks = __webpack_require__(6819);
// EXTERNAL MODULE: ./build/deploy/in-progress.js
var in_progress = __webpack_require__(679);
// EXTERNAL MODULE: ./build/images/reference.js
var reference = __webpack_require__(8794);
// EXTERNAL MODULE: ./build/deploy/ecs/settings.js
var ecs_settings = __webpack_require__(6327);
// EXTERNAL MODULE: ./build/deploy/volume.js
var volume = __webpack_require__(6270);
;// CONCATENATED MODULE: ./build/deploy/difference.js




function settingsThatDiffer({ request: { settings }, current: { service } }) {
    const reasons = settings.forceNewDeployment === true ? [{ kind: 'forced' }] : [];
    if (settings.propagateTags !== undefined && settings.propagateTags !== service.propagateTags) {
        reasons.push({
            kind: 'setting',
            name: 'propagate-tags',
            from: service.propagateTags,
            to: settings.propagateTags,
        });
    }
    if (settings.managedTags !== undefined && settings.managedTags !== service.managedTags) {
        const [from, to] = [String(service.managedTags), String(settings.managedTags)];
        reasons.push({ kind: 'setting', name: 'enable-ecs-managed-tags', from, to });
    }
    return [
        ...reasons,
        ...(0,volume/* volumeReasons */.yq)(settings.volume, service),
        ...(0,ecs_settings/* deploymentReasons */.T_)(settings.deployment, service),
    ];
}
function countThatDiffers({ request: { settings }, current: { service } }) {
    const to = settings.desiredCount;
    return to === undefined || to === service.desiredCount
        ? []
        : [{ kind: 'count', from: service.desiredCount, to }];
}
// The same revision counts as running only when AWS says that its deployment ended well, and its tasks run.
function notSettled({ service, codeDeploy, succeeded }) {
    const serving = (0,service_service/* primary */.zB)(service);
    const state = serving === undefined
        ? 'absent'
        : 'stability' in serving
            ? serving.stability
            : (serving.rolloutState ?? 'unknown');
    const isSucceeded = succeeded !== undefined && serving?.id === succeeded;
    const isSettled = state === 'COMPLETED' || state === 'STEADY_STATE' || isSucceeded;
    if (serving === undefined || !isSettled)
        return [{ kind: 'not-settled', state }];
    // COMPLETED says how the deployment ended, not what runs today.
    const { runningCount } = serving;
    if (runningCount < service.desiredCount) {
        return [{ kind: 'not-settled', state: `${runningCount} of ${service.desiredCount} tasks running` }];
    }
    // A task set that only waits to be terminated gets no traffic any more.
    const isLeftOver = codeDeploy?.active?.onlyTerminates === true;
    const isBeside = !isLeftOver && service.taskSets.some(({ status }) => status === 'ACTIVE');
    if (isBeside)
        return [{ kind: 'not-settled', state: 'beside another task set' }];
    const other = service.deployments.find(({ id, rolloutState }) => rolloutState === 'IN_PROGRESS' && id !== succeeded);
    return other === undefined ? [] : [{ kind: 'not-settled', state: `beside ${other.id}` }];
}
// Users of a moving tag would otherwise deploy nothing and see green.
function movedTags(containers, current) {
    return containers.flatMap(({ name = '', image = '', versionConsistency }) => {
        if ((0,reference/* imageReference */.r)(image).digest !== undefined)
            return [];
        const unproven = (why) => [{ kind: 'tag-unproven', container: name, image, why }];
        if (versionConsistency === 'disabled')
            return unproven('its versionConsistency is disabled');
        const registry = current.images.get(image);
        if (registry?.state !== 'known') {
            return unproven(registry?.state === 'unknown' ? registry.why : 'the registry does not have it');
        }
        const running = current.runningDigests?.get(name);
        // With a count of 0 no task runs another image; the tag is resolved when the first one starts.
        if (current.service.desiredCount === 0 && running === undefined && current.runningDigests !== undefined)
            return [];
        if (running === undefined || running.length === 0)
            return unproven('no running task tells its digest');
        if (running.includes(undefined))
            return unproven('a running task does not tell its digest');
        const expected = new Set([registry.digest, ...registry.children]);
        return running.every((digest) => digest !== undefined && expected.has(digest))
            ? []
            : [{ kind: 'tag-moved', container: name, image }];
    });
}

;// CONCATENATED MODULE: ./build/deploy/plan.js






/** Decides over what is asked for and what is there. Pure: every branch is a unit test. */
function planDeployment(request, current) {
    const definition = askedDefinition(request, current);
    const containers = definition?.containerDefinitions ?? [];
    const problems = (0,checks/* checkSituation */.r$)({ request, current, containers });
    const planning = { request, current, containers, changes: (0,deploy_changes/* changesToRunning */.W)(request, current) };
    const inTheWay = current.service.status === 'ACTIVE' ? (0,in_progress/* deploymentInProgress */.i)(current) : undefined;
    const plan = inTheWay === undefined ? planStart(planning) : planAround(inTheWay, planning);
    if (problems.length === 0)
        return plan;
    // What is in the way is told with everything else that has to be mended.
    const more = plan.kind === 'refuse' ? plan.problems : [];
    return { kind: 'refuse', problems: [...problems, ...more] };
}
function askedDefinition({ revision }, { asked }) {
    return revision.kind === 'file' ? revision.definition : asked?.definition;
}
function planAround(inTheWay, planning) {
    const { request, current } = planning;
    const { service } = current;
    const { whenInProgress } = request.control;
    const isOfRun = inTheWay.isOfRun(request);
    // Somebody returns to it already: to stop that would bring back what is to be left.
    const isSameReturn = request.action === 'rollback' && whenInProgress === 'replace' && inTheWay.endable === undefined;
    if ((isOfRun || whenInProgress === 'join' || isSameReturn) &&
        inTheWay.taskDefinition !== undefined &&
        isSameRevision(inTheWay.taskDefinition, planning)) {
        // Its deployment ended on another day: what AWS tells of that is not how the rollback ends.
        if (inTheWay.isRollback)
            return { kind: 'clear', inTheWay, stops: false };
        const { taskDefinition, id: deploymentId } = inTheWay;
        const notApplied = inputsNotApplied(planning);
        return notApplied.length === 0
            ? { kind: 'join', taskDefinition, deploymentId, isOfRun }
            : { kind: 'refuse', problems: [notJoined(inTheWay, { service, notApplied, isOfRun })] };
    }
    if (inTheWay.endable !== undefined && whenInProgress === 'replace' && isBeside(planning)) {
        return { kind: 'clear', inTheWay, stops: true };
    }
    // What has shifted its traffic is done: to replace it is to end its wait, not to shift back.
    if (inTheWay.endable !== undefined &&
        (request.codeDeploy.endPreviousWait || whenInProgress === 'replace')) {
        const plan = planStart(planning);
        return plan.kind === 'deploy' ? { ...plan, endWaitOf: inTheWay.id } : plan;
    }
    if (whenInProgress === 'wait' || whenInProgress === 'replace') {
        return { kind: 'clear', inTheWay, stops: whenInProgress === 'replace' && !inTheWay.isRollback };
    }
    const left = inTheWay.endable?.minutesLeft;
    const state = inTheWay.endable === undefined
        ? 'is in progress'
        : `has shifted all traffic and waits${left === undefined ? '' : ` at most ${Math.ceil(left)} more minutes`} to terminate the old task set`;
    const what = inTheWay.taskDefinition === undefined ? '' : ` of ${(0,service_service/* revisionName */.pd)(inTheWay.taskDefinition)}`;
    return {
        kind: 'refuse',
        problems: [
            {
                message: `The deployment ${inTheWay.id}${what} ${state} on the service ${service.name}.`,
                remedy: whenInProgress === 'join'
                    ? `It deploys another revision than this run, so that it cannot be joined. ${inTheWay.remedy}`
                    : inTheWay.remedy,
                input: 'service',
            },
        ],
    };
}
/** Whether the old task set, which only waits to be terminated, runs what is asked for: a rollback is quicker. */
const isBeside = ({ request: { revision }, current: { asked, service } }) => revision.kind === 'registered' &&
    service.taskSets.some(({ status, taskDefinition, runningCount }) => status === 'ACTIVE' && taskDefinition === asked?.arn && runningCount > 0);
/**
 * Names of inputs that ask for what a deployment that is under way already cannot bring. AppSpec and
 * deployment configuration are not among them: an attempt of the same run has the same ones.
 */
function inputsNotApplied(planning) {
    return [...settingsThatDiffer(planning), ...countThatDiffers(planning)].flatMap((reason) => {
        if (reason.kind === 'count')
            return ['desired-count'];
        // force-new-deployment asks for new tasks: this deployment, which this run started, brings them.
        return reason.kind === 'setting' ? [reason.name] : [];
    });
}
function notJoined({ id }, { service, notApplied, isOfRun, }) {
    const who = isOfRun
        ? `This run started the deployment ${id} on the service ${service.name} before, and it is in progress`
        : `The deployment ${id} of the same revision is in progress on the service ${service.name}`;
    return {
        message: `${who}; what else is asked for cannot be applied to it: ${notApplied.join(', ')}.`,
        remedy: 'Wait for it to end, then run this job again.',
        input: 'service',
    };
}
function isSameRevision(taskDefinition, { request, current, changes }) {
    if (request.revision.kind === 'registered')
        return current.asked?.arn === taskDefinition;
    if (current.running?.arn === taskDefinition)
        return changes?.length === 0;
    return (current.newest?.arn === taskDefinition &&
        (0,deploy_changes/* changesTo */.z)(current.newest, request.revision.definition).length === 0);
}
function planStart(planning) {
    const { current, changes, containers } = planning;
    const { service, running } = current;
    const isSame = changes?.length === 0;
    const contentReasons = changes === undefined ? [{ kind: 'first' }] : isSame ? [] : [{ kind: 'changed', changes }];
    const settingReasons = settingsThatDiffer(planning);
    // What a rollback returns to is the revision, whatever its tags have come to name.
    const tagReasons = planning.request.action === 'rollback' ? [] : movedTags(containers, current);
    const sameReasons = isSame ? [...notSettled(current), ...tagReasons] : [];
    const countReasons = countThatDiffers(planning);
    const reasons = [...contentReasons, ...settingReasons, ...sameReasons, ...countReasons];
    if (reasons.length === 0)
        return { kind: 'unchanged', taskDefinition: running?.arn ?? service.taskDefinition };
    const countOnly = reasons.length === countReasons.length;
    const problems = countOnly ? [] : (0,ecs_checks/* isRoomForAnother */.YL)(planning);
    if (problems.length > 0)
        return { kind: 'refuse', problems };
    return {
        kind: 'deploy',
        revision: revisionToDeploy(planning),
        reasons,
        force: service.controller === 'ECS' && isSame && !countOnly,
        countOnly,
    };
}
function revisionToDeploy({ request: { revision }, current, changes }) {
    const { running, newest, asked } = current;
    if (revision.kind === 'registered')
        return { kind: 'use', arn: asked?.arn ?? revision.reference };
    if (changes?.length === 0 && running !== undefined)
        return { kind: 'use', arn: running.arn };
    if (newest !== undefined && (0,deploy_changes/* changesTo */.z)(newest, revision.definition).length === 0) {
        return { kind: 'use', arn: newest.arn };
    }
    return { kind: 'register', definition: revision.definition };
}


/***/ }),

/***/ 2261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kA: () => (/* binding */ ask),
  vw: () => (/* binding */ askForPost),
  x6: () => (/* binding */ createStopping),
  C$: () => (/* binding */ isRestoring),
  Lm: () => (/* binding */ isStopSent),
  U8: () => (/* binding */ stopAsSeen),
  MX: () => (/* binding */ stopFacts)
});

// UNUSED EXPORTS: NO_MEMORY

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/aws/lost-answer.js
var lost_answer = __webpack_require__(3945);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/deploy/cause.js
var deploy_cause = __webpack_require__(8189);
;// CONCATENATED MODULE: ./build/deploy/fail-fast.js

const STOPS_THAT_PROVE_A_CAUSE_THAT_CANNOT_HEAL = 2;
/**
 * The cause that proves that a deployment cannot succeed: so many of its tasks stopped for it, or two where no
 * retry heals it (image missing, wrong architecture, secret or log group missing). AWS goes on for much
 * longer: a circuit breaker for 3 to 20 minutes, CodeDeploy for 60, ECS without a breaker for ever. With a limit
 * of Infinity nothing proves it: what is only watched is ended by nobody here.
 */
function provenCause(tasks, stopAfterFailedTasks) {
    if (stopAfterFailedTasks === Infinity)
        return undefined;
    const proof = ({ cause }) => (0,deploy_cause/* canHeal */.Zn)(cause)
        ? stopAfterFailedTasks
        : Math.min(stopAfterFailedTasks, STOPS_THAT_PROVE_A_CAUSE_THAT_CANNOT_HEAL);
    return (0,deploy_cause/* groupCauses */.QB)(tasks).find((group) => group.tasks.length >= proof(group));
}

// EXTERNAL MODULE: ./build/deploy/grace.js
var grace = __webpack_require__(6650);
;// CONCATENATED MODULE: ./build/deploy/stop.js





const NO_MEMORY = { keep: () => undefined };
/** The part of a run that ends a deployment which cannot succeed, by `stop-after-failed-tasks` and `on-failure`. */
function createStopping(control, ports, memory = NO_MEMORY) {
    let stop = memory.known ?? { kind: 'not-needed' };
    return {
        state: () => stop,
        intervene: async (tasks, means) => {
            if (stop.kind === 'asked' || stop.kind === 'refused' || stop.kind === 'left')
                return [];
            const group = provenCause(tasks, control.stopAfterFailedTasks);
            if (group === undefined)
                return [];
            const chosen = means();
            // The same call would be denied again.
            if (stop.kind === 'denied' && (chosen.kind !== 'call' || chosen.action === stop.action))
                return [];
            const asked = await carryOut(chosen, group, { ...ports, ...memory });
            stop = asked.stop.kind === 'not-needed' ? stop : asked.stop;
            return asked.events;
        },
    };
}
async function carryOut(means, group, ports) {
    switch (means.kind) {
        case 'not-yet':
            return { stop: { kind: 'not-needed' }, events: [] };
        case 'leave':
            return { stop: { kind: 'left' }, events: [] };
        case 'impossible':
            return {
                stop: { kind: 'refused', reason: means.why },
                events: [{ kind: 'stop-failed', reason: means.why, isAskedAgain: false }],
            };
        case 'call': {
            const { stop, failure } = await askForPost(means, ports);
            const { action, restores } = means;
            if (stop.kind === 'asked')
                return { stop, events: [{ kind: 'stopping', group, action, restores }] };
            if (failure === undefined)
                return { stop, events: [] };
            return {
                stop,
                events: [
                    {
                        kind: 'stop-failed',
                        action,
                        reason: failure,
                        isAskedAgain: stop.kind === 'throttled' || stop.kind === 'answer-lost',
                    },
                ],
            };
        }
    }
}
/** The same call for a deployment of ours: kept for the post step before it is sent, and when AWS took it. */
async function askForPost(means, ports) {
    const { action, restores } = means;
    const sent = { kind: 'cut-off', action, restores };
    ports.keep(sent);
    const answer = await ask(means, ports);
    if (answer.stop.kind === 'asked')
        ports.keep(answer.stop);
    else if (!isStopSent(answer.stop))
        ports.keep(undefined);
    return answer;
}
/** Sends the call that ends a deployment; never throws for what AWS or a signal did. */
async function ask({ action, restores, send, over }, ports) {
    try {
        await (0,grace/* answered */.o)(send(), ports, action);
        return { stop: { kind: 'asked', action, restores } };
    }
    catch (error) {
        if (error instanceof problem/* UserError */.yo) {
            return { stop: { kind: 'refused', action, reason: error.message }, failure: error.message };
        }
        if (error instanceof lost_answer/* LostAnswer */.b) {
            return { stop: { kind: 'answer-lost', action, restores }, failure: error.message };
        }
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure === undefined)
            throw error;
        if (failure.kind === 'aborted')
            return { stop: { kind: 'cut-off', action, restores } };
        return { stop: failedStop(failure, { action, restores, over }), failure: failure.message };
    }
}
function failedStop({ kind, code, message }, { action, restores, over, }) {
    if (kind === 'throttled')
        return { kind: 'throttled', action, restores };
    if (kind === 'unknown-effect')
        return { kind: 'answer-lost', action, restores };
    if (kind === 'denied')
        return { kind: 'denied', action, reason: message };
    return over.has(code) ? { kind: 'refused', action } : { kind: 'refused', action, reason: message };
}
/** What was sent without an answer, once the deployment is seen to end so: it had its effect. */
const stopAsSeen = (stop, isEnding) => stop.kind === 'cut-off' && isEnding ? { ...stop, kind: 'asked' } : stop;
/** Whether AWS may be ending the deployment because this run asked for it. */
function isStopSent({ kind }) {
    return kind === 'asked' || kind === 'answer-lost' || kind === 'cut-off';
}
/** Whether what this run sent brings back what served before. */
const isRestoring = (stop) => isStopSent(stop) && 'restores' in stop && stop.restores;
/** What the verdict says about it. */
function stopFacts(stop) {
    switch (stop.kind) {
        case 'asked':
        case 'answer-lost':
            return { stopped: true, ...(stop.restores ? {} : { leftAsItIs: true }) };
        case 'cut-off':
            return { unanswered: stop.action };
        case 'denied':
        case 'refused':
            if (stop.reason === undefined)
                return {};
            return {
                notStopped: stop.reason,
                ...(stop.action === undefined ? {} : { stopAction: stop.action }),
            };
        case 'left':
            return { leftAsItIs: true };
        case 'not-needed':
        case 'throttled':
            return {};
    }
}


/***/ }),

/***/ 7544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ strategyFor)
});

;// CONCATENATED MODULE: ./build/appspec/render.js
/**
 * The content of the AppSpec as JSON text, with the ARN of the revision to deploy.
 * `version` 0.0 becomes 0, as in every JSON that is made from a number; CodeDeploy takes it.
 */
function renderAppSpec(appSpec, taskDefinitionArn) {
    const { containerName, containerPort, platformVersion, network, capacityProviders = [], hooks } = appSpec;
    const properties = {
        TaskDefinition: taskDefinitionArn,
        LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
        ...(platformVersion !== undefined && { PlatformVersion: platformVersion }),
        ...(network !== undefined && { NetworkConfiguration: renderNetwork(network) }),
        ...(capacityProviders.length > 0 && { CapacityProviderStrategy: capacityProviders.map(renderProvider) }),
    };
    return JSON.stringify({
        version: 0.0,
        Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
        ...(hooks.length > 0 && { Hooks: hooks.map(renderHook) }),
    });
}
function renderNetwork({ subnets, securityGroups, assignPublicIp }) {
    return {
        AwsvpcConfiguration: {
            Subnets: subnets,
            SecurityGroups: securityGroups,
            ...(assignPublicIp !== undefined && { AssignPublicIp: assignPublicIp }),
        },
    };
}
function renderProvider({ name, base, weight }) {
    return {
        CapacityProvider: name,
        ...(base !== undefined && { Base: base }),
        ...(weight !== undefined && { Weight: weight }),
    };
}
function renderHook({ event, lambda }) {
    return { [event]: lambda };
}

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/deploy/appspec.js + 1 modules
var appspec = __webpack_require__(3894);
// EXTERNAL MODULE: ./build/deploy/course.js
var deploy_course = __webpack_require__(6665);
// EXTERNAL MODULE: ./build/deploy/describe.js + 1 modules
var describe = __webpack_require__(6544);
// EXTERNAL MODULE: ./build/deploy/overtaken.js
var overtaken = __webpack_require__(2707);
// EXTERNAL MODULE: ./build/deploy/run.js
var run = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/deploy/stop.js + 1 modules
var deploy_stop = __webpack_require__(2261);
// EXTERNAL MODULE: ./build/deploy/watch.js + 1 modules
var watch = __webpack_require__(8406);
// EXTERNAL MODULE: ./build/deploy/codedeploy/prepare.js
var prepare = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/deploy/grace.js
var grace = __webpack_require__(6650);
// EXTERNAL MODULE: ./build/deploy/codedeploy/describe.js + 2 modules
var codedeploy_describe = __webpack_require__(4268);
// EXTERNAL MODULE: ./build/deploy/codedeploy/rules.js
var rules = __webpack_require__(1630);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/stop.js
/** StopDeployment, with or without a rollback: CodeDeploy itself would notice failing tasks after an hour. */
const meansToStop = (once, deploymentId, restores) => ({
    kind: 'call',
    action: 'codedeploy:StopDeployment',
    restores,
    send: () => once.stopDeployment({ deploymentId, autoRollbackEnabled: restores }),
    over: OVER,
});
const OVER = new Set(['DeploymentAlreadyCompletedException']);

;// CONCATENATED MODULE: ./build/deploy/codedeploy/rollback.js





const BETWEEN_LOOKS_MS = 2_000;
const ROLLBACK_EXPECTED_WITHIN_MS = 60_000;
/**
 * Stops, with a rollback, a deployment that is in the way, and waits until its rollback is there: the group has no
 * active deployment for some seconds between the two. Gives back why not, in words of AWS.
 */
async function stopInTheWay(deploymentId, { ports, until }) {
    const { aws, clock, signal } = ports;
    const [client, once] = await Promise.all([aws.codeDeploy(), aws.codeDeployOnce()]);
    const { stop, failure } = await (0,deploy_stop/* ask */.kA)(meansToStop(once, deploymentId, true), ports);
    if (stop.kind === 'cut-off')
        throw new grace/* CutOff */.e(stop.action);
    const isRefused = stop.kind === 'refused' || stop.kind === 'denied' || stop.kind === 'throttled';
    if (isRefused)
        return stop.kind === 'refused' && stop.reason === undefined ? undefined : failure;
    const startedAt = clock.now();
    for (;;) {
        const { status, rollbackDeploymentId } = await (0,codedeploy_describe/* describeDeployment */.Ti)(client, deploymentId, signal);
        const phase = (0,rules/* deploymentPhase */.$x)(status);
        if (phase === 'succeeded' || rollbackDeploymentId !== undefined || clock.now() >= until)
            return undefined;
        if (phase === 'ended' && clock.now() - startedAt > ROLLBACK_EXPECTED_WITHIN_MS)
            return undefined;
        if (signal.aborted)
            throw new grace/* CutOff */.e();
        await clock.sleep(BETWEEN_LOOKS_MS, signal);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/aws/lost-answer.js
var lost_answer = __webpack_require__(3945);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/start.js





/**
 * Starts one deployment by one CreateDeployment call and returns its id. The call is not idempotent:
 * when its answer is lost, a deployment of the group that carries our description is ours; only when
 * there is none is the call sent a second time, and then the refusal names the one there is. Throws a
 * LostAnswer where that cannot be read.
 */
async function startCodeDeploy(ports, start) {
    return ((await attempt(ports, start, 'first')) ??
        (await attempt(ports, start, 'after a lost answer')) ??
        unanswered(start));
}
async function attempt(ports, start, turn) {
    try {
        const answer = await ports.once.createDeployment(createRequest(start));
        return answer.deploymentId;
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.kind === 'unknown-effect')
            return await findOurs(ports, start).catch(unread);
        if (turn === 'first' || failure?.code !== 'DeploymentLimitExceededException')
            throw error;
        // The text names the deployment that is active; it can be ours only where an answer was lost.
        const [active] = /\bd-[A-Z0-9]+\b/.exec(failure.message) ?? [];
        if (active !== undefined && (await isOurs(ports, active, start)))
            return active;
        throw error;
    }
}
function createRequest({ application, group, appSpec, description, config, }) {
    return {
        applicationName: application,
        deploymentGroupName: group,
        description,
        ...(config === undefined ? {} : { deploymentConfigName: config }),
        revision: {
            revisionType: 'AppSpecContent',
            appSpecContent: { content: appSpec, sha256: (0,external_node_crypto_.createHash)('sha256').update(appSpec).digest('hex') },
        },
    };
}
/** The active deployment of a group that carries our description. */
async function findOurs(ports, start) {
    for (const id of await listActiveDeployments(ports.reads, start, ports.signal)) {
        if (await isOurs(ports, id, start))
            return id;
    }
    return undefined;
}
const ACTIVE = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];
/** Ids of the group's deployments that have not ended (ListDeployments). */
async function listActiveDeployments(client, { application, group }, signal) {
    const answer = await client.listDeployments({ applicationName: application, deploymentGroupName: group, includeOnlyStatuses: ACTIVE }, { abortSignal: signal });
    return answer.deployments ?? [];
}
function unread(error) {
    const failure = (0,errors/* awsFailure */.M)(error);
    if (failure === undefined || failure.kind === 'aborted')
        throw error;
    throw new lost_answer/* LostAnswer */.b('CreateDeployment', failure);
}
async function isOurs(ports, id, { description }) {
    const info = await (0,codedeploy_describe/* describeDeploymentInfo */.L6)(ports.reads, id, ports.signal);
    return info.description === description;
}
function unanswered({ application, group }) {
    throw new problem/* UserError */.yo({
        message: `CreateDeployment for ${application}/${group} was sent twice, its answers were lost, and the group has no deployment of it.`,
        remedy: 'Run the job again: as far as AWS shows, nothing was started.',
    });
}

// EXTERNAL MODULE: ./build/report/failure.js
var failure = __webpack_require__(897);
// EXTERNAL MODULE: ./build/tasks/watch.js
var tasks_watch = __webpack_require__(9230);
// EXTERNAL MODULE: ./build/service/describe.js
var service_describe = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/deploy/lost-sight.js
var lost_sight = __webpack_require__(8390);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/look/due.js

/** So old may an answer become, in milliseconds, before it is asked for again. */
const OLDEST_MS = 4_500;
/** The next pause may be longer than the last one: pauses grow by a fifteenth, and their jitter is a tenth. */
const NEXT_PAUSE = 1.3;
/**
 * Which calls the look at this moment makes; for the others the last answer stands. Asked each time: the
 * service while its tasks are started, the target while lifecycle events follow one another, and whatever
 * decides once the traffic is shifted or the deployment is over. Nothing becomes 5 seconds old.
 */
function dueReads({ snapshot, readAt }, now) {
    const { at, deployment, lifecycleEvents } = snapshot;
    const isOld = (read) => now - read + (now - at) * NEXT_PAUSE > OLDEST_MS;
    const isInstalling = lifecycleEvents.some(({ name, status }) => name === 'Install' && status === 'InProgress');
    const isOver = isAtAnEnd(deployment.status);
    // What ended and names its rollback changes no more.
    const isSettled = isOver && deployment.rollbackDeploymentId !== undefined;
    return {
        service: isInstalling || isOver || haveAllPassed(lifecycleEvents) || isOld(readAt.service),
        deployment: !isSettled && (isOver || isOld(readAt.deployment)),
        target: (!isInstalling && !isOver) || isOld(readAt.target),
    };
}
/** Whether what was just read can decide, so that everything else must be as fresh. */
function canDecide(before, after) {
    const hasEnded = isAtAnEnd(after.deployment.status) && !isAtAnEnd(before.deployment.status);
    const isThrough = (events) => haveAllPassed(events) || events.some(({ status }) => status === 'Failed');
    return hasEnded || (isThrough(after.lifecycleEvents) && !isThrough(before.lifecycleEvents));
}
function isAtAnEnd(status) {
    const phase = (0,rules/* deploymentPhase */.$x)(status);
    return phase === 'ended' || phase === 'succeeded';
}
const haveAllPassed = (events) => events.length > 0 &&
    events.every(({ status }) => new Map(Object.entries(rules/* EVENT_PASSED */.kH)).get(status) ?? false);

;// CONCATENATED MODULE: ./build/deploy/codedeploy/look/describe.js




/**
 * Follows one deployment by DescribeServices, GetDeployment and BatchGetDeploymentTargets: a look makes the
 * calls that are due, and the others too when what it finds can decide. A rollback is asked for each time.
 */
function followDeployment({ ecs, client }, deploymentId, before) {
    const where = { cluster: before.clusterArn, service: before.name };
    const serviceNow = async (signal) => (0,lost_sight/* serviceInSight */.S)(await (0,service_describe/* describeService */.J)(ecs, where, signal));
    const deploymentNow = (id, signal) => (0,codedeploy_describe/* describeDeployment */.Ti)(client, id, signal);
    const rollbackOf = ({ rollbackDeploymentId: id }, signal) => id === undefined ? Promise.resolve(undefined) : deploymentNow(id, signal);
    const readAll = async (now, signal) => {
        const [service, deployment, target] = await Promise.all([
            serviceNow(signal),
            deploymentNow(deploymentId, signal),
            (0,codedeploy_describe/* describeTarget */.ff)(client, deploymentId, before, signal),
        ]);
        return { at: now, service, deployment, ...target };
    };
    const readDue = async ({ service, deployment, lifecycleEvents, taskSets }, due, { now, signal }) => {
        const [freshService, freshDeployment, freshTarget] = await Promise.all([
            due.service ? serviceNow(signal) : service,
            due.deployment ? deploymentNow(deploymentId, signal) : deployment,
            due.target ? (0,codedeploy_describe/* describeTarget */.ff)(client, deploymentId, before, signal) : { lifecycleEvents, taskSets },
        ]);
        return { at: now, service: freshService, deployment: freshDeployment, ...freshTarget };
    };
    const readNext = async ({ snapshot: previous, readAt }, now, signal) => {
        const due = dueReads({ snapshot: previous, readAt }, now);
        const [found, rollback] = await Promise.all([
            readDue(previous, due, { now, signal }),
            rollbackOf(previous.deployment, signal),
        ]);
        const decides = canDecide(previous, found);
        const rest = { service: !due.service, deployment: !due.deployment, target: !due.target };
        const next = decides ? await readDue(found, rest, { now, signal }) : found;
        return {
            snapshot: rollback === undefined ? next : { ...next, rollback },
            readAt: {
                service: due.service || decides ? now : readAt.service,
                deployment: due.deployment || decides ? now : readAt.deployment,
                target: due.target || decides ? now : readAt.target,
            },
        };
    };
    let last;
    return {
        read: async (now, signal) => {
            const next = last === undefined
                ? { snapshot: await readAll(now, signal), readAt: { service: now, deployment: now, target: now } }
                : await readNext(last, now, signal);
            const { snapshot } = next;
            const rollback = snapshot.rollback ?? (await rollbackOf(snapshot.deployment, signal));
            last = rollback === undefined ? next : { ...next, snapshot: { ...snapshot, rollback } };
            return last.snapshot;
        },
    };
}

// EXTERNAL MODULE: ./build/deploy/ecs/progress.js + 1 modules
var progress = __webpack_require__(8298);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/progress.js


/** What happened between two looks, nothing twice. */
function codeDeployProgress(run, previous, next) {
    return [
        ...(0,progress/* newServiceEvents */.bt)(previous?.service.events, next.service.events),
        ...(0,progress/* newCauses */.he)(previous?.stoppedTasks ?? [], next.stoppedTasks),
        ...lifecycleChanges(previous?.lifecycleEvents ?? [], next.lifecycleEvents),
        ...trafficChanges(run, previous, next),
        ...countChanges(run, previous, next),
        ...statusChanges(previous?.deployment, next.deployment),
        ...rollbackChanges(previous, next),
    ];
}
function lifecycleChanges(before, after) {
    return after.flatMap((event) => {
        const { name, status, message, startedAt, endedAt } = event;
        const known = before.find((other) => other.name === name)?.status ?? 'Pending';
        if (status === known)
            return [];
        if (!Object.hasOwn(rules/* EVENT_PASSED */.kH, status))
            return [{ kind: 'unknown-word', of: `status of ${name}`, word: status }];
        const seconds = startedAt === undefined || endedAt === undefined
            ? undefined
            : Math.round((endedAt - startedAt) / 1_000);
        return [
            {
                kind: 'lifecycle-event',
                name,
                status,
                ...(seconds === undefined ? {} : { seconds }),
                ...(message === undefined || status !== 'Failed' ? {} : { message }),
            },
        ];
    });
}
function trafficChanges(run, previous, next) {
    const weights = traffic(run, next);
    const before = previous === undefined ? [] : traffic(run, previous);
    const isSame = JSON.stringify(weights) === JSON.stringify(before);
    return isSame || weights.length === 0 ? [] : [{ kind: 'traffic', weights }];
}
// After a rollback the service has our task set no more; CodeDeploy still calls it Green.
function traffic(run, { service, taskSets }) {
    const ours = service.taskSets.find(({ externalId }) => externalId === run.deploymentId)?.id;
    const isOurs = (id, label) => ours === undefined ? label.toLowerCase() === 'green' : id === ours;
    return taskSets.map(({ id, label, trafficWeight }) => ({
        role: isOurs(id, label) ? 'new' : 'old',
        percent: trafficWeight,
    }));
}
function countChanges(run, previous, next) {
    const lines = counts(run, next);
    const before = previous === undefined ? undefined : counts(run, previous);
    return JSON.stringify(lines) === JSON.stringify(before) ? [] : [{ kind: 'counts', lines }];
}
const counts = (run, { service }) => service.taskSets.map((taskSet) => ({
    id: taskSet.id,
    taskDefinition: taskSet.taskDefinition,
    role: taskSet.externalId === run.deploymentId ? 'new' : 'old',
    desired: taskSet.desiredCount,
    running: taskSet.runningCount,
    pending: taskSet.pendingCount,
}));
function statusChanges(before, { id, status, errorMessage }) {
    if (before?.status === status)
        return [];
    if ((0,rules/* deploymentPhase */.$x)(status) === 'unknown')
        return [{ kind: 'unknown-word', of: 'deployment status', word: status }];
    return [
        {
            kind: 'codedeploy-status',
            id,
            status,
            ...(errorMessage === undefined ? {} : { reason: errorMessage }),
        },
    ];
}
function rollbackChanges(previous, { rollback }) {
    if (rollback === undefined)
        return [];
    const isNew = previous?.rollback === undefined;
    return [
        ...(isNew ? [{ kind: 'rollback-started', id: rollback.id }] : []),
        ...statusChanges(previous?.rollback, rollback),
    ];
}

;// CONCATENATED MODULE: ./build/deploy/codedeploy/watch.js







/** A deployment by CodeDeploy, as the watch sees it. `before` is the service at the start. */
async function codeDeploySubject(run, { before, control, memory, }, ports) {
    const { aws, log } = ports;
    const [ecs, client, once] = await Promise.all([aws.ecs(), aws.codeDeploy(), aws.codeDeployOnce()]);
    const where = { cluster: before.clusterArn, service: before.name };
    const stopped = (0,tasks_watch/* followStoppedTasks */.R)(ecs, where, (message) => {
        log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${(0,failure/* denialLine */.iq)(message)}`);
    });
    const stopping = (0,deploy_stop/* createStopping */.x6)(control, ports, memory);
    const followed = followDeployment({ ecs, client }, run.deploymentId, before);
    // Whoever stops it is a user to CodeDeploy.
    const stopIn = (last) => (0,deploy_stop/* stopAsSeen */.U8)(stopping.state(), last?.deployment.errorCode === 'MANUAL_STOP');
    // The rollback needs no new task set, and the failed one may be gone before its tasks are read.
    let ownTaskSet;
    return {
        take: async (at, signal) => {
            const snapshot = await followed.read(at, signal);
            const { service } = snapshot;
            ownTaskSet ??= (0,rules/* taskSetOf */.Dd)(service, run.deploymentId)?.id ?? greenOf(snapshot);
            const stoppedTasks = ownTaskSet === undefined ? [] : await stopped.read(service, ownTaskSet, signal);
            return { ...snapshot, stoppedTasks, ...reachedOf(snapshot) };
        },
        judge: (snapshots) => {
            const stop = stopIn(snapshots.at(-1));
            const decided = (0,rules/* judgeCodeDeploy */.U4)({ run, snapshots, stopped: stoppedByUs(stop) });
            return decided && { ...decided, facts: { ...decided.facts, ...(0,deploy_stop/* stopFacts */.MX)(stop) } };
        },
        progress: (previous, next) => codeDeployProgress(run, previous ?? lookBefore(next, before), next),
        factsOf: (last) => ({ ...factsOfLook(last), ...(0,deploy_stop/* stopFacts */.MX)(stopIn(last)), ...underWay(last) }),
        intervene: async (snapshots) => {
            const last = snapshots.at(-1);
            if (last === undefined || !isStoppable(last))
                return [];
            return stopping.intervene(last.stoppedTasks, () => meansToStop(once, run.deploymentId, control.onFailure === 'rollback'));
        },
    };
}
/** The task set that a deployment made, as CodeDeploy tells it, which is asked at other moments than the service. */
const greenOf = ({ taskSets }) => taskSets.find(({ label }) => label.toLowerCase() === 'green')?.id;
/** The lifecycle event that is under way. */
function reachedOf({ lifecycleEvents }) {
    const event = lifecycleEvents.find(({ status }) => status === 'InProgress');
    return event === undefined ? {} : { reached: { stage: event.name, alarms: [] } };
}
/** What was there before the first look: the service, and nothing of the deployment. */
const lookBefore = (next, service) => ({
    at: 0,
    service,
    deployment: { ...next.deployment, status: 'Created' },
    lifecycleEvents: [],
    taskSets: [],
    stoppedTasks: [],
});
function stoppedByUs(stop) {
    // Whether one without an answer had an effect is seen in the status.
    if (!(0,deploy_stop/* isStopSent */.Lm)(stop) || stop.kind === 'cut-off')
        return 'no';
    return (0,deploy_stop/* isRestoring */.C$)(stop) ? 'with-rollback' : 'without-rollback';
}
const isStoppable = ({ deployment }) => {
    const phase = (0,rules/* deploymentPhase */.$x)(deployment.status);
    return phase === 'moving' || phase === 'waiting';
};
const underWay = (last) => (isStoppable(last) ? { isUnderWay: true } : {});
function factsOfLook({ service, rollback }) {
    const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
    return {
        ...(primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } }),
        ...(rollback === undefined ? {} : { rollingBack: true, rollbackDeploymentId: rollback.id }),
    };
}

;// CONCATENATED MODULE: ./build/deploy/codedeploy/strategy.js
















/** Controller CODE_DEPLOY: CreateDeployment, then its lifecycle events, task sets and rollback. */
const codeDeployStrategy = {
    prepare: async (plan, { request, current, ports }) => {
        const free = plan.endWaitOf === undefined ? current : await (0,prepare/* endTerminationWait */.L)(plan.endWaitOf, { current, ports });
        return (0,prepare/* waitForSteadyService */.a)(request, free, ports);
    },
    start: async (_plan, { request, current, ports, taskDefinition }) => {
        const fresh = await (0,describe/* readAgain */.n)(request, current, ports);
        const { application, group } = groupOf(fresh);
        const appSpec = (0,appspec/* appSpecOf */.U)(request, fresh.service);
        if (!appSpec.ok)
            throw new problem/* UserError */.yo(appSpec.problems);
        const { config, description: words } = request.codeDeploy;
        const description = (0,run/* runDescription */.wn)(request.run, taskDefinition, words);
        const [reads, once] = await Promise.all([ports.aws.codeDeploy(), ports.aws.codeDeployOnce()]);
        ports.keep(courseOfRun({ request, current: fresh, ports, taskDefinition }, description));
        const deploymentId = await startCodeDeploy({ reads, once, signal: ports.signal }, {
            application,
            group,
            appSpec: renderAppSpec(appSpec.value, taskDefinition),
            description,
            ...(config === undefined ? {} : { config }),
        }).catch((error) => {
            const isTaken = (0,errors/* awsFailure */.M)(error)?.code === 'DeploymentLimitExceededException';
            throw isTaken && request.control.whenInProgress !== 'fail' ? new overtaken/* Overtaken */.c(error) : error;
        });
        return started(deploymentId, { request, current: fresh, ports, taskDefinition });
    },
    join: (plan, context) => Promise.resolve(started(plan.deploymentId, { ...context, taskDefinition: plan.taskDefinition })),
    stableFor: () => 0,
    resume: async (course, { service, ports }) => {
        const deploymentId = course.handle?.id ?? (await startedMeanwhile(course, ports));
        if (deploymentId === undefined)
            return undefined;
        const { taskDefinition } = course;
        // What the group waits for is not asked again: a deployment that shifted its traffic is done.
        const run = { deploymentId, taskDefinition, waitForTermination: false, terminationWaitMinutes: 0 };
        return startedRun(run, { service, control: deploy_course/* NO_INTERVENTION */.O, minutes: DEFAULT_MINUTES, course, ports });
    },
    stop: async ({ id }, { current: { service }, ports, until }) => {
        const refusal = await stopInTheWay(id, { ports, until });
        if (refusal === undefined)
            return;
        throw new problem/* UserError */.yo({
            message: `The deployment ${id} of ${service.name} could not be stopped: ${refusal}`,
            remedy: 'Nothing was deployed. Stop it by hand, or wait for it, then run this job again.',
            input: 'when-in-progress',
        });
    },
};
async function startedMeanwhile({ codeDeploy }, { aws, signal }) {
    return codeDeploy === undefined
        ? undefined
        : findOurs({ reads: await aws.codeDeploy(), signal }, codeDeploy);
}
const DEFAULT_MINUTES = 30;
function courseOfRun({ request, current, ports, taskDefinition }, description) {
    const { application, group } = groupOf(current);
    return (0,deploy_course/* courseOf */.b)(request, ports, {
        service: current.service,
        taskDefinition,
        before: [],
        codeDeploy: { application, group, description },
    });
}
function started(deploymentId, context) {
    const { request, current, ports, taskDefinition } = context;
    const { readyWaitMinutes, terminationWaitMinutes } = groupOf(current);
    const { waitForTermination, description } = request.codeDeploy;
    const byDefault = DEFAULT_MINUTES + readyWaitMinutes + (waitForTermination ? terminationWaitMinutes : 0);
    return startedRun({ deploymentId, taskDefinition, waitForTermination, terminationWaitMinutes }, {
        service: current.service,
        control: request.control,
        minutes: request.waitMinutes ?? byDefault,
        course: courseOfRun(context, (0,run/* runDescription */.wn)(request.run, taskDefinition, description)),
        ports,
    });
}
function startedRun(run, { service: before, control, minutes: byDefault, course, ports }) {
    const { deploymentId } = run;
    const handle = { kind: 'codedeploy', id: deploymentId };
    const keep = (stop) => ports.keep({ ...course, handle, stop });
    const memory = { keep, known: course.stop };
    return {
        handle,
        isNew: true,
        taskDefinition: run.taskDefinition,
        course,
        startedBy: (service) => (0,rules/* taskSetOf */.Dd)(service, deploymentId)?.id,
        watch: async (tell, minutes = byDefault) => (0,watch/* watch */.w)(await codeDeploySubject(run, { before, control, memory }, ports), ports, { minutes, tell }),
        rollBack: async (within) => {
            const means = meansToStop(await within.aws.codeDeployOnce(), deploymentId, true);
            return (await (0,deploy_stop/* askForPost */.vw)(means, { ...within, keep })).stop;
        },
    };
}
function groupOf({ codeDeploy }) {
    if (codeDeploy === undefined)
        throw new Error('A service with the controller CODE_DEPLOY was read without its group.');
    return codeDeploy;
}

// EXTERNAL MODULE: ./build/deploy/ecs/configuration.js
var configuration = __webpack_require__(9794);
// EXTERNAL MODULE: ./build/deploy/ecs/describe.js
var ecs_describe = __webpack_require__(935);
// EXTERNAL MODULE: ./build/deploy/ecs/rules.js
var ecs_rules = __webpack_require__(8599);
// EXTERNAL MODULE: ./build/service/service.js
var service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/deploy/ecs/settings.js
var ecs_settings = __webpack_require__(6327);
;// CONCATENATED MODULE: ./build/deploy/ecs/start.js






/**
 * Starts one deployment by one UpdateService call and tells which. No deploymentConfiguration is sent unless
 * an input asks for another than there is: that belongs to whoever defines the service. When the answer is lost, what happened is read
 * and adopted; only when nothing happened is the call sent a second time. Throws a LostAnswer where that
 * cannot be read.
 */
async function startRolling(ports, start) {
    return (await start_attempt(ports, start)) ?? (await start_attempt(ports, start)) ?? start_unanswered(start);
}
async function start_attempt(ports, start) {
    try {
        const answer = await ports.once.updateService(updateRequest(start));
        return answer.service === undefined ? undefined : runIn((0,service_describe/* readService */.u)(answer.service), start);
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.kind !== 'unknown-effect')
            throw error;
        return adopt(ports, start);
    }
}
function updateRequest({ before, taskDefinition, force, settings }) {
    const { desiredCount, propagateTags, managedTags, volume, deployment } = settings;
    return {
        cluster: before.clusterArn,
        service: before.name,
        taskDefinition,
        ...(force ? { forceNewDeployment: true } : {}),
        ...(desiredCount === undefined ? {} : { desiredCount }),
        ...(isPropagateTags(propagateTags) ? { propagateTags } : {}),
        ...(managedTags === undefined ? {} : { enableECSManagedTags: managedTags }),
        ...((0,ecs_settings/* deploymentReasons */.T_)(deployment, before).length === 0
            ? {}
            : { deploymentConfiguration: (0,ecs_settings/* configurationAfter */.RQ)(before, deployment) }),
        ...(volume === undefined
            ? {}
            : { volumeConfigurations: [{ name: volume.name, managedEBSVolume: volume.configuration }] }),
    };
}
const isPropagateTags = (value) => value !== undefined;
/** The deployment that this call started: the PRIMARY one of its answer. */
function runIn(after, { before, taskDefinition }) {
    const primary = after.deployments.find(({ status }) => status === 'PRIMARY');
    return primary === undefined ? undefined : runOf(primary, before.deployments, taskDefinition);
}
/** The run of a deployment that this call started, or an earlier attempt. */
function runOf({ id, createdAt }, before, taskDefinition) {
    return {
        deploymentId: id,
        before: before.map((deployment) => deployment.id),
        taskDefinition,
        ...(createdAt === undefined ? {} : { createdAt }),
    };
}
const READS_AFTER_A_LOST_ANSWER = 3;
const BETWEEN_READS_MS = 1_000;
async function adopt(ports, start) {
    const { ecs, clock, signal } = ports;
    const where = { cluster: start.before.clusterArn, service: start.before.name };
    let other;
    let unread;
    for (let read = 0; read < READS_AFTER_A_LOST_ANSWER; read += 1) {
        await clock.sleep(BETWEEN_READS_MS, signal);
        try {
            const described = await (0,service_describe/* describeService */.J)(ecs, where, signal);
            unread = undefined;
            if (!described.found)
                continue;
            const run = runThatHappened(described.service, start);
            if (run !== undefined)
                return run;
            other = newDeployments(described.service, start)[0];
        }
        catch (error) {
            unread = (0,errors/* awsFailure */.M)(error);
            if (unread === undefined || unread.kind === 'aborted')
                throw error;
        }
    }
    // A second call over what cannot be seen could start a second deployment.
    if (unread !== undefined)
        throw new lost_answer/* LostAnswer */.b('UpdateService', unread);
    return other === undefined ? undefined : start_overtaken(start, other);
}
const newDeployments = (after, { before }) => after.deployments.filter(({ id }) => !before.deployments.some((known) => known.id === id));
/** The deployment that the call made, though another may have taken over since; or the count it set. */
function runThatHappened(after, start) {
    const { before, taskDefinition, force, settings } = start;
    // Newest first: what somebody else started of the same revision came after this call.
    const ours = newDeployments(after, start).findLast((deployment) => deployment.taskDefinition === taskDefinition);
    if (ours !== undefined) {
        return runOf(ours, before.deployments, taskDefinition);
    }
    const isCountOnly = !force && before.taskDefinition === taskDefinition;
    const isSet = after.desiredCount === (settings.desiredCount ?? before.desiredCount);
    return isCountOnly && isSet ? runIn(after, start) : undefined;
}
// A second call would overrun a deployment that somebody else started in between.
function start_overtaken({ before }, other) {
    throw new problem/* UserError */.yo({
        message: `The answer of UpdateService for ${before.name} was lost, and another deployment is in progress there now: ${other.id} of ${(0,service/* revisionName */.pd)(other.taskDefinition)}.`,
        remedy: 'Wait for it to end, then run this job again.',
        input: 'service',
    });
}
function start_unanswered({ before }) {
    throw new problem/* UserError */.yo({
        message: `UpdateService for ${before.name} was sent twice, its answers were lost, and the service shows no deployment of it.`,
        remedy: 'Run the job again: as far as AWS shows, nothing was started.',
    });
}

;// CONCATENATED MODULE: ./build/deploy/ecs/stop.js


/**
 * StopServiceDeployment with ROLLBACK, which AWS allows with and without a circuit breaker. Where there is no
 * record to stop (no permission to read it, or it is not there), one UpdateService brings back the
 * revision that was deployed successfully before.
 */
function meansToRollBack(ports, stop) {
    const { record } = stop;
    if (record === undefined)
        return meansToReturn(ports, stop);
    switch ((0,ecs_rules/* recordPhase */.TQ)(record)) {
        case 'moving':
        case 'rolling-back':
        case 'unknown':
            return {
                kind: 'call',
                action: 'ecs:StopServiceDeployment',
                restores: true,
                send: () => ports.once.stopServiceDeployment({ serviceDeploymentArn: record.arn, stopType: 'ROLLBACK' }),
                over: stop_OVER,
            };
        case 'successful':
        case 'stopped':
        case 'rolled-back':
        case 'rollback-failed':
            return { kind: 'not-yet' };
    }
}
const stop_OVER = new Set(['ConflictException', 'ServiceDeploymentNotFoundException']);
/** UpdateService back to the revision that was deployed successfully before. */
function meansToReturn(ports, stop) {
    const { service, run, rolledBackBy, lastSuccessful: last } = stop;
    if (last === undefined) {
        return {
            kind: 'impossible',
            why: `${service.name} has no revision that was deployed successfully before and could be returned to`,
        };
    }
    return {
        kind: 'call',
        action: 'ecs:UpdateService',
        restores: true,
        send: async () => {
            const returned = await startRolling(ports, {
                before: service,
                taskDefinition: last,
                force: last === run.taskDefinition,
                settings: AS_THEY_ARE,
            });
            rolledBackBy(returned.deploymentId);
        },
        over: NOTHING,
    };
}
const AS_THEY_ARE = {
    forceNewDeployment: undefined,
    desiredCount: undefined,
    propagateTags: undefined,
    managedTags: undefined,
};
const NOTHING = new Set();
/** ARN of the revision that was deployed successfully last, as far as the service still lists its deployment. */
const lastSuccessful = ({ deployments }, succeeded) => deployments.find(({ id, rolloutState }) => rolloutState === 'COMPLETED' || id === succeeded)
    ?.taskDefinition;

;// CONCATENATED MODULE: ./build/deploy/ecs/rollback.js






/** Ends a deployment of ours at once, whatever it has come to, and returns to what served before. */
async function rollBackNow(run, { course, ports }) {
    const { aws, clock, signal } = ports;
    let kept = course;
    const keep = (more) => ports.keep((kept = { ...kept, ...more }));
    const { cluster, service: name } = course;
    const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
    const described = await (0,service_describe/* describeService */.J)(ecs, { cluster, service: name }, signal);
    if (!described.found || !isInPlace(run, described.service))
        return { kind: 'not-needed' };
    const record = await (0,ecs_describe/* followRecord */.RE)(ecs, { cluster, service: name }, run, () => undefined).read(signal);
    const stop = {
        run,
        lastSuccessful: course.lastSuccessful,
        service: described.service,
        record,
        rolledBackBy: (id) => keep({ rolledBackBy: id }),
    };
    const from = { ecs, once, clock, signal };
    // What ECS calls done cannot be stopped any more; a run that still waits for it to stay up returns from it.
    const means = isDone(run, described.service, record) ? meansToReturn : meansToRollBack;
    const asking = { ...ports, keep: (sent) => keep({ stop: sent }) };
    const first = await carryOut(means(from, stop), asking);
    return first.kind === 'denied' ? carryOut(meansToReturn(from, stop), asking) : first;
}
function isInPlace(run, service) {
    const own = (0,ecs_rules/* ownDeployment */.KE)(run, service);
    return own?.status === 'PRIMARY' && own.rolloutState !== 'FAILED';
}
const isDone = (run, service, record) => (0,ecs_rules/* ownDeployment */.KE)(run, service)?.rolloutState === 'COMPLETED' ||
    (record !== undefined && (0,ecs_rules/* recordPhase */.TQ)(record) === 'successful');
async function carryOut(means, ports) {
    if (means.kind === 'call')
        return (await (0,deploy_stop/* askForPost */.vw)(means, ports)).stop;
    return means.kind === 'impossible' ? { kind: 'refused', reason: means.why } : { kind: 'not-needed' };
}
const ALREADY_ENDING = new Set(['ConflictException']);
const rollback_BETWEEN_LOOKS_MS = 2_000;
/**
 * Stops, with a rollback, a deployment that is in the way, and waits until ECS has taken that up: until then
 * the service may show none under way. Gives back why not, in words of AWS.
 */
async function rollback_stopInTheWay(deploymentId, { service, ports, until }) {
    const { aws, clock, signal } = ports;
    const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
    const where = { cluster: service.clusterArn, service: service.name };
    const run = { deploymentId, before: [], taskDefinition: '' };
    let denial;
    const follower = (0,ecs_describe/* followRecord */.RE)(ecs, where, run, (message) => (denial = message));
    const startedAt = clock.now();
    let record = await follower.read(signal);
    while (record === undefined &&
        denial === undefined &&
        clock.now() - startedAt < ecs_describe/* RECORD_EXPECTED_WITHIN_MS */._r) {
        await clock.sleep(rollback_BETWEEN_LOOKS_MS, signal);
        if (signal.aborted)
            throw new grace/* CutOff */.e();
        record = await follower.read(signal);
    }
    if (record === undefined)
        return denial ?? 'ECS shows no service deployment of it.';
    const { arn } = record;
    const { stop, failure } = await (0,deploy_stop/* ask */.kA)({
        kind: 'call',
        action: 'ecs:StopServiceDeployment',
        restores: true,
        send: () => once.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }),
        over: ALREADY_ENDING,
    }, ports);
    if (stop.kind === 'cut-off')
        throw new grace/* CutOff */.e(stop.action);
    if (stop.kind === 'denied' || stop.kind === 'throttled')
        return failure;
    if (stop.kind === 'refused')
        return stop.reason === undefined ? undefined : failure;
    for (;;) {
        const now = await follower.read(signal);
        const phase = now === undefined ? 'moving' : (0,ecs_rules/* recordPhase */.TQ)(now);
        const isUnderWay = phase === 'moving' || phase === 'rolling-back' || phase === 'unknown';
        if (!isUnderWay || clock.now() >= until)
            return undefined;
        if (signal.aborted)
            throw new grace/* CutOff */.e();
        await clock.sleep(rollback_BETWEEN_LOOKS_MS, signal);
    }
}

// EXTERNAL MODULE: ./build/deploy/ecs/stable.js
var stable = __webpack_require__(2753);
// EXTERNAL MODULE: ./build/deploy/outcome.js
var outcome = __webpack_require__(5970);
// EXTERNAL MODULE: ./build/deploy/ecs/reached.js
var ecs_reached = __webpack_require__(5898);
// EXTERNAL MODULE: ./build/deploy/ecs/stability.js
var ecs_stability = __webpack_require__(7535);
;// CONCATENATED MODULE: ./build/deploy/ecs/watch.js













/** A deployment by the controller ECS, as the watch sees it. */
async function rollingSubject(run, { before, control, memory, ...known }, ports) {
    const { aws, log, clock, signal: ended } = ports;
    const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
    const where = { cluster: before.clusterArn, service: before.name };
    let denial;
    const record = (0,ecs_describe/* followRecord */.RE)(ecs, where, run, (message) => {
        denial = message;
        log.warn(`The service deployment cannot be read, so the deployments of the service alone decide. ${(0,failure/* denialLine */.iq)(message)}`);
    });
    const stopped = (0,tasks_watch/* followStoppedTasks */.R)(ecs, where, (message) => {
        log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${(0,failure/* denialLine */.iq)(message)}`);
    });
    const stopping = (0,deploy_stop/* createStopping */.x6)(control, ports, memory);
    const { stableFor: seconds = 0, standing } = known;
    const stability = (0,ecs_stability/* followStability */.v)(run, { seconds, control, standing, memory }, ports);
    const drainingSince = new Map();
    let { rolledBackBy } = known;
    let reached;
    let lookedAt = 0;
    let isMissedSaid = false;
    const stopFrom = (look) => [
        { ecs, once, clock, signal: ended },
        {
            run,
            lastSuccessful: known.lastSuccessful,
            service: look.service,
            record: look.record,
            rolledBackBy: (id) => {
                rolledBackBy = id;
                known.returned(id);
            },
        },
    ];
    const stopFactsIn = (last) => {
        const isEnding = rolledBackBy !== undefined || (last !== undefined && isStopped(last));
        return (0,deploy_stop/* stopFacts */.MX)((0,deploy_stop/* stopAsSeen */.U8)(stopping.state(), isEnding));
    };
    const means = (look) => {
        if (control.onFailure === 'leave')
            return { kind: 'leave' };
        const isAwaited = look.record === undefined && !record.isDenied() && lookedAt < ecs_describe/* RECORD_EXPECTED_WITHIN_MS */._r;
        if (isAwaited)
            return { kind: 'not-yet' };
        const [from, stop] = stopFrom(look);
        const state = stopping.state();
        const isStopDenied = state.kind === 'denied' && state.action === 'ecs:StopServiceDeployment';
        if (look.record !== undefined && !isStopDenied)
            return meansToRollBack(from, stop);
        // A breaker that rolls back does so in some minutes: a second deployment would only cross it.
        const { enabled, rollback } = look.service.breaker;
        return enabled && rollback ? { kind: 'not-yet' } : meansToReturn(from, stop);
    };
    return {
        take: async (at, signal) => {
            lookedAt = at;
            const [described, found] = await Promise.all([
                (0,service_describe/* describeService */.J)(ecs, where, signal),
                record.read(signal),
            ]);
            const service = (0,lost_sight/* serviceInSight */.S)(described);
            if (found !== undefined)
                reached = (0,ecs_reached/* reachedAfter */.J)(reached, found);
            if (denial !== undefined && (0,configuration/* isNative */.ib)(service))
                throw new lost_sight/* LostSight */.g(denial);
            const stoppedTasks = await stopped.read(service, run.deploymentId, signal);
            if (found === undefined && at >= ecs_describe/* RECORD_EXPECTED_WITHIN_MS */._r && !isMissedSaid && !record.isDenied()) {
                isMissedSaid = true;
                log.warn('ECS shows no service deployment for this deployment yet: the deployments of the service decide.');
            }
            const leaving = stopped.draining(run.deploymentId);
            for (const id of leaving)
                drainingSince.set(id, drainingSince.get(id) ?? at);
            const oldest = Math.min(...leaving.map((id) => drainingSince.get(id) ?? at));
            return {
                at,
                service,
                stoppedTasks,
                ...(found === undefined ? {} : { record: found }),
                ...(reached === undefined ? {} : { reached }),
                ...(leaving.length === 0
                    ? {}
                    : { draining: { count: leaving.length, seconds: Math.round((at - oldest) / 1_000) } }),
            };
        },
        judge: (snapshots) => {
            const decided = (0,ecs_rules/* judgeRolling */.Ru)({ run, snapshots, ...(rolledBackBy === undefined ? {} : { rolledBackBy }) }) ??
                leftFailing(snapshots.at(-1), stopping.state().kind === 'left');
            // Once this run has returned to what was there before, how that ends is the verdict.
            const judged = rolledBackBy === undefined ? stability.judge(decided, snapshots) : decided;
            const facts = { ...stopFactsIn(snapshots.at(-1)), ...stability.facts() };
            return judged && { ...judged, facts: { ...judged.facts, ...facts } };
        },
        progress: (previous, next) => (0,progress/* rollingProgress */.Rk)(run, previous ?? { at: 0, service: before, stoppedTasks: [] }, next),
        factsOf: (last) => ({
            ...watch_factsOfLook(last),
            ...stopFactsIn(last),
            ...stability.openFacts(),
            ...watch_underWay(run, last),
        }),
        intervene: async (snapshots) => {
            const last = snapshots.at(-1);
            if (last === undefined)
                return [];
            const events = await stability.intervene(last, () => meansToReturn(...stopFrom(last)));
            if (!watch_isStoppable(run, last))
                return events;
            return stopping.intervene(last.stoppedTasks, () => means(last));
        },
    };
}
const watch_underWay = (run, last) => watch_isStoppable(run, last) ? { isUnderWay: true } : {};
// What AWS itself ended or rolls back is not stopped once more.
function watch_isStoppable(run, { service, record }) {
    const own = (0,ecs_rules/* ownDeployment */.KE)(run, service);
    const phase = record === undefined ? 'moving' : (0,ecs_rules/* recordPhase */.TQ)(record);
    return own?.status === 'PRIMARY' && own.rolloutState === 'IN_PROGRESS' && phase === 'moving';
}
function isStopped({ record }) {
    const phase = record === undefined ? 'moving' : (0,ecs_rules/* recordPhase */.TQ)(record);
    return phase !== 'moving' && phase !== 'successful' && phase !== 'unknown';
}
/** Nothing ends a rolling deployment without a rollback: this run is done with it, and AWS goes on. */
function leftFailing(last, isLeft) {
    return last !== undefined && isLeft ? (0,outcome/* verdict */.WJ)('failed', 'left-failing', watch_factsOfLook(last)) : undefined;
}
function watch_factsOfLook({ service, record }) {
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    const isRollingBack = (record !== undefined && (0,ecs_rules/* recordPhase */.TQ)(record) === 'rolling-back') ||
        primary?.rolloutStateReason?.includes('rolling back') === true;
    return {
        ...(primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } }),
        ...(isRollingBack ? { rollingBack: true } : {}),
    };
}

;// CONCATENATED MODULE: ./build/deploy/ecs/strategy.js











/** Controller ECS: UpdateService, then the deployments of the service and its service deployment. */
const ecsStrategy = {
    prepare: (_plan, { current }) => Promise.resolve(current),
    start: async (plan, { request, current, ports, taskDefinition }) => {
        const { service } = await (0,describe/* readAgain */.n)(request, current, ports);
        const [ecs, once] = await Promise.all([ports.aws.ecs(), ports.aws.ecsOnce()]);
        const stableFor = stableForOf(request, current, service);
        const course = (0,deploy_course/* courseOf */.b)(request, ports, {
            service,
            taskDefinition,
            before: service.deployments.map(({ id }) => id),
            lastSuccessful: lastSuccessful(service, current.succeeded),
            stableFor,
        });
        ports.keep(course);
        const run = await startRolling({ ecs, once, clock: ports.clock, signal: ports.signal }, { before: service, taskDefinition, force: plan.force, settings: request.settings });
        return strategy_started(run, { ...request, ...ofCount(run, request.control), service, course, ports });
    },
    join: (plan, context) => Promise.resolve(joined(plan, context)),
    stableFor: ({ request, current }) => stableForOf(request, current, current.service),
    resume: (course, { service, ports }) => {
        const { taskDefinition, before } = course;
        const deploymentId = course.handle?.id ?? strategy_startedMeanwhile(service, course);
        if (deploymentId === undefined)
            return Promise.resolve(undefined);
        const { createdAt } = course;
        const run = {
            deploymentId,
            before,
            taskDefinition,
            ...(createdAt === undefined ? {} : { createdAt }),
        };
        const rolledBackBy = course.rolledBackBy ?? returnedMeanwhile(service, course, deploymentId);
        const known = rolledBackBy === undefined ? course : { ...course, rolledBackBy };
        return Promise.resolve(strategy_started(run, { service, course: known, ports, control: deploy_course/* NO_INTERVENTION */.O }));
    },
    stop: async (inTheWay, { current: { service }, ports, until }) => {
        const refusal = await rollback_stopInTheWay(inTheWay.id, { service, ports, until });
        if (refusal === undefined)
            return;
        throw new problem/* UserError */.yo({
            message: `The deployment ${inTheWay.id} of ${service.name} could not be stopped: ${refusal}`,
            remedy: 'Nothing was deployed. Stop it by hand, or wait for it, then run this job again.',
            input: 'when-in-progress',
        });
    },
};
/** Where only the count was set nothing of this run is there to be ended, and the tasks were up before. */
const ofCount = ({ before, deploymentId }, { stableFor }) => before.includes(deploymentId)
    ? { control: deploy_course/* NO_INTERVENTION */.O, ...((0,stable/* isStabilityAsked */.MF)(stableFor) ? { standing: { upFor: 0 } } : {}) }
    : {};
function joined({ deploymentId, taskDefinition }, { request, current, ports }) {
    const { service } = current;
    const run = runAmong(service, { deploymentId, taskDefinition });
    const course = (0,deploy_course/* courseOf */.b)(request, ports, {
        service,
        taskDefinition,
        before: run.before,
        lastSuccessful: lastSuccessful(service),
        stableFor: stableForOf(request, current, service),
    });
    return strategy_started(run, { ...request, service, course, ports });
}
function stableForOf(request, { asked }, service) {
    const { control, settings } = request;
    const after = { ...service, configuration: (0,ecs_settings/* configurationAfter */.RQ)(service, settings.deployment) };
    return (0,stable/* stableSeconds */.Nd)(control.stableFor, { service: after, containers: (0,describe/* containersOf */.Mz)(request, asked) });
}
/** The run of a deployment that an earlier attempt started, with what is beside it as what was there before. */
function runAmong({ deployments }, { deploymentId, taskDefinition }) {
    const others = deployments.filter(({ id }) => id !== deploymentId);
    const own = deployments.find(({ id }) => id === deploymentId);
    return own === undefined
        ? { deploymentId, before: others.map(({ id }) => id), taskDefinition }
        : runOf(own, others, taskDefinition);
}
/** The deployment that a call made whose answer this run did not live to see. */
const strategy_startedMeanwhile = ({ deployments }, { before, taskDefinition }) => 
// Newest first: what brings the same revision back came later.
deployments.findLast((one) => one.taskDefinition === taskDefinition && !before.includes(one.id))?.id;
/** The deployment by which this run returned to what was there before, and did not live to see the answer. */
function returnedMeanwhile({ deployments }, { before, lastSuccessful: last }, deploymentId) {
    const primary = deployments.find(({ status }) => status === 'PRIMARY');
    const isReturn = primary !== undefined &&
        primary.taskDefinition === last &&
        ![...before, deploymentId].includes(primary.id);
    return isReturn ? primary.id : undefined;
}
const strategy_DEFAULT_MINUTES = 30;
function strategy_started(run, { service: before, control, settings, standing, waitMinutes: asked, course, ports }) {
    const { lastSuccessful: last, stableFor = 0 } = course;
    const waits = (0,configuration/* waitMinutes */.Ji)((0,ecs_settings/* configurationAfter */.RQ)(before, settings?.deployment));
    const byDefault = strategy_DEFAULT_MINUTES + waits + Math.floor(stableFor / 60);
    const handle = { kind: 'ecs', id: run.deploymentId };
    const known = run.createdAt === undefined ? course : { ...course, createdAt: run.createdAt };
    let kept = { ...known, handle };
    const keep = (more) => ports.keep((kept = { ...kept, ...more }));
    return {
        handle,
        isNew: !run.before.includes(run.deploymentId),
        taskDefinition: run.taskDefinition,
        course: known,
        startedBy: () => run.deploymentId,
        watch: async (tell, minutes = asked ?? byDefault) => {
            const { rolledBackBy } = kept;
            const memory = { keep: (stop) => keep({ stop }), known: kept.stop };
            const returned = (id) => keep({ rolledBackBy: id });
            const state = { before, control, lastSuccessful: last, rolledBackBy, stableFor, standing };
            const subject = await rollingSubject(run, { ...state, memory, returned }, ports);
            return (0,watch/* watch */.w)(subject, ports, { minutes, tell });
        },
        rollBack: (within) => rollBackNow(run, { course: kept, ports: { ...within, keep } }),
    };
}

;// CONCATENATED MODULE: ./build/deploy/strategies.js


/** Chosen once, before anything is changed; what no strategy takes was refused by the plan. */
function strategyFor({ controller }) {
    return controller === 'CODE_DEPLOY' ? codeDeployStrategy : ecsStrategy;
}


/***/ }),

/***/ 6270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iw: () => (/* binding */ volumeOf),
/* harmony export */   L5: () => (/* binding */ volumeIsDeclared),
/* harmony export */   yq: () => (/* binding */ volumeReasons)
/* harmony export */ });
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1410);
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);
/* harmony import */ var _service_volume_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3472);



const NAME = 'service-managed-ebs-volume-name';
const CONFIGURATION = 'service-managed-ebs-volume';
/** The volume of the inputs; undefined when they name none. One of the two inputs alone is a problem. */
function volumeOf(inputs) {
    const name = inputs[NAME];
    const configuration = inputs[CONFIGURATION];
    if (name === undefined && configuration === undefined)
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(undefined);
    if (name !== undefined && configuration !== undefined)
        return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)({ name, configuration });
    const [given, missing] = name === undefined ? [CONFIGURATION, NAME] : [NAME, CONFIGURATION];
    return (0,_inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
        message: `${given} is given without ${missing}.`,
        remedy: `Give both, or neither.`,
        input: missing,
    });
}
/** API reference, Volume configuredAtLaunch: only such a volume takes its configuration from the service. */
function volumeIsDeclared({ request, current: { asked, service } }) {
    const { volume } = request.settings;
    if (volume === undefined || service.controller === 'CODE_DEPLOY')
        return [];
    const { revision } = request;
    const volumes = (revision.kind === 'file' ? revision.definition.volumes : asked?.definition.volumes) ?? [];
    const declared = volumes.find(({ name }) => name === volume.name);
    if (declared?.configuredAtLaunch === true)
        return [];
    if (declared !== undefined) {
        return [
            {
                message: `The volume ${volume.name} of the task definition is not configured at launch.`,
                remedy: 'Add "configuredAtLaunch": true to it, or leave the input out.',
                input: NAME,
            },
        ];
    }
    const names = volumes.map(({ name = '' }) => name);
    return [
        {
            message: `The task definition has no volume ${volume.name}.`,
            remedy: (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(volume.name, names, `Add {"name": "${volume.name}", "configuredAtLaunch": true} to volumes.`),
            input: NAME,
        },
    ];
}
/** Why the service must be updated for its volume. */
function volumeReasons(volume, { volumes }) {
    if (volume === undefined)
        return [];
    return (0,_service_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .volumeChanges */ .I)(volume, volumes).map(({ member, from, to }) => ({
        kind: 'setting',
        name: member === undefined ? CONFIGURATION : `${CONFIGURATION} ${member}`,
        from,
        to,
    }));
}


/***/ }),

/***/ 8406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/deploy/lost-sight.js
var lost_sight = __webpack_require__(8390);
// EXTERNAL MODULE: ./build/deploy/outcome.js
var outcome = __webpack_require__(5970);
;// CONCATENATED MODULE: ./build/deploy/pace.js
const FASTEST_MS = 1_000;
const SLOWEST_MS = 4_500;
const EAGER_AT_START_MS = 60_000;
const EAGER_AFTER_A_CHANGE_MS = 15_000;
/** So long nothing moves while the pauses grow by a second. */
const SLOWER_BY_A_SECOND_MS = 15_000;
const JITTER = 0.1;
/**
 * Milliseconds until the next snapshot: about a second at the start and while things move, then
 * little by little slower, never more than 5 seconds apart unless AWS asks to slow down.
 */
function nextDelay({ sinceStart, sinceChange, throttled, chance }) {
    const calmFor = Math.max(0, Math.min(sinceStart - EAGER_AT_START_MS, sinceChange - EAGER_AFTER_A_CHANGE_MS));
    const calm = Math.min(SLOWEST_MS, FASTEST_MS * (1 + calmFor / SLOWER_BY_A_SECOND_MS));
    const base = throttled === 0 ? calm : Math.min(30_000, SLOWEST_MS * 2 ** (throttled - 1));
    return Math.round(base * (1 - JITTER + 2 * JITTER * chance));
}

;// CONCATENATED MODULE: ./build/deploy/watch.js




/**
 * Looks at a deployment until a rule decides, the limit passes, the runner asks to stop, or AWS can
 * no longer be seen. Throttling and broken connections mean: wait, never: fail.
 */
async function watch(subject, ports, { minutes, tell }) {
    const { clock, chance, signal } = ports;
    const startedAt = clock.now();
    const snapshots = [];
    const timeline = [];
    let changedAt = startedAt;
    let throttled = 0;
    let unreachable = 0;
    const note = (events) => {
        for (const event of events) {
            const entry = { after: clock.now() - startedAt, event };
            timeline.push(entry);
            tell(entry);
        }
        if (events.length > 0)
            changedAt = clock.now();
    };
    const end = (decided) => ({ verdict: decided, last: snapshots.at(-1), timeline });
    const lastFacts = () => {
        const last = snapshots.at(-1);
        return last === undefined ? {} : subject.factsOf(last);
    };
    for (;;) {
        if (signal.aborted)
            return end((0,outcome/* verdict */.WJ)('cancelled', 'signal', lastFacts()));
        const lookedAt = clock.now();
        try {
            const within = clock.timeout(Math.max(startedAt + minutes * 60_000 - lookedAt, LAST_LOOK_MS));
            const snapshot = await subject.take(lookedAt - startedAt, AbortSignal.any([signal, within]));
            const events = subject.progress(snapshots.at(-1), snapshot);
            const previous = snapshots.pop();
            if (previous !== undefined)
                snapshots.push(withoutEvents(previous));
            snapshots.push(snapshot);
            throttled = unreachable = 0;
            note(events);
            const decided = subject.judge(snapshots);
            if (decided !== undefined)
                return end(decided);
            note((await subject.intervene?.(snapshots)) ?? []);
        }
        catch (error) {
            if (error instanceof lost_sight/* LostSight */.g) {
                return end((0,outcome/* verdict */.WJ)('unknown', 'lost-sight', { ...lastFacts(), awsReason: error.message }));
            }
            const failure = (0,errors/* awsFailure */.M)(error);
            if (failure === undefined)
                throw error;
            switch (failure.kind) {
                case 'aborted':
                    // By the runner or by the limit: both are asked about next.
                    break;
                case 'throttled':
                    if (throttled === 0)
                        note([{ kind: 'throttled' }]);
                    throttled += 1;
                    break;
                case 'unknown-effect':
                    if (unreachable === 0)
                        note([{ kind: 'unreachable', reason: failure.message }]);
                    unreachable += 1;
                    break;
                case 'denied':
                case 'credentials':
                case 'refused':
                    return end((0,outcome/* verdict */.WJ)('unknown', 'lost-sight', {
                        ...lastFacts(),
                        awsCode: failure.code,
                        awsReason: failure.message,
                    }));
            }
        }
        const sinceStart = clock.now() - startedAt;
        const left = minutes * 60_000 - sinceStart;
        if (left <= 0)
            return end((0,outcome/* verdict */.WJ)('timed-out', 'limit-passed', { ...lastFacts(), minutes }));
        const pause = nextDelay({
            sinceStart,
            sinceChange: clock.now() - changedAt,
            throttled,
            chance: chance(),
        });
        const spent = throttled === 0 ? clock.now() - lookedAt : 0;
        await clock.sleep(Math.min(left, Math.max(0, pause - spent)), signal);
    }
}
/** How long a look may take that begins when the limit has nearly passed. */
const LAST_LOOK_MS = 5_000;
/** Events are told once; over hours they would be nearly all that is in memory. */
const withoutEvents = (look) => ({ ...look, service: { ...look.service, events: [] } });


/***/ }),

/***/ 6145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ diagnoseIfRed)
});

// EXTERNAL MODULE: ./build/deploy/cause.js
var deploy_cause = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/deploy/describe.js + 1 modules
var describe = __webpack_require__(6544);
// EXTERNAL MODULE: ./build/inputs/node.js
var node = __webpack_require__(8454);
// EXTERNAL MODULE: ./build/images/reference.js
var images_reference = __webpack_require__(8794);
// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/inputs/nearest.js
var nearest = __webpack_require__(1410);
;// CONCATENATED MODULE: ./build/images/tags/describe.js


const MOST_TAGS = 3;
/**
 * The tags of a repository that a missing one most likely meant, then those that were pushed last
 * (DescribeImages, at most 1,000 images); none where the repository itself is missing, or the tag is there after all.
 */
async function describeNearestTags(ecr, { repository, account, wanted }, signal) {
    try {
        const { imageDetails = [] } = await ecr.describeImages({
            registryId: account,
            repositoryName: repository,
            filter: { tagStatus: 'TAGGED' },
            maxResults: 1_000,
        }, { abortSignal: signal });
        const newestFirst = [...imageDetails]
            .sort((one, other) => (other.imagePushedAt?.getTime() ?? 0) - (one.imagePushedAt?.getTime() ?? 0))
            .flatMap(({ imageTags = [] }) => imageTags);
        return newestFirst.includes(wanted) ? [] : nearestTags(wanted, newestFirst);
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.code === 'RepositoryNotFoundException')
            return [];
        throw error;
    }
}
/** At most three: the near ones first, then the first of the list. */
function nearestTags(wanted, tags) {
    const left = new Set(tags);
    const found = [];
    while (found.length < MOST_TAGS && left.size > 0) {
        const near = (0,nearest/* nearest */.p)(wanted, left) ?? [...left][0];
        if (near === undefined)
            break;
        found.push(near);
        left.delete(near);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/logs/describe.js

/**
 * The last lines of a stream, oldest first (GetLogEvents); none where the stream is not there: a container
 * that wrote nothing has none. Throws where the group may not be read.
 */
async function lastLines(logs, { group, stream }, limit, signal) {
    try {
        const answer = await logs.getLogEvents({ logGroupName: group, logStreamName: stream, limit, startFromHead: false }, { abortSignal: signal });
        return (answer.events ?? []).map(({ message = '' }) => message.trimEnd());
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.code === 'ResourceNotFoundException')
            return [];
        throw error;
    }
}
/** The stream that was written to last (DescribeLogStreams); undefined where the group has none. */
async function newestStream(logs, group, signal) {
    try {
        const answer = await logs.describeLogStreams({ logGroupName: group, orderBy: 'LastEventTime', descending: true, limit: 1 }, { abortSignal: signal });
        return answer.logStreams?.[0]?.logStreamName;
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.code === 'ResourceNotFoundException')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/report/untrusted.js
var untrusted = __webpack_require__(3021);
;// CONCATENATED MODULE: ./build/logs/line.js

const MOST = 50;
const LONGEST = 1_000;
// A shorter value is a word of many texts, and no secret.
const SHORTEST_VALUE = 6;
/**
 * The last 50 lines of the events of a log as they may be shown: cut to 1,000 characters, without the values of
 * variables. An event can hold several lines, such as a stack trace; the awslogs driver makes one of each line, so
 * that of a value of several lines each is hidden.
 */
function shownLines(events, variables) {
    const hidden = variables
        .flatMap(({ name = '', value = '' }) => [value, ...value.split(untrusted/* LINE_END */.J2)]
        .filter((part) => part.length >= SHORTEST_VALUE)
        .flatMap(formsOf)
        .map((form) => ({ name, value: form })))
        .sort((one, other) => other.value.length - one.value.length);
    return events
        .map((event) => hidden.reduce((text, { name, value }) => text.replaceAll(value, `[value of ${name}]`), textOf(event)))
        .flatMap((text) => text.trimEnd().split(untrusted/* LINE_END */.J2))
        .map((line) => line.slice(0, LONGEST))
        .slice(-MOST);
}
// What cannot be written in UTF-8 is no part of a URL.
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** A value as it is, and as programs print it: in a URL, in JSON. */
const formsOf = (value) => [
    ...new Set([
        value,
        encodeURIComponent(value.replaceAll(LONE_SURROGATE, '\uFFFD')),
        JSON.stringify(value).slice(1, -1),
    ]),
];
/** What the container wrote: Fluent Bit makes a record of each line, with the line as its `log`. */
function textOf(event) {
    if (!event.startsWith('{'))
        return event;
    try {
        const record = JSON.parse(event);
        const isRecord = typeof record === 'object' && record !== null && 'log' in record && 'container_name' in record;
        return isRecord && typeof record.log === 'string' ? record.log : event;
    }
    catch {
        return event;
    }
}

;// CONCATENATED MODULE: ./build/logs/place.js
/** Where the lines of a task's container are; undefined where it has no log configuration. */
function logPlaceOf({ name = '', logConfiguration }, task) {
    if (logConfiguration?.logDriver === undefined)
        return undefined;
    const { logDriver, options = {} } = logConfiguration;
    switch (logDriver) {
        case 'awslogs':
            return awslogs(name, options, task);
        case 'awsfirelens':
            return firelens(name, options, task);
        default:
            return { kind: 'elsewhere', plugin: logDriver };
    }
}
/** Developer guide, "Using the awslogs log driver": the stream is PREFIX/CONTAINER/TASK_ID. */
function awslogs(name, options, task) {
    const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix } = options;
    // Without a prefix the stream has the name of the Docker container, which only its instance knows.
    if (group === undefined || prefix === undefined) {
        return { kind: 'elsewhere', plugin: 'awslogs', ...(group === undefined ? {} : { destination: group }) };
    }
    const region = options['awslogs-region'] ?? task.region;
    return { kind: 'cloudwatch', region, group, stream: `${prefix}/${name}/${task.taskId}` };
}
// What names a destination in the options of Fluent Bit's outputs; others hold keys and headers.
const DESTINATIONS = ['log_group_name', 'delivery_stream', 'stream', 'bucket', 'host', 'index'];
/** Fluent Bit's outputs cloudwatch_logs and cloudwatch; the tag that FireLens gives is CONTAINER-firelens-TASK_ID. */
function firelens(name, given, task) {
    const options = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]));
    const plugin = options.get('name') ?? 'awsfirelens';
    const group = options.get('log_group_name');
    const prefix = options.get('log_stream_prefix');
    const stream = options.get('log_stream_name') ??
        (prefix === undefined ? undefined : `${prefix}${name}-firelens-${task.taskId}`);
    const isCloudWatch = plugin === 'cloudwatch_logs' || plugin === 'cloudwatch';
    // The plugin cloudwatch fills in templates such as $(ecs_cluster): what comes of them only it knows.
    const isKnown = ![group, stream].some((text) => text?.includes('$') === true);
    if (isCloudWatch && isKnown && group !== undefined && stream !== undefined) {
        return { kind: 'cloudwatch', region: options.get('region') ?? task.region, group, stream };
    }
    const destination = DESTINATIONS.map((key) => options.get(key)).find((value) => value !== undefined);
    return { kind: 'elsewhere', plugin, ...(destination === undefined ? {} : { destination }) };
}

// EXTERNAL MODULE: ./build/report/diagnosis.js + 2 modules
var report_diagnosis = __webpack_require__(2695);
;// CONCATENATED MODULE: ./build/targets/describe.js
/** The unhealthy targets of a target group, while they are registered (DescribeTargetHealth). */
async function describeTroubles(client, targetGroupArn, signal) {
    const answer = await client.describeTargetHealth({ TargetGroupArn: targetGroupArn }, { abortSignal: signal });
    return (answer.TargetHealthDescriptions ?? []).flatMap(({ Target, TargetHealth }) => {
        if (TargetHealth?.State !== 'unhealthy')
            return [];
        const { State, Reason, Description = '' } = TargetHealth;
        return [
            {
                target: `${Target?.Id ?? ''}:${Target?.Port ?? ''}`,
                state: State,
                ...(Reason === undefined ? {} : { code: Reason }),
                description: Description,
            },
        ];
    });
}
/** What the events of a service say of its targets: "… is unhealthy in (target-group …) due to (reason …)". */
function troublesInEvents(messages) {
    const reasons = messages.flatMap((message) => {
        const [, reason] = /is unhealthy in \(target-group [^)]*\) due to \(reason (.*)\)\.?$/.exec(message) ?? [];
        return reason === undefined ? [] : [reason];
    });
    return [...new Set(reasons)].map((description) => ({ description }));
}

;// CONCATENATED MODULE: ./build/diagnosis/context.js
/** The events that the service did not have before the deployment, newest first. */
function eventsSince({ last, current }) {
    const known = new Set(current.service.events.map(({ id }) => id));
    return last.service.events.filter(({ id }) => !known.has(id)).map(({ message }) => message);
}

;// CONCATENATED MODULE: ./build/diagnosis/gaps.js

function createAttempts() {
    const gaps = [];
    return {
        gaps: () => gaps,
        read: async (what, read) => {
            try {
                return await read();
            }
            catch (error) {
                const failure = (0,errors/* awsFailure */.M)(error);
                if (failure === undefined)
                    throw error;
                const reason = failure.kind === 'aborted' ? 'AWS did not answer in time' : failure.message;
                if (!gaps.some((gap) => gap.what === what))
                    gaps.push({ what, reason });
                return undefined;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/diagnosis/place.js

/** Where in a task definition stands what a cause is to blame on; undefined where nothing in it is. */
function blamedPath(cause, containers) {
    const { blames } = deploy_cause/* CAUSES */.hE[cause.kind];
    if (blames === undefined)
        return undefined;
    const index = blamedContainer(cause, containers);
    const container = containers[index];
    // Several containers, and no word of which: no line is better than a wrong one.
    if (container === undefined)
        return undefined;
    return memberPath(blames, cause, { container, at: ['containerDefinitions', index] });
}
function memberPath(member, { awsText }, { container, at }) {
    switch (member) {
        case 'image':
        case 'healthCheck':
        case 'logConfiguration':
            return [...at, member];
        case 'executionRoleArn':
            return [member];
        case 'memory':
            // A reservation is no limit.
            return container.memory === undefined ? ['memory'] : [...at, 'memory'];
        case 'command':
            return [...at, container.command === undefined ? 'name' : 'command'];
        case 'secrets': {
            const secrets = container.secrets ?? [];
            const named = namedSecret(secrets, awsText);
            if (named >= 0)
                return [...at, 'secrets', named];
            if (secrets.length === 1)
                return [...at, 'secrets', 0];
            return secrets.length === 0 ? ['executionRoleArn'] : [...at, 'secrets'];
        }
    }
}
const isNamed = (text, awsText) => text !== undefined && text !== '' && awsText.includes(text);
/** The secret with the longest name that the text has: the name of one may begin that of another. */
function namedSecret(secrets, awsText) {
    const lengths = secrets.map((secret) => nameIn(awsText, secret).length);
    const longest = Math.max(0, ...lengths);
    return longest === 0 ? -1 : lengths.indexOf(longest);
}
/**
 * What a text of AWS has of the name of a secret: one of Secrets Manager without the JSON key and version that
 * `valueFrom` may end with (arn:…:secret:NAME:KEY:STAGE:VERSION), a parameter by its name where `valueFrom` is its ARN.
 */
function nameIn(awsText, { valueFrom = '' }) {
    const parts = valueFrom.split(':');
    const isSecret = parts[2] === 'secretsmanager';
    const names = isSecret
        ? [`json key ${parts[7] ?? ''}`, parts.slice(0, 7).join(':')].filter((name) => name !== 'json key ')
        : [valueFrom, /:parameter(\/.+)$/.exec(valueFrom)?.[1]];
    const found = names.flatMap((name) => (isNamed(name, awsText) ? [name ?? ''] : []));
    return found.join(' ');
}
/** By its name, else by what the text of AWS names, else the only one; -1 where nothing tells. */
function blamedContainer({ container, awsText }, containers) {
    const byName = containers.findIndex(({ name }) => name === container);
    if (byName >= 0)
        return byName;
    const byText = containers.findIndex(({ image, secrets = [], logConfiguration }) => isNamed(image, awsText) ||
        namedSecret(secrets, awsText) >= 0 ||
        isNamed(logConfiguration?.options?.['awslogs-group'], awsText));
    return byText < 0 && containers.length === 1 ? 0 : byText;
}

;// CONCATENATED MODULE: ./build/diagnosis/scaling/describe.js
const describe_MOST = 3;
/**
 * The activities of Application Auto Scaling since the first new event of the service
 * (DescribeScalingActivities), newest first; asked only where the count changed and nobody asked for that.
 */
async function describeScaling({ request, current, last, ports: { aws, signal }, attempts, }) {
    const { service } = last;
    const isChanged = service.desiredCount !== current.service.desiredCount;
    if (!isChanged || request.settings.desiredCount !== undefined)
        return [];
    const known = new Set(current.service.events.map(({ id }) => id));
    const since = Math.min(...service.events.filter(({ id }) => !known.has(id)).map(({ at }) => at));
    const found = await attempts.read('scaling', async () => {
        const client = await aws.autoScaling();
        const answer = await client.describeScalingActivities({
            ServiceNamespace: 'ecs',
            ResourceId: `service/${service.clusterName}/${service.name}`,
            ScalableDimension: 'ecs:service:DesiredCount',
        }, { abortSignal: signal });
        return answer.ScalingActivities ?? [];
    });
    return (found ?? [])
        .filter(({ StartTime, StatusCode }) => StatusCode === 'Successful' && Number(StartTime) >= since)
        .slice(0, describe_MOST)
        .map(({ Description = '', Cause }) => ({
        description: Description,
        ...(Cause === undefined ? {} : { reason: Cause }),
    }));
}

// EXTERNAL MODULE: ./build/deploy/changes.js
var changes = __webpack_require__(9155);
// EXTERNAL MODULE: ./build/deploy/run.js
var run = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/deploy/serving.js
var serving = __webpack_require__(270);
// EXTERNAL MODULE: ./build/service/service.js
var service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/task-definition/describe.js
var task_definition_describe = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/task-definition/diff.js + 3 modules
var diff = __webpack_require__(8993);
// EXTERNAL MODULE: ./build/tasks/describe.js
var tasks_describe = __webpack_require__(4564);
;// CONCATENATED MODULE: ./build/diagnosis/serving/describe.js







/** What serves now, and what the revision that failed changes in it. */
async function describeServing(context) {
    const { last, current, started, attempts } = context;
    const served = (0,serving/* servingIn */.m)(last, started.handle.id);
    if (served === undefined)
        return { changes: [] };
    const [revision, tasks] = await Promise.all([
        attempts.read('serving', () => revisionOf(served.taskDefinition, context)),
        attempts.read('serving', () => runningTasks(served.id, context)),
    ]);
    const commit = revision?.tags.get(`${run/* TAG_PREFIX */.C_}commit`);
    // Where ours is all that runs, it is compared with what ran before.
    const compared = served.taskDefinition === started.taskDefinition ? current.running : revision;
    return {
        serving: {
            revision: (0,service/* revisionName */.pd)(served.taskDefinition),
            ...(commit === undefined ? {} : { commit }),
            digests: tasks?.digests ?? [],
            ...(tasks?.since === undefined ? {} : { since: tasks.since }),
        },
        changes: compared === undefined ? [] : changesOf(compared, context),
    };
}
async function revisionOf(arn, { current: { running, asked }, ports: { aws, signal } }) {
    const known = [running, asked].find((revision) => revision?.arn === arn);
    return known ?? (0,task_definition_describe/* describeRevision */.h)(await aws.ecs(), arn, signal);
}
async function runningTasks(startedBy, { last: { service }, ports: { aws, signal } }) {
    const ecs = await aws.ecs();
    const where = { cluster: service.clusterArn, service: service.name };
    const arns = await (0,tasks_describe/* listTasks */.V)(ecs, where, 'RUNNING', signal);
    const tasks = await (0,tasks_describe/* describeTasks */.y)(ecs, service.clusterArn, arns, signal);
    const own = tasks.filter((task) => task.startedBy === startedBy);
    const [since] = own
        .flatMap(({ startedAt }) => (startedAt === undefined ? [] : [startedAt.toISOString()]))
        .sort();
    const digests = own.flatMap(({ containers = [] }) => containers.flatMap(({ name, imageDigest }) => name === undefined || imageDigest === undefined ? [] : [`${name} ${imageDigest}`]));
    return {
        digests: [...new Set(digests)].map((text) => {
            const [container = '', digest = ''] = text.split(' ');
            return { container, digest };
        }),
        ...(since === undefined ? {} : { since }),
    };
}
function changesOf(revision, { request, current }) {
    if (request.revision.kind === 'file')
        return (0,changes/* changesTo */.z)(revision, request.revision.definition);
    return current.asked === undefined
        ? []
        : (0,diff/* diffTaskDefinitions */.n)(revision.definition, current.asked.definition);
}

;// CONCATENATED MODULE: ./build/alarms/describe.js
/** The names of alarms in the text of AWS that tells of them, each in brackets: `Activated alarms: <one> <two>`. */
function alarmNames(text) {
    const [, named = ''] = /Activated alarms: (.*)/.exec(text) ?? [];
    return [...named.matchAll(/<([^>]+)>/g)].map(([, name = '']) => name);
}
/** Metric and threshold of alarms (DescribeAlarms). */
async function describeAlarms(client, names, signal) {
    const answer = await client.describeAlarms({ AlarmNames: [...names] }, { abortSignal: signal });
    return names.map((name) => {
        const found = answer.MetricAlarms?.find(({ AlarmName }) => AlarmName === name);
        if (found === undefined)
            return { name };
        const { Namespace, MetricName, Statistic, ComparisonOperator, Threshold, StateReason, StateValue } = found;
        return {
            name,
            ...(MetricName === undefined ? {} : { metric: `${Namespace ?? ''} ${MetricName}`.trim() }),
            ...(Statistic === undefined ? {} : { statistic: Statistic }),
            ...(ComparisonOperator === undefined ? {} : { comparison: ComparisonOperator }),
            ...(Threshold === undefined ? {} : { threshold: Threshold }),
            ...(StateValue === undefined ? {} : { state: StateValue }),
            ...(StateReason === undefined ? {} : { reason: StateReason }),
        };
    });
}

// EXTERNAL MODULE: ./build/appspec/describe.js
var appspec_describe = __webpack_require__(8026);
// EXTERNAL MODULE: ./build/appspec/appspec.js
var appspec = __webpack_require__(2835);
// EXTERNAL MODULE: ./build/appspec/hooks.js
var appspec_hooks = __webpack_require__(5075);
// EXTERNAL MODULE: ./build/deploy/codedeploy/describe.js + 2 modules
var codedeploy_describe = __webpack_require__(4268);
// EXTERNAL MODULE: ./build/deploy/ecs/reached.js
var reached = __webpack_require__(5898);
;// CONCATENATED MODULE: ./build/diagnosis/hook/describe.js








const HOOK_LINES = 20;
/** The function of the hook that held the deployment up, with the end of its log; undefined where none did. */
async function heldUpBy(context) {
    const { ports, attempts, containers } = context;
    const reference = functionOfStage(context) ?? (await functionOfEvent(context));
    if (reference === undefined)
        return undefined;
    const functionName = nameOfFunction(reference);
    const group = `/aws/lambda/${functionName}`;
    const lines = await attempts.read('hook-log', async () => {
        const logs = await ports.aws.logs((0,service/* regionOf */.AP)(reference) || ports.aws.region);
        const stream = await newestStream(logs, group, ports.signal);
        return stream === undefined ? [] : lastLines(logs, { group, stream }, HOOK_LINES, ports.signal);
    });
    const variables = containers.flatMap(({ environment = [] }) => environment);
    return {
        functionName,
        ...(lines === undefined ? {} : { lines: shownLines(lines, variables) }),
    };
}
/** Of a strategy of ECS. One that is under way holds a deployment up only when its time has run out. */
function functionOfStage({ last, status }) {
    const hook = last.reached?.hook;
    return hook !== undefined && ((0,reached/* hasFailed */.W)(hook) || status === 'timed-out') ? hook.target : undefined;
}
/** Of CodeDeploy: by the AppSpec that it deployed, else by that of this run. */
async function functionOfEvent({ status, facts: { lifecycleEvent }, last, request, started: { handle }, ports: { aws, signal }, attempts, }) {
    const underWay = status === 'timed-out' ? last.reached?.stage : undefined;
    const name = lifecycleEvent?.name ?? underWay;
    if (handle.kind !== 'codedeploy' || name === undefined || !appspec/* hookEvents */.B.includes(name))
        return undefined;
    const deployed = await attempts.read('hook', async () => {
        const client = await aws.codeDeploy();
        const info = await (0,codedeploy_describe/* describeDeploymentInfo */.L6)(client, handle.id, signal);
        return (0,appspec_describe/* describeAppSpec */.m)(client, info, signal);
    });
    const hooks = deployed === undefined ? (request.codeDeploy.appSpec?.hooks ?? []) : (0,appspec_hooks/* hooksIn */.a)(deployed);
    return hooks.find(({ event }) => event === name)?.lambda;
}
/** The name in the ARN of a function, without version or alias; the text itself when it is a name. */
const nameOfFunction = (reference) => /^arn:[^:]+:lambda:[^:]+:\d+:function:([^:]+)/.exec(reference)?.[1] ?? reference;

;// CONCATENATED MODULE: ./build/diagnosis/stage/describe.js


/** What failed beside tasks: the lifecycle event with its hook, the stage of ECS, the alarm; undefined for nothing. */
async function failedStage(context) {
    const { facts, last } = context;
    const { lifecycleEvent: event } = facts;
    const name = event?.name ?? last.reached?.stage;
    const reason = event === undefined ? (last.record?.statusReason ?? last.record?.rollbackReason) : event.message;
    const pause = pauseOf(context);
    const [hook, alarms] = await Promise.all([heldUpBy(context), activeAlarms(context)]);
    if (name === undefined && alarms.length === 0 && hook === undefined && pause === undefined)
        return undefined;
    return {
        ...(name === undefined ? {} : { name }),
        ...(reason === undefined ? {} : { reason }),
        ...(hook === undefined ? {} : { hook }),
        ...(pause === undefined ? {} : { pause }),
        alarms,
    };
}
/** The pause at which the deployment stands, or stood when nobody decided. */
function pauseOf({ last: { record, reached } }) {
    const hook = reached?.hook;
    if (hook?.type !== 'PAUSE' || record === undefined)
        return undefined;
    return { id: hook.id, status: hook.status, serviceDeployment: record.arn };
}
async function activeAlarms({ facts: { awsReason = '' }, last, ports, attempts, }) {
    const told = alarmNames(awsReason);
    const named = told.length > 0 ? told : (last.reached?.alarms ?? []);
    // The reason of ECS says that an alarm was triggered, but not which.
    const watched = /\balarm\b/i.test(awsReason) ? (last.service.alarms.names ?? []) : [];
    const names = named.length > 0 ? named : watched;
    if (names.length === 0)
        return [];
    const alarms = await attempts.read('alarms', async () => describeAlarms(await ports.aws.cloudWatch(), names, ports.signal));
    const isCertain = named.length > 0 || names.length === 1;
    if (isCertain)
        return alarms ?? names.map((name) => ({ name }));
    return alarms?.filter(({ state }) => state === 'ALARM') ?? [];
}

;// CONCATENATED MODULE: ./build/diagnosis/successor/describe.js




/**
 * What took over from a deployment that was superseded, and whose it is, as far as AWS tells: who registered its
 * revision (DescribeTaskDefinition), and what its CodeDeploy deployment says of itself (GetDeployment).
 */
async function describeSuccessor(context) {
    const { status, facts: { primary }, ports: { aws, signal }, attempts, } = context;
    if (status !== 'superseded' || primary === undefined)
        return undefined;
    const [revision, description] = await Promise.all([
        attempts.read('successor', async () => (0,task_definition_describe/* describeRevision */.h)(await aws.ecs(), primary.taskDefinition, signal)),
        attempts.read('successor', () => descriptionOf(primary.id, context)),
    ]);
    const tag = (name) => revision?.tags.get(run/* TAG_PREFIX */.C_ + name);
    const commit = tag('commit');
    const repository = tag('repository');
    const runId = tag('run-id');
    const registeredBy = revision?.definition.registeredBy;
    return {
        id: primary.id,
        revision: (0,service/* revisionName */.pd)(primary.taskDefinition),
        ...(commit === undefined ? {} : { commit }),
        ...(repository === undefined || runId === undefined ? {} : { run: { repository, id: runId } }),
        ...(registeredBy === undefined ? {} : { registeredBy }),
        ...(description === undefined ? {} : { description }),
    };
}
/** The description of the CodeDeploy deployment that made a task set; undefined where none did. */
async function descriptionOf(taskSetId, { last: { service }, ports: { aws, signal } }) {
    const deploymentId = service.taskSets.find(({ id }) => id === taskSetId)?.externalId;
    if (deploymentId === undefined)
        return undefined;
    const { creator, description } = await (0,codedeploy_describe/* describeDeploymentInfo */.L6)(await aws.codeDeploy(), deploymentId, signal);
    const told = [deploymentId, creator === 'user' ? undefined : creator, description];
    return told.filter((part) => part !== undefined && part !== '').join(' ');
}

;// CONCATENATED MODULE: ./build/diagnosis/diagnose.js

















/** All reads together may take so long. */
const LIMIT_MS = 10_000;
const LOG_LINES = 50;
const MOST_CAUSES = 5;
const MOST_TARGETS = 5;
const DIAGNOSED = new Set([
    'failed',
    'rolled-back',
    'timed-out',
    'superseded',
]);
/**
 * Reads why a deployment of ours failed, was rolled back, superseded or timed out, and tells the log; undefined for any
 * other end. Never throws and never changes the verdict: what cannot be read is a gap.
 */
async function diagnoseIfRed({ status, facts }, context) {
    const isOurs = DIAGNOSED.has(status);
    const { started, last, ports } = context;
    if (!isOurs || !started.isNew || last === undefined)
        return undefined;
    const signal = AbortSignal.any([ports.signal, ports.clock.timeout(LIMIT_MS)]);
    try {
        const diagnosis = await diagnose({
            ...context,
            status,
            facts,
            last,
            ports: { ...ports, signal },
            containers: (0,describe/* containersOf */.Mz)(context.request, context.current.asked),
            attempts: createAttempts(),
        });
        ports.log.group('Diagnosis', (0,report_diagnosis/* diagnosisLines */.dc)(diagnosis));
        return diagnosis;
    }
    catch (error) {
        // A bug in here must not hide how the deployment ended.
        ports.log.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return undefined;
    }
}
async function diagnose(context) {
    const { last, attempts } = context;
    const groups = causeGroups(context).slice(0, MOST_CAUSES);
    const [causes, stage, successor, described, scaling] = await Promise.all([
        Promise.all(groups.map((group) => diagnosedCause(group, context))),
        failedStage(context),
        describeSuccessor(context),
        describeServing(context),
        describeScaling(context),
    ]);
    return {
        causes,
        remarks: (0,deploy_cause/* remarksOf */.ro)(last.stoppedTasks),
        ...(stage === undefined ? {} : { stage }),
        ...(successor === undefined ? {} : { successor }),
        scaling,
        ...described,
        gaps: attempts.gaps(),
    };
}
/** The causes of the tasks that stopped; where none did, what the events since the start tell. */
function causeGroups(context) {
    const groups = (0,deploy_cause/* groupCauses */.QB)(context.last.stoppedTasks);
    if (groups.length > 0)
        return groups;
    const cause = (0,deploy_cause/* causeOfEvents */.eo)(eventsSince(context));
    return cause === undefined ? [] : [{ cause, tasks: [] }];
}
async function diagnosedCause({ cause: seen, tasks }, context) {
    const { containers, request } = context;
    const [first, last] = [tasks.at(0), tasks.at(-1)];
    const ends = [first, ...(last === first ? [] : [last])].filter((task) => task !== undefined);
    const [logs, targets] = await Promise.all([
        logsOf({ cause: seen, tasks: ends }, context),
        troubledTargets({ cause: seen, tasks }, context),
    ]);
    const cause = logs.reduce((known, { lines }) => (0,deploy_cause/* causeWithLog */.yX)(known, lines), seen);
    const path = blamedPath(cause, containers);
    const image = await missingImage(cause, context);
    return {
        cause,
        count: tasks.length,
        tasks: ends.map(diagnosedTask),
        ...(path === undefined ? {} : whereOf(path, request)),
        logs,
        ...(image === undefined ? {} : { image }),
        targets,
    };
}
const whereOf = (path, { revision }) => revision.kind === 'file' ? { place: revision.locate(path) } : { member: (0,node/* pathText */.LF)(path) };
const diagnosedTask = ({ id, containers }) => ({
    id,
    containers: containers.map(({ name, exitCode }) => ({
        name,
        ...(exitCode === undefined ? {} : { exitCode }),
    })),
});
async function logsOf({ cause, tasks }, context) {
    const container = containerWithLog({ cause, tasks }, context);
    if (container === undefined)
        return [];
    const logs = await Promise.all(tasks.map(({ id }) => logOf(id, container, context)));
    return logs.filter((log) => log !== undefined);
}
/** The container whose log tells most; none of a task that never started. */
function containerWithLog({ cause }, { containers, last }) {
    switch (cause.kind) {
        case 'exited':
        case 'out-of-memory':
        case 'container-health':
        case 'other':
            return containers.find(({ name }) => name === cause.container) ?? only(containers);
        case 'load-balancer-health': {
            const balanced = last.service.loadBalancers[0]?.containerName;
            return containers.find(({ name }) => name === balanced) ?? only(containers);
        }
        case 'image-missing':
        case 'wrong-architecture':
        case 'layers-unreachable':
        case 'registry-unreachable':
        case 'registry-denied':
        case 'secret-unreachable':
        case 'secret-denied':
        case 'secret-missing':
        case 'log-group-unreachable':
        case 'log-group-missing':
        case 'not-started':
        case 'no-capacity':
        case 'account-limit':
            return undefined;
    }
}
const only = (list) => (list.length === 1 ? list[0] : undefined);
async function logOf(taskId, container, { ports: { aws, signal }, attempts, containers }) {
    const source = logPlaceOf(container, { taskId, region: aws.region });
    if (source === undefined)
        return undefined;
    const of = { task: taskId, container: container.name ?? '' };
    if (source.kind === 'elsewhere')
        return { ...of, source, lines: [] };
    const { region, group, stream } = source;
    const lines = await attempts.read('logs', async () => lastLines(await aws.logs(region), { group, stream }, LOG_LINES, signal));
    return {
        ...of,
        source: { group, stream },
        // A program may print what it hands to the one beside it.
        lines: shownLines(lines ?? [], containers.flatMap(({ environment = [] }) => environment)),
    };
}
/** Why the load balancer finds targets unhealthy; once they are gone, what the events said of our tasks. */
async function troubledTargets({ cause, tasks }, context) {
    if (cause.kind !== 'load-balancer-health')
        return [];
    const { ports, attempts } = context;
    const [, group] = /target-group (arn:[^)\s]+)/.exec(cause.awsText) ?? [];
    const registered = group === undefined
        ? []
        : await attempts.read('targets', async () => describeTroubles(await ports.aws.loadBalancing(), group, ports.signal));
    // Those of other revisions are in the same group.
    const addresses = new Set(tasks.flatMap(({ address }) => address ?? []));
    const ours = (registered ?? []).filter(({ target = '' }) => addresses.has(target.slice(0, target.lastIndexOf(':'))));
    if (ours.length > 0)
        return ours.slice(0, MOST_TARGETS);
    const own = eventsSince(context).filter((message) => tasks.some(({ id }) => message.includes(id)));
    return troublesInEvents(own);
}
/** An image that is not there, with the tags that are. */
async function missingImage(cause, { containers, ports: { aws, signal }, attempts }) {
    const [, index] = (cause.kind === 'image-missing' ? blamedPath(cause, containers) : undefined) ?? [];
    const reference = typeof index === 'number' ? containers[index]?.image : undefined;
    if (reference === undefined)
        return undefined;
    const { ecr, tag } = (0,images_reference/* imageReference */.r)(reference);
    const tags = ecr === undefined || tag === undefined
        ? []
        : await attempts.read('tags', async () => describeNearestTags(await aws.ecr(ecr.region), { ...ecr, wanted: tag }, signal));
    return { reference, nearestTags: tags ?? [] };
}


/***/ }),

/***/ 7688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ pinImages)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8794);

/** The definition with each tag replaced by the digest that the registry has under it now. */
function pinImages(definition, images) {
    const renamed = new Map(images);
    const unpinned = [];
    const containerDefinitions = (definition.containerDefinitions ?? []).map((container) => {
        const { image } = container;
        if (image === undefined || (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .imageReference */ .r)(image).digest !== undefined)
            return container;
        const registry = images.get(image);
        // What is not there is refused by a check of its own.
        if (registry?.state === 'missing')
            return container;
        if (registry?.state !== 'known') {
            const why = registry?.state === 'unknown' ? registry.why : 'the registry does not have it';
            const denied = registry?.state === 'unknown' ? registry.denied : undefined;
            unpinned.push({ image, why, ...(denied === undefined ? {} : { denied }) });
            return container;
        }
        const name = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .d)((0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .imageReference */ .r)(image), registry.digest);
        renamed.set(name, registry);
        return { ...container, image: name };
    });
    return { definition: { ...definition, containerDefinitions }, images: renamed, unpinned };
}


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

/***/ 7150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ consoleLink)
/* harmony export */ });
/** Which of AWS's consoles shows a region. */
function host(region) {
    if (region.startsWith('cn-'))
        return `${region}.console.amazonaws.cn`;
    if (region.startsWith('us-gov-'))
        return `${region}.console.amazonaws-us-gov.com`;
    return `${region}.console.aws.amazon.com`;
}
/** The page of the AWS console that shows the deployment, or the service's deployments when there is none. */
function consoleLink({ cluster, service, handle }, region) {
    const path = handle?.kind === 'codedeploy'
        ? `codesuite/codedeploy/deployments/${handle.id}`
        : `ecs/v2/clusters/${encodeURIComponent(cluster)}/services/${encodeURIComponent(service)}/deployments`;
    return `https://${host(region)}/${path}?region=${region}`;
}


/***/ }),

/***/ 9714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ scalingWords)
/* harmony export */ });
/* harmony import */ var _scaling_suspension_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1297);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(897);
/* harmony import */ var _full_stop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7451);



/** What is said about the suspending of scaling. */
const scalingWords = {
    none: (service) => `suspend-scaling: ${service} is no scalable target of Application Auto Scaling, so there is nothing to suspend.`,
    suspended: (resourceId, state) => `Scaling of ${resourceId} is suspended until this step ends: ${words(state)}.`,
    left: ({ resourceId, before }) => `An earlier run has left scaling of ${resourceId} suspended, and noted what was before: this run restores it at its end (${words(before)}).`,
    restored: ({ resourceId, before }) => `Scaling of ${resourceId} is as it was before: ${words(before)}.`,
    gone: ({ resourceId }) => `${resourceId} is no scalable target any more: there is nothing to restore.`,
    stillTagged: ({ resourceId }, reason) => `Scaling of ${resourceId} is restored, but the tag ${_scaling_suspension_js__WEBPACK_IMPORTED_MODULE_0__/* .SUSPENDED_FROM */ .xh} on its scalable target could not be taken away: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullStop */ .u)(reason)} Remove it: a later run would take what it says for what is to be restored.${remedyOf(reason)}`,
    notRestored: (suspension, reason) => `Scaling of ${suspension.resourceId} could not be restored: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullStop */ .u)(reason)} The post step of this job tries again, and so does the next run. By hand: \`${command(suspension)}\`.${remedyOf(reason)}`,
};
function remedyOf(reason) {
    const remedy = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .denialRemedy */ .S$)(reason);
    return remedy === undefined ? '' : ` ${remedy}`;
}
function words(state) {
    const parts = [
        ...(state.in ? ['scaling in'] : []),
        ...(state.out ? ['scaling out'] : []),
        ...(state.scheduled ? ['scheduled scaling'] : []),
    ];
    return (0,_scaling_suspension_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnythingSuspended */ .W6)(state) ? `${parts.join(', ')} suspended` : 'nothing suspended';
}
const command = ({ region, resourceId, before }) => `aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id ${resourceId} --scalable-dimension ecs:service:DesiredCount --suspended-state DynamicScalingInSuspended=${before.in},DynamicScalingOutSuspended=${before.out},ScheduledScalingSuspended=${before.scheduled} --region ${region}`;


/***/ }),

/***/ 9701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ describeLeft),
/* harmony export */   ff: () => (/* binding */ describeTarget),
/* harmony export */   nK: () => (/* binding */ describeScalable)
/* harmony export */ });
/* harmony import */ var _suspension_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1297);

/** The scalable target of a service, if it has one, with what an earlier run has left suspended. */
async function describeScalable(client, { clusterName, name }, signal) {
    const target = await describeTarget(client, `service/${clusterName}/${name}`, signal);
    // Only what suspends leaves a tag.
    if (target === undefined || !(0,_suspension_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnythingSuspended */ .W6)(target.suspended))
        return target;
    const left = await describeLeft(client, target.arn, signal);
    return left === undefined ? target : { ...target, left };
}
/** The target as it is now (DescribeScalableTargets). */
async function describeTarget(client, resourceId, signal) {
    const answer = await client.describeScalableTargets({ ServiceNamespace: 'ecs', ResourceIds: [resourceId], ScalableDimension: 'ecs:service:DesiredCount' }, { abortSignal: signal });
    const [target] = answer.ScalableTargets ?? [];
    if (target === undefined)
        return undefined;
    const { SuspendedState: suspended } = target;
    return {
        arn: target.ScalableTargetARN ?? '',
        resourceId,
        min: target.MinCapacity ?? 0,
        max: target.MaxCapacity ?? Infinity,
        suspended: {
            in: suspended?.DynamicScalingInSuspended ?? false,
            out: suspended?.DynamicScalingOutSuspended ?? false,
            scheduled: suspended?.ScheduledScalingSuspended ?? false,
        },
    };
}
/** The state that a run noted before it suspended (ListTagsForResource). */
async function describeLeft(client, arn, signal) {
    const { Tags: tags = {} } = await client.listTagsForResource({ ResourceARN: arn }, { abortSignal: signal });
    return (0,_suspension_js__WEBPACK_IMPORTED_MODULE_0__/* .stateIn */ .pQ)(tags[_suspension_js__WEBPACK_IMPORTED_MODULE_0__/* .SUSPENDED_FROM */ .xh] ?? '');
}


/***/ }),

/***/ 9558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ suspend),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   bG: () => (/* binding */ takeUp)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _deploy_grace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6650);
/* harmony import */ var _report_scaling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9714);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9701);
/* harmony import */ var _suspension_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1297);





/** What is to be restored at the end of a run, told to the post step: as an earlier run has left it. */
function takeUp(target, before, { aws, keepSuspension }) {
    const { arn, resourceId } = target;
    const suspension = { region: aws.region, arn, resourceId, before, isRestored: false };
    keepSuspension(suspension);
    return suspension;
}
/**
 * Suspends scaling: what was is noted in a tag on the target first (TagResource), then the state is set
 * (RegisterScalableTarget, with nothing but the state). Throws what AWS answers.
 */
async function suspend({ asked, target, suspension }, ports) {
    const { arn, before } = suspension;
    const { aws, signal } = ports;
    const [client, once] = await Promise.all([aws.autoScaling(), aws.autoScalingOnce()]);
    if (target.left === undefined) {
        await unlessDone(() => (0,_deploy_grace_js__WEBPACK_IMPORTED_MODULE_1__/* .answered */ .o)(once.tagResource({ ResourceARN: arn, Tags: { [_suspension_js__WEBPACK_IMPORTED_MODULE_3__/* .SUSPENDED_FROM */ .xh]: (0,_suspension_js__WEBPACK_IMPORTED_MODULE_3__/* .stateText */ .r9)(before) } }), ports), async () => (await (0,_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .describeLeft */ .Jm)(client, arn, signal)) !== undefined);
    }
    const state = (0,_suspension_js__WEBPACK_IMPORTED_MODULE_3__/* .suspendedBy */ .vk)(asked, before);
    await setState(suspension, state, ports);
    ports.log.say(_report_scaling_js__WEBPACK_IMPORTED_MODULE_2__/* .scalingWords */ .f.suspended(target.resourceId, state));
}
/** How long restoring may take: the runner kills a cancelled step after 10 seconds. */
const RESTORED_WITHIN_MS = 5_000;
/**
 * Restores the exact state of before, and takes the tag away. Never throws for what AWS does: what cannot be
 * restored is said, with the call that does it, and stays with the post step and the next run.
 */
async function restore(suspension, ports) {
    const within = { ...ports, signal: ports.clock.timeout(RESTORED_WITHIN_MS) };
    try {
        const gone = await restoreState(suspension, within);
        ports.keepSuspension({ ...suspension, isRestored: true });
        ports.log.say(gone ? _report_scaling_js__WEBPACK_IMPORTED_MODULE_2__/* .scalingWords */ .f.gone(suspension) : _report_scaling_js__WEBPACK_IMPORTED_MODULE_2__/* .scalingWords */ .f.restored(suspension));
        return true;
    }
    catch (error) {
        const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
        if (failure === undefined)
            throw error;
        ports.log.warn(_report_scaling_js__WEBPACK_IMPORTED_MODULE_2__/* .scalingWords */ .f.notRestored(suspension, failure.message));
        return false;
    }
}
async function restoreState(suspension, ports) {
    const { resourceId, before } = suspension;
    const { aws, signal } = ports;
    const target = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .describeTarget */ .ff)(await aws.autoScaling(), resourceId, signal);
    if (target === undefined)
        return true;
    if (!(0,_suspension_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameState */ ._G)(target.suspended, before))
        await setState(suspension, before, ports);
    try {
        await untag(suspension, ports);
    }
    catch (error) {
        const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
        if (failure === undefined)
            throw error;
        ports.log.warn(_report_scaling_js__WEBPACK_IMPORTED_MODULE_2__/* .scalingWords */ .f.stillTagged(suspension, failure.message));
    }
    return false;
}
async function untag({ arn }, ports) {
    const { aws, signal } = ports;
    const [client, once] = await Promise.all([aws.autoScaling(), aws.autoScalingOnce()]);
    const isTagged = async () => (await (0,_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .describeLeft */ .Jm)(client, arn, signal)) !== undefined;
    // Where it may not be read, it is taken away unread.
    const isThere = await isTagged().catch((error) => {
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error)?.kind !== 'denied')
            throw error;
        return true;
    });
    if (!isThere)
        return;
    await unlessDone(() => (0,_deploy_grace_js__WEBPACK_IMPORTED_MODULE_1__/* .answered */ .o)(once.untagResource({ ResourceARN: arn, TagKeys: [_suspension_js__WEBPACK_IMPORTED_MODULE_3__/* .SUSPENDED_FROM */ .xh] }), ports), async () => !(await isTagged()));
}
async function setState({ resourceId }, state, ports) {
    const { aws, signal } = ports;
    const [client, once] = await Promise.all([aws.autoScaling(), aws.autoScalingOnce()]);
    const set = {
        ServiceNamespace: 'ecs',
        ResourceId: resourceId,
        ScalableDimension: 'ecs:service:DesiredCount',
        SuspendedState: {
            DynamicScalingInSuspended: state.in,
            DynamicScalingOutSuspended: state.out,
            ScheduledScalingSuspended: state.scheduled,
        },
    };
    await unlessDone(() => (0,_deploy_grace_js__WEBPACK_IMPORTED_MODULE_1__/* .answered */ .o)(once.registerScalableTarget(set), ports), async () => {
        const now = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .describeTarget */ .ff)(client, resourceId, signal);
        return now !== undefined && (0,_suspension_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameState */ ._G)(now.suspended, state);
    });
}
/** Sends a call that does nothing twice; when its answer is lost, once more unless it has had its effect. */
async function unlessDone(send, isDone) {
    for (const isLast of [false, true]) {
        try {
            await send();
            return;
        }
        catch (error) {
            if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error)?.kind !== 'unknown-effect')
                throw error;
            if (await isDone())
                return;
            if (isLast)
                throw error;
        }
    }
}


/***/ }),

/***/ 1297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W6: () => (/* binding */ isAnythingSuspended),
/* harmony export */   _G: () => (/* binding */ isSameState),
/* harmony export */   pQ: () => (/* binding */ stateIn),
/* harmony export */   r9: () => (/* binding */ stateText),
/* harmony export */   vk: () => (/* binding */ suspendedBy),
/* harmony export */   xh: () => (/* binding */ SUSPENDED_FROM)
/* harmony export */ });
/** The tag on a scalable target that says what is to be restored: what even the post step could not, the next run does. */
const SUSPENDED_FROM = 'ecs-deploy-toolkit:suspended-from';
/** The state while a deployment is under way; what was suspended before stays so. */
function suspendedBy(asked, before) {
    switch (asked) {
        case 'in':
            return { ...before, in: true };
        case 'all':
            return { in: true, out: true, scheduled: true };
    }
}
const isSameState = (one, other) => one.in === other.in && one.out === other.out && one.scheduled === other.scheduled;
const isAnythingSuspended = (state) => state.in || state.out || state.scheduled;
/** A state as the value of a tag, which may have no commas and braces. */
const stateText = (state) => `in:${state.in} out:${state.out} scheduled:${state.scheduled}`;
/** Undefined for a text that is not of `stateText`. */
function stateIn(text) {
    const [, inward, outward, scheduled] = /^in:(true|false) out:(true|false) scheduled:(true|false)$/.exec(text) ?? [];
    return inward === undefined || outward === undefined || scheduled === undefined
        ? undefined
        : { in: inward === 'true', out: outward === 'true', scheduled: scheduled === 'true' };
}


/***/ }),

/***/ 1067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ describeService),
/* harmony export */   u: () => (/* binding */ readService)
/* harmony export */ });
/** Reads one service by name or ARN (DescribeServices). */
async function describeService(ecs, where, signal) {
    const answer = await ecs.describeServices({ cluster: where.cluster, services: [where.service] }, { abortSignal: signal });
    const described = answer.services?.[0];
    if (described !== undefined)
        return { found: true, service: readService(described) };
    return { found: false, reason: answer.failures?.[0]?.reason ?? 'MISSING' };
}
/** A service as any ECS answer describes it, with the defaults of what AWS leaves out. */
function readService(service) {
    const configuration = service.deploymentConfiguration;
    const clusterArn = service.clusterArn ?? '';
    return {
        arn: service.serviceArn ?? '',
        name: service.serviceName ?? '',
        clusterArn,
        clusterName: clusterArn.slice(clusterArn.lastIndexOf('/') + 1),
        status: service.status ?? '',
        controller: service.deploymentController?.type ?? 'ECS',
        strategy: configuration?.strategy ?? 'ROLLING',
        scheduling: service.schedulingStrategy ?? 'REPLICA',
        desiredCount: service.desiredCount ?? 0,
        runningCount: service.runningCount ?? 0,
        pendingCount: service.pendingCount ?? 0,
        taskDefinition: service.taskDefinition ?? '',
        minimumHealthyPercent: configuration?.minimumHealthyPercent ?? 100,
        maximumPercent: configuration?.maximumPercent ?? 200,
        configuration: configuration ?? {},
        breaker: {
            enabled: configuration?.deploymentCircuitBreaker?.enable ?? false,
            rollback: configuration?.deploymentCircuitBreaker?.rollback ?? false,
        },
        alarms: {
            enabled: configuration?.alarms?.enable ?? false,
            rollback: configuration?.alarms?.rollback ?? false,
            ...(configuration?.alarms?.alarmNames?.length ? { names: configuration.alarms.alarmNames } : {}),
        },
        loadBalancers: readLoadBalancers(service.loadBalancers),
        portNames: readPortNames(service),
        volumes: readVolumes(service),
        propagateTags: service.propagateTags ?? 'NONE',
        managedTags: service.enableECSManagedTags ?? false,
        deployments: (service.deployments ?? []).map(readDeployment),
        taskSets: (service.taskSets ?? []).map(readTaskSet),
        events: (service.events ?? []).map((event) => ({
            id: event.id ?? '',
            at: event.createdAt?.getTime() ?? 0,
            message: event.message ?? '',
        })),
    };
}
function readDeployment(deployment) {
    return {
        id: deployment.id ?? '',
        status: deployment.status ?? '',
        taskDefinition: deployment.taskDefinition ?? '',
        desiredCount: deployment.desiredCount ?? 0,
        runningCount: deployment.runningCount ?? 0,
        pendingCount: deployment.pendingCount ?? 0,
        failedTasks: deployment.failedTasks ?? 0,
        ...(deployment.rolloutState === undefined ? {} : { rolloutState: deployment.rolloutState }),
        ...(deployment.rolloutStateReason === undefined
            ? {}
            : { rolloutStateReason: deployment.rolloutStateReason }),
        ...(deployment.createdAt === undefined ? {} : { createdAt: deployment.createdAt.getTime() }),
        ...(deployment.updatedAt === undefined ? {} : { updatedAt: deployment.updatedAt.getTime() }),
    };
}
function readTaskSet(taskSet) {
    const network = taskSet.networkConfiguration?.awsvpcConfiguration;
    return {
        id: taskSet.id ?? '',
        status: taskSet.status ?? '',
        taskDefinition: taskSet.taskDefinition ?? '',
        ...(taskSet.externalId === undefined ? {} : { externalId: taskSet.externalId }),
        stability: taskSet.stabilityStatus ?? '',
        desiredCount: taskSet.computedDesiredCount ?? 0,
        runningCount: taskSet.runningCount ?? 0,
        pendingCount: taskSet.pendingCount ?? 0,
        loadBalancers: readLoadBalancers(taskSet.loadBalancers),
        ...(taskSet.platformVersion === undefined ? {} : { platformVersion: taskSet.platformVersion }),
        ...(network === undefined
            ? {}
            : {
                network: {
                    subnets: network.subnets ?? [],
                    securityGroups: network.securityGroups ?? [],
                    assignPublicIp: network.assignPublicIp ?? 'DISABLED',
                },
            }),
        capacityProviders: (taskSet.capacityProviderStrategy ?? []).map((item) => ({
            capacityProvider: item.capacityProvider ?? '',
            base: item.base ?? 0,
            weight: item.weight ?? 0,
        })),
    };
}
function readLoadBalancers(loadBalancers) {
    return (loadBalancers ?? []).map((item) => ({
        ...(item.targetGroupArn === undefined ? {} : { targetGroupArn: item.targetGroupArn }),
        containerName: item.containerName ?? '',
        containerPort: item.containerPort ?? 0,
        ...readShifting(item.advancedConfiguration),
    }));
}
function readShifting(advanced) {
    if (advanced === undefined)
        return {};
    const { alternateTargetGroupArn, productionListenerRule } = advanced;
    return {
        shifting: {
            ...(alternateTargetGroupArn === undefined ? {} : { alternateTargetGroupArn }),
            ...(productionListenerRule === undefined ? {} : { productionListenerRule }),
        },
    };
}
/** They are described on the deployments; the service itself has no such member. */
function readVolumes(service) {
    const deployment = service.deployments?.find(({ status }) => status === 'PRIMARY');
    return (deployment?.volumeConfigurations ?? []).flatMap(({ name = '', managedEBSVolume: configuration }) => configuration === undefined ? [] : [{ name, configuration }]);
}
/** Service Connect is described on the deployments, VPC Lattice too; the service has neither member. */
function readPortNames(service) {
    const deployment = service.deployments?.find(({ status }) => status === 'PRIMARY');
    return [
        ...(deployment?.serviceConnectConfiguration?.services ?? []).map(({ portName }) => portName),
        ...(deployment?.vpcLatticeConfigurations ?? []).map(({ portName }) => portName),
    ].filter((name) => name !== undefined);
}


/***/ }),

/***/ 3489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ describeRevision)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);

/**
 * A revision by ARN, `family:revision`, or family (then the newest ACTIVE one) with its tags
 * (DescribeTaskDefinition); undefined when AWS knows none.
 */
async function describeRevision(ecs, taskDefinition, signal) {
    try {
        const answer = await ecs.describeTaskDefinition({ taskDefinition, include: ['TAGS'] }, { abortSignal: signal });
        if (answer.taskDefinition === undefined)
            return undefined;
        return {
            arn: answer.taskDefinition.taskDefinitionArn ?? '',
            status: answer.taskDefinition.status ?? '',
            definition: answer.taskDefinition,
            tags: new Map((answer.tags ?? []).map(({ key, value }) => [key ?? '', value ?? ''])),
        };
    }
    catch (error) {
        // "Unable to describe task definition." is how ECS says that there is none.
        if ((0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error)?.code === 'ClientException')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 8993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ diffTaskDefinitions)
});

;// CONCATENATED MODULE: ./build/task-definition/json.js
function isPlainObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isList(value) {
    return Array.isArray(value);
}
/** An own member, or undefined: nothing is inherited. */
function own(value, name) {
    return isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

// EXTERNAL MODULE: ./build/task-definition/members.js
var members = __webpack_require__(1177);
// EXTERNAL MODULE: ./build/task-definition/size.js
var size = __webpack_require__(7645);
;// CONCATENATED MODULE: ./build/task-definition/normalisations.js

/**
 * All that is stripped before two definitions are compared; the order of every other list counts. What is
 * not on this list makes a difference, and a difference makes a deployment: too short a list costs a
 * deployment, too long a one hides a change.
 */
const NORMALISATIONS = [
    {
        kind: 'empty',
        member: '*',
        // An empty entry point may take that of the image away, as Docker does with one that is not null [?].
        except: ['ContainerDefinition.entryPoint'],
        source: 'recorded: DescribeTaskDefinition answers "environment": [] and the like for what was not given',
    },
    drop('ContainerDefinition.cpu', [0], 'API reference: null and zero are passed on alike; DescribeTaskDefinition fills in 0'),
    drop('ContainerDefinition.essential', [true], 'API reference: assumed true; DescribeTaskDefinition fills it in'),
    drop('ContainerDefinition.versionConsistency', ['enabled'], 'API reference: by default enabled'),
    drop('PortMapping.protocol', ['tcp'], 'API reference: the default is tcp; DescribeTaskDefinition fills it in'),
    {
        kind: 'drop',
        member: 'PortMapping.hostPort',
        source: 'API reference: blank or equal to containerPort under awsvpc and host; blank or 0 otherwise',
        when: ({ value, sibling, networkMode }) => networkMode === 'awsvpc' || networkMode === 'host' ? value === sibling('containerPort') : value === 0,
    },
    drop('HealthCheck.interval', [30], 'API reference: the default is 30 seconds; DescribeTaskDefinition fills it in'),
    drop('HealthCheck.timeout', [5], 'API reference: the default is 5 seconds; DescribeTaskDefinition fills it in'),
    drop('HealthCheck.retries', [3], 'API reference: the default is 3; DescribeTaskDefinition fills it in'),
    drop('ContainerRestartPolicy.restartAttemptPeriod', [300], 'API reference: by default 300 seconds'),
    drop('MountPoint.readOnly', [false], 'API reference: the default is false'),
    drop('VolumeFrom.readOnly', [false], 'API reference: the default is false'),
    drop('EFSVolumeConfiguration.rootDirectory', ['/'], 'API reference: the same as omitting it'),
    drop('EFSVolumeConfiguration.transitEncryption', ['DISABLED'], 'API reference: the default is DISABLED'),
    drop('EFSAuthorizationConfig.iam', ['DISABLED'], 'API reference: the default is DISABLED'),
    {
        kind: 'drop',
        member: 'Volume.host',
        source: 'API reference: a volume without configuration is a host volume; DescribeTaskDefinition answers "host": {}',
        when: ({ value }) => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
    },
    {
        kind: 'drop',
        member: 'RegisterTaskDefinitionRequest.networkMode',
        source: 'API reference: the default is bridge, but for Windows',
        when: ({ value, operatingSystemFamily }) => value === 'bridge' &&
            !(typeof operatingSystemFamily === 'string' && operatingSystemFamily.startsWith('WINDOWS')),
    },
    drop('RegisterTaskDefinitionRequest.enableFaultInjection', [false], 'API reference: the default is false'),
    {
        kind: 'rewrite',
        member: 'RegisterTaskDefinitionRequest.cpu',
        source: 'developer guide, task size: vCPUs are turned into CPU units ("1 vCPU" is 1024) when registered',
        to: (value) => rewritten(value, size/* cpuUnits */.M),
    },
    {
        kind: 'rewrite',
        member: 'RegisterTaskDefinitionRequest.memory',
        source: 'developer guide, task size: gigabytes are turned into MiB ("2 GB" is 2048) when registered',
        to: (value) => rewritten(value, size/* memoryMib */.u),
    },
    order('ContainerDefinition.environment', 'name', 'AWS answers variables in another order (hashicorp/terraform-provider-aws #3035)'),
    order('ContainerDefinition.secrets', 'name', 'AWS answers secrets in another order (hashicorp/terraform-provider-aws #35792)'),
    order('RegisterTaskDefinitionRequest.containerDefinitions', 'name', 'AWS may answer containers in another order [?] (hashicorp/terraform-provider-aws sorts them too); dependsOn orders their start'),
    order('RegisterTaskDefinitionRequest.tags', 'key', 'tags are a map from unique keys; AWS promises no order'),
];
function drop(member, values, source) {
    return { kind: 'drop', member, source, when: ({ value }) => values.includes(value) };
}
function order(member, by, source) {
    return { kind: 'order', member, source, by };
}
function rewritten(value, read) {
    const number = typeof value === 'string' ? read(value) : undefined;
    return number === undefined ? value : String(number);
}
/** Whether an empty list or map means the same as none in this place. */
function emptyMeansAbsent(member) {
    return NORMALISATIONS.some((one) => one.kind === 'empty' && !one.except.includes(member));
}
/** The entries for one member. */
function normalisationsOf(member) {
    return NORMALISATIONS.filter((normalisation) => normalisation.member === member);
}

// EXTERNAL MODULE: ./build/task-definition/shape.js
var task_definition_shape = __webpack_require__(7251);
;// CONCATENATED MODULE: ./build/task-definition/normalize.js




/**
 * The canonical form of a task definition: two definitions that mean the same to AWS have equal forms.
 * Only what NORMALISATIONS lists is stripped. Plain JSON with sorted members; the input is not changed.
 */
function normalizeTaskDefinition(definition) {
    const registered = Object.fromEntries(Object.entries(definition).filter(([name]) => !members/* describedOnly */.SD.includes(name)));
    const context = {
        networkMode: own(registered, 'networkMode'),
        operatingSystemFamily: own(own(registered, 'runtimePlatform'), 'operatingSystemFamily'),
    };
    return normalizeStructure(registered, members/* rootShape */.Gd, context);
}
function normalizeStructure(value, shape, context) {
    const types = (0,task_definition_shape/* membersOf */.l)(shape);
    const entries = Object.entries(value).flatMap(([name, given]) => {
        const type = types.get(name);
        const member = `${shape}.${name}`;
        const place = { ...context, value: given, sibling: (other) => own(value, other) };
        // A member that the table does not know is kept as it is: what is unknown makes a difference.
        const normal = type === undefined ? given : normalizeMember(type, { member, place, context });
        return isAbsent(normal) ? [] : [[name, normal]];
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
function isAbsent(value) {
    return value === undefined || value === null;
}
function normalizeMember(type, { member, place, context }) {
    const normalisations = normalisationsOf(member);
    if (isEmpty(type, place.value) && emptyMeansAbsent(member))
        return undefined;
    if (normalisations.some((one) => one.kind === 'drop' && one.when(place)))
        return undefined;
    return normalisations.reduce(arrange, normalizeValue(type, place.value, context));
}
function arrange(value, normalisation) {
    switch (normalisation.kind) {
        case 'drop':
        case 'empty':
            return value;
        case 'rewrite':
            return normalisation.to(value);
        case 'order':
            return isList(value) ? sorted(value, normalisation.by) : value;
    }
}
/** Entries of the same name keep their order: the later may overrule the earlier. */
function sorted(list, by) {
    const keyOf = (entry) => {
        const key = own(entry, by);
        return typeof key === 'string' ? key : '';
    };
    return [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
function isEmpty(type, value) {
    if (type.kind === 'list')
        return isList(value) && value.length === 0;
    return type.kind === 'map' && isPlainObject(value) && Object.keys(value).length === 0;
}
function normalizeValue(type, value, context) {
    switch (type.kind) {
        case 'structure':
            return isPlainObject(value) ? normalizeStructure(value, type.shape, context) : value;
        case 'list':
            return isList(value) ? value.map((item) => normalizeValue(type.of, item, context)) : value;
        case 'map':
            if (!isPlainObject(value))
                return value;
            return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
        case 'string':
        case 'integer':
        case 'boolean':
        case 'timestamp':
            return value;
    }
}

// EXTERNAL MODULE: ./build/task-definition/values.js
var values = __webpack_require__(338);
;// CONCATENATED MODULE: ./build/task-definition/diff.js






/**
 * What a deployment of `after` would change in `before`: empty exactly when both mean the same to AWS.
 * Values of variables, commands, labels and options are never shown.
 */
function diffTaskDefinitions(before, after) {
    const sides = { before: normalizeTaskDefinition(before), after: normalizeTaskDefinition(after) };
    return diffStructures(sides.before, sides.after, { shape: members/* rootShape */.Gd, path: '' });
}
function diffStructures(before, after, { shape, path }) {
    const types = (0,task_definition_shape/* membersOf */.l)(shape);
    // In the order of the API reference; what the table does not know comes last.
    const names = new Set([...types.keys(), ...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => {
        const place = { member: `${shape}.${name}`, path: path === '' ? name : `${path}.${name}` };
        return diffValues({ before: own(before, name), after: own(after, name) }, types.get(name), place);
    });
}
function diffValues({ before, after }, type, place) {
    if (JSON.stringify(before) === JSON.stringify(after))
        return [];
    if (type?.kind === 'structure' && isPlainObject(before) && isPlainObject(after)) {
        return diffStructures(before, after, { shape: type.shape, path: place.path });
    }
    if (type?.kind === 'map')
        return diffMaps(before, after, place);
    if (type?.kind === 'list' && type.of.kind === 'structure')
        return diffLists({ before, after }, type.of, place);
    return [change({ before, after }, type, place)];
}
/** Names of labels and options are shown, their values are not. */
function diffMaps(before, after, { member, path }) {
    const names = new Set([before, after].flatMap((side) => (isPlainObject(side) ? Object.keys(side) : [])));
    return [...names].flatMap((name) => {
        const sides = { before: own(before, name), after: own(after, name) };
        return sides.before === sides.after
            ? []
            : [change(sides, { kind: 'map', of: { kind: 'string' } }, { member, path: `${path}[${name}]` })];
    });
}
function diffLists({ before, after }, type, place) {
    const sides = { before: keyed(before, place.member), after: keyed(after, place.member) };
    const byName = sides.before !== undefined && sides.after !== undefined;
    const left = (byName ? sides.before : undefined) ?? indexed(before);
    const right = (byName ? sides.after : undefined) ?? indexed(after);
    return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
        const path = `${place.path}[${key}]`;
        return diffValues({ before: left.get(key), after: right.get(key) }, type, { member: place.member, path });
    });
}
function indexed(list) {
    return new Map(isList(list) ? list.map((item, index) => [String(index), item]) : []);
}
/** The entries by their names, where AWS keeps no order and every entry has a name of its own. */
function keyed(list, member) {
    const order = normalisationsOf(member).find(({ kind }) => kind === 'order');
    if (order?.kind !== 'order')
        return undefined;
    const items = isList(list) ? list : [];
    const entries = new Map(items.map((item) => [String(own(item, order.by)), item]));
    return entries.size === items.length ? entries : undefined;
}
function change({ before, after }, type, { member, path }) {
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    if (!isPublic(type, member))
        return { path, kind };
    return {
        path,
        kind,
        ...(before !== undefined && { before: diff_text(before) }),
        ...(after !== undefined && { after: diff_text(after) }),
    };
}
/** Numbers, booleans and enumerations hold no secret; of the texts only these. */
const publicTexts = new Set([
    'RegisterTaskDefinitionRequest.family',
    'RegisterTaskDefinitionRequest.cpu',
    'RegisterTaskDefinitionRequest.memory',
    'RegisterTaskDefinitionRequest.taskRoleArn',
    'RegisterTaskDefinitionRequest.executionRoleArn',
    'ContainerDefinition.image',
]);
function isPublic(type, member) {
    if (type?.kind === 'integer' || type?.kind === 'boolean')
        return true;
    if (type?.kind === 'list')
        return values/* enumerations */.Dx.has(member);
    return type?.kind === 'string' && (values/* enumerations */.Dx.has(member) || publicTexts.has(member));
}
function diff_text(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}


/***/ }),

/***/ 7645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ cpuUnits),
/* harmony export */   u: () => (/* binding */ memoryMib)
/* harmony export */ });
/**
 * The CPU units a task asks for: `1024`, `1 vCPU` and `1vcpu` all mean 1024. Undefined when it is neither.
 * Source: developer guide, "Task size": the value is turned into CPU units when it is registered.
 */
function cpuUnits(text) {
    return amount(text, /^(\d*\.?\d+)\s*vcpus?$/i);
}
/** The MiB a task asks for: `2048`, `2 GB` and `2GB` all mean 2048. Undefined when it is neither. */
function memoryMib(text) {
    return amount(text, /^(\d*\.?\d+)\s*gb$/i);
}
function amount(text, inThousands) {
    const written = text.trim();
    if (/^\d+$/.test(written))
        return Number(written);
    const [, number] = inThousands.exec(written) ?? [];
    if (number === undefined)
        return undefined;
    const units = Number(number) * 1024;
    return Number.isInteger(units) ? units : undefined;
}


/***/ }),

/***/ 4564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ listTasks),
/* harmony export */   y: () => (/* binding */ describeTasks)
/* harmony export */ });
/** ARNs of a service's tasks, of every page (ListTasks). */
async function listTasks(ecs, { cluster, service }, desiredStatus, signal) {
    const arns = [];
    let nextToken;
    do {
        const page = await ecs.listTasks({ cluster, serviceName: service, desiredStatus, nextToken }, { abortSignal: signal });
        arns.push(...(page.taskArns ?? []));
        nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return arns;
}
const DESCRIBE_LIMIT = 100;
/** The tasks with these ARNs, 100 a call (DescribeTasks); those AWS has forgotten are left out. */
async function describeTasks(ecs, cluster, arns, signal) {
    const tasks = [];
    for (let from = 0; from < arns.length; from += DESCRIBE_LIMIT) {
        const page = arns.slice(from, from + DESCRIBE_LIMIT);
        const answer = await ecs.describeTasks({ cluster, tasks: page }, { abortSignal: signal });
        tasks.push(...(answer.tasks ?? []));
    }
    return tasks;
}


/***/ }),

/***/ 9230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ followStoppedTasks)
/* harmony export */ });
/* unused harmony export readStoppedTask */
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4564);


/**
 * Follows a service's stopped tasks. They are asked for when the service moved since the last time, and
 * at every fourth look, or every second one while tasks are stopping. Each task is described until its last
 * status is STOPPED, since exit codes come late; the first denied call ends the following, said once.
 */
function followStoppedTasks(ecs, where, denied) {
    const known = new Map();
    const settled = new Set();
    let stopping = [];
    let isDenied = false;
    let seen = '';
    let quietLooks = 0;
    let hasOpen = false;
    const isDue = (service) => {
        const now = movement(service);
        quietLooks = now === seen ? quietLooks + 1 : 0;
        seen = now;
        return quietLooks % (hasOpen ? LOOKS_AT_OPEN : QUIET_LOOKS) === 0;
    };
    const refresh = async (signal) => {
        const arns = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .listTasks */ .V)(ecs, where, 'STOPPED', signal);
        const open = arns.filter((arn) => !settled.has(arn));
        hasOpen = open.length > 0;
        const described = await (0,_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .describeTasks */ .y)(ecs, where.cluster, open, signal);
        stopping = described.filter(({ lastStatus }) => lastStatus !== 'STOPPED').map(readStoppedTask);
        for (const task of described) {
            const arn = task.taskArn ?? '';
            const stopped = readStoppedTask(task);
            if (task.lastStatus === 'STOPPED')
                settled.add(arn);
            if (settled.has(arn) || tellsItsCause(stopped))
                known.set(arn, stopped);
        }
    };
    return {
        draining: (startedBy) => stopping.filter((task) => task.startedBy !== startedBy).map(({ id }) => id),
        read: async (service, startedBy, signal) => {
            try {
                if (!isDenied && isDue(service))
                    await refresh(signal);
            }
            catch (error) {
                const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
                if (failure?.kind !== 'denied')
                    throw error;
                isDenied = true;
                denied(failure.message);
            }
            return [...known.values()].filter((task) => task.startedBy === startedBy);
        },
    };
}
const QUIET_LOOKS = 4;
/** While tasks are about to stop. */
const LOOKS_AT_OPEN = 2;
/** What changes when a task of the service starts or stops. */
const movement = ({ deployments, taskSets, events }) => JSON.stringify([deployments, taskSets, events[0]?.id]);
/** The exit code of a container that ended comes some moments after the task says that it ended. */
const tellsItsCause = ({ stopCode, containers }) => stopCode !== undefined &&
    (stopCode !== 'EssentialContainerExited' || containers.some(({ exitCode }) => exitCode !== undefined));
/** A task as DescribeTasks tells it, reduced to why it stopped. */
function readStoppedTask(task) {
    const arn = task.taskArn ?? '';
    return {
        id: arn.slice(arn.lastIndexOf('/') + 1),
        startedBy: task.startedBy ?? '',
        ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
        ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
        ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt.getTime() }),
        ...(task.stoppingAt === undefined ? {} : { stoppingAt: task.stoppingAt.getTime() }),
        ...(task.stoppedAt === undefined ? {} : { stoppedAt: task.stoppedAt.getTime() }),
        ...addressOf(task),
        containers: (task.containers ?? []).map((container) => ({
            name: container.name ?? '',
            ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
            ...(container.reason === undefined ? {} : { reason: container.reason }),
            unhealthy: container.healthStatus === 'UNHEALTHY',
        })),
    };
}
/** The address of the task's network interface, as its attachment tells it (awsvpc). */
function addressOf({ attachments = [] }) {
    const details = attachments.flatMap((attachment) => attachment.details ?? []);
    const address = details.find(({ name }) => name === 'privateIPv4Address')?.value;
    return address === undefined ? {} : { address };
}


/***/ })

};
