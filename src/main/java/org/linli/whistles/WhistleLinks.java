package org.linli.whistles;

import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.signing.HmacSha256;
import org.linli.web.PublicAddress;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Links by which a unit without an account answers one whistle and sees nothing else: signed with HMAC-SHA256.
@Component
public class WhistleLinks implements KeepsSealed {

    private static final SealedColumn SECRET = new SealedColumn("whistles.seal", "secret");

    private final DatabaseClient database;
    private final PublicAddress address;
    private final Sealing sealing;

    WhistleLinks(DatabaseClient database, PublicAddress address, Sealing sealing) {
        this.database = database;
        this.address = address;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SECRET);
    }

    /// The part after our host. Never empty.
    public Mono<String> path(Whistle whistle) {
        return secret().map(it -> path(it, whistle));
    }

    /// By id, to be handed over by people: whole links, or the parts after our host where nobody has said under
    /// which address we are reached. Never empty.
    public Mono<Map<String, String>> toHandOver(List<Whistle> whistles) {
        return whistles.isEmpty()
                ? Mono.just(Map.of())
                : secret().map(secret ->
                        whistles.stream().collect(Collectors.toMap(Whistle::id, it -> withHost(path(secret, it)))));
    }

    private String withHost(String path) {
        return address.of(path).orElse(path);
    }

    /// The whole link; an empty text where nobody has said under which address we are reached.
    public Mono<String> link(Whistle whistle) {
        return path(whistle).map(it -> address.of(it).orElse(""));
    }

    /// Compares in constant time.
    public Mono<Boolean> opens(Whistle whistle, String signature) {
        return secret().map(it -> HmacSha256.isSame(signature(it, whistle), signature));
    }

    private Mono<String> secret() {
        return database.sql("select secret from whistles.seal")
                .map(row -> sealing.open(SECRET, text(row, "secret")))
                .one();
    }

    private static String path(String secret, Whistle whistle) {
        return "/whistle/%s/%s/%s".formatted(whistle.community().value(), whistle.id(), signature(secret, whistle));
    }

    private static String signature(String secret, Whistle whistle) {
        return HmacSha256.with(secret).base64Url(whistle.community().value() + "|" + whistle.id());
    }
}
