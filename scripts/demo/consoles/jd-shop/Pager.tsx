import { pageNumbers } from '../shared/page-numbers.ts';
import css from './order-list.module.css';

interface PagerProps {
  current: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  onPageSize: (size: number) => void;
}

export function Pager({ current, pageSize, total, onPage, onPageSize }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  return (
    <div className="jd-pro-pagination">
      <div className={`jd-pagination ${css.pager}`}>
        <span className="jd-pagination__total">共 {total} 条</span>
        <button
          className="btn-prev jd-pagination__button-prev"
          disabled={current === 1}
          onClick={() => onPage(current - 1)}
        >
          ‹
        </button>
        {pageNumbers(current, last).map((page) =>
          page < 0 ? (
            <span key={page}>…</span>
          ) : (
            <button
              key={page}
              className={page === current ? `is-active ${css.pageHere}` : ''}
              onClick={() => onPage(page)}
            >
              {page}
            </button>
          ),
        )}
        <button
          className="btn-next jd-pagination__button-next"
          disabled={current === last}
          onClick={() => onPage(current + 1)}
        >
          ›
        </button>
        <select value={pageSize} onChange={(event) => onPageSize(Number(event.target.value))}>
          {[10, 20, 50].map((size) => (
            <option key={size} value={size}>
              {size}条/页
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
