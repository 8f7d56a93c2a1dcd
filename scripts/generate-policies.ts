import { BUILD_POLICY } from '../src/build/policy.ts';
import { POLICIES as DEPLOY_POLICIES } from '../src/deploy/policy.ts';
import { policyDocument, type PolicyStatement } from '../src/iam/policy.ts';

const POLICIES: Readonly<Record<string, readonly PolicyStatement[]>> = {
  ...DEPLOY_POLICIES,
  'build-push': BUILD_POLICY,
};

/** docs/iam: a policy for each action, ready to have its capital words replaced. */
export function policyFiles(): readonly { readonly path: string; readonly text: string }[] {
  return Object.entries(POLICIES).map(([name, statements]) => ({
    path: `docs/iam/${name}.json`,
    text: JSON.stringify(policyDocument(statements)),
  }));
}

/** The rows of the permissions table of one action's README; none for an action that asks nothing of AWS. */
export function permissionRows(action: string): readonly (readonly string[])[] {
  const statements = Object.entries(POLICIES).find(([name]) => name === action)?.[1] ?? [];
  return statements.map(row);
}

const row = ({ actions, resources, without, optional }: PolicyStatement): readonly string[] => [
  actions.map((name) => `\`${name}\``).join(', '),
  resources.map((resource) => `\`${resource}\``).join(', '),
  optional ? '' : '**yes**',
  without,
];
