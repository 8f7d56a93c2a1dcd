/**
 * The names that the console of ECS gives to the application and the deployment group of a service (a dozen public
 * configurations of 2020 to 2026).
 */
export const consoleNames = {
  applicationName: 'AppECS-CLUSTER-SERVICE',
  deploymentGroupName: 'DgpECS-CLUSTER-SERVICE',
} as const;
