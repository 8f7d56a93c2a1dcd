import type { BuildRequest, ImageSpec } from '../../src/build/image.ts';
import type { Promotion, PromotionRequest } from '../../src/build/promote/promotion.ts';
import { parseTemplate } from '../../src/build/tag/template.ts';
import { valueOrFail } from './parsed.ts';

/** What was asked for, its tags as texts. */
type Given<T> = Partial<Omit<T, 'tags'>> & { readonly tags?: readonly string[] };

const templates = (tags: readonly string[]) => tags.map((tag) => valueOrFail(parseTemplate(tag)));

export const imageSpec = ({ tags = ['v1'], ...given }: Given<ImageSpec> = {}): ImageSpec => ({
  name: 'web',
  repository: 'web',
  context: '.',
  file: undefined,
  target: undefined,
  buildArgs: new Map(),
  buildContexts: new Map(),
  secrets: [],
  ssh: [],
  platforms: [],
  tags: templates(tags),
  labels: new Map(),
  annotations: [],
  compression: undefined,
  ...given,
});

export const DAY_MS = 86_400_000;

export const buildOptions: BuildRequest['options'] = {
  attestations: { provenance: false, sbom: false },
  cache: { kind: 'none' },
  noCache: false,
  pull: false,
  builder: undefined,
  extraArgs: [],
};

export const buildRequest = (given: Partial<BuildRequest> = {}): BuildRequest => ({
  images: [imageSpec()],
  options: buildOptions,
  onExistingTag: 'reuse',
  reuse: true,
  maxAge: 7 * DAY_MS,
  dryRun: false,
  workspace: '/checkout',
  ...given,
});

export const promotion = ({ tags = ['v1'], ...given }: Given<Promotion> = {}): Promotion => ({
  name: 'api',
  repository: 'api',
  source: { repository: 'web', digest: `sha256:${'0'.repeat(64)}` },
  tags: templates(tags),
  ...given,
});

export const promotionRequest = (given: Partial<PromotionRequest> = {}): PromotionRequest => ({
  images: [promotion()],
  onExistingTag: 'reuse',
  dryRun: false,
  workspace: '/checkout',
  ...given,
});
