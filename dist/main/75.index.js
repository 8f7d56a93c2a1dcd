export const id = 75;
export const ids = [75];
export const modules = {

/***/ 5075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  postAction: () => (/* binding */ postAction)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/report/sentences.js + 1 modules
var sentences = __webpack_require__(8944);
// EXTERNAL MODULE: ./build/service/describe.js
var describe = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/deploy/cause.js
var cause = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/deploy/ending.js
var ending = __webpack_require__(6783);
// EXTERNAL MODULE: ./build/deploy/outcome.js
var deploy_outcome = __webpack_require__(5970);
// EXTERNAL MODULE: ./build/deploy/serving.js
var serving = __webpack_require__(270);
// EXTERNAL MODULE: ./build/deploy/stop.js + 1 modules
var stop = __webpack_require__(2261);
// EXTERNAL MODULE: ./build/deploy/strategies.js + 24 modules
var strategies = __webpack_require__(8921);
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
    return outcome(decided, {
        handle,
        causes: (0,cause/* groupCauses */.QB)(last?.stoppedTasks ?? []),
        timeline,
        ...(serves === undefined
            ? {}
            : { runningTaskDefinition: serves.taskDefinition, servingTasks: serves.runningCount }),
    });
}
/** To its end where it has one by now; else rolled back, or left, as `on-cancel` says. */
async function brought(started, course, ports) {
    const tell = (entry) => ports.log.say(...(0,sentences/* timelineLines */.tg)(entry));
    // A deployment that has ended meanwhile, well or not, is not touched.
    const look = await started.watch(() => undefined, 0);
    if (look.verdict.rule !== 'limit-passed')
        return { decided: look.verdict, watched: look };
    if (course.onCancel === 'leave') {
        return { decided: (0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal', look.verdict.facts), watched: look };
    }
    const facts = course.isStopAsked === true ? { stopped: true } : await rollBack(started, look, ports);
    if (facts.notStopped !== undefined) {
        return { decided: (0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal', { ...look.verdict.facts, ...facts }), watched: look };
    }
    const resumed = await started.watch(tell, MINUTES);
    return { decided: { ...resumed.verdict, facts: { ...resumed.verdict.facts, ...facts } }, watched: resumed };
}
async function rollBack(started, look, ports) {
    if (look.verdict.facts.rollingBack === true)
        return { stopped: true };
    ports.log.say(`Rolling ${started.handle.id} back, as on-cancel asks.`);
    return (0,stop/* stopFacts */.MX)(await started.rollBack(ports));
}

// EXTERNAL MODULE: ./build/report/log.js
var report_log = __webpack_require__(6945);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/scaling/suspend.js
var suspend = __webpack_require__(9558);
// EXTERNAL MODULE: ./build/github/connect.js + 3 modules
var connect = __webpack_require__(7255);
// EXTERNAL MODULE: ./build/github/session.js + 1 modules
var session = __webpack_require__(8045);
;// CONCATENATED MODULE: ./build/github/post-action.js







const MAX_RETRIES = 3;
/** The post step of an action whose main step was cut off: all its services side by side. */
async function postAction({ courses, suspensions }, runner) {
    const [{ region } = { region: '' }] = [...suspensions, ...courses];
    const ports = await (0,session/* openSession */.f)({ region, maxRetries: MAX_RETRIES, role: (0,connect/* keptRole */.T)(process.env) }, runner);
    const restoring = Promise.all(suspensions.map((suspension) => (0,suspend/* restore */.PF)(suspension, ports)));
    const settled = await Promise.all(courses.map(async (course) => {
        const log = courses.length === 1 ? runner : (0,report_log/* logOf */.G)(course.service, runner);
        const outcome = await settle(course, portsOf(log, ports));
        const sentence = (0,sentences/* outcomeSentence */.yz)(outcome);
        const isAsAsked = isSettled(outcome, course);
        if (isAsAsked)
            runner.warn(sentence);
        return { outcome, failure: isAsAsked ? undefined : `${outcome.verdict.status}: ${sentence}` };
    }));
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
