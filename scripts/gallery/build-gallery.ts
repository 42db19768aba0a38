/** Bundles the gallery into a folder of three files that open without a server. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { checkedRules } from '../build/checked-rules.ts';

const page = `<!doctype html>
<meta charset="utf-8" />
<title>Liuke: gallery</title>
<link rel="stylesheet" href="gallery.css" />
<div id="root"></div>
<script src="gallery.js"></script>
`;

/** @returns path of the page @throws Error when it does not build */
export async function buildGallery(folder: string): Promise<string> {
  const own = import.meta.dirname;
  await build({
    configFile: false,
    root: own,
    logLevel: 'warn',
    plugins: [checkedRules()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    resolve: { alias: { 'wxt/browser': join(own, 'browser.ts') } },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      lib: {
        entry: join(own, 'main.tsx'),
        name: 'gallery',
        formats: ['iife'],
        fileName: () => 'gallery.js',
        cssFileName: 'gallery',
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'index.html');
  writeFileSync(path, page);
  return path;
}
