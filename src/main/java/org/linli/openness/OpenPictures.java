package org.linli.openness;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.cases.DeskCases;
import org.linli.cases.Pictures;
import org.linli.cases.Step;
import org.linli.community.StaffMember;
import org.linli.media.FindMedia;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Pictures of cases that staff looked at and made fit to be shown.
@Component
public class OpenPictures {

    private static final String KEPT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final DatabaseClient database;
    private final DeskCases cases;
    private final Pictures pictures;
    private final FindMedia media;
    private final Effects effects;
    private final Clock clock;

    OpenPictures(
            DatabaseClient database,
            DeskCases cases,
            Pictures pictures,
            FindMedia media,
            Effects effects,
            Clock clock) {
        this.database = database;
        this.cases = cases;
        this.pictures = pictures;
        this.media = media;
        this.effects = effects;
        this.clock = clock;
    }

    /// Ids of all pictures that belong to a case, shown or not; the list may be empty. Empty where there is no such
    /// case.
    public Mono<List<String>> of(CommunityId community, String number) {
        return cases.history(community, number)
                .collectList()
                .filter(steps -> !steps.isEmpty())
                .flatMap(steps -> pictures(community, steps));
    }

    private Mono<List<String>> pictures(CommunityId community, List<Step> steps) {
        return Flux.fromIterable(steps)
                .flatMapIterable(Step::pictures)
                .distinct()
                .filterWhen(id -> original(community, id).hasElement())
                .collectList();
    }

    /// As it was taken, for staff. Empty for what is no picture of ours.
    private Mono<Pictures.Picture> original(CommunityId community, String id) {
        return id.matches(KEPT)
                ? pictures.find(community, UUID.fromString(id)).switchIfEmpty(Mono.defer(() -> sent(community, id)))
                : sent(community, id);
    }

    private Mono<Pictures.Picture> sent(CommunityId community, String id) {
        return media.whole(community, id)
                .filter(it -> it.media().type().startsWith("image/"))
                .map(it -> new Pictures.Picture(it.media().type(), it.media().bytes()));
    }

    /// The same, if it belongs to this case. Empty where it does not.
    public Mono<Pictures.Picture> original(CommunityId community, String number, String id) {
        return of(community, number).filter(all -> all.contains(id)).flatMap(_ -> original(community, id));
    }

    /// Makes a picture of this case fit to be shown. Empty where it is none of its pictures; otherwise its id.
    public Mono<String> blackOut(StaffMember by, String number, String id, List<BlackOut.Box> boxes) {
        return original(by.community(), number, id)
                .flatMap(it -> Mono.fromCallable(() -> BlackOut.of(it.bytes(), boxes))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(bytes -> note(by, number, "picture")
                        .then(keep(by, number, id, bytes))
                        .thenReturn(id));
    }

    private Mono<Void> keep(StaffMember by, String number, String id, byte[] bytes) {
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
                .then();
    }

    /// Shows it no longer. Empty where it was not shown; otherwise its id.
    public Mono<String> takeBack(StaffMember by, String number, String id) {
        return bytes(by.community(), number, id)
                .flatMap(_ -> note(by, number, "picture taken back")
                        .then(delete(by.community(), number, id))
                        .thenReturn(id));
    }

    private Mono<Void> delete(CommunityId community, String number, String id) {
        return database.sql("delete from openness.pictures where community_id = $1 and number = $2 and id = $3")
                .bind(0, community.value())
                .bind(1, number)
                .bind(2, id)
                .then();
    }

    private Mono<Void> note(StaffMember by, String number, String detail) {
        return effects.commit(
                List.of(new Noted(by.community(), by.id(), Noted.Kind.PUBLISHED, number, detail, clock.instant())));
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

    /// A JPEG that everybody may see. Empty unless whoever wrote the case agreed.
    public Mono<byte[]> shown(CommunityId community, String number, String id) {
        return bytes(community, number, id)
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
