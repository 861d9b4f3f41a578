package fr.tocsin.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where an external PostgreSQL is, in the two ways that people write it.
///
/// @param jdbc without user and password, unless they are among its parameters
record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {

    private static final String JDBC = "jdbc:postgresql:";
    private static final String MEND =
            "Write TOCSIN_DATABASE_URL as postgresql://user:password@host:5432/database or as"
                    + " jdbc:postgresql://host:5432/database?user=…&password=…";

    /// @throws UnusableDatabase when it is neither; the message does not repeat the password
    static DatabaseUrl of(String text) {
        if (text.startsWith(JDBC)) {
            return new DatabaseUrl(text, null, null);
        }
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            if (!("postgresql".equals(scheme) || "postgres".equals(scheme))
                    || uri.getHost() == null
                    || uri.getPath().length() < 2) {
                throw new UnusableDatabase("TOCSIN_DATABASE_URL names no PostgreSQL", MEND);
            }
            var port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            var jdbc = JDBC + "//" + uri.getHost() + port + uri.getRawPath() + query;
            var login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = login.indexOf(':');
            return new DatabaseUrl(
                    jdbc,
                    login.isEmpty() ? null : decoded(colon < 0 ? login : login.substring(0, colon)),
                    colon < 0 ? null : decoded(login.substring(colon + 1)));
        } catch (URISyntaxException e) {
            throw new UnusableDatabase(
                    "TOCSIN_DATABASE_URL is no address; special characters in it are written %xx",
                    MEND);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
