/** The strip's own styles. Contrast of every text at least 4.5 : 1, light and dark. */
export const stripStyles = `
section {
  --surface: #ffffff;
  --text: #1b2026;
  --faint: #5f6973;
  --line: #dfe3e7;
  --mark: #5f6973;
  --ground: #ffffff;
  --on-mark: #ffffff;
  position: absolute;
  box-sizing: border-box;
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 4px 6px;
  overflow: auto;
  padding: 8px 10px;
  border: 1px solid var(--line);
  border-left: 4px solid var(--mark);
  border-radius: 6px;
  color: var(--text);
  background: var(--ground);
  box-shadow: 0 2px 10px rgb(0 0 0 / 16%);
  font: 400 13px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
  pointer-events: auto;
}
section.warn { --mark: #9a6200; --line: #e9c987; --ground: #fdf6e7; }
section.block { --mark: #b42318; --line: #b42318; --ground: #fdeaea; }
section[hidden], section [hidden] { display: none; }
section.hint { width: fit-content !important; max-width: 480px; padding: 3px 6px 3px 8px; font-size: 12px; border-left-width: 1px; color: var(--faint); box-shadow: none; }
p { margin: 0; }
.instead, .source { grid-column: 1 / -1; }
.note { grid-column: 1; }
.aside { display: flex; align-items: center; grid-area: 1 / 2; align-self: start; }
.severity { margin-right: 6px; padding: 1px 6px; border-radius: 4px; font-weight: 600; color: var(--on-mark); background: var(--mark); }
.hint .severity { padding: 0; font-weight: 400; color: inherit; background: none; }
.words { margin-right: 6px; font-weight: 600; quotes: "“" "”"; }
.hint .words { font-weight: 400; }
.instead { display: flex; align-items: flex-end; justify-content: space-between; gap: 8px; }
.rewrite { min-width: 0; }
.source { color: var(--faint); font-size: 11px; }
.note { font-weight: 600; }
.live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button { flex: none; margin: 0; padding: 0 8px; min-height: 24px; border: 1px solid transparent; border-radius: 4px; color: inherit; background: none; font: inherit; cursor: pointer; }
.next, .close { color: var(--faint); }
.close { padding: 0 7px; font-size: 16px; line-height: 1; }
.hint button { min-height: 18px; }
.next:hover, .close:hover { color: var(--text); background: rgb(0 0 0 / 8%); }
.put { padding: 1px 12px; color: var(--on-mark); background: var(--mark); font-weight: 600; }
.put:hover { filter: brightness(0.9); }
button:focus-visible { outline: 2px solid var(--text); outline-offset: 1px; }
@media (prefers-color-scheme: dark) {
  section { --surface: #1c2024; --text: #e4e7ea; --faint: #a3adb7; --line: #3d464e; --mark: #a3adb7; --ground: #1c2024; --on-mark: #15181b; }
  section.warn { --mark: #efc474; --line: #62501f; --ground: #2c2414; }
  section.block { --mark: #f6a9a9; --line: #f6a9a9; --ground: #3a1b1d; }
  .next:hover, .close:hover { background: rgb(255 255 255 / 12%); }
}
@media (forced-colors: active) { .severity, .put { border: 1px solid; } }
`;
