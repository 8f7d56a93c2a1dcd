import { BUILD_INPUTS } from '../../build/request/inputs.ts';
import type { ActionSpec } from '../../inputs/schema.ts';
import { BUILD_OUTPUTS } from '../../report/build.ts';

export const action = {
  name: 'build-push',
  title: 'ECS Deploy Toolkit: build-push',
  description:
    'Builds images and pushes them to Amazon ECR, by digest, and builds nothing that is already there',
  inputs: BUILD_INPUTS,
  outputs: BUILD_OUTPUTS,
  hasPost: true,
  refused: {
    push: 'The image is always pushed; dry-run changes nothing.',
    load: 'The image goes to the registry: a later step can pull it by the output image.',
    outputs: 'The image goes to the registry alone; compression is an input.',
    'cache-from': 'Write from=… on a line of cache.',
    'cache-to': 'Write to=… on a line of cache.',
    'secret-envs': 'Write ID=env:VARIABLE under secrets.',
    'secret-files': 'Write ID=file:PATH under secrets.',
    attests: 'Use provenance and sbom.',
    'add-hosts': 'Write --add-host=HOST:IP on a line of extra-args.',
    allow: 'Write --allow=ENTITLEMENT on a line of extra-args.',
    call: 'Check the Dockerfile in a step of its own: docker buildx build --call=check.',
    'cgroup-parent': 'Write --cgroup-parent=NAME on a line of extra-args.',
    'github-token':
      'A context is a folder: check the repository out in a step before, with the token it needs.',
    network: 'Write --network=MODE on a line of extra-args.',
    'no-cache-filters': 'Write --no-cache-filter=STAGE on a line of extra-args.',
    'shm-size': 'Write --shm-size=SIZE on a line of extra-args.',
    ulimit: 'Write --ulimit=LIMIT on a line of extra-args.',
  },
} as const satisfies ActionSpec;
