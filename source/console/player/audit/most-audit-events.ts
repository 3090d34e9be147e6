/** More of one recording are not listed: 100,000 take some 200 MB of memory. */
export const mostAuditEvents = 100_000;
