import { readAsProcess } from '#persistence';
import { derivedId, type DoorPort, type DoorResult } from '#door';
import type { PersonState, ProcessActor } from '#domain';
import type { DataSource } from 'typeorm';

const actor: ProcessActor = { kind: 'process', name: 'keep-time-workflow' };
interface Found { readonly owes: NonNullable<PersonState['owes']> | null; readonly cases: readonly string[] }

/**
 * Keeps a person's absence. What is owed is done first and settled last, so that whoever repeats it after a crash leaves nothing behind: one derived
 * command a case; a case that refuses (over meanwhile, handed on by hand) keeps its answer and the others go on.
 */
export class PersonTasks {
  constructor(private readonly door: DoorPort, private readonly source: DataSource) {}

  async keep(personId: string, commandId: string): Promise<DoorResult> {
    const { owes, cases } = await readAsProcess(this.source, async (manager): Promise<Found> => {
      const [row] = await manager.query<{ owes: Found['owes'] }[]>(`select state -> 'owes' as owes from stream where id = $1 and kind = 'person'`, [personId]);
      const owned = await manager.query<{ id: string }[]>(`select distinct case_id as id from task_row where (owner_id = $1 or handed_to = $1) and status in ('created','ready','inProgress') order by case_id`, [personId]);
      return { owes: row?.owes ?? null, cases: owned.map(({ id }) => id) };
    });
    if (owes !== null) {
      for (const caseId of cases) await this.door.put({ type: 'handOnTasks', commandId: derivedId('handOnTasks', commandId, caseId), streamId: caseId, data: { personId, because: owes.because } }, actor);
    }
    return this.door.put({ type: 'keepAbsence', commandId, streamId: personId, data: { settles: owes?.at ?? null } }, actor);
  }
}
