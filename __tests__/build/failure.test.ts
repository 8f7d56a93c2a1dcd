import { describe, expect, test } from '@jest/globals';
import { isWorthAnotherTry, readFailure } from '../../src/build/failure.ts';

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

test('a command that fails is told with the line of the Dockerfile', () => {
  expect(readFailure(FRAME, [])).toMatchObject({
    kind: 'dockerfile',
    message: 'process "/bin/busybox sh -c exit 3" did not complete successfully: exit code: 3',
    location: { file: 'Dockerfile.web', line: 3 },
  });
});

test('the last output is that of the step that failed, not of one that it took down', () => {
  const step = { name: 'RUN a', took: 1, isCached: false, output: ['bad'], error: 'exit code: 3' };
  const cut = { ...step, name: 'RUN b', error: 'context canceled', output: [] };
  expect(readFailure(FRAME, [step, cut]).step).toMatchObject({ name: 'RUN a', output: ['bad'] });
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
    ['arguments', 'invalid argument "x" for "--cache-to" flag'],
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
    const failure = readFailure(BUILT + text, []);
    expect(failure.kind).toBe(kind);
    expect(isWorthAnotherTry(failure)).toBe(kind === 'registry-busy');
  });
});

test('a push that the registry failed is known by what its step wrote, where the message does not say', () => {
  const step = { name: 'exporting', took: 1, isCached: false, error: 'x', output: ['error: 500 Internal Server Error'] };
  const text = `${BUILT}failed to push r.example/web: error`;
  expect(readFailure(text, [step]).kind).toBe('registry-busy');
  expect(readFailure(`${BUILT}"/nope.txt": not found`, [step]).kind).toBe('dockerfile');
});

test('without an ERROR the first line that is no progress is the message', () => {
  const text = '\n{"vertexes":[]}\nunknown flag: --x\nUsage: docker buildx build';
  expect(readFailure(text, [])).toMatchObject({ kind: 'arguments', message: 'unknown flag: --x' });
});
