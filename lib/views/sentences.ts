/** Why a view is not saved, and how to mend it. */
export const viewRefused = {
  "name-missing": "Give the view a name.",
  "name-taken": "Another view that you see has that name. Choose another.",
  "too-many": "A person has 100 views at most. Delete one that is not used.",
  "view-not-found": "This view is not here any more.",
} as const;

/** What the last button did to a view. */
export const viewDone: Readonly<Record<string, string>> = {
  saved: "The view was saved.",
  changed: "The view was changed.",
  deleted: "The view was deleted. Its contacts are as they were.",
  opens: "Contacts opens with this view from now on.",
  usual: "Contacts opens with all contacts from now on.",
};
