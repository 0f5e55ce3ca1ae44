import { createServer, type Socket } from "node:net";

export type MailCatcher = {
  url: string;
  /** Every letter that was taken: the commands before it, its head and its text. */
  letters: string[];
  close: () => Promise<void>;
};

/** A mail server of the tests' own. It takes every letter but those to somebody called "refused". */
export async function catchMail(): Promise<MailCatcher> {
  const letters: string[] = [];
  const server = createServer((socket) => converse(socket, letters));
  await new Promise<void>((open) => void server.listen(0, "127.0.0.1", open));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const close = () => new Promise<void>((closed) => void server.close(() => closed()));
  return { url: `smtp://127.0.0.1:${port}`, letters, close };
}

/** What has been heard and not yet answered, and the letter so far. */
type Talk = { heard: string; letter: string; inData: boolean };

function converse(socket: Socket, letters: string[]): void {
  const talk: Talk = { heard: "", letter: "", inData: false };
  // Whoever hangs up in the middle has sent nothing.
  socket.on("error", () => undefined);
  socket.write("220 catcher\r\n");
  socket.on("data", (chunk) => {
    talk.heard += String(chunk);
    const lines = talk.heard.split("\r\n");
    talk.heard = lines.pop() ?? "";
    for (const line of lines) {
      const answer = talk.inData ? taken(talk, line, letters) : answerTo(talk, line);
      if (answer !== "") socket.write(`${answer}\r\n`);
    }
  });
}

function taken(talk: Talk, line: string, letters: string[]): string {
  if (line !== ".") {
    talk.letter += `${line}\n`;
    return "";
  }
  // Quoted-printable breaks long lines.
  letters.push(talk.letter.replaceAll("=\n", ""));
  talk.inData = false;
  return "250 taken";
}

function answerTo(talk: Talk, line: string): string {
  const [verb = ""] = line.toUpperCase().split(/[ :]/);
  if (verb === "MAIL") talk.letter = "";
  talk.letter += `${line}\n`;
  if (verb === "DATA") {
    talk.inData = true;
    return "354 go on";
  }
  if (/^RCPT TO:<refused@/i.test(line)) return "550 no such mailbox";
  return verb === "QUIT" ? "221 bye" : "250 fine";
}
