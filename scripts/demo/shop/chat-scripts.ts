/** What buyers and staff say in each scene. */
import type { ChatScene, DemoMessage } from './demo-shop.ts';

export type ScriptLine = readonly [from: DemoMessage['from'], kind: DemoMessage['kind'], text: string];

const buyer = (text: string): ScriptLine => ['buyer', 'text', text];
const seller = (text: string): ScriptLine => ['seller', 'text', text];
const product: ScriptLine = ['buyer', 'product', ''];
const image: ScriptLine = ['buyer', 'image', ''];
const entered: ScriptLine = ['system', 'text', '客户进入会话'];

export const chatScripts: Record<ChatScene, readonly ScriptLine[]> = {
  highValue: [
    entered,
    product,
    buyer('老样子，想再囤几份'),
    seller('您好，一直有货的'),
    buyer('买了这么多次了，这次有没有什么优惠？'),
    buyer('满300能减点吗'),
  ],
  newBuyer: [entered, product, buyer('第一次在你们家买'), buyer('刚拍下，今天能发货吗？'), buyer('大概几天能到成都')],
  noOrder: [entered, product, buyer('你好，这个是今年的新货吗'), buyer('送长辈的话选哪个口味比较合适')],
  afterSale: [
    entered,
    buyer('我申请了售后，怎么还没有人处理'),
    seller('您好，这边马上为您查看'),
    image,
    buyer('收到就是这样的，你们看下'),
    buyer('到底要等多久？'),
  ],
  silent: [entered, product, buyer('好久没来了，之前买的那款还有吗'), buyer('现在是什么价格')],
  shipping: [
    entered,
    buyer('我的订单什么时候发货呀'),
    buyer('页面上说48小时内发，已经等了一天多了'),
    buyer('麻烦催一下仓库'),
  ],
  damaged: [
    entered,
    image,
    buyer('刚收到，壶盖磕了一个口子'),
    buyer('外面箱子是好的，应该是里面没垫好'),
    buyer('怎么处理'),
  ],
  refund: [
    entered,
    buyer('前两天取消的单子，退款什么时候到账'),
    seller('您好，退款会原路退回'),
    buyer('还没收到，能帮我查一下吗'),
  ],
  size: [entered, product, buyer('这款大号和中号差多少'), buyer('桌子宽60公分，放大号会不会挤')],
  thanks: [
    entered,
    buyer('东西收到了，包装很用心'),
    buyer('茶很香，谢谢啦'),
    seller('谢谢您的认可'),
    buyer('下次还来'),
  ],
  price: [entered, product, buyer('拍了还没付，能再便宜点吗'), buyer('能改价的话我现在就付')],
  browsing: [entered, product],
  past: [entered, buyer('好的，知道了'), seller('有问题随时联系我们')],
};
