package org.linli.rights;

import java.util.List;
import java.util.Set;
import org.linli.platform.database.CommunityId;
import org.linli.platform.rights.Person;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// By what rows know a person who is to be forgotten, as it lies in `rights.erasures`.
@Component
class SealedPerson implements KeepsSealed {

    private static final SealedColumn PERSON = new SealedColumn("rights.erasures", "person", "community_id", "id");
    private static final int ID_DIGITS = 20;

    private record Stored(String resident, List<String> addresses, List<String> called, List<String> cases) {

        @Override
        public String toString() {
            return "Stored[]";
        }
    }

    private final Sealing sealing;

    SealedPerson(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(PERSON);
    }

    static String newId() {
        return Sealing.newSecret().substring(0, ID_DIGITS);
    }

    String seal(Person it, String erasure) {
        var stored = new Stored(
                it.resident(), List.copyOf(it.addresses()), List.copyOf(it.called()), List.copyOf(it.cases()));
        return sealing.seal(
                PERSON,
                JsonMapper.shared().writeValueAsString(stored),
                it.community().value(),
                erasure);
    }

    Person open(CommunityId community, String erasure, String person) {
        var it = JsonMapper.shared().readValue(sealing.open(PERSON, person, community.value(), erasure), Stored.class);
        return new Person(
                community, it.resident(), Set.copyOf(it.addresses()), Set.copyOf(it.called()), Set.copyOf(it.cases()));
    }
}
