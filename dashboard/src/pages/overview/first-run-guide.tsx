import { Card, Code, List, Stack, Text, Title } from '@mantine/core';
import { LinkButton, RouterLink } from '../../components/router-link.tsx';
import { useMay, useMe } from '../../session/use-session.ts';

/** What to do first, while there is no connection yet. */
export function FirstRunGuide() {
  const may = useMay();
  const { passwordIsTemporary } = useMe();
  if (!may('connections.write')) {
    return (
      <Card withBorder maw={640}>
        <Title order={2} size="h4">
          There are no connections yet
        </Title>
        <Text>Someone with the role admin or owner adds the first one; you will see here how it does.</Text>
      </Card>
    );
  }
  return (
    <Card withBorder maw={640} padding="lg">
      <Stack>
        <Title order={2} size="h3">
          Three steps to a first connection
        </Title>
        <List type="ordered" spacing="sm">
          <List.Item>
            {passwordIsTemporary === true ? (
              <>
                <RouterLink to="/account">Choose a password of your own</RouterLink>, in place of the one the hub
                printed.
              </>
            ) : (
              'You have a password of your own. That is done.'
            )}
          </List.Item>
          <List.Item>
            <RouterLink to="/connections/new">Add a connection</RouterLink>: choose a plugin, enter what it asks for. To
            try everything without an account anywhere, choose “RSS, Atom and JSON feeds” with any feed’s address, or
            “Sandbox gateway” after <Code>npx -y pnpm@12 sandbox</Code> in a terminal.
          </List.Item>
          <List.Item>It is tested at once; its health then stands on this page.</List.Item>
        </List>
        <div>
          <LinkButton to="/connections/new">Add the first connection</LinkButton>
        </div>
      </Stack>
    </Card>
  );
}
