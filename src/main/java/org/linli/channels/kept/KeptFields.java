package org.linli.channels.kept;

import java.util.List;
import java.util.Map;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The fields of accounts as they are stored: sealed whole, so that nobody sees which are secrets.
@Component
class KeptFields implements KeepsSealed {

    private static final SealedColumn COLUMN =
            new SealedColumn("accounts.kept", "fields", "community_id", "channel", "id");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sealing sealing;

    KeptFields(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(COLUMN);
    }

    String sealed(KeptAccount it) {
        return sealing.seal(
                COLUMN,
                JSON.writeValueAsString(it.fields()),
                it.community().value(),
                it.channel().value(),
                it.id());
    }

    Map<String, String> opened(String stored, String community, String channel, String id) {
        return JSON.readValue(sealing.open(COLUMN, stored, community, channel, id), new TypeReference<>() {});
    }
}
