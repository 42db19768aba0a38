/** Whose shop the JD console is: api `…findAccountInfo`, the signed-in account and the vender id. Of the account nothing else is looked at. */
import type { ShopHint } from '../../../model/capture.ts';
import { fieldsOf, idIn, textIn } from '../../reading/fields.ts';
import { ReadError } from '../../reading/read-error.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { emptyBatch, type ResponseReader } from '../../responses/response-reader.ts';

export const jdAccountInfoResponse: ResponseReader = {
  platform: 'jd',
  page: 'unknown',
  matches: (url) => isCall(observedCalls.jdAccount, url),
  read(value) {
    const { pin, venderId } = fieldsOf(fieldsOf(value).data);
    const account = textIn(pin);
    const shopHints: ShopHint[] = [];
    const batch = { ...emptyBatch('jd', 'unknown'), shopHints };
    if (account !== '' && account.length <= 100) shopHints.push({ kind: 'account', value: account });
    try {
      const vender = idIn(venderId, 'vender id', /^[1-9]\d{0,19}$/);
      if (vender !== null) shopHints.push({ kind: 'vender', value: vender });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      batch.rejects.push({ what: error.what });
    }
    return batch;
  },
};
