import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasStage, readDockerfile } from '../../../src/build/dockerfile/facts.ts';
import { holds } from '../../support/property.ts';

const none = new Set<string>();
const read = (text: string, buildArgs: Readonly<Record<string, string>> = {}, contexts = none) =>
  readDockerfile(text, new Map(Object.entries(buildArgs)), contexts);

describe('images that a Dockerfile is built from', () => {
  test.each([
    ['FROM ruby:3.4', ['ruby:3.4']],
    ['from ruby:3.4 as build\nFROM build', ['ruby:3.4']],
    // Without case in COPY alone.
    ['FROM a AS One\nFROM one\nCOPY --from=ONE / /\nFROM ONE', ['a', 'ONE']],
    ['FROM scratch', []],
    ['FROM --platform=$BUILDPLATFORM ruby AS a', ['ruby']],
    ['FROM ruby@sha256:1', ['ruby@sha256:1']],
    ['FROM a\nFROM b\nCOPY --from=0 /x /x\nCOPY --from=c /x /x', ['a', 'b', 'c']],
    ['FROM a AS one\nCOPY --chown=1 --from=one /x /x', ['a']],
    ['FROM a\nRUN --mount=type=bind,from=tools:1,target=/t ls', ['a', 'tools:1']],
    ['FROM a\nRUN --mount=type=cache,target=/t ls', ['a']],
    ['# syntax=docker/dockerfile:1\nFROM a', ['docker/dockerfile:1', 'a']],
    ['FROM a\nRUN <<EOF\nFROM b\nEOF', ['a']],
    ['FROM \\\n  a \\\n  AS one\nFROM one', ['a']],
    ['# FROM a\nFROM b', ['b']],
    ['FROM "a"', ['a']],
    ["FROM 'a' AS one\nFROM one", ['a']],
  ])('%j', (text, images) => {
    expect(read(text).images).toEqual(images);
  });

  test.each([
    ['ARG V=3.4\nFROM ruby:$V', {}, ['ruby:3.4']],
    ['ARG V=3.4\nFROM ruby:${V}-slim', { V: '3.5' }, ['ruby:3.5-slim']],
    ['ARG V\nFROM ruby:${V:-3.4}', {}, ['ruby:3.4']],
    ['ARG V\nFROM ruby${V:+:slim}', { V: '1' }, ['ruby:slim']],
    ['ARG A=1\nARG B=$A.2\nFROM ruby:$B', {}, ['ruby:1.2']],
    ['ARG A=1 B=ruby:3\nFROM $B', {}, ['ruby:3']],
    ['ARG B=ruby:3\nFROM "${B}"', {}, ['ruby:3']],
    // An argument that the file does not declare counts for nothing.
    ['FROM ruby$V', { V: '3' }, ['ruby']],
    ['FROM a\nARG V=1\nFROM ruby$V', { V: '3' }, ['a', 'ruby']],
    ['ARG V\nFROM ruby$V', {}, ['ruby']],
    ['ARG V=1\nARG V\nFROM ruby:$V', {}, ['ruby:1']],
    ['ARG V=1\nFROM ruby:$V', { V: '' }, ['ruby:']],
    ['ARG V="3 4" W=\'5 6\' X=a\\ b Y=7\nFROM ruby:$Y${V:+.}${W:+.}${X#a?}', {}, ['ruby:7..b']],
    ['# escape=`\nARG V=1` 2 W=3\nFROM ruby:$W${V#1?}', {}, ['ruby:32']],
    ['ARG V=${A:-1}${B#x}\nFROM ruby:$V', {}, ['ruby:1']],
    ['ARG =1 V=2\nFROM ruby:$V', {}, ['ruby:2']],
    // Those that the builder has itself need no declaration.
    ['FROM ruby:$TARGETARCH', { TARGETARCH: 'arm64' }, ['ruby:arm64']],
    ['FROM ruby$TARGETSTAGE', {}, []],
    ['ARG BUILDOS=linux\nFROM ruby:$BUILDOS', {}, ['ruby:linux']],
    ['ARG BASE=one\nFROM a AS one\nFROM $BASE', {}, ['a']],
  ])('%j with %j', (text, buildArgs, images) => {
    expect(read(text, buildArgs).images).toEqual(images);
  });

  test('a further context takes the place of an image', () => {
    expect(read('FROM ruby\nCOPY --from=shared / /', {}, new Set(['ruby', 'shared'])).images).toEqual([]);
  });
});

test('what is fetched, and what only the builder can name, is told with its line', () => {
  const { unseen } = read('FROM a\nADD https://example.com/x /x\n\nFROM b:$TARGETARCH\nADD x /x');
  expect(unseen).toEqual([
    { line: 2, text: 'https://example.com/x', kind: 'remote' },
    { line: 4, text: 'b:$TARGETARCH', kind: 'unknown' },
  ]);
});

test.each([
  ['ADD https://a/1 http://a/2 /x', ['https://a/1', 'http://a/2']],
  ['ADD ["https://a/1", "/x"]', ['https://a/1']],
  ['ADD "https://a/1" /x', ['https://a/1']],
  ['ADD git://a/1.git /x', ['git://a/1.git']],
  ['ADD --keep-git-dir git@a:1.git /x', ['git@a:1.git']],
  ['ADD $URL /x', ['$URL']],
  ['ADD https://a/$VERSION /x', ['https://a/$VERSION']],
  ['ADD a $DIR/x', []],
  ['COPY $FILE /x', []],
  ['COPY https://a/1 /x', []],
  ['ADD HTTP://a/1 ssh://b/2 /x', ['HTTP://a/1', 'ssh://b/2']],
  ['ADD me@a.example:b.git /x', ['me@a.example:b.git']],
  ["ADD 'https://a/1' /x", ['https://a/1']],
  ['ADD "https://$HOST/1" /x', ['https://$HOST/1']],
  ['ADD "$URL" /x', ['$URL']],
  ['ADD --checksum=sha256:1 https://a/1 /x', []],
  ['ADD --checksum= https://a/1 /x', ['https://a/1']],
  ['ADD github.com/a/b ./https://a /x', []],
  ['ADD x https://a', []],
  ['ADD <<A /x\nhttps://a\nA', []],
])('%j tells of %j', (line, texts) => {
  expect(read(`FROM a\n${line}`).unseen.map(({ text }) => text)).toEqual(texts);
});

test.each([
  ['build', true],
  ['BUILD', true],
  ['1', true],
  ['2', false],
  ['builder', false],
])('the stage %s: %s', (target, expected) => {
  expect(hasStage(read('FROM a AS build\nFROM b'), target)).toBe(expected);
});

test('no text whatever makes it throw', () => {
  const words = fc.constantFrom('FROM', 'COPY', '--from=', 'RUN', '<<E', 'ARG', '$', '${', '}', '\\', '\n', '"', '#', 'a', ' ');
  holds(fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => readDockerfile(parts.join(''), new Map(), none).stages.length >= 0), 1_000);
});

test('a stage has no name unless one stands behind AS', () => {
  expect(read('FROM a AS\nFROM b is it\nFROM c as it').stages).toEqual(['0', '1', 'it']);
});

test('COPY knows stages by number, RUN and FROM by name alone', () => {
  const text = 'FROM a\nCOPY --from=0 / /\nCOPY --from=7 / /\nRUN --mount=from=0 ls\nFROM 1';
  expect(read(text).images).toEqual(['a', '0', '1']);
});

test('a stage that comes later is found by COPY and RUN, and not by FROM', () => {
  const text = 'FROM late\nCOPY --from=late / /\nRUN --mount=from=LATE ls\nFROM a AS late';
  expect(read(text).images).toEqual(['late', 'a']);
});

describe('what stands behind ONBUILD', () => {
  test.each([
    ['FROM a\nONBUILD COPY --from=b / /', ['a']],
    ['FROM a AS one\nONBUILD COPY --from=b / /\nFROM one', ['a', 'b']],
    ['FROM a AS one\nONBUILD RUN --mount=from=b ls\nONBUILD COPY --from=two / /\nFROM c AS two\nFROM one', ['a', 'c', 'b']],
    ['FROM a AS one\nONBUILD COPY --from=b / /\nFROM one AS two\nFROM two', ['a', 'b']],
    ['FROM a AS one\nONBUILD COPY --from=b / /\nFROM x AS one\nFROM one', ['a', 'x']],
  ])('counts for the stages made from it: %j', (text, images) => {
    expect(read(text).images).toEqual(images);
  });

  test('is told with the line it stands on', () => {
    const { unseen } = read('FROM a AS one\nONBUILD ADD https://a/1 /\nFROM one');
    expect(unseen).toEqual([{ line: 2, text: 'https://a/1', kind: 'remote' }]);
  });
});

test.each([
  ['FROM a\nRUN --mount=type=bind,"from=b",target=/x ls', ['a', 'b']],
  ['FROM a\nRUN --mount=type=bind,\\"from=b\\",target=/x ls', ['a', 'b']],
  ['FROM a\nRUN --mount=FROM=b --mount=target=/y,from=c ls', ['a', 'b', 'c']],
  ['FROM a\nRUN --mount=type=cache,from= ls', ['a']],
  ['FROM a\nRUN --from=b ls', ['a']],
  ['FROM a\nADD --from=b / /', ['a']],
  ['FROM a\nCOPY --fromage=b --mount=from=c / /', ['a']],
  ['FROM a\nCOPY --from=scratch / /', ['a']],
  ['FROM a\nRUN ls --mount=from=b', ['a']],
  ['FROM a\nFROM a\nCOPY --from=a / /', ['a']],
  ['FROM', []],
])('%j takes %j', (text, images) => {
  expect(read(text).images).toEqual(images);
});

test.each([
  ['COPY --from=$X / /', '$X'],
  ['RUN --mount=from=a$X ls', 'a$X'],
])('%s only the builder could follow', (line, text) => {
  expect(read(`FROM a\n${line}`).unseen).toEqual([{ line: 2, text, kind: 'unknown' }]);
});

test.each([
  ['ruby', ['FROM ruby:latest', 'FROM docker.io/library/ruby', 'FROM index.docker.io/library/ruby:latest', 'FROM library/ruby']],
  ['docker.io/library/ruby:latest', ['FROM ruby', 'FROM a AS b\nCOPY --from=ruby / /']],
  ['example/tool:1', ['FROM docker.io/example/tool:1']],
])('the further context %s stands for every name of the image', (context, texts) => {
  for (const text of texts) expect(read(text, {}, new Set([context])).images.filter((image) => image !== 'a')).toEqual([]);
});

test.each(['FROM ruby:3.4', 'FROM example/ruby', 'FROM x.io/library/ruby'])('but not for that of %s', (text) => {
  expect(read(text, {}, new Set(['ruby'])).images).toHaveLength(1);
});

test('a further context with the name of a stage takes its place', () => {
  expect(read('FROM ruby AS Base\nFROM base', {}, new Set(['base'])).images).toEqual([]);
});

describe('a frontend', () => {
  test('of Docker is an image that the build takes, and no more', () => {
    const { images, unseen } = read('FROM a', { BUILDKIT_SYNTAX: 'docker/dockerfile:1' });
    expect({ images, unseen }).toEqual({ images: ['docker/dockerfile:1', 'a'], unseen: [] });
  });

  test.each([
    ['#!/bin/sh\n# syntax=example/packs\nFROM a', {}, 2],
    ['FROM a', { BUILDKIT_SYNTAX: 'example/packs' }, 1],
  ])('of somebody else is told, with any stage that it may know: %j with %j', (text, buildArgs, line) => {
    const facts = read(text, buildArgs);
    expect(facts.images).toEqual(['example/packs', 'a']);
    expect(facts.unseen).toEqual([{ line, text: 'example/packs', kind: 'frontend' }]);
    expect(hasStage(facts, 'whatever')).toBe(true);
  });
});
