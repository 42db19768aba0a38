/** Pages on which the extension must fall silent: being asked to log in, and to prove that one is human. */

const frame = (title: string, content: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">` +
  `<style>body{display:grid;place-items:center;min-height:100vh;margin:0;font:14px/1.6 system-ui,'Noto Sans CJK SC','PingFang SC',sans-serif;color:#2a2f37;background:#f0f2f4}` +
  `form{width:320px;padding:26px 30px;border-radius:8px;background:#fff}h1{margin:0 0 14px;font-size:18px}` +
  `input,button{width:100%;height:36px;margin-top:10px;padding:0 10px;border:1px solid #cfd4da;border-radius:4px;font:inherit;box-sizing:border-box}` +
  `button{color:#fff;background:#44566e;border:0}.track{height:38px;margin-top:16px;border-radius:4px;line-height:38px;text-align:center;color:#7d8590;background:#e9ecef}</style>` +
  `</head><body>${content}</body></html>`;

export const loginPage = frame(
  '登录',
  '<form onsubmit="return false"><h1>商家登录（演示）</h1><p>扫码登录更安全</p>' +
    '<input name="account" placeholder="账号" autocomplete="off"><input name="password" type="password" placeholder="密码" autocomplete="off"><button>登录</button></form>',
);

export const captchaPage = frame(
  '安全验证',
  '<form onsubmit="return false"><h1>安全验证（演示）</h1><p>系统检测到访问异常，请完成验证后继续。</p>' +
    '<div class="nc-container"><div id="nc_1_wrapper" class="track">请按住滑块，拖动到最右边</div></div></form>',
);
