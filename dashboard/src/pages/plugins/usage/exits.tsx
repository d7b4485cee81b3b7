import { Code, Stack, Text } from '@mantine/core';
import { JsonBlock } from '../../../components/json-block.tsx';
import { Time } from '../../../components/time.tsx';
import type { Plugin } from '../use-plugins.ts';
import { Section } from './section.tsx';

/** How it ended without being asked to, the latest first. */
export function Exits({ exits }: Pick<Plugin, 'exits'>) {
  if (exits.length === 0) return null;
  return (
    <Section title="How it ended by itself">
      <Stack gap="sm">
        {exits.map(({ at, version, code, message, lastOutput }) => (
          <div key={at}>
            <Text size="sm">
              <Time at={at} />, version {version}: {message} <Code>{code}</Code>
            </Text>
            {lastOutput.length > 0 && (
              <JsonBlock value={lastOutput.join('\n')} label={`What it printed last before ${at}`} />
            )}
          </div>
        ))}
      </Stack>
    </Section>
  );
}
