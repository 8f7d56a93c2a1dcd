export const id = 283;
export const ids = [283];
export const modules = {

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
