import { Button, Group } from '@mantine/core';
import { NavLink, useMatch, useResolvedPath } from 'react-router';

export interface Section {
  readonly to: string;
  readonly label: string;
  /** Only at this very address, not below it. */
  readonly end?: boolean;
}

/** The pages of an area, beside each other. */
export function SectionNav({ label, sections }: { readonly label: string; readonly sections: readonly Section[] }) {
  return (
    <Group component="nav" aria-label={label} gap={4} mb="md">
      {sections.map((section) => (
        <SectionLink key={section.to} {...section} />
      ))}
    </Group>
  );
}

function SectionLink({ to, label, end = false }: Section) {
  const { pathname } = useResolvedPath(to);
  const here = useMatch({ path: pathname, end }) !== null;
  return (
    <Button component={NavLink} to={to} end={end} size="compact-sm" variant={here ? 'light' : 'subtle'}>
      {label}
    </Button>
  );
}
