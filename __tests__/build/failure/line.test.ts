import { describe, expect, test } from '@jest/globals';
import { type DockerfileText, failingLine } from '../../../src/build/failure/line.ts';

const DOCKERFILE = `# syntax=docker/dockerfile:1
FROM ruby:3 AS base
COPY bb /bin/sh
run echo why >&2; \\
  # a note
  echo more; exit 7
RUN make

FROM base
ARG DIR=/app
COPY --from=base \${DIR}/a $DIR/b
RUN make
RUN [ -d a.b ]
FROM --platform=linux/arm64 registry.example/team/go
`;

const file = (given: Partial<DockerfileText> = {}): DockerfileText => ({
  target: 'web',
  image: 'web',
  path: 'docker/Dockerfile',
  text: DOCKERFILE,
  ...given,
});

const lineOf = (name: string, text = DOCKERFILE): number | undefined =>
  failingLine({ text: '', message: 'exit code: 7', step: { name } }, [file({ text })])?.line;

describe('without a word of the builder the line is that of the instruction', () => {
  test.each([
    ['in its first line', '[base 2/4] RUN echo why >&2;   echo more; exit 7', 4],
    ['whose variables are filled in', '[stage-1 1/3] COPY --from=base /app/a /app/b', 11],
    ['that names the base image', '[internal] load metadata for docker.io/library/ruby:3', 2],
    ['that names it among several images', '[web internal] load metadata for docker.io/library/ruby:3', 2],
    ['that names it without a tag', '[internal] load metadata for registry.example/team/go:latest', 14],
    ['without a stage before it', 'COPY bb /bin/sh', 3],
  ])('%s', (_, name, line) => {
    expect(lineOf(name)).toBe(line);
  });

  test.each([
    ['is there twice', '[base 3/4] RUN make'],
    ['is not there', '[base 3/4] RUN make it'],
    ['has other text around', '[base 3/4] RUN [ -d a.b ] || exit'],
    ['has other text in its place', '[base 3/4] RUN [ -d aXb ]'],
    ['is of another image', '[internal] load metadata for docker.io/library/jruby:3'],
  ])('that %s is not told', (_, name) => {
    expect(lineOf(name)).toBeUndefined();
  });

  test('that is there as it is comes before one with variables', () => {
    expect(lineOf('RUN a $B', 'RUN a $B\nRUN a $C\n')).toBe(1);
    expect(lineOf('RUN a b', 'RUN a $B\nRUN a $C\n')).toBeUndefined();
  });

  test('goes on behind the character that the file names for it', () => {
    expect(lineOf('RUN a   b', '# escape=`\nFROM scratch\nRUN a ` \n  b\n')).toBe(3);
    expect(lineOf('RUN a `', 'FROM scratch\r\nRUN a `\r\n')).toBe(2);
  });
});

test('no line is told where no step failed', () => {
  expect(failingLine({ text: '', message: 'x', step: undefined }, [file()])).toBeUndefined();
});

describe('the line that the builder names', () => {
  const words = (text: string, message = 'x') => ({ text, message, step: undefined });
  const frame = (name: string): string => `${name}:3\n--------------------\n   3 | >>> RUN a\n--------------------`;

  test('is of the file that is called so', () => {
    const files = [file(), file({ path: 'docker/Prod.Dockerfile' })];
    expect(failingLine(words(frame('Prod.Dockerfile')), files)).toEqual({ file: 'docker/Prod.Dockerfile', line: 3 });
    expect(failingLine(words(frame('Dockerfile')), files)).toEqual({ file: 'docker/Dockerfile', line: 3 });
    expect(failingLine(words(frame('other')), files)).toBeUndefined();
  });

  test.each(['dockerfile parse error line 2: x', 'dockerfile parse error on line 2: x'])('is in its words: %s', (message) => {
    expect(failingLine(words('', message), [file()])).toEqual({ file: 'docker/Dockerfile', line: 2 });
    expect(failingLine(words('', message), [file(), file({ path: 'b' })])).toBeUndefined();
  });

  test('is none of what a command says', () => {
    expect(failingLine(words('', 'the dockerfile parse error line 2: x'), [file()])).toBeUndefined();
  });
});
