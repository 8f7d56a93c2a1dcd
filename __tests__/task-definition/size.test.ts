import { expect, test } from '@jest/globals';
import { cpuUnits, memoryMib } from '../../src/task-definition/size.ts';

test.each([
  ['1024', 1024],
  ['1 vCPU', 1024],
  ['.25 vcpu', 256],
  ['0.5vCPU', 512],
  ['2 vCPUs', 2048],
  ['1 GB', undefined],
  ['one', undefined],
  ['-1', undefined],
  ['', undefined],
])('cpu %s', (text, units) => {
  expect(cpuUnits(text)).toBe(units);
});

test.each([
  ['2048', 2048],
  ['2 GB', 2048],
  ['0.5GB', 512],
  ['1 vCPU', undefined],
  ['1 MiB', undefined],
])('memory %s', (text, mib) => {
  expect(memoryMib(text)).toBe(mib);
});
