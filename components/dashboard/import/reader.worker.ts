/** The thread in which files are read. */
import { database } from '../../hooks/database.ts';
import { serveReader } from './serve-reader.ts';

serveReader(globalThis, database);
