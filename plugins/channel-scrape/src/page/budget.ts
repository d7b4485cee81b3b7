import { PageError } from './page.ts';

/**
 * What reading one page may cost. Selectors run where nothing can interrupt them, and one like `.a div div div div` takes
 * the fourth power of a page’s depth: so each look at the page is counted, and the one that is too many ends it.
 */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** @throws PageError `too_costly` */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new PageError('too_costly', 'Reading it takes too many steps.');
  }
}

/** At most half a second. Each step is one look at the tree, or one character of text that is laid out. */
export const stepsPerPage = 4_000_000;
