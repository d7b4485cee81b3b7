import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const pages = [...globSync('docs/**/*.md', { cwd: root }), 'README.md', 'CONTRIBUTING.md', 'SECURITY.md'].toSorted();
const topFolders = ['sdk', 'core', 'flows', 'plugins', 'hub', 'bench', 'docs', 'tooling', 'examples'];

describe('the documentation', () => {
  it.each(pages)('%s names only paths of this repository that exist', (page) => {
    expect(namedPaths(read(page)).filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
  });

  it.each(pages)('%s says “`name` in `path`” only of what is there', (page) => {
    const pairs = [...read(page).matchAll(/`([\w.]+)` in\s+`([\w./-]+\.ts)`/g)];
    const wrong = pairs.filter(([, name = '', path = '']) => !says(path, name.split('.').at(-1) ?? ''));
    expect(wrong.map(([text]) => text)).toEqual([]);
  });

  it.each(pages)('%s links only to files and headings that exist', (page) => {
    const broken = linksOf(read(page)).filter((link) => !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });
});

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

function says(path: string, name: string): boolean {
  return existsSync(join(root, path)) && new RegExp(`\\b${name}\\b`).test(read(path));
}

/** Paths in `code`, from the root of the repository; `<name>`, `{a,b}` and `*` stand for what varies. */
function namedPaths(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code.replaceAll(/<[^>]*>/g, '*').replace(/[#:].*$/, ''))
    .filter((code) => /^[\w.-]+\/[\w./*{},-]*$/.test(code) && topFolders.includes(code.split('/')[0] ?? ''));
}

function linksOf(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]+`/g, 'code');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^\w+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headingsOf(read(target)).includes(heading);
}

/** The anchors that GitHub makes of headings. */
function headingsOf(markdown: string): readonly string[] {
  const headings = markdown.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
