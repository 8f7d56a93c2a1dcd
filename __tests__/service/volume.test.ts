import { describe, expect, test } from '@jest/globals';
import { parseTree } from '../../src/inputs/document.ts';
import { readManagedVolume, volumeChanges } from '../../src/service/volume.ts';
import { problemsOf, valueOrFail } from '../support/parsed.ts';
import { dataVolume, infrastructureRole } from '../support/volume.ts';

const read = (text: string) => readManagedVolume(valueOrFail(parseTree(text, 'input')));
const messagesOf = (text: string): readonly string[] =>
  problemsOf(read(text)).map(({ message, remedy }) => `${message} ${remedy}`);
const withRole = (rest: string): string => `roleArn: ${infrastructureRole}\n${rest}`;

describe('a configuration', () => {
  test('is read with every member it has', () => {
    const configuration = {
      roleArn: infrastructureRole,
      encrypted: true,
      kmsKeyId: 'alias/data',
      volumeType: 'gp3',
      sizeInGiB: 20,
      snapshotId: 'snap-0123',
      volumeInitializationRate: 100,
      iops: 4000,
      throughput: 250,
      filesystemType: 'ext4',
      tagSpecifications: [
        { resourceType: 'volume', propagateTags: 'SERVICE', tags: [{ key: 'team', value: 'shop' }] },
      ],
    };
    expect(valueOrFail(read(JSON.stringify(configuration)))).toEqual(configuration);
  });

  test('may be YAML', () => {
    expect(valueOrFail(read(withRole('sizeInGiB: 20')))).toEqual({
      roleArn: infrastructureRole,
      sizeInGiB: 20,
    });
  });

  test('has all its problems told at once, with the nearest known names', () => {
    const problems = messagesOf('sizeInGib: 20\nencrypted: "yes"\nfilesystemType: zfs');
    expect(problems).toHaveLength(4);
    const all = problems.join('\n');
    expect(all).toContain('sizeInGib is no member of a managed EBS volume');
    expect(all).toContain('Did you mean sizeInGiB?');
    expect(all).toContain('encrypted must be true or false');
    expect(all).toContain('filesystemType cannot be "zfs". Did you mean xfs?');
    expect(all).toContain('roleArn is missing');
  });

  test('is an object', () => {
    expect(messagesOf('[1]')).toEqual([
      'It is not an object with the settings of a volume. Begin with roleArn and sizeInGiB.',
    ]);
  });

  test.each([
    ['roleArn: infrastructure\nsizeInGiB: 1', 'roleArn is not the ARN of an IAM role'],
    [withRole('volumeType: gp33\nsizeInGiB: 1'), 'volumeType cannot be "gp33". Did you mean gp3?'],
    [withRole('encrypted: true'), 'Neither sizeInGiB nor snapshotId is given.'],
    [withRole('sizeInGiB: 1\nvolumeInitializationRate: 100'), 'is given without snapshotId'],
    [withRole('sizeInGiB: 1\nthroughput: 125'), 'throughput is given with no volumeType.'],
    [withRole('sizeInGiB: 1\nthroughput: 125\nvolumeType: io2\niops: 100'), 'throughput is given with io2.'],
    [withRole('sizeInGiB: 4\nvolumeType: io1'), 'iops is missing, which io1 needs.'],
    [withRole('sizeInGiB: 4\nvolumeType: io2'), 'iops is missing, which io2 needs.'],
    [withRole('sizeInGiB: 125\nvolumeType: st1\niops: 100'), 'iops is given with st1.'],
    [withRole('sizeInGiB: 125\nvolumeType: sc1\niops: 100'), 'iops is given with sc1.'],
    [withRole('sizeInGiB: 1\nvolumeType: standard\niops: 100'), 'iops is given with standard.'],
  ])('%j is what AWS would refuse', (text, message) => {
    expect(messagesOf(text)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ['sizeInGiB', 1, 65_536, ''],
    ['iops', 100, 256_000, 'sizeInGiB: 4\nvolumeType: io2'],
    ['throughput', 125, 2_000, 'sizeInGiB: 4\nvolumeType: gp3'],
    ['volumeInitializationRate', 100, 300, 'snapshotId: snap-1'],
  ])('takes a %s from %i to %i, and nothing beyond', (member, least, most, rest) => {
    const told = (value: number) => messagesOf(withRole(`${member}: ${value}\n${rest}`));
    expect([told(least), told(most)]).toEqual([[], []]);
    for (const beyond of [least - 1, most + 1]) {
      const message = `${member} is ${beyond}, not a number from ${least} to ${most}.`;
      expect(told(beyond)).toEqual([expect.stringContaining(message)]);
    }
  });

  test.each([
    'snapshotId: snap-1',
    'snapshotId: snap-1\nvolumeInitializationRate: 100',
    'sizeInGiB: 4\nvolumeType: io2\niops: 100',
    'sizeInGiB: 4\nvolumeType: gp3\niops: 3000\nthroughput: 125',
    'sizeInGiB: 4\niops: 3000',
    ...['gp2', 'st1', 'sc1', 'standard'].map((type) => `sizeInGiB: 125\nvolumeType: ${type}`),
  ])('%j is what AWS takes', (rest) => {
    expect(messagesOf(withRole(rest))).toEqual([]);
  });
});

describe('a volume that a service has', () => {
  test('is the same when its settings are, in whatever order', () => {
    const { configuration } = dataVolume({
      tagSpecifications: [{ resourceType: 'volume', tags: [{ key: 'a', value: '1' }] }],
    });
    const told = {
      tagSpecifications: [{ tags: [{ value: '1', key: 'a' }], resourceType: 'volume' as const }],
      volumeType: 'gp3',
      sizeInGiB: 20,
      roleArn: infrastructureRole,
    };
    expect(volumeChanges({ name: 'data', configuration }, [{ name: 'data', configuration: told }])).toEqual(
      [],
    );
  });

  test('is the same where AWS tells the file system that it takes when none is given', () => {
    expect(volumeChanges(dataVolume(), [dataVolume({ filesystemType: 'xfs' })])).toEqual([]);
    expect(volumeChanges(dataVolume({ tagSpecifications: [] }), [dataVolume()])).toEqual([]);
    expect(volumeChanges(dataVolume(), [dataVolume({ filesystemType: 'ext4' })])).toEqual([
      { member: 'filesystemType', from: 'ext4', to: 'xfs' },
    ]);
  });

  test('differs by each setting that is another, is new or is gone', () => {
    expect(
      volumeChanges(dataVolume({ sizeInGiB: 40, encrypted: true }), [dataVolume({ iops: 3000 })]),
    ).toEqual([
      { member: 'sizeInGiB', from: '20', to: '40' },
      { member: 'iops', from: '3000', to: 'not set' },
      { member: 'encrypted', from: 'not set', to: 'true' },
    ]);
  });

  test('differs by its tags', () => {
    const tagged = (value: string) =>
      dataVolume({ tagSpecifications: [{ resourceType: 'volume', tags: [{ key: 'a', value }] }] });
    expect(volumeChanges(tagged('1'), [tagged('2')]).map(({ member }) => member)).toEqual([
      'tagSpecifications',
    ]);
  });

  test.each([
    ['none', [], 'none told'],
    ['one of another name', [{ ...dataVolume(), name: 'cache' }], 'cache'],
    ['two', [dataVolume(), { ...dataVolume(), name: 'cache' }], 'data, cache'],
  ])('differs as a whole when there is %s', (_, told, from) => {
    expect(volumeChanges(dataVolume(), told)).toEqual([{ from, to: 'data' }]);
  });
});
