package org.linli.teaching;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.channels.Reach;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Whoever unfollows or shuts us out takes back that we may keep what they said, until they come back.
@Component
@Order(33)
class ForgetThoseWhoLeft implements WriteEffects<Reach> {

    private final ForgetPeople people;

    ForgetThoseWhoLeft(ForgetPeople people) {
        this.people = people;
    }

    @Override
    public Class<Reach> kind() {
        return Reach.class;
    }

    /// Of several reports about one person the latest counts.
    @Override
    public Mono<Void> write(List<Reach> effects) {
        var latest = effects.stream()
                .collect(Collectors.toMap(
                        it -> Person.at(it.community(), it.person()),
                        it -> it,
                        (one, other) -> other.at().isAfter(one.at()) ? other : one))
                .values()
                .stream()
                .sorted(Comparator.comparing((Reach it) -> it.person().text()))
                .toList();
        return people.comeBack(said(latest, true)).then(people.refuse(said(latest, false)));
    }

    private static List<ForgetPeople.Refusal> said(List<Reach> latest, boolean reached) {
        return latest.stream()
                .filter(it -> it.reached() == reached)
                .map(it -> new ForgetPeople.Refusal(
                        it.community().value(), Person.at(it.community(), it.person()), "left", it.at()))
                .toList();
    }
}
