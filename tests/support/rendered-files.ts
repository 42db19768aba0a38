/** Which files' components React has drawn, however deep: told by its own tree, not by what the files import. */

interface Fiber {
  type: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
}

/** @param modules path of each file -> what it exports */
export function renderedFiles(container: HTMLElement, modules: Readonly<Record<string, object>>): Set<string> {
  const fileOf = new Map<unknown, string>();
  for (const [file, exported] of Object.entries(modules))
    for (const one of Object.values(exported)) if (typeof one === 'function') fileOf.set(one, file);
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'));
  if (!key) throw new Error('expected an element that React renders into, found another');
  const files = new Set<string>();
  const open = [(container as unknown as Record<string, { stateNode: { current: Fiber } }>)[key]!.stateNode.current];
  for (let fiber = open.pop(); fiber; fiber = open.pop()) {
    const file = fileOf.get(fiber.type);
    if (file) files.add(file);
    if (fiber.sibling) open.push(fiber.sibling);
    if (fiber.child) open.push(fiber.child);
  }
  return files;
}
