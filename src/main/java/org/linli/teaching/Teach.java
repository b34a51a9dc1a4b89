package org.linli.teaching;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.understanding.Explain;
import org.linli.understanding.Intent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Says what messages meant. Nothing is learnt by it yet.
///
/// Safe to repeat: whatever does not wait any more stays as it is.
@Service
public class Teach {

    private static final String SAY = """
            update teaching.lessons set state = $3, label = $4, taught_by = $5, taught_at = $6, click = $7
            where community_id = $1 and key = any($2) and state = 'open'""";

    private static final String TAKE_BACK = """
            update teaching.lessons set state = 'open', label = null, taught_by = null, taught_at = null, click = null
            where community_id = $1 and click = $2 and state in ('taught', 'dismissed')""";

    private final DatabaseClient database;
    private final Explain explain;
    private final Clock clock;

    Teach(DatabaseClient database, Explain explain, Clock clock) {
        this.database = database;
        this.explain = explain;
        this.clock = clock;
    }

    /// Whether a message can mean it.
    public boolean knows(String label) {
        return explain.labels().contains(new Intent(label));
    }

    /// How many were waiting; none where nobody knows the label.
    ///
    /// @param click names this act, so that it can be taken back
    public Mono<Long> label(StaffMember by, Collection<String> keys, String label, String click) {
        return knows(label) ? say(by, keys, "taught", label, click) : Mono.just(0L);
    }

    /// They teach nothing. How many were waiting.
    public Mono<Long> dismiss(StaffMember by, Collection<String> keys, String click) {
        return say(by, keys, "dismissed", null, click);
    }

    /// How many wait again; none where they have been learnt meanwhile.
    public Mono<Long> takeBack(StaffMember by, String click) {
        return database.sql(TAKE_BACK)
                .bind(0, by.community().value())
                .bind(1, click)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> say(
            StaffMember by, Collection<String> keys, String state, @Nullable String label, String click) {
        var said = database.sql(SAY)
                .bind(0, by.community().value())
                .bind(1, keys.toArray(String[]::new))
                .bind(2, state)
                .bind(4, by.id())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(6, click);
        return (label == null ? said.bindNull(3, String.class) : said.bind(3, label))
                .fetch()
                .rowsUpdated();
    }
}
