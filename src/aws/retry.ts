import { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, StandardRetryToken } from '@smithy/types';

/**
 * The retry strategy of mutating calls: again on throttling alone. After a reset, a time-out or a
 * server fault the effect is unknown, and a second call could start a second deployment.
 */
export function sendOnce(maxAttempts: number): StandardRetryStrategy {
  return new ThrottledOnly({ maxAttempts });
}

class ThrottledOnly extends StandardRetryStrategy {
  override refreshRetryTokenForRetry(
    token: StandardRetryToken,
    errorInfo: RetryErrorInfo,
  ): Promise<StandardRetryToken> {
    if (errorInfo.errorType !== 'THROTTLING') {
      return Promise.reject(new Error('The effect of the call is unknown: it is not sent again.'));
    }
    return super.refreshRetryTokenForRetry(token, errorInfo);
  }
}
