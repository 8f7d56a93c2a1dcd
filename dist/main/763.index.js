export const id = 763;
export const ids = [763,785];
export const modules = {

/***/ 4067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ action)
/* harmony export */ });
/* harmony import */ var _deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2489);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6447);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4121);



const action = {
    name: 'bluegreen-deploy',
    title: 'ECS Deploy Toolkit: blue/green deploy',
    description: 'Deploys a task definition to an Amazon ECS service by CodeDeploy blue/green, and says truthfully how it ended',
    inputs: {
        ..._deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .DEPLOY_INPUTS */ .U_,
        'codedeploy-appspec': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Path of an AppSpec file (YAML or JSON). Its task definition is always replaced by the one that is deployed. Without it the AppSpec is built from the service.',
        }),
        'codedeploy-application': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Name of the CodeDeploy application. Found by the service when neither this nor `codedeploy-deployment-group` is given; with the group alone `AppECS-CLUSTER-SERVICE`.',
        }),
        'codedeploy-deployment-group': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Name of the deployment group. Found by the service when neither this nor `codedeploy-application` is given; with the application alone `DgpECS-CLUSTER-SERVICE`.',
        }),
        'codedeploy-deployment-description': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Words of your own for the description of the deployment, after those that say which run started it.',
        }),
        'codedeploy-deployment-config': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: 'Deployment configuration, such as `CodeDeployDefault.ECSCanary10Percent5Minutes`. The default is that of the group.',
        }),
        'wait-for-termination': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            default: 'false',
            description: 'Watch until the old task set is terminated, instead of until all traffic is shifted and the last hook has ended.',
        }),
        'end-previous-wait': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            default: 'false',
            description: 'When an earlier deployment has shifted all traffic and only waits to terminate the old task set, end that wait first. Otherwise it stands in the way.',
        }),
    },
    outputs: _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .DEPLOY_OUTPUTS */ .bE,
    hasPost: true,
    refusedOutputs: _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .REFUSED_OUTPUTS */ .Kz,
    refused: _deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .REFUSED_INPUTS */ .j$,
    pointless: _deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .POINTLESS_INPUTS */ .W_,
};


/***/ }),

/***/ 563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9813);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4067);


/** What deploys is loaded once the inputs have passed: it is most of the bundle. */
const run = () => (0,_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .action */ .X, async (inputs, runner) => {
    const { deployAction } = await Promise.all(/* import() */[__webpack_require__.e(370), __webpack_require__.e(280), __webpack_require__.e(996), __webpack_require__.e(482)]).then(__webpack_require__.bind(__webpack_require__, 7482));
    return deployAction(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .action */ .X.name, inputs, runner);
});


/***/ }),

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ ROLLBACK_OUTPUTS),
/* harmony export */   Hj: () => (/* binding */ rollbackOutputs),
/* harmony export */   Kz: () => (/* binding */ REFUSED_OUTPUTS),
/* harmony export */   bE: () => (/* binding */ DEPLOY_OUTPUTS),
/* harmony export */   gf: () => (/* binding */ deployOutputs)
/* harmony export */ });
/* harmony import */ var _deploy_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5970);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2695);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4247);
/* harmony import */ var _untrusted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3021);




/** The outputs of a deploy action and what each means: the one source for action.yml and README. */
const DEPLOY_OUTPUTS = {
    status: 'How it ended: `deployed`, `unchanged`, `started`, `paused`, `rolled-back`, `failed`, `superseded`, `timed-out`, `cancelled` or `unknown`. The step is green for the first four alone.',
    reason: 'One sentence that says why.',
    'task-definition-arn': 'ARN of the revision that was asked for.',
    'deployment-id': 'Id of the deployment: `ecs-svc/…` of ECS, or `d-…` of CodeDeploy. Empty when none was started.',
    'codedeploy-deployment-id': 'Id of the CodeDeploy deployment. Empty with the controller ECS.',
    'previous-task-definition-arn': 'ARN of the revision that served before.',
    'running-task-definition-arn': 'ARN of the revision that serves now, as far as this run saw it.',
    'image-verified': 'Whether the running tasks run the image that was asked for: `true`, `false` or `unknown`.',
    diagnosis: 'Why it failed, as JSON on one line: causes, the last lines of logs, what serves now. Empty where no deployment of this step failed.',
    'duration-seconds': 'How long the step took, in whole seconds.',
};
/** The outputs of a rollback, of one service or several. */
const ROLLBACK_OUTPUTS = {
    ...DEPLOY_OUTPUTS,
    status: 'How it ended, as for the deploy actions; with several services the worst of them. The step is green only when all are.',
    reason: 'One sentence that says why; with several services one for each.',
    outcomes: 'JSON list with one object for each service, in the order of the input: `service`, and each of the other outputs. With several services those others are empty, but for `status`, `reason` and `duration-seconds`.',
};
/** The outputs of a step that was refused for its inputs or files. */
const REFUSED_OUTPUTS = {
    status: 'failed',
    'image-verified': 'unknown',
    'duration-seconds': '0',
};
/** The value of each output of a rollback. */
function rollbackOutputs(outcomes) {
    const each = outcomes.map((outcome) => ({ service: outcome.service, ...deployOutputs(outcome) }));
    const [first, ...others] = outcomes;
    if (first === undefined)
        throw new Error('A rollback without a service has no outcome.');
    const worst = outcomes.find(({ verdict }) => !(0,_deploy_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isGreen */ .gf)(verdict.status)) ?? first;
    const whole = others.length === 0
        ? deployOutputs(first)
        : {
            ...NO_DEPLOYMENT,
            status: worst.verdict.status,
            reason: each.map(({ reason }) => reason).join(' '),
            'duration-seconds': String(Math.max(...each.map((one) => Number(one['duration-seconds'])))),
        };
    return { ...whole, outcomes: JSON.stringify(each) };
}
const NO_DEPLOYMENT = {
    'task-definition-arn': '',
    'deployment-id': '',
    'codedeploy-deployment-id': '',
    'previous-task-definition-arn': '',
    'running-task-definition-arn': '',
    'image-verified': '',
    diagnosis: '',
};
/** The value of each output, for every end. */
function deployOutputs(outcome) {
    const { handle } = outcome;
    return {
        status: outcome.verdict.status,
        reason: (0,_untrusted_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessText */ .fT)((0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeSentence */ .y)(outcome)),
        'task-definition-arn': outcome.taskDefinition ?? '',
        'deployment-id': handle?.id ?? '',
        'codedeploy-deployment-id': handle?.kind === 'codedeploy' ? handle.id : '',
        'previous-task-definition-arn': outcome.previousTaskDefinition ?? '',
        'running-task-definition-arn': outcome.runningTaskDefinition ?? '',
        'image-verified': outcome.imageVerified,
        diagnosis: (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosisOutput */ .$O)(outcome.diagnosis),
        'duration-seconds': String(Math.round(outcome.milliseconds / 1_000)),
    };
}


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven)
/* harmony export */ });
/* unused harmony export closestMatch */
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


/***/ })

};
