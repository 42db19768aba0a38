/** A rendered reply cut at every border of a variable or a finding, for the preview. */
import type { Finding } from '../../lib/compliance/lint.ts';
import type { RenderedPart } from '../../lib/replies/render.ts';

export interface MarkedPiece {
  /** Where it begins in the rendered text. */
  start: number;
  text: string;
  kind: 'text' | 'filled' | 'missing';
  /** The worst finding over this piece; hints are not marked. */
  severity: 'block' | 'warn' | null;
}

/**
 * @param parts of the rendered reply
 * @param findings with positions in its text, where a missing variable stands as its `{placeholder}`
 * @param nameOf how a missing variable is called on screen
 */
export function markedPieces(
  parts: readonly RenderedPart[],
  findings: readonly Finding[],
  nameOf: (variable: string) => string,
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let start = 0;
  for (const part of parts) {
    if (part.kind === 'variable' && part.text === null) {
      pieces.push({ start, text: nameOf(part.name), kind: 'missing', severity: null });
      start += part.open.length;
      continue;
    }
    const text = part.text!;
    const end = start + text.length;
    const cuts = findings.flatMap((finding) => [finding.start, finding.end]).filter((cut) => cut > start && cut < end);
    const borders = [start, ...new Set(cuts.toSorted((a, b) => a - b)), end];
    for (const [index, from] of borders.slice(0, -1).entries()) {
      const to = borders[index + 1]!;
      pieces.push({
        start: from,
        text: text.slice(from - start, to - start),
        kind: part.kind === 'variable' ? 'filled' : 'text',
        severity: severityAt(findings, from),
      });
    }
    start = end;
  }
  return pieces;
}

function severityAt(findings: readonly Finding[], position: number): MarkedPiece['severity'] {
  const here = findings.filter((finding) => finding.start <= position && position < finding.end);
  const isHere = (severity: Finding['severity']) => here.some((finding) => finding.severity === severity);
  return isHere('block') ? 'block' : isHere('warn') ? 'warn' : null;
}
