/**
 * Province and city in an address as the platforms write it: 浙江杭州市余杭区, 江苏省 苏州市 吴中区, 北京朝阳区望京街道. Streets are named after
 * provinces, too (山东路): it is the province only where what follows says so.
 */
import type { Place } from '../../model/order.ts';
import { provinceNames, type ProvinceNames } from './place-names.ts';

/** One way to write what stands below a province. */
interface Form {
  text: string;
  formal: string;
  /** Nothing may be glued to it. */
  isWord: boolean;
}

/** Between the parts of an address, and what blurs the rest of it. */
const SEPARATORS = /^[\s,，、·/|*＊-]+/;

const provinces = provinceNames.map((names) => ({ ...names, forms: formsIn(names) }));

/** Null for a text that does not begin with a province for certain. */
export function placeIn(address: string): Place | null {
  const text = address.trim();
  const province = provinces.find(({ name }) => text.startsWith(name));
  if (!province) return null;
  const afterName = text.slice(province.name.length);
  const isFormal = afterName.startsWith(province.title);
  const following = isFormal ? afterName.slice(province.title.length) : afterName;
  const rest = following.replace(SEPARATORS, '');
  const below = formalAt(rest, province.forms);
  if (below !== null) return { province: province.name, city: province.isOneCity ? null : cityOf(below) };
  const isElsewhere = provinces.some(({ forms }) => formalAt(rest, forms) !== null);
  const isAlone = rest === '' || (isFormal && rest !== following && !isElsewhere);
  return isAlone ? { province: province.name, city: null } : null;
}

/** Null for a county that is under no city. */
function cityOf(formal: string): string | null {
  return formal.endsWith('县') ? null : formal.replace(/市$/, '');
}

/** The formal name of what the text begins with; null where it is none of these. */
function formalAt(text: string, forms: readonly Form[]): string | null {
  const found = forms.find(({ text: form, isWord }) => {
    if (!text.startsWith(form)) return false;
    const rest = text.slice(form.length);
    // 杭州市场路 is a street.
    return isWord ? rest === '' || SEPARATORS.test(rest) : !(form.endsWith('市') && rest.startsWith('场'));
  });
  return found?.formal ?? null;
}

function formsIn({ name, title, isOneCity, within }: ProvinceNames): Form[] {
  const whole = isOneCity ? [`${name}${title}`, '市辖区'] : [];
  return [...whole, ...within].flatMap((each) => {
    const [short, kind] = each.split('+') as [string, string?];
    const formal = `${short}${kind ?? ''}`;
    const form = (text: string, isWord = false): Form => ({ text, formal, isWord });
    if (kind !== undefined) return [form(formal), form(`${short}${kind.at(-1)!}`), form(short, true)];
    return formal.endsWith('市') ? [form(formal), form(formal.slice(0, -1), true)] : [form(formal)];
  });
}
