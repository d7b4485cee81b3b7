import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';

const flagged = { reasons: ['violence'], flagged_input: 'a part of the text', provider_name: 'Acme' };

describe('what the vendor says decides the code', () => {
  it.each([
    [
      'OpenRouter’s unknown model',
      400,
      { error: { code: 400, message: 'x is not a valid model ID' } },
      'settings_invalid',
    ],
    [
      'OpenAI’s unknown model',
      404,
      { error: { code: 'model_not_found', message: 'No such model' } },
      'settings_invalid',
    ],
    [
      'a parameter',
      400,
      { error: { code: 'unsupported_parameter', message: 'Use max_completion_tokens' } },
      'settings_invalid',
    ],
    ['moderation', 403, { error: { code: 403, message: 'flagged', metadata: flagged } }, 'vendor_rejected'],
    ['a guardrail or a lacking right', 403, { error: { code: 403, message: 'Forbidden' } }, 'permission_missing'],
    [
      'a text against the rules',
      400,
      { error: { code: 'content_policy_violation', message: 'no' } },
      'vendor_rejected',
    ],
    ['a text that is too long', 400, { error: { code: 'context_length_exceeded', message: 'no' } }, 'vendor_rejected'],
    ['an empty account at OpenAI', 429, { error: { code: 'insufficient_quota', message: 'no' } }, 'quota_exhausted'],
    [
      'a wrong key at Gemini',
      400,
      [{ error: { code: 400, message: 'API key not valid.', details: [{ reason: 'API_KEY_INVALID' }] } }],
      'credentials_invalid',
    ],
    ['vLLM’s words', 404, { object: 'error', message: 'The model does not exist.', code: 404 }, 'settings_invalid'],
    ['FastAPI’s words', 422, { detail: 'Unprocessable' }, 'settings_invalid'],
    ['a conflict', 409, '', 'vendor_error'],
    ['a status that is not used', 599, '<html>', 'vendor_error'],
    ['a gateway’s own time', 524, '<html>', 'vendor_error'],
    ['the old address', 301, '', 'settings_invalid'],
  ])('%s (%i) is %s', async (_title, status, body, code) => {
    await using connection = await connect();
    connection.answers({ status, body, headers: { location: 'https://elsewhere.example/' } });
    await expect(connection.complete()).rejects.toMatchObject({ code, details: { status } });
    await expect(connection.stream()).rejects.toMatchObject({ code, details: { status } });
  });

  it('and its own words are shown, with who failed behind it, and never the text that was flagged', async () => {
    await using connection = await connect();
    connection.answers({
      status: 403,
      body: { error: { code: 403, message: 'Input was flagged', metadata: flagged } },
    });
    const failed: unknown = await connection.complete().catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: expect.stringContaining('Input was flagged'),
      details: { provider: 'Acme' },
    });
    expect(JSON.stringify(failed)).not.toContain('a part of the text');
  });

  it('and a redirect is told without the address', async () => {
    await using connection = await connect();
    connection.answers({ status: 307, headers: { location: 'https://elsewhere.example/?token=s3cret' } });
    const failed: unknown = await connection.complete().catch((error: unknown) => error);
    expect(failed).toMatchObject({ message: expect.stringContaining('leads elsewhere') });
    expect(JSON.stringify(failed)).not.toContain('s3cret');
  });
});

describe('the wait that the vendor asks for', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['parts of seconds', { 'retry-after': '0.5' }, 500],
    ['a date', { 'retry-after': 'Thu, 15 Jan 2026 12:01:00 GMT' }, 60_000],
    ['a date gone by', { 'retry-after': 'Thu, 15 Jan 2026 11:00:00 GMT' }, 0],
    ['milliseconds, which go first', { 'retry-after-ms': '120', 'retry-after': '1' }, 120],
    ['years, of which a day is enough', { 'retry-after': '999999999' }, 86_400_000],
    ['what is none', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ])('may be %s', async (_title, headers, retryAfterMs) => {
    await using connection = await connect();
    connection.answers({ status: 429, headers: { ...headers }, body: { error: { code: 429, message: 'slow down' } } });
    const failed: unknown = await connection.complete().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'rate_limited' });
    expect((failed as { readonly retryAfterMs?: number }).retryAfterMs).toBe(retryAfterMs);
  });

  it('is told of an overload as well', async () => {
    await using connection = await connect();
    connection.answers({ status: 503, headers: { 'retry-after': '3' } });
    await expect(connection.complete()).rejects.toMatchObject({ code: 'vendor_error', retryAfterMs: 3_000 });
  });
});
