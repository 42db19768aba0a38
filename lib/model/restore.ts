/** A restore goes to the writer in portions: so many records at most in one message. */
export const RESTORE_RECORDS = 1000;
