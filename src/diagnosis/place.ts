import type { ContainerDefinition, Secret } from '@aws-sdk/client-ecs';
import { type BlamedMember, CAUSES, type Cause } from '../deploy/cause.ts';
import type { Path } from '../inputs/node.ts';

/** Where in a task definition stands what a cause is to blame on; undefined where nothing in it is. */
export function blamedPath(cause: Cause, containers: readonly ContainerDefinition[]): Path | undefined {
  const { blames } = CAUSES[cause.kind];
  if (blames === undefined) return undefined;
  const index = blamedContainer(cause, containers);
  const container = containers[index];
  // Several containers, and no word of which: no line is better than a wrong one.
  if (container === undefined) return undefined;
  return memberPath(blames, cause, { container, at: ['containerDefinitions', index] });
}

interface Blamed {
  readonly container: ContainerDefinition;
  readonly at: Path;
}

function memberPath(member: BlamedMember, { awsText }: Cause, { container, at }: Blamed): Path {
  switch (member) {
    case 'image':
    case 'healthCheck':
    case 'logConfiguration':
      return [...at, member];
    case 'executionRoleArn':
      return [member];
    case 'memory':
      // A reservation is no limit.
      return container.memory === undefined ? ['memory'] : [...at, 'memory'];
    case 'command':
      return [...at, container.command === undefined ? 'name' : 'command'];
    case 'secrets': {
      const secrets = container.secrets ?? [];
      const named = namedSecret(secrets, awsText);
      if (named >= 0) return [...at, 'secrets', named];
      if (secrets.length === 1) return [...at, 'secrets', 0];
      return secrets.length === 0 ? ['executionRoleArn'] : [...at, 'secrets'];
    }
  }
}

const isNamed = (text: string | undefined, awsText: string): boolean =>
  text !== undefined && text !== '' && awsText.includes(text);

/** The secret with the longest name that the text has: the name of one may begin that of another. */
function namedSecret(secrets: readonly Secret[], awsText: string): number {
  const lengths = secrets.map((secret) => nameIn(awsText, secret).length);
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? -1 : lengths.indexOf(longest);
}

/**
 * What a text of AWS has of the name of a secret: one of Secrets Manager without the JSON key and version that
 * `valueFrom` may end with (arn:…:secret:NAME:KEY:STAGE:VERSION), a parameter by its name where `valueFrom` is its ARN.
 */
function nameIn(awsText: string, { valueFrom = '' }: Secret): string {
  const parts = valueFrom.split(':');
  const isSecret = parts[2] === 'secretsmanager';
  const names = isSecret
    ? [`json key ${parts[7] ?? ''}`, parts.slice(0, 7).join(':')].filter((name) => name !== 'json key ')
    : [valueFrom, /:parameter(\/.+)$/.exec(valueFrom)?.[1]];
  const found = names.flatMap((name) => (isNamed(name, awsText) ? [name ?? ''] : []));
  return found.join(' ');
}

/** By its name, else by what the text of AWS names, else the only one; -1 where nothing tells. */
function blamedContainer({ container, awsText }: Cause, containers: readonly ContainerDefinition[]): number {
  const byName = containers.findIndex(({ name }) => name === container);
  if (byName >= 0) return byName;
  const byText = containers.findIndex(
    ({ image, secrets = [], logConfiguration }) =>
      isNamed(image, awsText) ||
      namedSecret(secrets, awsText) >= 0 ||
      isNamed(logConfiguration?.options?.['awslogs-group'], awsText),
  );
  return byText < 0 && containers.length === 1 ? 0 : byText;
}
