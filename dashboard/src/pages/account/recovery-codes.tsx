import './print.css';
import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { saveFile } from '../../components/save-file.ts';
import { useMe } from '../../session/use-session.ts';

/** Known this once. Each signs in once, in place of a code. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { name } = useMe();
  const text = `Recovery codes of ${name} at ${location.origin}\nEach signs in once, in place of a code of the authenticator.\n\n${codes.join('\n')}\n`;
  return (
    <Stack>
      <Alert color="yellow" title="Keep these recovery codes" role="status">
        They are shown this once. Each signs in once when the authenticator is not at hand. Keep them apart from your
        password, on paper for one.
      </Alert>
      <div className="printed">
        <Text size="sm" mb="xs">
          Recovery codes of {name} at {location.origin}
        </Text>
        <SimpleGrid cols={2} spacing="xs" component="ul" p={0} m={0} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code} style={{ listStyle: 'none' }}>
              <Code>{code}</Code>
            </li>
          ))}
        </SimpleGrid>
      </div>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), 'fairlead-recovery-codes.txt')}
        >
          Download
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      <Group justify="flex-end">
        <Button onClick={onKept}>I have kept them</Button>
      </Group>
    </Stack>
  );
}
