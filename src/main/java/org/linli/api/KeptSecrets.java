package org.linli.api;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.stereotype.Component;

/// Answers that hold a secret, sealed for the day in which the same call may come again.
@Component
class KeptSecrets implements KeepsSealed {

    private static final SealedColumn COLUMN = new SealedColumn("api.calls", "secret", "community_id", "client", "key");

    private final Sealing sealing;

    KeptSecrets(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(COLUMN);
    }

    String sealed(OnceOnly.Call call, Answer answer) {
        var by = call.client().key();
        return sealing.seal(COLUMN, answer.body(), by.community().value(), by.id(), call.key());
    }

    /// What was answered, whichever way it is kept; `null` while nothing was.
    @Nullable
    String body(Readable row) {
        String secret = row.get("secret", String.class);
        return secret == null
                ? row.get("body", String.class)
                : sealing.open(COLUMN, secret, text(row, "community_id"), text(row, "client"), text(row, "key"));
    }
}
