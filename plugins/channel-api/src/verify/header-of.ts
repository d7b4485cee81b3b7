import type { WebhookRequest } from '@fairlead/sdk';

/** A header by a name of the settings, which may be that of something every object has. */
export function headerOf({ headers }: Pick<WebhookRequest, 'headers'>, name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(headers, key) ? headers[key] : undefined;
}
