/** Chinese on a screen whose language is English: where it is shown, and whether it is data or words of ours. */

/** What is read out or shown beside the text itself. */
const TOLD = ['title', 'aria-label', 'placeholder', 'alt'];

/** Every text below it that has Chinese in it, attributes that are shown or read out included, each once; not what is marked as Chinese. */
export function chineseIn(root: Element): string[] {
  const elements = [root, ...root.querySelectorAll('*')].filter((element) => !element.closest('[lang^=zh]'));
  const texts = elements.flatMap((element) => [
    ...TOLD.map((name) => element.getAttribute(name) ?? ''),
    ...Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue! : '')),
  ]);
  return [...new Set(texts.filter((text) => runsIn(text).length > 0))];
}

/** Whatever stands between other signs: "亲，{item}已发货" has two. Names behind a mask are nobody's words. */
export function runsIn(text: string): string[] {
  return text.replaceAll(/\p{Script=Han}?\*+\p{Script=Han}?/gu, '*').match(/\p{Script=Han}+/gu) ?? [];
}
