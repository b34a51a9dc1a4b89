package org.linli.polls.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.paper.Register;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A frozen register as staff chooses from it.
@Component
class RegisterLines {

    /// A voice of the register.
    ///
    /// @param name where they live and how they are called
    record Line(String voter, String name, boolean voted, boolean proxy) {

        @Override
        public String toString() {
            return "Line[]";
        }
    }

    private final Register register;
    private final Residents residents;

    RegisterLines(Register register, Residents residents) {
        this.register = register;
        this.residents = residents;
    }

    /// By their homes. Never empty; the list may be.
    Mono<List<Line>> of(Poll poll, CommunityMap map) {
        return Mono.zip(register.of(poll).collectList(), verified(poll, map)).map(found -> {
            Map<String, Resident> known = found.getT2().stream()
                    .collect(Collectors.toMap(person -> "resident:" + person.id(), person -> person));
            return found.getT1().stream().map(it -> line(it, known, map)).toList();
        });
    }

    /// Who lives where it is voted. Never empty; the list may be.
    Mono<List<Resident>> verified(Poll poll, CommunityMap map) {
        return Mono.justOrEmpty(map.place(poll.electorate().place()))
                .flatMapMany(place -> residents.ofPlace(map.id(), place))
                .filter(Resident::verified)
                .collectList();
    }

    private static Line line(Register.Entry entry, Map<String, Resident> known, CommunityMap map) {
        var person = known.get(entry.voter().id());
        String name = person == null || person.name() == null ? "" : " " + person.name();
        return new Line(
                entry.voter().id(),
                where(entry.voter(), map) + name,
                entry.voted(),
                !entry.agent().isEmpty());
    }

    private static String where(Voter voter, CommunityMap map) {
        return map.place(voter.place()).map(map::display).orElse("");
    }
}
