import { FairleadError, type SettingsOf } from '@fairlead/sdk';
import type { settings } from '../settings.ts';
import { type Field, fieldFault, parseField } from './field.ts';
import { selectorFault } from './select.ts';

type Settings = SettingsOf<typeof settings>;

/** Where everything is found on a page. */
export interface Selectors {
  readonly item: string;
  readonly text: Field;
  readonly title: Field | undefined;
  /** An address is in an attribute, whatever the text reads: `href` where none is named. */
  readonly link: Field | undefined;
  readonly date: Field | undefined;
  readonly author: Field | undefined;
  readonly id: Field | undefined;
  readonly next: Field | undefined;
}

/** The fields in an item, by the name of their setting. */
const fieldSettings = {
  title: 'titleSelector',
  link: 'linkSelector',
  date: 'dateSelector',
  author: 'authorSelector',
  id: 'idSelector',
  next: 'nextPageSelector',
} as const;

/** @throws FairleadError `settings_invalid` naming the settings that are no selectors */
export function readSelectors(given: Settings): Selectors {
  const faults: string[] = [];
  const complain = (name: string, fault: string | undefined) => {
    if (fault !== undefined) faults.push(`${name}: ${fault}`);
  };
  const read = (name: keyof Settings): Field | undefined => {
    const expression = given[name];
    if (typeof expression !== 'string') return undefined;
    const field = parseField(expression, name === 'linkSelector' || name === 'nextPageSelector' ? 'href' : undefined);
    complain(name, fieldFault(field));
    return field;
  };
  complain('itemSelector', selectorFault(given.itemSelector));
  const text = read('textSelector') ?? { selector: undefined, attribute: undefined };
  const fields = Object.entries(fieldSettings).map(([field, name]) => [field, read(name)] as const);
  if (faults.length > 0) {
    throw new FairleadError('settings_invalid', {
      message: `Not a CSS selector that can be used: ${faults.join('; ')}`.slice(0, 1_000),
      details: { settings: faults.map((fault) => fault.slice(0, fault.indexOf(':'))) },
    });
  }
  const others = Object.fromEntries(fields) as Record<keyof typeof fieldSettings, Field | undefined>;
  return { item: given.itemSelector, text, ...others };
}
