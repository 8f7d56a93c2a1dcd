/** An identity-based IAM policy, as far as the sandbox evaluates one: no NotAction, NotResource or Principal. */
export interface Policy {
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** Patterns with `*` and `?`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Values that a key of the request must equal; a key the request has not fails, as in IAM. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly keys?: Readonly<Record<string, string>>;
}

export type Decision = 'allowed' | 'not allowed' | 'denied';

/** Decides as IAM does: an explicit Deny wins; without an Allow nothing is allowed. */
export function decide({ statements }: Policy, asked: Asked): Decision {
  const matching = statements.filter((statement) => matches(statement, asked));
  if (matching.some(({ effect }) => effect === 'Deny')) return 'denied';
  return matching.length > 0 ? 'allowed' : 'not allowed';
}

function matches(
  { actions, resources, conditions }: Statement,
  { action, resource, keys = {} }: Asked,
): boolean {
  return (
    actions.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) &&
    resources.some((pattern) => like(pattern, resource)) &&
    Object.entries(conditions).every(([key, values]) => values.includes(keys[key] ?? ''))
  );
}

/** Whether a text is like a pattern, in which `*` stands for any text and `?` for one character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('\\*', '.*')
    .replaceAll('\\?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** Reads a policy document; `report` is told what it has that is not evaluated here. */
export function readPolicy(document: unknown, report: (message: string) => void): Policy {
  if (!isRecord(document)) {
    report('A policy is a mapping with Version and Statement.');
    return { statements: [] };
  }
  for (const key of Object.keys(document)) {
    if (!['Version', 'Id', 'Statement'].includes(key)) report(`A policy has no ${key}.`);
  }
  return { statements: listOf(document['Statement']).map((item) => readStatement(item, report)) };
}

const STATEMENT_KEYS = ['Sid', 'Effect', 'Action', 'Resource', 'Condition'];

function readStatement(item: unknown, report: (message: string) => void): Statement {
  const statement = isRecord(item) ? item : {};
  for (const key of Object.keys(statement)) {
    if (!STATEMENT_KEYS.includes(key)) report(`The sandbox does not evaluate ${key} of a statement.`);
  }
  const effect = statement['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') report('Effect is Allow or Deny.');
  return {
    effect: effect === 'Deny' ? 'Deny' : 'Allow',
    actions: textsOf(statement['Action']),
    resources: textsOf(statement['Resource']),
    conditions: readConditions(statement['Condition'], report),
  };
}

function readConditions(value: unknown, report: (message: string) => void): Statement['conditions'] {
  if (value === undefined) return {};
  const { StringEquals: equals, ...others } = isRecord(value) ? value : {};
  if (Object.keys(others).length > 0 || !isRecord(equals)) {
    report('The sandbox evaluates no condition but StringEquals.');
  }
  return Object.fromEntries(
    Object.entries(isRecord(equals) ? equals : {}).map(([key, values]) => [key, textsOf(values)]),
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((item): item is string => typeof item === 'string');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
