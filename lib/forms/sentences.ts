/** What the last button did to a form. */
export const formDone: Readonly<Record<string, string>> = {
  created: "The form was created. It is a draft: nobody else sees it before you publish it.",
  changed: "The form was changed.",
  cloned: "This is the copy. It is a draft; its address is its own.",
  published: "The form is live. Share has its address.",
  withdrawn: "The form is a draft again: its address is answered as if it were not there.",
  archived: "The form is archived. What was sent with it is kept.",
  restored: "The form is back, as a draft.",
  accepted: "Accepted. It is in your contacts now, as if it had just been sent.",
  discarded: "Discarded. Nobody was added to your contacts.",
};

/** Why a form is not saved, and how to mend it. */
export const formRefused = {
  "name-taken": "Another form of this portal has that name. Choose another.",
  "too-many": "A portal has 500 forms at most. Archived ones count: reuse one of them.",
  "form-not-found": "This form is not here any more.",
  "nothing-held": "That was decided already.",
} as const;

/** What a visitor is told when nothing is wrong with what was typed. */
export const sendingRefused = {
  "too-many":
    "This form was sent very often just now. Wait ten minutes, then send it again: what you typed is still here.",
  "form-not-found": "This form is closed. Nothing was sent.",
} as const;
