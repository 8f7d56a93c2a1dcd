import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { RegistryImage } from './describe.ts';
import { imageReference, pinned } from './reference.ts';

export interface Pinned {
  readonly definition: RegisterTaskDefinitionCommandInput;
  /** The images by their new names. */
  readonly images: ReadonlyMap<string, RegistryImage>;
  /** Images that keep their tag, and why. */
  readonly unpinned: readonly Unpinned[];
}

export interface Unpinned {
  readonly image: string;
  readonly why: string;
  /** AWS's text where the permission is missing. */
  readonly denied?: string;
}

/** The definition with each tag replaced by the digest that the registry has under it now. */
export function pinImages(
  definition: RegisterTaskDefinitionCommandInput,
  images: ReadonlyMap<string, RegistryImage>,
): Pinned {
  const renamed = new Map(images);
  const unpinned: Unpinned[] = [];
  const containerDefinitions = (definition.containerDefinitions ?? []).map((container) => {
    const { image } = container;
    if (image === undefined || imageReference(image).digest !== undefined) return container;
    const registry = images.get(image);
    // What is not there is refused by a check of its own.
    if (registry?.state === 'missing') return container;
    if (registry?.state !== 'known') {
      const why = registry?.state === 'unknown' ? registry.why : 'the registry does not have it';
      const denied = registry?.state === 'unknown' ? registry.denied : undefined;
      unpinned.push({ image, why, ...(denied === undefined ? {} : { denied }) });
      return container;
    }
    const name = pinned(imageReference(image), registry.digest);
    renamed.set(name, registry);
    return { ...container, image: name };
  });
  return { definition: { ...definition, containerDefinitions }, images: renamed, unpinned };
}
