import { hash } from 'node:crypto';
import type { ChannelVendor, VendorMessage } from '@fairlead/sdk/testing';
import { page, pagePath, selectors, serveRobots } from './support.ts';

/** A site with ETags, a robots.txt and pages behind a cookie, as the conformance suite plays it. */
export const siteVendor: ChannelVendor = {
  settings: ({ url }) => ({
    pageUrl: url + pagePath,
    ...selectors,
    cookie: 'session=0123456789abcdef0123456789abcdef',
    authorization: 'Bearer fedcba9876543210fedcba9876543210',
  }),
  requests: { fetch: { path: pagePath }, testCredentials: { path: pagePath } },
  open(counterparty) {
    const messages: VendorMessage[] = [];
    serveRobots(counterparty, 'User-agent: *\nDisallow: /admin\n');
    counterparty.on({ path: pagePath }, ({ headers }) => {
      const items = messages.map(({ key, text, atMs }) => ({ id: key, text, date: new Date(atMs).toISOString() }));
      const body = page(items.toReversed());
      const etag = `"${hash('sha1', body)}"`;
      return headers['if-none-match'] === etag
        ? { status: 304 }
        : { body, headers: { etag, 'content-type': 'text/html; charset=utf-8' } };
    });
    return {
      publish: (message) => void messages.push(message),
      edit: (message) =>
        void messages.splice(
          messages.findIndex(({ key }) => key === message.key),
          1,
          message,
        ),
    };
  },
};
