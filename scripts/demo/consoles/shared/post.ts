/** POST by XMLHttpRequest with the session's cookies, as both platforms load their lists. */
export function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.withCredentials = true;
    request.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
    request.addEventListener('load', () => resolve(request.responseText));
    request.addEventListener('error', () => reject(new Error(`no answer from ${url}`)));
    request.send(body);
  });
}

/** The same by fetch, for answers that do not say which letters they are written in. */
export async function postForBytes(url: string, body: URLSearchParams): Promise<ArrayBuffer> {
  const response = await fetch(url, { method: 'POST', credentials: 'include', body });
  return await response.arrayBuffer();
}
