package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.RemotePost;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The address of a post in its author's repository (atproto.com/specs/at-uri-scheme).
record PostUri(String did, String key) {

    static final String COLLECTION = "app.bsky.feed.post";

    static PostUri of(Account account, String key) {
        return new PostUri(account.remoteId(), key);
    }

    /// @param uri as in [RemotePost#id]
    static PostUri parse(String uri) {
        var parts = uri.split("/", -1);
        if (parts.length != 5 || !parts[0].equals("at:") || !parts[3].equals(COLLECTION)) {
            throw new IllegalArgumentException(
                    "found " + uri + ", expected at://<did>/" + COLLECTION + "/<key>");
        }
        return new PostUri(parts[2], parts[4]);
    }

    /// The keys that a step's key holds, one for each of its parts.
    static List<String> keys(String stepKey) {
        return Stream.of(stepKey.split(",", -1)).toList();
    }

    static String stepKey(List<Tid> keys) {
        return String.join(",", keys.stream().map(Tid::toString).toList());
    }

    /// The copy that a server tells of.
    ///
    /// @param answer holds the record's `cid`; a few older servers leave it out
    RemotePost seen(Account account, JsonNode answer) {
        var cid = answer.path("cid").asString("");
        return new RemotePost(toString(), cid.isEmpty() ? null : cid, page(account.handle()));
    }

    /// Where people read it.
    private URI page(String handle) {
        var profile = Handle.parse(handle).map(Handle::name).orElse(did);
        return URI.create("https://bsky.app/profile/" + profile + "/post/" + key);
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + COLLECTION + "/" + key;
    }
}
