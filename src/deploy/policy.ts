import type { PolicyStatement } from '../iam/policy.ts';
import type { ActionName } from './request.ts';
import {
  CODEDEPLOY,
  PASS_ROLES,
  READ_DIAGNOSIS,
  READ_HISTORY,
  READ_HOOKS,
  READ_IMAGES,
  READ_REVISIONS,
  READ_SERVICE,
  READ_TASKS,
  SUSPEND_SCALING,
  TAG_REVISIONS,
  UPDATE_SERVICE,
} from './statements.ts';

const BASE: readonly PolicyStatement[] = [
  READ_SERVICE,
  READ_REVISIONS,
  TAG_REVISIONS,
  PASS_ROLES,
  ...READ_TASKS,
  READ_IMAGES,
  ...READ_DIAGNOSIS,
];

/** What differs for a rollback, by sid: it chooses by the history, and it must not find out too late. */
const FOR_A_ROLLBACK: Readonly<Record<string, Partial<PolicyStatement>>> = {
  ReadService: { without: 'nothing can be rolled back' },
  ReadImages: { without: 'an image that is gone is noticed only when tasks cannot pull it' },
  UpdateService: { without: 'no service with the controller ECS can be rolled back' },
  ListServiceDeployments: {
    without: 'a service with the controller ECS is returned only to a revision that is named with `to`',
    optional: false,
  },
  Deploy: { without: 'no service with the controller CODE_DEPLOY can be rolled back' },
  ListDeployments: {
    without:
      'a service with the controller CODE_DEPLOY is returned only to a revision that is named with `to`',
    optional: false,
  },
  EndPreviousWait: {
    without:
      'a service whose last deployment waits to terminate the old task set is not rolled back before that has ended, unless the old task set runs the revision to return to',
  },
};

const forRollback = (statement: PolicyStatement): PolicyStatement => ({
  ...statement,
  ...FOR_A_ROLLBACK[statement.sid],
});

const ONLY_NATIVE =
  'a service with the strategy BLUE_GREEN, LINEAR or CANARY cannot be deployed; never asked under CODE_DEPLOY';

/** What differs in bluegreen-deploy, by sid: it deploys services of ECS, too, but only where ECS shifts the traffic. */
const FOR_BLUE_GREEN: Readonly<Record<string, Partial<PolicyStatement>>> = {
  UpdateService: { without: ONLY_NATIVE, optional: true },
  ListServiceDeployments: { without: ONLY_NATIVE },
  ReadServiceDeployments: { without: ONLY_NATIVE },
  StopServiceDeployment: {
    without:
      'with the strategy BLUE_GREEN, LINEAR or CANARY: a deployment that cannot succeed is returned from by UpdateService, or left to a circuit breaker that rolls back; never asked under CODE_DEPLOY',
  },
};

const forBlueGreen = (statement: PolicyStatement): PolicyStatement => ({
  ...statement,
  ...FOR_BLUE_GREEN[statement.sid],
});

/** What an input asks for that a rollback does not have. */
const OF_OTHER_INPUTS = new Set(['PassRoleForVolumes', 'PassRolesForHooks']);

/** The policy of each action, statement by statement. */
export const POLICIES: Readonly<Record<ActionName, readonly PolicyStatement[]>> = {
  'ecs-update-service': [...BASE, ...UPDATE_SERVICE, ...READ_HOOKS, ...SUSPEND_SCALING],
  'bluegreen-deploy': [
    ...BASE,
    ...CODEDEPLOY,
    ...READ_HOOKS,
    ...SUSPEND_SCALING,
    ...UPDATE_SERVICE.map(forBlueGreen),
  ],
  rollback: [
    ...[READ_SERVICE, ...READ_TASKS, READ_IMAGES, ...UPDATE_SERVICE, ...CODEDEPLOY, ...SUSPEND_SCALING]
      .filter(({ sid }) => !OF_OTHER_INPUTS.has(sid))
      .map(forRollback),
    ...READ_HISTORY,
    ...READ_DIAGNOSIS,
    ...READ_HOOKS,
  ],
};
