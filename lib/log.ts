import pino from "pino";
import { env } from "#lib/env.ts";

/** JSON lines with ids and codes; never a name, an e-mail or a property value. */
export const log = pino({ level: env.DIBS_LOG, base: null });
