import { labelText } from '../../lib/browser/i18n.ts';
import { replyVariables } from '../../lib/rules/replies.ts';

const variables = new Map(replyVariables.map((variable) => [variable.name, variable]));

/** A template variable by the name a person knows it by. */
export function variableLabel(name: string): string {
  const variable = variables.get(name);
  return variable ? labelText(variable.label) : name;
}

export function variableExample(name: string): string {
  return variables.get(name)?.example ?? '';
}
