package org.linli.cases;

import java.util.List;
import org.linli.platform.database.Columns;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes the neighbours who join cases at one moment.
///
/// Each raises the version of the case, so that whoever finishes it at that moment decides again and tells them too.
/// Neighbours do not get into each other's way.
@Component
@Order(12)
class WriteSupporters implements WriteEffects<SupporterJoined> {

    private static final String JOIN = """
            with joining as (
              select * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                $7::timestamptz[], $8::bool[], $9::bool[])
                as it (number, address, resident, said_in_group, privately, joined_at, was_open, once)),
            locked as (
              select c.number, c.is_open from cases.cases c
              where c.community_id = $1 and c.number = any($2)
              order by 1 for no key update),
            added as (
              insert into cases.supporters
                (community_id, number, address, resident, said_in_group, privately, joined_at)
              select $1, number, address, resident, said_in_group, privately, joined_at
              from joining join locked using (number)
              order by 1, 2, 3
              on conflict do nothing
              returning number, address),
            raised as (
              update cases.cases c set version = c.version + it.joined
              from (select number, count(*) as joined from added group by 1) it
              where c.community_id = $1 and c.number = it.number)
            select count(*) as as_read from joining join locked using (number)
            where was_open = is_open
              and (not once or (number, address) in (select number, address from added))""";

    private final DatabaseClient database;

    WriteSupporters(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<SupporterJoined> kind() {
        return SupporterJoined.class;
    }

    @Override
    public Mono<Void> write(List<SupporterJoined> effects) {
        return database.sql(JOIN)
                .bind(0, effects.getFirst().community().value())
                .bind(1, Column.texts(effects, it -> it.known().number()))
                .bind(2, Column.texts(effects, it -> it.who().address().text()))
                .bind(3, Column.texts(effects, it -> it.who().resident()))
                .bind(4, Column.texts(effects, it -> CaseColumns.textOf(it.who().group())))
                .bind(5, Column.texts(effects, it -> CaseColumns.textOf(it.who().privately())))
                .bind(6, Column.times(effects, SupporterJoined::at))
                .bind(7, Column.flags(effects, it -> it.known().isOpen()))
                .bind(8, Column.flags(effects, SupporterJoined::once))
                .map(row -> Columns.number(row, "as_read"))
                .one()
                .flatMap(asRead -> asRead == effects.size()
                        ? Mono.empty()
                        : Mono.error(() -> new Conflict("a case that was finished, or joined by the same person")));
    }
}
