export const id = 542;
export const ids = [542];
export const modules = {

/***/ 542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildAction: () => (/* binding */ buildAction)
});

// EXTERNAL MODULE: ./build/aws/errors.js
var errors = __webpack_require__(8127);
// EXTERNAL MODULE: ./build/inputs/problem.js
var inputs_problem = __webpack_require__(787);
// EXTERNAL MODULE: ./build/images/reference.js
var reference = __webpack_require__(8794);
// EXTERNAL MODULE: ./build/report/failure.js
var report_failure = __webpack_require__(897);
;// CONCATENATED MODULE: ./build/build/login/describe.js
/** Asks for a token (GetAuthorizationToken); it is good for twelve hours. */
async function describeToken(ecr, signal) {
    const { authorizationData = [] } = await ecr.getAuthorizationToken({}, { abortSignal: signal });
    const [data] = authorizationData;
    if (data?.authorizationToken === undefined || data.proxyEndpoint === undefined) {
        throw new Error('GetAuthorizationToken answered without a token.');
    }
    return { auth: data.authorizationToken, host: new URL(data.proxyEndpoint).host };
}

// EXTERNAL MODULE: ./build/images/describe.js
var describe = __webpack_require__(174);
// EXTERNAL MODULE: ./build/images/manifest.js
var images_manifest = __webpack_require__(2930);
;// CONCATENATED MODULE: ./build/build/registry/creation.js
/**
 * Whether a registry makes a repository by itself when something is pushed to it. ECR user guide, "Repository
 * creation templates": the longest prefix wins, and ROOT stands for all that no other matches.
 */
function isCreatedOnPush(templates, name) {
    const [template] = templates
        .filter(({ prefix = '' }) => prefix === 'ROOT' || name.startsWith(prefix.replace(/\/*$/, '/')))
        .sort((one, other) => weight(other) - weight(one));
    return template?.appliedFor?.some((cause) => cause === 'CREATE_ON_PUSH') ?? false;
}
const weight = ({ prefix = '' }) => (prefix === 'ROOT' ? 0 : prefix.length);

;// CONCATENATED MODULE: ./build/build/registry/tagged-image.js
/** Amazon ECR API reference, BatchGetImage: at most 100 images a call. */
const TAG_LIMIT = 100;

;// CONCATENATED MODULE: ./build/build/registry/describe.js





/** Looks a repository up (DescribeRepositories), and where it is missing whether a push makes it. */
async function describeRepository(ecr, { account, name }, signal) {
    try {
        const { repositories = [] } = await ecr.describeRepositories({ ...(account === undefined ? {} : { registryId: account }), repositoryNames: [name] }, { abortSignal: signal });
        const [repository] = repositories;
        if (repository?.repositoryUri !== undefined)
            return { state: 'known', repository: { ...repository, repositoryUri: repository.repositoryUri } };
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.kind === 'denied')
            return { state: 'unknown', denied: failure.message };
        if (failure?.code !== 'RepositoryNotFoundException')
            throw error;
    }
    return { state: 'missing', isMadeOnPush: await isMadeOnPush(ecr, { account, name }, signal) };
}
/** Templates are read of one's own registry alone. */
async function isMadeOnPush(ecr, { account, name }, signal) {
    try {
        const { repositoryCreationTemplates = [], registryId } = await ecr.describeRepositoryCreationTemplates({ maxResults: TEMPLATE_LIMIT }, { abortSignal: signal });
        return (account === undefined || account === registryId) && isCreatedOnPush(repositoryCreationTemplates, name);
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error)?.kind === 'denied')
            return false;
        throw error;
    }
}
const TEMPLATE_LIMIT = 1_000;
/**
 * The images that have these tags (BatchGetImage), each with all its tags and when it was pushed (DescribeImages;
 * without that permission with those of these tags that it has). A tag that nothing has is not in the answer.
 */
async function describeTags(ecr, { tags, ...repository }, signal) {
    const imageIds = [...new Set(tags)].slice(0, TAG_LIMIT).map((imageTag) => ({ imageTag }));
    const images = await imagesOf(ecr, { repository, imageIds }, signal);
    return new Map(images.flatMap(({ tag, image }) => (tag === undefined ? [] : [[tag, image]])));
}
/** The image of this digest; undefined where the registry does not have it. */
async function describeDigest(ecr, { digest, ...repository }, signal) {
    const [found] = await imagesOf(ecr, { repository, imageIds: [{ imageDigest: digest }] }, signal);
    return found?.image;
}
async function imagesOf(ecr, { repository: { registryId, repositoryName }, imageIds, }, signal) {
    const repository = { ...(registryId === undefined ? {} : { registryId }), repositoryName };
    const { images = [] } = await ecr.batchGetImage({ ...repository, imageIds, acceptedMediaTypes: [...describe/* MANIFEST_TYPES */._] }, { abortSignal: signal });
    const digests = [...new Set(images.flatMap(({ imageId }) => imageId?.imageDigest ?? []))];
    const [details, missing] = await Promise.all([
        detailsOf(ecr, { ...repository, digests }, signal),
        missingOf(ecr, { ...repository, manifests: images.map(({ imageManifest }) => imageManifest) }, signal),
    ]);
    return images.flatMap(({ imageId, imageManifest, imageManifestMediaType }) => {
        const { imageTag: tag, imageDigest: digest } = imageId ?? {};
        if (digest === undefined || imageManifest === undefined)
            return [];
        const known = details.get(digest);
        const image = {
            digest,
            manifest: imageManifest,
            mediaType: imageManifestMediaType,
            tags: known?.tags ?? askedTagsOf(digest, images),
            areTagsKnown: known !== undefined,
            pushedAt: known?.pushedAt,
            size: known?.size,
            lacks: (0,images_manifest/* childrenOf */.L)(imageManifest).flatMap((child) => (missing.has(child.digest) ? [child.digest] : [])),
        };
        return [{ tag, image }];
    });
}
/** The tags in an answer of BatchGetImage that are on one image: a tag of one digest with the input tag comes from that input. */
const askedTagsOf = (digest, images) => images.flatMap(({ imageId }) => imageId?.imageDigest === digest && imageId.imageTag !== undefined ? [imageId.imageTag] : []);
/** The images of indexes that are not there (the failures of BatchGetImage). */
async function missingOf(ecr, { manifests, ...repository }, signal) {
    const children = manifests.flatMap((manifest) => (0,images_manifest/* childrenOf */.L)(manifest).map(({ digest }) => digest));
    const imageIds = [...new Set(children)].slice(0, TAG_LIMIT).map((imageDigest) => ({ imageDigest }));
    if (imageIds.length === 0)
        return new Set();
    const { failures = [] } = await ecr.batchGetImage({ ...repository, imageIds, acceptedMediaTypes: [...describe/* MANIFEST_TYPES */._] }, { abortSignal: signal });
    const absent = failures.filter(({ failureCode }) => failureCode === 'ImageNotFound');
    return new Set(absent.flatMap(({ imageId }) => imageId?.imageDigest ?? []));
}
async function detailsOf(ecr, { digests, ...repository }, signal) {
    if (digests.length === 0)
        return new Map();
    try {
        const { imageDetails = [] } = await ecr.describeImages({ ...repository, imageIds: digests.map((imageDigest) => ({ imageDigest })) }, { abortSignal: signal });
        return new Map(imageDetails.flatMap(({ imageDigest, imageTags = [], imagePushedAt, imageSizeInBytes }) => imageDigest === undefined
            ? []
            : [[imageDigest, { tags: imageTags, pushedAt: imagePushedAt?.getTime(), size: imageSizeInBytes }]]));
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        // An image can go between the two calls.
        if (failure?.kind === 'denied' || failure?.code === 'ImageNotFoundException')
            return new Map();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/build/readers.js



const readersOf = (ports) => ({
    tokens: tokensBy(ports),
    repositories: repositoriesBy(ports),
});
/** One call for each repository. */
function repositoriesBy({ aws, signal }) {
    const asked = new Map();
    return (place) => {
        const key = JSON.stringify(place);
        const found = asked.get(key) ?? aws.ecr(place.region).then((ecr) => describeRepository(ecr, place, signal));
        asked.set(key, found);
        return found;
    };
}
/** One token for each region. */
function tokensBy({ aws, signal }) {
    const tokens = new Map();
    return (region) => {
        const token = tokens.get(region) ?? aws.ecr(region).then((ecr) => describeToken(ecr, signal));
        tokens.set(region, token);
        return token;
    };
}
/** Says once that repositories could not be read. */
function warnOfUnknown(found, { log }) {
    const [denied] = found.flatMap((repository) => (repository.state === 'unknown' ? [repository.denied] : []));
    if (denied === undefined)
        return;
    log.warn(`Whether the repository is there, and which of its tags may be moved, cannot be read before the build. ${(0,report_failure/* denialLine */.iq)(denied)}`);
}

;// CONCATENATED MODULE: ./build/build/registry/place.js

/** Reads a repository's name or URI; a name alone means the account of the credentials in this region. */
function repositoryPlace(repository, region) {
    const { ecr } = (0,reference/* imageReference */.r)(repository);
    if (ecr !== undefined)
        return { account: ecr.account, region: ecr.region, name: ecr.repository };
    const host = hostOf(repository);
    return { account: undefined, region, name: host === '' ? repository : repository.slice(host.length + 1) };
}
/** The registry of a URI, with its port; empty for a name alone. */
function hostOf(uri) {
    const first = uri.slice(0, Math.max(uri.indexOf('/'), 0));
    return /[.:]/.test(first) || first === 'localhost' ? first : '';
}

;// CONCATENATED MODULE: ./build/build/registry/mutability.js
/**
 * Evaluates imageTagMutability with its exclusion filters, as PutImageTagMutability describes them: a filter is a
 * pattern in which `*` stands for any characters.
 */
function mutabilityOf({ imageTagMutability, imageTagMutabilityExclusionFilters = [] }, tag) {
    const isExcluded = imageTagMutabilityExclusionFilters.some(({ filter }) => matches(filter ?? '', tag));
    switch (imageTagMutability) {
        case 'MUTABLE':
            return 'movable';
        case 'IMMUTABLE':
            return 'fixed';
        case 'IMMUTABLE_WITH_EXCLUSION':
            return isExcluded ? 'movable' : 'fixed';
        case 'MUTABLE_WITH_EXCLUSION':
            return isExcluded ? 'fixed' : 'movable';
        case undefined:
            return 'unknown';
    }
}
function matches(filter, tag) {
    const pattern = filter
        .split('*')
        .map((part) => part.replace(/[.\\]/g, '\\$&'))
        .join('.*');
    return new RegExp(`^${pattern}$`).test(tag);
}

;// CONCATENATED MODULE: ./build/build/target-repository.js



/** What is known of a repository that may be pushed to; `ownHost` is the registry of the principal's account. */
function targetRepository({ repository: asked }, place, { found, ownHost }) {
    const known = found.state === 'known' ? found.repository : undefined;
    const uri = known?.repositoryUri ?? (hostOf(asked) === '' ? `${ownHost}/${place.name}` : asked);
    return {
        ...place,
        account: known?.registryId ?? place.account,
        uri,
        exists: found.state !== 'missing',
        mutability: (tag) => (known === undefined ? 'unknown' : mutabilityOf(known, tag)),
    };
}
/** Whether nothing can be pushed there: no registry of ECR is meant, or the repository is missing. */
function repositoryProblem(spec, place, { found, ownHost }) {
    const host = foreignHost(spec, { found, ownHost });
    if (host !== undefined)
        return [foreignRegistry(spec, host)];
    if (found.state !== 'missing' || found.isMadeOnPush)
        return [];
    return [
        {
            message: `Image ${spec.name}: there is no repository ${place.name} in ${place.account ?? 'this account'}, region ${place.region}.`,
            remedy: 'Create it where the resources are described, or give the registry a creation template for its name; then run the job again.',
            input: 'repository',
        },
    ];
}
/** A host that neither looks like ECR nor is what ECR itself calls its registry: the token is not for it. */
function foreignHost({ repository }, { found, ownHost }) {
    const host = hostOf(repository);
    const known = found.state === 'known' ? hostOf(found.repository.repositoryUri) : '';
    const isOfEcr = (0,reference/* imageReference */.r)(repository).ecr !== undefined || ['', ownHost, known].includes(host);
    return isOfEcr ? undefined : host;
}
const foreignRegistry = ({ name }, host) => ({
    message: `Image ${name}: ${host} is no registry of Amazon ECR.`,
    remedy: 'Write the name of the repository, such as reservation/web, or its URI, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation/web.',
    input: 'repository',
});

;// CONCATENATED MODULE: ./build/build/describe.js





/** Reads the files and the registries. Throws a UserError with all problems of both. */
async function describeBuild(request, ports) {
    const readers = readersOf(ports);
    const found = await Promise.all(request.images.map((spec) => describeImage(spec, request.options, { ...ports, ...readers })));
    const problems = found.flatMap(({ image }, index) => (image.ok ? [] : image.problems.map(ofImage(request, index))));
    if (problems.length > 0)
        throw new inputs_problem/* UserError */.yo(problems);
    warnOfUnknown(found.map(({ repository }) => repository), ports);
    const images = found.flatMap(({ image }) => (image.ok ? [image.value] : []));
    return { images, logins: await loginsFor(images, readers.tokens, ports.signal) };
}
/** Says of which image it is, where there are several and it does not say so itself. */
const ofImage = ({ images }, index) => (problem) => {
    const name = images[index]?.name ?? '';
    return images.length === 1 || problem.message.startsWith(`Image ${name}: `)
        ? problem
        : { ...problem, message: `Image ${name}: ${problem.message}` };
};
async function describeImage(spec, options, { aws, checkout, tokens, repositories }) {
    const place = repositoryPlace(spec.repository, aws.region);
    const [source, repository, { host }] = await Promise.all([
        checkout.source(spec, options),
        repositories(place),
        tokens(aws.region),
    ]);
    const problems = [
        ...(source.ok ? [] : source.problems),
        ...repositoryProblem(spec, place, { found: repository, ownHost: host }),
    ];
    if (!source.ok || problems.length > 0)
        return { image: (0,inputs_problem/* refused */.J5)(...problems), repository };
    const target = targetRepository(spec, place, { found: repository, ownHost: host });
    return { image: (0,inputs_problem/* parsed */.Yz)({ spec, source: source.value, repository: target }), repository };
}
/** The registries of the repositories and of the base images; those of others stay with the user's own logins. */
async function loginsFor(images, tokens, signal) {
    const regions = new Map();
    for (const { repository, source } of images) {
        regions.set(hostOf(repository.uri), repository.region);
        for (const base of source.bases) {
            const { ecr, name } = (0,reference/* imageReference */.r)(base);
            if (ecr !== undefined)
                regions.set(hostOf(name), ecr.region);
        }
    }
    const logins = await Promise.all([...regions].map(async ([host, region]) => [host, (await tokens(region)).auth]));
    signal.throwIfAborted();
    return new Map(logins);
}

;// CONCATENATED MODULE: ./build/build/builder/capability.js
/** What is asked for that the engine's own builder cannot do. */
function needsMore({ images, options }) {
    const { attestations } = options;
    return [
        ...(images.some(({ platforms }) => platforms.length > 1) ? ['several platforms'] : []),
        ...(attestations.provenance === false ? [] : ['provenance']),
        ...(attestations.sbom === false ? [] : ['sbom']),
        ...(images.some(({ annotations }) => annotations.length > 0) ? ['annotations'] : []),
        ...(images.some(({ compression }) => compression === 'zstd') ? ['compression zstd'] : []),
    ];
}
/** What a Docker without Buildx cannot build: its own `docker build` knows less. */
function plainProblems(request, { frontend }) {
    if (frontend !== 'plain')
        return [];
    const asked = [
        ...(request.images.length > 1 ? ['images'] : []),
        ...(request.images.some(({ buildContexts }) => buildContexts.size > 0) ? ['build-contexts'] : []),
        ...needsMore(request),
    ];
    if (asked.length === 0)
        return [];
    return [
        {
            message: `This Docker has no Buildx, and its own build cannot do what is asked for: ${asked.join(', ')}.`,
            remedy: 'Install Docker Buildx in a step before, such as docker/setup-buildx-action, or leave these out.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/build/builder/once.js
function builderOnce(open) {
    let opening;
    return {
        opened: () => (opening ??= open()),
        close: async () => {
            // One that could not be opened has cleaned up after itself, and whoever asked for it knows.
            const builder = await opening?.catch(() => undefined);
            await builder?.close();
        },
    };
}

;// CONCATENATED MODULE: ./build/build/input-digest/hex.js
/** SHA-256 of bytes, or of a text in UTF-8, as 64 hex digits. */
async function hexOf(content) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const hash = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

;// CONCATENATED MODULE: ./build/build/tag/input.js
const FORM = /^in-([0-9a-f]{20})-([0-9a-f]{12})$/;
const inputTagText = ({ source, base }) => `in-${source}-${base}`;
function readInputTag(tag) {
    const [, source, base] = FORM.exec(tag) ?? [];
    return source === undefined || base === undefined ? undefined : { source, base };
}
/** Whether something was built from this very input, from the same source on other base images, or else. */
function compareInput(tags, asked) {
    const known = tags.flatMap((tag) => readInputTag(tag) ?? []);
    if (known.length === 0)
        return 'unknown';
    const ofSource = known.filter(({ source }) => source === asked.source);
    if (ofSource.length === 0)
        return 'other';
    return ofSource.some(({ base }) => base === asked.base) ? 'same' : 'other-base';
}

;// CONCATENATED MODULE: ./build/build/registry/plan.js

/** Decides before anything is built: take an image that is there, build one, or refuse. */
function planImage(situation) {
    const { input, found, reuse, maxAge, now } = situation;
    const inputTag = inputTagText(input);
    const sameInput = found.get(inputTag);
    const isFresh = sameInput?.pushedAt === undefined || now - sameInput.pushedAt <= maxAge;
    const reusable = reuse && isFresh && sameInput?.lacks.length === 0 ? sameInput : undefined;
    const held = fixedTags(situation).filter(({ image }) => image.digest !== reusable?.digest);
    const problems = [...heldProblems(situation, held), ...movedProblems(situation, reusable)];
    if (problems.length > 0)
        return { kind: 'refuse', problems };
    const [first] = held;
    const reason = first === undefined
        ? { kind: 'same-input' }
        : { kind: 'fixed-tag', tag: first.tag, input: inputOf(first.image, input) };
    const image = first?.image ?? reusable;
    if (image !== undefined)
        return { kind: 'reuse', image, reason, newTags: missingTags(situation, image) };
    const keepsInputTag = sameInput === undefined || situation.mutability(inputTag) !== 'fixed';
    return {
        kind: 'build',
        newTags: keepsInputTag ? [...situation.tags, inputTag] : situation.tags,
        why: !reuse ? 'reuse-off' : sameInput === undefined ? 'not-there' : isFresh ? 'incomplete' : 'too-old',
    };
}
/** The tags that are taken and that nobody may move. */
const fixedTags = ({ tags, found, mutability }) => tags.flatMap((tag) => {
    const image = found.get(tag);
    return image !== undefined && mutability(tag) === 'fixed' ? [{ tag, image }] : [];
});
function heldProblems(situation, held) {
    const [first, ...others] = held;
    if (first === undefined)
        return [];
    const { name, input, onExistingTag } = situation;
    if (onExistingTag !== 'reuse')
        return held.map(({ tag, image }) => takenForGood(name, tag, image));
    const apart = others.find(({ image }) => image.digest !== first.image.digest);
    if (apart !== undefined)
        return [twoImages(name, first, apart)];
    if (first.image.lacks.length > 0)
        return [brokenIndex(name, first)];
    switch (compareInput(first.image.tags, input)) {
        case 'same':
        case 'other-base':
            return [];
        case 'other':
            return [otherInput(name, first, 'was built from other input')];
        case 'unknown':
            if (!first.image.areTagsKnown)
                return [unreadInput(name, first)];
            return held.some(({ tag }) => namesCommit(tag, situation.commit))
                ? []
                : [otherInput(name, first, 'does not say what it was built from')];
    }
}
/** Such a tag was made by a run of the same commit. */
const namesCommit = (tag, commit) => commit !== undefined && tag.includes(commit.slice(0, SHORT_SHA));
const SHORT_SHA = 7;
/** With `fail` a tag that could be moved is not, either. */
function movedProblems({ name, tags, found, mutability, onExistingTag }, reusable) {
    if (onExistingTag !== 'fail')
        return [];
    return tags.flatMap((tag) => {
        const image = found.get(tag);
        if (image === undefined || image.digest === reusable?.digest || mutability(tag) === 'fixed')
            return [];
        return [taken(name, tag, image)];
    });
}
function inputOf(image, input) {
    const compared = compareInput(image.tags, input);
    return compared === 'other' ? 'unknown' : compared;
}
const missingTags = ({ tags, found }, image) => tags.filter((tag) => found.get(tag)?.digest !== image.digest);
const taken = (name, tag, { digest }) => ({
    message: `Image ${name}: the tag ${tag} is there already, on ${digest}.`,
    remedy: 'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}, or let on-existing-tag be overwrite.',
    input: 'tags',
});
const takenForGood = (name, tag, { digest }) => ({
    message: `Image ${name}: the tag ${tag} is there already, on ${digest}, and the repository lets nobody move it.`,
    remedy: 'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}.',
    input: 'tags',
});
const twoImages = (name, one, other) => ({
    message: `Image ${name}: nobody may move the tags ${one.tag} and ${other.tag}, and they are on two images.`,
    remedy: 'Choose tags of this build alone, such as {{input-digest}} or {{run-id}}.',
    input: 'tags',
});
const brokenIndex = (name, { tag, image: { digest, lacks } }) => ({
    message: `Image ${name}: nobody may move the tag ${tag}, and ${digest}, which has it, lacks ${lacks.join(' and ')}.`,
    remedy: 'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}; and see that no lifecycle policy expires images of an index.',
    input: 'tags',
});
const otherInput = (name, { tag, image }, why) => ({
    message: `Image ${name}: nobody may move the tag ${tag}, and ${image.digest}, which has it, ${why}.`,
    remedy: 'Put {{input-digest}} or {{run-id}} into the tag, or exclude it from immutability in the repository.',
    input: 'tags',
});
// Taken unread, an old image could be told to be that of a new commit.
const unreadInput = (name, { tag, image }) => ({
    message: `Image ${name}: nobody may move the tag ${tag}, and whether ${image.digest}, which has it, comes from this input cannot be read.`,
    remedy: 'Allow ecr:DescribeImages on this repository in the policy of the role that the job assumes, or put {{input-digest}} or {{run-id}} into the tag.',
    input: 'tags',
});

// EXTERNAL MODULE: ./build/build/tag/template.js
var tag_template = __webpack_require__(6228);
;// CONCATENATED MODULE: ./build/build/tag/run.js

/** The tags of this run, each once; those for which it lacks a field are left out, and said. */
function tagsOfRun({ name, tags: templates }, inputDigest, { ports, problems }) {
    const values = { ...(0,tag_template/* runFields */.Fz)(ports.environment), 'input-digest': inputDigest };
    const tags = [];
    const missing = [];
    for (const template of templates) {
        const rendered = (0,tag_template/* renderTag */.vY)(template, values);
        switch (rendered.kind) {
            case 'tag':
                tags.push(rendered.tag);
                break;
            case 'left-out':
                missing.push(...rendered.missing);
                break;
            case 'too-long':
                problems.push((0,tag_template/* tooLong */.Po)(name, rendered.text));
                break;
        }
    }
    if (missing.length > 0) {
        const fields = [...new Set(missing)].map((field) => `{{${field}}}`).join(', ');
        ports.log.say(`Image ${name}: this run has no ${fields} that a tag could have, so the tags with it are left out.`);
    }
    return [...new Set(tags)];
}

;// CONCATENATED MODULE: ./build/build/tag/shared.js
/** A tag of one repository that two different images are to have: the later one would take it from the other. */
const sharedTags = (claims) => claims.flatMap(({ name, repository, content, tags }, index) => tags.flatMap((tag) => {
    const other = claims
        .slice(0, index)
        .find((one) => one.repository === repository && one.content !== content && one.tags.includes(tag));
    if (other === undefined)
        return [];
    return [
        {
            message: `Image ${name}: the tag ${tag} of the repository ${repository} is that of image ${other.name}, too.`,
            remedy: `Give each a tag of its own, such as ${name}-{{sha}}.`,
            input: 'tags',
        },
    ];
}));

;// CONCATENATED MODULE: ./build/build/planned.js







/** Decides of each image whether it is built. Throws a UserError with the problems of all. */
async function planImages(images, request, ports) {
    const bases = await basesOf(images, ports);
    const problems = [];
    const planned = await Promise.all(images.map((image) => planOne(image, bases, { request, ports, problems })));
    const all = planned.flatMap((image) => image ?? []);
    problems.push(...sharedTags(all.map(claimOf)));
    if (problems.length > 0)
        throw new inputs_problem/* UserError */.yo(problems);
    return all;
}
const claimOf = ({ described: { spec, repository }, tags, inputDigest }) => ({
    name: spec.name,
    repository: repository.uri,
    content: inputDigest,
    tags,
});
async function planOne(described, bases, { request, ports, problems }) {
    const { spec, source, repository } = described;
    // What is not known is not the same as at any other time, nor as in another run at the same.
    const resolved = source.bases.map((base) => [base, bases.get(base) ?? `${ports.today()} ${ports.chance()}`]);
    const baseDigest = await hexOf(JSON.stringify(resolved));
    const input = { source: source.digest.slice(0, 20), base: baseDigest.slice(0, 12) };
    const tags = tagsOfRun(spec, inputTagText(input).slice(3), { ports, problems });
    const found = repository.exists
        ? await describeTags(await ports.aws.ecr(repository.region), {
            registryId: repository.account,
            repositoryName: repository.name,
            // First: what is over the limit of one call is cut off.
            tags: [inputTagText(input), ...tags],
        }, ports.signal)
        : new Map();
    const plan = planImage({
        name: spec.name,
        tags,
        input,
        commit: ports.environment['GITHUB_SHA'] || undefined,
        found,
        mutability: repository.mutability,
        onExistingTag: request.onExistingTag,
        reuse: request.reuse,
        maxAge: request.maxAge,
        now: ports.today(),
    });
    if (plan.kind === 'refuse') {
        problems.push(...plan.problems);
        return undefined;
    }
    const basesAreKnown = source.bases.every((base) => bases.get(base) !== undefined);
    return {
        described,
        input,
        inputDigest: await hexOf(`${source.digest} ${baseDigest}`),
        tags,
        basesAreKnown,
        found,
        // Nothing could ever be found by that input tag.
        plan: plan.kind === 'build' && !basesAreKnown ? { ...plan, newTags: tags } : plan,
    };
}
/** The digests that the registries have under the base images now, each asked for once. */
async function basesOf(images, { digestOf, log }) {
    const names = [...new Set(images.flatMap(({ source }) => source.bases))];
    const digests = await Promise.all(names.map(async (name) => [name, await digestOf(name)]));
    const unknown = digests.filter(([, digest]) => digest === undefined).map(([name]) => name);
    if (unknown.length > 0) {
        log.warn(`The registry does not say which image ${unknown.join(', ')} is now: what is based on it is built, since nothing can be known to come from the same.`);
    }
    return new Map(digests);
}

// EXTERNAL MODULE: ./build/report/build.js
var build = __webpack_require__(4267);
;// CONCATENATED MODULE: ./build/build/builder/cache.js

/**
 * ECR takes a cache as an image manifest of OCI media types alone; whatever becomes of it, the build goes on.
 * `scope` keeps apart what several images keep in GitHub's cache.
 */
function cacheTexts(cache, { uri, scope: given }) {
    const scope = given.replace(/[^\w.-]+/g, '-').slice(0, LONGEST_SCOPE);
    switch (cache.kind) {
        case 'none':
            return { from: [], to: [] };
        case 'ecr':
            return {
                from: [`type=registry,ref=${uri}:${tag_template/* CACHE_TAG */.yJ}-${scope}`],
                to: [
                    `type=registry,ref=${uri}:${tag_template/* CACHE_TAG */.yJ}-${scope},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`,
                ],
            };
        case 'gha':
            return {
                from: [`type=gha,scope=${scope}`],
                to: [`type=gha,scope=${scope},mode=max,ignore-error=true`],
            };
        case 'raw':
            return { from: cache.from, to: cache.to.map(withoutFailure) };
    }
}
/** Why GitHub's cache, where it is asked for, cannot be reached: the builder goes on without a word. */
function cacheNotice(cache, environment) {
    const isAsked = cache.kind === 'gha' || (cache.kind === 'raw' && [...cache.from, ...cache.to].some(isOfRunner));
    // As Buildx looks for them; the runner gives them to actions alone, not to commands of `run`.
    const missing = [
        ...(environment['ACTIONS_RUNTIME_TOKEN'] ? [] : ['ACTIONS_RUNTIME_TOKEN']),
        ...(environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']
            ? []
            : ['ACTIONS_RESULTS_URL and ACTIONS_CACHE_URL']),
    ];
    if (!isAsked || missing.length === 0)
        return undefined;
    return `The cache of GitHub cannot be reached, so no layers are taken from it or kept: ${missing.join(', ')} of the runner are not set.`;
}
const isOfRunner = (line) => /(?:^|,)type=gha(?:,|$)/.test(line) && !/(?:^|,)token=/.test(line);
/**
 * The same run without a cache where that may be why the builder did not begin; undefined where it has none, or where a
 * line of it says that an error counts. A folder that cannot be made is told without the word cache, and a cache that
 * answers late with words about the run.
 */
function withoutCache(solve, { kind, message }) {
    const [first, ...others] = solve.targets;
    const lines = solve.targets.flatMap(({ cacheFrom, cacheTo }) => [...cacheFrom, ...cacheTo]);
    const isFolder = lines.some((line) => /(?:^|,)type=local(?:,|$)/.test(line)) && NO_FOLDER.test(message);
    const isLate = solve.targets.some(({ cacheTo }) => cacheTo.length > 0) && /\bno such job\b/.test(message);
    const isMeant = kind === 'cache' || (kind === 'arguments' && isFolder) || isLate;
    if (!isMeant || lines.length === 0 || lines.some(hasToWork))
        return undefined;
    const bare = (target) => ({ ...target, cacheFrom: [], cacheTo: [] });
    return { ...solve, targets: [bare(first), ...others.map(bare)] };
}
const NO_FOLDER = /no such file or directory|permission denied|operation not permitted|not a directory|file exists|read-only file system/;
const hasToWork = (line) => /(?:^|,)ignore-error=(?:false|f|0)(?:,|$)/i.test(line);
/** Whether a line of it says that an error counts. */
const cacheHasToWork = (cache) => cache.kind === 'raw' && [...cache.from, ...cache.to].some(hasToWork);
/** A tag has 128 characters at most. */
const LONGEST_SCOPE = 100;
/** Like those above, unless the line itself says what an error means; an image alone is short for a registry's. */
function withoutFailure(line) {
    if (/\bignore-error=/.test(line))
        return line;
    return `${/^[^,=]+$/.test(line) ? `type=registry,ref=${line}` : line},ignore-error=true`;
}

// EXTERNAL MODULE: ./build/build/failure/failure.js + 1 modules
var failure_failure = __webpack_require__(6899);
// EXTERNAL MODULE: ./build/build/builder/frontend.js
var frontend = __webpack_require__(3935);
;// CONCATENATED MODULE: ./build/build/builder/labels.js
const KEY = 'org.opencontainers.image.';
/**
 * Labels of the OCI image specification ("Pre-Defined Annotation Keys"), the same for every build of a commit: the
 * time is that of the commit. Labels of the user overrule them.
 */
function imageLabels(environment, commit, own) {
    const repository = environment['GITHUB_REPOSITORY'] || undefined;
    const server = environment['GITHUB_SERVER_URL'] || 'https://github.com';
    const url = repository === undefined ? undefined : `${server}/${repository}`;
    const facts = [
        ['source', url],
        ['url', url],
        ['revision', environment['GITHUB_SHA'] || undefined],
        ['version', environment['GITHUB_REF_NAME'] || undefined],
        ['created', commit.at === undefined ? undefined : new Date(commit.at).toISOString()],
    ];
    const labels = new Map();
    for (const [name, value] of facts)
        if (value !== undefined)
            labels.set(KEY + name, value);
    return new Map([...labels, ...own]);
}

// EXTERNAL MODULE: ./build/build/progress/steps.js
var progress_steps = __webpack_require__(9176);
;// CONCATENATED MODULE: ./build/build/progress/pulse.js

const LOOK_MS = 30_000;
/** After how long a step is told first; then after twice as long, and so on. */
const FIRST_MS = 60_000;
const MOST_LINES = 20;
/**
 * Tells which steps run for long, at longer and longer intervals, and on cancel what was running with its last output.
 * Gives back what ends that.
 */
function tellRunning(running, { clock, log, signal }) {
    const dues = new Map();
    let isOver = false;
    const look = () => {
        if (isOver)
            return;
        for (const step of running()) {
            const due = dues.get(step.name) ?? FIRST_MS;
            if (step.took < due)
                continue;
            log.say((0,build/* runningLine */.Ek)(step));
            dues.set(step.name, nextDue(due, step.took));
        }
        lookLater();
    };
    const lookLater = () => clock.timeout(LOOK_MS).addEventListener('abort', look, { once: true });
    const cutOff = () => {
        for (const step of running())
            log.group((0,build/* cutOffTitle */._D)(step), step.output.slice(-MOST_LINES));
    };
    const stop = () => {
        isOver = true;
        signal.removeEventListener('abort', cutOff);
    };
    signal.addEventListener('abort', cutOff, { once: true });
    lookLater();
    return stop;
}
const nextDue = (due, took) => (due > took ? due : nextDue(due * 2, took));

;// CONCATENATED MODULE: ./build/build/solve.js










/** Builds all of them in one run. Throws a UserError where that cannot begin. */
async function buildPlanned(planned, request, context) {
    const [first, ...others] = planned;
    if (first === undefined)
        return { built: new Map(), steps: [], problem: undefined };
    const { builderName, isPushing, cache } = await chooseBuilder(request, context);
    const notice = cacheNotice(cache, context.environment);
    if (notice !== undefined && cacheHasToWork(cache))
        throw new inputs_problem/* UserError */.yo(noCache(notice));
    if (notice !== undefined)
        context.log.say(notice);
    const created = await context.checkout.commitTime();
    const target = (image) => targetOf(image, { cache, created, context });
    const targets = [target(first), ...others.map(target)];
    const names = new Map(targets.map((one, index) => [one.name, engineName(one, planned[index], context.today())]));
    const solve = {
        ...request.options,
        ...freshness(planned, request.options, isPushing),
        builder: builderName,
        targets,
        leaving: isPushing
            ? { kind: 'pushed' }
            : { kind: 'engine', name: ({ name }) => names.get(name) ?? name },
    };
    const end = await attempt(solve, context);
    if (end.kind === 'failed')
        return { built: new Map(), steps: end.steps, problem: toldProblem(end.failure, context) };
    const built = end.images.map(({ target: { name }, digest, metadata }) => [name, { digest: isPushing ? digest : undefined, name: names.get(name) ?? name, metadata }]);
    return { built: new Map(built), steps: end.steps, problem: undefined };
}
/**
 * Without the layer cache where an image is too old: its layers would bring back just what is to be renewed. An engine
 * takes a base image that it has for the one of the registry, which the input digest names: it is made to ask.
 */
function freshness(planned, { noCache, pull }, isPushing) {
    const hasBases = planned.some(({ described: { source } }) => source.bases.length > 0);
    return {
        noCache: noCache || planned.some(({ plan }) => plan.kind === 'build' && plan.why === 'too-old'),
        pull: pull || (!isPushing && hasBases && planned.every(({ basesAreKnown }) => basesAreKnown)),
    };
}
/** Under which name it waits in the engine: one tag that it is to have anyway, or one that nothing else has. */
function engineName({ uri }, planned, now) {
    const tags = planned?.plan.newTags ?? [];
    const inputTag = planned === undefined ? '' : inputTagText(planned.input);
    return `${uri}:${tags.find((tag) => tag === inputTag) ?? tags[0] ?? `${inputTag}-${now}`}`;
}
function targetOf({ described: { spec, source, repository } }, { cache, created, context, }) {
    const { from, to } = cacheTexts(cache, { uri: repository.uri, scope: spec.name });
    return {
        name: spec.name,
        uri: repository.uri,
        context: source.context,
        dockerfile: source.dockerfile,
        target: spec.target,
        buildArgs: spec.buildArgs,
        buildContexts: spec.buildContexts,
        secrets: spec.secrets,
        ssh: spec.ssh,
        platforms: spec.platforms,
        labels: imageLabels(context.environment, { at: created }, spec.labels),
        annotations: spec.annotations,
        compression: spec.compression,
        cacheFrom: from,
        cacheTo: to,
    };
}
/** The builder that is there where it can do what is asked; else one made for this step. */
async function chooseBuilder(request, { builder, log }) {
    const { machinery } = builder;
    const { cache, builder: asked } = request.options;
    if ((0,frontend/* pushesItself */.G)(machinery))
        return { builderName: asked, isPushing: true, cache };
    const needs = needsMore(request);
    const isCaching = cache.kind !== 'none';
    if (machinery.frontend === 'buildx' && asked === undefined && (needs.length > 0 || isCaching)) {
        const made = await builder.extend();
        if ('name' in made)
            return { builderName: made.name, isPushing: true, cache };
        if (needs.length > 0)
            throw new inputs_problem/* UserError */.yo(noBuilder(needs, made.why));
        log.say(`No builder that keeps layers could be made, so none are kept: ${made.why}`);
    }
    else if (needs.length > 0) {
        throw new inputs_problem/* UserError */.yo(noBuilder(needs, `the builder ${asked ?? 'of the engine'} is one of the docker driver.`));
    }
    else if (isCaching) {
        log.say('The builder of the engine keeps no layers beyond this machine: the cache is not used.');
    }
    if (cacheHasToWork(cache))
        throw new inputs_problem/* UserError */.yo(noCache('The builder of the engine keeps no layers beyond this machine.'));
    return { builderName: asked, isPushing: false, cache: { kind: 'none' } };
}
const noCache = (message) => ({
    message,
    remedy: 'Name a builder that can, or take ignore-error=false out of the lines of cache.',
    input: 'cache',
});
const noBuilder = (needs, why) => ({
    message: `No builder is there that can make ${needs.join(', ')}: ${why}`,
    remedy: 'Make one in a step before, such as by docker/setup-buildx-action, and name it with the input builder.',
});
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 2_000;
/**
 * Runs the builder; again, at most three times, where the registry was busy: what was built is in its cache. Once more
 * without a cache where that may be what failed.
 */
async function attempt(asked, context) {
    const { log } = context;
    let solve = asked;
    for (let tried = 1;; tried += 1) {
        const end = await runOnce(solve, context);
        if (end.kind === 'built')
            return end;
        if (end.kind === 'cancelled' || context.signal.aborted)
            throw new inputs_problem/* UserError */.yo(CANCELLED);
        const uncached = withoutCache(solve, end.failure);
        if (uncached !== undefined) {
            log.say(`The builder cannot begin with the cache (${end.failure.message}): again without one.`);
            solve = uncached;
            continue;
        }
        if (tried >= ATTEMPTS || !(0,failure_failure/* isWorthAnotherTry */.r)(end.failure))
            return end;
        await waitBefore(tried, end.failure, context);
    }
}
async function runOnce(solve, context) {
    const { builder, clock, log } = context;
    const steps = new progress_steps/* Steps */.gj(() => clock.now());
    const stop = tellRunning(() => steps.running, context);
    try {
        return await builder.build(solve, {
            steps,
            onStep: (step) => log.say((0,build/* stepLine */.l6)(step)),
            onLine: (line) => log.say(line),
        });
    }
    finally {
        stop();
    }
}
/** Waits before another try; says why. */
async function waitBefore(tried, { message }, { clock, chance, log, signal }) {
    const wait = FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + chance());
    log.say(`The registry is busy (${message}): again in ${Math.round(wait / 1_000)} s.`);
    await clock.sleep(wait, signal);
}
/** The last output goes to the log, where it has room. */
function toldProblem(failure, { log }) {
    const output = failure.step?.output ?? [];
    if (output.length > 0)
        log.group(`Last output of ${failure.step?.name ?? 'the step'}`, output);
    return (0,build/* buildProblem */.Um)(failure);
}
const CANCELLED = {
    message: 'The step was cancelled before all of its images had their tags.',
    remedy: 'Run the job again: layers that were built may be in the cache.',
};

;// CONCATENATED MODULE: ./build/build/settle.js




/**
 * Takes images to their ends, side by side. Resolves once every one is there: Docker is not closed under a push, and what
 * stands in the way of one is told with what became of the others. Rejects for a bug.
 */
async function settleImages(ways, signal) {
    const settled = await Promise.allSettled(ways.map((way) => settleImage(way, signal)));
    const bug = settled.find((one) => one.status === 'rejected');
    if (bug !== undefined)
        throw bug.reason;
    const ends = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const problems = ends.flatMap((end) => (end.kind === 'unfinished' ? end.problems : []));
    return {
        images: ends.flatMap((end) => (end.kind === 'finished' ? [end.image] : [])),
        unfinished: ends.flatMap((end) => (end.kind === 'unfinished' ? [end.image] : [])),
        problems: problems.filter(({ message }, index) => problems.findIndex((problem) => problem.message === message) === index),
    };
}
async function settleImage({ region, take, standing }, signal) {
    try {
        return { kind: 'finished', image: await take() };
    }
    catch (error) {
        const problems = problemsIn(error, region, signal);
        if (problems === undefined)
            throw error;
        return { kind: 'unfinished', image: standing(), problems };
    }
}
/** Undefined for a bug. */
function problemsIn(error, region, signal) {
    // Whatever was cut off says so in words of its own.
    if (signal.aborted)
        return [CANCELLED];
    if (error instanceof inputs_problem/* UserError */.yo)
        return error.problems;
    const failure = (0,errors/* awsFailure */.M)(error);
    return failure === undefined ? undefined : [(0,report_failure/* failureProblem */.Gq)(failure, region)];
}

;// CONCATENATED MODULE: ./build/build/registry/register.js

/**
 * Puts a tag on an image of the repository, byte for byte the same (PutImage; nothing is pulled). ECR checks the
 * digest against the bytes. Resolves to `taken` when another image has the tag and nobody may move it.
 */
async function registerTag(ecr, { registryId, repositoryName, image, tag }, signal) {
    try {
        await ecr.putImage({
            ...(registryId === undefined ? {} : { registryId }),
            repositoryName,
            imageTag: tag,
            imageDigest: image.digest,
            imageManifest: image.manifest,
            ...(image.mediaType === undefined ? {} : { imageManifestMediaType: image.mediaType }),
        }, { abortSignal: signal });
        return 'tagged';
    }
    catch (error) {
        switch ((0,errors/* awsFailure */.M)(error)?.code) {
            // This very image has the tag already.
            case 'ImageAlreadyExistsException':
                return 'tagged';
            case 'ImageTagAlreadyExistsException':
                return 'taken';
            default:
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/build/tag/put.js




/** Puts one tag on an image of the repository; `taken` when another image has it and nobody may move it. */
async function putTag(image, { name, place }, context) {
    const { signal } = context;
    try {
        return await registerTag(await context.aws.ecr(place.region), { ...place, image, tag: name }, signal);
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure === undefined)
            throw error;
        if (failure.kind === 'unknown-effect' && (await hasTag(image, { name, place }, context)))
            return 'tagged';
        const { message, remedy } = (0,report_failure/* failureProblem */.Gq)(failure, place.region);
        return { message: `${image.digest} is in the repository, but its tag ${name} is not: ${message}`, remedy };
    }
}
/** Whether a call whose answer was lost has put the tag; false where that cannot be read, either. */
async function hasTag({ digest }, { name, place }, context) {
    const image = await unlessUnanswered(imageUnder(name, place, context));
    return image?.digest === digest;
}
/** What has a tag now. */
async function imageUnder(tag, place, { aws, signal }) {
    const found = await describeTags(await aws.ecr(place.region), { ...place, tags: [tag] }, signal);
    return found.get(tag);
}
/** Undefined where AWS did not answer or refused. */
async function unlessUnanswered(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,errors/* awsFailure */.M)(error) === undefined)
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/build/tag/tagging.js


const placeOf = ({ described: { repository } }) => ({
    registryId: repository.account,
    repositoryName: repository.name,
    region: repository.region,
});
/**
 * Puts the tags on an image, the input tag first: who has it is the result of all runs that build the same input at
 * once. Where nobody may move it ECR itself lets only one run have it. Where it may be moved the last to put it has
 * it, and the others take that image when they look again at their end; only a run that has ended by then keeps its own.
 */
async function putTags(own, planned, context) {
    const inputTag = inputTagText(planned.input);
    const claim = await claimed(own, planned, context);
    const first = claim === 'taken' ? ((await fasterImage(planned, own, context)) ?? own) : own;
    const done = await putOthers(first, planned, context);
    const image = (await lastImage(planned, first, context)) ?? first;
    const { tagged, problems } = image === first ? done : await putOthers(image, planned, context);
    return {
        image,
        tagged: claim === 'tagged' && image === own ? [inputTag, ...tagged] : tagged,
        problems: typeof claim === 'string' ? problems : [claim, ...problems],
    };
}
/** Puts the input tag, where that is to be done. */
async function claimed(own, planned, context) {
    const name = inputTagText(planned.input);
    if (own.tags.includes(name))
        return 'tagged';
    return planned.plan.newTags.includes(name) ? putTag(own, { name, place: placeOf(planned) }, context) : 'taken';
}
/** What another run has built from the same input while this one built; it has the input tag by now. */
async function fasterImage(planned, own, context) {
    const { plan, input, found } = planned;
    if (plan.kind !== 'build' || plan.why === 'reuse-off')
        return undefined;
    const tag = inputTagText(input);
    const image = await imageUnder(tag, placeOf(planned), context);
    const isNew = image !== undefined && image.digest !== found.get(tag)?.digest;
    return isNew && image.digest !== own?.digest ? image : undefined;
}
/**
 * The same once more, unless by then nobody can move one of the tags from what this run has put it on. The tags are
 * put: that nobody answers now fails nothing.
 */
async function lastImage(planned, own, context) {
    const { mutability } = planned.described.repository;
    if (planned.plan.newTags.some((tag) => mutability(tag) === 'fixed'))
        return undefined;
    return unlessUnanswered(fasterImage(planned, own, context));
}
async function putOthers(image, planned, context) {
    const inputTag = inputTagText(planned.input);
    const tagged = [];
    const problems = [];
    for (const name of planned.plan.newTags) {
        if (name === inputTag || image.tags.includes(name))
            continue;
        const end = await putTag(image, { name, place: placeOf(planned) }, context);
        if (end === 'tagged')
            tagged.push(name);
        else
            problems.push(end === 'taken' ? takenMeanwhile(planned, name) : end);
    }
    return { tagged, problems };
}
const takenMeanwhile = ({ described: { spec } }, name) => ({
    message: `Image ${spec.name}: the tag ${name} was taken by another image while this one was built, and nobody may move it.`,
    remedy: 'Run the job again: it takes the image that has the tag, if that comes from the same input.',
    input: 'tags',
});

;// CONCATENATED MODULE: ./build/build/take.js







/** Puts the tags on an image: on the one that is there, or on what was built unless another run was faster. */
async function takeImage(planned, built, context) {
    const { plan, described, inputDigest, found } = planned;
    const first = plan.kind === 'reuse' ? { image: plan.image, isOwn: false } : await builtImage(planned, built, context);
    const { image, tagged, problems } = await putTags(first.image, planned, context);
    const isOwn = first.isOwn && image === first.image;
    const before = [...found.values()].find(({ digest }) => digest !== image.digest);
    return {
        name: described.spec.name,
        image: `${described.repository.uri}@${image.digest}`,
        digest: image.digest,
        platformDigests: platformDigests(image, built),
        tags: [...new Set([...image.tags, ...tagged])],
        inputDigest,
        reused: plan.kind === 'reuse' ? plan.reason : isOwn ? undefined : { kind: 'same-input' },
        size: image.size,
        sizeBefore: before?.size,
        metadata: (isOwn ? built?.metadata : undefined) ?? {},
        problems,
    };
}
/** What the builder made, or what another run has made of the same input meanwhile. */
async function builtImage(planned, built, context) {
    if (built === undefined)
        throw new Error(`${planned.described.spec.name} was to be built and was not.`);
    const pushed = built.digest ?? (await pushFromEngine(built.name, planned, context));
    if (typeof pushed !== 'string')
        return { image: pushed, isOwn: false };
    const own = await pushedImage(planned, pushed, context);
    const faster = await fasterImage(planned, own, context);
    return faster === undefined ? { image: own, isOwn: true } : { image: faster, isOwn: false };
}
/** What the registry has under the digest that the builder named. */
async function pushedImage(planned, digest, { aws, signal }) {
    const place = placeOf(planned);
    const image = await describeDigest(await aws.ecr(place.region), { ...place, digest }, signal);
    if (image !== undefined)
        return image;
    throw new inputs_problem/* UserError */.yo({
        message: `Image ${planned.described.spec.name}: the builder says that it pushed ${digest}, and the registry does not have it.`,
        remedy: 'Run the job again; if that does not help, look for a proxy or a mirror between builder and registry.',
    });
}
/** `docker push`, unless another run has pushed the same input; again, at most three times, where the registry was busy. */
async function pushFromEngine(name, planned, context) {
    for (let tried = 1;; tried += 1) {
        const faster = await fasterImage(planned, undefined, context);
        if (faster !== undefined)
            return faster;
        context.log.say(`Image ${planned.described.spec.name}: the engine pushes it.`);
        const end = await context.push(name);
        if ('digest' in end)
            return end.digest;
        if (context.signal.aborted)
            throw new inputs_problem/* UserError */.yo(CANCELLED);
        const isBusy = (0,failure_failure/* isWorthAnotherTry */.r)(end.failure);
        if (tried > MOST_RETRIES || !isBusy) {
            // The input tag may be taken by another run, or put by this one though the answer was lost: then it has the image.
            const other = isBusy || end.failure.kind === 'tag-taken' ? await fasterImage(planned, undefined, context) : undefined;
            if (other !== undefined)
                return other;
            throw new inputs_problem/* UserError */.yo((0,build/* buildProblem */.Um)(end.failure));
        }
        await waitBefore(tried, end.failure, context);
    }
}
const MOST_RETRIES = 3;
/** Of an index each of its images; of a single one its own, where the builder says for which platform. */
function platformDigests(image, built) {
    const children = (0,images_manifest/* childrenOf */.L)(image.manifest);
    if (children.length > 0) {
        return new Map(children.flatMap(({ platform, digest }) => (platform === undefined ? [] : [[platform, digest]])));
    }
    const descriptor = built?.metadata['containerimage.descriptor'];
    const platform = typeof descriptor === 'object' && descriptor !== null && 'platform' in descriptor
        ? (0,images_manifest/* platformText */.V)(descriptor.platform)
        : undefined;
    return new Map(platform === undefined ? [] : [[platform, image.digest]]);
}

;// CONCATENATED MODULE: ./build/build/build.js









/**
 * Takes each image to its repository: one that is there is given the tags, all others are built in one run. Nothing
 * is built or tagged before everything is checked: until then a UserError with all problems is thrown. Later ones
 * are told with what is done.
 */
async function buildImages(request, ports) {
    const began = ports.clock.now();
    const { images, logins } = await describeBuild(request, ports);
    const docker = builderOnce(() => ports.openBuilder(logins, { builder: request.options.builder }));
    try {
        const planned = await planImages(images, request, {
            ...ports,
            digestOf: async (reference) => (await docker.opened()).digestOf(reference),
        });
        const plan = (0,build/* planLines */.HN)(planned);
        if (request.dryRun)
            ports.log.say(build/* DRY_RUN */.yE);
        ports.log.say(...plan, ...new Set(images.flatMap(({ source }) => source.unseen)));
        const { built, steps, problem } = await buildMissing(planned, request, { ports, docker });
        const way = (image) => wayOf(image, built.get(image.described.spec.name), { ports, docker });
        // Where the build failed, what is there already is none the worse.
        const isTaken = ({ plan: { kind } }) => problem === undefined || kind === 'reuse';
        const [taken, failed] = request.dryRun ? [[], []] : [planned.filter(isTaken), planned.filter((one) => !isTaken(one))];
        const settled = await settleImages(taken.map(way), ports.signal);
        const ended = {
            ...settled,
            unfinished: [...failed.map((image) => way(image).standing()), ...settled.unfinished],
            problems: problem === undefined ? settled.problems : [problem, ...settled.problems.filter(({ message }) => message !== problem.message)],
        };
        return { plan, isDryRun: request.dryRun, ...ended, steps, milliseconds: ports.clock.now() - began };
    }
    finally {
        await docker.close();
    }
}
/** Builds those that are to be built; in a dry run only checks that this Docker could. */
async function buildMissing(planned, request, { ports, docker }) {
    const missing = planned.filter(({ plan }) => plan.kind === 'build');
    if (missing.length === 0)
        return NOTHING_BUILT;
    const builder = await docker.opened();
    const problems = plainProblems(request, builder.machinery);
    if (problems.length > 0)
        throw new inputs_problem/* UserError */.yo(problems);
    return request.dryRun ? NOTHING_BUILT : buildPlanned(missing, request, { ...ports, builder });
}
/** From what was built, or is there, to an image with its tags. */
function wayOf(planned, built, { ports, docker }) {
    const { repository } = planned.described;
    let pushed = built?.digest;
    const push = async (name) => {
        const end = await (await docker.opened()).push(name);
        if ('digest' in end)
            pushed = end.digest;
        return end;
    };
    return {
        region: repository.region,
        take: () => takeImage(planned, built, { ...ports, push }),
        standing: () => standingOf(planned, pushed),
    };
}
/** `pushed` is the digest under which the builder has pushed it. */
function standingOf({ plan, described: { spec, repository } }, pushed) {
    const digest = plan.kind === 'reuse' ? plan.image.digest : pushed;
    return { name: spec.name, image: digest === undefined ? undefined : `${repository.uri}@${digest}` };
}
const NOTHING_BUILT = { built: new Map(), steps: [], problem: undefined };

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/build/dockerfile/instruction.js
var dockerfile_instruction = __webpack_require__(2834);
// EXTERNAL MODULE: ./build/inputs/foreign-json.js
var foreign_json = __webpack_require__(9283);
// EXTERNAL MODULE: ./build/build/blank.js
var blank = __webpack_require__(6461);
// EXTERNAL MODULE: ./build/build/dockerfile/directive.js
var dockerfile_directive = __webpack_require__(983);
;// CONCATENATED MODULE: ./build/build/dockerfile/syntax.js



/**
 * The frontend of a Dockerfile: by the build argument BUILDKIT_SYNTAX, else by the file itself, as
 * `# syntax=IMAGE`, `// syntax=IMAGE` or the member `syntax` of a JSON object, with or without a line `#!` before it
 * (BuildKit's parser/directives.go, `DetectSyntax`). Undefined where the builder reads it by itself.
 */
function syntaxOf(text, buildArgs) {
    const named = buildArgs.get('BUILDKIT_SYNTAX');
    const found = named === undefined ? detected(text) : { value: (0,blank/* trimmed */.dE)(named), line: undefined };
    const [image = ''] = found?.value.split(' ') ?? [];
    return found === undefined || image === '' || image === OWN ? undefined : { image, line: found.line };
}
/** BuildKit's name for the frontend that is in it. */
const OWN = 'dockerfile.v0';
/** Whether an image reads Dockerfiles as BuildKit does: Docker's own, or a copy of it under a longer name. */
const readsDockerfiles = (image) => /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(image);
function detected(text) {
    const whole = text.replace(/^\uFEFF/, '');
    const rest = whole.replace(/^#![^\n]*(?:\n|$)/, '');
    const before = rest === whole ? 0 : 1;
    const lines = rest.split('\n');
    const directive = (0,dockerfile_directive/* directivesOf */.m)(lines).find(({ name }) => name === 'syntax') ??
        (0,dockerfile_directive/* directivesOf */.m)(lines, '//').find(({ name }) => name === 'syntax');
    if (directive !== undefined)
        return { value: directive.value, line: directive.line + before };
    const value = memberOf(rest);
    return value === undefined ? undefined : { value, line: 1 + before };
}
function memberOf(text) {
    const { syntax } = (0,foreign_json/* membersOf */.lS)((0,foreign_json/* readJson */.Vh)(text));
    return typeof syntax === 'string' ? syntax : undefined;
}

// EXTERNAL MODULE: ./build/build/dockerfile/word.js + 1 modules
var dockerfile_word = __webpack_require__(7858);
;// CONCATENATED MODULE: ./build/build/dockerfile/facts.js



/** Reads a Dockerfile with the build arguments of this build. Never throws: what is wrong in it the builder says. */
function readDockerfile(text, buildArgs, contexts) {
    const syntax = syntaxOf(text, buildArgs);
    const isForeign = syntax !== undefined && !readsDockerfiles(syntax.image);
    const { instructions, escape } = (0,dockerfile_instruction/* readInstructions */.KK)(text);
    const variable = globalVariables(instructions, buildArgs, escape);
    const stages = stagesOf(instructions, (word) => (0,dockerfile_word/* expanded */.sz)(word, { escape, variable }));
    const names = { stages, contexts: new Set([...contexts].map(familiar)) };
    const sources = stages.flatMap((stage, index) => [
        ...baseSource(stage, index, names),
        ...[...triggersFor(stage, index, { stages, escape }), ...stage.instructions].flatMap((instruction) => [
            ...imageSources(instruction, names),
            ...remoteSources(instruction, escape),
        ]),
    ]);
    return {
        stages: stages.map(({ name }, index) => name ?? String(index)),
        images: [
            ...new Set([
                ...(syntax === undefined ? [] : [syntax.image]),
                ...sources.flatMap((source) => ('image' in source ? [source.image] : [])),
            ]),
        ],
        unseen: [
            ...(isForeign ? [{ line: syntax.line ?? 1, text: syntax.image, kind: 'frontend' }] : []),
            ...sources.flatMap((source) => ('image' in source ? [] : [source])),
        ],
        isForeign,
    };
}
/** Whether a stage of that name or number is in the file; names are compared without case. */
function hasStage({ stages, isForeign }, target) {
    return isForeign || stages.some((name, index) => name.toLowerCase() === target.toLowerCase() || String(index) === target);
}
function stagesOf(instructions, fillIn) {
    const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
    return starts.flatMap((start, index) => {
        const from = instructions[start];
        if (from === undefined)
            return [];
        const [written = '', as, name] = wordsOf(from.rest);
        return [
            {
                name: as?.toUpperCase() === 'AS' ? name : undefined,
                written,
                base: fillIn(written),
                line: from.line,
                instructions: instructions.slice(start + 1, starts[index + 1]),
            },
        ];
    });
}
/** The last of the stages with a name; a stage is found by it without case. */
const stageNamed = (stages, name) => stages.findLast((stage) => stage.name?.toLowerCase() === name);
/** A base is a stage before, a further context or an image. */
function baseSource({ name, written, base, line }, index, { stages, contexts }) {
    if (name !== undefined && contexts.has(familiar(name.toLowerCase())))
        return [];
    if (base === undefined)
        return [{ line, text: written, kind: 'unknown' }];
    if (stageNamed(stages.slice(0, index), base) !== undefined)
        return [];
    return fromRegistry(base, contexts);
}
/** What a base that is a stage of the same file has behind ONBUILD. */
function triggersFor({ base }, index, { stages, escape }) {
    const before = base === undefined ? undefined : stageNamed(stages.slice(0, index), base);
    return (before?.instructions ?? [])
        .filter(({ keyword }) => keyword === 'ONBUILD')
        .map((instruction) => (0,dockerfile_instruction/* triggerOf */.ix)(instruction, escape));
}
/** `COPY --from=IMAGE` and `RUN --mount=…,from=IMAGE`; neither has variables. Only COPY knows stages by number. */
function imageSources({ keyword, flags, line }, { stages, contexts }) {
    const froms = keyword === 'COPY'
        ? valuesOf(flags, 'from').filter((from) => !/^[+-]?\d+$/.test(from))
        : keyword === 'RUN'
            ? valuesOf(flags, 'mount').flatMap(mountedFrom)
            : [];
    return froms.flatMap((from) => {
        if (from.includes('$'))
            return [{ line, text: from, kind: 'unknown' }];
        return stageNamed(stages, from.toLowerCase()) === undefined ? fromRegistry(from, contexts) : [];
    });
}
const valuesOf = (flags, name) => flags.flatMap((flag) => (flag.startsWith(`--${name}=`) ? [flag.slice(name.length + 3)] : []));
const mountedFrom = (mount) => mount.split(',').flatMap((field) => /^"?from=([^"]*)"?$/is.exec(field)?.[1] ?? []);
const fromRegistry = (name, contexts) => name === '' || name === 'scratch' || contexts.has(familiar(name)) ? [] : [{ image: name }];
/** A name without what Docker would add to it: that of a further context stands for all of these. */
const familiar = (name) => name.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '').replace(/:latest$/, '');
/** Sources of an ADD that are URLs, or variables of which one may be made; a checksum says what the content is. */
function remoteSources({ keyword, flags, rest, line }, escape) {
    if (keyword !== 'ADD' || valuesOf(flags, 'checksum').some((checksum) => checksum !== ''))
        return [];
    const sources = ((0,dockerfile_instruction/* listOf */.c3)(rest) ?? wordsOf(rest)).slice(0, -1);
    return sources
        .map((source) => (0,dockerfile_word/* expanded */.sz)(source, { escape, variable: () => 'unknown' }) ?? source.replace(/^["']|["']$/g, ''))
        .filter((text) => IS_REMOTE.test(text))
        .map((text) => ({ line, text, kind: text.startsWith('$') ? 'unknown' : 'remote' }));
}
/** A variable, or a URL (BuildKit's util/gitutil and util/sshutil). */
const IS_REMOTE = /^(?:\$|(?:https?|git|ssh):\/\/|[\w-]+@[\w.-]+:)/i;
const wordsOf = (rest) => rest.split(/[\t\v\f\r ]+/);
/**
 * The arguments before the first FROM: they alone count in one. A value of the build overrules the default, but counts
 * for nothing without an ARG, unless it is for one of those that the builder has itself.
 */
function globalVariables(instructions, buildArgs, escape) {
    const values = new Map(BUILDER_ARGUMENTS.map((name) => [name, buildArgs.get(name)]));
    const variable = (name) => {
        const value = values.get(name);
        return value !== undefined ? { value } : values.has(name) ? 'unknown' : 'unset';
    };
    const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    for (const { keyword, rest } of instructions.slice(0, Math.max(first, 0))) {
        if (keyword !== 'ARG')
            continue;
        for (const word of argumentWords(rest, escape)) {
            const [, name = '', written] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
            const given = buildArgs.get(name);
            if (given !== undefined)
                values.set(name, given);
            else if (written !== undefined)
                values.set(name, (0,dockerfile_word/* expanded */.sz)(written, { escape, variable }));
        }
    }
    return variable;
}
const BUILDER_ARGUMENTS = [
    ...['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].flatMap((name) => [`BUILD${name}`, `TARGET${name}`]),
    'TARGETSTAGE',
];
/** Words with their quotes (parser/line_parsers.go, `parseWords`). */
function argumentWords(text, escape) {
    const escaped = escape === '`' ? '`[^]' : '\\\\[^]';
    const word = new RegExp(`(?:${escaped}|'[^']*'?|"(?:${escaped}|[^"])*"?|[^\\s'"])+`, 'g');
    return text.match(word) ?? [];
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/build/ssh/describe.js



/** Agents that do not answer and keys that are not there: the build would fail at the first line that needs them. */
async function sshProblems(sources, workspace, environment) {
    const problems = await Promise.all(sources.map((source) => problemsOf(source, workspace, environment)));
    return problems.flat();
}
async function problemsOf({ id, paths }, workspace, { SSH_AUTH_SOCK }) {
    if (paths.length > 0) {
        const kinds = await Promise.all(paths.map(async (path) => [path, await kindOf((0,external_node_path_.resolve)(workspace, path))]));
        const wrong = kinds.flatMap(([path, kind]) => {
            const why = whyNot(path, kind);
            return why === undefined ? [] : [unusable(id, why)];
        });
        // BuildKit serves either its own agent with the keys, or one that is there.
        const isMixed = paths.length > 1 && kinds.some(([, kind]) => kind === 'agent');
        return isMixed ? [...wrong, unusable(id, 'with the socket of an agent it takes nothing else')] : wrong;
    }
    if (!SSH_AUTH_SOCK)
        return [unusable(id, 'the variable SSH_AUTH_SOCK is not set')];
    const kind = await kindOf((0,external_node_path_.resolve)(workspace, SSH_AUTH_SOCK));
    if (kind === 'agent')
        return [];
    const why = kind === 'deaf' ? 'nobody listens' : 'there is no socket';
    return [unusable(id, `${why} at ${SSH_AUTH_SOCK}, which SSH_AUTH_SOCK names`)];
}
async function kindOf(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found === undefined)
        return 'missing';
    if (found.isSocket())
        return (await answers(path)) ? 'agent' : 'deaf';
    const text = found.isFile() ? await (0,promises_.readFile)(path, 'latin1').catch(() => '') : '';
    return text.includes('PRIVATE KEY-----') ? 'key' : 'other';
}
const answers = (path) => new Promise((settle) => {
    const socket = (0,external_node_net_.connect)(path);
    const end = (isThere) => {
        socket.destroy();
        settle(isThere);
    };
    socket.on('connect', () => end(true)).on('error', () => end(false));
});
function whyNot(path, kind) {
    switch (kind) {
        case 'agent':
        case 'key':
            return undefined;
        case 'missing':
            return `there is no file ${path}`;
        case 'deaf':
            return `nobody listens at ${path}`;
        case 'other':
            return `${path} is neither a private key that can be read nor the socket of an agent`;
    }
}
const unusable = (id, why) => ({
    message: `The SSH keys ${id} cannot be used: ${why}.`,
    remedy: 'Start ssh-agent in a step before, or name a private key that an earlier step wrote; a path begins at the root or in the checkout.',
    input: 'ssh',
});

;// CONCATENATED MODULE: ./build/build/input-digest/canonical.js
/** Grows by one when the same input shall no longer find what was built before. */
const RECIPE = 1;
/**
 * The one text of all that can change the image, whatever the order in which it was given. Build secrets and
 * SSH keys are in it by their ids alone, labels that only tell of the run not at all.
 */
function canonicalText({ target, buildArgs, secrets, ssh, platforms, labels, annotations, compression }, { attestations, extraArgs }, { context, dockerfile, builderPlatform, sourceDateEpoch, buildContexts }) {
    return JSON.stringify([
        RECIPE,
        context,
        dockerfile,
        target ?? null,
        sorted(buildArgs),
        sorted(buildContexts),
        secrets.map(({ id }) => id).sort(),
        platforms.length === 0 ? { builder: builderPlatform } : [...platforms].sort(),
        sorted(labels),
        [...annotations].sort(),
        attestations,
        extraArgs,
        // Only where it is asked for: what was built before is found as before.
        ...(ssh.length === 0 ? [] : [{ ssh: ssh.map(({ id }) => id).sort() }]),
        ...(compression === undefined ? [] : [{ compression }]),
        ...(sourceDateEpoch === undefined ? [] : [{ sourceDateEpoch }]),
    ]);
}
const sorted = (values) => [...values].sort(([one], [other]) => (one < other ? -1 : 1));

;// CONCATENATED MODULE: ./build/build/input-digest/ignore-pattern.js
/**
 * Reads one pattern, cleaned, as Docker's matcher does (github.com/moby/patternmatcher, `Pattern.compile`; the rules
 * of Go's filepath.Match and `**`); undefined for one that Docker refuses. Some of it nobody would guess and an image
 * depends on all the same: `**foo` matches every path that ends with `foo`, and `foo**` every one that begins so.
 */
function readPattern(pattern) {
    if (!WELL_FORMED.test(pattern))
        return undefined;
    const { kind, source } = read(pattern);
    switch (kind) {
        case 'exact':
            return (path) => path === pattern;
        case 'prefix': {
            const prefix = pattern.slice(0, -DOUBLE_STAR);
            return (path) => path.startsWith(prefix);
        }
        case 'suffix': {
            const suffix = pattern.slice(DOUBLE_STAR);
            return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
        }
        case 'expression': {
            const expression = expressionOf(source);
            return expression === undefined ? undefined : (path) => expression.test(path);
        }
    }
}
const DOUBLE_STAR = '**'.length;
/** What filepath.Match calls a pattern: sets are closed and not empty, and a backslash has something behind it. */
const WELL_FORMED = /^(?:[^[\\]|\\.|\[(?:\^|(?!\^))(?:(?:\\.|[^\]\\-])(?:-(?:\\.|[^\]\\-]))?)+\])*$/su;
/** Token by token, sets too, in which `*` and `?` mean what they mean outside: so does Docker. */
function read(pattern) {
    let kind = 'exact';
    let source = '';
    for (let rest = pattern; rest !== '';) {
        const token = TOKEN.exec(rest)?.[0] ?? rest;
        const isFirst = rest === pattern;
        rest = rest.slice(token.length);
        if (token.startsWith('**')) {
            source += rest === '' ? '.*' : '(.*/)?';
            kind = isFirst ? 'suffix' : rest === '' && kind === 'exact' ? 'prefix' : 'expression';
            continue;
        }
        source += SOURCES.get(token) ?? (ESCAPED.test(token) ? `\\${token}` : token);
        if (/^[*?\\[\]]/.test(token))
            kind = 'expression';
    }
    return { kind, source };
}
const TOKEN = /^(?:\*\*\/?|\\.|.)/su;
const SOURCES = new Map([
    ['*', '[^/]*'],
    ['?', '[^/]'],
]);
const ESCAPED = /^[.+()|{}$]$/;
/** A regular expression of Go as one of ECMAScript, from start to end; undefined where Go has none. */
function expressionOf(source) {
    const parts = [];
    for (let rest = source; rest !== '';) {
        const [token = ''] = /^(?:\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.)/su.exec(rest) ?? [];
        const part = token.length > 1 && token.startsWith('[') ? setOf(token) : translated(token);
        if (part === undefined)
            return undefined;
        parts.push(part);
        rest = rest.slice(token.length);
    }
    try {
        return new RegExp(`^${parts.join('')}$`, 'u');
    }
    catch {
        return undefined;
    }
}
function translated(token) {
    if (token.startsWith('\\'))
        return escapeOf(token, OUTSIDE);
    switch (token) {
        case '.':
            return '[^\\n]';
        case '(':
            return '(?:';
        case ')':
        case '?':
        case '*':
        case '^':
            return token;
        default:
            return literal(token);
    }
}
/** A set; undefined for one with a named class, such as `[[:digit:]]`. */
function setOf(token) {
    const [, sign = '', content = ''] = /^\[(\^?)(.*)\]$/su.exec(token) ?? [];
    if (content.includes('[:'))
        return undefined;
    const parts = content
        .match(/\\.|./gsu)
        ?.map((part) => (part.startsWith('\\') ? escapeOf(part, INSIDE) : part === '-' ? part : literal(part)));
    return parts?.every((part) => part !== undefined) === true ? `[${sign}${parts.join('')}]` : undefined;
}
/** What a letter behind a backslash means to Go's regexp/syntax, as ECMAScript says it. */
const INSIDE = new Map([
    ...Array.from('dDwWfnrtv', (letter) => [letter, `\\${letter}`]),
    ['a', '\\x07'],
    ['s', '\\t\\n\\f\\r '],
]);
const OUTSIDE = new Map([
    ...INSIDE,
    ['s', '[\\t\\n\\f\\r ]'],
    ['S', '[^\\t\\n\\f\\r ]'],
    ['A', '^'],
    ['z', '$'],
    ['b', '\\b'],
    ['B', '\\B'],
]);
function escapeOf(token, letters) {
    const character = token.slice(1);
    if (/^[A-Za-z0-9\u0080-\u{10ffff}]/u.test(character))
        return letters.get(character);
    return literal(character);
}
const literal = (character) => character.replace(/[-\\^$.*+?()[\]{}|/]/u, '\\$&');

;// CONCATENATED MODULE: ./build/build/input-digest/ignore.js


/**
 * Reads a .dockerignore file as Docker does (github.com/moby/patternmatcher, `ignorefile.ReadAll` and `New`): one
 * pattern a line, relative to the context, with or without a slash before it; a line that begins with `#` is a
 * comment; blanks around a pattern mean nothing.
 */
function parseIgnore(text) {
    const rules = [];
    const problems = [];
    for (const [index, line] of text.replace(/^\uFEFF/, '').split('\n').entries()) {
        if (line.startsWith('#') || (0,blank/* trimmed */.dE)(line) === '')
            continue;
        const rule = ruleOf((0,blank/* trimmed */.dE)(line));
        if (rule === undefined)
            problems.push({ line: index + 1, text: (0,blank/* trimmed */.dE)(line) });
        else if (rule !== 'nothing')
            rules.push(rule);
    }
    return { rules, problems };
}
/** Docker trims and cleans twice: `/!a` is an exception, too, and `/ a` means `a`. */
function ruleOf(line) {
    const isNegated = line.startsWith('!');
    const path = isNegated ? (0,blank/* trimmed */.dE)(line.slice(1)) : line;
    const relative = path === '' ? '' : cleaned(path).replace(/^\/(?=.)/s, '');
    const again = (0,blank/* trimmed */.dE)(isNegated ? `!${relative}` : relative);
    if (again === '')
        return 'nothing';
    const whole = cleaned(again);
    if (whole === '!')
        return undefined;
    const isException = whole.startsWith('!');
    const pattern = isException ? whole.slice(1) : whole;
    const matches = readPattern(pattern);
    return matches === undefined ? undefined : { matches, isException, place: ignore_placeOf(pattern) };
}
/**
 * Goes through the rules in their order; `parent` is what came of the folder the path is in (patternmatcher,
 * `MatchesUsingParentResults`). A rule that could not change anything is not asked, so that it does not count for what
 * is in a folder either: after `*.md` the exception `!docs` brings `docs/a.md` back only if it stands for all in it.
 */
function matchPath(path, rules, parent) {
    let isIgnored = false;
    const byRule = rules.map(({ matches, isException }, index) => {
        const isMatched = parent?.byRule[index] === true || (isException === isIgnored && matches(path));
        if (isMatched)
            isIgnored = !isException;
        return isMatched;
    });
    return { isIgnored, byRule };
}
/** Whether an exception could match something in a folder that is left out: only then Docker looks into it. */
function isEntered(folder, rules) {
    return rules.some(({ isException, place }) => isException && (place === undefined || `${place}/`.startsWith(`${folder}/`)));
}
/** The pattern without `/*` or `/**` at its end; undefined where other wildcards remain (fsutil, `NewFilterFS`). */
function ignore_placeOf(pattern) {
    const place = pattern.replace(/\/\*\*$/, '').replace(/\/\*$/, '');
    return /[*[\]?^\\]/.test(place) ? undefined : place;
}
/** The path without `.`, `..` and double slashes (filepath.Clean). */
function cleaned(path) {
    const isRooted = path.startsWith('/');
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (!isRooted)
            parts.push(part);
    }
    return `${isRooted ? '/' : ''}${parts.join('/')}` || '.';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/build/input-digest/file-name.js
/**
 * The text of a file's name, whose bytes need not be valid UTF-8: a byte that belongs to no character becomes a lone
 * surrogate of its own, so that two names are never one text. To the wildcards of a pattern it is one character, as to
 * Go; no pattern names it, since the builder gets patterns as valid text.
 */
function readName(bytes) {
    const text = DECODER.decode(bytes);
    return text.includes('\uFFFD') ? textOf(bytes) : text;
}
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
/** The Unicode Standard, table 3-7 "Well-Formed UTF-8 Byte Sequences", over bytes as characters. */
const file_name_WELL_FORMED = /[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|[\x80-\xff]/g;
const INVALID = 0xdc00;
function textOf(bytes) {
    const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return characters.replace(file_name_WELL_FORMED, (sequence) => sequence.length === 1
        ? String.fromCharCode(INVALID + sequence.charCodeAt(0))
        : DECODER.decode(Uint8Array.from(sequence, (byte) => byte.charCodeAt(0))));
}

;// CONCATENATED MODULE: ./build/build/input-digest/permissions.js
/** What git gives what it checks out under the umask of 022; a tree's id tells of nothing beyond the executable bit. */
const CHECKED_OUT = {
    file: 0o644,
    executable: 0o755,
    folder: 0o755,
    pipe: 0o644,
    device: 0o644,
};
/**
 * The permissions of something, as four octal digits with set-user-id, set-group-id and sticky bit, where they are other
 * ones than those that its kind has in a checkout: COPY gives them to the image. A symlink has none of its own.
 */
function ownPermissions(kind, mode) {
    const permissions = mode & 0o7777;
    if (kind === 'symlink' || permissions === CHECKED_OUT[kind])
        return undefined;
    return permissions.toString(8).padStart(4, '0');
}

;// CONCATENATED MODULE: ./build/build/input-digest/tree.js
const MODES = {
    file: '100644',
    executable: '100755',
    symlink: '120000',
    folder: '40000',
    pipe: '10000',
    device: '20000',
};
/** The content of a git object of type tree, whose SHA-1 is its id (git's documentation, "gitformat-pack"). */
function treeContent(entries) {
    const sorted = [...entries].sort((one, other) => compareBytes(sortKey(one), sortKey(other)));
    return joined(sorted.flatMap(({ kind, name, id }) => [ascii(`${MODES[kind]} `), name, Uint8Array.of(0), id]));
}
/** What git hashes of an object: its type and length stand before its content. */
const objectHeader = (type, length) => ascii(`${type} ${length}\0`);
/** Git sorts a folder as if a slash stood behind its name. */
const sortKey = ({ kind, name }) => kind === 'folder' ? joined([name, Uint8Array.of(SLASH)]) : name;
const SLASH = 0x2f;
function compareBytes(one, other) {
    const shorter = Math.min(one.length, other.length);
    for (let at = 0; at < shorter; at += 1) {
        const difference = (one[at] ?? 0) - (other[at] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return one.length - other.length;
}
const ascii = (text) => new TextEncoder().encode(text);
function joined(parts) {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}

;// CONCATENATED MODULE: ./build/build/input-digest/load.js








/**
 * Hashes all files of a folder that its .dockerignore does not leave out, folder by folder, so that no more is held than
 * the entries on the way to one. Symlinks are not followed. Rejects with the system's error where a file cannot be read.
 */
async function loadTree(folder, rules, signal) {
    const walk = new Walk(rules, signal);
    const { entries } = await walk.contentsOf({ path: Buffer.from(folder), name: '', match: undefined });
    return {
        id: Buffer.from(treeId(entries)).toString('hex'),
        files: walk.files,
        bytes: walk.bytes,
        emptyFolders: walk.emptyFolders.sort(),
        permissions: walk.permissions.sort(byName).map(([name, mode]) => `${mode} ${name}`),
        hasGitFolder: walk.hasGitFolder,
    };
}
const byName = ([one], [other]) => one < other ? -1 : 1;
const load_SLASH = Buffer.from('/');
const LARGE = 1_000_000;
const AT_ONCE = 16;
class Walk {
    files = 0;
    bytes = 0;
    hasGitFolder = false;
    emptyFolders = [];
    /** By path. */
    permissions = [];
    #rules;
    #signal;
    constructor(rules, signal) {
        this.#rules = rules;
        this.#signal = signal;
    }
    async contentsOf(folder) {
        this.#signal.throwIfAborted();
        const listed = await (0,promises_.readdir)(folder.path, { withFileTypes: true, encoding: 'buffer' });
        const places = listed.map((entry) => this.#placeOf(entry, folder));
        const entries = [];
        await eachOf(places.filter(({ entry, match }) => !entry.isDirectory() && !match.isIgnored), async (place) => {
            entries.push(await this.#file(place));
        });
        let hasFolders = false;
        for (const place of places.filter(({ entry }) => entry.isDirectory())) {
            const sent = await this.#folder(place);
            hasFolders ||= sent !== undefined;
            if (sent?.entry !== undefined)
                entries.push(sent.entry);
        }
        return { entries, hasFolders };
    }
    #placeOf(entry, folder) {
        const text = readName(entry.name);
        const name = folder.name === '' ? text : `${folder.name}/${text}`;
        const path = Buffer.concat([folder.path, load_SLASH, entry.name]);
        return { entry, name, path, match: matchPath(name, this.#rules, folder.match) };
    }
    /** Undefined where it is not sent; without an entry where it is, but no file in it. */
    async #folder(place) {
        const { entry, name, path, match } = place;
        if (match.isIgnored && !isEntered(name, this.#rules))
            return undefined;
        if (readName(entry.name) === '.git') {
            this.hasGitFolder = true;
            return undefined;
        }
        const { entries, hasFolders } = await this.contentsOf(place);
        // A folder is sent though all in it is left out, unless it is left out itself.
        if (match.isIgnored && entries.length === 0 && !hasFolders)
            return undefined;
        this.#note('folder', place, await (0,promises_.lstat)(path));
        if (entries.length > 0)
            return { entry: { kind: 'folder', name: entry.name, id: treeId(entries) } };
        // Those within it say that it is there.
        if (!hasFolders)
            this.emptyFolders.push(name);
        return { entry: undefined };
    }
    async #file(place) {
        this.#signal.throwIfAborted();
        const { entry, path } = place;
        this.files += 1;
        if (entry.isSymbolicLink()) {
            return { kind: 'symlink', name: entry.name, id: blobId(await (0,promises_.readlink)(path, { encoding: 'buffer' })) };
        }
        const status = await (0,promises_.lstat)(path);
        const kind = load_kindOf(status);
        this.#note(kind, place, status);
        if (!entry.isFile())
            return { kind, name: entry.name, id: blobId(Buffer.from(deviceOf(status))) };
        this.bytes += status.size;
        const id = status.size > LARGE ? await largeBlobId(path, status.size) : blobId(await (0,promises_.readFile)(path));
        return { kind, name: entry.name, id };
    }
    #note(kind, { name }, { mode }) {
        const permissions = ownPermissions(kind, mode);
        if (permissions !== undefined)
            this.permissions.push([name, permissions]);
    }
}
/** Does something for each item, so many at once. */
async function eachOf(items, work) {
    const left = items.values();
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        for (const item of left)
            await work(item);
    }));
}
const isDevice = (status) => status.isCharacterDevice() || status.isBlockDevice();
/** A socket arrives as an empty file, pipes and devices as what they are (fsutil, `mkstat`). */
function load_kindOf(status) {
    if (status.isFIFO())
        return 'pipe';
    if (isDevice(status))
        return 'device';
    return (status.mode & 0o100) === 0 ? 'file' : 'executable';
}
const deviceOf = (status) => (isDevice(status) ? String(status.rdev) : '');
function treeId(entries) {
    const content = treeContent(entries);
    return (0,external_node_crypto_.createHash)('sha1').update(objectHeader('tree', content.length)).update(content).digest();
}
const blobId = (content) => (0,external_node_crypto_.createHash)('sha1').update(objectHeader('blob', content.length)).update(content).digest();
async function largeBlobId(path, size) {
    const hash = (0,external_node_crypto_.createHash)('sha1').update(objectHeader('blob', size));
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash, { end: false });
    return hash.digest();
}

;// CONCATENATED MODULE: ./build/build/input-digest/describe.js










/** Reads all that the checkout decides of an image; every problem of its files at once. Changes nothing. */
async function describeSource(image, { options, environment, workspace, signal }) {
    const context = (0,external_node_path_.resolve)(workspace, image.context);
    const dockerfile = image.file === undefined ? (0,external_node_path_.join)(context, 'Dockerfile') : (0,external_node_path_.resolve)(workspace, image.file);
    const place = { image, context, dockerfile, workspace };
    const noContext = await contextProblems(place);
    const problems = [
        ...noContext,
        ...(await secretProblems(place, environment)),
        ...(await sshProblems(image.ssh, workspace, environment)),
        ...(noContext.length > 0 && image.file === undefined ? [] : await fileProblems(place)),
    ];
    if (problems.length > 0)
        return (0,inputs_problem/* refused */.J5)(...problems);
    const bytes = await (0,promises_.readFile)(dockerfile);
    const facts = readDockerfile(bytes.toString('utf8'), image.buildArgs, new Set(image.buildContexts.keys()));
    // The rules for a Dockerfile of its own, if there are such, come before those of the context.
    const ignore = await loadIgnore([`${dockerfile}.dockerignore`, (0,external_node_path_.join)(context, '.dockerignore')], place);
    const contexts = await Promise.all([...image.buildContexts].map(async ([name, source]) => [name, await furtherContext(name, source, place)]));
    const wrong = [
        ...(image.target === undefined || hasStage(facts, image.target) ? [] : [noStage(place, facts.stages)]),
        ...(ignore.ok ? [] : ignore.problems),
        ...contexts.flatMap(([, further]) => (further.ok ? [] : further.problems)),
    ];
    if (wrong.length > 0 || !ignore.ok)
        return (0,inputs_problem/* refused */.J5)(...wrong);
    const tree = await loadTree(context, ignore.value, signal);
    const contents = await Promise.all(contexts.flatMap(([name, further]) => further.ok ? [contentOf(further.value, signal).then((content) => [name, content])] : []));
    const content = canonicalText(image, options, {
        context: describe_treeContent(tree),
        dockerfile: await hexOf(bytes),
        builderPlatform: environment['DOCKER_DEFAULT_PLATFORM'] || (0,external_node_os_.arch)(),
        sourceDateEpoch: environment['SOURCE_DATE_EPOCH'],
        buildContexts: new Map(contents),
    });
    const named = facts.images.concat([...image.buildContexts.values()].flatMap(imageIn));
    return (0,inputs_problem/* parsed */.Yz)({
        digest: await hexOf(content),
        bases: [...new Set(named)].filter((name) => !name.includes('@sha256:')).sort(),
        files: tree.files,
        bytes: tree.bytes,
        unseen: [
            ...(tree.hasGitFolder ? [GIT_IS_SENT] : []),
            ...[...image.buildContexts].flatMap(([name, source]) => (IS_FETCHED.test(source) ? [fetchedContext(name)] : [])),
            ...facts.unseen.map((source) => sentenceOf(source, nameOf(place, dockerfile))),
        ],
        dockerfile,
        context,
    });
}
function sentenceOf({ line, text, kind }, file) {
    switch (kind) {
        case 'remote':
            return `${file}:${line} takes ${text}, which is fetched when it is built: its changes are not seen.`;
        case 'unknown':
            return `${file}:${line} takes ${text}, which only the builder can name: its changes are not seen.`;
        case 'frontend':
            return `${file}:${line} has it read by ${text}, which is none of Docker's frontends: of what that takes, only the context is sure to be seen.`;
    }
}
const GIT_IS_SENT = 'The folder .git is sent to the builder, and is no part of the input digest: name it in .dockerignore.';
const IS_FETCHED = /^(?:(?:https?|git|ssh):\/\/|git@)/;
// Its URL may hold a token.
const fetchedContext = (name) => `The build context ${name} is fetched when it is built: its changes are not seen.`;
/** A path as annotations want it: relative to the checkout. */
const nameOf = ({ workspace }, path) => (0,external_node_path_.relative)(workspace, path) || '.';
const isInside = (folder, path) => {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith('../') && !(0,external_node_path_.isAbsolute)(way);
};
async function contextProblems({ image, context }) {
    const found = await (0,promises_.stat)(context).catch(() => undefined);
    if (found?.isDirectory() === true)
        return [];
    const isUrl = /^(?:[a-z+]+:\/\/|git@)/.test(image.context);
    return [
        {
            message: `The context ${image.context} ${isUrl ? 'is a URL' : found === undefined ? 'does not exist' : 'is no folder'}.`,
            remedy: isUrl
                ? 'Check the repository out in a step before, and name its folder.'
                : 'Name a folder of the checkout, and check that a step checked the repository out.',
            input: 'context',
        },
    ];
}
async function fileProblems(place) {
    const { context, dockerfile, workspace } = place;
    const name = nameOf(place, dockerfile);
    if (!isInside(workspace, dockerfile) && !isInside(context, dockerfile)) {
        return [
            {
                message: `The Dockerfile ${name} lies outside of context and checkout.`,
                remedy: 'Name a file of the checkout.',
                input: 'file',
            },
        ];
    }
    const found = await (0,promises_.stat)(dockerfile).catch(() => undefined);
    if (found?.isFile() === true)
        return (await leaves((0,external_node_path_.dirname)(dockerfile), dockerfile)) ? [leads(place, dockerfile)] : [];
    return [
        {
            message: `The Dockerfile ${name} ${found === undefined ? 'does not exist' : 'is no file'}.`,
            remedy: 'Name it with the input file, relative to the checkout.',
            input: 'file',
        },
    ];
}
/** Whether a link leads out of the folder that the builder is given, or is absolute: it does not follow such a one. */
async function leaves(folder, path) {
    const target = await (0,promises_.readlink)(path).catch(() => '');
    return (0,external_node_path_.isAbsolute)(target) || !isInside(await (0,promises_.realpath)(folder), await (0,promises_.realpath)(path));
}
const leads = (place, path) => ({
    message: `${nameOf(place, path)} is a link that leads out of its folder, or is absolute, which the builder does not follow.`,
    remedy: 'Put a copy of the file in its place; a Dockerfile can also be named by the input file where it really is.',
    location: { file: nameOf(place, path) },
});
async function secretProblems({ image, workspace }, environment) {
    const problems = await Promise.all(image.secrets.map(async (secret) => {
        if (secret.from === 'env') {
            const value = environment[secret.variable];
            if (value === undefined)
                return [missingSecret(secret.id, `the variable ${secret.variable} is not set`)];
            // What GitHub puts where a secret does not exist, or the run may not have it.
            return value === '' ? [missingSecret(secret.id, `the variable ${secret.variable} is empty`)] : [];
        }
        const found = await (0,promises_.stat)((0,external_node_path_.resolve)(workspace, secret.path)).catch(() => undefined);
        return found?.isFile() === true ? [] : [missingSecret(secret.id, `there is no file ${secret.path}`)];
    }));
    return problems.flat();
}
const missingSecret = (id, why) => ({
    message: `The build secret ${id} cannot be read: ${why}.`,
    remedy: 'Set it under env of this step, or name a file that an earlier step wrote.',
    input: 'secrets',
});
const noStage = (place, stages) => ({
    message: `${nameOf(place, place.dockerfile)} has no stage ${place.image.target ?? ''}.`,
    remedy: `Its stages are ${stages.join(', ') || 'none'}.`,
    input: 'target',
    location: { file: nameOf(place, place.dockerfile) },
});
/** The rules of the first of these files that is there. */
async function loadIgnore(paths, place) {
    for (const path of paths) {
        const text = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
        if (text === undefined)
            continue;
        if (await leaves((0,external_node_path_.dirname)(path), path))
            return (0,inputs_problem/* refused */.J5)(leads(place, path));
        const { rules, problems } = parseIgnore(text);
        if (problems.length === 0)
            return (0,inputs_problem/* parsed */.Yz)(rules);
        return (0,inputs_problem/* refused */.J5)(...problems.map(({ line, text: pattern }) => ({
            message: `${JSON.stringify(pattern)} is no pattern.`,
            remedy: 'Close its bracket, and write neither an exclamation mark alone nor a backslash at the end.',
            location: { file: nameOf(place, path), line },
        })));
    }
    return (0,inputs_problem/* parsed */.Yz)([]);
}
async function furtherContext(name, source, place) {
    if (/^(?:target|input):/.test(source))
        return (0,inputs_problem/* refused */.J5)(notOurs(name));
    const layout = /^oci-layout:\/\/([^:@]*)/.exec(source)?.[1];
    if (layout === undefined && IS_ELSEWHERE.test(source))
        return (0,inputs_problem/* parsed */.Yz)({ kind: 'named', text: source });
    const path = (0,external_node_path_.resolve)(place.workspace, layout ?? source);
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found?.isDirectory() !== true) {
        return (0,inputs_problem/* refused */.J5)({
            message: `The build context ${name} ${found === undefined ? 'does not exist' : 'is no folder'}: ${source}.`,
            remedy: 'Name a folder of the checkout, docker-image://IMAGE, oci-layout://FOLDER, or a URL.',
            input: 'build-contexts',
        });
    }
    if (layout !== undefined)
        return (0,inputs_problem/* parsed */.Yz)({ kind: 'layout', path, text: source });
    const rules = await loadIgnore([(0,external_node_path_.join)(path, '.dockerignore')], place);
    return rules.ok ? (0,inputs_problem/* parsed */.Yz)({ kind: 'folder', path, rules: rules.value }) : rules;
}
const notOurs = (name) => ({
    message: `The build context ${name} is another target of a bake file, which there is none of here.`,
    remedy: 'Make it a stage of the same Dockerfile, or build that image in a step before and name it by docker-image://.',
    input: 'build-contexts',
});
const IS_ELSEWHERE = /^(?:[a-z][a-z+-]*:\/\/|git@)/;
async function contentOf(context, signal) {
    switch (context.kind) {
        case 'named':
            return context;
        case 'layout': {
            const { id } = await loadTree(context.path, [], signal);
            return { kind: 'layout', id, text: context.text };
        }
        case 'folder': {
            return describe_treeContent(await loadTree(context.path, context.rules, signal));
        }
    }
}
const describe_treeContent = ({ id, emptyFolders, permissions }) => ({
    kind: 'tree',
    id,
    emptyFolders,
    permissions,
});
const imageIn = (source) => {
    const [, image] = /^docker-image:\/\/(.+)$/.exec(source) ?? [];
    return image === undefined ? [] : [image];
};

;// CONCATENATED MODULE: ./build/build/promote/denied.js
const FORBIDDEN = /\b([A-Z]+) request to https?:\/\/[^/\s]+\/v2\/(\S+?)\/(blobs\/uploads|blobs|manifests)\/\S*: 403 Forbidden/;
/** The action that a request to the registry stands for: Amazon ECR user guide, "Private repository policies". */
const ACTIONS = new Map([
    ['GET manifests', 'ecr:BatchGetImage'],
    ['HEAD manifests', 'ecr:BatchGetImage'],
    ['PUT manifests', 'ecr:PutImage'],
    ['GET blobs', 'ecr:GetDownloadUrlForLayer'],
    ['HEAD blobs', 'ecr:BatchCheckLayerAvailability'],
    ['POST blobs/uploads', 'ecr:InitiateLayerUpload'],
    ['PATCH blobs/uploads', 'ecr:UploadLayerPart'],
    ['PUT blobs/uploads', 'ecr:CompleteLayerUpload'],
]);
/** Reads what was denied from an error that tells the request alone, and not what ECR said to it. */
function deniedAction(message) {
    const [, method = '', repository = '', what = ''] = FORBIDDEN.exec(message) ?? [];
    const action = ACTIONS.get(`${method} ${what}`);
    return action === undefined ? undefined : { action, repository };
}

;// CONCATENATED MODULE: ./build/build/promote/copy.js






/**
 * Copies an image with all that belongs to it, by digest and without a tag; again, at most three times, where a registry
 * was busy. Resolves to what the repository has then, which are the very bytes of the source. Throws a UserError.
 */
async function copyImage(described, context) {
    const { source, repository } = described;
    const { digest } = source.image;
    for (let tried = 1;; tried += 1) {
        const failure = await context.copy(`${source.uri}@${digest}`, `${repository.uri}@${digest}`);
        if (failure === undefined)
            return copied(described, context);
        if (context.signal.aborted)
            throw new inputs_problem/* UserError */.yo(CANCELLED);
        if (tried > copy_MOST_RETRIES || !(0,failure_failure/* isWorthAnotherTry */.r)(failure))
            throw new inputs_problem/* UserError */.yo(copyProblem(described, failure));
        await waitBefore(tried, failure, context);
    }
}
const copy_MOST_RETRIES = 3;
async function copied({ promotion, source, repository }, { aws, signal }) {
    const { digest } = source.image;
    const ecr = await aws.ecr(repository.region);
    const place = { registryId: repository.account, repositoryName: repository.name };
    const image = await describeDigest(ecr, { ...place, digest }, signal);
    if (image?.lacks.length === 0 && image.manifest === source.image.manifest)
        return image;
    throw new inputs_problem/* UserError */.yo({
        message: `Image ${promotion.name}: ${digest} was copied to ${repository.uri}, and the registry does not have it whole.`,
        remedy: 'Run the job again; if that does not help, look for a proxy or a mirror before the registry.',
    });
}
function copyProblem({ promotion: { name }, source, repository }, failure) {
    return {
        message: `Image ${name}: it could not be copied from ${source.uri} to ${repository.uri}: ${(0,build/* buildProblem */.Um)(failure).message}`,
        remedy: copyRemedy(failure),
    };
}
function copyRemedy(failure) {
    const denied = deniedAction(failure.message);
    if (denied !== undefined)
        return `Allow ${denied.action} on the repository ${denied.repository} in the policy of the role that the job assumes, and where it is of another account in the policy of the repository, too.`;
    // There is neither Dockerfile nor input that could be to blame for what nobody knows.
    return failure.kind === 'dockerfile' || failure.kind === 'arguments'
        ? 'Correct what it names, then run the job again.'
        : (0,build/* buildProblem */.Um)(failure).remedy;
}

;// CONCATENATED MODULE: ./build/build/promote/describe.js








/** Finds every source and every target. Throws a UserError with all problems of both. */
async function describePromotions(request, ports) {
    const readers = readersOf(ports);
    const found = await Promise.all(request.images.map(async (promotion) => {
        const [source, target] = await Promise.all([
            describeSourceImage(promotion, ports, readers),
            describeTarget(promotion, ports, readers),
        ]);
        return { promotion, source, target };
    }));
    const problems = found.flatMap(({ source, target }) => [
        ...(source.ok ? [] : source.problems),
        ...(target.repository.ok ? [] : target.repository.problems),
    ]);
    if (problems.length > 0)
        throw new inputs_problem/* UserError */.yo(problems);
    warnOfUnknown(found.map(({ target }) => target.found), ports);
    const logins = new Map();
    const images = [];
    for (const { promotion, source, target } of found) {
        if (!source.ok || !target.repository.ok)
            continue;
        const { uri, region, image } = source.value;
        const repository = target.repository.value;
        logins.set(hostOf(uri), (await readers.tokens(region)).auth);
        logins.set(hostOf(repository.uri), (await readers.tokens(repository.region)).auth);
        images.push({ promotion, source: { uri, image }, repository });
    }
    ports.signal.throwIfAborted();
    return { images, logins };
}
async function describeSourceImage({ name, source: { repository, digest } }, { aws, signal }, { tokens }) {
    const place = repositoryPlace(repository, aws.region);
    const { host } = await tokens(aws.region);
    const own = hostOf(repository);
    if ((0,reference/* imageReference */.r)(repository).ecr === undefined && own !== '' && own !== host) {
        return (0,inputs_problem/* refused */.J5)(problemOf(name, `${own} is no registry of Amazon ECR.`, FROM_ECR));
    }
    const ecr = await aws.ecr(place.region);
    const wanted = { registryId: place.account, repositoryName: place.name, digest };
    try {
        const image = await describeDigest(ecr, wanted, signal);
        const problem = image === undefined ? missing(name, place, digest) : incomplete(name, place, image);
        if (image === undefined || problem !== undefined)
            return (0,inputs_problem/* refused */.J5)(problem ?? missing(name, place, digest));
        const uri = own === '' ? `${host}/${place.name}` : repository;
        return (0,inputs_problem/* parsed */.Yz)({ uri, region: place.region, image });
    }
    catch (error) {
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure?.code === 'RepositoryNotFoundException')
            return (0,inputs_problem/* refused */.J5)(problemOf(name, `there is no repository ${placeText(place)}.`, LOOK_THERE));
        if (failure?.kind !== 'denied')
            throw error;
        const { message, remedy } = (0,report_failure/* failureProblem */.Gq)(failure, place.region);
        return (0,inputs_problem/* refused */.J5)(problemOf(name, `the repository ${placeText(place)} may not be read: ${message}`, place.account === undefined || host.startsWith(`${place.account}.`) ? remedy : `${remedy} ${OTHER_ACCOUNT}`));
    }
}
async function describeTarget(promotion, { aws }, { tokens, repositories }) {
    const place = repositoryPlace(promotion.repository, aws.region);
    const [found, { host: ownHost }] = await Promise.all([repositories(place), tokens(aws.region)]);
    const problems = repositoryProblem(promotion, place, { found, ownHost });
    const repository = problems.length > 0
        ? (0,inputs_problem/* refused */.J5)(...problems)
        : (0,inputs_problem/* parsed */.Yz)(targetRepository(promotion, place, { found, ownHost }));
    return { found, repository };
}
const placeText = ({ name, account, region }) => `${name} in ${account ?? 'this account'}, region ${region}`;
const problemOf = (name, what, remedy) => ({
    message: `Image ${name}: from-image: ${what}`,
    remedy,
    input: 'from-image',
});
const missing = (name, place, digest) => problemOf(name, `the repository ${placeText(place)} has no image ${digest}.`, LOOK_THERE);
const incomplete = (name, place, { digest, lacks }) => lacks.length === 0
    ? undefined
    : problemOf(name, `of the index ${digest} the repository ${placeText(place)} lacks ${lacks.join(' and ')}.`, 'Build it again; and see that no lifecycle policy expires images of an index.');
const FROM_ECR = 'Write an image of Amazon ECR, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/reservation/web@sha256:….';
const LOOK_THERE = 'Check account, region, name and digest, and that no lifecycle policy has expired the image.';
const OTHER_ACCOUNT = 'The policy of that repository must allow it as well, since it is of another account.';

;// CONCATENATED MODULE: ./build/build/promote/plan.js
/** Decides before anything is copied. Which image a tag shall have is certain: no other one is taken for it. */
function planPromotion(situation) {
    const { name, digest, tags, there, found, mutability, onExistingTag } = situation;
    const problems = [];
    const newTags = [];
    for (const tag of tags) {
        const holder = found.get(tag)?.digest;
        if (holder === digest)
            continue;
        newTags.push(tag);
        if (holder === undefined)
            continue;
        if (mutability(tag) === 'fixed')
            problems.push(fixed(name, tag, holder));
        else if (onExistingTag === 'fail')
            problems.push(plan_taken(name, tag, holder));
    }
    if (problems.length > 0)
        return { kind: 'refuse', problems };
    return { kind: 'promote', image: there?.lacks.length === 0 ? there : undefined, newTags };
}
const fixed = (name, tag, holder) => ({
    message: `Image ${name}: nobody may move the tag ${tag}, and another image has it: ${holder}.`,
    remedy: 'Choose a tag of this image alone, such as {{sha}}, or exclude it from immutability in the repository.',
    input: 'tags',
});
const plan_taken = (name, tag, holder) => ({
    message: `Image ${name}: the tag ${tag} is there already, on ${holder}.`,
    remedy: 'Choose a tag of this image alone, such as {{sha}}, or let on-existing-tag be overwrite.',
    input: 'tags',
});

;// CONCATENATED MODULE: ./build/build/promote/promote.js












/**
 * Takes images that were built before to their repositories, byte for byte, and puts the tags on them. Nothing is copied
 * or tagged before everything is checked. Throws a UserError with all problems.
 */
async function promoteImages(request, ports) {
    const began = ports.clock.now();
    const { images, logins } = await describePromotions(request, ports);
    const planned = await planPromotions(images, request, ports);
    const plan = planned.map(build/* promotionLine */.oh);
    if (request.dryRun)
        ports.log.say(build/* DRY_RUN */.yE);
    ports.log.say(...plan);
    const docker = builderOnce(() => ports.openBuilder(logins, { builder: undefined }));
    try {
        if (planned.some(({ plan }) => plan.image === undefined)) {
            const { machinery } = await docker.opened();
            if (machinery.frontend === 'plain')
                throw new inputs_problem/* UserError */.yo(NO_BUILDX);
        }
        const copy = async (source, target) => (await docker.opened()).copy(source, target);
        const ways = (request.dryRun ? [] : planned).map((image) => ({
            region: image.described.repository.region,
            take: () => promoteImage(image, { ...ports, copy }),
            standing: () => promote_standingOf(image),
        }));
        const ended = await settleImages(ways, ports.signal);
        return { plan, isDryRun: request.dryRun, ...ended, steps: [], milliseconds: ports.clock.now() - began };
    }
    finally {
        await docker.close();
    }
}
const promote_standingOf = ({ described: { promotion, repository }, plan: { image } }) => ({
    name: promotion.name,
    image: image === undefined ? undefined : `${repository.uri}@${image.digest}`,
});
const NO_BUILDX = {
    message: 'This Docker has no Buildx, by which images are copied from one repository to another.',
    remedy: 'Install Docker Buildx in a step before, such as by docker/setup-buildx-action.',
};
async function planPromotions(images, request, ports) {
    const problems = [];
    const planned = await Promise.all(images.map((image) => promote_planOne(image, request, { ports, problems })));
    const all = planned.flatMap((image) => image ?? []);
    problems.push(...sharedTags(all.map(promote_claimOf)));
    if (problems.length > 0)
        throw new inputs_problem/* UserError */.yo(problems);
    return all;
}
async function promote_planOne(described, { onExistingTag }, { ports, problems }) {
    const { promotion, source, repository } = described;
    const { digest } = source.image;
    const tags = tagsOfRun(promotion, undefined, { ports, problems });
    const ecr = await ports.aws.ecr(repository.region);
    const place = { registryId: repository.account, repositoryName: repository.name };
    const [there, found] = repository.exists
        ? await Promise.all([
            describeDigest(ecr, { ...place, digest }, ports.signal),
            describeTags(ecr, { ...place, tags }, ports.signal),
        ])
        : [undefined, new Map()];
    const { name } = promotion;
    const { mutability } = repository;
    const plan = planPromotion({ name, digest, tags, there, found, mutability, onExistingTag });
    if (plan.kind === 'promote')
        return { described, found, plan };
    problems.push(...plan.problems);
    return undefined;
}
const promote_claimOf = ({ described: { promotion, source, repository }, plan }) => ({
    name: promotion.name,
    repository: repository.uri,
    content: source.image.digest,
    tags: plan.newTags,
});
async function promoteImage({ described, found, plan }, context) {
    const { promotion, source, repository } = described;
    const image = plan.image ?? (await copyImage(described, context));
    const tagged = [];
    const problems = [];
    const { account: registryId, name: repositoryName, region } = repository;
    for (const name of plan.newTags) {
        const end = await putTag(image, { name, place: { registryId, repositoryName, region } }, context);
        if (end === 'tagged')
            tagged.push(name);
        else
            problems.push(end === 'taken' ? promote_takenMeanwhile(promotion.name, name) : end);
    }
    const before = [...found.values()].find(({ digest }) => digest !== image.digest);
    return {
        name: promotion.name,
        image: `${repository.uri}@${image.digest}`,
        digest: image.digest,
        platformDigests: platformDigests(image, undefined),
        tags: [...new Set([...image.tags, ...tagged])],
        inputDigest: undefined,
        reused: { kind: 'promoted', from: source.uri },
        size: image.size,
        sizeBefore: before?.size,
        metadata: {},
        problems,
    };
}
const promote_takenMeanwhile = (image, tag) => ({
    message: `Image ${image}: the tag ${tag} was taken by another image meanwhile, and nobody may move it.`,
    remedy: 'Choose a tag of this image alone, such as {{sha}}.',
    input: 'tags',
});

// EXTERNAL MODULE: ./build/deploy/credential-inputs.js
var credential_inputs = __webpack_require__(5103);
// EXTERNAL MODULE: ./build/build/request/inputs.js + 4 modules
var inputs = __webpack_require__(7817);
// EXTERNAL MODULE: ./build/inputs/parse.js
var parse = __webpack_require__(9515);
// EXTERNAL MODULE: ./build/build/request/image-inputs.js + 1 modules
var image_inputs = __webpack_require__(377);
;// CONCATENATED MODULE: ./build/build/request/named-images.js



/** The image of the inputs, or those of `images`; all problems at once. */
function readNamedImages(inputs, environment) {
    const images = inputs.images === undefined ? oneImage(inputs) : severalImages(inputs.images, environment);
    const problems = images.ok ? namedTwice(images.value) : images.problems;
    return problems.length > 0 ? (0,inputs_problem/* refused */.J5)(...problems) : images;
}
function oneImage(values) {
    const { repository } = values;
    return repository === undefined
        ? (0,inputs_problem/* refused */.J5)(NO_REPOSITORY)
        : (0,inputs_problem/* parsed */.Yz)([{ name: named_images_nameOf(repository), repository, values, said: [] }]);
}
/** Each image is read as if its texts stood in the inputs: what it does not say is taken from those. */
function severalImages(entries, environment) {
    const shared = Object.fromEntries(Object.keys(image_inputs/* IMAGE_INPUTS */.E).map((name) => [variable(name), environment[variable(name)]]));
    const problems = [];
    const images = [];
    for (const [index, { name, texts }] of entries.entries()) {
        const own = Object.fromEntries([...texts].map(([input, text]) => [variable(input), text]));
        const read = (0,parse/* parseInputs */.T)({ ...ONE_IMAGE, inputs: image_inputs/* IMAGE_INPUTS */.E }, { ...shared, ...own });
        const called = name ?? texts.get('repository') ?? String(index + 1);
        if (!read.ok) {
            problems.push(...read.problems.map((problem) => named_images_ofImage(called, problem)));
            continue;
        }
        const { values } = read.value;
        const { repository } = values;
        if (repository === undefined)
            problems.push(named_images_ofImage(called, NO_REPOSITORY));
        else
            images.push({ name: name ?? named_images_nameOf(repository), repository, values, said: [...texts.keys()] });
    }
    return problems.length > 0 ? (0,inputs_problem/* refused */.J5)(...problems) : (0,inputs_problem/* parsed */.Yz)(images);
}
/** A problem of one entry of `images`. */
const named_images_ofImage = (name, problem) => ({
    ...problem,
    message: `Image ${name}: ${problem.message}`,
    input: 'images',
});
const ONE_IMAGE = { name: 'images', title: '', description: '', outputs: {} };
const variable = (input) => `INPUT_${input.toUpperCase()}`;
const named_images_nameOf = (repository) => repository.slice(repository.lastIndexOf('/') + 1);
const NO_REPOSITORY = {
    message: 'No repository is given.',
    remedy: 'Name the repository of Amazon ECR that the image goes to.',
    input: 'repository',
};
function namedTwice(images) {
    const names = images.map(({ name }) => name);
    const again = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    return [...again].map((name) => ({
        message: `Two images are called ${name}.`,
        remedy: 'Give each a name of its own: the deploy actions take it for the name of the container.',
        input: 'images',
    }));
}

;// CONCATENATED MODULE: ./build/build/promote/request.js




/** Whether images are taken from where they are, and nothing is built. */
const isPromotion = (inputs) => inputs['from-image'] !== undefined ||
    inputs.images?.some(({ texts }) => texts.has('from-image')) === true;
/** What is to be promoted, image by image. Throws a UserError with all problems. */
function promotionRequest(inputs, environment) {
    const named = readNamedImages(inputs, environment);
    const problems = [...(named.ok ? [] : named.problems), ...givenInVain(environment).map(builds)];
    const images = (named.ok ? named.value : []).flatMap((image) => {
        const { name, repository, values, said } = image;
        problems.push(...said.filter((member) => !KEPT.has(member)).map((member) => named_images_ofImage(name, builds(member))));
        const source = values['from-image'];
        if (source !== undefined)
            return [{ name, repository, source, tags: values.tags }];
        problems.push(named_images_ofImage(name, NOT_ALL));
        return [];
    });
    if (problems.length > 0)
        throw new inputs_problem/* UserError */.yo(problems);
    return {
        images,
        onExistingTag: inputs['on-existing-tag'],
        dryRun: inputs['dry-run'],
        workspace: environment['GITHUB_WORKSPACE'] || '.',
    };
}
/** Inputs that mean something where nothing is built; every other one is for a build. */
const KEPT = new Set([
    ...['repository', 'tags', 'from-image', 'images', 'on-existing-tag', 'dry-run', 'max-retries'],
    ...Object.keys(credential_inputs/* CREDENTIAL_INPUTS */.m),
]);
/** Inputs for a build that were given. The runner hands defaults over as if they were: these cannot be told apart. */
const givenInVain = (environment) => Object.entries(inputs/* BUILD_INPUTS */.$).flatMap(([name, { default: usual }]) => {
    const text = environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
    return KEPT.has(name) || text === '' || text === usual ? [] : [name];
});
const builds = (input) => ({
    message: `${input} is for a build, and with from-image nothing is built.`,
    remedy: 'Leave one of the two out: an image is promoted as it is.',
    input,
});
const NOT_ALL = {
    message: 'It has no from-image, and others have.',
    remedy: 'Build in one step and promote in another.',
};

;// CONCATENATED MODULE: ./build/build/request/extra-args.js
/**
 * Arguments of `docker buildx build` that this action gives itself, under the inputs that decide them: a second one would
 * change the image past the input digest.
 */
const BY_INPUT = {
    file: ['--file', '-f'],
    target: ['--target'],
    'build-args': ['--build-arg'],
    'build-contexts': ['--build-context'],
    secrets: ['--secret'],
    ssh: ['--ssh'],
    platforms: ['--platform'],
    tags: ['--tag', '-t'],
    labels: ['--label'],
    annotations: ['--annotation'],
    cache: ['--cache-from', '--cache-to'],
    'no-cache': ['--no-cache'],
    pull: ['--pull'],
    builder: ['--builder'],
    provenance: ['--provenance'],
    sbom: ['--sbom'],
    'provenance or sbom': ['--attest'],
};
/** Those that decide where the image goes, whether one is built at all, and what the builder reports. */
const WITHOUT_INPUT = [
    ...['--output', '-o', '--push', '--load'],
    ...['--call', '--check', '--print', '--help', '-h'],
    ...['--metadata-file', '--iidfile', '--progress', '--quiet', '-q'],
];
const REMEDIES = new Map([
    ...Object.entries(BY_INPUT).flatMap(([input, flags]) => flags.map((flag) => [flag, `Write it under ${input}.`])),
    ...WITHOUT_INPUT.map((flag) => [
        flag,
        'Leave it out: the image goes to its repository alone, and the action reads what the builder reports.',
    ]),
]);
/** What further arguments of the builder may not say; values are not repeated. */
const extraArgsProblems = (lines) => lines.flatMap((line) => {
    const flag = flagOf(line);
    const remedy = REMEDIES.get(flag);
    return remedy === undefined
        ? []
        : [{ message: `The argument ${flag} in extra-args is set by this action.`, remedy, input: 'extra-args' }];
});
/** `--name` of `--name=value`; `-n` of `-nvalue`, and of `-Dnvalue`, since a letter that takes no value may stand before. */
function flagOf(line) {
    const [, long, short] = /^(?:(--[^=]+)|-D*([^D]))/.exec(line.trim()) ?? [];
    return long ?? `-${short ?? ''}`;
}

;// CONCATENATED MODULE: ./build/build/request/request.js



/** What is asked for, image by image. Throws a UserError with all problems. */
function buildRequest(inputs, environment) {
    const images = readNamedImages(inputs, environment);
    const cache = readCache(inputs.cache);
    const problems = [
        ...(images.ok ? [] : images.problems),
        ...(cache.ok ? [] : cache.problems),
        ...(inputs.images !== undefined && inputs['extra-args'] !== undefined ? [EXTRA_ARGS_OF_SEVERAL] : []),
        ...extraArgsProblems(inputs['extra-args'] ?? []),
    ];
    if (!images.ok || !cache.ok || problems.length > 0)
        throw new inputs_problem/* UserError */.yo(problems);
    return {
        images: images.value.map(imageOf),
        options: {
            attestations: { provenance: inputs.provenance, sbom: inputs.sbom },
            cache: cache.value,
            noCache: inputs['no-cache'],
            pull: inputs.pull,
            builder: inputs.builder,
            extraArgs: inputs['extra-args'] ?? [],
        },
        onExistingTag: inputs['on-existing-tag'],
        reuse: inputs.reuse === 'auto' && !inputs['no-cache'],
        maxAge: milliseconds(inputs['max-age']),
        dryRun: inputs['dry-run'],
        workspace: environment['GITHUB_WORKSPACE'] || '.',
    };
}
const imageOf = ({ name, repository, values }) => ({
    name,
    repository,
    context: values.context,
    file: values.file,
    target: values.target,
    buildArgs: values['build-args'] ?? new Map(),
    buildContexts: values['build-contexts'] ?? new Map(),
    secrets: values.secrets ?? [],
    ssh: values.ssh ?? [],
    platforms: values.platforms ?? [],
    tags: values.tags,
    labels: values.labels ?? new Map(),
    annotations: values.annotations ?? [],
    compression: values.compression,
});
const EXTRA_ARGS_OF_SEVERAL = {
    message: 'extra-args are for one image, and images has several.',
    remedy: 'Build the image that needs them in a step of its own.',
    input: 'extra-args',
};
function readCache(lines) {
    const [first, ...others] = lines;
    if (others.length === 0 && (first === 'ecr' || first === 'gha' || first === 'none'))
        return (0,inputs_problem/* parsed */.Yz)({ kind: first });
    const sides = lines.map((line) => /^(from|to)=(.+)$/s.exec(line));
    const wrong = sides.findIndex((side) => side === null);
    if (wrong >= 0) {
        return (0,inputs_problem/* refused */.J5)({
            message: `Line ${wrong + 1} of cache is neither ecr, gha or none nor from=… or to=….`,
            remedy: 'Write one of the three words, or lines such as from=type=registry,ref=IMAGE.',
            input: 'cache',
        });
    }
    const of = (side) => sides.flatMap((found) => (found?.[1] === side && found[2] !== undefined ? [found[2]] : []));
    return (0,inputs_problem/* parsed */.Yz)({ kind: 'raw', from: of('from'), to: of('to') });
}
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
/** `7d`, `12h` or `90m` in milliseconds. */
const milliseconds = (span) => Number(span.slice(0, -1)) * (UNITS[span.slice(-1)] ?? 0);

// EXTERNAL MODULE: ./build/docker/process.js
var docker_process = __webpack_require__(2528);
;// CONCATENATED MODULE: ./build/docker/git.js

/** When the checked-out commit was made, in milliseconds since 1970; undefined outside of git. */
async function commitTime(folder, environment, signal) {
    try {
        const { exitCode, stdout } = await (0,docker_process/* runProcess */.R3)({
            command: 'git',
            // The checkout may belong to another user, as in a container job.
            args: ['-c', 'safe.directory=*', 'log', '-1', '--format=%ct'],
            cwd: folder,
            env: environment,
            signal,
        });
        return exitCode === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) * 1_000 : undefined;
    }
    catch (error) {
        if (error instanceof docker_process/* NoSuchCommand */.ix)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/docker/open.js + 14 modules
var docker_open = __webpack_require__(8621);
;// CONCATENATED MODULE: ./build/docker/system-problem.js


/** What the file system refuses, such as room for the login or a file of the context; undefined for any other error. */
async function systemProblem(error, environment) {
    if (!(error instanceof Error) || !('code' in error) || !('syscall' in error))
        return undefined;
    switch (error.code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return {
                message: `There is no space left on the disk of this machine (${error.message}). ${await freeIn(environment)}`,
                remedy: 'Free space before this step: docker system df shows what images and caches take, docker system prune removes what is unused.',
            };
        case 'EACCES':
        case 'EPERM':
        case 'EIO':
        case 'EROFS':
            return {
                message: `The file system refuses (${error.message}).`,
                remedy: 'Give the user of the runner access to it, or name it in .dockerignore if the build does not need it.',
            };
        default:
            return undefined;
    }
}
/** How full the disks are that a step writes to. */
async function freeIn(environment) {
    const folders = [environment['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), environment['GITHUB_WORKSPACE'] || '.'];
    const told = await Promise.all(folders.map(async (folder) => {
        const { bavail, blocks, bsize } = await (0,promises_.statfs)(folder);
        return `${folder} has ${megabytes(bavail * bsize)} free of ${megabytes(blocks * bsize)}`;
    }));
    return `${told.join('; ')}.`;
}
const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`;

// EXTERNAL MODULE: ./build/report/annotations.js
var annotations = __webpack_require__(6241);
// EXTERNAL MODULE: ./build/github/connect.js + 5 modules
var connect = __webpack_require__(7676);
// EXTERNAL MODULE: ./build/github/state.js
var state = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/github/session.js + 1 modules
var session = __webpack_require__(8045);
// EXTERNAL MODULE: ./build/github/system-clock.js
var system_clock = __webpack_require__(1810);
;// CONCATENATED MODULE: ./build/github/build-action.js


















/** Takes the checkout to images in their repositories, and says which. */
async function buildAction(inputs, runner) {
    const environment = process.env;
    const access = (0,session/* accessOf */.Y)(inputs, environment);
    const { workspace, run } = taskOf(inputs, environment);
    const aws = await (0,connect/* connect */.N)(access, runner);
    const { signal, hide } = runner;
    const committed = commitTime(workspace, environment, signal);
    try {
        const outcome = await run({
            aws,
            environment,
            signal,
            clock: system_clock/* systemClock */.m,
            today: () => Date.now(),
            chance: Math.random,
            log: runner,
            checkout: {
                source: (image, options) => describeSource(image, { options, environment, workspace, signal }),
                commitTime: () => committed,
            },
            openBuilder: async (logins, needs) => {
                for (const auth of logins.values())
                    for (const secret of [auth, passwordIn(auth)])
                        hide(secret);
                const place = {
                    environment,
                    cwd: workspace,
                    signal,
                    commitTime: await committed,
                    keep: (traces) => runner.saveState(state/* BUILD_TRACES */.w, traces),
                };
                return (0,docker_open/* openBuilder */.I)(place, logins, needs);
            },
        });
        if (signal.aborted && outcome.images.length === 0)
            return cancelled;
        runner.say(...outcome.images.map(build/* imageSentence */.pH), ...outcome.unfinished.map(build/* unfinishedSentence */.Z8));
        const failure = (0,build/* buildFailure */.He)(outcome);
        return {
            outputs: (0,build/* buildOutputs */.JZ)(outcome),
            summary: (0,build/* renderBuildSummary */.F)(outcome),
            problems: (0,build/* buildProblems */.b8)(outcome),
            ...(failure === undefined ? {} : { failure }),
        };
    }
    catch (error) {
        // Whatever was cut off says so in words of its own.
        if (signal.aborted)
            return cancelled;
        const problem = await systemProblem(error, environment);
        if (problem !== undefined)
            throw new inputs_problem/* UserError */.yo(problem);
        const failure = (0,errors/* awsFailure */.M)(error);
        if (failure === undefined)
            throw error;
        throw new inputs_problem/* UserError */.yo((0,report_failure/* failureProblem */.Gq)(failure, access.region));
    }
}
/** A build, or the promotion of what was built before. */
function taskOf(inputs, environment) {
    if (isPromotion(inputs)) {
        const request = promotionRequest(inputs, environment);
        return { workspace: request.workspace, run: (ports) => promoteImages(request, ports) };
    }
    const request = buildRequest(inputs, environment);
    return { workspace: request.workspace, run: (ports) => buildImages(request, ports) };
}
/** What was pushed and tagged by then stays: nobody can say that nothing was changed. */
const cancelled = {
    outputs: {},
    summary: (0,build/* renderCancelled */.e0)(CANCELLED),
    problems: [CANCELLED],
    failure: (0,annotations/* problemLine */.Y)(CANCELLED),
};
const passwordIn = (auth) => Buffer.from(auth, 'base64').toString('utf8').replace(/^AWS:/, '');


/***/ })

};
