package org.linli.platform.rights;

import java.util.List;
import reactor.core.publisher.Mono;

/// What a module keeps of people. Every table that holds something of them stands in exactly one of these.
public interface PersonalData {

    List<PersonalTable> tables();

    /// By what else this module knows the person: further addresses, names, numbers. Never empty, and never somebody
    /// else's.
    default Mono<Person> recognise(Person person) {
        return Mono.just(person);
    }
}
