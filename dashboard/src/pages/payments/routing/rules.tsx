import { Button, Card, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { ConnectionName } from '../../../components/connection-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useTell } from '../../../components/toasts.tsx';
import { useMay } from '../../../session/use-session.ts';
import { byCurrencyText } from './by-currency.ts';
import { RuleForm } from './rule-form.tsx';
import { type Rule, type SeenRouting, useSaveRouting } from './use-routing.ts';

/** Rules in the order in which they are looked at: the first that holds counts. */
export function Rules({ seen }: { readonly seen: SeenRouting }) {
  const { rules } = seen.routing;
  const mayChange = useMay()('payments.configure');
  const [changing, setChanging] = useState<number>();
  return (
    <Stack gap="xs" maw={720}>
      {rules.length === 0 ? (
        <EmptyState title="There are no rules">Without rules gateways are asked by their priority.</EmptyState>
      ) : (
        rules.map((rule, index) => (
          <Card key={`${rule.name}${index}`} withBorder padding="sm">
            <Group justify="space-between" align="flex-start">
              <RuleText number={index + 1} rule={rule} />
              {mayChange && <RuleButtons seen={seen} index={index} onChange={() => setChanging(index)} />}
            </Group>
          </Card>
        ))
      )}
      {mayChange && (
        <Group>
          <Button variant="default" onClick={() => setChanging(rules.length)}>
            Add a rule
          </Button>
        </Group>
      )}
      <Modal
        opened={changing !== undefined}
        onClose={() => setChanging(undefined)}
        title={changing === rules.length ? 'New rule' : 'Change the rule'}
      >
        {changing !== undefined && <RuleForm seen={seen} index={changing} onDone={() => setChanging(undefined)} />}
      </Modal>
    </Stack>
  );
}

function RuleText({ number, rule }: { readonly number: number; readonly rule: Rule }) {
  const { name, currencies, countries, from, below, use } = rule;
  const conditions = [
    currencies === undefined ? '' : `the currency is ${currencies.join(' or ')}`,
    countries === undefined ? '' : `the customer is from ${countries.join(' or ')}`,
    from === undefined ? '' : `the amount is at least ${byCurrencyText(from)}`,
    below === undefined ? '' : `the amount is below ${byCurrencyText(below)}`,
  ].filter((part) => part !== '');
  return (
    <div>
      <Text fw={600}>
        {number}. {name}
      </Text>
      <Text size="sm">
        {conditions.length === 0 ? 'Always' : `Where ${conditions.join(', and ')}`}, only these are asked:
      </Text>
      <List size="sm" type="ordered">
        {use.map((id) => (
          <List.Item key={id}>
            <ConnectionName id={id} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function RuleButtons({
  seen,
  index,
  onChange,
}: {
  readonly seen: SeenRouting;
  readonly index: number;
  readonly onChange: () => void;
}) {
  const { gateways, rules } = seen.routing;
  const save = useSaveRouting();
  const tell = useTell();
  const name = rules[index]?.name ?? '';
  const earlier = () => {
    const others = rules.filter((_, each) => each !== index);
    const moved = rules.slice(index, index + 1);
    save(seen, { gateways, rules: [...others.slice(0, index - 1), ...moved, ...others.slice(index - 1)] }).catch(
      tell.failed,
    );
  };
  return (
    <Group gap="xs">
      {index > 0 && (
        <Button size="compact-xs" variant="default" aria-label={`Look at ${name} earlier`} onClick={earlier}>
          Earlier
        </Button>
      )}
      <Button size="compact-xs" variant="default" aria-label={`Change the rule ${name}`} onClick={onChange}>
        Change …
      </Button>
      <ConfirmButton
        label="Remove"
        button={{ size: 'compact-xs', 'aria-label': `Remove the rule ${name}` }}
        title={`Remove the rule ${name}?`}
        act="Remove"
        onConfirm={async () => save(seen, { gateways, rules: rules.filter((_, each) => each !== index) })}
      >
        Payments that begin from now on go by the other rules. Payments that have begun keep their gateway.
      </ConfirmButton>
    </Group>
  );
}
