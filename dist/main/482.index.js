export const id = 482;
export const ids = [482];
export const modules = {

/***/ 7482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployAction: () => (/* binding */ deployAction)
/* harmony export */ });
/* harmony import */ var _deploy_deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9461);
/* harmony import */ var _deploy_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7192);
/* harmony import */ var _deploy_outcome_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5970);
/* harmony import */ var _report_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2695);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4121);
/* harmony import */ var _report_outcome_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4247);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4611);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8045);








/** What both deploy actions do with their inputs. */
async function deployAction(action, inputs, runner) {
    const environment = process.env;
    const access = (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .accessOf */ .Y)(inputs, environment);
    const request = await (0,_deploy_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadRequest */ .W$)(inputs, { action, environment, notice: runner.notice });
    const outcome = await (0,_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deploy */ .g)(request, await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .openSession */ .f)(access, runner));
    const sentence = (0,_report_outcome_js__WEBPACK_IMPORTED_MODULE_6__/* .outcomeSentence */ .y)(outcome);
    const isGood = (0,_deploy_outcome_js__WEBPACK_IMPORTED_MODULE_7__/* .isGreen */ .gf)(outcome.verdict.status);
    if (isGood)
        runner.say(sentence);
    return {
        outputs: (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .deployOutputs */ .gf)(outcome),
        summary: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .renderSummary */ .B)(outcome),
        problems: [
            ...outcome.problems,
            ...(outcome.diagnosis === undefined ? [] : (0,_report_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnosisProblems */ .oC)(outcome.diagnosis)),
        ],
        ...(isGood ? {} : { failure: `${outcome.verdict.status}: ${sentence}` }),
    };
}


/***/ })

};
