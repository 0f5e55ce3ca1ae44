/** True for one company's page on a host that many share; the bare host is the company that runs it. */
export function isProfilePage({ hostname, pathname, hash }: URL): boolean {
  if (pathname === "/" && !hash.startsWith("#!/")) return false;
  const host = hostname.endsWith(".") ? hostname.slice(0, -1) : hostname;
  return isShared(host) || sharedPages.test(host + pathname);
}

/** Subdomains count too: de.linkedin.com, m.facebook.com. */
function isShared(host: string): boolean {
  if (sharedHosts.has(host)) return true;
  const dot = host.indexOf(".");
  return dot !== -1 && isShared(host.slice(dot + 1));
}

const sharedHosts = new Set(
  [
    // people and companies
    "facebook.com fb.com fb.me m.me instagram.com threads.net threads.com linkedin.com lnkd.in xing.com twitter.com x.com",
    "t.co bsky.app mastodon.social tiktok.com youtube.com youtu.be vimeo.com twitch.tv pinterest.com pinterest.co.uk",
    "pinterest.de pinterest.fr snapchat.com reddit.com tumblr.com vk.com ok.ru weibo.com t.me telegram.me wa.me",
    "medium.com substack.com quora.com about.me linktr.ee lnk.bio bio.link beacons.ai flickr.com behance.net",
    "dribbble.com soundcloud.com patreon.com",
    // what Google, Apple and Microsoft host for others
    "sites.google.com docs.google.com drive.google.com forms.gle maps.google.com plus.google.com play.google.com",
    "groups.google.com business.google.com goo.gl g.page g.co apps.apple.com itunes.apple.com maps.apple.com",
    "onedrive.live.com 1drv.ms forms.office.com",
    // directories, shops, projects, events
    "yelp.com yelp.de yelp.co.uk yelp.ca tripadvisor.com tripadvisor.co.uk trustpilot.com crunchbase.com wellfound.com",
    "angel.co glassdoor.com indeed.com yellowpages.com gelbeseiten.de clutch.co producthunt.com etsy.com ebay.com",
    "ebay.de ebay.co.uk kickstarter.com gofundme.com eventbrite.com eventbrite.co.uk meetup.com github.com gitlab.com",
    "bitbucket.org notion.so airtable.com calendly.com wikipedia.org",
    // shortened links
    "bit.ly tinyurl.com ow.ly buff.ly rb.gy is.gd cutt.ly",
  ].flatMap((line) => line.split(" ")),
);

// Maps and shops of others under the name of one company, in every country.
const sharedPages = /^(?:www\.)?(?:google\.[a-z.]+\/(?:maps|search|url)|amazon\.[a-z.]+\/(?:shops|stores))\b/;
