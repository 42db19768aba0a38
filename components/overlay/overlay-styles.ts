/** The overlay's own styles: nothing of the page reaches into the shadow root, nothing of these reaches out. */
export const overlayStyles = `
:host {
  all: initial;
  position: fixed;
  inset: 0;
  z-index: 2147483000;
  pointer-events: none;
  contain: strict;
}
:host > span {
  position: absolute;
  top: -9px;
  left: 0;
  box-sizing: border-box;
  height: 18px;
  padding: 0 6px;
  border: 1px solid;
  border-radius: 9px;
  font: 500 11px/16px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  white-space: nowrap;
}
:host > span:focus { outline: 2px solid; outline-offset: 1px; }
:host > p {
  position: absolute;
  top: 0;
  left: 0;
  box-sizing: border-box;
  max-width: 280px;
  margin: 0;
  padding: 4px 8px;
  border: 1px solid #8a949e;
  border-radius: 6px;
  color: #1b2026;
  background: #fff;
  font: 400 12px/18px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
:host > .good { color: #0b5d3b; background: #e4f6ec; border-color: #9fd8b8; }
:host > .calm { color: #1f4a82; background: #e8f0fb; border-color: #a9c6ec; }
:host > .watch { color: #7a4b00; background: #fdf1da; border-color: #e9c987; }
:host > .risk { color: #9c1c1c; background: #fdeaea; border-color: #efb0b0; }
@media print { :host { display: none; } }
`;
