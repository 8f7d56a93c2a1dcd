import type { BuildFailure } from '../build/failure.ts';
import type { BuildOutcome, ImageOutcome } from '../build/outcome.ts';
import type { PlannedImage } from '../build/planned.ts';
import { cacheHitRatio, type RunningStep, slowestSteps, type Step } from '../build/progress/steps.ts';
import type { ReuseReason } from '../build/registry/plan.ts';
import type { Problem } from '../inputs/problem.ts';
import { clock } from './clock.ts';
import { denialRemedy } from './failure.ts';
import { withFullStop } from './full-stop.ts';
import { cell } from './untrusted.ts';

/** What will be done for each image, before it is. */
export const planLines = (images: readonly PlannedImage[]): readonly string[] =>
  images.map(({ described: { spec, source, repository }, plan }) => {
    const context = `${source.files} ${source.files === 1 ? 'file' : 'files'}, ${megabytes(source.bytes)}`;
    switch (plan.kind) {
      case 'reuse':
        return `Image ${spec.name}: ${reuseSentence(plan.reason, plan.image.digest)}`;
      case 'build':
        return `Image ${spec.name}: is built (${WHY[plan.why]}; ${context}) and goes to ${repository.uri}.`;
    }
  });

const WHY = {
  'not-there': 'nothing in the repository comes from this input',
  'too-old': 'what comes from this input is older than max-age',
  incomplete: 'of what comes from this input a part is no longer in the repository',
  'reuse-off': 'nothing is to be reused',
} as const;

function reuseSentence(reason: ReuseReason, digest: string): string {
  switch (reason.kind) {
    case 'same-input':
      return `${digest} was built from this very input and is taken as it is.`;
    case 'fixed-tag':
      return `${digest} is taken, since nobody may move its tag ${reason.tag}; ${TAKEN[reason.input]}`;
  }
}

const TAKEN = {
  same: 'it was built from this very input.',
  'other-base': 'it was built from the same source, on base images that have moved since.',
  unknown: 'what it was built from is not known.',
} as const;

const IN_DOCKERFILE = /^\[[^\]]*\d+\/\d+\]/;

/** One line for a step that has ended. */
export function stepLine({ name, took, isCached, error }: Step): string {
  // The first build of a repository finds no cache; a cache never fails the build.
  if (error !== undefined && /\bcache\b/.test(name) && !IN_DOCKERFILE.test(name))
    return `- ${name}: ${withFullStop(error)}`;
  const sign = error !== undefined ? '✗' : isCached ? '=' : '✓';
  return `${sign} ${name} (${isCached ? 'cached' : seconds(took)})`;
}

/** One line for a step that has not ended. */
export const runningLine = ({ name, took }: RunningStep): string => `Still running: ${name}, ${clock(took)}`;

/** What a step was at that was cut off, above what that wrote last. */
export const cutOffTitle = ({ name, took }: RunningStep): string => `Cancelled while it ran: ${name}, ${clock(took)}`;

/** A failed build as its reader can act on it. */
export function buildProblem({ kind, message, image, location }: BuildFailure): Problem {
  return {
    message: `${image === undefined ? '' : `Image ${image}: `}${withFullStop(message)}`,
    remedy: denialRemedy(message) ?? (CHECK_DENIED.test(message) ? ALLOW_CHECK : REMEDIES[kind]),
    ...(location === undefined ? {} : { location }),
  };
}

/** The registry answers to HEAD without a word: what is denied then shows in the request alone. */
const CHECK_DENIED = /HEAD request to \S+\/blobs\/\S+ 403 Forbidden/;
const ALLOW_CHECK =
  'Allow ecr:BatchCheckLayerAvailability on this repository in the policy of the role that the job assumes.';

const REMEDIES: Readonly<Record<BuildFailure['kind'], string>> = {
  dockerfile: 'Mend what it names in the Dockerfile or its files; the last output of the step is in the log.',
  'registry-busy': 'The registry stayed busy over several tries: run the job again later.',
  'upload-refused':
    'So ends an upload to ECR where the repository is missing, or one of ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:BatchCheckLayerAvailability and ecr:PutImage is not allowed: see the policy of this action.',
  'login-refused':
    'The token of this step opens the registries of ECR that its role may use: check the policies of role and repository; for other registries log in before this step.',
  'tag-taken': 'Choose a tag of this build alone, such as {{sha}} or {{run-id}}.',
  'registry-full':
    'Remove images that nothing needs, let a lifecycle policy do so, or have the quota raised.',
  'not-as-sent':
    'Run the job again; if that does not help, look for a proxy or a mirror between builder and registry that changes what passes.',
  'push-refused': 'It was built; what the registry says is why it is not there.',
  arguments:
    'Correct it in the inputs of this step that the builder is given: extra-args, cache, provenance, sbom, annotations, platforms.',
  cache: 'Correct the lines of the input cache, or leave them out.',
  entitlement:
    'Leave it out of extra-args and Dockerfile, or name a builder that allows it: docker buildx create --buildkitd-flags "--allow-insecure-entitlement NAME", with --allow=NAME in extra-args.',
  'disk-full':
    'Free space before this step: docker system df shows what images and caches take, docker system prune removes what is unused.',
  builder: 'Check that the Docker engine runs and that docker buildx inspect shows the builder as running.',
};

/** The job summary of a build, in Markdown. */
export function renderBuildSummary({ images, steps, milliseconds }: BuildOutcome): string {
  const ratio = cacheHitRatio(steps);
  return [
    ...images.flatMap(imageSection),
    ...(ratio === undefined ? [] : [`${Math.round(ratio * 100)} % of the steps came from the cache.`, '']),
    ...slowestSection(steps),
    `Took ${clock(milliseconds)}.`,
    '',
  ].join('\n');
}

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
    `### ${sign} ${cell(image.name)}: ${image.reused === undefined ? 'built' : 'reused'}`,
    '',
    ...(image.reused === undefined ? [] : [cell(reuseSentence(image.reused, image.digest)), '']),
    '| | |',
    '|---|---|',
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${cell(value)} |`),
    '',
  ];
}

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
export const imageSentence = ({ name, image, reused, tags }: ImageOutcome): string =>
  `${name} is ${image} (${reused === undefined ? 'built' : 'reused'}), with the tags ${tags.join(', ')}.`;

/** The outputs of the action and what each means: the one source for action.yml and README. */
export const BUILD_OUTPUTS = {
  image: '`repository@digest`, for the input `image` of the deploy actions. Empty with several images.',
  images:
    'JSON object of name to `repository@digest`, for the input `images` of the deploy actions: each takes those that are for its containers.',
  digest: 'Digest of the image, or of the index. Empty with several images.',
  'platform-digests':
    'JSON object of platform to digest; with several images one such object for each name. Of an image that is no index it is empty where nothing was built, or the builder does not say for which platform.',
  tags: 'The tags that the image has now, one a line. Empty with several images.',
  'input-digest': 'SHA-256 of all that can change the image, in hex. Empty with several images.',
  reused: '`true` when nothing was built.',
  'cache-hit-ratio':
    'Of the steps of the Dockerfile the part that came from the cache, from 0 to 1. Empty where nothing was built.',
  metadata: 'What the builder says of each image, as JSON: name to its metadata file.',
} as const;

/** The value of each output. */
export function buildOutputs({
  images,
  steps,
}: BuildOutcome): Readonly<Record<keyof typeof BUILD_OUTPUTS, string>> {
  const [only, ...others] = images;
  const one = others.length === 0 ? only : undefined;
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
    reused: String(images.length > 0 && images.every(({ reused }) => reused !== undefined)),
    'cache-hit-ratio': ratio === undefined ? '' : ratio.toFixed(2),
    metadata: JSON.stringify(Object.fromEntries(images.map(({ name, metadata }) => [name, metadata]))),
  };
}
