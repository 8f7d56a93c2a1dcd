export const id = 813;
export const ids = [813];
export const modules = {

/***/ 9794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ waitMinutes),
/* harmony export */   VF: () => (/* binding */ isNativeStrategy),
/* harmony export */   ib: () => (/* binding */ isNative)
/* harmony export */ });
const NATIVE_STRATEGIES = new Set(['BLUE_GREEN', 'LINEAR', 'CANARY']);
/** Whether a strategy is one by which ECS itself shifts the traffic. */
const isNativeStrategy = (strategy) => NATIVE_STRATEGIES.has(strategy);
/** Whether ECS itself shifts the traffic of this service. */
const isNative = ({ controller, strategy }) => controller === 'ECS' && isNativeStrategy(strategy);
/** API reference, LinearConfiguration and CanaryConfiguration: what counts where the service tells nothing. */
const LINEAR = { stepPercent: 10, stepBakeTimeInMinutes: 6 };
const CANARY = { canaryBakeTimeInMinutes: 10 };
/** Minutes that a deployment waits by its configuration, hooks aside; 0 under ROLLING. */
function waitMinutes(configuration) {
    const { strategy = 'ROLLING', bakeTimeInMinutes = 0 } = configuration;
    if (!isNativeStrategy(strategy))
        return 0;
    switch (strategy) {
        case 'LINEAR': {
            const { stepPercent = LINEAR.stepPercent, stepBakeTimeInMinutes = LINEAR.stepBakeTimeInMinutes } = configuration.linearConfiguration ?? {};
            // It "is not applied after reaching 100 percent traffic".
            return bakeTimeInMinutes + (Math.ceil(100 / stepPercent) - 1) * stepBakeTimeInMinutes;
        }
        case 'CANARY': {
            const { canaryBakeTimeInMinutes = CANARY.canaryBakeTimeInMinutes } = configuration.canaryConfiguration ?? {};
            return bakeTimeInMinutes + canaryBakeTimeInMinutes;
        }
        case 'ROLLING':
        case 'BLUE_GREEN':
            return bakeTimeInMinutes;
    }
}


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isRollingBack),
/* harmony export */   h: () => (/* binding */ isReturnedTo)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8599);

/** Whether ECS returns to a deployment: then it is PRIMARY again, and its reason says so. */
const isReturnedTo = ({ status, rolloutState, rolloutStateReason }) => status === 'PRIMARY' &&
    rolloutState === 'IN_PROGRESS' &&
    rolloutStateReason?.includes('rolling back') === true;
/** Whether a deployment of the service is being rolled back: by its reason, or by a record that came this far. */
const isRollingBack = ({ deployments }, records) => deployments.some(isReturnedTo) ||
    records.some(({ status = '' }) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPhase */ .TQ)({ status }) === 'rolling-back');


/***/ }),

/***/ 8599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   KE: () => (/* binding */ ownDeployment),
/* harmony export */   Ru: () => (/* binding */ judgeRolling),
/* harmony export */   TQ: () => (/* binding */ recordPhase)
/* harmony export */ });
/* unused harmony exports ROLLING_RULES, RECORD_PHASES */
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5970);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9794);


/** The verdict rules of controller ECS in order: the first answer wins. */
const ROLLING_RULES = [
    recordRolledBack,
    recordStopped,
    completed,
    failedInPlace,
    ownRollbackFailed,
    noLongerPrimary,
];
/**
 * The verdict over what was seen so far, or undefined while the deployment is under way.
 * A status this version does not know decides nothing.
 */
function judgeRolling(history) {
    const { run } = history;
    const now = momentOf(history);
    if (now === undefined)
        return undefined;
    // AWS started no deployment: what it says of the old one, such as SUCCESSFUL, is about another day.
    if (run.before.includes(run.deploymentId))
        return countOnly(now);
    for (const rule of ROLLING_RULES) {
        const answer = rule(now);
        if (answer !== undefined)
            return answer;
    }
    return undefined;
}
/** What a status of a service deployment means; a status that the SDK adds is a type error here. */
const RECORD_PHASES = {
    PENDING: 'moving',
    IN_PROGRESS: 'moving',
    SUCCESSFUL: 'successful',
    STOP_REQUESTED: 'moving',
    STOPPED: 'stopped',
    ROLLBACK_REQUESTED: 'rolling-back',
    ROLLBACK_IN_PROGRESS: 'rolling-back',
    ROLLBACK_SUCCESSFUL: 'rolled-back',
    ROLLBACK_FAILED: 'rollback-failed',
};
function recordPhase(record) {
    const known = new Map(Object.entries(RECORD_PHASES));
    return known.get(record.status) ?? 'unknown';
}
/** The deployment of this run in a snapshot, while the service still lists it. */
function ownDeployment(run, service) {
    return service.deployments.find(({ id }) => id === run.deploymentId);
}
/** Whether ECS calls the deployment of this run complete while it is PRIMARY; how many of its tasks run is not asked. */
function isComplete(run, { service, record, }) {
    const primary = ownDeployment(run, service);
    if (primary?.status !== 'PRIMARY')
        return false;
    const phase = record === undefined ? undefined : recordPhase(record);
    if (phase === 'rolling-back')
        return false;
    // Where ECS shifts traffic and bakes, the record alone tells that this is over.
    const isJudgedByRecord = service.strategy !== 'ROLLING' && (phase !== undefined || (0,_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .isNative */ .ib)(service));
    return phase === 'successful' || (primary.rolloutState === 'COMPLETED' && !isJudgedByRecord);
}
// A change of the count alone keeps the deployment and its id: AWS started nothing.
function countOnly({ run, service, primary }) {
    if (primary?.taskDefinition !== run.taskDefinition) {
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('failed', 'no-deployment-started', primaryFacts(primary));
    }
    if (primary.rolloutState === 'FAILED')
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('failed', 'failed-in-place', primaryFacts(primary));
    const reached = primary.runningCount === service.desiredCount && primary.rolloutState === 'COMPLETED';
    return reached
        ? (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('unchanged', 'count-reached', {
            ...primaryFacts(primary),
            ...(service.desiredCount === 0 ? { nothingRan: true } : {}),
        })
        : undefined;
}
function recordRolledBack({ record, primary }) {
    if (record === undefined)
        return undefined;
    switch (recordPhase(record)) {
        case 'rolled-back':
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('rolled-back', 'service-deployment-rolled-back', {
                ...recordFacts(record),
                ...primaryFacts(primary),
            });
        case 'rollback-failed':
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('failed', 'rollback-failed', { ...recordFacts(record), ...primaryFacts(primary) });
        case 'moving':
        case 'successful':
        case 'stopped':
        case 'rolling-back':
        case 'unknown':
            return undefined;
    }
}
function recordStopped(now) {
    const { run, record, primary, before } = now;
    if (record === undefined || recordPhase(record) !== 'stopped')
        return undefined;
    // Stopped without a rollback it may go on to its end all the same [?]: what ECS calls COMPLETED has ended well.
    if (completed(now) !== undefined)
        return undefined;
    // Service and record are read at the same time: what replaced ours may show in the next look only.
    const isFirstLook = before?.record === undefined || recordPhase(before.record) !== 'stopped';
    if (primary?.id === run.deploymentId && isFirstLook)
        return undefined;
    // Our own return to what was there before replaced it: how that ends is the verdict.
    if (isReturn(now))
        return undefined;
    const facts = { ...recordFacts(record), ...primaryFacts(primary) };
    // A breaker without rollback stops the record, too: nobody else did.
    if (failedAsPrimary(now))
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('failed', 'failed-in-place', { ...facts, ...ownFailure(now) });
    const isNew = primary !== undefined && primary.id !== run.deploymentId && !run.before.includes(primary.id);
    return isNew
        ? (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('superseded', 'service-deployment-replaced', facts)
        : (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('failed', 'service-deployment-stopped', facts);
}
function completed(now) {
    const { run, primary, rolledBackBy } = now;
    if (primary === undefined || !isComplete(run, now))
        return undefined;
    // This run has returned to what was there before: a read that lags behind does not show that yet.
    if (rolledBackBy !== undefined)
        return undefined;
    if (primary.runningCount < primary.desiredCount)
        return undefined;
    // A new PRIMARY starts with desiredCount 0: "0 of 0" is done only when AWS says COMPLETED.
    if (primary.desiredCount === 0 && primary.rolloutState !== 'COMPLETED')
        return undefined;
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('deployed', 'completed', {
        ...primaryFacts(primary),
        ...(primary.desiredCount === 0 ? { nothingRan: true } : {}),
    });
}
// FAILED and still PRIMARY: nothing took its place. Where a rollback is due, the moment between
// the failure and the rollback (about 0.2 s in a recording) must not be taken for the end.
function failedInPlace(now) {
    if (!failedAsPrimary(now))
        return undefined;
    const { service, record, before, primary } = now;
    const phase = record === undefined ? undefined : recordPhase(record);
    if (phase === 'rolling-back')
        return undefined;
    const isRollbackDue = (service.breaker.enabled && service.breaker.rollback) ||
        (service.alarms.enabled && service.alarms.rollback);
    const mustRepeat = isRollbackDue || phase !== undefined;
    if (mustRepeat && (before === undefined || !failedAsPrimary(before)))
        return undefined;
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('failed', 'failed-in-place', {
        ...(primary?.rolloutStateReason === undefined ? {} : { awsReason: primary.rolloutStateReason }),
        ...primaryFacts(primary),
    });
}
const failedAsPrimary = ({ run, primary }) => primary?.id === run.deploymentId && primary.rolloutState === 'FAILED';
// This run returned to what was there before, or AWS did when that return failed.
const isReturn = ({ run, primary, rolledBackBy }) => rolledBackBy !== undefined &&
    primary !== undefined &&
    (primary.id === rolledBackBy || run.before.includes(primary.id));
// AWS may roll back our return, too: then what it put in its place decides.
function ownRollbackFailed({ primary, rolledBackBy }) {
    if (primary === undefined || primary.id !== rolledBackBy || primary.rolloutState !== 'FAILED') {
        return undefined;
    }
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('failed', 'own-rollback-failed', {
        ...(primary.rolloutStateReason === undefined ? {} : { awsReason: primary.rolloutStateReason }),
        ...primaryFacts(primary),
    });
}
// Without a record: a rollback puts the old deployment back as PRIMARY, under its old id.
// With one, only what came after a success is left to tell: the other ends have rules of their own.
function noLongerPrimary(now) {
    const { run, service, record, primary, before, rollbackTargets } = now;
    if (primary === undefined || primary.id === run.deploymentId)
        return undefined;
    // A deployment that a hook refuses leaves within seconds: why, only its record tells, which may come later.
    if (record === undefined && (0,_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .isNative */ .ib)(service) && !isReturn(now))
        return undefined;
    const isDecidedByRecord = record !== undefined && recordPhase(record) !== 'successful';
    if (isDecidedByRecord && !isReturn(now))
        return undefined;
    if (before?.primary === undefined || before.primary.id === run.deploymentId)
        return undefined;
    const isRollback = run.before.includes(primary.id) || rollbackTargets.has(primary.id);
    if (!isRollback)
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('superseded', 'replaced', primaryFacts(primary));
    if (isFromBefore(now))
        return undefined;
    if (primary.rolloutState !== 'COMPLETED')
        return undefined;
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdict */ .WJ)('rolled-back', 'previous-restored', {
        ...primaryFacts(primary),
        ...ownFailure(now),
    });
}
// A read can lag behind: what it shows may be the service before the start, settled on what served then.
function isFromBefore({ run, service, primary, rollbackTargets }) {
    if (primary?.updatedAt === undefined || run.createdAt === undefined)
        return false;
    return (primary.updatedAt < run.createdAt &&
        !rollbackTargets.has(primary.id) &&
        ownDeployment(run, service) === undefined);
}
// The failed deployment can be gone some seconds later; its service event stays.
function ownFailure(now) {
    for (let moment = now; moment !== undefined; moment = moment.before) {
        const own = ownDeployment(moment.run, moment.service);
        if (own?.rolloutState === 'FAILED' && own.rolloutStateReason !== undefined) {
            return { awsReason: own.rolloutStateReason };
        }
    }
    const mark = `(deployment ${now.run.deploymentId}) deployment failed: `;
    const event = now.service.events.find(({ message }) => message.includes(mark));
    return event === undefined
        ? {}
        : { awsReason: event.message.slice(event.message.indexOf(mark) + mark.length) };
}
const primaryFacts = (primary) => primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } };
function recordFacts(record) {
    const reason = record.statusReason ?? record.rollbackReason;
    return reason === undefined ? {} : { awsReason: reason };
}
function momentOf({ run, snapshots, rolledBackBy }) {
    const rollbackTargets = new Set(rolledBackBy === undefined ? [] : [rolledBackBy]);
    let now;
    for (const { service, record } of snapshots) {
        const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
        if (primary !== undefined && primary.rolloutStateReason?.includes('rolling back') === true) {
            rollbackTargets.add(primary.id);
        }
        now = { run, service, record, primary, before: now, rollbackTargets, rolledBackBy };
    }
    return now;
}


/***/ }),

/***/ 679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ deploymentInProgress),
/* harmony export */   t: () => (/* binding */ isEndless)
/* harmony export */ });
/* harmony import */ var _ecs_rolling_back_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1717);
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3791);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9427);



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
            isOfRun: ({ run }) => (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isDescriptionOfRun */ .Z8)(active.description, run),
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
        isRollback: (0,_ecs_rolling_back_js__WEBPACK_IMPORTED_MODULE_0__/* .isReturnedTo */ .h)(moving),
        taskDefinition: moving.taskDefinition,
        // ECS does not say who started a deployment; it is known only where that run registered the revision.
        isOfRun: ({ run }) => running?.arn === moving.taskDefinition && (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfRun */ .NG)(running.tags, run),
        remedy: isEndless(service)
            ? endlessRemedy(service)
            : 'Wait for it to end, or stop it, then run this job again; when-in-progress can do either.',
    };
}
/** Whether ECS starts failing tasks of this service again for ever: then waiting may have no end. */
const isEndless = ({ controller, breaker, alarms }) => controller === 'ECS' && !breaker.enabled && !alarms.enabled;
function endlessRemedy({ name, clusterName, clusterArn }) {
    const region = (0,_service_service_js__WEBPACK_IMPORTED_MODULE_2__/* .regionOf */ .AP)(clusterArn);
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

/***/ 270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ servingNow),
/* harmony export */   m: () => (/* binding */ servingIn)
/* harmony export */ });
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3791);

/**
 * What serves, by a look at one deployment. Where ECS shifts the traffic, both revisions run for long: until the new
 * one has some of the production traffic the old one serves.
 */
function servingIn({ service, record }, deploymentId) {
    const share = record?.production?.find(({ role }) => role === 'new')?.percent;
    return (share === 0 ? (0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .servingBeside */ .Jo)(service, deploymentId) : undefined) ?? (0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .serving */ .fO)(service);
}
/** What serves before this run changes anything. */
const servingNow = ({ service, shifting }) => shifting === undefined ? (0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .serving */ .fO)(service) : servingIn({ service, ...shifting }, shifting.deploymentId);


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
        const { postAction } = await Promise.all(/* import() */[__webpack_require__.e(973), __webpack_require__.e(472), __webpack_require__.e(370), __webpack_require__.e(280), __webpack_require__.e(271)]).then(__webpack_require__.bind(__webpack_require__, 9271));
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
    const { removeTraces } = await Promise.all(/* import() */[__webpack_require__.e(621), __webpack_require__.e(283)]).then(__webpack_require__.bind(__webpack_require__, 8621));
    const left = await removeTraces(traces, process.env, { signal: runner.signal });
    runner.say('The login of the step that was cut off is removed, and what it had started is ended.');
    if (left !== undefined)
        runner.warn(left);
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
    const [directory, builder, groups] = [
        memberOf(value, 'configDirectory'),
        memberOf(value, 'builder'),
        memberOf(value, 'groups'),
    ];
    if (typeof directory !== 'string')
        return undefined;
    return {
        configDirectory: directory,
        ...(typeof builder === 'string' ? { builder } : {}),
        groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'number') : [],
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

/***/ 2828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ causeSentence),
/* harmony export */   lX: () => (/* binding */ stoppedSentence),
/* harmony export */   pQ: () => (/* binding */ causeWords)
/* harmony export */ });
/* harmony import */ var _full_stop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7451);

/** Why tasks of a deployment stopped, with every exit code. */
const causeSentence = ({ cause, tasks }) => stoppedSentence(cause, tasks.length, tasks);
/** Why so many tasks stopped, as far as they are named. */
function stoppedSentence(cause, count, tasks) {
    const words = causeWords(cause);
    if (count === 0)
        return (0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(`No task was started: ${words}`);
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
        case 'account-limit':
            return `a limit of the account is reached. ${awsText}`;
        case 'not-started':
            return `the task could not start. ${awsText}`;
        case 'other':
            return awsText;
    }
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

/***/ 2695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dc: () => (/* binding */ diagnosisLines),
  $O: () => (/* binding */ diagnosisOutput),
  oC: () => (/* binding */ diagnosisProblems),
  Pg: () => (/* binding */ findings)
});

// UNUSED EXPORTS: REMEDIES

// EXTERNAL MODULE: ./build/report/failure.js
var failure = __webpack_require__(897);
// EXTERNAL MODULE: ./build/report/full-stop.js
var full_stop = __webpack_require__(7451);
// EXTERNAL MODULE: ./build/report/plan.js + 1 modules
var plan = __webpack_require__(2732);
// EXTERNAL MODULE: ./build/report/cause.js
var report_cause = __webpack_require__(2828);
// EXTERNAL MODULE: ./build/report/shift.js
var shift = __webpack_require__(6711);
;// CONCATENATED MODULE: ./build/report/stage.js


/** What failed beside tasks, as lines of the log. */
function stageLines(stage) {
    if (stage === undefined)
        return [];
    const { name, reason, hook, pause, alarms } = stage;
    const by = hook !== undefined
        ? ` (its hook is the function ${hook.functionName})`
        : pause !== undefined
            ? ` (its hook is the pause ${pause.id})`
            : '';
    return [
        ...(name === undefined
            ? []
            : [`✗ It got as far as ${name}${by}${reason === undefined ? '.' : `: ${(0,full_stop/* withFullStop */.u)(reason)}`}`]),
        ...alarms.map(alarmLine),
    ];
}
function alarmLine({ name, metric, statistic, comparison, threshold, reason }) {
    const rule = metric === undefined
        ? ''
        : `: ${[statistic, 'of', metric, comparison, threshold].filter((part) => part !== undefined).join(' ')}`;
    return `✗ The alarm ${name} went off${rule}.${reason === undefined ? '' : ` ${(0,full_stop/* withFullStop */.u)(reason)}`}`;
}
/** What to do about what failed beside tasks; undefined where it tells nothing. */
function stageStep({ hook, alarms: [alarm] }) {
    if (hook !== undefined)
        return `Correct what the function ${hook.functionName} complains of.`;
    return alarm === undefined
        ? undefined
        : `See why ${alarm.name} went off before deploying this revision again.`;
}
/** What to do about a pause at which nobody decided. */
function pauseStep({ id, status, serviceDeployment }) {
    switch (status) {
        case 'AWAITING_ACTION': {
            const { goOn, rollBack } = (0,shift/* continueCommands */.an)(serviceDeployment, id);
            return `Decide about the pause: \`${goOn}\` goes on, \`${rollBack}\` returns to what ran before.`;
        }
        case 'TIMED_OUT':
            return 'Deploy again, and decide about the pause before its time is over: the log has both commands then.';
        default:
            return 'See who ended the pause, and why, before deploying this revision again.';
    }
}

;// CONCATENATED MODULE: ./build/report/successor.js

/** What took over, and whose it is, as lines of the log. */
function successorLines(successor) {
    if (successor === undefined)
        return [];
    const { id, revision, commit, run, registeredBy, description } = successor;
    const whose = [
        ...(commit === undefined ? [] : [`of commit ${commit}`]),
        ...(run === undefined ? [] : [`registered by run ${run.id} of ${run.repository}`]),
        ...(registeredBy === undefined ? [] : [`registered by ${registeredBy}`]),
    ];
    return [
        `✗ It was superseded by ${id} of ${revision}${whose.length === 0 ? '' : ` (${whose.join(', ')})`}.`,
        ...(description === undefined ? [] : [`  CodeDeploy says of it: ${(0,full_stop/* withFullStop */.u)(description)}`]),
    ];
}
/** What to do about having been superseded. */
const successorStep = ({ id }) => `Nothing, if ${id} is meant to serve; else deploy again once it has ended. A \`concurrency\` group for the service keeps workflow runs from crossing.`;

// EXTERNAL MODULE: ./build/report/untrusted.js
var untrusted = __webpack_require__(3021);
;// CONCATENATED MODULE: ./build/report/diagnosis.js







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
    const { causes, remarks, stage, successor, scaling, gaps } = diagnosis;
    const next = nextStep(diagnosis);
    return [
        ...successorLines(successor),
        ...causes.flatMap((cause) => causeLines(cause, next)),
        ...stageLines(stage),
        ...remarks.map(remarkLine),
        ...scaling.map(({ description, reason }) => `Meanwhile the service was scaled: ${(0,full_stop/* withFullStop */.u)(description)}${reason === undefined ? '' : ` ${(0,full_stop/* withFullStop */.u)(reason)}`}`),
        ...servingLines(diagnosis),
        ...changeLines(diagnosis),
        ...gaps.map(gapLine),
        `What to do next: ${next}`,
    ];
}
/** Each cause that a line of the file is to blame for, as an annotation of it. */
function diagnosisProblems({ causes }) {
    return causes.flatMap(({ cause, count, place }) => place === undefined
        ? []
        : [
            {
                message: (0,full_stop/* withFullStop */.u)(`${stopped(count)}${(0,report_cause/* causeWords */.pQ)(cause)}`),
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
const outputText = (diagnosis) => JSON.stringify({ ...diagnosis, next: nextStep(diagnosis) }, (_, value) => typeof value === 'string' ? (0,untrusted/* harmlessText */.fT)(value) : value);
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
// What is to be done next is said in the end.
function causeLines({ cause, count, tasks, member, image, targets }, next) {
    const remedy = REMEDIES[cause.kind];
    return [
        `✗ ${(0,full_stop/* withFullStop */.u)(`${stopped(count)}${(0,report_cause/* causeWords */.pQ)(cause)}`)}${remedy === next ? '' : ` ${remedy}`}`,
        ...tasks.map(({ id, containers }) => `  task ${id}: ${containers
            .map(({ name, exitCode }) => `${name} ${exitCode === undefined ? 'without an exit code' : `exit code ${exitCode}`}`)
            .join(', ')}`),
        ...(member === undefined
            ? []
            : [
                `  to blame: ${member}; no line is marked, since the revision was given by its name, not as a file.`,
            ]),
        ...(image === undefined || image.nearestTags.length === 0
            ? []
            : [`  ${image.reference} is not there; its repository has ${image.nearestTags.join(', ')}.`]),
        ...targets.map(({ target, code, description }) => `  ${target === undefined ? 'a target' : `target ${target}`} is unhealthy: ${code === undefined ? '' : `${code}: `}${(0,full_stop/* withFullStop */.u)(description)}`),
    ];
}
function hookLines(stage) {
    const { functionName, lines } = stage?.hook ?? {};
    if (functionName === undefined || lines === undefined)
        return [];
    return lines.length === 0
        ? [`No lines of the function ${functionName} in /aws/lambda/${functionName}: look where it logs to.`]
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
function changeLines({ changes, successor }) {
    if (changes.length === 0)
        return [];
    const left = changes.length - MOST_CHANGES;
    return [
        successor === undefined
            ? 'The revision that failed differs from the one that ran before:'
            : 'The revision of this run differs from the one that serves:',
        ...changes.slice(0, MOST_CHANGES).map((change) => `  ${(0,plan/* changeLine */.vK)(change)}`),
        ...(left > 0 ? [`  and ${left} more`] : []),
    ];
}
function remarkLine({ kind, tasks, container }) {
    const isOne = tasks === 1;
    const count = isOne ? '1 task' : `${tasks} tasks`;
    switch (kind) {
        case 'spot':
            return `${count} lost ${isOne ? 'its' : 'their'} Spot capacity: that is no failure of this revision.`;
        case 'stop-timeout':
            return `${count} ${isOne ? 'was' : 'were'} killed (exit code 137) because ${container ?? 'a container'} did not end when asked to: let it end on SIGTERM, or raise its stopTimeout.`;
    }
}
/** What to do about what is no cause, where nothing else tells what went wrong. */
const REMARK_STEPS = {
    spot: 'Deploy again; where that repeats itself, run a base of the tasks on FARGATE (capacityProviderStrategy).',
    'stop-timeout': 'Let the container end on SIGTERM, or raise its stopTimeout.',
};
const UNREAD = {
    logs: 'The last lines of the log are not shown',
    targets: 'The health of the targets is not shown',
    hook: 'Which function the hook is, is not shown',
    'hook-log': 'The log of the hook is not shown',
    alarms: 'Metric and threshold of the alarm are not shown',
    tags: 'The tags of the repository are not shown',
    successor: 'Whose the deployment is that took over is not shown in full',
    serving: 'What serves now is not shown in full',
    scaling: 'What scaled the service meanwhile is not shown',
};
const gapLine = ({ what, reason }) => `${UNREAD[what]}: ${/is not authorized/.test(reason) ? (0,failure/* denialLine */.iq)(reason) : (0,full_stop/* withFullStop */.u)(reason)}`;
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
    'secret-missing': 'Create the secret or parameter, or correct its name or JSON key, in the region of the task.',
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
    'account-limit': 'Request more in Service Quotas, in this region, under AWS Fargate: "Fargate On-Demand vCPU resource count", or "Fargate Spot vCPU resource count" for FARGATE_SPOT. Or run fewer tasks, or smaller ones.',
    other: 'Correct what the text of AWS names.',
};
function nextStep({ causes: [first], remarks: [remark], stage, successor }) {
    if (successor !== undefined)
        return successorStep(successor);
    if (stage?.pause !== undefined)
        return pauseStep(stage.pause);
    if (first !== undefined)
        return REMEDIES[first.cause.kind];
    return ((stage && stageStep(stage)) ??
        (remark && REMARK_STEPS[remark.kind]) ??
        'Read the events of the deployment in the log and in the AWS console.');
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
// AWS's sentence: "… is not authorized to perform: ACTION on resource: RESOURCE because …". Seen without a resource, too.
const DENIED = /is not authorized to perform: (\S+)(?: on resource: (\S+))?/;
const OTHER_POLICY = /explicit deny|permissions boundary|service control policy|session policy/;
/** The remedy for a text of AWS that says what is denied; undefined for any other text. */
function denialRemedy(message) {
    const [, action, resource] = DENIED.exec(message) ?? [];
    if (action === undefined)
        return undefined;
    if (OTHER_POLICY.test(message)) {
        const what = resource === undefined ? action : `${action} on ${resource}`;
        return `A policy of its own kind stands in the way, as AWS says: ${what} must be let through there.`;
    }
    if (resource === undefined)
        return undefined;
    const line = JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource });
    return `Add this statement to the policy of the role that the job assumes: ${line}`;
}
/** A denial in AWS's words, and the line of a policy that would allow it: for what is only warned of. */
const denialLine = (message) => `${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)} ${deniedRemedy(message)}`;
const deniedRemedy = (message) => denialRemedy(message) ?? 'Allow this action in the policy of the role that the job assumes.';


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ withFullStop)
/* harmony export */ });
/** Ends a text with exactly one full stop, unless it ends with a question or exclamation mark. */
const withFullStop = (text) => {
    const trimmed = text.trim().replace(/\.+$/, '');
    return /[?!]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};


/***/ }),

/***/ 4247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ outcomeSentence)
/* harmony export */ });
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3791);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6241);
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2828);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(897);
/* harmony import */ var _full_stop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7451);





/** The one sentence that says how a deployment ended, for log, annotation, summary and output. */
function outcomeSentence(outcome) {
    const { verdict, service, taskDefinition } = outcome;
    const revision = taskDefinition === undefined ? 'the task definition' : (0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(taskDefinition);
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
        case 'restored-by-rollback':
            return `${service} runs ${revision}: a rollback to it was under way and was waited for; nothing was sent.${nothingRan(facts)}`;
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
            if (facts.unproven !== undefined) {
                return `${revision} is complete on ${service}, but in ${facts.minutes ?? 0} minutes its tasks were never up for ${facts.unproven} seconds.`;
            }
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
        if (facts.unproven !== undefined && facts.stopped !== true) {
            return `This run was cancelled; ECS calls ${handle.id} of ${revision} on ${service} complete, but its tasks had yet to be up for ${facts.unproven} seconds.`;
        }
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
    const remedy = (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .denialRemedy */ .S$)(reason);
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
const stabilitySentence = ({ rule, facts: { stableFor: seconds } }) => seconds === undefined || rule === 'not-stable'
    ? []
    : [`ECS called it complete, but its tasks crashed before they were up for ${seconds} seconds.`];
const registeredSentence = ({ registered }) => registered === undefined
    ? []
    : [`${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .pd)(registered)} was registered and stays; the next run uses it.`];
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
            `This run could not stop the deployment${stopAction === undefined ? '' : ` (${stopAction})`}: ${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullStop */ .u)(notStopped)}${allowance({ awsReason: notStopped })}`,
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
// A diagnosis has read the logs and the events: it knows better.
const causeSentences = ({ causes, diagnosis }) => diagnosis === undefined
    ? causes.map(_cause_js__WEBPACK_IMPORTED_MODULE_4__/* .causeSentence */ .Jg)
    : diagnosis.causes.map(({ cause, count, tasks }) => (0,_cause_js__WEBPACK_IMPORTED_MODULE_4__/* .stoppedSentence */ .lX)(cause, count, tasks));


/***/ }),

/***/ 2732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vK: () => (/* binding */ changeLine),
  JD: () => (/* binding */ definitionLines),
  t3: () => (/* binding */ imageWarnings),
  HN: () => (/* binding */ planLines),
  kK: () => (/* binding */ workerWarnings)
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
function workerNotices({ request: { revision }, containers }) {
    return containers.flatMap((container, index) => {
        const own = sidekiqTimeout(container);
        const { name = '', stopTimeout = STOP_TIMEOUT_SECONDS } = container;
        if (own === undefined || stopTimeout >= own + MARGIN_SECONDS)
            return [];
        return [
            {
                message: `Container ${name} is killed ${stopTimeout} s after it is told to stop, while its Sidekiq lets jobs run on for ${own} s: jobs may be cut off, and lost.`,
                remedy: `Set its stopTimeout to ${own + MARGIN_SECONDS} or more (Fargate: at most 120), or lower Sidekiq's -t.`,
                ...(revision.kind === 'file'
                    ? { location: revision.locate(['containerDefinitions', index, memberOf(container)]) }
                    : {}),
            },
        ];
    });
}
/** The member to look at: the command where no stopTimeout is set. */
const memberOf = ({ stopTimeout, command }) => stopTimeout !== undefined ? 'stopTimeout' : command !== undefined ? 'command' : 'entryPoint';
/** Seconds that a Sidekiq in this container lets jobs run on once it is told to stop; undefined where there is none. */
function sidekiqTimeout({ entryPoint = [], command = [] }) {
    const words = [...entryPoint, ...command].flatMap((text) => text.split(/\s+/));
    if (!words.some((word) => /(?:^|\/)sidekiq(?:swarm)?$/.test(word)))
        return undefined;
    const [, given] = / (?:-t|--timeout)[ =]?(\d+)(?= |$)/.exec(` ${words.join(' ')}`) ?? [];
    return given === undefined ? SIDEKIQ_SECONDS : Number(given);
}

// EXTERNAL MODULE: ./build/deploy/serving.js
var serving = __webpack_require__(270);
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
/** What is to be known of images: that the registry could not tell; and more of a rollback, whose age is its risk. */
function imageWarnings({ action, revision }, { images }) {
    return [...images].flatMap(([image, found]) => {
        // What is denied is told with the line of the policy, where it is read.
        if (found.state === 'missing' || (found.state === 'unknown' && found.denied !== undefined))
            return [];
        const isReturn = action === 'rollback' && revision.kind === 'registered';
        if (found.state === 'unknown') {
            const isToSay = isReturn || found.isUnanswered === true;
            const what = isReturn ? 'still exists' : 'is in its repository';
            return isToSay ? [`Whether the image ${image} ${what} is not known: ${found.why}.`] : [];
        }
        if (!isReturn)
            return [];
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
    const served = (0,serving/* servingNow */.N)(current);
    const strategy = service.controller === 'ECS' ? `, strategy ${service.strategy}` : '';
    return [
        `${service.clusterName}/${service.name}: controller ${service.controller}${strategy}, ${tasksRunning(service, served)}`,
        ...(served === undefined ? [] : [`serves ${(0,service_service/* revisionName */.pd)(served.taskDefinition)}`]),
        ...(current.codeDeploy === undefined
            ? []
            : [`CodeDeploy application ${current.codeDeploy.application}, group ${current.codeDeploy.group}`]),
        ...decision(plan),
        ...(plan.kind === 'deploy' && !plan.countOnly ? endWarning(request, current) : []),
    ];
}
/** An old task set that waits to be terminated, or a deployment that drains, has tasks beside those that serve. */
function tasksRunning({ runningCount: all, desiredCount }, served) {
    const { runningCount } = served ?? { runningCount: all };
    const beside = all > runningCount ? `, ${all - runningCount} more beside them` : '';
    return `${runningCount} of ${desiredCount} tasks running${beside}`;
}
/** What is to be known of a worker whose tasks are about to be replaced. */
function workerWarnings(request, current) {
    const containers = containersOf(request, current);
    return workerNotices({ request, current, containers }).map(annotations/* problemLine */.Y);
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

/***/ 6711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ hookLines),
/* harmony export */   an: () => (/* binding */ continueCommands),
/* harmony export */   vm: () => (/* binding */ stageLine)
/* harmony export */ });
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3791);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5149);


/** A stage of a service deployment that began. */
function stageLine({ stage, passed, minutes }, after) {
    const since = passed.length === 0 ? '' : ` (${passed.join(', ')} passed)`;
    const until = minutes === undefined ? '' : `: ${minutes} minutes, until about ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .clock */ .p)(after + minutes * 60_000)}`;
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
    const { goOn, rollBack } = continueCommands(serviceDeployment, id);
    return [
        `${name}${at}: AWAITING_ACTION, so a person must decide${otherwise}`,
        `  go on:     ${goOn}`,
        `  roll back: ${rollBack}`,
    ];
}
/** How to end a pause by hand (ContinueServiceDeployment). */
function continueCommands(serviceDeployment, hookId) {
    const call = `aws ecs continue-service-deployment --service-deployment-arn ${serviceDeployment} --hook-id ${hookId} --region ${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_1__/* .regionOf */ .AP)(serviceDeployment)} --action`;
    return { goOn: `${call} CONTINUE`, rollBack: `${call} ROLLBACK` };
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
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2695);
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2828);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4247);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7556);
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
        (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)((0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeSentence */ .y)(outcome)),
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
    return ['', '#### Why tasks stopped', '', ...causes.map((group) => `- ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)((0,_cause_js__WEBPACK_IMPORTED_MODULE_7__/* .causeSentence */ .Jg)(group))}`)];
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
        .flatMap(({ after, event }) => (0,_timeline_js__WEBPACK_IMPORTED_MODULE_8__/* .eventLines */ .C)(event, after).map((line) => `| ${(0,_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .clock */ .p)(after)} | ${(0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(line)} |`));
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

/***/ 7556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ eventLines),
/* harmony export */   t: () => (/* binding */ timelineLines)
/* harmony export */ });
/* harmony import */ var _service_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3791);
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2828);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5149);
/* harmony import */ var _shift_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6711);




/** Lines of the log for one entry of the timeline, each with the time since the start. */
function timelineLines({ after, event }) {
    return eventLines(event, after).map((line) => `${(0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .clock */ .p)(after)}  ${line}`);
}
/** What happened so many milliseconds after the start, in words; a failure begins with a cross. */
function eventLines(event, after = 0) {
    switch (event.kind) {
        case 'counts':
            return [event.lines.map(countWords).join('  ·  ')];
        case 'service-event':
            return [`${event.message}${event.times === undefined ? '' : ` (${event.times}×)`}`];
        case 'rollout':
            return [
                `${event.state === 'FAILED' ? '✗ ' : ''}${event.id} ${event.state}${event.reason === undefined ? '' : `: ${event.reason}`}`,
            ];
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
            return [(0,_shift_js__WEBPACK_IMPORTED_MODULE_1__/* .stageLine */ .vm)(event, after)];
        case 'hook':
            return (0,_shift_js__WEBPACK_IMPORTED_MODULE_1__/* .hookLines */ .FM)(event);
        case 'alarms':
            return [
                event.triggered.length > 0
                    ? `✗ alarm ${event.triggered.join(', ')} went off`
                    : `alarms: ${event.status}`,
            ];
        case 'cause':
            return [`✗ ${(0,_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .causeSentence */ .Jg)(event.group)}`];
        case 'stopping':
            return [
                `✗ ${event.restores ? 'Stopping the deployment with a rollback' : 'Stopping the deployment without a rollback, as asked'} (${event.action}): it cannot succeed. ${(0,_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .causeSentence */ .Jg)(event.group)}`,
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
const countWords = ({ role, taskDefinition, running, desired, pending }) => `${role} ${(0,_service_service_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionName */ .pd)(taskDefinition)}: ${running} of ${desired} running${pending > 0 ? `, ${pending} pending` : ''}`;
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

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   J2: () => (/* binding */ LINE_END),
/* harmony export */   fT: () => (/* binding */ harmlessText)
/* harmony export */ });
/** What the runner takes for a line end; the Unicode ones and lone CR included. */
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
/* harmony export */   bk: () => (/* binding */ revisionArn),
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
/** The ARN of a task definition that is named by it or as `family:revision`, beside another resource of its account. */
const revisionArn = (taskDefinition, besideArn) => taskDefinition.startsWith('arn:')
    ? taskDefinition
    : `${besideArn.split(':').slice(0, 5).join(':')}:task-definition/${taskDefinition}`;


/***/ })

};
