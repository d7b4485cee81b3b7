import { Type } from 'typebox';
import { HubError } from '../../errors/index.ts';
import { defineRoute, listQuery, mapPage, pageOf, pageOptions, type Route, reply } from '../../flow-api/index.ts';
import type { StoredJob } from '../../storage/index.ts';
import type { JobService } from '../services.ts';
import { idParams, noContent, nullableText, text } from './schemas.ts';

const deadJob = Type.Object({
  id: Type.String(),
  name: Type.String(),
  key: nullableText,
  attempts: Type.Integer(),
  lastError: nullableText,
  createdAt: Type.String(),
});

/** Jobs that were given up. */
export function jobRoutes({ jobs }: { readonly jobs: JobService }): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/jobs/dead',
      permission: 'jobs.read',
      summary: 'Jobs of which all attempts failed, newest first.',
      query: listQuery({ name: Type.Optional(text(128)) }),
      responses: { 200: pageOf(deadJob) },
      handler: async ({ query }) =>
        mapPage(
          await jobs.deadJobs({ ...pageOptions(query), name: query.name }),
          ({ id, name, key, attempts, lastError, createdAt }: StoredJob) => ({
            id,
            name,
            key,
            attempts,
            lastError,
            createdAt: new Date(createdAt).toISOString(),
          }),
        ),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/jobs/dead/{id}/retry',
      permission: 'jobs.retry',
      audit: { action: 'job.retry' },
      summary: 'Try a dead job once more, from its first attempt.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params }) => {
        if (await jobs.retryDead(params.id)) return reply({ status: 204 });
        throw new HubError('conflict', { detail: 'No dead job has this id, or another job of its key is open.' });
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/jobs/dead/{id}',
      permission: 'jobs.retry',
      audit: { action: 'job.discard' },
      summary: 'Give a dead job up for good.',
      params: idParams,
      responses: { 204: noContent },
      handler: async ({ params }) => {
        if (await jobs.discardDead(params.id)) return reply({ status: 204 });
        throw new HubError('not_found', { detail: 'No dead job has this id.' });
      },
    }),
  ];
}
