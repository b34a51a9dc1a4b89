package org.linli.teaching;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.dialogue.Teachable.Cause;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.Correction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the teaching room holds.
@Service
public class Lessons {

    /// Alike ones are looked for among so many.
    static final int LOOKED_THROUGH = 400;

    private static final String COLUMNS =
            "select l.key, words, in_group, guess, confidence, suggested, cause, noticed_at, label ";

    private static final String OF_COMMUNITY = COLUMNS + "from teaching.lessons l where community_id = $1 and ";

    /// Of the whole installation, which learns as one: in the order in which they were promoted.
    private static final String PROMOTED = COLUMNS + """
            from teaching.candidates c
            join teaching.lessons l on l.community_id = c.community_id and l.key = any(c.lessons)
            where c.state = 'promoted' and l.state in ('taught', 'learnt') and label is not null
            """;

    private static final String AS_PROMOTED = " order by c.decided_at, c.id, taught_at, l.key";

    /// @param lessons that say nearly the same, the newest first; never empty
    public record Group(List<Lesson> lessons) {

        public Group {
            lessons = List.copyOf(lessons);
        }

        public Lesson first() {
            return lessons.getFirst();
        }
    }

    private final DatabaseClient database;

    Lessons(DatabaseClient database) {
        this.database = database;
    }

    /// Those that wait for somebody, what people corrected before what we doubted, newest first, alike ones together.
    /// Never empty; the list may be.
    public Mono<List<Group>> waiting(CommunityId community) {
        return found(community, """
                        state = 'open'
                        order by cause in ('RELABELLED', 'MISSED', 'INTERRUPTED') desc, noticed_at desc, key
                        limit\s""" + LOOKED_THROUGH)
                .collectList()
                .map(open -> AlikeLessons.groups(open).stream().map(Group::new).toList());
    }

    public Mono<Long> count(CommunityId community) {
        return database.sql("select count(*) n from teaching.lessons where community_id = $1 and state = 'open'")
                .bind(0, community.value())
                .map(row -> number(row, "n"))
                .one();
    }

    /// Taught and not yet among the examples, in the order in which they were taught.
    public Flux<Lesson> taught(CommunityId community) {
        return found(community, "state = 'taught' order by taught_at, key");
    }

    /// What a candidate teaches, as far as it still may: not what was taken back or forgotten meanwhile.
    Flux<Lesson> of(Candidate it) {
        return database.sql(OF_COMMUNITY + """
                        key = any($2) and state in ('taught', 'learnt') and label is not null
                        order by taught_at, key""")
                .bind(0, it.community().value())
                .bind(1, it.lessons().toArray(String[]::new))
                .map(Lessons::lesson)
                .all();
    }

    /// What every promoted candidate teaches, of all communities, as far as it still may.
    Flux<Lesson> promoted() {
        return database.sql(PROMOTED + AS_PROMOTED).map(Lessons::lesson).all();
    }

    /// The same of one community, whose own words they are.
    Flux<Lesson> promoted(CommunityId community) {
        return database.sql(PROMOTED + "and c.community_id = $1" + AS_PROMOTED)
                .bind(0, community.value())
                .map(Lessons::lesson)
                .all();
    }

    /// By key of the correction, what its words are: of this community's only, since those of others are not for it.
    Mono<Map<String, String>> words(CommunityId community) {
        return found(community, "state in ('taught', 'learnt') and label is not null")
                .collectMap(it -> key(community.value(), it.key()), Lesson::words);
    }

    /// Every correction that anybody ever made, in all communities, which share what is learnt: each is a test of it
    /// from now on.
    public Flux<Correction> corrections() {
        return database.sql("""
                        select community_id, key, words, in_group, label, taught_at from teaching.lessons
                        where state in ('taught', 'learnt') and label is not null order by taught_at, community_id, key""")
                .map(row -> new Correction(
                        key(text(row, "community_id"), text(row, "key")),
                        text(row, "words"),
                        Boolean.TRUE.equals(row.get("in_group", Boolean.class)),
                        text(row, "label"),
                        instant(row, "taught_at")))
                .all();
    }

    private static String key(String community, String lesson) {
        return community + "/" + lesson;
    }

    private Flux<Lesson> found(CommunityId community, String which) {
        return database.sql(OF_COMMUNITY + which)
                .bind(0, community.value())
                .map(Lessons::lesson)
                .all();
    }

    private static Lesson lesson(Readable row) {
        return new Lesson(
                text(row, "key"),
                text(row, "words"),
                Boolean.TRUE.equals(row.get("in_group", Boolean.class)),
                text(row, "guess"),
                Objects.requireNonNull(row.get("confidence", Double.class)),
                row.get("suggested", String.class),
                Cause.valueOf(text(row, "cause")),
                instant(row, "noticed_at"),
                row.get("label", String.class));
    }
}
