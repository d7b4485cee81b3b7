import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { turkish } from './turkish.ts';
import type { Vocabulary } from './concept.ts';

export type { Concept, Vocabulary } from './concept.ts';

/** Where two languages use a word for different things, the first one listed decides. */
export const vocabularies: readonly Vocabulary[] = [
  english,
  spanish,
  german,
  russian,
  portuguese,
  french,
  arabic,
  turkish,
];
