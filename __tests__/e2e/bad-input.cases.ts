import type { BadInput } from '../support/bad-input.ts';
import { appSpecs } from './bad-input/appspecs.cases.ts';
import { codeDeploy } from './bad-input/codedeploy.cases.ts';
import { connections } from './bad-input/connections.cases.ts';
import { definitions } from './bad-input/definitions.cases.ts';
import { documents } from './bad-input/documents.cases.ts';
import { inputs } from './bad-input/inputs.cases.ts';
import { optionalPermissions } from './bad-input/optional-permissions.cases.ts';
import { permissions } from './bad-input/permissions.cases.ts';
import { placeholders } from './bad-input/placeholders.cases.ts';
import { rollbackConnections } from './bad-input/rollback/connections.cases.ts';
import { rollbackInputs } from './bad-input/rollback/inputs.cases.ts';
import { rollbackPermissions } from './bad-input/rollback/permissions.cases.ts';
import { rollbackServices } from './bad-input/rollback/services.cases.ts';
import { rolesToAssume } from './bad-input/roles.cases.ts';
import { strategies } from './bad-input/strategies.cases.ts';
import { services } from './bad-input/services.cases.ts';

/** Every way in which a step is known to be given what it cannot use, chapter by chapter; the slowest row first. */
export const BAD_INPUT: Readonly<Record<string, readonly BadInput[]>> = {
  'credentials, regions and endpoints': connections,
  'rollback: credentials, regions and endpoints': rollbackConnections,
  permissions,
  'optional permissions': optionalPermissions,
  'roles to assume': rolesToAssume,
  documents,
  'task definitions': definitions,
  placeholders,
  inputs,
  services,
  strategies,
  CodeDeploy: codeDeploy,
  AppSpecs: appSpecs,
  'rollback: inputs': rollbackInputs,
  'rollback: services and revisions': rollbackServices,
  'rollback: permissions': rollbackPermissions,
};
