import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { parseYuan } from '../../lib/model/money.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  value: number | null;
  onSave: (amountFen: number | null) => void;
}

/** What it is about in money, in yuan; saved when the field is left. What is no amount is not saved. */
export function AmountField({ value, onSave }: Props) {
  const [typed, setTyped] = useState(value === null ? '' : (value / 100).toFixed(2));
  const amountFen = typed.trim() === '' ? null : amountOf(typed);
  return (
    <TextField
      label={t('wo_amount')}
      placeholder={t('wo_amountHint')}
      inputMode="decimal"
      value={typed}
      aria-invalid={amountFen === undefined}
      onChange={setTyped}
      onBlur={() => {
        if (amountFen !== undefined && amountFen !== value) onSave(amountFen);
      }}
    />
  );
}

function amountOf(text: string): number | undefined {
  try {
    return parseYuan(text.trim());
  } catch {
    return undefined;
  }
}
