package org.linli.openness;

import java.time.Clock;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which communities show anything: those whose administrators switched it on, and those in which nobody is real.
@Component
public class Openness {

    private final Communities communities;
    private final DatabaseClient database;
    private final NoteChange notes;
    private final Clock clock;

    Openness(Communities communities, DatabaseClient database, NoteChange notes, Clock clock) {
        this.communities = communities;
        this.database = database;
        this.notes = notes;
        this.clock = clock;
    }

    /// The community, if it shows something. Empty for all others, also those that do not exist.
    public Mono<CommunityMap> open(String community) {
        return communities
                .all()
                .filter(map -> map.id().value().equals(community))
                .next()
                .filterWhen(map -> isOpen(map));
    }

    public Mono<Boolean> isOpen(CommunityMap map) {
        return database.sql("select is_open from openness.communities where community_id = $1")
                .bind(0, map.id().value())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(map.isMadeUp());
    }

    /// Noted with it, or not done.
    public Mono<Void> set(StaffMember by, boolean open) {
        var noted = new Noted(
                by.community(),
                by.id(),
                Noted.Kind.SETTING_CHANGED,
                "openness",
                open ? "open" : "closed",
                clock.instant());
        return notes.where(write(by.community(), open).thenReturn(true), noted).then();
    }

    private Mono<Void> write(CommunityId community, boolean open) {
        return database.sql("""
                        insert into openness.communities (community_id, is_open) values ($1, $2)
                        on conflict (community_id) do update set is_open = excluded.is_open""").bind(0, community.value()).bind(1, open).then();
    }
}
