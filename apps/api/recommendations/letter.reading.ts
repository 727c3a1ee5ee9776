import { Injectable } from '@nestjs/common';
import { letterRecallReasons } from '#domain';
import type { LetterLanguage, LetterRecallReason, Outcome } from '#domain';
import type { Asker } from '../http/request.js';
import { Reader } from '../reading/reader.js';
import type { LetterVerdictDto } from './recommendation.dto.js';

const unknown: LetterVerdictDto = { verdict: 'unknown', caseNumber: null, language: null, plain: false, signedAt: null, recalledAt: null, recalledBecause: null, markedCopy: false };

/** Whether a letter is one of ours. Among the cases that the reader may see; any other is as unknown as a forged one. */
@Injectable()
export class LetterReading {
  constructor(private readonly reader: Reader) {}

  verify(by: Asker, sha256: string): Promise<LetterVerdictDto> {
    return this.reader.ofCases(by, 'verifyLetter', 'list', async (rows) => {
      const [copy] = await rows.query<{ of: string }>(`select e.data ->> 'of' as of from event e join case_row c on c.id = e.case_id where e.type = 'LetterMarked' and e.data -> 'copy' ->> 'sha256' = $1 limit 1`, [sha256]);
      const original = copy?.of ?? sha256;
      const [made] = await rows.query<{ case_id: string; number: string; data: { outcomeId: string; language: LetterLanguage; plain?: boolean; letter: { signed: boolean } } }>(
        `select e.case_id, c.number, e.data from event e join case_row c on c.id = e.case_id where e.type = 'LetterMade' and e.data -> 'letter' ->> 'sha256' = $1 order by e.at desc limit 1`, [original]);
      if (!made) return { answer: unknown, caseIds: [] };
      const [row] = await rows.query<{ outcome: Outcome }>('select outcome from outcome_row where id = $1', [made.data.outcomeId]);
      const superseded = row?.outcome.supersededBy != null;
      const signedAt = row?.outcome.signatures.map(({ at }) => at).sort().at(-1) ?? null;
      const recall = row?.outcome.recalled?.find(({ letters }) => Object.values(letters).some((letter) => letter?.sha256 === original));
      const verdict = verdictOf(made.data.letter.signed, superseded, recall !== undefined);
      return { answer: { verdict, caseNumber: made.number, language: made.data.language, plain: made.data.plain === true, signedAt: verdict === 'signed' || verdict === 'superseded' ? signedAt : null, recalledAt: recall?.at ?? null, recalledBecause: reasonOf(recall?.reason), markedCopy: copy !== undefined }, caseIds: [made.case_id] };
    });
  }
}

/** A recall weighs more than a later decision: what was wrong is not merely old. */
function verdictOf(signed: boolean, superseded: boolean, recalled: boolean): LetterVerdictDto['verdict'] {
  if (!signed) return 'draft';
  if (recalled) return 'recalled';
  return superseded ? 'superseded' : 'signed';
}

const reasonOf = (code: string | undefined): LetterRecallReason | null => letterRecallReasons.find((reason) => reason === code) ?? null;
