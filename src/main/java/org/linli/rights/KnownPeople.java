package org.linli.rights;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.platform.database.CommunityId;
import org.linli.platform.rights.Person;
import org.linli.platform.rights.PersonalData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds all by which rows know a person.
@Component
class KnownPeople {

    private final Residents residents;
    private final List<PersonalData> contributors;

    KnownPeople(Residents residents, List<PersonalData> contributors) {
        this.residents = residents;
        this.contributors = List.copyOf(contributors);
    }

    /// Whoever writes from there. Never empty. Whom staff has not verified is only this address, unless it is the only
    /// one of whoever they say to be: nobody gets at another's data by a claim.
    Mono<Person> at(CommunityId community, Address address) {
        return residents
                .at(community, address)
                .filterWhen(this::isOneself)
                .map(Resident::id)
                .defaultIfEmpty("")
                .flatMap(id -> recognised(new Person(community, id, Set.of(address.text()), Set.of(), Set.of())));
    }

    /// Somebody of the register. Empty where there is nobody with this id.
    Mono<Person> resident(CommunityId community, String id) {
        return residents
                .byId(community, id)
                .flatMap(it -> residents
                        .addresses(community, id)
                        .map(Address::text)
                        .collect(Collectors.toUnmodifiableSet())
                        .flatMap(addresses -> recognised(new Person(community, id, addresses, Set.of(), Set.of()))));
    }

    /// The same person, with what has become known since.
    Mono<Person> recognised(Person person) {
        return Flux.fromIterable(contributors)
                .reduce(Mono.just(person), (known, by) -> known.flatMap(by::recognise))
                .flatMap(it -> it);
    }

    private Mono<Boolean> isOneself(Resident it) {
        return it.verified()
                ? Mono.just(true)
                : residents.addresses(it.community(), it.id()).count().map(addresses -> addresses == 1);
    }
}
