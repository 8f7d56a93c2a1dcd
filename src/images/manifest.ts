import { isMembers, readJson } from '../inputs/foreign-json.ts';

/** One image of an index. */
export interface ManifestChild {
  readonly digest: string;
  /** `os/architecture` or `os/architecture/variant`; undefined for what is no image, such as an attestation. */
  readonly platform: string | undefined;
}

/** The images of an index, read from its manifest; none for a single image. */
export function childrenOf(manifest: string | undefined): readonly ManifestChild[] {
  const value = readJson(manifest ?? '');
  const children: readonly unknown[] =
    isMembers(value) && Array.isArray(value['manifests']) ? value['manifests'] : [];
  return children.flatMap((child) => {
    if (!isMembers(child) || typeof child['digest'] !== 'string') return [];
    return [{ digest: child['digest'], platform: platformText(child['platform']) }];
  });
}

/** `linux/arm64` of `{"os": "linux", "architecture": "arm64"}`; BuildKit writes `unknown/unknown` for attestations. */
export function platformText(value: unknown): string | undefined {
  if (!isMembers(value)) return undefined;
  const parts = [value['os'], value['architecture'], value['variant']].filter(
    (part) => typeof part === 'string',
  );
  return parts.length < 2 || parts.includes('unknown') ? undefined : parts.join('/');
}
