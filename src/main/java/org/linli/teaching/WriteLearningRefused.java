package org.linli.teaching;

import java.util.List;
import org.linli.channels.Address;
import org.linli.community.Residents;
import org.linli.dialogue.LearningRefused;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets those who asked to be left alone, at all addresses where they are known. After what was said at the same
/// moment, which goes as well.
@Component
@Order(32)
class WriteLearningRefused implements WriteEffects<LearningRefused> {

    private final ForgetPeople people;
    private final Residents residents;

    WriteLearningRefused(ForgetPeople people, Residents residents) {
        this.people = people;
        this.residents = residents;
    }

    @Override
    public Class<LearningRefused> kind() {
        return LearningRefused.class;
    }

    @Override
    public Mono<Void> write(List<LearningRefused> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> residents.sameAs(it.community(), it.by()).map(address -> refusal(it, address)))
                .collectList()
                .flatMap(people::refuse);
    }

    private static ForgetPeople.Refusal refusal(LearningRefused it, Address address) {
        return new ForgetPeople.Refusal(
                it.community().value(), Person.at(it.community(), address), "unsubscribed", it.at());
    }
}
