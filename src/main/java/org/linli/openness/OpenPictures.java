package org.linli.openness;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Pictures of cases that staff looked at and made fit to be shown.
@Component
public class OpenPictures {

    private final DatabaseClient database;
    private final PicturesOfCases taken;
    private final NoteChange notes;
    private final Clock clock;

    OpenPictures(DatabaseClient database, PicturesOfCases taken, NoteChange notes, Clock clock) {
        this.database = database;
        this.taken = taken;
        this.notes = notes;
        this.clock = clock;
    }

    /// Makes a picture of this case fit to be shown. Empty where it is none of its pictures; otherwise its id. Signals
    /// [org.linli.cases.NotAPicture] where nobody can read it.
    public Mono<String> blackOut(StaffMember by, String number, String id, List<BlackOut.Box> boxes) {
        return taken.original(by.community(), number, id)
                .flatMap(it -> Mono.fromCallable(() -> BlackOut.of(it.bytes(), boxes))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(bytes -> noted(by, number, "picture", keep(by, number, id, bytes)))
                .map(_ -> id);
    }

    private Mono<Long> keep(StaffMember by, String number, String id, byte[] bytes) {
        return database.sql("""
                        insert into openness.pictures (community_id, number, id, bytes, looked_by, looked_at)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (community_id, number, id) do update
                          set bytes = excluded.bytes, looked_by = excluded.looked_by, looked_at = excluded.looked_at""")
                .bind(0, by.community().value())
                .bind(1, number)
                .bind(2, id)
                .bind(3, bytes)
                .bind(4, by.id())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    /// Shows it no longer. Empty where it was not shown; otherwise its id.
    public Mono<String> takeBack(StaffMember by, String number, String id) {
        return noted(by, number, "picture taken back", delete(by.community(), number, id))
                .map(_ -> id);
    }

    private Mono<Long> delete(CommunityId community, String number, String id) {
        return database.sql("delete from openness.pictures where community_id = $1 and number = $2 and id = $3")
                .bind(0, community.value())
                .bind(1, number)
                .bind(2, id)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0);
    }

    /// Both or neither. Empty where nothing was changed.
    private <T> Mono<T> noted(StaffMember by, String number, String detail, Mono<T> change) {
        return notes.after(
                change, _ -> new Noted(by.community(), by.id(), Noted.Kind.PUBLISHED, number, detail, clock.instant()));
    }

    /// Ids of those that are fit to be shown, by the number of their case. Never empty.
    public Mono<Map<String, Collection<String>>> ready(CommunityId community, Collection<String> numbers) {
        return database.sql("""
                        select number, id from openness.pictures where community_id = $1 and number = any($2)
                        order by number, looked_at, id""")
                .bind(0, community.value())
                .bind(1, numbers.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "number"), text(row, "id")))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// A JPEG that everybody may see. Empty unless whoever wrote the case agreed and it is not about people.
    public Mono<byte[]> shown(CommunityId community, String number, String id) {
        return bytes(community, number, id)
                .filterWhen(_ -> taken.mayBeShown(community, number))
                .filterWhen(_ -> (database.sql("""
                                select exists (select from openness.offers
                                where community_id = $1 and number = $2 and agreed) as it""")
                        .bind(0, community.value())
                        .bind(1, number)
                        .mapValue(Boolean.class)
                        .one()));
    }

    /// As it would be shown. Empty where nobody made it fit.
    public Mono<byte[]> bytes(CommunityId community, String number, String id) {
        return database.sql("""
                        select bytes from openness.pictures where community_id = $1 and number = $2 and id = $3""")
                .bind(0, community.value())
                .bind(1, number)
                .bind(2, id)
                .map(row -> requireNonNull(row.get("bytes", byte[].class)))
                .one();
    }
}
