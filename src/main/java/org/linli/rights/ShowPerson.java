package org.linli.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All that is kept of a person, table by table, read from what the modules say of theirs.
@Service
public class ShowPerson {

    private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};
    private static final String COMMUNITY = "community_id";
    private static final String WITH_FILES = "to_jsonb(t)";
    private static final String WITHOUT_FILES = "jsonb_set(to_jsonb(t), '{file}', '\"\"', false)";

    private final List<PersonalTable> tables;
    private final KnownPeople people;
    private final PersonalStatements statements;
    private final Sealing sealing;

    ShowPerson(List<PersonalData> contributors, KnownPeople people, PersonalStatements statements, Sealing sealing) {
        this.tables = contributors.stream()
                .flatMap(it -> it.tables().stream())
                .filter(it -> !it.shown().isEmpty())
                .toList();
        this.people = people;
        this.statements = statements;
        this.sealing = sealing;
    }

    /// Only tables in which there is something. Files are empty: a page says only that they are there.
    public Flux<KeptOfPerson> at(CommunityId community, Address address) {
        return people.at(community, address).flatMapMany(this::all);
    }

    /// The same with the files, row by row: all of them at once may be too much.
    public Flux<KeptOfPerson> withFiles(CommunityId community, Address address) {
        return people.at(community, address).flatMapMany(this::rowByRow);
    }

    /// As [#at], of somebody in the register. Empty where there is nobody with this id.
    public Flux<KeptOfPerson> resident(CommunityId community, String id) {
        return people.resident(community, id).flatMapMany(this::all);
    }

    /// The same with the files, row by row.
    public Flux<KeptOfPerson> residentWithFiles(CommunityId community, String id) {
        return people.resident(community, id).flatMapMany(this::rowByRow);
    }

    private Flux<KeptOfPerson> all(Person person) {
        return Flux.fromIterable(tables)
                .concatMap(table -> rows(table, person, WITHOUT_FILES)
                        .collectList()
                        .map(rows -> new KeptOfPerson(table.name(), rows)))
                .filter(it -> !it.rows().isEmpty());
    }

    private Flux<KeptOfPerson> rowByRow(Person person) {
        return Flux.fromIterable(tables)
                .concatMap(
                        table -> rows(table, person, WITH_FILES)
                                .map(row -> new KeptOfPerson(table.name(), List.of(row))),
                        1);
    }

    /// Fetched as they are wanted.
    private Flux<Map<String, Object>> rows(PersonalTable table, Person person, String row) {
        return statements
                .of("select %s::text as it from (%s) t".formatted(row, table.shown()), person, "")
                .filter(statement -> statement.fetchSize(row.equals(WITH_FILES) ? 1 : 0))
                .mapValue(String.class)
                .all()
                .map(json -> opened(table, JsonMapper.shared().readValue(json, ROW)));
    }

    private Map<String, Object> opened(PersonalTable table, Map<String, Object> row) {
        for (SealedColumn column : table.sealed()) {
            row.computeIfPresent(
                    column.column(), (_, stored) -> sealing.open(column, (String) stored, key(column, row)));
        }
        row.remove(COMMUNITY);
        row.values().removeIf(Objects::isNull);
        return table.told().apply(row);
    }

    private static String[] key(SealedColumn column, Map<String, Object> row) {
        return column.key().stream().map(it -> String.valueOf(row.get(it))).toArray(String[]::new);
    }
}
