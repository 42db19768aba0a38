/**
 * What Qianniu puts into a copied conversation beside the messages: known from one real copy (2026) and from what two public
 * programs leave out of theirs.
 */

/** Below a message of the shop: whether the buyer has seen it. */
export const READ_MARK = /^(?:已读|未读)$/;
/** Buttons and states that are copied along. */
export const ASIDE = /^(?:发送中|发送引用|推荐回复|引用|复制|翻译)$/;

/** Said by the program, on a line of its own. */
const SAID_BY_SYSTEM: readonly RegExp[] = [
  /^.{0,60}撤回了一条消息$/,
  /^由 ?.{1,60} ?转交给 ?.{0,60}$/,
  /^原因[:：]【.{1,40}】$/,
  /^当前用户来自.{0,60}$/,
  /^[-—\s]*以[上下](?:是|为)(?:历史|新|最新)?(?:聊天|消息)(?:记录)?[-—\s]*$/,
  /^(?:查看更多|没有更多)(?:消息|记录)$/,
];

export function isSaidBySystem(line: string): boolean {
  return SAID_BY_SYSTEM.some((pattern) => pattern.test(line));
}

/** What stands before a time and is nobody's name. */
const LABEL = /(?:时间|日期|截至|截止|预计|送达|有效期)\s*[:：]?$/;
const CLOCK = /\d:\d{2}$/;
const SENTENCE = /[，。！？；、,!?;“”"<>【】|¥￥]/;
const MAX_NAME_CHARS = 60;

export function isName(text: string): boolean {
  return text !== '' && text.length <= MAX_NAME_CHARS && !LABEL.test(text) && !CLOCK.test(text) && !SENTENCE.test(text);
}
