/** Why a list is not saved, and how to mend it. */
export const listRefused = {
  "name-missing": "Give the list a name.",
  "name-taken": "Another list of this portal has that name. Choose another.",
  "folder-not-found": "That folder is not there any more. Choose another.",
  "too-many": "A portal has 1,000 lists at most. Archived ones count: reuse one of them.",
  "list-not-found": "This list is not here any more.",
  "rule-refused": "The rule cannot be used yet. What is wrong stands beside each line.",
  "named-by-others": "The rule of another list names this one. Change that rule first.",
} as const;

/** What the last button did to a list. */
export const listDone: Readonly<Record<string, string>> = {
  created: "The list was created.",
  changed: "The list was changed.",
  cloned: "This is the copy. Its rule is the same; its name is not.",
  archived: "The list is archived. Who was in it is kept.",
  restored: "The list is back in use.",
  folder: "The folder was created.",
};
