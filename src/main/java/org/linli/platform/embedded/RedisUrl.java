package org.linli.platform.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// Where Redis is, as in `LINLI_REDIS_URL`: one server, some that Sentinels watch over, or a cluster.
///
/// `redis://user:password@host:port/database`, `redis-sentinel://user:password@host:port,host:port/database#master`,
/// `redis-cluster://user:password@host:port,host:port`; `rediss…` speaks TLS, and asks for a
/// certificate of the very server; `?sslrootcert=FILE` at the end names who signed it, where Java does not know them.
/// All but hosts and master may be left out:
/// the port is then 6379, that of a Sentinel 26379, and the database 0. Sentinels themselves are asked without
/// password.
record RedisUrl(
        Form form,
        boolean isSecret,
        List<Node> nodes,
        int database,
        String master,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path authority)
        implements DataRedisConnectionDetails {

    enum Form {
        ONE(6379),
        SENTINEL(26379),
        CLUSTER(6379);

        private final int port;

        Form(int port) {
            this.port = port;
        }

        static Form of(@Nullable String suffix) {
            return suffix == null ? ONE : valueOf(suffix.toUpperCase(Locale.ROOT));
        }
    }

    private static final Pattern URL = Pattern.compile("redis(?<tls>s)?(?:-(?<form>sentinel|cluster))?://"
            + "(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
            + "(?<nodes>[^:@/,?#\\s]+(?::\\d{1,5})?(?:,[^:@/,?#\\s]+(?::\\d{1,5})?)*)"
            + "(?:/(?<database>\\d{0,2}))?(?:#(?<master>[\\w.-]+))?"
            + "(?:\\?sslrootcert=(?<authority>[^?&#\\s]+))?");

    RedisUrl(
            Form form,
            boolean isSecret,
            List<Node> nodes,
            int database,
            String master,
            @Nullable String user,
            @Nullable String password) {
        this(form, isSecret, nodes, database, master, user, password, null);
    }

    static RedisUrl one(String host, int port, @Nullable String password) {
        return new RedisUrl(Form.ONE, false, List.of(new Node(host, port)), 0, "", null, password);
    }

    /// @throws IllegalArgumentException that does not repeat the text, and with it the password
    static RedisUrl parse(String text) {
        var found = URL.matcher(text.strip());
        if (!found.matches()) {
            throw unreadable();
        }
        Form form = Form.of(found.group("form"));
        var url = new RedisUrl(
                form,
                found.group("tls") != null,
                Arrays.stream(found.group("nodes").split(","))
                        .map(it -> node(it, form.port))
                        .toList(),
                number(found.group("database")),
                found.group("master") == null ? "" : found.group("master"),
                decoded(found.group("user")),
                decoded(found.group("password")),
                authority(decoded(found.group("authority"))));
        if (!url.isWhole()) {
            throw unreadable();
        }
        return url;
    }

    private static @Nullable Path authority(@Nullable String file) {
        return file == null ? null : Path.of(file);
    }

    private boolean isWhole() {
        if (authority != null && !isSecret) {
            return false;
        }
        return switch (form) {
            case ONE -> nodes.size() == 1 && master.isEmpty();
            case SENTINEL -> !master.isEmpty();
            case CLUSTER -> database == 0 && master.isEmpty();
        };
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

    int port() {
        return nodes.getFirst().port();
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
    public @Nullable SslBundle getSslBundle() {
        if (!isSecret) {
            return null;
        }
        return authority == null
                ? SslBundle.systemDefault()
                : SslBundle.of(new PemSslStoreBundle(
                        null,
                        PemSslStoreDetails.forCertificate(authority.toUri().toString())));
    }

    @Override
    public @Nullable Standalone getStandalone() {
        return form == Form.ONE ? Standalone.of(nodes.getFirst().host(), port(), database) : null;
    }

    @Override
    public @Nullable Sentinel getSentinel() {
        return form == Form.SENTINEL ? new Watched(database, master, nodes) : null;
    }

    @Override
    public @Nullable Cluster getCluster() {
        return form == Form.CLUSTER ? () -> nodes : null;
    }

    private record Watched(int getDatabase, String getMaster, List<Node> getNodes) implements Sentinel {

        @Override
        public @Nullable String getUsername() {
            return null;
        }

        @Override
        public @Nullable String getPassword() {
            return null;
        }
    }

    @Override
    public String toString() {
        return form + " " + nodes;
    }
}
