package org.linli.platform.embedded;

import io.r2dbc.postgresql.client.SSLMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the line to a server is kept secret, as libpq calls it behind the `?` of an address: `sslmode` and
/// `sslrootcert`.
///
/// @param authority a PEM file with who signed the server's certificate; `null`: one that Java knows
record Tls(Mode mode, @Nullable Path authority) {

    enum Mode {
        DISABLE,
        /// Secret from who listens, not from who stands between.
        REQUIRE,
        /// The certificate is of the authority; of which server, nobody looks.
        VERIFY_CA,
        /// The certificate is of the authority and of this very server.
        VERIFY_FULL;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<Mode> of(String word) {
            return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
        }
    }

    static final Tls OFF = new Tls(Mode.DISABLE, null);

    /// @param query what follows the `?`; empty: not encrypted
    /// @return empty where it cannot be understood, or names an authority by which nobody would be measured
    static Optional<Tls> of(@Nullable String query) {
        if (query == null) {
            return Optional.of(OFF);
        }
        Map<String, String> said = Stream.of(query.split("&"))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2)
                .collect(Collectors.toMap(it -> it[0], it -> decoded(it[1]), (_, last) -> last));
        boolean isKnown = said.keySet().stream().allMatch(it -> it.equals("sslmode") || it.equals("sslrootcert"));
        String authority = said.get("sslrootcert");
        return Mode.of(said.getOrDefault("sslmode", ""))
                .filter(_ -> isKnown && said.size() == query.split("&").length)
                .map(mode -> new Tls(mode, authority == null ? null : Path.of(authority)))
                .filter(it -> it.authority() == null || it.isVerified());
    }

    boolean isOn() {
        return mode != Mode.DISABLE;
    }

    private boolean isVerified() {
        return mode == Mode.VERIFY_CA || mode == Mode.VERIFY_FULL;
    }

    /// For the driver that makes the tables; empty where nothing was said, so that it does as it always did.
    String forJdbc() {
        if (!isOn()) {
            return "";
        }
        String said = "?sslmode=" + mode.word();
        return authority != null
                ? said + "&sslrootcert=" + URLEncoder.encode(authority.toString(), StandardCharsets.UTF_8)
                : isVerified() ? said + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" : said;
    }

    /// For the driver that everything else uses.
    SSLMode forR2dbc() {
        return switch (mode) {
            case DISABLE -> SSLMode.DISABLE;
            case REQUIRE -> SSLMode.REQUIRE;
            case VERIFY_CA -> SSLMode.VERIFY_CA;
            case VERIFY_FULL -> SSLMode.VERIFY_FULL;
        };
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
