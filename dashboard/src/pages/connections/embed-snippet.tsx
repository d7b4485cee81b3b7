import { Code, CopyButton, Button, Stack, Text } from '@mantine/core';
import { ShownOnce } from '../../components/shown-once.tsx';
import { frameOf } from './frame-of.ts';
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
