import type { BuildRequest, ImageSpec } from '../../src/build/image.ts';
import type { Promotion, PromotionRequest } from '../../src/build/promote/promotion.ts';

export const imageSpec = (given: Partial<ImageSpec> = {}): ImageSpec => ({
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
  tags: ['v1'],
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

export const promotion = (given: Partial<Promotion> = {}): Promotion => ({
  name: 'api',
  repository: 'api',
  source: { repository: 'web', digest: `sha256:${'0'.repeat(64)}` },
  tags: ['v1'],
  ...given,
});

export const promotionRequest = (given: Partial<PromotionRequest> = {}): PromotionRequest => ({
  images: [promotion()],
  onExistingTag: 'reuse',
  dryRun: false,
  workspace: '/checkout',
  ...given,
});
