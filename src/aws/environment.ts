import { type Problem, UserError } from '../inputs/problem.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Checks the variables that the SDK reads by itself: where it stumbles over one it does not say which.
 * Credentials are not asked about where a role is assumed. Throws a UserError with all problems. No value
 * is repeated: it may be secret.
 */
export function checkEnvironment(environment: Environment, uses: { readonly role: boolean }): void {
  const problems = [...(uses.role ? [] : credentialProblems(environment)), ...endpointProblems(environment)];
  if (problems.length > 0) throw new UserError(problems);
}

/** What to say of credentials that are there and not used, since a role is assumed; undefined for none. */
export function unusedCredentials(environment: Environment): Problem | undefined {
  const name = SOURCES.find((variable) => (environment[variable] ?? '') !== '');
  if (name === undefined) return undefined;
  return {
    message: `The credentials of ${name} are not used: role-to-assume is given.`,
    remedy: 'Remove what sets the variable, unless another step needs it.',
    input: 'role-to-assume',
  };
}

const SOURCES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

// Key id and token go into headers, where Node takes no such character; of the secret AWS would only say
// that the signature does not match.
function credentialProblems(environment: Environment): readonly Problem[] {
  return CREDENTIALS.filter((name) => /[^\x21-\x7e]/.test(environment[name] ?? '')).map((name) => ({
    message: `${name} has a space, a line break or another character that no AWS credential has.`,
    remedy: 'Store the secret again without what surrounds it, or let the job assume a role.',
  }));
}

function endpointProblems(environment: Environment): readonly Problem[] {
  return Object.entries(environment)
    .filter(([name, value]) => /^AWS_ENDPOINT_URL(?:_|$)/.test(name) && !isAddress(value ?? ''))
    .map(([name]) => ({
      message: `${name} is not the address of an endpoint.`,
      remedy: 'Write it with its scheme, such as http://127.0.0.1:4566, or remove the variable.',
    }));
}

const isAddress = (text: string): boolean =>
  text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text));
