import type { BatchCheckLayerAvailabilityRequest, GetDownloadUrlForLayerRequest } from '@aws-sdk/client-ecr';
import type { Context } from '../../operation.ts';
import { registryAddress } from './address.ts';
import { ecrErrors } from './errors.ts';
import { repositoryOf } from './repository.ts';

/** BatchCheckLayerAvailability: what is no digest is a failure in an answer with status 200. */
export function batchCheckLayerAvailability(
  input: BatchCheckLayerAvailabilityRequest,
  { world }: Context,
): object {
  const { layers } = repositoryOf(world, input.repositoryName);
  const digests = input.layerDigests ?? [];
  const isDigest = (digest: string) => /^sha256:[0-9a-f]{64}$/.test(digest);
  return {
    layers: digests.filter(isDigest).map((layerDigest) => {
      const layer = layers.find(({ digest }) => digest === layerDigest);
      return layer === undefined
        ? { layerDigest, layerAvailability: 'UNAVAILABLE' }
        : { layerDigest, layerAvailability: 'AVAILABLE', layerSize: layer.size };
    }),
    failures: digests
      .filter((digest) => !isDigest(digest))
      .map((layerDigest) => ({
        layerDigest,
        failureCode: 'InvalidLayerDigest',
        // [?] These words.
        failureReason: 'The layer digest is not valid.',
      })),
  };
}

/** GetDownloadUrlForLayer; throws LayersNotFoundException. */
export function getDownloadUrlForLayer(input: GetDownloadUrlForLayerRequest, context: Context): object {
  const { world } = context;
  const repository = repositoryOf(world, input.repositoryName);
  const layerDigest = input.layerDigest ?? '';
  if (!repository.layers.some(({ digest }) => digest === layerDigest)) {
    throw ecrErrors.layerNotFound(layerDigest, repository.name, world.account);
  }
  return { downloadUrl: downloadUrl(context, layerDigest), layerDigest };
}

/** Where a layer's bytes are fetched, without a login: AWS has a bucket of S3 for it. */
export function downloadUrl(context: Pick<Context, 'host' | 'world'>, digest: string): string {
  const { scheme, host } = registryAddress(context);
  const { region } = context.world;
  return scheme === 'http'
    ? `http://${host}/_sandbox/layers/${digest}`
    : `https://prod-${region}-starport-layer-bucket.s3.${region}.amazonaws.com/${digest}`;
}
