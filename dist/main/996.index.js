export const id = 996;
export const ids = [996];
export const modules = {

/***/ 9461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy),
  s: () => (/* binding */ deployChosen)
});

// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/report/plan.js + 1 modules
var report_plan = __webpack_require__(2732);
// EXTERNAL MODULE: ./build/deploy/grace.js
var grace = __webpack_require__(6650);
// EXTERNAL MODULE: ./build/deploy/describe.js + 1 modules
var describe = __webpack_require__(6544);
// EXTERNAL MODULE: ./build/deploy/strategies.js + 14 modules
var strategies = __webpack_require__(7544);
;// CONCATENATED MODULE: ./build/deploy/clear.js




const DEFAULT_MINUTES = 30;
const BETWEEN_LOOKS_MS = 3_000;
/** All waiting of one run shares one limit: its own `wait-for-minutes`, which begins anew with its deployment. */
function clearingFor({ waitMinutes = DEFAULT_MINUTES }, { clock }) {
    const until = clock.now() + waitMinutes * 60_000;
    const stopped = new Set();
    return {
        clear: async ({ inTheWay, stops }, context) => {
            const { current, ports } = context;
            const { service } = current;
            if (stops && !stopped.has(inTheWay.id)) {
                // A stop that was asked for once goes on; its rollback must not be stopped in turn.
                ports.log.say(`Stopping ${inTheWay.id} of ${service.name} with a rollback, as asked.`);
                await (0,strategies/* strategyFor */.f)(service).stop(inTheWay, { ...context, until });
                stopped.add(inTheWay.id);
            }
            else {
                ports.log.say(`Waiting for the end of ${inTheWay.id} of ${service.name}.`);
            }
            while ((await (0,describe/* describeInProgress */.An)(context)) !== undefined) {
                if (ports.signal.aborted)
                    throw new grace/* CutOff */.e();
                if (ports.clock.now() >= until)
                    throw tooLate(inTheWay.id, service.name, waitMinutes);
                await ports.clock.sleep(BETWEEN_LOOKS_MS, ports.signal);
            }
        },
    };
}
const tooLate = (id, service, minutes) => new problem/* UserError */.yo({
    message: `The deployment ${id} on the service ${service} has not ended within ${minutes} minutes.`,
    remedy: 'Nothing was deployed by this run. See why it takes so long, or raise wait-for-minutes.',
    input: 'when-in-progress',
});

// EXTERNAL MODULE: ./build/deploy/codedeploy/prepare.js
var prepare = __webpack_require__(3586);
// EXTERNAL MODULE: ./build/deploy/ending.js
var deploy_ending = __webpack_require__(6783);
// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/diagnosis/diagnose.js + 14 modules
var diagnose = __webpack_require__(6145);
// EXTERNAL MODULE: ./build/report/console.js
var console = __webpack_require__(7150);
// EXTERNAL MODULE: ./build/report/timeline.js
var report_timeline = __webpack_require__(7556);
// EXTERNAL MODULE: ./build/task-definition/describe.js
var task_definition_describe = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/deploy/cause.js
var cause = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/deploy/outcome.js
var deploy_outcome = __webpack_require__(5970);
// EXTERNAL MODULE: ./build/deploy/run.js
var run = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/deploy/serving.js
var serving = __webpack_require__(270);
// EXTERNAL MODULE: ./build/deploy/stop.js + 1 modules
var stop = __webpack_require__(2261);
// EXTERNAL MODULE: ./build/tasks/describe.js
var tasks_describe = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/images/reference.js
var reference = __webpack_require__(8794);
;// CONCATENATED MODULE: ./build/images/verify.js

/**
 * Compares what runs with what was asked for. The digest of an index and the digest of one of its
 * images both prove it: which of the two Fargate reports is not documented [?].
 */
function verifyImages(images) {
    const answers = images.map(verifyImage);
    return (answers.find((answer) => answer.verified === 'false' && answer.byDigest) ??
        answers.find(({ verified }) => verified === 'false') ??
        answers.find(({ verified }) => verified === 'unknown') ?? {
        verified: images.length === 0 ? 'unknown' : 'true',
    });
}
function verifyImage({ container, image, registry, running }) {
    const asked = (0,reference/* imageReference */.r)(image).digest;
    const expected = new Set([
        ...(asked === undefined ? [] : [asked]),
        ...(registry?.state === 'known' ? [registry.digest, ...registry.children] : []),
    ]);
    if (running.length === 0 || expected.size === 0)
        return { verified: 'unknown' };
    if (running.every((digest) => digest !== undefined && expected.has(digest)))
        return { verified: 'true' };
    // Without the registry's word another digest may still be an image of the index that was asked for.
    if (registry?.state !== 'known' || running.includes(undefined))
        return { verified: 'unknown' };
    const byDigest = asked !== undefined && !running.some((digest) => digest !== undefined && expected.has(digest));
    return { verified: 'false', container, byDigest };
}

;// CONCATENATED MODULE: ./build/deploy/verify.js





/** Compares the images of the running tasks with what was asked for, once the deployment ended well. */
async function verifyDeployment(deployed, context) {
    const { request, current, ports, started } = context;
    const running = await runningDigests(context);
    if (running === undefined)
        return { verdict: deployed, imageVerified: 'unknown' };
    const answer = compare(request, current, running);
    if (answer.verified !== 'false')
        return { verdict: deployed, imageVerified: answer.verified };
    if (answer.byDigest) {
        const facts = { ...deployed.facts, awsReason: `container ${answer.container}` };
        return { verdict: (0,deploy_outcome/* verdict */.WJ)('failed', 'wrong-image', facts), imageVerified: 'false' };
    }
    ports.log.warn(`Container ${answer.container} of ${started.handle.id} does not run in every task the image that was asked for. If a tag names it, the tag moved: name images by digest (pin-images) to rule this out.`);
    return { verdict: deployed, imageVerified: 'false' };
}
/** The same for a service that already runs what was asked for, over what was read before the plan. */
function verifyRunning(request, current) {
    return compare(request, current, current.runningDigests ?? new Map()).verified;
}
function compare(request, current, running) {
    return verifyImages((0,describe/* containersOf */.Mz)(request, current.asked).map(({ name = '', image = '' }) => ({
        container: name,
        image,
        registry: current.images.get(image),
        running: running.get(name) ?? [],
    })));
}
async function runningDigests({ ports: { aws, signal }, started, last, }) {
    if (last === undefined)
        return undefined;
    const { service } = last;
    try {
        const ecs = await aws.ecs();
        const arns = await (0,tasks_describe/* listTasks */.V)(ecs, { cluster: service.clusterArn, service: service.name }, 'RUNNING', signal);
        const tasks = await (0,tasks_describe/* describeTasks */.y)(ecs, service.clusterArn, arns, signal);
        const startedBy = started.startedBy(service);
        const digests = new Map();
        for (const task of tasks.filter((candidate) => candidate.startedBy === startedBy)) {
            for (const { name = '', imageDigest } of task.containers ?? []) {
                digests.set(name, [...(digests.get(name) ?? []), imageDigest]);
            }
        }
        return digests;
    }
    catch (error) {
        // The deployment has ended well; not being able to look closer changes no verdict.
        if ((0,errors/* awsFailure */.M)(error) === undefined)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/deploy/finish.js












/** It runs at AWS now: from here on every end carries the handle. */
async function finish(started, { request, current, ports, outcome, known, joined, }) {
    const { handle, taskDefinition } = started;
    known.rest = { ...known.rest, taskDefinition, ...(started.isNew ? { handle } : {}) };
    ports.keep({ ...started.course, ...(started.isNew ? { handle } : {}) });
    ports.log.say(joined === undefined ? headline(started, request) : joinedLine(joined, request), (0,console/* consoleLink */.i)({ ...(0,deploy_ending/* names */.Dy)(request), handle }, ports.aws.region));
    if (!request.wait) {
        return outcome((0,deploy_outcome/* verdict */.WJ)('started', 'not-waiting', started.isNew ? {} : { countOnly: true }), known.rest);
    }
    const watched = await started.watch((entry) => ports.log.say(...(0,report_timeline/* timelineLines */.t)(entry)));
    const { last, timeline } = watched;
    const decided = await rolledBackIfCancelled(watched.verdict, { request, started, ports });
    const verified = await closerLook(decided, { request, current, ports, started, last });
    const diagnosis = await (0,diagnose/* diagnoseIfRed */.N)(verified.verdict, { request, current, ports, started, last });
    return outcome(verified.verdict, {
        ...known.rest,
        ...(last === undefined ? {} : (0,deploy_ending/* running */.yk)((0,serving/* servingIn */.m)(last, handle.id))),
        imageVerified: verified.imageVerified,
        causes: (0,cause/* groupCauses */.QB)(last?.stoppedTasks ?? []),
        ...(diagnosis === undefined ? {} : { diagnosis }),
        timeline,
    });
}
/** What is asked once AWS has decided: the images of a success, the author of what took over. */
async function closerLook(decided, context) {
    if (decided.status === 'deployed')
        return verifyDeployment(decided, context);
    const unverified = { verdict: decided, imageVerified: 'unknown' };
    const other = decided.facts.primary?.taskDefinition;
    if (decided.status !== 'superseded' || other === undefined)
        return unverified;
    const revision = await revisionIfReadable(other, context.ports);
    const commit = revision?.tags.get(`${run/* TAG_PREFIX */.C_}commit`);
    return commit === undefined
        ? unverified
        : { ...unverified, verdict: { ...decided, facts: { ...decided.facts, commit } } };
}
// The verdict stands already: not being able to name the author of what took over does not change it.
async function revisionIfReadable(arn, { aws, signal }) {
    try {
        return await (0,task_definition_describe/* describeRevision */.h)(await aws.ecs(), arn, signal);
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error) === undefined)
            throw error;
        return undefined;
    }
}
const joinedLine = ({ deploymentId, isOfRun }, { service, wait }) => `${deploymentId} of ${service} is joined: ${isOfRun ? 'an earlier attempt of this run started it' : 'it deploys the same revision'}.${wait ? '' : ' Not waiting for it, as asked.'}`;
/** How long the call that ends a cancelled deployment may take: the runner kills this process after 10 seconds. */
const CANCEL_MS = 5_000;
/** A run that is cancelled asks for the rollback itself, where it is to; the post step watches it to its end. */
async function rolledBackIfCancelled(decided, { request, started, ports }) {
    const isDue = decided.status === 'cancelled' && request.control.onCancel === 'rollback' && started.isNew;
    if (!isDue || decided.facts.stopped === true)
        return decided;
    const within = { ...ports, signal: ports.clock.timeout(CANCEL_MS) };
    const facts = (0,stop/* stopFacts */.MX)(await started.rollBack(within));
    return { ...decided, facts: { ...decided.facts, ...facts } };
}
function headline({ handle: { kind, id }, isNew }, { service, wait }) {
    const what = kind === 'ecs' ? 'Deployment' : 'CodeDeploy deployment';
    const said = isNew
        ? `${what} ${id} of ${service} is started.`
        : `ECS started no deployment of ${service}: the count is set on ${id}.`;
    return wait ? said : `${said} Not waiting for it, as asked.`;
}

// EXTERNAL MODULE: ./build/images/pin.js
var pin = __webpack_require__(7688);
// EXTERNAL MODULE: ./build/report/failure.js
var failure = __webpack_require__(897);
;// CONCATENATED MODULE: ./build/deploy/pin.js




/** The request with `pin-images` carried out. Throws a UserError for a tag in Amazon ECR that cannot be read. */
function pinIfAsked(request, current, { log }) {
    const { revision } = request;
    if (!request.pinImages || revision.kind !== 'file')
        return { request, current };
    const { definition, images, unpinned } = (0,pin/* pinImages */.M)(revision.definition, current.images);
    const unread = unpinned.filter(({ image }) => (0,reference/* imageReference */.r)(image).ecr !== undefined);
    if (unread.length > 0)
        throw new problem/* UserError */.yo(unread.map(notPinned));
    for (const { image, why } of unpinned)
        log.warn(`The image ${image} is not pinned: ${why}.`);
    return { request: { ...request, revision: { ...revision, definition } }, current: { ...current, images } };
}
/** A tag in Amazon ECR that cannot be resolved would be registered as it is, against what was asked for. */
const notPinned = ({ image, why, denied = '' }) => ({
    message: `The digest of ${image} cannot be read, so it cannot be pinned: ${why}.`,
    remedy: (0,failure/* denialRemedy */.S$)(denied) ?? 'Allow ecr:BatchGetImage on its repository, or leave pin-images out.',
    input: 'pin-images',
});

// EXTERNAL MODULE: ./build/deploy/overtaken.js
var deploy_overtaken = __webpack_require__(2707);
// EXTERNAL MODULE: ./build/deploy/plan.js + 1 modules
var deploy_plan = __webpack_require__(762);
// EXTERNAL MODULE: ./build/aws/lost-answer.js
var lost_answer = __webpack_require__(3945);
;// CONCATENATED MODULE: ./build/task-definition/register.js



/**
 * Registers exactly this definition and returns the ARN of the revision (RegisterTaskDefinition).
 * When the answer is lost, what happened is read before anything is sent again, so that one
 * registration leaves one revision. Throws a LostAnswer where that cannot be read.
 */
async function registerTaskDefinition(ports, definition) {
    return (await attempt(ports, definition)) ?? (await attempt(ports, definition)) ?? unanswered(definition);
}
async function attempt({ once, findEqual }, definition) {
    try {
        const answer = await once.registerTaskDefinition(definition);
        return answer.taskDefinition?.taskDefinitionArn;
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.kind !== 'unknown-effect')
            throw error;
        return await findEqual().catch(unread);
    }
}
function unread(error) {
    const failure = (0,errors/* awsFailure */.M)(error);
    if (failure === undefined || failure.kind === 'aborted')
        throw error;
    throw new lost_answer/* LostAnswer */.b('RegisterTaskDefinition', failure);
}
function unanswered({ family = '' }) {
    throw new problem/* UserError */.yo({
        message: `RegisterTaskDefinition for ${family} was sent twice, its answers were lost, and AWS has no such revision.`,
        remedy: 'Run the job again: nothing was registered.',
    });
}

// EXTERNAL MODULE: ./build/deploy/changes.js
var changes = __webpack_require__(9155);
;// CONCATENATED MODULE: ./build/deploy/register.js





/** Registers the file as it is, with tags that say which run did it; returns the ARN. */
async function registerRevision(definition, { request, ports }) {
    const { aws, log, signal } = ports;
    const { tags, leftOut } = (0,run/* withRunTags */.Xk)(definition.tags ?? [], request.run);
    if (leftOut) {
        log.warn('The tags that say which run registered the revision are left out: with them it would have over 50.');
    }
    const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
    const arn = await registerTaskDefinition({
        once,
        findEqual: async () => {
            const newest = await (0,task_definition_describe/* describeRevision */.h)(ecs, definition.family ?? '', signal);
            return newest !== undefined && (0,changes/* changesTo */.z)(newest, definition).length === 0 ? newest.arn : undefined;
        },
    }, tags.length === 0 ? definition : { ...definition, tags: [...tags] });
    log.say(`Registered ${(0,service_service/* revisionName */.pd)(arn)}.`);
    return arn;
}

// EXTERNAL MODULE: ./build/report/scaling.js
var scaling = __webpack_require__(9714);
// EXTERNAL MODULE: ./build/scaling/suspend.js
var suspend = __webpack_require__(9558);
;// CONCATENATED MODULE: ./build/deploy/scaling.js


/** Knows what is to be restored, from before it becomes true. */
function scalingFor(ports) {
    let suspension;
    return {
        takeUpLeft: ({ scalable }) => {
            if (scalable?.left === undefined || suspension !== undefined)
                return;
            suspension = (0,suspend/* takeUp */.bG)(scalable, scalable.left, ports);
            ports.log.say(scaling/* scalingWords */.f.left(suspension));
        },
        suspendIfAsked: async ({ request: { suspendScaling: asked }, current: { scalable, service } }) => {
            if (asked === undefined)
                return;
            if (scalable === undefined) {
                ports.log.say(scaling/* scalingWords */.f.none(service.name));
                return;
            }
            suspension ??= (0,suspend/* takeUp */.bG)(scalable, scalable.suspended, ports);
            await (0,suspend/* suspend */.DY)({ asked, target: scalable, suspension }, ports);
        },
        restore: async () => {
            if (suspension !== undefined)
                await (0,suspend/* restore */.PF)(suspension, ports);
        },
    };
}

// EXTERNAL MODULE: ./build/deploy/ecs/stable.js
var stable = __webpack_require__(2753);
// EXTERNAL MODULE: ./build/service/describe.js
var service_describe = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/tasks/watch.js
var watch = __webpack_require__(9230);
// EXTERNAL MODULE: ./build/deploy/course.js
var course = __webpack_require__(6665);
// EXTERNAL MODULE: ./build/deploy/ecs/progress.js + 1 modules
var progress = __webpack_require__(8298);
// EXTERNAL MODULE: ./build/deploy/ecs/rules.js
var rules = __webpack_require__(8599);
// EXTERNAL MODULE: ./build/deploy/ecs/stability.js
var ecs_stability = __webpack_require__(7535);
// EXTERNAL MODULE: ./build/deploy/lost-sight.js
var lost_sight = __webpack_require__(8390);
;// CONCATENATED MODULE: ./build/deploy/incumbent.js










/** What a service runs already, as the watch sees it: whether its tasks stay up. Nothing is sent. */
async function incumbentSubject({ serves, seconds }, { service: before, newestStart }, ports) {
    const { aws, log } = ports;
    const ecs = await aws.ecs();
    const where = { cluster: before.clusterArn, service: before.name };
    const run = { deploymentId: serves.id, before: [], taskDefinition: serves.taskDefinition };
    const standing = { upFor: (0,stable/* upSince */.Is)(newestStart, before), newestStart };
    const stability = (0,ecs_stability/* followStability */.v)(run, { seconds, control: course/* NO_INTERVENTION */.O, standing }, ports);
    const stopped = (0,watch/* followStoppedTasks */.R)(ecs, where, (message) => {
        log.warn(`Stopped tasks cannot be read, so whether its tasks crash is not known. ${(0,failure/* denialLine */.iq)(message)}`);
    });
    return {
        take: async (at, signal) => {
            const service = (0,lost_sight/* serviceInSight */.S)(await (0,service_describe/* describeService */.J)(ecs, where, signal));
            const stoppedTasks = await stopped.read(service, serves.id, signal);
            return { at, service: asSettled(service), stoppedTasks };
        },
        judge: (looks) => {
            const decided = stability.judge((0,rules/* judgeRolling */.Ru)({ run, snapshots: looks }), looks);
            return decided && { ...decided, facts: { ...decided.facts, ...stability.facts() } };
        },
        progress: (previous, next) => (0,progress/* rollingProgress */.Rk)(run, previous ?? firstLook(before), next),
        factsOf: () => stability.openFacts(),
        intervene: async (looks) => {
            const last = looks.at(-1);
            return last === undefined ? [] : stability.intervene(last, () => ({ kind: 'leave' }));
        },
    };
}
const firstLook = (service) => ({
    at: 0,
    service: asSettled(service),
    stoppedTasks: [],
});
/**
 * The service with what is PRIMARY as a deployment that ECS calls complete: how it came there is settled, and the
 * record that tells of it may be gone.
 */
function asSettled(service) {
    const serves = (0,service_service/* primary */.zB)(service);
    const deployments = serves === undefined ? [] : [{ ...settled(serves), rolloutState: 'COMPLETED' }];
    return { ...service, strategy: 'ROLLING', deployments };
}
const settled = ({ id, status, taskDefinition, desiredCount, runningCount, pendingCount, }) => ({
    id,
    status,
    taskDefinition,
    desiredCount,
    runningCount,
    pendingCount,
    failedTasks: 0,
});

// EXTERNAL MODULE: ./build/deploy/watch.js + 1 modules
var deploy_watch = __webpack_require__(8406);
;// CONCATENATED MODULE: ./build/deploy/standing.js












/**
 * The verdict over what a run finds in place, as it was before or as it was restored while the way was
 * cleared. Its tasks must have been up for longer than those that crashed lived, and as long as stable-for
 * says; they are watched for what is missing, and nothing is sent whatever becomes of them.
 */
async function standing(context, restored) {
    const { request, current, ports } = context;
    const found = foundVerdict(current, restored);
    const rest = { imageVerified: verifyRunning(request, current) };
    const { service } = current;
    const serves = (0,service_service/* primary */.zB)(service);
    const isWatched = request.wait && !request.dryRun && (0,stable/* isStabilityAsked */.MF)(request.control.stableFor);
    if (!isWatched || serves === undefined || serves.desiredCount === 0)
        return { decided: found, rest };
    const seconds = (0,strategies/* strategyFor */.f)(service).stableFor(context);
    const watched = await (0,deploy_watch/* watch */.w)(await incumbentSubject({ serves, seconds }, current, ports), ports, {
        minutes: request.waitMinutes ?? standing_DEFAULT_MINUTES + Math.floor(seconds / 60),
        tell: (entry) => ports.log.say(...(0,report_timeline/* timelineLines */.t)(entry)),
    });
    const { last, timeline } = watched;
    if (watched.verdict.status === 'deployed')
        return { decided: found, rest: { ...rest, timeline } };
    const decided = watched.verdict;
    const started = identityOf(serves);
    const diagnosis = await (0,diagnose/* diagnoseIfRed */.N)(decided, { ...context, started, last });
    return {
        decided,
        rest: {
            ...rest,
            ...(last === undefined ? {} : (0,deploy_ending/* running */.yk)((0,serving/* servingIn */.m)(last, started.handle.id))),
            causes: (0,cause/* groupCauses */.QB)(last?.stoppedTasks ?? []),
            ...(diagnosis === undefined ? {} : { diagnosis }),
            timeline,
        },
    };
}
const standing_DEFAULT_MINUTES = 30;
/** The tasks that crashed are of a deployment that this run asks for, though it did not start it. */
function identityOf(serves) {
    const { id, taskDefinition } = serves;
    const handle = 'stability' in serves ? { kind: 'codedeploy', id: serves.externalId ?? id } : { kind: 'ecs', id };
    return { handle, isNew: true, taskDefinition, startedBy: () => id };
}
/** What a run finds in place: as it was before, or as it was restored while the way was cleared. */
function foundVerdict(current, restored) {
    const facts = idleFacts(current);
    switch (restored) {
        case 'by-stop':
            return (0,deploy_outcome/* verdict */.WJ)('deployed', 'restored-by-stop', facts);
        case 'by-rollback':
            return (0,deploy_outcome/* verdict */.WJ)('unchanged', 'restored-by-rollback', facts);
        case undefined:
            return (0,deploy_outcome/* verdict */.WJ)('unchanged', 'already-running', facts);
    }
}
const idleFacts = ({ service }) => service.desiredCount === 0 && service.scheduling === 'REPLICA' ? { nothingRan: true } : {};

;// CONCATENATED MODULE: ./build/deploy/deploy.js


















/**
 * Deploys one service: reads and checks everything, registers, starts by one call, watches to the
 * end, and tells the truth about it. Never throws for what a user or AWS did: that is an outcome.
 */
function deploy(request, ports) {
    return deployChosen(request, ports, () => Promise.resolve(request.revision));
}
/** The same for a revision that is chosen first, by what AWS says; errors of the choice are outcomes, too. */
async function deployChosen(request, ports, choose) {
    const startedAt = ports.clock.now();
    const outcome = (decided, rest = {}) => ({
        ...deploy_ending/* NOTHING */.K$,
        ...rest,
        ...(0,deploy_ending/* names */.Dy)(request),
        region: ports.aws.region,
        verdict: decided,
        milliseconds: ports.clock.now() - startedAt,
    });
    const known = { scaling: scalingFor(ports) };
    const observed = { ...ports, keep: (course) => ports.keep((known.course = course)) };
    const course = async () => follow({ ...request, revision: await choose() }, observed, { outcome, known });
    const ended = await course()
        .catch((error) => (0,deploy_ending/* endingOf */.z6)(error, observed, { outcome, known }))
        .finally(known.scaling.restore);
    // What was cancelled may have to be undone, or found out, by the post step; of every other end all is told.
    const isOpen = ended.verdict.status === 'cancelled' &&
        (request.control.onCancel === 'rollback' || ended.verdict.facts.wasSent === true);
    if (known.course !== undefined && !isOpen)
        ports.keep({ ...known.course, isTold: true });
    return ended;
}
/** How often a run that something came in the way of plans anew; then what AWS says of it is the end. */
const OVERTAKEN_AT_MOST = 20;
/** CodeDeploy takes no deployment for some seconds before it shows the rollback that it is about to make. */
const PLANNED_ANEW_AFTER_MS = 3_000;
async function follow(asked, ports, ending) {
    const way = clearingFor(asked, ports);
    const found = await situationOf(asked, ports);
    ports.log.group('Task definition', (0,report_plan/* definitionLines */.JD)(found.request, found.current));
    for (const warning of (0,report_plan/* imageWarnings */.t3)(found.request, found.current))
        ports.log.warn(warning);
    const atFirst = (0,deploy_ending/* previous */.kn)((0,serving/* servingNow */.N)(found.current));
    let situation = { ...found, plan: planned(found, ports) };
    let restored;
    for (let overtaken = 0;; overtaken += 1) {
        while (situation.plan.kind === 'clear' && !asked.dryRun) {
            const { plan, request, current } = situation;
            await way.clear(plan, { request, current, ports });
            if (plan.stops)
                restored = 'by-stop';
            else if (plan.inTheWay.isRollback)
                restored ??= 'by-rollback';
            situation = await planAnew(asked, ports);
        }
        try {
            return await carryOut(situation, { ports, ending, restored, atFirst });
        }
        catch (error) {
            if (!(error instanceof deploy_overtaken/* Overtaken */.c))
                throw error;
            ending.known.isStarting = false;
            if (overtaken >= OVERTAKEN_AT_MOST)
                throw error.refusal;
            ports.log.say(`Something came in the way on ${asked.service}: everything is read and planned anew.`);
            await ports.clock.sleep(PLANNED_ANEW_AFTER_MS, ports.signal);
            throwIfAborted(ports);
            situation = await planAnew(asked, ports);
        }
    }
}
function planned({ request, current }, { log }) {
    const plan = (0,deploy_plan/* planDeployment */.H)(request, current);
    log.group('Plan', (0,report_plan/* planLines */.HN)({ request, current, plan }));
    return plan;
}
async function planAnew(asked, ports) {
    const found = await situationOf(asked, ports);
    return { ...found, plan: planned(found, ports) };
}
async function carryOut({ plan, request, current }, { ports, ending, restored, atFirst }) {
    const { outcome, known } = ending;
    const before = (0,serving/* servingNow */.N)(current);
    known.rest = { ...(0,deploy_ending/* previous */.kn)(before), ...(0,deploy_ending/* running */.yk)(before) };
    if (plan.kind !== 'refuse' && !request.dryRun)
        known.scaling.takeUpLeft(current);
    switch (plan.kind) {
        case 'refuse':
            // What was registered before something came in the way is told.
            if (known.registered !== undefined)
                throw new problem/* UserError */.yo(plan.problems);
            return outcome((0,deploy_outcome/* verdict */.WJ)('failed', 'refused'), { ...known.rest, problems: plan.problems });
        case 'unchanged': {
            const { taskDefinition } = plan;
            known.rest = { ...known.rest, ...(restored === 'by-stop' ? atFirst : {}), taskDefinition };
            const { decided, rest } = await standing({ request, current, ports }, restored);
            return outcome(decided, { ...known.rest, ...rest });
        }
        case 'clear':
            return outcome((0,deploy_outcome/* verdict */.WJ)('unchanged', 'plan-only'), known.rest);
        case 'join': {
            if (request.dryRun)
                return outcome((0,deploy_outcome/* verdict */.WJ)('unchanged', 'plan-only'), known.rest);
            // What this run deploys may be PRIMARY already: it is not what served before.
            known.rest = { ...(0,deploy_ending/* previous */.kn)((0,service_service/* servingBeside */.Jo)(current.service, plan.deploymentId)), ...(0,deploy_ending/* running */.yk)(before) };
            const started = await (0,strategies/* strategyFor */.f)(current.service).join(plan, { request, current, ports });
            return finish(started, { request, current, ports, outcome, known, joined: plan });
        }
        case 'deploy': {
            for (const warning of (0,report_plan/* workerWarnings */.kK)(request, current))
                ports.log.warn(warning);
            if (request.dryRun)
                return outcome((0,deploy_outcome/* verdict */.WJ)('unchanged', 'plan-only'), known.rest);
            const started = await start(plan, { request, current, ports, known });
            return finish(started, { request, current, ports, outcome, known });
        }
    }
}
/** Everything that is read before the plan, once the service is steady where it may only be scaling. */
async function situationOf(asked, ports) {
    const found = pinIfAsked(asked, await (0,describe/* describeCurrent */.bz)(asked, ports), ports);
    const { request, current } = found;
    if (request.dryRun || !mayOnlyScale(request, current))
        return found;
    await (0,prepare/* waitForSteadyService */.a)(request, current, ports);
    return pinIfAsked(asked, await (0,describe/* describeCurrent */.bz)(asked, ports), ports);
}
// Under CODE_DEPLOY a new count makes the task set unsteady; deploying the same again would not help it.
function mayOnlyScale(request, current) {
    if (current.service.controller !== 'CODE_DEPLOY')
        return false;
    const plan = (0,deploy_plan/* planDeployment */.H)(request, current);
    if (plan.kind !== 'deploy' || plan.endWaitOf !== undefined)
        return false;
    const kinds = new Set(plan.reasons.map(({ kind }) => kind));
    return kinds.has('not-settled') && !kinds.has('changed');
}
/** Everything is checked: wait for quiet, register, look once more, start. */
async function start(plan, context) {
    const { request, ports, known } = context;
    const strategy = (0,strategies/* strategyFor */.f)(context.current.service);
    const current = await strategy.prepare(plan, context);
    throwIfAborted(ports);
    await known.scaling.suspendIfAsked(context);
    throwIfAborted(ports);
    const taskDefinition = plan.revision.kind === 'use'
        ? plan.revision.arn
        : await (0,grace/* answered */.o)(registerRevision(plan.revision.definition, { request, ports }), ports);
    if (plan.revision.kind === 'register')
        known.registered = taskDefinition;
    known.rest = { ...known.rest, taskDefinition };
    throwIfAborted(ports);
    known.isStarting = true;
    const started = await (0,grace/* answered */.o)(strategy.start(plan, { request, current, ports, taskDefinition }), ports);
    known.isStarting = false;
    delete known.registered;
    return started;
}
function throwIfAborted({ signal }) {
    if (signal.aborted)
        throw new grace/* CutOff */.e();
}


/***/ }),

/***/ 7192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wR: () => (/* binding */ descriptionProblem),
  W$: () => (/* binding */ loadRequest),
  EH: () => (/* binding */ suspension)
});

// EXTERNAL MODULE: ./build/inputs/document.js + 5 modules
var inputs_document = __webpack_require__(7422);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/appspec/hooks.js
var appspec_hooks = __webpack_require__(5075);
// EXTERNAL MODULE: ./build/inputs/nearest.js
var nearest = __webpack_require__(1410);
;// CONCATENATED MODULE: ./build/appspec/members.js


/**
 * The members of an object by their right names, whatever case the file writes them in; what the file
 * leaves out has no node. Unknown and repeated members are problems.
 */
function membersIn(object, names, { path, problems }) {
    const found = new Map();
    for (const { key, keyAt, value } of object.members) {
        const name = names.find((known) => known.toLowerCase() === key.toLowerCase());
        const first = name === undefined ? undefined : found.get(name);
        if (name === undefined) {
            problems.push({
                ...unknownMember((0,inputs_document/* pathText */.LF)([...path, key]), (0,nearest/* nearest */.p)(key, names), names),
                location: keyAt,
            });
        }
        else if (first === undefined) {
            found.set(name, { node: value, key });
        }
        else {
            const message = `${(0,inputs_document/* pathText */.LF)([...path, key])} says again what ${first.key} says.`;
            problems.push({ message, remedy: 'Keep one of the two.', location: keyAt });
        }
    }
    return (name) => {
        const node = found.get(name)?.node;
        return { node: node?.kind === 'null' ? undefined : node, path: [...path, name], problems };
    };
}
function unknownMember(name, meant, names) {
    return {
        message: `${name} is no member of an AppSpec for ECS.`,
        remedy: meant === undefined ? `Remove it; known here: ${names.join(', ')}.` : `Did you mean ${meant}?`,
    };
}

// EXTERNAL MODULE: ./build/appspec/scalar.js
var scalar = __webpack_require__(4491);
;// CONCATENATED MODULE: ./build/appspec/parse.js





/**
 * Reads the AppSpec of a deployment on ECS. Names of members may be in any case, as they are in files in
 * use. The task definition it names is not kept: what is deployed is always ours. All problems at once.
 */
function parseAppSpec(document) {
    const problems = [];
    const top = object({ node: document, path: [], problems }, document.at);
    const appSpec = top === undefined ? undefined : readTop(top, problems);
    return problems.length > 0 || appSpec === undefined ? (0,problem/* refused */.J5)(...problems) : (0,problem/* parsed */.Yz)(appSpec);
}
function readTop(top, problems) {
    const member = membersIn(top, ['version', 'Resources', 'Hooks'], { path: [], problems });
    checkVersion(member('version'), top.at);
    const hooks = (0,appspec_hooks/* readHooks */.b)(member('Hooks'));
    const service = readResources(member('Resources'), top.at);
    return service === undefined ? undefined : { ...service, hooks };
}
/** The only version there is. */
function checkVersion({ node, problems }, parent) {
    const isRight = node?.kind === 'number' ? node.value === 0 : node?.kind === 'text' && node.value === '0.0';
    if (isRight)
        return;
    const message = node === undefined ? 'version is missing.' : 'version must be 0.0.';
    problems.push({ message, remedy: 'Write version: 0.0.', location: node?.at ?? parent });
}
function readResources(place, parent) {
    const resources = list(place, parent);
    if (resources === undefined)
        return undefined;
    const [first, ...others] = resources.items;
    const named = first?.kind === 'object' ? first.members : [];
    const [resource] = named;
    if (resource === undefined || others.length > 0 || named.length > 1) {
        place.problems.push({
            message: 'Resources must hold exactly one resource: the service.',
            remedy: 'Write one item, TargetService, with Type and Properties.',
            location: resources.at,
        });
        return undefined;
    }
    const path = [...place.path, 0, resource.key];
    const target = object({ ...place, node: resource.value, path }, resource.keyAt);
    return target === undefined ? undefined : readService(target, { ...place, node: target, path });
}
function readService(target, { path, problems }) {
    const member = membersIn(target, ['Type', 'Properties'], { path, problems });
    (0,scalar/* oneOf */.yL)(member('Type'), ['AWS::ECS::Service'], target.at);
    const place = member('Properties');
    const properties = object(place, target.at);
    return properties === undefined ? undefined : readProperties(properties, place);
}
const propertyNames = [
    'TaskDefinition',
    'LoadBalancerInfo',
    'PlatformVersion',
    'NetworkConfiguration',
    'CapacityProviderStrategy',
];
function readProperties(properties, { path, problems }) {
    const member = membersIn(properties, propertyNames, { path, problems });
    optional(member('TaskDefinition'), scalar/* text */.Qq);
    const platformVersion = optional(member('PlatformVersion'), scalar/* text */.Qq);
    const network = optional(member('NetworkConfiguration'), readNetwork);
    const capacityProviders = optional(member('CapacityProviderStrategy'), readProviders);
    const target = readTarget(member('LoadBalancerInfo'), properties.at);
    if (target === undefined)
        return undefined;
    return {
        ...target,
        ...(platformVersion !== undefined && { platformVersion }),
        ...(network !== undefined && { network }),
        ...(capacityProviders !== undefined && { capacityProviders }),
    };
}
function readTarget(place, parent) {
    const info = object(place, parent);
    if (info === undefined)
        return undefined;
    const member = membersIn(info, ['ContainerName', 'ContainerPort'], place);
    const containerName = (0,scalar/* text */.Qq)(member('ContainerName'), info.at);
    const containerPort = (0,scalar/* portNumber */.JX)(member('ContainerPort'), info.at);
    return containerName === undefined || containerPort === undefined
        ? undefined
        : { containerName, containerPort };
}
function readNetwork(place, parent) {
    const outer = object(place, parent);
    if (outer === undefined)
        return undefined;
    const inner = membersIn(outer, ['AwsvpcConfiguration'], place)('AwsvpcConfiguration');
    const configuration = object(inner, outer.at);
    if (configuration === undefined)
        return undefined;
    const member = membersIn(configuration, ['Subnets', 'SecurityGroups', 'AssignPublicIp'], inner);
    const subnets = texts(member('Subnets'), configuration.at);
    const securityGroups = optional(member('SecurityGroups'), texts) ?? [];
    const assignPublicIp = optional(member('AssignPublicIp'), (one, at) => (0,scalar/* oneOf */.yL)(one, ['ENABLED', 'DISABLED'], at));
    return { subnets, securityGroups, ...(assignPublicIp !== undefined && { assignPublicIp }) };
}
function readProviders(place, parent) {
    return list(place, parent)?.items.flatMap((item, index) => {
        const one = { ...place, node: item, path: [...place.path, index] };
        const provider = object(one, item.at);
        if (provider === undefined)
            return [];
        const member = membersIn(provider, ['CapacityProvider', 'Base', 'Weight'], one);
        const name = (0,scalar/* text */.Qq)(member('CapacityProvider'), provider.at);
        const base = optional(member('Base'), scalar/* wholeNumber */.rD);
        const weight = optional(member('Weight'), scalar/* wholeNumber */.rD);
        if (name === undefined)
            return [];
        return [{ name, ...(base !== undefined && { base }), ...(weight !== undefined && { weight }) }];
    });
}
/** Reads what the file has, and nothing where it has nothing. */
function optional(place, read) {
    return place.node === undefined ? undefined : read(place, place.node.at);
}
function texts(place, parent) {
    const items = list(place, parent)?.items ?? [];
    return items.flatMap((node, index) => (0,scalar/* text */.Qq)({ ...place, node, path: [...place.path, index] }, node.at) ?? []);
}
function object(place, parent) {
    if (place.node?.kind === 'object')
        return place.node;
    reportKind(place, 'an object', parent);
    return undefined;
}
function list(place, parent) {
    if (place.node?.kind === 'list')
        return place.node;
    reportKind(place, 'a list', parent);
    return undefined;
}
function reportKind({ node, path, problems }, wanted, parent) {
    const name = path.length === 0 ? 'The AppSpec' : (0,inputs_document/* pathText */.LF)(path);
    problems.push({
        message: node === undefined ? `${name} is missing.` : `${name} must be ${wanted}.`,
        remedy: `Write ${wanted} here.`,
        location: node?.at ?? parent,
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/inputs/load.js




/** Reads a JSON, JSONC or YAML file that an input names. */
async function loadDocument(file) {
    const text = await loadText(file);
    return text.ok ? (0,inputs_document/* parseDocument */.Tp)(text.value, nameOf(file)) : text;
}
async function loadText(file) {
    const path = (0,external_node_path_.resolve)(file.workspace, file.path);
    const found = await (0,promises_.stat)(path).catch(codeOf);
    if (typeof found === 'string')
        return unreadable(file, found);
    if (found.isDirectory())
        return unreadable(file, 'EISDIR');
    // A pipe or a device may never end.
    if (!found.isFile())
        return unreadable(file, 'not a file');
    if (found.size > inputs_document/* longestDocument */.YF) {
        return (0,problem/* refused */.J5)({
            message: `The file ${file.path} has ${found.size} bytes, more than the ${inputs_document/* longestDocument */.YF} that are read.`,
            remedy: 'Check that this is the file that is meant.',
            input: file.input,
        });
    }
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => ({ code: codeOf(error) }));
    return typeof text === 'string' ? (0,problem/* parsed */.Yz)(text) : unreadable(file, text.code);
}
/** The file's name in problems: relative to the workspace, as GitHub's annotations want it. */
function nameOf({ path, workspace }) {
    const name = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, path));
    return name.startsWith('..') || (0,external_node_path_.isAbsolute)(name) ? path : name;
}
function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string'
        ? error.code
        : 'unreadable';
}
const REASONS = new Map([
    [
        'ENOENT',
        [
            'does not exist',
            'Check the path, which starts at the root of the checkout, and that a step checked the repository out.',
        ],
    ],
    ['EISDIR', ['is a directory', 'Name a file in it.']],
    ['EACCES', ['may not be read', 'Check its permissions.']],
    ['not a file', ['is a device or a pipe', 'Name a file of the checkout.']],
]);
function unreadable({ path, input }, code) {
    const [what, remedy] = REASONS.get(code) ?? [`cannot be read (${code})`, 'Check the path.'];
    const registered = code === 'ENOENT' && input === 'task-definition'
        ? ' A registered revision is named as family:revision or by its ARN.'
        : '';
    return (0,problem/* refused */.J5)({ message: `The file ${path} ${what}.`, remedy: `${remedy}${registered}`, input });
}

// EXTERNAL MODULE: ./build/inputs/node.js
var inputs_node = __webpack_require__(8454);
;// CONCATENATED MODULE: ./build/task-definition/image-names.js


/**
 * Sorts the names of `images` that neither a container nor a placeholder of the file has. Beside names that it has
 * they are those of other services, unless one is nearly the name of a container that is given no image: then it is
 * a slip, which would leave that container with the image of the file.
 */
function readImageNames(containers, images, placeholders) {
    const names = containers.map(({ name = '' }) => name);
    const strange = [...images.keys()].filter((name) => !names.includes(name) && !placeholders.has(`images.${name}`));
    if (strange.length === images.size) {
        return { problems: strange.map((name) => noContainer(name, names)), notices: [] };
    }
    const values = new Set(images.values());
    const open = containers
        .filter(({ name = '', image = '' }) => !images.has(name) && !values.has(image))
        .map(({ name = '' }) => name);
    const slips = strange.filter((name) => (0,nearest/* nearest */.p)(name, open) !== undefined);
    const others = strange.filter((name) => !slips.includes(name));
    return {
        problems: slips.map((name) => noContainer(name, open)),
        notices: others.length === 0 ? [] : [leftOut(others)],
    };
}
/**
 * What the placeholder `image` stands for where the images come by name: the one that is for a container of this
 * file. Undefined where there is none, or several.
 */
function imageByName(document, images) {
    const names = itemsOf(member(member(document, 'taskDefinition') ?? document, 'containerDefinitions')).map((container) => member(container, 'name'));
    const [own, ...others] = names.flatMap((name) => name?.kind === 'text' ? (images.get(name.value) ?? []) : []);
    return others.length === 0 ? own : undefined;
}
const member = (node, key) => node.kind === 'object' ? (0,inputs_node/* valueOf */.RP)(node, key) : undefined;
const itemsOf = (node) => node?.kind === 'list' ? node.items : [];
const noContainer = (name, names) => ({
    message: `The task definition has no container ${name}.`,
    remedy: (0,nearest/* suggestion */.h)(name, names, `Its containers: ${names.join(', ')}.`),
    input: 'images',
});
const leftOut = (names) => ({
    message: `No container of the task definition is called ${names.join(' or ')}: left out of images.`,
    remedy: 'Nothing needs to be done where they are the images of other services.',
    input: 'images',
});

;// CONCATENATED MODULE: ./build/task-definition/placeholder.js
/**
 * Cuts a text into plain pieces and placeholders: `${{ name }}`, and the names that CodePipeline's ECS
 * actions use, `<IMAGE1_NAME>` to `<IMAGE4_NAME>` and `<TASK_DEFINITION>`.
 */
function piecesOf(text) {
    const pieces = [];
    let rest = text;
    for (let found = opening.exec(rest); found !== null; found = opening.exec(rest)) {
        if (found.index > 0)
            pieces.push({ kind: 'text', text: rest.slice(0, found.index) });
        const piece = pieceAt(rest.slice(found.index), found[1]);
        pieces.push(piece);
        rest = rest.slice(found.index + piece.text.length);
    }
    if (rest !== '')
        pieces.push({ kind: 'text', text: rest });
    return pieces;
}
const opening = /\$\{\{|<(IMAGE[1-4]_NAME|TASK_DEFINITION)>/;
function pieceAt(text, classic) {
    if (classic !== undefined)
        return { kind: 'placeholder', name: classic, text: `<${classic}>` };
    const end = text.indexOf('}}');
    if (end === -1)
        return { kind: 'malformed', text, why: 'it is not closed with }}' };
    const inner = text.slice(3, end);
    const whole = text.slice(0, end + 2);
    if (inner.includes('${{'))
        return { kind: 'malformed', text: whole, why: 'another one stands in it' };
    const name = inner.trim();
    if (name === '')
        return { kind: 'malformed', text: whole, why: 'it has no name' };
    if (/^[\w./-]+$/.test(name))
        return { kind: 'placeholder', name, text: whole };
    return {
        kind: 'malformed',
        text: whole,
        why: 'only a name can stand in it: there are no functions or operators',
    };
}

;// CONCATENATED MODULE: ./build/task-definition/interpolate.js



/**
 * Puts values where a file's texts have placeholders: `${{ name }}` by the name, `<IMAGE1_NAME>` by
 * `IMAGE1_NAME` or else `image`, `<TASK_DEFINITION>` by `TASK_DEFINITION` (without a value it stays).
 * What is put in is never read again for placeholders, so a value can also bring in a literal `${{`.
 * Names without a value, malformed placeholders, and placeholders in keys are problems, all at once.
 */
function interpolate(document, values) {
    const problems = [];
    const node = interpolateObject(document, { values, problems });
    return problems.length > 0 ? (0,problem/* refused */.J5)(...problems) : (0,problem/* parsed */.Yz)(node);
}
/**
 * Interpolates and parses. Where a placeholder has no value the rest of the document is parsed all the
 * same, so that all its problems come at once; of texts with placeholders only their own are said.
 */
function parseInterpolated(document, values, parse) {
    const resolved = interpolate(document, values);
    if (resolved.ok)
        return parse(resolved.value);
    const unknown = new Set(placesIn(document).map(placeKey));
    const rest = parse(document);
    const others = rest.ok
        ? []
        : rest.problems.filter(({ location }) => location !== undefined && !unknown.has(placeKey(location)));
    return (0,problem/* refused */.J5)(...resolved.problems, ...others);
}
const placeKey = ({ line = 0, column = 0 }) => `${line}:${column}`;
/** Where texts with placeholders stand. */
function placesIn(document) {
    switch (document.kind) {
        case 'object':
            return document.members.flatMap(({ value }) => placesIn(value));
        case 'list':
            return document.items.flatMap(placesIn);
        case 'text':
            return piecesOf(document.value).some(({ kind }) => kind !== 'text') ? [document.at] : [];
        case 'number':
        case 'boolean':
        case 'null':
            return [];
    }
}
/** The names of all placeholders that a document has. */
function placeholdersIn(document) {
    switch (document.kind) {
        case 'object':
            return new Set(document.members.flatMap(({ value }) => [...placeholdersIn(value)]));
        case 'list':
            return new Set(document.items.flatMap((item) => [...placeholdersIn(item)]));
        case 'text':
            return new Set(piecesOf(document.value).flatMap((piece) => (piece.kind === 'placeholder' ? [piece.name] : [])));
        case 'number':
        case 'boolean':
        case 'null':
            return new Set();
    }
}
function interpolateObject(node, work) {
    return {
        ...node,
        members: node.members.map((member) => {
            checkKey(member, work);
            return { ...member, value: interpolateNode(member.value, work) };
        }),
    };
}
function interpolateNode(node, work) {
    switch (node.kind) {
        case 'object':
            return interpolateObject(node, work);
        case 'list':
            return { ...node, items: node.items.map((item) => interpolateNode(item, work)) };
        case 'text':
            return interpolateText(node, work);
        case 'number':
        case 'boolean':
        case 'null':
            return node;
    }
}
function interpolateText(node, work) {
    const pieces = piecesOf(node.value);
    const [only, ...others] = pieces;
    if (only === undefined || (only.kind === 'text' && others.length === 0))
        return node;
    const value = pieces.map((piece) => fill(piece, node.at, work)).join('');
    const isOnePlaceholder = only.kind === 'placeholder' && others.length === 0;
    return { kind: 'text', at: node.at, value, ...(isOnePlaceholder && { placeholder: true }) };
}
function fill(piece, location, { values, problems }) {
    if (piece.kind === 'text')
        return piece.text;
    if (piece.kind === 'malformed') {
        problems.push(malformed(piece.why, location));
        return '';
    }
    const value = values.get(piece.name) ?? (piece.name === 'IMAGE1_NAME' ? values.get('image') : undefined);
    if (value !== undefined)
        return value;
    if (piece.name !== 'TASK_DEFINITION')
        problems.push(unresolved(piece.name, { location, known: [...values.keys()] }));
    return piece.text;
}
function checkKey({ key, keyAt }, { problems }) {
    if (piecesOf(key).every(({ kind }) => kind === 'text'))
        return;
    problems.push({
        message: 'A placeholder stands in the name of a member.',
        remedy: 'Write the name itself: only values can have placeholders.',
        location: keyAt,
    });
}
function malformed(why, location) {
    return {
        message: `A placeholder is malformed: ${why}.`,
        remedy: 'Write it as ${{ name }}.',
        location,
    };
}
function unresolved(name, { location, known }) {
    const meant = (0,nearest/* nearest */.p)(name, known);
    const names = known.length === 0 ? 'none' : known.slice(0, 30).join(', ');
    return {
        message: `No value is given for the placeholder ${name}.`,
        remedy: `${advice(name)}${meant === undefined ? `Known names: ${names}.` : `Did you mean ${meant}?`}`,
        location,
    };
}
/** What people expect from workflows, and is not read from files on purpose: it would end in the revision. */
function advice(name) {
    if (/^secrets\./i.test(name))
        return 'Secrets are not put into files: refer to them with the member secrets. ';
    if (/^(?:env|inputs)\./i.test(name))
        return 'Only the input vars gives values: pass it there and write vars.NAME. ';
    if (/^IMAGE\d_NAME$|^images?\b/.test(name))
        return 'Give it with the input image or images. ';
    return '';
}

// EXTERNAL MODULE: ./build/task-definition/conform.js
var conform = __webpack_require__(6568);
// EXTERNAL MODULE: ./build/task-definition/members.js
var members = __webpack_require__(1177);
// EXTERNAL MODULE: ./build/task-definition/read.js
var task_definition_read = __webpack_require__(6148);
;// CONCATENATED MODULE: ./build/task-definition/finding.js
/** The containers of a definition, each with its path; a container that has no name yet has an empty one. */
function containersOf(definition) {
    return (definition.containerDefinitions ?? []).map((container, index) => ({
        container,
        path: ['containerDefinitions', index],
        name: container.name ?? '',
    }));
}
/** The entries that say what an earlier one said already, each with the first that said it. */
function repetitions(entries, keyOf) {
    const firsts = new Map();
    return entries.flatMap((entry) => {
        const key = keyOf(entry);
        if (key === undefined || key === '')
            return [];
        const first = firsts.get(key);
        if (first !== undefined)
            return [[entry, first]];
        firsts.set(key, entry);
        return [];
    });
}

;// CONCATENATED MODULE: ./build/task-definition/container-rules.js


/** The rules about one container or all of them, dependencies aside. */
const containerRules = [
    hasContainers,
    namesAreNames,
    namesAreUnique,
    imagesAreReferences,
    oneIsEssential,
    portsAreFree,
    portNamesAreUnique,
    hostPortsFollowNetworkMode,
    variablesAreUnique,
    memoryIsGiven,
];
function hasContainers({ containerDefinitions }) {
    if (containerDefinitions?.length !== 0)
        return [];
    return [
        {
            message: 'containerDefinitions is empty.',
            remedy: 'Add at least one container.',
            path: ['containerDefinitions'],
        },
    ];
}
/** API reference, ContainerDefinition name; `Container.name should not be null or blank.` */
function namesAreNames(definition) {
    return containersOf(definition)
        .filter(({ container }) => container.name !== undefined && !/^[\w-]{1,255}$/.test(container.name))
        .map(({ path }) => ({
        message: `${(0,inputs_document/* pathText */.LF)([...path, 'name'])} is no name that AWS takes.`,
        remedy: 'Use up to 255 letters, numbers, hyphens and underscores.',
        path: [...path, 'name'],
    }));
}
function namesAreUnique(definition) {
    return repetitions(containersOf(definition), ({ name }) => name).map(([{ name, path }, first]) => ({
        message: `Two containers are named ${name}: ${(0,inputs_document/* pathText */.LF)(first.path)} and ${(0,inputs_document/* pathText */.LF)(path)}.`,
        remedy: 'Rename one of them.',
        path: [...path, 'name'],
    }));
}
/** API reference, ContainerDefinition image: what is no reference is registered, and found by the first pull. */
function imagesAreReferences(definition) {
    return containersOf(definition)
        .filter(({ container: { image = '' } }) => image.trim() !== '' && !isReference(image))
        .map(({ path, name }) => ({
        message: `The image of container ${name} is no reference to an image.`,
        remedy: 'Write registry/repository:tag or registry/repository@sha256:digest, without a scheme.',
        path: [...path, 'image'],
    }));
}
const isReference = (image) => /^[\w.:/@#+-]+$/.test(image) && !image.includes('://');
/** API reference, essential: true when it is not given; all tasks must have one such container. */
function oneIsEssential(definition) {
    const containers = containersOf(definition);
    if (containers.length === 0 || containers.some(({ container }) => container.essential !== false))
        return [];
    return [
        {
            message: 'No container is essential: AWS wants at least one.',
            remedy: 'Remove essential: false from the container that does the work.',
            path: ['containerDefinitions'],
            needs: containers.map(({ path }) => [...path, 'essential']),
        },
    ];
}
function portsOf(definition) {
    return containersOf(definition).flatMap((owner) => (owner.container.portMappings ?? []).map((port, index) => ({
        port,
        path: [...owner.path, 'portMappings', index],
        owner,
    })));
}
/** Containers of one task share its network interface under awsvpc, and the host's under host. */
function portsAreFree(definition) {
    const shared = definition.networkMode === 'awsvpc' || definition.networkMode === 'host';
    const keyOf = ({ port, owner }) => {
        const protocol = port.protocol ?? 'tcp';
        if (shared)
            return port.containerPort === undefined ? undefined : `${port.containerPort}/${protocol}`;
        if (port.hostPort !== undefined && port.hostPort !== 0)
            return `host ${port.hostPort}/${protocol}`;
        return port.containerPort === undefined
            ? undefined
            : `${(0,inputs_document/* pathText */.LF)(owner.path)} ${port.containerPort}/${protocol}`;
    };
    return repetitions(portsOf(definition), keyOf).map(([{ port, path, owner }, first]) => ({
        message: `Port ${port.containerPort ?? port.hostPort ?? '?'} of container ${owner.name} is taken by ${(0,inputs_document/* pathText */.LF)(first.path)}.`,
        remedy: 'Give each port and protocol to one container, once.',
        path,
    }));
}
/** A service refers to a port by its name (Service Connect, VPC Lattice). */
function portNamesAreUnique(definition) {
    return repetitions(portsOf(definition), ({ port }) => port.name).map(([{ port, path }, first]) => ({
        message: `Two ports are named ${port.name ?? ''}: ${(0,inputs_document/* pathText */.LF)(first.path)} and ${(0,inputs_document/* pathText */.LF)(path)}.`,
        remedy: 'Rename one of them.',
        path: [...path, 'name'],
    }));
}
/** API reference, PortMapping hostPort: under awsvpc and host it is left out or equal to containerPort. */
function hostPortsFollowNetworkMode(definition) {
    const { networkMode } = definition;
    if (networkMode !== 'awsvpc' && networkMode !== 'host')
        return [];
    return portsOf(definition)
        .filter(({ port: { hostPort, containerPort } }) => {
        return hostPort !== undefined && containerPort !== undefined && hostPort !== containerPort;
    })
        .map(({ path }) => ({
        message: `${(0,inputs_document/* pathText */.LF)([...path, 'hostPort'])} differs from containerPort, which network mode ${networkMode} does not allow.`,
        remedy: 'Remove hostPort.',
        path: [...path, 'hostPort'],
    }));
}
/** `The secret name must be unique and not shared with any new or existing environment variables …` */
function variablesAreUnique(definition) {
    return containersOf(definition).flatMap(({ container, path, name }) => {
        const variables = ['environment', 'secrets'].flatMap((member) => (container[member] ?? []).map((variable, index) => ({
            name: variable.name,
            path: [...path, member, index],
        })));
        return repetitions(variables, (variable) => variable.name).map(([variable, first]) => ({
            message: `Container ${name} has the variable ${variable.name ?? ''} twice: ${(0,inputs_document/* pathText */.LF)(first.path)} and ${(0,inputs_document/* pathText */.LF)(variable.path)}.`,
            remedy: 'Keep one of the two.',
            path: variable.path,
        }));
    });
}
/** `Invalid setting for container 'a'. At least one of 'memory' or 'memoryReservation' must be specified.` */
function memoryIsGiven(definition) {
    const containers = containersOf(definition);
    const ofTask = definition.memory !== undefined || definition.requiresCompatibilities?.includes('FARGATE') === true
        ? []
        : containers
            .filter(({ container }) => container.memory === undefined && container.memoryReservation === undefined)
            .map(({ path, name }) => ({
            message: `Container ${name} has neither memory nor memoryReservation, and the task has no memory.`,
            remedy: 'Give the memory of the container, or of the task.',
            path,
            needs: [
                ['memory'],
                [...path, 'memory'],
                [...path, 'memoryReservation'],
                ['requiresCompatibilities'],
            ],
        }));
    const reversed = containers
        .filter(({ container: { memory, memoryReservation } }) => {
        return memory !== undefined && memoryReservation !== undefined && memory <= memoryReservation;
    })
        .map(({ path, name }) => ({
        message: `Container ${name} reserves at least as much memory as its limit.`,
        remedy: 'Make memory greater than memoryReservation, or remove one of them.',
        path: [...path, 'memoryReservation'],
    }));
    return [...ofTask, ...reversed];
}

;// CONCATENATED MODULE: ./build/task-definition/dependency-rules.js



/** The rules about containers that wait for, link to or mount from one another. */
const dependencyRules = [containersExist, noCycles, conditionsCanBeMet];
function containersExist(definition) {
    const containers = containersOf(definition);
    const names = containers.map(({ name }) => name).filter((name) => name !== '');
    // Without a name a container could be the one that is meant.
    const needs = containers.map(({ path }) => [...path, 'name']);
    return [...references(definition), ...proxy(definition)]
        .filter(({ to }) => to !== '' && !names.includes(to))
        .map(({ to, path }) => ({
        message: `${(0,inputs_document/* pathText */.LF)(path)} names the container ${to}, which this task does not have.`,
        remedy: (0,nearest/* suggestion */.h)(to, names, `Containers here: ${names.join(', ')}.`),
        path,
        needs,
    }));
}
function references(definition) {
    return containersOf(definition).flatMap((from) => [
        ...dependencies(from),
        ...(from.container.volumesFrom ?? []).map(({ sourceContainer = '' }, index) => {
            return { from, to: sourceContainer, path: [...from.path, 'volumesFrom', index, 'sourceContainer'] };
        }),
        ...(from.container.links ?? []).map((link, index) => {
            return { from, to: link.split(':', 1)[0] ?? '', path: [...from.path, 'links', index] };
        }),
    ]);
}
function dependencies(from) {
    return (from.container.dependsOn ?? []).map(({ containerName = '' }, index) => {
        return { from, to: containerName, path: [...from.path, 'dependsOn', index, 'containerName'] };
    });
}
function proxy({ proxyConfiguration, }) {
    if (proxyConfiguration === undefined)
        return [];
    return [{ to: proxyConfiguration.containerName ?? '', path: ['proxyConfiguration', 'containerName'] }];
}
/** Each cycle is found once, from its first container. */
function noCycles(definition) {
    const byName = new Map(containersOf(definition).map((container) => [container.name, container]));
    const done = new Set();
    const findings = [];
    const follow = (container, trail) => {
        if (done.has(container.name))
            return;
        for (const { to, path } of dependencies(container)) {
            const next = byName.get(to);
            const seen = [...trail, container.name];
            const start = seen.indexOf(to);
            if (start !== -1)
                findings.push(cycle([...seen.slice(start), to], path));
            else if (next !== undefined)
                follow(next, seen);
        }
        done.add(container.name);
    };
    for (const container of byName.values())
        follow(container, []);
    return findings;
}
function cycle(names, path) {
    const [self, ...others] = names;
    return {
        message: others.length === 1
            ? `Container ${self ?? ''} depends on itself.`
            : `Containers wait for each other in a circle: ${names.join(' → ')}.`,
        remedy: 'Remove one of these dependencies.',
        path,
    };
}
/** API reference, ContainerDependency: HEALTHY needs a health check; COMPLETE and SUCCESS no essential container. */
function conditionsCanBeMet(definition) {
    const byName = new Map(containersOf(definition).map((container) => [container.name, container]));
    return containersOf(definition).flatMap(({ container, path }) => (container.dependsOn ?? []).flatMap(({ containerName = '', condition }, index) => {
        const target = byName.get(containerName);
        if (target === undefined || condition === undefined)
            return [];
        const place = [...path, 'dependsOn', index, 'condition'];
        if (condition === 'HEALTHY' && target.container.healthCheck === undefined) {
            return [
                {
                    message: `${(0,inputs_document/* pathText */.LF)(place)} waits for ${containerName} to be HEALTHY, but that container has no healthCheck.`,
                    remedy: `Give ${containerName} a healthCheck, or wait for START.`,
                    path: place,
                    needs: [[...target.path, 'healthCheck']],
                },
            ];
        }
        const waitsForEnd = condition === 'COMPLETE' || condition === 'SUCCESS';
        if (!waitsForEnd || target.container.essential === false)
            return [];
        return [
            {
                message: `${(0,inputs_document/* pathText */.LF)(place)} waits for ${containerName} to end, but that container is essential: its end ends the task.`,
                remedy: `Set essential: false on ${containerName}.`,
                path: place,
                needs: [[...target.path, 'essential']],
            },
        ];
    }));
}

// EXTERNAL MODULE: ./build/task-definition/size.js
var task_definition_size = __webpack_require__(7645);
// EXTERNAL MODULE: ./build/task-definition/values.js
var values = __webpack_require__(338);
;// CONCATENATED MODULE: ./build/task-definition/fargate-rules.js




/** The rules about Fargate, about the size of a task, and about what needs an execution role. */
const fargateRules = [
    sizesAreReadable,
    sizeIsOffered,
    networkModeIsAwsvpc,
    logDriversAreOffered,
    executionRoleIsGiven,
    stopTimeoutIsOffered,
];
function onFargate(definition) {
    return definition.requiresCompatibilities?.includes('FARGATE') === true;
}
/** `Invalid 'cpu' setting for task.` */
function sizesAreReadable({ cpu, memory }) {
    const findings = [];
    if (cpu !== undefined && (0,task_definition_size/* cpuUnits */.M)(cpu) === undefined) {
        findings.push({
            message: `cpu cannot be ${JSON.stringify(cpu)}.`,
            remedy: 'Write CPU units, "1024", or vCPUs, "1 vCPU".',
            path: ['cpu'],
        });
    }
    if (memory !== undefined && (0,task_definition_size/* memoryMib */.u)(memory) === undefined) {
        findings.push({
            message: `memory cannot be ${JSON.stringify(memory)}.`,
            remedy: 'Write MiB, "2048", or gigabytes, "2 GB".',
            path: ['memory'],
        });
    }
    return findings;
}
/** `No Fargate configuration exists for given values.` */
function sizeIsOffered(definition) {
    if (!onFargate(definition))
        return [];
    const missing = ['cpu', 'memory'].filter((name) => definition[name] === undefined);
    if (missing.length > 0)
        return missing.map(fargateNeeds);
    const cpu = (0,task_definition_size/* cpuUnits */.M)(definition.cpu ?? '');
    const memory = (0,task_definition_size/* memoryMib */.u)(definition.memory ?? '');
    if (cpu === undefined || memory === undefined)
        return [];
    const size = values/* fargateSizes */.jJ.find((offered) => offered.cpu === cpu);
    if (size === undefined) {
        const remedy = `Write one of ${values/* fargateSizes */.jJ.map((offered) => offered.cpu).join(', ')}.`;
        return [{ message: `Fargate has no tasks with cpu ${cpu}.`, remedy, path: ['cpu'] }];
    }
    if (offers(size, memory))
        return [];
    const message = `Fargate has no tasks with cpu ${cpu} and memory ${memory}.`;
    return [{ message, remedy: `With cpu ${cpu}, memory can be ${memoriesOf(size)} MiB.`, path: ['memory'] }];
}
const LONGEST_STOP_TIMEOUT_SECONDS = 120;
/** API reference, ContainerDefinition stopTimeout: "The max stop timeout value is 120 seconds" on Fargate. */
function stopTimeoutIsOffered(definition) {
    if (!onFargate(definition))
        return [];
    return containersOf(definition).flatMap(({ container: { stopTimeout }, name, path }) => stopTimeout === undefined || stopTimeout <= LONGEST_STOP_TIMEOUT_SECONDS
        ? []
        : [
            {
                message: `Fargate waits at most ${LONGEST_STOP_TIMEOUT_SECONDS} seconds for a container to stop; the stopTimeout of ${name} is ${stopTimeout}.`,
                remedy: `Write ${LONGEST_STOP_TIMEOUT_SECONDS} or less.`,
                path: [...path, 'stopTimeout'],
            },
        ]);
}
function fargateNeeds(name) {
    return {
        message: `${name} is missing: Fargate needs the size of the task.`,
        remedy: name === 'cpu' ? 'Add it, for example "256".' : 'Add it, for example "512".',
        path: [],
        needs: [[name]],
    };
}
function offers({ least, most, step, also = [] }, memory) {
    return also.includes(memory) || (memory >= least && memory <= most && (memory - least) % step === 0);
}
function memoriesOf({ least, most, step, also = [] }) {
    return [...also, `${least} to ${most} in steps of ${step}`].join(', or ');
}
/** `Fargate only supports network mode ‘awsvpc’.` */
function networkModeIsAwsvpc(definition) {
    if (!onFargate(definition) || definition.networkMode === 'awsvpc')
        return [];
    return [
        {
            message: 'Fargate takes network mode awsvpc only.',
            remedy: 'Write "networkMode": "awsvpc".',
            path: ['networkMode'],
            needs: [['networkMode']],
        },
    ];
}
function logDriversAreOffered(definition) {
    if (!onFargate(definition))
        return [];
    return containersOf(definition).flatMap(({ container, path, name }) => {
        const driver = container.logConfiguration?.logDriver;
        if (driver === undefined || values/* fargateLogDrivers */.IJ.includes(driver))
            return [];
        return [
            {
                message: `Container ${name} uses the log driver ${driver}, which Fargate does not have.`,
                remedy: `Use one of ${values/* fargateLogDrivers */.IJ.join(', ')}.`,
                path: [...path, 'logConfiguration', 'logDriver'],
            },
        ];
    });
}
/** `Fargate requires task definition to have execution role ARN to support ECR images.` */
function executionRoleIsGiven(definition) {
    if (definition.executionRoleArn !== undefined && definition.executionRoleArn !== '')
        return [];
    const reasons = containersOf(definition).flatMap((placed) => reasonsFor(placed, onFargate(definition)));
    return reasons.map(({ what, path }) => ({
        message: `${(0,inputs_document/* pathText */.LF)(path)} needs an execution role, for ${what}, and executionRoleArn is not given.`,
        remedy: 'Add executionRoleArn: the role with which ECS prepares the task.',
        path,
        needs: [['executionRoleArn']],
    }));
}
function reasonsFor({ container, path }, fargate) {
    const { image = '', logConfiguration: log, secrets = [], repositoryCredentials } = container;
    const reasons = [];
    if (secrets.length > 0)
        reasons.push({ what: 'reading secrets', path: [...path, 'secrets'] });
    if ((log?.secretOptions ?? []).length > 0) {
        reasons.push({ what: 'reading secrets', path: [...path, 'logConfiguration', 'secretOptions'] });
    }
    if (repositoryCredentials !== undefined) {
        reasons.push({ what: 'reading the credentials', path: [...path, 'repositoryCredentials'] });
    }
    if (fargate && /^\d{12}\.dkr[.-]ecr[.-]/.test(image)) {
        reasons.push({ what: 'pulling from Amazon ECR on Fargate', path: [...path, 'image'] });
    }
    if (fargate && log?.logDriver === 'awslogs') {
        reasons.push({ what: 'awslogs on Fargate', path: [...path, 'logConfiguration'] });
    }
    return reasons;
}

;// CONCATENATED MODULE: ./build/task-definition/volume-rules.js



/** The rules about volumes and their mount points. */
const volumeRules = [volumesAreDeclared, volumesAreUnique];
function volumesAreDeclared(definition) {
    const volumes = definition.volumes ?? [];
    const names = volumes.map(({ name }) => name ?? '').filter((name) => name !== '');
    const needs = [['volumes'], ...volumes.map((_, index) => ['volumes', index, 'name'])];
    return containersOf(definition).flatMap(({ container, path, name }) => (container.mountPoints ?? []).flatMap(({ sourceVolume }, index) => {
        if (sourceVolume === undefined || names.includes(sourceVolume))
            return [];
        const place = [...path, 'mountPoints', index, 'sourceVolume'];
        return [
            {
                message: `Container ${name} mounts the volume ${sourceVolume}, which volumes does not declare.`,
                remedy: (0,nearest/* suggestion */.h)(sourceVolume, names, `Add {"name": "${sourceVolume}"} to volumes.`),
                path: place,
                needs,
            },
        ];
    }));
}
function volumesAreUnique({ volumes = [] }) {
    const placed = volumes.map((volume, index) => ({ name: volume.name, path: ['volumes', index] }));
    return repetitions(placed, ({ name }) => name).map(([{ name, path }, first]) => ({
        message: `Two volumes are named ${name ?? ''}: ${(0,inputs_document/* pathText */.LF)(first.path)} and ${(0,inputs_document/* pathText */.LF)(path)}.`,
        remedy: 'Rename one of them.',
        path: [...path, 'name'],
    }));
}

;// CONCATENATED MODULE: ./build/task-definition/validate.js





/** Everything that AWS would refuse in a task definition whose members and types are right, or start wrongly. */
function validate(definition) {
    return rules.flatMap((rule) => rule(definition));
}
const rules = [
    familyIsAName,
    ...containerRules,
    ...dependencyRules,
    ...volumeRules,
    ...fargateRules,
    tagsAreNotEmpty,
    tagsAreWithinLimits,
    fitsInBytes,
];
/** API reference, family: up to 255 letters, numbers, hyphens and underscores. */
function familyIsAName({ family }) {
    if (family === undefined || /^[\w-]{1,255}$/.test(family))
        return [];
    return [
        {
            message: 'family is no name that AWS takes.',
            remedy: 'Use up to 255 letters, numbers, hyphens and underscores.',
            path: ['family'],
        },
    ];
}
/** `Tags can not be empty.` */
function tagsAreNotEmpty({ tags }) {
    if (tags?.length !== 0)
        return [];
    return [
        {
            message: 'tags is an empty list, which AWS refuses.',
            remedy: 'Remove tags, or add one.',
            path: ['tags'],
        },
    ];
}
function tagsAreWithinLimits({ tags = [] }) {
    const findings = tags.flatMap(({ key = '', value = '' }, index) => {
        const wrong = tagProblem(key, value);
        return wrong === undefined ? [] : [{ ...wrong, path: ['tags', index] }];
    });
    if (tags.length <= values/* tagLimits */.BN.count)
        return findings;
    const message = `${tags.length} tags are given; AWS takes at most ${values/* tagLimits */.BN.count}.`;
    return [...findings, { message, remedy: 'Remove some.', path: ['tags'] }];
}
function tagProblem(key, value) {
    if (key === '')
        return { message: 'A tag has an empty key.', remedy: 'Give it a key, or remove the tag.' };
    if (/^aws:/i.test(key))
        return { message: `The tag ${key} begins with aws:, which AWS keeps for itself.`, remedy: 'Rename it.' };
    if (key.length > values/* tagLimits */.BN.key || value.length > values/* tagLimits */.BN.value) {
        return {
            message: `The tag ${key.slice(0, values/* tagLimits */.BN.key)} is too long.`,
            remedy: `Keys may have ${values/* tagLimits */.BN.key} characters, values ${values/* tagLimits */.BN.value}.`,
        };
    }
    return undefined;
}
/** Which bytes AWS counts is not documented: those of the definition as it is sent come closest [?]. */
function fitsInBytes(definition) {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...definition, tags: undefined })).length;
    if (bytes <= values/* mostBytes */.j$)
        return [];
    return [
        {
            message: `The task definition has ${bytes} bytes; AWS takes at most ${values/* mostBytes */.j$}.`,
            remedy: 'Move large values to environmentFiles, SSM parameters or the image.',
            path: [],
        },
    ];
}

;// CONCATENATED MODULE: ./build/task-definition/parse.js






/**
 * Turns a document into the input of RegisterTaskDefinition, with every member it has. All problems come
 * together, each with its place: unknown members, wrong types and values, missing members, and what AWS
 * would refuse. An answer of DescribeTaskDefinition is accepted; what only AWS can say is left out of it.
 * Members that are still to be given from elsewhere (`later`) are not missed.
 */
function parseTaskDefinition(document, later = []) {
    if (document.kind !== 'object')
        return (0,problem/* refused */.J5)(notAnObject(document));
    const { node, problems, notices } = unwrap(document);
    const read = (0,task_definition_read/* readShape */._)(node, members/* rootShape */.Gd);
    const all = [...problems, ...read.problems, ...findings(node, read, later)].sort(byPlace);
    if (all.length > 0 || !(0,conform/* isTaskDefinition */.X)(read.value))
        return (0,problem/* refused */.J5)(...all);
    return (0,problem/* parsed */.Yz)({
        definition: read.value,
        notices: [...notices, ...nullNotice(read)],
        locate: (path) => (0,inputs_document/* locate */.x5)(node, path),
    });
}
/** Takes the definition out of an AWS answer, and out of it what registering does not take. */
function unwrap(document) {
    const inner = (0,inputs_document/* valueOf */.RP)(document, 'taskDefinition');
    if (inner?.kind !== 'object') {
        const bare = withoutDescribed(document);
        return bare.notices.length === 0 ? bare : withoutEmptyTags(bare);
    }
    const others = document.members.filter(({ key }) => key !== 'taskDefinition');
    const tags = others.filter(({ key }) => key === 'tags');
    const problems = others.filter(({ key }) => key !== 'tags').map(besideTaskDefinition);
    const stripped = withoutDescribed({
        ...inner,
        members: [...inner.members.filter(isNoTags(tags)), ...tags],
    });
    return { ...withoutEmptyTags(stripped), problems };
}
function isNoTags(outer) {
    return ({ key }) => outer.length === 0 || key !== 'tags';
}
function besideTaskDefinition({ key, keyAt }) {
    return {
        message: `${key} stands beside taskDefinition, where only tags can stand.`,
        remedy: 'Move it into taskDefinition, or remove it.',
        location: keyAt,
    };
}
function withoutDescribed(node) {
    const described = node.members.filter(({ key }) => members/* describedOnly */.SD.includes(key));
    const [first] = described;
    if (first === undefined)
        return { node, problems: [], notices: [] };
    const names = described.map(({ key }) => key).join(', ');
    return {
        node: { ...node, members: node.members.filter(({ key }) => !members/* describedOnly */.SD.includes(key)) },
        problems: [],
        notices: [
            {
                message: `Left out what only AWS says about a revision: ${names}.`,
                remedy: 'Remove these members from the file.',
                location: first.keyAt,
            },
        ],
    };
}
/** `Tags can not be empty.`, though DescribeTaskDefinition answers an empty list: in a file that somebody wrote it is a mistake. */
function withoutEmptyTags({ node, problems, notices }) {
    const empty = node.members.find(({ key, value }) => key === 'tags' && value.kind === 'list' && value.items.length === 0);
    if (empty === undefined)
        return { node, problems, notices };
    const notice = {
        message: 'Left out tags, which is an empty list: AWS refuses one.',
        remedy: 'Remove tags from the file.',
        location: empty.keyAt,
    };
    return {
        node: { ...node, members: node.members.filter((member) => member !== empty) },
        problems,
        notices: [...notices, notice],
    };
}
/** What AWS's rules find, but for what is missing only because it could not be read. */
function findings(node, { value, reported }, later) {
    if (!(0,conform/* isTaskDefinition */.X)(value))
        return [];
    const unread = [...reported, ...later].map(inputs_document/* pathText */.LF);
    const isUnread = (path) => unread.some((one) => startsWith((0,inputs_document/* pathText */.LF)(path), one));
    return validate(value)
        .filter(({ path, needs = [] }) => !isUnread(path) && !needs.some(isUnread))
        .map(({ message, remedy, path }) => ({ message, remedy, location: (0,inputs_document/* locate */.x5)(node, path) }));
}
function startsWith(path, parent) {
    return path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}
function nullNotice({ nulls }) {
    const [first] = nulls;
    if (first === undefined)
        return [];
    return [
        {
            message: `Left out what is null: ${nulls.map(({ path }) => (0,inputs_document/* pathText */.LF)(path)).join(', ')}.`,
            remedy: 'Remove these members from the file.',
            location: first.at,
        },
    ];
}
function notAnObject({ at }) {
    return {
        message: 'A task definition is an object.',
        remedy: 'Begin with family and containerDefinitions.',
        location: at,
    };
}
function byPlace(a, b) {
    return ((a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.location?.column ?? 0) - (b.location?.column ?? 0));
}

;// CONCATENATED MODULE: ./build/task-definition/container.js
/**
 * A container with the changes made: variables, secrets, labels and log options are added to those of the
 * file, or replace the one of their name; command, log driver and environment files replace the file's.
 */
function changeContainer(container, changes) {
    const { environment, secrets, dockerLabels, command, environmentFiles } = changes;
    const logConfiguration = changeLogs(container.logConfiguration, changes);
    return {
        ...container,
        ...(environment && { environment: withVariables(container.environment ?? [], environment) }),
        ...(secrets && { secrets: withSecrets(container.secrets ?? [], secrets) }),
        ...(dockerLabels && { dockerLabels: { ...container.dockerLabels, ...Object.fromEntries(dockerLabels) } }),
        ...(command && { command: [...command] }),
        ...(environmentFiles && {
            environmentFiles: environmentFiles.map((value) => ({ value, type: 's3' })),
        }),
        ...(logConfiguration && { logConfiguration }),
    };
}
/** Undefined where nothing changes, and where options come without any driver, which is a problem elsewhere. */
function changeLogs(before, { logDriver = before?.logDriver, logOptions }) {
    if (logDriver === undefined || (logOptions === undefined && logDriver === before?.logDriver))
        return undefined;
    const options = { ...before?.options, ...Object.fromEntries(logOptions ?? []) };
    return { ...before, logDriver, ...(Object.keys(options).length === 0 ? {} : { options }) };
}
/** Variables that are there keep their place and get the new value; others follow. */
function withVariables(before, added) {
    const changed = before.map((variable) => {
        const value = added.get(variable.name ?? '');
        return value === undefined ? variable : { ...variable, value };
    });
    return [...changed, ...newIn(before, added).map(([name, value]) => ({ name, value }))];
}
function withSecrets(before, added) {
    const changed = before.map((secret) => {
        const valueFrom = added.get(secret.name ?? '');
        return valueFrom === undefined ? secret : { ...secret, valueFrom };
    });
    return [...changed, ...newIn(before, added).map(([name, valueFrom]) => ({ name, valueFrom }))];
}
function newIn(before, added) {
    const present = new Set(before.map(({ name }) => name));
    return [...added].filter(([name]) => !present.has(name));
}

;// CONCATENATED MODULE: ./build/task-definition/render.js





/**
 * Puts what the inputs give into the task definition and into the containers that are meant. Nothing is
 * guessed: a container that is not there is a problem, and so is a value that could be for several. AWS's
 * rules are asked again, over what is to be registered.
 */
function renderTaskDefinition(file, inputs) {
    const containers = file.definition.containerDefinitions ?? [];
    const targets = resolveTargets(containers, inputs);
    const { images = new Map(), placeholders = new Set() } = inputs;
    const names = readImageNames(containers, images, placeholders);
    const isEmpty = inputs.images?.size === 0 && inputs.image === undefined;
    const problems = [...targets.problems, ...names.problems, ...(isEmpty ? [NO_IMAGES] : [])].map((problem) => ({
        ...problem,
        location: file.locate(['containerDefinitions']),
    }));
    if (problems.length > 0)
        return (0,problem/* refused */.J5)(...problems);
    const { taskRoleArn, executionRoleArn } = inputs;
    const definition = {
        ...file.definition,
        ...(taskRoleArn !== undefined && { taskRoleArn }),
        ...(executionRoleArn !== undefined && { executionRoleArn }),
        containerDefinitions: file.definition.containerDefinitions?.map((container) => render(container, { ...targets, changes: inputs })),
    };
    const rendered = { ...file, definition, notices: [...file.notices, ...names.notices] };
    const broken = [...emptyImages(rendered), ...validate(rendered.definition)].map(({ path, message, remedy }) => {
        return { message, remedy, location: file.locate(path) };
    });
    return broken.length > 0 ? (0,problem/* refused */.J5)(...broken) : (0,problem/* parsed */.Yz)(rendered);
}
function resolveTargets(containers, inputs) {
    const { image, placeholders } = inputs;
    const names = containers.map(({ name }) => name ?? '');
    const images = new Map(inputs.images);
    const problems = unknownContainers(names, inputs);
    const meant = meantContainers(names, inputs);
    const isPlaced = placeholders?.has('image') === true || placeholders?.has('IMAGE1_NAME') === true;
    if (image !== undefined && !(isPlaced && inputs.containerName === undefined)) {
        if (meant === undefined)
            problems.push(ambiguous('image', names));
        for (const target of meant ?? []) {
            if (images.has(target))
                problems.push(givenTwice(target));
            else
                images.set(target, image);
        }
    }
    for (const container of containers) {
        const other = inputs.images?.get(container.name ?? '');
        const hasPlaced = isPlaced && image !== undefined && container.image === image;
        if (hasPlaced && other !== undefined && other !== image)
            problems.push(givenTwice(container.name ?? ''));
    }
    if (meant === undefined)
        problems.push(...changesGiven(inputs).map((input) => ambiguous(input, names)));
    const changed = new Set(meant);
    problems.push(...optionsWithoutDriver(containers, changed, inputs));
    return { images, changed, problems };
}
/** The containers that `container-name` names, or the only one; undefined where it could be any of several. */
function meantContainers(names, { containerName }) {
    if (containerName !== undefined)
        return namesIn(containerName);
    return names.length === 1 ? names : undefined;
}
const namesIn = (containerName) => [
    ...new Set(containerName.split(',').map((name) => name.trim())),
];
const CHANGES = {
    environment: 'environment-variables',
    secrets: 'secrets',
    dockerLabels: 'docker-labels',
    command: 'command',
    logDriver: 'log-configuration-log-driver',
    logOptions: 'log-configuration-options',
    environmentFiles: 'env-files',
};
/** The inputs that change a container and were given. */
function changesGiven(inputs) {
    const given = new Map(Object.entries(inputs));
    return Object.entries(CHANGES).flatMap(([member, input]) => given.get(member) === undefined ? [] : [input]);
}
function optionsWithoutDriver(containers, changed, { logOptions, logDriver }) {
    if (logOptions === undefined || logDriver !== undefined)
        return [];
    return containers
        .filter(({ name = '', logConfiguration }) => changed.has(name) && logConfiguration === undefined)
        .map(({ name = '' }) => ({
        message: `Container ${name} has no log driver that log-configuration-options could be for.`,
        remedy: 'Give log-configuration-log-driver, or the logConfiguration in the file.',
        input: CHANGES.logOptions,
    }));
}
function unknownContainers(names, { containerName }) {
    if (containerName === undefined)
        return [];
    return namesIn(containerName)
        .filter((name) => !names.includes(name))
        .map((name) => ({
        message: `The task definition has no container ${name}.`,
        remedy: (0,nearest/* suggestion */.h)(name, names, `Its containers: ${names.join(', ')}.`),
        input: 'container-name',
    }));
}
function ambiguous(input, names) {
    return {
        message: `The input ${input} does not say for which of the containers it is: ${names.join(', ')}.`,
        remedy: input === 'image' ? 'Give container-name, or use images.' : 'Give container-name.',
        input,
    };
}
/** The image of the file would be deployed, and the step be green. */
const NO_IMAGES = {
    message: 'It names no image.',
    remedy: 'A build with dry-run makes none. Leave images out to deploy the image of the file.',
    input: 'images',
};
function givenTwice(name) {
    return {
        message: `The image of container ${name} is given by image and by images.`,
        remedy: 'Give it once.',
        input: 'images',
    };
}
function render(container, { images, changed, changes }) {
    const name = container.name ?? '';
    const image = images.get(name);
    const rendered = changed.has(name) ? changeContainer(container, changes) : container;
    return image === undefined ? rendered : { ...rendered, image };
}
/** A file may leave the image to the inputs; what is registered may not. */
function emptyImages({ definition }) {
    return (definition.containerDefinitions ?? []).flatMap(({ image, name }, index) => {
        if (image !== undefined && image.trim() !== '')
            return [];
        return [
            {
                path: ['containerDefinitions', index, 'image'],
                message: `Container ${name ?? ''} has no image.`,
                remedy: 'Give it in the file, or with the inputs image and container-name, or images.',
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/deploy/ecs/settings.js
var settings = __webpack_require__(6327);
// EXTERNAL MODULE: ./build/deploy/render-inputs.js
var render_inputs = __webpack_require__(4512);
// EXTERNAL MODULE: ./build/deploy/workflow.js
var workflow = __webpack_require__(7597);
// EXTERNAL MODULE: ./build/deploy/run.js
var deploy_run = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/deploy/volume.js
var deploy_volume = __webpack_require__(6270);
// EXTERNAL MODULE: ./build/deploy/wait.js
var wait = __webpack_require__(5773);
;// CONCATENATED MODULE: ./build/deploy/load.js













/**
 * The desired state: inputs and the files they name, read, resolved and checked. Asks nothing of AWS.
 * Throws a UserError with all problems of all files.
 */
async function loadRequest(inputs, context) {
    const { action, environment } = context;
    const run = (0,workflow/* runIdentity */.yK)(environment);
    const [revision, codeDeploy] = await Promise.all([
        loadRevision(inputs, context),
        loadCodeDeploy(inputs, { ...context, run }),
    ]);
    const volume = (0,deploy_volume/* volumeOf */.Iw)(inputs);
    const deployment = (0,settings/* deploymentSettingsOf */._r)(inputs);
    const times = (0,wait/* waitProblems */.U)(inputs);
    if (!revision.ok || !codeDeploy.ok || !volume.ok || !deployment.ok || times.length > 0) {
        throw new problem/* UserError */.yo([
            ...times,
            ...(deployment.ok ? [] : deployment.problems),
            ...(volume.ok ? [] : volume.problems),
            ...(revision.ok ? [] : revision.problems),
            ...(codeDeploy.ok ? [] : codeDeploy.problems),
        ]);
    }
    const waitMinutes = inputs['wait-for-minutes'];
    return {
        action,
        run,
        cluster: inputs.cluster,
        service: inputs.service,
        revision: revision.value,
        codeDeploy: codeDeploy.value,
        settings: {
            forceNewDeployment: inputs['force-new-deployment'],
            desiredCount: inputs['desired-count'],
            propagateTags: inputs['propagate-tags'],
            managedTags: inputs['enable-ecs-managed-tags'],
            volume: volume.value,
            deployment: deployment.value,
        },
        control: {
            whenInProgress: inputs['when-in-progress'],
            stopAfterFailedTasks: inputs['stop-after-failed-tasks'],
            onFailure: inputs['on-failure'],
            onCancel: inputs['on-cancel'],
            stableFor: inputs['stable-for'] ?? 'default',
        },
        ...suspension(inputs),
        pinImages: inputs['pin-images'],
        dryRun: inputs['dry-run'],
        wait: inputs['wait-for-service-stability'],
        ...(waitMinutes === undefined ? {} : { waitMinutes }),
    };
}
/** What is kept from scaling, where anything is. */
const suspension = ({ 'suspend-scaling': asked, }) => asked === 'none' ? {} : { suspendScaling: asked };
const REGISTERED = /^(?:arn:[\w-]+:ecs:[\w-]*:\d*:task-definition\/)?[\w-]{1,255}:\d+$/;
async function loadRevision(inputs, context) {
    const given = inputs['task-definition'];
    if (REGISTERED.test(given)) {
        const problems = fileInputsGiven(inputs);
        return problems.length > 0 ? (0,problem/* refused */.J5)(...problems) : (0,problem/* parsed */.Yz)({ kind: 'registered', reference: given });
    }
    if (given.startsWith('arn:'))
        return (0,problem/* refused */.J5)(notARevision(given));
    const file = await loadTaskDefinition(inputs, context);
    if (!file.ok)
        return (0,problem/* refused */.J5)(...file.problems);
    for (const notice of file.value.notices)
        context.notice(notice);
    return (0,problem/* parsed */.Yz)({ kind: 'file', definition: file.value.definition, locate: file.value.locate });
}
function notARevision(arn) {
    return {
        message: `${arn} is not the ARN of a revision of a task definition.`,
        remedy: 'End it with the family, a colon and the number of the revision, or give the path of a file.',
        input: 'task-definition',
    };
}
/** A registered revision is deployed as it is: what would change it has no place to go. */
function fileInputsGiven(inputs) {
    const values = new Map(Object.entries(inputs));
    // container-name alone changes nothing.
    const changing = Object.keys(render_inputs/* RENDER_INPUTS */.n).filter((input) => input !== 'container-name');
    const given = [
        ...changing.filter((input) => values.get(input) !== undefined),
        ...(inputs['pin-images'] ? ['pin-images'] : []),
    ];
    return given.map((input) => ({
        message: `${input} cannot be used with the registered revision ${inputs['task-definition']}: nothing is registered.`,
        remedy: 'Give a task definition file, or leave the input out.',
        input,
    }));
}
async function loadTaskDefinition(inputs, { environment }) {
    const document = await loadDocument({
        path: inputs['task-definition'],
        input: 'task-definition',
        workspace: workspaceOf(environment),
    });
    if (!document.ok)
        return document;
    const placeholders = placeholdersIn(document.value);
    const image = inputs.image ?? imageByName(document.value, inputs.images ?? new Map());
    const values = (0,workflow/* placeholderValues */.m_)({ ...inputs, image }, environment);
    const file = parseInterpolated(document.value, values, (resolved) => parseTaskDefinition(resolved, givenLater(inputs)));
    if (!file.ok)
        return file;
    return renderTaskDefinition(file.value, { ...(0,render_inputs/* renderInputs */.E)(inputs), placeholders });
}
/** Members that a file need not have, since an input gives them. */
const givenLater = (inputs) => inputs['execution-role-arn'] === undefined ? [] : [['executionRoleArn']];
async function loadCodeDeploy(inputs, { environment, run }) {
    const appSpec = await loadAppSpec(inputs, environment);
    const words = inputs['codedeploy-deployment-description'];
    const tooLong = words === undefined ? [] : descriptionProblem(words, run);
    if (!appSpec.ok || tooLong.length > 0)
        return (0,problem/* refused */.J5)(...tooLong, ...(appSpec.ok ? [] : appSpec.problems));
    const application = inputs['codedeploy-application'];
    const group = inputs['codedeploy-deployment-group'];
    const config = inputs['codedeploy-deployment-config'];
    return (0,problem/* parsed */.Yz)({
        endPreviousWait: inputs['end-previous-wait'] ?? false,
        waitForTermination: inputs['wait-for-termination'] ?? false,
        ...(appSpec.value === undefined ? {} : { appSpec: appSpec.value }),
        ...(application === undefined ? {} : { application }),
        ...(group === undefined ? {} : { group }),
        ...(config === undefined ? {} : { config }),
        ...(words === undefined ? {} : { description: words }),
    });
}
/** Words of the user that do not fit in the description of a CodeDeploy deployment. */
function descriptionProblem(words, run) {
    const limit = (0,deploy_run/* wordsLimit */.Xx)(run);
    if (words.length <= limit)
        return [];
    return [
        {
            message: `The description has ${words.length} characters; beside the words that say who deploys, ${limit} fit in the 512 that CodeDeploy takes.`,
            remedy: 'Shorten it.',
            input: 'codedeploy-deployment-description',
        },
    ];
}
async function loadAppSpec(inputs, environment) {
    const path = inputs['codedeploy-appspec'];
    if (path === undefined)
        return (0,problem/* parsed */.Yz)(undefined);
    const document = await loadDocument({
        path,
        input: 'codedeploy-appspec',
        workspace: workspaceOf(environment),
    });
    if (!document.ok)
        return document;
    return parseInterpolated(document.value, (0,workflow/* placeholderValues */.m_)(inputs, environment), parseAppSpec);
}
const workspaceOf = (environment) => environment['GITHUB_WORKSPACE'] ?? '.';


/***/ }),

/***/ 5773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ waitProblems)
/* harmony export */ });
/** Times that leave no room for a deployment: tasks would have to be up for as long as the step may wait, or longer. */
function waitProblems(inputs) {
    const { 'stable-for': seconds = 0, 'wait-for-minutes': minutes = Infinity } = inputs;
    if (!inputs['wait-for-service-stability'] || seconds < minutes * 60)
        return [];
    return [
        {
            message: `stable-for: ${seconds} (seconds) leaves no time for the deployment within wait-for-minutes: ${minutes}; the step would always time out.`,
            remedy: `Raise wait-for-minutes, to ${Math.ceil(seconds / 60) + 10} or more, or leave it out: it is 30 minutes longer than stable-for then. Or lower stable-for.`,
            input: 'stable-for',
        },
    ];
}


/***/ }),

/***/ 7597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m_: () => (/* binding */ placeholderValues),
/* harmony export */   yK: () => (/* binding */ runIdentity)
/* harmony export */ });
/* unused harmony export GITHUB_FIELDS */
/** Public fields of the workflow run that files may name as `${{ github.NAME }}`. */
const GITHUB_FIELDS = {
    actor: 'GITHUB_ACTOR',
    event_name: 'GITHUB_EVENT_NAME',
    job: 'GITHUB_JOB',
    ref: 'GITHUB_REF',
    ref_name: 'GITHUB_REF_NAME',
    ref_type: 'GITHUB_REF_TYPE',
    repository: 'GITHUB_REPOSITORY',
    repository_owner: 'GITHUB_REPOSITORY_OWNER',
    run_attempt: 'GITHUB_RUN_ATTEMPT',
    run_id: 'GITHUB_RUN_ID',
    run_number: 'GITHUB_RUN_NUMBER',
    server_url: 'GITHUB_SERVER_URL',
    sha: 'GITHUB_SHA',
    workflow: 'GITHUB_WORKFLOW',
};
/** Who deploys, from the variables the runner sets. */
function runIdentity(environment) {
    const field = (name) => environment[GITHUB_FIELDS[name]] || undefined;
    const [repository, commit, runId, runAttempt] = [
        field('repository'),
        field('sha'),
        field('run_id'),
        field('run_attempt'),
    ];
    return {
        ...(repository === undefined ? {} : { repository }),
        ...(commit === undefined ? {} : { commit }),
        ...(runId === undefined ? {} : { runId }),
        ...(runAttempt === undefined ? {} : { runAttempt }),
    };
}
/** All that a placeholder can name. Nothing else of the environment: that holds credentials. */
function placeholderValues({ image, images, vars }, environment) {
    const values = new Map();
    if (image !== undefined)
        values.set('image', image);
    for (const [name, value] of images ?? [])
        values.set(`images.${name}`, value);
    for (const [name, value] of vars ?? [])
        values.set(`vars.${name}`, value);
    for (const [name, variable] of Object.entries(GITHUB_FIELDS)) {
        const value = environment[variable];
        if (value !== undefined && value !== '')
            values.set(`github.${name}`, value);
    }
    return values;
}


/***/ })

};
