import type { ContainerDefinition, KeyValuePair, LogConfiguration, Secret } from '@aws-sdk/client-ecs';

/** What the inputs change in a container; a member that is absent changes nothing. */
export interface ContainerChanges {
  /** Input `environment-variables`. */
  readonly environment?: ReadonlyMap<string, string> | undefined;
  /** Input `secrets`: variable → the parameter or secret it comes from. */
  readonly secrets?: ReadonlyMap<string, string> | undefined;
  /** Input `docker-labels`. */
  readonly dockerLabels?: ReadonlyMap<string, string> | undefined;
  /** Input `command`. */
  readonly command?: readonly string[] | undefined;
  /** Input `log-configuration-log-driver`. */
  readonly logDriver?: LogConfiguration['logDriver'];
  /** Input `log-configuration-options`. */
  readonly logOptions?: ReadonlyMap<string, string> | undefined;
  /** Input `env-files`: S3 ARNs. */
  readonly environmentFiles?: readonly string[] | undefined;
}

/**
 * A container with the changes made: variables, secrets, labels and log options are added to those of the
 * file, or replace the one of their name; command, log driver and environment files replace the file's.
 */
export function changeContainer(
  container: ContainerDefinition,
  changes: ContainerChanges,
): ContainerDefinition {
  const { environment, secrets, dockerLabels, command, environmentFiles } = changes;
  const logConfiguration = changeLogs(container.logConfiguration, changes);
  return {
    ...container,
    ...(environment && { environment: withVariables(container.environment ?? [], environment) }),
    ...(secrets && { secrets: withSecrets(container.secrets ?? [], secrets) }),
    ...(dockerLabels && { dockerLabels: { ...container.dockerLabels, ...Object.fromEntries(dockerLabels) } }),
    ...(command && { command: [...command] }),
    ...(environmentFiles && {
      environmentFiles: environmentFiles.map((value) => ({ value, type: 's3' as const })),
    }),
    ...(logConfiguration && { logConfiguration }),
  };
}

/** Undefined where nothing changes, and where options come without any driver, which is a problem elsewhere. */
function changeLogs(
  before: LogConfiguration | undefined,
  { logDriver = before?.logDriver, logOptions }: ContainerChanges,
): LogConfiguration | undefined {
  if (logDriver === undefined || (logOptions === undefined && logDriver === before?.logDriver))
    return undefined;
  const options = { ...before?.options, ...Object.fromEntries(logOptions ?? []) };
  return { ...before, logDriver, ...(Object.keys(options).length === 0 ? {} : { options }) };
}

/** Variables that are there keep their place and get the new value; others follow. */
function withVariables(before: readonly KeyValuePair[], added: ReadonlyMap<string, string>): KeyValuePair[] {
  const changed = before.map((variable) => {
    const value = added.get(variable.name ?? '');
    return value === undefined ? variable : { ...variable, value };
  });
  return [...changed, ...newIn(before, added).map(([name, value]) => ({ name, value }))];
}

function withSecrets(before: readonly Secret[], added: ReadonlyMap<string, string>): Secret[] {
  const changed = before.map((secret) => {
    const valueFrom = added.get(secret.name ?? '');
    return valueFrom === undefined ? secret : { ...secret, valueFrom };
  });
  return [...changed, ...newIn(before, added).map(([name, valueFrom]) => ({ name, valueFrom }))];
}

function newIn(
  before: readonly { readonly name?: string | undefined }[],
  added: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const present = new Set(before.map(({ name }) => name));
  return [...added].filter(([name]) => !present.has(name));
}
