import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasStage, readDockerfile } from '../../src/build/dockerfile.ts';
import { holds } from '../support/property.ts';

const none = new Set<string>();
const read = (text: string, buildArgs: Readonly<Record<string, string>> = {}, contexts = none) =>
  readDockerfile(text, new Map(Object.entries(buildArgs)), contexts);

describe('images that a Dockerfile is built from', () => {
  test.each([
    ['FROM ruby:3.4', ['ruby:3.4']],
    ['from ruby:3.4 as build\nFROM build\nFROM BUILD', ['ruby:3.4']],
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
    ['FROM ruby:$V', { V: '3' }, []],
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

test('a number that is none of a stage before is an image', () => {
  expect(read('FROM a\nCOPY --from=1 /x /x\nCOPY --from=7 /x /x').images).toEqual(['a', '1', '7']);
});
