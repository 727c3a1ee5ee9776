import { condition, defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '30 seconds' });
export const told = defineSignal('news');

/** As many signals, activities and timers as a case of the bench has, and nothing in them. */
export async function bareWorkflow(signals: number, moves: number): Promise<void> {
  let heard = 0;
  let over = false;
  setHandler(told, () => { heard += 1; });
  // A case sleeps to its next deadline the whole time; each news makes it sleep anew.
  const sleeping = (async () => { for (let seen = 0; !over; seen = heard) await Promise.race([sleep('30 days'), condition(() => heard > seen || over)]); })();
  for (let move = 0; move < moves; move += 1) {
    await condition(() => heard > move);
    await nothing();
  }
  await condition(() => heard >= signals);
  over = true;
  await sleeping;
}
