import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { session } from './hub.ts';

const againMs = 5_000;

/** The page is there, from the browser’s store, and the hub is not. It looks again by itself. */
export function OfflinePage() {
  useEffect(() => {
    const timer = setInterval(() => void session.resume(), againMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack align="center" role="status">
        <Title order={1} size="h3">
          The hub cannot be reached
        </Title>
        <Text c="dimmed">It is tried again every few seconds.</Text>
        <Button variant="default" onClick={() => void session.resume()}>
          Try now
        </Button>
      </Stack>
    </Center>
  );
}
