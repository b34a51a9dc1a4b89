package org.linli.polls.prizes;

import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.signing.HmacSha256;
import org.linli.web.PublicAddress;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Links to certificates, signed with HMAC-SHA256: whoever has one reads that certificate and nothing else, and it
/// does not say whose it is.
@Component
public class CertificateLinks implements KeepsSealed {

    private static final SealedColumn SECRET = new SealedColumn("polls.certificate_seal", "secret");

    private final DatabaseClient database;
    private final PublicAddress address;
    private final Sealing sealing;

    CertificateLinks(DatabaseClient database, PublicAddress address, Sealing sealing) {
        this.database = database;
        this.address = address;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SECRET);
    }

    /// The part after our host. Never empty.
    public Mono<String> path(CommunityId community, UUID award) {
        return signature(community, award)
                .map(it -> "/polls/%s/certificates/%s/%s".formatted(community.value(), award, it));
    }

    /// The whole link; an empty text where nobody has said under which address we are reached.
    Mono<String> link(CommunityId community, UUID award) {
        return path(community, award).map(it -> address.of(it).orElse(""));
    }

    /// Compares in constant time.
    public Mono<Boolean> opens(CommunityId community, UUID award, String signature) {
        return signature(community, award).map(it -> HmacSha256.isSame(it, signature));
    }

    private Mono<String> signature(CommunityId community, UUID award) {
        return database.sql("select secret from polls.certificate_seal")
                .map(row -> sealing.open(SECRET, text(row, "secret")))
                .one()
                .map(secret -> HmacSha256.with(secret).base64Url(community.value() + "|" + award));
    }
}
