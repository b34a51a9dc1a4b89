package org.linli.cases;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the chat asks about cases, message by message; questions of the same moment share a statement.
@Component
public class FindCases {

    private static final int MOST = 256;
    private static final int ABREAST = 2;

    private static final String OWN = """
            select it.n, c.*
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as it (community_id, address, resident, n)
            cross join lateral (
              select * from cases.cases c
              where c.community_id = it.community_id and c.state <> 'MERGED' and c.number in (
                (select number from cases.cases
                 where community_id = it.community_id and reporter_address = it.address order by opened_at desc limit 5)
                union (select number from cases.cases
                 where community_id = it.community_id and reporter = it.resident order by opened_at desc limit 5)
                union (select number from cases.supporters
                 where community_id = it.community_id and address = it.address order by joined_at desc limit 5)
                union (select number from cases.supporters
                 where community_id = it.community_id and resident = it.resident order by joined_at desc limit 5))
              order by c.opened_at desc, c.number desc limit 8) c
            order by it.n, c.opened_at desc, c.number desc""";

    private static final String BY_NUMBER = """
            select it.n, c.*, array(select t.unit from cases.told t
                where t.community_id = it.community_id and t.number = it.number) as told
            from unnest($1::text[], $2::text[]) with ordinality as it (community_id, number, n)
            join cases.cases c using (community_id, number)""";

    private static final String SUPPORTERS = """
            select it.n, s.* from unnest($1::text[], $2::text[]) with ordinality as it (community_id, number, n)
            join cases.supporters s using (community_id, number) order by it.n, s.joined_at""";

    private record Person(CommunityId community, Neighbour who) {}

    private record Number(CommunityId community, String number) {}

    private record Known(
            Case it,
            boolean reporterLeft,
            Set<String> told,
            @Nullable String mergedInto) {}

    private final DatabaseClient database;
    private final Coalesced<Person, List<Case>> own = new Coalesced<>(MOST, ABREAST, this::allOwn);
    private final Coalesced<Number, List<Known>> byNumber = new Coalesced<>(MOST, ABREAST, this::allByNumber);
    private final Coalesced<Number, List<Neighbour>> supporters = new Coalesced<>(MOST, ABREAST, this::allSupporters);

    FindCases(DatabaseClient database) {
        this.database = database;
    }

    /// What this person reported or joined, the latest first. Never empty; the list may be.
    public Mono<List<Case>> own(CommunityId community, Neighbour who) {
        return own.call(new Person(community, who));
    }

    /// Empty when there is no such number in this community.
    ///
    /// The case is read before those who joined it: whoever joins in between has raised its version, so that a
    /// decision that does not know of them is refused.
    public Mono<CaseFile> file(CommunityId community, String number) {
        var asked = new Number(community, number);
        return byNumber.call(asked)
                .flatMap(found -> supporters.call(asked).map(joined -> file(found, joined)))
                .flatMap(Mono::justOrEmpty);
    }

    /// The same; of a case that was merged, the one that goes on.
    public Mono<CaseFile> goingOn(CommunityId community, String number) {
        return file(community, number).flatMap(found -> {
            String into = found.mergedInto();
            return into == null ? Mono.just(found) : goingOn(community, into);
        });
    }

    private static Optional<CaseFile> file(List<Known> found, List<Neighbour> supporters) {
        return found.stream()
                .findFirst()
                .map(known ->
                        new CaseFile(known.it(), supporters, known.reporterLeft(), known.told(), known.mergedInto()));
    }

    private Mono<List<List<Case>>> allOwn(List<Person> asked) {
        var sql = database.sql(OWN)
                .bind(0, Column.texts(asked, it -> it.community().value()))
                .bind(1, Column.texts(asked, it -> it.who().address().text()))
                .bind(2, Column.texts(asked, it -> it.who().resident()));
        return Crowd.answers(sql, asked.size(), CaseColumns::read);
    }

    private Mono<List<List<Known>>> allByNumber(List<Number> asked) {
        return Crowd.answers(
                numbers(BY_NUMBER, asked),
                asked.size(),
                row -> new Known(
                        CaseColumns.read(row),
                        Boolean.TRUE.equals(row.get("reporter_left", Boolean.class)),
                        told(row),
                        row.get("merged_into", String.class)));
    }

    private static Set<String> told(Readable row) {
        var told = row.get("told", String[].class);
        return told == null ? Set.of() : Set.of(told);
    }

    private Mono<List<List<Neighbour>>> allSupporters(List<Number> asked) {
        return Crowd.answers(numbers(SUPPORTERS, asked), asked.size(), CaseColumns::supporter);
    }

    private DatabaseClient.GenericExecuteSpec numbers(String sql, List<Number> asked) {
        return database.sql(sql)
                .bind(0, Column.texts(asked, it -> it.community().value()))
                .bind(1, Column.texts(asked, Number::number));
    }
}
