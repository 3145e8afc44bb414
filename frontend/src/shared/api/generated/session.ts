// Generated from docs/openapi/session.json by `npm run api`.

export interface paths {
    "/api/v1/admin/threats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What looked like a threat to anybody, the newest first */
        get: operations["listAllThreats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/threats/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it was none; the same cause is not a finding again */
        post: operations["dismissAnyThreat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a user is signed in, the youngest session first */
        get: operations["listUserSessions"];
        put?: never;
        post?: never;
        /** End all sessions of a user */
        delete: operations["revokeUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
        /**
         * Name a device, or say whether it is yours
         * @description Holds for all sessions on the device. What is missing stays as it is.
         */
        patch: operations["describeSession"];
        trace?: never;
    };
    "/api/v1/threats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What looked like a threat to the user, the newest first */
        get: operations["listThreats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threats/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it was none; the same cause is not a finding again */
        post: operations["dismissThreat"];
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
        CursorPageSecurityEvent: {
            items: components["schemas"]["SecurityEvent"][];
            nextCursor?: string | null;
        };
        CursorPageSession: {
            items: components["schemas"]["Session"][];
            nextCursor?: string | null;
        };
        CursorPageThreat: {
            items: components["schemas"]["Threat"][];
            nextCursor?: string | null;
        };
        SecurityEvent: {
            address?: string | null;
            /** Format: date-time */
            at: string;
            device?: string | null;
            /** Format: uuid */
            id: string;
            place?: string | null;
            reason?: string | null;
            /** Format: uuid */
            sessionId?: string | null;
            /** @description a sentence in the language of Accept-Language: en, es or pt */
            text: string;
            /** @enum {string} */
            type: "LOGIN_SUCCEEDED" | "LOGIN_FAILED" | "SESSION_STARTED" | "SESSION_ENDED" | "SESSION_REVOKED" | "TOKEN_REUSED" | "PASSWORD_CHANGED" | "EMAIL_CHANGED" | "ROLES_CHANGED" | "MFA_CHANGED" | "MFA_CODE_SENT" | "MFA_FAILED" | "ACCOUNT_SUSPENDED" | "ACCOUNT_REINSTATED" | "ERASURE_SCHEDULED" | "ERASURE_CANCELLED" | "THREAT_DETECTED";
        };
        Session: {
            address: string;
            /** @description how the user signed in, RFC 8176 */
            amr: string[];
            browser?: string | null;
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            deviceName?: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description given by the user */
            name?: string | null;
            /** @description roughly, when a place database is configured */
            place?: string | null;
            system?: string | null;
            /** @description whether the user says that the device is theirs */
            trusted: boolean;
        };
        SessionDescription: {
            name?: string | null;
            trusted?: boolean | null;
        };
        Threat: {
            actions: ("NOTIFY" | "STEP_UP" | "END_SESSIONS" | "THROTTLE")[];
            /** Format: date-time */
            at: string;
            evidence: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description when the cause was last seen
             */
            lastAt: string;
            rule: string;
            /** @enum {string} */
            severity: "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            /** @enum {string} */
            status: "OPEN" | "DISMISSED";
            /** @description a sentence in the language of Accept-Language: en, es or pt */
            text: string;
            /**
             * Format: uuid
             * @description against whom; none when against many
             */
            userId?: string | null;
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
    listAllThreats: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                rule?: string;
                severity?: "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
                status?: "OPEN" | "DISMISSED";
                userId?: string;
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
                    "application/json": components["schemas"]["CursorPageThreat"];
                };
            };
        };
    };
    dismissAnyThreat: {
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
    listUserSessions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                userId: string;
            };
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
    revokeUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
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
    describeSession: {
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
                "application/json": components["schemas"]["SessionDescription"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    listThreats: {
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
                    "application/json": components["schemas"]["CursorPageThreat"];
                };
            };
        };
    };
    dismissThreat: {
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
