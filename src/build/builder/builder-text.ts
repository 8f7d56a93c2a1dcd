import type { Attestations, SecretSource, SshSource } from '../image.ts';
import type { BuildTarget, Leaving } from './target.ts';

/** The texts that BuildKit's clients read as one line of CSV: `type=image,name=…`. */
const csv = (fields: readonly string[]): string =>
  fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');

export const secretText = (secret: SecretSource): string =>
  secret.from === 'env'
    ? csv([`id=${secret.id}`, `env=${secret.variable}`])
    : csv([`id=${secret.id}`, `src=${secret.path}`]);

/** No CSV: BuildKit cuts it at the first equals sign, and paths at every comma. */
export const sshText = ({ id, paths }: SshSource): string =>
  paths.length === 0 ? id : `${id}=${paths.join(',')}`;

/** None unless asked for: BuildKit's own default would turn a single image into an index. */
export function attestationArgs({ provenance, sbom }: Attestations): readonly string[] {
  return [
    provenance === false ? 'type=provenance,disabled=true' : withParameters('type=provenance', provenance),
    ...(sbom === false ? [] : [withParameters('type=sbom', sbom)]),
  ];
}

const withParameters = (type: string, parameters: string): string =>
  parameters === '' ? type : `${type},${parameters}`;

/**
 * Where the image goes. By digest there is no tag that two runs could take from each other: tags are put
 * afterwards, when it is known whether somebody was faster.
 */
export function outputOf(target: BuildTarget, leaving: Leaving): string {
  switch (leaving.kind) {
    case 'pushed':
      return csv([
        'type=image',
        `name=${target.uri}`,
        'push=true',
        'push-by-digest=true',
        'name-canonical=true',
        'oci-mediatypes=true',
        ...compressionFields(target),
      ]);
    case 'engine':
      // The engine pushes what it has as gzip.
      return csv(['type=docker', `name=${leaving.name(target)}`]);
  }
}

/** Layers that are there already, such as those of a base image, stay as they are unless that is forced. */
const compressionFields = ({ compression }: BuildTarget): readonly string[] =>
  compression === undefined ? [] : [`compression=${compression}`, 'force-compression=true'];
