package org.linli.cases;

import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What somebody reported, joined and rated. A case goes on without whoever reported it: its matter, place and promise
/// stay, its words go.
@Component
class PersonInCases implements PersonalData {

    private static final String THEIRS =
            "community_id = :community and (address = any(:addresses) or :resident <> '' and resident = :resident)";
    private static final String REPORTED =
            "community_id = :community and (reporter_address = any(:addresses) or :resident <> '' and reporter = :resident)";
    private static final String SAID = "community_id = :community and by_kind = 'RESIDENT' and by_id = any(:addresses)";
    private static final String OF_THEIR_CASES = "community_id = :community and number = any(:cases)";

    private final DatabaseClient database;

    PersonInCases(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("cases.pictures").shown("""
                        select encode(bytes, 'base64') as file, media_type as file_type from cases.pictures
                           where community_id = :community and id::text in (select unnest(pictures) from cases.steps where %s)""".formatted(SAID)).erased("""
                        delete from cases.pictures where community_id = :community and id::text in (
                             select unnest(pictures) from cases.steps where %s)""".formatted(SAID)),
                PersonalTable.of("cases.steps").shown("""
                        select number, at, kind as what, words from cases.steps where %s order by id""".formatted(SAID)).erased("""
                        update cases.steps set by_id = :mark, by_name = '', words = '**', pictures = '{}', erased_at = now()
                           where %s""".formatted(SAID), """
                        update cases.steps set words = regexp_replace(words, :called, '**', 'g'), erased_at = now()
                           where community_id = :community and words ~ :called"""),
                PersonalTable.of("cases.cases")
                        .shown("""
                        select number, label as what, place, detail, words, state, opened_at as at, resolved_at, stars, rating_words
                           from cases.cases where %s order by opened_at""".formatted(REPORTED))
                        .erased("""
                        update cases.cases set words = '**', detail = case when is_open then detail else '' end, rating_words = null,
                             reporter = null, reporter_address = :mark, reporter_group = null, reporter_privately = null, reporter_left = true,
                             version = version + 1
                           where %s""".formatted(REPORTED))
                        .words("words", "detail", "rating_words"),
                PersonalTable.of("cases.supporters")
                        .shown("""
                        select number, joined_at as at from cases.supporters where %s""".formatted(THEIRS))
                        .erased("""
                        with gone as (delete from cases.supporters where %s returning number)
                           update cases.cases set version = version + 1 where community_id = :community and number in (select number from gone)""".formatted(THEIRS)),
                PersonalTable.of("cases.asked").shown("""
                        select number, asked_at as at, fixed from cases.asked where %s""".formatted(THEIRS)).erased("""
                        delete from cases.asked where %s""".formatted(THEIRS)),
                PersonalTable.of("cases.verdicts").shown("""
                        select number, asked_at as at, outcome as state from cases.verdicts where %s""".formatted(THEIRS)).erased("""
                        update cases.verdicts set address = :mark || '-' || left(gen_random_uuid()::text, 8), resident = null, tried = '{}' where %s""".formatted(THEIRS)),
                PersonalTable.of("cases.callbacks")
                        .shown("""
                        select number, words, called_at as at from cases.callbacks where %s""".formatted(OF_THEIR_CASES))
                        .erased("""
                        update cases.callbacks set words = '' where %s""".formatted(OF_THEIR_CASES))
                        .words("words"),
                PersonalTable.of("cases.done_together")
                        .erased("delete from cases.done_together where %s".formatted(OF_THEIR_CASES), """
                        delete from cases.done_together where community_id = :community and letters::text ~ :called"""),
                PersonalTable.of("cases.merges").words("reason"),
                PersonalTable.of("cases.saved_filters")
                        .erased(
                                "delete from cases.saved_filters where community_id = :community and address ~ :called"),
                PersonalTable.kept("cases.absences", "when staff are away"),
                PersonalTable.kept("cases.misses", "what staff did late"));
    }

    /// Other modules know a case by its number.
    @Override
    public Mono<Person> recognise(Person person) {
        return database.sql("""
                        select number from cases.cases where community_id = $1
                        and (reporter_address = any($2) or $3 <> '' and reporter = $3)""")
                .bind(0, person.community().value())
                .bind(1, person.addresses().toArray(String[]::new))
                .bind(2, person.resident())
                .mapValue(String.class)
                .all()
                .collect(Collectors.toUnmodifiableSet())
                .map(person::alsoReporting);
    }
}
