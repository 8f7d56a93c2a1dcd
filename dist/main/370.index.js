export const id = 370;
export const ids = [370];
export const modules = {

/***/ 8075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ checkEnvironment),
/* harmony export */   j: () => (/* binding */ unusedCredentials)
/* harmony export */ });
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);

/**
 * Checks the variables that the SDK reads by itself: where it stumbles over one it does not say which.
 * Credentials are not asked about where a role is assumed. Throws a UserError with all problems. No value
 * is repeated: it may be secret.
 */
function checkEnvironment(environment, uses) {
    const problems = [...(uses.role ? [] : credentialProblems(environment)), ...endpointProblems(environment)];
    if (problems.length > 0)
        throw new _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems);
}
/** What to say of credentials that are there and not used, since a role is assumed; undefined for none. */
function unusedCredentials(environment) {
    const name = SOURCES.find((variable) => (environment[variable] ?? '') !== '');
    if (name === undefined)
        return undefined;
    return {
        message: `The credentials of ${name} are not used: role-to-assume is given.`,
        remedy: 'Remove what sets the variable, unless another step needs it.',
        input: 'role-to-assume',
    };
}
const SOURCES = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];
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


/***/ }),

/***/ 8127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ awsFailure)
/* harmony export */ });
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
const CREDENTIALS = new Set([
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
    if (CREDENTIALS.has(code) || isUnreadableFile(error))
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


/***/ }),

/***/ 4084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ audienceOf),
/* harmony export */   fP: () => (/* binding */ readRole),
/* harmony export */   kp: () => (/* binding */ roleOf)
/* harmony export */ });
/* harmony import */ var _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);

/** The role that the inputs ask for; undefined where none is. Throws a UserError where a name has no role. */
function roleOf(inputs, environment) {
    const arn = inputs['role-to-assume'];
    const name = inputs['role-session-name'];
    if (arn !== undefined) {
        return { arn, sessionName: name ?? sessionName(environment), seconds: inputs['role-duration-seconds'] };
    }
    if (name === undefined)
        return undefined;
    throw new _inputs_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo({
        message: 'role-session-name is given, but no role to assume.',
        remedy: 'Give role-to-assume too, or leave role-session-name out.',
        input: 'role-session-name',
    });
}
/** Whom the token is for: in China STS has another name. */
const audienceOf = ({ arn }) => arn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
const LONGEST_NAME = 64;
/** `OWNER-REPOSITORY-RUN`, in the characters and the length that AWS takes: the run is never cut. */
function sessionName(environment) {
    const repository = environment['GITHUB_REPOSITORY'] || 'ecs-deploy-toolkit';
    const run = environment['GITHUB_RUN_ID'] || '';
    const suffix = run === '' ? '' : `-${run}`;
    const whole = `${repository.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    return whole.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, LONGEST_NAME);
}
/** A role as it was written as JSON; undefined where the text holds none. */
function readRole(text) {
    const [value] = parseJson(text);
    if (typeof value !== 'object' || value === null)
        return undefined;
    if (!('arn' in value) || !('sessionName' in value) || !('seconds' in value))
        return undefined;
    const { arn, sessionName: name, seconds } = value;
    if (typeof arn !== 'string' || typeof name !== 'string' || typeof seconds !== 'number')
        return undefined;
    return { arn, sessionName: name, seconds };
}
function parseJson(text) {
    try {
        return [JSON.parse(text)];
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 7676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  T: () => (/* binding */ keptRole)
});

;// CONCATENATED MODULE: ./build/aws/connection.js
// An endpoint that takes the connection and never answers must not hold a deployment.
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };

;// CONCATENATED MODULE: ./build/aws/renewal.js
/**
 * Repeats a call once, with a new session, when AWS says that the session ended: earlier than it was asked for, or
 * by a clock that went on while the process slept. Such an answer means that nothing happened, so it is safe for
 * calls that change something, too. The SDK chooses the credentials of a call within it, so that the second has new ones.
 */
function repeatWithNewSession(stack, credentials) {
    stack.add((next) => async (call) => {
        const used = credentials.inUse();
        try {
            return await next(call);
        }
        catch (error) {
            if (!(error instanceof Error) || !EXPIRED.has(error.name))
                throw error;
            credentials.ended(used);
            return next(call);
        }
    }, { step: 'initialize', name: 'repeatWithNewSession' });
}
const EXPIRED = new Set(['ExpiredTokenException', 'ExpiredToken']);

;// CONCATENATED MODULE: ./build/aws/clients.js


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
    const { credentials } = options;
    const renewed = (client) => {
        if (credentials !== undefined && 'inUse' in credentials) {
            repeatWithNewSession(client.middlewareStack, credentials);
        }
        return client;
    };
    const reads = { ...shared, maxAttempts: options.maxRetries + 1 };
    const once = lazily(async () => {
        const { sendOnce } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(968)]).then(__webpack_require__.bind(__webpack_require__, 7968));
        return { ...shared, retryStrategy: sendOnce(options.maxRetries + 1) };
    });
    return {
        region: options.region,
        ecs: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19))).ECS(reads))),
        codeDeploy: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(507)]).then(__webpack_require__.t.bind(__webpack_require__, 7507, 19))).CodeDeploy(reads))),
        autoScaling: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 1491, 19))).ApplicationAutoScaling(reads))),
        ecr: inRegion(async (region) => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19))).ECR({ ...reads, region }))),
        logs: inRegion(async (region) => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 2684, 19))).CloudWatchLogs({ ...reads, region }))),
        cloudWatch: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(85)]).then(__webpack_require__.t.bind(__webpack_require__, 4085, 19))).CloudWatch(reads))),
        loadBalancing: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19))).ElasticLoadBalancingV2(reads))),
        ecsOnce: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19))).ECS(await once()))),
        codeDeployOnce: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(507)]).then(__webpack_require__.t.bind(__webpack_require__, 7507, 19))).CodeDeploy(await once()))),
        autoScalingOnce: lazily(async () => renewed(new (await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956), __webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 1491, 19))).ApplicationAutoScaling(await once()))),
    };
}
function lazily(make) {
    let made;
    return () => (made ??= make());
}
function inRegion(make) {
    const made = new Map();
    return (region) => {
        const client = made.get(region) ?? make(region);
        made.set(region, client);
        return client;
    };
}

// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/report/full-stop.js
var full_stop = __webpack_require__(7451);
// EXTERNAL MODULE: ./build/aws/role.js
var aws_role = __webpack_require__(4084);
;// CONCATENATED MODULE: ./build/aws/role-problem.js


/** What to tell of a role that cannot be assumed. The token itself is never repeated, only whom it is for. */
function roleProblem({ refusal, token }, role, region) {
    if (token === undefined) {
        return {
            message: `GitHub gave the job no OIDC token: ${refusal.message}`,
            remedy: 'Run the job again; if it stays so, look at https://www.githubstatus.com and the proxy of the runner.',
            input: 'role-to-assume',
        };
    }
    return { ...problemAtAws(refusal, { token, role, region }), input: inputOf(refusal) };
}
const isDurationRefused = ({ message }) => /DurationSeconds/i.test(message);
const inputOf = (refusal) => isDurationRefused(refusal) ? 'role-duration-seconds' : 'role-to-assume';
function problemAtAws(refusal, { token, role, region }) {
    const { code, kind, message } = refusal;
    if (isDurationRefused(refusal)) {
        return {
            message: `${role.arn} gives out no session of ${role.seconds} seconds: ${(0,full_stop/* withFullStop */.u)(message)}`,
            remedy: 'Lower role-duration-seconds, or raise the maximum session duration of the role.',
        };
    }
    if (kind === 'throttled' || kind === 'unknown-effect') {
        return {
            message: `AWS STS in ${region} could not be asked for credentials (${code}: ${message}).`,
            remedy: 'Check the region, the endpoint and the network of the runner, then run the job again.',
        };
    }
    const refused = `${role.arn} cannot be assumed: ${(0,full_stop/* withFullStop */.u)(message)}`;
    if (kind === 'denied')
        return { message: refused, remedy: trustRemedy(token, role) };
    if (code === 'InvalidIdentityTokenException' || code === 'InvalidIdentityToken') {
        return {
            message: refused,
            remedy: `Create the OIDC identity provider https://token.actions.githubusercontent.com with the audience ${(0,aws_role/* audienceOf */.Ox)(role)} in the account of the role.`,
        };
    }
    if (code === 'RegionDisabledException') {
        return {
            message: refused,
            remedy: `Activate AWS STS in ${region} in the account settings of IAM, or correct AWS_REGION.`,
        };
    }
    return { message: refused, remedy: 'Correct role-to-assume, or the role, as AWS says.' };
}
function trustRemedy(token, role) {
    const subject = subjectOf(token);
    const line = subject === undefined
        ? 'the subject of this job as token.actions.githubusercontent.com:sub'
        : `"token.actions.githubusercontent.com:sub": "${subject}"`;
    return `Let the trust policy of the role allow ${line}, with "token.actions.githubusercontent.com:aud": "${(0,aws_role/* audienceOf */.Ox)(role)}"; and check that the role exists.`;
}
/** Whom a token is for; undefined where it cannot be read. */
function subjectOf(token) {
    const part = token.split('.')[1] ?? '';
    try {
        const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
        const claims = JSON.parse(text);
        if (typeof claims !== 'object' || claims === null || !('sub' in claims))
            return undefined;
        return typeof claims.sub === 'string' ? claims.sub : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/aws/credentials.js





/** A session of less than a quarter of an hour does not exist; it is renewed five minutes before its end. */
const RENEWED_BEFORE_MS = 300_000;
/** How long to wait after a renewal has failed, as long as the old session lasts. */
const RETRIED_AFTER_MS = 15_000;
/**
 * Assumes a role by a token of GitHub, and again, with a new token, before each session ends. Throws a
 * UserError where that is not possible at first. Later, a session that cannot be renewed is used to its end;
 * then its credentials throw what `awsFailure` reads: `credentials` where AWS or GitHub refuses, else what
 * broke.
 */
async function assumeRole(role, ports) {
    const first = await openSession(role, ports);
    if ('refusal' in first)
        throw new problem/* UserError */.yo(roleProblem(first, role, ports.client.region));
    let session = first;
    let triedAt = first.askedAt;
    let renewal;
    const renew = () => {
        triedAt = ports.now();
        renewal = openSession(role, ports).finally(() => (renewal = undefined));
        return renewal;
    };
    const credentials = async () => {
        const now = ports.now();
        const age = now - session.askedAt;
        const isOver = age >= role.seconds * 1_000;
        if (age < role.seconds * 1_000 - RENEWED_BEFORE_MS)
            return session.identity;
        if (!isOver && renewal === undefined && triedAt !== session.askedAt && now - triedAt < RETRIED_AFTER_MS) {
            return session.identity;
        }
        const renewed = await (renewal ?? renew());
        if (!('refusal' in renewed))
            session = renewed;
        else if (isOver)
            throw ended(renewed, role);
        return session.identity;
    };
    return Object.assign(credentials, {
        memoized: true,
        inUse: () => session.identity,
        ended: (identity) => {
            if (session.identity === identity)
                session = { ...session, askedAt: -Infinity };
        },
    });
}
async function openSession(role, ports) {
    const askedAt = ports.now();
    let token;
    try {
        token = await ports.idToken((0,aws_role/* audienceOf */.Ox)(role));
        return { askedAt, identity: await identityFor(token, role, ports) };
    }
    catch (error) {
        const refusal = (0,errors/* awsFailure */.M)(error);
        if (refusal === undefined)
            throw error;
        return { refusal, error, token };
    }
}
/** One call of AssumeRoleWithWebIdentity, unsigned, to the STS of the region. */
async function identityFor(webIdentityToken, role, { hide, client }) {
    // Part of the SDK's default credentials, so it is in the bundle anyway.
    const { fromWebToken } = await Promise.all(/* import() */[__webpack_require__.e(609), __webpack_require__.e(956)]).then(__webpack_require__.t.bind(__webpack_require__, 9956, 19));
    const given = await fromWebToken({
        roleArn: role.arn,
        roleSessionName: role.sessionName,
        durationSeconds: role.seconds,
        webIdentityToken,
        clientConfig: {
            region: client.region,
            maxAttempts: client.maxRetries + 1,
            requestHandler: client.requestHandler ?? TIMEOUTS,
            customUserAgent: 'ecs-deploy-toolkit',
            defaultsMode: 'legacy',
        },
    })();
    const { accessKeyId, secretAccessKey, sessionToken = '' } = given;
    for (const secret of [accessKeyId, secretAccessKey, sessionToken])
        hide(secret);
    return { accessKeyId, secretAccessKey, sessionToken };
}
/** The error of a session that ended and could not be followed by another. */
function ended({ refusal, error }, { arn }) {
    switch (refusal.kind) {
        case 'throttled':
        case 'unknown-effect':
        case 'aborted':
            return error;
        case 'denied':
        case 'credentials':
        case 'refused':
            return Object.assign(new Error(`the session of ${arn} ended and could not be renewed: ${refusal.message}`), { name: 'CredentialsProviderError' });
    }
}

// EXTERNAL MODULE: ./build/aws/environment.js
var environment = __webpack_require__(8075);
// EXTERNAL MODULE: ./build/github/id-token.js
var id_token = __webpack_require__(6381);
// EXTERNAL MODULE: ./build/github/system-clock.js
var system_clock = __webpack_require__(1810);
;// CONCATENATED MODULE: ./build/github/connect.js






/**
 * The clients of one step, with credentials that last as long as the step does where it has a role. Throws a
 * UserError where the role cannot be assumed. The role is kept for the post step: see `keptRole`.
 */
async function connect({ role, ...client }, runner) {
    if (role === undefined)
        return awsClients(client);
    (0,id_token/* checkIdTokenRight */.z)(process.env);
    const unused = (0,environment/* unusedCredentials */.j)(process.env);
    if (unused !== undefined)
        runner.notice(unused);
    const { hide, idToken } = runner;
    const credentials = await assumeRole(role, { client, hide, idToken, now: system_clock/* systemClock */.m.now });
    runner.saveState(ROLE, role);
    runner.say(`${role.arn} is assumed as ${role.sessionName}.`);
    return awsClients({ ...client, credentials });
}
const ROLE = 'role';
/** In the post step: the role that the main step assumed; undefined where it assumed none. */
function keptRole(environment) {
    const kept = environment[`STATE_${ROLE}`] ?? '';
    return kept === '' ? undefined : (0,aws_role/* readRole */.fP)(kept);
}


/***/ }),

/***/ 8045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ accessOf),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./build/aws/environment.js
var aws_environment = __webpack_require__(8075);
// EXTERNAL MODULE: ./build/inputs/problem.js
var problem = __webpack_require__(787);
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

// EXTERNAL MODULE: ./build/aws/role.js
var aws_role = __webpack_require__(4084);
// EXTERNAL MODULE: ./build/github/connect.js + 5 modules
var connect = __webpack_require__(7676);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/github/system-clock.js
var system_clock = __webpack_require__(1810);
;// CONCATENATED MODULE: ./build/github/session.js






/** How a step reaches AWS; asks nothing of anybody. Throws a UserError. */
function accessOf(inputs, environment) {
    const region = regionOf(environment);
    const role = (0,aws_role/* roleOf */.kp)(inputs, environment);
    (0,aws_environment/* checkEnvironment */.Q)(environment, { role: role !== undefined });
    return { region, role, maxRetries: inputs['max-retries'] };
}
/** Everything outside that a step touches, once the role is assumed where one is asked for. */
async function openSession(access, runner) {
    return {
        aws: await (0,connect/* connect */.N)(access, runner),
        clock: system_clock/* systemClock */.m,
        chance: Math.random,
        log: runner,
        signal: runner.signal,
        keep: (0,state/* courseKeeper */.Ig)(runner.saveState),
        keepSuspension: (0,state/* suspensionKeeper */.Ym)(runner.saveState),
    };
}


/***/ }),

/***/ 1810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** The monotonic clock of this process. */
const systemClock = {
    now: () => performance.now(),
    timeout: (milliseconds) => AbortSignal.timeout(Math.ceil(milliseconds)),
    sleep: async (milliseconds, signal) => {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch((error) => {
            if (!signal.aborted)
                throw error;
        });
    },
};


/***/ }),

/***/ 174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ describeImages),
/* harmony export */   _: () => (/* binding */ MANIFEST_TYPES)
/* harmony export */ });
/* harmony import */ var _aws_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8127);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2930);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8794);



/** Asks the registry for the digest of each image (BatchGetImage); never throws for want of a permission. */
async function describeImages(ecrIn, images, signal) {
    const entries = [...new Set(images)].map(async (image) => [image, await describeImage(ecrIn, (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .imageReference */ .r)(image), signal)]);
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
            acceptedMediaTypes: MANIFEST_TYPES,
        }, { abortSignal: signal });
        const found = answer.images?.[0];
        const known = found?.imageId?.imageDigest;
        if (known === undefined)
            return { state: 'missing' };
        return {
            state: 'known',
            digest: known,
            children: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .L)(found?.imageManifest).map((child) => child.digest),
        };
    }
    catch (error) {
        const failure = (0,_aws_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .awsFailure */ .M)(error);
        if (failure === undefined || failure.kind === 'aborted' || failure.kind === 'credentials')
            throw error;
        if (failure.code === 'RepositoryNotFoundException')
            return { state: 'missing' };
        return unknown(failure);
    }
}
const unknown = ({ kind, code, message }) => kind === 'denied'
    ? { state: 'unknown', why: 'ecr:BatchGetImage is not allowed', denied: message }
    : { state: 'unknown', why: `${code}: ${message}`, isUnanswered: true };
// Without these ECR converts an index to the image of one platform, which has another digest.
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];


/***/ }),

/***/ 2930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ childrenOf),
/* harmony export */   V: () => (/* binding */ platformText)
/* harmony export */ });
/* harmony import */ var _inputs_foreign_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9283);

/** The images of an index, read from its manifest; none for a single image. */
function childrenOf(manifest) {
    const value = (0,_inputs_foreign_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(manifest ?? '');
    const children = (0,_inputs_foreign_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(value) && Array.isArray(value['manifests']) ? value['manifests'] : [];
    return children.flatMap((child) => {
        if (!(0,_inputs_foreign_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(child) || typeof child['digest'] !== 'string')
            return [];
        return [{ digest: child['digest'], platform: platformText(child['platform']) }];
    });
}
/** `linux/arm64` of `{"os": "linux", "architecture": "arm64"}`; BuildKit writes `unknown/unknown` for attestations. */
function platformText(value) {
    if (!(0,_inputs_foreign_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isMembers */ .gV)(value))
        return undefined;
    const parts = [value['os'], value['architecture'], value['variant']].filter((part) => typeof part === 'string');
    return parts.length < 2 || parts.includes('unknown') ? undefined : parts.join('/');
}


/***/ }),

/***/ 9283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   gV: () => (/* binding */ isMembers),
/* harmony export */   lS: () => (/* binding */ membersOf)
/* harmony export */ });
/** Any JSON, or undefined for a text that is none. */
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const isMembers = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Its members; none of what is no object. */
const membersOf = (value) => (isMembers(value) ? value : {});


/***/ })

};
