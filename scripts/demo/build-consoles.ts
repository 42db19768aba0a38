/** Bundles the replica consoles. Class names of our own get other hashes for every seed, as at a new build of a real console. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { build } from 'vite';

const consolesDir = join(import.meta.dirname, 'consoles');

/** Folder of each console below `consoles/`, and how its platform forms class names. */
const consoles = {
  jdShop: { folder: 'jd-shop', className: jdClassName },
  jdChat: { folder: 'jd-chat', className: styledClassName },
  taobaoConsole: { folder: 'taobao-console', className: taobaoClassName },
  taobaoOld: { folder: 'taobao-old', className: taobaoOldClassName },
} as const;

export type ConsoleName = keyof typeof consoles;
export interface ConsoleBundle {
  js: string;
  css: string;
}
export type ConsoleBundles = Record<ConsoleName, ConsoleBundle>;

/** All consoles, each as one script and one style sheet. @throws Error when one does not build */
export async function buildConsoles(seed: number): Promise<ConsoleBundles> {
  const [jdShop, jdChat, taobaoConsole, taobaoOld] = await Promise.all([
    bundle('jdShop', seed),
    bundle('jdChat', seed),
    bundle('taobaoConsole', seed),
    bundle('taobaoOld', seed),
  ]);
  return { jdShop, jdChat, taobaoConsole, taobaoOld };
}

async function bundle(name: ConsoleName, seed: number): Promise<ConsoleBundle> {
  const { folder, className } = consoles[name];
  const results = await build({
    configFile: false,
    root: consolesDir,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    css: {
      modules: {
        generateScopedName: (local, file) => {
          const fileName = basename(file).replace(/\.module\.css.*$/, '');
          return className(local, fileName, (length) => hashOf(`${seed}/${folder}/${fileName}/${local}`, length));
        },
      },
    },
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      lib: { entry: join(consolesDir, folder, 'main.tsx'), name: 'replica', formats: ['iife'], cssFileName: 'style' },
    },
  });
  const outputs = (Array.isArray(results) ? results : [results]).flatMap((result) =>
    'output' in result ? result.output : [],
  );
  const script = outputs.find((output) => output.type === 'chunk');
  const style = outputs.find((output) => output.type === 'asset' && output.fileName.endsWith('.css'));
  if (!script || !style || style.type !== 'asset')
    throw new Error(`the ${folder} console did not build to a script and a style sheet`);
  return { js: script.code, css: String(style.source) };
}

type Hash = (length: number) => string;

/** `cell_x7Kd2` */
function jdClassName(local: string, _file: string, hash: Hash): string {
  return `${local}_${hash(5)}`;
}

/** `sc-x7Kd2a` */
function styledClassName(_local: string, _file: string, hash: Hash): string {
  return `sc-${hash(6)}`;
}

/** `order-row_buyerNick__x7Kd2` */
function taobaoClassName(local: string, file: string, hash: Hash): string {
  return `${file}_${local}__${hash(5)}`;
}

/** `price-mod__price___x7Kd2`: the old page's parts are written `price-mod__price` in its style sheet. */
function taobaoOldClassName(local: string, _file: string, hash: Hash): string {
  return `${local}___${hash(5)}`;
}

const LETTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function hashOf(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from({ length }, (_, index) => LETTERS[bytes[index]! % LETTERS.length]).join('');
}
