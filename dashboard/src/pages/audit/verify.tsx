import {
  Alert,
  Button,
  Card,
  Collapse,
  Group,
  List,
  NumberInput,
  Progress,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { countOf } from '../../components/count-of.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { FaultAlert } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { type AuditVerdict, faultText, type KeptSeal, verifyAudit, type VerifyProgress } from './verification.ts';

/** Recomputes the chain, and says in words what came of it. */
export function Verify() {
  const [progress, setProgress] = useState<VerifyProgress>();
  const [number, setNumber] = useState<number | string>('');
  const [hash, setHash] = useState('');
  const [comparing, setComparing] = useState(false);
  const verify = useMutation({
    mutationFn: async (kept: readonly KeptSeal[]) => verifyAudit(kept, setProgress),
    onMutate: () => setProgress(undefined),
  });
  const kept =
    comparing && typeof number === 'number' && hash !== '' ? [{ number, hash: hash.trim().toLowerCase() }] : [];
  return (
    <Card withBorder component="section" aria-labelledby="verify">
      <Title order={2} size="h4" mb="xs" id="verify">
        Is the log whole?
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          verify.mutate(kept);
        }}
      >
        <Stack>
          <Collapse expanded={comparing}>
            <Group align="flex-start">
              <NumberInput
                label="Number of a seal you kept"
                min={1}
                allowDecimal={false}
                allowNegative={false}
                value={number}
                onChange={setNumber}
              />
              <TextInput
                label="Its hash"
                flex="1 1 280px"
                value={hash}
                error={hash === '' || isHash(hash) ? undefined : 'A hash is 64 digits and letters from a to f.'}
                onChange={({ currentTarget }) => setHash(currentTarget.value)}
              />
            </Group>
          </Collapse>
          <Group gap="xs">
            <Button type="submit" loading={verify.isPending} disabled={kept.length > 0 && !isHash(hash)}>
              Verify
            </Button>
            <Button variant="default" aria-expanded={comparing} onClick={() => setComparing((before) => !before)}>
              {comparing ? 'Without a seal I kept' : 'Compare with a seal I kept'}
            </Button>
          </Group>
          {verify.isPending && <ProgressBar progress={progress} />}
          {verify.isError && <FaultAlert error={verify.error} />}
          {verify.isSuccess && <Verdict verdict={verify.data} compared={(verify.variables ?? []).length > 0} />}
        </Stack>
      </form>
    </Card>
  );
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text.trim());
}

function ProgressBar({ progress }: { readonly progress: VerifyProgress | undefined }) {
  const { seals = 0, of = 0, rows = 0 } = progress ?? {};
  return (
    <div>
      <Progress value={of === 0 ? 0 : (seals / of) * 100} aria-label="Seals that were looked at" />
      <Text size="sm" c="dimmed">
        {seals} of {countOf(of, 'seal')}, {countOf(rows, 'row')}
      </Text>
    </div>
  );
}

function Verdict({ verdict, compared }: { readonly verdict: AuditVerdict; readonly compared: boolean }) {
  const { intact, seals, rows, unsealed, unsealedSince, latest, faultCount, faults } = verdict;
  return (
    <Alert
      color={intact ? 'teal' : 'red'}
      role={intact ? 'status' : 'alert'}
      title={intact ? 'The audit log is whole' : 'The audit log is not what it was'}
    >
      <Stack gap="xs">
        <Text size="sm">
          {countOf(rows, 'row')} in {countOf(seals, 'seal')}: each is what it was when it was sealed.
          {unsealed > 0 && (
            <>
              {' '}
              {countOf(unsealed, 'newer row')} not sealed yet: nothing proves what is in{' '}
              {unsealed === 1 ? 'it' : 'them'}
              {unsealedSince !== null && (
                <>
                  , the oldest from <Time at={unsealedSince} ago />
                </>
              )}
              .
            </>
          )}
        </Text>
        {!intact && (
          <>
            <List size="sm">
              {faults.map((fault) => (
                <List.Item key={`${fault.kind} ${fault.id} ${fault.seal}`}>{faultText(fault)}</List.Item>
              ))}
            </List>
            {faultCount > faults.length && <Text size="sm">And {faultCount - faults.length} more.</Text>}
          </>
        )}
        {intact && !compared && (
          <Text size="sm">
            Whether the newest seals were cut off with their rows only shows against a seal that you kept elsewhere.
          </Text>
        )}
        {latest !== null && (
          <>
            <Text size="sm">The newest seal is number {latest.number}. Keep its hash elsewhere:</Text>
            <CopyText text={latest.hash} label="the hash of the newest seal" />
          </>
        )}
      </Stack>
    </Alert>
  );
}
