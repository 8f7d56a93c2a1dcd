import { describe, expect, test } from '@jest/globals';
import type { DockerfileText } from '../../../src/build/failure/line.ts';
import { isWorthAnotherTry, readFailure } from '../../../src/build/failure/failure.ts';
import type { Step } from '../../../src/build/progress/steps.ts';

const BUILT = 'ERROR: failed to build: failed to solve: ';

/** As BuildKit 0.34 and Buildx 0.38 write them. */
const FRAME = `Dockerfile.web:3
--------------------
   1 |     FROM scratch
   2 |     COPY busybox /bin/busybox
   3 | >>> RUN ["/bin/busybox","sh","-c","exit 3"]
   4 |     
--------------------
${BUILT}process "/bin/busybox sh -c exit 3" did not complete successfully: exit code: 3`;

const file = (path: string, given: Partial<DockerfileText> = {}): DockerfileText => ({
  target: path,
  image: path,
  path,
  text: '',
  ...given,
});

const step = (given: Partial<Step> = {}): Step => ({
  name: '[internal] load build definition from Dockerfile',
  took: 1,
  isCached: false,
  error: undefined,
  output: [],
  ...given,
});

test('a command that fails is told with the line of the Dockerfile', () => {
  expect(readFailure(FRAME, [], [file('docker/Dockerfile.web')])).toMatchObject({
    kind: 'dockerfile',
    message: 'process "/bin/busybox sh -c exit 3" did not complete successfully: exit code: 3',
    image: undefined,
    location: { file: 'docker/Dockerfile.web', line: 3 },
  });
});

describe('of several images', () => {
  const files = [file('svc/a/Dockerfile', { target: 'one', image: 'o.ne' }), file('svc/b/Dockerfile', { target: 'two', image: 't.wo' })];
  const frame = FRAME.replace('Dockerfile.web', 'Dockerfile');
  const bake = frame.replace('failed to build:', 'target two:');

  test('the one that the builder names is told, and its Dockerfile', () => {
    expect(readFailure(bake, [], files)).toMatchObject({
      message: 'process "/bin/busybox sh -c exit 3" did not complete successfully: exit code: 3',
      image: 't.wo',
      location: { file: 'svc/b/Dockerfile', line: 3 },
    });
  });

  test('the one whose name the step begins with is told where the error names none', () => {
    const failed = step({ name: '[two 2/2] RUN a', error: 'exit code: 3' });
    expect(readFailure(frame, [failed], files)).toMatchObject({ image: 't.wo', location: { file: 'svc/b/Dockerfile' } });
  });

  test('no file is told where it may be one or the other', () => {
    expect(readFailure(frame, [], files)).toMatchObject({ image: undefined, location: undefined });
  });

  test('the file is told where all are built from it, or only one is called so', () => {
    const same = files.map((one) => ({ ...one, path: 'svc/a/Dockerfile' }));
    expect(readFailure(frame, [], same)).toMatchObject({ image: undefined, location: { file: 'svc/a/Dockerfile' } });
    const web = [...files, file('Dockerfile.web')];
    expect(readFailure(FRAME, [], web)).toMatchObject({ image: undefined, location: { file: 'Dockerfile.web' } });
  });
});

describe('a disk that is full inside of a command', () => {
  const full = step({
    name: '[3/3] RUN dd',
    error: 'exit code: 1',
    output: ["dd: error writing '/t/x': No space left on device", '4+0 records in'],
  });

  test('is told as such, with the line of the Dockerfile and the words of the command', () => {
    expect(readFailure(FRAME, [full], [file('Dockerfile.web')])).toMatchObject({
      kind: 'disk-full',
      message: `process "/bin/busybox sh -c exit 3" did not complete successfully: exit code: 3 (dd: error writing '/t/x': No space left on device)`,
      location: { file: 'Dockerfile.web', line: 3 },
      step: { name: '[3/3] RUN dd' },
    });
  });

  test('is not told of what else fails', () => {
    expect(readFailure(`${BUILT}"/nope.txt": not found`, [full]).kind).toBe('dockerfile');
  });
});

describe('what was refused before anything was begun', () => {
  // As Buildx 0.38 and Docker 20.10 write them.
  test.each([
    ['arguments', 'ERROR: failed to build: invalid host x'],
    ['arguments', 'ERROR: invalid value ture'],
    ['arguments', 'ERROR: parse error on line 1, column 3: bare " in non-quoted-field'],
    ['arguments', 'ERROR: failed to build: failed to solve: invalid provenance SLSA version: v9'],
    ['arguments', 'unknown flag: --x\nSee \'docker build --help\'.'],
    ['arguments', "ERROR: docker: 'docker buildx build' requires 1 argument\n\nUsage:  docker buildx build [OPTIONS] PATH"],
    ['arguments', 'ERROR: failed to build: mkdir /proc/nope: no such file or directory'],
    ['cache', 'ERROR: failed to build: local cache exporter requires dest'],
    [
      'cache',
      'ERROR: failed to build: failed to solve: failed to configure registry cache exporter: invalid reference format: repository name (library/WRONG_UPPER) must be lowercase',
    ],
    ['cache', 'ERROR: target web: failed to solve: unknown cache exporter: "bogus"'],
    [
      'entitlement',
      'ERROR: failed to build: failed to solve: granting entitlement network.host is not allowed by build daemon configuration',
    ],
    ['builder', 'ERROR: failed to build: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF'],
    ['builder', 'ERROR: failed to build: failed to solve: rpc error: code = Unavailable desc = error reading from server: EOF'],
    ['builder', 'ERROR: failed to build: failed to solve: Unavailable: closing transport due to: connection error: desc = "error reading from server: EOF"'],
  ] as const)('%s: %s', (kind, text) => {
    const bake = step({ name: '[internal] load local bake definitions' });
    expect([readFailure(text, []).kind, readFailure(text, [bake]).kind]).toEqual([kind, kind]);
  });

  test('is none of the command line once the builder is at work', () => {
    expect(readFailure('ERROR: failed to build: failed to solve: what is this', [step()]).kind).toBe('dockerfile');
    expect(readFailure(`${BUILT}failed to load LLB: network.host is not allowed`, [step()]).kind).toBe('entitlement');
  });
});

describe('the builder in an engine before version 23', () => {
  const ran = 'executor failed running [/bin/sh -c curl https://x/v2/ # 503 EOF]: exit code: 7';
  const inner = 'failed to solve with frontend dockerfile.v0: failed to create LLB definition: ';

  test.each([
    ['by its own command', `#1 [internal] load build definition\n#1 DONE 0.0s\n\n#6 ERROR: ${ran}\n------\n > [3/4] RUN curl:\n------\n${ran}\n`],
    ['by Buildx', `ERROR: failed to build: failed to solve: ${ran}`],
  ])('says %s why a command failed, which is not tried again', (_, text) => {
    expect(readFailure(text, [])).toMatchObject({ kind: 'dockerfile', message: ran });
  });

  test.each([
    ['by its own command', `#2 [internal] load .dockerignore\n#2 DONE 0.0s\n${inner}`],
    ['by Buildx', `${BUILT}rpc error: code = Unknown desc = ${inner}`],
  ])('says %s which line it cannot read', (_, text) => {
    const failure = readFailure(`${text}dockerfile parse error line 2: unknown instruction: COPI`, [], [file('a/Dockerfile')]);
    expect(failure).toMatchObject({
      kind: 'dockerfile',
      message: 'dockerfile parse error line 2: unknown instruction: COPI',
      location: { file: 'a/Dockerfile', line: 2 },
    });
  });
});

test('the last output is that of the step that failed, not of one that it took down', () => {
  const failed = step({ name: 'RUN a', output: ['bad'], error: 'exit code: 3' });
  const cut = step({ name: 'RUN b', error: 'context canceled' });
  expect(readFailure(FRAME, [failed, cut]).step).toMatchObject({ name: 'RUN a', output: ['bad'] });
});

describe('what a failure is', () => {
  const push = 'failed to push 1.dkr.ecr.us-east-1.amazonaws.com/web: ';
  test.each([
    ['registry-busy', `${push}unexpected status from PUT request to https://r/v2/web/manifests/sha256:1: 500 Internal Server Error`],
    ['registry-busy', `${push}unexpected status from HEAD request to https://r/v2/web/blobs/sha256:1: 429 Too Many Requests`],
    ['registry-busy', `${push}failed to do request: Put "https://r/v2/web/blobs/uploads/1?digest=x": read tcp: connection reset by peer`],
    ['registry-busy', `${push}failed to do request: Put "https://r/v2/web/blobs/uploads/1?digest=x": EOF`],
    ['registry-busy', `${push}failed to do request: Head "http://localhost:5999/v2/x/blobs/sha256:1": dial tcp 127.0.0.1:5999: connect: connection refused`],
    ['registry-busy', 'failed to authorize: failed to fetch oauth token: unexpected status: 503 Service Unavailable'],
    ['upload-refused', `${push}failed to do request: Post "https://r/v2/web/blobs/uploads/": EOF`],
    ['upload-refused', `${push}failed to do request: Post "https://r/v2/web/blobs/uploads/?mount=sha256:1&from=api": EOF`],
    [
      'upload-refused',
      `${push}unknown: The repository with name 'web' does not exist in the registry with id '123456789012'`,
    ],
    ['upload-refused', `${push}name unknown: no such repository`],
    ['registry-full', `${push}denied: The repository exceeds the limit of images`],
    ['not-as-sent', `${push}digest invalid: the layer has another digest`],
    [
      'builder',
      'executor failed running [/bin/sh -c true]: failed to create endpoint x on network bridge: adding interface to bridge docker0 failed: could not find bridge docker0',
    ],
    ['builder', 'executor failed running [/bin/busybox true]: network bridge not found'],
    ['unreachable', 'nope.invalid/x: failed to do request: Head "https://nope.invalid/v2/x/manifests/latest": dial tcp: lookup nope.invalid on 10.0.0.2:53: no such host'],
    ['dockerfile', 'executor failed running [/bin/sh -c echo failed to create endpoint]: exit code: 1'],
    ['arguments', 'invalid argument "x" for "--ulimit" flag'],
    ['cache', 'invalid argument "x" for "--cache-to" flag'],
    ['cache', 'failed to export cache: unexpected status'],
    ['push-refused', `${push}manifest blob unknown`],
    ['arguments', 'failed to build: failed to convert agent config {a [k] false}: failed to parse k: ssh: no key found'],
    ['arguments', 'could not parse ssh: [a=k]: failed to parse k: ssh: this private key is passphrase protected'],
    ['login-refused', `${push}no basic auth credentials`],
    ['login-refused', `${push}unexpected status from POST request to https://r/v2/web/blobs/uploads/: 401 Unauthorized`],
    ['login-refused', `${push}denied: Your authorization token has expired. Reauthenticate and try again.`],
    ['login-refused', `${push}unexpected status from POST request to https://r/v2/web/blobs/uploads/: 403 Forbidden`],
    ['tag-taken', `${push}tag invalid: The image tag 'v1' already exists in the 'web' repository and cannot be overwritten because the tag is immutable.`],
    ['arguments', 'invalid annotation "nope", expected key=value'],
    ['disk-full', 'failed to copy files: copy file range failed: no space left on device'],
    ['builder', 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?'],
    ['dockerfile', 'process "/bin/sh -c curl https://x/v2/ # 503 Service Unavailable EOF" did not complete successfully: exit code: 22'],
    ['dockerfile', 'dockerfile parse error on line 3: unterminated heredoc, unexpected EOF'],
    ['dockerfile', 'target stage "nope" could not be found (did you mean one?)'],
    ['dockerfile', 'failed to compute cache key: failed to calculate checksum of ref a::b: "/nope.txt": not found'],
    ['dockerfile', 'ruby:3.99: failed to resolve source metadata for docker.io/library/ruby:3.99: not found'],
  ] as const)('%s: %s', (kind, text) => {
    const failure = readFailure(BUILT + text, [step()]);
    expect(failure.kind).toBe(kind);
    expect(isWorthAnotherTry(failure)).toBe(kind === 'registry-busy');
  });
});

test('a push that the registry failed is known by what its step wrote, where the message does not say', () => {
  const failed = step({ name: 'exporting', error: 'x', output: ['error: 500 Internal Server Error'] });
  const text = `${BUILT}failed to push r.example/web: error`;
  expect(readFailure(text, [failed]).kind).toBe('registry-busy');
  expect(readFailure(`${BUILT}"/nope.txt": not found`, [failed]).kind).toBe('dockerfile');
  for (const name of ['exporting cache to registry', 'exporting to GitHub Actions Cache'])
    expect(readFailure(text, [{ ...failed, name }]).kind).toBe('cache');
});

test('without an ERROR the first line that is no progress is the message', () => {
  const text = '\n{"vertexes":[]}\nunknown flag: --x\nUsage: docker buildx build';
  expect(readFailure(text, [])).toMatchObject({ kind: 'arguments', message: 'unknown flag: --x' });
});
