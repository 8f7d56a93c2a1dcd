import type {
  CreateApplicationInput,
  GetApplicationInput,
  ListApplicationsInput,
} from '@aws-sdk/client-codedeploy';
import { uuid } from '../../chance.ts';
import type { Context } from '../../operation.ts';
import { seconds } from '../../wire/json11.ts';
import type { World } from '../../world.ts';
import { codeDeployErrors } from './errors.ts';
import { applicationOf } from './find.ts';
import { page } from './page.ts';
import type { Application } from './state.ts';

/** CreateApplication, for the compute platform ECS. */
export function createApplication(input: CreateApplicationInput, { world }: Context): object {
  if (input.computePlatform !== 'ECS') throw codeDeployErrors.platformNotModelled();
  const { id } = addApplication(world, input.applicationName ?? '');
  return { applicationId: id };
}

/** Adds an application without groups. Throws where the name is taken. */
export function addApplication(world: World, name: string): Application {
  const { applications } = world.codedeploy;
  if (applications.some((application) => application.name === name))
    throw codeDeployErrors.applicationExists(name);
  const application: Application = { id: uuid(world.chance), name, createdAt: world.now, groups: [] };
  applications.push(application);
  return application;
}

/** GetApplication. */
export function getApplication(input: GetApplicationInput, { world }: Context): object {
  const { id, name, createdAt } = applicationOf(world, input.applicationName ?? '');
  return {
    application: {
      applicationId: id,
      applicationName: name,
      createTime: seconds(createdAt),
      linkedToGitHub: false,
      computePlatform: 'ECS',
    },
  };
}

/** ListApplications. */
export function listApplications(input: ListApplicationsInput, { world }: Context): object {
  const { items, rest } = page(world.codedeploy.applications, input.nextToken);
  return { applications: items.map(({ name }) => name), ...rest };
}
