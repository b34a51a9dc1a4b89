package org.linli.cases;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// How a case stands in its row.
final class CaseColumns {

    private CaseColumns() {}

    /// The values of `$1` to `$26`, in the order of the table.
    static GenericExecuteSpec bind(GenericExecuteSpec sql, List<Case> cases) {
        return bindRest(bindFirst(sql, cases), cases);
    }

    private static GenericExecuteSpec bindFirst(GenericExecuteSpec sql, List<Case> cases) {
        return sql.bind(0, Column.texts(cases, it -> it.community().value()))
                .bind(1, Column.texts(cases, Case::number))
                .bind(2, Column.texts(cases, it -> it.problem().label()))
                .bind(3, Column.texts(cases, it -> it.problem().place()))
                .bind(4, Column.texts(cases, it -> it.problem().spot()))
                .bind(5, Column.texts(cases, it -> it.problem().detail()))
                .bind(6, Column.texts(cases, it -> it.problem().words()))
                .bind(7, Column.texts(cases, it -> it.reporter().resident()))
                .bind(8, Column.texts(cases, it -> it.reporter().address().text()))
                .bind(9, Column.texts(cases, it -> textOf(it.reporter().group())))
                .bind(10, Column.texts(cases, it -> textOf(it.reporter().privately())));
    }

    private static GenericExecuteSpec bindRest(GenericExecuteSpec sql, List<Case> cases) {
        return sql.bind(11, Column.texts(cases, it -> it.state().name()))
                .bind(12, Column.flags(cases, Case::isOpen))
                .bind(13, Column.texts(cases, it -> it.care().unit()))
                .bind(14, Column.texts(cases, it -> it.care().assignee()))
                .bind(15, Column.times(cases, it -> it.care().dueAt()))
                .bind(16, Column.times(cases, Case::openedAt))
                .bind(17, Column.times(cases, Case::resolvedAt))
                .bind(
                        18,
                        Column.ints(
                                cases,
                                it -> it.rating() == null ? null : it.rating().stars()))
                .bind(
                        19,
                        Column.texts(
                                cases,
                                it -> it.rating() == null ? null : it.rating().words()))
                .bind(20, Column.longs(cases, Case::version))
                .bind(21, Column.texts(cases, it -> it.course().kind().name()))
                .bind(22, Column.ints(cases, it -> it.course().version()))
                .bind(23, Column.times(cases, it -> it.care().waitingSince()))
                .bind(24, Column.ints(cases, it -> it.care().passed()))
                .bind(25, Column.texts(cases, it -> it.care().priority().name()));
    }

    static @Nullable String textOf(@Nullable Address address) {
        return address == null ? null : address.text();
    }

    static Case read(Readable row) {
        return new Case(
                new CommunityId(text(row, "community_id")),
                text(row, "number"),
                new Course(CaseKind.valueOf(text(row, "kind")), integer(row, "workflow")),
                new Problem(
                        text(row, "label"),
                        row.get("place", String.class),
                        text(row, "spot"),
                        text(row, "detail"),
                        text(row, "words")),
                reporter(row),
                State.valueOf(text(row, "state")),
                new Care(
                        text(row, "unit"),
                        row.get("assignee", String.class),
                        instant(row, "due_at"),
                        instantOrNull(row, "waiting_since"),
                        integer(row, "passed"),
                        Priority.valueOf(text(row, "priority"))),
                instant(row, "opened_at"),
                instantOrNull(row, "resolved_at"),
                rating(row),
                number(row, "version"));
    }

    private static Neighbour reporter(Readable row) {
        return new Neighbour(
                row.get("reporter", String.class),
                Address.parse(text(row, "reporter_address")),
                address(row, "reporter_group"),
                address(row, "reporter_privately"));
    }

    static Neighbour supporter(Readable row) {
        return new Neighbour(
                row.get("resident", String.class),
                Address.parse(text(row, "address")),
                address(row, "said_in_group"),
                address(row, "privately"));
    }

    private static @Nullable Rating rating(Readable row) {
        Integer stars = row.get("stars", Integer.class);
        return stars == null ? null : new Rating(stars, text(row, "rating_words"));
    }

    static @Nullable Address address(Readable row, String column) {
        String text = row.get(column, String.class);
        return text == null ? null : Address.parse(text);
    }
}
