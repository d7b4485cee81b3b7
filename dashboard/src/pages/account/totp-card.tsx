import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { Time } from '../../components/time.tsx';
import { NewRecoveryCodes } from './new-recovery-codes.tsx';
import { SetUpTotp } from './set-up-totp.tsx';
import { TurnOffTotp } from './turn-off-totp.tsx';
import { useTotp } from './use-totp.ts';

type Doing = 'setting-up' | 'renewing' | 'turning-off';

/** A code of an authenticator at each sign-in, beside the password. */
export function TotpCard() {
  const totp = useTotp();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <Card withBorder component="section" aria-labelledby="totp">
      <Title order={2} size="h4" mb="xs" id="totp">
        Two-factor sign-in
      </Title>
      <QueryView query={totp}>
        {({ enabled, since, recoveryCodesLeft = 0 }) => (
          <Stack>
            <Group gap="xs">
              <Badge variant="outline" tt="none" color={enabled ? 'teal' : 'gray'}>
                {enabled ? 'on' : 'off'}
              </Badge>
              <Text size="sm">
                {enabled ? (
                  <>
                    Signing in asks for a code of your authenticator
                    {since !== undefined && (
                      <>
                        , since <Time at={since} />
                      </>
                    )}
                    .
                  </>
                ) : (
                  'Your password alone signs in. With a code of an app on your phone, a password that somebody found out is not enough.'
                )}
              </Text>
            </Group>
            {enabled && (
              <Text size="sm" c={recoveryCodesLeft <= 2 ? 'red' : undefined}>
                {recoveryCodesText(recoveryCodesLeft)}
              </Text>
            )}
            <Group gap="xs">
              {!enabled && <Button onClick={() => setDoing('setting-up')}>Set it up</Button>}
              {enabled && (
                <Button variant="default" onClick={() => setDoing('renewing')}>
                  New recovery codes
                </Button>
              )}
              {enabled && (
                <Button variant="default" onClick={() => setDoing('turning-off')}>
                  Turn off
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </QueryView>
      <SetUpTotp opened={doing === 'setting-up'} onClose={close} />
      <NewRecoveryCodes opened={doing === 'renewing'} onClose={close} />
      <TurnOffTotp opened={doing === 'turning-off'} onClose={close} />
    </Card>
  );
}

function recoveryCodesText(left: number): string {
  if (left === 0) return 'No recovery code is left. Without your authenticator you could not sign in: make new ones.';
  const count = left === 1 ? '1 recovery code is left' : `${left} recovery codes are left`;
  return left <= 2 ? `${count}. Make new ones.` : `${count}. Each signs in once when the authenticator is not at hand.`;
}
