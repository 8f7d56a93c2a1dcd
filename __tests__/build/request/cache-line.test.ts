import { describe, expect, test } from '@jest/globals';
import { readCacheLine } from '../../../src/build/request/cache-line.ts';

const problemOf = (line: string): string | undefined => {
  const read = readCacheLine(line);
  return read.ok ? undefined : read.problems.map(({ message, remedy }) => `${message} ${remedy}`).join();
};

test.each([
  'ecr',
  'what the input does not know',
  'from=registry.example/team/web:cache',
  'from=Registry.example:5000/team/a__b-c.d/web:Cache_1',
  `from=web@sha256:${'a'.repeat(64)}`,
  'from=type=registry,ref=127.0.0.1:5000/web:cache',
  'to=type=registry,ref=web,mode=max,compression=zstd',
  'to="type=local","dest=/a,b"',
  'from=type=local,src=/a',
  'to=type=inline',
  'from=type=gha,scope=a',
  'to=type=s3,region=us-east-1,bucket=a',
  'to=type=azblob,name=a',
])('%s is read as it is', (line) => {
  expect(readCacheLine(line)).toEqual({ ok: true, value: line });
});

describe('what no builder could read is told', () => {
  test.each([
    ['to=ty"pe', 'Its quotes cannot be read. Put a field with a comma into quotes as a whole: "NAME=A,B".'],
    ['to=type=local\ndest=x', 'Its quotes cannot be read. Put a field with a comma into quotes as a whole: "NAME=A,B".'],
    ['to=type=local,"dest=a', 'Its quotes cannot be read. Put a field with a comma into quotes as a whole: "NAME=A,B".'],
    ['to=mode=max', 'It says no type. It can be registry, local, gha, s3, azblob, inline.'],
    ['from=type=inline', 'The type inline is none for from=…. It can be registry, local, gha, s3, azblob.'],
    ['to=type=registy,ref=a', 'The type registy is none for to=…. Did you mean registry?'],
    ['to=type=registry,max', '"max" is no NAME=VALUE. Write such as to=type=registry,ref=REGISTRY/REPOSITORY:TAG.'],
    ['to=type=registry,ref=a,=x', '"=x" is no NAME=VALUE. Write such as to=type=registry,ref=REGISTRY/REPOSITORY:TAG.'],
    ['from=type=registry', 'The type registry needs ref. Write from=type=registry,ref=….'],
    ['from=type=local,src=', 'The type local needs src. Write from=type=local,src=….'],
    ['to=type=local,src=x', 'The type local needs dest. Write to=type=local,dest=….'],
  ])('%s', (line, problem) => {
    expect(problemOf(line)).toBe(problem);
  });

  test.each(['WRONG UPPER:x', 'WRONG_UPPER:x', 'a/B:x', 'a:b:c', '-a', 'a/', 'a@sha256:1', 'a b'])('the name of an image %s', (name) => {
    const problem = `${JSON.stringify(name)} is not the name of an image. Write REGISTRY/REPOSITORY:TAG, in small letters but for the registry and the tag.`;
    expect([problemOf(`from=${name}`), problemOf(`to=type=registry,ref=${name}`)]).toEqual([problem, problem]);
  });
});
