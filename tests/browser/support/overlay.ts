/** What we drew over a page, looked into as only a debugger can: its shadow root is closed. */
import type { CDPSession, Page } from 'playwright-core';

interface Node {
  nodeName: string;
  nodeId: number;
  children?: Node[];
  shadowRoots?: Node[];
}

/** @param declaration of a function whose `this` is the shadow root. @returns null while nothing is drawn */
export async function inOverlay<Value>(session: CDPSession, declaration: string): Promise<Value | null> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const shadow = findNode(root, 'LIUKE-OVERLAY')?.shadowRoots?.[0];
  if (!shadow) return null;
  const { object } = await session.send('DOM.resolveNode', { nodeId: shadow.nodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: declaration,
    returnByValue: true,
  });
  return (result.value as Value | undefined) ?? null;
}

function findNode(node: Node, name: string): Node | null {
  if (node.nodeName === name) return node;
  for (const child of node.children ?? []) {
    const found = findNode(child, name);
    if (found) return found;
  }
  return null;
}

/** A chip as a person sees it. */
export interface SeenChip {
  text: string;
  /** Viewport coordinates. */
  box: { x: number; y: number; width: number; height: number };
  isReached: boolean;
  color: string;
  background: string;
  fontPx: number;
  /** All of the text is in it. */
  isWhole: boolean;
}

/** Those that can be seen, and the reason that is told of one of them. */
export async function chipsInSight(page: Page): Promise<{ chips: SeenChip[]; reason: string | null }> {
  const session = await page.context().newCDPSession(page);
  const found = await inOverlay<{ chips: SeenChip[]; reason: string | null }>(
    session,
    `function () {
      const chips = [...this.querySelectorAll('span')].filter(({ style }) => style.visibility === 'visible');
      const boxOf = (element) => element.getBoundingClientRect().toJSON();
      return {
        chips: chips.map((chip) => {
          const { color, backgroundColor: background, fontSize } = getComputedStyle(chip);
          return {
            text: chip.textContent, box: boxOf(chip), isReached: chip === this.activeElement,
            color, background, fontPx: parseFloat(fontSize), isWhole: chip.scrollWidth <= chip.clientWidth + 1,
          };
        }),
        reason: this.querySelector('p[aria-hidden]')?.textContent ?? null,
      };
    }`,
  );
  await session.detach();
  return found ?? { chips: [], reason: null };
}
