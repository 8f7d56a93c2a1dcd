import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { action } from '../../src/actions/ecs-update-service/inputs.ts';
import { loadRequest } from '../../src/deploy/load.ts';
import type { DeployRequest } from '../../src/deploy/request.ts';
import { parseInputs } from '../../src/inputs/parse.ts';
import { type Problem, UserError } from '../../src/inputs/problem.ts';
import { valueOrFail } from './parsed.ts';

/** The request that ecs-update-service makes of inputs and of the file `task.yml`; throws as the action does. */
export async function loaded(
  inputs: Readonly<Record<string, string>>,
  definition: object,
): Promise<DeployRequest> {
  const workspace = mkdtempSync(join(tmpdir(), 'load-'));
  try {
    writeFileSync(join(workspace, 'task.yml'), JSON.stringify(definition));
    const given = { 'task-definition': 'task.yml', service: 'worker', cluster: 'shop', ...inputs };
    const environment = Object.fromEntries(
      Object.entries(given).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]),
    );
    const { values } = valueOrFail(parseInputs(action, environment));
    return await loadRequest(values, {
      action: action.name,
      environment: { GITHUB_WORKSPACE: workspace },
      notice: () => undefined,
    });
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

/** The problems of inputs that make no request; none when they make one. */
export async function loadProblems(
  inputs: Readonly<Record<string, string>>,
  definition: object,
): Promise<readonly Problem[]> {
  try {
    await loaded(inputs, definition);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}
