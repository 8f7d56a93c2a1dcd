export const id = 140;
export const ids = [140];
export const modules = {

/***/ 7140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/github/run-action.js + 2 modules
var run_action = __webpack_require__(7931);
// EXTERNAL MODULE: ./build/deploy/inputs.js
var inputs = __webpack_require__(2489);
// EXTERNAL MODULE: ./build/report/outputs.js
var outputs = __webpack_require__(4121);
;// CONCATENATED MODULE: ./build/actions/ecs-update-service/inputs.js


const forCodeDeploy = 'It is for services with the controller CODE_DEPLOY: use the action bluegreen-deploy.';
const action = {
    name: 'ecs-update-service',
    title: 'ECS Deploy Toolkit: update service',
    description: 'Deploys a task definition to an Amazon ECS service by UpdateService, with or without a load balancer, and says truthfully how it ended',
    inputs: inputs/* DEPLOY_INPUTS */.U_,
    outputs: outputs/* DEPLOY_OUTPUTS */.bE,
    hasPost: true,
    refusedOutputs: outputs/* REFUSED_OUTPUTS */.Kz,
    refused: {
        ...inputs/* REFUSED_INPUTS */.j$,
        'codedeploy-appspec': forCodeDeploy,
        'codedeploy-application': forCodeDeploy,
        'codedeploy-deployment-group': forCodeDeploy,
        'codedeploy-deployment-description': forCodeDeploy,
        'codedeploy-deployment-config': forCodeDeploy,
    },
    pointless: inputs/* POINTLESS_INPUTS */.W_,
};

;// CONCATENATED MODULE: ./build/actions/ecs-update-service/main.js


/** What deploys is loaded once the inputs have passed: it is most of the bundle. */
const run = () => (0,run_action/* runAction */.C)(action, async (inputs, runner) => {
    const { deployAction } = await Promise.all(/* import() */[__webpack_require__.e(718), __webpack_require__.e(547), __webpack_require__.e(482)]).then(__webpack_require__.bind(__webpack_require__, 7482));
    return deployAction(action.name, inputs, runner);
});


/***/ })

};
