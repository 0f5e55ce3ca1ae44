import { listRefused } from "#lib/lists/sentences.ts";

/** Why a bulk change is not started, and how to mend it. */
export const startRefused = {
  ...listRefused,
  "list-not-found": "That list is not here any more. Choose another.",
  "admins-only": "Only an admin of your portal deletes more than 100 contacts at once. Choose fewer, or ask an admin.",
  unreadable: "The form came incomplete. Go back to Contacts and choose them again.",
} as const;

/** What the last button did to a bulk change, or why it did nothing. */
export const bulkTold: Readonly<Record<string, string>> = {
  "not-running": "It had ended before it could be cancelled.",
  "nothing-changed": "It changed nothing, so there is nothing to undo.",
  running: "It still runs. Cancel it first, then undo it.",
  "too-late": "24 hours have passed since it ended: it cannot be undone any more.",
  undone: "It is undone already.",
};
