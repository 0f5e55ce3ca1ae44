const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** An id of Salesforce: 15 letters and digits in which case counts, or 18, of which the last three say which are capitals. */
export function isSalesforceId(value: string): boolean {
  if (!/^[A-Za-z0-9]{15}([A-Z0-5]{3})?$/.test(value)) return false;
  return value.length === 15 || value.slice(15) === capitalsOf(value.slice(0, 15));
}

/** One letter for each five: which of them are capitals, the first counting one, the second two, then four, eight, sixteen. */
function capitalsOf(id: string): string {
  return [0, 5, 10]
    .map((from) => {
      const five = id.slice(from, from + 5).split("");
      const sum = five.reduce((total, letter, at) => total + (/[A-Z]/.test(letter) ? 2 ** at : 0), 0);
      return letters[sum];
    })
    .join("");
}
