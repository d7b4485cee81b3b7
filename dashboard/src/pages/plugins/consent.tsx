import { HubProblem } from '@fairlead/client';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FaultAlert } from '../../components/states.tsx';
import { Asked, type Asks, type BoundTo } from './permissions.tsx';

interface Question {
  readonly text: string;
  readonly consent: string;
  readonly asks: Asks;
  readonly boundTo: BoundTo | undefined;
}

/**
 * An act that an admin may have to agree to: what it is about is shown, and it is asked for again with what was agreed to.
 * Show `dialog` beside the button that calls `begin`.
 */
export function useConsented<Result>({
  title,
  act,
  onDone,
  onFailed,
}: {
  readonly title: string;
  readonly act: (consent: string | undefined) => Promise<Result>;
  readonly onDone: (result: Result) => Promise<unknown> | void;
  readonly onFailed: (error: unknown) => void;
}): { readonly begin: () => void; readonly isPending: boolean; readonly dialog: ReactNode } {
  const [question, setQuestion] = useState<Question>();
  const doing = useMutation({
    mutationFn: act,
    async onSuccess(result) {
      setQuestion(undefined);
      await onDone(result);
    },
    onError(error) {
      const asked = questionIn(error);
      if (asked !== undefined) setQuestion(asked);
      else if (question === undefined) onFailed(error);
    },
  });
  const fault = doing.isError && questionIn(doing.error) === undefined ? doing.error : undefined;
  const dialog = (
    <Modal opened={question !== undefined} onClose={() => setQuestion(undefined)} title={title}>
      {question !== undefined && (
        <Stack>
          <Text>{question.text}</Text>
          <Asked asks={question.asks} boundTo={question.boundTo} />
          {fault !== undefined && <FaultAlert error={fault} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setQuestion(undefined)}>
              Cancel
            </Button>
            <Button color="orange" loading={doing.isPending} onClick={() => doing.mutate(question.consent)}>
              Agree
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
  return { begin: () => doing.mutate(undefined), isPending: doing.isPending, dialog };
}

function questionIn(error: unknown): Question | undefined {
  if (!(error instanceof HubProblem) || error.code !== 'consent_required') return undefined;
  const details = error.details as { consent?: string; asks?: Asks; boundTo?: BoundTo } | undefined;
  if (details?.consent === undefined || details.asks === undefined) return undefined;
  return { text: error.message, consent: details.consent, asks: details.asks, boundTo: details.boundTo };
}
