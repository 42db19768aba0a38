import type { SoldList, SoldQuery } from '../../answers/taobao-api.ts';
import { post } from './post.ts';

/** One page of the sold list, asked for as the console asks. */
export async function loadSoldList({ tab, page, pageSize, isHidden }: SoldQuery): Promise<SoldList> {
  const form = new URLSearchParams({
    action: 'itemlist/SoldQueryAction',
    tabCode: tab,
    pageNum: String(page),
    prePageNo: '1',
    pageSize: String(pageSize),
    ...(isHidden ? { isQnNew: 'true', isHideNick: 'true' } : {}),
  });
  const url = 'https://trade.taobao.com/trade/itemlist/asyncSold.htm?event_submit_do_query=1&_input_charset=utf8';
  const list: SoldList = JSON.parse(await post(url, form.toString()));
  return list;
}
