package org.linli.platform.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// Where Redis is, as in `LINLI_REDIS_URL`: one server, some that Sentinels watch over, or a cluster.
///
/// `redis://user:password@host:port/database`, `redis-sentinel://user:password@host:port,host:port/database#master`,
/// `redis-cluster://user:password@host:port,host:port`; `rediss…` speaks TLS, and asks for a certificate of the very
/// server; `?sslrootcert=FILE` at the end names who signed it, where Java does not know them. All but hosts and
/// master may be left out: the port is then 6379, that of a Sentinel 26379, and the database 0. Sentinels themselves
/// are asked without password.
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

        final int port;

        Form(int port) {
            this.port = port;
        }

        static Form of(@Nullable String suffix) {
            return suffix == null ? ONE : valueOf(suffix.toUpperCase(Locale.ROOT));
        }
    }

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
        return ReadRedisUrl.read(text);
    }

    /// Whether nothing is missing and nothing too much for its form.
    boolean isWhole() {
        if (authority != null && !isSecret) {
            return false;
        }
        return switch (form) {
            case ONE -> nodes.size() == 1 && master.isEmpty();
            case SENTINEL -> !master.isEmpty();
            case CLUSTER -> database == 0 && master.isEmpty();
        };
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
