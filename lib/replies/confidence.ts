/** How sure is sure; apart from the detection, so that the screens need not carry that. */

/** Of what is detected with this confidence eight of ten are right on lines that no cue was written from (`scene-quality.test.ts`). */
export const SURE_FROM = 0.75;
