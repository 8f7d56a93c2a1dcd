import type { JsonObject } from '../../../wire/json.ts';

/** What a request to the registry is about: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
export type Route =
  | { readonly kind: 'base' }
  | { readonly kind: 'catalog' }
  | { readonly kind: 'tags'; readonly repository: string }
  /** By a tag or a digest. */
  | { readonly kind: 'manifest'; readonly repository: string; readonly reference: string }
  | { readonly kind: 'referrers'; readonly repository: string; readonly digest: string }
  | { readonly kind: 'blob'; readonly repository: string; readonly digest: string }
  | { readonly kind: 'uploads'; readonly repository: string }
  | { readonly kind: 'upload'; readonly repository: string; readonly upload: string };

/** Reads a path such as `/v2/team/web/manifests/v1`; undefined where the registry has nothing there. */
export function routeOf(path: string): Route | undefined {
  if (path === '/v2/' || path === '/v2') return { kind: 'base' };
  if (path === '/v2/_catalog') return { kind: 'catalog' };
  const [, repository = '', collection, rest = ''] =
    /^\/v2\/(.+?)\/(manifests|blobs|tags|referrers)\/(.*)$/.exec(path) ?? [];
  switch (collection) {
    case 'manifests':
      return { kind: 'manifest', repository, reference: rest };
    case 'referrers':
      return { kind: 'referrers', repository, digest: rest };
    case 'tags':
      return rest === 'list' ? { kind: 'tags', repository } : undefined;
    case 'blobs': {
      const upload = /^uploads\/?(.*)$/.exec(rest)?.[1];
      if (upload === undefined) return { kind: 'blob', repository, digest: rest };
      return upload === '' ? { kind: 'uploads', repository } : { kind: 'upload', repository, upload };
    }
    case undefined:
    default:
      return undefined;
  }
}

/** The query of a request's path. */
export const queryOf = (path: string): URLSearchParams => new URLSearchParams(path.split('?')[1] ?? '');

/**
 * The action that IAM is asked about; none for the base, which takes any login; undefined where the registry does not
 * know the method. https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export function actionOf(route: Route, method: string): string | undefined {
  const reads = method === 'GET' || method === 'HEAD';
  switch (route.kind) {
    case 'base':
      return reads ? '' : undefined;
    case 'catalog':
      return reads ? 'DescribeRepositories' : undefined;
    case 'tags':
      return reads ? 'ListImages' : undefined;
    case 'referrers':
      return reads ? 'BatchGetImage' : undefined;
    case 'manifest':
      if (reads) return 'BatchGetImage';
      return method === 'PUT' ? 'PutImage' : undefined;
    case 'blob':
      if (method === 'HEAD') return 'BatchCheckLayerAvailability';
      return method === 'GET' ? 'GetDownloadUrlForLayer' : undefined;
    case 'uploads':
      return method === 'POST' ? 'InitiateLayerUpload' : undefined;
    case 'upload':
      if (method === 'PUT') return 'CompleteLayerUpload';
      return method === 'PATCH' || method === 'GET' ? 'UploadLayerPart' : undefined;
  }
}

/** A request as the record has it, in the words of the API. */
export function inputOf(route: Route | undefined): JsonObject {
  if (route === undefined || !('repository' in route)) return {};
  const { repository: repositoryName } = route;
  switch (route.kind) {
    case 'manifest':
      return route.reference.startsWith('sha256:')
        ? { repositoryName, imageDigest: route.reference }
        : { repositoryName, imageTag: route.reference };
    case 'blob':
      return { repositoryName, layerDigest: route.digest };
    case 'referrers':
      return { repositoryName, imageDigest: route.digest };
    case 'upload':
      return { repositoryName, uploadId: route.upload };
    case 'tags':
    case 'uploads':
      return { repositoryName };
  }
}
