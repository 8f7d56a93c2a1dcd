import type { Problem } from '../../inputs/problem.ts';
import type { Machinery } from './frontend.ts';
import type { BuildRequest } from '../image.ts';

/** What is asked for that the engine's own builder cannot do. */
export function needsMore({ images, options }: BuildRequest): readonly string[] {
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
export function plainProblems(request: BuildRequest, { frontend }: Machinery): readonly Problem[] {
  if (frontend !== 'plain') return [];
  const asked = [
    ...(request.images.length > 1 ? ['images'] : []),
    ...(request.images.some(({ buildContexts }) => buildContexts.size > 0) ? ['build-contexts'] : []),
    ...needsMore(request),
  ];
  if (asked.length === 0) return [];
  return [
    {
      message: `This Docker has no Buildx, and its own build cannot do what is asked for: ${asked.join(', ')}.`,
      remedy: 'Install Docker Buildx in a step before, such as docker/setup-buildx-action, or leave these out.',
    },
  ];
}
