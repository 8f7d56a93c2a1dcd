export const id = 968;
export const ids = [968];
export const modules = {

/***/ 7968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sendOnce: () => (/* binding */ sendOnce)
/* harmony export */ });
/* harmony import */ var _smithy_core_retry__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3609);

/**
 * The retry strategy of mutating calls: again on throttling alone. After a reset, a time-out or a
 * server fault the effect is unknown, and a second call could start a second deployment.
 */
function sendOnce(maxAttempts) {
    return new ThrottledOnly({ maxAttempts });
}
class ThrottledOnly extends _smithy_core_retry__WEBPACK_IMPORTED_MODULE_0__.StandardRetryStrategy {
    refreshRetryTokenForRetry(token, errorInfo) {
        if (errorInfo.errorType !== 'THROTTLING') {
            return Promise.reject(new Error('The effect of the call is unknown: it is not sent again.'));
        }
        return super.refreshRetryTokenForRetry(token, errorInfo);
    }
}


/***/ })

};
