/** What is said in the clear of how a backup is locked, and what is kept to lock those to come. */

export interface Lock {
  kdf: 'PBKDF2-SHA-256';
  rounds: number;
  /** Hexadecimal. */
  salt: string;
  cipher: 'AES-256-GCM';
  /** Where the passphrase opens a box that holds the key, not the blocks themselves. */
  box?: BoxOfBackup;
}

export interface BoxOfBackup {
  kind: 'ECDH-P-256';
  /** Sealed under the passphrase; hexadecimal, like the next. */
  privateKey: string;
  /** Made for this backup alone: with the private key it makes the key of the blocks. */
  freshKey: string;
}

/** What closes the box of backups to come; nothing in it opens one. */
export interface Box {
  publicKey: string;
  lock: Lock;
  /** The private key, sealed. */
  privateKey: string;
}
