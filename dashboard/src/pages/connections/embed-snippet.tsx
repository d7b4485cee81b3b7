import { Code, CopyButton, Button, Stack, Text } from '@mantine/core';
import { ShownOnce } from '../../components/shown-once.tsx';
import type { MadeEmbed } from './new-embed.tsx';

/** What goes into the page, and the token that is in it. */
export function EmbedSnippet({ embed: { name, url, token } }: { readonly embed: MadeEmbed }) {
  const html = frameOf({ name, url, token });
  return (
    <ShownOnce title={`The embed ${name}`} secrets={[{ label: 'the token', text: token }]}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">Shown this once. In a page, it is this frame:</Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {html}
        </Code>
        <CopyButton value={html}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy} aria-label="Copy the HTML">
              {copied ? 'Copied' : 'Copy the HTML'}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </ShownOnce>
  );
}

/** The token stands behind the `#`: what is there is sent to no server. */
export function frameOf({ name, url, token }: { readonly name: string; readonly url: string; readonly token: string }) {
  const title = attribute(name);
  return `<iframe title="${title}" width="320" height="160" style="border: 0"\n  src="${attribute(`${url}#${token}`)}"></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
