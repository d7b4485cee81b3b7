import {
  IconAlertTriangle,
  IconBrain,
  IconCreditCard,
  IconFileText,
  IconInbox,
  IconKey,
  IconLayoutDashboard,
  IconListDetails,
  IconMessages,
  IconPlugConnected,
  IconPuzzle,
  IconSend,
  IconSettings,
  IconTrendingUp,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface NavigationEntry {
  readonly to: string;
  readonly label: string;
  /** Without it the entry is not shown. */
  readonly permission?: string;
  readonly icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
}

export interface NavigationGroup {
  readonly title: string;
  readonly entries: readonly NavigationEntry[];
}

/** The pages, by what one comes for. */
export const navigation: readonly NavigationGroup[] = [
  {
    title: 'Hub',
    entries: [
      { to: '/', label: 'Overview', icon: IconLayoutDashboard, permission: 'connections.read' },
      { to: '/connections', label: 'Connections', icon: IconPlugConnected, permission: 'connections.read' },
      { to: '/plugins', label: 'Plugins', icon: IconPuzzle, permission: 'plugins.read' },
      { to: '/incidents', label: 'Incidents', icon: IconAlertTriangle, permission: 'incidents.read' },
    ],
  },
  {
    title: 'Business',
    entries: [
      { to: '/payments', label: 'Payments', icon: IconCreditCard, permission: 'payments.read' },
      { to: '/messages', label: 'Messages', icon: IconMessages, permission: 'messages.read' },
      { to: '/signals', label: 'Signals', icon: IconTrendingUp, permission: 'signals.read' },
      { to: '/ai', label: 'AI', icon: IconBrain, permission: 'ai.read' },
    ],
  },
  {
    title: 'Traffic',
    entries: [
      { to: '/inbox', label: 'Inbox', icon: IconInbox, permission: 'inbox.read' },
      { to: '/webhooks', label: 'Webhooks out', icon: IconSend, permission: 'webhooks.read' },
      { to: '/events', label: 'Events', icon: IconListDetails, permission: 'events.read' },
    ],
  },
  {
    title: 'Administration',
    entries: [
      { to: '/users', label: 'Users', icon: IconUsers, permission: 'users.read' },
      { to: '/api-keys', label: 'API keys', icon: IconKey, permission: 'api-keys.read' },
      { to: '/audit', label: 'Audit log', icon: IconFileText, permission: 'audit.read' },
      { to: '/settings', label: 'Settings', icon: IconSettings, permission: 'system.read' },
    ],
  },
];
