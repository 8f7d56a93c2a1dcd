import type { JsonObject } from './wire/json.ts';
import type { Accept } from './wire/schema.ts';
import type { World } from './world.ts';

/** What an operation may use besides its input. */
export interface Context {
  readonly world: World;
  /** The ARN of whoever calls. */
  readonly caller: string;
  /** The region that the request was signed for. */
  readonly region: string;
}

/** One operation of an AWS service. */
export interface Operation {
  /** The ARN an IAM policy would be asked about; `*` where the action knows no resource. */
  readonly resource: (body: JsonObject, world: World) => string;
  /** Reads the body and gives back the call; throws what AWS answers to a malformed one. */
  readonly validate: (body: JsonObject) => Call;
}

/** An operation with its input, ready to run once. Gives the output as it goes on the wire. */
export type Call = (context: Context) => object;

/** An AWS service: its operations by name. */
export interface AwsService {
  /** The prefix of its actions in IAM, such as `ecs`. */
  readonly name: string;
  /** What stands before the dot in `x-amz-target`. */
  readonly target: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** Builds an operation from how its input is read, what it is asked about, and what it does. */
export function operation<Input>(parts: {
  readonly accept: Accept<Input>;
  readonly resource?: Operation['resource'];
  readonly run: (input: Input, context: Context) => object;
}): Operation {
  return {
    resource: parts.resource ?? (() => '*'),
    validate: (body) => {
      const input = parts.accept(body);
      return (context) => parts.run(input, context);
    },
  };
}

/** Whether an operation may change anything: everything does that is not named as a read. */
export const isMutating = (name: string): boolean =>
  !/^(Describe|List|Get|BatchGet|Filter|Lookup)/.test(name);
