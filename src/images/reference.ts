/** An image as a task definition names it. */
export interface ImageReference {
  /** Everything before tag and digest. */
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
  /** Where it lives, when that is a private registry of Amazon ECR. */
  readonly ecr?: { readonly account: string; readonly region: string; readonly repository: string };
}

// A registry of ECR: ACCOUNT.dkr.ecr.REGION.amazonaws.com (in China .com.cn, in the European Sovereign
// Cloud .eu [?]), or the dual-stack ACCOUNT.dkr-ecr.REGION.on.aws; FIPS endpoints say ecr-fips.
const ECR_REGISTRY =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.(?:com\.cn|eu)))$/;

/** Reads `registry/repository:tag@digest`; a reference with neither tag nor digest means `latest`. */
export function imageReference(image: string): ImageReference {
  const [named = '', digest] = image.split('@', 2);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const name = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? (digest === undefined ? 'latest' : undefined) : named.slice(colon + 1);
  const slash = name.indexOf('/');
  const [, account, region] = ECR_REGISTRY.exec(name.slice(0, Math.max(slash, 0))) ?? [];
  return {
    name,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
    ...(account === undefined || region === undefined
      ? {}
      : { ecr: { account, region, repository: name.slice(slash + 1) } }),
  };
}

/** The same image, named by its digest alone. */
export const pinned = ({ name }: ImageReference, digest: string): string => `${name}@${digest}`;
