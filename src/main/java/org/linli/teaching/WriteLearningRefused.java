package org.linli.teaching;

import java.util.List;
import org.linli.dialogue.LearningRefused;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets those who asked to be left alone. After what was said at the same moment, which goes as well.
@Component
@Order(32)
class WriteLearningRefused implements WriteEffects<LearningRefused> {

    private final ForgetPeople people;

    WriteLearningRefused(ForgetPeople people) {
        this.people = people;
    }

    @Override
    public Class<LearningRefused> kind() {
        return LearningRefused.class;
    }

    @Override
    public Mono<Void> write(List<LearningRefused> effects) {
        return people.refuse(effects.stream()
                .map(it -> new ForgetPeople.Refusal(
                        it.community().value(), Person.at(it.community(), it.by()), "unsubscribed", it.at()))
                .toList());
    }
}
