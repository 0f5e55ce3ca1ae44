import type { Values } from "#lib/contacts/contact.ts";

// The people of the seed's pictures, as they stand there.

/** Page 1a, newest first: the first was created on 5/5/2014, the others on 5/2/2014. */
export const newestPeople: readonly Values[] = [
  { email: "bnault@hello.com" },
  ofOneHouse("Kimberly", "Dempsey", "kdempsey@hubspot.com"),
  ofOneHouse("Sam", "Kusnitz", "skusnitz@hubspot.com"),
  ofOneHouse("Kyle", "Beaudreault", "kbeaudreault@hubspot.com"),
  ofOneHouse("Michael", "Vegeto", "mvegeto@hubspot.com"),
  ofOneHouse("Anna", "Faber-Hammond", "afaberhammond@hubspot.com"),
  { firstname: "Anna", lastname: "Faber-Hammond", email: "annafh16@gmail.com", lifecyclestage: "subscriber" },
  ofOneHouse("Brian", "Balfour", "bbalfour@hubspot.com"),
  ofOneHouse("Zachary", "Reynolds", "zreynolds@hubspot.com"),
  ofOneHouse("Raynor", "Bugayong", "rbugayong@hubspot.com"),
  ofOneHouse("Logan", "Gillis", "lgillis@hubspot.com"),
  ofOneHouse("Jesse", "Moran", "jmoran@hubspot.com"),
  ofOneHouse("Graham", "O'Connor", "goconnor@hubspot.com"),
  ofOneHouse("Jason", "Azocar", "jazocar@hubspot.com"),
];

/** Page 1b, oldest first, with the date of creation. No e-mail is shown there. */
export const jillians: readonly { createdOn: string; values: Values }[] = [
  {
    createdOn: "2012-10-10",
    values: {
      ...jillian("Berry"),
      // Page 1c: Twitter name and followers; an opportunity only "Since Apr 3, 2014".
      lifecyclestage: "lead",
      twitter_username: "jillzzy",
      follower_count: "103",
      // Ours, so that her e-mail is all that a request lacks.
      company: "Fairweather Heathcote Labs",
      website: "www.fairweather-heathcote.com",
    },
  },
  { createdOn: "2012-12-06", values: { ...jillian("Day"), lifecyclestage: "opportunity" } },
  { createdOn: "2013-06-12", values: { ...jillian("Wohlfarth"), lifecyclestage: "customer" } },
];

export const berryBecame = { name: "Jillian Berry", on: "2014-04-03", values: { lifecyclestage: "opportunity" } };

/** All of one address ending, and so of one website: the vendor's own, which is not pursued. */
function ofOneHouse(firstname: string, lastname: string, email: string): Values {
  return {
    firstname,
    lastname,
    email,
    website: `www.${email.slice(email.indexOf("@") + 1)}`,
    lifecyclestage: "lead",
    original_source_type: "Offline Sources",
  };
}

function jillian(lastname: string): Values {
  return { firstname: "Jillian", lastname, original_source_type: "Offline Sources" };
}
