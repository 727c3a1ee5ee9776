export { DoorMoves } from './door-moves.js';
export { AgendaMoves } from './agenda-moves.js';
export { BoardSeries } from './board-series.js';
export { Replanner } from './replanner.js';
export { PersonTasks } from './person-tasks.js';
export { LetterMoves } from './letters/letter-moves.js';
