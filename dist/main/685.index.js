export const id = 685;
export const ids = [685];
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

/***/ 5685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/github/run-action.js + 2 modules
var run_action = __webpack_require__(7931);
// EXTERNAL MODULE: ./build/report/outputs.js
var outputs = __webpack_require__(4121);
// EXTERNAL MODULE: ./build/actions/bluegreen-deploy/inputs.js
var inputs = __webpack_require__(4067);
// EXTERNAL MODULE: ./build/deploy/credential-inputs.js
var credential_inputs = __webpack_require__(5103);
// EXTERNAL MODULE: ./build/deploy/inputs.js
var deploy_inputs = __webpack_require__(2489);
// EXTERNAL MODULE: ./build/inputs/kinds.js
var kinds = __webpack_require__(6447);
;// CONCATENATED MODULE: ./build/rollback/inputs.js




const CODEDEPLOY_INPUTS = inputs/* action */.X.inputs;
/** Inputs of the action rollback; what the deploy actions have as well is theirs. */
const ROLLBACK_INPUTS = {
    service: (0,kinds/* names */.Dy)({
        required: true,
        description: 'Name or ARN of the ECS service. Several, one a line or separated by commas, are rolled back side by side, each with a verdict of its own; the step is red if one is.',
    }),
    cluster: deploy_inputs/* DEPLOY_INPUTS */.U_.cluster,
    to: (0,kinds/* formed */.Gd)({
        what: 'a registered revision',
        pattern: /^(?:arn:[\w-]+:ecs:[\w-]*:\d*:task-definition\/)?[\w-]{1,255}:\d+$/,
        example: 'reservation-web:41',
    }, {
        description: 'The revision to return to, as `family:revision` or ARN; for one service alone. Without it the last revision that was deployed successfully before the one that is left.',
    }),
    'when-in-progress': (0,kinds/* choice */.Yq)(['fail', 'wait', 'replace', 'join'], {
        default: 'replace',
        description: 'What to do when a deployment is under way on the service: `replace` it, which stops it with a rollback and waits for that; `wait` until it has ended; `fail`; or `join` it when it deploys the revision to return to. The deployment under way is what is left: by default the revision before it is returned to. A rollback that is under way is never stopped, and a deployment of the revision to return to is joined by `replace`, too.',
    }),
    'wait-for-service-stability': deploy_inputs/* DEPLOY_INPUTS */.U_['wait-for-service-stability'],
    'wait-for-minutes': deploy_inputs/* DEPLOY_INPUTS */.U_['wait-for-minutes'],
    'stop-after-failed-tasks': deploy_inputs/* DEPLOY_INPUTS */.U_['stop-after-failed-tasks'],
    'on-failure': deploy_inputs/* DEPLOY_INPUTS */.U_['on-failure'],
    'stable-for': deploy_inputs/* DEPLOY_INPUTS */.U_['stable-for'],
    'on-cancel': deploy_inputs/* DEPLOY_INPUTS */.U_['on-cancel'],
    'suspend-scaling': deploy_inputs/* DEPLOY_INPUTS */.U_['suspend-scaling'],
    'codedeploy-application': CODEDEPLOY_INPUTS['codedeploy-application'],
    'codedeploy-deployment-group': CODEDEPLOY_INPUTS['codedeploy-deployment-group'],
    'codedeploy-deployment-description': CODEDEPLOY_INPUTS['codedeploy-deployment-description'],
    'codedeploy-deployment-config': (0,kinds/* text */.Qq)({
        default: 'CodeDeployDefault.ECSAllAtOnce',
        description: 'Deployment configuration. All traffic is shifted at once unless another is given, as in the rollbacks of CodeDeploy itself.',
    }),
    ...credential_inputs/* CREDENTIAL_INPUTS */.m,
    'dry-run': deploy_inputs/* DEPLOY_INPUTS */.U_['dry-run'],
    'max-retries': deploy_inputs/* DEPLOY_INPUTS */.U_['max-retries'],
};

;// CONCATENATED MODULE: ./build/actions/rollback/inputs.js


const action = {
    name: 'rollback',
    title: 'ECS Deploy Toolkit: rollback',
    description: 'Returns Amazon ECS services to the revision that was deployed successfully before, whichever controller deploys them',
    inputs: ROLLBACK_INPUTS,
    outputs: outputs/* ROLLBACK_OUTPUTS */.Ci,
    hasPost: true,
    refusedOutputs: outputs/* REFUSED_OUTPUTS */.Kz,
    refused: {
        'task-definition': 'Name the revision to return to with to; a file is deployed by the deploy actions.',
    },
};

;// CONCATENATED MODULE: ./build/actions/rollback/main.js


/** What rolls back is loaded once the inputs have passed: it is most of the bundle. */
const run = () => (0,run_action/* runAction */.C)(action, async (inputs, runner) => {
    const { rollbackAction } = await Promise.all(/* import() */[__webpack_require__.e(718), __webpack_require__.e(547), __webpack_require__.e(188)]).then(__webpack_require__.bind(__webpack_require__, 2188));
    return rollbackAction(inputs, runner);
});


/***/ })

};
