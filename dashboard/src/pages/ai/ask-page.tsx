import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { FaultAlert } from '../../components/states.tsx';
import { TextBlock } from '../../components/text-block.tsx';
import { AiSections } from './ai-sections.tsx';
import { askStreamed, type Done } from './ask-streamed.ts';
import { useAiChanged, useConfigurations } from './use-configurations.ts';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly text: string }
  | { readonly kind: 'answered'; readonly text: string; readonly done: Done }
  | { readonly kind: 'stopped'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string; readonly error: unknown };

/** Asks the configurations in their order, and shows the answer as it comes. */
export function AskPage() {
  const [question, setQuestion] = useState('');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  const changed = useAiChanged();
  // Who leaves the page wants no answer any more, and pays for no more of it.
  useEffect(() => () => running.current?.abort(), []);

  async function ask(): Promise<void> {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    let text = '';
    setState({ kind: 'asking', text });
    try {
      const done = await askStreamed(question, controller.signal, (piece) => {
        text += piece;
        setState({ kind: 'asking', text });
      });
      setState({ kind: 'answered', text, done });
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'stopped', text } : { kind: 'failed', text, error });
    }
    await changed();
  }

  return (
    <>
      <PageHeader title="Ask" about="Tries the configurations in their order. It costs what the model costs." />
      <AiSections />
      <Stack maw={760}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <Stack gap="xs">
            <Textarea
              label="Question"
              required
              autosize
              minRows={3}
              maxRows={16}
              maxLength={100_000}
              value={question}
              onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={state.kind === 'asking'}>
                Ask
              </Button>
              {state.kind === 'asking' && (
                <Button variant="default" onClick={() => running.current?.abort()}>
                  Stop
                </Button>
              )}
            </Group>
          </Stack>
        </form>
        {state.kind !== 'idle' && state.text !== '' && <TextBlock label="Answer">{state.text}</TextBlock>}
        {state.kind === 'failed' && <FaultAlert error={state.error} />}
        <Text size="sm" role="status">
          <StateText state={state} />
        </Text>
      </Stack>
    </>
  );
}

function StateText({ state }: { readonly state: State }) {
  const configurations = useConfigurations();
  switch (state.kind) {
    case 'asking':
      return 'Waiting for the answer.';
    case 'stopped':
      return 'Stopped.';
    case 'answered': {
      const { configuration, model, usage } = state.done;
      const name = configurations.data?.items.find(({ id }) => id === configuration)?.name ?? configuration;
      const tokens = usage === undefined ? '' : `, ${usage.promptTokens + usage.completionTokens} tokens`;
      return `Answered by ${name} (${model})${tokens}${usage?.costUsd === undefined ? '' : `, ${usage.costUsd} USD`}.`;
    }
    case 'idle':
    case 'failed':
      return '';
  }
}
