/**
 * Draws a part of the page onto a canvas, shape by shape, where it stands: our own policy lets no picture be loaded, so none can be made
 * of the document itself. Read are places and computed styles of backgrounds, borders, texts and the shapes of our charts.
 */

const LEFT_OUT = 'button, select, input, summary, nav, [hidden]';

/** Does it while this part of the page has its light colours, by the tokens of the style sheet; before the screen is painted again it is over. */
export function inLight<Result>(part: HTMLElement, draw: () => Result): Result {
  const tokens = [...lightTokens(), ['--motion', '0s'], ['color', 'var(--text)']] as const;
  try {
    for (const [name, value] of tokens) part.style.setProperty(name, value);
    return draw();
  } finally {
    for (const [name] of tokens) part.style.removeProperty(name);
  }
}

/** What `:root` says outside of every media query. */
function lightTokens(): [name: string, value: string][] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const roots = rules.filter(
    (rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === ':root',
  );
  return roots.flatMap(({ style }) =>
    [...style]
      .filter((name) => name.startsWith('--'))
      .map((name): [string, string] => [name, style.getPropertyValue(name)]),
  );
}

/** CSS pixels, from the part's own upper left corner to the end of what it shows. */
export function extentOf(part: HTMLElement): { width: number; height: number } {
  const origin = part.getBoundingClientRect();
  const boxes = shownIn(part).map((element) => element.getBoundingClientRect());
  return {
    width: Math.max(origin.width, ...boxes.map(({ right }) => right - origin.left)),
    height: Math.max(origin.height, ...boxes.map(({ bottom }) => bottom - origin.top)),
  };
}

/** @param context with its own origin where the part's upper left corner is to be */
export function paint(part: HTMLElement, context: CanvasRenderingContext2D): void {
  const { left, top } = part.getBoundingClientRect();
  context.save();
  context.translate(-left, -top);
  for (const element of shownIn(part)) {
    if (element instanceof SVGGraphicsElement) paintShape(element, context);
    else if (element instanceof HTMLElement) {
      paintBox(element, context);
      paintTexts(element, context);
    }
  }
  context.restore();
}

/** In the order in which they lie upon each other; without what is operated, closed, or there for ears alone. */
function shownIn(part: HTMLElement): Element[] {
  return [...part.querySelectorAll('*')].filter((element) => {
    if (element.closest(LEFT_OUT) || !element.checkVisibility()) return false;
    const { width, height } = element.getBoundingClientRect();
    return element instanceof SVGElement || (width > 1 && height > 1);
  });
}

function paintBox(element: HTMLElement, context: CanvasRenderingContext2D): void {
  const style = getComputedStyle(element);
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  context.fillStyle = style.backgroundColor;
  context.fillRect(left, top, width, height);
  const sides = [
    ['Top', left, top, width, 0],
    ['Bottom', left, bottom, width, 0],
    ['Left', left, top, 0, height],
    ['Right', right, top, 0, height],
  ] as const;
  for (const [side, x, y, w, h] of sides) {
    const thick = style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]);
    if (thick === 0) continue;
    context.fillStyle = style[`border${side}Color`];
    const isEnd = side === 'Bottom' || side === 'Right';
    context.fillRect(isEnd && w === 0 ? x - thick : x, isEnd && h === 0 ? y - thick : y, w || thick, h || thick);
  }
}

/** The element's own texts, line by line as the browser broke them. */
function paintTexts(element: HTMLElement, context: CanvasRenderingContext2D): void {
  const style = getComputedStyle(element);
  context.font = fontOf(style);
  context.fillStyle = style.color;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const node of element.childNodes) {
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    for (const { text, box } of linesOf(node)) context.fillText(text, box.left, box.top + box.height / 2);
  }
}

function linesOf(node: Text): { text: string; box: DOMRect }[] {
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const [box] = range.getClientRects();
    if (!box || box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) last.text += node.data[at]!;
    else lines.push({ text: node.data[at]!, box });
  }
  return lines;
}

const fontOf = ({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) =>
  `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;

function paintShape(element: SVGGraphicsElement, context: CanvasRenderingContext2D): void {
  const matrix = element.getScreenCTM();
  if (!matrix) return;
  const style = getComputedStyle(element);
  context.save();
  context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  if (element instanceof SVGTextElement) paintLabel(element, style, context);
  else {
    const outline = outlineOf(element);
    if (outline) {
      context.globalAlpha = Number(style.opacity);
      context.fillStyle = style.fill;
      if (style.fill !== 'none' && !(element instanceof SVGLineElement)) context.fill(outline);
      if (style.stroke !== 'none') {
        context.strokeStyle = style.stroke;
        context.lineWidth = Number.parseFloat(style.strokeWidth);
        context.setLineDash(dashes(style));
        context.stroke(outline);
      }
    }
  }
  context.restore();
}

function dashes({ strokeDasharray }: CSSStyleDeclaration): number[] {
  return strokeDasharray === 'none' ? [] : strokeDasharray.split(/[\s,]+/).map(Number.parseFloat);
}

function paintLabel(element: SVGTextElement, style: CSSStyleDeclaration, context: CanvasRenderingContext2D): void {
  context.font = fontOf(style);
  context.fillStyle = style.fill;
  context.textBaseline = 'alphabetic';
  context.textAlign = style.textAnchor === 'middle' ? 'center' : style.textAnchor === 'end' ? 'end' : 'start';
  const at = (name: 'x' | 'y') => Number(element.getAttribute(name) ?? 0);
  context.fillText(element.textContent, at('x'), at('y'));
}

/** In the shape's own coordinates; null for what draws nothing itself. */
function outlineOf(element: SVGGraphicsElement): Path2D | null {
  const outline = new Path2D();
  if (element instanceof SVGRectElement) {
    const { x, y, width, height } = element;
    outline.rect(x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value);
  } else if (element instanceof SVGLineElement) {
    outline.moveTo(element.x1.baseVal.value, element.y1.baseVal.value);
    outline.lineTo(element.x2.baseVal.value, element.y2.baseVal.value);
  } else if (element instanceof SVGCircleElement) {
    outline.arc(element.cx.baseVal.value, element.cy.baseVal.value, element.r.baseVal.value, 0, 2 * Math.PI);
  } else if (element instanceof SVGPathElement) {
    return new Path2D(element.getAttribute('d') ?? '');
  } else if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement) {
    for (const [at, { x, y }] of [...element.points].entries()) outline[at === 0 ? 'moveTo' : 'lineTo'](x, y);
    if (element instanceof SVGPolygonElement) outline.closePath();
  } else return null;
  return outline;
}
