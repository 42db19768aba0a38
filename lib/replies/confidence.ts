/** How sure is sure; apart from the detection, so that the screens need not carry that. */

/** Of what is detected with this confidence more than nine of ten are right (`scene-quality.test.ts`). */
export const SURE_FROM = 0.75;
