export const shortestPassword = 12;
export const longestPassword = 200;

export type PasswordFault = "too-short" | "too-long" | "common" | "own-name";

// The long ones of the lists that are tried first; what is a repetition or a run of keys is found by rule.
const common = new Set(
  `password1234 password12345 password123456 passwordpassword p@ssword1234 p@ssw0rd1234 passw0rd1234 adminadmin123
  administrator administrator1 welcome12345 welcome123456 letmein12345 letmeinletmein iloveyou1234 iloveyouiloveyou
  changeme1234 changemechangeme qwerty123456 qwerty1234567 qwertyuiop123 qwerty12345678 1q2w3e4r5t6y 1qaz2wsx3edc
  zaq12wsxcde3 q1w2e3r4t5y6 abc123456789 abcd12345678 football1234 baseball1234 sunshine1234 princess1234 superman1234
  trustno1trustno1 dragon123456 monkey123456 master123456 correcthorsebatterystaple hubspot12345 partner12345 dibsdibsdibs`.split(
    /\s+/,
  ),
);
const runs = [
  "01234567890123456789",
  "98765432109876543210",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
];

/** Why a new password is refused; no rule of composition. `own` is what everyone knows about the person: e-mail, name. */
export function passwordFault(password: string, own: readonly string[]): PasswordFault | undefined {
  // Counted as people count: one for each sign they see typed.
  const length = Array.from(password).length;
  if (length < shortestPassword) return "too-short";
  if (length > longestPassword) return "too-long";

  const spelled = password.toLowerCase();
  if (common.has(spelled) || isRepetition(spelled) || runs.some((run) => run.includes(spelled))) return "common";
  return own.some((word) => word.toLowerCase() === spelled) ? "own-name" : undefined;
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`: a piece of up to four signs, again and again. */
function isRepetition(word: string): boolean {
  return [1, 2, 3, 4].some(
    (size) =>
      word ===
      word
        .slice(0, size)
        .repeat(Math.ceil(word.length / size))
        .slice(0, word.length),
  );
}
