export { canonicalJson, NotCanonicalizable } from './canonical.js';
export { canonicalText, GENESIS, type EventFields } from './event-text.js';
export { hashEvent, hashText } from './hash.js';
export { hashEventSync } from './hash-sync.js';
export { letterVerdict, type LetterVerdict } from './letter-verdict.js';
export { readExportLine, writeExportLine, type EndLine, type EventLine, type ExportLine, type HeadLine } from './export-line.js';
export { verifyExport, type Fault, type KnownHead, type Verdict } from './verify-export.js';
