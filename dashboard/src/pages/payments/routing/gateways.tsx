import { Button, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { LinkButton, RouterLink } from '../../../components/router-link.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useMay } from '../../../session/use-session.ts';
import { byCurrencyText } from './by-currency.ts';
import { GatewayForm } from './gateway-form.tsx';
import { defaultTerms, type SeenRouting, type Terms, useGateways } from './use-routing.ts';

/** Each gateway with how it is offered; one that nobody set has the defaults. */
export function Gateways({ seen }: { readonly seen: SeenRouting }) {
  const may = useMay();
  const gateways = useGateways();
  const [changing, setChanging] = useState<{ readonly id: string; readonly name: string }>();
  return (
    <QueryView query={gateways}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title="There are no gateways yet"
            action={may('connections.write') && <LinkButton to="/connections/new">Add a connection</LinkButton>}
          >
            A connection of a payment plugin, such as the sandbox, takes payments.
          </EmptyState>
        ) : (
          <div className="scrolls" tabIndex={0} role="region" aria-label="Gateways">
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Gateway</Table.Th>
                  <Table.Th>Offered</Table.Th>
                  <Table.Th ta="right">Priority</Table.Th>
                  <Table.Th>Costs</Table.Th>
                  <Table.Th>Takes</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ id, name }) => (
                  <Row
                    key={id}
                    id={id}
                    name={name}
                    terms={seen.routing.gateways[id] ?? defaultTerms}
                    onChange={may('payments.configure') ? () => setChanging({ id, name }) : undefined}
                  />
                ))}
              </Table.Tbody>
            </Table>
            <Modal
              opened={changing !== undefined}
              onClose={() => setChanging(undefined)}
              title={`How ${changing?.name ?? ''} is offered`}
            >
              {changing !== undefined && (
                <GatewayForm id={changing.id} seen={seen} onDone={() => setChanging(undefined)} />
              )}
            </Modal>
          </div>
        )
      }
    </QueryView>
  );
}

function Row({
  id,
  name,
  terms,
  onChange,
}: {
  readonly id: string;
  readonly name: string;
  readonly terms: Terms;
  readonly onChange: (() => void) | undefined;
}) {
  return (
    <Table.Tr>
      <Table.Td>
        <RouterLink to={`/connections/${id}`} fw={600}>
          {name}
        </RouterLink>
        {terms.label !== undefined && (
          <Text size="xs" c="dimmed">
            shown as “{terms.label}”
          </Text>
        )}
      </Table.Td>
      <Table.Td>{terms.enabled ? 'yes' : 'no'}</Table.Td>
      <Table.Td ta="right">{terms.priority}</Table.Td>
      <Table.Td>{costText(terms)}</Table.Td>
      <Table.Td>{takesText(terms)}</Table.Td>
      <Table.Td ta="right">
        {onChange !== undefined && (
          <Button size="compact-xs" variant="default" aria-label={`Change how ${name} is offered`} onClick={onChange}>
            Change …
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function costText({ ratePercent, fixed, chargePaidBy }: Terms): string {
  const parts = [ratePercent === '0' ? '' : `${ratePercent} %`, byCurrencyText(fixed)].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing set' : `${parts.join(' and ')}, paid by the ${chargePaidBy}`;
}

function takesText({ currencies, countries, minimum, maximum }: Terms): string {
  const parts = [
    currencies === undefined ? 'all currencies' : currencies.join(', '),
    countries === undefined ? '' : `from ${countries.join(', ')}`,
    minimum === undefined ? '' : `at least ${byCurrencyText(minimum)}`,
    maximum === undefined ? '' : `at most ${byCurrencyText(maximum)}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}
