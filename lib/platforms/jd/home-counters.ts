/** The to-do counters of JD's home page: our name, the platform's words, the number it gives them itself (public code in use, 2026). */

export interface HomeCounter {
  counterId: string;
  /** The first one is how the platform's own record calls it; the others are seen on the page. */
  labels: readonly string[];
  jdId: number;
}

export const homeCounters: readonly HomeCounter[] = [
  { counterId: 'shippingOverdue', labels: ['发货超时'], jdId: 1006 },
  { counterId: 'urgesToAnswer', labels: ['待回复催单'], jdId: 1003 },
  { counterId: 'cancelRequests', labels: ['取消订单'], jdId: 3001 },
  { counterId: 'casesToAudit', labels: ['待审核售后'], jdId: 3002 },
  { counterId: 'casesToReceive', labels: ['待收货售后'], jdId: 3003 },
  { counterId: 'casesToProcess', labels: ['待处理售后'], jdId: 3004 },
  { counterId: 'tasks', labels: ['任务工单'], jdId: 3007 },
  { counterId: 'disputesToAnswer', labels: ['待回复纠纷'], jdId: 4001 },
  { counterId: 'disputesToProve', labels: ['待举证', '待举证纠纷'], jdId: 4002 },
  { counterId: 'disputesToExecute', labels: ['待执行', '待执行纠纷'], jdId: 4003 },
  { counterId: 'compensationsToProcess', labels: ['待处理赔付'], jdId: 4005 },
  { counterId: 'warnings', labels: ['预警单'], jdId: 7010 },
  { counterId: 'violations', labels: ['违约单'], jdId: 7004 },
  { counterId: 'officialComplaints', labels: ['工商投诉', '待处理工商投诉'], jdId: 7011 },
];
