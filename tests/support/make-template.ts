import { ownTemplateSchema, type OwnTemplate } from '../../lib/model/own-template.ts';

/** A reply that a shop wrote, clean and without an end. */
export function makeTemplate(changes: Partial<OwnTemplate> = {}): OwnTemplate {
  return ownTemplateSchema.parse({
    templateId: 'mine',
    name: '碎了这样说',
    group: '售后',
    scene: 'damaged',
    tone: 'standard',
    platforms: ['jd', 'taobao'],
    text: '抱歉，碎了的给您补，{solution}。',
    owner: '小陈',
    expiresDay: null,
    ...changes,
  });
}
