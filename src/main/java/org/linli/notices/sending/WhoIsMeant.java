package org.linli.notices.sending;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.choosing.ChooseResidents;
import org.linli.community.choosing.Chosen;
import org.linli.community.choosing.Whom;
import org.linli.notices.Notice;
import org.linli.notices.audience.Audience;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whom a notice is for: those whom its line names now, or exactly those who got the one that it corrects.
@Component
class WhoIsMeant {

    /// A source of people in the order of their ids, and the groups beside them.
    interface Those {

        List<Group> groups();

        Flux<Chosen> page(String after, int most);

        /// Never empty.
        Mono<Long> count();
    }

    private static final String GOT_IT =
            " from notices.recipients where community_id = $1 and notice = $2 and (letters > 0 or via <> '')"
                    + " and fate <> 'TAKEN_BACK' ";

    private final FindAudience audience;
    private final ChooseResidents residents;
    private final DatabaseClient database;

    WhoIsMeant(FindAudience audience, ChooseResidents residents, DatabaseClient database) {
        this.audience = audience;
        this.residents = residents;
        this.database = database;
    }

    /// Empty where the line names what is no more.
    Mono<Those> by(Notice notice, CommunityMap map) {
        return notice.corrects() == null
                ? audience.read(notice.community(), notice.audience())
                        .ofType(Reading.Understood.class)
                        .map(it -> named(it.whom(), map))
                : whoGot(notice.corrects(), map);
    }

    private Those named(Whom whom, CommunityMap map) {
        return new Those() {
            @Override
            public List<Group> groups() {
                return Audience.groups(whom, map);
            }

            @Override
            public Flux<Chosen> page(String after, int most) {
                return residents.page(map, whom, after, most);
            }

            @Override
            public Mono<Long> count() {
                return residents.count(map, whom);
            }
        };
    }

    private Mono<Those> whoGot(String wrong, CommunityMap map) {
        return groups(wrong, map).map(groups -> new Those() {
            @Override
            public List<Group> groups() {
                return groups;
            }

            @Override
            public Flux<Chosen> page(String after, int most) {
                return people(wrong, map, after, most).collectList().flatMapMany(ids -> residents.these(map.id(), ids));
            }

            @Override
            public Mono<Long> count() {
                return database.sql("select count(*) as n" + GOT_IT + "and not starts_with(who, 'group:')")
                        .bind("$1", map.id().value())
                        .bind("$2", wrong)
                        .map(row -> number(row, "n"))
                        .one();
            }
        });
    }

    private Flux<String> people(String wrong, CommunityMap map, String after, int most) {
        return database.sql("select who" + GOT_IT + """
                        and not starts_with(who, 'group:') and who > $3 order by who limit $4""")
                .bind("$1", map.id().value())
                .bind("$2", wrong)
                .bind("$3", after)
                .bind("$4", most)
                .map(row -> text(row, "who"))
                .all();
    }

    private Mono<List<Group>> groups(String wrong, CommunityMap map) {
        return database.sql("select who" + GOT_IT + "and starts_with(who, 'group:')")
                .bind("$1", map.id().value())
                .bind("$2", wrong)
                .map(row -> text(row, "who"))
                .all()
                .collect(Collectors.toSet())
                .map(told -> among(told, map));
    }

    private static List<Group> among(Set<String> told, CommunityMap map) {
        return map.groups().stream()
                .filter(it -> told.contains(Recipient.group(it.code())))
                .toList();
    }
}
