import type { BuildFailure } from '../build/failure/failure.ts';
import type { BuildOutcome, ImageOutcome, Promoted, UnfinishedImage } from '../build/outcome.ts';
import type { PlannedImage } from '../build/planned.ts';
import { cacheHitRatio, type RunningStep, slowestSteps, type Step } from '../build/progress/steps.ts';
import type { PlannedPromotion } from '../build/promote/planned.ts';
import type { ReuseReason } from '../build/registry/plan.ts';
import type { Problem } from '../inputs/problem.ts';
import { problemLine } from './annotations.ts';
import { clock } from './clock.ts';
import { denialRemedy } from './failure.ts';
import { withFullStop } from './full-stop.ts';
import { cell } from './untrusted.ts';

export const DRY_RUN = 'Dry run: nothing is built, copied or tagged. This is what would be done:';

/** What will be done for each image, before it is. */
export const planLines = (images: readonly PlannedImage[]): readonly string[] =>
  images.map(({ described: { spec, source, repository }, plan }) => {
    const context = `${source.files} ${source.files === 1 ? 'file' : 'files'}, ${megabytes(source.bytes)}`;
    switch (plan.kind) {
      case 'reuse':
        return `Image ${spec.name}: ${reuseSentence(plan.reason, plan.image.digest)}${tagsToCome(plan.newTags)}`;
      case 'build':
        return `Image ${spec.name}: is built (${WHY[plan.why]}; ${context}) and goes to ${repository.uri} with the tags ${plan.newTags.join(', ')}.`;
    }
  });

const tagsToCome = (tags: readonly string[]): string =>
  tags.length === 0 ? '' : ` It gets the tags ${tags.join(', ')}.`;

const WHY = {
  'not-there': 'nothing in the repository comes from this input',
  'too-old': 'what comes from this input is older than max-age, so without the layer cache',
  incomplete: 'of what comes from this input a part is no longer in the repository',
  'reuse-off': 'nothing is to be reused',
} as const;

/** The same of an image that is promoted. */
export const promotionLine = ({
  described: { promotion, source, repository },
  plan,
}: PlannedPromotion): string =>
  plan.image === undefined
    ? `Image ${promotion.name}: ${source.image.digest} is copied from ${source.uri} to ${repository.uri}.${tagsToCome(plan.newTags)}`
    : `Image ${promotion.name}: ${source.image.digest} is in ${repository.uri} already, and nothing is copied.${tagsToCome(plan.newTags)}`;

function reuseSentence(reason: ReuseReason | Promoted, digest: string): string {
  switch (reason.kind) {
    case 'promoted':
      return `${digest} comes from ${reason.from}, byte for byte.`;
    case 'same-input':
      return `${digest} was built from this very input and is taken as it is.`;
    case 'fixed-tag':
      return `${digest} is taken, since nobody may move its tag ${reason.tag}; ${TAKEN[reason.input]}`;
  }
}

const TAKEN = {
  same: 'it was built from this very input.',
  'other-base': 'it was built from the same source, on base images that have moved since.',
  unknown: 'the tag names this commit, and what else it was built from is not known.',
} as const;

const IN_DOCKERFILE = /^\[[^\]]*\d+\/\d+\]/;

/** One line for a step that has ended. */
export function stepLine({ name, took, isCached, error }: Step): string {
  // The first build of a repository finds no cache; a cache never fails the build.
  if (error !== undefined && /\bcache\b/i.test(name) && !IN_DOCKERFILE.test(name))
    return `- ${name}: ${withFullStop(error)}`;
  const sign = error !== undefined ? '✗' : isCached ? '=' : '✓';
  return `${sign} ${name} (${isCached ? 'cached' : seconds(took)})`;
}

/** One line for a step that has not ended. */
export const runningLine = ({ name, took }: RunningStep): string => `Still running: ${name}, ${clock(took)}`;

/** What a step was at that was cut off, above what that wrote last. */
export const cutOffTitle = ({ name, took }: RunningStep): string =>
  `Cancelled while it ran: ${name}, ${clock(took)}`;

/** A failed build as its reader can act on it. */
export function buildProblem({ kind, message, image, location, step }: BuildFailure): Problem {
  const hasOutput = kind === 'dockerfile' && step !== undefined && step.output.length > 0;
  return {
    message: `${image === undefined ? '' : `Image ${image}: `}${withFullStop(message)}`,
    remedy: `${denialRemedy(message) ?? blobRemedy(message) ?? REMEDIES[kind]}${hasOutput ? ' The last output of the step is in the log.' : ''}`,
    ...(location === undefined ? {} : { location }),
  };
}

/** BuildKit tells of a layer that may not be looked up or pulled without the registry's words: the request says which. */
function blobRemedy(message: string): string | undefined {
  const [, method] = /(HEAD|GET) request to \S+\/v2\/\S+\/blobs\/\S+ 403 Forbidden/.exec(message) ?? [];
  switch (method) {
    case 'HEAD':
      return 'Allow ecr:BatchCheckLayerAvailability on this repository in the policy of the role that the job assumes.';
    case 'GET':
      return 'Where this is a repository of ECR, allow ecr:GetDownloadUrlForLayer on it in the policy of the role that the job assumes.';
    default:
      return undefined;
  }
}

const REMEDIES: Readonly<Record<BuildFailure['kind'], string>> = {
  dockerfile: 'Mend what it names in the Dockerfile or its files.',
  'registry-busy': 'The registry stayed busy over several tries: run the job again later.',
  'upload-refused':
    'So ends an upload to ECR where the repository is missing, or one of ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:BatchCheckLayerAvailability and ecr:PutImage is not allowed: see the policy of this action.',
  'login-refused':
    'The token of this step opens the registries of ECR that its role may use: check the policies of role and repository; for other registries log in before this step.',
  'tag-taken': 'Choose a tag of this build alone, such as {{input-digest}} or {{run-id}}.',
  'registry-full':
    'Remove images that nothing needs, let a lifecycle policy do so, or have the quota raised.',
  'not-as-sent':
    'Run the job again; if that does not help, look for a proxy or a mirror between builder and registry that changes what passes.',
  unreachable: 'Check the name of the registry, and that this machine and the builder can resolve it.',
  'push-refused': 'It was built; what the registry says is why it is not there.',
  arguments:
    'Correct it in the inputs of this step that the builder is given: extra-args, cache, ssh, secrets, provenance, sbom, annotations, platforms.',
  cache: 'Correct the lines of the input cache, or leave them out.',
  entitlement:
    'Leave it out of extra-args and Dockerfile, or name a builder that allows it: docker buildx create --buildkitd-flags "--allow-insecure-entitlement NAME", with --allow=NAME in extra-args.',
  'disk-full':
    'Free space before this step: docker system df shows what images and caches take, docker system prune removes what is unused.',
  builder:
    'Check that the Docker engine runs and can start containers, and that docker buildx inspect shows the builder as running.',
};

/** The job summary of a build, in Markdown. */
export function renderBuildSummary(outcome: BuildOutcome): string {
  const { images, unfinished, steps, milliseconds } = outcome;
  const ratio = cacheHitRatio(steps);
  return [
    ...(outcome.isDryRun ? dryRunSection(outcome.plan) : []),
    ...images.flatMap(imageSection),
    ...unfinished.flatMap((image) => [
      `### ❌ ${cell(image.name)}: not finished`,
      '',
      cell(unfinishedSentence(image)),
      '',
    ]),
    ...problemSection(buildProblems(outcome)),
    ...(ratio === undefined ? [] : [`${Math.round(ratio * 100)} % of the steps came from the cache.`, '']),
    ...slowestSection(steps),
    `Took ${clock(milliseconds)}.`,
    '',
  ].join('\n');
}

const dryRunSection = (plan: readonly string[]): readonly string[] => [
  '### build-push: dry run',
  '',
  DRY_RUN,
  '',
  ...plan.map((line) => `- ${cell(line)}`),
  '',
];

const problemSection = (problems: readonly Problem[]): readonly string[] =>
  problems.length === 0
    ? []
    : ['#### Problems', '', ...problems.map((problem) => `- ${cell(problemLine(problem))}`), ''];

/** The job summary of a build that was cut off. */
export const renderCancelled = ({ message, remedy }: Problem): string =>
  `### ❌ build-push: cancelled\n\n${message} ${remedy}\n`;

function imageSection(image: ImageOutcome): readonly string[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Image', image.image],
    ['Tags', image.tags.join(', ')],
    ['Size', sizeText(image)],
    ...[...image.platformDigests].map(([platform, digest]) => [platform, digest] as const),
  ];
  const sign = image.problems.length === 0 ? '✅' : '❌';
  return [
    `### ${sign} ${cell(image.name)}: ${cameBy(image)}`,
    '',
    ...(image.reused === undefined ? [] : [cell(reuseSentence(image.reused, image.digest)), '']),
    '| | |',
    '|---|---|',
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${cell(value)} |`),
    '',
  ];
}

const cameBy = ({ reused }: ImageOutcome): string =>
  reused === undefined ? 'built' : reused.kind === 'promoted' ? 'promoted' : 'reused';

function sizeText({ size, sizeBefore }: ImageOutcome): string {
  if (size === undefined) return '';
  if (sizeBefore === undefined || sizeBefore === 0) return megabytes(size);
  const change = ((size - sizeBefore) / sizeBefore) * 100;
  return `${megabytes(size)} (${change < 0 ? '' : '+'}${change.toFixed(1)} % against the image before)`;
}

const MOST_SLOW = 5;

function slowestSection(steps: readonly Step[]): readonly string[] {
  const slow = slowestSteps(steps, MOST_SLOW);
  if (slow.length === 0) return [];
  return [
    '| Slowest steps | |',
    '|---|---|',
    ...slow.map(({ name, took }) => `| ${cell(name)} | ${seconds(took)} |`),
    '',
  ];
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** One sentence for each image. */
export const imageSentence = (outcome: ImageOutcome): string => {
  const { name, image, tags } = outcome;
  return `${name} is ${image} (${cameBy(outcome)}), ${tags.length === 0 ? 'without a tag' : `with the tags ${tags.join(', ')}`}.`;
};

/** The same of one that is not finished. */
export const unfinishedSentence = ({ name, image }: UnfinishedImage): string =>
  image === undefined
    ? `${name} is not in its repository, or not known to be there; it was given none of its tags.`
    : `${name} is in its repository as ${image}, but was not given all of its tags.`;

/** All that is wrong at the end of a step. */
export const buildProblems = ({ images, problems }: BuildOutcome): readonly Problem[] => [
  ...problems,
  ...images.flatMap((image) => image.problems),
];

/** How a step ended that is not green; undefined for one that is. */
export function buildFailure(outcome: BuildOutcome): string | undefined {
  const { images, unfinished } = outcome;
  const problems = buildProblems(outcome);
  if (problems.length === 0) return undefined;
  const isNothing = images.length === 0 && unfinished.every(({ image }) => image === undefined);
  const standing = [
    ...images.map((image) => `${image.name} is ${image.image}.`),
    ...unfinished.map(unfinishedSentence),
  ];
  return [
    isNothing ? 'Nothing was tagged.' : 'Not all tags are as asked for.',
    ...(isNothing || unfinished.length === 0 ? [] : standing),
    ...problems.map(problemLine),
  ].join(' ');
}

/** The outputs of the action and what each means: the one source for action.yml and README. */
export const BUILD_OUTPUTS = {
  image: '`repository@digest`, for the input `image` of the deploy actions. Empty with several images.',
  images:
    'JSON object of name to `repository@digest`, for the input `images` of the deploy actions: each takes those that are for its containers.',
  digest: 'Digest of the image, or of the index. Empty with several images.',
  'platform-digests':
    'JSON object of platform to digest; with several images one such object for each name. Of an image that is no index it is empty where nothing was built, or the builder does not say for which platform.',
  tags: 'The tags that the image has now, one a line. Empty with several images.',
  'input-digest':
    'SHA-256 of all that can change the image, in hex. Empty with several images, and with `from-image`.',
  reused: '`true` when nothing was built.',
  'cache-hit-ratio':
    'Of the steps of the Dockerfile the part that came from the cache, from 0 to 1. Empty where nothing was built.',
  metadata: 'What the builder says of each image, as JSON: name to its metadata file.',
} as const;

/** The value of each output, of the images that are finished; none where none of several is. */
export function buildOutputs({
  images,
  unfinished,
  steps,
}: BuildOutcome): Partial<Readonly<Record<keyof typeof BUILD_OUTPUTS, string>>> {
  if (images.length === 0 && unfinished.length > 0) return {};
  const [only, ...others] = images;
  const one = others.length + unfinished.length === 0 ? only : undefined;
  const ratio = cacheHitRatio(steps);
  const platforms = images.map(({ name, platformDigests }) => [name, Object.fromEntries(platformDigests)]);
  return {
    image: one?.image ?? '',
    images: JSON.stringify(Object.fromEntries(images.map(({ name, image }) => [name, image]))),
    digest: one?.digest ?? '',
    'platform-digests': JSON.stringify(
      one === undefined ? Object.fromEntries(platforms) : Object.fromEntries(one.platformDigests),
    ),
    tags: one?.tags.join('\n') ?? '',
    'input-digest': one?.inputDigest ?? '',
    reused: String(
      images.length > 0 && unfinished.length === 0 && images.every(({ reused }) => reused !== undefined),
    ),
    'cache-hit-ratio': ratio === undefined ? '' : ratio.toFixed(2),
    metadata: JSON.stringify(Object.fromEntries(images.map(({ name, metadata }) => [name, metadata]))),
  };
}
