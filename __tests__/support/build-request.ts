import type { BuildRequest, ImageSpec } from '../../src/build/image.ts';
import { parseTemplate } from '../../src/build/tags.ts';
import { valueOrFail } from './parsed.ts';

/** An image as it was asked for, its tags as texts. */
type GivenSpec = Partial<Omit<ImageSpec, 'tags'>> & { readonly tags?: readonly string[] };

export const imageSpec = ({ tags = ['v1'], ...given }: GivenSpec = {}): ImageSpec => ({
  name: 'web',
  repository: 'web',
  context: '.',
  file: undefined,
  target: undefined,
  buildArgs: new Map(),
  buildContexts: new Map(),
  secrets: [],
  platforms: [],
  tags: tags.map((tag) => valueOrFail(parseTemplate(tag))),
  labels: new Map(),
  annotations: [],
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
