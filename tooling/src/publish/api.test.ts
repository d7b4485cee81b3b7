import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtractedApi, extractApis } from './extract-api.ts';
import { root, type StagedSdk, stageSdk } from './staged-sdk.ts';
import { referenceIndex, writeReference } from './write-reference.ts';

const accept = 'Read the difference. To accept it: npx -y pnpm@12 unit tooling/src/publish/api.test.ts -u';
let sdk: StagedSdk;
let apis: readonly ExtractedApi[];
/** What plugins import. The rest is between the SDK and the hub, and may change in any release. */
let forAuthors: readonly ExtractedApi[];

beforeAll(async () => {
  sdk = await stageSdk();
  apis = extractApis(sdk.folder, sdk.entryPoints);
  forAuthors = apis.filter(({ entryPoint }) => !/^\.\/host\b/.test(entryPoint.subpath));
}, 300_000);

afterAll(() => sdk[Symbol.dispose]());

describe('what @fairlead/sdk offers', () => {
  it('is what the committed reports in sdk/api say', async () => {
    expect(apis.map(({ entryPoint }) => entryPoint.subpath)).toContain('./testing');
    for (const { entryPoint, report } of apis) {
      await expect(report, accept).toMatchFileSnapshot(join(root, `sdk/api/${entryPoint.name}.api.md`));
    }
  });

  it('is what the reference in docs/reference/sdk shows', async () => {
    for (const api of forAuthors) {
      const page = join(root, `docs/reference/sdk/${api.entryPoint.name}.md`);
      await expect(writeReference(api), accept).toMatchFileSnapshot(page);
    }
    await expect(referenceIndex(forAuthors), accept).toMatchFileSnapshot(join(root, 'docs/reference/sdk/README.md'));
  });

  it('has a comment on every member that authors see, and links that lead somewhere', () => {
    expect(forAuthors.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
