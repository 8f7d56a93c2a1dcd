export const id = 271;
export const ids = [271];
export const modules = {

/***/ 9271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  postAction: () => (/* binding */ postAction)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/diagnosis/diagnose.js + 14 modules
var diagnose = __webpack_require__(6145);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/report/timeline.js
var timeline = __webpack_require__(7556);
// EXTERNAL MODULE: ./build/service/describe.js
var describe = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/deploy/cause.js
var cause = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/deploy/ending.js
var ending = __webpack_require__(6783);
// EXTERNAL MODULE: ./build/task-definition/describe.js
var task_definition_describe = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/deploy/course.js
var course = __webpack_require__(6665);
;// CONCATENATED MODULE: ./build/deploy/hindsight.js


/**
 * What a run knew of its deployment, as far as its course and AWS tell afterwards: enough to say why it failed.
 * Files are not read again, so that nothing is shown at their lines.
 */
async function hindsight(course, { started, last, ports }) {
    const asked = await (0,task_definition_describe/* describeRevision */.h)(await ports.aws.ecs(), course.taskDefinition, ports.signal);
    return {
        request: requestOf(course),
        current: {
            service: asItWas(last.service, course),
            images: new Map(),
            ...(asked === undefined ? {} : { asked }),
        },
        started,
        last,
        ports,
    };
}
/** The service with the events that it had before the start. */
function asItWas(service, { lastEvent }) {
    const { events } = service;
    const newest = events.findIndex(({ id }) => id === lastEvent);
    return { ...service, events: newest === -1 ? [] : events.slice(newest) };
}
function requestOf({ action, cluster, service, taskDefinition, onCancel }) {
    return {
        action,
        cluster,
        service,
        revision: { kind: 'registered', reference: taskDefinition },
        settings: {
            forceNewDeployment: undefined,
            desiredCount: undefined,
            propagateTags: undefined,
            managedTags: undefined,
        },
        codeDeploy: { endPreviousWait: false, waitForTermination: false },
        control: { ...course/* NO_INTERVENTION */.O, onCancel },
        run: {},
        pinImages: false,
        dryRun: false,
        wait: true,
    };
}

// EXTERNAL MODULE: ./build/deploy/outcome.js
var deploy_outcome = __webpack_require__(5970);
// EXTERNAL MODULE: ./build/deploy/serving.js
var serving = __webpack_require__(270);
// EXTERNAL MODULE: ./build/deploy/stop.js + 1 modules
var stop = __webpack_require__(2261);
// EXTERNAL MODULE: ./build/deploy/strategies.js + 14 modules
var strategies = __webpack_require__(7544);
;// CONCATENATED MODULE: ./build/deploy/settle.js












/** How long the post step may take: what it undoes is watched for so many minutes at most. */
const MINUTES = 2;
/**
 * What the post step does about a deployment whose run was cut off: tells what goes on, or, with
 * `on-cancel: rollback`, sees to it that it is rolled back, at most once, and watches that for 2 minutes.
 * What was done before this process began is read from AWS. Never throws for what AWS does.
 */
async function settle(course, ports) {
    const startedAt = ports.clock.now();
    const outcome = (decided, rest = {}) => ({
        region: course.region,
        ...(0,ending/* names */.Dy)(course),
        taskDefinition: course.taskDefinition,
        ...(course.handle === undefined ? {} : { handle: course.handle }),
        ...(course.lastSuccessful === undefined ? {} : { previousTaskDefinition: course.lastSuccessful }),
        problems: [],
        imageVerified: 'unknown',
        causes: [],
        timeline: [],
        ...rest,
        verdict: decided,
        milliseconds: ports.clock.now() - startedAt,
    });
    try {
        return await settled(course, ports, outcome);
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure === undefined)
            throw error;
        const facts = { awsCode: failure.code, awsReason: failure.message };
        return outcome((0,deploy_outcome/* verdict */.WJ)('unknown', 'lost-sight', facts));
    }
}
async function settled(course, ports, outcome) {
    const { cluster, service } = course;
    const described = await (0,describe/* describeService */.J)(await ports.aws.ecs(), { cluster, service }, ports.signal);
    if (!described.found) {
        const awsReason = `ECS does not list the service any more (${described.reason})`;
        return outcome((0,deploy_outcome/* verdict */.WJ)('unknown', 'lost-sight', { awsReason }));
    }
    const started = await (0,strategies/* strategyFor */.f)(described.service).resume(course, { service: described.service, ports });
    if (started === undefined)
        return outcome((0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal'));
    const { handle } = started;
    ports.log.say((0,console/* consoleLink */.i)({ ...(0,ending/* names */.Dy)(course), handle }, course.region));
    const { decided, watched } = await brought(started, course, ports);
    const { last, timeline } = watched;
    const serves = last && (0,serving/* servingIn */.m)(last, handle.id);
    const causes = (0,cause/* groupCauses */.QB)(last?.stoppedTasks ?? []);
    // What was only withdrawn has no cause.
    const isWithdrawn = decided.facts.stopped === true && causes.length === 0;
    const diagnosis = last && !isWithdrawn ? await diagnosed(decided, course, { started, last, ports }) : undefined;
    return outcome(decided, {
        handle,
        causes,
        ...(diagnosis === undefined ? {} : { diagnosis }),
        timeline,
        ...(serves === undefined
            ? {}
            : { runningTaskDefinition: serves.taskDefinition, servingTasks: serves.runningCount }),
    });
}
// The verdict stands already: not being able to read the revision does not change it.
async function diagnosed(decided, course, seen) {
    if (!HAS_FAILED.has(decided.status))
        return undefined;
    try {
        return await (0,diagnose/* diagnoseIfRed */.N)(decided, await hindsight(course, seen));
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error) === undefined)
            throw error;
        return undefined;
    }
}
const HAS_FAILED = new Set(['failed', 'rolled-back', 'timed-out']);
/** To its end where it has one by now; else rolled back, or left, as `on-cancel` says. */
async function brought(started, course, ports) {
    const tell = (entry) => ports.log.say(...(0,timeline/* timelineLines */.t)(entry));
    // A deployment that has ended meanwhile, well or not, is not touched; what only crashes has not ended.
    const look = await started.watch(() => undefined, 0);
    const isOpen = look.verdict.rule === 'limit-passed';
    const isCrashing = look.verdict.rule === 'not-stable' && course.onCancel === 'rollback';
    if (!isOpen && !isCrashing)
        return { decided: look.verdict, watched: look };
    const { facts: seen } = look.verdict;
    const isLeft = course.onCancel === 'leave';
    const isEnding = seen.stopped === true || seen.rollingBack === true;
    const goesOn = seen.stopped !== true && (seen.isUnderWay === true || seen.unproven !== undefined);
    if (isLeft && goesOn)
        return { decided: (0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal', seen), watched: look };
    const facts = isEnding || isLeft ? {} : await rollBack(started, ports);
    if (facts.notStopped !== undefined) {
        const notUndone = isCrashing ? look.verdict : (0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal', look.verdict.facts);
        return { decided: { ...notUndone, facts: { ...notUndone.facts, ...facts } }, watched: look };
    }
    // How it ended one look may not tell, and what is ending is watched.
    const resumed = await started.watch(tell, MINUTES);
    if (isLeft && resumed.verdict.rule === 'limit-passed') {
        return { decided: (0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal', resumed.verdict.facts), watched: resumed };
    }
    return { decided: { ...resumed.verdict, facts: { ...resumed.verdict.facts, ...facts } }, watched: resumed };
}
async function rollBack(started, ports) {
    ports.log.say(`Rolling ${started.handle.id} back, as on-cancel asks.`);
    return (0,stop/* stopFacts */.MX)(await started.rollBack(ports));
}

// EXTERNAL MODULE: ./build/report/log.js
var report_log = __webpack_require__(6945);
// EXTERNAL MODULE: ./build/report/outcome.js
var report_outcome = __webpack_require__(4247);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/scaling/suspend.js
var suspend = __webpack_require__(9558);
// EXTERNAL MODULE: ./build/github/connect.js + 5 modules
var connect = __webpack_require__(7676);
// EXTERNAL MODULE: ./build/github/session.js + 1 modules
var session = __webpack_require__(8045);
;// CONCATENATED MODULE: ./build/github/post-action.js







const MAX_RETRIES = 3;
/** The post step of an action whose main step was cut off: all its services side by side. */
async function postAction({ courses, suspensions }, runner) {
    const [{ region } = { region: '' }] = [...suspensions, ...courses];
    const ports = await (0,session/* openSession */.f)({ region, maxRetries: MAX_RETRIES, role: (0,connect/* keptRole */.T)(process.env) }, runner);
    const restoring = Promise.all(suspensions.map((suspension) => (0,suspend/* restore */.PF)(suspension, ports)));
    const settling = Promise.all(courses.map(async (course) => {
        const log = courses.length === 1 ? runner : (0,report_log/* logOf */.G)(course.service, runner);
        const outcome = await settle(course, portsOf(log, ports));
        const sentence = (0,report_outcome/* outcomeSentence */.y)(outcome);
        const isAsAsked = isSettled(outcome, course);
        if (isAsAsked)
            runner.warn(sentence);
        return { outcome, failure: isAsAsked ? undefined : `${outcome.verdict.status}: ${sentence}` };
    }));
    // Whatever becomes of the deployments, what was suspended is restored before this step ends.
    await Promise.allSettled([settling, restoring]);
    const settled = await settling;
    const isRestored = (await restoring).every((restored) => restored);
    const failures = [
        ...settled.flatMap(({ failure }) => failure ?? []),
        ...(isRestored ? [] : ['Scaling stays suspended: see the warning.']),
    ];
    return {
        outputs: {},
        summary: settled.map(({ outcome }) => (0,summary/* renderSummary */.B)(outcome)).join('\n'),
        problems: [],
        ...(failures.length === 0 ? {} : { failure: failures.join(' ') }),
    };
}
// Nothing comes after this step that could be told.
const portsOf = (log, ports) => ({ ...ports, log, keep: () => undefined });
/** Whether it came to what `on-cancel` asks for. */
function isSettled({ verdict, handle }, { onCancel }) {
    switch (verdict.status) {
        case 'rolled-back':
        case 'deployed':
        case 'unchanged':
        case 'superseded':
            return true;
        case 'cancelled':
            return handle === undefined || onCancel === 'leave';
        case 'started':
        case 'paused':
        case 'failed':
        case 'timed-out':
        case 'unknown':
            return false;
    }
}


/***/ }),

/***/ 6945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ logOf)
/* harmony export */ });
/** The log of one service among several that go side by side: every text begins with its name. */
const logOf = (service, log) => ({
    say: (...lines) => log.say(...lines.map((line) => `${service}  ${line}`)),
    group: (title, lines) => log.group(`${service}: ${title}`, lines),
    warn: (text) => log.warn(`${service}: ${text}`),
});


/***/ })

};
