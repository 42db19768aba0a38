import { post } from '../shared/post.ts';

/** Calls JD's gateway. @throws Error when it answers with another code than 200 */
export async function callJd<Data>(api: string, data: object): Promise<Data> {
  const body = JSON.stringify({
    request: { source: '2000', versionNo: 20240830, data },
    accessContext: { source: 'web' },
  });
  const answer: { code: number; data: Data } = JSON.parse(
    await post(`https://sff.jd.com/api?v=1.0&appId=DEMO&api=${api}`, body),
  );
  if (answer.code !== 200) throw new Error(`${api} answered ${answer.code}`);
  return answer.data;
}
