export const id = 188;
export const ids = [188];
export const modules = {

/***/ 2188:
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
// EXTERNAL MODULE: ./build/report/outcome.js
var report_outcome = __webpack_require__(4247);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: ./build/deploy/workflow.js
var workflow = __webpack_require__(7597);
// EXTERNAL MODULE: ./build/deploy/load.js + 15 modules
var load = __webpack_require__(7192);
// EXTERNAL MODULE: ./build/deploy/wait.js
var wait = __webpack_require__(5773);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/rollback/request.js




/** What is asked for, service by service. Throws a UserError where an input can be for one service alone. */
function rollbackRequests(inputs, environment) {
    const run = (0,workflow/* runIdentity */.yK)(environment);
    const description = inputs['codedeploy-deployment-description'];
    const problems = [
        ...givenForSeveral(inputs),
        ...(0,wait/* waitProblems */.U)(inputs),
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
            stableFor: inputs['stable-for'] ?? 'default',
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
// EXTERNAL MODULE: ./build/deploy/deploy.js + 10 modules
var deploy = __webpack_require__(9461);
// EXTERNAL MODULE: ./build/deploy/describe.js + 1 modules
var describe = __webpack_require__(6544);
// EXTERNAL MODULE: ./build/deploy/run.js
var run = __webpack_require__(9427);
// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
;// CONCATENATED MODULE: ./build/rollback/history.js

/**
 * The history of a service with a deployment under way: that is what is left, unless it deploys the very revision
 * that would be returned to from what has served. Then somebody is returning already.
 */
function historyUnderWay({ deploying, past }) {
    const [served] = past;
    const isReturn = deploying !== undefined &&
        served !== undefined &&
        isSame(deploying, previousRevision({ leaving: served.taskDefinition, past })?.taskDefinition);
    if (isReturn)
        return { leaving: served.taskDefinition, returning: deploying, past };
    return { ...(deploying === undefined ? {} : { leaving: deploying }), past };
}
/**
 * The revision to return to: what is being returned to already, else the one deployed successfully before the one
 * that is left. To deploy a revision that was deployed before is a return: what came in between was returned
 * from, and is not returned to. So one rollback after another goes further back each time. Undefined where the
 * history has none.
 */
function previousRevision({ leaving, returning, past }) {
    if (returning !== undefined) {
        return (past.find(({ taskDefinition }) => isSame(taskDefinition, returning)) ?? { taskDefinition: returning });
    }
    const { kept } = past.toReversed().reduce(followedBy, AT_FIRST);
    const left = leaving === undefined ? -1 : kept.findIndex((one) => isSame(one.taskDefinition, leaving));
    return left < 0 ? kept.at(-1) : kept[left - 1];
}
/** Where the service was returned from to what it serves; undefined where that was no return. */
function returnedFrom(serving, past) {
    const now = serving === undefined ? [] : [{ taskDefinition: serving }];
    return [...past.toReversed(), ...now].reduce(followedBy, AT_FIRST).from;
}
const AT_FIRST = { kept: [] };
function followedBy(way, next) {
    const { kept } = way;
    const earlier = kept.findIndex((one) => isSame(one.taskDefinition, next.taskDefinition));
    if (earlier < 0)
        return { kept: [...kept, next] };
    const left = kept.at(-1)?.taskDefinition;
    // The same once more is no return, and does not undo one.
    if (earlier === kept.length - 1)
        return { ...way, kept: [...kept.slice(0, earlier), next] };
    return { kept: [...kept.slice(0, earlier), next], ...(left === undefined ? {} : { from: left }) };
}
/** Since when the revision that is left was deployed, as far as it succeeded. */
const leavingSince = ({ leaving, past }) => past.find(({ taskDefinition }) => leaving !== undefined && isSame(taskDefinition, leaving))?.at;
/** An AppSpec may name a revision by ARN or as `family:revision`. */
const isSame = (one, other) => other !== undefined && nameOf(one) === nameOf(other);
const nameOf = (taskDefinition) => taskDefinition.includes('task-definition/') ? (0,service_service/* revisionName */.pd)(taskDefinition) : taskDefinition;
const past = (taskDefinition, at) => ({
    taskDefinition,
    ...(at === undefined ? {} : { at: at.toISOString() }),
});
/** What stands beside has served last; when it was deployed is in the records, where it is in them. */
function withBeside(beside, recorded) {
    if (beside === undefined)
        return recorded;
    const known = recorded.find(({ taskDefinition }) => taskDefinition === beside);
    return [known ?? { taskDefinition: beside }, ...recorded];
}

;// CONCATENATED MODULE: ./build/report/rollback.js


/** From which revision a rollback goes to which, for the log. */
function returnLines({ history, to, commitOf }) {
    const { leaving } = history;
    const name = (taskDefinition) => {
        const commit = commitOf(taskDefinition);
        return `${(0,service_service/* revisionName */.pd)(taskDefinition)}${commit === undefined ? '' : ` of commit ${commit}`}`;
    };
    const since = leavingSince(history);
    const returning = [
        `from ${leaving === undefined ? 'what failed' : name(leaving)}`,
        `back to ${name(to.taskDefinition)}, by what is under way already: nothing further back is returned to`,
    ];
    if (history.returning !== undefined)
        return returning;
    return [
        leaving === undefined
            ? 'from a deployment that has not begun yet'
            : `from ${name(leaving)}${since === undefined ? '' : `, which serves since ${since}`}`,
        `back to ${name(to.taskDefinition)}, ${to.at === undefined ? 'which served before' : `which was deployed at ${to.at}`}`,
    ];
}
/**
 * What must not be overlooked: the service was returned once already, by a rollback of AWS or of somebody else, and goes
 * further back. Undefined where it was not.
 */
function furtherBackWarning({ history: { leaving, returnedFrom }, to, }) {
    if (leaving === undefined || returnedFrom === undefined)
        return undefined;
    const [left, from, back] = [leaving, returnedFrom, to.taskDefinition].map(service_service/* revisionName */.pd);
    return `${left} serves since the service was returned from ${from}: this rollback goes one further back, from ${left} to ${back}.`;
}

// EXTERNAL MODULE: ./build/task-definition/describe.js
var task_definition_describe = __webpack_require__(3489);
// EXTERNAL MODULE: ./build/deploy/codedeploy/describe.js + 2 modules
var codedeploy_describe = __webpack_require__(4268);
// EXTERNAL MODULE: ./build/appspec/describe.js
var appspec_describe = __webpack_require__(8026);
// EXTERNAL MODULE: ./build/deploy/codedeploy/rules.js
var rules = __webpack_require__(1630);
;// CONCATENATED MODULE: ./build/rollback/codedeploy/describe.js






/** How many successful deployments are looked at, the newest. */
const LOOKED_AT = 20;
/** The history of a service that CodeDeploy deploys (ListDeployments, GetDeployment, GetApplicationRevision). */
async function codeDeployHistory(service, { application, group, active }, ports) {
    const { recorded, rolledBackFrom } = await succeeded({ application, group }, ports);
    const leaving = (0,service_service/* primary */.zB)(service)?.taskDefinition;
    if (active?.isRollback === true)
        return historyRollingBack(service, active, recorded);
    // What serves while another is shifted in has served; the task set that CreateService made is in no history.
    if (active !== undefined && !active.onlyTerminates) {
        return historyUnderWay({ deploying: active.taskDefinition, past: withBeside(leaving, recorded) });
    }
    // What was shifted out and waits for its end has served, too.
    const served = withBeside(active === undefined ? undefined : taskSetBeside(service), recorded);
    const from = rolledBackFrom ?? returnedFrom(leaving, recorded);
    return {
        ...(leaving === undefined ? {} : { leaving }),
        ...(from === undefined || from === leaving ? {} : { returnedFrom: from }),
        past: served,
    };
}
function historyRollingBack(service, { rollbackOf = '', taskDefinition }, recorded) {
    const leaving = (0,rules/* taskSetOf */.Dd)(service, rollbackOf)?.taskDefinition;
    return {
        ...(leaving === undefined ? {} : { leaving }),
        ...(taskDefinition === undefined ? {} : { returning: taskDefinition }),
        past: recorded,
    };
}
const taskSetBeside = ({ taskSets }) => taskSets.find(({ status }) => status === 'ACTIVE')?.taskDefinition;
/** The successful deployments of a group; those that rolled others back made no task set and are not among them. */
async function succeeded({ application, group }, { aws, log, signal }) {
    const client = await aws.codeDeploy();
    const { deployments = [] } = await client.listDeployments({ applicationName: application, deploymentGroupName: group, includeOnlyStatuses: ['Succeeded'] }, { abortSignal: signal });
    // [?] The newest are in the first page. BatchGetDeployments would need a permission of its own.
    const infos = await Promise.all(deployments.slice(0, LOOKED_AT).map((id) => (0,codedeploy_describe/* describeDeploymentInfo */.L6)(client, id, signal)));
    const newest = infos.toSorted((one, other) => timeOf(other.createTime) - timeOf(one.createTime));
    const read = newest
        .filter((info) => !isRollback(info))
        .map(async (info) => {
        const taskDefinition = await (0,appspec_describe/* describeDeployed */.e)(client, info, signal);
        if (taskDefinition !== undefined)
            return [past(taskDefinition, info.completeTime)];
        log.warn(`Which revision the deployment ${info.deploymentId ?? ''} deployed cannot be read any more: it is passed over.`);
        return [];
    });
    const [last] = newest;
    return {
        recorded: (await Promise.all(read)).flat(),
        rolledBackFrom: last && isRollback(last) ? await rolledBackBy(last, client, signal) : undefined,
    };
}
async function rolledBackBy({ rollbackInfo }, client, signal) {
    const id = rollbackInfo?.rollbackTriggeringDeploymentId;
    if (id === undefined)
        return undefined;
    return (0,appspec_describe/* describeDeployed */.e)(client, await (0,codedeploy_describe/* describeDeploymentInfo */.L6)(client, id, signal), signal);
}
const isRollback = ({ creator }) => creator === 'codeDeployRollback';
const timeOf = (moment) => moment?.getTime() ?? 0;

// EXTERNAL MODULE: ./build/deploy/ecs/describe.js
var ecs_describe = __webpack_require__(935);
// EXTERNAL MODULE: ./build/deploy/ecs/rolling-back.js
var rolling_back = __webpack_require__(1717);
;// CONCATENATED MODULE: ./build/rollback/ecs/describe.js



/** How many successful deployments are looked at, the newest: the limit of one DescribeServiceRevisions. */
const describe_LOOKED_AT = 20;
// One that was stopped or superseded is left out; one that was rolled back tells where the service returned from.
const TOLD = [
    'SUCCESSFUL',
    'ROLLBACK_REQUESTED',
    'ROLLBACK_IN_PROGRESS',
    'ROLLBACK_SUCCESSFUL',
];
/** The history of a service with the controller ECS (ListServiceDeployments, DescribeServiceRevisions). */
async function ecsHistory(service, { aws, signal }) {
    const ecs = await aws.ecs();
    const { serviceDeployments = [] } = await ecs.listServiceDeployments({ cluster: service.clusterArn, service: service.name, status: TOLD }, { abortSignal: signal });
    // The API reference promises no order.
    const told = serviceDeployments
        .toSorted((one, other) => describe_timeOf(other.createdAt) - describe_timeOf(one.createdAt))
        .slice(0, describe_LOOKED_AT);
    const revisions = await revisionsOf(ecs, told, signal);
    const revisionOf = ({ targetServiceRevisionArn = '' }) => revisions.get(targetServiceRevisionArn) ?? {};
    const returning = (0,rolling_back/* isRollingBack */.F)(service, told);
    const moving = service.deployments.find(({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS' && !returning);
    const recorded = told.flatMap((brief) => {
        const { taskDefinition, containerImages } = revisionOf(brief);
        if (taskDefinition === undefined || brief.status !== 'SUCCESSFUL')
            return [];
        // Called SUCCESSFUL for some seconds before it is COMPLETED: for whoever waits for it, it is under way.
        if (moving !== undefined && (0,ecs_describe/* isRecordOf */.vJ)(brief, moving.id))
            return [];
        return [{ ...past(taskDefinition, brief.finishedAt), images: digestsOf(containerImages) }];
    });
    const rolledBack = told.find(({ status }) => status !== 'SUCCESSFUL');
    return historyOf(service, {
        moving,
        recorded,
        rolledBackFrom: rolledBack && revisionOf(rolledBack).taskDefinition,
        isRollingBack: returning,
        isRolledBackLast: rolledBack !== undefined && rolledBack === told[0],
    });
}
function historyOf(service, seen) {
    const { recorded, rolledBackFrom, moving } = seen;
    const set = service.deployments.find(({ status }) => status === 'PRIMARY');
    // A service may be older than its records: what stands beside was completed before.
    const beside = service.deployments.find(({ id, rolloutState }) => id !== set?.id && rolloutState === 'COMPLETED');
    const served = withBeside(beside?.taskDefinition, recorded);
    if (seen.isRollingBack) {
        const failed = service.deployments.find(({ rolloutState }) => rolloutState === 'FAILED');
        const leaving = failed?.taskDefinition ?? rolledBackFrom;
        // Where the rollback is only asked for, or ECS shows it in the record alone, it leads to what has served.
        const returning = set !== undefined && (0,rolling_back/* isReturnedTo */.h)(set) ? set.taskDefinition : served[0]?.taskDefinition;
        return {
            ...(leaving === undefined ? {} : { leaving }),
            ...(returning === undefined ? {} : { returning }),
            past: served,
        };
    }
    if (set === undefined || moving !== undefined) {
        return historyUnderWay({ deploying: moving?.taskDefinition, past: served });
    }
    const leaving = set.taskDefinition;
    const from = seen.isRolledBackLast ? rolledBackFrom : returnedFrom(leaving, recorded);
    return { leaving, ...(from === undefined || from === leaving ? {} : { returnedFrom: from }), past: served };
}
async function revisionsOf(ecs, deployments, signal) {
    const arns = deployments.flatMap(({ targetServiceRevisionArn: arn }) => (arn === undefined ? [] : [arn]));
    if (arns.length === 0)
        return new Map();
    const { serviceRevisions = [] } = await ecs.describeServiceRevisions({ serviceRevisionArns: [...new Set(arns)] }, { abortSignal: signal });
    return new Map(serviceRevisions.map((revision) => [revision.serviceRevisionArn ?? '', revision]));
}
const digestsOf = (images = []) => new Map(images.flatMap(({ image, imageDigest }) => image === undefined || imageDigest === undefined ? [] : [[image, imageDigest]]));
const describe_timeOf = (moment) => moment?.getTime() ?? 0;

;// CONCATENATED MODULE: ./build/rollback/describe.js



/** What AWS tells of the successful deployments of a service, by its controller, and of a return under way. */
async function describeHistory(request, service, ports) {
    return service.controller === 'CODE_DEPLOY'
        ? codeDeployHistory(service, await (0,codedeploy_describe/* describeCodeDeploy */.UM)(request, service, ports), ports)
        : ecsHistory(service, ports);
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
    const warning = furtherBackWarning({ history, to });
    if (warning !== undefined)
        ports.log.warn(warning);
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
        runner.say((0,report_outcome/* outcomeSentence */.y)(good));
    return {
        outputs: (0,outputs/* rollbackOutputs */.Hj)(outcomes),
        summary: outcomes.map(summary/* renderSummary */.B).join('\n'),
        problems: outcomes.flatMap(({ problems }) => problems),
        ...(red.length === 0 ? {} : { failure: failureOf(red, outcomes.length) }),
    };
}
function failureOf(red, all) {
    const each = red.map((outcome) => `${outcome.verdict.status}: ${(0,report_outcome/* outcomeSentence */.y)(outcome)}`).join(' ');
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
