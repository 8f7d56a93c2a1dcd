export const id = 542;
export const ids = [542];
export const modules = {

/***/ 542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/github/run-action.js + 3 modules
var run_action = __webpack_require__(844);
// EXTERNAL MODULE: ./build/deploy/inputs.js + 1 modules
var inputs = __webpack_require__(5218);
// EXTERNAL MODULE: ./build/inputs/kinds.js
var kinds = __webpack_require__(6447);
// EXTERNAL MODULE: ./build/report/outputs.js
var outputs = __webpack_require__(4121);
;// CONCATENATED MODULE: ./build/actions/bluegreen-deploy/inputs.js



const action = {
    name: 'bluegreen-deploy',
    title: 'ECS Deploy Toolkit: blue/green deploy',
    description: 'Deploys a task definition to an Amazon ECS service by CodeDeploy blue/green, and says truthfully how it ended',
    inputs: {
        ...inputs/* DEPLOY_INPUTS */.U_,
        'codedeploy-appspec': (0,kinds/* text */.Qq)({
            description: 'Path of an AppSpec file (YAML or JSON). Its task definition is always replaced by the one that is deployed. Without it the AppSpec is built from the service.',
        }),
        'codedeploy-application': (0,kinds/* text */.Qq)({
            description: 'Name of the CodeDeploy application. Found by the service when neither this nor `codedeploy-deployment-group` is given; with the group alone `AppECS-CLUSTER-SERVICE`.',
        }),
        'codedeploy-deployment-group': (0,kinds/* text */.Qq)({
            description: 'Name of the deployment group. Found by the service when neither this nor `codedeploy-application` is given; with the application alone `DgpECS-CLUSTER-SERVICE`.',
        }),
        'codedeploy-deployment-description': (0,kinds/* text */.Qq)({
            description: 'Words of your own for the description of the deployment, after those that say which run started it.',
        }),
        'codedeploy-deployment-config': (0,kinds/* text */.Qq)({
            description: 'Deployment configuration, such as `CodeDeployDefault.ECSCanary10Percent5Minutes`. The default is that of the group.',
        }),
        'wait-for-termination': (0,kinds/* flag */.Jt)({
            default: 'false',
            description: 'Watch until the old task set is terminated, instead of until all traffic is shifted and the last hook has ended.',
        }),
        'end-previous-wait': (0,kinds/* flag */.Jt)({
            default: 'false',
            description: 'When an earlier deployment has shifted all traffic and only waits to terminate the old task set, end that wait first. Otherwise it stands in the way.',
        }),
    },
    outputs: outputs/* DEPLOY_OUTPUTS */.bE,
    hasPost: true,
    refusedOutputs: outputs/* REFUSED_OUTPUTS */.Kz,
    refused: inputs/* REFUSED_INPUTS */.j$,
    pointless: inputs/* POINTLESS_INPUTS */.W_,
};

;// CONCATENATED MODULE: ./build/actions/bluegreen-deploy/main.js


/** What deploys is loaded once the inputs have passed: it is most of the bundle. */
const run = () => (0,run_action/* runAction */.C)(action, async (inputs, runner) => {
    const { deployAction } = await Promise.all(/* import() */[__webpack_require__.e(580), __webpack_require__.e(583)]).then(__webpack_require__.bind(__webpack_require__, 7583));
    return deployAction(action.name, inputs, runner);
});


/***/ })

};
