import { FolderFileStore, MasterKeys } from '#files';
import type { Instant, ReviewTaskKind } from '#domain';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Days } from '../../apps/cli/seed/days.js';
import { boneBoard, people } from '../../apps/cli/seed/demo.js';
import { comingSittings, plan } from '../../apps/cli/seed/sittings.js';
import { World } from '../../apps/cli/seed/world.js';
import type { TestDatabase } from '../factories/database.js';
import { masterKey, script } from '../factories/live-world.js';

export interface ToSign { readonly caseId: string; readonly taskId: string; readonly draftId: string; readonly seenDraftVersion: number }
export interface Prepared { readonly world: World; readonly imaging: readonly ToSign[]; readonly pathology: readonly ToSign[] }

/** People, and so many cases whose two reviews are written and wait to be signed; made as the demo is, without Temporal. Ids follow from `name`: databases that share a Temporal have a name each. */
export async function prepared(database: TestDatabase, cases: number, name = 'bench'): Promise<Prepared> {
  const files = await FolderFileStore.at(mkdtempSync(join(tmpdir(), 'consilium-bench-')), new MasterKeys(masterKey));
  const start: Instant = new Date(Date.now() - 60_000).toISOString();
  const world = new World({ source: database.door, files, start, letters: () => Promise.reject(new Error('No letters in a bench')) });
  await people(world);
  for (const sitting of comingSittings(boneBoard, new Days(start))) await plan(world, boneBoard, sitting);
  const [imaging, pathology]: [ToSign[], ToSign[]] = [[], []];
  for (let index = 0; index < cases; index += 1) {
    const told = script(world, `${name}-${String(index)}`);
    await told.refer();
    await told.submit();
    await told.put('wu', 'acceptReferral', {});
    const write = async (by: string, kind: ReviewTaskKind): Promise<ToSign> => {
      await told.claim(by, kind);
      const { draftId, version, taskId } = await told.draft(by, kind, { site: 'Distal femur, left' });
      return { caseId: told.id, taskId, draftId, seenDraftVersion: version };
    };
    imaging.push(await write('wang', 'imagingReview'));
    pathology.push(await write('chen', 'pathologyReview'));
  }
  return { world, imaging, pathology };
}
