export const id = 489;
export const ids = [489];
export const modules = {

/***/ 5103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ CREDENTIAL_INPUTS)
/* harmony export */ });
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6447);

/** Inputs by which an action gets its credentials itself; the names are those of aws-actions. */
const CREDENTIAL_INPUTS = {
    'role-to-assume': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)({
        what: 'the ARN of an IAM role',
        pattern: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
        example: 'arn:aws:iam::123456789012:role/deployer',
    }, {
        description: 'ARN of a role that the action assumes itself, by a token of GitHub; the job needs `permissions: id-token: write`. The credentials are renewed before they end and stay in the memory of this step. Without it those of the environment are used.',
    }),
    'role-session-name': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .formed */ .Gd)({
        what: 'the name of a session: 2 to 64 letters, digits and the characters _+=,.@-',
        pattern: /^[\w+=,.@-]{2,64}$/,
        example: 'deploy-web',
    }, {
        description: 'Name of the session, which CloudTrail shows. The default is made of the repository and the run id.',
    }),
    'role-duration-seconds': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        min: 900,
        max: 43_200,
        default: '3600',
        description: 'How long credentials of the role are good for before they are renewed; at most the maximum session duration of the role. A deployment may take longer.',
    }),
};


/***/ }),

/***/ 2489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U_: () => (/* binding */ DEPLOY_INPUTS),
/* harmony export */   W_: () => (/* binding */ POINTLESS_INPUTS),
/* harmony export */   j$: () => (/* binding */ REFUSED_INPUTS)
/* harmony export */ });
/* harmony import */ var _inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(281);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6447);
/* harmony import */ var _service_volume_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3472);
/* harmony import */ var _credential_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5103);
/* harmony import */ var _render_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4512);





/** Inputs that both deploy actions have; the names are those of aws-actions where the concept is the same. */
const DEPLOY_INPUTS = {
    'task-definition': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        required: true,
        description: 'What to deploy: the path of a task definition file (JSON, JSONC or YAML), which is registered exactly as it is; or a registered revision as `family:revision` or ARN, which is deployed without registering anything.',
    }),
    service: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ required: true, description: 'Name or ARN of the ECS service.' }),
    cluster: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ default: 'default', description: 'Name or ARN of the cluster.' }),
    ..._render_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .RENDER_INPUTS */ .n,
    vars: (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)({
        description: 'Values of the placeholders `vars.NAME` in files, as a YAML or JSON mapping.',
    }),
    'pin-images': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        default: 'false',
        description: 'Replace each tag of an image in Amazon ECR by its digest before registering, so that the revision always means the same image and can be returned to.',
    }),
    'wait-for-service-stability': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        default: 'true',
        description: 'Watch the deployment to its end. With `false` the step ends as `started` when the deployment is, and proves nothing.',
    }),
    'wait-for-minutes': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 1,
        max: 360,
        description: 'How long to watch, a rollback included, in whole minutes. The default is 30; with CodeDeploy 30 plus the wait times of the deployment group that apply.',
    }),
    'when-in-progress': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['fail', 'wait', 'replace', 'join'], {
        default: 'fail',
        description: 'What to do when another deployment is under way on the service, before anything is changed: `fail`; `wait` until it has ended; `replace` it, which stops it with a rollback and waits for that; `join` it when it deploys the same revision, which only watches it. Waiting is limited by `wait-for-minutes`.',
    }),
    'stop-after-failed-tasks': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 1,
        max: 1_000,
        default: '3',
        description: 'After how many tasks of the new revision that stopped for the same cause this run ends the deployment itself, instead of minutes or an hour later. Causes that no retry heals (an image, a secret or a log group that is missing, a wrong architecture) end it at the second task.',
    }),
    'on-failure': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['rollback', 'leave'], {
        default: 'rollback',
        description: 'What becomes of a deployment that this run ends: `rollback` to what served before, watched to its end; or `leave`, which ends the step and leaves what is there to be looked at. With CodeDeploy `leave` stops the deployment without a rollback; ECS goes on with it.',
    }),
    'stable-for': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 3_600,
        description: 'Seconds for which all tasks of the new revision must have been up, without a crash, before the step is green. The default is 30 for a service with neither load balancer, container health check nor bake time, else 0. A crash after ECS called the deployment completed is a failure, and `on-failure` applies. What runs already is `unchanged` once its tasks have outlived those that crashed; 0 turns that off, too. An explicit `wait-for-minutes` must be longer. With the controller CODE_DEPLOY nothing but 0.',
    }),
    'on-cancel': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['leave', 'rollback'], {
        default: 'leave',
        description: 'What becomes of the deployment when the job is cancelled: `leave` it to AWS, or `rollback` to what served before. The rollback is asked for at once and watched for up to 2 minutes by the post step.',
    }),
    'suspend-scaling': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['none', 'in', 'all'], {
        default: 'none',
        description: 'What Application Auto Scaling is kept from until this step ends: `none`; scaling `in`; or `all`, scaling out and scheduled scaling as well. What was suspended before stays so, and exactly that state is restored at the end, by the post step when this one is cut off, or by the next run that suspends.',
    }),
    'force-new-deployment': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: 'Start new tasks though nothing has changed. Not with the controller CODE_DEPLOY.',
    }),
    'desired-count': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 10_000,
        description: 'Number of tasks. Leave it out where Application Auto Scaling sets the count. Not with the controller CODE_DEPLOY.',
    }),
    'propagate-tags': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['SERVICE', 'TASK_DEFINITION', 'NONE'], {
        description: 'Where the tags of tasks come from. Left as it is unless given. Not with the controller CODE_DEPLOY.',
    }),
    'enable-ecs-managed-tags': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: 'Whether ECS tags tasks with cluster and service. Left as it is unless given. Not with the controller CODE_DEPLOY.',
    }),
    'service-managed-ebs-volume-name': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Name of the volume that `service-managed-ebs-volume` is for: one of the task definition with `configuredAtLaunch: true`. Not with the controller CODE_DEPLOY.',
    }),
    'service-managed-ebs-volume': (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .document */ .Al)('YAML or JSON object', _service_volume_js__WEBPACK_IMPORTED_MODULE_2__/* .readManagedVolume */ .y, {
        description: 'Settings of the Amazon EBS volume that each task gets, as a ServiceManagedEBSVolumeConfiguration of the API: `roleArn`, and `sizeInGiB` or `snapshotId`, are required. Replaces the settings of the service. Not with the controller CODE_DEPLOY.',
    }),
    strategy: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'], {
        description: 'How ECS deploys the service from now on. Left as it is unless given, as are the settings below. Not with the controller CODE_DEPLOY.',
    }),
    'canary-percent': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .tenths */ .TP)({
        min: 0.1,
        max: 100,
        description: 'Percent of the production traffic that is shifted first, with the strategy CANARY.',
    }),
    'canary-bake-minutes': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 1_440,
        description: 'Minutes until the rest of the traffic is shifted, with the strategy CANARY.',
    }),
    'linear-step-percent': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .tenths */ .TP)({
        min: 3,
        max: 100,
        description: 'Percent of the production traffic that each step shifts, with the strategy LINEAR.',
    }),
    'linear-step-bake-minutes': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 1_440,
        description: 'Minutes between two steps, with the strategy LINEAR.',
    }),
    'bake-minutes': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 1_440,
        description: 'Minutes for which both revisions run once all traffic is shifted, with the strategies BLUE_GREEN, LINEAR and CANARY. Needed where `strategy` changes the service to one of these.',
    }),
    alarms: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .formedLines */ .T3)({ what: 'the name of a CloudWatch alarm', pattern: /^[^\p{Cc}]{1,255}$/u, example: 'web-5xx' }, {
        description: 'Names of the CloudWatch alarms that roll a deployment back, one a line; they replace those of the service. Not with the controller CODE_DEPLOY.',
    }),
    ..._credential_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .CREDENTIAL_INPUTS */ .m,
    'dry-run': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({ default: 'false', description: 'Check everything and print the plan; change nothing.' }),
    'max-retries': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        min: 0,
        max: 20,
        default: '3',
        description: 'How often a read is tried again when AWS throttles, fails or does not answer. Calls that change something are only tried again when AWS throttled them.',
    }),
};
const RUN_TASK_INPUTS = [
    'run-task',
    'run-task-container-overrides',
    'run-task-security-groups',
    'run-task-subnets',
    'run-task-assign-public-ip',
    'run-task-launch-type',
    'run-task-capacity-provider-strategy',
    'run-task-managed-ebs-volume',
    'run-task-managed-ebs-volume-name',
    'run-task-started-by',
    'run-task-tags',
    'wait-for-task-stopped',
];
/** Inputs of the official deploy and render actions that are refused here, with what to use instead. */
const REFUSED_INPUTS = {
    ...Object.fromEntries(RUN_TASK_INPUTS.map((name) => [name, 'Run one-off tasks in a step of their own, before this one.'])),
    'task-definition-arn': 'Give the ARN as task-definition: that revision is deployed as it is.',
    'task-definition-family': 'Give a file as task-definition, or family:revision: the newest revision of a family is never a base.',
    'task-definition-revision': 'Give family:revision as task-definition.',
};
/** Inputs of the official deploy action that do nothing here, and why. */
const POINTLESS_INPUTS = {
    'wait-max-delay-seconds': 'Deployments are looked at every 1 to 5 seconds.',
    'keep-null-value-keys': 'The file is registered as it is; members that are null mean the same as absent ones.',
};


/***/ }),

/***/ 4512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderInputs),
/* harmony export */   n: () => (/* binding */ RENDER_INPUTS)
/* harmony export */ });
/* harmony import */ var _inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(281);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6447);
/* harmony import */ var _task_definition_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(338);



const role = {
    what: 'the ARN of an IAM role',
    pattern: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    example: 'arn:aws:iam::123456789012:role/web',
};
const object = {
    what: 'the ARN of an object in Amazon S3',
    pattern: /^arn:[\w-]+:s3:::[^/\s]+\/\S.*$/,
    example: 'arn:aws:s3:::settings/web.env',
};
/** Inputs that change a task definition file before it is registered; the names are those of aws-actions. */
const RENDER_INPUTS = {
    image: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'Image for one container, best by digest (`repository@sha256:…`). With several containers `container-name` says for which. Also the value of the placeholder `image` in the file.',
    }),
    'container-name': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: 'The container that `image` and the inputs from `environment-variables` to `env-files` are for; several are separated by commas. Not needed when there is only one.',
    }),
    images: (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)({
        description: 'Images by name, as a YAML or JSON mapping of container name to image, such as the output `images` of build-push. Names that neither a container nor a placeholder of this file has are left out with a notice, where others are for it. Also the values of the placeholders `images.NAME` in the file, and of `image` where one of its containers is named.',
    }),
    'environment-variables': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS)({
        description: 'Environment variables of the container, one `NAME=VALUE` a line, added to those of the file. Secrets belong under `secrets`: these values are stored as plain text in the task definition.',
    }),
    secrets: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .references */ .Ft)({
        description: 'Variables of the container that ECS reads from Systems Manager or Secrets Manager, one `NAME=VALUEFROM` a line, where VALUEFROM is the ARN of a parameter or secret, or the name of a parameter. Added to those of the file.',
    }),
    command: (0,_inputs_document_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)({
        description: 'The command of the container. A YAML or JSON list is taken item by item, which is exact; a plain text is cut at its blanks and may have no quotes. Replaces the one of the file.',
    }),
    'docker-labels': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS)({
        description: 'Docker labels of the container, one `KEY=VALUE` a line, added to those of the file.',
    }),
    'log-configuration-log-driver': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(_task_definition_values_js__WEBPACK_IMPORTED_MODULE_2__/* .logDrivers */ .In, {
        description: 'Log driver of the container. Replaces the one of the file; the options of the file stay.',
    }),
    'log-configuration-options': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .pairs */ .AS)({
        description: 'Options of the log driver, one `KEY=VALUE` a line, added to those of the file. A value may contain equals signs.',
    }),
    'env-files': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .formedLines */ .T3)(object, {
        description: 'Files of environment variables in Amazon S3, one ARN a line, for the container. Replace those of the file.',
    }),
    'task-role-arn': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .formed */ .Gd)(role, {
        description: 'ARN of the role that the containers have. Replaces the one of the file.',
    }),
    'execution-role-arn': (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .formed */ .Gd)(role, {
        description: 'ARN of the role with which ECS pulls images, reads secrets and writes logs. Replaces the one of the file.',
    }),
};
/** The inputs as the task definition knows them. */
function renderInputs(inputs) {
    return {
        image: inputs.image,
        containerName: inputs['container-name'],
        images: inputs.images,
        environment: inputs['environment-variables'],
        secrets: inputs.secrets,
        command: inputs.command,
        dockerLabels: inputs['docker-labels'],
        logDriver: inputs['log-configuration-log-driver'],
        logOptions: inputs['log-configuration-options'],
        environmentFiles: inputs['env-files'],
        taskRoleArn: inputs['task-role-arn'],
        executionRoleArn: inputs['execution-role-arn'],
    };
}


/***/ }),

/***/ 281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ document),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   pq: () => (/* binding */ mapping)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7422);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(787);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5449);



/**
 * The words of a command: a YAML or JSON list is taken item by item; a plain text is cut at its blanks. A plain
 * text with quotes is refused: a shell would keep together what they hold, and cutting there is never meant.
 */
const words = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)('text, or YAML or JSON list', options, (given) => {
    const isList = /^\s*(?:\[|-\s)/.test(given);
    if (isList)
        return readTree(given, readWords);
    if (!/["'`]/.test(given))
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(given.trim().split(/\s+/));
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
        message: 'It has quotes, which mean nothing in a plain text: it is cut at every blank.',
        remedy: 'Write it as a list, such as ["sh", "-c", "exec web --port 80"].',
    });
});
function readWords(node) {
    if (node.kind !== 'list') {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
            message: 'It is not a list of texts.',
            remedy: 'Write a list, such as ["web", "--port", "80"].',
        });
    }
    const texts = node.items.map(writtenText);
    const problems = texts.flatMap((text, index) => text === undefined
        ? [
            {
                message: `Item ${index + 1} of the list is not a text.`,
                remedy: 'Put it in quotes, or remove it.',
            },
        ]
        : []);
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(texts.filter((text) => text !== undefined));
}
/** A YAML or JSON value that `read` makes something of. Its problems may have places: they get the input's lines. */
const document = (type, read, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I)(type, options, (given) => readTree(given, read));
/** A YAML or JSON mapping of names to texts; numbers and booleans are taken as they are written. */
const mapping = (options) => document('YAML or JSON mapping', readMapping, options);
function readTree(given, read) {
    const tree = (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTree */ .cZ)(given, 'input');
    const result = tree.ok ? read(tree.value) : tree;
    return result.ok ? result : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...result.problems.map(withoutFile));
}
function readMapping(node) {
    if (node.kind !== 'object') {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)({
            message: 'It is not a mapping of names to texts.',
            remedy: 'Write one "NAME: text" a line.',
        });
    }
    const values = new Map();
    const problems = [];
    for (const { key, value } of node.members) {
        const text = writtenText(value);
        if (text !== undefined)
            values.set(key, text);
        else {
            problems.push({
                message: `The value of ${key} is not a text.`,
                remedy: `Write "${key}: text" on one line.`,
            });
        }
    }
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(values);
}
/** A text, a number or a boolean as it is written; nothing else is a text. */
function writtenText(node) {
    switch (node.kind) {
        case 'text':
            return node.value;
        case 'number':
            return node.source;
        case 'boolean':
            return String(node.value);
        case 'object':
        case 'list':
        case 'null':
            return undefined;
    }
}
/** A problem inside an input's text has a line of that text, but no file. */
function withoutFile({ location, ...problem }) {
    if (location?.line === undefined)
        return problem;
    return { ...problem, message: `Line ${location.line}: ${problem.message}` };
}


/***/ }),

/***/ 6447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   Gd: () => (/* binding */ formed),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   T3: () => (/* binding */ formedLines),
/* harmony export */   TP: () => (/* binding */ tenths),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(787);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5449);


/** Any text. */
const text = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('text', options, (given) => (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(given.trim()));
/** Names, each once. */
const names = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('names, one a line or separated by commas', options, (given) => {
    const found = given
        .split(/[,\r\n]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');
    const again = found.find((name, index) => found.indexOf(name) !== index);
    if (again !== undefined) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({ message: `${again} is named twice.`, remedy: 'Name each once.' });
    }
    return found.length > 0
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(found)
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({ message: 'It names nothing.', remedy: 'Write one name a line.' });
});
/** A whole number in decimal digits, within bounds. */
const integer = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)(`whole number, ${options.min} to ${options.max}`, options, (given) => {
    const digits = given.trim();
    const value = /^(?:\d+|-[1-9]\d*)$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= options.min && value <= options.max
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value)
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
            message: `"${given.trim()}" is not a whole number from ${options.min} to ${options.max}.`,
            remedy: 'Write it in digits, without unit or decimal point.',
        });
});
/** A number with at most one decimal place, within bounds. */
const tenths = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)(`number, ${options.min} to ${options.max}`, options, (given) => {
    const digits = given.trim();
    const value = /^\d+(?:\.\d)?$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= options.min && value <= options.max
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value)
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
            message: `"${digits}" is not a number from ${options.min} to ${options.max} with at most one decimal place.`,
            remedy: 'Write it in digits, without unit, such as 12.5.',
        });
});
const BOOLEANS = new Map([
    ...['true', 'True', 'TRUE'].map((word) => [word, true]),
    ...['false', 'False', 'FALSE'].map((word) => [word, false]),
]);
/** true or false, in the spellings of the YAML 1.2 core schema that \@actions/core accepts too. */
const flag = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('true or false', options, (given) => {
    const value = BOOLEANS.get(given.trim());
    return value === undefined
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({ message: `"${given.trim()}" is neither true nor false.`, remedy: 'Write true or false.' })
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
});
/** One of a few words. */
const choice = (words, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)(words.map((word) => `\`${word}\``).join(', '), options, (given) => {
    const value = words.find((word) => word === given.trim());
    return value === undefined
        ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
            message: `"${given.trim()}" is not one of the possible values.`,
            remedy: `Use ${words.join(' or ')}.`,
        })
        : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
});
/** A text that `read` makes something of. */
const checked = (read, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('text', options, (given) => read(given.trim()));
/** A text of one form. */
const formed = (form, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('text', options, (given) => {
    const value = given.trim();
    if (form.pattern.test(value))
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(value);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)({
        message: `${JSON.stringify(value.slice(0, longestShown))} is not ${form.what}.`,
        remedy: `Write it as in ${form.example}.`,
    });
});
/** Texts of one form, one a line. */
const formedLines = (form, options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('lines', options, (given) => {
    const lines = given.split(/\r?\n/).map((line) => line.trim());
    const problems = lines.flatMap((line, index) => line === '' || form.pattern.test(line)
        ? []
        : [
            {
                message: `Line ${index + 1} is not ${form.what}.`,
                remedy: `Write one a line, as in ${form.example}.`,
            },
        ]);
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(lines.filter((line) => line !== ''));
});
const longestShown = 200;
/** NAME=VALUE, one a line. Values are taken as they are: no quotes, no expansion. */
const pairs = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('lines of NAME=VALUE', options, readPairs);
/** The same where a value names something: it has no blanks around it and is not empty. */
const references = (options) => (0,_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I)('lines of NAME=VALUE', options, (given) => {
    const read = readPairs(given);
    if (!read.ok)
        return read;
    const values = new Map([...read.value].map(([name, value]) => [name, value.trim()]));
    const empty = [...values].filter(([, value]) => value === '');
    if (empty.length === 0)
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(values);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...empty.map(([name]) => ({
        message: `${name} has nothing behind the equals sign.`,
        remedy: 'Write what it refers to, or remove the line.',
    })));
});
function readPairs(given) {
    const values = new Map();
    const problems = [];
    for (const [index, line] of given.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const cut = line.indexOf('=');
        const name = line.slice(0, cut).trim();
        if (cut < 0 || name === '') {
            // The text is not repeated: it may hold a secret.
            problems.push({
                message: `Line ${index + 1} is not NAME=VALUE.`,
                remedy: 'Write one NAME=VALUE a line.',
            });
        }
        else if (values.has(name)) {
            problems.push({
                message: `${name} is given twice (line ${index + 1}).`,
                remedy: 'Keep one of them.',
            });
        }
        else {
            values.set(name, line.slice(cut + 1));
        }
    }
    return problems.length > 0 ? (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)(...problems) : (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(values);
}


/***/ }),

/***/ 5449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
function spec(type, options, read) {
    const byDefault = options.default;
    const required = options.required ?? false;
    return {
        type,
        description: options.description,
        required,
        ...(byDefault === undefined ? {} : { default: byDefault }),
        given: required || byDefault !== undefined,
        read,
    };
}


/***/ })

};
