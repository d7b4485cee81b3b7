import Form from '@rjsf/mantine';
import type { ErrorSchema, RJSFSchema, UiSchema } from '@rjsf/utils';
import { type ReactNode, useMemo } from 'react';
import { interpretingValidator } from './interpreting-validator.ts';
import { openSettings } from './settings-schema.ts';

export interface SettingsFormProps {
  /** Of the plugin: its settings with its secrets. */
  readonly schema: object;
  readonly value: object;
  readonly onChange: (value: object) => void;
  readonly onSubmit: () => void;
  /** What the hub refused, by path. */
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  readonly children: ReactNode;
}

const uiSchema: UiSchema = { 'ui:submitButtonOptions': { norender: true } };

/** The settings of a plugin, drawn from their schema; its secrets are another form’s. */
export function SettingsForm({ schema, value, onChange, onSubmit, faults, children }: SettingsFormProps) {
  const open = useMemo(() => openSettings(schema), [schema]);
  const extraErrors = useMemo(() => errorsByPath(faults), [faults]);
  return (
    <Form
      schema={open as RJSFSchema}
      uiSchema={uiSchema}
      validator={interpretingValidator}
      formData={value}
      onChange={({ formData }) => onChange((formData ?? {}) as object)}
      onSubmit={onSubmit}
      extraErrors={extraErrors}
      showErrorList={false}
      liveValidate={false}
      noHtml5Validate
      idPrefix="settings"
    >
      {children}
    </Form>
  );
}

/** `/body/settings/apiBase` → the error tree that the form shows beside the field. */
function errorsByPath(faults: SettingsFormProps['faults']): ErrorSchema {
  const tree: Record<string, unknown> = {};
  for (const { path, message } of faults) {
    const parts = path.split('/').slice(1);
    if (parts[0] !== 'body' || parts[1] !== 'settings') continue;
    let node = tree;
    for (const part of parts.slice(2)) {
      node[part] ??= {};
      node = node[part] as Record<string, unknown>;
    }
    node['__errors'] = [...((node['__errors'] as string[] | undefined) ?? []), message];
  }
  return tree as ErrorSchema;
}
