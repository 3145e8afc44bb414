// Generated from docs/openapi/analytics.json by `npm run api`.

export interface paths {
    "/api/v1/analytics/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I used, what it cost and what I did; today when no period is given
         * @description Days and months are those of the user's time zone.
         */
        get: operations["getUsage"];
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
        ActivityItem: {
            /** Format: int64 */
            count: number;
            /** Format: date-time */
            start: string;
            type: string;
        };
        UsageItem: {
            /** Format: int64 */
            costMicros: number;
            currency: string;
            meter: string;
            /** Format: int64 */
            quantity: number;
            /** Format: date-time */
            start: string;
            unit: string;
        };
        UsageReport: {
            activity: components["schemas"]["ActivityItem"][];
            /** Format: date-time */
            from: string;
            /** @enum {string} */
            granularity: "HOUR" | "DAY" | "MONTH";
            items: components["schemas"]["UsageItem"][];
            timeZone: string;
            /** Format: date-time */
            to: string;
            totals: components["schemas"]["UsageTotal"][];
        };
        UsageTotal: {
            /** Format: int64 */
            costMicros: number;
            currency: string;
            meter: string;
            /** Format: int64 */
            quantity: number;
            unit: string;
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
    getUsage: {
        parameters: {
            query?: {
                /** @description First day, or an instant; default: the day of `to` */
                from?: string;
                granularity?: "HOUR" | "DAY" | "MONTH";
                /** @description Last day, or an instant that is excluded; default: today */
                to?: string;
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
                    "application/json": components["schemas"]["UsageReport"];
                };
            };
        };
    };
}
