package org.linli.platform.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Where PostgreSQL is: `postgresql://user:password@host:port/name`, as in `LINLI_DATABASE_URL`.
///
/// User and password may be percent-encoded. The port is 5432 where none is said. Behind `?` may stand
/// `sslmode=require`, `verify-ca` or `verify-full`, and `sslrootcert=FILE`, as for libpq; without it the line is open.
record DatabaseUrl(String host, int port, String name, String user, String password, Tls tls) {

    private static final String FORM = "(expected: postgresql://user:password@host:port/name, and for TLS behind it"
            + " ?sslmode=verify-full&sslrootcert=FILE)";

    DatabaseUrl(String host, int port, String name, String user, String password) {
        this(host, port, name, user, password, Tls.OFF);
    }

    static DatabaseUrl parse(String text) {
        URI uri = uri(text);
        String user = uri.getRawUserInfo();
        String path = uri.getPath();
        if (!("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                || uri.getHost() == null
                || user == null
                || path == null
                || path.length() < 2) {
            throw new IllegalArgumentException("LINLI_DATABASE_URL cannot be understood " + FORM);
        }
        Tls tls = Tls.of(uri.getRawQuery())
                .orElseThrow(() -> new IllegalArgumentException("LINLI_DATABASE_URL cannot be understood " + FORM));
        int colon = user.indexOf(':');
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.substring(1),
                decoded(colon < 0 ? user : user.substring(0, colon)),
                colon < 0 ? "" : decoded(user.substring(colon + 1)),
                tls);
    }

    String jdbc() {
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, name, tls.forJdbc());
    }

    // The cause would repeat the text, and with it the password.
    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("LINLI_DATABASE_URL is no address " + FORM);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s:%d/%s".formatted(host, port, name);
    }
}
