/** Bundles the gallery into a folder of a few files that open without a server. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { checkedRules } from '../build/checked-rules.ts';

/** What the gallery shows side by side. */
export const galleryLooks = ['zh', 'en'].flatMap((lang) =>
  (['light', 'dark'] as const).map((theme) => ({ lang, theme, query: `lang=${lang}&theme=${theme}` })),
);

const one = `<!doctype html>
<meta charset="utf-8" />
<title>Liuke: gallery</title>
<link rel="stylesheet" href="gallery.css" />
<div id="root">Drawing…</div>
<script src="gallery.js"></script>
`;

/** Both languages in both themes; each scrolls with the others, so that the same component stands in all of them. */
const all = `<!doctype html>
<meta charset="utf-8" />
<title>Liuke: gallery</title>
<style>body{margin:0;display:flex;overflow-x:auto}iframe{flex:none;width:430px;height:100vh;border:0}</style>
${galleryLooks.map(({ query, lang, theme }) => `<iframe title="${lang}, ${theme}" src="one.html?${query}&widths=360"></iframe>`).join('\n')}
<script src="together.js"></script>
`;

/** Runs in the page of all: frames of files may not touch each other, so they tell how far they were scrolled. */
const together = `addEventListener('message', ({ data, source }) => {
  for (const frame of frames) if (frame !== source) frame.postMessage(data, '*');
});
const frames = [...document.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow);
`;

/** Dark where the address says so, whatever the system does. */
const themeByAddress: Plugin = {
  name: 'theme-by-address',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('theme.css')) return null;
    const dark = /@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}\s*\}/;
    if (!dark.test(code)) throw new Error(`${id}: expected one block for the dark theme, found none`);
    return code.replace(dark, (_, tokens: string) => `:root[data-theme='dark'] {\ncolor-scheme: dark;${tokens}}`);
  },
};

/** @returns path of the page of all looks @throws Error when it does not build */
export async function buildGallery(folder: string): Promise<string> {
  const own = import.meta.dirname;
  await build({
    configFile: false,
    root: own,
    logLevel: 'warn',
    plugins: [themeByAddress, checkedRules()],
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
  writeFileSync(join(folder, 'one.html'), one);
  writeFileSync(join(folder, 'together.js'), together);
  const path = join(folder, 'index.html');
  writeFileSync(path, all);
  return path;
}
