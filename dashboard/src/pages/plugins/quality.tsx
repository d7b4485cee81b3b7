import { Text } from '@mantine/core';
import { type Installed, type PluginRow, usePlugin } from './use-plugins.ts';

/** Who vouches for a plugin: the release, a signature, or nobody. */
export function Quality({ plugin }: { readonly plugin: PluginRow }) {
  if (plugin.source === 'release') return <>of the release</>;
  if (plugin.source === 'node_modules') return <>from node_modules, not signed</>;
  return <FolderQuality id={plugin.id} />;
}

/** Few come from elsewhere: each is asked for by itself. */
function FolderQuality({ id }: { readonly id: string }) {
  const { data } = usePlugin(id);
  if (data === undefined) return null;
  return (
    <>
      {data.installed === undefined ? (
        'put into the folder by hand'
      ) : (
        <>
          installed, <Signature installed={data.installed} />
        </>
      )}
    </>
  );
}

export function Signature({ installed: { signature, origin } }: { readonly installed: Installed }) {
  if (signature.status === 'signed') return <>signed by “{signature.key ?? signature.keyId}”</>;
  if (origin === 'link') return <>linked, for development</>;
  return (
    <Text span c="var(--status-degraded)" size="sm">
      not signed
    </Text>
  );
}
