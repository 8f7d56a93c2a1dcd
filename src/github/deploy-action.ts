import { type ClientOptions, awsClients } from '../aws/clients.ts';
import { assumeRole, type RoleCredentials } from '../aws/credentials.ts';
import { checkEnvironment, unusedCredentials } from '../aws/environment.ts';
import { regionOf } from '../aws/region.ts';
import { type Role, roleOf } from '../aws/role.ts';
import { deploy } from '../deploy/deploy.ts';
import { type CodeDeployInputs, type DeployInputs, loadRequest } from '../deploy/load.ts';
import { isGreen } from '../deploy/outcome.ts';
import type { ActionName } from '../deploy/request.ts';
import { deployOutputs } from '../report/outputs.ts';
import { outcomeSentence } from '../report/sentences.ts';
import { renderSummary } from '../report/summary.ts';
import { checkIdTokenRight } from './id-token.ts';
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
  if (role !== undefined) checkIdTokenRight(environment);
  const request = await loadRequest(inputs, { action, environment, notice: runner.notice });
  const client = { region, maxRetries: inputs['max-retries'] };
  const credentials = role && (await credentialsOf(role, client, runner));
  const outcome = await deploy(request, {
    aws: awsClients({ ...client, ...(credentials === undefined ? {} : { credentials }) }),
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
    problems: outcome.problems,
    ...(isGood ? {} : { failure: `${outcome.verdict.status}: ${sentence}` }),
  };
}

/** Credentials of the role, instead of those of the environment. */
async function credentialsOf(
  role: Role,
  client: Pick<ClientOptions, 'region' | 'maxRetries'>,
  { hide, idToken, notice, say }: Runner,
): Promise<RoleCredentials> {
  const unused = unusedCredentials(process.env);
  if (unused !== undefined) notice(unused);
  const credentials = await assumeRole(role, { client, hide, idToken, now: systemClock.now });
  say(`${role.arn} is assumed as ${role.sessionName}.`);
  return credentials;
}
