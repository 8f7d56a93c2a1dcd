import { CREDENTIAL_INPUTS } from '../../deploy/credential-inputs.ts';
import { type Problem, UserError } from '../../inputs/problem.ts';
import type { InputSpec } from '../../inputs/schema.ts';
import { BUILD_INPUTS } from '../request/inputs.ts';
import { ofImage, readNamedImages } from '../request/named-images.ts';
import type { BuildInputs } from '../request/request.ts';
import type { Promotion, PromotionRequest } from './promotion.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether images are taken from where they are, and nothing is built. */
export const isPromotion = (inputs: BuildInputs): boolean =>
  inputs['from-image'] !== undefined ||
  inputs.images?.some(({ texts }) => texts.has('from-image')) === true;

/** What is to be promoted, image by image. Throws a UserError with all problems. */
export function promotionRequest(inputs: BuildInputs, environment: Environment): PromotionRequest {
  const named = readNamedImages(inputs, environment);
  const problems = [...(named.ok ? [] : named.problems), ...givenInVain(environment).map(builds)];
  const images = (named.ok ? named.value : []).flatMap((image): readonly Promotion[] => {
    const { name, repository, values, said } = image;
    problems.push(...said.filter((member) => !KEPT.has(member)).map((member) => ofImage(name, builds(member))));
    const source = values['from-image'];
    if (source !== undefined) return [{ name, repository, source, tags: values.tags }];
    problems.push(ofImage(name, NOT_ALL));
    return [];
  });
  if (problems.length > 0) throw new UserError(problems);
  return {
    images,
    onExistingTag: inputs['on-existing-tag'],
    dryRun: inputs['dry-run'],
    workspace: environment['GITHUB_WORKSPACE'] || '.',
  };
}

/** Inputs that mean something where nothing is built; every other one is for a build. */
const KEPT: ReadonlySet<string> = new Set([
  ...(['repository', 'tags', 'from-image', 'images', 'on-existing-tag', 'dry-run', 'max-retries'] satisfies
    (keyof typeof BUILD_INPUTS)[]),
  ...Object.keys(CREDENTIAL_INPUTS),
]);

/** Inputs for a build that were given. The runner hands defaults over as if they were: these cannot be told apart. */
const givenInVain = (environment: Environment): readonly string[] =>
  Object.entries<InputSpec<unknown>>(BUILD_INPUTS).flatMap(([name, { default: usual }]) => {
    const text = environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
    return KEPT.has(name) || text === '' || text === usual ? [] : [name];
  });

const builds = (input: string): Problem => ({
  message: `${input} is for a build, and with from-image nothing is built.`,
  remedy: 'Leave one of the two out: an image is promoted as it is.',
  input,
});

const NOT_ALL: Problem = {
  message: 'It has no from-image, and others have.',
  remedy: 'Build in one step and promote in another.',
};
