import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { Drop } from "#components/ui/drop.tsx";
import { fieldLook } from "#components/ui/field-look.ts";
import { removePhotoAction } from "#lib/contacts/actions/photo.ts";

type Props = { contactId: number; name: string; mark: string | null };

/** The contact's photo or its initials (page 1c), and behind it the way to another one. `mark` changes with the photo. */
export function Photo(props: Props) {
  const { contactId, mark } = props;
  const label = (
    <>
      <Face {...props} />
      <span className="sr-only">{mark === null ? "Add a photo" : "Change the photo"}</span>
    </>
  );
  return (
    <Drop className="shrink-0 rounded-full" label={label}>
      <div className="flex w-80 max-w-full flex-col gap-3 p-4">
        <Upload contactId={contactId} />
        {mark === null ? null : (
          <form action={removePhotoAction}>
            <input type="hidden" name="contactId" value={contactId} />
            <Button type="submit">Remove photo</Button>
          </form>
        )}
      </div>
    </Drop>
  );
}

function Face({ contactId, name, mark }: Props) {
  if (mark === null)
    return (
      <span
        aria-hidden="true"
        className={classes("grid size-14 place-items-center rounded-full text-lg font-semibold", colourOf(contactId))}
      >
        {initials(name)}
      </span>
    );
  // oxlint-disable-next-line nextjs/no-img-element -- There is no image endpoint; ours serves it as it is kept.
  return <img src={`/api/contacts/${contactId}/photo?${mark}`} alt="" width={56} height={56} className={round} />;
}

const round = "size-14 rounded-full object-cover";

/** A plain form to the API, since what an action may bring ends at 1 MB. */
function Upload({ contactId }: { contactId: number }) {
  return (
    <form
      action={`/api/contacts/${contactId}/photo`}
      method="post"
      encType="multipart/form-data"
      className="flex flex-col items-start gap-3"
    >
      <label className={fieldLook.frame}>
        <span className={fieldLook.label}>Photo</span>
        <input type="file" name="photo" accept="image/png,image/jpeg,image/webp" required className="max-w-full" />
        <span className={fieldLook.description}>
          PNG, JPEG or WebP, up to 2 MB. Where and when it was taken is not kept.
        </span>
      </label>
      <Button type="submit">Upload photo</Button>
    </form>
  );
}

// Ink of a token on its own ground, each at least 6:1 in both themes.
const colours = [
  "bg-selection text-link",
  "bg-pending-bg text-pending",
  "bg-unavailable-bg text-unavailable",
  "bg-invalid-bg text-invalid",
  "bg-expiring-bg text-expiring",
  "bg-registered-bg text-registered",
];

/** The same one for a contact for ever. */
function colourOf(contactId: number): string {
  return colours[contactId % colours.length] ?? "";
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32).toUpperCase())
    .join("");
}
