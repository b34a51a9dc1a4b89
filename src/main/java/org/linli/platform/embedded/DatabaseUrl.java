package org.linli.platform.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where PostgreSQL is: `postgresql://user:password@host:port/name`, as in `LINLI_DATABASE_URL`.
///
/// User and password may be percent-encoded. The port is 5432 where none is said. Behind `?` may stand
/// `sslmode=require`, `verify-ca` or `verify-full`, and `sslrootcert=FILE`, as for libpq; without it the line is open.
record DatabaseUrl(String host, int port, String name, String user, String password, Tls tls) {

    DatabaseUrl(String host, int port, String name, String user, String password) {
        this(host, port, name, user, password, Tls.OFF);
    }

    /// @throws IllegalArgumentException that does not repeat the text, and with it the password
    static DatabaseUrl parse(String text) {
        try {
            return of(new URI(text.strip())).orElseThrow(DatabaseUrl::unreadable);
        } catch (URISyntaxException | IllegalArgumentException wrongPart) {
            throw unreadable(); // what Java says of a part repeats it
        }
    }

    private static Optional<DatabaseUrl> of(URI uri) {
        String user = uri.getRawUserInfo();
        String path = uri.getPath();
        if (!("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                || uri.getHost() == null
                || user == null
                || path == null
                || path.length() < 2) {
            return Optional.empty();
        }
        int colon = user.indexOf(':');
        return Tls.of(uri.getRawQuery())
                .map(tls -> new DatabaseUrl(
                        uri.getHost(),
                        uri.getPort() < 0 ? 5432 : uri.getPort(),
                        path.substring(1),
                        decoded(colon < 0 ? user : user.substring(0, colon)),
                        colon < 0 ? "" : decoded(user.substring(colon + 1)),
                        tls));
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("LINLI_DATABASE_URL cannot be understood "
                + "(expected: postgresql://user:password@host:port/name, and for TLS behind it"
                + " ?sslmode=verify-full&sslrootcert=FILE)");
    }

    String jdbc() {
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, name, tls.forJdbc());
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s:%d/%s".formatted(host, port, name);
    }
}
