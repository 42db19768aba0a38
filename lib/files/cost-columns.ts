/** What a shop calls the columns of its costs: names under which each was seen, compared without blanks, width and case. Data. */

export type CostField = 'skuId' | 'title' | 'cost';

export const costColumns: Readonly<Record<CostField, readonly string[]>> = {
  skuId: [
    'SKU ID',
    'SKU编号',
    'SKU编码',
    'SKU',
    '商品ID',
    '商品编号',
    '商品编码',
    '商品SKU',
    '京东编码',
    '宝贝ID',
    '商品数字ID',
    'itemId',
    'article id',
  ],
  title: ['商品名称', '商品标题', '宝贝标题', '宝贝名称', '标题', '品名', '名称', '商品', 'title', 'name'],
  cost: [
    '成本',
    '成本价',
    '单位成本',
    '单件成本',
    '成本(元)',
    '成本价(元)',
    '进价',
    '进货价',
    '采购价',
    '采购成本',
    '供货价',
    'cost',
    'unit cost',
  ],
};
