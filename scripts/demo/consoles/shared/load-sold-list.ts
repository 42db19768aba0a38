import type { SoldList, SoldQuery } from '../../answers/taobao-api.ts';
import { post, postForBytes } from './post.ts';

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
  const text = isHidden
    ? new TextDecoder('gb18030').decode(await postForBytes(url, form))
    : await post(url, form.toString());
  const list: SoldList = JSON.parse(text);
  return list;
}
