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
