/** Words of consoles that no reader knows yet: a label that took another's place is made of them, and stays legible. */

/** Whole words; a label is as a rule two or three of them in a row. */
export const layoutHan =
  '提交 创建 生成 下单 成交 支付 付款 结算 发货 出库 收货 签收 完成 取消 关闭 退款 退货 换货 售后 时间 日期 金额 总额 合计 总计 单价 价格 ' +
  '数量 件数 状态 进度 操作 详情 查看 复制 更多 展开 收起 备注 商品 宝贝 货号 规格 买家 客户 用户 账号 帐号 昵称 店铺 商家 卖家 平台 ' +
  '订单 子订单 单号 编号 编码 类型 来源 渠道 方式 信息 明细 列表 记录 全部 近三个月 近六个月 三个月前 六个月内 条 页 共 共计 每页 上一页 下一页 跳至 前往 ' +
  '处理 同意 拒绝 审核 申请 确认 原因 评价 服务单 优惠券 面额 门槛 领取 有效期 会员 等级 ' +
  '交易 搜索 查询 重置 筛选 导出 批量 打印 物流 快递 运费 邮费 优惠 折扣 实收 实付 应收 应付 待 已 未 中 号 元 件 笔 单';

/** Parts of names in data and addresses, in small letters. */
export const layoutPieces =
  'api app biz bff btn button cell code common config content cost count counter ctn data default detail dialog dto end extra facet fee field ' +
  'filter flag form goods header icon info init item json label link list main menu meta module no num number online option order page pager ' +
  'pagination panel param params parse pay price process prop props query real remark request response result row rows seller service sku state ' +
  'status step sub summary tab table tag tags td text th tip tips title token total tr trade type unit url user value var vender view ware ' +
  'window true false null undefined let const tradearchive neworder porder alicdn tbcdn jdstatic mtop buyimg jpg jpeg png webp gif svg ' +
  'application javascript checkbox radio hidden submit search dialog tooltip tab grid button textbox';
