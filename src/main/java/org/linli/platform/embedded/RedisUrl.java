package org.linli.platform.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;

/// Where Redis is: `redis://user:password@host:port/database`, as in `LINLI_REDIS_URL`.
///
/// All but the host may be left out; the port is then 6379 and the database 0.
record RedisUrl(
        String host,
        int port,
        int database,
        @Nullable String user,
        @Nullable String password) implements DataRedisConnectionDetails {

    private static final String FORM = "(expected: redis://user:password@host:port/database)";

    static RedisUrl parse(String text) {
        URI uri = uri(text);
        if (!"redis".equals(uri.getScheme())
                || uri.getHost() == null
                || !uri.getPath().matches("(/\\d{0,2})?")) {
            throw new IllegalArgumentException("LINLI_REDIS_URL cannot be understood " + FORM);
        }
        String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = info.indexOf(':');
        return new RedisUrl(
                uri.getHost(),
                uri.getPort() < 0 ? 6379 : uri.getPort(),
                uri.getPath().length() < 2 ? 0 : Integer.parseInt(uri.getPath().substring(1)),
                decoded(colon < 0 ? info : info.substring(0, colon)),
                colon < 0 ? null : decoded(info.substring(colon + 1)));
    }

    @Override
    public @Nullable String getUsername() {
        return user;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public Standalone getStandalone() {
        return Standalone.of(host, port, database);
    }

    // The cause would repeat the text, and with it the password.
    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("LINLI_REDIS_URL is no address " + FORM);
        }
    }

    private static @Nullable String decoded(String part) {
        return part.isEmpty() ? null : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s:%d".formatted(host, port);
    }
}
