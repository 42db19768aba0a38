/** What stands in a chat box, as a text whose every position is known in the box. */
export interface TypedText {
  text: string;
  /** @param start, end positions in the text, `start` before `end` */
  rangeOf(start: number, end: number): Range;
}

interface Piece {
  /** Where it begins in the text. */
  start: number;
  length: number;
  node: Node;
}

const BLOCK = /^(?:DIV|P|LI|UL|OL|PRE|BLOCKQUOTE)$/;
const TEXT_NODE = 3;

/** Lines end where the box shows an end of a line; a picture of a smiley is a blank. */
export function readTyped(editor: HTMLElement): TypedText {
  const pieces: Piece[] = [];
  let text = '';
  const add = (node: Node, words: string) => {
    pieces.push({ start: text.length, length: words.length, node });
    text += words;
  };
  const walk = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === TEXT_NODE) add(node, node.nodeValue ?? '');
      else if (node.nodeName === 'BR') add(node, '\n');
      else if (node.nodeName === 'IMG') add(node, ' ');
      else {
        if (BLOCK.test(node.nodeName) && text !== '' && !text.endsWith('\n')) add(node, '\n');
        walk(node);
      }
    }
  };
  walk(editor);
  const pieceAt = (position: number) => pieces.find(({ start, length }) => position < start + length)!;
  return {
    text,
    rangeOf(start, end) {
      const range = editor.ownerDocument.createRange();
      const first = pieceAt(start);
      const last = pieceAt(end - 1);
      if (first.node.nodeType === TEXT_NODE) range.setStart(first.node, start - first.start);
      else range.setStartBefore(first.node);
      if (last.node.nodeType === TEXT_NODE) range.setEnd(last.node, end - last.start);
      else range.setEndAfter(last.node);
      return range;
    },
  };
}
