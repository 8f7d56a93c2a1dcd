export const id = 931;
export const ids = [931];
export const modules = {

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

/***/ 7931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction),
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ./build/inputs/nearest.js + 1 modules
var nearest = __webpack_require__(1004);
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
/** Runs the post step: nothing at all, unless the main step was cut off with something left to do. */
async function runPost() {
    const ending = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => ending.abort());
    const courses = (0,state/* coursesIn */.Gz)(process.env);
    const suspensions = (0,state/* suspensionsIn */.U_)(process.env);
    if (courses.length === 0 && suspensions.length === 0)
        return exit(0);
    const runner = await runnerOf(ending.signal);
    try {
        const { postAction } = await Promise.all(/* import() */[__webpack_require__.e(973), __webpack_require__.e(472), __webpack_require__.e(47), __webpack_require__.e(75)]).then(__webpack_require__.bind(__webpack_require__, 5075));
        return await end(runner, await postAction({ courses, suspensions }, runner));
    }
    catch (error) {
        if (error instanceof problem/* UserError */.yo)
            return end(runner, postRefusal(error.problems));
        runner.crash(error);
        return exit(1);
    }
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
/* harmony export */   Gz: () => (/* binding */ coursesIn),
/* harmony export */   Ig: () => (/* binding */ courseKeeper),
/* harmony export */   U_: () => (/* binding */ suspensionsIn),
/* harmony export */   Ym: () => (/* binding */ suspensionKeeper)
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

/***/ 1004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ nearest),
  h: () => (/* binding */ suggestion)
});

;// CONCATENATED MODULE: ./node_modules/leven/index.js
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}

;// CONCATENATED MODULE: ./build/inputs/nearest.js

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
        const distance = leven(wanted, plain(candidate), { maxDistance: bestDistance });
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
// AWS's sentence: "… is not authorized to perform: ACTION on resource: RESOURCE because …".
const DENIED = /is not authorized to perform: (\S+) on resource: (\S+)/;
/** The remedy for a text of AWS that denies something; undefined for any other text. */
const denialRemedy = (message) => DENIED.test(message) ? deniedRemedy(message) : undefined;
/** A denial in AWS's words, and the line of a policy that would allow it: for what is only warned of. */
const denialLine = (message) => `${(0,_full_stop_js__WEBPACK_IMPORTED_MODULE_0__/* .withFullStop */ .u)(message)} ${deniedRemedy(message)}`;
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
                `✗ ${event.restores ? 'Stopping the deployment with a rollback' : 'Stopping the deployment without a rollback, as asked'} (${event.action}): it cannot succeed. ${causeSentence(event.group)}`,
            ];
        case 'stop-failed':
            return [
                event.isAskedAgain
                    ? `${event.action ?? 'The call'} was not answered (${event.reason}): asking again.`
                    : `✗ The deployment could not be stopped${event.action === undefined ? '' : ` (${event.action})`}: ${event.reason}`,
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


/***/ })

};
