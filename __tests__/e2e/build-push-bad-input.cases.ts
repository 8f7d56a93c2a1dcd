import type { BadBuild } from '../support/bad-build.ts';

const FOREVER = 'times: 999';

const faulty = (operation: string, kind: string, more = FOREVER): string =>
  `repositories: [{ name: web }]\nfaults: [{ operation: 'ecr:${operation}', kind: ${kind}, ${more} }]`;

const denying = (action: string): string => `repositories: [{ name: web }]\ndeny: ['ecr:${action}']`;

const policyLine = (action: string, resource: string): string =>
  `Add this statement to the policy of the role that the job assumes: ${JSON.stringify({ Effect: 'Allow', Action: `ecr:${action}`, Resource: resource })}`;

const REPOSITORY = 'arn:aws:ecr:us-east-1:123456789012:repository/web';

/** What is wrong with the machine. */
export const MACHINE: readonly BadBuild[] = [
  { name: 'no Docker', env: { PATH: '/nowhere' }, says: ['no docker command', 'ubuntu-latest'] },
  {
    name: 'the engine does not run',
    inputs: { builder: '' },
    env: { DOCKER_HOST: 'unix:///nowhere.sock' },
    says: ['The Docker engine does not answer: ', '/nowhere.sock', 'Start it'],
  },
  {
    name: 'the engine of a builder does not run',
    inputs: { builder: 'default' },
    env: { DOCKER_HOST: 'tcp://127.0.0.1:9' },
    says: ['The Docker engine does not answer: ', 'tcp://127.0.0.1:9', 'Start it'],
  },
  {
    name: 'a builder that is not there',
    inputs: { builder: 'nope' },
    says: ['builder', 'no builder "nope" found.', 'docker buildx ls'],
  },
  {
    name: 'the command of today without Buildx',
    inputs: { builder: '' },
    env: { DOCKER_CONFIG: 'nowhere', HOME: '/nowhere' },
    says: ['has no Buildx', /version \d+\.\d+/, 'docker/setup-buildx-action'],
  },
  {
    name: 'a builder is named and there is no Buildx',
    env: { DOCKER_CONFIG: 'nowhere', HOME: '/nowhere' },
    says: ['builder', 'no Buildx', 'Install Docker Buildx'],
  },
  {
    name: 'a configuration of Docker that is none',
    files: { 'docker/config.json': '[1]' },
    env: { DOCKER_CONFIG: 'docker' },
    says: ['docker/config.json', 'no JSON object', 'Mend the file'],
  },
];

/** What is wrong with the inputs. */
export const INPUTS: readonly BadBuild[] = [
  {
    name: 'a Dockerfile that is not there',
    inputs: { file: 'Nope' },
    says: ['The Dockerfile Nope does not exist', 'input file'],
  },
  {
    name: 'a Dockerfile outside of the checkout',
    inputs: { file: '../../../etc/hostname' },
    says: ['etc/hostname', 'outside of context and checkout'],
  },
  {
    name: 'a Dockerfile that is a link to outside of its folder',
    inputs: { file: 'app/Link' },
    links: { 'app/Link': '../Dockerfile' },
    says: ['app/Link is a link', 'input file'],
  },
  { name: 'a Dockerfile that is a folder', inputs: { file: 'app' }, says: ['The Dockerfile app is no file'] },
  {
    name: 'a context that is not there',
    inputs: { context: 'nope' },
    says: ['The context nope does not exist', 'checked the repository out'],
  },
  {
    name: 'a context that is a file',
    inputs: { context: 'busybox' },
    says: ['The context busybox is no folder'],
  },
  {
    name: 'a context that is a URL',
    inputs: { context: 'https://example.com/a.git' },
    says: ['is a URL', 'Check the repository out'],
  },
  {
    name: 'a stage that is not there',
    inputs: { target: 'nope' },
    says: ['Dockerfile: target', 'no stage nope', 'base, 1'],
  },
  {
    name: 'half a platform',
    inputs: { platforms: 'linux' },
    says: ['platforms', '"linux" is not a platform', 'linux/arm64'],
  },
  {
    name: 'a platform that nothing runs on',
    inputs: { platforms: 'linux/amd46' },
    says: ['platforms', '"linux/amd46" is not a platform', 'linux/amd64'],
  },
  { name: 'a tag with a slash', inputs: { tags: 'a/b' }, says: ['tags', '"a/b" is not a tag', '128'] },
  {
    name: 'a field of a tag that is not there',
    inputs: { tags: '{{shaa}}' },
    says: ['tags', '{{shaa}}', 'Did you mean {{sha}}?'],
  },
  {
    name: 'a repository with a tag',
    inputs: { repository: 'Web:1' },
    says: ['"Web:1"', 'Tags go into the input tags'],
  },
  {
    name: 'an image to promote that is named by its tag',
    inputs: { 'from-image': 'api:v1' },
    says: ['from-image', '"api:v1"', 'tags move', 'REPOSITORY@sha256:'],
  },
  {
    name: 'an image to promote, and a target to build',
    inputs: {
      'from-image': `api@sha256:${'0'.repeat(64)}`,
      target: 'web',
      builder: '',
      cache: '',
      'max-age': '',
    },
    says: ['target', 'nothing is built', 'Leave one of the two out'],
  },
  {
    name: 'an image to promote that is not there',
    scenario: 'repositories: [{ name: web }, { name: api }]',
    inputs: { 'from-image': `api@sha256:${'0'.repeat(64)}`, builder: '', cache: '', 'max-age': '' },
    says: [
      'from-image',
      'the repository api in this account, region us-east-1 has no image sha256:0000',
      'lifecycle',
    ],
  },
  {
    name: 'a build argument with a blank',
    inputs: { 'build-args': '1 a=b' },
    says: ['build-args', 'Line 1', '"1 a"', 'NAME=VALUE'],
  },
  {
    name: 'a build argument without a value',
    inputs: { 'build-args': 'A=1\nNAME' },
    says: ['build-args', 'Line 2', 'NAME=VALUE'],
  },
  {
    name: 'a secret without its file',
    inputs: { secrets: 'npm=file:nope' },
    says: ['secrets', 'npm', 'no file nope', 'earlier step'],
  },
  {
    name: 'a secret without its variable',
    inputs: { secrets: 'npm=env:NOPE' },
    says: ['secrets', 'npm', 'NOPE is not set', 'env of this step'],
  },
  {
    name: 'a secret that stands there itself',
    inputs: { secrets: 'npm=hunter2' },
    says: ['secrets', 'Line 1', 'ID=env:VARIABLE'],
  },
  {
    name: 'SSH keys without an agent',
    inputs: { ssh: 'default' },
    env: { SSH_AUTH_SOCK: '/nowhere.sock' },
    says: ['ssh', 'default', '/nowhere.sock', 'ssh-agent in a step before'],
  },
  {
    name: 'an SSH key that is not there',
    inputs: { ssh: 'git=~/.ssh/id' },
    says: ['ssh', 'git', 'no file ~/.ssh/id', 'begins at the root'],
  },
  {
    name: 'an SSH key that stands there itself',
    inputs: { ssh: '-----BEGIN OPENSSH PRIVATE KEY-----' },
    says: ['ssh', 'Line 1', 'ID=PATH'],
  },
  {
    name: 'a build context that is not there',
    inputs: { 'build-contexts': 'a=nope' },
    says: ['build-contexts', 'a does not exist: nope'],
  },
  {
    name: 'an argument that Buildx does not know',
    inputs: { 'extra-args': '--nope' },
    says: ['unknown flag: --nope', 'inputs of this step'],
  },
  {
    name: 'an annotation without a value',
    inputs: { annotations: 'nope' },
    says: ['invalid annotation "nope"', 'inputs of this step'],
  },
  {
    name: 'attestations that are none',
    inputs: { provenance: 'mode=nope', sbom: 'ture' },
    says: ['provenance', 'mode cannot be "nope"', '2 problems'],
    logs: ['"ture" is no attestation', 'generator=IMAGE'],
  },
  {
    name: 'a line of cache that nobody could read',
    inputs: { cache: 'from=type=registry,ref=a/b\nto=type=registry,ref=WRONG UPPER:x' },
    says: ['cache: Line 2: ', '"WRONG UPPER:x" is not the name of an image'],
  },
  {
    name: 'a value that Buildx does not take',
    inputs: { 'extra-args': '--add-host=x' },
    says: ['invalid host x', 'inputs of this step', 'extra-args'],
  },
  {
    name: 'an argument that is none',
    inputs: { 'extra-args': './other' },
    says: ['requires 1 argument', 'inputs of this step', 'extra-args'],
  },
  {
    name: 'what the builder does not allow',
    inputs: { 'extra-args': '--network=host' },
    says: ['network.host is not allowed', 'extra-args', '--allow-insecure-entitlement'],
  },
];

const FAILING = 'RUN echo for this reason >&2; exit 3\n';
const FAILING_FILE = `FROM scratch\nCOPY busybox /bin/sh\n${FAILING}`;
const NO_FILE = 'FROM scratch\nCOPY nope /\n';

/** For `docker build` without Buildx. */
export const PLAIN: BadBuild = {
  name: 'a command that fails, built without Buildx',
  inputs: { builder: '', file: 'docker/Prod.Dockerfile' },
  env: { PATH: '/usr/bin:/bin', DOCKER_CONFIG: 'nowhere', HOME: '/nowhere' },
  files: { 'docker/Prod.Dockerfile': FAILING_FILE },
  says: ['docker/Prod.Dockerfile:3', 'executor failed running', 'exit code: 3', 'last output'],
  at: 'docker/Prod.Dockerfile:3',
  logs: ['Last output of [2/2] RUN', 'for this reason'],
};

/** What is wrong with the files. */
export const FILES: readonly BadBuild[] = [
  {
    name: 'a pattern that is not closed',
    files: { '.dockerignore': 'a\n[b\n' },
    says: ['.dockerignore:2', '"[b" is no pattern', 'Close its bracket'],
    at: '.dockerignore:2',
  },
  {
    name: 'an instruction that is none',
    files: { Dockerfile: 'FROM scratch\nCOPI a b\n' },
    says: ['Dockerfile:2', 'unknown instruction: COPI'],
    at: 'Dockerfile:2',
  },
  {
    name: 'a file that COPY does not find',
    files: { Dockerfile: 'FROM scratch\nCOPY nope /\n' },
    says: ['Dockerfile:2', '"/nope": not found'],
    at: 'Dockerfile:2',
  },
  {
    // Whatever a command says is no reason to try again.
    name: 'a command that fails with words of a busy registry',
    files: {
      Dockerfile:
        'FROM scratch\nCOPY busybox /bin/sh\nRUN echo "failed to push: 429 Too Many Requests"; exit 3\n',
    },
    says: ['Dockerfile:3', 'exit code: 3', 'last output'],
    at: 'Dockerfile:3',
  },
  {
    name: 'a command that fails, built by the builder of the engine',
    inputs: { builder: 'default' },
    files: { Dockerfile: `FROM scratch\nCOPY busybox /bin/sh\n${FAILING}RUN echo never\n` },
    says: ['Dockerfile:3', 'exit code: 3', 'last output'],
    at: 'Dockerfile:3',
    logs: ['Last output of [2/3] RUN', 'for this reason'],
  },
  {
    name: 'a file that COPY does not find, with the Dockerfile in the context',
    inputs: { context: 'svc/b' },
    files: { 'svc/b/Dockerfile': NO_FILE },
    says: ['svc/b/Dockerfile:2', '"/nope": not found'],
    at: 'svc/b/Dockerfile:2',
  },
  {
    name: 'a command that fails, with a Dockerfile of another name',
    inputs: { file: 'docker/Prod.Dockerfile' },
    files: { 'docker/Prod.Dockerfile': FAILING_FILE },
    says: ['docker/Prod.Dockerfile:3', 'exit code: 3'],
    at: 'docker/Prod.Dockerfile:3',
  },
  {
    name: 'a file that COPY does not find in one of several images',
    inputs: { images: '[{ name: a }, { name: b, repository: api, context: svc/b }]' },
    files: { 'svc/b/Dockerfile': NO_FILE },
    says: ['svc/b/Dockerfile:2', 'Image b: ', '"/nope": not found'],
    at: 'svc/b/Dockerfile:2',
  },
  {
    name: 'a disk that is full inside of a command',
    files: {
      Dockerfile: `FROM scratch
COPY busybox /bin/sh
COPY busybox /bin/dd
RUN --mount=type=tmpfs,target=/t,size=4096 dd if=/dev/zero of=/t/x bs=1k count=100
`,
    },
    says: ['Dockerfile:4', 'exit code: 1', 'No space left on device', 'docker system df'],
    at: 'Dockerfile:4',
    logs: ['Images', 'Build Cache'],
  },
  { name: 'a Dockerfile of nothing', files: { Dockerfile: '' }, says: ['the Dockerfile cannot be empty'] },
  {
    name: 'a base image that is not there',
    files: { Dockerfile: 'FROM 127.0.0.1:5055/nope:1\n' },
    says: ['Dockerfile:1', '127.0.0.1:5055/nope:1: not found'],
    at: 'Dockerfile:1',
  },
];

/** What the registry and IAM refuse. */
export const REGISTRY: readonly BadBuild[] = [
  {
    name: 'a repository that is not there',
    inputs: { repository: 'nope' },
    says: ['no repository nope', 'us-east-1', 'creation template'],
  },
  {
    name: 'an immutable tag on another image',
    scenario: 'repositories: [{ name: web, immutable: true, tags: [v1] }]',
    inputs: { 'on-existing-tag': 'fail' },
    says: ['tags', 'the tag v1 is there already, on sha256:', '{{run-id}}'],
  },
  {
    name: 'a repository that is full',
    scenario: faulty('CompleteLayerUpload', 'limit-exceeded'),
    says: ['would exceed a limit', 'lifecycle policy'],
  },
  {
    name: 'a repository that may have no more images',
    scenario: faulty('PutImage', 'limit-exceeded'),
    says: ['would exceed a limit', 'lifecycle policy'],
  },
  {
    name: '500 at the last layer, again and again',
    scenario: faulty('CompleteLayerUpload', 'server-error', `after: 2, ${FOREVER}`),
    says: ['Service Unavailable', 'stayed busy over several tries'],
  },
  {
    name: '429, again and again',
    scenario: faulty('InitiateLayerUpload', 'throttle'),
    says: ['Rate exceeded', 'stayed busy over several tries'],
  },
  {
    name: 'EOF where an upload begins',
    scenario: faulty('InitiateLayerUpload', 'eof'),
    says: ['EOF', 'the repository is missing, or one of ecr:InitiateLayerUpload'],
  },
  {
    name: 'EOF in the middle of an upload, again and again',
    scenario: faulty('CompleteLayerUpload', 'eof'),
    says: ['EOF', 'stayed busy over several tries'],
  },
  {
    name: 'a token that ends in the middle',
    scenario: faulty('CompleteLayerUpload', 'expired-token', `after: 1, ${FOREVER}`),
    says: ['authorization token has expired', 'token of this step'],
  },
  {
    name: 'a token that ends in the middle of a push of the engine',
    inputs: { builder: 'default' },
    scenario: faulty('CompleteLayerUpload', 'expired-token', `after: 1, ${FOREVER}`),
    says: ['authorization token has expired', 'token of this step'],
  },
  {
    name: 'a repository that is full, of the engine',
    inputs: { builder: 'default' },
    scenario: faulty('CompleteLayerUpload', 'limit-exceeded'),
    says: ['would exceed a limit', 'lifecycle policy'],
  },
  {
    name: 'a layer of the engine that arrives with other bytes',
    inputs: { builder: 'default' },
    scenario: faulty('CompleteLayerUpload', 'corrupt'),
    says: ['proxy or a mirror'],
  },
  {
    name: 'a layer that arrives with other bytes',
    scenario: faulty('CompleteLayerUpload', 'corrupt'),
    says: ['The digest of the uploaded layer is', 'proxy or a mirror'],
  },
  {
    name: 'no GetAuthorizationToken',
    scenario: denying('GetAuthorizationToken'),
    says: [policyLine('GetAuthorizationToken', '*')],
  },
  {
    name: 'no BatchGetImage',
    scenario: denying('BatchGetImage'),
    says: [policyLine('BatchGetImage', REPOSITORY)],
  },
  {
    name: 'no PutImage',
    scenario: denying('PutImage'),
    says: ['failed to push', policyLine('PutImage', REPOSITORY)],
  },
  {
    name: 'no InitiateLayerUpload',
    scenario: denying('InitiateLayerUpload'),
    says: ['failed to push', policyLine('InitiateLayerUpload', REPOSITORY)],
  },
  {
    name: 'no CompleteLayerUpload',
    scenario: denying('CompleteLayerUpload'),
    says: ['failed to push', policyLine('CompleteLayerUpload', REPOSITORY)],
  },
  {
    // The registry answers to HEAD without a word.
    name: 'no BatchCheckLayerAvailability',
    scenario: denying('BatchCheckLayerAvailability'),
    says: ['403 Forbidden', 'Allow ecr:BatchCheckLayerAvailability on this repository'],
  },
];
