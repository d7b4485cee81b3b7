/**
 * What it takes to read a message by rules alone. The messages are the corpus that the parser is judged by: eight
 * languages, a quarter of them signals. The baseline is what no reader can do without: the text decomposed, lower-cased
 * and split into words.
 *
 * The limit: a third is reading marks, and of that the look-up of each word among the phrases is the largest single
 * piece, a tenth of everything. Another tenth is collecting garbage. The rest is spread
 * over the grammar: actions, forms, fields and what stands around them are each a pass over the marks.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createParser } from '@fairlead/flow-signals';
import { median, type Report } from './support/report.ts';

const corpus = new URL('../../flows/signals/test/corpus/', import.meta.url);
const rounds = 7;

export async function benchParseMessages(): Promise<Report> {
  const texts = await readTexts();
  const parser = createParser();
  const split = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u).length;
  for (let warm = 0; warm < 3; warm++) rate(texts, parser.parse);
  const bare = median(Array.from({ length: rounds }, () => rate(texts, split)));
  const parsed = median(Array.from({ length: rounds }, () => rate(texts, parser.parse)));
  return {
    bench: `parse-messages: ${texts.length} messages in eight languages`,
    figures: [
      { name: 'messages read by rules', value: parsed, unit: '/s', target: { atLeast: 20_000 } },
      { name: 'p99 of one message', value: percentile(texts, parser.parse), unit: 'ms', target: { atMost: 1 } },
      { name: 'bare: decomposed and split into words', value: bare, unit: '/s' },
      { name: 'share of the bare rate', value: parsed / bare, unit: '' },
    ],
  };
}

async function readTexts(): Promise<readonly string[]> {
  const names = (await readdir(corpus)).filter((name) => name.endsWith('.json'));
  const files = await Promise.all(names.map((name) => readFile(new URL(name, corpus), 'utf8')));
  return files.flatMap((file) => (JSON.parse(file) as readonly { readonly text: string }[]).map(({ text }) => text));
}

function rate(texts: readonly string[], read: (text: string) => unknown): number {
  const startedMs = performance.now();
  for (const text of texts) read(text);
  return texts.length / ((performance.now() - startedMs) / 1_000);
}

function percentile(texts: readonly string[], read: (text: string) => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const text of texts) {
      const startedMs = performance.now();
      read(text);
      times.push(performance.now() - startedMs);
    }
  }
  times.sort((left, right) => left - right);
  return times[Math.floor(times.length * 0.99)] ?? Number.NaN;
}
