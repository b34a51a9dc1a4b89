package org.linli.rights;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.ForgetsInTime;
import org.linli.platform.retention.OldRows;
import org.springframework.stereotype.Component;

/// Forgets links that open no more.
@Component
class ForgetDoors implements ForgetsInTime {

    private final OldRows rows;

    ForgetDoors(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "forget-doors";
    }

    @Override
    public Duration kept() {
        return OwnDoor.OPENS;
    }

    @Override
    public List<String> statements() {
        return List.of("delete from rights.doors where until < $1::timestamptz + interval '%d seconds'"
                .formatted(OwnDoor.OPENS.toSeconds()));
    }

    @Override
    public OldRows rows() {
        return rows;
    }
}
