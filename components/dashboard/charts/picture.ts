/** A part of the page as a picture: its figures under its title, what they mean and what they rest on. */
import { extentOf, inLight, paint } from './paint.ts';

export interface PictureTexts {
  title: string;
  definition: string;
  /** How many, how much of the time, as of when; where the figures say so. */
  ground: string | undefined;
  /** The last line: who made it, and on which day. */
  source: string;
}

/** Two pixels for one of the screen, so that it can be read on paper and on a phone. */
const SCALE = 2;
const EDGE = 20;
const LEAST_WIDTH = 480;
/** The longest side that every browser still draws. */
const MOST_PIXELS = 16_000;
const LINE = 20;

/**
 * In light colours whatever the screen has.
 * @param part the figures @returns a PNG
 * @throws Error where the browser cannot make one
 */
export async function pictureOf(part: HTMLElement, texts: PictureTexts): Promise<Blob> {
  return await toPng(inLight(part, () => drawn(part, texts)));
}

function drawn(part: HTMLElement, { title, definition, ground, source }: PictureTexts): HTMLCanvasElement {
  const figures = extentOf(part);
  const width = Math.max(LEAST_WIDTH, figures.width) + 2 * EDGE;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('expected a canvas to draw on, found none');
  const style = getComputedStyle(part);
  const font = (weight: number, size: number) => `${weight} ${size}px ${style.fontFamily}`;
  context.font = font(400, 13);
  const lines = [
    { text: title, font: font(600, 17), color: '--text' },
    ...wrapped(definition, context, width - 2 * EDGE).map((text) => ({
      text,
      font: font(400, 13),
      color: '--text-soft',
    })),
    ...(ground === undefined ? [] : [{ text: ground, font: font(400, 12), color: '--text-faint' }]),
  ];
  const head = EDGE + lines.length * LINE + EDGE / 2;
  const height = head + figures.height + EDGE + LINE + EDGE / 2;
  const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  context.scale(scale, scale);
  context.fillStyle = style.getPropertyValue('--surface');
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'middle';
  const write = (text: string, place: number, how: { font: string; color: string }) => {
    context.font = how.font;
    context.fillStyle = style.getPropertyValue(how.color);
    context.fillText(text, EDGE, place);
  };
  for (const [at, line] of lines.entries()) write(line.text, EDGE + at * LINE + LINE / 2, line);
  context.save();
  context.translate(EDGE, head);
  paint(part, context);
  context.restore();
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  write(source, height - EDGE, { font: font(400, 11), color: '--text-faint' });
  return canvas;
}

/** Broken where it must be: between any two letters of Chinese, else between words. */
function wrapped(text: string, context: CanvasRenderingContext2D, width: number): string[] {
  const parts = text.match(/[\u2E80-\u9FFF\uFF00-\uFFEF]|[^\s\u2E80-\u9FFF\uFF00-\uFFEF]+\s*|\s+/g) ?? [];
  const lines = [''];
  for (const part of parts) {
    const longer = lines.at(-1)! + part;
    if (lines.at(-1) !== '' && context.measureText(longer).width > width) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

async function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return await new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(`expected a picture, found none of ${canvas.width} px`))),
      'image/png',
    ),
  );
}
