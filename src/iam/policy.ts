/** One statement of the IAM policy that an action needs: the one source of docs/iam and the READMEs. */
export interface PolicyStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  /** ARNs with the words REGION, ACCOUNT, CLUSTER, SERVICE … where the user's own go. */
  readonly resources: readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What becomes of a deployment without it. */
  readonly without: string;
  /** True where a deployment ends well without it, though with less to say. */
  readonly optional: boolean;
}

/** A policy as IAM takes it, in JSON. */
export function policyDocument(statements: readonly PolicyStatement[]): object {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources, condition }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(condition === undefined ? {} : { Condition: condition }),
    })),
  };
}
