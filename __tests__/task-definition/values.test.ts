import * as ecs from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { shapes } from '../../src/task-definition/members.ts';
import { membersOf } from '../../src/task-definition/shape.ts';
import { enumerations } from '../../src/task-definition/values.ts';

/** The SDK's constants for each enumeration of ours. */
const constants: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map<
  string,
  Readonly<Record<string, string>>
>([
  ['RegisterTaskDefinitionRequest.networkMode', ecs.NetworkMode],
  ['RegisterTaskDefinitionRequest.requiresCompatibilities', ecs.Compatibility],
  ['RegisterTaskDefinitionRequest.pidMode', ecs.PidMode],
  ['RegisterTaskDefinitionRequest.ipcMode', ecs.IpcMode],
  ['ContainerDefinition.versionConsistency', ecs.VersionConsistency],
  ['PortMapping.protocol', ecs.TransportProtocol],
  ['PortMapping.appProtocol', ecs.ApplicationProtocol],
  ['EnvironmentFile.type', ecs.EnvironmentFileType],
  ['Device.permissions', ecs.DeviceCgroupPermission],
  ['ContainerDependency.condition', ecs.ContainerCondition],
  ['Ulimit.name', ecs.UlimitName],
  ['LogConfiguration.logDriver', ecs.LogDriver],
  ['ResourceRequirement.type', ecs.ResourceType],
  ['FirelensConfiguration.type', ecs.FirelensConfigurationType],
  ['DockerVolumeConfiguration.scope', ecs.Scope],
  ['EFSVolumeConfiguration.transitEncryption', ecs.EFSTransitEncryption],
  ['EFSAuthorizationConfig.iam', ecs.EFSAuthorizationConfigIAM],
  ['TaskDefinitionPlacementConstraint.type', ecs.TaskDefinitionPlacementConstraintType],
  ['ProxyConfiguration.type', ecs.ProxyConfigurationType],
  ['RuntimePlatform.cpuArchitecture', ecs.CPUArchitecture],
  ['RuntimePlatform.operatingSystemFamily', ecs.OSFamily],
  ['ServiceManagedEBSVolumeConfiguration.filesystemType', ecs.TaskFilesystemType],
  ['EBSTagSpecification.resourceType', ecs.EBSResourceType],
  ['EBSTagSpecification.propagateTags', ecs.PropagateTags],
]);

describe('the values of an enumeration are those of the SDK', () => {
  test.each([...enumerations])('%s', (name, values) => {
    expect([...values].sort()).toEqual(Object.values(constants.get(name) ?? {}).sort());
  });
});

test('every enumeration belongs to a member', () => {
  const unknown = [...enumerations.keys()].filter((name) => {
    const [shape = '', member = ''] = name.split('.');
    return !membersOf(shape).has(member);
  });
  expect(unknown).toEqual([]);
});

// Members whose names are enumerations of the SDK elsewhere would show here when AWS gives them values.
test('no other text member has the name of an enumeration of the SDK', () => {
  const named = new Set(Object.keys(ecs).map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`));
  const others = Object.entries(shapes).flatMap(([shape, { members }]) =>
    Object.entries(members)
      .filter(([member, { kind }]) => kind === 'string' && named.has(member))
      .map(([member]) => `${shape}.${member}`),
  );
  expect(others.filter((name) => !enumerations.has(name))).toEqual([]);
});
