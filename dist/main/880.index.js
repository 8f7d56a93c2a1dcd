export const id = 880;
export const ids = [880];
export const modules = {

/***/ 9176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gj: () => (/* binding */ Steps),
/* harmony export */   jd: () => (/* binding */ cacheHitRatio),
/* harmony export */   pB: () => (/* binding */ slowestSteps)
/* harmony export */ });
const KEPT_LINES = 50;
const KEPT_CHARACTERS = 50_000;
/** Folds what BuildKit reports into steps: each is told once, when it has ended. */
class Steps {
    #running = new Map();
    #outputs = new Map();
    #ended = new Map();
    /** Takes one report in; gives the steps that ended by it. */
    add({ steps, outputs }) {
        for (const { id, text } of outputs)
            this.#outputs.set(id, lastLines((this.#outputs.get(id) ?? '') + text));
        return steps.flatMap((event) => this.#addStep(event));
    }
    /** All that have ended, in the order in which they did. */
    get ended() {
        return [...this.#ended.values()];
    }
    // A vertex can begin again after its end, as exporting does to push: it is told once, and took until its last end.
    #addStep(event) {
        const before = this.#running.get(event.id);
        const startedAt = before?.startedAt ?? event.startedAt;
        this.#running.set(event.id, { ...event, startedAt });
        if (event.completedAt === undefined)
            return [];
        const isTold = this.#ended.has(event.id);
        const step = {
            name: event.name,
            took: startedAt === undefined ? 0 : Math.max(0, event.completedAt - startedAt),
            isCached: event.isCached,
            error: event.error,
            output: (this.#outputs.get(event.id) ?? '').split(/\r?\n/).filter((line) => line !== ''),
        };
        this.#ended.set(event.id, step);
        return isTold ? [] : [step];
    }
}
// A bar of progress is one line without end.
const lastLines = (text) => text.slice(-KEPT_CHARACTERS).split('\n').slice(-KEPT_LINES - 1).join('\n');
/** Whether a step is one of the Dockerfile, as against loading, exporting and pushing. */
const isOfDockerfile = ({ name }) => /^\[[^\]]*\d+\/\d+\]/.test(name);
/** Of the steps of the Dockerfile the part that the cache had, from 0 to 1; undefined where there was none. */
function cacheHitRatio(steps) {
    const counted = steps.filter((step) => isOfDockerfile(step) && !/\] FROM /.test(step.name));
    return counted.length === 0
        ? undefined
        : counted.filter(({ isCached }) => isCached).length / counted.length;
}
/** The steps that took longest, the longest first. */
const slowestSteps = (steps, most) => [...steps]
    .filter(({ isCached }) => !isCached)
    .sort((one, other) => other.took - one.took)
    .slice(0, most);


/***/ }),

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
