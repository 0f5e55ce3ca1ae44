import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

/** From an action to a page: the list sizes in the frame follow too. */
export function goTo(path: string): never {
  revalidatePath("/", "layout");
  redirect(path);
}
