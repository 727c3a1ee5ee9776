import { useCommand } from '../api/useCommand.js';
import type { TransferDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason, type ReasonGiven } from '../kit/ConfirmWithReason.js';
import { transferQueries } from './reading.js';

interface Act { path: string; field?: string; words?: string; codes?: readonly string[]; danger?: boolean }

const acts = {
  refuse: { path: 'refuse', field: 'because', words: 'transfers.refuseReason', codes: ['noBed', 'notFeasible', 'noAgreement', 'other'], danger: true },
  end: { path: 'end', field: 'cause', words: 'transfers.endCause', codes: ['declined', 'unfitToTravel', 'visaRefused', 'noFunds', 'treatedLocally', 'died'], danger: true },
  takeOver: { path: 'take-over' },
} as const satisfies Record<string, Act>;

/** What can't be taken back: refusing, ending with its cause, taking over. */
export function CloseDialog({ transfer, act, onClose }: { transfer: TransferDto; act: keyof typeof acts; onClose: () => void }) {
  const t = useT();
  const { path, field, words, codes, danger }: Act = acts[act];
  const command = useCommand<object>({ path: `/api/cases/${transfer.caseId}/transfer/${path}`, key: `${act}:${transfer.id}`, invalidates: transferQueries });
  const send = async ({ code, reason }: ReasonGiven) => {
    const done = await command.run({ ...(field === undefined ? {} : { [field]: code }), ...(reason === '' ? {} : { note: reason }) });
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmWithReason opened onClose={onClose} onConfirm={(given) => void send(given)} title={t(`transfers.${act}`)} what={t(`transfers.${act}What`, { from: transfer.from.name, to: transfer.to.name })} verb={t(`transfers.${act}`)} danger={danger}
      codes={codes?.map((code) => ({ value: code, label: t(`${words}.${code}`) }))} reasonOptional sending={command.sending} problem={command.problem} />
  );
}
