/** Something a person has to mend: what is wrong, and what to do about it. Shown without a stack. */
export class Trouble extends Error {
  constructor(what, toDo) {
    super(what);
    this.name = 'Trouble';
    this.toDo = toDo;
  }
}

/** Starting was stopped by a signal. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** What system errors mean to a person. */
const meanings = {
  ENOSPC: ['The disk is full', 'Free some space and start again; nothing that was saved is lost.'],
  EDQUOT: ['The disk quota is used up', 'Free some space and start again; nothing that was saved is lost.'],
  EACCES: ['A file may not be read or written', 'Give its owner back to the user who starts Consilium, or set CONSILIUM_HOME to a folder of your own.'],
  EROFS: ['The disk is read-only', 'Set CONSILIUM_HOME to a folder that can be written.'],
  EMFILE: ['Too many files are open', 'Raise the limit (ulimit -n 4096) and start again.'],
};

/** An error as two sentences, or undefined when it is no known one. */
export function explain(error) {
  if (error instanceof Trouble) return { what: error.message, toDo: error.toDo };
  const known = meanings[error?.code];
  return known && { what: `${known[0]}${error.path ? `: ${error.path}` : ''}.`, toDo: known[1] };
}
