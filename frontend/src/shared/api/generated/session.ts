// Generated from docs/openapi/session.json by `npm run api`.

export interface paths {
    "/api/v1/security-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the user's account, the newest first */
        get: operations["listSecurityEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the user is signed in, the youngest session first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End all other sessions */
        delete: operations["revokeOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session; its tokens stop working with the next request */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CursorPageSecurityEvent: {
            items: components["schemas"]["SecurityEvent"][];
            nextCursor?: string | null;
        };
        CursorPageSession: {
            items: components["schemas"]["Session"][];
            nextCursor?: string | null;
        };
        SecurityEvent: {
            address?: string | null;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            reason?: string | null;
            /** Format: uuid */
            sessionId?: string | null;
            /** @enum {string} */
            type: "LOGIN_SUCCEEDED" | "LOGIN_FAILED" | "SESSION_STARTED" | "SESSION_ENDED" | "SESSION_REVOKED" | "TOKEN_REUSED";
        };
        Session: {
            address: string;
            browser?: string | null;
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            deviceName?: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            system?: string | null;
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
    listSecurityEvents: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CursorPageSecurityEvent"];
                };
            };
        };
    };
    listSessions: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CursorPageSession"];
                };
            };
        };
    };
    revokeOtherSessions: {
        parameters: {
            query: {
                except: "current";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    revokeSession: {
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
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
