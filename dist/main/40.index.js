export const id = 40;
export const ids = [40];
export const modules = {

/***/ 2040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployAction: () => (/* binding */ deployAction)
});

;// CONCATENATED MODULE: ./build/aws/clients.js
// An endpoint that takes the connection and never answers must not hold a deployment.
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };
/** Clients that share region, credentials and time-outs. */
function awsClients(options) {
    const shared = {
        region: options.region,
        requestHandler: options.requestHandler ?? TIMEOUTS,
        customUserAgent: 'ecs-deploy-toolkit',
        // The SDK's own default; unless it is given, AWS_DEFAULTS_MODE could change the time-outs.
        defaultsMode: 'legacy',
        ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    };
    const reads = { ...shared, maxAttempts: options.maxRetries + 1 };
    const once = lazily(async () => {
        const { sendOnce } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(968)]).then(__webpack_require__.bind(__webpack_require__, 7968));
        return { ...shared, retryStrategy: sendOnce(options.maxRetries + 1) };
    });
    const inRegion = new Map();
    return {
        region: options.region,
        ecs: lazily(async () => new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19))).ECS(reads)),
        codeDeploy: lazily(async () => new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(507)]).then(__webpack_require__.t.bind(__webpack_require__, 7507, 19))).CodeDeploy(reads)),
        autoScaling: lazily(async () => new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 1491, 19))).ApplicationAutoScaling(reads)),
        ecr: (region) => {
            const client = inRegion.get(region) ??
                Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19)).then(({ ECR }) => new ECR({ ...reads, region }));
            inRegion.set(region, client);
            return client;
        },
        ecsOnce: lazily(async () => new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19))).ECS(await once())),
        codeDeployOnce: lazily(async () => new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(861), __webpack_require__.e(507)]).then(__webpack_require__.t.bind(__webpack_require__, 7507, 19))).CodeDeploy(await once())),
    };
}
function lazily(make) {
    let made;
    return () => (made ??= make());
}

// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
;// CONCATENATED MODULE: ./build/aws/environment.js

/**
 * Checks the variables that the SDK reads by itself: where it stumbles over one it does not say which.
 * Throws a UserError with all problems. No value is repeated: it may be secret.
 */
function checkEnvironment(environment) {
    const problems = [...credentialProblems(environment), ...endpointProblems(environment)];
    if (problems.length > 0)
        throw new problem/* UserError */.yo(problems);
}
const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
// Key id and token go into headers, where Node takes no such character; of the secret AWS would only say
// that the signature does not match.
function credentialProblems(environment) {
    return CREDENTIALS.filter((name) => /[^\x21-\x7e]/.test(environment[name] ?? '')).map((name) => ({
        message: `${name} has a space, a line break or another character that no AWS credential has.`,
        remedy: 'Store the secret again without what surrounds it, or let the job assume a role.',
    }));
}
function endpointProblems(environment) {
    return Object.entries(environment)
        .filter(([name, value]) => /^AWS_ENDPOINT_URL(?:_|$)/.test(name) && !isAddress(value ?? ''))
        .map(([name]) => ({
        message: `${name} is not the address of an endpoint.`,
        remedy: 'Write it with its scheme, such as http://127.0.0.1:4566, or remove the variable.',
    }));
}
const isAddress = (text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text));

;// CONCATENATED MODULE: ./build/aws/region.js

/** The region of the job, from AWS_REGION or AWS_DEFAULT_REGION. */
function regionOf(environment) {
    const region = (environment['AWS_REGION'] ?? '').trim() || (environment['AWS_DEFAULT_REGION'] ?? '').trim();
    if (region === '') {
        throw new problem/* UserError */.yo({
            message: 'There is no AWS region: neither AWS_REGION nor AWS_DEFAULT_REGION is set.',
            remedy: 'Set AWS_REGION under "env:" of the job, or by the step that assumes the role.',
        });
    }
    // Two letters are not a rule: the European Sovereign Cloud has eusc-de-east-1.
    if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region))
        return region;
    throw new problem/* UserError */.yo({
        message: `"${region}" is not the name of an AWS region.`,
        remedy: 'Correct AWS_REGION; a region looks like eu-central-1.',
    });
}

;// CONCATENATED MODULE: ./build/aws/errors.js
const THROTTLED = new Set([
    'ThrottlingException',
    'Throttling',
    'ThrottledException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
]);
const DENIED = new Set([
    'AccessDeniedException',
    'AccessDenied',
    'UnauthorizedOperation',
    'NotAuthorizedException',
]);
const errors_CREDENTIALS = new Set([
    'ExpiredTokenException',
    'ExpiredToken',
    'RequestExpired',
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
    'IncompleteSignature',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'CredentialsProviderError',
    'TokenProviderError',
]);
/** Reads any error thrown by an SDK call; undefined when it is none, that is a bug of ours. */
function awsFailure(error) {
    if (!(error instanceof Error))
        return undefined;
    // The SDK calls a broken connection TimeoutError, too; the system's code says which it was.
    const isNameless = ['Error', 'AggregateError', 'TimeoutError'].includes(error.name);
    const code = isNameless ? (systemCode(error) ?? error.name) : error.name;
    const kind = kindOf(error, code);
    return kind === undefined ? undefined : { kind, code, message: textOf(error, code) };
}
function kindOf(error, code) {
    if (code === 'AbortError')
        return 'aborted';
    if (THROTTLED.has(code))
        return 'throttled';
    if (DENIED.has(code))
        return 'denied';
    if (errors_CREDENTIALS.has(code) || isUnreadableFile(error))
        return 'credentials';
    const status = httpStatus(error);
    if (status === 429)
        return 'throttled';
    if (status !== undefined)
        return status >= 400 && status < 500 ? 'refused' : 'unknown-effect';
    if (code === 'TimeoutError' || systemCode(error) !== undefined)
        return 'unknown-effect';
    return undefined;
}
// The SDK reads no other files than those of credentials, such as a web identity token.
function isUnreadableFile(error) {
    return 'syscall' in error && (error.syscall === 'open' || error.syscall === 'read') && 'path' in error;
}
/** The HTTP status of the answer, if there was one. */
function httpStatus(error) {
    if (!('$metadata' in error))
        return undefined;
    const metadata = error.$metadata;
    if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata))
        return undefined;
    return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
// Of the system (ECONNRESET, EAI_AGAIN), of TLS and certificates, of the HTTP parser. Other codes of Node
// that begin with ERR_, such as ERR_INVALID_ARG_TYPE, are bugs.
const CONNECTION_CODE = /^(?:E(?!RR_)[A-Z0-9_]+|UND_ERR_\w+|ERR_(?:SSL|TLS|HTTP2?|STREAM|SOCKET)_\w+|HPE_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;
/** Node's code of a broken connection, such as ECONNRESET; an AggregateError holds it in its parts. */
function systemCode(error) {
    if ('code' in error && typeof error.code === 'string' && CONNECTION_CODE.test(error.code)) {
        return error.code;
    }
    if (error instanceof AggregateError) {
        const first = error.errors[0];
        if (first instanceof Error)
            return systemCode(first);
    }
    return error.cause instanceof Error ? systemCode(error.cause) : undefined;
}
// UpdateService can answer ServiceNotFoundException with an empty message; an answer that is no JSON
// (a proxy's HTML page) comes as a SyntaxError of the deserializer, with advice for SDK developers.
function textOf(error, code) {
    if (error.name === 'SyntaxError')
        return 'The answer is not JSON: something other than AWS answers at this address.';
    const part = error instanceof AggregateError && error.message === '' ? error.errors[0] : undefined;
    const text = part instanceof Error ? part.message : error.message;
    // The SDK writes UnknownError where the answer has no text.
    if (text === 'UnknownError')
        return code;
    const [line = ''] = text.replace(/^@smithy\/\S+ - \[\w+\] /, '').split('\n');
    return line.trim() || code;
}

;// CONCATENATED MODULE: ./build/images/reference.js
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

;// CONCATENATED MODULE: ./build/images/pin.js

/** The definition with each tag replaced by the digest that the registry has under it now. */
function pinImages(definition, images) {
    const renamed = new Map(images);
    const unpinned = [];
    const containerDefinitions = (definition.containerDefinitions ?? []).map((container) => {
        const { image } = container;
        if (image === undefined || imageReference(image).digest !== undefined)
            return container;
        const registry = images.get(image);
        // What is not there is refused by a check of its own.
        if (registry?.state === 'missing')
            return container;
        if (registry?.state !== 'known') {
            const why = registry?.state === 'unknown' ? registry.why : 'the registry does not have it';
            unpinned.push({ image, why });
            return container;
        }
        const name = pinned(imageReference(image), registry.digest);
        renamed.set(name, registry);
        return { ...container, image: name };
    });
    return { definition: { ...definition, containerDefinitions }, images: renamed, unpinned };
}

;// CONCATENATED MODULE: ./build/report/console.js
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

// EXTERNAL MODULE: ./build/report/failure.js
var report_failure = __webpack_require__(897);
// EXTERNAL MODULE: ./build/service/service.js
var service_service = __webpack_require__(3791);
;// CONCATENATED MODULE: ./build/deploy/run.js

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
    const who = `ecs-deploy-toolkit ${of(run.repository)} run ${of(run.runId)} attempt ${of(run.runAttempt)} commit ${of(run.commit)} revision ${(0,service_service/* revisionName */.pd)(taskDefinition).slice(-REVISION_LIMIT)}`;
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

;// CONCATENATED MODULE: ./build/deploy/in-progress.js


/** The deployment that is under way on the service, if any. */
function deploymentInProgress(current) {
    const { service, codeDeploy, running } = current;
    if (service.controller === 'CODE_DEPLOY') {
        const active = codeDeploy?.active;
        if (active === undefined)
            return undefined;
        return {
            id: active.id,
            ...(active.taskDefinition === undefined ? {} : { taskDefinition: active.taskDefinition }),
            isOfRun: ({ run }) => isDescriptionOfRun(active.description, run),
            remedy: active.onlyTerminates
                ? 'Wait, or set end-previous-wait to true, which ends that wait first.'
                : 'Wait for it, or stop it, then run this job again.',
            ...(active.onlyTerminates
                ? { endable: active.minutesLeft === undefined ? {} : { minutesLeft: active.minutesLeft } }
                : {}),
        };
    }
    const moving = service.deployments.find(({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS');
    if (moving === undefined)
        return undefined;
    return {
        id: moving.id,
        taskDefinition: moving.taskDefinition,
        // ECS does not say who started a deployment; it is known only where that run registered the revision.
        isOfRun: ({ run }) => running?.arn === moving.taskDefinition && isOfRun(running.tags, run),
        remedy: isEndless(service)
            ? endlessRemedy(service)
            : 'Wait for it to end, or stop it, then run this job again.',
    };
}
/** Whether ECS starts failing tasks of this service again for ever: then waiting may have no end. */
const isEndless = ({ controller, breaker, alarms }) => controller === 'ECS' && !breaker.enabled && !alarms.enabled;
function endlessRemedy({ name, clusterName, clusterArn }) {
    const region = (0,service_service/* regionOf */.AP)(clusterArn);
    const list = `aws ecs list-service-deployments --cluster ${clusterName} --service ${name} --status IN_PROGRESS --region ${region}`;
    const stop = `aws ecs stop-service-deployment --service-deployment-arn ARN --stop-type ROLLBACK --region ${region}`;
    return `The service has neither a deployment circuit breaker nor alarms: if its tasks fail, AWS will retry for ever and this never ends by itself. Wait while its tasks start well; else stop it, then run this job again. The ARN to stop is in the answer of \`${list}\`. Stop it with \`${stop}\`.`;
}

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
    ];
}
function decision(plan) {
    switch (plan.kind) {
        case 'refuse':
            return ['refused: see the problems below'];
        case 'unchanged':
            return ['nothing to do: it runs what is asked for'];
        case 'join':
            return [`join ${plan.deploymentId}: an earlier attempt of this run started it`];
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
    if (!isEndless(service))
        return [];
    return [
        `the service has neither a deployment circuit breaker nor alarms: if tasks fail, AWS will retry for ever${wait ? ', and this run ends as timed-out' : ''}`,
    ];
}

// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
;// CONCATENATED MODULE: ./build/task-definition/describe.js

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
        if (awsFailure(error)?.code === 'ClientException')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/deploy/cause.js
/** Causes that no retry heals: the second task that stops for one of them is proof enough. */
const CANNOT_HEAL = new Set([
    'image-missing',
    'wrong-architecture',
    'secret',
    'log-group',
]);
const canHeal = (cause) => !CANNOT_HEAL.has(cause.kind);
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
    return [...groups.values()].sort((a, b) => b.tasks.length - a.tasks.length);
}
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
/** First match wins; the texts are in docs of AWS and in recorded answers. */
const START_TEXTS = [
    // "cannot find the log group … connection issue … signal: killed" is a missing route, not a missing group.
    [
        /failed to validate logger args: (?!.*connection issue).*(ResourceNotFoundException|does not exist)/i,
        'log-group',
    ],
    [/does not contain descriptor matching platform/i, 'wrong-architecture'],
    [/CannotPullContainerError.*(not found|repository does not exist|pull access denied)/i, 'image-missing'],
    [/unable to retrieve secrets? from (?!.*connection issue)/i, 'secret'],
];
function startCause(task, text) {
    // Fargate platform 1.3 says "Task failed to start" and keeps the text on the container.
    const blamed = task.containers.find(({ reason }) => reason !== undefined);
    const awsText = /^Task failed to start/.test(text) ? (blamed?.reason ?? text) : text;
    const kind = START_TEXTS.find(([pattern]) => pattern.test(awsText))?.[1] ?? 'not-started';
    return { kind, awsText };
}
/** Request ids, task ids and addresses differ from task to task though the cause is one. */
function withoutIds(text) {
    return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|\d+\.\d+\.\d+\.\d+(:\d+)?|retried \d+ time/g, '#');
}

;// CONCATENATED MODULE: ./build/service/describe.js
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
        breaker: {
            enabled: configuration?.deploymentCircuitBreaker?.enable ?? false,
            rollback: configuration?.deploymentCircuitBreaker?.rollback ?? false,
        },
        alarms: {
            enabled: configuration?.alarms?.enable ?? false,
            rollback: configuration?.alarms?.rollback ?? false,
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
    }));
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

;// CONCATENATED MODULE: ./build/deploy/grace.js
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
        const failure = awsFailure(error);
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
        return namedGroup(client, search, signal);
    }
    return ((await groupOfTaskSet(client, search.service, signal)) ??
        (await guessedGroup(client, consoleNames(search), signal)) ??
        (await scan(client, search.service, signal)) ??
        noGroup(search.service));
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
        if (group_ABSENT.has(awsFailure(error)?.code ?? ''))
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
        if (awsFailure(error)?.kind === 'denied')
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
        return await getGroup(client, { application: info.applicationName, group: info.deploymentGroupName }, signal);
    }
    catch (error) {
        // The deployment may have been made by an application that is gone since.
        const kind = awsFailure(error)?.kind;
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

// EXTERNAL MODULE: ./build/deploy/outcome.js
var deploy_outcome = __webpack_require__(5970);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/rules.js


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
const STOPS_THAT_PROVE_A_CAUSE = 3;
const STOPS_THAT_PROVE_A_CAUSE_THAT_CANNOT_HEAL = 2;
/**
 * The cause for which this run must stop the deployment itself: CodeDeploy does not notice that
 * the tasks of the green task set stop again and again until its time-out of 60 minutes.
 */
function crashLoop(tasks) {
    return groupCauses(tasks).find(({ cause, tasks: stopped }) => stopped.length >=
        (canHeal(cause) ? STOPS_THAT_PROVE_A_CAUSE : STOPS_THAT_PROVE_A_CAUSE_THAT_CANNOT_HEAL));
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
                ? (0,deploy_outcome/* verdict */.WJ)('rolled-back', 'codedeploy-rolled-back', facts)
                : undefined;
        case 'ended':
            return (0,deploy_outcome/* verdict */.WJ)('failed', 'codedeploy-rollback-failed', facts);
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
    return (0,deploy_outcome/* verdict */.WJ)('failed', 'codedeploy-ended', {
        ...endFacts(deployment, lifecycleEvents),
        ...primaryFacts(primary),
    });
}
function isRollbackExpected({ deployment, stopped }) {
    if (stopped)
        return true;
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
    if (phase === 'ended' || (stopped && phase !== 'succeeded'))
        return undefined;
    if (primary?.externalId !== run.deploymentId)
        return undefined;
    const isShifted = lifecycleEvents.some(({ name }) => name === 'AfterAllowTraffic') && lifecycleEvents.every(eventPassed);
    if (!isShifted)
        return undefined;
    // A deployment taken for ours that deploys another revision is somebody else's.
    if (primary.taskDefinition !== run.taskDefinition)
        return (0,deploy_outcome/* verdict */.WJ)('superseded', 'task-set-replaced', primaryFacts(primary));
    const facts = {
        ...primaryFacts(primary),
        ...(primary.desiredCount === 0 ? { nothingRan: true } : {}),
    };
    if (phase === 'succeeded')
        return (0,deploy_outcome/* verdict */.WJ)('deployed', 'terminated-blue', facts);
    if (run.waitForTermination)
        return undefined;
    return (0,deploy_outcome/* verdict */.WJ)('deployed', 'traffic-shifted', {
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
        ? (0,deploy_outcome/* verdict */.WJ)('superseded', 'task-set-replaced', primaryFacts(primary))
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

;// CONCATENATED MODULE: ./build/deploy/codedeploy/describe.js







/**
 * Finds the application and group of a service, and the deployment that is in the way, if any; throws
 * a UserError where the inputs name what is not there.
 */
async function describeCodeDeploy(request, service, ports) {
    const { aws, signal } = ports;
    const client = await aws.codeDeploy();
    const group = await findDeploymentGroup(client, { ...request.codeDeploy, service }, signal);
    checkGroupDeploys(group, service);
    const [active] = await Promise.all([
        activeDeployment({ group, service, request }, ports),
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
    if (isOfService || services.length === 0)
        return;
    const others = services.map((other) => `${other.clusterName ?? ''}/${other.serviceName ?? ''}`).join(', ');
    throw new problem/* UserError */.yo({
        message: `The deployment group ${group.deploymentGroupName ?? ''} deploys ${others}, not ${service.clusterName}/${service.name}.`,
        remedy: 'Name the group of this service, or leave codedeploy-application and codedeploy-deployment-group out.',
        input: 'codedeploy-deployment-group',
    });
}
const ACTIVE = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'];
/** Ids of the group's deployments that have not ended (ListDeployments). */
async function listActiveDeployments(client, { application, group }, signal) {
    const answer = await client.listDeployments({ applicationName: application, deploymentGroupName: group, includeOnlyStatuses: ACTIVE }, { abortSignal: signal });
    return answer.deployments ?? [];
}
async function activeDeployment(place, ports) {
    const { group, service } = place;
    const { signal } = ports;
    const client = await ports.aws.codeDeploy();
    const where = { application: group.applicationName ?? '', group: group.deploymentGroupName ?? '' };
    const [id] = await listActiveDeployments(client, where, signal);
    if (id === undefined)
        return undefined;
    const [info, target] = await Promise.all([
        describeDeploymentInfo(client, id, signal),
        describeTarget(client, id, service, signal),
    ]);
    const isOurs = isDescriptionOfRun(info.description ?? '', place.request.run);
    const taskDefinition = isOurs
        ? await awaitTaskDefinition(id, service, ports)
        : taskSetOf(service, id)?.taskDefinition;
    const isShifted = target.lifecycleEvents.length > 0 && target.lifecycleEvents.every(hasPassed);
    const left = minutesLeft(group, target.lifecycleEvents, service);
    return {
        id,
        description: info.description ?? '',
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
        onlyTerminates: isShifted,
        ...(isShifted && left !== undefined ? { minutesLeft: left } : {}),
    };
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
        const taskSet = taskSetOf(seen, deploymentId);
        if (taskSet !== undefined)
            return taskSet.taskDefinition;
        await clock.sleep(BETWEEN_LOOKS_MS, signal);
        const described = await describeService(ecs, where, signal);
        if (described.found)
            seen = described.service;
    }
    return undefined;
}
const hasPassed = ({ status }) => new Map(Object.entries(EVENT_PASSED)).get(status) ?? false;
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
        if (NO_TARGET_YET.has(awsFailure(error)?.code ?? ''))
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

;// CONCATENATED MODULE: ./build/deploy/codedeploy/prepare.js






const prepare_BETWEEN_LOOKS_MS = 2_000;
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
        await clock.sleep(prepare_BETWEEN_LOOKS_MS, signal);
        const described = await describeService(ecs, where, signal);
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
const notSteady = (service) => new problem/* UserError */.yo({
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
        await answered(call, ports, 'codedeploy:ContinueDeployment');
        return 'answered';
    }
    catch (error) {
        const failure = awsFailure(error);
        if (failure?.kind === 'unknown-effect')
            return 'answer-lost';
        if (NO_LONGER_WAITING.has(failure?.code ?? ''))
            return 'answered';
        throw error;
    }
}
const unansweredContinue = (deploymentId) => new problem/* UserError */.yo({
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
        const { status } = await describeDeployment(client, deploymentId, signal);
        const phase = deploymentPhase(status);
        if (phase === 'succeeded' || phase === 'ended')
            break;
        // Asking a second time ends nothing twice: where the first had its effect it is refused.
        if (asked === 'answer-lost') {
            if ((await ask()) === 'answer-lost')
                throw unansweredContinue(deploymentId);
            asked = 'answered';
        }
        if (clock.now() - startedAt > ENDED_WITHIN_MS) {
            throw new problem/* UserError */.yo({
                message: `The deployment ${deploymentId} has not ended 5 minutes after its termination wait was (${status}).`,
                remedy: 'Look at it in the CodeDeploy console, then run this job again.',
            });
        }
        await clock.sleep(prepare_BETWEEN_LOOKS_MS, signal);
    }
    const { codeDeploy } = current;
    if (codeDeploy === undefined)
        return current;
    const { application, group, readyWaitMinutes, terminationWaitMinutes } = codeDeploy;
    return { ...current, codeDeploy: { application, group, readyWaitMinutes, terminationWaitMinutes } };
}

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

;// CONCATENATED MODULE: ./build/images/describe.js


/** Asks the registry for the digest of each image (BatchGetImage); never throws for want of a permission. */
async function describeImages(ecrIn, images, signal) {
    const entries = [...new Set(images)].map(async (image) => [image, await describeImage(ecrIn, imageReference(image), signal)]);
    return new Map(await Promise.all(entries));
}
async function describeImage(ecrIn, { ecr, tag, digest }, signal) {
    if (ecr === undefined)
        return { state: 'unknown', why: 'it is not in a private registry of Amazon ECR' };
    try {
        const client = await ecrIn(ecr.region);
        const answer = await client.batchGetImage({
            registryId: ecr.account,
            repositoryName: ecr.repository,
            imageIds: [digest === undefined ? { imageTag: tag } : { imageDigest: digest }],
            acceptedMediaTypes: MANIFESTS,
        }, { abortSignal: signal });
        const found = answer.images?.[0];
        const known = found?.imageId?.imageDigest;
        if (known === undefined)
            return { state: 'missing' };
        return { state: 'known', digest: known, children: childrenOf(found?.imageManifest) };
    }
    catch (error) {
        const failure = awsFailure(error);
        if (failure === undefined || failure.kind === 'aborted' || failure.kind === 'credentials')
            throw error;
        if (failure.code === 'RepositoryNotFoundException')
            return { state: 'missing' };
        return { state: 'unknown', why: reasonOf(failure) };
    }
}
const reasonOf = ({ kind, code, message }) => kind === 'denied' ? 'ecr:BatchGetImage is not allowed' : `${code}: ${message}`;
// Without these ECR converts an index to the image of one platform, which has another digest.
const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
function childrenOf(manifest) {
    const value = parseJson(manifest ?? '');
    if (!isRecord(value) || !Array.isArray(value['manifests']))
        return [];
    const manifests = value['manifests'];
    return manifests.flatMap((child) => isRecord(child) && typeof child['digest'] === 'string' ? [child['digest']] : []);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const isRecord = (value) => typeof value === 'object' && value !== null;

;// CONCATENATED MODULE: ./build/tasks/describe.js
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
;// CONCATENATED MODULE: ./build/task-definition/size.js
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
        to: (value) => rewritten(value, cpuUnits),
    },
    {
        kind: 'rewrite',
        member: 'RegisterTaskDefinitionRequest.memory',
        source: 'developer guide, task size: gigabytes are turned into MiB ("2 GB" is 2048) when registered',
        to: (value) => rewritten(value, memoryMib),
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

;// CONCATENATED MODULE: ./build/deploy/changes.js



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
                before: (0,service_service/* revisionName */.pd)(running.arn),
                after: asked === undefined ? '' : (0,service_service/* revisionName */.pd)(asked.arn),
            },
        ];
}
/** What differs between a registered revision and a file; tags of ours say who registered it and do not count. */
function changesTo(revision, definition) {
    const { tags: wanted, ...asked } = definition;
    const registered = [...revision.tags]
        .filter(([key]) => !key.startsWith(TAG_PREFIX))
        .map(([key, value]) => ({ key, value }));
    const own = (wanted ?? []).filter(({ key }) => key?.startsWith(TAG_PREFIX) !== true);
    return diffTaskDefinitions({ ...revision.definition, tags: sortedTags(registered) }, { ...asked, tags: sortedTags(own) });
}
const sortedTags = (tags) => tags
    .map(({ key, value }) => ({ key: key ?? '', value: value ?? '' }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

// EXTERNAL MODULE: ./build/inputs/nearest.js
var nearest = __webpack_require__(1410);
// EXTERNAL MODULE: ./build/service/volume.js
var service_volume = __webpack_require__(3472);
;// CONCATENATED MODULE: ./build/deploy/volume.js



const NAME = 'service-managed-ebs-volume-name';
const CONFIGURATION = 'service-managed-ebs-volume';
/** The volume of the inputs; undefined when they name none. One of the two inputs alone is a problem. */
function volumeOf(inputs) {
    const name = inputs[NAME];
    const configuration = inputs[CONFIGURATION];
    if (name === undefined && configuration === undefined)
        return (0,problem/* parsed */.Yz)(undefined);
    if (name !== undefined && configuration !== undefined)
        return (0,problem/* parsed */.Yz)({ name, configuration });
    const [given, missing] = name === undefined ? [CONFIGURATION, NAME] : [NAME, CONFIGURATION];
    return (0,problem/* refused */.J5)({
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
            remedy: (0,nearest/* suggestion */.h)(volume.name, names, `Add {"name": "${volume.name}", "configuredAtLaunch": true} to volumes.`),
            input: NAME,
        },
    ];
}
/** Why the service must be updated for its volume. */
function volumeReasons(volume, { volumes }) {
    if (volume === undefined)
        return [];
    return (0,service_volume/* volumeChanges */.I)(volume, volumes).map(({ member, from, to }) => ({
        kind: 'setting',
        name: member === undefined ? CONFIGURATION : `${CONFIGURATION} ${member}`,
        from,
        to,
    }));
}

;// CONCATENATED MODULE: ./build/deploy/checks.js



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
    volumeIsDeclared,
    settingsFitController,
    rolloutIsReported,
];
/** Why this deployment must not be started; empty when nothing is in its way. */
function checkSituation(situation) {
    const problems = serviceIsActive(situation);
    return problems.length > 0 ? problems : CHECKS.flatMap((check) => check(situation));
}
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
const NATIVE_STRATEGIES = new Set(['BLUE_GREEN', 'LINEAR', 'CANARY']);
/** Whether ECS itself shifts the traffic of this service. */
const isNative = ({ controller, strategy }) => controller === 'ECS' && NATIVE_STRATEGIES.has(strategy);
function actionFitsController({ request, current: { service } }) {
    const right = rightAction(service);
    if (right === request.action || (right !== undefined && isNative(service)))
        return [];
    return [
        {
            message: `The service ${service.name} is deployed by the controller ${service.controller}${service.controller === 'ECS' ? ` with the strategy ${service.strategy}` : ''}.`,
            remedy: right === undefined
                ? 'This controller deploys by means of its own: neither action can deploy it.'
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
            remedy: 'Name a revision that is ACTIVE, or give the file.',
            input: 'task-definition',
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
                remedy: 'Push it first, or correct the tag.',
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
    const appSpec = appSpecOf(request, service);
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
        const known = (0,nearest/* nearest */.p)(containerName, names);
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
        service.strategy === 'ROLLING' &&
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
function settingsFitController({ request: { settings }, current: { service }, }) {
    if (service.controller !== 'CODE_DEPLOY')
        return [];
    const given = {
        'desired-count': settings.desiredCount !== undefined,
        'propagate-tags': settings.propagateTags !== undefined,
        'force-new-deployment': settings.forceNewDeployment === true,
        'enable-ecs-managed-tags': settings.managedTags !== undefined,
        'service-managed-ebs-volume': settings.volume !== undefined,
    };
    return Object.entries(ELSEWHERE).flatMap(([input, remedy]) => isKey(given, input) && given[input]
        ? [{ message: `${input} cannot be used with the controller CODE_DEPLOY.`, remedy, input }]
        : []);
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
function locationOf({ revision }, path) {
    return revision.kind === 'file' ? { location: revision.locate(path) } : { input: 'task-definition' };
}

;// CONCATENATED MODULE: ./build/deploy/reason.js



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
    return [...reasons, ...volumeReasons(settings.volume, service)];
}
function countThatDiffers({ request: { settings }, current: { service } }) {
    const to = settings.desiredCount;
    return to === undefined || to === service.desiredCount
        ? []
        : [{ kind: 'count', from: service.desiredCount, to }];
}
// The same revision counts as running only when AWS says that its deployment ended well, and its tasks run.
function notSettled({ service, codeDeploy }) {
    const serving = (0,service_service/* primary */.zB)(service);
    const state = serving === undefined
        ? 'absent'
        : 'stability' in serving
            ? serving.stability
            : (serving.rolloutState ?? 'unknown');
    const isSettled = state === 'COMPLETED' || state === 'STEADY_STATE';
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
    const other = service.deployments.find(({ rolloutState }) => rolloutState === 'IN_PROGRESS');
    return other === undefined ? [] : [{ kind: 'not-settled', state: `beside ${other.id}` }];
}
// Users of a moving tag would otherwise deploy nothing and see green.
function movedTags(containers, current) {
    return containers.flatMap(({ name = '', image = '', versionConsistency }) => {
        if (imageReference(image).digest !== undefined)
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
    const problems = checkSituation({ request, current, containers });
    if (problems.length > 0)
        return { kind: 'refuse', problems };
    const changes = changesToRunning(request, current);
    const inTheWay = deploymentInProgress(current);
    const planning = { request, current, containers, changes };
    return inTheWay === undefined ? planStart(planning) : planAround(inTheWay, planning);
}
function askedDefinition({ revision }, { asked }) {
    return revision.kind === 'file' ? revision.definition : asked?.definition;
}
function planAround(inTheWay, planning) {
    const { request, current } = planning;
    const { service } = current;
    if (inTheWay.isOfRun(request) &&
        inTheWay.taskDefinition !== undefined &&
        isSameRevision(inTheWay.taskDefinition, planning)) {
        const notApplied = inputsNotApplied(planning);
        return notApplied.length === 0
            ? { kind: 'join', taskDefinition: inTheWay.taskDefinition, deploymentId: inTheWay.id }
            : { kind: 'refuse', problems: [notJoined(inTheWay, { service, notApplied })] };
    }
    if (inTheWay.endable !== undefined && request.codeDeploy.endPreviousWait) {
        const plan = planStart(planning);
        return plan.kind === 'deploy' ? { ...plan, endWaitOf: inTheWay.id } : plan;
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
                remedy: inTheWay.remedy,
                input: 'service',
            },
        ],
    };
}
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
function notJoined({ id }, { service, notApplied }) {
    return {
        message: `This run started the deployment ${id} on the service ${service.name} before, and it is in progress; what else is asked for cannot be applied to it: ${notApplied.join(', ')}.`,
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
        changesTo(current.newest, request.revision.definition).length === 0);
}
function planStart(planning) {
    const { current, changes, containers } = planning;
    const { service, running } = current;
    const isSame = changes?.length === 0;
    const contentReasons = changes === undefined ? [{ kind: 'first' }] : isSame ? [] : [{ kind: 'changed', changes }];
    const settingReasons = settingsThatDiffer(planning);
    const sameReasons = isSame ? [...notSettled(current), ...movedTags(containers, current)] : [];
    const countReasons = countThatDiffers(planning);
    const reasons = [...contentReasons, ...settingReasons, ...sameReasons, ...countReasons];
    if (reasons.length === 0)
        return { kind: 'unchanged', taskDefinition: running?.arn ?? service.taskDefinition };
    const countOnly = reasons.length === countReasons.length;
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
    if (newest !== undefined && changesTo(newest, revision.definition).length === 0) {
        return { kind: 'use', arn: newest.arn };
    }
    return { kind: 'register', definition: revision.definition };
}

;// CONCATENATED MODULE: ./build/deploy/describe.js









/**
 * Reads everything a plan needs; changes nothing. Throws a UserError when service, cluster or the
 * named revision does not exist.
 */
async function describeCurrent(request, ports) {
    const service = await serviceOf(request, ports);
    const newestRead = newestRevision(request, ports);
    const [running, newest, asked, scalable, codeDeploy] = await Promise.all([
        runningRevision(service, newestRead, ports),
        newestRead,
        askedRevision(request, ports),
        scalableTarget(request, service, ports),
        service.controller === 'CODE_DEPLOY' && service.status === 'ACTIVE'
            ? describeCodeDeploy(request, service, ports)
            : undefined,
    ]);
    const containers = containersOf(request, asked);
    const images = containers.flatMap(({ image }) => (image === undefined ? [] : [image]));
    const [known, runningDigests] = await Promise.all([
        describeImages(ports.aws.ecr, images, ports.signal),
        describeRunningDigests(service, ports),
    ]);
    return {
        service,
        images: known,
        ...(running === undefined ? {} : { running }),
        ...(newest === undefined ? {} : { newest }),
        ...(asked === undefined ? {} : { asked }),
        ...(scalable === undefined ? {} : { scalable }),
        ...(codeDeploy === undefined ? {} : { codeDeploy }),
        ...(runningDigests === undefined ? {} : { runningDigests }),
    };
}
/** The containers of the revision asked for. */
function containersOf({ revision }, asked) {
    const definition = revision.kind === 'file' ? revision.definition : asked?.definition;
    return definition?.containerDefinitions ?? [];
}
/**
 * The state with the service read once more, last before the start. Throws a UserError when something
 * came in the way meanwhile.
 */
async function readAgain(request, current, ports) {
    const fresh = { ...current, service: await serviceOf(request, ports) };
    const plan = planDeployment(request, fresh);
    if (plan.kind === 'refuse')
        throw new problem/* UserError */.yo(plan.problems);
    return fresh;
}
async function serviceOf(request, { aws, signal }) {
    const { cluster, service: name } = request;
    const described = await describeService(await aws.ecs(), { cluster, service: name }, signal).catch((error) => {
        if (awsFailure(error)?.code !== 'ClusterNotFoundException')
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
/** The newest revision is usually the one that runs: then one call tells both. */
async function runningRevision(service, newestRead, { aws, signal }) {
    const arn = (0,service_service/* primary */.zB)(service)?.taskDefinition ?? service.taskDefinition;
    if (arn === '')
        return undefined;
    const newest = await newestRead;
    return newest?.arn === arn ? newest : describeRevision(await aws.ecs(), arn, signal);
}
async function newestRevision({ revision }, { aws, signal }) {
    if (revision.kind === 'registered' || revision.definition.family === undefined)
        return undefined;
    return describeRevision(await aws.ecs(), revision.definition.family, signal);
}
async function askedRevision({ revision }, { aws, signal }) {
    if (revision.kind === 'file')
        return undefined;
    const found = await describeRevision(await aws.ecs(), revision.reference, signal);
    const isOther = revision.reference.startsWith('arn:') && found?.arn !== revision.reference;
    if (found !== undefined && !isOther)
        return found;
    throw new problem/* UserError */.yo({
        message: `There is no task definition ${revision.reference} in ${aws.region}.`,
        remedy: 'Name a registered revision as family:revision or ARN, or give the path of a file.',
        input: 'task-definition',
    });
}
// Asked only where a count is: nobody else needs the permission.
async function scalableTarget(request, service, { aws, log, signal }) {
    if (request.settings.desiredCount === undefined)
        return undefined;
    const resource = `service/${service.clusterName}/${service.name}`;
    try {
        const client = await aws.autoScaling();
        const answer = await client.describeScalableTargets({ ServiceNamespace: 'ecs', ResourceIds: [resource], ScalableDimension: 'ecs:service:DesiredCount' }, { abortSignal: signal });
        const target = answer.ScalableTargets?.[0];
        return target === undefined
            ? undefined
            : { min: target.MinCapacity ?? 0, max: target.MaxCapacity ?? Infinity };
    }
    catch (error) {
        const failure = awsFailure(error);
        if (failure?.kind !== 'denied')
            throw error;
        log.warn(`Whether desired-count is within the bounds of Application Auto Scaling was not checked. ${failure.message}`);
        return undefined;
    }
}
/** The image digests of the containers in the running tasks of what is PRIMARY, by container name. */
async function describeRunningDigests(service, { aws, signal }) {
    const ecs = await aws.ecs();
    const where = { cluster: service.clusterArn, service: service.name };
    try {
        const arns = await listTasks(ecs, where, 'RUNNING', signal);
        const tasks = await describeTasks(ecs, service.clusterArn, arns, signal);
        // Tasks that an earlier deployment leaves behind until they are terminated say nothing of this one.
        const startedBy = (0,service_service/* primary */.zB)(service)?.id;
        const own = tasks.filter((task) => startedBy === undefined || task.startedBy === startedBy);
        const digests = new Map();
        for (const { name = '', imageDigest } of own.flatMap(({ containers }) => containers ?? [])) {
            digests.set(name, [...(digests.get(name) ?? []), imageDigest]);
        }
        return digests;
    }
    catch (error) {
        if (awsFailure(error)?.kind !== 'denied')
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/deploy/lost-sight.js
/** What was watched is gone, or cannot be read any more: its end will not be known. */
class LostSight extends Error {
    name = 'LostSight';
}

;// CONCATENATED MODULE: ./build/deploy/pace.js
const FASTEST_MS = 1_000;
const SLOWEST_MS = 4_500;
const EAGER_AT_START_MS = 60_000;
const EAGER_AFTER_A_CHANGE_MS = 15_000;
const JITTER = 0.1;
/**
 * Milliseconds until the next snapshot: about a second at the start and while things move, then
 * slower, never more than 5 seconds apart unless AWS asks to slow down.
 */
function nextDelay({ sinceStart, sinceChange, throttled, chance }) {
    const isEager = sinceStart < EAGER_AT_START_MS || sinceChange < EAGER_AFTER_A_CHANGE_MS;
    const calm = isEager
        ? FASTEST_MS
        : Math.min(SLOWEST_MS, FASTEST_MS * (sinceChange / EAGER_AFTER_A_CHANGE_MS));
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
            return end((0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal', lastFacts()));
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
            if (error instanceof LostSight) {
                return end((0,deploy_outcome/* verdict */.WJ)('unknown', 'lost-sight', { ...lastFacts(), awsReason: error.message }));
            }
            const failure = awsFailure(error);
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
                    return end((0,deploy_outcome/* verdict */.WJ)('unknown', 'lost-sight', {
                        ...lastFacts(),
                        awsCode: failure.code,
                        awsReason: failure.message,
                    }));
            }
        }
        const sinceStart = clock.now() - startedAt;
        const left = minutes * 60_000 - sinceStart;
        if (left <= 0)
            return end((0,deploy_outcome/* verdict */.WJ)('timed-out', 'limit-passed', { ...lastFacts(), minutes }));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/deploy/codedeploy/start.js




/**
 * Starts one deployment by one CreateDeployment call and returns its id. The call is not idempotent:
 * when its answer is lost, a deployment of the group that carries our description is ours; only when
 * there is none is the call sent a second time, and then the refusal names the one there is.
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
        const failure = awsFailure(error);
        if (failure?.kind === 'unknown-effect')
            return findOurs(ports, start);
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
async function findOurs(ports, start) {
    for (const id of await listActiveDeployments(ports.reads, start, ports.signal)) {
        if (await isOurs(ports, id, start))
            return id;
    }
    return undefined;
}
async function isOurs(ports, id, { description }) {
    const info = await describeDeploymentInfo(ports.reads, id, ports.signal);
    return info.description === description;
}
function unanswered({ application, group }) {
    throw new problem/* UserError */.yo({
        message: `CreateDeployment for ${application}/${group} was sent twice, its answers were lost, and the group has no deployment of it.`,
        remedy: 'Run the job again: as far as AWS shows, nothing was started.',
    });
}

;// CONCATENATED MODULE: ./build/tasks/watch.js


/**
 * Follows a service's stopped tasks. They are asked for when the service moved since the last time, and
 * at every fourth look. Each task is described until its last status is STOPPED, since exit codes come
 * late; the first denied call ends the following, said once.
 */
function followStoppedTasks(ecs, where, denied) {
    const known = new Map();
    const settled = new Set();
    let isDenied = false;
    let seen = '';
    let quietLooks = 0;
    let hasOpen = false;
    const isDue = (service) => {
        const now = movement(service);
        quietLooks = now === seen && !hasOpen ? quietLooks + 1 : 0;
        seen = now;
        return quietLooks % QUIET_LOOKS === 0;
    };
    const refresh = async (signal) => {
        const arns = await listTasks(ecs, where, 'STOPPED', signal);
        const open = arns.filter((arn) => !settled.has(arn));
        hasOpen = open.length > 0;
        for (const task of await describeTasks(ecs, where.cluster, open, signal)) {
            const arn = task.taskArn ?? '';
            const stopped = readStoppedTask(task);
            if (task.lastStatus === 'STOPPED')
                settled.add(arn);
            if (settled.has(arn) || tellsItsCause(stopped))
                known.set(arn, stopped);
        }
    };
    return {
        read: async (service, startedBy, signal) => {
            try {
                if (!isDenied && isDue(service))
                    await refresh(signal);
            }
            catch (error) {
                const failure = awsFailure(error);
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
        containers: (task.containers ?? []).map((container) => ({
            name: container.name ?? '',
            ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
            ...(container.reason === undefined ? {} : { reason: container.reason }),
            unhealthy: container.healthStatus === 'UNHEALTHY',
        })),
    };
}

;// CONCATENATED MODULE: ./build/deploy/ecs/rules.js

/** The verdict rules of controller ECS in order: the first answer wins. */
const ROLLING_RULES = [
    recordRolledBack,
    recordStopped,
    completed,
    failedInPlace,
    noLongerPrimary,
];
/**
 * The verdict over what was seen so far, or undefined while the deployment is under way.
 * A status this version does not know decides nothing.
 */
function judgeRolling(history) {
    const { run } = history;
    const now = rules_momentOf(history);
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
// A change of the count alone keeps the deployment and its id: AWS started nothing.
function countOnly({ run, service, primary }) {
    if (primary?.taskDefinition !== run.taskDefinition) {
        return (0,deploy_outcome/* verdict */.WJ)('failed', 'no-deployment-started', rules_primaryFacts(primary));
    }
    if (primary.rolloutState === 'FAILED')
        return (0,deploy_outcome/* verdict */.WJ)('failed', 'failed-in-place', rules_primaryFacts(primary));
    const reached = primary.runningCount === service.desiredCount && primary.rolloutState === 'COMPLETED';
    return reached
        ? (0,deploy_outcome/* verdict */.WJ)('unchanged', 'count-reached', {
            ...rules_primaryFacts(primary),
            ...(service.desiredCount === 0 ? { nothingRan: true } : {}),
        })
        : undefined;
}
function recordRolledBack({ record, primary }) {
    if (record === undefined)
        return undefined;
    switch (recordPhase(record)) {
        case 'rolled-back':
            return (0,deploy_outcome/* verdict */.WJ)('rolled-back', 'service-deployment-rolled-back', {
                ...recordFacts(record),
                ...rules_primaryFacts(primary),
            });
        case 'rollback-failed':
            return (0,deploy_outcome/* verdict */.WJ)('failed', 'rollback-failed', { ...recordFacts(record), ...rules_primaryFacts(primary) });
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
    // Service and record are read at the same time: what replaced ours may show in the next look only.
    const isFirstLook = before?.record === undefined || recordPhase(before.record) !== 'stopped';
    if (primary?.id === run.deploymentId && isFirstLook)
        return undefined;
    const facts = { ...recordFacts(record), ...rules_primaryFacts(primary) };
    // A breaker without rollback stops the record, too: nobody else did.
    if (failedAsPrimary(now))
        return (0,deploy_outcome/* verdict */.WJ)('failed', 'failed-in-place', { ...facts, ...ownFailure(now) });
    const isNew = primary !== undefined && primary.id !== run.deploymentId && !run.before.includes(primary.id);
    return isNew
        ? (0,deploy_outcome/* verdict */.WJ)('superseded', 'service-deployment-replaced', facts)
        : (0,deploy_outcome/* verdict */.WJ)('failed', 'service-deployment-stopped', facts);
}
function completed({ run, service, record, primary }) {
    if (primary?.id !== run.deploymentId)
        return undefined;
    const phase = record === undefined ? undefined : recordPhase(record);
    if (phase === 'rolling-back')
        return undefined;
    const isCompleted = primary.rolloutState === 'COMPLETED';
    // Where ECS shifts traffic and bakes, the record alone tells that this is over.
    const isJudgedByRecord = service.strategy !== 'ROLLING' && phase !== undefined;
    if (phase !== 'successful' && (!isCompleted || isJudgedByRecord))
        return undefined;
    if (primary.runningCount < primary.desiredCount)
        return undefined;
    // A new PRIMARY starts with desiredCount 0: "0 of 0" is done only when AWS says COMPLETED.
    if (primary.desiredCount === 0 && !isCompleted)
        return undefined;
    return (0,deploy_outcome/* verdict */.WJ)('deployed', 'completed', {
        ...rules_primaryFacts(primary),
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
    return (0,deploy_outcome/* verdict */.WJ)('failed', 'failed-in-place', {
        ...(primary?.rolloutStateReason === undefined ? {} : { awsReason: primary.rolloutStateReason }),
        ...rules_primaryFacts(primary),
    });
}
const failedAsPrimary = ({ run, primary }) => primary?.id === run.deploymentId && primary.rolloutState === 'FAILED';
// Without a record: a rollback puts the old deployment back as PRIMARY, under its old id.
// With one, only what came after a success is left to tell: the other ends have rules of their own.
function noLongerPrimary(now) {
    const { run, record, primary, before, rollbackTargets } = now;
    if (record !== undefined && recordPhase(record) !== 'successful')
        return undefined;
    if (primary === undefined || primary.id === run.deploymentId)
        return undefined;
    if (before?.primary === undefined || before.primary.id === run.deploymentId)
        return undefined;
    const isRollback = run.before.includes(primary.id) || rollbackTargets.has(primary.id);
    if (!isRollback)
        return (0,deploy_outcome/* verdict */.WJ)('superseded', 'replaced', rules_primaryFacts(primary));
    if (primary.rolloutState !== 'COMPLETED')
        return undefined;
    return (0,deploy_outcome/* verdict */.WJ)('rolled-back', 'previous-restored', {
        ...rules_primaryFacts(primary),
        ...ownFailure(now),
    });
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
const rules_primaryFacts = (primary) => primary === undefined ? {} : { primary: { id: primary.id, taskDefinition: primary.taskDefinition } };
function recordFacts(record) {
    const reason = record.statusReason ?? record.rollbackReason;
    return reason === undefined ? {} : { awsReason: reason };
}
function rules_momentOf({ run, snapshots }) {
    const rollbackTargets = new Set();
    let now;
    for (const { service, record } of snapshots) {
        const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
        if (primary !== undefined && primary.rolloutStateReason?.includes('rolling back') === true) {
            rollbackTargets.add(primary.id);
        }
        now = { run, service, record, primary, before: now, rollbackTargets };
    }
    return now;
}

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
    const known = new Map(groupCauses(before).map((group) => [causeKey(group), group.tasks.length]));
    return groupCauses(after).flatMap((group) => {
        const count = known.get(causeKey(group));
        return count === group.tasks.length ? [] : [{ kind: 'cause', group, isNew: count === undefined }];
    });
}
const causeKey = ({ cause, tasks }) => JSON.stringify([cause.kind, cause.container, tasks[0]?.id]);
function rolloutChanges(run, previous, next) {
    return next.service.deployments.flatMap((deployment) => {
        const { id, status, rolloutState: state, rolloutStateReason: reason = '' } = deployment;
        const before = previous?.service.deployments.find((other) => other.id === id);
        const isOurs = id === run.deploymentId;
        if (state === undefined || (!isOurs && status !== 'PRIMARY'))
            return [];
        if (previous === undefined || (before?.rolloutState === state && before.rolloutStateReason === reason))
            return [];
        if (!ROLLOUT_STATES.has(state))
            return [{ kind: 'unknown-word', of: 'rolloutState', word: state }];
        return [{ kind: 'rollout', id, state, reason }];
    });
}
function recordChanges(previous, next) {
    const { record } = next;
    if (record === undefined)
        return [];
    const before = previous?.record;
    if (before?.status === record.status && before.lifecycleStage === record.lifecycleStage)
        return [];
    if (recordPhase(record) === 'unknown') {
        return [{ kind: 'unknown-word', of: 'service deployment status', word: record.status }];
    }
    const reason = record.statusReason ?? record.rollbackReason;
    return [
        {
            kind: 'service-deployment',
            status: record.status,
            ...(reason === undefined ? {} : { reason }),
            ...(record.lifecycleStage === undefined ? {} : { stage: record.lifecycleStage }),
        },
    ];
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

;// CONCATENATED MODULE: ./build/deploy/codedeploy/progress.js


/** What happened between two looks, nothing twice. */
function codeDeployProgress(run, previous, next) {
    return [
        ...newServiceEvents(previous?.service.events, next.service.events),
        ...newCauses(previous?.stoppedTasks ?? [], next.stoppedTasks),
        ...lifecycleChanges(previous?.lifecycleEvents ?? [], next.lifecycleEvents),
        ...trafficChanges(run, previous, next),
        ...progress_countChanges(run, previous, next),
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
        if (!Object.hasOwn(EVENT_PASSED, status))
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
function progress_countChanges(run, previous, next) {
    const lines = progress_counts(run, next);
    const before = previous === undefined ? undefined : progress_counts(run, previous);
    return JSON.stringify(lines) === JSON.stringify(before) ? [] : [{ kind: 'counts', lines }];
}
const progress_counts = (run, { service }) => service.taskSets.map((taskSet) => ({
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
    if (deploymentPhase(status) === 'unknown')
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
async function codeDeploySubject(run, before, ports) {
    const { aws, log } = ports;
    const [ecs, client] = await Promise.all([aws.ecs(), aws.codeDeploy()]);
    const where = { cluster: before.clusterArn, service: before.name };
    const stopped = followStoppedTasks(ecs, where, (message) => {
        log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${message}`);
    });
    let stop = { kind: 'not-needed' };
    // The rollback needs no new task set, and the failed one may be gone before its tasks are read.
    let ownTaskSet;
    return {
        take: async (at, signal) => {
            const [described, deployment, target] = await Promise.all([
                describeService(ecs, where, signal),
                describeDeployment(client, run.deploymentId, signal),
                describeTarget(client, run.deploymentId, before, signal),
            ]);
            if (!described.found)
                throw new LostSight(`ECS does not list the service any more (${described.reason}).`);
            ownTaskSet ??= taskSetOf(described.service, run.deploymentId)?.id;
            const rollbackId = deployment.rollbackDeploymentId;
            const [stoppedTasks, rollback] = await Promise.all([
                ownTaskSet === undefined ? [] : stopped.read(described.service, ownTaskSet, signal),
                rollbackId === undefined ? undefined : describeDeployment(client, rollbackId, signal),
            ]);
            return {
                at,
                service: described.service,
                deployment,
                ...target,
                ...(rollback === undefined ? {} : { rollback }),
                stoppedTasks,
            };
        },
        judge: (snapshots) => {
            const decided = judgeCodeDeploy({ run, snapshots, stopped: isStopSent(stop) });
            return decided && { ...decided, facts: { ...decided.facts, ...stopFacts(stop) } };
        },
        progress: (previous, next) => codeDeployProgress(run, previous ?? lookBefore(next, before), next),
        factsOf: (last) => ({ ...factsOfLook(last), ...stopFacts(stop) }),
        intervene: async (snapshots) => {
            const last = snapshots.at(-1);
            if (last === undefined || stop.kind === 'asked' || stop.kind === 'refused' || !isStoppable(last))
                return [];
            const loop = crashLoop(last.stoppedTasks);
            if (loop === undefined)
                return [];
            const asked = await askToStop(ports, run, loop);
            stop = asked.stop;
            return asked.events;
        },
    };
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
const isStoppable = ({ deployment }) => {
    const phase = deploymentPhase(deployment.status);
    return phase === 'moving' || phase === 'waiting';
};
function isStopSent({ kind }) {
    return kind === 'asked' || kind === 'answer-lost' || kind === 'cut-off';
}
function stopFacts(stop) {
    switch (stop.kind) {
        case 'asked':
        case 'answer-lost':
            return { stopped: true };
        case 'cut-off':
            return { unanswered: STOP };
        case 'refused':
            return stop.reason === undefined ? {} : { notStopped: stop.reason };
        case 'not-needed':
        case 'throttled':
            return {};
    }
}
const STOP = 'codedeploy:StopDeployment';
/** StopDeployment with rollback: CodeDeploy itself would wait an hour. */
async function askToStop(ports, { deploymentId }, group) {
    try {
        const client = await ports.aws.codeDeployOnce();
        await answered(client.stopDeployment({ deploymentId, autoRollbackEnabled: true }), ports, STOP);
        return { stop: { kind: 'asked' }, events: [{ kind: 'stopping', group }] };
    }
    catch (error) {
        const failure = awsFailure(error);
        if (failure === undefined)
            throw error;
        if (failure.kind === 'aborted')
            return { stop: { kind: 'cut-off' }, events: [] };
        const stop = failedStop(failure);
        const isAskedAgain = stop.kind !== 'refused';
        return { stop, events: [{ kind: 'stop-failed', reason: failure.message, isAskedAgain }] };
    }
}
function failedStop({ kind, code, message }) {
    if (kind === 'throttled')
        return { kind: 'throttled' };
    if (kind === 'unknown-effect')
        return { kind: 'answer-lost' };
    // It has ended by itself: the next looks tell how.
    if (code === 'DeploymentAlreadyCompletedException')
        return { kind: 'refused' };
    return { kind: 'refused', reason: message };
}
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
        const free = plan.endWaitOf === undefined ? current : await endTerminationWait(plan.endWaitOf, { current, ports });
        return waitForSteadyService(request, free, ports);
    },
    start: async (_plan, { request, current, ports, taskDefinition }) => {
        const fresh = await readAgain(request, current, ports);
        const { application, group } = groupOf(fresh);
        const appSpec = appSpecOf(request, fresh.service);
        if (!appSpec.ok)
            throw new problem/* UserError */.yo(appSpec.problems);
        const { config, description } = request.codeDeploy;
        const [reads, once] = await Promise.all([ports.aws.codeDeploy(), ports.aws.codeDeployOnce()]);
        const deploymentId = await startCodeDeploy({ reads, once, signal: ports.signal }, {
            application,
            group,
            appSpec: renderAppSpec(appSpec.value, taskDefinition),
            description: runDescription(request.run, taskDefinition, description),
            ...(config === undefined ? {} : { config }),
        });
        return started(deploymentId, { request, current: fresh, ports, taskDefinition });
    },
    join: (plan, context) => Promise.resolve(started(plan.deploymentId, { ...context, taskDefinition: plan.taskDefinition })),
};
const DEFAULT_MINUTES = 30;
function started(deploymentId, { request, current, ports, taskDefinition }) {
    const { readyWaitMinutes, terminationWaitMinutes } = groupOf(current);
    const { waitForTermination } = request.codeDeploy;
    const run = { deploymentId, taskDefinition, waitForTermination, terminationWaitMinutes };
    const byDefault = DEFAULT_MINUTES + readyWaitMinutes + (waitForTermination ? terminationWaitMinutes : 0);
    return {
        handle: { kind: 'codedeploy', id: deploymentId },
        isNew: true,
        taskDefinition,
        startedBy: (service) => taskSetOf(service, deploymentId)?.id,
        watch: async (tell) => watch(await codeDeploySubject(run, current.service, ports), ports, {
            minutes: request.waitMinutes ?? byDefault,
            tell,
        }),
    };
}
function groupOf({ codeDeploy }) {
    if (codeDeploy === undefined)
        throw new Error('A service with the controller CODE_DEPLOY was read without its group.');
    return codeDeploy;
}

;// CONCATENATED MODULE: ./build/deploy/ecs/start.js




/**
 * Starts one deployment by one UpdateService call and tells which. No deploymentConfiguration is
 * sent: that belongs to whoever defines the service. When the answer is lost, what happened is read
 * and adopted; only when nothing happened is the call sent a second time.
 */
async function startRolling(ports, start) {
    return (await start_attempt(ports, start)) ?? (await start_attempt(ports, start)) ?? start_unanswered(start);
}
async function start_attempt(ports, start) {
    try {
        const answer = await ports.once.updateService(updateRequest(start));
        return answer.service === undefined ? undefined : runIn(readService(answer.service), start);
    }
    catch (error) {
        if (awsFailure(error)?.kind !== 'unknown-effect')
            throw error;
        return adopt(ports, start);
    }
}
function updateRequest({ before, taskDefinition, force, settings }) {
    const { desiredCount, propagateTags, managedTags, volume } = settings;
    return {
        cluster: before.clusterArn,
        service: before.name,
        taskDefinition,
        ...(force ? { forceNewDeployment: true } : {}),
        ...(desiredCount === undefined ? {} : { desiredCount }),
        ...(isPropagateTags(propagateTags) ? { propagateTags } : {}),
        ...(managedTags === undefined ? {} : { enableECSManagedTags: managedTags }),
        ...(volume === undefined
            ? {}
            : { volumeConfigurations: [{ name: volume.name, managedEBSVolume: volume.configuration }] }),
    };
}
const isPropagateTags = (value) => value !== undefined;
/** The deployment that this call started: the PRIMARY one of its answer. */
function runIn(after, { before, taskDefinition }) {
    const primary = after.deployments.find(({ status }) => status === 'PRIMARY');
    if (primary === undefined)
        return undefined;
    return { deploymentId: primary.id, before: before.deployments.map(({ id }) => id), taskDefinition };
}
const READS_AFTER_A_LOST_ANSWER = 3;
const BETWEEN_READS_MS = 1_000;
async function adopt(ports, start) {
    const { ecs, clock, signal } = ports;
    const where = { cluster: start.before.clusterArn, service: start.before.name };
    let other;
    for (let read = 0; read < READS_AFTER_A_LOST_ANSWER; read += 1) {
        await clock.sleep(BETWEEN_READS_MS, signal);
        const described = await describeService(ecs, where, signal);
        if (!described.found)
            continue;
        const run = runThatHappened(described.service, start);
        if (run !== undefined)
            return run;
        other = newDeployments(described.service, start)[0];
    }
    return other === undefined ? undefined : overtaken(start, other);
}
const newDeployments = (after, { before }) => after.deployments.filter(({ id }) => !before.deployments.some((known) => known.id === id));
/** The deployment that the call made, though another may have taken over since; or the count it set. */
function runThatHappened(after, start) {
    const { before, taskDefinition, force, settings } = start;
    const ours = newDeployments(after, start).find((deployment) => deployment.taskDefinition === taskDefinition);
    if (ours !== undefined) {
        return { deploymentId: ours.id, before: before.deployments.map(({ id }) => id), taskDefinition };
    }
    const isCountOnly = !force && before.taskDefinition === taskDefinition;
    const isSet = after.desiredCount === (settings.desiredCount ?? before.desiredCount);
    return isCountOnly && isSet ? runIn(after, start) : undefined;
}
// A second call would overrun a deployment that somebody else started in between.
function overtaken({ before }, other) {
    throw new problem/* UserError */.yo({
        message: `The answer of UpdateService for ${before.name} was lost, and another deployment is in progress there now: ${other.id} of ${(0,service_service/* revisionName */.pd)(other.taskDefinition)}.`,
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

;// CONCATENATED MODULE: ./build/deploy/ecs/describe.js

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
                arn ??= await find(ecs, where, run, signal);
                return arn === undefined ? undefined : await describe(ecs, arn, signal);
            }
            catch (error) {
                const failure = awsFailure(error);
                if (failure?.kind !== 'denied')
                    throw error;
                isDenied = true;
                denied(failure.message);
                return undefined;
            }
        },
    };
}
async function find(ecs, { cluster, service }, run, signal) {
    const answer = await ecs.listServiceDeployments({ cluster, service }, { abortSignal: signal });
    return answer.serviceDeployments?.find((deployment) => targets(deployment, run))?.serviceDeploymentArn;
}
function targets({ targetServiceRevisionArn }, run) {
    const number = run.deploymentId.slice(run.deploymentId.lastIndexOf('/') + 1);
    return targetServiceRevisionArn?.endsWith(`/${number}`) === true;
}
async function describe(ecs, arn, signal) {
    const answer = await ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] }, { abortSignal: signal });
    const record = answer.serviceDeployments?.[0];
    return record === undefined ? undefined : readRecord(arn, record);
}
function readRecord(arn, record) {
    const { status = '', statusReason, rollback, lifecycleStage, deploymentCircuitBreaker: breaker } = record;
    return {
        arn,
        status,
        ...(statusReason === undefined ? {} : { statusReason }),
        ...(rollback?.reason === undefined ? {} : { rollbackReason: rollback.reason }),
        ...(lifecycleStage === undefined ? {} : { lifecycleStage }),
        ...(breaker?.failureCount === undefined ? {} : { failureCount: breaker.failureCount }),
        ...(breaker?.threshold === undefined ? {} : { threshold: breaker.threshold }),
    };
}

;// CONCATENATED MODULE: ./build/deploy/ecs/watch.js






const RECORD_EXPECTED_WITHIN_MS = 30_000;
/** A deployment by the controller ECS, as the watch sees it. `before` is the service at the start. */
async function rollingSubject(run, before, { aws, log }) {
    const ecs = await aws.ecs();
    const where = { cluster: before.clusterArn, service: before.name };
    const record = followRecord(ecs, where, run, (message) => {
        log.warn(`The service deployment cannot be read, so the deployments of the service alone decide. ${message}`);
    });
    const stopped = followStoppedTasks(ecs, where, (message) => {
        log.warn(`Stopped tasks cannot be read, so a failure will not tell its cause. ${message}`);
    });
    let isMissedSaid = false;
    return {
        take: async (at, signal) => {
            const [described, found] = await Promise.all([
                describeService(ecs, where, signal),
                record.read(signal),
            ]);
            if (!described.found)
                throw new LostSight(`ECS does not list the service any more (${described.reason}).`);
            const stoppedTasks = await stopped.read(described.service, run.deploymentId, signal);
            if (found === undefined && at >= RECORD_EXPECTED_WITHIN_MS && !isMissedSaid && !record.isDenied()) {
                isMissedSaid = true;
                log.warn('ECS shows no service deployment for this deployment yet: the deployments of the service decide.');
            }
            return { service: described.service, ...(found === undefined ? {} : { record: found }), stoppedTasks };
        },
        judge: (snapshots) => judgeRolling({ run, snapshots }),
        progress: (previous, next) => rollingProgress(run, previous ?? { service: before, stoppedTasks: [] }, next),
        factsOf: watch_factsOfLook,
    };
}
function watch_factsOfLook({ service, record }) {
    const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
    const isRollingBack = (record !== undefined && recordPhase(record) === 'rolling-back') ||
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
        const fresh = await readAgain(request, current, ports);
        const [ecs, once] = await Promise.all([ports.aws.ecs(), ports.aws.ecsOnce()]);
        const run = await startRolling({ ecs, once, clock: ports.clock, signal: ports.signal }, { before: fresh.service, taskDefinition, force: plan.force, settings: request.settings });
        return strategy_started(run, { request, current: fresh, ports });
    },
    join: (plan, { request, current, ports }) => {
        const before = current.service.deployments.map(({ id }) => id).filter((id) => id !== plan.deploymentId);
        const run = { deploymentId: plan.deploymentId, before, taskDefinition: plan.taskDefinition };
        return Promise.resolve(strategy_started(run, { request, current, ports }));
    },
};
const strategy_DEFAULT_MINUTES = 30;
const strategy_started = (run, { request, current, ports }) => ({
    handle: { kind: 'ecs', id: run.deploymentId },
    isNew: !run.before.includes(run.deploymentId),
    taskDefinition: run.taskDefinition,
    startedBy: () => run.deploymentId,
    watch: async (tell) => watch(await rollingSubject(run, current.service, ports), ports, {
        minutes: request.waitMinutes ?? strategy_DEFAULT_MINUTES,
        tell,
    }),
});

;// CONCATENATED MODULE: ./build/task-definition/register.js


/**
 * Registers exactly this definition and returns the ARN of the revision (RegisterTaskDefinition).
 * When the answer is lost, what happened is read before anything is sent again, so that one
 * registration leaves one revision.
 */
async function registerTaskDefinition(ports, definition) {
    return (await register_attempt(ports, definition)) ?? (await register_attempt(ports, definition)) ?? register_unanswered(definition);
}
async function register_attempt({ once, findEqual }, definition) {
    try {
        const answer = await once.registerTaskDefinition(definition);
        return answer.taskDefinition?.taskDefinitionArn;
    }
    catch (error) {
        if (awsFailure(error)?.kind !== 'unknown-effect')
            throw error;
        return findEqual();
    }
}
function register_unanswered({ family = '' }) {
    throw new problem/* UserError */.yo({
        message: `RegisterTaskDefinition for ${family} was sent twice, its answers were lost, and AWS has no such revision.`,
        remedy: 'Run the job again: nothing was registered.',
    });
}

;// CONCATENATED MODULE: ./build/deploy/register.js





/** Registers the file as it is, with tags that say which run did it; returns the ARN. */
async function registerRevision(definition, { request, ports }) {
    const { aws, log, signal } = ports;
    const { tags, leftOut } = withRunTags(definition.tags ?? [], request.run);
    if (leftOut) {
        log.warn('The tags that say which run registered the revision are left out: with them it would have over 50.');
    }
    const [ecs, once] = await Promise.all([aws.ecs(), aws.ecsOnce()]);
    const arn = await registerTaskDefinition({
        once,
        findEqual: async () => {
            const newest = await describeRevision(ecs, definition.family ?? '', signal);
            return newest !== undefined && changesTo(newest, definition).length === 0 ? newest.arn : undefined;
        },
    }, tags.length === 0 ? definition : { ...definition, tags: [...tags] });
    log.say(`Registered ${(0,service_service/* revisionName */.pd)(arn)}.`);
    return arn;
}

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
    const asked = imageReference(image).digest;
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
    return verifyImages(containersOf(request, current.asked).map(({ name = '', image = '' }) => ({
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
        const arns = await listTasks(ecs, { cluster: service.clusterArn, service: service.name }, 'RUNNING', signal);
        const tasks = await describeTasks(ecs, service.clusterArn, arns, signal);
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
        if (awsFailure(error) === undefined)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/deploy/deploy.js





















const NOTHING = { problems: [], imageVerified: 'unknown', causes: [], timeline: [] };
/**
 * Deploys one service: reads and checks everything, registers, starts by one call, watches to the
 * end, and tells the truth about it. Never throws for what a user or AWS did: that is an outcome.
 */
async function deploy(request, ports) {
    const startedAt = ports.clock.now();
    const outcome = (decided, rest = {}) => ({
        ...NOTHING,
        ...rest,
        ...names(request),
        region: ports.aws.region,
        verdict: decided,
        milliseconds: ports.clock.now() - startedAt,
    });
    const known = {};
    try {
        return await follow(request, ports, { outcome, known });
    }
    catch (error) {
        if (error instanceof problem/* UserError */.yo) {
            return outcome(refusal(known), { ...known.rest, problems: error.problems });
        }
        const failure = awsFailure(error);
        if (failure === undefined)
            return outcomeOfBug(error, { ports, outcome, known });
        if (failure.kind === 'aborted' || ports.signal.aborted) {
            const unanswered = error instanceof CutOff && error.sent !== undefined ? { unanswered: error.sent } : {};
            return outcome((0,deploy_outcome/* verdict */.WJ)('cancelled', 'signal', { ...registeredFacts(known), ...unanswered }), known.rest);
        }
        return outcome({ ...refusal(known), facts: { ...refusal(known).facts, ...failureFacts(failure) } }, { ...known.rest, problems: [(0,report_failure/* failureProblem */.G)(failure, ports.aws.region)] });
    }
}
const names = ({ cluster, service }) => ({
    cluster: nameOf(cluster),
    service: nameOf(service),
});
/** The name at the end of an ARN; a name as it is. */
const nameOf = (nameOrArn) => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
/** A bug of ours hides no deployment: once one runs, its id is still told. Before, the bug is all there is. */
function outcomeOfBug(error, { ports, outcome, known }) {
    if (known.rest?.handle === undefined || !(error instanceof Error))
        throw error;
    ports.log.say(error.stack ?? error.message);
    const awsReason = `this action has a bug (please report it): ${error.message}`;
    return outcome((0,deploy_outcome/* verdict */.WJ)('unknown', 'lost-sight', { awsReason }), known.rest);
}
const refusal = (known) => (0,deploy_outcome/* verdict */.WJ)('failed', known.registered === undefined ? 'refused' : 'start-refused', registeredFacts(known));
const registeredFacts = ({ registered, isStarting }) => ({
    ...(registered === undefined ? {} : { registered }),
    ...(isStarting === true ? { wasSent: true } : {}),
});
const failureFacts = ({ code, message }) => ({
    awsCode: code,
    awsReason: message,
});
async function follow(asked, ports, { outcome, known }) {
    const { request, current } = await situationOf(asked, ports);
    const before = (0,service_service/* serving */.fO)(current.service);
    known.rest = { ...previous(before), ...running(before) };
    const plan = planDeployment(request, current);
    ports.log.group('Task definition', definitionLines(request, current));
    ports.log.group('Plan', planLines({ request, current, plan }));
    switch (plan.kind) {
        case 'refuse':
            return outcome((0,deploy_outcome/* verdict */.WJ)('failed', 'refused'), { ...known.rest, problems: plan.problems });
        case 'unchanged':
            return outcome((0,deploy_outcome/* verdict */.WJ)('unchanged', 'already-running', idleFacts(current)), {
                ...known.rest,
                taskDefinition: plan.taskDefinition,
                imageVerified: verifyRunning(request, current),
            });
        case 'join': {
            if (request.dryRun)
                return outcome((0,deploy_outcome/* verdict */.WJ)('unchanged', 'plan-only'), known.rest);
            // What this run deploys may be PRIMARY already: it is not what served before.
            known.rest = { ...previous((0,service_service/* servingBeside */.Jo)(current.service, plan.deploymentId)), ...running(before) };
            const started = await strategyFor(current.service).join(plan, { request, current, ports });
            return finish(started, { request, current, ports, outcome, known, isJoined: true });
        }
        case 'deploy': {
            if (request.dryRun)
                return outcome((0,deploy_outcome/* verdict */.WJ)('unchanged', 'plan-only'), known.rest);
            const started = await start(plan, { request, current, ports, known });
            return finish(started, { request, current, ports, outcome, known, isJoined: false });
        }
    }
}
const previous = (served) => served === undefined ? {} : { previousTaskDefinition: served.taskDefinition };
const running = (serves) => serves === undefined
    ? {}
    : { runningTaskDefinition: serves.taskDefinition, servingTasks: serves.runningCount };
const idleFacts = ({ service }) => service.desiredCount === 0 && service.scheduling === 'REPLICA' ? { nothingRan: true } : {};
/** Everything that is read before the plan, once the service is steady where it may only be scaling. */
async function situationOf(asked, ports) {
    const found = pinIfAsked(asked, await describeCurrent(asked, ports), ports);
    const { request, current } = found;
    if (request.dryRun || !mayOnlyScale(request, current))
        return found;
    await waitForSteadyService(request, current, ports);
    return pinIfAsked(asked, await describeCurrent(asked, ports), ports);
}
// Under CODE_DEPLOY a new count makes the task set unsteady; deploying the same again would not help it.
function mayOnlyScale(request, current) {
    if (current.service.controller !== 'CODE_DEPLOY')
        return false;
    const plan = planDeployment(request, current);
    if (plan.kind !== 'deploy' || plan.endWaitOf !== undefined)
        return false;
    const kinds = new Set(plan.reasons.map(({ kind }) => kind));
    return kinds.has('not-settled') && !kinds.has('changed');
}
function pinIfAsked(request, current, { log }) {
    const { revision } = request;
    if (!request.pinImages || revision.kind !== 'file')
        return { request, current };
    const { definition, images, unpinned } = pinImages(revision.definition, current.images);
    const unread = unpinned.filter(({ image }) => imageReference(image).ecr !== undefined);
    if (unread.length > 0)
        throw new problem/* UserError */.yo(unread.map(notPinned));
    for (const { image, why } of unpinned)
        log.warn(`The image ${image} keeps its tag: ${why}.`);
    return { request: { ...request, revision: { ...revision, definition } }, current: { ...current, images } };
}
/** A tag in Amazon ECR that cannot be resolved would be registered as it is, against what was asked for. */
const notPinned = ({ image, why }) => ({
    message: `The digest of ${image} cannot be read, so it cannot be pinned: ${why}.`,
    remedy: 'Allow ecr:BatchGetImage on its repository, or leave pin-images out.',
    input: 'pin-images',
});
/** Chosen once, before anything is changed; what no strategy takes was refused by the plan. */
function strategyFor({ controller }) {
    return controller === 'CODE_DEPLOY' ? codeDeployStrategy : ecsStrategy;
}
/** Everything is checked: wait for quiet, register, look once more, start. */
async function start(plan, context) {
    const { request, ports, known } = context;
    const strategy = strategyFor(context.current.service);
    const current = await strategy.prepare(plan, context);
    throwIfAborted(ports);
    const taskDefinition = plan.revision.kind === 'use'
        ? plan.revision.arn
        : await answered(registerRevision(plan.revision.definition, { request, ports }), ports);
    if (plan.revision.kind === 'register')
        known.registered = taskDefinition;
    known.rest = { ...known.rest, taskDefinition };
    throwIfAborted(ports);
    known.isStarting = true;
    const started = await answered(strategy.start(plan, { request, current, ports, taskDefinition }), ports);
    known.isStarting = false;
    delete known.registered;
    return started;
}
function throwIfAborted({ signal }) {
    if (signal.aborted)
        throw new CutOff();
}
/** It runs at AWS now: from here on every end carries the handle. */
async function finish(started, { request, current, ports, outcome, known, isJoined, }) {
    const { handle, taskDefinition } = started;
    known.rest = { ...known.rest, taskDefinition, ...(started.isNew ? { handle } : {}) };
    if (started.isNew)
        ports.started(handle);
    ports.log.say(isJoined ? joinedLine(started, request) : headline(started, request), consoleLink({ ...names(request), handle }, ports.aws.region));
    if (!request.wait) {
        return outcome((0,deploy_outcome/* verdict */.WJ)('started', 'not-waiting', started.isNew ? {} : { countOnly: true }), known.rest);
    }
    const watched = await started.watch((entry) => ports.log.say(...(0,sentences/* timelineLines */.tg)(entry)));
    const { last, timeline } = watched;
    const verified = await closerLook(watched.verdict, { request, current, ports, started, last });
    return outcome(verified.verdict, {
        ...known.rest,
        ...(last === undefined ? {} : running((0,service_service/* serving */.fO)(last.service))),
        imageVerified: verified.imageVerified,
        causes: groupCauses(last?.stoppedTasks ?? []),
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
    const commit = revision?.tags.get(`${TAG_PREFIX}commit`);
    return commit === undefined
        ? unverified
        : { ...unverified, verdict: { ...decided, facts: { ...decided.facts, commit } } };
}
// The verdict stands already: not being able to name the author of what took over does not change it.
async function revisionIfReadable(arn, { aws, signal }) {
    try {
        return await describeRevision(await aws.ecs(), arn, signal);
    }
    catch (error) {
        if (awsFailure(error) === undefined)
            throw error;
        return undefined;
    }
}
const joinedLine = ({ handle: { id } }, { service, wait }) => `${id} of ${service} is joined: an earlier attempt of this run started it.${wait ? '' : ' Not waiting for it, as asked.'}`;
function headline({ handle: { kind, id }, isNew }, { service, wait }) {
    const what = kind === 'ecs' ? 'Deployment' : 'CodeDeploy deployment';
    const said = isNew
        ? `${what} ${id} of ${service} is started.`
        : `ECS started no deployment of ${service}: the count is set on ${id}.`;
    return wait ? said : `${said} Not waiting for it, as asked.`;
}

// EXTERNAL MODULE: ./build/inputs/document.js + 6 modules
var inputs_document = __webpack_require__(5349);
;// CONCATENATED MODULE: ./build/appspec/appspec.js
/** The events that can have a hook. Source: CodeDeploy user guide, AppSpec 'hooks' section for ECS. */
const hookEvents = [
    'BeforeInstall',
    'AfterInstall',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AfterAllowTraffic',
];

// EXTERNAL MODULE: ./build/task-definition/scalar.js
var scalar = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/appspec/scalar.js



/** A text that is there and not empty; else a problem. */
function scalar_text(place, parent) {
    const value = scalar_scalar(place, 'string', parent);
    if (typeof value !== 'string')
        return undefined;
    if (value.trim() !== '')
        return value;
    const message = `${(0,inputs_document/* pathText */.LF)(place.path)} is empty.`;
    place.problems.push({ message, remedy: 'Give it a value.', location: place.node?.at ?? parent });
    return undefined;
}
/** A whole number; else a problem. */
function wholeNumber(place, parent) {
    const value = scalar_scalar(place, 'integer', parent);
    return typeof value === 'number' ? value : undefined;
}
/** A port, from 1 to 65535; else a problem. */
function portNumber(place, parent) {
    const port = wholeNumber(place, parent);
    if (port === undefined || (port >= 1 && port <= 65_535))
        return port;
    const message = `${(0,inputs_document/* pathText */.LF)(place.path)} is no port.`;
    place.problems.push({
        message,
        remedy: 'Write a number from 1 to 65535.',
        location: place.node?.at ?? parent,
    });
    return undefined;
}
/** One of some words; else a problem. */
function oneOf(place, words, parent) {
    const value = scalar_text(place, parent);
    if (value === undefined || words.includes(value))
        return value;
    const meant = (0,nearest/* nearest */.p)(value, words);
    place.problems.push({
        message: `${(0,inputs_document/* pathText */.LF)(place.path)} cannot be ${JSON.stringify(value)}.`,
        remedy: meant === undefined ? `Known values: ${words.join(', ')}.` : `Did you mean ${meant}?`,
        location: place.node?.at ?? parent,
    });
    return undefined;
}
function scalar_scalar({ node, path, problems }, kind, parent) {
    if (node === undefined) {
        problems.push({ message: `${(0,inputs_document/* pathText */.LF)(path)} is missing.`, remedy: 'Add it.', location: parent });
        return undefined;
    }
    const read = (0,scalar/* readScalar */.$)(node, kind, { path, member: '' });
    if (read.ok)
        return read.value;
    problems.push(...read.problems);
    return undefined;
}

;// CONCATENATED MODULE: ./build/appspec/hooks.js




/** Reads the hooks: a list of items such as `BeforeInstall: function`, each event at most once. */
function readHooks(place) {
    const { node, path, problems } = place;
    if (node === undefined)
        return [];
    if (node.kind !== 'list') {
        const remedy = 'Write a list of items such as - AfterInstall: my-function.';
        problems.push({ message: `${(0,inputs_document/* pathText */.LF)(path)} must be a list.`, remedy, location: node.at });
        return [];
    }
    const seen = new Map();
    return node.items.flatMap((item, index) => readItem(item, { ...place, path: [...path, index] }, seen));
}
function readItem(item, place, seen) {
    if (item.kind !== 'object') {
        const remedy = 'Write the event and its function, such as AfterInstall: my-function.';
        place.problems.push({
            message: `${(0,inputs_document/* pathText */.LF)(place.path)} must be an event with its function.`,
            remedy,
            location: item.at,
        });
        return [];
    }
    return item.members.flatMap((member) => readHook(member, place, seen));
}
function readHook(member, { path, problems }, seen) {
    const { key, keyAt, value } = member;
    const event = hookEvents.find((known) => known.toLowerCase() === key.toLowerCase());
    if (event === undefined) {
        const meant = (0,nearest/* nearest */.p)(key, hookEvents);
        const remedy = meant === undefined ? `Events with hooks: ${hookEvents.join(', ')}.` : `Did you mean ${meant}?`;
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
    const lambda = scalar_text({ node, path: [...path, event], problems }, keyAt);
    return lambda === undefined ? [] : [{ event, lambda }];
}

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
    const hooks = readHooks(member('Hooks'));
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
    return target === undefined ? undefined : parse_readService(target, { ...place, node: target, path });
}
function parse_readService(target, { path, problems }) {
    const member = membersIn(target, ['Type', 'Properties'], { path, problems });
    oneOf(member('Type'), ['AWS::ECS::Service'], target.at);
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
    optional(member('TaskDefinition'), scalar_text);
    const platformVersion = optional(member('PlatformVersion'), scalar_text);
    const network = optional(member('NetworkConfiguration'), readNetwork);
    const capacityProviders = optional(member('CapacityProviderStrategy'), readProviders);
    const target = parse_readTarget(member('LoadBalancerInfo'), properties.at);
    if (target === undefined)
        return undefined;
    return {
        ...target,
        ...(platformVersion !== undefined && { platformVersion }),
        ...(network !== undefined && { network }),
        ...(capacityProviders !== undefined && { capacityProviders }),
    };
}
function parse_readTarget(place, parent) {
    const info = object(place, parent);
    if (info === undefined)
        return undefined;
    const member = membersIn(info, ['ContainerName', 'ContainerPort'], place);
    const containerName = scalar_text(member('ContainerName'), info.at);
    const containerPort = portNumber(member('ContainerPort'), info.at);
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
    const assignPublicIp = optional(member('AssignPublicIp'), (one, at) => oneOf(one, ['ENABLED', 'DISABLED'], at));
    return { subnets, securityGroups, ...(assignPublicIp !== undefined && { assignPublicIp }) };
}
function readProviders(place, parent) {
    return list(place, parent)?.items.flatMap((item, index) => {
        const one = { ...place, node: item, path: [...place.path, index] };
        const provider = object(one, item.at);
        if (provider === undefined)
            return [];
        const member = membersIn(provider, ['CapacityProvider', 'Base', 'Weight'], one);
        const name = scalar_text(member('CapacityProvider'), provider.at);
        const base = optional(member('Base'), wholeNumber);
        const weight = optional(member('Weight'), wholeNumber);
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
    return items.flatMap((node, index) => scalar_text({ ...place, node, path: [...place.path, index] }, node.at) ?? []);
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
    return text.ok ? (0,inputs_document/* parseDocument */.Tp)(text.value, load_nameOf(file)) : text;
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
function load_nameOf({ path, workspace }) {
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
    return (0,problem/* refused */.J5)({ message: `The file ${path} ${what}.`, remedy, input });
}

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
// EXTERNAL MODULE: ./build/task-definition/read.js
var task_definition_read = __webpack_require__(6148);
;// CONCATENATED MODULE: ./build/task-definition/finding.js
/** The containers of a definition, each with its path; a container that has no name yet has an empty one. */
function finding_containersOf(definition) {
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
    return finding_containersOf(definition)
        .filter(({ container }) => container.name !== undefined && !/^[\w-]{1,255}$/.test(container.name))
        .map(({ path }) => ({
        message: `${(0,inputs_document/* pathText */.LF)([...path, 'name'])} is no name that AWS takes.`,
        remedy: 'Use up to 255 letters, numbers, hyphens and underscores.',
        path: [...path, 'name'],
    }));
}
function namesAreUnique(definition) {
    return repetitions(finding_containersOf(definition), ({ name }) => name).map(([{ name, path }, first]) => ({
        message: `Two containers are named ${name}: ${(0,inputs_document/* pathText */.LF)(first.path)} and ${(0,inputs_document/* pathText */.LF)(path)}.`,
        remedy: 'Rename one of them.',
        path: [...path, 'name'],
    }));
}
/** API reference, ContainerDefinition image: what is no reference is registered, and found by the first pull. */
function imagesAreReferences(definition) {
    return finding_containersOf(definition)
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
    const containers = finding_containersOf(definition);
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
    return finding_containersOf(definition).flatMap((owner) => (owner.container.portMappings ?? []).map((port, index) => ({
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
    return finding_containersOf(definition).flatMap(({ container, path, name }) => {
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
    const containers = finding_containersOf(definition);
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
    const containers = finding_containersOf(definition);
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
    return finding_containersOf(definition).flatMap((from) => [
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
    const byName = new Map(finding_containersOf(definition).map((container) => [container.name, container]));
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
    const byName = new Map(finding_containersOf(definition).map((container) => [container.name, container]));
    return finding_containersOf(definition).flatMap(({ container, path }) => (container.dependsOn ?? []).flatMap(({ containerName = '', condition }, index) => {
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

;// CONCATENATED MODULE: ./build/task-definition/fargate-rules.js




/** The rules about Fargate, about the size of a task, and about what needs an execution role. */
const fargateRules = [
    sizesAreReadable,
    sizeIsOffered,
    networkModeIsAwsvpc,
    logDriversAreOffered,
    executionRoleIsGiven,
];
function onFargate(definition) {
    return definition.requiresCompatibilities?.includes('FARGATE') === true;
}
/** `Invalid 'cpu' setting for task.` */
function sizesAreReadable({ cpu, memory }) {
    const findings = [];
    if (cpu !== undefined && cpuUnits(cpu) === undefined) {
        findings.push({
            message: `cpu cannot be ${JSON.stringify(cpu)}.`,
            remedy: 'Write CPU units, "1024", or vCPUs, "1 vCPU".',
            path: ['cpu'],
        });
    }
    if (memory !== undefined && memoryMib(memory) === undefined) {
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
    const cpu = cpuUnits(definition.cpu ?? '');
    const memory = memoryMib(definition.memory ?? '');
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
    return finding_containersOf(definition).flatMap(({ container, path, name }) => {
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
    const reasons = finding_containersOf(definition).flatMap((placed) => reasonsFor(placed, onFargate(definition)));
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
    return finding_containersOf(definition).flatMap(({ container, path, name }) => (container.mountPoints ?? []).flatMap(({ sourceVolume }, index) => {
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
    const problems = targets.problems.map((problem) => ({
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
    const rendered = { ...file, definition };
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
function unknownContainers(names, { containerName, images, placeholders }) {
    const given = [
        ...(containerName === undefined ? [] : namesIn(containerName)).map((name) => ({
            name,
            input: 'container-name',
        })),
        ...[...(images?.keys() ?? [])]
            .filter((name) => placeholders?.has(`images.${name}`) !== true)
            .map((name) => ({ name, input: 'images' })),
    ];
    return given
        .filter(({ name }) => !names.includes(name))
        .map(({ name, input }) => ({
        message: `The task definition has no container ${name}.`,
        remedy: (0,nearest/* suggestion */.h)(name, names, `Its containers: ${names.join(', ')}.`),
        input,
    }));
}
function ambiguous(input, names) {
    return {
        message: `The input ${input} does not say for which of the containers it is: ${names.join(', ')}.`,
        remedy: input === 'image' ? 'Give container-name, or use images.' : 'Give container-name.',
        input,
    };
}
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

// EXTERNAL MODULE: ./build/deploy/render-inputs.js
var render_inputs = __webpack_require__(4512);
;// CONCATENATED MODULE: ./build/deploy/workflow.js
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

;// CONCATENATED MODULE: ./build/deploy/load.js










/**
 * The desired state: inputs and the files they name, read, resolved and checked. Asks nothing of AWS.
 * Throws a UserError with all problems of all files.
 */
async function loadRequest(inputs, context) {
    const { action, environment } = context;
    const run = runIdentity(environment);
    const [revision, codeDeploy] = await Promise.all([
        loadRevision(inputs, context),
        loadCodeDeploy(inputs, { ...context, run }),
    ]);
    const volume = volumeOf(inputs);
    if (!revision.ok || !codeDeploy.ok || !volume.ok) {
        throw new problem/* UserError */.yo([
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
        },
        pinImages: inputs['pin-images'],
        dryRun: inputs['dry-run'],
        wait: inputs['wait-for-service-stability'],
        ...(waitMinutes === undefined ? {} : { waitMinutes }),
    };
}
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
    const file = parseInterpolated(document.value, placeholderValues(inputs, environment), (resolved) => parseTaskDefinition(resolved, givenLater(inputs)));
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
function descriptionProblem(words, run) {
    const limit = wordsLimit(run);
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
    return parseInterpolated(document.value, placeholderValues(inputs, environment), parseAppSpec);
}
const workspaceOf = (environment) => environment['GITHUB_WORKSPACE'] ?? '.';

// EXTERNAL MODULE: ./build/report/outputs.js
var outputs = __webpack_require__(4121);
// EXTERNAL MODULE: ./build/report/summary.js
var summary = __webpack_require__(4611);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/github/system-clock.js

/** The monotonic clock of this process. */
const systemClock = {
    now: () => performance.now(),
    timeout: (milliseconds) => AbortSignal.timeout(Math.ceil(milliseconds)),
    sleep: async (milliseconds, signal) => {
        await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }).catch((error) => {
            if (!signal.aborted)
                throw error;
        });
    },
};

;// CONCATENATED MODULE: ./build/github/deploy-action.js










/** What both deploy actions do with their inputs. */
async function deployAction(action, inputs, runner) {
    const environment = process.env;
    const region = regionOf(environment);
    checkEnvironment(environment);
    const request = await loadRequest(inputs, { action, environment, notice: runner.notice });
    const outcome = await deploy(request, {
        aws: awsClients({ region, maxRetries: inputs['max-retries'] }),
        clock: systemClock,
        chance: Math.random,
        log: runner,
        signal: runner.signal,
        started: (handle) => runner.saveState('deployment', handle),
    });
    const sentence = (0,sentences/* outcomeSentence */.yz)(outcome);
    const isGood = (0,deploy_outcome/* isGreen */.gf)(outcome.verdict.status);
    if (isGood)
        runner.say(sentence);
    return {
        outputs: (0,outputs/* deployOutputs */.gf)(outcome),
        summary: (0,summary/* renderSummary */.B)(outcome),
        problems: outcome.problems,
        ...(isGood ? {} : { failure: `${outcome.verdict.status}: ${sentence}` }),
    };
}


/***/ })

};
