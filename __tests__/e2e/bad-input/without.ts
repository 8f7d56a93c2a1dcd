import { POLICIES } from '../../../src/deploy/policy.ts';
import type { ActionName } from '../../../src/deploy/request.ts';
import type { BadInput, Step, Warned } from '../../support/bad-input.ts';
import { denyNow } from '../../support/deployment.ts';

/** What becomes of a step without the permission: it says so and goes on, or it is refused, or its diagnosis lacks a line. */
export type Without =
  | Omit<Warned, 'denied' | 'name'>
  | Omit<BadInput, 'name' | 'remedy' | 'what'>
  | (Omit<Warned, 'denied' | 'name'> & { readonly lacks: string });

/** A step that is rolled back, whose diagnosis lacks a line. */
export const unread = (lacks: string, step: Omit<Step, 'name'> & { readonly status?: string }): Without => ({
  status: 'rolled-back',
  speed: 60,
  ...step,
  what: lacks,
  lacks,
});

export interface Rows {
  readonly refused: readonly BadInput[];
  readonly warned: readonly Warned[];
  readonly undiagnosed: readonly Warned[];
}

/** One step for each permission that the action's policy calls optional; throws where the table says nothing of one. */
export function withoutEach(
  action: ActionName,
  table: Readonly<Record<string, (action: ActionName) => Without>>,
): Rows {
  const optional = POLICIES[action].filter((statement) => statement.optional);
  const denials = [...new Set(optional.flatMap(({ actions }) => actions))];
  const rows = denials.map((denied) => {
    const without = table[denied]?.(action);
    if (without === undefined)
      throw new Error(`${denied} is optional for ${action}: say what becomes of a step without it.`);
    return { denied, without, step: stepOf(action, denied, without) };
  });
  return {
    refused: rows.flatMap(({ denied, without, step }): BadInput[] =>
      'where' in without ? [{ ...step, ...saysOf(denied), ...endOf(without) }] : [],
    ),
    warned: rows.flatMap(({ denied, without, step }): Warned[] =>
      'where' in without || 'lacks' in without
        ? []
        : [{ ...step, denied, what: without.what, status: without.status }],
    ),
    undiagnosed: rows.flatMap(({ denied, without, step }): Warned[] =>
      'lacks' in without ? [{ ...step, denied, what: without.lacks, status: without.status }] : [],
    ),
  };
}

/** The step, with the permission taken away once all else has happened. */
function stepOf(action: ActionName, denied: string, without: Without): Step {
  return {
    ...without,
    name: `${action} without ${denied}, which is optional`,
    action,
    before: (sandbox, pass) => {
      without.before?.(sandbox, pass);
      denyNow(sandbox, denied);
    },
  };
}

const saysOf = (denied: string): Pick<BadInput, 'what' | 'remedy'> => ({
  what: `is not authorized to perform: ${denied} on resource: `,
  remedy: `Add this statement to the policy of the role that the job assumes: {"Effect":"Allow","Action":"${denied}","Resource":`,
});

const endOf = ({
  where,
  sent,
  status,
}: Pick<BadInput, 'where' | 'sent' | 'status'>): Pick<BadInput, 'where' | 'sent' | 'status'> => ({
  where,
  ...(sent === undefined ? {} : { sent }),
  ...(status === undefined ? {} : { status }),
});
