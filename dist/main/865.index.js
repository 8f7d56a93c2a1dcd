export const id = 865;
export const ids = [865];
export const modules = {

/***/ 9865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollbackAction: () => (/* binding */ rollbackAction)
});

// EXTERNAL MODULE: ./build/deploy/outcome.js
var outcome = __webpack_require__(5970);
// EXTERNAL MODULE: ./build/report/log.js
var log = __webpack_require__(6945);
// EXTERNAL MODULE: ./build/report/outputs.js
var outputs = __webpack_require__(4121);
// EXTERNAL MODULE: ./build/report/sentences.js + 1 modules
var sentences = __webpack_require__(8944);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/deploy/workflow.js
var workflow = __webpack_require__(7597);
// EXTERNAL MODULE: ./build/deploy/load.js + 17 modules
var load = __webpack_require__(6448);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/rollback/request.js



/** What is asked for, service by service. Throws a UserError where an input can be for one service alone. */
function rollbackRequests(inputs, environment) {
    const run = (0,workflow/* runIdentity */.yK)(environment);
    const description = inputs['codedeploy-deployment-description'];
    const problems = [
        ...givenForSeveral(inputs),
        ...(description === undefined ? [] : (0,load/* descriptionProblem */.wR)(description, run)),
    ];
    if (problems.length > 0)
        throw new problem/* UserError */.yo(problems);
    const { to, cluster, 'wait-for-minutes': waitMinutes } = inputs;
    return inputs.service.map((service) => ({
        action: 'rollback',
        run,
        cluster,
        service,
        codeDeploy: codeDeployOf(inputs),
        settings: AS_THEY_ARE,
        control: {
            whenInProgress: inputs['when-in-progress'],
            stopAfterFailedTasks: inputs['stop-after-failed-tasks'],
            onFailure: inputs['on-failure'],
            onCancel: inputs['on-cancel'],
        },
        ...(0,load/* suspension */.EH)(inputs),
        pinImages: false,
        dryRun: inputs['dry-run'],
        wait: inputs['wait-for-service-stability'],
        ...(waitMinutes === undefined ? {} : { waitMinutes }),
        ...(to === undefined ? {} : { to }),
    }));
}
const AS_THEY_ARE = {
    forceNewDeployment: undefined,
    desiredCount: undefined,
    propagateTags: undefined,
    managedTags: undefined,
};
function codeDeployOf(inputs) {
    const application = inputs['codedeploy-application'];
    const group = inputs['codedeploy-deployment-group'];
    const description = inputs['codedeploy-deployment-description'];
    return {
        endPreviousWait: false,
        waitForTermination: false,
        config: inputs['codedeploy-deployment-config'],
        ...(application === undefined ? {} : { application }),
        ...(group === undefined ? {} : { group }),
        ...(description === undefined ? {} : { description }),
    };
}
const FOR_ONE_SERVICE = ['to', 'codedeploy-application', 'codedeploy-deployment-group'];
function givenForSeveral(inputs) {
    if (inputs.service.length === 1)
        return [];
    return FOR_ONE_SERVICE.filter((input) => inputs[input] !== undefined).map((input) => ({
        message: `${input} is for one service, and ${inputs.service.length} are named.`,
        remedy: 'Leave it out, or roll the services back in steps of their own.',
        input,
    }));
}

// EXTERNAL MODULE: ./build/deploy/checks.js
var checks = __webpack_require__(4909);
// EXTERNAL MODULE: ./build/deploy/deploy.js + 21 modules
var deploy = __webpack_require__(2888);
// EXTERNAL MODULE: ./build/deploy/describe.js + 1 modules
var describe = __webpack_require__(6544);
// EXTERNAL MODULE: ./build/deploy/run.js
var run = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
;// CONCATENATED MODULE: ./build/rollback/history.js

/**
 * The revision to return to: the one deployed successfully before the one that is left. To deploy a revision
 * that was deployed before is a return: what came in between was returned from, and is not returned to. So
 * one rollback after another goes further back each time. Undefined where the history has none.
 */
function previousRevision({ leaving, past }) {
    const kept = past.toReversed().reduce(followedBy, []);
    const left = leaving === undefined ? -1 : kept.findIndex((one) => isSame(one.taskDefinition, leaving));
    return left < 0 ? kept.at(-1) : kept[left - 1];
}
function followedBy(kept, next) {
    const earlier = kept.findIndex((one) => isSame(one.taskDefinition, next.taskDefinition));
    return [...(earlier < 0 ? kept : kept.slice(0, earlier)), next];
}
/** Since when the revision that is left was deployed, as far as it succeeded. */
const leavingSince = ({ leaving, past }) => past.find(({ taskDefinition }) => leaving !== undefined && isSame(taskDefinition, leaving))?.at;
/** An AppSpec may name a revision by ARN or as `family:revision`. */
const isSame = (one, other) => nameOf(one) === nameOf(other);
const nameOf = (taskDefinition) => taskDefinition.includes('task-definition/') ? (0,service_service/* revisionName */.pd)(taskDefinition) : taskDefinition;

;// CONCATENATED MODULE: ./build/report/rollback.js


/** From which revision a rollback goes to which, for the log. */
function returnLines({ history, to, commitOf }) {
    const { leaving } = history;
    const name = (taskDefinition) => {
        const commit = commitOf(taskDefinition);
        return `${(0,service_service/* revisionName */.pd)(taskDefinition)}${commit === undefined ? '' : ` of commit ${commit}`}`;
    };
    const since = leavingSince(history);
    return [
        leaving === undefined
            ? 'from a deployment that has not begun yet'
            : `from ${name(leaving)}${since === undefined ? '' : `, which serves since ${since}`}`,
        `back to ${name(to.taskDefinition)}, ${to.at === undefined ? 'which served before' : `which was deployed at ${to.at}`}`,
    ];
}

// EXTERNAL MODULE: ./build/task-definition/describe.js
var task_definition_describe = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/inputs/document.js + 6 modules
var inputs_document = __webpack_require__(5349);
;// CONCATENATED MODULE: ./build/appspec/revision.js

/** The task definition that the text of an AppSpec names, in JSON or YAML, in any case of the members' names. */
function revisionIn(appSpec) {
    const document = (0,inputs_document/* parseDocument */.Tp)(appSpec, 'AppSpec');
    if (!document.ok)
        return undefined;
    const resources = memberOf(document.value, 'Resources');
    const [resource] = resources?.kind === 'list' ? resources.items : [];
    // The name of the resource is the user's own.
    const [service] = resource?.kind === 'object' ? resource.members : [];
    const named = memberOf(memberOf(service?.value, 'Properties'), 'TaskDefinition');
    return named?.kind === 'text' && named.value !== '' ? named.value : undefined;
}
function memberOf(node, name) {
    if (node?.kind !== 'object')
        return undefined;
    return node.members.find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value;
}

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/deploy/codedeploy/describe.js + 2 modules
var codedeploy_describe = __webpack_require__(4268);
;// CONCATENATED MODULE: ./build/rollback/describe.js




/** What AWS tells of the successful deployments of a service, by its controller. */
async function describeHistory(request, service, ports) {
    return service.controller === 'CODE_DEPLOY'
        ? codeDeployHistory(service, await (0,codedeploy_describe/* describeCodeDeploy */.UM)(request, service, ports), ports)
        : ecsHistory(service, ports);
}
/** What stands beside has served last; when it was deployed is in the records, where it is in them. */
function withBeside(beside, recorded) {
    if (beside === undefined)
        return recorded;
    const known = recorded.find(({ taskDefinition }) => taskDefinition === beside);
    return [known ?? { taskDefinition: beside }, ...recorded];
}
/** How many successful deployments are looked at, the newest: the limit of one DescribeServiceRevisions. */
const LOOKED_AT = 20;
// One that was rolled back, stopped or superseded is not SUCCESSFUL: AWS itself leaves it out.
async function ecsHistory(service, { aws, signal }) {
    const ecs = await aws.ecs();
    const { serviceDeployments = [] } = await ecs.listServiceDeployments({ cluster: service.clusterArn, service: service.name, status: ['SUCCESSFUL'] }, { abortSignal: signal });
    // The API reference promises no order.
    const newest = serviceDeployments
        .toSorted((one, other) => timeOf(other.createdAt) - timeOf(one.createdAt))
        .slice(0, LOOKED_AT);
    const arns = newest.flatMap(({ targetServiceRevisionArn: arn }) => (arn === undefined ? [] : [arn]));
    const revisions = await revisionsOf(ecs, [...new Set(arns)], signal);
    const recorded = newest.flatMap(({ targetServiceRevisionArn = '', finishedAt }) => {
        const { taskDefinition, containerImages } = revisions.get(targetServiceRevisionArn) ?? {};
        if (taskDefinition === undefined)
            return [];
        return [{ ...past(taskDefinition, finishedAt), images: digestsOf(containerImages) }];
    });
    const set = (0,service_service/* primary */.zB)(service);
    // A service may be older than its records: what stands beside was completed before.
    const beside = service.deployments.find(({ id, rolloutState }) => id !== set?.id && rolloutState === 'COMPLETED');
    return {
        ...(set === undefined ? {} : { leaving: set.taskDefinition }),
        past: withBeside(beside?.taskDefinition, recorded),
    };
}
async function revisionsOf(ecs, serviceRevisionArns, signal) {
    if (serviceRevisionArns.length === 0)
        return new Map();
    const { serviceRevisions = [] } = await ecs.describeServiceRevisions({ serviceRevisionArns }, { abortSignal: signal });
    return new Map(serviceRevisions.map((revision) => [revision.serviceRevisionArn ?? '', revision]));
}
const digestsOf = (images = []) => new Map(images.flatMap(({ image, imageDigest }) => image === undefined || imageDigest === undefined ? [] : [[image, imageDigest]]));
const timeOf = (moment) => moment?.getTime() ?? 0;
const past = (taskDefinition, at) => ({
    taskDefinition,
    ...(at === undefined ? {} : { at: at.toISOString() }),
});
async function codeDeployHistory(service, { application, group, active }, ports) {
    const recorded = await succeeded({ application, group }, ports);
    const serving = (0,service_service/* primary */.zB)(service)?.taskDefinition;
    const isShifting = active !== undefined && !active.onlyTerminates;
    const leaving = isShifting ? active.taskDefinition : serving;
    // What serves while another is shifted in, and what was shifted out and waits for its end, have served;
    // the task set that CreateService made is in no history.
    const beside = isShifting ? serving : active === undefined ? undefined : taskSetBeside(service);
    return {
        ...(leaving === undefined ? {} : { leaving }),
        past: withBeside(beside, recorded),
    };
}
const taskSetBeside = ({ taskSets }) => taskSets.find(({ status }) => status === 'ACTIVE')?.taskDefinition;
/**
 * The successful deployments of a group, but for those that rolled others back: they made no task set. Which
 * revision one deployed is in its AppSpec, which GetApplicationRevision alone gives back, by its digest (API
 * reference of GetDeployment).
 */
async function succeeded({ application, group }, { aws, log, signal }) {
    const client = await aws.codeDeploy();
    const { deployments = [] } = await client.listDeployments({ applicationName: application, deploymentGroupName: group, includeOnlyStatuses: ['Succeeded'] }, { abortSignal: signal });
    // [?] The newest are in the first page. BatchGetDeployments would need a permission of its own.
    const infos = await Promise.all(deployments.slice(0, LOOKED_AT).map((id) => (0,codedeploy_describe/* describeDeploymentInfo */.L6)(client, id, signal)));
    const newest = infos
        .filter(({ creator }) => creator !== 'codeDeployRollback')
        .toSorted((one, other) => timeOf(other.createTime) - timeOf(one.createTime));
    const read = newest.map(async (info) => {
        const taskDefinition = await revisionOf(client, info, signal);
        if (taskDefinition !== undefined)
            return [past(taskDefinition, info.completeTime)];
        log.warn(`Which revision the deployment ${info.deploymentId ?? ''} deployed cannot be read any more: it is passed over.`);
        return [];
    });
    return (await Promise.all(read)).flat();
}
async function revisionOf(client, { applicationName, revision }, signal) {
    const sha256 = revision?.appSpecContent?.sha256;
    if (sha256 === undefined)
        return undefined;
    try {
        const answer = await client.getApplicationRevision({ applicationName, revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256 } } }, { abortSignal: signal });
        return revisionIn(answer.revision?.appSpecContent?.content ?? '');
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.code === 'RevisionDoesNotExistException')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/rollback/rollback.js










/**
 * Returns a service to the revision that was deployed successfully before, by an ordinary deployment of its
 * controller. Never throws for what a user or AWS did: that is an outcome.
 */
function rollBack({ to, ...request }, ports) {
    return (0,deploy/* deployChosen */.s)(request, ports, () => to === undefined ? chosen(request, ports) : Promise.resolve({ kind: 'registered', reference: to }));
}
async function chosen(request, ports) {
    const service = await (0,describe/* serviceOf */.z5)(request, ports);
    const problems = (0,checks/* checkService */._x)(request, service);
    if (problems.length > 0)
        throw new problem/* UserError */.yo(problems);
    const history = await describeHistory(request, service, ports);
    const to = previousRevision(history);
    if (to === undefined)
        throw nothingBefore(history, service);
    const commitOf = await commits([history.leaving, to.taskDefinition], ports);
    ports.log.group('Rollback', returnLines({ history, to, commitOf }));
    const { taskDefinition: reference, images } = to;
    return { kind: 'registered', reference, ...(images === undefined ? {} : { images }) };
}
async function commits(taskDefinitions, { aws, signal }) {
    const ecs = await aws.ecs();
    const read = taskDefinitions.map(async (name = '') => {
        const revision = name === '' ? undefined : await (0,task_definition_describe/* describeRevision */.h)(ecs, name, signal);
        return [name, revision?.tags.get(`${run/* TAG_PREFIX */.C_}commit`)];
    });
    const found = new Map(await Promise.all(read));
    return (taskDefinition) => found.get(taskDefinition);
}
function nothingBefore({ leaving, past }, { name, clusterArn }) {
    const family = familyOf(leaving ?? past[0]);
    const list = `aws ecs list-task-definitions${family === undefined ? '' : ` --family-prefix ${family}`} --sort DESC --region ${(0,service_service/* regionOf */.AP)(clusterArn)}`;
    return new problem/* UserError */.yo({
        message: `AWS knows no revision that was deployed successfully to ${name} before${leaving === undefined ? '' : ` ${(0,service_service/* revisionName */.pd)(leaving)}`}: there is nothing to return to.`,
        remedy: `Name the revision with to. Those that are registered are listed by \`${list}\`.`,
        input: 'to',
    });
}
function familyOf(known) {
    if (known === undefined)
        return undefined;
    const name = (0,service_service/* revisionName */.pd)(typeof known === 'string' ? known : known.taskDefinition);
    return name.slice(0, name.lastIndexOf(':'));
}

// EXTERNAL MODULE: ./build/github/session.js + 1 modules
var session = __webpack_require__(8045);
;// CONCATENATED MODULE: ./build/github/rollback-action.js








/** Rolls all services that are named back, side by side, and tells of each how that ended. */
async function rollbackAction(inputs, runner) {
    const environment = process.env;
    const access = (0,session/* accessOf */.Y)(inputs, environment);
    const requests = rollbackRequests(inputs, environment);
    const ports = await (0,session/* openSession */.f)(access, runner);
    const outcomes = await Promise.all(requests.map((request) => rollBack(request, { ...ports, log: requests.length === 1 ? runner : (0,log/* logOf */.G)(request.service, runner) })));
    const red = outcomes.filter(({ verdict }) => !(0,outcome/* isGreen */.gf)(verdict.status));
    for (const good of outcomes.filter((outcome) => !red.includes(outcome)))
        runner.say((0,sentences/* outcomeSentence */.yz)(good));
    return {
        outputs: (0,outputs/* rollbackOutputs */.Hj)(outcomes),
        summary: outcomes.map(summary/* renderSummary */.B).join('\n'),
        problems: outcomes.flatMap(({ problems }) => problems),
        ...(red.length === 0 ? {} : { failure: failureOf(red, outcomes.length) }),
    };
}
function failureOf(red, all) {
    const each = red.map((outcome) => `${outcome.verdict.status}: ${(0,sentences/* outcomeSentence */.yz)(outcome)}`).join(' ');
    return all === 1 ? each : `${red.length} of ${all} services were not rolled back. ${each}`;
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
