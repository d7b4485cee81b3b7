import { type Answer, type Body, ok } from '@fairlead/client';
import { Alert, Button, Checkbox, Grid, Group, List, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultAlert } from '../../components/states.tsx';
import { hub } from '../../hub.ts';
import { numbered } from './evidence.ts';
import { EvidenceText } from './evidence-text.tsx';
import { ReadFields } from './read-fields.tsx';
import { actionText } from './signal-words.ts';
import type { Evidence } from './use-signals.ts';

type Tried = Answer<'/api/parsers/try', 'post'>;
type Rules = Body<'/api/parsers/try', 'post'>['rules'];

interface TryBoxProps {
  readonly connection?: string | undefined;
  /** To read with in place of the channel’s. */
  readonly rules?: Rules;
}

/** A text, what is read from it, and what would become of it. Nothing is stored. */
export function TryBox({ connection, rules }: TryBoxProps) {
  const [text, setText] = useState('');
  const [rulesOnly, setRulesOnly] = useState(true);
  const attempt = useMutation({
    mutationFn: async (asked: string) => ({
      text: asked,
      answer: await ok(
        hub.POST('/api/parsers/try', {
          body: {
            text: asked,
            rulesOnly,
            ...(connection === undefined ? {} : { connection }),
            ...(rules === undefined ? {} : { rules }),
          },
        }),
      ),
    }),
  });
  return (
    <Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate(text);
        }}
      >
        <Stack gap="xs">
          <Textarea
            label="Text"
            placeholder={'XAUUSD BUY 4329\nTP 4334\nSL 4320'}
            autosize
            minRows={4}
            maxRows={16}
            required
            maxLength={32_000}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Checkbox
            label="By rules alone, without asking a model"
            checked={rulesOnly}
            onChange={({ currentTarget }) => setRulesOnly(currentTarget.checked)}
          />
          <Group>
            <Button type="submit" loading={attempt.isPending}>
              Try it
            </Button>
            <Text size="xs" c="dimmed">
              Nothing is stored.
            </Text>
          </Group>
        </Stack>
      </form>
      {attempt.isError && <FaultAlert error={attempt.error} />}
      {attempt.data !== undefined && <Result {...attempt.data} />}
    </Stack>
  );
}

const outcomes: Record<Tried['decision']['outcome'], readonly [color: string, text: string]> = {
  publish: ['teal', 'It would be published'],
  review: ['orange', 'It would wait for a person'],
  reject: ['red', 'The checks refuse it'],
  apply: ['teal', 'It would be applied to the signal it is about'],
  ignore: ['gray', 'It would be ignored: chatter'],
};

const kinds: Record<Tried['kind'], string> = {
  signal: 'a signal',
  several: 'several signals',
  update: 'an update of a signal',
  chatter: 'chatter',
};

function Result({ text, answer }: { readonly text: string; readonly answer: Tried }) {
  const { kind, signals, actions, confidence, decision, ai } = answer;
  const [color, title] = outcomes[decision.outcome];
  const evidence = numbered(text, answer.evidence);
  return (
    <section aria-labelledby="tried" aria-live="polite">
      <Title order={2} size="h4" mb="xs" id="tried">
        Read as {kinds[kind]}, confidence {Math.round(confidence * 100)} %
      </Title>
      <Stack>
        <Alert color={color} title={title}>
          {decision.reasons.length > 0 && (
            <List size="sm">
              {decision.reasons.map((reason) => (
                <List.Item key={reason.code}>{reason.text}</List.Item>
              ))}
            </List>
          )}
        </Alert>
        <Grid>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <EvidenceText text={text} evidence={evidence} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Stack>
              <Signals signals={signals} evidence={evidence} />
              {actions.length > 0 && (
                <List size="sm">
                  {actions.map((action, index) => (
                    <List.Item key={`${action.type}${index}`}>{actionText(action)}</List.Item>
                  ))}
                </List>
              )}
              {signals.length + actions.length === 0 && <Text c="dimmed">Nothing to act on was found.</Text>}
              {ai !== null && (
                <Text size="sm">
                  A model was asked{ai.model === null ? '' : ` (${ai.model})`}: {ai.problem ?? ai.state}.
                </Text>
              )}
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </section>
  );
}

function Signals({
  signals,
  evidence,
}: {
  readonly signals: Tried['signals'];
  readonly evidence: readonly Evidence[];
}) {
  return signals.map((signal, index) => (
    <div key={`${signal.symbol}${index}`}>
      {signals.length > 1 && (
        <Title order={3} size="h5" mb={4}>
          Signal {index + 1}
        </Title>
      )}
      <ReadFields signal={signal} evidence={evidence} prefix={signals.length > 1 ? `signals.${index}.` : ''} />
    </div>
  ));
}
