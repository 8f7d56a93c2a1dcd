import { checked, choice, text } from '../../inputs/kinds.ts';
import { commaList, lines, listOfIds, quotedPairs } from '../../inputs/list-kinds.ts';
import { parsed } from '../../inputs/problem.ts';
import {
  readBuildArgName,
  readContextName,
  readLabelName,
  readPlatform,
  readRepository,
  readSecret,
  readSourceImage,
  readSsh,
  readTarget,
} from './grammar.ts';
import { parseTemplate } from '../tag/template.ts';

const asItIs = (item: string) => parsed(item);

/** Inputs of one image; each is also the default of every image of `images`. */
export const IMAGE_INPUTS = {
  repository: checked(readRepository, {
    description:
      'Repository of Amazon ECR that the image is pushed to: its name, or its URI without tag. Required unless each of `images` has its own.',
  }),
  'from-image': checked(readSourceImage, {
    description:
      'An image of Amazon ECR that was built before, `REPOSITORY@sha256:…`: it is taken to `repository` byte for byte, also from another account or region, and given `tags`. Nothing is built, and inputs that are for a build are errors.',
  }),
  context: text({
    default: '.',
    description:
      'Folder whose files the Dockerfile can copy, relative to the checkout. Steps before this one may have added files to it.',
  }),
  file: text({
    description: 'The Dockerfile, relative to the checkout. The default is `Dockerfile` in the context.',
  }),
  target: checked(readTarget, { description: 'Stage of the Dockerfile to build; the last unless given.' }),
  'build-args': quotedPairs(readBuildArgName, {
    description:
      'Build arguments, one `NAME=VALUE` a line. A value with line breaks stands in double quotes together with its name. They can be read from the image: secrets belong under `secrets`.',
  }),
  'build-contexts': quotedPairs(readContextName, {
    description:
      'Further contexts, one `NAME=SOURCE` a line: a folder relative to the checkout, `docker-image://IMAGE`, `oci-layout://FOLDER`, or a URL.',
  }),
  secrets: lines(readSecret, {
    description:
      'Secrets for `RUN --mount=type=secret`, one a line: `ID=env:VARIABLE` or `ID=file:PATH`. They are neither in the image nor in its input digest.',
  }),
  ssh: listOfIds(readSsh, {
    description:
      'Keys for `RUN --mount=type=ssh`, one a line or separated by commas: `default` for the agent of this machine (`SSH_AUTH_SOCK`), or `ID=PATH` for the socket of another agent or a private key without passphrase; several keys of one ID as `"ID=PATH,PATH"`. The builder is sent signatures, no keys, and only the IDs count for the input digest: keep key files out of the context.',
  }),
  platforms: commaList(readPlatform, {
    description:
      'Platforms, such as `linux/arm64`; several make an index. It must be the one of the task definition (`runtimePlatform`). The default is that of the builder.',
  }),
  tags: commaList(parseTemplate, {
    default: '{{sha}}',
    description:
      'Tags of the image, without registry. `{{sha}}`, `{{short-sha}}`, `{{branch}}`, `{{pr}}`, `{{tag}}`, `{{run-id}}` and `{{input-digest}}` are filled in; a tag whose field this run does not have, such as `{{pr}}` on a push or `{{branch}}` in a pull request, is left out, and the log says so.',
  }),
  labels: quotedPairs(readLabelName, {
    description:
      'Labels of the image, one `NAME=VALUE` a line, beside those of the OCI image specification (source, revision, created, version, url), which they overrule.',
  }),
  annotations: lines(asItIs, {
    description:
      'Annotations of the manifest, one `NAME=VALUE` a line; with `index:` before the name those of the index.',
  }),
  compression: choice(['gzip', 'zstd'], {
    description:
      'How every layer is compressed, those of base images too. `zstd` unpacks faster; Fargate takes it, and Docker from version 23. Without it the builder decides: gzip for layers that it makes, and base images as they are.',
  }),
} as const;
