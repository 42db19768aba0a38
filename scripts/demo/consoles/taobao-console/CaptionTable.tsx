/** A Fusion table: the captions in a table of their own above the rows. */
import type { ReactNode } from 'react';
import css from './caption-table.module.css';

interface Props {
  captions: readonly string[];
  /** Null while they load. */
  rows: readonly { key: string; cells: Readonly<Record<string, ReactNode>> }[] | null;
}

export function CaptionTable({ captions, rows }: Props) {
  return (
    <div className="next-table next-table-medium">
      <div className="next-table-header">
        <table className={css.head}>
          <thead>
            <tr>
              {captions.map((caption) => (
                <th key={caption} className="next-table-header-node">
                  <div className="next-table-cell-wrapper">{caption}</div>
                </th>
              ))}
            </tr>
          </thead>
        </table>
      </div>
      <div className="next-table-body">
        {rows === null && Array.from({ length: 4 }, (_, index) => <div key={index} className={css.skeleton} />)}
        <table className={css.rows}>
          <tbody>
            {(rows ?? []).map(({ key, cells }) => (
              <tr key={key} className="next-table-row">
                {captions.map((caption) => (
                  <td key={caption}>
                    <div className="next-table-cell-wrapper">{cells[caption]}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
