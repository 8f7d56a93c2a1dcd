export const id = 563;
export const ids = [563];
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
/* harmony import */ var _github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7931);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4067);


/** What deploys is loaded once the inputs have passed: it is most of the bundle. */
const run = () => (0,_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .action */ .X, async (inputs, runner) => {
    const { deployAction } = await Promise.all(/* import() */[__webpack_require__.e(718), __webpack_require__.e(547), __webpack_require__.e(482)]).then(__webpack_require__.bind(__webpack_require__, 7482));
    return deployAction(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .action */ .X.name, inputs, runner);
});


/***/ })

};
