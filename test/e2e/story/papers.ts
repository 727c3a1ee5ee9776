import { syntheticPdf } from '../../../apps/cli/seed/synthetic-pdf.js';

/** A file as somebody would choose it on their own machine. */
export const paper = (name: string, ...lines: readonly string[]): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'application/pdf', buffer: syntheticPdf([name, ...lines]) });
