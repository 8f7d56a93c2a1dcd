import { describe, expect, test } from '@jest/globals';
import { alarmNames } from '../../src/alarms/describe.ts';
import { deploymentErrors } from '../support/recordings/deployment-errors.ts';

describe('the alarms that AWS names in the message of a deployment', () => {
  test('are all found where there are two, as recorded', () => {
    expect(alarmNames(deploymentErrors.alarm.message)).toEqual(['api-5xx', 'api-errors']);
  });

  test('may have commas and spaces in their names', () => {
    expect(alarmNames('Activated alarms: <errors, api>')).toEqual(['errors, api']);
  });

  test('are none in a message about something else', () => {
    expect(alarmNames('The deployment was stopped by a user <somebody>.')).toEqual([]);
    expect(alarmNames('Activated alarms: <>')).toEqual([]);
  });
});
