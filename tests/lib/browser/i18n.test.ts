import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { t, type MessageKey } from '../../../lib/browser/i18n.ts';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };

describe('a text with a number, in English', () => {
  beforeEach(() => {
    vi.spyOn(browser.i18n, 'getMessage').mockImplementation(((name: MessageKey, values: string[]) =>
      en[name].message.replaceAll(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1]!)) as never);
  });

  test.each([
    ['days', ['1'], '1 day'],
    ['days', ['2'], '2 days'],
    ['days', ['0'], '0 days'],
    ['days', ['21'], '21 days'],
    ['days', ['1.1'], '1.1 days'],
    ['days', ['1,301'], '1,301 days'],
    ['desk_waits', [1], '1 customer waits for an answer'],
    ['desk_waits', [3], '3 customers wait for an answer'],
    ['heldBack_openWorkOrderFirst', [1], '1 work order open: settle it before any offer'],
    ['heldBack_openWorkOrderFirst', [2], '2 work orders open: settle them before any offer'],
    ['restoreHolds', [1, '1,201', 2], '1 order · 1,201 customers · 2 notes'],
  ] as const)('%s of %s reads “%s”', (key, values, says) => {
    expect(t(key, ...values)).toBe(says);
  });

  test('never has a word for many right after a place for a number, and no brackets for both', () => {
    const many = Object.entries(en).filter(([, { message }]) =>
      /\$\d (more )?(days|orders|customers|buyers|rows|cases)\b|\(s\)/.test(message),
    );
    expect(many.map(([key]) => key)).toEqual([]);
  });
});
