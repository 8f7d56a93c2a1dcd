import { deploy } from '../deploy/deploy.ts';
import { type CodeDeployInputs, type DeployInputs, loadRequest } from '../deploy/load.ts';
import { isGreen } from '../deploy/outcome.ts';
import type { ActionName } from '../deploy/request.ts';
import { diagnosisProblems } from '../report/diagnosis.ts';
import { deployOutputs } from '../report/outputs.ts';
import { outcomeSentence } from '../report/outcome.ts';
import { renderSummary } from '../report/summary.ts';
import type { Report, Runner } from './runner.ts';
import { accessOf, openSession } from './session.ts';

/** What both deploy actions do with their inputs. */
export async function deployAction(
  action: ActionName,
  inputs: DeployInputs & CodeDeployInputs,
  runner: Runner,
): Promise<Report> {
  const environment = process.env;
  const access = accessOf(inputs, environment);
  const request = await loadRequest(inputs, { action, environment, notice: runner.notice });
  const outcome = await deploy(request, await openSession(access, runner));
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
