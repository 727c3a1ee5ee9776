export { DoorMoves } from './door-moves.js';
export { AgendaMoves } from './agenda-moves.js';
export { BoardSeries } from './board-series.js';
export { LetterMoves } from './letters/letter-moves.js';
