import { describe, expect, test } from '@jest/globals';
import { alarmNames } from '../../src/alarms/describe.ts';
import { deploymentErrors, twoAlarms } from '../support/recordings/refusals.ts';

describe('the alarms that AWS names in the message of a deployment', () => {
  test('are all found where there are two, as recorded', () => {
    expect(twoAlarms.message).toMatch(deploymentErrors.alarm.message);
    expect(alarmNames(twoAlarms.message)).toEqual(twoAlarms.names);
  });

  test('may have commas and spaces in their names', () => {
    expect(alarmNames('Activated alarms: <errors, api>')).toEqual(['errors, api']);
  });

  test('are none in a message about something else', () => {
    expect(alarmNames('The deployment was stopped by a user <somebody>.')).toEqual([]);
    expect(alarmNames('Activated alarms: <>')).toEqual([]);
  });
});
