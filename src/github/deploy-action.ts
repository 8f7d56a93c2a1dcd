import { checkEnvironment } from '../aws/environment.ts';
import { regionOf } from '../aws/region.ts';
import { roleOf } from '../aws/role.ts';
import { deploy } from '../deploy/deploy.ts';
import { type CodeDeployInputs, type DeployInputs, loadRequest } from '../deploy/load.ts';
import { isGreen } from '../deploy/outcome.ts';
import type { ActionName } from '../deploy/request.ts';
import { diagnosisProblems } from '../report/diagnosis.ts';
import { deployOutputs } from '../report/outputs.ts';
import { outcomeSentence } from '../report/sentences.ts';
import { renderSummary } from '../report/summary.ts';
import { connect } from './connect.ts';
import type { Report, Runner } from './runner.ts';
import { systemClock } from './system-clock.ts';

/** What both deploy actions do with their inputs. */
export async function deployAction(
  action: ActionName,
  inputs: DeployInputs & CodeDeployInputs,
  runner: Runner,
): Promise<Report> {
  const environment = process.env;
  const region = regionOf(environment);
  const role = roleOf(inputs, environment);
  checkEnvironment(environment, { role: role !== undefined });
  const request = await loadRequest(inputs, { action, environment, notice: runner.notice });
  const outcome = await deploy(request, {
    aws: await connect({ region, role, maxRetries: inputs['max-retries'] }, runner),
    clock: systemClock,
    chance: Math.random,
    log: runner,
    signal: runner.signal,
    keep: (course) => {
      if (course.handle !== undefined) runner.saveState('deployment', course.handle);
      runner.saveState('course', course);
    },
  });
  const sentence = outcomeSentence(outcome);
  const isGood = isGreen(outcome.verdict.status);
  if (isGood) runner.say(sentence);
  return {
    outputs: deployOutputs(outcome),
    summary: renderSummary(outcome),
    problems: [
      ...outcome.problems,
      ...(outcome.diagnosis === undefined ? [] : diagnosisProblems(outcome.diagnosis)),
    ],
    ...(isGood ? {} : { failure: `${outcome.verdict.status}: ${sentence}` }),
  };
}
