/** What an embed shows, as data. */
export const embedHealthPath = '/api/embeds/{id}/health';
export const embedPagePath = '/embed/{id}';
export const embedScriptPath = '/embed/embed.js';

/** As the framework writes parameters. */
export function patternOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
