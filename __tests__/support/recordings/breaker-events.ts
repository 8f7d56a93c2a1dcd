import type { ServiceEvent } from '@aws-sdk/client-ecs';

// The 99 events of a DescribeServices answer of 2021-04-23 (test data of sevenwestmedia-labs/pulumi-components; EC2, two
// tasks wanted behind a load balancer, breaker with rollback), oldest first: a revision whose containers end again and
// again is superseded by another one, that fails too, the breaker acts, the rollback completes; later the count is
// lowered. Names and ids of tasks are our own.

/** Only events name it: it was out of the list 20 seconds after it failed. */
export const failedId = 'ecs-svc/1570303241572688488';
export const previousId = 'ecs-svc/6405940160831029548';
const group = 'arn:aws:elasticloadbalancing:ap-southeast-2:123456789012:targetgroup/web/85dedf7235f35038';
const task = '(task d67aa52b9f5045c9ac83151d94d34748)';

const texts = {
  started: `has started 1 tasks: ${task}.`,
  registered: `registered 1 targets in (target-group ${group})`,
  deregistered: `deregistered 1 targets in (target-group ${group})`,
  draining: 'has begun draining connections on 1 tasks.',
  pending: 'stopped 1 pending tasks.',
  stopped: `has stopped 1 running tasks: ${task}.`,
  failed: `(deployment ${failedId}) deployment failed: tasks failed to start.`,
  rollingBack: `rolling back to deployment ${previousId}.`,
  completed: `(deployment ${previousId}) deployment completed.`,
  steady: 'has reached a steady state.',
} as const;

export type BreakerEvent = keyof typeof texts;

const isKind = (word: string): word is BreakerEvent => Object.hasOwn(texts, word);

const lines = `
  04:44:03.602 started
  04:44:14.261 registered
  04:44:44.390 deregistered
  04:44:44.406 draining
  04:44:45.627 started
  04:44:54.465 deregistered
  04:44:54.479 draining
  04:44:56.504 started
  04:45:07.156 registered
  04:45:36.016 deregistered
  04:45:36.033 draining
  04:45:40.071 started
  04:45:42.247 deregistered
  04:45:42.285 draining
  04:45:50.528 started
  04:46:01.092 registered
  04:46:28.515 deregistered
  04:46:28.529 draining
  04:46:32.931 started
  04:46:38.038 deregistered
  04:46:38.051 draining
  04:46:43.587 started
  04:46:53.951 registered
  04:47:24.158 deregistered
  04:47:24.181 draining
  04:47:25.871 started
  04:47:33.831 deregistered
  04:47:33.850 draining
  04:47:36.536 started
  04:47:47.153 registered
  04:48:13.727 deregistered
  04:48:13.740 draining
  04:48:18.899 started
  04:48:25.139 deregistered
  04:48:25.154 draining
  04:48:29.097 started
  04:48:40.522 registered
  04:49:06.545 deregistered
  04:49:06.561 draining
  04:49:12.246 started
  04:49:18.445 deregistered
  04:49:18.462 draining
  04:49:23.259 started
  04:49:33.446 registered
  04:50:01.381 deregistered
  04:50:01.399 draining
  04:50:05.110 started
  04:50:11.954 deregistered
  04:50:11.970 draining
  04:50:16.192 started
  04:50:26.790 registered
  04:50:54.670 deregistered
  04:50:54.686 draining
  04:50:57.793 started
  04:51:03.608 deregistered
  04:51:03.621 draining
  04:51:05.253 pending
  04:55:29.768 started
  04:55:48.152 deregistered
  04:55:48.164 draining
  04:55:51.663 started
  04:56:09.851 deregistered
  04:56:09.867 draining
  04:56:13.277 started
  04:56:31.429 deregistered
  04:56:31.443 draining
  04:56:44.290 started
  04:56:59.598 deregistered
  04:56:59.613 draining
  04:57:05.436 started
  04:57:25.633 deregistered
  04:57:25.648 draining
  04:57:37.255 started
  04:57:53.701 deregistered
  04:57:53.718 draining
  04:57:58.929 started
  04:58:15.489 deregistered
  04:58:15.502 draining
  04:58:19.831 started
  04:58:38.268 deregistered
  04:58:38.289 draining
  04:58:40.937 started
  04:58:58.424 deregistered
  04:58:58.438 draining
  04:59:02.086 started
  04:59:19.949 deregistered
  04:59:19.964 draining
  04:59:22.735 started
  04:59:22.787 failed
  04:59:22.969 rollingBack
  04:59:30.770 pending
  04:59:40.603 started
  05:00:02.129 registered
  05:01:52.141 completed
  05:01:52.142 steady
  05:07:22.503 deregistered
  05:07:22.504 draining
  05:08:26.548 stopped
  05:08:36.959 steady
`;

/** What happened and when, oldest first. */
export const breakerMoments: readonly { readonly kind: BreakerEvent; readonly at: number }[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [time = '', word = ''] = line.trim().split(' ');
    if (!isKind(word)) throw new Error(`There is no event ${word}.`);
    return { kind: word, at: Date.parse(`2021-04-23T${time}Z`) };
  });

/** The same as the answer had them: the newest first. */
export const breakerEvents: readonly ServiceEvent[] = breakerMoments
  .map(({ kind, at }, index) => ({
    id: `event-${index}`,
    createdAt: new Date(at),
    message: `(service web) ${texts[kind]}`,
  }))
  .reverse();
