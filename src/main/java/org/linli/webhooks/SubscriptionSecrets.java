package org.linli.webhooks;

import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.stereotype.Component;

/// The secrets that sign calls: sealed where they are stored, since a hash could not sign.
@Component
class SubscriptionSecrets implements KeepsSealed {

    private static final SealedColumn NOW = column("secret");
    private static final SealedColumn BEFORE = column("previous_secret");

    private final Sealing sealing;

    SubscriptionSecrets(Sealing sealing) {
        this.sealing = sealing;
    }

    private static SealedColumn column(String name) {
        return new SealedColumn("webhooks.subscriptions", name, "community_id", "id");
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(NOW, BEFORE);
    }

    /// What may be stored of a secret that signs from now on.
    String toSign(String secret, String community, String id) {
        return sealing.seal(NOW, secret, community, id);
    }

    /// What may be stored of the one before it.
    ///
    /// @param stored as it stood until now
    String toSignBeside(String stored, String community, String id) {
        return sealing.seal(BEFORE, sealing.open(NOW, stored, community, id), community, id);
    }

    /// All that sign now, the newest first.
    ///
    /// @param row with both secrets, until when the older one signs, the community and, as `subscription`, the id
    List<String> signing(Readable row, Instant now) {
        String community = text(row, "community_id");
        String id = text(row, "subscription");
        String newest = sealing.open(NOW, text(row, "secret"), community, id);
        var until = instantOrNull(row, "previous_until");
        return until != null && now.isBefore(until)
                ? List.of(newest, sealing.open(BEFORE, text(row, "previous_secret"), community, id))
                : List.of(newest);
    }
}
