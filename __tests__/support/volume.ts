import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import type { ServiceVolume } from '../../src/service/volume.ts';

export const infrastructureRole = 'arn:aws:iam::123456789012:role/infrastructure';

/** What the input asks for: a volume `data`, with changes. */
export const dataVolume = (changes: Partial<ServiceVolume['configuration']> = {}): ServiceVolume => ({
  name: 'data',
  configuration: { roleArn: infrastructureRole, sizeInGiB: 20, volumeType: 'gp3', ...changes },
});

/** The member of a task definition that leaves the volume to the service. */
export const leftOpen = {
  volumes: [{ name: 'data', configuredAtLaunch: true }],
} satisfies Partial<RegisterTaskDefinitionCommandInput>;
