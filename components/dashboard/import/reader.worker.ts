/** The thread in which files are read. */
import { database } from '../../hooks/database.ts';
import { serveReader, type ReaderPort } from './serve-reader.ts';

serveReader(globalThis as unknown as ReaderPort, database);
