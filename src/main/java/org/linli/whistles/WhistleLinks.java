package org.linli.whistles;

import static org.linli.platform.database.Columns.text;

import org.linli.platform.signing.HmacSha256;
import org.linli.web.PublicAddress;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Links by which a unit without an account answers one whistle and sees nothing else: signed with HMAC-SHA256.
@Component
public class WhistleLinks {

    private final DatabaseClient database;
    private final PublicAddress address;

    WhistleLinks(DatabaseClient database, PublicAddress address) {
        this.database = database;
        this.address = address;
    }

    /// The part after our host. Never empty.
    public Mono<String> path(Whistle whistle) {
        return signature(whistle)
                .map(it -> "/whistle/%s/%s/%s".formatted(whistle.community().value(), whistle.id(), it));
    }

    /// The whole link; an empty text where nobody has said under which address we are reached.
    public Mono<String> link(Whistle whistle) {
        return path(whistle).map(it -> address.of(it).orElse(""));
    }

    /// Compares in constant time.
    public Mono<Boolean> opens(Whistle whistle, String signature) {
        return signature(whistle).map(it -> HmacSha256.isSame(it, signature));
    }

    private Mono<String> signature(Whistle whistle) {
        return database.sql("select secret from whistles.seal")
                .map(row -> text(row, "secret"))
                .one()
                .map(secret ->
                        HmacSha256.with(secret).base64Url(whistle.community().value() + "|" + whistle.id()));
    }
}
