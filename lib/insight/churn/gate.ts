/**
 * Whether the shop's past tells who comes back. In some shops it does not: customers return with the promotions, whoever they
 * are. Then no customer is called lost. The chances must have told returners from others in windows that have passed.
 */

export const GATE_MEAN_AUC = 0.6;
export const GATE_MIN_AUC = 0.55;
/** With fewer who came back, or fewer who did not, a window's AUC is chance. */
export const GATE_MIN_CASES = 10;

export interface GateWindow {
  readonly cutDay: number;
  readonly customers: number;
  readonly returned: number;
  /** Of the average of the models. */
  readonly auc: number | null;
}

/**
 * `noSignal`: who came back could not be told from others. `untested`: the history is too short for a past window.
 * `fewReturned`, `fewStayedAway`: in the windows there are, hardly anybody came back, or hardly anybody did not.
 */
export type GateRefusal = 'noSignal' | 'untested' | 'fewReturned' | 'fewStayedAway';

export interface Gate {
  readonly isOpen: boolean;
  readonly refusal: GateRefusal | null;
  /** The windows that counted, or without any all there are; newest first. */
  readonly windows: readonly GateWindow[];
  readonly meanAuc: number | null;
  readonly minAuc: number | null;
}

/** @param windows the last three at most, newest first */
export function gateOf(windows: readonly GateWindow[]): Gate {
  const counted = windows.filter(
    ({ customers, returned, auc }) =>
      auc !== null && returned >= GATE_MIN_CASES && customers - returned >= GATE_MIN_CASES,
  );
  if (counted.length === 0) {
    return { isOpen: false, refusal: whyUntested(windows), windows, meanAuc: null, minAuc: null };
  }
  const aucs = counted.map(({ auc }) => auc!);
  const meanAuc = aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length;
  const minAuc = Math.min(...aucs);
  const isOpen = meanAuc >= GATE_MEAN_AUC && minAuc >= GATE_MIN_AUC;
  return { isOpen, refusal: isOpen ? null : 'noSignal', windows: counted, meanAuc, minAuc };
}

function whyUntested([newest]: readonly GateWindow[]): GateRefusal {
  if (!newest) return 'untested';
  return newest.returned < GATE_MIN_CASES ? 'fewReturned' : 'fewStayedAway';
}
