/** The columns that the caption table and every order's own table share. */
export const captions = ['商品', '单价', '数量', '履约/售后', '交易状态', '实收款', '操作'];

const widths = ['34%', '11%', '7%', '12%', '13%', '14%', '9%'];

export function Columns() {
  return (
    <colgroup>
      {widths.map((width) => (
        <col key={width} style={{ width }} />
      ))}
    </colgroup>
  );
}
