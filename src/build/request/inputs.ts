import { CREDENTIAL_INPUTS } from '../../deploy/credential-inputs.ts';
import { DEPLOY_INPUTS } from '../../deploy/inputs.ts';
import { document } from '../../inputs/document-kinds.ts';
import { checked, choice, flag, formed, text } from '../../inputs/kinds.ts';
import { lines } from '../../inputs/list-kinds.ts';
import { parsed } from '../../inputs/problem.ts';
import { readProvenance, readSbom } from './attestation.ts';
import { readCacheLine } from './cache-line.ts';
import { IMAGE_INPUTS } from './image-inputs.ts';
import { readImages } from './images.ts';

const asItIs = (item: string) => parsed(item);

/** Inputs of the action build-push. */
export const BUILD_INPUTS = {
  ...IMAGE_INPUTS,
  images: document('YAML or JSON list', readImages, {
    description:
      'Several images, built together so that stages they share are built once: a list of mappings with `name`, `repository`, `from-image`, `context`, `file`, `target`, `build-args`, `build-contexts`, `secrets`, `ssh`, `platforms`, `tags`, `labels`, `annotations` and `compression`. What an image does not say is taken from the inputs of the same name.',
  }),
  'on-existing-tag': choice(['reuse', 'fail', 'overwrite'], {
    default: 'reuse',
    description:
      'What becomes of a tag that another image has already. `reuse`: a tag that the repository lets nobody move means that image is the result and nothing is built, where it comes from the same source, or says nothing of it while the tag names this commit; otherwise it is an error. Any other tag is moved. `fail`: nothing is built. `overwrite`: the tag is moved; where the repository forbids that, nothing is built.',
  }),
  reuse: choice(['auto', 'off'], {
    default: 'auto',
    description:
      '`auto` takes an image that was built from the same input, wherever in the repository it stands, and builds nothing. `off` builds always, but where a tag that nobody may move is there already: see `on-existing-tag`.',
  }),
  'max-age': formed(
    { what: 'a span of time', pattern: /^[1-9]\d{0,4}[mhd]$/, example: '7d, 12h or 90m' },
    {
      default: '7d',
      description:
        'How old an image may be that is reused: what a build fetches from the network, such as packages, moves without any change to the input. An older one is built again without the layer cache. In days (`d`), hours (`h`) or minutes (`m`).',
    },
  ),
  cache: lines(readCacheLine, {
    default: 'ecr',
    description:
      'Where layers are kept between runs: `ecr` (in the same repository, under the tag `buildcache-NAME`), `gha` (the cache of GitHub), `none`, or lines of `from=…` and `to=…` as `--cache-from` and `--cache-to` of BuildKit take them. A cache that fails never fails the build, unless its line says `ignore-error=false`.',
  }),
  provenance: checked(readProvenance, {
    default: 'false',
    description:
      'Provenance attestation: `false`, `true`, or parameters such as `mode=max`. It turns a single image into an index, so none is made unless asked for.',
  }),
  sbom: checked(readSbom, {
    default: 'false',
    description: 'Software bill of materials as an attestation: `false`, `true`, or `generator=IMAGE`.',
  }),
  'no-cache': flag({ default: 'false', description: 'Build every layer anew; also means `reuse: off`.' }),
  pull: flag({ default: 'false', description: 'Ask the registry for newer base images, though the builder has some.' }),
  builder: text({
    description:
      'Name of a builder of Docker Buildx. Without it the current one is used; where that cannot do what is asked, one is made for this step.',
  }),
  'extra-args': lines(asItIs, {
    description:
      'Further arguments of `docker buildx build`, one a line, such as `--add-host=db:10.0.0.5`. They count for the input digest. Not what has an input of its own, and not with several images.',
  }),
  ...CREDENTIAL_INPUTS,
  'dry-run': flag({
    default: 'false',
    description: 'Check everything, say what would be built or reused, and change nothing.',
  }),
  'max-retries': DEPLOY_INPUTS['max-retries'],
} as const;
