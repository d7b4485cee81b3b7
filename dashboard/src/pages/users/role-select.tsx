import { Select } from '@mantine/core';
import { useMe } from '../../session/use-session.ts';
import { type Role, roles } from './roles.tsx';

/** Roles that the one signed in may give: none above their own. */
export function RoleSelect({
  role,
  onChange,
  disabled,
}: {
  readonly role: Role;
  readonly onChange: (role: Role) => void;
  readonly disabled?: boolean;
}) {
  const me = useMe();
  const given = roles.filter((one) => me.role === 'owner' || one.role !== 'owner' || one.role === role);
  return (
    <Select
      label="Role"
      description={roles.find((one) => one.role === role)?.may}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={given.map((one) => one.role)}
      value={role}
      allowDeselect={false}
      disabled={disabled}
      onChange={(value) => onChange(roles.find((one) => one.role === value)?.role ?? role)}
    />
  );
}
