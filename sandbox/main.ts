import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AwsError } from './aws-error.ts';
import { realClock } from './clock.ts';
import { createSandbox, parseScenario, type Sandbox } from './sandbox.ts';
import { ScenarioError, type Scenario } from './scenario.ts';
import { startServer } from './server.ts';

const usage = 'usage: npm run -s sandbox -- [--scenario FILE] [--port N] [--speed N]';

interface Options {
  readonly file: string;
  readonly port: number;
  readonly speed: number;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof RangeError) && !(error instanceof ScenarioError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Opens the scenario, serves it, says where in one line of JSON, and ends on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const { file, port, speed } = readOptions(process.argv.slice(2));
  const sandbox = openSandbox(file, speed);
  const server = await startServer({ sandbox, port }).catch((error: unknown) => {
    throw new RangeError(`Port ${port} cannot be used: ${messageOf(error)}`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
  process.stdout.write(`${JSON.stringify({ endpoint: server.endpoint })}\n`);
}

function openSandbox(file: string, speed: number): Sandbox {
  const scenario = readScenario(file);
  try {
    return createSandbox(scenario, realClock(speed));
  } catch (error) {
    // The scenario contradicts itself, in ECS's words: a service without its task definition, for example.
    if (error instanceof AwsError) throw new RangeError(`${file}: ${error.message}`);
    throw error;
  }
}

function readOptions(args: string[]): Options {
  const options = {
    scenario: {
      type: 'string',
      default: fileURLToPath(new URL('../examples/reservation/sandbox.yml', import.meta.url)),
    },
    port: { type: 'string', default: '0' },
    speed: { type: 'string', default: '1' },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args, options, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new RangeError(`${messageOf(error)}\n${usage}`);
  }
  const port = Number(values.port);
  const speed = Number(values.speed);
  if (!/^\d+$/.test(values.port) || port > 65535)
    throw new RangeError(`--port takes 0 to 65535, not '${values.port}'.`);
  if (!/^\d+(\.\d+)?$/.test(values.speed) || speed <= 0) {
    throw new RangeError(`--speed takes a number above 0, not '${values.speed}'.`);
  }
  return { file: values.scenario, port, speed };
}

function readScenario(file: string): Scenario {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new RangeError(`The scenario ${file} cannot be read: ${messageOf(error)}`);
  }
  return parseScenario(text, file);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
