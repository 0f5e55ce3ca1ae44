import { writeFileSync } from "node:fs";
import { machine } from "#lib/registration/machine.ts";
import { machinePage } from "#lib/registration/machine-page.ts";

// node bin/state-machine.ts: writes docs/state-machine.md from the machine.
writeFileSync("docs/state-machine.md", machinePage(machine));
