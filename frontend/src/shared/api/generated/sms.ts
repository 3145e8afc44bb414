// Generated from docs/openapi/sms.json by `npm run api`.

export interface paths {
    "/api/v1/sms/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list"];
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
        CursorPageMessageBody: {
            items: components["schemas"]["MessageBody"][];
            nextCursor?: string | null;
        };
        MessageBody: {
            /** Format: date-time */
            at: string;
            body: string;
            /** @enum {string} */
            direction: "INBOUND" | "OUTBOUND";
            from?: string | null;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            segments: number;
            status: string;
            to?: string | null;
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
    list: {
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
                    "application/json": components["schemas"]["CursorPageMessageBody"];
                };
            };
        };
    };
}
