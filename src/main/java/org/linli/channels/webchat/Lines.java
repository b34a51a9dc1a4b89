package org.linli.channels.webchat;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.linli.platform.database.Columns;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// All lines of all rooms, in PostgreSQL.
///
/// A line is numbered while its room is locked, so numbers become visible in their order; numbers may be left out.
@Component
class Lines {

    /// How many [#after] and [#before] give at once.
    static final int PAGE = 50;

    private static final int MOST_AT_ONCE = 256;
    private static final int STATEMENTS_ABREAST = 2;

    private static final String ADD = """
            with asked as (
                select distinct on (community_id, room, id) *
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                    with ordinality as asked (community_id, room, id, speaker, content, at, n)
                order by community_id, room, id, n),
            known as (
                select l.* from webchat.lines l join asked using (community_id, room, id)),
            fresh as (
                select *, row_number() over (partition by community_id, room order by n) as nth
                from asked where (community_id, room, id) not in (select community_id, room, id from known)),
            numbered as (
                insert into webchat.rooms as r (community_id, room, last)
                select community_id, room, count(*) from fresh group by community_id, room order by community_id, room
                on conflict (community_id, room) do update set last = r.last + excluded.last
                returning community_id, room, last),
            added as (
                insert into webchat.lines as l (community_id, room, seq, id, speaker, content, at)
                select f.community_id, f.room, r.last + nth - count(*) over (partition by f.community_id, f.room),
                    f.id, f.speaker, f.content::jsonb, f.at
                from fresh f join numbered r on r.community_id = f.community_id and r.room = f.room
                -- somebody stored it since this statement began: changing nothing lets `returning` see it
                on conflict (community_id, room, id) do update set id = l.id
                returning l.*)
            select community_id, room, seq, id, speaker, content::text, at from known
            union all
            select community_id, room, seq, id, speaker, content::text, at from added
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Coalesced<NewLine, Line> additions =
            new Coalesced<>(MOST_AT_ONCE, STATEMENTS_ABREAST, this::addTogether);

    Lines(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Never empty: the line as it is committed, or was before.
    Mono<Line> add(NewLine line) {
        return additions.call(line);
    }

    /// The oldest ones after this number.
    Mono<List<Line>> after(RoomKey room, long seq) {
        return page("l.seq > $3 order by l.seq", room, seq, lines -> lines);
    }

    /// The newest ones before this number, oldest first.
    Mono<List<Line>> before(RoomKey room, long seq) {
        return page("l.seq < $3 order by l.seq desc", room, seq, List::reversed);
    }

    private Mono<List<Line>> page(String which, RoomKey room, long seq, Function<List<Line>, List<Line>> order) {
        return database.sql("""
                        select l.seq, l.id, l.speaker, l.content::text, l.at,
                            q.id as quoted, q.speaker as quoted_speaker, left(q.content->>'text', 400) as quoted_text
                        from webchat.lines l left join webchat.lines q
                            on q.community_id = l.community_id and q.room = l.room and q.id = l.content->>'quotes'
                        where l.community_id = $1 and l.room = $2 and %s limit %d""".formatted(which, PAGE))
                .bind(0, room.community().value())
                .bind(1, room.room())
                .bind(2, seq)
                .map(this::withQuoted)
                .all()
                .collectList()
                .map(order);
    }

    /// Empty where there is none with this id in the room.
    Mono<Line.Quoted> quoted(RoomKey room, String id) {
        return database.sql("""
                        select id as quoted, speaker as quoted_speaker, left(content->>'text', 400) as quoted_text
                        from webchat.lines where community_id = $1 and room = $2 and id = $3""")
                .bind(0, room.community().value())
                .bind(1, room.room())
                .bind(2, id)
                .map(Lines::quoted)
                .one();
    }

    private Mono<List<Line>> addTogether(List<NewLine> batch) {
        return database.sql(ADD)
                .bind(0, texts(batch, it -> it.room().community().value()))
                .bind(1, texts(batch, it -> it.room().room()))
                .bind(2, texts(batch, NewLine::id))
                .bind(3, texts(batch, NewLine::speaker))
                .bind(4, texts(batch, it -> json.writeValueAsString(it.said())))
                .bind(
                        5,
                        batch.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .map(row -> Map.entry(key(row), line(row)))
                .all()
                .collect(HashMap<List<String>, Line>::new, (found, it) -> found.put(it.getKey(), it.getValue()))
                .map(found -> batch.stream().map(it -> found.get(key(it))).toList());
    }

    private Line line(Readable row) {
        return new Line(
                Columns.number(row, "seq"),
                Columns.text(row, "id"),
                Columns.text(row, "speaker"),
                json.readValue(Columns.text(row, "content"), Line.Said.class),
                Columns.instant(row, "at"));
    }

    private Line withQuoted(Readable row) {
        Line line = line(row);
        return row.get("quoted", String.class) == null ? line : line.beside(quoted(row));
    }

    private static Line.Quoted quoted(Readable row) {
        return new Line.Quoted(
                Columns.text(row, "quoted"), Columns.text(row, "quoted_speaker"), Columns.text(row, "quoted_text"));
    }

    private static List<String> key(Readable row) {
        return List.of(Columns.text(row, "community_id"), Columns.text(row, "room"), Columns.text(row, "id"));
    }

    private static List<String> key(NewLine line) {
        return List.of(line.room().community().value(), line.room().room(), line.id());
    }

    private static String[] texts(List<NewLine> batch, Function<NewLine, String> column) {
        return batch.stream().map(column).toArray(String[]::new);
    }
}
