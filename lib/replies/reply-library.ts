/** Everything that finding, filling and checking a reply needs. Panel and dashboard get it from the background, once. */
import type { PromiseRules, StructurePart } from './promise-schema.ts';
import type { ReplyTemplate } from './reply-template.ts';
import type { ReplyVariable } from './reply-variable.ts';
import type { ReplyScene } from './scene-schema.ts';

/** A scene as the screens need it; its words stay where they are looked up. */
export type LibraryScene = Pick<ReplyScene, 'id' | 'label' | 'problem' | 'isStructured'>;

export interface ReplyLibrary {
  templates: readonly ReplyTemplate[];
  variables: readonly ReplyVariable[];
  scenes: readonly LibraryScene[];
  promiseRules: PromiseRules;
  structureParts: readonly StructurePart[];
}
