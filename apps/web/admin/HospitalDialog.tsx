import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { useT } from '../i18n/useT.js';
import { FormDialog } from './FormDialog.js';
import { emptyHospital, hospitalComplete, HospitalFields, namesGiven } from './HospitalFields.js';
import { adminQueries } from './reading.js';

/** Another hospital. */
export function HospitalDialog({ calendars, onClose }: { calendars: readonly string[]; onClose: () => void }) {
  const t = useT();
  const [draft, setDraft] = useState(emptyHospital);
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: '/api/institutions', key: 'set-up-institution', invalidates: adminQueries });
  const send = async () => {
    setTried(true);
    if (!hospitalComplete(draft)) return;
    if (await command.run({ ...draft, name: namesGiven(draft.name) }) !== undefined) onClose();
  };
  return (
    <FormDialog title={t('admin.addHospital')} verb={t('admin.addHospital')} onClose={onClose} onSubmit={() => void send()} sending={command.sending} problem={command.problem}>
      <HospitalFields draft={draft} onChange={setDraft} calendars={calendars} tried={tried} />
    </FormDialog>
  );
}
