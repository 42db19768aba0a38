/** Everything that finding, filling and checking a reply needs. Panel and dashboard get it from the background, once. */
import type { PromiseRules, StructurePart } from './promise-schema.ts';
import type { ReplyTemplate } from './reply-template.ts';
import type { ReplyVariable } from './reply-variable.ts';
import type { SceneRules } from './scene-schema.ts';

export interface ReplyLibrary {
  templates: readonly ReplyTemplate[];
  variables: readonly ReplyVariable[];
  sceneRules: SceneRules;
  promiseRules: PromiseRules;
  structureParts: readonly StructurePart[];
}
