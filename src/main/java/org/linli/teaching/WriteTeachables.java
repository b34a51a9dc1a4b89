package org.linli.teaching;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.Teachable;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts messages into the queue of the teaching room, masked; a second time changes nothing, and neither does what
/// people say who do not want it kept.
@Component
@Order(31)
class WriteTeachables implements WriteEffects<Teachable> {

    /// Whoever writes more pastes something, which is no example of what people say.
    static final int LONGEST = 200;

    private static final String SQL = """
            insert into teaching.lessons
                (community_id, key, person, words, in_group, guess, confidence, suggested, cause, noticed_at)
            select new.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::text[],
                                     $7::float8[], $8::text[], $9::text[], $10::timestamptz[])
                 as new (community_id, key, person, words, in_group, guess, confidence, suggested, cause, noticed_at)
            where not exists (
                select from teaching.refusals r
                where r.community_id = new.community_id and r.person = new.person)
            order by new.community_id, new.key
            on conflict do nothing""";

    private static final Comparator<Teachable> BY_KEY =
            Comparator.comparing((Teachable it) -> it.community().value()).thenComparing(Teachable::key);

    private final DatabaseClient database;
    private final MaskTeachables mask;

    WriteTeachables(DatabaseClient database, MaskTeachables mask) {
        this.database = database;
        this.mask = mask;
    }

    @Override
    public Class<Teachable> kind() {
        return Teachable.class;
    }

    @Override
    public Mono<Void> write(List<Teachable> effects) {
        return mask.of(onceEach(effects)).filter(masked -> !masked.isEmpty()).flatMap(this::insert);
    }

    private Mono<Void> insert(List<Teachable> all) {
        var masked = all.stream().sorted(BY_KEY).toList();
        return database.sql(SQL)
                .bind(0, texts(masked, it -> it.community().value()))
                .bind(1, texts(masked, Teachable::key))
                .bind(2, texts(masked, it -> Person.at(it.community(), it.by()).print()))
                .bind(3, texts(masked, Teachable::words))
                .bind(4, masked.stream().map(Teachable::inGroup).toArray(Boolean[]::new))
                .bind(5, texts(masked, Teachable::guess))
                .bind(6, masked.stream().map(Teachable::confidence).toArray(Double[]::new))
                .bind(7, texts(masked, Teachable::right))
                .bind(8, texts(masked, it -> it.cause().name()))
                .bind(
                        9,
                        masked.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    /// One statement cannot write a row twice.
    private static List<Teachable> onceEach(List<Teachable> effects) {
        var once = new LinkedHashMap<List<String>, Teachable>();
        effects.stream()
                .filter(it -> !it.words().isBlank() && it.words().length() <= LONGEST)
                .forEach(it -> once.putIfAbsent(List.of(it.community().value(), it.key()), it));
        return List.copyOf(once.values());
    }

    private static @Nullable String[] texts(List<Teachable> rows, Function<Teachable, @Nullable String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
