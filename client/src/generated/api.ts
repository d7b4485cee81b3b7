// Generated from the OpenAPI document of the hub. Do not edit: `npx -y pnpm@12 unit hub/test/client-types -u` renews it.

export interface paths {
    "/api/ai/analyse-market": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a model say what it sees in a market: bias, levels, reasons.
         * @description Needs the permission `ai.complete`.
         */
        post: operations["postAiAnalyseMarket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest calls, with what each configuration answered. Their texts are kept nowhere.
         * @description Needs the permission `ai.read`.
         */
        get: operations["getAiCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the AI configurations in order until one answers.
         * @description With `stream: true` the answer is text/event-stream: `text` events, then `done` with configuration, model and usage, or `error`. Once a piece was sent no other configuration is asked. A stream takes no Idempotency-Key.
         *
         *     Needs the permission `ai.complete`.
         */
        post: operations["postAiComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/configurations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AI configurations in the order in which they are tried, and how they stand.
         * @description Needs the permission `ai.read`.
         */
        get: operations["getAiConfigurations"];
        put?: never;
        /**
         * Adds an AI configuration.
         * @description Needs the permission `ai.configure`.
         */
        post: operations["postAiConfigurations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/configurations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One AI configuration.
         * @description Needs the permission `ai.read`.
         */
        get: operations["getAiConfigurationsById"];
        put?: never;
        post?: never;
        /**
         * Removes an AI configuration. What it used stays counted.
         * @description Needs the permission `ai.configure`.
         */
        delete: operations["deleteAiConfigurationsById"];
        options?: never;
        head?: never;
        /**
         * Changes an AI configuration: what is absent stays. If-Match takes the ETag that was seen. Its rest ends.
         * @description Needs the permission `ai.configure`.
         */
        patch: operations["patchAiConfigurationsById"];
        trace?: never;
    };
    "/api/ai/configurations/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks one AI configuration for a word, whatever its budget and rest. An answer ends its rest.
         * @description Needs the permission `ai.configure`.
         */
        post: operations["postAiConfigurationsByIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/configurations/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets the order in which all AI configurations are tried, first to last.
         * @description Needs the permission `ai.configure`.
         */
        put: operations["putAiConfigurationsOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was used: tokens, cost, failures and skips, in whole hours, grouped.
         * @description Without `from` and `to`: today (UTC). `groupBy` may be repeated; without it, by configuration.
         *
         *     Needs the permission `ai.read`.
         */
        get: operations["getAiUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All API keys, the revoked ones included.
         * @description Needs the permission `api-keys.read`.
         */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * Make an API key. It is shown in this answer and never again.
         * @description Needs the permission `api-keys.write`.
         */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One API key.
         * @description Needs the permission `api-keys.read`.
         */
        get: operations["getApiKeysById"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key, at once and for good.
         * @description Needs the permission `api-keys.write`.
         */
        delete: operations["deleteApiKeysById"];
        options?: never;
        head?: never;
        /**
         * Change the name, or from where the key counts.
         * @description A list replaces the one before, null lifts it. A key with more than you have cannot be changed.
         *
         *     Needs the permission `api-keys.write`.
         */
        patch: operations["patchApiKeysById"];
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done, by whom, newest first.
         * @description Needs the permission `audit.read`.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log as a file, oldest first.
         * @description A line of `ndjson` is what the digest of a seal is of, to the byte. In `csv`, a cell that a spreadsheet would run as a formula begins with an apostrophe.
         *
         *     Needs the permission `audit.read`.
         */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Seals of the audit log, newest first.
         * @description Needs the permission `audit.read`.
         */
        get: operations["getAuditSeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/seals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One seal by its number, with the id and the digest of each of its rows.
         * @description Needs the permission `audit.read`.
         */
        get: operations["getAuditSealsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recomputes every digest and every seal.
         * @description Answers lines of JSON: `{"progress": {seals, of, rows}}` while it is at work, and `{"verdict": {…}}` as the last one. Without that line it was cut off. `expect` names seals as you have kept them: without it nobody can tell that the last ones are gone with their rows, or that all of them were made anew.
         *
         *     Needs the permission `audit.read`.
         */
        post: operations["postAuditVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are and what you may do.
         * @description Needs the permission `account.self`.
         */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password; all your other sessions end.
         * @description Needs the permission `account.self`.
         */
        post: operations["postAuthPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the refresh token for a new pair; the old one is used up.
         * @description A refresh token that was used before ends its whole session.
         *
         *     Open to everyone.
         */
        post: operations["postAuthRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your sessions that have not ended.
         * @description Needs the permission `account.self`.
         */
        get: operations["getAuthSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions.
         * @description Needs the permission `account.self`.
         */
        delete: operations["deleteAuthSessionsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail address, password and, where the account asks for one, a code.
         * @description The code `totp_required` says that the password is right and `totp` is missing.
         *
         *     Open to everyone.
         */
        post: operations["postAuthSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session of the token, the cookie or the body.
         * @description Open to everyone.
         */
        post: operations["postAuthSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether signing in asks you for a code, and how many recovery codes are left.
         * @description Needs the permission `account.self`.
         */
        get: operations["getAuthTotp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a secret for an authenticator, shown in this answer alone. It counts once a code confirmed it.
         * @description Needs the permission `account.self`.
         */
        post: operations["postAuthTotpBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a code at every sign-in from now on. Answers the recovery codes, this once; other sessions end.
         * @description Needs the permission `account.self`.
         */
        post: operations["postAuthTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the password alone again. The secret and the recovery codes are gone.
         * @description Needs the permission `account.self`.
         */
        post: operations["postAuthTotpDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ten new recovery codes, shown in this answer alone; those before no longer count.
         * @description Needs the permission `account.self`.
         */
        post: operations["postAuthTotpRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a channel is polled.
         * @description Needs the permission `messages.read`.
         */
        get: operations["getChannelsByConnectionId"];
        /**
         * Sets how often a channel is polled; null for the usual interval.
         * @description Needs the permission `messages.poll`.
         */
        put: operations["putChannelsByConnectionId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{connectionId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent through a channel, newest first. What it brought is at `/api/messages`.
         * @description Needs the permission `messages.read`.
         */
        get: operations["getChannelsByConnectionIdMessages"];
        put?: never;
        /**
         * Sends a message through a channel.
         * @description Takes an `Idempotency-Key`, always: the same key and body give the same message again. 201 says that the call has ended, and `status` how; 202 that nobody knows whether it was sent. 429: nothing was sent; send it again, with another key, after the time in `Retry-After`.
         *
         *     Needs the permission `messages.send`.
         */
        post: operations["postChannelsByConnectionIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{connectionId}/poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Polls a channel now, and answers how many messages were new.
         * @description Needs the permission `messages.poll`.
         */
        post: operations["postChannelsByConnectionIdPoll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All connections and how they do, in order of creation.
         * @description Needs the permission `connections.read`.
         */
        get: operations["getConnections"];
        put?: never;
        /**
         * Add a connection of a plugin, with its settings and secrets.
         * @description Needs the permission `connections.write`.
         */
        post: operations["postConnections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One connection; of its secrets only that they are set.
         * @description Needs the permission `connections.read`.
         */
        get: operations["getConnectionsById"];
        put?: never;
        post?: never;
        /**
         * Remove a connection with its settings and secrets. Its events stay.
         * @description Needs the permission `connections.write`.
         */
        delete: operations["deleteConnectionsById"];
        options?: never;
        head?: never;
        /**
         * Change name, settings or secrets; If-Match takes the ETag that was seen.
         * @description Needs the permission `connections.write`.
         */
        patch: operations["patchConnectionsById"];
        trace?: never;
    };
    "/api/connections/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest attempts since the hub started, newest first.
         * @description Needs the permission `connections.read`.
         */
        get: operations["getConnectionsByIdCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/embeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where else the health of a connection may be shown, the revoked ones included.
         * @description Needs the permission `connections.read`.
         */
        get: operations["getConnectionsByIdEmbeds"];
        put?: never;
        /**
         * Make a token that opens the health of this connection and nothing else. It is shown in this answer only.
         * @description Needs the permission `connections.write`.
         */
        post: operations["postConnectionsByIdEmbeds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is known of a connection, why, and its calls by the minute.
         * @description Needs the permission `connections.read`.
         */
        get: operations["getConnectionsByIdHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/lanes/{lane}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Force a lane open (no calls) or closed (calls in spite of failures) until a time, or end that.
         * @description Needs the permission `connections.operate`.
         */
        post: operations["postConnectionsByIdLanesByLaneOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/operations/{operation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call an operation that changes nothing, by hand. Others answer 409 and name the route of their flow.
         * @description Needs the permission `connections.operate`.
         */
        post: operations["postConnectionsByIdOperationsByOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop calling the vendor until it is resumed. Repeating it is harmless.
         * @description Needs the permission `connections.operate`.
         */
        post: operations["postConnectionsByIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call the vendor again. Repeating it is harmless.
         * @description Needs the permission `connections.operate`.
         */
        post: operations["postConnectionsByIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set secrets; those not named stay as they are.
         * @description Needs the permission `connections.write`.
         */
        put: operations["putConnectionsByIdSecrets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the vendor, without changing anything, whether the credentials work.
         * @description What the vendor says is the answer (200), also when it refuses them: `outcome: "failed"`.
         *
         *     Needs the permission `connections.operate`.
         */
        post: operations["postConnectionsByIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the vendor whether a change of a connection would work; If-Match takes the ETag that was seen.
         * @description What is wrong with them is refused as saving would refuse it, by path. What the vendor says is the answer (200), also when it refuses them: `outcome: "failed"`. Nothing is stored, and a stored connection goes on as it is. Stored secrets are used where the change has no others, but not with a changed address: beside that each has to be given again.
         *
         *     Needs the permission `connections.write`.
         */
        post: operations["postConnectionsByIdTry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the vendor whether settings and secrets of a new connection work, before it is added.
         * @description What is wrong with them is refused as saving would refuse it, by path. What the vendor says is the answer (200), also when it refuses them: `outcome: "failed"`. Nothing is stored, and a stored connection goes on as it is.
         *
         *     Needs the permission `connections.write`.
         */
        post: operations["postConnectionsTry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers, those who paid last first; with `email`, those whose address begins so, by address.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One customer, with the newest payments.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getCustomersById"];
        /**
         * Sets what is known of a customer, or makes one.
         * @description Needs the permission `payments.customers`.
         */
        put: operations["putCustomersById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries to webhook endpoints, those of the latest events first.
         * @description `from` and `to` are of the event: from here on and before there.
         *
         *     Needs the permission `webhooks.read`.
         */
        get: operations["getDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with its body and its attempts.
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["getDeliveriesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it once more, whatever became of it. Its `webhook-id` stays: who has handled it can tell.
         * @description Needs the permission `webhooks.redeliver`.
         */
        post: operations["postDeliveriesByIdRedeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disputes, those of the newest payments first.
         * @description Pages are counted in disputed payments: with a status a page may hold fewer items, or none, and still go on.
         *
         *     Needs the permission `payments.read`.
         */
        get: operations["getDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke the token of an embed, at once and for good. Repeating it is harmless.
         * @description Needs the permission `connections.write`.
         */
        delete: operations["deleteEmbedsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embeds/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an embed shows. Send its own token as `Authorization: Bearer fle_…`.
         * @description A browser may ask from the allowed origins alone. 401 for any other token, and after the end of this one.
         *
         *     Open to everyone.
         */
        get: operations["getEmbedsByIdHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Types of events that this hub publishes, with schema and example, in order of type.
         * @description The same as AsyncAPI 3.0 is at `/asyncapi.json`.
         *
         *     Needs the permission `events.read`.
         */
        get: operations["getEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events after a place in the log, in order; or before one, the latest first.
         * @description `nextCursor` is the `after` of the next page; keep it to go on later. With `order=latest` it is the `before`.
         *
         *     Needs the permission `events.read`.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events as they happen, as server-sent events.
         * @description Each has its place in the log as `id`; `Last-Event-ID` (or `after`) goes on from there without a gap. Without it, the stream begins with what comes next. `event: end` says why it ends.
         *
         *     Needs the permission `events.read`.
         */
        get: operations["getEventsStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks received, newest first.
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook with its event.
         * @description Needs the permission `inbox.read`.
         */
        get: operations["getInboxById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispatch a webhook once more, whatever became of it.
         * @description Needs the permission `inbox.replay`.
         */
        post: operations["postInboxByIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incidents, the latest first.
         * @description Needs the permission `incidents.read`.
         */
        get: operations["getIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One incident.
         * @description Needs the permission `incidents.read`.
         */
        get: operations["getIncidentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that somebody has seen it. Repeating it is harmless.
         * @description Needs the permission `incidents.acknowledge`.
         */
        post: operations["postIncidentsByIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it is dealt with. What is wrong still is told of when it changes again. Repeating it is harmless.
         * @description Needs the permission `incidents.resolve`.
         */
        post: operations["postIncidentsByIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs of which all attempts failed, newest first.
         * @description Needs the permission `jobs.read`.
         */
        get: operations["getJobsDead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a dead job up for good.
         * @description Needs the permission `jobs.retry`.
         */
        delete: operations["deleteJobsDeadById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/dead/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a dead job once more, from its first attempt.
         * @description Needs the permission `jobs.retry`.
         */
        post: operations["postJobsDeadByIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries of the ledger, newest first.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each account holds, by currency.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getLedgerBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same entries as CSV, a line for each of their lines.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getLedgerExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the newest rebuild of the ledger has come.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getLedgerRebuild"];
        put?: never;
        /**
         * Compares the ledger with what the payments hold, and mends it.
         * @description Needs the permission `payments.configure`.
         */
        post: operations["postLedgerRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of all channels or of one: the newest first, or with `after` the oldest first.
         * @description Needs the permission `messages.read`.
         */
        get: operations["getMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One revision of a message, with its whole text.
         * @description Needs the permission `messages.read`.
         */
        get: operations["getMessagesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message that was sent, or should have been.
         * @description Needs the permission `messages.read`.
         */
        get: operations["getOutgoingMessagesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing-messages/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what became of a message of which nobody knew whether it was sent.
         * @description Needs the permission `messages.send`.
         */
        post: operations["postOutgoingMessagesByIdSettle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How all connections do: counts, the worst ones, their calls of the last hour, the latest changes.
         * @description Needs the permission `connections.read`.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels that have rules or policies of their own.
         * @description Needs the permission `parsers.read`.
         */
        get: operations["getParsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a channel’s messages are read with, and what is published by itself.
         * @description Needs the permission `parsers.read`.
         */
        get: operations["getParsersByConnectionId"];
        /**
         * Sets rules and policies of a channel. What is left out is as it is by default.
         * @description Needs the permission `parsers.write`.
         */
        put: operations["putParsersByConnectionId"];
        post?: never;
        /**
         * Takes rules and policies of a channel away. They stay among its former ones.
         * @description Needs the permission `parsers.write`.
         */
        delete: operations["deleteParsersByConnectionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers/{connectionId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a channel’s stored messages with other rules, and keeps what differs. Signals stay as they are.
         * @description Needs the permission `parsers.write`.
         */
        post: operations["postParsersByConnectionIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers/{connectionId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings a former version of a channel’s rules and policies back, as a new version.
         * @description Needs the permission `parsers.write`.
         */
        post: operations["postParsersByConnectionIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers/{connectionId}/templates/learn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a template of examples with what each means. Nothing is saved: put it among the channel’s rules.
         * @description Needs the permission `parsers.read`.
         */
        post: operations["postParsersByConnectionIdTemplatesLearn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers/{connectionId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a channel’s rules and policies were before, the latest first.
         * @description Needs the permission `parsers.read`.
         */
        get: operations["getParsersByConnectionIdVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a replay is, and the messages that are read otherwise, oldest first.
         * @description Needs the permission `parsers.read`.
         */
        get: operations["getParsersReplaysById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parsers/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a text, shows where in it everything was found, and what would become of it. Nothing is stored.
         * @description Needs the permission `parsers.read`.
         */
        post: operations["postParsersTry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments, newest first.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getPayments"];
        put?: never;
        /**
         * Creates a payment, and answers where to send the customer.
         * @description Needs the permission `payments.create`.
         */
        post: operations["postPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getPaymentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/calls/{call}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a call did not happen, of which nobody could find out what became of it.
         * @description Needs the permission `payments.review`.
         */
        post: operations["postPaymentsByIdCallsByCallDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a payment that nobody has paid; its open checkouts are ended.
         * @description Needs the permission `payments.create`.
         */
        post: operations["postPaymentsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes authorized money, all of it or a part.
         * @description Needs the permission `payments.capture`.
         */
        post: operations["postPaymentsByIdCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the providers now how a payment stands, as the janitor does by itself.
         * @description Needs the permission `payments.create`.
         */
        post: operations["postPaymentsByIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends captured money back, all of it or a part.
         * @description Needs the permission `payments.refund`.
         */
        post: operations["postPaymentsByIdRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what a payment in review is.
         * @description Needs the permission `payments.review`.
         */
        post: operations["postPaymentsByIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to a payment, oldest first.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getPaymentsByIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an authorization back, or ends a checkout that nobody paid.
         * @description Needs the permission `payments.capture`.
         */
        post: operations["postPaymentsByIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gateways that would take an amount now, best first, with what they cost; and why others would not.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getPaymentsOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How gateways are offered: rates, labels, priorities, limits and routing rules.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getPaymentsRouting"];
        /**
         * Replaces all of it; If-Match takes the ETag that was seen. Payments that have begun keep what they were told.
         * @description Needs the permission `payments.configure`.
         */
        put: operations["putPaymentsRouting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payouts, newest first; those that providers made by themselves as well.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getPayouts"];
        put?: never;
        /**
         * Sends money to somebody.
         * @description Needs the permission `payments.payout`.
         */
        post: operations["postPayouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payout.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getPayoutsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugin-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys by which signatures of plugins are checked.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPluginKeys"];
        put?: never;
        /**
         * Believe an author’s key from now on. Repeating it is harmless.
         * @description Needs the permission `settings.write`.
         */
        post: operations["postPluginKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugin-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Believe a key no longer. What it signed before stays installed.
         * @description Needs the permission `settings.write`.
         */
        delete: operations["deletePluginKeysById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All plugins found, with the reason of each that does not run.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPlugins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plugin with the schema of its settings.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPluginsById"];
        put?: never;
        post?: never;
        /**
         * Remove a plugin with all its versions. Refused while it runs or connections use it.
         * @description Needs the permission `plugins.write`.
         */
        delete: operations["deletePluginsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a plugin until it is enabled again. Repeating it is harmless.
         * @description Needs the permission `plugins.write`.
         */
        post: operations["postPluginsByIdDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a plugin and start it; ends its quarantine. Repeating it is harmless.
         * @description Where an admin has to agree to what it asks for, or to another package in the place of one before, the answer is `consent_required`: its `details` show all that is asked, and the digest to send as `consent`.
         *
         *     Needs the permission `plugins.write`.
         */
        post: operations["postPluginsByIdEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its processes, connections, calls, errors, crashes, processor time and memory, by version.
         * @description `minutes` are calls of each connection, `usage` is what processes used; what runs inside the hub has no figures of its own. At most 200 connections.
         *
         *     Needs the permission `plugins.read`.
         */
        get: operations["getPluginsByIdHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/integrity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read all files of the installed versions of a plugin, and compare them with what was installed.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPluginsByIdIntegrity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it logged and printed since the hub started, the latest first. Secrets are taken out.
         * @description The latest 2,000 lines of each plugin are kept in memory. What a process printed last before it failed is kept with the plugin itself. To follow, ask again with `after`: pages of it lead from the latest line back to that place.
         *
         *     Needs the permission `plugins.log`.
         */
        get: operations["getPluginsByIdLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a plugin’s package anew, and let its code as it is now answer from here on.
         * @description Calls under way end on the code they began on. When the new code does not start, what runs goes on, and the answer is 409 with the reason. A plugin that does not run is tried again. Repeating it is harmless.
         *
         *     Needs the permission `plugins.write`.
         */
        post: operations["postPluginsByIdReload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a plugin back to the version before, with its settings.
         * @description Needs the permission `plugins.write`.
         */
        post: operations["postPluginsByIdRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What another version would change: permissions, hosts, secrets, what its author says of it.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPluginsByIdUpgrade"];
        put?: never;
        /**
         * Take a plugin to another version that is installed, without an interruption.
         * @description Answers when the new version does. Meanwhile `GET /api/plugins/{id}` shows the step. When it is given up (`upgrade_failed`) all is as before; where something has to be agreed to (`consent_required`), `details` show what changes and the digest to send as `consent`.
         *
         *     Needs the permission `plugins.write`.
         */
        post: operations["postPluginsByIdUpgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a plugin that were installed here: where from, their bytes, who signed them.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPluginsByIdVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove one version of a plugin. Refused while it runs, or is the last one and connections use it.
         * @description Needs the permission `plugins.write`.
         */
        delete: operations["deletePluginsByIdVersionsByVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Install a plugin, in the background and without running any of its code.
         * @description Follow it at `GET /api/plugins/installs/{id}`. The same request again answers with the one under way, and leaves what is installed as it is.
         *
         *     Needs the permission `plugins.write`.
         */
        post: operations["postPluginsInstall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/installs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Installations, in order of their beginning; the last 200 and those since the hub started.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPluginsInstalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/installs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far one installation is, and what came of it.
         * @description Needs the permission `plugins.read`.
         */
        get: operations["getPluginsInstallsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every setting with its source; secrets are masked.
         * @description Needs the permission `settings.read`.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signals, the newest first. With `status=review` the queue of those that wait for a person.
         * @description Needs the permission `signals.read`.
         */
        get: operations["getSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One signal: what it says, where in the message that stands, why it is where it is, and what happened to it.
         * @description Needs the permission `signals.read`.
         */
        get: operations["getSignalsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes what a signal says and checks it anew. It waits in review to be published.
         * @description Needs the permission `signals.review`.
         */
        post: operations["postSignalsByIdEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a signal. One that the checks refuse only with an override that says why.
         * @description Needs the permission `signals.review`.
         */
        post: operations["postSignalsByIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rejects a signal; one that is published and not traded yet is withdrawn.
         * @description Needs the permission `signals.review`.
         */
        post: operations["postSignalsByIdReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/readings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a message was read as, and the signals and updates it became. The id is that of any of its revisions.
         * @description Needs the permission `signals.read`.
         */
        get: operations["getSignalsReadingsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Updates of signals, the newest first. With `status=unresolved` those that wait for a person.
         * @description Needs the permission `signals.read`.
         */
        get: operations["getSignalsUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/updates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One update.
         * @description Needs the permission `signals.read`.
         */
        get: operations["getSignalsUpdatesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/updates/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets an update aside.
         * @description Needs the permission `signals.review`.
         */
        post: operations["postSignalsUpdatesByIdDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/updates/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says which signal an update is about, and applies it.
         * @description Needs the permission `signals.review`.
         */
        post: operations["postSignalsUpdatesByIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Subscriptions, newest first.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One subscription.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getSubscriptionsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a subscription, at once or with the period that is paid. Money already paid stays.
         * @description Needs the permission `payments.subscriptions`.
         */
        post: operations["postSubscriptionsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What holds for all subscriptions.
         * @description Needs the permission `payments.read`.
         */
        get: operations["getSubscriptionsSettings"];
        /**
         * Sets what holds for all subscriptions; each takes it up with its next change.
         * @description Needs the permission `payments.configure`.
         */
        put: operations["putSubscriptionsSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Version, uptime, memory, and the state of the parts.
         * @description Needs the permission `system.read`.
         */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All users, the disabled ones included.
         * @description Needs the permission `users.read`.
         */
        get: operations["getUsers"];
        put?: never;
        /**
         * Add a user, with a one-time password that is shown in this answer and never again.
         * @description Needs the permission `users.write`.
         */
        post: operations["postUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user.
         * @description Needs the permission `users.read`.
         */
        get: operations["getUsersById"];
        put?: never;
        post?: never;
        /**
         * Remove a user for good, with their sessions and API keys. The audit log stays.
         * @description Needs the permission `users.write`.
         */
        delete: operations["deleteUsersById"];
        options?: never;
        head?: never;
        /**
         * Change e-mail address or role, disable or enable; If-Match takes the ETag that was seen.
         * @description Another role or being disabled ends the user’s sessions at once. The last owner stays an owner, and nobody gives or changes a role above their own.
         *
         *     Needs the permission `users.write`.
         */
        patch: operations["patchUsersById"];
        trace?: never;
    };
    "/api/users/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give another user a one-time password, shown in this answer alone. Their sessions end.
         * @description Needs the permission `users.write`.
         */
        post: operations["postUsersByIdResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all sessions of a user. Repeating it is harmless.
         * @description Needs the permission `users.write`.
         */
        post: operations["postUsersByIdSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ask another user for no code any more: their authenticator is lost. Their sessions end.
         * @description Needs the permission `users.write`.
         */
        delete: operations["deleteUsersByIdTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The master keys this hub has seen, and the latest rotation.
         * @description Needs the permission `vault.read`.
         */
        get: operations["getVaultKeys"];
        put?: never;
        /**
         * Make a master key, keep it in the key file, and seal with it from now on.
         * @description What earlier keys sealed stays readable; `POST /api/vault/rotate` moves it to the new one.
         *
         *     Needs the permission `vault.rotate`.
         */
        post: operations["postVaultKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/keys/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a master key that no stored secret needs any more. Repeating it is harmless.
         * @description Needs the permission `vault.rotate`.
         */
        post: operations["postVaultKeysByIdRetire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vault/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wrap all stored secrets by the active master key, in the background.
         * @description While one is under way, the same one is answered.
         *
         *     Needs the permission `vault.rotate`.
         */
        post: operations["postVaultRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhook endpoints, in order of their making.
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["getWebhookEndpoints"];
        put?: never;
        /**
         * Have events sent to an address, from now on. The answer holds the secret, this once.
         * @description Needs the permission `webhooks.write`.
         */
        post: operations["postWebhookEndpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook endpoint.
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["getWebhookEndpointsById"];
        put?: never;
        post?: never;
        /**
         * Send nothing there any more. What waits is cancelled.
         * @description Needs the permission `webhooks.write`.
         */
        delete: operations["deleteWebhookEndpointsById"];
        options?: never;
        head?: never;
        /**
         * Change it, disable it, or enable it again. `If-Match` refuses when somebody else was faster.
         * @description Needs the permission `webhooks.write`.
         */
        patch: operations["patchWebhookEndpointsById"];
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what failed once more, or every event of a span, in the background.
         * @description `failed` (default): deliveries that failed. `all`: every event of the log that the endpoint takes, delivered before or not.
         *
         *     Needs the permission `webhooks.redeliver`.
         */
        post: operations["postWebhookEndpointsByIdRedeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret. Those before sign as well for a while, so that nothing is refused meanwhile.
         * @description Needs the permission `webhooks.write`.
         */
        post: operations["postWebhookEndpointsByIdRotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it a `webhook_endpoint.tested`. What came of it is at `GET /api/deliveries/{id}`.
         * @description Needs the permission `webhooks.redeliver`.
         */
        post: operations["postWebhookEndpointsByIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/redeliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far sending again has come.
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["getWebhookEndpointsRedeliveriesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process answers.
         * @description Open to everyone.
         */
        get: operations["getLivez"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics in the text format of Prometheus.
         * @description Needs the permission `metrics.read`.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page on which a customer chooses how to pay, or sees how the payment stands.
         * @description Open to everyone.
         */
        get: operations["getPayByToken"];
        put?: never;
        /**
         * Takes the customer’s choice, and sends them to the provider’s page.
         * @description Open to everyone.
         */
        post: operations["postPayByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay/{token}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the provider sends a customer back to who did not want to pay.
         * @description Open to everyone.
         */
        get: operations["getPayByTokenCancel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay/{token}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the provider sends a customer back to: asks how the payment stands, and shows it.
         * @description Open to everyone.
         */
        get: operations["getPayByTokenReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The hub can take requests; 503 names what is missing.
         * @description Open to everyone.
         */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A problem document (RFC 9457). */
        Problem: {
            /** @description Stable: decide by this. */
            code: string;
            detail: string;
            /** @description What the next step needs, with consent_required. */
            details?: {
                [key: string]: unknown;
            };
            errors: {
                message: string;
                /** @description JSON pointer that begins with the part: /body/name, /query/limit. */
                path: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            /** @description Where the code is explained, relative to the hub. */
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postAiAnalyseMarket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cacheMs?: number;
                    candles?: {
                        at: string;
                        close: string;
                        high: string;
                        low: string;
                        open: string;
                        timeframe?: string;
                        volume?: string;
                    }[];
                    question?: string;
                    quotes?: {
                        ask: string;
                        at: string;
                        bid: string;
                    }[];
                    recentSignals?: {
                        [key: string]: unknown;
                    }[];
                    symbol: string;
                    timeoutMs?: number;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        bias: "long" | "short" | "neutral";
                        cached: boolean;
                        confidence: number;
                        configuration: string;
                        levels: {
                            kind: string;
                            price: string;
                        }[];
                        model: string;
                        prompt: string;
                        reasoning: string;
                    };
                };
            };
        };
    };
    getAiCalls: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            attempts: {
                                completionTokens: number;
                                configuration: string;
                                costUsd: string | null;
                                durationMs: number;
                                model: string;
                                outcome: string;
                                promptTokens: number;
                            }[];
                            durationMs: number;
                            id: string;
                            outcome: string;
                            prompt: string | null;
                            purpose: string;
                            skipped: {
                                configuration: string;
                                model: string;
                                reason: string;
                            }[];
                            streamed: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAiComplete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answerSchema?: {
                        name: string;
                        schema: {
                            [key: string]: unknown;
                        };
                    };
                    cacheMs?: number;
                    maxTokens?: number;
                    /** @default complete */
                    purpose?: string;
                    /** @default false */
                    stream?: boolean;
                    temperature?: number;
                    /** @default 120000 */
                    timeoutMs?: number;
                    turns: {
                        content: string;
                        /** @enum {unknown} */
                        role: "system" | "user" | "assistant";
                    }[];
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cached: boolean;
                        configuration: string;
                        json?: unknown;
                        model: string;
                        text: string;
                        usage?: {
                            completionTokens: number;
                            costUsd?: string;
                            promptTokens: number;
                        };
                    };
                };
            };
        };
    };
    getAiConfigurations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            budgetUsdPerDay: string | null;
                            completionUsdPerMillion: string | null;
                            connection: string;
                            enabled: boolean;
                            fallbackModels: string[];
                            id: string;
                            maxTokens: number | null;
                            model: string;
                            name: string;
                            priority: number;
                            promptUsdPerMillion: string | null;
                            purposes: string[];
                            standing: {
                                code: string | null;
                                /** @enum {unknown} */
                                state: "ready" | "resting" | "budget_used_up" | "disabled";
                                until: string | null;
                            };
                            temperature: number | null;
                            timeoutMs: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAiConfigurations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    budgetUsdPerDay?: string | null;
                    completionUsdPerMillion?: string | null;
                    connection: string;
                    enabled?: boolean;
                    fallbackModels?: string[];
                    maxTokens?: number | null;
                    model: string;
                    name: string;
                    priority?: number;
                    promptUsdPerMillion?: string | null;
                    purposes?: string[];
                    temperature?: number | null;
                    timeoutMs?: number;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        budgetUsdPerDay: string | null;
                        completionUsdPerMillion: string | null;
                        connection: string;
                        enabled: boolean;
                        fallbackModels: string[];
                        id: string;
                        maxTokens: number | null;
                        model: string;
                        name: string;
                        priority: number;
                        promptUsdPerMillion: string | null;
                        purposes: string[];
                        standing: {
                            code: string | null;
                            /** @enum {unknown} */
                            state: "ready" | "resting" | "budget_used_up" | "disabled";
                            until: string | null;
                        };
                        temperature: number | null;
                        timeoutMs: number;
                    };
                };
            };
        };
    };
    getAiConfigurationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        budgetUsdPerDay: string | null;
                        completionUsdPerMillion: string | null;
                        connection: string;
                        enabled: boolean;
                        fallbackModels: string[];
                        id: string;
                        maxTokens: number | null;
                        model: string;
                        name: string;
                        priority: number;
                        promptUsdPerMillion: string | null;
                        purposes: string[];
                        standing: {
                            code: string | null;
                            /** @enum {unknown} */
                            state: "ready" | "resting" | "budget_used_up" | "disabled";
                            until: string | null;
                        };
                        temperature: number | null;
                        timeoutMs: number;
                    };
                };
            };
        };
    };
    deleteAiConfigurationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchAiConfigurationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    budgetUsdPerDay?: string | null;
                    completionUsdPerMillion?: string | null;
                    connection?: string;
                    enabled?: boolean;
                    fallbackModels?: string[];
                    maxTokens?: number | null;
                    model?: string;
                    name?: string;
                    priority?: number;
                    promptUsdPerMillion?: string | null;
                    purposes?: string[];
                    temperature?: number | null;
                    timeoutMs?: number;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        budgetUsdPerDay: string | null;
                        completionUsdPerMillion: string | null;
                        connection: string;
                        enabled: boolean;
                        fallbackModels: string[];
                        id: string;
                        maxTokens: number | null;
                        model: string;
                        name: string;
                        priority: number;
                        promptUsdPerMillion: string | null;
                        purposes: string[];
                        standing: {
                            code: string | null;
                            /** @enum {unknown} */
                            state: "ready" | "resting" | "budget_used_up" | "disabled";
                            until: string | null;
                        };
                        temperature: number | null;
                        timeoutMs: number;
                    };
                };
            };
        };
    };
    postAiConfigurationsByIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code?: string;
                        detail?: string;
                        durationMs: number;
                        model?: string;
                        ok: boolean;
                        text?: string;
                    };
                };
            };
        };
    };
    putAiConfigurationsOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    order: string[];
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            budgetUsdPerDay: string | null;
                            completionUsdPerMillion: string | null;
                            connection: string;
                            enabled: boolean;
                            fallbackModels: string[];
                            id: string;
                            maxTokens: number | null;
                            model: string;
                            name: string;
                            priority: number;
                            promptUsdPerMillion: string | null;
                            purposes: string[];
                            standing: {
                                code: string | null;
                                /** @enum {unknown} */
                                state: "ready" | "resting" | "budget_used_up" | "disabled";
                                until: string | null;
                            };
                            temperature: number | null;
                            timeoutMs: number;
                        }[];
                    };
                };
            };
        };
    };
    getAiUsage: {
        parameters: {
            query?: {
                /** @description A day or a moment, UTC. Usage is kept by the hour. */
                from?: string;
                groupBy?: ("configuration" | "model" | "purpose" | "prompt" | "day")[];
                /** @description A day or a moment, UTC. Usage is kept by the hour. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        items: {
                            answered: number;
                            cached: number;
                            completionTokens: number;
                            configuration: string | null;
                            costUsd: string;
                            day: string | null;
                            durationMs: number;
                            failed: {
                                [key: string]: number;
                            };
                            model: string | null;
                            name: string | null;
                            prompt: string | null;
                            promptTokens: number;
                            purpose: string | null;
                            skipped: {
                                [key: string]: number;
                            };
                            unpriced: number;
                        }[];
                        to: string;
                        total: {
                            answered: number;
                            cached: number;
                            completionTokens: number;
                            costUsd: string;
                            durationMs: number;
                            failed: {
                                [key: string]: number;
                            };
                            promptTokens: number;
                            skipped: {
                                [key: string]: number;
                            };
                            unpriced: number;
                        };
                    };
                };
            };
        };
    };
    getApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Absent: it counts from everywhere. */
                            allowedAddresses?: string[];
                            createdAt: string;
                            expiresAt?: string;
                            id: string;
                            /** @description To the minute. */
                            lastUsedAt?: string;
                            name: string;
                            /** @description The start of the key; the rest is not known any more. */
                            prefix: string;
                            revokedAt?: string;
                            scopes: string[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Addresses and networks (192.0.2.7, 192.0.2.0/24, 2001:db8::/32) that the key counts from. */
                    allowedAddresses?: string[];
                    expiresAt?: string;
                    name: string;
                    /** @description Permissions that you have yourself. */
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Absent: it counts from everywhere. */
                        allowedAddresses?: string[];
                        createdAt: string;
                        expiresAt?: string;
                        id: string;
                        key: string;
                        /** @description To the minute. */
                        lastUsedAt?: string;
                        name: string;
                        /** @description The start of the key; the rest is not known any more. */
                        prefix: string;
                        revokedAt?: string;
                        scopes: string[];
                    };
                };
            };
        };
    };
    getApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Absent: it counts from everywhere. */
                        allowedAddresses?: string[];
                        createdAt: string;
                        expiresAt?: string;
                        id: string;
                        /** @description To the minute. */
                        lastUsedAt?: string;
                        name: string;
                        /** @description The start of the key; the rest is not known any more. */
                        prefix: string;
                        revokedAt?: string;
                        scopes: string[];
                    };
                };
            };
        };
    };
    deleteApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allowedAddresses?: string[] | null;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Absent: it counts from everywhere. */
                        allowedAddresses?: string[];
                        createdAt: string;
                        expiresAt?: string;
                        id: string;
                        /** @description To the minute. */
                        lastUsedAt?: string;
                        name: string;
                        /** @description The start of the key; the rest is not known any more. */
                        prefix: string;
                        revokedAt?: string;
                        scopes: string[];
                    };
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                outcome?: "ok" | "denied" | "failed";
                target?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actor: {
                                id: string;
                                kind: string;
                                name: string;
                            };
                            at: string;
                            details: {
                                [key: string]: string | number;
                            };
                            id: string;
                            ip: string;
                            /** @enum {unknown} */
                            outcome: "ok" | "denied" | "failed";
                            problem: string | null;
                            requestId: string;
                            target: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                format?: "csv" | "ndjson";
                from?: string;
                outcome?: "ok" | "denied" | "failed";
                target?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description text/csv or application/x-ndjson */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getAuditSeals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Place of its first row: a moment and a count. */
                            from: string;
                            /** @description SHA-256, hexadecimal. */
                            hash: string;
                            number: number;
                            /** @description Hash of the seal before; empty for the first. */
                            previous: string;
                            rows: number;
                            sealedAt: string;
                            /** @description Every row up to this place is in this seal or one before it. */
                            to: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getAuditSealsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id and digest of each row. */
                        entries: string[];
                        /** @description Place of its first row: a moment and a count. */
                        from: string;
                        /** @description SHA-256, hexadecimal. */
                        hash: string;
                        number: number;
                        /** @description Hash of the seal before; empty for the first. */
                        previous: string;
                        rows: number;
                        sealedAt: string;
                        /** @description Every row up to this place is in this seal or one before it. */
                        to: string;
                    };
                };
            };
        };
    };
    postAuditVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expect?: {
                        hash: string;
                        number: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description application/x-ndjson */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {unknown} */
                        kind: "user" | "api-key" | "local-cli" | "anonymous";
                        name: string;
                        passwordIsTemporary?: boolean;
                        permissions: string[];
                        role?: string;
                        /** @description Signing in asks for a code. Of people alone. */
                        totpEnabled?: boolean;
                    };
                };
            };
        };
    };
    postAuthPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only when it was given in a body. */
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For “Authorization: Bearer …”. */
                        accessToken: string;
                        /** @description Seconds for which the access token counts. */
                        expiresIn: number;
                        refreshToken?: string;
                        /** @enum {string} */
                        tokenType: "Bearer";
                    };
                };
            };
        };
    };
    getAuthSessions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            createdAt: string;
                            current: boolean;
                            expiresAt: string;
                            id: string;
                            ip: string;
                            lastUsedAt: string;
                            userAgent: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    deleteAuthSessionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /**
                     * @description Where the refresh token goes: a cookie that no script sees, or the body, for machines.
                     * @default cookie
                     * @enum {unknown}
                     */
                    tokenDelivery?: "cookie" | "body";
                    /** @description Six digits of the authenticator, or a recovery code. Spaces and hyphens do not matter. */
                    totp?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For “Authorization: Bearer …”. */
                        accessToken: string;
                        /** @description Seconds for which the access token counts. */
                        expiresIn: number;
                        refreshToken?: string;
                        /** @enum {string} */
                        tokenType: "Bearer";
                    };
                };
            };
        };
    };
    postAuthSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only when it was given in a body. */
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAuthTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        recoveryCodesLeft?: number;
                        since?: string;
                    };
                };
            };
        };
    };
    postAuthTotpBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Base32, for typing into an authenticator. */
                        secret: string;
                        /** @description otpauth://…, for a QR code. Holds the secret. */
                        uri: string;
                    };
                };
            };
        };
    };
    postAuthTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code. Spaces and hyphens do not matter. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each signs in once, in place of a code. */
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    postAuthTotpDisable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code. Spaces and hyphens do not matter. */
                    code: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthTotpRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Six digits of the authenticator, or a recovery code. Spaces and hyphens do not matter. */
                    code: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each signs in once, in place of a code. */
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    getChannelsByConnectionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connection: string;
                        failures: number;
                        pollIntervalMs: number;
                        seeded: boolean;
                        waitsUntil: string | null;
                    };
                };
            };
        };
    };
    putChannelsByConnectionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pollIntervalMs: number | null;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connection: string;
                        failures: number;
                        pollIntervalMs: number;
                        seeded: boolean;
                        waitsUntil: string | null;
                    };
                };
            };
        };
    };
    getChannelsByConnectionIdMessages: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "sending" | "sent" | "refused" | "failed" | "unknown";
            };
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            chatId: string;
                            connection: string;
                            createdAt: string;
                            createdBy: string;
                            id: string;
                            messageId: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            replyTo: string | null;
                            settled: {
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
                            /** @enum {unknown} */
                            status: "sending" | "sent" | "refused" | "failed" | "unknown";
                            text: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postChannelsByConnectionIdMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    chatId: string;
                    replyTo?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chatId: string;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        messageId: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        replyTo: string | null;
                        settled: {
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        /** @enum {unknown} */
                        status: "sending" | "sent" | "refused" | "failed" | "unknown";
                        text: string;
                    };
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chatId: string;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        messageId: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        replyTo: string | null;
                        settled: {
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        /** @enum {unknown} */
                        status: "sending" | "sent" | "refused" | "failed" | "unknown";
                        text: string;
                    };
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chatId: string;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        messageId: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        replyTo: string | null;
                        settled: {
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        /** @enum {unknown} */
                        status: "sending" | "sent" | "refused" | "failed" | "unknown";
                        text: string;
                    };
                };
            };
        };
    };
    postChannelsByConnectionIdPoll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        more: boolean;
                    };
                };
            };
        };
    };
    getConnections: {
        parameters: {
            query?: {
                capability?: string;
                cursor?: string;
                health?: "healthy" | "degraded" | "unhealthy" | "unknown";
                limit?: number;
                /** @description A part of it, in whatever case. */
                name?: string;
                plugin?: string;
                status?: "active" | "paused" | "disabled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                            allowedPrivateHosts: string[];
                            createdAt: string;
                            createdBy: string;
                            health: {
                                /** @description The first one. */
                                reason?: string;
                                /** @description Absent until it was looked at. */
                                since?: string;
                                /** @enum {unknown} */
                                status: "healthy" | "degraded" | "unhealthy" | "unknown";
                            };
                            id: string;
                            locked?: {
                                keyId: string;
                                reason: string;
                                secret: string;
                            };
                            name: string;
                            plugin: string;
                            secrets: {
                                [key: string]: {
                                    hint: string | null;
                                    items?: {
                                        addedAt: string;
                                        hint: string | null;
                                        id: string;
                                    }[];
                                    /** @enum {boolean} */
                                    set: true;
                                    updatedAt: string;
                                };
                            };
                            settings: {
                                [key: string]: unknown;
                            };
                            settingsVersion: number;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "disabled";
                            statusReason?: string;
                            testedAt?: string;
                            testResult?: {
                                code?: string;
                                message?: string;
                                /** @enum {unknown} */
                                outcome: "ok" | "failed";
                            };
                            updatedAt: string;
                            updatedBy: string;
                            /** @description Also the ETag. */
                            version: number;
                            /** @description Where the vendor sends webhooks of this connection. */
                            webhookUrl: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postConnections: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                    allowedPrivateHosts?: string[];
                    name: string;
                    plugin: string;
                    /** @description Secrets go in and never come out. An absent one stays, null deletes it. */
                    secrets?: {
                        [key: string]: string | string[] | {
                            add: string;
                        } | {
                            promote: string;
                        } | {
                            retire: string;
                        } | null;
                    };
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                        allowedPrivateHosts: string[];
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        locked?: {
                            keyId: string;
                            reason: string;
                            secret: string;
                        };
                        name: string;
                        plugin: string;
                        secrets: {
                            [key: string]: {
                                hint: string | null;
                                items?: {
                                    addedAt: string;
                                    hint: string | null;
                                    id: string;
                                }[];
                                /** @enum {boolean} */
                                set: true;
                                updatedAt: string;
                            };
                        };
                        settings: {
                            [key: string]: unknown;
                        };
                        settingsVersion: number;
                        /** @enum {unknown} */
                        status: "active" | "paused" | "disabled";
                        statusReason?: string;
                        testedAt?: string;
                        testResult?: {
                            code?: string;
                            message?: string;
                            /** @enum {unknown} */
                            outcome: "ok" | "failed";
                        };
                        updatedAt: string;
                        updatedBy: string;
                        /** @description Also the ETag. */
                        version: number;
                        /** @description Where the vendor sends webhooks of this connection. */
                        webhookUrl: string;
                    };
                };
            };
        };
    };
    getConnectionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                        allowedPrivateHosts: string[];
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        locked?: {
                            keyId: string;
                            reason: string;
                            secret: string;
                        };
                        name: string;
                        plugin: string;
                        secrets: {
                            [key: string]: {
                                hint: string | null;
                                items?: {
                                    addedAt: string;
                                    hint: string | null;
                                    id: string;
                                }[];
                                /** @enum {boolean} */
                                set: true;
                                updatedAt: string;
                            };
                        };
                        settings: {
                            [key: string]: unknown;
                        };
                        settingsVersion: number;
                        /** @enum {unknown} */
                        status: "active" | "paused" | "disabled";
                        statusReason?: string;
                        testedAt?: string;
                        testResult?: {
                            code?: string;
                            message?: string;
                            /** @enum {unknown} */
                            outcome: "ok" | "failed";
                        };
                        updatedAt: string;
                        updatedBy: string;
                        /** @description Also the ETag. */
                        version: number;
                        /** @description Where the vendor sends webhooks of this connection. */
                        webhookUrl: string;
                    };
                };
            };
        };
    };
    deleteConnectionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchConnectionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description A merge patch (RFC 7396): an absent member keeps, null deletes. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                    allowedPrivateHosts?: string[];
                    name?: string;
                    /** @description Secrets go in and never come out. An absent one stays, null deletes it. */
                    secrets?: {
                        [key: string]: string | string[] | {
                            add: string;
                        } | {
                            promote: string;
                        } | {
                            retire: string;
                        } | null;
                    };
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                        allowedPrivateHosts: string[];
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        locked?: {
                            keyId: string;
                            reason: string;
                            secret: string;
                        };
                        name: string;
                        plugin: string;
                        secrets: {
                            [key: string]: {
                                hint: string | null;
                                items?: {
                                    addedAt: string;
                                    hint: string | null;
                                    id: string;
                                }[];
                                /** @enum {boolean} */
                                set: true;
                                updatedAt: string;
                            };
                        };
                        settings: {
                            [key: string]: unknown;
                        };
                        settingsVersion: number;
                        /** @enum {unknown} */
                        status: "active" | "paused" | "disabled";
                        statusReason?: string;
                        testedAt?: string;
                        testResult?: {
                            code?: string;
                            message?: string;
                            /** @enum {unknown} */
                            outcome: "ok" | "failed";
                        };
                        updatedAt: string;
                        updatedBy: string;
                        /** @description Also the ETag. */
                        version: number;
                        /** @description Where the vendor sends webhooks of this connection. */
                        webhookUrl: string;
                    };
                };
            };
        };
    };
    getConnectionsByIdCalls: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            attempt: number;
                            code?: string;
                            durationMs: number;
                            operation: string;
                            /** @description success, or the class of the error */
                            outcome: string;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    getConnectionsByIdEmbeds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowedOrigins: string[];
                            connection: string;
                            createdAt: string;
                            createdBy: string;
                            expiresAt?: string;
                            id: string;
                            name: string;
                            revokedAt?: string;
                            /** @description The page to frame; its token goes behind a `#`. */
                            url: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postConnectionsByIdEmbeds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the pages that frame it or ask from a browser: `https://www.example.com`. No wildcards. */
                    allowedOrigins: string[];
                    expiresAt?: string;
                    /** @description What whoever looks at it reads. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowedOrigins: string[];
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        expiresAt?: string;
                        id: string;
                        name: string;
                        revokedAt?: string;
                        token: string;
                        /** @description The page to frame; its token goes behind a `#`. */
                        url: string;
                    };
                };
            };
        };
    };
    getConnectionsByIdHealth: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checkedAt?: string;
                        history: {
                            at: string;
                            codes: string[];
                            /** @enum {unknown} */
                            status: "healthy" | "degraded" | "unhealthy" | "unknown";
                        }[];
                        lanes: {
                            name: string;
                            override?: {
                                by: string;
                                reason: string;
                                state: string;
                                until: string;
                            };
                            /** @description closed, half_open, open, forced_open or forced_closed */
                            state: string;
                        }[];
                        minutes: {
                            /** @description The minute’s begin. */
                            at: string;
                            byOutcome: {
                                [key: string]: number;
                            };
                            calls: number;
                            connection: string;
                            errors: number;
                            p50Ms: number | null;
                            p95Ms: number | null;
                            p99Ms: number | null;
                            /** @description Of the plugin. */
                            version: string;
                        }[];
                        reasons: {
                            code: string;
                            since: string;
                            source: string;
                            text: string;
                        }[];
                        since?: string;
                        /** @enum {unknown} */
                        status: "healthy" | "degraded" | "unhealthy" | "unknown";
                        /** @description After this the status is unknown. */
                        validUntil?: string;
                    };
                };
            };
        };
    };
    postConnectionsByIdLanesByLaneOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                lane: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {unknown} */
                    state: "open" | "closed" | "automatic";
                    until?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lanes: {
                            name: string;
                            override?: {
                                by: string;
                                reason: string;
                                state: string;
                                until: string;
                            };
                            /** @description closed, half_open, open, forced_open or forced_closed */
                            state: string;
                        }[];
                    };
                };
            };
        };
    };
    postConnectionsByIdOperationsByOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                operation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        output: unknown;
                    };
                };
            };
        };
    };
    postConnectionsByIdPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                        allowedPrivateHosts: string[];
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        locked?: {
                            keyId: string;
                            reason: string;
                            secret: string;
                        };
                        name: string;
                        plugin: string;
                        secrets: {
                            [key: string]: {
                                hint: string | null;
                                items?: {
                                    addedAt: string;
                                    hint: string | null;
                                    id: string;
                                }[];
                                /** @enum {boolean} */
                                set: true;
                                updatedAt: string;
                            };
                        };
                        settings: {
                            [key: string]: unknown;
                        };
                        settingsVersion: number;
                        /** @enum {unknown} */
                        status: "active" | "paused" | "disabled";
                        statusReason?: string;
                        testedAt?: string;
                        testResult?: {
                            code?: string;
                            message?: string;
                            /** @enum {unknown} */
                            outcome: "ok" | "failed";
                        };
                        updatedAt: string;
                        updatedBy: string;
                        /** @description Also the ETag. */
                        version: number;
                        /** @description Where the vendor sends webhooks of this connection. */
                        webhookUrl: string;
                    };
                };
            };
        };
    };
    postConnectionsByIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                        allowedPrivateHosts: string[];
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        locked?: {
                            keyId: string;
                            reason: string;
                            secret: string;
                        };
                        name: string;
                        plugin: string;
                        secrets: {
                            [key: string]: {
                                hint: string | null;
                                items?: {
                                    addedAt: string;
                                    hint: string | null;
                                    id: string;
                                }[];
                                /** @enum {boolean} */
                                set: true;
                                updatedAt: string;
                            };
                        };
                        settings: {
                            [key: string]: unknown;
                        };
                        settingsVersion: number;
                        /** @enum {unknown} */
                        status: "active" | "paused" | "disabled";
                        statusReason?: string;
                        testedAt?: string;
                        testResult?: {
                            code?: string;
                            message?: string;
                            /** @enum {unknown} */
                            outcome: "ok" | "failed";
                        };
                        updatedAt: string;
                        updatedBy: string;
                        /** @description Also the ETag. */
                        version: number;
                        /** @description Where the vendor sends webhooks of this connection. */
                        webhookUrl: string;
                    };
                };
            };
        };
    };
    putConnectionsByIdSecrets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Secrets go in and never come out. An absent one stays, null deletes it. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: string | string[] | {
                        add: string;
                    } | {
                        promote: string;
                    } | {
                        retire: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                        allowedPrivateHosts: string[];
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        locked?: {
                            keyId: string;
                            reason: string;
                            secret: string;
                        };
                        name: string;
                        plugin: string;
                        secrets: {
                            [key: string]: {
                                hint: string | null;
                                items?: {
                                    addedAt: string;
                                    hint: string | null;
                                    id: string;
                                }[];
                                /** @enum {boolean} */
                                set: true;
                                updatedAt: string;
                            };
                        };
                        settings: {
                            [key: string]: unknown;
                        };
                        settingsVersion: number;
                        /** @enum {unknown} */
                        status: "active" | "paused" | "disabled";
                        statusReason?: string;
                        testedAt?: string;
                        testResult?: {
                            code?: string;
                            message?: string;
                            /** @enum {unknown} */
                            outcome: "ok" | "failed";
                        };
                        updatedAt: string;
                        updatedBy: string;
                        /** @description Also the ETag. */
                        version: number;
                        /** @description Where the vendor sends webhooks of this connection. */
                        webhookUrl: string;
                    };
                };
            };
        };
    };
    postConnectionsByIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account?: {
                            id: string;
                            label?: string;
                        };
                        code?: string;
                        message?: string;
                        /** @description live, test or unknown */
                        mode?: string;
                        /** @enum {unknown} */
                        outcome: "ok" | "failed";
                        warnings?: string[];
                    };
                };
            };
        };
    };
    postConnectionsByIdTry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What would be changed, as a PATCH takes it. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                    allowedPrivateHosts?: string[];
                    /** @description Secrets go in and never come out. An absent one stays, null deletes it. */
                    secrets?: {
                        [key: string]: string | string[] | {
                            add: string;
                        } | {
                            promote: string;
                        } | {
                            retire: string;
                        } | null;
                    };
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account?: {
                            id: string;
                            label?: string;
                        };
                        code?: string;
                        message?: string;
                        /** @description live, test or unknown */
                        mode?: string;
                        /** @enum {unknown} */
                        outcome: "ok" | "failed";
                        warnings?: string[];
                    };
                };
            };
        };
    };
    postConnectionsTry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Hosts of the own network that the plugin may reach besides public ones, such as 127.0.0.1. */
                    allowedPrivateHosts?: string[];
                    plugin: string;
                    /** @description Secrets go in and never come out. An absent one stays, null deletes it. */
                    secrets?: {
                        [key: string]: string | string[] | {
                            add: string;
                        } | {
                            promote: string;
                        } | {
                            retire: string;
                        } | null;
                    };
                    settings?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account?: {
                            id: string;
                            label?: string;
                        };
                        code?: string;
                        message?: string;
                        /** @description live, test or unknown */
                        mode?: string;
                        /** @enum {unknown} */
                        outcome: "ok" | "failed";
                        warnings?: string[];
                    };
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                cursor?: string;
                email?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            country: string | null;
                            email: string | null;
                            firstPaymentAt: string | null;
                            id: string;
                            lastPaymentAt: string | null;
                            name: string | null;
                            payments: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getCustomersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: {
                            country: string | null;
                            email: string | null;
                            firstPaymentAt: string | null;
                            id: string;
                            lastPaymentAt: string | null;
                            name: string | null;
                            payments: number;
                        };
                        payments: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    putCustomersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    country?: string | null;
                    email?: string | null;
                    name?: string | null;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country: string | null;
                        email: string | null;
                        firstPaymentAt: string | null;
                        id: string;
                        lastPaymentAt: string | null;
                        name: string | null;
                        payments: number;
                    };
                };
            };
        };
    };
    getDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                endpoint?: string;
                from?: string;
                limit?: number;
                status?: "pending" | "succeeded" | "failed" | "cancelled";
                to?: string;
                /** @description A type of event; may end in *: payment.* */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attemptCount: number;
                            createdAt: string;
                            endpoint: string;
                            eventAt: string;
                            id: string;
                            lastError: string | null;
                            lastStatus: number | null;
                            nextAttemptAt: string | null;
                            settledAt: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled";
                            type: string;
                            /** @description The event’s id: the `webhook-id` of every attempt. */
                            webhookId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getDeliveriesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attemptCount: number;
                        /** @description The last 30, the latest last. */
                        attempts: {
                            at: string;
                            durationMs: number;
                            /** @description Null: it arrived. */
                            error: string | null;
                            /** @description The first 4 KB of the answer. */
                            reply: string;
                            status: number | null;
                        }[];
                        /** @description What is signed and sent, to the byte. */
                        body: string;
                        createdAt: string;
                        endpoint: string;
                        eventAt: string;
                        id: string;
                        lastError: string | null;
                        lastStatus: number | null;
                        nextAttemptAt: string | null;
                        settledAt: string | null;
                        /** @enum {unknown} */
                        status: "pending" | "succeeded" | "failed" | "cancelled";
                        type: string;
                        /** @description The event’s id: the `webhook-id` of every attempt. */
                        webhookId: string;
                    };
                };
            };
        };
    };
    postDeliveriesByIdRedeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attemptCount: number;
                        createdAt: string;
                        endpoint: string;
                        eventAt: string;
                        id: string;
                        lastError: string | null;
                        lastStatus: number | null;
                        nextAttemptAt: string | null;
                        settledAt: string | null;
                        /** @enum {unknown} */
                        status: "pending" | "succeeded" | "failed" | "cancelled";
                        type: string;
                        /** @description The event’s id: the `webhook-id` of every attempt. */
                        webhookId: string;
                    };
                };
            };
        };
    };
    getDisputes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "inquiry" | "needs_response" | "under_review" | "won" | "lost" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            connection: string | null;
                            disputeRef: string;
                            paymentId: string;
                            reason: string | null;
                            reference: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    deleteEmbedsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getEmbedsByIdHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        health: {
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                            since?: string;
                            /** @enum {unknown} */
                            status: "healthy" | "degraded" | "unhealthy" | "unknown";
                        };
                        name: string;
                        /** @description Of the last day, or since the connection is known: the share of the time that it was not unhealthy. */
                        uptime: {
                            share: number | null;
                            since: string;
                        };
                    };
                };
            };
        };
    };
    getEventTypes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            example: {
                                [key: string]: unknown;
                            };
                            /** @description Takes the narrowest topic. `events.read` reads every event. */
                            permission: string;
                            /** @description JSON Schema of `data`. */
                            schema: {
                                [key: string]: unknown;
                            };
                            /** @description What `subject` of such an event is. */
                            subject: string;
                            /** @description What has happened. */
                            summary: string;
                            /** @description Of the websocket, the narrowest first. */
                            topics: string[];
                            type: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /** @description With the oldest first. Default: 0. */
                after?: number;
                /** @description With the latest first. Default: the end of the log. */
                before?: number;
                limit?: number;
                /** @description Which comes first. Default: oldest. */
                order?: "oldest" | "latest";
                /** @description Default: all. May be repeated. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            data: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            id: string;
                            sequence: string;
                            source: string;
                            /** @enum {string} */
                            specversion: "1.0";
                            subject?: string;
                            time: string;
                            type: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getEventsStream: {
        parameters: {
            query?: {
                after?: number;
                /** @description Default: all. May be repeated. */
                type?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description text/event-stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getInbox: {
        parameters: {
            query?: {
                connection?: string;
                cursor?: string;
                limit?: number;
                status?: "received" | "unverified" | "failed" | "dispatched" | "dead" | "forged";
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attempts: number;
                            connection: string;
                            /** @description How often the same event came again. */
                            duplicates: number;
                            /** @description The vendor’s id of the event: unique within the connection. */
                            eventId: string;
                            id: string;
                            lastError: string | null;
                            nextAttemptAt: string | null;
                            occurredAt: string | null;
                            receivedAt: string;
                            /** @enum {unknown} */
                            status: "received" | "unverified" | "failed" | "dispatched" | "dead" | "forged";
                            type: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getInboxById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        connection: string;
                        /** @description How often the same event came again. */
                        duplicates: number;
                        event: unknown;
                        /** @description The vendor’s id of the event: unique within the connection. */
                        eventId: string;
                        id: string;
                        lastError: string | null;
                        nextAttemptAt: string | null;
                        occurredAt: string | null;
                        receivedAt: string;
                        response: unknown;
                        /** @enum {unknown} */
                        status: "received" | "unverified" | "failed" | "dispatched" | "dead" | "forged";
                        type: string;
                    };
                };
            };
        };
    };
    postInboxByIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        connection: string;
                        /** @description How often the same event came again. */
                        duplicates: number;
                        event: unknown;
                        /** @description The vendor’s id of the event: unique within the connection. */
                        eventId: string;
                        id: string;
                        lastError: string | null;
                        nextAttemptAt: string | null;
                        occurredAt: string | null;
                        receivedAt: string;
                        response: unknown;
                        /** @enum {unknown} */
                        status: "received" | "unverified" | "failed" | "dispatched" | "dead" | "forged";
                        type: string;
                    };
                };
            };
        };
    };
    getIncidents: {
        parameters: {
            query?: {
                code?: string;
                cursor?: string;
                limit?: number;
                severity?: "info" | "warning" | "error" | "critical";
                state?: ("open" | "acknowledged" | "resolved")[];
                subjectKind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acknowledgedAt?: string;
                            acknowledgedBy?: string;
                            action?: {
                                kind: string;
                                label: string;
                                parameters?: {
                                    [key: string]: string;
                                };
                            };
                            code: string;
                            count: number;
                            detail: string;
                            id: string;
                            lastAt: string;
                            resolvedAt?: string;
                            resolvedBy?: string;
                            /** @enum {unknown} */
                            severity: "info" | "warning" | "error" | "critical";
                            since: string;
                            /** @enum {unknown} */
                            state: "open" | "acknowledged" | "resolved";
                            subject: {
                                id: string;
                                kind: string;
                            };
                            title: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getIncidentsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acknowledgedAt?: string;
                        acknowledgedBy?: string;
                        action?: {
                            kind: string;
                            label: string;
                            parameters?: {
                                [key: string]: string;
                            };
                        };
                        code: string;
                        count: number;
                        detail: string;
                        id: string;
                        lastAt: string;
                        resolvedAt?: string;
                        resolvedBy?: string;
                        /** @enum {unknown} */
                        severity: "info" | "warning" | "error" | "critical";
                        since: string;
                        /** @enum {unknown} */
                        state: "open" | "acknowledged" | "resolved";
                        subject: {
                            id: string;
                            kind: string;
                        };
                        title: string;
                    };
                };
            };
        };
    };
    postIncidentsByIdAcknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acknowledgedAt?: string;
                        acknowledgedBy?: string;
                        action?: {
                            kind: string;
                            label: string;
                            parameters?: {
                                [key: string]: string;
                            };
                        };
                        code: string;
                        count: number;
                        detail: string;
                        id: string;
                        lastAt: string;
                        resolvedAt?: string;
                        resolvedBy?: string;
                        /** @enum {unknown} */
                        severity: "info" | "warning" | "error" | "critical";
                        since: string;
                        /** @enum {unknown} */
                        state: "open" | "acknowledged" | "resolved";
                        subject: {
                            id: string;
                            kind: string;
                        };
                        title: string;
                    };
                };
            };
        };
    };
    postIncidentsByIdResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acknowledgedAt?: string;
                        acknowledgedBy?: string;
                        action?: {
                            kind: string;
                            label: string;
                            parameters?: {
                                [key: string]: string;
                            };
                        };
                        code: string;
                        count: number;
                        detail: string;
                        id: string;
                        lastAt: string;
                        resolvedAt?: string;
                        resolvedBy?: string;
                        /** @enum {unknown} */
                        severity: "info" | "warning" | "error" | "critical";
                        since: string;
                        /** @enum {unknown} */
                        state: "open" | "acknowledged" | "resolved";
                        subject: {
                            id: string;
                            kind: string;
                        };
                        title: string;
                    };
                };
            };
        };
    };
    getJobsDead: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attempts: number;
                            createdAt: string;
                            id: string;
                            key: string | null;
                            lastError: string | null;
                            name: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    deleteJobsDeadById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postJobsDeadByIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLedger: {
        parameters: {
            query?: {
                account?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                payment?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            id: string;
                            key: string;
                            lines: {
                                account: string;
                                amountMinor: string;
                                currency: string;
                            }[];
                            paymentId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getLedgerBalances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balanced: boolean;
                        balances: {
                            account: string;
                            amountMinor: string;
                            currency: string;
                        }[];
                        entries: number;
                        sums: {
                            amountMinor: string;
                            currency: string;
                        }[];
                    };
                };
            };
        };
    };
    getLedgerExport: {
        parameters: {
            query?: {
                account?: string;
                from?: string;
                payment?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getLedgerRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        changedAt: string | null;
                        mended: number;
                        ofPayments: number;
                        payments: number;
                        startedAt: string | null;
                        /** @enum {unknown} */
                        state: "never" | "copying" | "payouts" | "clearing" | "done";
                        voided: number;
                    };
                };
            };
        };
    };
    postLedgerRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        changedAt: string | null;
                        mended: number;
                        ofPayments: number;
                        payments: number;
                        startedAt: string | null;
                        /** @enum {unknown} */
                        state: "never" | "copying" | "payouts" | "clearing" | "done";
                        voided: number;
                    };
                };
            };
        };
    };
    getMessages: {
        parameters: {
            query?: {
                after?: string;
                connection?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attachments: {
                                /** @enum {unknown} */
                                kind: "image" | "video" | "audio" | "document" | "link";
                                mediaType?: string;
                                name?: string;
                                ref?: string;
                                sizeBytes?: number;
                                url?: string;
                            }[];
                            author?: {
                                id?: string;
                                name?: string;
                            };
                            /** @enum {unknown} */
                            change: "created" | "edited" | "deleted";
                            chat?: {
                                id: string;
                                title?: string;
                            };
                            connection: string;
                            flooded: boolean;
                            id: string;
                            link?: string;
                            messageId: string;
                            receivedAt: string;
                            replyTo?: string;
                            revision: string;
                            seeded: boolean;
                            sentAt?: string;
                            text: string;
                            title?: string;
                            truncated: boolean;
                            /** @enum {unknown} */
                            via: "poll" | "webhook";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getMessagesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attachments: {
                            /** @enum {unknown} */
                            kind: "image" | "video" | "audio" | "document" | "link";
                            mediaType?: string;
                            name?: string;
                            ref?: string;
                            sizeBytes?: number;
                            url?: string;
                        }[];
                        author?: {
                            id?: string;
                            name?: string;
                        };
                        /** @enum {unknown} */
                        change: "created" | "edited" | "deleted";
                        chat?: {
                            id: string;
                            title?: string;
                        };
                        connection: string;
                        flooded: boolean;
                        id: string;
                        link?: string;
                        messageId: string;
                        receivedAt: string;
                        replyTo?: string;
                        revision: string;
                        seeded: boolean;
                        sentAt?: string;
                        text: string;
                        title?: string;
                        truncated: boolean;
                        /** @enum {unknown} */
                        via: "poll" | "webhook";
                    };
                };
            };
        };
    };
    getOutgoingMessagesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chatId: string;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        messageId: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        replyTo: string | null;
                        settled: {
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        /** @enum {unknown} */
                        status: "sending" | "sent" | "refused" | "failed" | "unknown";
                        text: string;
                    };
                };
            };
        };
    };
    postOutgoingMessagesByIdSettle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    as: "sent" | "failed";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chatId: string;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        id: string;
                        messageId: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        replyTo: string | null;
                        settled: {
                            at: string;
                            by: string;
                            reason: string;
                        } | null;
                        /** @enum {unknown} */
                        status: "sending" | "sent" | "refused" | "failed" | "unknown";
                        text: string;
                    };
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The latest 20 changes of health, newest first. */
                        changes: {
                            at: string;
                            codes: string[];
                            connection: string;
                            name: string;
                            /** @enum {unknown} */
                            status: "healthy" | "degraded" | "unhealthy" | "unknown";
                        }[];
                        /** @description The worst first, then by name. Calls and errors are attempts of the last hour. */
                        connections: {
                            calls: number;
                            errors: number;
                            /** @enum {unknown} */
                            health: "healthy" | "degraded" | "unhealthy" | "unknown";
                            id: string;
                            name: string;
                            plugin: string;
                            /** @description The first one. */
                            reason?: string;
                            since?: string;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "disabled";
                        }[];
                        /** @description Of active connections by their health; those that are paused or disabled count as paused alone. */
                        counts: {
                            degraded: number;
                            healthy: number;
                            paused: number;
                            unhealthy: number;
                            unknown: number;
                        };
                        /** @description The last 60, oldest first, of all connections together. */
                        minutes: {
                            at: string;
                            calls: number;
                            errors: number;
                        }[];
                        total: number;
                    };
                };
            };
        };
    };
    getParsers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            ai: {
                                enabled: boolean;
                                hint: string | null;
                            };
                            changedAt: string | null;
                            changedBy: string | null;
                            connection: string;
                            policy: {
                                duplicateMinutes: number;
                                /** @enum {unknown} */
                                edits: "auto" | "review";
                                publish: {
                                    enabled: boolean;
                                    maxAgeSeconds: number;
                                    minConfidence: number;
                                    mostPerHour: number;
                                    orderTypes: ("market" | "limit" | "stop" | "unstated")[];
                                    symbols: string[];
                                };
                                publishedMinutes: number;
                                reviewMinutes: number;
                                /** @enum {unknown} */
                                updates: "auto" | "review";
                            };
                            rules: {
                                /** @enum {unknown} */
                                defaultOrderType?: "market" | "limit";
                                defaultQuote?: string;
                                defaultSymbol?: string;
                                ignoreContaining?: string[];
                                inferSide?: boolean;
                                symbolAliases?: {
                                    [key: string]: string;
                                };
                                templates?: {
                                    fixed?: {
                                        orderType?: ("market" | "limit" | "stop") | null;
                                        /** @enum {unknown} */
                                        side?: "buy" | "sell";
                                        symbol?: string;
                                    };
                                    name: string;
                                    parts: ({
                                        text: string;
                                    } | {
                                        /** @enum {unknown} */
                                        gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                                    })[];
                                }[];
                                words?: {
                                    buy?: string[];
                                    entry?: string[];
                                    ignore?: string[];
                                    market?: string[];
                                    sell?: string[];
                                    stopLoss?: string[];
                                    takeProfit?: string[];
                                };
                            };
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getParsersByConnectionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ai: {
                            enabled: boolean;
                            hint: string | null;
                        };
                        changedAt: string | null;
                        changedBy: string | null;
                        connection: string;
                        policy: {
                            duplicateMinutes: number;
                            /** @enum {unknown} */
                            edits: "auto" | "review";
                            publish: {
                                enabled: boolean;
                                maxAgeSeconds: number;
                                minConfidence: number;
                                mostPerHour: number;
                                orderTypes: ("market" | "limit" | "stop" | "unstated")[];
                                symbols: string[];
                            };
                            publishedMinutes: number;
                            reviewMinutes: number;
                            /** @enum {unknown} */
                            updates: "auto" | "review";
                        };
                        rules: {
                            /** @enum {unknown} */
                            defaultOrderType?: "market" | "limit";
                            defaultQuote?: string;
                            defaultSymbol?: string;
                            ignoreContaining?: string[];
                            inferSide?: boolean;
                            symbolAliases?: {
                                [key: string]: string;
                            };
                            templates?: {
                                fixed?: {
                                    orderType?: ("market" | "limit" | "stop") | null;
                                    /** @enum {unknown} */
                                    side?: "buy" | "sell";
                                    symbol?: string;
                                };
                                name: string;
                                parts: ({
                                    text: string;
                                } | {
                                    /** @enum {unknown} */
                                    gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                                })[];
                            }[];
                            words?: {
                                buy?: string[];
                                entry?: string[];
                                ignore?: string[];
                                market?: string[];
                                sell?: string[];
                                stopLoss?: string[];
                                takeProfit?: string[];
                            };
                        };
                        version: number;
                    };
                };
            };
        };
    };
    putParsersByConnectionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ai?: {
                        enabled?: boolean;
                        hint?: string | null;
                    };
                    policy?: {
                        duplicateMinutes?: number;
                        /** @enum {unknown} */
                        edits?: "auto" | "review";
                        publish?: {
                            enabled?: boolean;
                            maxAgeSeconds?: number;
                            minConfidence?: number;
                            mostPerHour?: number;
                            orderTypes?: ("market" | "limit" | "stop" | "unstated")[];
                            symbols?: string[];
                        };
                        publishedMinutes?: number;
                        reviewMinutes?: number;
                        /** @enum {unknown} */
                        updates?: "auto" | "review";
                    };
                    rules?: {
                        /** @enum {unknown} */
                        defaultOrderType?: "market" | "limit";
                        defaultQuote?: string;
                        defaultSymbol?: string;
                        ignoreContaining?: string[];
                        inferSide?: boolean;
                        symbolAliases?: {
                            [key: string]: string;
                        };
                        templates?: {
                            fixed?: {
                                orderType?: ("market" | "limit" | "stop") | null;
                                /** @enum {unknown} */
                                side?: "buy" | "sell";
                                symbol?: string;
                            };
                            name: string;
                            parts: ({
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                            })[];
                        }[];
                        words?: {
                            buy?: string[];
                            entry?: string[];
                            ignore?: string[];
                            market?: string[];
                            sell?: string[];
                            stopLoss?: string[];
                            takeProfit?: string[];
                        };
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ai: {
                            enabled: boolean;
                            hint: string | null;
                        };
                        changedAt: string | null;
                        changedBy: string | null;
                        connection: string;
                        policy: {
                            duplicateMinutes: number;
                            /** @enum {unknown} */
                            edits: "auto" | "review";
                            publish: {
                                enabled: boolean;
                                maxAgeSeconds: number;
                                minConfidence: number;
                                mostPerHour: number;
                                orderTypes: ("market" | "limit" | "stop" | "unstated")[];
                                symbols: string[];
                            };
                            publishedMinutes: number;
                            reviewMinutes: number;
                            /** @enum {unknown} */
                            updates: "auto" | "review";
                        };
                        rules: {
                            /** @enum {unknown} */
                            defaultOrderType?: "market" | "limit";
                            defaultQuote?: string;
                            defaultSymbol?: string;
                            ignoreContaining?: string[];
                            inferSide?: boolean;
                            symbolAliases?: {
                                [key: string]: string;
                            };
                            templates?: {
                                fixed?: {
                                    orderType?: ("market" | "limit" | "stop") | null;
                                    /** @enum {unknown} */
                                    side?: "buy" | "sell";
                                    symbol?: string;
                                };
                                name: string;
                                parts: ({
                                    text: string;
                                } | {
                                    /** @enum {unknown} */
                                    gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                                })[];
                            }[];
                            words?: {
                                buy?: string[];
                                entry?: string[];
                                ignore?: string[];
                                market?: string[];
                                sell?: string[];
                                stopLoss?: string[];
                                takeProfit?: string[];
                            };
                        };
                        version: number;
                    };
                };
            };
        };
    };
    deleteParsersByConnectionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postParsersByConnectionIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from?: string;
                    rules?: {
                        /** @enum {unknown} */
                        defaultOrderType?: "market" | "limit";
                        defaultQuote?: string;
                        defaultSymbol?: string;
                        ignoreContaining?: string[];
                        inferSide?: boolean;
                        symbolAliases?: {
                            [key: string]: string;
                        };
                        templates?: {
                            fixed?: {
                                orderType?: ("market" | "limit" | "stop") | null;
                                /** @enum {unknown} */
                                side?: "buy" | "sell";
                                symbol?: string;
                            };
                            name: string;
                            parts: ({
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                            })[];
                        }[];
                        words?: {
                            buy?: string[];
                            entry?: string[];
                            ignore?: string[];
                            market?: string[];
                            sell?: string[];
                            stopLoss?: string[];
                            takeProfit?: string[];
                        };
                    };
                    to?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connection: string;
                        counts: {
                            after: {
                                [key: string]: number;
                            };
                            before: {
                                [key: string]: number;
                            };
                            changed: number;
                            messages: number;
                        };
                        id: string;
                        problem: string | null;
                        startedAt: string;
                        startedBy: string;
                        /** @enum {unknown} */
                        status: "running" | "done" | "failed";
                    };
                };
            };
        };
    };
    postParsersByConnectionIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ai: {
                            enabled: boolean;
                            hint: string | null;
                        };
                        changedAt: string | null;
                        changedBy: string | null;
                        connection: string;
                        policy: {
                            duplicateMinutes: number;
                            /** @enum {unknown} */
                            edits: "auto" | "review";
                            publish: {
                                enabled: boolean;
                                maxAgeSeconds: number;
                                minConfidence: number;
                                mostPerHour: number;
                                orderTypes: ("market" | "limit" | "stop" | "unstated")[];
                                symbols: string[];
                            };
                            publishedMinutes: number;
                            reviewMinutes: number;
                            /** @enum {unknown} */
                            updates: "auto" | "review";
                        };
                        rules: {
                            /** @enum {unknown} */
                            defaultOrderType?: "market" | "limit";
                            defaultQuote?: string;
                            defaultSymbol?: string;
                            ignoreContaining?: string[];
                            inferSide?: boolean;
                            symbolAliases?: {
                                [key: string]: string;
                            };
                            templates?: {
                                fixed?: {
                                    orderType?: ("market" | "limit" | "stop") | null;
                                    /** @enum {unknown} */
                                    side?: "buy" | "sell";
                                    symbol?: string;
                                };
                                name: string;
                                parts: ({
                                    text: string;
                                } | {
                                    /** @enum {unknown} */
                                    gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                                })[];
                            }[];
                            words?: {
                                buy?: string[];
                                entry?: string[];
                                ignore?: string[];
                                market?: string[];
                                sell?: string[];
                                stopLoss?: string[];
                                takeProfit?: string[];
                            };
                        };
                        version: number;
                    };
                };
            };
        };
    };
    postParsersByConnectionIdTemplatesLearn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    examples: {
                        entry: string[] | null;
                        /** @enum {unknown} */
                        side: "buy" | "sell";
                        stopLoss: string | null;
                        symbol: string;
                        takeProfits: string[];
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        template: {
                            fixed?: {
                                orderType?: ("market" | "limit" | "stop") | null;
                                /** @enum {unknown} */
                                side?: "buy" | "sell";
                                symbol?: string;
                            };
                            name: string;
                            parts: ({
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                            })[];
                        };
                    };
                };
            };
        };
    };
    getParsersByConnectionIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            ai: {
                                enabled: boolean;
                                hint: string | null;
                            };
                            changedAt: string;
                            changedBy: string;
                            policy: {
                                duplicateMinutes: number;
                                /** @enum {unknown} */
                                edits: "auto" | "review";
                                publish: {
                                    enabled: boolean;
                                    maxAgeSeconds: number;
                                    minConfidence: number;
                                    mostPerHour: number;
                                    orderTypes: ("market" | "limit" | "stop" | "unstated")[];
                                    symbols: string[];
                                };
                                publishedMinutes: number;
                                reviewMinutes: number;
                                /** @enum {unknown} */
                                updates: "auto" | "review";
                            };
                            rules: {
                                /** @enum {unknown} */
                                defaultOrderType?: "market" | "limit";
                                defaultQuote?: string;
                                defaultSymbol?: string;
                                ignoreContaining?: string[];
                                inferSide?: boolean;
                                symbolAliases?: {
                                    [key: string]: string;
                                };
                                templates?: {
                                    fixed?: {
                                        orderType?: ("market" | "limit" | "stop") | null;
                                        /** @enum {unknown} */
                                        side?: "buy" | "sell";
                                        symbol?: string;
                                    };
                                    name: string;
                                    parts: ({
                                        text: string;
                                    } | {
                                        /** @enum {unknown} */
                                        gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                                    })[];
                                }[];
                                words?: {
                                    buy?: string[];
                                    entry?: string[];
                                    ignore?: string[];
                                    market?: string[];
                                    sell?: string[];
                                    stopLoss?: string[];
                                    takeProfit?: string[];
                                };
                            };
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    getParsersReplaysById: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connection: string;
                        counts: {
                            after: {
                                [key: string]: number;
                            };
                            before: {
                                [key: string]: number;
                            };
                            changed: number;
                            messages: number;
                        };
                        id: string;
                        items: {
                            after: {
                                actions: {
                                    index?: number;
                                    percent?: string;
                                    price?: string;
                                    stopLoss?: string;
                                    takeProfits?: string[];
                                    /** @enum {unknown} */
                                    type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                                }[];
                                confidence: number;
                                /** @enum {unknown} */
                                kind: "signal" | "update" | "chatter" | "several";
                                signals: {
                                    breakevenAfterTp?: number;
                                    dca?: string[];
                                    entry: string[] | null;
                                    leverage?: string[];
                                    option?: {
                                        expiry?: string;
                                        /** @enum {unknown} */
                                        right: "call" | "put";
                                        strike: string;
                                    };
                                    orderType: ("market" | "limit" | "stop") | null;
                                    origins: {
                                        [key: string]: string;
                                    };
                                    reject?: string;
                                    riskPercent?: string[];
                                    runner: boolean;
                                    /** @enum {unknown} */
                                    side: "buy" | "sell";
                                    stopCondition?: string;
                                    stopLoss: string | null;
                                    stopLossPercent?: string[];
                                    stopLossPips?: string;
                                    symbol: string;
                                    takeProfitPercent?: string[];
                                    takeProfitPips?: string[];
                                    takeProfits: string[];
                                    timeframe?: string;
                                    unit?: string;
                                    valid: boolean;
                                }[];
                                symbol: string | null;
                            };
                            before: {
                                actions: {
                                    index?: number;
                                    percent?: string;
                                    price?: string;
                                    stopLoss?: string;
                                    takeProfits?: string[];
                                    /** @enum {unknown} */
                                    type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                                }[];
                                confidence: number;
                                /** @enum {unknown} */
                                kind: "signal" | "update" | "chatter" | "several";
                                signals: {
                                    breakevenAfterTp?: number;
                                    dca?: string[];
                                    entry: string[] | null;
                                    leverage?: string[];
                                    option?: {
                                        expiry?: string;
                                        /** @enum {unknown} */
                                        right: "call" | "put";
                                        strike: string;
                                    };
                                    orderType: ("market" | "limit" | "stop") | null;
                                    origins: {
                                        [key: string]: string;
                                    };
                                    reject?: string;
                                    riskPercent?: string[];
                                    runner: boolean;
                                    /** @enum {unknown} */
                                    side: "buy" | "sell";
                                    stopCondition?: string;
                                    stopLoss: string | null;
                                    stopLossPercent?: string[];
                                    stopLossPips?: string;
                                    symbol: string;
                                    takeProfitPercent?: string[];
                                    takeProfitPips?: string[];
                                    takeProfits: string[];
                                    timeframe?: string;
                                    unit?: string;
                                    valid: boolean;
                                }[];
                                symbol: string | null;
                            };
                            messageId: string;
                            revision: string;
                            text: string;
                        }[];
                        nextCursor: string | null;
                        problem: string | null;
                        startedAt: string;
                        startedBy: string;
                        /** @enum {unknown} */
                        status: "running" | "done" | "failed";
                    };
                };
            };
        };
    };
    postParsersTry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    connection?: string;
                    rules?: {
                        /** @enum {unknown} */
                        defaultOrderType?: "market" | "limit";
                        defaultQuote?: string;
                        defaultSymbol?: string;
                        ignoreContaining?: string[];
                        inferSide?: boolean;
                        symbolAliases?: {
                            [key: string]: string;
                        };
                        templates?: {
                            fixed?: {
                                orderType?: ("market" | "limit" | "stop") | null;
                                /** @enum {unknown} */
                                side?: "buy" | "sell";
                                symbol?: string;
                            };
                            name: string;
                            parts: ({
                                text: string;
                            } | {
                                /** @enum {unknown} */
                                gap: "symbol" | "side" | "entry" | "stopLoss" | "takeProfits" | "orderType" | "anything";
                            })[];
                        }[];
                        words?: {
                            buy?: string[];
                            entry?: string[];
                            ignore?: string[];
                            market?: string[];
                            sell?: string[];
                            stopLoss?: string[];
                            takeProfit?: string[];
                        };
                    };
                    rulesOnly?: boolean;
                    text: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: {
                            index?: number;
                            percent?: string;
                            price?: string;
                            stopLoss?: string;
                            takeProfits?: string[];
                            /** @enum {unknown} */
                            type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                        }[];
                        ai: {
                            model: string | null;
                            problem: string | null;
                            signals: {
                                breakevenAfterTp?: number;
                                dca?: string[];
                                entry: string[] | null;
                                leverage?: string[];
                                option?: {
                                    expiry?: string;
                                    /** @enum {unknown} */
                                    right: "call" | "put";
                                    strike: string;
                                };
                                orderType: ("market" | "limit" | "stop") | null;
                                origins: {
                                    [key: string]: string;
                                };
                                reject?: string;
                                riskPercent?: string[];
                                runner: boolean;
                                /** @enum {unknown} */
                                side: "buy" | "sell";
                                stopCondition?: string;
                                stopLoss: string | null;
                                stopLossPercent?: string[];
                                stopLossPips?: string;
                                symbol: string;
                                takeProfitPercent?: string[];
                                takeProfitPips?: string[];
                                takeProfits: string[];
                                timeframe?: string;
                                unit?: string;
                                valid: boolean;
                            }[];
                            state: string;
                        } | null;
                        confidence: number;
                        decision: {
                            /** @enum {unknown} */
                            outcome: "publish" | "review" | "reject" | "apply" | "ignore";
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                        };
                        decisions: {
                            /** @enum {unknown} */
                            outcome: "publish" | "review" | "reject" | "apply" | "ignore";
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                        }[];
                        evidence: {
                            end: number;
                            field: string;
                            start: number;
                            text: string;
                            why: string;
                        }[];
                        /** @enum {unknown} */
                        kind: "signal" | "update" | "chatter" | "several";
                        signals: {
                            breakevenAfterTp?: number;
                            dca?: string[];
                            entry: string[] | null;
                            leverage?: string[];
                            option?: {
                                expiry?: string;
                                /** @enum {unknown} */
                                right: "call" | "put";
                                strike: string;
                            };
                            orderType: ("market" | "limit" | "stop") | null;
                            origins: {
                                [key: string]: string;
                            };
                            reject?: string;
                            riskPercent?: string[];
                            runner: boolean;
                            /** @enum {unknown} */
                            side: "buy" | "sell";
                            stopCondition?: string;
                            stopLoss: string | null;
                            stopLossPercent?: string[];
                            stopLossPips?: string;
                            symbol: string;
                            takeProfitPercent?: string[];
                            takeProfitPips?: string[];
                            takeProfits: string[];
                            timeframe?: string;
                            unit?: string;
                            valid: boolean;
                        }[];
                        symbol: string | null;
                    };
                };
            };
        };
    };
    getPayments: {
        parameters: {
            query?: {
                connection?: string;
                cursor?: string;
                customer?: string;
                limit?: number;
                reference?: string;
                status?: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                subscription?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postPayments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor: string;
                    cancelUrl?: string;
                    /**
                     * @default automatic
                     * @enum {unknown}
                     */
                    capture?: "automatic" | "manual";
                    /**
                     * @default direct
                     * @enum {unknown}
                     */
                    checkout?: "direct" | "page";
                    connections?: string[];
                    currency: string;
                    customer?: {
                        country?: string;
                        email?: string;
                        id?: string;
                        name?: string;
                    };
                    description?: string;
                    /** @default 86400 */
                    expiresInSeconds?: number;
                    metadata?: {
                        [key: string]: string;
                    };
                    reference?: string;
                    returnUrl?: string;
                    subscription?: {
                        /** @enum {unknown} */
                        billing: "provider" | "hub";
                        /** @default 1 */
                        every?: number;
                        /** @default 7 */
                        graceDays?: number;
                        name: string;
                        /**
                         * @default month
                         * @enum {unknown}
                         */
                        unit?: "day" | "week" | "month" | "year";
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        attempts: {
                            asked: {
                                amountMinor: string;
                                currency: string;
                            };
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            createdAt: string;
                            expiresAt: string | null;
                            number: number;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            providerRef: string | null;
                            redirectUrl: string | null;
                            status: string;
                        }[];
                        authorized: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        capture: "automatic" | "manual";
                        captured: {
                            amountMinor: string;
                            currency: string;
                        };
                        captures: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            fee: {
                                amountMinor: string;
                                currency: string;
                            } | null;
                            movementRef: string;
                        }[];
                        checkoutUrl: string;
                        createdAt: string;
                        createdBy: string;
                        customer: {
                            [key: string]: string;
                        } | null;
                        description: string | null;
                        disputed: {
                            amountMinor: string;
                            currency: string;
                        };
                        disputes: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            disputeRef: string;
                            reason: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        expiresAt: string;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        overpaid: {
                            amountMinor: string;
                            currency: string;
                        };
                        overpaidAsset: boolean;
                        reasons: string[];
                        redirectUrl: string | null;
                        reference: string | null;
                        refunded: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunding: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunds: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            id: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            refundRef: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                        }[];
                        reversed: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                        subscription: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        attempts: {
                            asked: {
                                amountMinor: string;
                                currency: string;
                            };
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            createdAt: string;
                            expiresAt: string | null;
                            number: number;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            providerRef: string | null;
                            redirectUrl: string | null;
                            status: string;
                        }[];
                        authorized: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        capture: "automatic" | "manual";
                        captured: {
                            amountMinor: string;
                            currency: string;
                        };
                        captures: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            fee: {
                                amountMinor: string;
                                currency: string;
                            } | null;
                            movementRef: string;
                        }[];
                        checkoutUrl: string;
                        createdAt: string;
                        createdBy: string;
                        customer: {
                            [key: string]: string;
                        } | null;
                        description: string | null;
                        disputed: {
                            amountMinor: string;
                            currency: string;
                        };
                        disputes: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            disputeRef: string;
                            reason: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        expiresAt: string;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        overpaid: {
                            amountMinor: string;
                            currency: string;
                        };
                        overpaidAsset: boolean;
                        reasons: string[];
                        redirectUrl: string | null;
                        reference: string | null;
                        refunded: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunding: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunds: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            id: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            refundRef: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                        }[];
                        reversed: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                        subscription: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
        };
    };
    getPaymentsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        attempts: {
                            asked: {
                                amountMinor: string;
                                currency: string;
                            };
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            createdAt: string;
                            expiresAt: string | null;
                            number: number;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            providerRef: string | null;
                            redirectUrl: string | null;
                            status: string;
                        }[];
                        authorized: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        capture: "automatic" | "manual";
                        captured: {
                            amountMinor: string;
                            currency: string;
                        };
                        captures: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            fee: {
                                amountMinor: string;
                                currency: string;
                            } | null;
                            movementRef: string;
                        }[];
                        checkoutUrl: string;
                        createdAt: string;
                        createdBy: string;
                        customer: {
                            [key: string]: string;
                        } | null;
                        description: string | null;
                        disputed: {
                            amountMinor: string;
                            currency: string;
                        };
                        disputes: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            disputeRef: string;
                            reason: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        expiresAt: string;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        overpaid: {
                            amountMinor: string;
                            currency: string;
                        };
                        overpaidAsset: boolean;
                        reasons: string[];
                        redirectUrl: string | null;
                        reference: string | null;
                        refunded: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunding: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunds: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            id: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            refundRef: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                        }[];
                        reversed: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                        subscription: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
        };
    };
    postPaymentsByIdCallsByCallDismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        attempts: {
                            asked: {
                                amountMinor: string;
                                currency: string;
                            };
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            createdAt: string;
                            expiresAt: string | null;
                            number: number;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            providerRef: string | null;
                            redirectUrl: string | null;
                            status: string;
                        }[];
                        authorized: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        capture: "automatic" | "manual";
                        captured: {
                            amountMinor: string;
                            currency: string;
                        };
                        captures: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            fee: {
                                amountMinor: string;
                                currency: string;
                            } | null;
                            movementRef: string;
                        }[];
                        checkoutUrl: string;
                        createdAt: string;
                        createdBy: string;
                        customer: {
                            [key: string]: string;
                        } | null;
                        description: string | null;
                        disputed: {
                            amountMinor: string;
                            currency: string;
                        };
                        disputes: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            disputeRef: string;
                            reason: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        expiresAt: string;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        overpaid: {
                            amountMinor: string;
                            currency: string;
                        };
                        overpaidAsset: boolean;
                        reasons: string[];
                        redirectUrl: string | null;
                        reference: string | null;
                        refunded: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunding: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunds: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            id: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            refundRef: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                        }[];
                        reversed: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                        subscription: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
        };
    };
    postPaymentsByIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        attempts: {
                            asked: {
                                amountMinor: string;
                                currency: string;
                            };
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            createdAt: string;
                            expiresAt: string | null;
                            number: number;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            providerRef: string | null;
                            redirectUrl: string | null;
                            status: string;
                        }[];
                        authorized: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        capture: "automatic" | "manual";
                        captured: {
                            amountMinor: string;
                            currency: string;
                        };
                        captures: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            fee: {
                                amountMinor: string;
                                currency: string;
                            } | null;
                            movementRef: string;
                        }[];
                        checkoutUrl: string;
                        createdAt: string;
                        createdBy: string;
                        customer: {
                            [key: string]: string;
                        } | null;
                        description: string | null;
                        disputed: {
                            amountMinor: string;
                            currency: string;
                        };
                        disputes: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            disputeRef: string;
                            reason: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        expiresAt: string;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        overpaid: {
                            amountMinor: string;
                            currency: string;
                        };
                        overpaidAsset: boolean;
                        reasons: string[];
                        redirectUrl: string | null;
                        reference: string | null;
                        refunded: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunding: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunds: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            id: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            refundRef: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                        }[];
                        reversed: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                        subscription: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
        };
    };
    postPaymentsByIdCapture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor?: string;
                    /** @default false */
                    final?: boolean;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payment: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        };
                        result: {
                            id: string;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_attempted" | "not_made" | "unknown";
                        };
                    };
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payment: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        };
                        result: {
                            id: string;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_attempted" | "not_made" | "unknown";
                        };
                    };
                };
            };
        };
    };
    postPaymentsByIdCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        attempts: {
                            asked: {
                                amountMinor: string;
                                currency: string;
                            };
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            createdAt: string;
                            expiresAt: string | null;
                            number: number;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            providerRef: string | null;
                            redirectUrl: string | null;
                            status: string;
                        }[];
                        authorized: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        capture: "automatic" | "manual";
                        captured: {
                            amountMinor: string;
                            currency: string;
                        };
                        captures: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            fee: {
                                amountMinor: string;
                                currency: string;
                            } | null;
                            movementRef: string;
                        }[];
                        checkoutUrl: string;
                        createdAt: string;
                        createdBy: string;
                        customer: {
                            [key: string]: string;
                        } | null;
                        description: string | null;
                        disputed: {
                            amountMinor: string;
                            currency: string;
                        };
                        disputes: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            disputeRef: string;
                            reason: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        expiresAt: string;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        overpaid: {
                            amountMinor: string;
                            currency: string;
                        };
                        overpaidAsset: boolean;
                        reasons: string[];
                        redirectUrl: string | null;
                        reference: string | null;
                        refunded: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunding: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunds: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            id: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            refundRef: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                        }[];
                        reversed: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                        subscription: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
        };
    };
    postPaymentsByIdRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor?: string;
                    movementRef?: string;
                    /** @enum {unknown} */
                    reason?: "requested_by_customer" | "duplicate" | "fraudulent";
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payment: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        };
                        result: {
                            id: string;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_attempted" | "not_made" | "unknown";
                        };
                    };
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payment: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        };
                        result: {
                            id: string;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_attempted" | "not_made" | "unknown";
                        };
                    };
                };
            };
        };
    };
    postPaymentsByIdResolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    /** @enum {unknown} */
                    status: "captured" | "failed" | "cancelled" | "expired" | "refunded";
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        attempts: {
                            asked: {
                                amountMinor: string;
                                currency: string;
                            };
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            createdAt: string;
                            expiresAt: string | null;
                            number: number;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            providerRef: string | null;
                            redirectUrl: string | null;
                            status: string;
                        }[];
                        authorized: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        capture: "automatic" | "manual";
                        captured: {
                            amountMinor: string;
                            currency: string;
                        };
                        captures: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            fee: {
                                amountMinor: string;
                                currency: string;
                            } | null;
                            movementRef: string;
                        }[];
                        checkoutUrl: string;
                        createdAt: string;
                        createdBy: string;
                        customer: {
                            [key: string]: string;
                        } | null;
                        description: string | null;
                        disputed: {
                            amountMinor: string;
                            currency: string;
                        };
                        disputes: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            disputeRef: string;
                            reason: string | null;
                            respondBy: string | null;
                            status: string;
                        }[];
                        expiresAt: string;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        overpaid: {
                            amountMinor: string;
                            currency: string;
                        };
                        overpaidAsset: boolean;
                        reasons: string[];
                        redirectUrl: string | null;
                        reference: string | null;
                        refunded: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunding: {
                            amountMinor: string;
                            currency: string;
                        };
                        refunds: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempt: number;
                            id: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            refundRef: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                        }[];
                        reversed: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                        subscription: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
        };
    };
    getPaymentsByIdTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            attempt: number | null;
                            by: string;
                            details: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            kind: "created" | "call" | "fact" | "decision" | "ledger";
                            occurredAt: string | null;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    postPaymentsByIdVoid: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payment: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        };
                        result: {
                            id: string;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_attempted" | "not_made" | "unknown";
                        };
                    };
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        payment: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            attempts: {
                                asked: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                charge: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                /** @enum {unknown} */
                                chargePaidBy: "merchant" | "customer";
                                connection: string;
                                createdAt: string;
                                expiresAt: string | null;
                                number: number;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                providerRef: string | null;
                                redirectUrl: string | null;
                                status: string;
                            }[];
                            authorized: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            capture: "automatic" | "manual";
                            captured: {
                                amountMinor: string;
                                currency: string;
                            };
                            captures: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                fee: {
                                    amountMinor: string;
                                    currency: string;
                                } | null;
                                movementRef: string;
                            }[];
                            checkoutUrl: string;
                            createdAt: string;
                            createdBy: string;
                            customer: {
                                [key: string]: string;
                            } | null;
                            description: string | null;
                            disputed: {
                                amountMinor: string;
                                currency: string;
                            };
                            disputes: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                disputeRef: string;
                                reason: string | null;
                                respondBy: string | null;
                                status: string;
                            }[];
                            expiresAt: string;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            overpaid: {
                                amountMinor: string;
                                currency: string;
                            };
                            overpaidAsset: boolean;
                            reasons: string[];
                            redirectUrl: string | null;
                            reference: string | null;
                            refunded: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunding: {
                                amountMinor: string;
                                currency: string;
                            };
                            refunds: {
                                amount: {
                                    amountMinor: string;
                                    currency: string;
                                };
                                attempt: number;
                                id: string | null;
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                refundRef: string | null;
                                /** @enum {unknown} */
                                status: "pending" | "succeeded" | "failed" | "cancelled" | "declined" | "unknown";
                            }[];
                            reversed: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            status: "created" | "requires_action" | "processing" | "unknown" | "authorized" | "partially_captured" | "captured" | "closed_partial" | "underpaid" | "partially_refunded" | "refunded" | "reversed" | "failed" | "cancelled" | "expired" | "review";
                            subscription: {
                                [key: string]: unknown;
                            } | null;
                        };
                        result: {
                            id: string;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_attempted" | "not_made" | "unknown";
                        };
                    };
                };
            };
        };
    };
    getPaymentsOptions: {
        parameters: {
            query: {
                amount: string;
                capture?: "automatic" | "manual";
                country?: string;
                currency: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        options: {
                            charge: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            chargePaidBy: "merchant" | "customer";
                            connection: string;
                            label: string;
                            total: {
                                amountMinor: string;
                                currency: string;
                            };
                        }[];
                        unavailable: {
                            connection: string;
                            label: string;
                            /** @enum {unknown} */
                            reason: "inactive" | "disabled" | "breaker_open" | "not_asked_for" | "subscription" | "capture" | "currency" | "country" | "bounds" | "rule";
                        }[];
                    };
                };
            };
        };
    };
    getPaymentsRouting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gateways: {
                            [key: string]: {
                                /**
                                 * @default merchant
                                 * @enum {unknown}
                                 */
                                chargePaidBy: "merchant" | "customer";
                                countries?: string[];
                                currencies?: string[];
                                /** @default true */
                                enabled: boolean;
                                fixed?: {
                                    [key: string]: string;
                                };
                                label?: string;
                                maximum?: {
                                    [key: string]: string;
                                };
                                minimum?: {
                                    [key: string]: string;
                                };
                                /** @default 100 */
                                priority: number;
                                /** @default 0 */
                                ratePercent: string;
                            };
                        };
                        rules: {
                            below?: {
                                [key: string]: string;
                            };
                            countries?: string[];
                            currencies?: string[];
                            from?: {
                                [key: string]: string;
                            };
                            name: string;
                            use: string[];
                        }[];
                    };
                };
            };
        };
    };
    putPaymentsRouting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    gateways: {
                        [key: string]: {
                            /**
                             * @default merchant
                             * @enum {unknown}
                             */
                            chargePaidBy: "merchant" | "customer";
                            countries?: string[];
                            currencies?: string[];
                            /** @default true */
                            enabled: boolean;
                            fixed?: {
                                [key: string]: string;
                            };
                            label?: string;
                            maximum?: {
                                [key: string]: string;
                            };
                            minimum?: {
                                [key: string]: string;
                            };
                            /** @default 100 */
                            priority: number;
                            /** @default 0 */
                            ratePercent: string;
                        };
                    };
                    rules: {
                        below?: {
                            [key: string]: string;
                        };
                        countries?: string[];
                        currencies?: string[];
                        from?: {
                            [key: string]: string;
                        };
                        name: string;
                        use: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gateways: {
                            [key: string]: {
                                /**
                                 * @default merchant
                                 * @enum {unknown}
                                 */
                                chargePaidBy: "merchant" | "customer";
                                countries?: string[];
                                currencies?: string[];
                                /** @default true */
                                enabled: boolean;
                                fixed?: {
                                    [key: string]: string;
                                };
                                label?: string;
                                maximum?: {
                                    [key: string]: string;
                                };
                                minimum?: {
                                    [key: string]: string;
                                };
                                /** @default 100 */
                                priority: number;
                                /** @default 0 */
                                ratePercent: string;
                            };
                        };
                        rules: {
                            below?: {
                                [key: string]: string;
                            };
                            countries?: string[];
                            currencies?: string[];
                            from?: {
                                [key: string]: string;
                            };
                            name: string;
                            use: string[];
                        }[];
                    };
                };
            };
        };
    };
    getPayouts: {
        parameters: {
            query?: {
                connection?: string;
                cursor?: string;
                limit?: number;
                status?: "created" | "pending" | "succeeded" | "failed" | "cancelled" | "unknown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            arrivesAt: string | null;
                            connection: string;
                            createdAt: string;
                            createdBy: string;
                            description: string | null;
                            destination: string | null;
                            id: string;
                            payoutRef: string | null;
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            reference: string | null;
                            /** @enum {unknown} */
                            status: "created" | "pending" | "succeeded" | "failed" | "cancelled" | "unknown";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postPayouts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor: string;
                    connection: string;
                    currency: string;
                    description?: string;
                    destination: string;
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        arrivesAt: string | null;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        description: string | null;
                        destination: string | null;
                        id: string;
                        payoutRef: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        reference: string | null;
                        /** @enum {unknown} */
                        status: "created" | "pending" | "succeeded" | "failed" | "cancelled" | "unknown";
                    };
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        arrivesAt: string | null;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        description: string | null;
                        destination: string | null;
                        id: string;
                        payoutRef: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        reference: string | null;
                        /** @enum {unknown} */
                        status: "created" | "pending" | "succeeded" | "failed" | "cancelled" | "unknown";
                    };
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        arrivesAt: string | null;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        description: string | null;
                        destination: string | null;
                        id: string;
                        payoutRef: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        reference: string | null;
                        /** @enum {unknown} */
                        status: "created" | "pending" | "succeeded" | "failed" | "cancelled" | "unknown";
                    };
                };
            };
        };
    };
    getPayoutsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        arrivesAt: string | null;
                        connection: string;
                        createdAt: string;
                        createdBy: string;
                        description: string | null;
                        destination: string | null;
                        id: string;
                        payoutRef: string | null;
                        problem: {
                            code: string;
                            text: string;
                        } | null;
                        reference: string | null;
                        /** @enum {unknown} */
                        status: "created" | "pending" | "succeeded" | "failed" | "cancelled" | "unknown";
                    };
                };
            };
        };
    };
    getPluginKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            addedAt: string;
                            addedBy: string;
                            id: string;
                            name: string;
                            /** @description 32 bytes, base64. */
                            publicKey: string;
                        }[];
                    };
                };
            };
        };
    };
    postPluginKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Ed25519: its 32 bytes in base64, or a PEM. */
                    publicKey: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addedAt: string;
                        addedBy: string;
                        id: string;
                        name: string;
                        /** @description 32 bytes, base64. */
                        publicKey: string;
                    };
                };
            };
        };
    };
    deletePluginKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPlugins: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "discovered" | "enabled" | "starting" | "running" | "backoff" | "quarantined" | "incompatible" | "disabled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            capabilities: {
                                [key: string]: {
                                    [key: string]: unknown;
                                };
                            };
                            description: string;
                            displayName: string;
                            docs?: string;
                            /** @description Where it runs: inline or process. */
                            host?: string;
                            id: string;
                            otherVersions: string[];
                            packageName: string;
                            /** @description Why it does not run. */
                            reason?: string;
                            retryAt?: string;
                            since: string;
                            /** @description release, node_modules or folder */
                            source: string;
                            /** @enum {unknown} */
                            status: "discovered" | "enabled" | "starting" | "running" | "backoff" | "quarantined" | "incompatible" | "disabled";
                            version: string;
                            webhooks: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getPluginsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What an admin has agreed to of it. */
                        agreed?: {
                            at: string;
                            by: string;
                            permissions: string[];
                            version: string;
                        };
                        capabilities: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                        description: string;
                        displayName: string;
                        docs?: string;
                        /** @description Hosts it may reach. */
                        egress: string[];
                        /** @description How it ended without being asked to, the latest first; 20 are kept. */
                        exits: {
                            at: string;
                            code: string;
                            lastOutput: string[];
                            message: string;
                            version: string;
                        }[];
                        /** @description Where it runs: inline or process. */
                        host?: string;
                        id: string;
                        installed?: {
                            installedAt: string;
                            installedBy: string;
                            /** @description SHA-512 of the tarball, or of a folder’s files; null for a folder that is linked. */
                            integrity: string | null;
                            /** @enum {unknown} */
                            origin: "registry" | "address" | "tarball" | "folder" | "link";
                            packageName: string;
                            packages: {
                                integrity: string;
                                /** @description From the plugin’s folder; empty for the plugin itself. */
                                location: string;
                                name: string;
                                version: string;
                            }[];
                            /** @description Whether one of this hub’s signing keys vouches for the tarball. */
                            signature: {
                                /** @description Name of the signing key, as it was then. */
                                key?: string;
                                keyId?: string;
                                /** @enum {unknown} */
                                status: "signed" | "unsigned";
                            };
                            spec: string;
                            version: string;
                        };
                        otherVersions: string[];
                        packageName: string;
                        /** @description What it asks for beyond answering calls. */
                        permissions: string[];
                        /** @description The version that a rollback goes back to. */
                        previous?: string;
                        /** @description Why it does not run. */
                        reason?: string;
                        retryAt?: string;
                        /** @description Names of the secrets that its connections hold. */
                        secrets: string[];
                        /** @description JSON schema of settings; secrets are marked x-fairlead-secret. */
                        settingsSchema?: {
                            [key: string]: unknown;
                        };
                        settingsVersion?: number;
                        since: string;
                        /** @description release, node_modules or folder */
                        source: string;
                        /** @enum {unknown} */
                        status: "discovered" | "enabled" | "starting" | "running" | "backoff" | "quarantined" | "incompatible" | "disabled";
                        /** @description The upgrade or rollback under way, or the latest. */
                        upgrade?: {
                            by: string;
                            endedAt?: string;
                            from: string;
                            /** @description upgrade, rollback, or automatic for a rollback by the hub */
                            kind: string;
                            reason?: {
                                code: string;
                                message: string;
                            };
                            startedAt: string;
                            /** @enum {unknown} */
                            step: "staging" | "starting" | "migrating" | "checking" | "testing" | "probing" | "switching" | "watching" | "done" | "failed";
                            switchedAt?: string;
                            to: string;
                            /** @description Until then the version before stands by. */
                            watchUntil?: string;
                        };
                        version: string;
                        webhooks: boolean;
                    };
                };
            };
        };
    };
    deletePluginsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postPluginsByIdDisable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What an admin has agreed to of it. */
                        agreed?: {
                            at: string;
                            by: string;
                            permissions: string[];
                            version: string;
                        };
                        capabilities: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                        description: string;
                        displayName: string;
                        docs?: string;
                        /** @description Hosts it may reach. */
                        egress: string[];
                        /** @description How it ended without being asked to, the latest first; 20 are kept. */
                        exits: {
                            at: string;
                            code: string;
                            lastOutput: string[];
                            message: string;
                            version: string;
                        }[];
                        /** @description Where it runs: inline or process. */
                        host?: string;
                        id: string;
                        otherVersions: string[];
                        packageName: string;
                        /** @description What it asks for beyond answering calls. */
                        permissions: string[];
                        /** @description The version that a rollback goes back to. */
                        previous?: string;
                        /** @description Why it does not run. */
                        reason?: string;
                        retryAt?: string;
                        /** @description Names of the secrets that its connections hold. */
                        secrets: string[];
                        /** @description JSON schema of settings; secrets are marked x-fairlead-secret. */
                        settingsSchema?: {
                            [key: string]: unknown;
                        };
                        settingsVersion?: number;
                        since: string;
                        /** @description release, node_modules or folder */
                        source: string;
                        /** @enum {unknown} */
                        status: "discovered" | "enabled" | "starting" | "running" | "backoff" | "quarantined" | "incompatible" | "disabled";
                        /** @description The upgrade or rollback under way, or the latest. */
                        upgrade?: {
                            by: string;
                            endedAt?: string;
                            from: string;
                            /** @description upgrade, rollback, or automatic for a rollback by the hub */
                            kind: string;
                            reason?: {
                                code: string;
                                message: string;
                            };
                            startedAt: string;
                            /** @enum {unknown} */
                            step: "staging" | "starting" | "migrating" | "checking" | "testing" | "probing" | "switching" | "watching" | "done" | "failed";
                            switchedAt?: string;
                            to: string;
                            /** @description Until then the version before stands by. */
                            watchUntil?: string;
                        };
                        version: string;
                        webhooks: boolean;
                    };
                };
            };
        };
    };
    postPluginsByIdEnable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    consent?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What an admin has agreed to of it. */
                        agreed?: {
                            at: string;
                            by: string;
                            permissions: string[];
                            version: string;
                        };
                        capabilities: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                        description: string;
                        displayName: string;
                        docs?: string;
                        /** @description Hosts it may reach. */
                        egress: string[];
                        /** @description How it ended without being asked to, the latest first; 20 are kept. */
                        exits: {
                            at: string;
                            code: string;
                            lastOutput: string[];
                            message: string;
                            version: string;
                        }[];
                        /** @description Where it runs: inline or process. */
                        host?: string;
                        id: string;
                        otherVersions: string[];
                        packageName: string;
                        /** @description What it asks for beyond answering calls. */
                        permissions: string[];
                        /** @description The version that a rollback goes back to. */
                        previous?: string;
                        /** @description Why it does not run. */
                        reason?: string;
                        retryAt?: string;
                        /** @description Names of the secrets that its connections hold. */
                        secrets: string[];
                        /** @description JSON schema of settings; secrets are marked x-fairlead-secret. */
                        settingsSchema?: {
                            [key: string]: unknown;
                        };
                        settingsVersion?: number;
                        since: string;
                        /** @description release, node_modules or folder */
                        source: string;
                        /** @enum {unknown} */
                        status: "discovered" | "enabled" | "starting" | "running" | "backoff" | "quarantined" | "incompatible" | "disabled";
                        /** @description The upgrade or rollback under way, or the latest. */
                        upgrade?: {
                            by: string;
                            endedAt?: string;
                            from: string;
                            /** @description upgrade, rollback, or automatic for a rollback by the hub */
                            kind: string;
                            reason?: {
                                code: string;
                                message: string;
                            };
                            startedAt: string;
                            /** @enum {unknown} */
                            step: "staging" | "starting" | "migrating" | "checking" | "testing" | "probing" | "switching" | "watching" | "done" | "failed";
                            switchedAt?: string;
                            to: string;
                            /** @description Until then the version before stands by. */
                            watchUntil?: string;
                        };
                        version: string;
                        webhooks: boolean;
                    };
                };
            };
        };
    };
    getPluginsByIdHealth: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connections: {
                            checkedAt?: string;
                            id: string;
                            lifecycle: string;
                            reasons: {
                                code: string;
                                since: string;
                                source: string;
                                text: string;
                            }[];
                            since?: string;
                            /** @enum {unknown} */
                            status: "healthy" | "degraded" | "unhealthy" | "unknown";
                            /** @description After this the status is unknown. */
                            validUntil?: string;
                        }[];
                        minutes: {
                            /** @description The minute’s begin. */
                            at: string;
                            byOutcome: {
                                [key: string]: number;
                            };
                            calls: number;
                            connection: string;
                            errors: number;
                            p50Ms: number | null;
                            p95Ms: number | null;
                            p99Ms: number | null;
                            /** @description Of the plugin. */
                            version: string;
                        }[];
                        processes: {
                            /** @description Of the last second; 1 is one core. */
                            cpuShare: number;
                            growth?: {
                                bytesPerHour: number;
                                overMs: number;
                                /** @description It rises all the time, and calls do not explain it. */
                                steady: boolean;
                            };
                            heapUsedBytes?: number;
                            loopDelayMs?: number;
                            /** @description Beyond it the process is ended. */
                            memoryLimitBytes: number;
                            /** @description Absent before its first sample, and for what runs in the hub. */
                            pid?: number;
                            rssBytes?: number;
                            sampledAt?: string;
                            startedAt: string;
                            version: string;
                        }[];
                        /** @description Why it does not run. */
                        reason?: string;
                        refused: {
                            /** @description Since the hub started. */
                            attempts: number;
                            host: string;
                            /** @description tcp, udp, dns, … */
                            kind: string;
                            lastAt: string;
                        }[];
                        since: string;
                        status: string;
                        usage: {
                            /** @description The minute’s begin. */
                            at: string;
                            cpuMs: number;
                            /** @description Exits and failed starts, by cause. */
                            failures: {
                                [key: string]: number;
                            };
                            heapBytes: {
                                average: number;
                                most: number;
                            };
                            loopDelayMs: {
                                average: number;
                                most: number;
                            };
                            /** @description Attempts to reach what its manifest does not name, by kind. */
                            refused: {
                                [key: string]: number;
                            };
                            /** @description Starts after a failure. */
                            restarts: number;
                            rssBytes: {
                                average: number;
                                most: number;
                            };
                            samples: number;
                            starts: number;
                            version: string;
                        }[];
                        versions: {
                            calls: number;
                            cpuMs: number;
                            errors: number;
                            /** @description Exits and failed starts, by cause. */
                            failures: {
                                [key: string]: number;
                            };
                            heapMostBytes: number;
                            loopDelayMostMs: number;
                            /** @description Attempts to reach what its manifest does not name. */
                            refused: number;
                            /** @description Starts after a failure. */
                            restarts: number;
                            rssMostBytes: number;
                            starts: number;
                            version: string;
                        }[];
                    };
                };
            };
        };
    };
    getPluginsByIdIntegrity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Packages whose files are not those that were installed. */
                            changed: string[];
                            /** @enum {unknown} */
                            outcome: "intact" | "changed" | "unknown";
                            packageName: string;
                            version: string;
                        }[];
                    };
                };
            };
        };
    };
    getPluginsByIdLog: {
        parameters: {
            query?: {
                /** @description `latest` of an answer before: only what came since. */
                after?: string;
                connection?: string;
                cursor?: string;
                from?: string;
                /** @description This one and graver ones. */
                level?: "debug" | "info" | "warn" | "error";
                limit?: number;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            connection?: string;
                            fields?: {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            level: "debug" | "info" | "warn" | "error";
                            message: string;
                            /**
                             * @description log: it logged it; stdout, stderr: its process printed it; hub: the hub says it of the plugin.
                             * @enum {unknown}
                             */
                            source: "log" | "stdout" | "stderr" | "hub";
                            version?: string;
                        }[];
                        /** @description For `after` of the next request. */
                        latest: string;
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postPluginsByIdReload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Why it does not run, where it does not. */
                        reason?: string;
                        /** @description As in the list of plugins. */
                        status: string;
                        version: string;
                    };
                };
            };
        };
    };
    postPluginsByIdRollback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What an admin has agreed to of it. */
                        agreed?: {
                            at: string;
                            by: string;
                            permissions: string[];
                            version: string;
                        };
                        capabilities: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                        description: string;
                        displayName: string;
                        docs?: string;
                        /** @description Hosts it may reach. */
                        egress: string[];
                        /** @description How it ended without being asked to, the latest first; 20 are kept. */
                        exits: {
                            at: string;
                            code: string;
                            lastOutput: string[];
                            message: string;
                            version: string;
                        }[];
                        /** @description Where it runs: inline or process. */
                        host?: string;
                        id: string;
                        otherVersions: string[];
                        packageName: string;
                        /** @description What it asks for beyond answering calls. */
                        permissions: string[];
                        /** @description The version that a rollback goes back to. */
                        previous?: string;
                        /** @description Why it does not run. */
                        reason?: string;
                        retryAt?: string;
                        /** @description Names of the secrets that its connections hold. */
                        secrets: string[];
                        /** @description JSON schema of settings; secrets are marked x-fairlead-secret. */
                        settingsSchema?: {
                            [key: string]: unknown;
                        };
                        settingsVersion?: number;
                        since: string;
                        /** @description release, node_modules or folder */
                        source: string;
                        /** @enum {unknown} */
                        status: "discovered" | "enabled" | "starting" | "running" | "backoff" | "quarantined" | "incompatible" | "disabled";
                        /** @description The upgrade or rollback under way, or the latest. */
                        upgrade?: {
                            by: string;
                            endedAt?: string;
                            from: string;
                            /** @description upgrade, rollback, or automatic for a rollback by the hub */
                            kind: string;
                            reason?: {
                                code: string;
                                message: string;
                            };
                            startedAt: string;
                            /** @enum {unknown} */
                            step: "staging" | "starting" | "migrating" | "checking" | "testing" | "probing" | "switching" | "watching" | "done" | "failed";
                            switchedAt?: string;
                            to: string;
                            /** @description Until then the version before stands by. */
                            watchUntil?: string;
                        };
                        version: string;
                        webhooks: boolean;
                    };
                };
            };
        };
    };
    getPluginsByIdUpgrade: {
        parameters: {
            query: {
                version: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        breakingChanges: {
                            text: string;
                            version: string;
                        }[];
                        /** @description What to send as `consent`; null when nothing has to be agreed to. */
                        consent: string | null;
                        egress: {
                            added: string[];
                            removed: string[];
                        };
                        from: string;
                        permissions: {
                            added: string[];
                            removed: string[];
                        };
                        plugin: string;
                        secrets: {
                            added: string[];
                            removed: string[];
                        };
                        settingsVersion: {
                            from: number;
                            to: number;
                        };
                        to: string;
                    };
                };
            };
        };
    };
    postPluginsByIdUpgrade: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    consent?: string;
                    version: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What an admin has agreed to of it. */
                        agreed?: {
                            at: string;
                            by: string;
                            permissions: string[];
                            version: string;
                        };
                        capabilities: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                        description: string;
                        displayName: string;
                        docs?: string;
                        /** @description Hosts it may reach. */
                        egress: string[];
                        /** @description How it ended without being asked to, the latest first; 20 are kept. */
                        exits: {
                            at: string;
                            code: string;
                            lastOutput: string[];
                            message: string;
                            version: string;
                        }[];
                        /** @description Where it runs: inline or process. */
                        host?: string;
                        id: string;
                        otherVersions: string[];
                        packageName: string;
                        /** @description What it asks for beyond answering calls. */
                        permissions: string[];
                        /** @description The version that a rollback goes back to. */
                        previous?: string;
                        /** @description Why it does not run. */
                        reason?: string;
                        retryAt?: string;
                        /** @description Names of the secrets that its connections hold. */
                        secrets: string[];
                        /** @description JSON schema of settings; secrets are marked x-fairlead-secret. */
                        settingsSchema?: {
                            [key: string]: unknown;
                        };
                        settingsVersion?: number;
                        since: string;
                        /** @description release, node_modules or folder */
                        source: string;
                        /** @enum {unknown} */
                        status: "discovered" | "enabled" | "starting" | "running" | "backoff" | "quarantined" | "incompatible" | "disabled";
                        /** @description The upgrade or rollback under way, or the latest. */
                        upgrade?: {
                            by: string;
                            endedAt?: string;
                            from: string;
                            /** @description upgrade, rollback, or automatic for a rollback by the hub */
                            kind: string;
                            reason?: {
                                code: string;
                                message: string;
                            };
                            startedAt: string;
                            /** @enum {unknown} */
                            step: "staging" | "starting" | "migrating" | "checking" | "testing" | "probing" | "switching" | "watching" | "done" | "failed";
                            switchedAt?: string;
                            to: string;
                            /** @description Until then the version before stands by. */
                            watchUntil?: string;
                        };
                        version: string;
                        webhooks: boolean;
                    };
                };
            };
        };
    };
    getPluginsByIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            installedAt: string;
                            installedBy: string;
                            /** @description SHA-512 of the tarball, or of a folder’s files; null for a folder that is linked. */
                            integrity: string | null;
                            /** @enum {unknown} */
                            origin: "registry" | "address" | "tarball" | "folder" | "link";
                            packageName: string;
                            packages: {
                                integrity: string;
                                /** @description From the plugin’s folder; empty for the plugin itself. */
                                location: string;
                                name: string;
                                version: string;
                            }[];
                            /** @description Whether one of this hub’s signing keys vouches for the tarball. */
                            signature: {
                                /** @description Name of the signing key, as it was then. */
                                key?: string;
                                keyId?: string;
                                /** @enum {unknown} */
                                status: "signed" | "unsigned";
                            };
                            spec: string;
                            version: string;
                        }[];
                    };
                };
            };
        };
    };
    deletePluginsByIdVersionsByVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postPluginsInstall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Use a folder where it lies, for development. Default false: it is copied. */
                    link?: boolean;
                    /** @description Of the tarball; base64. */
                    signature?: string;
                    /** @description `name@1.2.3`, an https address of a tarball, or the absolute path of a tarball or folder. */
                    spec: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endedAt: string | null;
                        error: {
                            code: string;
                            message: string;
                        } | null;
                        id: string;
                        progress: {
                            /** @description Received so far. */
                            bytes: number;
                            /** @description Packages in place, of `total`, which grows when the dependencies are known. */
                            done: number;
                            /** @enum {unknown} */
                            step: "waiting" | "resolving" | "downloading" | "unpacking" | "checking" | "placing";
                            total: number;
                        };
                        result: {
                            /** @description The same was installed before; nothing was changed. */
                            alreadyThere: boolean;
                            /** @description SHA-512 of the tarball, or of a folder’s files; null for a folder that is linked. */
                            integrity: string | null;
                            packageName: string;
                            plugin: string;
                            /** @description Whether one of this hub’s signing keys vouches for the tarball. */
                            signature: {
                                /** @description Name of the signing key, as it was then. */
                                key?: string;
                                keyId?: string;
                                /** @enum {unknown} */
                                status: "signed" | "unsigned";
                            };
                            version: string;
                        } | null;
                        spec: string;
                        startedAt: string;
                        startedBy: string;
                        /** @enum {unknown} */
                        status: "running" | "installed" | "failed";
                    };
                };
            };
        };
    };
    getPluginsInstalls: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            endedAt: string | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                            id: string;
                            progress: {
                                /** @description Received so far. */
                                bytes: number;
                                /** @description Packages in place, of `total`, which grows when the dependencies are known. */
                                done: number;
                                /** @enum {unknown} */
                                step: "waiting" | "resolving" | "downloading" | "unpacking" | "checking" | "placing";
                                total: number;
                            };
                            result: {
                                /** @description The same was installed before; nothing was changed. */
                                alreadyThere: boolean;
                                /** @description SHA-512 of the tarball, or of a folder’s files; null for a folder that is linked. */
                                integrity: string | null;
                                packageName: string;
                                plugin: string;
                                /** @description Whether one of this hub’s signing keys vouches for the tarball. */
                                signature: {
                                    /** @description Name of the signing key, as it was then. */
                                    key?: string;
                                    keyId?: string;
                                    /** @enum {unknown} */
                                    status: "signed" | "unsigned";
                                };
                                version: string;
                            } | null;
                            spec: string;
                            startedAt: string;
                            startedBy: string;
                            /** @enum {unknown} */
                            status: "running" | "installed" | "failed";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getPluginsInstallsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endedAt: string | null;
                        error: {
                            code: string;
                            message: string;
                        } | null;
                        id: string;
                        progress: {
                            /** @description Received so far. */
                            bytes: number;
                            /** @description Packages in place, of `total`, which grows when the dependencies are known. */
                            done: number;
                            /** @enum {unknown} */
                            step: "waiting" | "resolving" | "downloading" | "unpacking" | "checking" | "placing";
                            total: number;
                        };
                        result: {
                            /** @description The same was installed before; nothing was changed. */
                            alreadyThere: boolean;
                            /** @description SHA-512 of the tarball, or of a folder’s files; null for a folder that is linked. */
                            integrity: string | null;
                            packageName: string;
                            plugin: string;
                            /** @description Whether one of this hub’s signing keys vouches for the tarball. */
                            signature: {
                                /** @description Name of the signing key, as it was then. */
                                key?: string;
                                keyId?: string;
                                /** @enum {unknown} */
                                status: "signed" | "unsigned";
                            };
                            version: string;
                        } | null;
                        spec: string;
                        startedAt: string;
                        startedBy: string;
                        /** @enum {unknown} */
                        status: "running" | "installed" | "failed";
                    };
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            source: string;
                            value: string | number | boolean | null;
                        }[];
                    };
                };
            };
        };
    };
    getSignals: {
        parameters: {
            query?: {
                connection?: string;
                cursor?: string;
                from?: string;
                limit?: number;
                side?: "buy" | "sell";
                status?: "parsed" | "review" | "published" | "executing" | "open" | "closed" | "rejected" | "expired";
                symbol?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            breakevenAfterTp?: number;
                            chatId: string | null;
                            confidence: number;
                            connection: string;
                            createdAt: string;
                            dca?: string[];
                            duplicateOf: string | null;
                            entry: string[] | null;
                            expiresAt: string | null;
                            id: string;
                            index: number;
                            leverage?: string[];
                            messageId: string;
                            option?: {
                                expiry?: string;
                                /** @enum {unknown} */
                                right: "call" | "put";
                                strike: string;
                            };
                            orderType: ("market" | "limit" | "stop") | null;
                            origins: {
                                [key: string]: string;
                            };
                            publications: number;
                            publishedAt: string | null;
                            /** @enum {unknown} */
                            readBy: "rules" | "rules_and_ai" | "ai" | "person";
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                            reject?: string;
                            riskPercent?: string[];
                            runner: boolean;
                            sentAt: string | null;
                            /** @enum {unknown} */
                            side: "buy" | "sell";
                            standing: {
                                breakEven: boolean;
                                closedParts: (string | null)[];
                                closing: boolean;
                                hit: number[];
                                stopLoss: string | null;
                                takeProfits: string[];
                            } | null;
                            /** @enum {unknown} */
                            status: "parsed" | "review" | "published" | "executing" | "open" | "closed" | "rejected" | "expired";
                            stopCondition?: string;
                            stopLoss: string | null;
                            stopLossPercent?: string[];
                            stopLossPips?: string;
                            symbol: string;
                            takeProfitPercent?: string[];
                            takeProfitPips?: string[];
                            takeProfits: string[];
                            timeframe?: string;
                            unit?: string;
                            valid: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getSignalsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ai: {
                            configuration: string | null;
                            model: string | null;
                            problem: string | null;
                            prompt: string | null;
                            state: string;
                        } | null;
                        breakevenAfterTp?: number;
                        chatId: string | null;
                        confidence: number;
                        connection: string;
                        createdAt: string;
                        dca?: string[];
                        duplicateOf: string | null;
                        entry: string[] | null;
                        evidence: {
                            end: number;
                            field: string;
                            start: number;
                            text: string;
                            why: string;
                        }[];
                        expiresAt: string | null;
                        history: {
                            at: string;
                            by: string;
                            details?: string;
                            what: string;
                        }[];
                        id: string;
                        index: number;
                        leverage?: string[];
                        message: {
                            author: string | null;
                            id: string;
                            link: string | null;
                            sentAt: string | null;
                            text: string;
                        } | null;
                        messageId: string;
                        option?: {
                            expiry?: string;
                            /** @enum {unknown} */
                            right: "call" | "put";
                            strike: string;
                        };
                        orderType: ("market" | "limit" | "stop") | null;
                        origins: {
                            [key: string]: string;
                        };
                        publications: number;
                        publishedAt: string | null;
                        /** @enum {unknown} */
                        readBy: "rules" | "rules_and_ai" | "ai" | "person";
                        reasons: {
                            code: string;
                            text: string;
                        }[];
                        reject?: string;
                        revisions: string[];
                        riskPercent?: string[];
                        runner: boolean;
                        said: {
                            breakevenAfterTp?: number;
                            dca?: string[];
                            entry: string[] | null;
                            leverage?: string[];
                            option?: {
                                expiry?: string;
                                /** @enum {unknown} */
                                right: "call" | "put";
                                strike: string;
                            };
                            orderType: ("market" | "limit" | "stop") | null;
                            origins: {
                                [key: string]: string;
                            };
                            reject?: string;
                            riskPercent?: string[];
                            runner: boolean;
                            /** @enum {unknown} */
                            side: "buy" | "sell";
                            stopCondition?: string;
                            stopLoss: string | null;
                            stopLossPercent?: string[];
                            stopLossPips?: string;
                            symbol: string;
                            takeProfitPercent?: string[];
                            takeProfitPips?: string[];
                            takeProfits: string[];
                            timeframe?: string;
                            unit?: string;
                            valid: boolean;
                        };
                        sentAt: string | null;
                        /** @enum {unknown} */
                        side: "buy" | "sell";
                        standing: {
                            breakEven: boolean;
                            closedParts: (string | null)[];
                            closing: boolean;
                            hit: number[];
                            stopLoss: string | null;
                            takeProfits: string[];
                        } | null;
                        /** @enum {unknown} */
                        status: "parsed" | "review" | "published" | "executing" | "open" | "closed" | "rejected" | "expired";
                        stopCondition?: string;
                        stopLoss: string | null;
                        stopLossPercent?: string[];
                        stopLossPips?: string;
                        symbol: string;
                        takeProfitPercent?: string[];
                        takeProfitPips?: string[];
                        takeProfits: string[];
                        timeframe?: string;
                        unit?: string;
                        updates: string[];
                        valid: boolean;
                    };
                };
            };
        };
    };
    postSignalsByIdEdit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    entry?: string[] | null;
                    orderType?: ("market" | "limit" | "stop") | null;
                    runner?: boolean;
                    /** @enum {unknown} */
                    side?: "buy" | "sell";
                    stopLoss?: string | null;
                    symbol?: string;
                    takeProfits?: string[];
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        breakevenAfterTp?: number;
                        chatId: string | null;
                        confidence: number;
                        connection: string;
                        createdAt: string;
                        dca?: string[];
                        duplicateOf: string | null;
                        entry: string[] | null;
                        expiresAt: string | null;
                        id: string;
                        index: number;
                        leverage?: string[];
                        messageId: string;
                        option?: {
                            expiry?: string;
                            /** @enum {unknown} */
                            right: "call" | "put";
                            strike: string;
                        };
                        orderType: ("market" | "limit" | "stop") | null;
                        origins: {
                            [key: string]: string;
                        };
                        publications: number;
                        publishedAt: string | null;
                        /** @enum {unknown} */
                        readBy: "rules" | "rules_and_ai" | "ai" | "person";
                        reasons: {
                            code: string;
                            text: string;
                        }[];
                        reject?: string;
                        riskPercent?: string[];
                        runner: boolean;
                        sentAt: string | null;
                        /** @enum {unknown} */
                        side: "buy" | "sell";
                        standing: {
                            breakEven: boolean;
                            closedParts: (string | null)[];
                            closing: boolean;
                            hit: number[];
                            stopLoss: string | null;
                            takeProfits: string[];
                        } | null;
                        /** @enum {unknown} */
                        status: "parsed" | "review" | "published" | "executing" | "open" | "closed" | "rejected" | "expired";
                        stopCondition?: string;
                        stopLoss: string | null;
                        stopLossPercent?: string[];
                        stopLossPips?: string;
                        symbol: string;
                        takeProfitPercent?: string[];
                        takeProfitPips?: string[];
                        takeProfits: string[];
                        timeframe?: string;
                        unit?: string;
                        valid: boolean;
                    };
                };
            };
        };
    };
    postSignalsByIdPublish: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    override?: {
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        breakevenAfterTp?: number;
                        chatId: string | null;
                        confidence: number;
                        connection: string;
                        createdAt: string;
                        dca?: string[];
                        duplicateOf: string | null;
                        entry: string[] | null;
                        expiresAt: string | null;
                        id: string;
                        index: number;
                        leverage?: string[];
                        messageId: string;
                        option?: {
                            expiry?: string;
                            /** @enum {unknown} */
                            right: "call" | "put";
                            strike: string;
                        };
                        orderType: ("market" | "limit" | "stop") | null;
                        origins: {
                            [key: string]: string;
                        };
                        publications: number;
                        publishedAt: string | null;
                        /** @enum {unknown} */
                        readBy: "rules" | "rules_and_ai" | "ai" | "person";
                        reasons: {
                            code: string;
                            text: string;
                        }[];
                        reject?: string;
                        riskPercent?: string[];
                        runner: boolean;
                        sentAt: string | null;
                        /** @enum {unknown} */
                        side: "buy" | "sell";
                        standing: {
                            breakEven: boolean;
                            closedParts: (string | null)[];
                            closing: boolean;
                            hit: number[];
                            stopLoss: string | null;
                            takeProfits: string[];
                        } | null;
                        /** @enum {unknown} */
                        status: "parsed" | "review" | "published" | "executing" | "open" | "closed" | "rejected" | "expired";
                        stopCondition?: string;
                        stopLoss: string | null;
                        stopLossPercent?: string[];
                        stopLossPips?: string;
                        symbol: string;
                        takeProfitPercent?: string[];
                        takeProfitPips?: string[];
                        takeProfits: string[];
                        timeframe?: string;
                        unit?: string;
                        valid: boolean;
                    };
                };
            };
        };
    };
    postSignalsByIdReject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        breakevenAfterTp?: number;
                        chatId: string | null;
                        confidence: number;
                        connection: string;
                        createdAt: string;
                        dca?: string[];
                        duplicateOf: string | null;
                        entry: string[] | null;
                        expiresAt: string | null;
                        id: string;
                        index: number;
                        leverage?: string[];
                        messageId: string;
                        option?: {
                            expiry?: string;
                            /** @enum {unknown} */
                            right: "call" | "put";
                            strike: string;
                        };
                        orderType: ("market" | "limit" | "stop") | null;
                        origins: {
                            [key: string]: string;
                        };
                        publications: number;
                        publishedAt: string | null;
                        /** @enum {unknown} */
                        readBy: "rules" | "rules_and_ai" | "ai" | "person";
                        reasons: {
                            code: string;
                            text: string;
                        }[];
                        reject?: string;
                        riskPercent?: string[];
                        runner: boolean;
                        sentAt: string | null;
                        /** @enum {unknown} */
                        side: "buy" | "sell";
                        standing: {
                            breakEven: boolean;
                            closedParts: (string | null)[];
                            closing: boolean;
                            hit: number[];
                            stopLoss: string | null;
                            takeProfits: string[];
                        } | null;
                        /** @enum {unknown} */
                        status: "parsed" | "review" | "published" | "executing" | "open" | "closed" | "rejected" | "expired";
                        stopCondition?: string;
                        stopLoss: string | null;
                        stopLossPercent?: string[];
                        stopLossPips?: string;
                        symbol: string;
                        takeProfitPercent?: string[];
                        takeProfitPips?: string[];
                        takeProfits: string[];
                        timeframe?: string;
                        unit?: string;
                        valid: boolean;
                    };
                };
            };
        };
    };
    getSignalsReadingsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        confidence: number | null;
                        connection: string;
                        kind: ("signal" | "update" | "chatter" | "several") | null;
                        messageId: string;
                        revisions: {
                            at: string;
                            /** @enum {unknown} */
                            change: "created" | "edited" | "deleted";
                            id: string;
                            kind: ("signal" | "update" | "chatter" | "several") | null;
                        }[];
                        signals: {
                            breakevenAfterTp?: number;
                            chatId: string | null;
                            confidence: number;
                            connection: string;
                            createdAt: string;
                            dca?: string[];
                            duplicateOf: string | null;
                            entry: string[] | null;
                            expiresAt: string | null;
                            id: string;
                            index: number;
                            leverage?: string[];
                            messageId: string;
                            option?: {
                                expiry?: string;
                                /** @enum {unknown} */
                                right: "call" | "put";
                                strike: string;
                            };
                            orderType: ("market" | "limit" | "stop") | null;
                            origins: {
                                [key: string]: string;
                            };
                            publications: number;
                            publishedAt: string | null;
                            /** @enum {unknown} */
                            readBy: "rules" | "rules_and_ai" | "ai" | "person";
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                            reject?: string;
                            riskPercent?: string[];
                            runner: boolean;
                            sentAt: string | null;
                            /** @enum {unknown} */
                            side: "buy" | "sell";
                            standing: {
                                breakEven: boolean;
                                closedParts: (string | null)[];
                                closing: boolean;
                                hit: number[];
                                stopLoss: string | null;
                                takeProfits: string[];
                            } | null;
                            /** @enum {unknown} */
                            status: "parsed" | "review" | "published" | "executing" | "open" | "closed" | "rejected" | "expired";
                            stopCondition?: string;
                            stopLoss: string | null;
                            stopLossPercent?: string[];
                            stopLossPips?: string;
                            symbol: string;
                            takeProfitPercent?: string[];
                            takeProfitPips?: string[];
                            takeProfits: string[];
                            timeframe?: string;
                            unit?: string;
                            valid: boolean;
                        }[];
                        updates: {
                            actions: {
                                index?: number;
                                percent?: string;
                                price?: string;
                                stopLoss?: string;
                                takeProfits?: string[];
                                /** @enum {unknown} */
                                type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                            }[];
                            chatId: string | null;
                            confidence: number;
                            connection: string;
                            createdAt: string;
                            evidence: {
                                end: number;
                                field: string;
                                start: number;
                                text: string;
                                why: string;
                            }[];
                            foundBy: string | null;
                            id: string;
                            messageId: string;
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                            replyTo: string | null;
                            revision: string;
                            settledBy: string | null;
                            /** @enum {unknown} */
                            status: "applying" | "applied" | "unresolved" | "dismissed";
                            symbol: string | null;
                            target: string | null;
                            wanted: {
                                breakevenAfterTp?: number;
                                dca?: string[];
                                entry: string[] | null;
                                leverage?: string[];
                                option?: {
                                    expiry?: string;
                                    /** @enum {unknown} */
                                    right: "call" | "put";
                                    strike: string;
                                };
                                orderType: ("market" | "limit" | "stop") | null;
                                origins: {
                                    [key: string]: string;
                                };
                                reject?: string;
                                riskPercent?: string[];
                                runner: boolean;
                                /** @enum {unknown} */
                                side: "buy" | "sell";
                                stopCondition?: string;
                                stopLoss: string | null;
                                stopLossPercent?: string[];
                                stopLossPips?: string;
                                symbol: string;
                                takeProfitPercent?: string[];
                                takeProfitPips?: string[];
                                takeProfits: string[];
                                timeframe?: string;
                                unit?: string;
                                valid: boolean;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getSignalsUpdates: {
        parameters: {
            query?: {
                connection?: string;
                cursor?: string;
                limit?: number;
                status?: "applying" | "applied" | "unresolved" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            actions: {
                                index?: number;
                                percent?: string;
                                price?: string;
                                stopLoss?: string;
                                takeProfits?: string[];
                                /** @enum {unknown} */
                                type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                            }[];
                            chatId: string | null;
                            confidence: number;
                            connection: string;
                            createdAt: string;
                            evidence: {
                                end: number;
                                field: string;
                                start: number;
                                text: string;
                                why: string;
                            }[];
                            foundBy: string | null;
                            id: string;
                            messageId: string;
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                            replyTo: string | null;
                            revision: string;
                            settledBy: string | null;
                            /** @enum {unknown} */
                            status: "applying" | "applied" | "unresolved" | "dismissed";
                            symbol: string | null;
                            target: string | null;
                            wanted: {
                                breakevenAfterTp?: number;
                                dca?: string[];
                                entry: string[] | null;
                                leverage?: string[];
                                option?: {
                                    expiry?: string;
                                    /** @enum {unknown} */
                                    right: "call" | "put";
                                    strike: string;
                                };
                                orderType: ("market" | "limit" | "stop") | null;
                                origins: {
                                    [key: string]: string;
                                };
                                reject?: string;
                                riskPercent?: string[];
                                runner: boolean;
                                /** @enum {unknown} */
                                side: "buy" | "sell";
                                stopCondition?: string;
                                stopLoss: string | null;
                                stopLossPercent?: string[];
                                stopLossPips?: string;
                                symbol: string;
                                takeProfitPercent?: string[];
                                takeProfitPips?: string[];
                                takeProfits: string[];
                                timeframe?: string;
                                unit?: string;
                                valid: boolean;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getSignalsUpdatesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: {
                            index?: number;
                            percent?: string;
                            price?: string;
                            stopLoss?: string;
                            takeProfits?: string[];
                            /** @enum {unknown} */
                            type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                        }[];
                        chatId: string | null;
                        confidence: number;
                        connection: string;
                        createdAt: string;
                        evidence: {
                            end: number;
                            field: string;
                            start: number;
                            text: string;
                            why: string;
                        }[];
                        foundBy: string | null;
                        id: string;
                        messageId: string;
                        reasons: {
                            code: string;
                            text: string;
                        }[];
                        replyTo: string | null;
                        revision: string;
                        settledBy: string | null;
                        /** @enum {unknown} */
                        status: "applying" | "applied" | "unresolved" | "dismissed";
                        symbol: string | null;
                        target: string | null;
                        wanted: {
                            breakevenAfterTp?: number;
                            dca?: string[];
                            entry: string[] | null;
                            leverage?: string[];
                            option?: {
                                expiry?: string;
                                /** @enum {unknown} */
                                right: "call" | "put";
                                strike: string;
                            };
                            orderType: ("market" | "limit" | "stop") | null;
                            origins: {
                                [key: string]: string;
                            };
                            reject?: string;
                            riskPercent?: string[];
                            runner: boolean;
                            /** @enum {unknown} */
                            side: "buy" | "sell";
                            stopCondition?: string;
                            stopLoss: string | null;
                            stopLossPercent?: string[];
                            stopLossPips?: string;
                            symbol: string;
                            takeProfitPercent?: string[];
                            takeProfitPips?: string[];
                            takeProfits: string[];
                            timeframe?: string;
                            unit?: string;
                            valid: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    postSignalsUpdatesByIdDismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: {
                            index?: number;
                            percent?: string;
                            price?: string;
                            stopLoss?: string;
                            takeProfits?: string[];
                            /** @enum {unknown} */
                            type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                        }[];
                        chatId: string | null;
                        confidence: number;
                        connection: string;
                        createdAt: string;
                        evidence: {
                            end: number;
                            field: string;
                            start: number;
                            text: string;
                            why: string;
                        }[];
                        foundBy: string | null;
                        id: string;
                        messageId: string;
                        reasons: {
                            code: string;
                            text: string;
                        }[];
                        replyTo: string | null;
                        revision: string;
                        settledBy: string | null;
                        /** @enum {unknown} */
                        status: "applying" | "applied" | "unresolved" | "dismissed";
                        symbol: string | null;
                        target: string | null;
                        wanted: {
                            breakevenAfterTp?: number;
                            dca?: string[];
                            entry: string[] | null;
                            leverage?: string[];
                            option?: {
                                expiry?: string;
                                /** @enum {unknown} */
                                right: "call" | "put";
                                strike: string;
                            };
                            orderType: ("market" | "limit" | "stop") | null;
                            origins: {
                                [key: string]: string;
                            };
                            reject?: string;
                            riskPercent?: string[];
                            runner: boolean;
                            /** @enum {unknown} */
                            side: "buy" | "sell";
                            stopCondition?: string;
                            stopLoss: string | null;
                            stopLossPercent?: string[];
                            stopLossPips?: string;
                            symbol: string;
                            takeProfitPercent?: string[];
                            takeProfitPips?: string[];
                            takeProfits: string[];
                            timeframe?: string;
                            unit?: string;
                            valid: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    postSignalsUpdatesByIdResolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    override?: {
                        reason: string;
                    };
                    signal?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: {
                            index?: number;
                            percent?: string;
                            price?: string;
                            stopLoss?: string;
                            takeProfits?: string[];
                            /** @enum {unknown} */
                            type: "move_sl" | "move_sl_be" | "close" | "close_part" | "cancel" | "set_levels" | "tp_hit" | "sl_hit";
                        }[];
                        chatId: string | null;
                        confidence: number;
                        connection: string;
                        createdAt: string;
                        evidence: {
                            end: number;
                            field: string;
                            start: number;
                            text: string;
                            why: string;
                        }[];
                        foundBy: string | null;
                        id: string;
                        messageId: string;
                        reasons: {
                            code: string;
                            text: string;
                        }[];
                        replyTo: string | null;
                        revision: string;
                        settledBy: string | null;
                        /** @enum {unknown} */
                        status: "applying" | "applied" | "unresolved" | "dismissed";
                        symbol: string | null;
                        target: string | null;
                        wanted: {
                            breakevenAfterTp?: number;
                            dca?: string[];
                            entry: string[] | null;
                            leverage?: string[];
                            option?: {
                                expiry?: string;
                                /** @enum {unknown} */
                                right: "call" | "put";
                                strike: string;
                            };
                            orderType: ("market" | "limit" | "stop") | null;
                            origins: {
                                [key: string]: string;
                            };
                            reject?: string;
                            riskPercent?: string[];
                            runner: boolean;
                            /** @enum {unknown} */
                            side: "buy" | "sell";
                            stopCondition?: string;
                            stopLoss: string | null;
                            stopLossPercent?: string[];
                            stopLossPips?: string;
                            symbol: string;
                            takeProfitPercent?: string[];
                            takeProfitPips?: string[];
                            takeProfits: string[];
                            timeframe?: string;
                            unit?: string;
                            valid: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    getSubscriptions: {
        parameters: {
            query?: {
                billing?: "provider" | "hub";
                cursor?: string;
                customer?: string;
                limit?: number;
                status?: "pending" | "active" | "past_due" | "paused" | "cancelled" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount: {
                                amountMinor: string;
                                currency: string;
                            };
                            /** @enum {unknown} */
                            billing: "provider" | "hub";
                            cancel: {
                                problem: {
                                    code: string;
                                    text: string;
                                } | null;
                                /** @enum {unknown} */
                                state: "intended" | "done" | "declined" | "not_made" | "unknown";
                                /** @enum {unknown} */
                                when: "now" | "period_end";
                            } | null;
                            cancelsAt: string | null;
                            connection: string | null;
                            createdAt: string;
                            currentPeriodEnd: string | null;
                            customer: {
                                [key: string]: string;
                            } | null;
                            due: {
                                checkoutUrl: string;
                                paymentId: string;
                                period: number;
                            } | null;
                            every: number;
                            graceDays: number;
                            id: string;
                            metadata: {
                                [key: string]: string;
                            };
                            name: string;
                            periods: {
                                endsAt: string;
                                invoiceRef: string | null;
                                number: number;
                                paymentId: string | null;
                                startsAt: string;
                            }[];
                            reference: string | null;
                            /** @enum {unknown} */
                            status: "pending" | "active" | "past_due" | "paused" | "cancelled" | "expired";
                            subscriptionRef: string | null;
                            /** @enum {unknown} */
                            unit: "day" | "week" | "month" | "year";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getSubscriptionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        billing: "provider" | "hub";
                        cancel: {
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_made" | "unknown";
                            /** @enum {unknown} */
                            when: "now" | "period_end";
                        } | null;
                        cancelsAt: string | null;
                        connection: string | null;
                        createdAt: string;
                        currentPeriodEnd: string | null;
                        customer: {
                            [key: string]: string;
                        } | null;
                        due: {
                            checkoutUrl: string;
                            paymentId: string;
                            period: number;
                        } | null;
                        every: number;
                        graceDays: number;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        name: string;
                        periods: {
                            endsAt: string;
                            invoiceRef: string | null;
                            number: number;
                            paymentId: string | null;
                            startsAt: string;
                        }[];
                        reference: string | null;
                        /** @enum {unknown} */
                        status: "pending" | "active" | "past_due" | "paused" | "cancelled" | "expired";
                        subscriptionRef: string | null;
                        /** @enum {unknown} */
                        unit: "day" | "week" | "month" | "year";
                    };
                };
            };
        };
    };
    postSubscriptionsByIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    when: "now" | "period_end";
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            amountMinor: string;
                            currency: string;
                        };
                        /** @enum {unknown} */
                        billing: "provider" | "hub";
                        cancel: {
                            problem: {
                                code: string;
                                text: string;
                            } | null;
                            /** @enum {unknown} */
                            state: "intended" | "done" | "declined" | "not_made" | "unknown";
                            /** @enum {unknown} */
                            when: "now" | "period_end";
                        } | null;
                        cancelsAt: string | null;
                        connection: string | null;
                        createdAt: string;
                        currentPeriodEnd: string | null;
                        customer: {
                            [key: string]: string;
                        } | null;
                        due: {
                            checkoutUrl: string;
                            paymentId: string;
                            period: number;
                        } | null;
                        every: number;
                        graceDays: number;
                        id: string;
                        metadata: {
                            [key: string]: string;
                        };
                        name: string;
                        periods: {
                            endsAt: string;
                            invoiceRef: string | null;
                            number: number;
                            paymentId: string | null;
                            startsAt: string;
                        }[];
                        reference: string | null;
                        /** @enum {unknown} */
                        status: "pending" | "active" | "past_due" | "paused" | "cancelled" | "expired";
                        subscriptionRef: string | null;
                        /** @enum {unknown} */
                        unit: "day" | "week" | "month" | "year";
                    };
                };
            };
        };
    };
    getSubscriptionsSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reminderDays: number;
                    };
                };
            };
        };
    };
    putSubscriptionsSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reminderDays: number;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reminderDays: number;
                    };
                };
            };
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        heapUsedBytes: number;
                        node: string;
                        parts: {
                            [key: string]: string | number | boolean | null;
                        };
                        residentBytes: number;
                        startedAt: string;
                        uptimeMs: number;
                        version: string;
                    };
                };
            };
        };
    };
    getUsers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                role?: "owner" | "admin" | "operator" | "viewer" | "plugin-developer";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            createdAt: string;
                            disabled: boolean;
                            email: string;
                            id: string;
                            passwordIsTemporary: boolean;
                            /** @enum {unknown} */
                            role: "owner" | "admin" | "operator" | "viewer" | "plugin-developer";
                            /** @description Signing in asks for a code of an authenticator as well. */
                            totpEnabled: boolean;
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postUsers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {unknown} */
                    role: "owner" | "admin" | "operator" | "viewer" | "plugin-developer";
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        disabled: boolean;
                        email: string;
                        id: string;
                        /** @description Shown in this answer and never again. To be changed after signing in. */
                        password: string;
                        passwordIsTemporary: boolean;
                        /** @enum {unknown} */
                        role: "owner" | "admin" | "operator" | "viewer" | "plugin-developer";
                        /** @description Signing in asks for a code of an authenticator as well. */
                        totpEnabled: boolean;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getUsersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        disabled: boolean;
                        email: string;
                        id: string;
                        passwordIsTemporary: boolean;
                        /** @enum {unknown} */
                        role: "owner" | "admin" | "operator" | "viewer" | "plugin-developer";
                        /** @description Signing in asks for a code of an authenticator as well. */
                        totpEnabled: boolean;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    deleteUsersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchUsersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled?: boolean;
                    email?: string;
                    /** @enum {unknown} */
                    role?: "owner" | "admin" | "operator" | "viewer" | "plugin-developer";
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        disabled: boolean;
                        email: string;
                        id: string;
                        passwordIsTemporary: boolean;
                        /** @enum {unknown} */
                        role: "owner" | "admin" | "operator" | "viewer" | "plugin-developer";
                        /** @description Signing in asks for a code of an authenticator as well. */
                        totpEnabled: boolean;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    postUsersByIdResetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown in this answer and never again. To be changed after signing in. */
                        password: string;
                    };
                };
            };
        };
    };
    postUsersByIdSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteUsersByIdTotp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getVaultKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            active: boolean;
                            addedAt: string;
                            id: string;
                            /** @description Stored secrets that this key wraps. */
                            inUse: number;
                            retiredAt?: string;
                            /** @description ok, missing, wrong or retired */
                            state: string;
                        }[];
                        rotation: {
                            done: number;
                            failed: {
                                code: string;
                                field: string;
                                holder: string;
                                keyId: string;
                                recordId: string;
                            }[];
                            failedCount: number;
                            finishedAt?: string;
                            id: string;
                            startedAt: string;
                            /** @enum {unknown} */
                            state: "running" | "finished" | "stopped";
                            targetKeyId: string;
                            total: number;
                        } | null;
                    };
                };
            };
        };
    };
    postVaultKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        addedAt: string;
                        id: string;
                        retiredAt?: string;
                        /** @description ok, missing, wrong or retired */
                        state: string;
                    };
                };
            };
        };
    };
    postVaultKeysByIdRetire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        addedAt: string;
                        id: string;
                        retiredAt?: string;
                        /** @description ok, missing, wrong or retired */
                        state: string;
                    };
                };
            };
        };
    };
    postVaultRotate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        failed: {
                            code: string;
                            field: string;
                            holder: string;
                            keyId: string;
                            recordId: string;
                        }[];
                        failedCount: number;
                        finishedAt?: string;
                        id: string;
                        startedAt: string;
                        /** @enum {unknown} */
                        state: "running" | "finished" | "stopped";
                        targetKeyId: string;
                        total: number;
                    };
                };
            };
        };
    };
    getWebhookEndpoints: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allowPrivateAddresses: boolean;
                            createdAt: string;
                            description: string;
                            disabledAt: string | null;
                            /** @description `gone`: it answered 410. `failing`: nothing arrived for five days. */
                            disabledReason: ("by_hand" | "gone" | "failing") | null;
                            failingSince: string | null;
                            id: string;
                            ordered: boolean;
                            /** @description Those that sign now, the current one first. Never the secrets themselves. */
                            secrets: {
                                expiresAt: string | null;
                                madeAt: string;
                                version: number;
                            }[];
                            /** @enum {unknown} */
                            status: "enabled" | "disabled";
                            types: string[];
                            updatedAt: string;
                            url: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The host may be of a private network or this machine. Default false. */
                    allowPrivateAddresses?: boolean;
                    /** @description Default: empty. */
                    description?: string;
                    /** @description One at a time, in order: later events wait for one that fails. Default false. */
                    ordered?: boolean;
                    /** @description Types of events, as `GET /api/event-types` lists them; each may end in *. */
                    types?: string[];
                    /** @description https; http only where private addresses are allowed. Without a user name or password. */
                    url: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowPrivateAddresses: boolean;
                        createdAt: string;
                        description: string;
                        disabledAt: string | null;
                        /** @description `gone`: it answered 410. `failing`: nothing arrived for five days. */
                        disabledReason: ("by_hand" | "gone" | "failing") | null;
                        failingSince: string | null;
                        id: string;
                        ordered: boolean;
                        /** @description `whsec_…`, to verify signatures with. It is shown this once. */
                        secret: string;
                        /** @description Those that sign now, the current one first. Never the secrets themselves. */
                        secrets: {
                            expiresAt: string | null;
                            madeAt: string;
                            version: number;
                        }[];
                        /** @enum {unknown} */
                        status: "enabled" | "disabled";
                        types: string[];
                        updatedAt: string;
                        url: string;
                        version: number;
                    };
                };
            };
        };
    };
    getWebhookEndpointsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowPrivateAddresses: boolean;
                        createdAt: string;
                        description: string;
                        disabledAt: string | null;
                        /** @description `gone`: it answered 410. `failing`: nothing arrived for five days. */
                        disabledReason: ("by_hand" | "gone" | "failing") | null;
                        failingSince: string | null;
                        id: string;
                        ordered: boolean;
                        /** @description Those that sign now, the current one first. Never the secrets themselves. */
                        secrets: {
                            expiresAt: string | null;
                            madeAt: string;
                            version: number;
                        }[];
                        /** @enum {unknown} */
                        status: "enabled" | "disabled";
                        types: string[];
                        updatedAt: string;
                        url: string;
                        version: number;
                    };
                };
            };
        };
    };
    deleteWebhookEndpointsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchWebhookEndpointsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The host may be of a private network or this machine. Default false. */
                    allowPrivateAddresses?: boolean;
                    /** @description Default: empty. */
                    description?: string;
                    /** @description One at a time, in order: later events wait for one that fails. Default false. */
                    ordered?: boolean;
                    /** @enum {unknown} */
                    status?: "enabled" | "disabled";
                    /** @description Types of events, as `GET /api/event-types` lists them; each may end in *. */
                    types?: string[];
                    /** @description https; http only where private addresses are allowed. Without a user name or password. */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowPrivateAddresses: boolean;
                        createdAt: string;
                        description: string;
                        disabledAt: string | null;
                        /** @description `gone`: it answered 410. `failing`: nothing arrived for five days. */
                        disabledReason: ("by_hand" | "gone" | "failing") | null;
                        failingSince: string | null;
                        id: string;
                        ordered: boolean;
                        /** @description Those that sign now, the current one first. Never the secrets themselves. */
                        secrets: {
                            expiresAt: string | null;
                            madeAt: string;
                            version: number;
                        }[];
                        /** @enum {unknown} */
                        status: "enabled" | "disabled";
                        types: string[];
                        updatedAt: string;
                        url: string;
                        version: number;
                    };
                };
            };
        };
    };
    postWebhookEndpointsByIdRedeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from?: string;
                    to?: string;
                    /** @enum {unknown} */
                    what?: "failed" | "all";
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpointId: string;
                        finishedAt: string | null;
                        from: string | null;
                        id: string;
                        /** @description Of these, to be sent. */
                        queued: number;
                        /** @description Looked at so far. */
                        seen: number;
                        startedAt: string;
                        /**
                         * @description `stopped`: the endpoint was disabled.
                         * @enum {unknown}
                         */
                        status: "running" | "finished" | "stopped";
                        to: string | null;
                        /** @enum {unknown} */
                        what: "failed" | "all";
                    };
                };
            };
        };
    };
    postWebhookEndpointsByIdRotateSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long the old ones sign. Default 24. */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowPrivateAddresses: boolean;
                        createdAt: string;
                        description: string;
                        disabledAt: string | null;
                        /** @description `gone`: it answered 410. `failing`: nothing arrived for five days. */
                        disabledReason: ("by_hand" | "gone" | "failing") | null;
                        failingSince: string | null;
                        id: string;
                        ordered: boolean;
                        /** @description `whsec_…`, to verify signatures with. It is shown this once. */
                        secret: string;
                        /** @description Those that sign now, the current one first. Never the secrets themselves. */
                        secrets: {
                            expiresAt: string | null;
                            madeAt: string;
                            version: number;
                        }[];
                        /** @enum {unknown} */
                        status: "enabled" | "disabled";
                        types: string[];
                        updatedAt: string;
                        url: string;
                        version: number;
                    };
                };
            };
        };
    };
    postWebhookEndpointsByIdTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body give the first answer again for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attemptCount: number;
                        createdAt: string;
                        endpoint: string;
                        eventAt: string;
                        id: string;
                        lastError: string | null;
                        lastStatus: number | null;
                        nextAttemptAt: string | null;
                        settledAt: string | null;
                        /** @enum {unknown} */
                        status: "pending" | "succeeded" | "failed" | "cancelled";
                        type: string;
                        /** @description The event’s id: the `webhook-id` of every attempt. */
                        webhookId: string;
                    };
                };
            };
        };
    };
    getWebhookEndpointsRedeliveriesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpointId: string;
                        finishedAt: string | null;
                        from: string | null;
                        id: string;
                        /** @description Of these, to be sent. */
                        queued: number;
                        /** @description Looked at so far. */
                        seen: number;
                        startedAt: string;
                        /**
                         * @description `stopped`: the endpoint was disabled.
                         * @enum {unknown}
                         */
                        status: "running" | "finished" | "stopped";
                        to: string | null;
                        /** @enum {unknown} */
                        what: "failed" | "all";
                    };
                };
            };
        };
    };
    getLivez: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        alive: true;
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getPayByToken: {
        parameters: {
            query?: {
                turn?: unknown;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description The customer goes on elsewhere. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A page. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    postPayByToken: {
        parameters: {
            query?: {
                turn?: unknown;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    method?: string;
                };
            };
        };
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description The customer goes on elsewhere. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A page. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A page. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getPayByTokenCancel: {
        parameters: {
            query?: {
                turn?: unknown;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description The customer goes on elsewhere. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A page. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getPayByTokenReturn: {
        parameters: {
            query?: {
                turn?: unknown;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description The customer goes on elsewhere. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description A page. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            name: string;
                            ok: boolean;
                            reason?: string;
                        }[];
                        ready: boolean;
                    };
                };
            };
            /** @description Answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            name: string;
                            ok: boolean;
                            reason?: string;
                        }[];
                        ready: boolean;
                    };
                };
            };
        };
    };
}
