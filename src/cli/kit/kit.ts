import type { Command } from "../command.ts";
export const kit: Command = { help: "", async run() {} };
