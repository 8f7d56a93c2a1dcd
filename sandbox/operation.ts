import type { Blobs } from './blobs.ts';
import type { JsonObject } from './wire/json.ts';
import type { QueryShapes } from './wire/query.ts';
import type { Accept, RequestSchema } from './wire/schema.ts';
import type { World } from './world.ts';

/** What an operation may use besides its input. */
export interface Context {
  readonly world: World;
  readonly blobs: Blobs;
  /** The host and port that the request was sent to; empty where it names none. */
  readonly host: string;
  /** The ARN of whoever calls. */
  readonly caller: string;
  /** The region that the request was signed for. */
  readonly region: string;
}

/** One operation of an AWS service. */
export interface Operation {
  /** The ARN an IAM policy would be asked about; `*` where the action knows no resource. */
  readonly resource: (body: JsonObject, world: World) => string;
  /** What a caller must have: some operations take any signature, and one that makes credentials none. */
  readonly needs: 'permission' | 'signature' | 'nothing';
  /** The schema of the output, for protocols that have to know it. */
  readonly output?: RequestSchema;
  /** Reads the body and gives back the call; throws what AWS answers to a malformed one. */
  readonly validate: (body: JsonObject) => Call;
}

/** An operation with its input, ready to run once. Gives the output as it goes on the wire. */
export type Call = (context: Context) => object;

/** An AWS service: its operations by name, and how it is spoken to. */
export type AwsService = JsonService | QueryService;

/** A service that speaks awsJson, and CBOR to those who ask for it so. */
export interface JsonService {
  readonly protocol?: 'awsJson1.1';
  /** The prefix of its actions in IAM, such as `ecs`. */
  readonly name: string;
  /** What stands before the dot in `x-amz-target`. */
  readonly target: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** A service that speaks awsQuery. */
export interface QueryService {
  readonly protocol: 'awsQuery';
  /** The prefix of its actions in IAM, such as `sts`. */
  readonly name: string;
  /** `Version` of its requests, by which it is known. */
  readonly version: string;
  /** `xmlns` of its answers. */
  readonly namespace: string;
  readonly operations: Readonly<Record<string, QueryOperation>>;
}

export interface QueryOperation extends Operation {
  readonly shapes: Pick<QueryShapes<unknown>, 'input' | 'output'>;
}

/** Builds an operation from how its input is read, what it is asked about, and what it does. */
export function operation<Input>(parts: {
  readonly accept: Accept<Input>;
  readonly resource?: Operation['resource'];
  readonly needs?: Operation['needs'];
  readonly output?: RequestSchema;
  readonly run: (input: Input, context: Context) => object;
}): Operation {
  return {
    ...(parts.output === undefined ? {} : { output: parts.output }),
    resource: parts.resource ?? (() => '*'),
    needs: parts.needs ?? 'permission',
    validate: (body) => {
      const input = parts.accept(body);
      return (context) => parts.run(input, context);
    },
  };
}

/** Builds an operation of awsQuery. `run` gives times as seconds since 1970, as in JSON. */
export function queryOperation<Input>(parts: {
  readonly shapes: QueryShapes<Input>;
  readonly resource?: Operation['resource'];
  readonly needs?: Operation['needs'];
  readonly run: (input: Input, context: Context) => object;
}): QueryOperation {
  const { shapes, ...rest } = parts;
  return { ...operation({ ...rest, accept: shapes.accept }), shapes };
}

/** Whether an operation may change anything: everything does that is not named as a read. Credentials change nothing. */
export const isMutating = (name: string): boolean =>
  !/^(Describe|List|Get|BatchGet|Filter|Lookup|AssumeRole)/.test(name);
