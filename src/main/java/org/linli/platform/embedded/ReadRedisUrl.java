package org.linli.platform.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Node;

/// Reads where Redis is; [RedisUrl] says how that is written.
final class ReadRedisUrl {

    private static final Pattern URL = Pattern.compile("redis(?<tls>s)?(?:-(?<form>sentinel|cluster))?://"
            + "(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
            + "(?<nodes>[^:@/,?#\\s]+(?::\\d{1,5})?(?:,[^:@/,?#\\s]+(?::\\d{1,5})?)*)"
            + "(?:/(?<database>\\d{0,2}))?(?:#(?<master>[\\w.-]+))?"
            + "(?:\\?sslrootcert=(?<authority>[^?&#\\s]+))?");

    private ReadRedisUrl() {}

    /// @throws IllegalArgumentException that does not repeat the text, and with it the password
    static RedisUrl read(String text) {
        try {
            return of(text).filter(RedisUrl::isWhole).orElseThrow(ReadRedisUrl::unreadable);
        } catch (IllegalArgumentException wrongPart) {
            throw unreadable(); // what Java says of a part repeats it
        }
    }

    private static Optional<RedisUrl> of(String text) {
        var found = URL.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var form = RedisUrl.Form.of(found.group("form"));
        return Optional.of(new RedisUrl(
                form,
                found.group("tls") != null,
                Arrays.stream(found.group("nodes").split(","))
                        .map(it -> node(it, form.port))
                        .toList(),
                number(found.group("database")),
                found.group("master") == null ? "" : found.group("master"),
                decoded(found.group("user")),
                decoded(found.group("password")),
                authority(decoded(found.group("authority")))));
    }

    private static @Nullable Path authority(@Nullable String file) {
        return file == null ? null : Path.of(file);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("LINLI_REDIS_URL cannot be understood (expected:"
                + " redis://user:password@host:port/database, redis-sentinel://user:password@host:port,host:port/database#master"
                + " or redis-cluster://user:password@host:port,host:port)");
    }

    private static Node node(String text, int port) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Node(text, port)
                : new Node(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static int number(@Nullable String text) {
        return text == null || text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static @Nullable String decoded(@Nullable String part) {
        return part == null || part.isEmpty()
                ? null
                : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
