export { connectTemporal, type TemporalSettings } from './connect.js';
export { newsOfStream } from './news-of-stream.js';
export { Nudge } from './nudge.js';
export { Relay } from './relay.js';
export { Sequencer } from './sequencer.js';
export { Teller, type Told } from './teller.js';
export { Watchdog } from './watchdog.js';
export { everySoOften, type Loop } from './loop.js';
export { rememberTemporal } from './remember-temporal.js';
