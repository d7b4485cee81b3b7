import type { Access } from '../../access/index.ts';
import type { Route } from '../../flow-api/index.ts';
import { auditExportRoutes } from './audit-export.ts';
import { auditListRoutes } from './audit-list.ts';
import { auditSealRoutes } from './audit-seals.ts';

/** Who did what, and what proves it. */
export function auditRoutes({ audit }: Pick<Access, 'audit'>): readonly Route[] {
  return [...auditListRoutes({ audit }), ...auditExportRoutes({ audit }), ...auditSealRoutes({ audit })];
}
