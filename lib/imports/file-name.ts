const longest = 120;

/** The name of an uploaded file as it is shown: without folders and without what nobody can see. */
export function cleanFileName(given: string): string {
  const name = given
    .slice(0, 2_000)
    .split(/[\\/]/)
    .at(-1)
    // eslint-disable-next-line no-control-regex -- control signs and signs that turn the reading direction
    ?.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .toWellFormed()
    .trim();
  if (name === undefined || name === "") return "file.csv";
  return name.length <= longest ? name : `${name.slice(0, longest - 5).toWellFormed()}….csv`;
}
