package org.linli.community;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalData;
import org.linli.platform.rights.PersonalTable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who somebody is. What staff is called and where it is reached belongs to its work.
@Component
class PersonInRegister implements PersonalData {

    private static final int SHORTEST_NAME = 2;

    private final DatabaseClient database;
    private final ResidentNames names;
    private final Residents residents;
    private final Communities communities;

    PersonInRegister(DatabaseClient database, ResidentNames names, Residents residents, Communities communities) {
        this.database = database;
        this.names = names;
        this.residents = residents;
        this.communities = communities;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("community.import_drafts").files("bytes", "id", ImportDrafts.FILE),
                PersonalTable.of("community.tags").shown("""
                        select tag as what from community.tags where community_id = :community and :resident <> '' and resident = :resident""").erased("""
                        delete from community.tags where community_id = :community and :resident <> '' and resident = :resident"""),
                PersonalTable.of("community.viewings").shown("""
                        select at, why as reason from community.viewings where community_id = :community and :resident <> '' and resident = :resident order by id""").erased("""
                        delete from community.viewings where community_id = :community and :resident <> '' and resident = :resident"""),
                PersonalTable.of("community.group_members").shown("""
                        select said_in as place, came_at as at, went_at from community.group_members where community_id = :community and member = any(:addresses)""").erased("""
                        delete from community.group_members where community_id = :community and member = any(:addresses)"""),
                PersonalTable.of("community.reaches").shown("""
                        select address, reached, at from community.reaches where community_id = :community and address = any(:addresses)""").erased("""
                        delete from community.reaches where community_id = :community and address = any(:addresses)"""),
                PersonalTable.of("community.identities").shown("""
                        select address from community.identities where community_id = :community and address = any(:addresses)""").erased("""
                        delete from community.identities where community_id = :community and address = any(:addresses)"""),
                PersonalTable.of("community.residents")
                        .shown("""
                        select community_id, id, name, name_as_verified, home as place, verified from community.residents where community_id = :community and id = :resident and :resident <> ''""")
                        .erased("""
                        delete from community.identities where community_id = :community and :resident <> '' and resident = :resident""", """
                        delete from community.residents where community_id = :community and id = :resident and :resident <> ''""")
                        .sealed(ResidentNames.NAME, ResidentNames.AS_VERIFIED),
                PersonalTable.kept("community.staff", "who works here"),
                PersonalTable.kept("community.staff_elsewhere", "by what else staff signs in"),
                PersonalTable.kept("community.staff_addresses", "where staff is reached"));
    }

    /// By the other addresses of whoever staff has verified, and by the name that staff verified. What somebody says
    /// to be called may be another's name, or no name: nobody else's words are masked for it.
    @Override
    public Mono<Person> recognise(Person person) {
        return Mono.justOrEmpty(person.resident())
                .filter(id -> !id.isEmpty())
                .flatMap(id -> residents.byId(person.community(), id))
                .filter(Resident::verified)
                .flatMap(it -> Mono.zip(addresses(it), ownName(it)))
                .map(known -> person.alsoAt(known.getT1()).alsoCalled(known.getT2()))
                .defaultIfEmpty(person);
    }

    private Mono<Set<String>> addresses(Resident it) {
        return residents.addresses(it.community(), it.id()).map(Address::text).collect(Collectors.toUnmodifiableSet());
    }

    /// Empty where somebody else is called so as well.
    private Mono<Set<String>> ownName(Resident it) {
        return verifiedName(it)
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST_NAME)
                .filterWhen(name -> isNobodyElses(it, name))
                .map(Set::of)
                .defaultIfEmpty(Set.of());
    }

    private Mono<String> verifiedName(Resident it) {
        return database.sql("""
                        select community_id, id, name, name_as_verified from community.residents
                        where community_id = $1 and id = $2""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .map(row -> Optional.ofNullable(names.asVerified(row)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<Boolean> isNobodyElses(Resident it, String name) {
        return Mono.zip(
                others(it, name),
                communities.map(it.community()),
                (others, map) -> others == 0
                        && map.staff().stream()
                                .noneMatch(member -> member.name().equals(name)));
    }

    private Mono<Long> others(Resident it, String name) {
        return database.sql("""
                        select community_id, id, name from community.residents
                        where community_id = $1 and id <> $4 and (name = $2 or name_index && $3)""")
                .bind(0, it.community().value())
                .bind(1, name)
                .bind(2, names.wholeOf(it.community(), Set.of(name)))
                .bind(3, it.id())
                .map(row -> names.name(row))
                .all()
                .filter(name::equals)
                .count();
    }
}
