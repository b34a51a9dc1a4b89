package org.linli.hotline;

import java.time.Clock;
import java.time.ZoneOffset;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What staff said of a case and an order: it answers the order, or it is something else.
@Component
class Verdicts {

    private final DatabaseClient database;
    private final NoteChange note;
    private final Clock clock;

    Verdicts(DatabaseClient database, NoteChange note, Clock clock) {
        this.database = database;
        this.note = note;
        this.clock = clock;
    }

    /// This case answers it. Whether nobody had said so of another before. Never empty.
    Mono<Boolean> settle(StaffMember by, String number, String caseNumber) {
        var settled = database.sql("""
                        update hotline.orders set case_number = $3, settled_by = $4, settled_at = $5
                        where community_id = $1 and number = $2 and case_number is null""")
                .bind(0, by.community().value())
                .bind(1, number)
                .bind(2, caseNumber)
                .bind(3, by.id())
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
        return note.where(settled, settlement(by, number, caseNumber));
    }

    private Noted settlement(StaffMember by, String number, String caseNumber) {
        return new Noted(
                by.community(),
                by.id(),
                Noted.Kind.SETTING_CHANGED,
                "hotline/" + number,
                "settled " + caseNumber,
                clock.instant());
    }

    /// This case is something else.
    Mono<Void> reject(StaffMember by, String number, String caseNumber) {
        return database.sql("""
                        insert into hotline.rejected (community_id, number, case_number, by_id, at)
                        select $1, $2, $3, $4, $5 on conflict do nothing""")
                .bind(0, by.community().value())
                .bind(1, number)
                .bind(2, caseNumber)
                .bind(3, by.id())
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// Cases that are something else.
    Flux<String> rejected(CommunityId community, String number) {
        return database.sql("select case_number from hotline.rejected where community_id = $1 and number = $2")
                .bind(0, community.value())
                .bind(1, number)
                .mapValue(String.class)
                .all();
    }
}
