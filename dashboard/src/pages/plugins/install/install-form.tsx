import { HubProblem, ok } from '@fairlead/client';
import { Button, Card, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultAlert } from '../../../components/states.tsx';
import { hub } from '../../../hub.ts';

/** Where it comes from, and who signed it. */
export function InstallForm({ onBegun }: { readonly onBegun: (id: string) => void }) {
  const [spec, setSpec] = useState('');
  const [signature, setSignature] = useState('');
  const [link, setLink] = useState(false);
  const install = useMutation({
    mutationFn: async () => {
      const signed = signature.trim();
      const body = { spec: spec.trim(), ...(signed === '' ? {} : { signature: signed }), ...(link ? { link } : {}) };
      return ok(hub.POST('/api/plugins/install', { body }));
    },
    onSuccess: ({ id }) => onBegun(id),
  });
  const faults = install.error instanceof HubProblem ? install.error.errors : [];
  const faultOf = (name: string) => faults.find(({ path }) => path === `/body/${name}`)?.message;
  return (
    <Card
      withBorder
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        install.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Where from"
          description="A package of a registry with its exact version (name@1.2.3), an https address of a tarball, or the path of a tarball or folder on the machine of the hub."
          placeholder="@somebody/fairlead-channel@1.2.3"
          required
          maxLength={2_000}
          value={spec}
          error={faultOf('spec')}
          onChange={({ currentTarget }) => setSpec(currentTarget.value)}
        />
        <TextInput
          label="Signature"
          description="Of a tarball, where its author gave you one. One that lies beside a tarball on the machine of the hub is found by itself."
          maxLength={200}
          value={signature}
          error={faultOf('signature')}
          onChange={({ currentTarget }) => setSignature(currentTarget.value)}
        />
        <Checkbox
          label="Use the folder where it lies, for development"
          description="Otherwise it is copied."
          checked={link}
          onChange={({ currentTarget }) => setLink(currentTarget.checked)}
        />
        {install.isError && <FaultAlert error={install.error} />}
        <Group>
          <Button type="submit" loading={install.isPending}>
            Install
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
